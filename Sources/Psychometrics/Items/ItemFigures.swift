/// Makes the figures of one item from its sums.
struct ItemFigures {
  let item: CodedItem
  let summary: ItemSummary
  let n: Int
  let items: Int
  /// The sum of squares of the totals.
  let square: Double
  /// The largest total, whose rounding is no spread.
  let scale: Double
  /// The sum of the other items' variances.
  let othersVariance: Double
  /// For each code the sum of the totals' deviations.
  let deviations: [Double]
  /// For each code the weight in the upper less the lower group.
  let weights: [Double]
  let groupSize: Int

  private var table: [Double] { item.table }

  /// The sum of products of the item and the total.
  private var product: Double {
    let table = table
    return summary.counts.indices.reduce(0) { sum, code in
      summary.counts[code] == 0 ? sum : sum + (table[code] - summary.mean) * deviations[code]
    }
  }

  /// The sum of squares of the rest scores.
  private var restSquare: Double { square - 2 * product + summary.square }

  private var hasRest: Bool {
    let rounding = 16 * Double.ulpOfOne * scale
    return restSquare > Double(n) * rounding * rounding
  }

  /// The figures.
  var figures: ItemStatistics.Item {
    let table = table
    return ItemStatistics.Item(
      id: item.id, n: n, difficulty: .checked(summary.mean),
      deviation: n > 1
        ? .checked((summary.square / Double(n - 1)).squareRoot())
        : .undefined(.tooFew(needed: 2)),
      discrimination: discrimination, itemTotal: itemTotal,
      alphaIfDeleted: ItemSums.alpha(
        items: items - 1, n: n, itemVariances: othersVariance,
        totalVariance: hasRest ? restSquare / Double(max(1, n - 1)) : 0, scale: scale),
      discriminationIndex: index,
      omitted: option("", code: 0, table),
      options: item.options.enumerated().map { option($1, code: $0 + 1, table) })
  }

  private var discrimination: Estimate<Double> {
    guard items > 1, n > 1 else { return .undefined(.tooFew(needed: 2)) }
    guard summary.square > 0, hasRest else { return .undefined(.noVariation) }
    return Self.correlation(product - summary.square, summary.square, restSquare)
  }

  private var itemTotal: Estimate<Double> {
    guard n > 1 else { return .undefined(.tooFew(needed: 2)) }
    guard summary.square > 0, square > 0 else { return .undefined(.noVariation) }
    return Self.correlation(product, summary.square, square)
  }

  private var index: Estimate<Double> {
    guard n > 1 else { return .undefined(.tooFew(needed: 2)) }
    guard summary.highest > summary.lowest else { return .undefined(.noVariation) }
    let table = table
    let sum = summary.counts.indices.reduce(0) { $0 + table[$1] * weights[$1] }
    return .checked(sum / (Double(groupSize) * (summary.highest - summary.lowest)))
  }

  private func option(_ text: String, code: Int, _ table: [Double]) -> ItemStatistics.Option {
    let count = summary.counts[code]
    var biserial = Estimate<Double>.undefined(.noVariation)
    if items < 2 || n < 2 {
      biserial = .undefined(.tooFew(needed: 2))
    } else if count > 0, count < n, hasRest {
      // Of who gave the answer: the sum of their rest scores' deviations.
      let sum = deviations[code] - Double(count) * (table[code] - summary.mean)
      let share = Double(count) / Double(n)
      biserial = Self.correlation(sum, Double(count) * (1 - share), restSquare)
    }
    return ItemStatistics.Option(
      text: text, score: table[code], count: count,
      proportion: n > 0 ? .value(Double(count) / Double(n)) : .undefined(.tooFew(needed: 1)),
      pointBiserial: biserial)
  }

  private static func correlation(
    _ product: Double, _ first: Double, _ second: Double
  ) -> Estimate<Double> {
    let value = product / (first.squareRoot() * second.squareRoot())
    guard value.isFinite else { return .undefined(.notFinite) }
    return .value(min(1, max(-1, value)))
  }
}
