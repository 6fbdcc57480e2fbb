package import Text

/// Who was taught by whom, as an indented tree.
package struct LineageTree: Sendable, Hashable {
  /// The people or groups; a parent may stand after its children.
  package var nodes: [Node]
  /// What the mark of a node that needs attention means.
  package var attention: LocalizedText
  /// How many nodes are drawn at most; the rest is counted in a line at the end.
  package var limit: Int

  /// One person or group.
  package struct Node: Sendable, Hashable {
    /// The id, unique in the tree.
    package var id: String
    /// The id of the parent; `nil` or unknown for a root.
    package var parent: String?
    /// The name or code.
    package var label: LocalizedText
    /// What is said about it, such as a count; may be empty.
    package var detail: LocalizedText
    /// Whether it needs attention.
    package var needsAttention: Bool

    /// Creates a node.
    package init(
      id: String, parent: String?, label: LocalizedText,
      detail: LocalizedText = LocalizedText(same: ""), needsAttention: Bool = false
    ) {
      self.id = id
      self.parent = parent
      self.label = label
      self.detail = detail
      self.needsAttention = needsAttention
    }
  }

  /// Creates a tree.
  package init(nodes: [Node], attention: LocalizedText, limit: Int = 250) {
    self.nodes = nodes
    self.attention = attention
    self.limit = limit
  }
}

extension LineageTree: Picture {
  var kind: String { "lineage" }

  /// A node at its place: how deep, and under which of its ancestors more siblings follow.
  private struct Placed {
    var node: Node
    var depth: Int
    var isLast: Bool
    var open: [Bool]
  }

  /// Returns the nodes in the order of the tree; those of a circle hang under its first one.
  private var placed: [Placed] {
    let ids = Set(nodes.map(\.id))
    let children = Dictionary(grouping: nodes) { node in
      node.parent.flatMap { ids.contains($0) && $0 != node.id ? $0 : nil } ?? ""
    }
    var seen: Set<String> = []
    var result: [Placed] = []
    func visit(_ siblings: [Node], _ depth: Int, _ open: [Bool]) {
      for (place, node) in siblings.enumerated() where seen.insert(node.id).inserted {
        let isLast = place == siblings.count - 1
        result.append(Placed(node: node, depth: depth, isLast: isLast, open: open))
        visit(children[node.id] ?? [], depth + 1, open + [!isLast])
      }
    }
    visit(children[""] ?? [], 0, [])
    for node in nodes where !seen.contains(node.id) { visit([node], 0, []) }
    return result
  }

  private func words(_ node: Node, _ text: PictureText) -> String {
    let detail = text.figures(text.words(node.detail))
    return text.words(node.label) + (detail.isEmpty ? "" : "  " + detail)
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    let all = placed
    if all.contains(where: \.node.needsAttention) {
      canvas.y += Canvas.lineHeight
      canvas.mark(.square, canvas.left + 6, canvas.y - 11, Ink.warning, size: 5)
      canvas.text(text.words(attention), canvas.left + 20, canvas.y - 6, room: canvas.width - 44)
    }
    let deepest = Double(max(1, all.map(\.depth).max() ?? 1))
    let step = min(24, 130 / deepest)
    var above: [Int: Double] = [:]
    for entry in all.prefix(limit) {
      canvas.y += Canvas.lineHeight
      let x = canvas.left + 6 + step * Double(entry.depth)
      let y = canvas.y - 11
      if entry.depth > 0, let start = above[entry.depth - 1] {
        canvas.line(x - step, start, x - step, y)
        canvas.line(x - step, y, x, y)
      }
      above[entry.depth] = y
      let look = Ink.series(entry.node.needsAttention ? 1 : 0)
      canvas.mark(
        entry.node.needsAttention ? .square : (entry.depth % 2 == 0 ? .circle : .ring), x, y,
        look.colour, size: 4.5)
      canvas.text(
        words(entry.node, text), x + 11, y + 5, room: canvas.right - x - 11, hasHalo: true)
    }
    if all.count > limit {
      canvas.paragraph(text.words(DocumentMessages.more(all.count - limit)))
    }
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let all = placed
    var lines = all.prefix(limit).map { entry -> String in
      let trunk = entry.open.dropFirst().map { $0 ? "│  " : "   " }.joined()
      let branch = entry.depth == 0 ? "" : (entry.isLast ? "└─ " : "├─ ")
      let flag = entry.node.needsAttention ? " ■" : ""
      return trunk + branch + words(entry.node, text) + flag
    }
    if all.count > limit { lines.append(text.words(DocumentMessages.more(all.count - limit))) }
    if all.contains(where: \.node.needsAttention) {
      lines += text.wrapped("■ " + text.words(attention), indent: "  ")
    }
    return lines
  }

  var columns: [Table.Column] {
    [
      Table.Column("id", DocumentMessages.what),
      Table.Column("parent", DocumentMessages.parent),
      Table.Column("depth", DocumentMessages.generation, .number),
      Table.Column("label", DocumentMessages.name),
      Table.Column("detail", DocumentMessages.value),
      Table.Column("attention", attention),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    placed.map { entry in
      [
        .text(entry.node.id), .text(entry.node.parent ?? ""), .integer(entry.depth),
        .localized(entry.node.label), .localized(entry.node.detail),
        entry.node.needsAttention ? .localized(DocumentMessages.yes) : .empty,
      ]
    }
  }
}
