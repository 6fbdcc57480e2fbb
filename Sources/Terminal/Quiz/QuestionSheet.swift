import Assessment
import Text

/// The sheet of a question.
extension ScreenQuiz {
  /// The columns of a field that is typed into.
  var fieldWidth: Int { max(8, textWidth - 4) }

  func questionSheet() -> Sheet {
    guard let item else { return Sheet(title: Row(), keys: []) }
    let lines = stem(item)
    let blocks = blocks(item)
    // Without anything to answer, the question itself is what scrolls.
    if blocks.isEmpty {
      return Sheet(
        title: questionTitle(item), blocks: [SheetBlock(lines: lines)], keys: questionKeys(item))
    }
    return Sheet(
      title: questionTitle(item), stem: lines, blocks: blocks, keys: questionKeys(item))
  }

  private func questionTitle(_ item: Item) -> Row {
    guard view != .example else { return Row(text(ScreenMessages.exampleTitle), .bold) }
    let view = questionView
    let place = "\(view.number(attempt.position + 1))/\(view.number(form.items.count))"
    let isFlagged = flagged.contains(item.id)
    var title = text(ScreenMessages.question(place))
    if isFlagged { title += "  [!] " + text(ScreenMessages.flaggedMark) }
    if let time = timeText { title += "  \(time)" }
    guard DisplayWidth.columns(of: title) > size.columns else { return Row(title, .bold) }
    // On a narrow screen the place and the time are what counts.
    return Row(place + (isFlagged ? " [!]" : "") + (shortTime.map { " \($0)" } ?? ""), .bold)
  }

  private func stem(_ item: Item) -> [SheetLine] {
    var stem = plain(text(item.stem))
    let view = questionView
    if case .blanks(let blanks) = item.interaction {
      for blank in blanks.blanks {
        stem = QuestionView.replacing(
          "[[\(blank.id)]]", in: stem, with: "(\(view.label(of: blank, in: blanks))) ____")
      }
    }
    var lines = drawn(stem)
    if let hint = ScreenMessages.hint(item.interaction) { lines += drawn(text(hint)) }
    if cache.rowsPerLine == 1, size.rows >= 16 { lines.append(SheetLine(rows: [Row()])) }
    return lines
  }

  private func blocks(_ item: Item) -> [SheetBlock] {
    let view = questionView
    let options = OptionOrder.options(of: item, seed: seed)
    func option(_ index: Int) -> String { plain(text(options[index].text)) }
    switch (draft.content, item.interaction) {
    case (.options(let chosen), let interaction):
      let isScale = if case .rating = interaction { true } else { false }
      let (open, close) = isMultiple(item) ? ("[", "]") : ("(", ")")
      return options.indices.map { index in
        let name = isScale ? view.number(index + 1) : view.letter(index)
        let mark = chosen.contains(index) ? "x" : " "
        return choice("\(open)\(mark)\(close) \(name)) ", option(index), focus: index)
      }
    case (.order(let places), _):
      return options.indices.map { index in
        let place = places.firstIndex(of: index).map { view.number($0 + 1) } ?? " "
        return choice("[\(place)] \(view.letter(index))) ", option(index), focus: index)
      }
    case (.pairs(let pairs), .match(let match)):
      let sources = match.sources.enumerated().map { index, source in
        let target = pairs.indices.contains(index) ? pairs[index] : nil
        let mark = target.map { view.number($0 + 1) } ?? " "
        return choice(
          "[\(mark)] \(view.letter(index))) ", plain(text(source.text)), focus: index)
      }
      let targets = OptionOrder.targets(of: item, seed: seed).enumerated().map { index, target in
        SheetBlock(
          lines: drawn(plain(text(target.text)), label: "      \(view.number(index + 1)) = "))
      }
      return sources + targets
    case (.blanks(let entries), .blanks(let blanks)):
      return blanks.blanks.enumerated().flatMap { index, blank -> [SheetBlock] in
        guard entries.indices.contains(index) else { return [] }
        return blankBlocks(
          blank, entries[index], index, label: view.label(of: blank, in: blanks), view)
      }
    case (.field(let field), _): return [fieldBlock(field, label: "", focus: 0)]
    default: return []
    }
  }

  private func blankBlocks(
    _ blank: BlanksInteraction.Blank, _ entry: Draft.Entry, _ index: Int, label: String,
    _ view: QuestionView
  ) -> [SheetBlock] {
    switch entry {
    case .text(let field): return [fieldBlock(field, label: "\(label): ", focus: index)]
    case .option(let chosen):
      let options = blankOptions(index)
      let mark = chosen.map { view.number($0 + 1) } ?? " "
      let name = chosen.flatMap { options.indices.contains($0) ? options[$0] : nil }
        .map { plain(text($0.text)) }
      return [choice("[\(mark)] \(label): ", name ?? "____", focus: index)]
        + options.enumerated().map { place, option in
          SheetBlock(
            lines: drawn(plain(text(option.text)), label: "      \(view.number(place + 1)) = "))
        }
    }
  }

  /// A field: where letters are hard to read, its text is drawn above as well.
  private func fieldBlock(_ field: TextField, label: String, focus: Int) -> SheetBlock {
    let isFocused = self.focus == focus && stemScroll == nil
    let before = (isFocused ? "> " : "  ") + label
    let indent = String(repeating: " ", count: DisplayWidth.columns(of: before))
    var lines: [SheetLine] = []
    if cache.rowsPerLine > 1, field.text.unicodeScalars.contains(where: Khmer.isKhmer) {
      lines = drawn(field.text)
    }
    let layout = FieldLayout(field.text, width: fieldWidth - DisplayWidth.columns(of: label))
    let place = layout.place(of: field.cursor)
    let cursor = SheetBlock.Place(
      line: lines.count + place.line, row: 0,
      offset: (place.line == 0 ? before : indent).unicodeScalars.count + place.offset)
    for (index, line) in layout.lines.enumerated() {
      let isEmpty = layout.lines.count == 1 && line.text.isEmpty
      lines.append(
        SheetLine(rows: [
          Row([
            Span(index == 0 ? before : indent),
            Span(isEmpty ? "________" : line.text, isEmpty ? .dim : .underline),
          ])
        ]))
    }
    return SheetBlock(lines: lines, focus: focus, cursor: cursor)
  }

  private func questionKeys(_ item: Item) -> [String] {
    guard view != .example else { return keys(ScreenMessages.keysExample) }
    var texts: [LocalizedText]
    switch draft.content {
    case .options: texts = ScreenMessages.keysOptions(isMultiple: isMultiple(item))
    case .order: texts = ScreenMessages.keysOrder
    case .pairs: texts = ScreenMessages.keysPairs
    case .nothing: texts = [ScreenMessages.enterNext] + ScreenMessages.keysSigns
    case .field(let field):
      texts = ScreenMessages.keysField(isMultiline: field.isMultiline)
    case .blanks:
      texts =
        isInField ? ScreenMessages.keysBlankField : ScreenMessages.keysBlankOption
    }
    if canOpenPage { texts.append(isInField ? ScreenMessages.pageKeyF4 : ScreenMessages.pageKey) }
    return keys(texts)
  }
}
