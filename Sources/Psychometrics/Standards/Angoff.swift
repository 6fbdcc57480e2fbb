/// A cut score from judges who say, item by item, how likely a person who just passes is right.
///
/// Each judge's cut is the sum of the ratings; the standard is their mean, and its error that of a
/// mean of judges. Source: Angoff (1971), in Thorndike, Educational Measurement, 508–600; Cizek and
/// Bunch (2007), Standard Setting, chapter 6.
package struct Angoff: Sendable, Hashable {
  /// The cut of each judge, in points.
  package let judges: [Double]
  /// The cut score with the standard error and Student's interval over judges.
  package let cut: MeanEstimate

  /// Creates the standard.
  ///
  /// - Parameter ratings: For each judge the chance of each item, 0 to 1, none missing.
  package init(_ ratings: [[Double]]) {
    guard ratings.allSatisfy({ $0.count == ratings[0].count }) else {
      judges = []
      cut = MeanEstimate(undefined: .unequalLengths)
      return
    }
    guard ratings.joined().allSatisfy({ (0...1).contains($0) }) else {
      judges = []
      cut = MeanEstimate(undefined: .notFinite)
      return
    }
    judges = ratings.map { $0.reduce(0, +) }
    guard !judges.isEmpty else {
      cut = MeanEstimate(undefined: .tooFew(needed: 1))
      return
    }
    cut = MeanEstimate(
      Moments.mean(judges),
      standardError: MeanEstimate.standardError(
        judges, scale: judges.reduce(0) { max($0, $1.magnitude) }),
      df: Double(judges.count - 1), confidence: 0.95)
  }
}
