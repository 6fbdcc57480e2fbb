package import Source
package import Text

/// What the forms of a blueprint must keep beside its cells.
package struct BlueprintConstraints: Sendable, Hashable {
  /// How many items each form holds, where it is more than the cells ask for: the rest is drawn
  /// freely from the pool.
  package var items: Located<Int>?
  /// How many items of a kind each form holds.
  package var totals: [Total]
  /// The points of each form.
  package var points: Limits?
  /// Ids of items of which a form holds at most one.
  package var enemies: [[Located<String>]]
  /// The most items that two forms may share, anchors included; `nil` means the anchors alone.
  package var overlap: Located<Int>?
  /// How difficult each form is.
  package var difficulty: Difficulty?
  /// How far the forms may differ.
  package var balance: Balance?

  /// Creates constraints.
  package init(
    items: Located<Int>? = nil, totals: [Total] = [], points: Limits? = nil,
    enemies: [[Located<String>]] = [], overlap: Located<Int>? = nil,
    difficulty: Difficulty? = nil, balance: Balance? = nil
  ) {
    self.items = items
    self.totals = totals
    self.points = points
    self.enemies = enemies
    self.overlap = overlap
    self.difficulty = difficulty
    self.balance = balance
  }

  /// The least and the most of something.
  package struct Limits: Sendable, Hashable {
    /// The least, or `nil`.
    package var least: Double?
    /// The most, or `nil`.
    package var most: Double?
    /// Where it is written.
    package var location: SourceLocation

    /// Creates limits.
    package init(
      least: Double? = nil, most: Double? = nil,
      location: SourceLocation = SourceLocation(file: "")
    ) {
      self.least = least
      self.most = most
      self.location = location
    }

    /// Tells whether a number lies within, with room for the last digits of floating point.
    package func holds(_ value: Double) -> Bool {
      (least.map { value >= $0 - 1e-9 } ?? true) && (most.map { value <= $0 + 1e-9 } ?? true)
    }
  }

  /// What a total counts by.
  package enum Dimension: String, Sendable, Hashable, CaseIterable, Codable {
    /// The competency of the item's outcome.
    case competency
    /// The module of the item's outcome.
    case module
    /// The outcome.
    case outcome
    /// The cognitive level.
    case cognitive
    /// The kind of interaction.
    case kind
  }

  /// How many items of a kind each form holds.
  package struct Total: Sendable, Hashable {
    /// What is counted by.
    package var dimension: Dimension
    /// Whose items are counted: the id of a competency, module or outcome, a cognitive level or a
    /// kind.
    package var id: Located<String>
    /// How many.
    package var limits: Limits

    /// Creates a total.
    package init(_ dimension: Dimension, id: Located<String>, limits: Limits) {
      self.dimension = dimension
      self.id = id
      self.limits = limits
    }

    /// Tells whether an item counts.
    package func counts(_ item: Item, outcomes: [String: OutcomePlace]) -> Bool {
      switch dimension {
      case .competency: outcomes[item.outcome.value]?.competency == id.value
      case .module: outcomes[item.outcome.value]?.module == id.value
      case .outcome: item.outcome.value == id.value
      case .cognitive: item.cognitive?.rawValue == id.value
      case .kind: item.interaction.kind.rawValue == id.value
      }
    }
  }

  /// How difficult a form is, by the statistics of its items; items without any do not count.
  package struct Difficulty: Sendable, Hashable {
    /// The limits of the mean of a form's items.
    package var mean: Limits?
    /// The limits of each item.
    package var each: Limits?

    /// Creates a target.
    package init(mean: Limits? = nil, each: Limits? = nil) {
      self.mean = mean
      self.each = each
    }
  }

  /// How far any two forms may differ.
  package struct Balance: Sendable, Hashable {
    /// The most points between them, or `nil`.
    package var points: Double?
    /// The most mean difficulty between them, or `nil`.
    package var difficulty: Double?
    /// Where it is written.
    package var location: SourceLocation

    /// Creates limits of difference.
    package init(
      points: Double? = nil, difficulty: Double? = nil,
      location: SourceLocation = SourceLocation(file: "")
    ) {
      self.points = points
      self.difficulty = difficulty
      self.location = location
    }
  }
}

/// Where a learning outcome belongs.
package struct OutcomePlace: Sendable, Hashable {
  /// The id of its module.
  package var module: String
  /// The id of its competency.
  package var competency: String

  /// Creates a place.
  package init(module: String, competency: String) {
    self.module = module
    self.competency = competency
  }
}
