package import Assessment
package import Text

/// A quiz as numbered prompts: no cursor movement, so it works in any terminal, in a pipe and with
/// a screen reader.
///
/// The state is an `Attempt`; every event is recorded before the next prompt shows, and the
/// recorder returns only when the event is on the disk.
package struct LinearQuiz<Failure: Error> {
  /// The form.
  package var form: TestForm
  /// The language of the questions.
  package var language: Language
  /// What fixes the order of options.
  package var optionSeed: String
  /// Whether each answer is followed by its feedback, as in practice.
  package var showsFeedback: Bool
  /// When the time is over, in seconds since 1970, or `nil` without a limit.
  package var deadline: Double?
  /// Turns Markdown into plain text.
  package var plain: (String) -> String
  /// Makes an event durable.
  package var record: (Attempt.Event) throws(Failure) -> Void

  /// Creates a quiz.
  package init(
    form: TestForm, language: Language, optionSeed: String, showsFeedback: Bool, deadline: Double?,
    plain: @escaping (String) -> String,
    record: @escaping (Attempt.Event) throws(Failure) -> Void
  ) {
    self.form = form
    self.language = language
    self.optionSeed = optionSeed
    self.showsFeedback = showsFeedback
    self.deadline = deadline
    self.plain = plain
    self.record = record
  }

  /// How a quiz ended.
  package enum Ending: Sendable, Hashable {
    /// It was handed in.
    case submitted(Attempt)
    /// The person stopped, or the input ended; the attempt can be resumed.
    case stopped(Attempt)
  }

  /// Asks until the attempt is handed in or the person stops.
  package func run(from start: Attempt, console: Console) throws(Failure) -> Ending {
    var attempt = start
    greet(attempt, console: console)
    while !attempt.isSubmitted {
      if isOver(console) {
        say(QuizMessages.timeOver, console)
        return .submitted(try apply(.submitted, to: attempt))
      }
      let step =
        attempt.position < form.items.count
        ? try ask(attempt, console: console) : try review(attempt, console: console)
      guard let step else {
        say(QuizMessages.notHandedIn, console)
        return .stopped(attempt)
      }
      attempt = step
    }
    return .submitted(attempt)
  }

  // MARK: One question

  private func ask(_ attempt: Attempt, console: Console) throws(Failure) -> Attempt? {
    let item = form.items[attempt.position]
    show(item, attempt: attempt, console: console)
    while true {
      console.write(QuizMessages.prompt.text(in: language))
      guard let line = readLine(console) else { return nil }
      if isOver(console) { return attempt }
      switch Command(line) {
      case .stop: return nil
      case .next: return try apply(.moved(to: attempt.position + 1), to: attempt)
      case .back: return try apply(.moved(to: max(0, attempt.position - 1)), to: attempt)
      case .review: return try apply(.moved(to: form.items.count), to: attempt)
      case .help: say(QuizMessages.howTo, console)
      case .text(let typed):
        let whole = wholeText(typed, item, console: console)
        if isOver(console) { return attempt }
        switch AnswerInput.read(
          whole, item: item, seed: optionSeed, current: attempt.responses[item.id])
        {
        case .notUnderstood(let remedy): say(remedy, console)
        case .response(let response):
          return try answer(item, response, attempt, console: console)
        }
      }
    }
  }

  /// Takes an answer; one that is not whole yet is kept, and the question stays.
  private func answer(
    _ item: Item, _ response: Response, _ attempt: Attempt, console: Console
  ) throws(Failure) -> Attempt {
    let next = try apply(.answered(item: item.id, response: response), to: attempt)
    let missing = view.missing(item, response)
    guard missing.isEmpty else {
      say(QuizMessages.soFar(view.shown(response, to: item), missing: missing), console)
      return try apply(.moved(to: attempt.position), to: next)
    }
    showFeedback(item, response, console: console)
    return next
  }

  /// The lines of an essay: one that ends with `\` goes on in the next.
  private func wholeText(_ typed: String, _ item: Item, console: Console) -> String {
    guard case .essay = item.interaction else { return typed }
    var lines: [String] = []
    var line = typed
    while line.unicodeScalars.last == "\\" {
      lines.append(String(line.unicodeScalars.dropLast()))
      console.write(QuizMessages.nextLine)
      guard let next = readLine(console) else { return lines.joined(separator: "\n") }
      line = Console.withoutControls(next)
    }
    return (lines + [line]).joined(separator: "\n")
  }

  private func show(_ item: Item, attempt: Attempt, console: Console) {
    console.line()
    say(
      QuizMessages.heading(
        attempt.position + 1, of: form.items.count, minutesLeft: minutesLeft(console)), console)
    for line in view.lines(of: item) {
      wrap(line.text, indent: line.indent, console: console)
    }
    if let response = attempt.responses[item.id] {
      say(QuizMessages.current(view.shown(response, to: item)), console)
    }
  }

  private func showFeedback(_ item: Item, _ response: Response, console: Console) {
    if let remark = view.remark(item, response) { say(remark, console) }
    guard showsFeedback else {
      if item.interaction.kind.needsRater, item.pool != .survey {
        say(QuizMessages.forTrainer, console)
      } else {
        say(QuizMessages.saved, console)
      }
      return
    }
    say(QuizMessages.verdict(ResponseProcessing.score(item, response)), console)
    for text in ResponseProcessing.feedback(item, response) {
      wrap(plain(text.text(in: language)), console: console)
    }
  }

  // MARK: The list before handing in

  private func review(_ attempt: Attempt, console: Console) throws(Failure) -> Attempt? {
    console.line()
    let count = form.items.count
    let open = unanswered(attempt)
    let asked = form.items.count { $0.interaction != .performance }
    say(QuizMessages.review(answered: asked - open.count, of: asked), console)
    for (index, item) in form.items.enumerated() {
      let answer =
        if let response = attempt.responses[item.id] {
          view.shown(response, to: item, isBrief: true)
        } else if item.interaction == .performance {
          QuizMessages.observed.text(in: language)
        } else {
          QuizMessages.unanswered.text(in: language)
        }
      wrap("  \(number(index + 1)). \(answer)", indent: "     ", console: console)
    }
    console.write(QuizMessages.reviewPrompt.text(in: language))
    guard let line = readLine(console) else { return nil }
    if isOver(console) { return attempt }
    switch Command(line) {
    case .stop: return nil
    case .help, .review: return attempt
    case .next:
      let first = open.first.flatMap { id in form.items.firstIndex { $0.id == id } }
      return try apply(.moved(to: first ?? 0), to: attempt)
    case .back: return try apply(.moved(to: max(0, count - 1)), to: attempt)
    case .text(let typed):
      if isYes(typed) {
        return try confirm(attempt, console: console)
      }
      if let number = Int(Khmer.withLatinDigits(typed)), number >= 1, number <= count {
        return try apply(.moved(to: number - 1), to: attempt)
      }
      say(QuizMessages.noSuchQuestion(count), console)
      return attempt
    }
  }

  private func confirm(_ attempt: Attempt, console: Console) throws(Failure) -> Attempt? {
    console.write(
      QuizMessages.confirm(unanswered: unanswered(attempt).count).text(in: language))
    guard let line = readLine(console) else { return nil }
    guard isYes(Console.withoutControls(line)) else { return attempt }
    return try apply(.submitted, to: attempt)
  }

  // MARK: Parts

  private func apply(_ event: Attempt.Event, to attempt: Attempt) throws(Failure) -> Attempt {
    try record(event)
    return attempt.after(event)
  }

  private func greet(_ attempt: Attempt, console: Console) {
    say(
      QuizMessages.welcome(form.title, count: form.items.count, minutes: form.minutes), console)
    say(QuizMessages.howTo, console)
    if !attempt.responses.isEmpty { say(QuizMessages.resumed(attempt.responses.count), console) }
  }

  private func isOver(_ console: Console) -> Bool {
    let grace = Double(form.policy.graceMinutes * 60)
    return deadline.map { console.now() >= $0 + grace } ?? false
  }

  private func minutesLeft(_ console: Console) -> Int? {
    deadline.map { max(0, Int((($0 - console.now()) / 60).rounded(.up))) }
  }

  /// Returns the next line; at the end of input the prompt's own line is ended first.
  private func readLine(_ console: Console) -> String? {
    if let line = console.readLine() { return line }
    console.line()
    return nil
  }

  private func isYes(_ typed: String) -> Bool {
    QuizMessages.yes.contains(TextInteraction.normalised(typed))
  }

  private var view: QuestionView {
    QuestionView(language: language, seed: optionSeed, plain: plain)
  }

  /// What could be answered and is not; what a trainer observes cannot.
  private func unanswered(_ attempt: Attempt) -> [String] {
    form.items.filter { $0.interaction != .performance && attempt.responses[$0.id] == nil }
      .map(\.id)
  }

  private func number(_ value: Int) -> String {
    language == .khmer ? QuizMessages.khmer(value) : "\(value)"
  }

  private func say(_ text: LocalizedText, _ console: Console) {
    wrap(text.text(in: language), console: console)
  }

  private func wrap(_ text: String, indent: String = "", console: Console) {
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
