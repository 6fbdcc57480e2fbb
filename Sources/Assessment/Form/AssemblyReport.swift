import Source
package import Text

/// A requirement that forms are held to.
package enum FormConstraint: Sendable, Hashable {
  /// So many items of an outcome and cognitive level.
  case cell(outcome: String, cognitive: CognitiveLevel)
  /// So many items in all.
  case items
  /// So many items of a kind.
  case total(BlueprintConstraints.Dimension, id: String)
  /// So many points.
  case points
  /// At most one of these items.
  case enemies([String])
  /// At most so many items in common.
  case overlap
  /// A mean difficulty within limits.
  case meanDifficulty
  /// No item outside the limits of difficulty.
  case itemDifficulty
  /// At most so many points between forms.
  case balancedPoints
  /// At most so much mean difficulty between forms.
  case balancedDifficulty
}

/// A requirement that the forms do not meet.
package struct UnmetConstraint: Sendable, Hashable {
  /// The requirement.
  package var constraint: FormConstraint
  /// The id of the form that does not meet it; `nil` where it concerns all of them.
  package var form: String?
  /// The least that is needed, or `nil`.
  package var least: Double?
  /// The most that is allowed, or `nil`.
  package var most: Double?
  /// What there is instead.
  package var found: Double
  /// Why it is not met.
  package var cause: Cause
  /// Where it is written.
  package var location: SourceLocation

  /// Why a requirement is not met.
  package enum Cause: Sendable, Hashable {
    /// The bank and the cells cannot meet it, whatever else is asked.
    case bank
    /// It could be met alone, but it was proven that all cannot be met together.
    case together
    /// The search ended at its limit without finding forms that meet it.
    case notFound
  }

  /// What is needed, what was found and why, as one sentence.
  package var message: LocalizedText { FormMessages.unmet(self) }
  /// What to do about it.
  package var remedy: LocalizedText { FormMessages.unmetRemedy(self) }
}

/// What the assembly of forms came to.
package struct AssemblyReport: Sendable, Hashable {
  /// The forms: those to use where nothing is unmet, otherwise the nearest that were found; none
  /// where the bank has too few items.
  package var forms: [TestForm]
  /// The requirements that the forms do not meet, in the order of the blueprint; empty is good.
  package var unmet: [UnmetConstraint]
  /// Whether the answer is final.
  ///
  /// Then the plain draw met everything, or the search ended by itself, so that no better forms
  /// exist; otherwise it reached its limit.
  package var isExact: Bool
  /// How many choices of an item the search tried; 0 where the plain draw met everything.
  package var nodes: Int

  /// Whether the forms meet everything.
  package var isMet: Bool { unmet.isEmpty }
}

/// How unequal parallel forms are; the smaller, the better, the first figure counting first.
package struct FormImbalance: Sendable, Hashable, Comparable {
  /// How many items pairs of forms share beyond the anchors, over all pairs.
  package var shared: Int
  /// The points between the form with the most and the one with the least.
  package var points: Double
  /// The mean difficulty between the easiest form and the hardest, in whole hundredths.
  package var difficulty: Int

  /// Nothing between them.
  package static let none = FormImbalance(shared: 0, points: 0, difficulty: 0)

  /// Orders by shared items, then points, then difficulty.
  package static func < (left: Self, right: Self) -> Bool {
    (left.shared, left.points, left.difficulty) < (right.shared, right.points, right.difficulty)
  }
}
