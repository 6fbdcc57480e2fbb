/// A response variable: what an interaction fills (QTI 2.1 information model, 6.1,
/// responseDeclaration).
package struct ResponseDeclaration: Sendable, Hashable {
  /// The identifier.
  package var identifier: String
  /// How many values it holds.
  package var cardinality: QTICardinality
  /// Their type; `nil` for records.
  package var baseType: QTIBaseType?
  /// The value before anybody answered.
  package var defaultValue: QTIValue
  /// The right value; NULL where none is declared.
  package var correct: QTIValue
  /// The scores of single values.
  package var mapping: ResponseMapping?
  /// Whether scores of areas are declared, which Sala does not compute.
  package var hasAreaMapping: Bool

  /// Creates a declaration.
  package init(
    _ identifier: String, _ cardinality: QTICardinality, _ baseType: QTIBaseType?,
    defaultValue: QTIValue = .null, correct: QTIValue = .null, mapping: ResponseMapping? = nil,
    hasAreaMapping: Bool = false
  ) {
    self.identifier = identifier
    self.cardinality = cardinality
    self.baseType = baseType
    self.defaultValue = defaultValue
    self.correct = correct
    self.mapping = mapping
    self.hasAreaMapping = hasAreaMapping
  }
}

/// The scores of the values of a response (QTI 2.1 information model, 6.1, mapping).
package struct ResponseMapping: Sendable, Hashable {
  /// The least that a container can score.
  package var lowerBound: Double?
  /// The most that a container can score.
  package var upperBound: Double?
  /// The score of what no entry names.
  package var defaultValue: Double
  /// The entries; the first that is the value counts.
  package var entries: [Entry]

  /// The score of one value.
  package struct Entry: Sendable, Hashable {
    /// The value.
    package var key: QTIScalar
    /// Its score.
    package var value: Double
    /// Whether capitals and small letters differ; it matters for texts only.
    package var isCaseSensitive: Bool

    /// Creates an entry.
    package init(_ key: QTIScalar, _ value: Double, isCaseSensitive: Bool = true) {
      self.key = key
      self.value = value
      self.isCaseSensitive = isCaseSensitive
    }

    /// Tells whether a value is the one that the entry names.
    func isKey(of value: QTIScalar) -> Bool {
      if case .string(let text) = value, case .string(let key) = key, !isCaseSensitive {
        return text.lowercased() == key.lowercased()
      }
      return value == key
    }
  }

  /// Creates a mapping.
  package init(
    lowerBound: Double? = nil, upperBound: Double? = nil, defaultValue: Double = 0,
    entries: [Entry]
  ) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.defaultValue = defaultValue
    self.entries = entries
  }

  /// Returns the score of a value (QTI 2.1 information model, 15.2, mapResponse): that of a single
  /// value, or the sum over the different values of a container, held between the bounds.
  package func score(_ value: QTIValue) -> Double {
    if case .single(let scalar) = value { return score(scalar) }
    var seen: Set<QTIScalar> = []
    var sum = 0.0
    for scalar in value.scalars where seen.insert(scalar).inserted { sum += score(scalar) }
    if let lowerBound { sum = max(lowerBound, sum) }
    if let upperBound { sum = min(upperBound, sum) }
    return sum
  }

  private func score(_ scalar: QTIScalar) -> Double {
    entries.first { $0.isKey(of: scalar) }?.value ?? defaultValue
  }
}

/// An outcome variable: what response processing sets (QTI 2.1 information model, 6.2,
/// outcomeDeclaration).
package struct OutcomeDeclaration: Sendable, Hashable {
  /// The identifier.
  package var identifier: String
  /// How many values it holds.
  package var cardinality: QTICardinality
  /// Their type; `nil` for records.
  package var baseType: QTIBaseType?
  /// The value before response processing, where one is declared.
  package var defaultValue: QTIValue
  /// The most that it is meant to reach.
  package var normalMaximum: Double?
  /// Who sets it instead of response processing (QTI 2.2: `human` or `externalMachine`).
  package var externalScored: String?
  /// What `lookupOutcomeValue` looks up in.
  package var table: LookupTable?

  /// Creates a declaration.
  package init(
    _ identifier: String, _ cardinality: QTICardinality = .single, _ baseType: QTIBaseType?,
    defaultValue: QTIValue = .null, normalMaximum: Double? = nil, externalScored: String? = nil,
    table: LookupTable? = nil
  ) {
    self.identifier = identifier
    self.cardinality = cardinality
    self.baseType = baseType
    self.defaultValue = defaultValue
    self.normalMaximum = normalMaximum
    self.externalScored = externalScored
    self.table = table
  }

  /// The value at the beginning: the default, or 0 for a number without one (QTI 2.1 information
  /// model, 6.2), or NULL.
  package var initialValue: QTIValue {
    guard defaultValue == .null, cardinality == .single else { return defaultValue }
    switch baseType {
    case .integer: return .single(.integer(0))
    case .float: return .float(0)
    default: return .null
    }
  }
}

/// Values by numbers (QTI 2.1 information model, 6.2, lookupTable).
package struct LookupTable: Sendable, Hashable {
  /// How a number finds its row.
  package enum Kind: Sendable, Hashable {
    /// The number of the row itself (matchTable).
    case match
    /// The first row whose number lies below (interpolationTable).
    case interpolation
  }

  /// How a number finds its row.
  package var kind: Kind
  /// The rows, in order.
  package var rows: [Row]
  /// The value where no row is found.
  package var defaultValue: QTIValue

  /// One row.
  package struct Row: Sendable, Hashable {
    /// The number.
    package var source: Double
    /// Whether the number itself belongs to the row; in an interpolation table only.
    package var includesBoundary: Bool
    /// The value.
    package var target: QTIValue

    /// Creates a row.
    package init(_ source: Double, includesBoundary: Bool = true, _ target: QTIValue) {
      self.source = source
      self.includesBoundary = includesBoundary
      self.target = target
    }
  }

  /// Creates a table.
  package init(_ kind: Kind, rows: [Row], defaultValue: QTIValue = .null) {
    self.kind = kind
    self.rows = rows
    self.defaultValue = defaultValue
  }

  /// Returns the value for a number.
  package func value(for number: Double) -> QTIValue {
    let row = rows.first { row in
      switch kind {
      case .match: row.source == number
      case .interpolation:
        row.includesBoundary ? row.source <= number : row.source < number
      }
    }
    return row?.target ?? defaultValue
  }
}
