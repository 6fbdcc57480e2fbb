import Glibc

/// What one person's answers say of her ability, when the items are known.
package struct PersonScore: Sendable, Hashable {
  /// An ability with its standard error.
  package struct Value: Sendable, Hashable {
    /// The ability θ.
    package let ability: Double
    /// Its standard error, or the standard deviation of what is believed.
    package let error: Double
  }

  /// How ability is estimated.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// The mean of what is believed after the answers, ability being standard normal before them.
    ///
    /// Source: Bock and Mislevy (1982), Applied Psychological Measurement 6, 431–444.
    case expected = "eap"
    /// The most likely ability, ability being standard normal before the answers.
    ///
    /// Source: Samejima (1969), Psychometrika Monograph 17; the error is 1/√(I(θ) + 1).
    case mode = "map"
    /// The ability under which the answers are most likely; none for all right or all wrong.
    case likelihood = "ml"
    /// The same, corrected for its bias; it exists for all right and all wrong too.
    ///
    /// Source: Warm (1989), Psychometrika 54, 427–450.
    case weighted = "wle"
  }

  /// The score by `Method.expected`.
  package let expected: Estimate<Value>
  /// The score by `Method.mode`.
  package let mode: Estimate<Value>
  /// The score by `Method.likelihood`.
  package let likelihood: Estimate<Value>
  /// The score by `Method.weighted`.
  package let weighted: Estimate<Value>

  /// Creates the scores of one person on items that are right or wrong.
  ///
  /// - Parameters:
  ///   - answers: For each item whether it was answered rightly; `nil` where it was not asked.
  ///   - slopes: The items' slopes.
  ///   - intercepts: The items' intercepts.
  package init(_ answers: [Bool?], slopes: [Double], intercepts: [Double]) {
    guard slopes.count == intercepts.count else {
      self.init([0], PersonScoring([]))
      return
    }
    let curves = zip(slopes, intercepts).map { ItemCurve(slope: $0, intercepts: [$1]) }
    self.init(answers.map { $0.map { $0 ? 1 : 0 } }, PersonScoring(curves))
  }

  /// Creates the scores of one person.
  package init(_ answers: [Int?], _ scoring: PersonScoring) {
    expected = scoring.score(answers, .expected)
    mode = scoring.score(answers, .mode)
    likelihood = scoring.score(answers, .likelihood)
    weighted = scoring.score(answers, .weighted)
  }
}

/// Turns answers to known items into abilities.
package struct PersonScoring: Sendable {
  private let curves: [ItemCurve]
  private let points: [Double]
  /// For each item and category the logarithm of its chance at the points.
  private let logs: [[[Double]]]

  /// Creates the scoring of items.
  package init(_ curves: [ItemCurve]) {
    self.curves = curves
    // The rule of equal steps is exact to every digit where the posterior is wider than a step.
    let points = (0..<401).map { -10 + 0.05 * Double($0) }
    self.points = points
    logs = curves.map { curve in
      var result = [[Double]](
        repeating: [Double](repeating: 0, count: points.count), count: curve.categories)
      for (place, point) in points.enumerated() {
        for (category, value) in curve.logarithms(at: point).enumerated() {
          result[category][place] = value
        }
      }
      return result
    }
  }

  /// Returns the ability of somebody.
  ///
  /// - Parameters:
  ///   - answers: The category of each item; `nil` where it was not asked.
  ///   - method: How.
  /// - Returns: The ability, or the reason why there is none: no answers (`tooFew`), answers that
  ///   only ever get more likely to one side (`noVariation`).
  package func score(
    _ answers: [Int?], _ method: PersonScore.Method
  ) -> Estimate<PersonScore.Value> {
    guard answers.count == curves.count else { return .undefined(.unequalLengths) }
    let given = answers.enumerated().compactMap { place, answer in
      answer.map { Given(item: place, category: $0) }
    }
    guard given.allSatisfy({ (0..<curves[$0.item].categories).contains($0.category) }) else {
      return .undefined(.notFinite)
    }
    guard !given.isEmpty else { return .undefined(.tooFew(needed: 1)) }
    switch method {
    case .expected: return expected(given)
    case .mode:
      return root { ability in
        let look = look(given, ability)
        return (look.score - ability, look.information + 1)
      }.map { ability in
        PersonScore.Value(
          ability: ability, error: 1 / (look(given, ability).information + 1).squareRoot())
      }
    case .likelihood:
      guard !isExtreme(given) else { return .undefined(.noVariation) }
      return root { ability in
        let look = look(given, ability)
        return (look.score, look.information)
      }.map { value(given, $0) }
    case .weighted:
      return root { ability in
        let look = look(given, ability)
        guard look.information > 0 else { return (look.score, 0) }
        return (look.score + look.skew / (2 * look.information), look.information)
      }.map { value(given, $0) }
    }
  }

  /// Returns the ability of each row of patterns.
  package func scores(
    _ patterns: ResponsePatterns, _ method: PersonScore.Method
  ) -> [Estimate<PersonScore.Value>] {
    let parts = Workers.parts(of: patterns.rows, atLeast: 256, most: 64)
    let scored = Parallel.map(parts.count) { part in
      parts[part].map { score(patterns.row($0), method) }
    }
    return Array(scored.joined())
  }

  private struct Given {
    var item: Int
    var category: Int
  }

  private func look(_ given: [Given], _ ability: Double) -> ItemCurve.Terms {
    var result = ItemCurve.Terms()
    for answer in given {
      let terms = curves[answer.item].terms(answer.category, at: ability)
      result.score += terms.score
      result.information += terms.information
      result.skew += terms.skew
    }
    return result
  }

  private func value(_ given: [Given], _ ability: Double) -> PersonScore.Value {
    PersonScore.Value(
      ability: ability, error: 1 / max(1e-300, look(given, ability).information).squareRoot())
  }

  /// Whether the likelihood rises for ever to one side.
  private func isExtreme(_ given: [Given]) -> Bool {
    let useful = given.filter { curves[$0.item].slope != 0 }
    func isAll(_ isHigh: Bool) -> Bool {
      useful.allSatisfy {
        let curve = curves[$0.item]
        return $0.category == ((curve.slope > 0) == isHigh ? curve.categories - 1 : 0)
      }
    }
    return isAll(true) || isAll(false)
  }

  /// The place from −40 to 40 where a function goes from above to below zero.
  ///
  /// Steps by the information where they stay between what is known, halves elsewhere.
  private func root(
    _ function: (Double) -> (value: Double, information: Double)
  ) -> Estimate<Double> {
    var low = -40.0
    var high = 40.0
    guard function(low).value > 0, function(high).value < 0 else {
      return .undefined(.noVariation)
    }
    var ability = 0.0
    for round in 0..<200 {
      let here = function(ability)
      if here.value == 0 { return .value(ability) }
      if here.value > 0 { low = ability } else { high = ability }
      let step = here.information > 0 ? here.value / here.information : 0
      let next = ability + step
      let isInside = next > low && next < high && step != 0 && round < 60
      if isInside, step.magnitude < 1e-13 * max(1, ability.magnitude) { return .value(next) }
      let middle = isInside ? next : 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      ability = middle
    }
    return .value(ability)
  }

  private func expected(_ given: [Given]) -> Estimate<PersonScore.Value> {
    var heights = points.map { -0.5 * $0 * $0 }
    for answer in given {
      let own = logs[answer.item][answer.category]
      for place in heights.indices { heights[place] += own[place] }
    }
    let most = heights.max() ?? 0
    var sum = 0.0
    var first = 0.0
    for (point, height) in zip(points, heights) where height > most - 80 {
      let weight = exp(height - most)
      sum += weight
      first += weight * point
    }
    let mean = first / sum
    var second = 0.0
    for (point, height) in zip(points, heights) where height > most - 80 {
      second += exp(height - most) * (point - mean) * (point - mean)
    }
    let variance = second / sum
    guard mean.isFinite, variance.isFinite else { return .undefined(.notFinite) }
    return .value(PersonScore.Value(ability: mean, error: variance.squareRoot()))
  }
}

