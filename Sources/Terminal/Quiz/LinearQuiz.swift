package import Assessment
import Text

/// A quiz as numbered prompts: no cursor movement, so it works in any terminal, in a pipe and with
/// a screen reader.
///
/// Every event goes through the `QuizSession`, which returns only when it is on the disk, before the
/// next prompt shows.
package struct LinearQuiz<Failure: Error> {
  /// Turns Markdown into plain text.
  package var plain: (String) -> String

  /// Creates a quiz.
  package init(plain: @escaping (String) -> String) {
    self.plain = plain
  }

  /// How a quiz ended.
  package enum Ending: Sendable, Hashable {
    /// It was handed in.
    case submitted(Attempt)
    /// The person stopped, or the input ended; the attempt can be resumed.
    case stopped(Attempt)
  }

  /// Asks until the attempt is handed in or the person stops.
  package func run(
    _ session: inout QuizSession<Failure>, console: Console
  ) throws(Failure) -> Ending {
    let asking = Asking<Failure>(session, plain: plain, console: console)
    asking.greet(session.attempt)
    while !session.attempt.isSubmitted {
      if session.isOver {
        asking.say(QuizMessages.timeOver)
        try session.apply(.submitted)
        break
      }
      let goesOn =
        if let item = session.item {
          try asking.ask(item, &session)
        } else {
          try asking.review(&session)
        }
      guard goesOn else {
        asking.say(QuizMessages.notHandedIn)
        return .stopped(session.attempt)
      }
    }
    return .submitted(session.attempt)
  }
}

/// What one sitting of a linear quiz asks and says.
private struct Asking<Failure: Error> {
  let form: TestForm
  let language: Language
  let showsFeedback: Bool
  let view: QuestionView
  let console: Console

  init(_ session: QuizSession<Failure>, plain: @escaping (String) -> String, console: Console) {
    form = session.form
    language = session.language
    showsFeedback = session.showsFeedback
    view = QuestionView(language: session.language, seed: session.optionSeed, plain: plain)
    self.console = console
  }

  // MARK: One question

  /// Asks one question; `false` when the person stops or the input ends.
  func ask(_ item: Item, _ session: inout QuizSession<Failure>) throws(Failure) -> Bool {
    let position = session.attempt.position
    show(item, session)
    while true {
      console.write(QuizMessages.prompt.text(in: language))
      guard let line = readLine() else { return false }
      if session.isOver { return true }
      switch Command(line) {
      case .stop: return false
      case .next:
        try session.apply(.moved(to: position + 1))
        return true
      case .back:
        try session.apply(.moved(to: max(0, position - 1)))
        return true
      case .review:
        try session.apply(.moved(to: form.items.count))
        return true
      case .help: say(QuizMessages.howTo)
      case .text(let typed):
        let whole = wholeText(typed, item)
        if session.isOver { return true }
        switch AnswerInput.read(
          whole, item: item, seed: view.seed, current: session.attempt.responses[item.id])
        {
        case .notUnderstood(let remedy): say(remedy)
        case .response(let response):
          try answer(item, response, &session)
          return true
        }
      }
    }
  }

  /// Takes an answer; one that is not whole yet is kept, and the question stays.
  private func answer(
    _ item: Item, _ response: Response, _ session: inout QuizSession<Failure>
  ) throws(Failure) {
    let position = session.attempt.position
    try session.apply(.answered(item: item.id, response: response))
    let missing = view.missing(item, response)
    guard missing.isEmpty else {
      say(QuizMessages.soFar(view.shown(response, to: item), missing: missing))
      return try session.apply(.moved(to: position))
    }
    showFeedback(item, response)
  }

  /// The lines of an essay: one that ends with `\` goes on in the next.
  private func wholeText(_ typed: String, _ item: Item) -> String {
    guard case .essay = item.interaction else { return typed }
    var lines: [String] = []
    var line = typed
    while line.unicodeScalars.last == "\\" {
      lines.append(String(line.unicodeScalars.dropLast()))
      console.write(QuizMessages.nextLine)
      guard let next = readLine() else { return lines.joined(separator: "\n") }
      line = Console.withoutControls(next)
    }
    return (lines + [line]).joined(separator: "\n")
  }

