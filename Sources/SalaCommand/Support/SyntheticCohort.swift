import Assessment
import Curriculum
import Records
import Text

/// People who do not exist, and how they answer.
///
/// Each has an ability drawn around zero; an item is answered right with the probability of a
/// three-parameter logistic model whose lower asymptote is blind guessing (Birnbaum, in Lord and
/// Novick, Statistical Theories of Mental Test Scores, 1968). Teaching adds to the ability. None
/// of the numbers describes anybody; they only exercise the tools.
struct SyntheticCohort {
  var people: Int
  var seed: UInt64
  var eventID: String
  var curriculum: Curriculum
  /// The mean ability that teaching adds, in logits.
  var gain = meanGain

  /// The mean ability that teaching by master trainers adds, in logits.
  static let meanGain = 0.9
  /// The share of people who miss the post-test.
  static let attrition = 0.06
  /// The share of items that somebody leaves out.
  static let omission = 0.02

  /// Records event, roster, attempts and scores; returns how many attempts were handed in.
  func record(in store: Store) throws -> Int {
    var generator = SeededGenerator(seed: seed, purpose: "cohort/" + eventID)
    let created = EventRecord(
      id: eventID, title: SyntheticWords.eventTitle, curriculum: curriculum.id,
      curriculumVersion: curriculum.version, forms: curriculum.forms.prefix(2).map(\.id),
      seed: Int(seed % 1_000_000_000))
    let plan = EventPlanning.create(created, existing: try store.events())
    if let problem = plan.findings.first(where: { $0.severity == .error }) {
      throw CommandFailure(problem.message, code: 1)
    }
    try store.append(plan.facts)
    guard let event = try store.event(eventID) else { return 0 }
    let roster = Roster.plan(
      count: people, event: event, taken: try store.knownCodes(), using: &generator)
    let described = roster.learners.map { Fact.personDescribed(person($0, &generator)) }
    try store.append(roster.facts + described)
    let abilities = roster.learners.map { _ in Self.normal(&generator) * 0.8 }
    let gains = roster.learners.map { _ in
      gain + 0.4 * Self.normal(&generator)
    }
    var handedIn = 0
    for occasion in [Occasion.pre, .post] {
      try store.append(.occasionOpened(OccasionRecord(event: eventID, occasion: occasion)))
      for (index, learner) in roster.learners.enumerated() {
        if occasion == .post, generator.unit() < Self.attrition { continue }
        let ability = abilities[index] + (occasion == .post ? gains[index] : 0)
        try take(learner.enrollment, occasion, ability: ability, event, store, &generator)
        handedIn += 1
      }
      try store.append(.occasionClosed(OccasionRecord(event: eventID, occasion: occasion)))
    }
    return handedIn
  }

  private func take(
    _ learner: EventSummary.Enrollment, _ occasion: Occasion, ability: Double,
    _ event: EventSummary, _ store: Store, _ generator: inout SeededGenerator
  ) throws {
    var withLearner = event
    withLearner.learners = [learner]
    let formID = withLearner.allocatedForm(code: learner.code, occasion: occasion)
    guard let form = curriculum.forms.first(where: { $0.id == formID }) else { return }
    var attempt = Attempt(items: form.items.map(\.id))
    for item in form.items {
      let response = respond(item, ability: ability, &generator)
      if let response { attempt = attempt.after(.answered(item: item.id, response: response)) }
    }
    let record = AttemptRecord(
      event: eventID, code: learner.code, occasion: occasion, form: form, language: .khmer,
      mode: .paper, optionSeed: "")
    try store.append(
      .attemptImported(
        ImportRecord(
          attempt: record, answers: attempt.responses,
          outcomes: RecordedScoring.outcomes(form, attempt.responses),
          startedAt: nil, submittedAt: nil, repetition: 1, file: "synthetic",
          sha256: "synthetic-\(seed)-\(eventID)")))
  }

  /// Returns an answer, or none where the person leaves the item out.
  private func respond(_ item: Item, ability: Double, _ generator: inout SeededGenerator)
    -> Response?
  {
    if generator.unit() < Self.omission { return nil }
    // The difficulty belongs to the item, not to the form, so that anchors behave alike in both.
    var own = SeededGenerator(seed: StableHash.fnv64(item.id))
    let difficulty = 1.6 * own.unit() - 0.8
    let knows = generator.unit() < 1 / (1 + Self.exp(-(1.2 * (ability - difficulty))))
    switch item.interaction {
    case .choice(let choice):
      if knows { return .chosen(choice.correctIDs) }
      let wrong = choice.options
      guard !wrong.isEmpty else { return nil }
      let count = choice.isMultiple ? 1 + generator.index(below: 2) : 1
      return .chosen(generator.shuffled(wrong).prefix(count).map(\.id))
    case .numeric(let numeric):
      guard let best = numeric.answers.max(by: { $0.weight < $1.weight }) else { return nil }
      return .number(knows ? best.value : best.value + 2 * (best.tolerance + 1))
    case .text(let text):
      return knows ? text.accepted.first.map { .text($0) } : .text("-")
    case .match(let match):
      if knows { return .pairs(match.key) }
      let targets = match.sources.compactMap { source -> (String, String)? in
        guard !match.targets.isEmpty else { return nil }
        return (source.id, match.targets[generator.index(below: match.targets.count)].id)
      }
      return .pairs(Dictionary(targets, uniquingKeysWith: { first, _ in first }))
    case .order(let order):
      let ids = order.options.map(\.id)
      return .order(knows ? ids : generator.shuffled(ids))
    case .blanks(let blanks):
      let entries = blanks.blanks.map { ($0.id, knows ? Self.right($0.entry) : "-") }
      return .blanks(Dictionary(entries, uniquingKeysWith: { first, _ in first }))
    case .rating(let rating):
      guard !rating.options.isEmpty else { return nil }
      return .chosen([rating.options[generator.index(below: rating.options.count)].id])
    // Nobody makes up what humans would have to judge.
    case .essay, .performance: return nil
    }
  }

  /// What is right in a blank, by its one text form.
  private static func right(_ entry: BlanksInteraction.Entry) -> String {
    switch entry {
    case .text(let text): text.accepted.first ?? "-"
    case .numeric(let numeric):
      numeric.answers.max { $0.weight < $1.weight }
        .map { Response.number($0.value).encoded } ?? "-"
    case .choice(let choice): choice.correctIDs.first ?? "-"
    }
  }

  private func person(_ learner: RosterPlan.Learner, _ generator: inout SeededGenerator)
    -> PersonAttributes
  {
    let provinces = Province.all.map(\.id)
    return PersonAttributes(
      code: learner.enrollment.code,
      sex: generator.unit() < 0.45 ? "female" : "male",
      province: provinces[generator.index(below: provinces.count)],
      organisation: generator.unit() < 0.7 ? "provincial administration" : "NGO network",
      role: generator.unit() < 0.5 ? "officer" : "chief of office")
  }

  /// A standard normal number as the sum of twelve uniform ones less six; exact enough to make
  /// people up, and free of a logarithm.
  static func normal(_ generator: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + generator.unit() }
  }

  /// The exponential function by halving and a Taylor sum, so that every machine makes up the
  /// same people to the last bit.
  private static func exp(_ x: Double) -> Double {
    let small = min(30, max(-30, x)) / 1024
    var term = 1.0
    var sum = 1.0
    for n in 1...8 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
