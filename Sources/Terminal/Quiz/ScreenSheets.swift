import Assessment
import Text

/// What each view shows.
extension ScreenQuiz {
  /// The width for running text: the eye loses its way in longer lines.
  var textWidth: Int { cache.rowsPerLine > 1 ? size.columns : min(100, size.columns) }

  func sheet() -> Sheet {
    switch view {
    case .notice:
      return page(
        text(form.title), [ScreenMessages.welcome(form, minutes: minutes)] + notice,
        ScreenMessages.keysNotice)
    case .reading: return readingSheet()
    case .example, .question: return questionSheet()
    case .ready:
      return page(
        text(form.title), [ScreenMessages.ready(form.items.count, minutes: minutes)],
        ScreenMessages.keysReady)
    case .feedback(let feedback):
      return Sheet(
        title: Row(text(ScreenMessages.feedbackTitle), .bold),
        blocks: feedback.paragraphs.map(paragraph), keys: keys(ScreenMessages.keysPage))
    case .list: return listSheet()
    case .confirm: return confirmSheet()
    case .help:
      return page(
        text(ScreenMessages.helpTitle), ScreenHelp.paragraphs(canOpenPage: canOpenPage),
        ScreenMessages.keysPage)
    case .stopping:
      return page(
        text(ScreenMessages.stopTitle), [ScreenMessages.stopText], ScreenMessages.keysStop)
    case .timeOver:
      return page(
        text(ScreenMessages.timeOverTitle), [QuizMessages.timeOver], ScreenMessages.keysTimeOver)
    }
  }

  // MARK: Parts

  func keys(_ texts: [LocalizedText]) -> [String] { texts.map(text) }

  private func page(_ title: String, _ texts: [LocalizedText], _ keys: [LocalizedText]) -> Sheet {
    Sheet(
      title: Row(title, .bold),
      blocks: texts.map { paragraph(text($0)) }, keys: self.keys(keys))
  }

  private func paragraph(_ text: String) -> SheetBlock {
    SheetBlock(lines: drawn(text) + [SheetLine(rows: [Row()])])
  }

  /// Draws a text behind a label; the label stands beside the middle of the first line.
  func drawn(_ text: String, label: String = "", style: TextStyle = []) -> [SheetLine] {
    let width = DisplayWidth.columns(of: label)
    let indent = String(repeating: " ", count: width)
    return cache.lines(text, columns: textWidth - width).enumerated().map { index, line in
      SheetLine(
        rows: line.rows.enumerated().map { row, part in
          let isLabelled = index == 0 && row == labelRow(line.rows.count)
          let before = isLabelled ? label : indent
          return Row(
            [Span(before, isLabelled ? style : []), Span(part)].filter { !$0.text.isEmpty })
        })
    }
  }

  /// The row of a drawn line beside which its label stands: near the line on which letters stand.
  func labelRow(_ count: Int) -> Int { count > 1 ? count / 2 : 0 }

  /// A block that can be focused; its mark says so without colours, and the cursor stands on it.
  func choice(_ label: String, _ text: String, focus: Int) -> SheetBlock {
    let isFocused = self.focus == focus && stemScroll == nil
    let lines = drawn(
      text, label: (isFocused ? "> " : "  ") + label, style: isFocused ? .reverse : [])
    let row = lines.first.map { labelRow($0.rows.count) } ?? 0
    // On the mark between the brackets, or on the label.
    let offset = label.first == "(" || label.first == "[" ? 3 : 2
    return SheetBlock(
      lines: lines, focus: focus, cursor: SheetBlock.Place(line: 0, row: row, offset: offset))
  }

  // MARK: Views

  private func readingSheet() -> Sheet {
    let blocks = readingChoices.enumerated().map { index, choice -> SheetBlock in
      let name: String
      switch choice {
      case .drawing(let id):
        name = drawings.choices.first { $0.id == id }.map { both($0.name) } ?? id
      case .page: name = both(ScreenMessages.inBrowser)
      case .language: name = both(ScreenMessages.otherLanguage(language.other))
      }
      // Who cannot read the drawing can still read one of the two languages as letters.
      let isFocused = focus == index
      return SheetBlock(
        lines: LineWrapping.lines(
          "\(isFocused ? "> (x) " : "  ( ) ")\(index + 1). \(name)", width: textWidth,
          indent: "      "
        ).map { SheetLine(rows: [Row($0)]) },
        focus: index, cursor: SheetBlock.Place(line: 0, row: 0, offset: 3))
    }
    return Sheet(
      title: Row(both(ScreenMessages.readingTitle), .bold),
      stem: drawn(ScreenMessages.sample.km) + [SheetLine(rows: [Row()])],
      blocks: blocks, keys: [both(ScreenMessages.choose), both(ScreenMessages.take)])
  }

