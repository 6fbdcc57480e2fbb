package import Source
package import Text

/// Reads question banks from files that read like an exam paper.
package enum ItemReading {
  static let attributeKeys = ["outcome", "cognitive", "points", "pool", "status"]
  static let frontMatterKeys = ["format", "translates", "review", "approval"]

  /// A bank file in one language, with what its front matter says of it.
  package struct BankFile {
    /// The file.
    package var file: SourceFile
    /// The items in this language alone.
    package var items: [Item]
    /// The front matter.
    package var frontMatter: YAMLMap?
  }

  /// Reads one file in one language.
  package static func read(
    _ file: SourceFile, language: Language, collector: DiagnosticCollector
  ) -> BankFile {
    let sections = SectionedFile(
      file, frontMatterKeys: frontMatterKeys, attributeKeys: attributeKeys, collector: collector)
    let items = sections.sections.compactMap {
      ItemParser(section: $0, file: file, language: language, collector: collector).item()
    }
    return BankFile(file: file, items: items, frontMatter: sections.frontMatter)
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
      return join(item, twin, khmer: khmer, collector: collector)
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

  private static func join(
    _ item: Item, _ twin: Item, khmer: BankFile?, collector: DiagnosticCollector
  ) -> Item {
    var joined = item
    joined.stem.km = twin.stem.km
    joined.feedback.km = twin.feedback.km
    joined.locations[.khmer] = twin.location
    if let difference = difference(item, twin) {
      let place = twin.location
      let diagnostic =
        khmer?.file.diagnostic(
          "languages-differ", line: place.line, column: place.column,
          length: item.id.unicodeScalars.count, ItemMessages.different(item.id, difference),
          remedy: ItemMessages.differentRemedy,
          related: [.init(location: item.location, message: ItemMessages.attributes)])
      if let diagnostic { collector.add(diagnostic) }
      return joined
    }
    switch (item.interaction, twin.interaction) {
    case (.choice(var choice), .choice(let other)):
      for (index, option) in other.options.enumerated() {
        choice.options[index].text.km = option.text.km
        choice.options[index].feedback.km = option.feedback.km
      }
      joined.interaction = .choice(choice)
    case (.text(let text), .text(let other)):
      joined.interaction = .text(TextInteraction(answers: text.answers + other.answers))
    default: break
    }
    return joined
  }

  private static func difference(_ item: Item, _ twin: Item) -> LocalizedText? {
    let isSame =
      item.outcome.value == twin.outcome.value && item.cognitive == twin.cognitive
      && item.points == twin.points && item.pool == twin.pool && item.status == twin.status
    guard isSame else { return ItemMessages.attributes }
    switch (item.interaction, twin.interaction) {
    case (.choice(let left), .choice(let right)):
      if left.isMultiple != right.isMultiple { return ItemMessages.kind }
      if left.options.count != right.options.count { return ItemMessages.optionCount }
      return left.correctIDs == right.correctIDs ? nil : ItemMessages.keyMarks
    case (.numeric(let left), .numeric(let right)):
      return left == right ? nil : ItemMessages.numericKey
    case (.text, .text): return nil
    default: return ItemMessages.kind
    }
  }
}
