import Glibc

/// How the chances of an item's categories depend on ability.
///
/// With one intercept both kinds are P(right) = 1/(1 + exp(−(a·θ + d))).
package struct ItemCurve: Sendable, Hashable {
  /// The kind of steps between categories.
  package enum Kind: String, Sendable, Hashable {
    /// P(at least k) = 1/(1 + exp(−(a·θ + d_k))), the intercepts falling.
    ///
    /// Source: Samejima (1969), Psychometrika Monograph 17.
    case graded
    /// ln(P(k)/P(k − 1)) = a·θ + d_k.
    ///
    /// Sources: Masters (1982), Psychometrika 47, 149–174, where a is 1; Muraki (1992), Applied
    /// Psychological Measurement 16, 159–176.
    case partial
  }

  /// The kind.
  package let kind: Kind
  /// The slope a.
  package let slope: Double
  /// The intercepts, one fewer than there are categories.
  package let intercepts: [Double]

  /// Creates a curve.
  package init(kind: Kind = .graded, slope: Double, intercepts: [Double]) {
    self.kind = kind
    self.slope = slope
    self.intercepts = intercepts
  }

  /// How many categories there are.
  package var categories: Int { intercepts.count + 1 }

  /// Returns the chance of each category at an ability.
  package func chances(at ability: Double) -> [Double] {
    var derivatives: [Double] = []
    var result: [Double] = []
    evaluate(at: ability, &result, &derivatives, wantsDerivatives: false)
    return result
  }

  /// Returns the expected category, counted from 0.
  package func expected(at ability: Double) -> Double {
    chances(at: ability).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// Whether graded intercepts fall, as they must.
  var isOrdered: Bool {
    kind == .partial || zip(intercepts, intercepts.dropFirst()).allSatisfy { $0 > $1 }
  }

  /// Puts the chances, and their logarithms' derivatives by slope and intercepts, into two lists.
  ///
  /// - Parameters:
  ///   - ability: The ability θ.
  ///   - chances: One a category.
  ///   - derivatives: Category after category: by the slope, then by each intercept.
  ///   - wantsDerivatives: Whether the second list is wanted.
  func evaluate(
    at ability: Double, _ chances: inout [Double], _ derivatives: inout [Double],
    wantsDerivatives: Bool = true
  ) {
    chances.removeAll(keepingCapacity: true)
    derivatives.removeAll(keepingCapacity: true)
    let steps = intercepts.count
    if steps == 1 {
      let logit = slope * ability + intercepts[0]
      let right = 1 / (1 + exp(-logit))
      let wrong = 1 / (1 + exp(logit))
      chances.append(wrong)
      chances.append(right)
      guard wantsDerivatives else { return }
      derivatives.append(-right * ability)
      derivatives.append(-right)
      derivatives.append(wrong * ability)
      derivatives.append(wrong)
      return
    }
    switch kind {
    case .graded:
      for category in 0...steps {
        chances.append(max(0, gradedChance(category, ability)))
      }
      guard wantsDerivatives else { return }
      for category in 0...steps {
        let low = category > 0 ? spread(category - 1, ability) : 0
        let high = category < steps ? spread(category, ability) : 0
        let chance = max(1e-300, chances[category])
        derivatives.append(ability * (low - high) / chance)
        for step in 0..<steps {
          derivatives.append(
            step == category - 1 ? low / chance : step == category ? -high / chance : 0)
        }
      }
    case .partial:
      var heights = [0.0]
      for intercept in intercepts {
        heights.append((heights.last ?? 0) + slope * ability + intercept)
      }
      let most = heights.max() ?? 0
      let powers = heights.map { exp($0 - most) }
      let sum = powers.reduce(0, +)
      for power in powers { chances.append(power / sum) }
      guard wantsDerivatives else { return }
      var mean = 0.0
      for (category, chance) in chances.enumerated() { mean += Double(category) * chance }
      var above = [Double](repeating: 0, count: steps)
      var running = 0.0
      for step in (0..<steps).reversed() {
        running += chances[step + 1]
        above[step] = running
      }
      for category in 0...steps {
        derivatives.append(ability * (Double(category) - mean))
        for step in 0..<steps { derivatives.append((step < category ? 1 : 0) - above[step]) }
      }
    }
  }

  /// The chance of a category, taken from the side on which no digits are lost.
  private func gradedChance(_ category: Int, _ ability: Double) -> Double {
    let steps = intercepts.count
    guard category > 0 else { return 1 / (1 + exp(slope * ability + intercepts[0])) }
    let low = slope * ability + intercepts[category - 1]
    guard category < steps else { return 1 / (1 + exp(-low)) }
    let high = slope * ability + intercepts[category]
    return high > 0
      ? 1 / (1 + exp(high)) - 1 / (1 + exp(low)) : 1 / (1 + exp(-low)) - 1 / (1 + exp(-high))
  }

  private func spread(_ step: Int, _ ability: Double) -> Double {
    let logit = slope * ability + intercepts[step]
    return 1 / ((1 + exp(-logit)) * (1 + exp(logit)))
  }

  /// What one answer says of an ability.
  struct Terms {
    /// The derivative of the logarithm of the answer's chance.
    var score = 0.0
    /// The information of the item, Σ P′²/P.
    var information = 0.0
    /// Σ P′P″/P.
    var skew = 0.0
  }

  /// Returns what an answer in a category says at an ability.
  func terms(_ category: Int, at ability: Double) -> Terms {
    let steps = intercepts.count
    if steps == 1 {
      let logit = slope * ability + intercepts[0]
      let right = 1 / (1 + exp(-logit))
      let wrong = 1 / (1 + exp(logit))
      let part = slope * slope * right * wrong
      return Terms(
        score: slope * (category == 1 ? wrong : -right), information: part,
        skew: slope * part * (wrong - right))
    }
    var result = Terms()
    let chances = chances(at: ability)
    var mean = 0.0
    var spread = 0.0
    if kind == .partial {
      for (own, chance) in chances.enumerated() { mean += Double(own) * chance }
      for (own, chance) in chances.enumerated() {
        spread += (Double(own) - mean) * (Double(own) - mean) * chance
      }
    }
    for (own, chance) in chances.enumerated() {
      var first: Double
      var second: Double
      if kind == .partial {
        let distance = Double(own) - mean
        first = slope * chance * distance
        second = slope * slope * chance * (distance * distance - spread)
      } else {
        let low = own > 0 ? self.spread(own - 1, ability) : 0
        let high = own < steps ? self.spread(own, ability) : 0
        let lowTurn = own > 0 ? -tanh(0.5 * (slope * ability + intercepts[own - 1])) : 0
        let highTurn = own < steps ? -tanh(0.5 * (slope * ability + intercepts[own])) : 0
        first = slope * (low - high)
        second = slope * slope * (low * lowTurn - high * highTurn)
      }
      let divisor = max(1e-300, chance)
      if own == category { result.score = first / divisor }
      result.information += first * first / divisor
      result.skew += first * second / divisor
    }
    return result
  }
}
