import Assessment
import Records
import Terminal
import Text

/// A quiz with a person at the keyboard, or a pipe that types like one.
struct QuizAtTerminal {
  let setting: QuizSetting
  let store: Store
  let language: Language
  /// The mode that was asked for, or `nil` for the one that suits the terminal.
  var mode: QuizMode?
  /// The ways to draw text, the best one first.
  var drawings: [DrawingChoice] = [.plain]
  /// What is asked of the terminal to find those that suit it, or `nil`.
  var question: TerminalQuestion?
  /// The id of the drawing that the person chose before in this terminal, or `nil`.
  var drawing: String?
  /// Remembers the drawing that the person chooses.
  var remember: (String) -> Void = { _ in }
  /// Goes on with the sitting in a browser, or `nil` where that cannot be.
  var openPage: ScreenRun<any Error>.OpenPage?

  func run(console: Console) throws -> Int32 {
    let form = setting.form
    let resumed = try store.openAttempt(
      code: setting.code, event: setting.event?.id, occasion: setting.occasion)
    if let resumed, resumed.started.form == form.id, resumed.started.formVersion != form.version {
      throw CommandFailure(QuizWords.formChanged, code: 1)
    }
    let going = resumed.flatMap { $0.started.form == form.id ? $0 : nil }
    let id: String
    if let going {
      id = going.id
    } else {
      try setting.checkLimit(in: store)
      id = try store.append(.attemptStarted(setting.record(language: language, mode: .terminal)))
    }
    var session = session(id, going, console)
    if QuizMode.choose(asked: mode, console: console) == .screen, let device = console.screen() {
      let ending = try screen(console).run(&session, on: device, clock: console.monotonic)
      if ending != .unavailable { return code(ending, session, console) }
    }
    return try runLines(&session, console)
  }

  // MARK: The two modes

  private func screen(_ console: Console) -> ScreenRun<any Error> {
    var run = ScreenRun<any Error>(plain: PlainText.text)
    run.notice = setting.occasion == .practice ? [] : [QuizWords.notice]
    run.drawings = drawings
    run.question = question
    run.drawing = drawing
    run.remember = remember
    run.openPage = openPage
    run.usesStyles = console.environment["NO_COLOR"].map(\.isEmpty) ?? true
    return run
  }

  private func runLines(_ session: inout QuizSession<any Error>, _ console: Console) throws -> Int32
  {
    if setting.occasion != .practice { console.line(QuizWords.notice.text(in: language)) }
    let ending = try LinearQuiz<any Error>(plain: PlainText.text).run(&session, console: console)
    if case .submitted = ending { finish(session, console) }
    return 0
  }

  /// Says how a sitting on the screen ended, now that the window shows lines again.
  private func code(
    _ ending: ScreenRun<any Error>.Ending, _ session: QuizSession<any Error>, _ console: Console
  ) -> Int32 {
    switch ending {
    case .submitted:
      finish(session, console)
      return 0
    case .stopped:
      console.line(QuizWords.notHandedIn.text(in: language))
      return 0
    // Whoever closed the window reads nothing any more.
    case .ended(.hangUp), .closed: return EndSignal.hangUp.exitCode
    case .ended(let signal):
      console.line(QuizWords.notHandedIn.text(in: language))
      return signal.exitCode
    case .unavailable: return 2
    }
  }

  private func finish(_ session: QuizSession<any Error>, _ console: Console) {
    QuizWords.finish(
      RecordedScoring.outcomes(setting.form, session.attempt.responses), setting: setting,
      console: console, language: language)
  }

  // MARK: The engine

  /// The sitting, with the journal behind it; handing in is durable with its score.
  private func session(
    _ id: String, _ going: OpenAttempt?, _ console: Console
  ) -> QuizSession<any Error> {
    let form = setting.form
    let kept = Kept(going?.attempt ?? Attempt(items: form.items.map(\.id)))
    return QuizSession(
      form: form, language: language, optionSeed: going?.started.optionSeed ?? setting.optionSeed,
      showsFeedback: form.policy.showsFeedback(on: setting.occasion),
      timeLimit: setting.minutes.map { Double($0 * 60) }, usedBefore: going?.secondsUsed ?? 0,
      attempt: kept.attempt, clock: console.monotonic
    ) { [store] event, _ in
      switch event {
      case .answered(let item, let response):
        try store.append(.answerGiven(AnswerRecord(attempt: id, item: item, response: response)))
      case .moved(let position):
        try store.append(.attemptMoved(MoveRecord(attempt: id, position: position)))
      case .submitted:
        let outcomes = RecordedScoring.outcomes(form, kept.attempt.responses)
        try store.append([
          .attemptSubmitted(SubmissionRecord(attempt: id)),
          .attemptScored(ScoreRecord(attempt: id, formVersion: form.version, outcomes: outcomes)),
        ])
      }
      kept.attempt = kept.attempt.after(event)
    }
  }

  /// The attempt as the journal holds it.
  private final class Kept {
    var attempt: Attempt
    init(_ attempt: Attempt) { self.attempt = attempt }
  }
}