  private func show(_ item: Item, _ session: QuizSession<Failure>) {
    let attempt = session.attempt
    console.line()
    say(
      QuizMessages.heading(
        attempt.position + 1, of: form.items.count,
        minutesLeft: session.secondsLeft.map { Int(($0 / 60).rounded(.up)) }))
    for line in view.lines(of: item) {
      wrap(line.text, indent: line.indent)
    }
    if let response = attempt.responses[item.id] {
      say(QuizMessages.current(view.shown(response, to: item)))
    }
  }

  private func showFeedback(_ item: Item, _ response: Response) {
    if let remark = view.remark(item, response) { say(remark) }
    guard showsFeedback else {
      if item.interaction.kind.needsRater, item.pool != .survey {
        say(QuizMessages.forTrainer)
      } else {
        say(QuizMessages.saved)
      }
      return
    }
    say(QuizMessages.verdict(ResponseProcessing.score(item, response)))
    for text in ResponseProcessing.feedback(item, response) {
      wrap(view.plain(text.text(in: language)))
    }
  }

  // MARK: The list before handing in

  /// Shows the list; `false` when the person stops or the input ends.
  func review(_ session: inout QuizSession<Failure>) throws(Failure) -> Bool {
    console.line()
    let count = form.items.count
    let open = session.unanswered
    list(session.attempt, open: open.count)
    console.write(QuizMessages.reviewPrompt.text(in: language))
    guard let line = readLine() else { return false }
    if session.isOver { return true }
    switch Command(line) {
    case .stop: return false
    case .help, .review: break
    case .next:
      let first = open.first.flatMap { id in form.items.firstIndex { $0.id == id } }
      try session.apply(.moved(to: first ?? 0))
    case .back: try session.apply(.moved(to: max(0, count - 1)))
    case .text(let typed):
      if isYes(typed) { return try confirm(&session) }
      if let number = Int(Khmer.withLatinDigits(typed)), number >= 1, number <= count {
        try session.apply(.moved(to: number - 1))
      } else {
        say(QuizMessages.noSuchQuestion(count))
      }
    }
    return true
  }

  private func list(_ attempt: Attempt, open: Int) {
    let asked = form.items.count { $0.interaction != .performance }
    say(QuizMessages.review(answered: asked - open, of: asked))
    for (index, item) in form.items.enumerated() {
      let answer =
        if let response = attempt.responses[item.id] {
          view.shown(response, to: item, isBrief: true)
        } else if item.interaction == .performance {
          QuizMessages.observed.text(in: language)
        } else {
          QuizMessages.unanswered.text(in: language)
        }
      wrap("  \(view.number(index + 1)). \(answer)", indent: "     ")
    }
  }

  private func confirm(_ session: inout QuizSession<Failure>) throws(Failure) -> Bool {
    console.write(
      QuizMessages.confirm(unanswered: session.unanswered.count).text(in: language))
    guard let line = readLine() else { return false }
    if isYes(Console.withoutControls(line)) { try session.apply(.submitted) }
    return true
  }

  // MARK: Parts

  func greet(_ attempt: Attempt) {
    say(QuizMessages.welcome(form.title, count: form.items.count, minutes: form.minutes))
    say(QuizMessages.howTo)
    if !attempt.responses.isEmpty { say(QuizMessages.resumed(attempt.responses.count)) }
  }

  /// Returns the next line; at the end of input the prompt's own line is ended first.
  private func readLine() -> String? {
    if let line = console.readLine() { return line }
    console.line()
    return nil
  }

  private func isYes(_ typed: String) -> Bool {
    QuizMessages.yes.contains(TextInteraction.normalised(typed))
  }

  func say(_ text: LocalizedText) {
    wrap(text.text(in: language))
  }

  private func wrap(_ text: String, indent: String = "") {
    for line in LineWrapping.lines(text, width: min(100, console.width), indent: indent) {
      console.line(line)
    }
  }

  /// What a line asks for; signs, because they are on every keyboard and in no answer.
  private enum Command {
    case next
    case back
    case review
    case help
    case stop
    case text(String)

    init(_ line: String) {
      let typed = Console.withoutControls(line)
      switch typed.lowercased() {
      case "": self = .next
      case "-", "back", "ថយ": self = .back
      case "/", "review", "បញ្ជី": self = .review
      case "?", "help", "ជំនួយ": self = .help
      case ".", "។", "stop", "ឈប់": self = .stop
      default: self = .text(typed)
      }
    }
  }
}
