package import Source
package import Text

/// What the forms of a test must hold: how many items for each outcome and cognitive level.
package struct Blueprint: Sendable, Hashable {
  /// The id.
  package var id: String
  /// The title of the test.
  package var title: LocalizedText
  /// The seed of the draw.
  package var seed: Int
  /// The time limit, in minutes.
  package var minutes: Int
  /// The share of points, in percent, from which the post-test counts as passed.
  package var masteryPercent: Int
  /// The statuses of items that may be drawn.
  package var statuses: [ItemStatus]
  /// What is asked for.
  package var cells: [Cell]
  /// The ids of the parallel forms, in order, with their titles.
  package var forms: [FormName]
  /// How the forms are taken.
  package var policy: FormPolicy
  /// What the forms must keep beside the cells; `nil` without any.
  package var constraints: BlueprintConstraints?
  /// Where it is written.
  package var location: SourceLocation

  /// One line of the blueprint.
  package struct Cell: Sendable, Hashable {
    /// The outcome that the items give evidence of.
    package var outcome: Located<String>
    /// Their cognitive level.
    package var cognitive: CognitiveLevel
    /// How many each form holds.
    package var count: Int
    /// How many of these every form shares, 0 to `count`.
    package var anchors: Int

    /// Creates a cell.
    package init(outcome: Located<String>, cognitive: CognitiveLevel, count: Int, anchors: Int) {
      self.outcome = outcome
      self.cognitive = cognitive
      self.count = count
      self.anchors = anchors
    }

    /// Returns how many items the draw of `forms` forms takes from the pool.
    package func needed(forms: Int) -> Int { anchors + (count - anchors) * forms }
  }

  /// A form's id and title.
  package struct FormName: Sendable, Hashable {
    /// The id, such as `ila-a`.
    package var id: String
    /// The title.
    package var title: LocalizedText
    /// Where it is written.
    package var location: SourceLocation

    /// Creates a name.
    package init(
      id: String, title: LocalizedText, location: SourceLocation = SourceLocation(file: "")
    ) {
      self.id = id
      self.title = title
      self.location = location
    }
  }

  /// Creates a blueprint.
  package init(
    id: String, title: LocalizedText, seed: Int, minutes: Int, masteryPercent: Int,
    statuses: [ItemStatus], cells: [Cell], forms: [FormName], policy: FormPolicy? = nil,
    constraints: BlueprintConstraints? = nil, location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.seed = seed
    self.minutes = minutes
    self.masteryPercent = masteryPercent
    self.statuses = statuses
    self.cells = cells
    self.forms = forms
    self.policy = policy ?? FormPolicy(minutes: minutes)
    self.constraints = constraints
    self.location = location
  }

  /// The items that the cells of one form hold.
  package var cellCount: Int { cells.reduce(0) { $0 + $1.count } }
  /// The items of one form: those of its cells, and those drawn freely.
  package var itemCount: Int { max(cellCount, constraints?.items?.value ?? 0) }
  /// The items that all forms share.
  package var anchorCount: Int { cells.reduce(0) { $0 + $1.anchors } }

  /// Returns the items that may fill a cell, in the order of their ids.
  package func candidates(for cell: Cell, in bank: [Item]) -> [Item] {
    bank.filter {
      isEligible($0) && $0.outcome.value == cell.outcome.value && $0.cognitive == cell.cognitive
    }
    .sorted { $0.id < $1.id }
  }

  /// Tells whether an item may be drawn at all: it is in the pool of the forms' mode and has an
  /// allowed status.
  package func isEligible(_ item: Item) -> Bool {
    item.pool == policy.mode.pool && statuses.contains(item.status)
  }
}
