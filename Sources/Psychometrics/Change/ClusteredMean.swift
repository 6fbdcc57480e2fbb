/// The mean of people who come in clusters, such as those of one trainer, with errors that know it.
///
/// The variance is CR2, in which Σ_g S_g²/(1 − n_g/n)/n² with S_g the sum of a cluster's residuals
/// is unbiased where people of a cluster are independent after all; the degrees of freedom are
/// Satterthwaite's, df = 1/(Σ w² + (Σ b²)² − Σ b⁴) with w_g = n_g/n and b_g² = w_g²/(1 − w_g).
/// For clusters of one size df is their number less one. Sources: Bell and McCaffrey (2002),
/// Survey Methodology 28, 169–181; Pustejovsky and Tipton (2018), Journal of Business and Economic
/// Statistics 36, 672–683, here for a model with the mean alone.
package struct ClusteredMean: Sendable, Hashable {
  /// How many clusters there are.
  package let clusters: Int
  /// The mean with its interval and test.
  package let mean: MeanEstimate
  /// The variance of this mean over that of as many independent people (the design effect).
  package let designEffect: Estimate<Double>

  /// With fewer clusters intervals are wide and still not to be relied upon.
  ///
  /// Source: Cameron and Miller (2015), Journal of Human Resources 50, 317–372.
  package static let fewest = 10

  /// Creates the mean.
  ///
  /// - Parameters:
  ///   - values: The values, for example gains.
  ///   - clusters: For each value the number of its cluster.
  ///   - confidence: The confidence of the interval, between 0 and 1.
  package init(_ values: [Double], clusters: [Int], confidence: Double = 0.95) {
    var sums: [Int: (count: Double, sum: Double)] = [:]
    let mean = Moments.mean(values)
    for (value, cluster) in zip(values, clusters) {
      sums[cluster, default: (0, 0)].count += 1
      sums[cluster, default: (0, 0)].sum += value - mean
    }
    self.clusters = sums.count
    func none(_ reason: UndefinedReason) -> MeanEstimate {
      MeanEstimate(mean, standardError: .undefined(reason), df: 0, confidence: confidence)
    }
    guard values.count == clusters.count else {
      designEffect = .undefined(.unequalLengths)
      self.mean = MeanEstimate(undefined: .unequalLengths)
      return
    }
    guard values.allSatisfy({ $0.magnitude < 1e100 }) else {
      designEffect = .undefined(.notFinite)
      self.mean = MeanEstimate(undefined: .notFinite)
      return
    }
    guard sums.count > 1 else {
      designEffect = .undefined(.tooFewClusters)
      self.mean =
        values.isEmpty ? MeanEstimate(undefined: .tooFew(needed: 1)) : none(.tooFewClusters)
      return
    }
    // In one order, so that sums are rounded the same way each time.
    let parts = sums.values.sorted { ($0.count, $0.sum) < ($1.count, $1.sum) }
    let n = Double(values.count)
    var (variance, shares, squares, fourths) = (0.0, 0.0, 0.0, 0.0)
    for part in parts {
      let share = part.count / n
      variance += part.sum * part.sum / (1 - share) / (n * n)
      let b = share * share / (1 - share)
      shares += share * share
      squares += b
      fourths += b * b
    }
    let scale = values.reduce(0) { max($0, $1.magnitude) }
    let error = variance.squareRoot()
    guard error > 10 * Double.ulpOfOne * scale, error > 0 else {
      designEffect = .undefined(.noVariation)
      self.mean = none(.noVariation)
      return
    }
    let df = 1 / (shares + squares * squares - fourths)
    self.mean = MeanEstimate(
      mean, standardError: .checked(error), df: df, confidence: confidence)
    let independent = Moments.variance(values) / n
    designEffect = independent > 0 ? .checked(variance / independent) : .undefined(.noVariation)
  }
}
