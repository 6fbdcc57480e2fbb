import Archive
import Assessment
import Text
import XML

/// Puts items into files: the bank, or one file for each test and one for what no test has.
///
/// Items that no test has are written as they come, so that memory never holds a whole bank.
struct QTI12Assembly {
  private(set) var files: [ArchiveEntry] = []
  private(set) var lost: [QuestionLoss] = []
  private let options: QuestionWritingOptions
  private let tested: Set<String>
  private let rest: XMLStream
  private var restCount = 0
  private var known: [String: XMLElement] = [:]

  init(options: QuestionWritingOptions) {
    self.options = options
    tested = Set(options.tests.flatMap(\.itemIDs))
    rest = XMLStream(
      shell: Self.root(
        Self.assessment(
          options.name, title: options.title.text(in: options.language), minutes: nil,
          children: [XMLStream.place])))
  }

  /// Takes the next item.
  mutating func add(_ element: XMLElement, id: String) {
    if !tested.contains(id) {
      rest.write(element)
      restCount += 1
    } else if known[id] == nil {
      known[id] = element
    }
  }

  /// Makes the files.
  mutating func finish() {
    if restCount > 0 || options.tests.isEmpty {
      files.append(ArchiveEntry(path: "\(options.name).xml", bytes: rest.finish()))
    }
    for test in options.tests {
      let sections = test.parts.flatMap(\.sections)
      let inner = sections.map { Self.section($0, known, options.language) }
      // A single plain section is the root itself, as Common Cartridge has it.
      let isPlain =
        sections.count == 1 && sections[0].selection == nil && !sections[0].isShuffled
      add(
        "\(options.name)-\(test.id)",
        Self.assessment(
          test.id, title: test.title.text(in: options.language), minutes: test.minutes,
          children: isPlain ? inner[0].elements : inner))
      if test.parts.count > 1 || test.parts.contains(where: \.isLinear) {
        lost.append(QuestionLoss(item: test.id, what: QTI12Messages.parts))
      }
    }
  }

  private mutating func add(_ name: String, _ assessment: XMLElement) {
    let bytes = XMLWriting.bytes(of: Self.root(assessment))
    files.append(ArchiveEntry(path: "\(name).xml", bytes: bytes))
  }

  private static func root(_ assessment: XMLElement) -> XMLElement {
    XMLElement(QTI12Codec.namespace("questestinterop"), children: [assessment])
  }

  private static func assessment(
    _ ident: String, title: String, minutes: Int?, children: [XMLElement]
  ) -> XMLElement {
    var fields = [("cc_profile", "cc.exam.v0p1"), ("qmd_assessmenttype", "Examination")]
    if let minutes { fields.append(("qmd_timelimit", "\(minutes)")) }
    return XMLElement(
      QTI12Codec.namespace("assessment"), ["ident": ident, "title": title],
      children: [
        QTI12Writer.metadata(fields),
        XMLElement(
          QTI12Codec.namespace("section"), ["ident": "root_section"], children: children),
      ])
  }

  private static func section(
    _ section: TestSection, _ known: [String: XMLElement], _ language: Language
  ) -> XMLElement {
    let name = QTI12Codec.namespace
    var children = section.itemIDs.compactMap { known[$0] }
    if section.selection != nil || section.isShuffled {
      var rules = XMLElement(name("selection_ordering"))
      if let count = section.selection {
        rules.append(
          XMLElement(
            name("selection"), children: [XMLElement(name("selection_number"), text: "\(count)")]))
      }
      if section.isShuffled { rules.append(XMLElement(name("order"), ["order_type": "Random"])) }
      children.insert(rules, at: 0)
    }
    return XMLElement(
      name("section"), ["ident": section.id, "title": section.title.text(in: language)],
      children: children)
  }
}
