import Assessment
import Text

/// The keys of everything but questions.
extension ScreenQuiz {
  // MARK: Pages of text

  mutating func takeOnPage(_ key: Key) {
    switch key {
    case .up, .down:
      scroll += key == .down ? 1 : -1
      return
    case .function(1), .scalar("?"):
      if view == .notice || view == .ready { return showHelp() }
    case .scalar("."), .scalar("។"):
      if view == .notice || view == .ready { return askToStop() }
    default: break
    }
    switch (view, key) {
    case (.notice, .enter), (.notice, .scalar(" ")):
      if needsReading { enterReading(then: .example) } else { startExample() }
    case (.ready, .enter): begin()
    case (.feedback, .enter), (.feedback, .scalar(" ")), (.feedback, .right): showPlace()
    case (.timeOver, .enter): effects.append(.finish)
    case (.stopping, .enter): leave(.stop(nil))
    case (.stopping, .scalar), (.stopping, .escape), (.stopping, .left), (.help, .enter),
      (.help, .escape), (.help, .scalar), (.help, .function), (.help, .left):
      goBack()
    default: break
    }
  }

  mutating func startExample() {
    openExample()
    say(ScreenMessages.tryKeys)
  }

  /// The end of the example, whatever was chosen.
  mutating func endExample() {
    view = .ready
    scroll = 0
    stemScroll = nil
  }

  /// The first question shows, and the time begins.
  private mutating func begin() {
    effects.append(.begin)
    effects.append(.dropTypeAhead)
    showPlace()
  }

  mutating func showHelp() {
    // Help within help is where it was.
    guard view != .help else { return }
    returnView = view
    view = .help
    scroll = 0
    stemScroll = nil
  }

  mutating func askToStop() {
    returnView = view
    view = .stopping
    scroll = 0
    stemScroll = nil
  }

  private mutating func goBack() {
    let target = returnView
    view = target
    scroll = 0
    stemScroll = nil
  }

  // MARK: Can you read this?

  mutating func enterReading(then next: View) {
    saveDraft()
    returnView = next
    returnFocus = focus
    view = .reading
    scroll = 0
    stemScroll = nil
    focus = readingChoices.firstIndex { $0 == .drawing(drawingID) } ?? 0
  }

  mutating func changeDrawing() {
    enterReading(then: view)
  }

  enum ReadingChoice: Hashable {
    case drawing(String)
    case page
    case language
  }

  /// What may be chosen: the drawings that this machine can make, the page, the other language.
  var readingChoices: [ReadingChoice] {
    drawings.usable.map { .drawing($0) }
      + (canOpenPage ? [.page] : []) + [.language]
  }

  mutating func takeInReading(_ key: Key) {
    let choices = readingChoices
    switch key {
    case .up, .backTab: focus = max(0, focus - 1)
    case .down, .tab: focus = min(choices.count - 1, focus + 1)
    case .home: focus = 0
    case .end: focus = choices.count - 1
    case .escape:
      if returnView == .question || returnView == .list { leaveReading() }
    case .enter, .scalar(" "):
      guard choices.indices.contains(focus) else { return }
      take(choices[focus])
    case .scalar("."), .scalar("។"): if returnView == .example { leave(.stop(nil)) }
    case .scalar(let scalar):
      guard let digit = Int(Khmer.withLatinDigits(String(scalar))),
        choices.indices.contains(digit - 1)
      else { return say(ScreenMessages.noSuchLabel) }
      focus = digit - 1
    default: break
    }
    // What is focused is what the sample is drawn with.
    if choices.indices.contains(focus), case .drawing(let id) = choices[focus], view == .reading {
      draw(with: id)
    }
  }

  private mutating func draw(with id: String) {
    guard let drawing = drawings.drawing(id) else { return }
    drawingID = id
    cache = drawing
  }

