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
  /// The time limit, in minutes.
  package var minutes: Int
  /// The share of points, in percent, from which it counts as passed.
  package var masteryPercent: Int

  /// Creates a form.
  package init(
    id: String, title: LocalizedText, items: [Item], anchors: Set<String>, minutes: Int,
    masteryPercent: Int
  ) {
    self.id = id
    self.title = title
    self.items = items
    self.anchors = anchors
    self.minutes = minutes
    self.masteryPercent = masteryPercent
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

/// Draws parallel forms from a bank.
package enum FormAssembly {
  /// Returns the forms of a blueprint, or none where a cell has too few items.
  ///
  /// Each cell is shuffled by the seed and the cell's own name; its first items are the anchors,
  /// the rest is dealt to the forms in turn. So a change in one cell leaves the others as they
  /// were, and the same seed gives the same forms on every machine. Items stand in the order of
  /// the cells, so that parallel forms ask the same thing at the same place.
  package static func forms(_ blueprint: Blueprint, bank: [Item]) -> [TestForm] {
    guard unmet(blueprint, bank: bank).isEmpty else { return [] }
    var lists = [[Item]](repeating: [], count: blueprint.forms.count)
    var anchors: Set<String> = []
    for cell in blueprint.cells {
      let name = "\(blueprint.id)/\(cell.outcome.value)/\(cell.cognitive.rawValue)"
      var generator = SeededGenerator(
        seed: UInt64(bitPattern: Int64(blueprint.seed)), purpose: name)
      let drawn = generator.shuffled(blueprint.candidates(for: cell, in: bank))
      let shared = drawn.prefix(cell.anchors)
      anchors.formUnion(shared.map(\.id))
      var rest = drawn.dropFirst(cell.anchors)
      for form in lists.indices {
        let own = rest.prefix(cell.count - cell.anchors)
        rest = rest.dropFirst(own.count)
        lists[form].append(contentsOf: shared + own)
      }
    }
    return zip(blueprint.forms, lists).map { name, items in
      TestForm(
        id: name.id, title: name.title, items: items, anchors: anchors,
        minutes: blueprint.minutes, masteryPercent: blueprint.masteryPercent)
    }
  }

  /// Returns the cells that the bank cannot fill, each with how many items it lacks.
  package static func unmet(_ blueprint: Blueprint, bank: [Item]) -> [(
    cell: Blueprint.Cell, lacking: Int
  )] {
    blueprint.cells.compactMap { cell in
      let found = blueprint.candidates(for: cell, in: bank).count
      let lacking = cell.needed(forms: blueprint.forms.count) - found
      return lacking > 0 ? (cell, lacking) : nil
    }
  }
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
