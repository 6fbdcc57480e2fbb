import Assessment
import Text

extension Draft {
  /// The draft of nothing.
  static let none = Draft(content: .nothing)

  private init(content: Content) { self.content = content }
}

/// The keys of a question.
extension ScreenQuiz {
  /// Shows the question or the list at the place of the attempt.
  mutating func showPlace() {
    typed = ""
    scroll = 0
    isTouched = false
    wasWarned = false
    stemScroll = 0
    guard let item = attempt.position < form.items.count ? form.items[attempt.position] : nil else {
      view = .list
      stemScroll = nil
      draft = .none
      let open = unanswered.first.flatMap { id in form.items.firstIndex { $0.id == id } }
      focus = open ?? form.items.count
      return
    }
    view = .question
    lastQuestion = attempt.position
    open(item, response: attempt.responses[item.id])
  }

  mutating func openExample() {
    view = .example
    stemScroll = 0
    scroll = 0
    isTouched = false
    wasWarned = false
    open(ExampleQuestion.item, response: nil)
  }

  private mutating func open(_ item: Item, response: Response?) {
    draft = Draft(item, response: response, view: questionView)
    focus = 0
    if case .options(let chosen) = draft.content { focus = chosen.min() ?? 0 }
  }

  /// Whether the keys go into a text.
  var isInField: Bool { (view == .question || view == .example) && focusedField != nil }

  var focusedField: TextField? {
    switch draft.content {
    case .field(let field): field
    case .blanks(let entries):
      if entries.indices.contains(focus), case .text(let field) = entries[focus] {
        field
      } else {
        nil
      }
    default: nil
    }
  }

  /// How many things can be focused.
  var focusCount: Int {
    guard let item else { return 0 }
    switch draft.content {
    case .options, .order: return OptionOrder.options(of: item, seed: seed).count
    case .field: return 1
    case .pairs(let pairs): return pairs.count
    case .blanks(let entries): return entries.count
    case .nothing: return 0
    }
  }

  // MARK: Keys

  mutating func takeInQuestion(_ key: Key) {
    if takeCommand(key) { return }
    if focusedField != nil, takeInField(key) { return }
    switch key {
    case .enter: finish()
    case .up, .backTab: moveFocus(-1)
    case .down, .tab: moveFocus(1)
    case .home where isPaged: stemScroll = 0
    case .home: setFocus(0)
    case .end: setFocus(focusCount - 1)
    case .left, .right: turn(key == .right ? 1 : -1)
    case .backspace, .delete: clearFocused()
    case .scalar(" "): toggle(focus)
    case .scalar(let scalar): takeSign(scalar)
    default: break
    }
  }

  /// Keys that mean the same while a text is typed.
  private mutating func takeCommand(_ key: Key) -> Bool {
    switch key {
    case .function(1), .control("g"): showHelp()
    case .function(2), .control("f"): flag()
    case .function(3), .control("r"): go(to: form.items.count)
    case .function(4), .control("o"): openPage()
    case .function(5), .control("t"): changeDrawing()
    case .control("n"): go(to: attempt.position + 1)
    case .control("p"): go(to: max(0, attempt.position - 1))
    default: return false
    }
    return true
  }

  /// Signs stand for commands, letters and digits for answers; the signs of the Khmer layout that
  /// lie on the same keys count as well.
  private mutating func takeSign(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "-", "ឥ": go(to: max(0, attempt.position - 1))
    case "/", "\u{17CA}": go(to: form.items.count)
    case "?": showHelp()
    case ".", "។": askToStop()
    case "!": flag()
    case "@", "ៗ": openPage()
    case "#", "\"": changeDrawing()
    default: takeLabel(scalar)
    }
  }

  private mutating func moveFocus(_ step: Int) {
    // From the pages of the question the first step leads to what can be answered.
    if stemScroll != nil {
      stemScroll = nil
      return
    }
    setFocus(focus + step)
  }

  mutating func setFocus(_ index: Int) {
    stemScroll = nil
    let count = focusCount
    guard count > 0 else { return }
    focus = min(max(0, index), count - 1)
    isTouched = true
    typed = ""
  }

  // MARK: Going on

  /// What Enter does: records the answer and goes on.
  mutating func finish() {
    guard let item else { return }
    if stemScroll != nil, isPaged {
      stemScroll = nil
      return
    }
    if case .options(let chosen) = draft.content, chosen.isEmpty, isTouched, !isMultiple(item) {
      choose(focus, item)
    }
    if draft.isEmpty, !draft.isChanged, item.interaction != .performance, !wasWarned {
      wasWarned = true
      return say(ScreenMessages.nothingYet(item.interaction.kind))
    }
    if view == .example { return endExample() }
    switch draft.reading(item, view: questionView) {
    case .notYet(let remedy): say(remedy)
    case .response(let response):
      let missing = questionView.missing(item, response)
      if !missing.isEmpty, !wasWarned {
        saveDraft()
        wasWarned = true
        return say(QuizMessages.soFar(questionView.shown(response, to: item), missing: missing))
      }
      complete(item, response)
    }
  }

  /// Records an answer where it is new, and goes on.
  private mutating func complete(_ item: Item, _ response: Response) {
    let position = attempt.position
    let before = attempt.responses[item.id]
    if draft.isChanged, response != before, !response.isEmpty || before != nil {
      record(.answered(item: item.id, response: response))
    }
    if attempt.position != position + 1 { record(.moved(to: position + 1)) }
    draft.isChanged = false
    if showsFeedback, !response.isEmpty {
      view = .feedback(feedback(item, response))
      scroll = 0
      stemScroll = nil
      return
    }
    showPlace()
    if let about = questionView.remark(item, response) {
      say(about)
    } else if !response.isEmpty {
      say(ScreenMessages.savedQuestion(position + 1))
    }
  }

  private func feedback(_ item: Item, _ response: Response) -> Page {
    var paragraphs = [text(QuizMessages.verdict(ResponseProcessing.score(item, response)))]
    if let about = questionView.remark(item, response) { paragraphs.append(text(about)) }
    for said in ResponseProcessing.feedback(item, response) {
      paragraphs.append(plain(text(said)))
    }
    return Page(paragraphs: paragraphs)
  }

  /// Goes elsewhere; an answer that cannot be read is said once to be lost.
  mutating func go(to position: Int) {
    guard view != .example else { return say(ScreenMessages.onlyInTest) }
    if !saveDraft(), !wasWarned {
      wasWarned = true
      guard let item, case .notYet(let remedy) = draft.reading(item, view: questionView) else {
        return
      }
      return say(ScreenMessages.notSaved(remedy))
    }
    let target = min(position, form.items.count)
    if target != attempt.position { record(.moved(to: target)) }
    showPlace()
  }

  private mutating func flag() {
    guard view != .example, let item else { return say(ScreenMessages.onlyInTest) }
    if flagged.remove(item.id) == nil { flagged.insert(item.id) }
    let isFlagged = flagged.contains(item.id)
    effects.append(.flagged(item: item.id, isFlagged: isFlagged))
    say(isFlagged ? ScreenMessages.flagged : ScreenMessages.unflagged)
  }

  mutating func openPage() {
    guard view != .example else { return say(ScreenMessages.onlyInTest) }
    guard canOpenPage else { return say(ScreenMessages.noPage) }
    saveDraft()
    effects.append(.openPage)
  }

  func isMultiple(_ item: Item) -> Bool {
    if case .choice(let choice) = item.interaction { choice.isMultiple } else { false }
  }
}