  private mutating func take(_ choice: ReadingChoice) {
    wasDrawingChosen = true
    switch choice {
    case .drawing(let id):
      draw(with: id)
      effects.append(.chose(drawing: id))
    case .page:
      // In the page the questions show at once.
      if !isTiming { effects.append(.begin) }
      effects.append(.openPage)
    case .language: speak(language.other)
    }
    leaveReading(inOtherLanguage: choice == .language)
  }

  private mutating func leaveReading(inOtherLanguage: Bool = false) {
    scroll = 0
    stemScroll = 0
    switch returnView {
    case .question where !inOtherLanguage:
      // What was typed stays, even where it is no answer yet.
      view = .question
      focus = returnFocus
    case .question, .list: showPlace()
    default: startExample()
    }
  }

  // MARK: The list

  mutating func takeInList(_ key: Key) {
    let count = form.items.count
    switch key {
    case .up, .backTab: focusInList(focus - 1)
    case .down, .tab: focusInList(focus + 1)
    case .home: focusInList(0)
    case .end: focusInList(count)
    case .enter: enterFromList()
    case .left, .escape, .scalar("-"), .scalar("ឥ"), .control("p"): visit(lastQuestion)
    case .backspace: typed = String(String.UnicodeScalarView(typed.unicodeScalars.dropLast()))
    case .function(1), .control("g"), .scalar("?"): showHelp()
    case .function(4), .control("o"), .scalar("@"), .scalar("ៗ"): openPage()
    case .function(5), .control("t"), .scalar("#"), .scalar("\""): changeDrawing()
    case .scalar("."), .scalar("។"): askToStop()
    case .scalar("!"), .function(2), .control("f"): flagInList()
    case .scalar(let scalar):
      guard typed.unicodeScalars.count < 20 else { return }
      typed.unicodeScalars.append(scalar)
      if let number = Int(Khmer.withLatinDigits(typed)), (1...max(1, count)).contains(number) {
        focus = number - 1
      }
    default: break
    }
  }

  private mutating func focusInList(_ index: Int) {
    typed = ""
    focus = min(max(0, index), form.items.count)
  }

  private mutating func enterFromList() {
    let count = form.items.count
    let word = TextInteraction.normalised(typed)
    typed = ""
    if QuizMessages.yes.contains(word) { return enterConfirm() }
    if !word.isEmpty {
      guard let number = Int(word), number >= 1, number <= count else {
        return say(QuizMessages.noSuchQuestion(count))
      }
      return visit(number - 1)
    }
    if focus >= count { enterConfirm() } else { visit(focus) }
  }

  private mutating func visit(_ index: Int) {
    guard form.items.indices.contains(index) else { return }
    record(.moved(to: index))
    showPlace()
  }

  private mutating func flagInList() {
    guard form.items.indices.contains(focus) else { return }
    let id = form.items[focus].id
    if flagged.remove(id) == nil { flagged.insert(id) }
    effects.append(.flagged(item: id, isFlagged: flagged.contains(id)))
  }

  // MARK: Handing in

  private mutating func enterConfirm() {
    view = .confirm
    typed = ""
    focus = 0
    scroll = 0
    stemScroll = nil
    // What was typed before the person saw the question is no answer to it.
    effects.append(.dropTypeAhead)
  }

  mutating func takeInConfirm(_ key: Key) {
    switch key {
    case .left, .right, .up, .down, .tab, .backTab:
      typed = ""
      focus = 1 - min(1, focus)
    case .escape: showPlace()
    case .backspace: typed = String(String.UnicodeScalarView(typed.unicodeScalars.dropLast()))
    case .scalar(let scalar):
      if typed.unicodeScalars.count < 20 { typed.unicodeScalars.append(scalar) }
    case .enter:
      let word = TextInteraction.normalised(typed)
      if !word.isEmpty {
        typed = ""
        guard ScreenMessages.wholeYes.contains(word) else {
          return say(ScreenMessages.typeTheWord)
        }
        return submit()
      }
      if focus == 1 { submit() } else { showPlace() }
    default: break
    }
  }

  private mutating func submit() {
    record(.submitted)
    effects.append(.finish)
  }
}
