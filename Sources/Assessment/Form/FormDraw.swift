import Text

/// Draws what one learner is asked out of a form with sections that are drawn for each learner.
package enum FormDraw {
  /// Returns a learner's items, in the order in which they are asked.
  ///
  /// Each section has its own stream of chance, so that a change in one leaves the others as they
  /// were, and each of its items is drawn equally often. Items keep their ids, and those that are
  /// drawn stand in the order of the section unless it is shuffled.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - learnerSeed: What fixes the draw, such as the learner's code and the form; an empty text
  ///     takes the first items in the order of the source, as paper does.
  /// - Returns: The items.
  package static func items(_ form: TestForm, learnerSeed: String) -> [Item] {
    let byID = Dictionary(form.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return sections(form, learnerSeed: learnerSeed).flatMap { $0.itemIDs }.compactMap { byID[$0] }
  }

  /// Returns the form as one learner takes it: nothing in it is left to draw or to shuffle.
  package static func form(_ form: TestForm, learnerSeed: String) -> TestForm {
    var own = form
    own.items = items(form, learnerSeed: learnerSeed)
    let kept = Set(own.items.map(\.id))
    own.anchors = form.anchors.intersection(kept)
    let drawn = Dictionary(
      sections(form, learnerSeed: learnerSeed).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var structure = form.structure
    for part in structure.parts.indices {
      structure.parts[part].sections = structure.parts[part].sections.map { drawn[$0.id] ?? $0 }
    }
    own.structure = structure
    return own
  }

  private static func sections(_ form: TestForm, learnerSeed: String) -> [TestSection] {
    form.structure.parts.flatMap(\.sections).map { section in
      var drawn = section
      drawn.selection = nil
      drawn.isShuffled = false
      let count = min(section.selection ?? section.itemIDs.count, section.itemIDs.count)
      guard !learnerSeed.isEmpty else {
        drawn.itemIDs = Array(section.itemIDs.prefix(max(0, count)))
        return drawn
      }
      var generator = SeededGenerator(
        seed: StableHash.fnv64(learnerSeed), purpose: "\(form.id)/\(section.id)")
      let shuffled = generator.shuffled(section.itemIDs)
      let chosen = shuffled.prefix(max(0, count))
      if section.isShuffled || form.policy.shufflesItems {
        drawn.itemIDs = Array(chosen)
      } else {
        let kept = Set(chosen)
        drawn.itemIDs = section.itemIDs.filter { kept.contains($0) }
      }
      return drawn
    }
  }
}
