/// The counts and sums from which every figure about items follows, gathered in two passes.
///
/// For each item and each code c of an answer: how many people gave it, the sum of their totals'
/// deviations from the mean, and their weight in the upper less the lower group. With these,
/// cov(item, total) = Σ_c (x_c − x̄)·S_c/(n − 1), and the rest score of a person is the total less
/// x_c, so no person is looked at twice for an option.
struct ItemSums {
  /// How many people there are.
  let n: Int
  let meanTotal: Estimate<Double>
  let deviationTotal: Estimate<Double>
  let alpha: Estimate<Double>
  /// The covariances of the items; empty for fewer than two people.
  let covariance: [Double]
  let items: [ItemStatistics.Item]

  /// The sums of one item, by the code of the answer.
  private struct Codes: Sendable {
    var counts: [Int]
    var deviations: [Double]
    var weights: [Double]
  }

  private static let blockSize = 1 << 14

  init(_ items: [CodedItem], isPairwise: Bool) {
    let n = items.first?.codes.count ?? 0
    self.n = n
    guard n > 0 else {
      meanTotal = .undefined(.tooFew(needed: 1))
      deviationTotal = .undefined(.tooFew(needed: 2))
      alpha = .undefined(.tooFew(needed: 2))
      covariance = []
      self.items = items.map { Self.empty($0) }
      return
    }
    if isPairwise {
      let pairs = PairwiseItems(items)
      meanTotal = pairs.meanTotal
      deviationTotal = pairs.deviationTotal
      alpha = pairs.alpha
      covariance = pairs.covariance
      self.items = pairs.items
      return
    }
    let totals = Self.totals(items, n)
    let mean = Moments.mean(totals)
    let deviations = totals.map { $0 - mean }
    let weights = ExtremeGroups(totals)
    let codes = Parallel.map(items.count) { place in
      Self.codes(items[place], deviations, weights)
    }
    let square = Self.square(deviations)
    let scale = totals.reduce(0) { max($0, $1.magnitude) }
    let summaries = items.indices.map { place in
      ItemSummary(items[place], counts: codes[place].counts)
    }
    let variances = summaries.map { $0.square / Double(max(1, n - 1)) }
    meanTotal = .checked(mean)
    let isConstant = Moments.isConstant(totals)
    deviationTotal =
      n > 1
      ? .checked(isConstant ? 0 : (square / Double(n - 1)).squareRoot())
      : .undefined(.tooFew(needed: 2))
    let sum = variances.reduce(0, +)
    alpha = Self.alpha(
      items: items.count, n: n, itemVariances: sum,
      totalVariance: isConstant ? 0 : square / Double(max(1, n - 1)), scale: scale)
    covariance =
      n > 1 && items.count <= Omega.mostItems
      ? ItemCovariance.complete(items, means: summaries.map(\.mean)) : []
    self.items = items.indices.map { place in
      ItemFigures(
        item: items[place], summary: summaries[place], n: n, items: items.count,
        square: square, scale: scale, othersVariance: sum - variances[place],
        deviations: codes[place].deviations, weights: codes[place].weights,
        groupSize: weights.size
      ).figures
    }
  }

  /// Needs two items and two people: `tooFew(needed: 2)` speaks of either.
  static func alpha(
    items: Int, n: Int, itemVariances: Double, totalVariance: Double, scale: Double
  ) -> Estimate<Double> {
    guard items > 1, n > 1 else { return .undefined(.tooFew(needed: 2)) }
    let rounding = 16 * Double.ulpOfOne * scale
    guard totalVariance > rounding * rounding else { return .undefined(.noVariation) }
    let count = Double(items)
    return .checked(count / (count - 1) * (1 - itemVariances / totalVariance))
  }

