package import Source
package import Text

/// A form beside the parallel ones, as `tests:` describes it: sections of listed or drawn items.
package struct FormSpecification: Sendable, Hashable {
  /// The id.
  package var id: Located<String>
  /// The title.
  package var title: LocalizedText
  /// How it is taken.
  package var policy: FormPolicy
  /// The share of points, in percent, from which it counts as passed; 0 for a survey.
  package var masteryPercent: Int
  /// The statuses of items that may be asked.
  package var statuses: [ItemStatus]
  /// The sections, in order.
  package var sections: [Section]

  /// What a file says for all its forms.
  struct Common {
    var seed: Int
    var masteryPercent: Int
    var statuses: [ItemStatus]
  }

  /// One section.
  package struct Section: Sendable, Hashable {
    /// The id, unique in the form.
    package var id: Located<String>
    /// The title; that of the form where none is written.
    package var title: LocalizedText
    /// The pool that its items come from.
    package var pool: ItemPool
    /// The ids of the items that everybody is asked; empty where the section draws.
    package var items: [Located<String>]
    /// How many each learner is asked of those that the filter lets through; `nil` means all.
    package var pick: Located<Int>?
    /// Lets only items of an outcome through, or `nil`.
    package var outcome: Located<String>?
    /// Lets only items of a cognitive level through, or `nil`.
    package var cognitive: CognitiveLevel?
    /// Lets only these items through; empty lets all.
    package var ids: [Located<String>]

    /// Creates a section.
    package init(
      id: Located<String>, title: LocalizedText, pool: ItemPool, items: [Located<String>] = [],
      pick: Located<Int>? = nil, outcome: Located<String>? = nil,
      cognitive: CognitiveLevel? = nil, ids: [Located<String>] = []
    ) {
      self.id = id
      self.title = title
      self.pool = pool
      self.items = items
      self.pick = pick
      self.outcome = outcome
      self.cognitive = cognitive
      self.ids = ids
    }
  }

  /// Creates a specification.
  package init(
    id: Located<String>, title: LocalizedText, policy: FormPolicy, masteryPercent: Int = 0,
    statuses: [ItemStatus] = [.operational], sections: [Section]
  ) {
    self.id = id
    self.title = title
    self.policy = policy
    self.masteryPercent = masteryPercent
    self.statuses = statuses
    self.sections = sections
  }

  /// The items of a section, with what it lacks.
  package struct Filled: Sendable, Hashable {
    /// The section.
    package var section: Section
    /// The items that learners may be asked, in order.
    package var items: [Item]
    /// How many items are missing: listed ones that may not be asked, or too few to pick from.
    package var lacking: Int
  }

  /// Returns the items of each section.
  ///
  /// Listed items stand in the order of the list, others in that of their ids. An item is asked
  /// once: a section lets through only what no section before it has.
  package func filled(_ bank: [Item]) -> [Filled] {
    let usable = bank.filter { statuses.contains($0.status) }.sorted { $0.id < $1.id }
    let byID = Dictionary(usable.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var used: Set<String> = []
    return sections.map { section in
      var found: [Item]
      var wanted: Int
      if section.items.isEmpty {
        let ids = Set(section.ids.map(\.value))
        found = usable.filter { item in
          item.pool == section.pool
            && (section.outcome.map { $0.value == item.outcome.value } ?? true)
            && (section.cognitive.map { $0 == item.cognitive } ?? true)
            && (ids.isEmpty || ids.contains(item.id))
        }
        wanted = section.pick?.value ?? 1
      } else {
        found = section.items.compactMap { byID[$0.value] }.filter { $0.pool == section.pool }
        wanted = section.items.count
      }
      found = found.filter { used.insert($0.id).inserted }
      return Filled(section: section, items: found, lacking: max(0, wanted - found.count))
    }
  }

  /// Returns the form, or `nil` where a section lacks items.
  package func form(_ bank: [Item]) -> TestForm? {
    let filled = filled(bank)
    guard !filled.isEmpty, filled.allSatisfy({ $0.lacking == 0 }) else { return nil }
    let sections = filled.map { part in
      TestSection(
        id: part.section.id.value, title: part.section.title, itemIDs: part.items.map(\.id),
        selection: part.section.pick?.value, isShuffled: policy.shufflesItems)
    }
    return TestForm(
      id: id.value, title: title, items: filled.flatMap(\.items), anchors: [],
      minutes: policy.minutes ?? FormPolicy.mostMinutes, masteryPercent: masteryPercent,
      policy: policy,
      structure: TestStructure(
        id: id.value, title: title, minutes: policy.minutes,
        parts: [TestPart(id: "\(id.value)-part", sections: sections)]))
  }
}
