import Text

extension MarkdownDocument {
  /// Returns the document as lines for a terminal, or for a file of plain text.
  ///
  /// Lists keep their marks, rows of a table are lines `header: value`, a link is followed by its
  /// address, and Khmer is broken between words. Code is not broken, so its lines may be longer.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; never fewer than 8 are used.
  ///   - citationNumber: The number of a source by its id; a source without one is shown as its id.
  /// - Returns: The lines, with an empty one between blocks.
  package func plainText(
    width: Int, citationNumber: @escaping (String) -> Int? = { _ in nil }
  ) -> [String] {
    MarkdownPlainText(citationNumber: citationNumber).lines(blocks, width: width, isTight: false)
  }
}

/// Writes a tree as lines of text.
private struct MarkdownPlainText {
  let citationNumber: (String) -> Int?

  func lines(_ blocks: [MarkdownBlock], width: Int, isTight: Bool) -> [String] {
    var result: [String] = []
    for block in blocks {
      if !result.isEmpty, !isTight { result.append("") }
      result += lines(block, width: width)
    }
    return result
  }

  private func lines(_ block: MarkdownBlock, width: Int) -> [String] {
    switch block.content {
    case .paragraph(let inlines), .heading(_, let inlines):
      LineWrapping.lines(words(inlines), width: width)
    case .bulletList(let items, let isTight):
      list(items, width: width, isTight: isTight) { _ in "•" }
    case .orderedList(let start, let items, let isTight):
      list(items, width: width, isTight: isTight) { "\(start + $0)." }
    case .blockQuote(let blocks):
      lines(blocks, width: width - 2, isTight: false).map { $0.isEmpty ? "│" : "│ \($0)" }
    case .codeBlock(_, let text): code(text)
    case .table(let table): lines(table, width: width)
    case .thematicBreak: [String(repeating: "─", count: min(20, max(8, width)))]
    }
  }

  private func list(
    _ items: [[MarkdownBlock]], width: Int, isTight: Bool, marker: (Int) -> String
  ) -> [String] {
    let indent = (items.indices.map { DisplayWidth.columns(of: marker($0)) }.max() ?? 1) + 1
    let space = String(repeating: " ", count: indent)
    var result: [String] = []
    for (index, item) in items.enumerated() {
      if index > 0, !isTight { result.append("") }
      let body = lines(item, width: width - indent, isTight: isTight)
      for (offset, line) in (body.isEmpty ? [""] : body).enumerated() {
        let start = offset == 0 ? DisplayWidth.padded(marker(index), to: indent) : space
        result.append(line.isEmpty && offset > 0 ? "" : start + line)
      }
    }
    return result
  }

  private func code(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "" : "    \($0)" }
  }

  private func lines(_ table: MarkdownTable, width: Int) -> [String] {
    let header = table.header.map(words)
    guard !table.rows.isEmpty else {
      return LineWrapping.lines(header.joined(separator: ", "), width: width)
    }
    var result: [String] = []
    for row in table.rows {
      if !result.isEmpty { result.append("") }
      for (column, cell) in row.enumerated() {
        let name = column < header.count ? header[column] : ""
        let value = words(cell)
        if value.isEmpty { continue }
        result += LineWrapping.lines(
          name.isEmpty ? value : "\(name): \(value)", width: width, indent: "  ")
      }
    }
    return result
  }

  private func words(_ inlines: [MarkdownInline]) -> String {
    inlines.plainText(lineBreak: "\n", showsTargets: true) { id in
      "[\(citationNumber(id).map(String.init) ?? id)]"
    }
  }
}