  private func both(_ text: LocalizedText) -> String {
    text.km == text.en ? text.en : "\(text.km) / \(text.en)"
  }

  private func listSheet() -> Sheet {
    let asked = form.items.count { $0.interaction != .performance }
    let open = unanswered.count
    let view = questionView
    var blocks = form.items.enumerated().map { index, item in
      let response = attempt.responses[item.id]
      let mark = response != nil ? "[x]" : item.interaction == .performance ? "[-]" : "[ ]"
      let flag = flagged.contains(item.id) ? "!" : " "
      let answer =
        response.map { view.shown($0, to: item, isBrief: true) }
        ?? text(
          item.interaction == .performance ? QuizMessages.observed : QuizMessages.unanswered)
      return row(
        "\(mark)\(flag) \(Self.padded(view.number(index + 1), like: form.items.count)). "
          + Self.oneLine(answer), focus: index)
    }
    blocks.append(row("--> \(text(ScreenMessages.handIn))", focus: form.items.count))
    var title = text(ScreenMessages.answered(asked - open, of: asked))
    if !flagged.isEmpty { title += " " + text(ScreenMessages.flaggedCount(flagged.count)) }
    if let time = size.columns < 60 ? shortTime : timeText { title += "  \(time)" }
    var keys = self.keys(ScreenMessages.keysList)
    if !typed.isEmpty { keys.insert("> \(typed)", at: 0) }
    return Sheet(title: Row(title, .bold), blocks: blocks, keys: keys)
  }

  /// A row of a list in plain letters.
  private func row(_ text: String, focus: Int) -> SheetBlock {
    let isFocused = self.focus == focus
    let line = Row(
      [Span(isFocused ? "> " : "  "), Span(text, isFocused ? .reverse : [])])
    return SheetBlock(
      lines: [SheetLine(rows: [line.clipped(to: textWidth)])], focus: focus,
      cursor: SheetBlock.Place(line: 0, row: 0, offset: 3))
  }

  private static func padded(_ number: String, like most: Int) -> String {
    let digits = "\(most)".utf8.count
    return String(repeating: " ", count: max(0, digits - number.unicodeScalars.count)) + number
  }

  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\n" ? " " : $0 }.filter {
          $0.properties.generalCategory != .format
        }))
  }

  private func confirmSheet() -> Sheet {
    let open = unanswered.count
    var texts = [text(ScreenMessages.confirmText(unanswered: open, flagged: flagged.count))]
    texts.append(text(ScreenMessages.confirmHow))
    var blocks = texts.map(paragraph)
    blocks.append(row("[ \(text(ScreenMessages.goBack)) ]", focus: 0))
    blocks.append(row("[ \(text(ScreenMessages.handIn)) ]", focus: 1))
    if !typed.isEmpty {
      blocks.append(SheetBlock(lines: [SheetLine(rows: [Row(), Row("> \(typed)")])]))
    }
    return Sheet(
      title: Row(text(ScreenMessages.confirmTitle), .bold), blocks: blocks,
      keys: keys(ScreenMessages.keysConfirm))
  }

  // MARK: Time

  /// The time that is left: by the minute, in the last minute by the second.
  var timeText: String? {
    guard let secondsLeft, isTiming else { return nil }
    if secondsLeft > 60 {
      return text(ScreenMessages.minutesLeft(Int((secondsLeft / 60).rounded(.up))))
    }
    return text(ScreenMessages.secondsLeft(Int(secondsLeft.rounded(.up))))
  }

  /// The same in few columns.
  var shortTime: String? {
    guard let secondsLeft, isTiming else { return nil }
    return secondsLeft > 60
      ? text(ScreenMessages.minutes(Int((secondsLeft / 60).rounded(.up))))
      : text(ScreenMessages.seconds(Int(secondsLeft.rounded(.up))))
  }

  /// The seconds until `timeText` reads differently, or `nil` without a limit.
  package var secondsToNextTime: Double? {
    guard let secondsLeft, isTiming else { return nil }
    if secondsLeft <= 0 { return 1 }
    let unit = secondsLeft > 60 ? 60.0 : 1
    let next = ((secondsLeft / unit).rounded(.up) - 1) * unit
    return max(0.01, secondsLeft - next)
  }
}