  private static func empty(_ item: CodedItem) -> ItemStatistics.Item {
    let none = Estimate<Double>.undefined(.tooFew(needed: 1))
    let option = { (text: String, score: Double) in
      ItemStatistics.Option(
        text: text, score: score, count: 0, proportion: none, pointBiserial: none)
    }
    return ItemStatistics.Item(
      id: item.id, n: 0, difficulty: none, deviation: none, discrimination: none,
      itemTotal: none, alphaIfDeleted: none, discriminationIndex: none, omitted: option("", 0),
      options: zip(item.options, item.scores).map(option))
  }

  // MARK: Passes

  /// Returns each person's sum of scores.
  static func totals(_ items: [CodedItem], _ n: Int) -> [Double] {
    let tables = items.map(\.table)
    let blocks = Parallel.map((n + blockSize - 1) / blockSize) { block -> [Double] in
      let start = block * blockSize
      let end = min(n, start + blockSize)
      var sums = [Double](repeating: 0, count: end - start)
      for (item, table) in zip(items, tables) {
        let codes = item.codes.span
        let scores = table.span
        var out = sums.mutableSpan
        for at in start..<end { out[at - start] += scores[Int(codes[at])] }
      }
      return sums
    }
    return Array(blocks.joined())
  }

  private static func square(_ deviations: [Double]) -> Double {
    deviations.reduce(0) { $0 + $1 * $1 }
  }

  private static func codes(
    _ item: CodedItem, _ deviations: [Double], _ groups: ExtremeGroups
  ) -> Codes {
    var counts = [Int](repeating: 0, count: 256)
    var sums = [Double](repeating: 0, count: 256)
    var weights = [Double](repeating: 0, count: 256)
    let codes = item.codes.span
    let away = deviations.span
    let weight = groups.weights.span
    do {
      var count = counts.mutableSpan
      var sum = sums.mutableSpan
      var part = weights.mutableSpan
      for at in codes.indices {
        let code = Int(codes[at])
        count[code] &+= 1
        sum[code] += away[at]
        part[code] += weight[at]
      }
    }
    return Codes(counts: counts, deviations: sums, weights: weights)
  }
}

/// Who belongs to the upper and the lower group of the discrimination index.
struct ExtremeGroups: Sendable {
  /// How many people each group has.
  let size: Int
  /// For each person the weight in the upper group less that in the lower one.
  ///
  /// People whose total is the one at the border share the places that are left, so that the order
  /// of people never matters.
  let weights: [Double]

  init(_ totals: [Double]) {
    let sorted = totals.sorted()
    let n = sorted.count
    size = max(1, Int((ItemStatistics.extremeShare * Double(n)).rounded()))
    let low = sorted[size - 1]
    let high = sorted[n - size]
    let size = Double(size)
    let under = Double(sorted.count { $0 < low })
    let over = Double(sorted.count { $0 > high })
    let atLow = (size - under) / Double(sorted.count { $0 == low })
    let atHigh = (size - over) / Double(sorted.count { $0 == high })
    weights = totals.map { total in
      (total > high ? 1 : total == high ? atHigh : 0)
        - (total < low ? 1 : total == low ? atLow : 0)
    }
  }
}

/// The mean and the spread of one item.
struct ItemSummary {
  let counts: [Int]
  let answered: Int
  let mean: Double
  /// The sum of the squares of the deviations from the mean; 0 where everybody has one score.
  let square: Double
  let lowest: Double
  let highest: Double

  init(_ item: CodedItem, counts: [Int]) {
    self.counts = counts
    let table = item.table
    let used = counts.indices.filter { counts[$0] > 0 }
    let n = counts.reduce(0, +)
    answered = n - counts[0]
    let first = used.reduce(0) { $0 + Double(counts[$1]) * table[$1] } / Double(max(1, n))
    let mean =
      first + used.reduce(0) { $0 + Double(counts[$1]) * (table[$1] - first) } / Double(max(1, n))
    self.mean = mean
    lowest = used.map { table[$0] }.min() ?? 0
    highest = used.map { table[$0] }.max() ?? 0
    square =
      lowest == highest
      ? 0
      : used.reduce(0) { sum, code in
        let away = table[code] - mean
        return sum + Double(counts[code]) * away * away
      }
  }
}
