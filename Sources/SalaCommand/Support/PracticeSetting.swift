import ArgumentParser
import Assessment
import Curriculum
import Records
import Source
import Terminal
import Text

/// What a person may say about practising.
struct PracticeOptions: ParsableArguments {
  @Option(
    help: help(
      "Practice: the most questions of the session (10 where nothing is said).",
      "ការហាត់៖ ចំនួនសំណួរច្រើនបំផុតក្នុងមួយលើក (១០ បើមិនបញ្ជាក់)។"))
  var count: Int?
  @Option(help: help("Practice: only this module.", "ការហាត់៖ តែម៉ូឌុលនេះ។")) var module: String?
  @Option(
    help: help("Practice: only this learning outcome.", "ការហាត់៖ តែលទ្ធផលសិក្សានេះ។"))
  var outcome: String?
  @Flag(
    help: help(
      "Practice: every question, also those that are not due.",
      "ការហាត់៖ សំណួរទាំងអស់ រាប់ទាំងសំណួរដែលមិនទាន់ដល់ពេល។"))
  var all = false
  @Flag(
    name: .customLong("plan"),
    help: help(
      "Practice: show what would be asked and why, without asking.",
      "ការហាត់៖ បង្ហាញសំណួរដែលនឹងសួរ និងមូលហេតុ ដោយមិនសួរ។"))
  var showsPlan = false
  @Option(help: help("Of the plan: text, json, csv or html.", "សម្រាប់ផែនការ៖ text, json, csv ឬ html។"))
  var format: OutputFormat = .text

  /// The sizes that a session may have.
  static let counts = 1...200

  private var isGiven: Bool {
    count != nil || module != nil || outcome != nil || all || showsPlan
  }

  /// Returns a request with what these options say: `practice` is an occasion, a module a form.
  func request(_ asked: QuizRequest) throws -> QuizRequest {
    var request = asked
    if request.occasion == nil, request.form == "practice" || isGiven {
      request.occasion = .practice
    }
    guard request.occasion == .practice else {
      if isGiven { throw CommandFailure(PracticeWords.onlyForPractice) }
      return request
    }
    try CommandFailure.unless(count, isIn: Self.counts, option: "--count")
    if count != nil, all { throw CommandFailure(PracticeWords.countOrAll) }
    if let module {
      if let form = request.form, form != "practice", form != module {
        throw CommandFailure(PracticeWords.twoModules(form, module))
      }
      request.form = module
    }
    return request
  }

  /// Tells whether what is asked is planned: a form that an author made for practice is not.
  func plans(_ setting: QuizSetting) -> Bool {
    guard setting.occasion == .practice else { return false }
    let form = setting.form.id
    return form == "practice" || setting.curriculum.module(form) != nil
  }
}

/// One session of practice: what is asked is planned, and at the end it says what comes next.
struct PracticeSession {
  let options: PracticeOptions
  let setting: QuizSetting
  let store: Store
  let language: Language

  /// Plans, asks with `ask`, and sums up; a session that was stopped goes on with its questions.
  func run(_ console: Console, ask: (QuizSetting) throws -> Int32) throws -> Int32 {
    let day = PracticeDay.number(seconds: console.now(), offset: PracticeDay.phnomPenh)
    let stopped = try stopped()
    let plan = try plan(day: day)
    if options.showsPlan {
      let document = PracticeDocument(
        curriculum: setting.curriculum, isSynthetic: store.isSynthetic
      )
      .plan(plan, stopped: stopped?.form.items.count ?? 0)
      console.write(
        try rendered(document, as: options.format, language: language, console: console))
      return 0
    }
    if let stopped, !options.all { return try sitting(stopped, day: day, console, ask: ask) }
    if options.all {
      return try sitting(narrowed(to: try items()), day: day, console, ask: ask)
    }
    guard !plan.chosen.isEmpty else {
      say(PracticeWords.nothingDue(next: plan.next), console)
      return 0
    }
    for line in PracticeWords.reasons(plan) { say(line, console) }
    var planned = narrowed(to: plan.chosen.map(\.item))
    planned.session = "\(day)"
    return try sitting(planned, day: day, console, ask: ask)
  }

