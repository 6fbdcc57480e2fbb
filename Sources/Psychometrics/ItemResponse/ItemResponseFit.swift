import Glibc

/// A model of how right answers depend on ability, fitted to data.
///
/// P(right) = 1/(1 + exp(−(a·θ + d))), and difficulty b = −d/a. In marginal maximum likelihood θ is
/// standard normal, so a Rasch model has one slope for all items; in conditional maximum likelihood
/// every slope is 1 and the difficulties sum to zero.
package struct ItemResponseFit: Sendable, Hashable {
  /// The model.
  package enum Model: String, Sendable, Hashable, CaseIterable {
    /// One slope for all items. Source: Rasch (1960), Probabilistic Models for Some Intelligence
    /// and Attainment Tests.
    case rasch
    /// A slope for each. Source: Birnbaum (1968), in Lord and Novick, chapters 17–20.
    case twoParameter = "2pl"
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
    /// The slope a.
    package let discrimination: Double
    /// The intercept d.
    package let intercept: Double
    /// Where half of the people answer rightly: −d/a; undefined for a slope of zero.
    package let difficulty: Estimate<Double>
    /// The standard error of the slope; undefined where the slope is given.
    package let discriminationError: Estimate<Double>
    /// The standard error of the intercept.
    package let interceptError: Estimate<Double>
    /// The standard error of the difficulty, by the delta method.
    package let difficultyError: Estimate<Double>
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
  /// How often the likelihood was looked at.
  package let iterations: Int
  /// Whether the search ended at a highest point.
  package let hasConverged: Bool
  /// How many points ability was summed at; 0 where it was not.
  package let nodes: Int
  /// Where the standard errors come from.
  package let errorSource: ErrorSource
  /// The items in the order of the data.
  package let items: [Item]
}

extension ItemResponseFit.Item {
  /// Creates an item of its estimates and their covariance.
  init(
    id: String, slope: Double, intercept: Double,
    covariance: (slope: Double, both: Double, intercept: Double)?, hasSlope: Bool
  ) {
    self.id = id
    discrimination = slope
    self.intercept = intercept
    difficulty =
      slope.magnitude > 1e-8 ? .checked(-intercept / slope) : .undefined(.noVariation)
    func error(_ variance: Double) -> Estimate<Double> {
      variance >= 0 ? .checked(variance.squareRoot()) : .undefined(.noVariation)
    }
    guard let covariance else {
      discriminationError = .undefined(.noVariation)
      interceptError = .undefined(.noVariation)
      difficultyError = .undefined(.noVariation)
      return
    }
    discriminationError = hasSlope ? error(covariance.slope) : .undefined(.noVariation)
    interceptError = error(covariance.intercept)
    guard slope.magnitude > 1e-8 else {
      difficultyError = .undefined(.noVariation)
      return
    }
    let bySlope = intercept / (slope * slope)
    let byIntercept = -1 / slope
    difficultyError = error(
      bySlope * bySlope * covariance.slope + 2 * bySlope * byIntercept * covariance.both
        + byIntercept * byIntercept * covariance.intercept)
  }
}
