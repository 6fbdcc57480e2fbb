import Text

/// Writes a document as one page that needs nothing else: no script, no font, no picture file.
///
/// Meets WCAG 2.2 AA where a static page can: language and landmarks, captions and header cells,
/// contrast, reflow at 320 CSS pixels (a wide table scrolls in a region of its own that the
/// keyboard reaches), plots with a title, a description and every value in writing.
struct HTMLRendering {
  let language: Language
  /// The rows that sentences point at.
  private var targets: Set<RowReference> = []
  /// The captions of the tables of the document, by id.
  private var captions: [String: LocalizedText] = [:]

  init(language: Language) {
    self.language = language
  }

  /// Returns the whole page.
  func render(_ document: Document) -> String {
    var page = self
    page.captions = Dictionary(
      document.tables.map { ($0.id, $0.caption) }, uniquingKeysWith: { first, _ in first })
    page.targets = Set(
      document.blocks.flatMap { block -> [RowReference] in
        guard case .statement(let text) = block else { return [] }
        return (text.en.pieces + text.km.pieces).compactMap(\.source)
      })
    return page.page(document)
  }

  private func page(_ document: Document) -> String {
    let title = escaped(document.title)
    let isWide = document.tables.contains(where: Self.isWide)
    let style = HTMLStyle.sheet + "\n" + HTMLStyle.paper(isWide: isWide)
    var lines = [
      "<!DOCTYPE html>",
      "<html lang=\"\(language.rawValue)\"\(document.isSynthetic ? " class=\"synthetic\"" : "")>",
      "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(title)</title>", "<style>", style, "</style>", "</head>", "<body>",
    ]
    if document.isSynthetic {
      let banner = escaped(DocumentMessages.syntheticData)
      lines.append("<header class=\"banner\"><p role=\"note\">\(banner)</p></header>")
    }
    lines += [isWide ? "<main class=\"broad\">" : "<main>", "<h1>\(title)</h1>"]
    for (place, block) in document.blocks.enumerated() { lines += self.lines(block, place) }
    lines += ["</main>", "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func escaped(_ text: LocalizedText) -> String {
    HTMLText.escaped(text.text(in: language))
  }

  private func lines(_ block: Document.Block, _ place: Int) -> [String] {
    switch block {
    case .heading(let text, let depth):
      let tag = "h\(min(6, max(2, depth)))"
      return ["<\(tag)>\(escaped(text))</\(tag)>"]
    case .paragraph(let text): return ["<p>\(escaped(text))</p>"]
    case .statement(let text): return ["<p>\(linked(text))</p>"]
    case .note(let kind, let text):
      let label = escaped(DocumentMessages.noteLabel(kind))
      return [
        "<p class=\"note \(kind.rawValue)\" role=\"note\"><strong>\(label):</strong>"
          + " \(escaped(text))</p>"
      ]
    case .list(let texts, let isOrdered):
      let tag = isOrdered ? "ol" : "ul"
      return ["<\(tag)>"] + texts.map { "<li>\(escaped($0))</li>" } + ["</\(tag)>"]
    case .keyValues(let values): return lines(values)
    case .table(let table): return lines(table, place)
    case .plot(let plot): return figure(plot, place)
    }
  }

  /// Returns a sentence whose figures lead to their rows.
  private func linked(_ statement: Statement) -> String {
    (language == .khmer ? statement.km : statement.en).pieces.map { piece in
      let text = HTMLText.escaped(piece.text)
      guard let source = piece.source, captions[source.table] != nil else { return text }
      return "<a href=\"#\(Self.anchor(source))\">\(text)</a>"
    }.joined()
  }

  private static func anchor(_ row: RowReference) -> String {
    HTMLText.id("row", row.table, String(row.row))
  }

  /// Returns a picture with its numbers: in a table of the document, or in one of its own.
  private func figure(_ plot: Plot, _ place: Int) -> [String] {
    let svg = SVGPlot(language: language).picture(plot, place)
    let title = HTMLText.id("plot", String(place), plot.id, "title")
    let isWide = svg.first?.contains("max-width:none") ?? false
    var lines = ["<figure>", "<figcaption>\(escaped(plot.title))</figcaption>"]
    lines +=
      isWide
      ? ["<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(title)\">"]
        + svg + ["</div>"] : svg
    if let id = plot.table, let caption = captions[id] {
      let text = escaped(DocumentMessages.numbersInTable(caption))
      lines.append("<p class=\"foot\"><a href=\"#\(HTMLText.id("table", id))\">\(text)</a></p>")
    } else {
      lines += ["<details>", "<summary>\(escaped(DocumentMessages.dataOfPicture))</summary>"]
      lines += self.lines(plot.data, place) + ["</details>"]
    }
    return lines + ["</figure>"]
  }

  private func lines(_ values: KeyValues) -> [String] {
    var cells = CellText(language: language)
    var lines = ["<dl>"]
    for item in values.items {
      let value = HTMLText.escaped(cells.text(item.value))
      lines.append("<div><dt>\(escaped(item.title))</dt><dd>\(value)</dd></div>")
    }
    return lines + ["</dl>"] + notes(cells.explanations)
  }

  private func notes(_ texts: [String]) -> [String] {
    texts.map { "<p class=\"foot\">\(HTMLText.escaped($0))</p>" }
  }

  private func lines(_ table: Table, _ place: Int) -> [String] {
    var cells = CellText(language: language)
    let caption = HTMLText.id("caption", String(place), table.id)
    var lines = [
      "<div class=\"scroll\(Self.isWide(table) ? " wide" : "")\" role=\"region\" tabindex=\"0\""
        + " aria-labelledby=\"\(caption)\" id=\"\(HTMLText.id("table", table.id))\">",
      "<table>", "<caption id=\"\(caption)\"><span>\(escaped(table.caption))</span></caption>",
      "<thead>", "<tr>",
    ]
    for column in table.columns {
      lines.append("<th scope=\"col\"\(side(column))>\(escaped(column.title))</th>")
    }
    lines += ["</tr>", "</thead>", "<tbody>"]
    for (number, row) in table.rows.enumerated() {
      let fields = table.columns.indices.map { index in
        let text = HTMLText.escaped(index < row.count ? cells.text(row[index]) : "")
        let column = table.columns[index]
        return index == 0
          ? "<th scope=\"row\"\(side(column))>\(text)</th>" : "<td\(side(column))>\(text)</td>"
      }
      let reference = RowReference(table: table.id, row: number)
      let anchor = targets.contains(reference) ? " id=\"\(Self.anchor(reference))\"" : ""
      lines.append("<tr\(anchor)>" + fields.joined() + "</tr>")
    }
    if table.rows.isEmpty {
      let text = escaped(DocumentMessages.noRows)
      lines.append("<tr><td colspan=\"\(max(1, table.columns.count))\">\(text)</td></tr>")
    }
    lines += ["</tbody>", "</table>", "</div>"]
    return lines + notes(cells.explanations + table.footnotes.map { $0.text(in: language) })
  }

  private func side(_ column: Table.Column) -> String {
    switch column.kind {
    case .text: ""
    case .number: " class=\"n\""
    case .interval: " class=\"n i\""
    }
  }

  /// Tells whether a table has so many columns that it needs the whole width and small letters.
  private static func isWide(_ table: Table) -> Bool {
    table.columns.count > 8
  }
}
