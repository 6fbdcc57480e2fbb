import Assessment
import QuizPage
import Records
import Terminal
import Text

/// A quiz with a person at the keyboard, or a pipe that types like one.
struct QuizAtTerminal {
  /// How the questions are shown.
  enum Way {
    /// On all of the screen.
    case screen
    /// Line by line.
    case linear
    /// In a page of the browser.
    case page
  }

  let setting: QuizSetting
  let store: Store
  let language: Language
  /// Who sits down; `nil` where nothing is joined to a person.
  var identity: QuizIdentity?
  /// The way that was asked for, or `nil` for the one that suits the terminal.
  var way: Way?
  /// Whether the results may count in reports, where that was said on the command line.
  var said: Bool?

  func run(console: Console) throws -> Int32 {
    let form = setting.form
    let resumed = try store.openAttempt(
      code: setting.code, event: setting.event?.id, occasion: setting.occasion)
    let isChanged = resumed?.started.formVersion != form.version
    if let resumed, resumed.started.form == form.id, isChanged, setting.occasion != .practice {
      throw CommandFailure(QuizWords.formChanged, code: 1)
    }
    // Practice asks other questions every day; another session begins anew.
    let going = resumed.flatMap { $0.started.form == form.id && !isChanged ? $0 : nil }
    let participation = QuizParticipation(setting, store, language, said: said)
    if way == .page {
      try participation.recordWhatWasSaid()
    } else {
      guard try participation.ask(console) else { return 0 }
    }
    let id: String
    if let going {
      id = going.id
    } else {
      try setting.checkLimit(in: store)
      let record = setting.record(language: language, mode: way == .page ? .page : .terminal)
      id = try store.append(.attemptStarted(record))
    }
    var session = session(id, going, console)
    if way == .page {
      return try runPage(&session, isNew: going == nil, console)
    }
    let mode = QuizMode.choose(
      asked: way.map { $0 == .screen ? .screen : .linear }, console: console)
    if mode == .screen, let device = console.screen() {
      let ending = try screen(console).run(&session, on: device, clock: console.monotonic)
      if ending != .unavailable { return code(ending, session, console) }
    }
    return try runLines(&session, console)
  }

  // MARK: The two modes

  private func screen(_ console: Console) -> ScreenRun<any Error> {
    let drawings = QuizDrawings(
      language: language, isLarge: setting.hasLargePrint, environment: console.environment)
    var run = ScreenRun<any Error>(plain: PlainText.text)
    run.notice =
      (setting.occasion == .practice ? [] : [QuizWords.notice]) + drawings.unavailable
    run.drawings = drawings.choices(for: nil, columns: console.width)
    run.question = drawings.question(columns: console.width)
    run.drawing = TerminalChoices.load(console.environment).choice.drawing?.rawValue
    run.remember = { id in
      var choice = TerminalChoices.load(console.environment).choice
      choice.drawing = TerminalChoices.Drawing(rawValue: id)
      // What cannot be remembered is asked again the next time, and no test stops for it.
      _ = TerminalChoices.remember(choice, console.environment)
    }
    run.openPage = { session, marked in
      let page = QuizInBrowser(language: language, isLarge: setting.hasLargePrint)
      let ending = try page.run(
        &session, marked: &marked, key: .enter(console), stopsAtInterrupt: true, console: console)
      return switch ending {
      case .submitted: .submitted
      case .stopped: .stopped
      case .returned, nil: .returned
      }
    }
    run.usesStyles = console.environment["NO_COLOR"].map(\.isEmpty) ?? true
    return run
  }

  private func runPage(
    _ session: inout QuizSession<any Error>, isNew: Bool, _ console: Console
  ) throws -> Int32 {
    let participation = QuizParticipation(setting, store, language)
    let asks = try participation.isOpen()
    // The notice that asks says all that the short one says.
    let short = asks || setting.occasion == .practice ? nil : QuizWords.notice
    let page = QuizInBrowser(
      language: language, isLarge: setting.hasLargePrint,
      notice: identity?.notice(short) ?? short ?? LocalizedText(same: ""))
    var marked: Set<String> = []
    let ending = try page.run(
      &session, marked: &marked, clockWaits: isNew,
      key: console.isInteractive ? .enter(console) : nil, stopsAtInterrupt: true, console: console,
      participation: asks ? ParticipationNotice.current : nil,
      decide: { try participation.record($0) })
    switch ending {
    case .submitted: finish(session, console)
    case .returned where console.isInteractive:
      guard try participation.ask(console) else { return 0 }
      return try runLines(&session, console)
    case .returned, .stopped: break
    case nil: return 2
    }
    return 0
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
    // Whoever ends the program from outside does not read here, and the line may stand still.
    case .ended(.terminate): return EndSignal.terminate.exitCode
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
    ) { [store] event, secondsUsed in
      let fact = Fact(event, attempt: id, secondsUsed: secondsUsed)
      if event == .submitted {
        let outcomes = RecordedScoring.outcomes(form, kept.attempt.responses)
        try store.append([
          fact,
          .attemptScored(ScoreRecord(attempt: id, formVersion: form.version, outcomes: outcomes)),
        ])
      } else {
        try store.append(fact)
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
