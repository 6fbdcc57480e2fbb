import Assessment
import Text

/// Moodle's grades of answers, in percent.
enum MoodleFractions {
  /// The grades above 0 that Moodle offers; with most settings it refuses to import any other.
  static let listed: [Double] = [
    100, 90, 250.0 / 3, 80, 75, 70, 200.0 / 3, 60, 50, 40, 100.0 / 3, 30, 25, 20, 50.0 / 3,
    100.0 / 7, 12.5, 100.0 / 9, 10, 5,
  ]

  /// Returns the grade that a written one stands for, within a thousandth as Moodle compares
  /// (`match_grade_options`), or `nil` where it is none of Moodle's.
  static func snapped(_ value: Double) -> Double? {
    guard value != 0 else { return 0 }
    let found = listed.first { ($0 - value.magnitude).magnitude <= 0.001 }
    return found.map { value < 0 ? -$0 : $0 }
  }

  /// Returns the nearest grade of Moodle's.
  static func nearest(_ value: Double) -> Double {
    let size = value.magnitude
    var best = 0.0
    for candidate in listed where (candidate - size).magnitude < (best - size).magnitude {
      best = candidate
    }
    return value < 0 ? -best : best
  }

  /// Tells whether Moodle has a weight exactly.
  static func has(_ weight: Double) -> Bool {
    (nearest(weight) - weight).magnitude < 1e-9
  }

  /// Returns a number with at most five decimals, as Moodle writes grades.
  static func text(_ value: Double) -> String {
    var text = Substring(NumberText.fixed(value, digits: 5))
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }

  /// The grades of a choice's options, and whether Moodle makes the same scores of them.
  struct Choice {
    var fractions: [Double]
    /// Whether the item wins only as a whole, which Moodle's choices never do.
    var losesWhole = false
    /// Whether weights had to be changed.
    var losesWeights = false
    /// Whether marks below zero are lost.
    var losesFloor = false
  }

  /// Returns the grades that give an item's scores, as near as Moodle has them.
  ///
  /// Where one option is chosen, its grade is its score. Where several may be, Moodle adds the
  /// grades and holds the sum between 0 and all points.
  static func choice(_ item: Item, _ choice: ChoiceInteraction) -> Choice {
    if !choice.isMultiple {
      let wanted = choice.options.map { percent(item, [$0.id]) }
      var result = Choice(fractions: wanted.map(nearest))
      result.losesWeights = !wanted.allSatisfy(has)
      return result
    }
    let right = Double(max(1, choice.correctIDs.count))
    let weights =
      item.scoring.rule == .parts
      ? choice.weights() : choice.options.map { $0.isCorrect ? 100 / right : -100 / right }
    var result = Choice(fractions: weights.map(nearest))
    let isSame = isSame(item, choice, result.fractions)
    result.losesWeights = !weights.allSatisfy(has) || (item.scoring.rule == .table && !isSame)
    if item.scoring.rule == .exact { result.losesWhole = !isSame }
    result.losesFloor = item.scoring.rule == .parts && item.scoring.floor < 0 && !isSame
    return result
  }

  /// Tells whether adding grades gives the scores of every choice; of large sets, whether the rule
  /// says so.
  private static func isSame(
    _ item: Item, _ choice: ChoiceInteraction, _ fractions: [Double]
  ) -> Bool {
    let count = choice.options.count
    guard count <= 12 else { return item.scoring.rule == .parts && item.scoring.floor == 0 }
    return (0..<(1 << count)).allSatisfy { set in
      let chosen = choice.options.indices.filter { set & (1 << $0) != 0 }
      let sum = chosen.reduce(0) { $0 + fractions[$1] }
      let score = percent(item, chosen.map { choice.options[$0].id })
      return (min(100, max(0, sum)) - score).magnitude < 1e-6
    }
  }

  private static func percent(_ item: Item, _ ids: [String]) -> Double {
    guard item.points > 0 else { return 0 }
    let percent = ResponseProcessing.score(item, .chosen(ids)).score / item.points * 100
    return (percent * 1e6).rounded() / 1e6 == percent.rounded() ? percent.rounded() : percent
  }

  /// Turns the grades of options into their key and weights, by Moodle's rules.
  static func apply(
    _ fractions: [Double], to choice: inout ChoiceInteraction, _ scoring: inout Scoring
  ) {
    let most = fractions.max() ?? 0
    let least = fractions.min() ?? 0
    for index in choice.options.indices {
      let fraction = fractions[index]
      choice.options[index].isCorrect =
        fraction > 0 && (choice.isMultiple || most - fraction < 1e-9)
    }
    let right = choice.correctIDs.count
    let wrong = fractions.filter { $0 <= 0 }
    if choice.isMultiple {
      // One right option that any wrong one outweighs wins only by itself.
      if right == 1, most == 100, wrong.allSatisfy({ $0 == -100 }) { return scoring = .exact }
      scoring = Scoring(.parts)
    } else {
      if right == 1, most == 100, wrong.count == fractions.count - 1, least == 0 {
        return scoring = .exact
      }
      scoring = Scoring(.parts, floor: max(-100, min(0, least)))
    }
    let usual = choice.weights()
    guard zip(usual, fractions).contains(where: { ($0 - $1).magnitude > 1e-9 }) else { return }
    for index in choice.options.indices { choice.options[index].weight = fractions[index] }
  }
}
