import Assessment
import Records
import Text

/// The answers to one question.
struct SurveyQuestion: Sendable {
  let id: String
  let text: LocalizedText
  let n: Int
  /// Whether the answers are levels or options; else words, which no report prints.
  let isScale: Bool
  /// How many chose each level, in the order of the form, or from the lowest.
  let levels: [Level]
  /// The middle answer, where levels are numbers.
  let median: Double?
  /// The levels that stand in an order; `nil` for every number, empty where there is none.
  private let ranked: Set<String>?

  /// One level or option, and how many chose it.
  struct Level: Sendable {
    let id: String
    let name: LocalizedText
    let count: Int
  }

  /// Returns the questions of a form, then those that were answered and that it does not know.
  static func all(_ answers: [SurveyRecord], _ form: SurveyInput.Form?) -> [SurveyQuestion] {
    let known = form?.questions ?? []
    let others = Set(answers.flatMap(\.answers.keys)).subtracting(known.map(\.id)).sorted()
    let questions =
      known + others.map { SurveyInput.Question(id: $0, text: LocalizedText(same: $0)) }
    return questions.map { question in
      SurveyQuestion(question, answers.compactMap { $0.answers[question.id] })
    }
  }

  private init(_ question: SurveyInput.Question, _ answers: [RecordedResponse]) {
    let given = answers.filter { !$0.text.isEmpty }
    let counts = Dictionary(grouping: given, by: \.text).mapValues(\.count)
    id = question.id
    text = question.text
    n = given.count
    var names: [(id: String, name: LocalizedText)] = []
    switch question.kind {
    case .scale(let scale):
      isScale = true
      ranked = Self.ranked(scale)
      names = scale.map { level in
        let name = LocalizedText(
          en: "\(level.value) \(level.text.en)",
          km: "\(Prose.count(level.value).km) \(level.text.text(in: .khmer))")
        return ("\(level.value)", name)
      }
    case .choice(let options):
      isScale = true
      ranked = []
      names = options.map { ($0.id, $0.text) }
    case .text:
      isScale = false
      ranked = []
    case nil:
      isScale = !given.contains { $0.kind == .text }
      ranked = given.allSatisfy { Double($0.text) != nil } ? nil : []
    }
    let others = Set(counts.keys).subtracting(names.map(\.id))
      .sorted { (Double($0) ?? .infinity, $0) < (Double($1) ?? .infinity, $1) }
    levels = (names + others.map { ($0, LocalizedText(same: $0)) }).map {
      Level(id: $0.id, name: $0.name, count: counts[$0.id] ?? 0)
    }
    let texts = given.map(\.text)
    let ranked = ranked
    median = isScale ? Self.median(texts.compactMap { Self.number($0, ranked) }) : nil
  }

  /// Returns the place of an answer on the scale, or `nil` where it has none.
  func number(_ answer: RecordedResponse?) -> Double? {
    answer.flatMap { Self.number($0.text, ranked) }
  }

  private static func number(_ text: String, _ ranked: Set<String>?) -> Double? {
    ranked?.contains(text) == false ? nil : Double(text)
  }

  /// Returns the levels that stand in an order.
  ///
  /// Forms put an answer such as "I cannot tell" after the levels that rise, with a number below
  /// them; it is counted, and stands in no middle.
  private static func ranked(_ scale: [SurveyForm.Level]) -> Set<String> {
    let rising = scale.dropLast()
    let isApart =
      rising.count > 1 && zip(rising, rising.dropFirst()).allSatisfy { $0.value < $1.value }
      && scale.last.map { last in rising.allSatisfy { last.value < $0.value } } == true
    return Set((isApart ? Array(rising) : scale).map { "\($0.value)" })
  }

  /// Whether some answers stand beside the scale.
  var hasAnswersApart: Bool {
    guard let ranked, !ranked.isEmpty else { return false }
    return levels.contains { !ranked.contains($0.id) && $0.count > 0 }
  }

  /// Returns the middle of some numbers; of an even count the mean of the two in the middle.
  static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
