import Text

/// Writes a document as lines for a terminal: no colour, no cursor movement, no right borders.
///
/// Everything is lined up by display width, since Khmer letters take other columns than their
/// count. Lines do not pass the asked width unless a single word does.
struct TextRendering {
  let language: Language
  let width: Int
  let drawsPictures: Bool

  init(language: Language, width: Int, drawsPictures: Bool = true) {
    self.language = language
    self.drawsPictures = drawsPictures
    self.width = min(1000, max(20, width))
  }

  /// Returns the whole document, ending in a line end.
  func render(_ document: Document) -> String {
    var parts: [[String]] = []
    if document.isSynthetic { parts.append(wrapped(syntheticBanner)) }
    parts.append(underlined(document.title.text(in: language), with: "="))
    parts += document.blocks.map(lines)
    if document.isSynthetic { parts.append(wrapped(syntheticBanner)) }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var syntheticBanner: String {
    "*** " + DocumentMessages.syntheticData.text(in: language) + " ***"
  }

  private func lines(_ block: Document.Block) -> [String] {
    switch block {
    case .heading(let text, let depth):
      underlined(text.text(in: language), with: depth <= 2 ? "-" : "")
    case .paragraph(let text): wrapped(text.text(in: language))
    case .statement(let text): wrapped((language == .khmer ? text.km : text.en).plain)
    case .note(let kind, let text):
      wrapped(
        DocumentMessages.noteLabel(kind).text(in: language) + ": " + text.text(in: language),
        indent: "  ")
    case .list(let texts, let isOrdered):
      texts.enumerated().flatMap { index, text in
        let mark = isOrdered ? "\(index + 1). " : "- "
        return wrapped(
          mark + text.text(in: language), indent: String(repeating: " ", count: mark.count))
      }
    case .keyValues(let values): lines(values)
    case .table(let table): TextTable(language: language, width: width).lines(table)
    case .plot(let plot):
      TextPlot(language: language, width: width, isDrawn: drawsPictures).lines(plot)
    }
  }

  private func wrapped(_ text: String, indent: String = "") -> [String] {
    LineWrapping.lines(text, width: width, indent: indent)
  }

  private func underlined(_ text: String, with mark: String) -> [String] {
    let lines = wrapped(text)
    guard !mark.isEmpty else { return lines }
    let longest = lines.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    return lines + [String(repeating: mark, count: longest)]
  }

  private func lines(_ values: KeyValues) -> [String] {
    var cells = CellText(language: language)
    let pairs = values.items.map { ($0.title.text(in: language), cells.text($0.value)) }
    let longest = pairs.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0
    let start = min(longest, max(8, width / 2))
    let lines = pairs.flatMap { title, value in
      let head = DisplayWidth.padded(title, to: start) + "  "
      return wrapped(head + value, indent: String(repeating: " ", count: start + 2))
    }
    return lines + cells.explanations.flatMap { wrapped($0, indent: "    ") }
  }
}
