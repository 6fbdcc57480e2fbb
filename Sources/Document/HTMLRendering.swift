import Text

/// Writes a document as one page that needs nothing else: no script, no font, no picture file.
///
/// Meets WCAG 2.2 AA where a static page can: language and landmarks, captions and header cells,
/// contrast, reflow at 320 CSS pixels (a wide table scrolls in a region of its own that the
/// keyboard reaches), plots with a title, a description and every value in writing.
struct HTMLRendering {
  let language: Language

  func render(_ document: Document) -> String {
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
    case .plot(let plot): return SVGPlot(language: language).figure(plot, place)
    }
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
        + " aria-labelledby=\"\(caption)\">",
      "<table>", "<caption id=\"\(caption)\"><span>\(escaped(table.caption))</span></caption>",
      "<thead>", "<tr>",
    ]
    for column in table.columns {
      lines.append("<th scope=\"col\"\(side(column))>\(escaped(column.title))</th>")
    }
    lines += ["</tr>", "</thead>", "<tbody>"]
    for row in table.rows {
      let fields = table.columns.indices.map { index in
        let text = HTMLText.escaped(index < row.count ? cells.text(row[index]) : "")
        let column = table.columns[index]
        return index == 0
          ? "<th scope=\"row\"\(side(column))>\(text)</th>" : "<td\(side(column))>\(text)</td>"
      }
      lines.append("<tr>" + fields.joined() + "</tr>")
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
