package import Text

/// A test as other systems exchange it (QTI assessmentTest): parts of sections of items.
package struct TestStructure: Sendable, Hashable {
  /// The id.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// The time limit, in minutes; `nil` without one.
  package var minutes: Int?
  /// The parts, in order; one, in most tests.
  package var parts: [TestPart]

  /// Creates a test.
  package init(id: String, title: LocalizedText, minutes: Int? = nil, parts: [TestPart]) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.parts = parts
  }

  /// Whether it is more than a list of questions: it has several sections, draws or shuffles, or
  /// limits time or the way through.
  package var isStructured: Bool {
    let sections = parts.flatMap(\.sections)
    return minutes != nil || sections.count > 1 || parts.contains(where: \.isLinear)
      || sections.contains { $0.selection != nil || $0.isShuffled }
  }

  /// The ids of all items, in order.
  package var itemIDs: [String] { parts.flatMap(\.sections).flatMap(\.itemIDs) }
}

/// A part of a test (QTI testPart): how one goes through it.
package struct TestPart: Sendable, Hashable {
  /// The id.
  package var id: String
  /// Whether one may only go forward (QTI navigationMode linear).
  package var isLinear: Bool
  /// Whether answers are handed in together at the end (QTI submissionMode simultaneous).
  package var isSimultaneous: Bool
  /// The sections, in order.
  package var sections: [TestSection]

  /// Creates a part.
  package init(
    id: String, isLinear: Bool = false, isSimultaneous: Bool = true, sections: [TestSection]
  ) {
    self.id = id
    self.isLinear = isLinear
    self.isSimultaneous = isSimultaneous
    self.sections = sections
  }
}

/// A section of a part (QTI assessmentSection): items that are drawn and ordered together.
package struct TestSection: Sendable, Hashable {
  /// The id.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// The ids of the items, in order.
  package var itemIDs: [String]
  /// How many of them each learner gets (QTI selection); `nil` means all.
  package var selection: Int?
  /// Whether each learner gets them in another order (QTI ordering shuffle).
  package var isShuffled: Bool

  /// Creates a section.
  package init(
    id: String, title: LocalizedText, itemIDs: [String], selection: Int? = nil,
    isShuffled: Bool = false
  ) {
    self.id = id
    self.title = title
    self.itemIDs = itemIDs
    self.selection = selection
    self.isShuffled = isShuffled
  }
}
