package import Assessment
package import Text

/// The quiz on the whole screen, as a value: a key makes it another value and a list of effects.
///
/// It touches nothing. Whoever runs it carries out the effects in order, above all `record`, which
/// must be on the disk before the next screen is painted.
package struct ScreenQuiz {
  /// Something to be done outside.
  package enum Effect: Sendable, Hashable {
    /// Make an event durable.
    case record(Attempt.Event)
    /// The first question shows now: from here on the time counts.
    case begin
    /// Hand the attempt over to the page in a browser until that is done.
    case openPage
    /// The person chose how text is drawn; the id is remembered.
    case chose(drawing: String)
    /// The person went on in another language.
    case spoke(Language)
    /// A mark was set on a question or taken off.
    case flagged(item: String, isFlagged: Bool)
    /// Forget what was typed ahead.
    case dropTypeAhead
    /// Stop the job, as Ctrl-Z does.
    case suspend
    /// Paint the screen afresh.
    case repaint
    /// End without handing in; the signal whose key was pressed, or `nil`.
    case stop(EndSignal?)
    /// End; the attempt was handed in.
    case finish
  }

  /// What is shown.
  enum View: Hashable {
    case notice
    case reading
    case example
    case ready
    case question
    case feedback(Page)
    case list
    case confirm
    case help
    case stopping
    case timeOver
  }

  /// Paragraphs of their own.
  struct Page: Hashable {
    var paragraphs: [String]
  }

  // MARK: What stays

  let form: TestForm
  let showsFeedback: Bool
  let seed: String
  let plain: (String) -> String
  let notice: [LocalizedText]
  let drawings: DrawingShelf
  let canOpenPage: Bool
  let isResumed: Bool
  /// How many minutes there are; `nil` without a limit.
  let minutes: Int?

  // MARK: What changes

  private(set) var language: Language
  /// The attempt, with every event that was returned as an effect.
  package internal(set) var attempt: Attempt
  /// The size of the terminal.
  package var size: ScreenSize { didSet { settle(followsFocus: true) } }
  var view: View
  /// Where help, reading and stopping go back to.
  var returnView: View = .question
  var returnFocus = 0
  var draft = Draft.none
  var focus = 0
  /// Whether the focus was moved or something chosen since the question showed.
  var isTouched = false
  /// Whether Enter was already pressed on a question without an answer.
  var wasWarned = false
  var flagged: Set<String>
  var remark: String?
  var secondsLeft: Double?
  var typed = ""
  var lastQuestion = 0
  /// The first line of the blocks that shows.
  var scroll = 0
  /// The first line of the stem that shows where it has pages of its own; `nil` shows the blocks.
  var stemScroll: Int?
  var drawingID: String
  /// Whether the person has said which drawing can be read.
  var wasDrawingChosen: Bool
  var cache: DrawnCache
  var effects: [Effect] = []

  /// Creates a quiz at its first screen, or at the place where the attempt was left.
  ///
  /// - Parameters:
  ///   - session: The sitting, whose attempt may have been begun before.
  ///   - size: The size of the terminal.
  ///   - notice: What is said before the first question, such as what becomes of the answers.
  ///   - drawings: The ways to draw text; the first one is used until the person chooses, so for
  ///     English, which every terminal draws well, letters come first.
  ///   - drawing: The id of the way that was chosen before, or `nil`.
  ///   - flagged: The ids of the questions that were marked before.
  ///   - canOpenPage: Whether a page in a browser can be opened.
  ///   - plain: Turns Markdown into plain text.
  package init<Failure: Error>(
    _ session: QuizSession<Failure>, size: ScreenSize, notice: [LocalizedText] = [],
    drawings: [DrawingChoice] = [.plain], drawing: String? = nil, flagged: Set<String> = [],
    canOpenPage: Bool = false, plain: @escaping (String) -> String
  ) {
    form = session.form
    showsFeedback = session.showsFeedback
    seed = session.optionSeed
    language = session.language
    attempt = session.attempt
    minutes = session.timeLimit.map { Int(($0 / 60).rounded(.up)) }
    isResumed =
      !session.attempt.responses.isEmpty || session.attempt.position > 0
      || session.secondsUsed > 1
    secondsLeft = session.secondsLeft
    self.size = size
    self.notice = notice
    self.drawings = DrawingShelf(drawings)
    self.flagged = flagged
    self.canOpenPage = canOpenPage
    self.plain = plain
    if let drawing, let known = self.drawings.drawing(drawing) {
      (drawingID, cache, wasDrawingChosen) = (drawing, known, true)
    } else {
      let first = self.drawings.first
      (drawingID, cache, wasDrawingChosen) = (first.id, first.drawing, false)
    }
    view = .notice
    if isResumed {
      showPlace()
      say(QuizMessages.resumed(attempt.responses.count))
    } else if notice.isEmpty {
      openExample()
    }
    if needsReading, view != .notice { enterReading(then: view) }
    settle(followsFocus: true)
  }

  /// Khmer is drawn badly by every terminal known, so who reads it is asked once; English is not.
  var needsReading: Bool { language == .khmer && !wasDrawingChosen }

  /// Whether questions show, so that the time counts.
  package var isTiming: Bool {
    switch view {
    case .notice, .example, .ready: false
    case .reading, .help, .stopping: returnView == .question || returnView == .list
    default: true
    }
  }

  /// Whether a text is being typed that is not recorded yet.
  package var hasUnsavedText: Bool { isTiming && draft.isChanged }

  // MARK: Parts

  var questionView: QuestionView { QuestionView(language: language, seed: seed, plain: plain) }

  /// The question that shows: the example, or the one at the place of the attempt.
  var item: Item? {
    if view == .example { return ExampleQuestion.item }
    return attempt.position < form.items.count ? form.items[attempt.position] : nil
  }

  /// The ids of what could be answered and is not.
  var unanswered: [String] {
    form.items.filter { $0.interaction != .performance && attempt.responses[$0.id] == nil }
      .map(\.id)
  }

  mutating func say(_ text: LocalizedText) { remark = text.text(in: language) }

  func text(_ text: LocalizedText) -> String { text.text(in: language) }

  mutating func record(_ event: Attempt.Event) {
    effects.append(.record(event))
    attempt = attempt.after(event)
  }

  mutating func speak(_ other: Language) {
    language = other
    effects.append(.spoke(other))
  }

  // MARK: What happens

  /// Takes a key and returns what has to be done, in order.
  package mutating func take(_ key: Key) -> [Effect] {
    effects = []
    switch key {
    case .control("c"): leave(.stop(.interrupt))
    case .control("\\"): leave(.stop(.quit))
    case .control("z"): effects.append(.suspend)
    case .control("l"): effects.append(.repaint)
    case .cursorReport: break
    default:
      guard size.isEnough else { break }
      remark = nil
      let isPage = key == .pageUp || key == .pageDown
      if isPage { page(key) } else { takeInView(key) }
      settle(followsFocus: !isPage)
    }
    return effects
  }

  private mutating func takeInView(_ key: Key) {
    if case .paste = key, !isInField {
      return say(ScreenMessages.pasteIgnored)
    }
    switch view {
    case .notice, .ready, .feedback, .timeOver, .help, .stopping: takeOnPage(key)
    case .reading: takeInReading(key)
    case .example, .question: takeInQuestion(key)
    case .list: takeInList(key)
    case .confirm: takeInConfirm(key)
    }
  }

  /// Takes the time that is left; hands in when it is over.
  package mutating func tick(secondsLeft: Double?, isOver: Bool) -> [Effect] {
    effects = []
    self.secondsLeft = secondsLeft
    guard isOver, isTiming, !attempt.isSubmitted else { return [] }
    // What was typed before the time was over counts.
    saveDraft()
    record(.submitted)
    effects.append(.dropTypeAhead)
    view = .timeOver
    remark = nil
    scroll = 0
    settle(followsFocus: true)
    return effects
  }

  /// Goes on with an attempt that was changed elsewhere, such as in the page.
  package mutating func goOn(with other: Attempt, flagged marked: Set<String>) -> [Effect] {
    effects = []
    attempt = other
    flagged = marked
    if attempt.isSubmitted {
      effects.append(.finish)
    } else {
      showPlace()
      settle(followsFocus: true)
    }
    return effects
  }
}
