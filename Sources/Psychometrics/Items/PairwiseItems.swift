/// The figures of items where every one uses the people whose answers it needs.
///
/// Covariances are those of each pair of items; a rest score is the mean of a person's answers to
/// the other items times their number. People without a second answer have none.
struct PairwiseItems {
  let meanTotal: Estimate<Double>
  let deviationTotal: Estimate<Double>
  let alpha: Estimate<Double>
  /// Empty where some pair of items has fewer than two people.
  let covariance: [Double]
  let items: [ItemStatistics.Item]

  init(_ items: [CodedItem]) {
    let size = items.count
    let matrix = ItemCovariance.pairwise(items)
    covariance = matrix ?? []
    let people = items.first?.codes.count ?? 0
    var sums = [Double](repeating: 0, count: people)
    var answers = [Double](repeating: 0, count: people)
    for item in items {
      for (row, code) in item.codes.enumerated() where code > 0 {
        sums[row] += item.scores[Int(code) - 1]
        answers[row] += 1
      }
    }
    let columns = items.map { item in
      item.codes.compactMap { $0 > 0 ? item.scores[Int($0) - 1] : nil }
    }
    meanTotal =
      columns.allSatisfy { !$0.isEmpty }
      ? .checked(columns.reduce(0) { $0 + Moments.mean($1) }) : .undefined(.tooFew(needed: 1))
    let rows = (0..<size).map { row in
      matrix.map { matrix in
        (0..<size).reduce(0) { $0 + matrix[row * size + $1] }
      }
    }
    let total = rows.reduce(Double?(0)) { sum, row in sum.flatMap { sum in row.map { sum + $0 } } }
    let trace = matrix.map { matrix in
      (0..<size).reduce(0) { $0 + matrix[$1 * size + $1] }
    }
    let scale = sums.reduce(0) { max($0, $1.magnitude) }
    guard let matrix, let total, let trace else {
      deviationTotal = .undefined(.tooFew(needed: 2))
      alpha = .undefined(.tooFew(needed: 2))
      self.items = items.indices.map {
        Self.item(items[$0], columns[$0], sums, answers, size, nil, nil, nil)
      }
      return
    }
    deviationTotal = total > 0 ? .checked(total.squareRoot()) : .undefined(.noVariation)
    alpha = ItemSums.alpha(
      items: size, n: people, itemVariances: trace, totalVariance: total, scale: scale)
    self.items = items.indices.map { place in
      let own = matrix[place * size + place]
      let row = rows[place] ?? 0
      let rest = total - 2 * row + own
      return Self.item(
        items[place], columns[place], sums, answers, size,
        Self.correlation(row - own, own, rest), Self.correlation(row, own, total),
        ItemSums.alpha(
          items: size - 1, n: people, itemVariances: trace - own, totalVariance: rest,
          scale: scale))
    }
  }

  private static func correlation(
    _ covariance: Double, _ first: Double, _ second: Double
  ) -> Estimate<Double> {
    guard first > 1e-24, second > 1e-24 else { return .undefined(.noVariation) }
    return .checked(covariance / (first * second).squareRoot())
  }

  private static func item(
    _ item: CodedItem, _ column: [Double], _ sums: [Double], _ answers: [Double], _ size: Int,
    _ discrimination: Estimate<Double>?, _ itemTotal: Estimate<Double>?,
    _ alphaIfDeleted: Estimate<Double>?
  ) -> ItemStatistics.Item {
    let few = Estimate<Double>.undefined(.tooFew(needed: 2))
    var codes: [UInt8] = []
    var rests: [Double] = []
    for (row, code) in item.codes.enumerated() where code > 0 && answers[row] > 1 {
      codes.append(code)
      rests.append(
        (sums[row] - item.scores[Int(code) - 1]) / (answers[row] - 1) * Double(size - 1))
    }
    let options = item.options.enumerated().map { place, text in
      let count = item.codes.count { $0 == UInt8(place + 1) }
      return ItemStatistics.Option(
        text: text, score: item.scores[place], count: count,
        proportion: column.isEmpty
          ? .undefined(.tooFew(needed: 1)) : .value(Double(count) / Double(column.count)),
        pointBiserial: Moments.correlation(
          codes.map { $0 == UInt8(place + 1) ? 1 : 0 }, rests))
    }
    let missing = item.codes.count - column.count
    let index = Self.index(item, sums, answers)
    return ItemStatistics.Item(
      id: item.id, n: column.count,
      difficulty: column.isEmpty
        ? .undefined(.tooFew(needed: 1)) : .checked(Moments.mean(column)),
      deviation: Moments.deviation(column), discrimination: discrimination ?? few,
      itemTotal: itemTotal ?? few, alphaIfDeleted: alphaIfDeleted ?? few,
      discriminationIndex: index,
      omitted: ItemStatistics.Option(
        text: "", score: 0, count: missing,
        proportion: item.codes.isEmpty
          ? .undefined(.tooFew(needed: 1))
          : .value(Double(missing) / Double(item.codes.count)),
        pointBiserial: .undefined(.noVariation)),
      options: options)
  }

  /// The index over the people who answered the item, grouped by their mean answer.
  private static func index(
    _ item: CodedItem, _ sums: [Double], _ answers: [Double]
  ) -> Estimate<Double> {
    let rows = item.codes.indices.filter { item.codes[$0] > 0 }
    guard rows.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    let scores = rows.map { item.scores[Int(item.codes[$0]) - 1] }
    guard let low = scores.min(), let high = scores.max(), high > low else {
      return .undefined(.noVariation)
    }
    let groups = ExtremeGroups(rows.map { sums[$0] / answers[$0] })
    let sum = zip(scores, groups.weights).reduce(0) { $0 + $1.0 * $1.1 }
    return .checked(sum / (Double(groups.size) * (high - low)))
  }
}
