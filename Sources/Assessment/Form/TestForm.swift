import Source
package import Text

/// One version of a test: its items in the order in which they are asked.
package struct TestForm: Sendable, Hashable {
  /// The id, such as `ila-a`.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// The items.
  package var items: [Item]
  /// The ids of the items that every parallel form shares.
  package var anchors: Set<String>
  /// The time limit, in minutes; for a form whose policy has none, `FormPolicy.mostMinutes`.
  package var minutes: Int
  /// The share of points, in percent, from which it counts as passed.
  package var masteryPercent: Int
  /// How it is taken.
  package var policy: FormPolicy
  /// The sections that were stated; `nil` where all items stand in one.
  private var stated: TestStructure?

  /// Creates a form.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - title: The title.
  ///   - items: Every item that a learner may be asked, in order.
  ///   - anchors: The ids of the items that every parallel form shares.
  ///   - minutes: The time limit, in minutes.
  ///   - masteryPercent: The share of points, in percent, from which it counts as passed.
  ///   - policy: How it is taken; left out, as a pre- or post-test with the limit of `minutes`.
  ///   - structure: Its parts and sections, which name `items`; left out, all in one section.
  package init(
    id: String, title: LocalizedText, items: [Item], anchors: Set<String>, minutes: Int,
    masteryPercent: Int, policy: FormPolicy? = nil, structure: TestStructure? = nil
  ) {
    self.id = id
    self.title = title
    self.items = items
    self.anchors = anchors
    self.minutes = minutes
    self.masteryPercent = masteryPercent
    self.policy = policy ?? FormPolicy(minutes: minutes)
    stated = structure
  }

  /// The parts and sections (QTI testPart and assessmentSection); one of each where none is stated.
  package var structure: TestStructure {
    get {
      if let stated { return stated }
      let section = TestSection(
        id: "\(id)-items", title: title, itemIDs: items.map(\.id),
        isShuffled: policy.shufflesItems)
      return TestStructure(
        id: id, title: title, minutes: policy.minutes,
        parts: [TestPart(id: "\(id)-part", sections: [section])])
    }
    set { stated = newValue }
  }

  /// Whether learners get different items: some section is drawn for each of them.
  package var isDrawnPerLearner: Bool {
    structure.parts.contains { part in part.sections.contains { $0.selection != nil } }
  }

  /// The version: a hash of the items in order and of their keys, as results record it.
  package var version: String {
    StableHash.hex64(items.map { "\($0.id)=\($0.keyVersion)" }.joined(separator: ";"))
  }

  /// The most points that can be won.
  package var maximum: Double { items.reduce(0) { $0 + $1.maximum } }

  /// Returns an item by its id.
  package func item(_ id: String) -> Item? { items.first { $0.id == id } }
}

/// Allots one of two parallel forms to a learner whom no roster lists.
package enum FormAllocation {
  /// Tells whether a learner takes form B first, by the 32-bit FNV-1a hash of the id.
  ///
  /// The page runtime computes the same, so that a package and a terminal agree. Its balance is
  /// that of a coin; an event's roster allots in exact balance. The last bit of FNV-1a is a mere
  /// parity, by which codes in a row would take the forms in turn, so the bits are mixed first.
  /// Source of the mixing: Appleby, MurmurHash3, finalizer of 32 bits.
  package static func takesSecondFormFirst(learner: String) -> Bool {
    var hash = StableHash.fnv32(learner)
    hash = (hash ^ (hash >> 16)) &* 0x85EB_CA6B
    hash = (hash ^ (hash >> 13)) &* 0xC2B2_AE35
    return (hash ^ (hash >> 16)) & 1 == 1
  }
}
