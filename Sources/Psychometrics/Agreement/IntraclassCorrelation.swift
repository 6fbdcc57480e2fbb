/// The six intraclass correlations of subjects by raters, with intervals.
///
/// Source: Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428. ICC1: each subject is
/// judged by other raters; ICC2: the raters are a sample, and their levels matter (absolute
/// agreement); ICC3: these raters only, and their levels do not matter (consistency). With `k`:
/// the mean of all the raters.
package struct IntraclassCorrelation: Sendable, Hashable {
  /// Which of the six.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    /// One rater, one-way random.
    case single1 = "ICC1"
    /// One rater, two-way random.
    case single2 = "ICC2"
    /// One rater, two-way mixed.
    case single3 = "ICC3"
    /// The mean of the raters, one-way random.
    case mean1 = "ICC1k"
    /// The mean of the raters, two-way random.
    case mean2 = "ICC2k"
    /// The mean of the raters, two-way mixed.
    case mean3 = "ICC3k"
  }

  /// One of the six.
  package struct Value: Sendable, Hashable {
    /// Which.
    package let form: Form
    /// The correlation; below zero where raters spread more than subjects.
    package let value: Double
    /// Its interval.
    package let interval: ConfidenceInterval
    /// The F of the test that it is zero.
    package let f: Double
    /// The p of that test.
    package let p: Double
  }

  /// How many subjects all raters judged.
  package let subjects: Int
  /// How many raters there are.
  package let raters: Int
  /// The six values in the order of `Form`, or the reason why there are none.
  package let values: Estimate<[Value]>

  /// Creates the measures.
  ///
  /// - Parameters:
  ///   - ratings: For each subject the raters' values, each subject with the same raters; those
  ///     with a missing rating are left out by the caller.
  ///   - confidence: The confidence of the intervals, between 0 and 1.
  package init(_ ratings: [[Double]], confidence: Double = 0.95) {
    subjects = ratings.count
    raters = ratings.first?.count ?? 0
    let width = raters
    guard ratings.allSatisfy({ $0.count == width }) else {
      values = .undefined(.unequalLengths)
      return
    }
    guard subjects > 1, raters > 1 else {
      values = .undefined(.tooFew(needed: 2))
      return
    }
    guard ratings.allSatisfy({ $0.allSatisfy { $0.magnitude < 1e100 } }) else {
      values = .undefined(.notFinite)
      return
    }
    values = MeanSquares(ratings).values(confidence: confidence)
  }
}

/// The mean squares of a table of subjects by raters, and what follows from them.
private struct MeanSquares {
  let n: Double
  let k: Double
  /// Between subjects.
  let subjects: Double
  /// Within subjects.
  let within: Double
  /// Between raters.
  let raters: Double
  /// What is left.
  let error: Double

  init(_ ratings: [[Double]]) {
    let width = ratings.first?.count ?? 0
    n = Double(ratings.count)
    k = Double(width)
    let all = Moments.mean(Array(ratings.joined()))
    let rows = ratings.map(Moments.mean)
    let columns = (0..<width).map { column in Moments.mean(ratings.map { $0[column] }) }
    let between = k * rows.reduce(0) { $0 + ($1 - all) * ($1 - all) }
    let byRater = n * columns.reduce(0) { $0 + ($1 - all) * ($1 - all) }
    var inside = 0.0
    for (row, mean) in zip(ratings, rows) {
      for value in row { inside += (value - mean) * (value - mean) }
    }
    subjects = between / (n - 1)
    within = inside / (n * (k - 1))
    raters = byRater / (k - 1)
    error = max(0, inside - byRater) / ((n - 1) * (k - 1))
  }

  func values(confidence: Double) -> Estimate<[IntraclassCorrelation.Value]> {
    guard within > 0 || subjects > 0 else { return .undefined(.noVariation) }
    // Raters who agree to the last digit leave no error to compare with: F would be infinite.
    guard within > 1e-24 * subjects, error > 1e-24 * subjects else {
      return .undefined(.noVariation)
    }
    let tail = 0.5 * (1 - confidence)
    let free = (subjects: n - 1, within: n * (k - 1), error: (n - 1) * (k - 1))
    let f1 = subjects / within
    let f3 = subjects / error
    let low1 = f1 / FDistribution.upperQuantile(tail, df1: free.subjects, df2: free.within)
    let high1 = f1 * FDistribution.upperQuantile(tail, df1: free.within, df2: free.subjects)
    let low3 = f3 / FDistribution.upperQuantile(tail, df1: free.subjects, df2: free.error)
    let high3 = f3 * FDistribution.upperQuantile(tail, df1: free.error, df2: free.subjects)
    let value2 = (subjects - error) / (subjects + (k - 1) * error + k * (raters - error) / n)
    let interval2 = interval2(value2, tail: tail)
    let p1 = FDistribution.upperTail(f1, df1: free.subjects, df2: free.within)
    let p3 = FDistribution.upperTail(f3, df1: free.subjects, df2: free.error)
    func single(_ f: Double) -> Double { (f - 1) / (f + k - 1) }
    func mean(_ f: Double) -> Double { 1 - 1 / f }
    func stepped(_ one: Double) -> Double { k * one / (1 + (k - 1) * one) }
    func value(
      _ form: IntraclassCorrelation.Form, _ value: Double, _ low: Double, _ high: Double,
      _ f: Double, _ p: Double
    ) -> IntraclassCorrelation.Value {
      IntraclassCorrelation.Value(
        form: form, value: value, interval: ConfidenceInterval(low: low, high: high), f: f, p: p)
    }
    let all = [
      value(.single1, single(f1), single(low1), single(high1), f1, p1),
      value(.single2, value2, interval2.low, interval2.high, f3, p3),
      value(.single3, single(f3), single(low3), single(high3), f3, p3),
      value(.mean1, mean(f1), mean(low1), mean(high1), f1, p1),
      value(
        .mean2, (subjects - error) / (subjects + (raters - error) / n), stepped(interval2.low),
        stepped(interval2.high), f3, p3),
      value(.mean3, mean(f3), mean(low3), mean(high3), f3, p3),
    ]
    let areFinite = all.allSatisfy { value in
      [value.value, value.interval.low, value.interval.high, value.f, value.p]
        .allSatisfy(\.isFinite)
    }
    return areFinite ? .value(all) : .undefined(.notFinite)
  }

  /// The interval of ICC2, with Satterthwaite's degrees of freedom.
  ///
  /// Source: Shrout and Fleiss (1979), page 424.
  private func interval2(_ value: Double, tail: Double) -> ConfidenceInterval {
    let f = raters / error
    let a = k * value * f
    let b = n * (1 + (k - 1) * value) - k * value
    let df = (k - 1) * (n - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b)
    let upper = FDistribution.upperQuantile(tail, df1: n - 1, df2: df)
    let lower = FDistribution.upperQuantile(tail, df1: df, df2: n - 1)
    let rest = k * raters + (k * n - k - n) * error
    return ConfidenceInterval(
      low: n * (subjects - upper * error) / (upper * rest + n * subjects),
      high: n * (lower * subjects - error) / (rest + n * lower * subjects))
  }
}
