package import Source
package import Text

/// Reads question banks from files that read like an exam paper.
package enum ItemReading {
  static let frontMatterKeys = ["format", "translates", "review", "approval"]

  /// What a question must say.
  package enum Requirements: Sendable, Hashable {
    /// Everything that a curriculum needs: learning outcome and cognitive level.
    case curriculum
    /// What can be scored; outcome and level may be missing, as in questions of other systems.
    case exchange
  }

  /// A bank file in one language, with what its front matter says of it.
  package struct BankFile {
    /// The file.
    package var file: SourceFile
    /// The items in this language alone.
    package var items: [Item]
    /// How many questions the file holds, those that could not be read included.
    package var questionCount: Int
    /// The titles and places of the questions that could not be read.
    package var unread: [Located<String>]
    /// The front matter.
    package var frontMatter: YAMLMap?
  }

  /// Tells whether a text can be the id of an item: lower-case letters, digits and `-`.
  package static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }

  /// Reads one file in one language.
  package static func read(
    _ file: SourceFile, language: Language, requirements: Requirements = .curriculum,
    collector: DiagnosticCollector
  ) -> BankFile {
    let sections = SectionedFile(
      file, frontMatterKeys: frontMatterKeys, attributeKeys: ItemAttributes.keys,
      collector: collector)
    var items: [Item] = []
    var unread: [Located<String>] = []
    items.reserveCapacity(sections.sections.count)
    for section in sections.sections {
      let parser = ItemParser(
        section: section, file: file, language: language, requirements: requirements,
        collector: collector)
      if let item = parser.item() {
        items.append(item)
      } else {
        unread.append(Located(section.title, at: section.location))
      }
    }
    return BankFile(
      file: file, items: items, questionCount: sections.sections.count, unread: unread,
      frontMatter: sections.frontMatter)
  }

  /// Joins the two languages of a bank by id, adding a finding for whatever does not agree.
  ///
  /// The English file decides attributes and key. An item that stands in one language only is
  /// kept with that language, and named.
  package static func join(
    english: BankFile?, khmer: BankFile?, languages: [Language], collector: DiagnosticCollector
  ) -> [Item] {
    let khmerByID = Dictionary(
      (khmer?.items ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var joined = (english?.items ?? []).map { item in
      guard let twin = khmerByID[item.id] else {
        if languages.contains(.khmer), let english {
          report(missing: item, in: .khmer, file: english.file, collector: collector)
        }
        return item
      }
      let (whole, difference) = ItemJoining.join(item, twin)
      if let difference, let khmer {
        collector.add(
          khmer.file.diagnostic(
            "languages-differ", line: twin.location.line, column: twin.location.column,
            length: item.id.unicodeScalars.count, ItemMessages.different(item.id, difference),
            remedy: ItemMessages.differentRemedy,
            related: [.init(location: item.location, message: ItemMessages.attributes)]))
      }
      return whole
    }
    let known = Set(joined.map(\.id))
    for item in khmer?.items ?? [] where !known.contains(item.id) {
      if languages.contains(.english), let khmer {
        report(missing: item, in: .english, file: khmer.file, collector: collector)
      }
      joined.append(item)
    }
    return joined
  }

  private static func report(
    missing item: Item, in language: Language, file: SourceFile, collector: DiagnosticCollector
  ) {
    let sibling = SiblingPath.path(file.path, in: language)
    collector.add(
      file.diagnostic(
        "missing-translation", line: item.location.line, column: item.location.column,
        length: item.id.unicodeScalars.count, ItemMessages.noTwin(item.id, language),
        remedy: ItemMessages.addTwin(sibling)))
  }
}