extension ItemCurve {
  /// Returns the logarithm of each category's chance, which does not vanish in the tails.
  func logarithms(at ability: Double) -> [Double] {
    func share(_ logit: Double) -> Double {
      // ln of 1/(1 + exp(−logit)): the side that does not overflow.
      logit > 0 ? -log1p(exp(-logit)) : logit - log1p(exp(logit))
    }
    switch kind {
    case .graded:
      guard intercepts.count > 1 else {
        let logit = slope * ability + intercepts[0]
        return [share(-logit), share(logit)]
      }
      // P = F(low)·F(−high)·(1 − exp(high − low)).
      return (0..<categories).map { category in
        let low = category > 0 ? slope * ability + intercepts[category - 1] : nil
        let high = category < intercepts.count ? slope * ability + intercepts[category] : nil
        guard let low else { return high.map { share(-$0) } ?? 0 }
        guard let high else { return share(low) }
        return share(low) + share(-high) + log(max(1e-300, -expm1(high - low)))
      }
    case .partial:
      var heights = [0.0]
      for intercept in intercepts {
        heights.append((heights.last ?? 0) + slope * ability + intercept)
      }
      let most = heights.max() ?? 0
      let sum = heights.reduce(0) { $0 + exp($1 - most) }
      return heights.map { $0 - most - log(sum) }
    }
  }
}

/// The information that items give about an ability.
package enum ItemInformation {
  /// Returns a²·P·(1 − P) of one item that is right or wrong.
  ///
  /// Source: Birnbaum (1968), in Lord and Novick, formula 20.4.16.
  ///
  /// - Parameters:
  ///   - slope: The slope a.
  ///   - intercept: The intercept d.
  ///   - ability: The ability θ.
  /// - Returns: The information, at least 0.
  package static func of(slope: Double, intercept: Double, at ability: Double) -> Double {
    of(ItemCurve(slope: slope, intercepts: [intercept]), at: ability)
  }

  /// Returns Σ P′²/P over the categories of one item.
  ///
  /// Source: Samejima (1969), Psychometrika Monograph 17, chapter 6.
  package static func of(_ curve: ItemCurve, at ability: Double) -> Double {
    curve.terms(0, at: ability).information
  }

  /// Returns the information of a whole test, and the standard error 1/√I that follows from it.
  ///
  /// - Parameters:
  ///   - curves: The items.
  ///   - ability: The ability θ.
  /// - Returns: Both; no error where the items say nothing.
  package static func test(
    _ curves: [ItemCurve], at ability: Double
  ) -> (information: Double, error: Estimate<Double>) {
    let sum = curves.reduce(0) { $0 + of($1, at: ability) }
    return (sum, sum > 0 ? .checked(1 / sum.squareRoot()) : .undefined(.noVariation))
  }
}
