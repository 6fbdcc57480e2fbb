/// How the same people's scores changed between two occasions.
///
/// The change is post − pre, and t has its sign. A change is no effect: without a comparison group
/// nobody knows what would have happened anyway.
package struct PairedChange: Sendable, Hashable {
  /// How many pairs there are.
  package let n: Int
  /// The mean before.
  package let meanPre: Estimate<Double>
  /// The mean after.
  package let meanPost: Estimate<Double>
  /// The standard deviation before (divisor n − 1).
  package let deviationPre: Estimate<Double>
  /// The standard deviation after (divisor n − 1).
  package let deviationPost: Estimate<Double>
  /// The mean change.
  package let gain: Estimate<Double>
  /// The standard deviation of the changes (divisor n − 1).
  package let deviationGain: Estimate<Double>
  /// The correlation of pre and post.
  package let correlation: Estimate<Double>
  /// The confidence interval of the mean change, by Student's t with n − 1 degrees of freedom.
  package let interval: Estimate<ConfidenceInterval>
  /// The mean change divided by its standard error.
  ///
  /// Source: Student (1908), Biometrika 6, 1–25.
  package let t: Estimate<Double>
  /// The degrees of freedom, n − 1.
  package let df: Int
  /// The two-sided p of t.
  package let p: Estimate<Double>
  /// The standardised change: gain / √((s_pre² + s_post²)/2), and its correction J(n − 1).
  ///
  /// Source: Cumming (2012), Understanding the New Statistics, ch. 11 (d_av); Hedges (1981) for J.
  package let effect: Estimate<EffectSize.Standardised>
  /// The signed-rank test, which asks less of the scores than t does.
  package let signedRank: Estimate<SignedRankTest>

  /// The standardised change corrected for small samples.
  package var hedgesG: Estimate<Double> { effect.map(\.g) }

  /// The mean change in standard deviations of the changes, d_z, and g_z = d_z · J(n − 1).
  ///
  /// It says how sure the direction is, not how large the change; d_av compares with other tests.
  /// Source: Cohen (1988), Statistical Power Analysis, 2.3.5 (d_z); Lakens (2013), Frontiers in
  /// Psychology 4, 863.
  package var effectOfChanges: Estimate<EffectOfChanges> {
    guard n > 2 else { return .undefined(.tooFew(needed: 3)) }
    guard t.value != nil, let gain = gain.value, let spread = deviationGain.value,
      let j = EffectSize.correction(df: Double(df)).value
    else { return .undefined(t.reason ?? .noVariation) }
    return .value(EffectOfChanges(d: gain / spread, g: gain / spread * j))
  }

  /// The confidence interval of Hedges' g: g ± z · √V_g.
  package let hedgesGInterval: Estimate<ConfidenceInterval>

  /// Creates the analysis of scores before and after.
  ///
  /// - Parameters:
  ///   - pre: The scores before.
  ///   - post: The scores after, of the same people in the same order.
  ///   - confidence: The confidence of the intervals, between 0 and 1.
  package init(pre: [Double], post: [Double], confidence: Double = 0.95) {
    guard pre.count == post.count else {
      self.init(undefined: .unequalLengths, n: 0)
      return
    }
    guard !pre.isEmpty else {
      self.init(undefined: .tooFew(needed: 1), n: 0)
      return
    }
    guard (pre + post).allSatisfy({ $0.magnitude < 1e100 }) else {
      self.init(undefined: .notFinite, n: pre.count)
      return
    }
    self.init(checkedPre: pre, post: post, confidence: confidence)
  }

  private init(checkedPre pre: [Double], post: [Double], confidence: Double) {
    let changes = zip(pre, post).map { $1 - $0 }
    let scale = (pre + post).reduce(0) { max($0, $1.magnitude) }
    n = pre.count
    df = n - 1
    meanPre = .value(Moments.mean(pre))
    meanPost = .value(Moments.mean(post))
    deviationPre = Moments.deviation(pre)
    deviationPost = Moments.deviation(post)
    let mean = Moments.mean(changes)
    gain = .value(mean)
    deviationGain = Moments.deviation(changes)
    correlation = Moments.correlation(pre, post)
    let test = MeanEstimate(
      mean, standardError: MeanEstimate.standardError(changes, scale: scale), df: Double(n - 1),
      confidence: confidence)
    interval = test.interval
    t = test.t
    p = test.p
    effect = Self.effect(mean, pre, post, correlation)
    let z = NormalDistribution.quantile(0.5 + 0.5 * confidence)
    hedgesGInterval = effect.map {
      let half = z * $0.varianceG.squareRoot()
      return ConfidenceInterval(low: $0.g - half, high: $0.g + half)
    }
    signedRank = SignedRankTest.of(changes, scale: scale)
  }

  private init(undefined reason: UndefinedReason, n: Int) {
    self.n = n
    df = max(0, n - 1)
    meanPre = .undefined(reason)
    meanPost = .undefined(reason)
    deviationPre = .undefined(reason)
    deviationPost = .undefined(reason)
    gain = .undefined(reason)
    deviationGain = .undefined(reason)
    correlation = .undefined(reason)
    interval = .undefined(reason)
    t = .undefined(reason)
    p = .undefined(reason)
    effect = .undefined(reason)
    hedgesGInterval = .undefined(reason)
    signedRank = .undefined(reason)
  }

  private static func effect(
    _ gain: Double, _ pre: [Double], _ post: [Double], _ correlation: Estimate<Double>
  ) -> Estimate<EffectSize.Standardised> {
    guard pre.count > 2 else { return .undefined(.tooFew(needed: 3)) }
    guard !(Moments.isConstant(pre) && Moments.isConstant(post)) else {
      return .undefined(.noVariation)
    }
    let average = (0.5 * (Moments.variance(pre) + Moments.variance(post))).squareRoot()
    // One constant occasion leaves the correlation undefined; independence is the wide choice.
    return EffectSize.paired(
      d: gain / average, correlation: correlation.value ?? 0, n: pre.count)
  }

  /// A mean change in standard deviations of the changes.
  package struct EffectOfChanges: Sendable, Hashable {
    /// Not corrected.
    package let d: Double
    /// Corrected for small samples.
    package let g: Double
  }
}