  private func say(_ text: LocalizedText, _ console: Console) {
    for line in LineWrapping.lines(
      text.text(in: language), width: min(100, console.width), indent: "  ")
    {
      console.line(line)
    }
  }

  /// Asks, and sums up what was handed in.
  private func sitting(
    _ setting: QuizSetting, day: Int, _ console: Console, ask: (QuizSetting) throws -> Int32
  ) throws -> Int32 {
    let before = Set(try handedIn().map(\.id))
    let code = try ask(setting)
    guard let attempt = try handedIn().last(where: { !before.contains($0.id) }) else { return code }
    let document = PracticeDocument(curriculum: setting.curriculum, isSynthetic: store.isSynthetic)
      .summary(attempt.outcomes, after: try plan(day: day))
    console.line()
    console.write(try rendered(document, as: .text, language: language, console: console))
    return code
  }

  // MARK: What there is to ask

  /// The questions of the module, or of all, and of the outcome where one is named.
  private func items() throws -> [Item] {
    guard let outcome = options.outcome else { return setting.form.items }
    let items = setting.form.items.filter { $0.outcome.value == outcome }
    guard items.isEmpty else { return items }
    let known = setting.form.items.map(\.outcome.value)
    throw CommandFailure(
      PracticeWords.noOutcome(outcome, suggestion: Suggestion.nearest(to: outcome, in: known)),
      code: 1)
  }

  private func plan(day: Int) throws -> PracticePlan {
    let outcomeOf = Dictionary(
      setting.curriculum.items.map { ($0.id, $0.outcome.value) },
      uniquingKeysWith: { first, _ in first })
    let preTest = try store.attempts(occasion: .pre)
      .filter { $0.code == setting.code && $0.isHandedIn }
      .max { ($0.submittedAt ?? "", $0.id) < ($1.submittedAt ?? "", $1.id) }
    return PracticePlanning.plan(
      PracticePlanning.Request(
        items: try items(), history: try history(),
        preTest: OutcomeResult.sums(preTest?.outcomes ?? [], outcomeOf: outcomeOf), day: day,
        learnerSeed: setting.code,
        count: options.all ? nil : options.count ?? PracticePlanning.standardCount,
        takesAll: options.all))
  }

  /// The learner's practice that was handed in, in the order of handing in.
  private func handedIn() throws -> [ScoredAttempt] {
    try store.attempts(occasion: .practice).filter { $0.code == setting.code && $0.isHandedIn }
      .sorted { ($0.submittedAt ?? "", $0.id) < ($1.submittedAt ?? "", $1.id) }
  }

  /// The learner's answers, each with the day on which it was handed in.
  private func history() throws -> [PracticeAnswer] {
    try handedIn().flatMap { attempt -> [PracticeAnswer] in
      guard let seconds = Timestamp.seconds(attempt.submittedAt ?? "") else { return [] }
      let day = PracticeDay.number(seconds: seconds, offset: PracticeDay.phnomPenh)
      return attempt.outcomes.compactMap { outcome in
        PracticeResult(outcome).map {
          PracticeAnswer(item: outcome.item, result: $0, day: day)
        }
      }
    }
  }

  /// The session that the learner stopped, with the questions it had; `nil` where there is none,
  /// where it asks beyond what is asked for now, or where its questions changed.
  private func stopped() throws -> QuizSetting? {
    let open = try store.openAttempt(
      code: setting.code, event: setting.event?.id, occasion: .practice)
    guard let open, open.started.form == setting.form.id else { return nil }
    let known = Dictionary(
      try items().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let items = open.started.items.compactMap { known[$0] }
    let narrowed = narrowed(to: items)
    return items.count == open.started.items.count
      && narrowed.form.version == open.started.formVersion ? narrowed : nil
  }

  /// Returns the setting with a form of these questions alone.
  private func narrowed(to items: [Item]) -> QuizSetting {
    let whole = setting.form
    var narrowed = setting
    narrowed.form = TestForm(
      id: whole.id, title: whole.title, items: items, anchors: [],
      minutes: max(5, items.count * 2), masteryPercent: whole.masteryPercent,
      policy: whole.policy)
    return narrowed
  }
}
