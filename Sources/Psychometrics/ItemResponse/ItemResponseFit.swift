import Glibc

/// A model of how answers depend on ability, fitted to data.
///
/// P(right) = 1/(1 + exp(−(a·θ + d))), and difficulty b = −d/a; `ItemCurve` says the same of more
/// than two categories. In marginal maximum likelihood θ is standard normal, so that a Rasch model
/// has one slope for all items; in conditional maximum likelihood every slope is 1 and the
/// difficulties sum to zero.
package struct ItemResponseFit: Sendable, Hashable {
  /// The model.
  package enum Model: String, Sendable, Hashable, CaseIterable {
    /// One slope for all items. Source: Rasch (1960), Probabilistic Models for Some Intelligence
    /// and Attainment Tests.
    case rasch
    /// A slope for each. Source: Birnbaum (1968), in Lord and Novick, chapters 17–20.
    case twoParameter = "2pl"
    /// Steps between categories, one slope for all items. Source: Masters (1982), Psychometrika
    /// 47, 149–174.
    case partialCredit = "pcm"
    /// Falling steps, a slope for each item. Source: Samejima (1969), Psychometrika Monograph 17.
    case graded = "grm"

    /// How an item's categories depend on ability.
    package var kind: ItemCurve.Kind { self == .partialCredit ? .partial : .graded }

    /// Whether all items have the same slope.
    package var hasCommonSlope: Bool { self == .rasch || self == .partialCredit }

    /// Whether items may have more than two categories.
    package var isPolytomous: Bool { self == .partialCredit || self == .graded }
  }

  /// How it was fitted.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// Marginal maximum likelihood.
    case marginal = "mml"
    /// Conditional maximum likelihood: Rasch only, and nothing assumed of abilities.
    case conditional = "cml"
  }

  /// Where the standard errors come from.
  package enum ErrorSource: String, Sendable, Hashable {
    /// The curvature of the log-likelihood at its highest point.
    case observed
    /// The people's own derivatives, multiplied with each other: cheaper, and the same in the limit.
    case crossProduct = "cross-product"
  }

  /// One item.
  package struct Item: Sendable, Hashable {
    /// The item's id.
    package let id: String
    /// Its curve.
    package let curve: ItemCurve
    /// Where the item's steps lie: −d/a, one a step; undefined for a slope of zero.
    package let difficulties: [Estimate<Double>]
    /// The standard error of the slope; undefined where the slope is given.
    package let discriminationError: Estimate<Double>
    /// The standard errors of the intercepts.
    package let interceptErrors: [Estimate<Double>]
    /// The standard errors of the difficulties, by the delta method.
    package let difficultyErrors: [Estimate<Double>]

    /// The slope a.
    package var discrimination: Double { curve.slope }
    /// The first intercept d, the only one of an item that is right or wrong.
    package var intercept: Double { curve.intercepts[0] }
    /// The first difficulty: where half of the people answer rightly.
    package var difficulty: Estimate<Double> { difficulties[0] }
    /// The standard error of the first intercept.
    package var interceptError: Estimate<Double> { interceptErrors[0] }
    /// The standard error of the first difficulty.
    package var difficultyError: Estimate<Double> { difficultyErrors[0] }
  }

  /// The model.
  package let model: Model
  /// The method.
  package let method: Method
  /// How many people the fit rests on.
  package let people: Int
  /// The logarithm of the likelihood; that of the conditional likelihood leaves out the constant.
  package let logLikelihood: Double
  /// The largest derivative left, of the log-likelihood by any parameter.
  package let maxGradient: Double
  /// How often the likelihood of all people was looked at.
  package let iterations: Int
  /// Whether the search ended at a highest point.
  package let hasConverged: Bool
  /// How many points ability was summed at; 0 where it was not.
  package let nodes: Int
  /// How many parameters were estimated.
  package let parameters: Int
  /// Where the standard errors come from.
  package let errorSource: ErrorSource
  /// The items in the order of the data.
  package let items: [Item]

  /// The items' curves.
  package var curves: [ItemCurve] { items.map(\.curve) }
  /// Akaike's criterion, 2·parameters − 2·logLikelihood.
  package var akaike: Double { 2 * Double(parameters) - 2 * logLikelihood }
  /// Schwarz's criterion, ln(people)·parameters − 2·logLikelihood.
  package var bayes: Double { log(Double(max(1, people))) * Double(parameters) - 2 * logLikelihood }
}

extension ItemResponseFit.Item {
  /// Creates an item of its estimates and their covariance.
  ///
  /// - Parameters:
  ///   - id: The item's id.
  ///   - curve: The curve.
  ///   - covariance: That of the slope and the intercepts, row after row; `nil` where there is none.
  ///   - hasSlope: Whether the slope was estimated.
  init(id: String, curve: ItemCurve, covariance: [Double]?, hasSlope: Bool) {
    self.id = id
    self.curve = curve
    let slope = curve.slope
    let isFlat = slope.magnitude <= 1e-8
    difficulties = curve.intercepts.map {
      isFlat ? .undefined(.noVariation) : .checked(-$0 / slope)
    }
    func error(_ variance: Double) -> Estimate<Double> {
      variance >= 0 ? .checked(variance.squareRoot()) : .undefined(.noVariation)
    }
    guard let covariance else {
      discriminationError = .undefined(.noVariation)
      interceptErrors = curve.intercepts.map { _ in .undefined(.noVariation) }
      difficultyErrors = interceptErrors
      return
    }
    let size = curve.categories
    discriminationError = hasSlope ? error(covariance[0]) : .undefined(.noVariation)
    interceptErrors = (1..<size).map { error(covariance[$0 * size + $0]) }
    difficultyErrors = (1..<size).map { step in
      guard !isFlat else { return .undefined(.noVariation) }
      let bySlope = curve.intercepts[step - 1] / (slope * slope)
      let byIntercept = -1 / slope
      return error(
        bySlope * bySlope * covariance[0] + 2 * bySlope * byIntercept * covariance[step]
          + byIntercept * byIntercept * covariance[step * size + step])
    }
  }
}
