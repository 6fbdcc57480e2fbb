import Glibc

/// Whether people answered an item as its model says.
package enum ItemFit {
  /// The mean squares of what the model leaves unexplained.
  ///
  /// Source: Wright and Masters (1982), Rating Scale Analysis, chapter 5.
  package struct Residuals: Sendable, Hashable {
    /// The mean of the squared standardised residuals; 1 is expected, unusual answers far from a
    /// person's ability weigh most.
    package let outfit: Double
    /// The same weighted by information: answers near a person's ability weigh most.
    package let infit: Double
    /// Outfit as a standard normal number (Wilson and Hilferty).
    package let outfitZ: Double
    /// Infit as a standard normal number.
    package let infitZ: Double
    /// How many people it rests on: those who have an ability by maximum likelihood.
    package let people: Int
  }

  /// The comparison of the shares seen at each total with those expected.
  ///
  /// Sources: Orlando and Thissen (2000), Applied Psychological Measurement 24, 50–64 (S-X²); Kang
  /// and Chen (2008), Journal of Educational Measurement 45, 391–406, for more categories.
  package struct ScoreGroups: Sendable, Hashable {
    /// The statistic.
    package let chiSquared: Double
    /// Its degrees of freedom: groups × (categories − 1) − the item's own parameters.
    package let df: Double
    /// Its p.
    package let p: Double
    /// How many groups of totals were left when those with expected counts below 1 were put
    /// together with the next.
    package let groups: Int
    /// How many people it rests on: those who answered everything.
    package let people: Int
  }

  /// Returns infit and outfit of each item of a fit.
  ///
  /// - Parameters:
  ///   - fit: The fit.
  ///   - patterns: The answers that it was made of.
  /// - Returns: One value an item, or the reason why there is none.
  package static func residuals(
    _ fit: ItemResponseFit, _ patterns: ResponsePatterns
  ) -> [Estimate<Residuals>] {
    let curves = fit.curves
    let scoring = PersonScoring(curves)
    var sums = [Sums](repeating: Sums(), count: curves.count)
    // With one slope for all and nothing missing, the total says everything.
    let usesTotals = fit.model.hasCommonSlope && patterns.isComplete
    var known: [Int: [Moments4]?] = [:]
    var cells = [UInt8](repeating: 0, count: patterns.items)
    for row in 0..<patterns.rows {
      patterns.read(row, into: &cells)
      let total = usesTotals ? cells.reduce(0) { $0 + Int($1) } : -1
      let moments: [Moments4]?
      if usesTotals, let before = known[total] {
        moments = before
      } else {
        let answers = cells.map { $0 == ResponsePatterns.missing ? nil : Int($0) }
        moments = scoring.score(answers, .likelihood).value.map { person in
          curves.map { Moments4($0, at: person.ability) }
        }
        if usesTotals { known[total] = .some(moments) }
      }
      guard let moments else { continue }
      let weight = patterns.weights[row]
      for item in cells.indices where cells[item] != ResponsePatterns.missing {
        guard moments[item].variance > 1e-12 else { continue }
        sums[item].add(Double(cells[item]), moments[item], weight)
      }
    }
    return sums.map(\.result)
  }

  private struct Moments4 {
    var mean = 0.0
    var variance = 0.0
    var fourth = 0.0

    init(_ curve: ItemCurve, at ability: Double) {
      let chances = curve.chances(at: ability)
      for (category, chance) in chances.enumerated() { mean += Double(category) * chance }
      for (category, chance) in chances.enumerated() {
        let square = (Double(category) - mean) * (Double(category) - mean)
        variance += square * chance
        fourth += square * square * chance
      }
    }
  }

  private struct Sums {
    var count = 0.0
    var squares = 0.0
    var standardised = 0.0
    var variance = 0.0
    var kurtosis = 0.0
    var spread = 0.0

    mutating func add(_ answer: Double, _ moments: Moments4, _ weight: Double) {
      let square = (answer - moments.mean) * (answer - moments.mean)
      count += weight
      squares += weight * square
      standardised += weight * square / moments.variance
      variance += weight * moments.variance
      kurtosis += weight * moments.fourth / (moments.variance * moments.variance)
      spread += weight * (moments.fourth - moments.variance * moments.variance)
    }

    var result: Estimate<Residuals> {
      guard count > 1, variance > 0 else { return .undefined(.tooFew(needed: 2)) }
      let outfit = standardised / count
      let infit = squares / variance
      let outfitSpread = max(0, kurtosis / (count * count) - 1 / count).squareRoot()
      let infitSpread = max(0, spread).squareRoot() / variance
      // Answers that are all as likely as not have no spread to compare with.
      guard outfitSpread > 1e-9, infitSpread > 1e-9 else { return .undefined(.noVariation) }
      func normal(_ square: Double, _ spread: Double) -> Double {
        (cbrt(square) - 1) * 3 / spread + spread / 3
      }
      return .value(
        Residuals(
          outfit: outfit, infit: infit, outfitZ: normal(outfit, outfitSpread),
          infitZ: normal(infit, infitSpread), people: Int(count.rounded())))
    }
  }

  /// Returns S-X² of each item of a marginal fit.
  ///
  /// - Parameters:
  ///   - fit: The fit.
  ///   - patterns: The answers that it was made of; people with a missing one are left out.
  ///   - grid: The points for ability.
  /// - Returns: One value an item, or the reason why there is none: too few people for any degree
  ///   of freedom (`tooFew`).
  package static func scoreGroups(
    _ fit: ItemResponseFit, _ patterns: ResponsePatterns,
    grid: Quadrature = Quadrature(count: 61, limit: 6)
  ) -> [Estimate<ScoreGroups>] {
    let highest = patterns.categories.reduce(0) { $0 + $1 - 1 }
    var seen = patterns.categories.map {
      [Double](repeating: 0, count: $0 * (highest + 1))
    }
    var people = 0.0
    var cells = [UInt8](repeating: 0, count: patterns.items)
    for row in 0..<patterns.rows {
      patterns.read(row, into: &cells)
      guard patterns.isComplete || !cells.contains(ResponsePatterns.missing) else { continue }
      let total = cells.reduce(0) { $0 + Int($1) }
      let weight = patterns.weights[row]
      people += weight
      for item in cells.indices {
        seen[item][total * patterns.categories[item] + Int(cells[item])] += weight
      }
    }
    let counted = seen
    let total = Int(people.rounded())
    let heights = grid.points.map { exp(-0.5 * $0 * $0) }
    let points = heights.count
    let chances = fit.curves.map { curve in
      let byPoint = grid.points.map { curve.chances(at: $0) }
      return (0..<curve.categories).map { category in byPoint.map { $0[category] } }
    }
    let places = Array(chances.indices)
    let all = totals(of: places, chances, heights)
    return Parallel.map(places.count) { item in
      let rest = totals(of: places.filter { $0 != item }, chances, heights)
      let width = patterns.categories[item]
      var observed: [[Double]] = []
      var expected: [[Double]] = []
      for total in 1..<max(2, highest) where total < highest {
        let counts = Array(counted[item][(total * width)..<((total + 1) * width)])
        let count = counts.reduce(0, +)
        guard count > 0 else { continue }
        let whole = all[(total * points)..<((total + 1) * points)].reduce(0, +)
        guard whole > 0 else { continue }
        var shares = [Double](repeating: 0, count: width)
        for category in 0..<width {
          let start = (total - category) * points
          guard start >= 0, start < rest.count else { continue }
          for point in 0..<points {
            shares[category] += rest[start + point] * chances[item][category][point]
          }
        }
        observed.append(counts)
        expected.append(shares.map { count * $0 / whole })
      }
      return compared(
        observed, expected, parameters: width - 1 + (fit.model.hasCommonSlope ? 0 : 1),
        people: total)
    }
  }

  /// The height of each total at each point, total after total.
  ///
  /// Source: Lord and Wingersky (1984), Applied Psychological Measurement 8, 453–461.
  private static func totals(
    of items: [Int], _ chances: [[[Double]]], _ heights: [Double]
  ) -> [Double] {
    let points = heights.count
    var result = heights
    for item in items {
      let width = chances[item].count
      var next = [Double](repeating: 0, count: result.count + (width - 1) * points)
      for category in 0..<width {
        let own = chances[item][category]
        for start in stride(from: 0, to: result.count, by: points) {
          let target = start + category * points
          for point in 0..<points { next[target + point] += result[start + point] * own[point] }
        }
      }
      result = next
    }
    return result
  }

  private static func compared(
    _ observed: [[Double]], _ expected: [[Double]], parameters: Int, people: Int
  ) -> Estimate<ScoreGroups> {
    var groups: [(seen: [Double], expected: [Double])] = []
    var open: (seen: [Double], expected: [Double])?
    for (seen, hoped) in zip(observed, expected) {
      let sum =
        open.map { before in
          (zip(before.seen, seen).map { $0 + $1 }, zip(before.expected, hoped).map { $0 + $1 })
        } ?? (seen, hoped)
      if sum.1.allSatisfy({ $0 >= 1 }) {
        groups.append(sum)
        open = nil
      } else {
        open = sum
      }
    }
    if let left = open, let last = groups.popLast() {
      groups.append(
        (
          zip(last.seen, left.seen).map { $0 + $1 },
          zip(last.expected, left.expected).map { $0 + $1 }
        ))
    }
    let width = observed.first?.count ?? 1
    let df = groups.count * (width - 1) - parameters
    guard df > 0 else { return .undefined(.tooFew(needed: people + 1)) }
    var chiSquared = 0.0
    for group in groups {
      for (seen, hoped) in zip(group.seen, group.expected) {
        chiSquared += (seen - hoped) * (seen - hoped) / hoped
      }
    }
    guard chiSquared.isFinite else { return .undefined(.notFinite) }
    return .value(
      ScoreGroups(
        chiSquared: chiSquared, df: Double(df),
        p: ChiSquaredDistribution.upperTail(chiSquared, df: Double(df)), groups: groups.count,
        people: people))
  }
}
