/// Change and form effect where half of the people took form A then B, and half B then A.
///
/// With y = ability + form: the mean change of those who took A first is δ + φ, of those who took
/// B first δ − φ, where δ is the change and φ how much easier form B is than form A (in points).
/// So δ̂ = (d̄_AB + d̄_BA)/2 and φ̂ = (d̄_AB − d̄_BA)/2; both have the standard error
/// ½√(s²_AB/n_AB + s²_BA/n_BA), with degrees of freedom by Welch and Satterthwaite. The two groups
/// must have been made by chance, not by choice, or their change may differ for other reasons.
///
/// Source: Hills and Armitage (1979), British Journal of Clinical Pharmacology 8, 7–20, where the
/// period effect is our change and the treatment effect our form effect; Jones and Kenward (2014),
/// Design and Analysis of Cross-Over Trials, chapter 2.
package struct Crossover: Sendable, Hashable {
  /// How many people took form A before and form B after.
  package let countAB: Int
  /// How many people took form B before and form A after.
  package let countBA: Int
  /// The mean change, freed from the difference between the forms.
  package let change: MeanEstimate
  /// How many points easier form B is than form A.
  package let formEffect: MeanEstimate

  /// Creates the analysis.
  ///
  /// - Parameters:
  ///   - gainsAB: Post − pre of those who took form A before and form B after.
  ///   - gainsBA: Post − pre of those who took form B before and form A after.
  ///   - confidence: The confidence of the intervals, between 0 and 1.
  package init(gainsAB: [Double], gainsBA: [Double], confidence: Double = 0.95) {
    countAB = gainsAB.count
    countBA = gainsBA.count
    change = IndependentGroups.combination(
      gainsAB, gainsBA, weights: (0.5, 0.5), confidence: confidence)
    formEffect = IndependentGroups.combination(
      gainsAB, gainsBA, weights: (0.5, -0.5), confidence: confidence)
  }
}
