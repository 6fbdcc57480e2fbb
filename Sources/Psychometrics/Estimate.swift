/// A figure, or the reason why there is none; never NaN and never a made-up zero.
package enum Estimate<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The figure.
  case value(Value)
  /// Why the figure does not exist for these data.
  case undefined(UndefinedReason)

  /// The figure, or `nil` where there is none.
  package var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Why there is no figure, or `nil` where there is one.
  package var reason: UndefinedReason? {
    if case .undefined(let reason) = self { reason } else { nil }
  }

  /// Returns the figure turned into another one; a reason stays what it is.
  package func map<Other>(_ transform: (Value) -> Other) -> Estimate<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .undefined(let reason): .undefined(reason)
    }
  }
}

/// Why a figure does not exist for the data it was asked for.
package enum UndefinedReason: Sendable, Hashable {
  /// There are fewer cases than the figure needs.
  case tooFew(needed: Int)
  /// All the values are the same, so nothing can be compared with their spread.
  case noVariation
  /// Every difference is zero, so there is nothing to rank.
  case noDifferences
  /// A value is not a number, or too large to be reckoned with.
  case notFinite
  /// The two lists that should hold pairs have different lengths.
  case unequalLengths
  /// Everybody had the highest score before, so nobody could gain.
  case noRoom
  /// The model has no proper solution for these data.
  case noSolution
  /// Some item is scored in parts, and the figure is for items that are right or wrong.
  case notRightOrWrong
  /// The groups' lines of post on pre are not parallel, so no one difference describes them.
  case slopesDiffer
  /// There is only one cluster of people.
  case tooFewClusters
  /// Nobody said what the figure needs to be reckoned with.
  case notAsked
}

extension Estimate where Value == Double {
  /// Creates an estimate of a reckoned number, which overflow may have made useless.
  static func checked(_ value: Double) -> Estimate {
    value.isFinite ? .value(value) : .undefined(.notFinite)
  }
}

/// The two ends between which a figure lies with the stated confidence.
package struct ConfidenceInterval: Sendable, Hashable {
  /// The lower end.
  package var low: Double
  /// The upper end.
  package var high: Double

  /// Creates an interval.
  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
