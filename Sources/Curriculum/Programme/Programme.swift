package import Source
package import Text

/// How the curriculum reaches people: cascade, delivery path, results framework.
package struct Programme: Sendable {
  /// How trainers train trainers, or `nil` where it is not written.
  package var cascade: CascadePlan?
  /// The steps by which people are trained and work together, or `nil` where it is not written.
  package var delivery: DeliveryPlan?
  /// What the programme is to bring about, or `nil` where it is not written.
  package var results: ResultsFramework?
  /// The files it was read from, with what they say of themselves.
  package var files: [FileStatus]

  /// Creates a programme.
  package init(
    cascade: CascadePlan? = nil, delivery: DeliveryPlan? = nil, results: ResultsFramework? = nil,
    files: [FileStatus] = []
  ) {
    self.cascade = cascade
    self.delivery = delivery
    self.results = results
    self.files = files
  }

  /// What a file says of itself.
  package struct FileStatus: Sendable, Hashable {
    /// Where it is.
    package var location: SourceLocation
    /// The recorded approval, or `nil` while it is a draft.
    package var approval: Approval?
    /// The languages whose text a native reader should review.
    package var review: Set<Language>
  }

  /// The delivery steps that serve an output, in their order.
  package func steps(serving output: ResultsFramework.Output) -> [DeliveryPlan.Step] {
    let activities = Set(output.activities.map(\.id))
    return (delivery?.steps ?? []).filter { step in
      step.serves.contains { activities.contains($0.value) }
    }
  }

  /// Every mention of a module, for a rule that knows the modules.
  package var mentionedModules: [Located<String>] {
    (delivery?.steps ?? []).flatMap(\.modules)
  }

  /// Every mention of a province, for a rule that knows the provinces.
  package var mentionedProvinces: [Located<String>] {
    (cascade?.people ?? []).compactMap(\.province) + (cascade?.teams ?? []).compactMap(\.province)
  }
}

/// A number of a plan with where it comes from: a guess always says that it is one.
package struct Figure<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The number.
  package var value: Value
  /// Where it comes from.
  package var basis: Basis
  /// What it is at least nine times in ten, or `nil` where nobody said.
  package var low: Value?
  /// What it is at most nine times in ten, or `nil` where nobody said.
  package var high: Value?

  /// Creates a number with where it comes from.
  package init(_ value: Value, _ basis: Basis, low: Value? = nil, high: Value? = nil) {
    self.value = value
    self.basis = basis
    self.low = low
    self.high = high
  }
}

/// Where a number comes from.
package enum Basis: Sendable, Hashable {
  /// Somebody supposed it, to be replaced by what is known later.
  case assumption
  /// It is taken from a source of the file, named by its id.
  case source(String)

  /// Whether it is a supposition.
  package var isAssumption: Bool { self == .assumption }
}
