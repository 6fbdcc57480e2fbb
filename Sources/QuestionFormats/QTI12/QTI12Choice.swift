import Assessment
import Text

/// Finds the key, weights or table of a choice that give the scores of response processing.
enum QTI12Choice {
  /// The most choices that are looked at one by one.
  static let most = 4096
  /// The most conditions times choices that are evaluated.
  private static let work = 400_000
  /// How far rounded percents, such as 33.33 for a third, may lie from their meaning.
  static let slack = 0.05

  /// What was found.
  struct Found {
    var choice: ChoiceInteraction
    var scoring: Scoring
    /// Whether the scores are the same for every choice.
    var isVerified: Bool
  }

  /// Returns the scoring of one choice out of some.
  ///
  /// - Parameters:
  ///   - choice: The options, without a key.
  ///   - percent: The percent of the points that a set of options wins.
  /// - Returns: The key and the scoring.
  static func single(
    _ choice: ChoiceInteraction, percent: (Set<Int>) -> Double
  ) -> Found {
    var found = Found(choice: choice, scoring: .exact, isVerified: true)
    let scores = choice.options.indices.map { snapped(percent([$0])) }
    MoodleFractions.apply(scores, to: &found.choice, &found.scoring)
    return found
  }

  /// Returns the scoring of several out of some.
  ///
  /// - Parameters:
  ///   - choice: The options, without a key.
  ///   - points: The points that a table is written in.
  ///   - rules: How many conditions one evaluation looks at.
  ///   - hint: The options that seem to be right, for sets that are too large to look at.
  ///   - percent: The percent of the points that a set of options wins.
  /// - Returns: The key and the scoring.
  static func several(
    _ choice: ChoiceInteraction, points: Double, rules: Int, hint: Set<Int>,
    percent: (Set<Int>) -> Double
  ) -> Found {
    let count = choice.options.count
    guard count <= 12, (1 << count) * max(1, rules) <= work else {
      var found = Found(choice: choice, scoring: .exact, isVerified: false)
      for index in hint { found.choice.options[index].isCorrect = true }
      return found
    }
    let scores = (0..<(1 << count)).map { set in
      set == 0 ? 0 : snapped(percent(Set((0..<count).filter { set & (1 << $0) != 0 })))
    }
    return exact(choice, scores) ?? parts(choice, scores)
      ?? table(choice, scores, points: points)
  }

  /// A percent that is a whole number or a usual share within rounding.
  private static func snapped(_ percent: Double) -> Double {
    let bounded = min(100, max(-100, percent))
    let whole = bounded.rounded()
    return (bounded - whole).magnitude < 0.0005 ? whole : bounded
  }

  private static func exact(_ choice: ChoiceInteraction, _ scores: [Double]) -> Found? {
    let winning = scores.indices.filter { scores[$0] != 0 }
    guard winning.count == 1, let set = winning.first, scores[set] == 100 else { return nil }
    var found = Found(choice: choice, scoring: .exact, isVerified: true)
    mark(set, &found.choice)
    return found
  }

  /// Weights that add up: those of the positive options stand alone; a negative one shows beside
  /// them.
  private static func parts(_ choice: ChoiceInteraction, _ scores: [Double]) -> Found? {
    let count = choice.options.count
    var weights = (0..<count).map { scores[1 << $0] }
    let positive = (0..<count).filter { weights[$0] > 0 }
    let base = positive.reduce(0) { $0 | (1 << $1) }
    for index in 0..<count where weights[index] <= 0 {
      weights[index] = scores[base | (1 << index)] - scores[base]
    }
    var found = Found(
      choice: choice, scoring: Scoring(.parts, floor: min(0, scores.min() ?? 0)),
      isVerified: true)
    for set in scores.indices where set != 0 {
      let sum = (0..<count).reduce(0.0) { set & (1 << $1) != 0 ? $0 + weights[$1] : $0 }
      let expected = min(100, max(found.scoring.floor, sum))
      guard (expected - scores[set]).magnitude <= slack else { return nil }
    }
    guard !positive.isEmpty else { return nil }
    mark(base, &found.choice)
    let usual = found.choice.weights()
    if zip(usual, weights).contains(where: { ($0 - $1).magnitude > slack }) {
      for index in 0..<count {
        found.choice.options[index].weight = min(100, max(-100, weights[index]))
      }
    }
    return found
  }

  private static func table(
    _ choice: ChoiceInteraction, _ scores: [Double], points: Double
  ) -> Found {
    var found = Found(
      choice: choice, scoring: Scoring(.table, floor: min(0, scores.min() ?? 0)),
      isVerified: true)
    for set in scores.indices where scores[set] != 0 {
      let ids = choice.options.indices.filter { set & (1 << $0) != 0 }
        .map { choice.options[$0].id }
      found.scoring.table[Response.chosen(ids).encoded] = scores[set] * points / 100
    }
    let best = scores.max() ?? 0
    mark(scores.firstIndex(of: best) ?? 0, &found.choice)
    return found
  }

  private static func mark(_ set: Int, _ choice: inout ChoiceInteraction) {
    for index in choice.options.indices {
      choice.options[index].isCorrect = set & (1 << index) != 0
    }
  }
}
