import Assessment
import Psychometrics
import Records
import Text

/// The tests of one form on one occasion that count: of each person at each event the first one.
struct TestSet: Sendable {
  let form: String
  let occasion: Occasion
  let attempts: [ScoredAttempt]

  /// Returns the sets with people, ordered by form, then occasion.
  ///
  /// - Parameters:
  ///   - input: Attempts of any kind; practice and follow-up are left out.
  ///   - occasion: Only this one; `nil` for pre- and post-test.
  ///   - form: Only this one; `nil` for all.
  /// - Returns: The sets.
  static func all(_ input: PrePostInput, occasion: Occasion?, form: String?) -> [TestSet] {
    let matching = Matching(input)
    let pre = matching.pairs.map(\.pre) + matching.preOnly
    let post = matching.pairs.map(\.post) + matching.postOnly
    let taken: [(occasion: Occasion, attempts: [ScoredAttempt])] = [(.pre, pre), (.post, post)]
    var sets: [TestSet] = []
    for (own, attempts) in taken where occasion == nil || own == occasion {
      for (id, group) in Dictionary(grouping: attempts, by: \.form) where form == nil || id == form
      {
        let ordered = group.sorted { ($0.event ?? "", $0.code) < ($1.event ?? "", $1.code) }
        sets.append(TestSet(form: id, occasion: own, attempts: ordered))
      }
    }
    let rank = { (set: TestSet) in set.occasion == .post ? 1 : 0 }
    return sets.sorted { ($0.form, rank($0)) < ($1.form, rank($1)) }
  }

  /// The percent of the form's points of each person.
  var percents: [Double] { attempts.map(\.percent) }
}

/// The statistics of a set: one row a person, one column a question.
struct FormAnalysis: Sendable {
  let set: TestSet
  /// The ids of the scored questions that everybody of the set was asked, in the order of the form.
  let items: [String]
  /// The ids of questions that only some were asked, or whose key changed in between.
  let leftOut: [String]
  /// The points that each question gives.
  let maxima: [Double]
  /// The points of each person, row by row.
  let scores: [[Double]]
  /// Difficulty, discrimination, alpha.
  let analysis: ItemAnalysis?

  /// From so many people on, figures about questions are given.
  static let fewest = 10
  /// From so many people on, they are more than a hint.
  static let steady = 50

  init(_ set: TestSet) {
    self.set = set
    var seen: [String: Int] = [:]
    var order: [String] = []
    var keys: [String: Set<String>] = [:]
    var points: [String: Double] = [:]
    for attempt in set.attempts {
      for outcome in attempt.outcomes where outcome.maximum > 0 {
        if seen[outcome.item] == nil { order.append(outcome.item) }
        seen[outcome.item, default: 0] += 1
        keys[outcome.item, default: []].insert(outcome.keyVersion)
        points[outcome.item] = outcome.maximum
      }
    }
    let items = order.filter { seen[$0] == set.attempts.count && keys[$0]?.count == 1 }
    let places = Dictionary(
      items.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.items = items
    leftOut = order.filter { places[$0] == nil }
    let maxima = items.map { points[$0] ?? 1 }
    self.maxima = maxima
    let scores = set.attempts.map { attempt -> [Double] in
      var row = [Double](repeating: 0, count: items.count)
      for outcome in attempt.outcomes {
        if let place = places[outcome.item] { row[place] = outcome.score }
      }
      return row
    }
    self.scores = scores
    analysis =
      set.attempts.count < Self.fewest || items.isEmpty
      ? nil
      : ResponseMatrix(
        people: set.attempts.indices.map(String.init), items: items, scores: scores
      ).map { ItemAnalysis($0, missing: .listwise, maxima: maxima) }
  }

  /// The points of each person over the questions of the analysis.
  var totals: [Double] { scores.map { $0.reduce(0, +) } }

  /// The people in groups by their points, weakest first.
  ///
  /// Fifths, or thirds of fewer people; empty where there are too few for either. Equal points stay
  /// together.
  var scoreGroups: [[Int]] {
    let count = scores.count >= 75 ? 5 : (scores.count >= 30 ? 3 : 0)
    guard count > 0 else { return [] }
    let totals = self.totals
    let sorted = totals.sorted()
    let cuts = (1..<count).map { sorted[$0 * sorted.count / count] }
    var groups = [[Int]](repeating: [], count: count)
    for (person, total) in totals.enumerated() {
      groups[cuts.count { total >= $0 }].append(person)
    }
    let filled = groups.filter { !$0.isEmpty }
    return filled.allSatisfy { $0.count >= Suppression.minimum } ? filled : []
  }

  /// The options that people chose, each with the people who chose it; of a question whose answers
  /// are choices.
  func choices(_ item: String, _ content: TestContent) -> [(
    option: TestContent.Option, people: [Int]
  )] {
    let known = content.questions[item]?.options ?? []
    guard !known.isEmpty else { return [] }
    var people: [String: [Int]] = [:]
    for (person, attempt) in set.attempts.enumerated() {
      for id in (attempt.answers[item] ?? "").split(separator: ",") {
        people[PlainText.trimmed(String(id)), default: []].append(person)
      }
    }
    return known.map { ($0, people[$0.id] ?? []) }
  }

  /// The correlation of having chosen an option with the points on the other questions; `nil` where
  /// one of them does not vary.
  ///
  /// Source: Lord and Novick (1968), Statistical Theories of Mental Test Scores, 15.4.
  func pointBiserial(_ people: [Int], item: Int) -> Double? {
    let n = Double(scores.count)
    let chosen = Set(people)
    guard chosen.count > 0, chosen.count < scores.count else { return nil }
    let rest = zip(totals, scores).map { $0 - $1[item] }
    let mean = rest.reduce(0, +) / n
    let spread = (rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    guard spread > 1e-12 else { return nil }
    let share = Double(chosen.count) / n
    let high =
      rest.enumerated().reduce(0) { $0 + (chosen.contains($1.offset) ? $1.element : 0) }
      / Double(chosen.count)
    return (high - mean) / spread * (share / (1 - share)).squareRoot()
  }
}
