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

  /// The mean of what is believed after the answers, ability being standard normal before them.
  ///
  /// Source: Bock and Mislevy (1982), Applied Psychological Measurement 6, 431–444.
  package let expected: Estimate<Value>
  /// The most likely ability, ability being standard normal before the answers.
  ///
  /// Source: Samejima (1969), Psychometrika Monograph 17; the error is 1/√(I(θ) + 1).
  package let mode: Estimate<Value>
  /// The ability under which the answers are most likely; none for all right or all wrong.
  package let likelihood: Estimate<Value>
  /// The same, corrected for its bias; it exists for all right and all wrong too.
  ///
  /// Source: Warm (1989), Psychometrika 54, 427–450.
  package let weighted: Estimate<Value>

  /// Creates the scores of one person.
  ///
  /// - Parameters:
  ///   - answers: For each item whether it was answered rightly; `nil` where it was not asked.
  ///   - slopes: The items' slopes.
  ///   - intercepts: The items' intercepts.
  package init(_ answers: [Bool?], slopes: [Double], intercepts: [Double]) {
    guard answers.count == slopes.count, slopes.count == intercepts.count else {
      let reason = UndefinedReason.unequalLengths
      expected = .undefined(reason)
      mode = .undefined(reason)
      likelihood = .undefined(reason)
      weighted = .undefined(reason)
      return
    }
    let items = zip(answers, zip(slopes, intercepts)).compactMap { answer, item in
      answer.map { AnsweredItem(isRight: $0, slope: item.0, intercept: item.1) }
    }
    guard !items.isEmpty else {
      let reason = UndefinedReason.tooFew(needed: 1)
      expected = .undefined(reason)
      mode = .undefined(reason)
      likelihood = .undefined(reason)
      weighted = .undefined(reason)
      return
    }
    let person = AnsweredItems(items)
    expected = person.expected
    mode = person.root { ability in
      let look = person.look(ability)
      return look.score - ability
    }.map { ability in
      Value(ability: ability, error: 1 / (person.look(ability).information + 1).squareRoot())
    }
    weighted = person.root { ability in
      let look = person.look(ability)
      guard look.information > 0 else { return look.score }
      return look.score + look.skew / (2 * look.information)
    }.map { person.value(at: $0) }
    likelihood =
      person.isExtreme
      ? .undefined(.noVariation)
      : person.root { person.look($0).score }.map { person.value(at: $0) }
  }
}

/// The information that items give about an ability.
package enum ItemInformation {
  /// Returns a²·P·(1 − P) of one item.
  ///
  /// Source: Birnbaum (1968), in Lord and Novick, formula 20.4.16.
  ///
  /// - Parameters:
  ///   - slope: The slope a.
  ///   - intercept: The intercept d.
  ///   - ability: The ability θ.
  /// - Returns: The information, at least 0.
  package static func of(slope: Double, intercept: Double, at ability: Double) -> Double {
    let logit = slope * ability + intercept
    return slope * slope / ((1 + exp(logit)) * (1 + exp(-logit)))
  }

  /// Returns the information of a whole test, and the standard error 1/√I that follows from it.
  ///
  /// - Parameters:
  ///   - items: The items of a fit.
  ///   - ability: The ability θ.
  /// - Returns: Both; no error where the items say nothing.
  package static func test(
    _ items: [ItemResponseFit.Item], at ability: Double
  ) -> (information: Double, error: Estimate<Double>) {
    let sum = items.reduce(0) {
      $0 + of(slope: $1.discrimination, intercept: $1.intercept, at: ability)
    }
    return (sum, sum > 0 ? .checked(1 / sum.squareRoot()) : .undefined(.noVariation))
  }
}

private struct AnsweredItem {
  let isRight: Bool
  let slope: Double
  let intercept: Double
}

/// The items that a person answered.
private struct AnsweredItems {
  let items: [AnsweredItem]

  init(_ items: [AnsweredItem]) {
    self.items = items
  }

  /// Whether the likelihood rises for ever to one side.
  var isExtreme: Bool {
    let useful = items.filter { $0.slope != 0 }
    return useful.allSatisfy { $0.isRight == ($0.slope > 0) }
      || useful.allSatisfy { $0.isRight != ($0.slope > 0) }
  }

  /// The derivative of the log-likelihood, the information, and Σ a³PQ(1 − 2P).
  func look(_ ability: Double) -> (score: Double, information: Double, skew: Double) {
    var score = 0.0
    var information = 0.0
    var skew = 0.0
    for item in items {
      let logit = item.slope * ability + item.intercept
      let right = 1 / (1 + exp(-logit))
      let wrong = 1 / (1 + exp(logit))
      let part = item.slope * item.slope * right * wrong
      score += item.slope * (item.isRight ? wrong : -right)
      information += part
      skew += item.slope * part * (wrong - right)
    }
    return (score, information, skew)
  }

  func value(at ability: Double) -> PersonScore.Value {
    PersonScore.Value(
      ability: ability, error: 1 / max(1e-300, look(ability).information).squareRoot())
  }

  /// The place from −40 to 40 where a function goes from above to below zero.
  func root(_ function: (Double) -> Double) -> Estimate<Double> {
    var low = -40.0
    var high = 40.0
    guard function(low) > 0, function(high) < 0 else { return .undefined(.noVariation) }
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      if function(middle) > 0 { low = middle } else { high = middle }
    }
    return .value(0.5 * (low + high))
  }

  var expected: Estimate<PersonScore.Value> {
    let count = 401
    var logs: [Double] = []
    var nodes: [Double] = []
    for place in 0..<count {
      let node = -10 + 20 * Double(place) / Double(count - 1)
      var height = -0.5 * node * node
      for item in items {
        let logit = item.slope * node + item.intercept
        // ln of a share of two: the side that does not overflow.
        let side = item.isRight ? -logit : logit
        height -= side > 0 ? side + log1p(exp(-side)) : log1p(exp(side))
      }
      nodes.append(node)
      logs.append(height)
    }
    let most = logs.max() ?? 0
    let weights = logs.map { exp($0 - most) }
    let sum = weights.reduce(0, +)
    let mean = zip(nodes, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum
    let variance =
      zip(nodes, weights).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / sum
    guard mean.isFinite, variance.isFinite else { return .undefined(.notFinite) }
    return .value(PersonScore.Value(ability: mean, error: variance.squareRoot()))
  }
}
