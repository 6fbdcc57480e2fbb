import Glibc

extension ItemResponseFit {
  /// Fits the Rasch model by conditional maximum likelihood.
  ///
  /// People's totals hold all that the answers say of ability, so given the totals nothing of it is
  /// left: no distribution is assumed. Sources: Andersen (1972), Journal of the Royal Statistical
  /// Society B 34, 42–54; Fischer (1974) for the symmetric functions.
  ///
  /// - Parameters:
  ///   - patterns: The answers; rows with a missing one are left out.
  ///   - ids: The items' ids, in the order of the patterns.
  /// - Returns: The fit, whose intercepts sum to zero, or the reason why there is none: an item that
  ///   all of those answered rightly, or wrongly, whose totals say anything (`noVariation`).
  package static func conditional(
    _ patterns: ResponsePatterns, ids: [String]
  ) -> Estimate<ItemResponseFit> {
    guard ids.count == patterns.items, patterns.categories.allSatisfy({ $0 == 2 }) else {
      return .undefined(.unequalLengths)
    }
    let sums = ConditionalLikelihood(patterns)
    guard patterns.items > 1, sums.people > 1 else { return .undefined(.tooFew(needed: 2)) }
    let informative = sums.byTotal[1..<patterns.items].reduce(0, +)
    guard informative > 0,
      sums.right.allSatisfy({ $0 > 0 && $0 < informative })
    else { return .undefined(.noVariation) }
    // Newton's method: the function has one highest point and no other.
    let start = sums.right.map { log($0 / (informative - $0)) }
    let middle = start.reduce(0, +) / Double(start.count)
    var easiness = start.map { $0 - middle }
    var iterations = 0
    var look = sums.look(easiness)
    var hasConverged = false
    while iterations < 100 {
      iterations += 1
      let step = sums.step(look)
      guard let step else { return .undefined(.noVariation) }
      let most = step.reduce(0) { max($0, $1.magnitude) }
      if most < 1e-11 {
        hasConverged = true
        break
      }
      var length = min(1, 2 / most)
      while length > 1e-8 {
        let next = zip(easiness, step).map { $0 + length * $1 }
        let there = sums.look(next)
        if there.value >= look.value - 1e-13 * look.value.magnitude {
          easiness = next
          look = there
          break
        }
        length *= 0.5
      }
      if length <= 1e-8 { break }
    }
    let covariance = sums.covariance(look)
    return .value(
      ItemResponseFit(
        model: .rasch, method: .conditional, people: sums.people, logLikelihood: look.value,
        maxGradient: look.gradient.reduce(0) { max($0, $1.magnitude) }, iterations: iterations,
        hasConverged: hasConverged, nodes: 0, parameters: patterns.items - 1,
        errorSource: .observed,
        items: ids.enumerated().map { place, id in
          Item(
            id: id, curve: ItemCurve(slope: 1, intercepts: [easiness[place]]),
            covariance: covariance.map { [0, 0, 0, $0[place]] }, hasSlope: false)
        }))
  }
}

/// The likelihood of answers given the totals.
struct ConditionalLikelihood {
  /// How many people answered everything.
  let people: Int
  /// How many of them have each total.
  let byTotal: [Double]
  /// How many right answers each item has, of people whose total is neither zero nor full.
  let right: [Double]

  /// What one look gives.
  struct Look {
    var value: Double
    var gradient: [Double]
    /// The negative curvature, row after row.
    var information: [Double]
  }

  init(_ patterns: ResponsePatterns) {
    let count = patterns.items
    var byTotal = [Double](repeating: 0, count: count + 1)
    var right = [Double](repeating: 0, count: count)
    for row in 0..<patterns.rows {
      let answers = patterns.row(row)
      var total = 0
      var isWhole = true
      for answer in answers {
        guard let answer else {
          isWhole = false
          break
        }
        total += answer
      }
      guard isWhole else { continue }
      byTotal[total] += patterns.weights[row]
      guard total > 0, total < count else { continue }
      for (item, answer) in answers.enumerated() where answer == 1 {
        right[item] += patterns.weights[row]
      }
    }
    self.byTotal = byTotal
    self.right = right
    people = Int(byTotal.reduce(0, +).rounded())
  }

  /// Returns the likelihood, its derivatives and its curvature.
  ///
  /// The symmetric functions are summed item by item, which only adds positive numbers and so loses
  /// no digits; those without an item, or two, are summed anew.
  func look(_ easiness: [Double]) -> Look {
    let count = easiness.count
    let factors = easiness.map(exp)
    let all = Self.symmetric(factors)
    var value = zip(right, easiness).reduce(0) { $0 + $1.0 * $1.1 }
    var share = [Double](repeating: 0, count: count + 1)
    for total in 1..<count {
      value -= byTotal[total] * log(all[total])
      share[total] = byTotal[total] / all[total]
    }
    var chances = [[Double]]()
    var gradient = right
    var information = [Double](repeating: 0, count: count * count)
    for item in 0..<count {
      var rest = factors
      rest.remove(at: item)
      let without = Self.symmetric(rest)
      var row = [Double](repeating: 0, count: count + 1)
      for total in 1..<count {
        row[total] = factors[item] * without[total - 1] / all[total]
        gradient[item] -= byTotal[total] * row[total]
        information[item * count + item] += byTotal[total] * row[total]
      }
      chances.append(row)
      for other in 0..<item {
        var pair = rest
        pair.remove(at: other)
        let two = Self.symmetric(pair)
        var sum = 0.0
        for total in 2..<max(2, count) {
          sum += share[total] * factors[item] * factors[other] * two[total - 2]
        }
        information[item * count + other] += sum
        information[other * count + item] += sum
      }
    }
    for item in 0..<count {
      for other in 0...item {
        var sum = 0.0
        for total in 1..<count {
          sum += byTotal[total] * chances[item][total] * chances[other][total]
        }
        information[item * count + other] -= sum
        if other != item { information[other * count + item] -= sum }
      }
    }
    return Look(value: value, gradient: gradient, information: information)
  }

  /// Returns Newton's step among easinesses that sum to zero.
  func step(_ look: Look) -> [Double]? {
    whole(look).map { $0.solve(look.gradient) }
  }

  /// Returns the variances of the easinesses, which sum to zero.
  func covariance(_ look: Look) -> [Double]? {
    let count = look.gradient.count
    return whole(look).map { factor in
      let inverse = factor.inverse
      // What was added for solving is taken out again: the rest is the generalised inverse.
      let added = 1 / (scale(look) * Double(count * count))
      return (0..<count).map { inverse[$0 * count + $0] - added }
    }
  }

  /// The information with the one direction filled in that the data say nothing of.
  private func whole(_ look: Look) -> Cholesky? {
    let count = look.gradient.count
    let scale = scale(look)
    return Cholesky(look.information.map { $0 + scale }, size: count)
  }

  private func scale(_ look: Look) -> Double {
    let count = look.gradient.count
    let trace = (0..<count).reduce(0) { $0 + look.information[$1 * count + $1] }
    return trace / Double(count * count)
  }

  /// Returns the elementary symmetric functions of order 0 up to the number of factors.
  static func symmetric(_ factors: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: factors.count + 1)
    result[0] = 1
    for (place, factor) in factors.enumerated() {
      for order in stride(from: place + 1, through: 1, by: -1) {
        result[order] += factor * result[order - 1]
      }
    }
    return result
  }
}
