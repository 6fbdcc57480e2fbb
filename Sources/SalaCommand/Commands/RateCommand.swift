import ArgumentParser
import Assessment
import Curriculum
import Document
import Records
import Source
import Terminal
import Text

/// `sala results rate`: a human judges an answer by its rubric.
struct ResultsRateCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate",
    abstract: both(
      "Judge an answer by its rubric; without levels, show the answer and its rubric.",
      "វាយតម្លៃចម្លើយតាមតារាងវាយតម្លៃ។ បើមិនបញ្ជាក់កម្រិត នឹងបង្ហាញចម្លើយ និងតារាងវាយតម្លៃ។"),
    discussion: both(
      "Without a learner or a question, lists what waits for a judgement. A later judgement counts; the earlier ones stay in the records.",
      "បើមិនបញ្ជាក់សិក្ខាកាម ឬសំណួរ នឹងបង្ហាញបញ្ជីចម្លើយដែលរង់ចាំការវាយតម្លៃ។ ការវាយតម្លៃចុងក្រោយត្រូវបានយកមកគិត ឯការវាយតម្លៃមុនៗនៅមានក្នុងកំណត់ត្រា។"
    ))

  @Option(help: help("The learner's code.", "កូដសិក្ខាកាម។")) var learner: String?
  @Option(help: help("The question, by id.", "លេខសម្គាល់សំណួរ។")) var item: String?
  @Option(
    help: help(
      "A criterion and the number of its level, from 1 on, such as clear=2; once for each.",
      "លក្ខណៈវិនិច្ឆ័យ និងលេខកម្រិត ចាប់ពី 1 ដូចជា clear=2។ សូមសរសេរម្តងសម្រាប់លក្ខណៈវិនិច្ឆ័យនីមួយៗ។"))
  var level: [String] = []
  @Option(
    help: help(
      "Who judges: a code or initials, no name.", "អ្នកវាយតម្លៃ៖ កូដ ឬអក្សរកាត់ មិនមែនឈ្មោះ។"))
  var rater: String?
  @Option(help: help("Only this event.", "យកតែព្រឹត្តិការណ៍នេះ។")) var event: String?
  @Option(help: help("Only this occasion.", "យកតែតេស្តនេះ។")) var occasion: Occasion?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    if let event { _ = try EventFinding.event(event, in: store) }
    let attempts = try self.attempts(in: store)
    guard learner != nil, let id = item else {
      if !level.isEmpty || rater != nil { throw CommandFailure(RateWords.which) }
      let document = RateWords.waiting(attempts, item: item, isSynthetic: store.isSynthetic)
      console.write(try rendered(document, as: format, language: language, console: console))
      return 0
    }
    let named = Set(try store.events().map(\.curriculum))
    let course = try LoadedForms.load(
      curriculum ?? (named.count == 1 ? named.first : nil), console: console
    ).curriculum
    let (item, rubric) = try judged(id, course)
    let attempt = try attempt(attempts, item: item)
    if level.isEmpty {
      let document = RateWords.answer(
        item, attempt, rubric, isSynthetic: store.isSynthetic)
      console.write(try rendered(document, as: format, language: language, console: console))
      return 0
    }
    guard let rater else { throw CommandFailure(RateWords.whoRates) }
    let plan = RatingPlanning.plan(
      item, of: attempt, rubric: rubric, typed: level, rater: rater, option: "--level")
    console.report(plan.findings, in: language)
    guard let outcome = plan.outcome else { return 1 }
    try store.append(plan.facts)
    if plan.isKnown { console.line(RateWords.known.text(in: language)) }
    console.line(RateWords.points(outcome, item: item).text(in: language))
    return 0
  }

  private func attempts(in store: Store) throws -> [ScoredAttempt] {
    let code = try learner.map { typed -> String in
      if case .code(let code) = LearnerCode.parse(typed) { return code }
      if try store.knownCodes().contains(typed) { return typed }
      throw CommandFailure(RateWords.noLearner(typed), code: 1)
    }
    return try store.attempts(event: event, occasion: occasion)
      .filter { $0.isHandedIn && (code == nil || $0.code == code) }
  }

  /// The question and its rubric, or why nobody can judge it.
  private func judged(_ id: String, _ course: Curriculum) throws -> (Item, Rubric) {
    guard let item = course.items.first(where: { $0.id == id }) else {
      throw CommandFailure(
        RescoreWords.noItem(
          id, suggestion: Suggestion.nearest(to: id, in: course.items.map(\.id))), code: 1)
    }
    guard item.interaction.kind.needsRater else {
      throw CommandFailure(RateWords.notJudged(id), code: 1)
    }
    guard let name = item.rubric?.value,
      let rubric = course.rubrics.first(where: { $0.id == name })
    else { throw CommandFailure(RateWords.noRubric(id, item.rubric?.value), code: 1) }
    return (item, rubric)
  }

  /// The one attempt that is meant: of several on one occasion, the latest.
  private func attempt(_ attempts: [ScoredAttempt], item: Item) throws -> ScoredAttempt {
    let holding = attempts.filter { attempt in attempt.outcomes.contains { $0.item == item.id } }
    let places = Set(holding.map { [$0.event ?? "–", $0.occasion.rawValue] })
    if places.count > 1 {
      throw CommandFailure(
        RateWords.several(places.map { $0.joined(separator: " ") }.sorted()), code: 1)
    }
    guard let attempt = holding.last else {
      throw CommandFailure(RateWords.noAttempt(learner ?? "", item: item.id), code: 1)
    }
    if item.interaction.kind == .essay, attempt.answers[item.id] == nil {
      throw CommandFailure(RateWords.leftOut(learner ?? "", item: item.id), code: 1)
    }
    return attempt
  }
}
