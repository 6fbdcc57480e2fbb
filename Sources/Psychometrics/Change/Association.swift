import Glibc

/// How far two figures of the same cases go together.
package struct Association: Sendable, Hashable {
  /// How many cases there are.
  package let n: Int
  /// The product-moment correlation (Pearson), −1 to 1.
  package let pearson: Estimate<Double>
  /// The correlation of ranks, ties with their middle rank, −1 to 1.
  ///
  /// Source: Spearman (1904), American Journal of Psychology 15, 72–101.
  package let spearman: Estimate<Double>
  /// The interval of Pearson's correlation by z = artanh r with standard error 1/√(n − 3).
  ///
  /// Source: Fisher (1921), Metron 1, 3–32.
  package let interval: Estimate<ConfidenceInterval>

  /// Creates the correlations of two lists of one length; three cases are the fewest.
  package init(_ first: [Double], _ second: [Double], confidence: Double = 0.95) {
    n = first.count
    let reason: UndefinedReason? =
      if first.count != second.count {
        .unequalLengths
      } else if first.count < 3 {
        .tooFew(needed: 3)
      } else if !(first + second).allSatisfy({ $0.magnitude < 1e100 }) {
        .notFinite
      } else {
        nil
      }
    if let reason {
      pearson = .undefined(reason)
      spearman = .undefined(reason)
      interval = .undefined(reason)
      return
    }
    pearson = Moments.correlation(first, second)
    spearman = Moments.correlation(Self.ranks(first), Self.ranks(second))
    guard let r = pearson.value else {
      interval = .undefined(pearson.reason ?? .noVariation)
      return
    }
    guard n > 3 else {
      interval = .undefined(.tooFew(needed: 4))
      return
    }
    let z = atanh(max(-1 + 1e-12, min(1 - 1e-12, r)))
    let half = NormalDistribution.quantile(0.5 + 0.5 * confidence) / Double(n - 3).squareRoot()
    interval = .value(ConfidenceInterval(low: tanh(z - half), high: tanh(z + half)))
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
