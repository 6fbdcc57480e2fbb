package import Text

/// Sources, each to be joined to a target.
package struct MatchInteraction: Sendable, Hashable {
  /// What stands on the left, in the order of the source.
  package var sources: [Source]
  /// What stands on the right: the targets in the order of their first use, then those that belong
  /// to no source.
  package var targets: [Target]

  /// Something to be joined.
  package struct Source: Sendable, Hashable {
    /// The id (`a`, `b`, …): the place in the source.
    package var id: String
    /// The text, in Markdown.
    package var text: LocalizedText
    /// The id of its right target.
    package var target: String
    /// Where it stands in the first language written.
    package var location: SourceLocation

    /// Creates a source.
    package init(
      id: String, text: LocalizedText, target: String,
      location: SourceLocation = SourceLocation(file: "")
    ) {
      self.id = id
      self.text = text
      self.target = target
      self.location = location
    }
  }

  /// Something to be joined to; several sources may have the same.
  package struct Target: Sendable, Hashable {
    /// The id (`1`, `2`, …): the place among the targets.
    package var id: String
    /// The text, in Markdown.
    package var text: LocalizedText

    /// Creates a target.
    package init(id: String, text: LocalizedText) {
      self.id = id
      self.text = text
    }
  }

  /// Creates a matching.
  package init(sources: [Source], targets: [Target]) {
    self.sources = sources
    self.targets = targets
  }

  /// The right pairs: target by source.
  package var key: [String: String] {
    Dictionary(sources.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Blanks within the stem, where they stand as `[[id]]`.
package struct BlanksInteraction: Sendable, Hashable {
  /// The blanks, in the order of the answers' lines.
  package var blanks: [Blank]

  /// One blank.
  package struct Blank: Sendable, Hashable {
    /// The id, as the stem writes it.
    package var id: String
    /// What is right in it.
    package var entry: Entry
    /// Where its first answer stands.
    package var location: SourceLocation

    /// Creates a blank.
    package init(
      id: String, entry: Entry, location: SourceLocation = SourceLocation(file: "")
    ) {
      self.id = id
      self.entry = entry
      self.location = location
    }
  }

  /// What is filled in.
  package enum Entry: Sendable, Hashable {
    /// A short text.
    case text(TextInteraction)
    /// A number.
    case numeric(NumericInteraction)
    /// One of some options.
    case choice(ChoiceInteraction)
  }

  /// Creates blanks.
  package init(blanks: [Blank]) {
    self.blanks = blanks
  }
}
