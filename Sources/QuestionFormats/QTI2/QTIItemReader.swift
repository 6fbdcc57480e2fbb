import Assessment
import Source
import Text
import XML

/// Reads one assessmentItem.
struct QTIItemReader {
  let element: XMLElement
  let file: String
  let id: String
  let language: Language

  /// What came out of one item.
  struct Reading {
    var item: Item?
    /// Its own response processing, and how responses fill its variables.
    var program: ResponseProgram
    var binding: ResponseBinding?
    /// What the item does not carry.
    var lost: [LocalizedText] = []
    /// The kind that Sala does not have, where the whole question is lost.
    var kind: String?
    /// The expressions that are not computed.
    var unsupported: [String] = []
  }

  init(_ element: XMLElement, file: String, id: String) {
    self.element = element
    self.file = file
    self.id = id
    language = Self.language(of: element)
  }

  /// The language that the item names, or that of its letters.
  private static func language(of element: XMLElement) -> Language {
    if let named = element.attribute("lang", uri: XMLNamespace.xml.uri) {
      return named.lowercased().utf8.starts(with: "km".utf8) ? .khmer : .english
    }
    return element.text.unicodeScalars.contains(where: Khmer.isKhmer) ? .khmer : .english
  }

  var location: SourceLocation { SourceLocation(file: file, line: element.line) }

  func localized(_ text: String) -> LocalizedText {
    var localized = LocalizedText(en: "", km: "")
    localized[language] = text
    return localized
  }

  // MARK: Reading

  private static let block: Set<String> = [
    "choiceInteraction", "orderInteraction", "matchInteraction", "extendedTextInteraction",
  ]

  func read() -> Reading {
    var reading = Reading(program: QTIProgramReader.program(element))
    guard let body = element.first("itemBody") else {
      reading.kind = "no itemBody"
      return reading
    }
    let found = Self.interactions(in: body)
    let names = found.map(\.name.local)
    reading.kind = unknownKind(names, body)
    guard reading.kind == nil, let first = found.first else { return reading }
    var reader = QTIBodyReader()
    if element.first("stylesheet") != nil { reader.lose(QTI2Messages.stylesheet) }
    let classes = Set((body.attribute("class") ?? "").split(separator: " ").map(String.init))
    let isBlanks =
      !Self.block.contains(names[0])
      && (names.count > 1 || names[0] == "inlineChoiceInteraction"
        || classes.contains("sala-blanks"))
    let ids = isBlanks ? blankIDs(found, isOwn: classes.contains("sala-blanks")) : [:]
    reader.gap = { entry in
      .gap(isBlanks ? ids[entry.attribute("responseIdentifier") ?? ""] ?? "" : "")
    }
    let stem = Self.withoutGap(reader.blocks(body.children), isBlanks: isBlanks)
    var made: QTIMadeInteraction?
    switch names[0] {
    case "choiceInteraction": made = choice(first, &reader, reading.program, classes)
    case "orderInteraction": made = order(first, &reader, reading.program)
    case "matchInteraction": made = match(first, &reader, reading.program)
    case "extendedTextInteraction": made = essay(first)
    case _ where isBlanks: made = blanks(found, ids, &reader, reading.program)
    default: made = entry(first, reading.program)
    }
    guard let made else {
      reading.kind = "\(names[0]) without a key that Sala can carry"
      return reading
    }
    for name in found where name.attribute("patternMask") != nil {
      reader.lose(QTI2Messages.patternMask)
    }
    reading.lost = reader.lost
    reading.binding = made.binding
    let identifier = element.attribute("identifier") ?? ""
    let title = QTIBodyReader.collapsed(element.attribute("title") ?? "").trimmingSpaces()
    var item = Item(
      id: id,
      title: localized(
        title != identifier && !title.isEmpty ? title : identifier == id ? "" : identifier),
      outcome: Located("", at: location), cognitive: nil,
      stem: localized(QTIBlockText.markdown(stem)), interaction: made.interaction,
      locations: [language: location],
      sourceHash: "")
    if case .rating = made.interaction { item.pool = .survey }
    var scoring = QTIScoringReader(item: item, program: reading.program, binding: made.binding)
    scoring.read()
    item = scoring.item
    reading.binding = scoring.binding
    reading.lost += scoring.lost
    reading.unsupported = scoring.unsupported
    if QTIFeedbackReader.isNeeded(element, first) { scoring.tryForFeedback() }
    var feedback = QTIFeedbackReader(item: item, reader: self, scoring: scoring)
    feedback.read(first, made.binding)
    reading.item = feedback.item
    reading.lost += feedback.lost.filter { !reading.lost.contains($0) }
    return reading
  }

  private func unknownKind(_ names: [String], _ body: XMLElement) -> String? {
    if element.attribute("adaptive") == "true" { return "adaptive" }
    if element.first("templateDeclaration") != nil || element.first("templateProcessing") != nil {
      return "template"
    }
    guard let first = names.first else { return "no interaction" }
    let known = Self.block.union(["textEntryInteraction", "inlineChoiceInteraction"])
    if let unknown = names.first(where: { !known.contains($0) }) { return unknown }
    let blocks = names.filter(Self.block.contains)
    if names.count > 1, !blocks.isEmpty { return "composite (\(names.joined(separator: ", ")))" }
    _ = first
    return nil
  }

  static func interactions(in element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child in
      let isOne = child.name.local.utf8.reversed().starts(with: "Interaction".utf8.reversed())
      return isOne ? [child] : interactions(in: child)
    }
  }

  /// A lone field on a line of its own says nothing; one within a text is shown as a gap.
  private static func withoutGap(_ blocks: [QTIBlockText], isBlanks: Bool) -> [QTIBlockText] {
    if isBlanks { return blocks }
    return blocks.compactMap { block in
      switch block {
      case .paragraph(let pieces):
        if pieces == [.gap("")] { return nil }
        return .paragraph(withoutGap(pieces))
      case .list(let isOrdered, let members):
        return .list(
          isOrdered: isOrdered, members.map { withoutGap($0, isBlanks: false) })
      case .quote(let inner): return .quote(withoutGap(inner, isBlanks: false))
      case .code: return block
      }
    }
  }

  private static func withoutGap(_ pieces: [QTIInlineText]) -> [QTIInlineText] {
    var result: [QTIInlineText] = []
    for piece in pieces {
      switch piece {
      case .gap: QTIInlineText.append(.text("____"), to: &result)
      case .emphasis(let inner): result.append(.emphasis(withoutGap(inner)))
      case .strong(let inner): result.append(.strong(withoutGap(inner)))
      default: QTIInlineText.append(piece, to: &result)
      }
    }
    return result
  }

  private func blankIDs(_ found: [XMLElement], isOwn: Bool) -> [String: String] {
    var ids: [String: String] = [:]
    for (index, entry) in found.enumerated() {
      let variable = entry.attribute("responseIdentifier") ?? ""
      let mark = Array("RESPONSE_".utf8)
      let isMarked = isOwn && variable.utf8.starts(with: mark)
      let name = variable.utf8.dropFirst(mark.count).text
      ids[variable] =
        isMarked
        ? name.utf8.first == 0x5F ? name.utf8.dropFirst().text : name
        : ChoiceOption.id(at: index)
    }
    return ids
  }
}

/// An interaction as Sala has it, and how its responses fill the item's variables.
struct QTIMadeInteraction {
  var interaction: Interaction
  var binding: ResponseBinding
}
