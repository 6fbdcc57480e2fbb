import Archive
import Assessment
import Text
import XML

/// Writes items, tests and the manifest of a package.
struct QTIPackageWriter {
  let version: QTIVersion
  let options: QuestionWritingOptions

  private static let packaging = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/imscp_v1p1")
  private static let metadata = XMLNamespace(
    prefix: "lom", uri: "http://ltsc.ieee.org/xsd/LOM")

  /// A file of the package, as the manifest lists it.
  private struct Listed {
    var identifier: String
    var type: String
    var path: String
    var title: String
    var keywords: [String]
    var needs: [String]
  }

  func write(_ items: [Item]) -> WrittenQuestions {
    var written = WrittenQuestions(files: [], written: 0, lost: [])
    var listed: [Listed] = []
    var places: [String: Listed] = [:]
    let writer = QTIItemWriter(version: version, language: options.language)
    for (index, item) in items.enumerated() {
      guard let element = writer.element(item) else {
        written.lost.append(item.wholeLoss())
        continue
      }
      let name = Self.name(item.id, index, taken: places)
      let place = Listed(
        identifier: "item-\(name)", type: version.itemType, path: "items/\(name).xml",
        title: item.title.text(in: options.language), keywords: ItemTags.tags(of: item), needs: [])
      places[name] = place
      if places[item.id] == nil { places[item.id] = place }
      listed.append(place)
      written.files.append(
        ArchiveEntry(
          path: place.path, bytes: XMLWriting.bytes(of: element, indented: false)))
      written.written += 1
      written.lost += item.losses(carrying: QTIItemWriter.carried, options: options)
      written.lost += further(item)
    }
    let tests = options.tests.isEmpty ? [whole(listed)] : options.tests
    for (index, test) in tests.enumerated() {
      let place = Listed(
        identifier: "test-\(index + 1)", type: version.testType,
        path: index == 0 ? "test.xml" : "test-\(index + 1).xml",
        title: test.title.text(in: options.language), keywords: [],
        needs: test.itemIDs.compactMap { places[$0]?.identifier })
      listed.append(place)
      written.files.append(
        ArchiveEntry(path: place.path, bytes: XMLWriting.bytes(of: element(test, places))))
    }
    written.files.append(
      ArchiveEntry(path: "imsmanifest.xml", bytes: manifest(listed)))
    return written
  }

  /// A name for a file: the id where its signs are safe in paths and not taken.
  private static func name(_ id: String, _ index: Int, taken: [String: Listed]) -> String {
    let isSafe =
      !id.isEmpty && id.utf8.count <= 100
      && id.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
    return isSafe && taken[id] == nil ? id : "q-\(index + 1)"
  }

  private func further(_ item: Item) -> [QuestionLoss] {
    var lost: [LocalizedText] = []
    switch item.interaction {
    case .essay(let essay) where essay.mostWords != nil: lost.append(QTI2Messages.wordLimit)
    case .blanks(let blanks):
      let options = blanks.blanks.flatMap { blank -> [ChoiceOption] in
        if case .choice(let choice) = blank.entry { choice.options } else { [] }
      }
      let isMarked = options.contains { option in
        let text = option.text.text(in: self.options.language)
        let pieces = QTIInlineText.parse(text)
        return !pieces.isEmpty && pieces != [.text(QTIInlineText.plain(pieces))]
      }
      if isMarked { lost.append(QTI2Messages.inlineMarkup) }
    default: break
    }
    return lost.map { QuestionLoss(item: item.id, what: $0, location: item.location) }
  }

  private func text(_ text: LocalizedText) -> String { text.text(in: options.language) }

  // MARK: Tests

  /// The test of all items, where none is asked for.
  private func whole(_ listed: [Listed]) -> TestStructure {
    TestStructure(
      id: "test", title: options.title,
      parts: [
        TestPart(
          id: "part-1",
          sections: [
            TestSection(
              id: "section-1", title: options.title,
              itemIDs: listed.map { $0.identifier.utf8.dropFirst(5).text })
          ])
      ])
  }

  private func node(
    _ name: String, _ attributes: [(String, String)] = [], _ children: [XMLElement] = []
  ) -> XMLElement {
    XMLElement(
      version.space(name), attributes: attributes.map { XMLAttribute(XMLName($0.0), $0.1) },
      children: children.map(XMLNode.element))
  }

  private func element(_ test: TestStructure, _ places: [String: Listed]) -> XMLElement {
    var used: Set<String> = []
    let parts = test.parts.map { part in
      node(
        "testPart",
        [
          ("identifier", ItemIdentifiers.identifier(part.id)),
          ("navigationMode", part.isLinear ? "linear" : "nonlinear"),
          ("submissionMode", part.isSimultaneous ? "simultaneous" : "individual"),
        ], part.sections.map { section($0, places, &used) })
    }
    var children = [
      node(
        "outcomeDeclaration",
        [("identifier", "SCORE"), ("cardinality", "single"), ("baseType", "float")])
    ]
    if let minutes = test.minutes {
      children.append(node("timeLimits", [("maxTime", "\(minutes * 60)")]))
    }
    children += parts
    children.append(
      node(
        "outcomeProcessing", [],
        [
          node(
            "setOutcomeValue", [("identifier", "SCORE")],
            [node("sum", [], [node("testVariables", [("variableIdentifier", "SCORE")])])])
        ]))
    let title = text(test.title)
    return XMLElement(
      version.space("assessmentTest"),
      attributes: [
        XMLAttribute(
          XMLName("schemaLocation", in: QTIVersion.instance),
          "\(version.space.uri) \(version.schema)"),
        XMLAttribute("identifier", test.id), XMLAttribute("title", title.isEmpty ? test.id : title),
        XMLAttribute("toolName", "Sala"),
      ], children: children.map(XMLNode.element))
  }

  private func section(
    _ section: TestSection, _ places: [String: Listed], _ used: inout Set<String>
  ) -> XMLElement {
    var children: [XMLElement] = []
    if let selection = section.selection {
      children.append(node("selection", [("select", "\(selection)")]))
    }
    if section.isShuffled { children.append(node("ordering", [("shuffle", "true")])) }
    for id in section.itemIDs {
      guard let place = places[id] else { continue }
      var identifier = place.identifier
      var copy = 2
      while !used.insert(identifier).inserted {
        identifier = "\(place.identifier)-\(copy)"
        copy += 1
      }
      children.append(
        node("assessmentItemRef", [("identifier", identifier), ("href", place.path)]))
    }
    let title = text(section.title)
    return node(
      "assessmentSection",
      [
        ("identifier", ItemIdentifiers.identifier(section.id)),
        ("title", title.isEmpty ? section.id : title), ("visible", "true"),
      ], children)
  }

  // MARK: Manifest

  private func manifest(_ listed: [Listed]) -> [UInt8] {
    let space = Self.packaging
    func plain(_ name: String, _ text: String) -> XMLElement { XMLElement(space(name), text: text) }
    let stream = XMLStream(
      shell: XMLElement(
        space("manifest"), ["identifier": "manifest-\(options.name)".manifestIdentifier],
        declarations: [Self.metadata],
        children: [
          XMLElement(
            space("metadata"),
            children: [plain("schema", version.package), plain("schemaversion", "1.0.0")]),
          XMLElement(space("organizations")),
          XMLElement(space("resources"), children: [XMLStream.place]),
        ]))
    for place in listed {
      var children = [XMLElement(space("metadata"), children: [lom(place)])]
      children.append(XMLElement(space("file"), ["href": place.path]))
      children += place.needs.map { XMLElement(space("dependency"), ["identifierref": $0]) }
      stream.write(
        XMLElement(
          space("resource"),
          ["identifier": place.identifier, "type": place.type, "href": place.path],
          children: children))
    }
    return stream.finish()
  }

  /// What Sala knows of an item stands among the keywords (IEEE 1484.12.1, 1.5).
  private func lom(_ place: Listed) -> XMLElement {
    let space = Self.metadata
    func string(_ text: String, _ language: String) -> XMLElement {
      XMLElement(space("string"), ["language": language], text: text)
    }
    var general: [XMLElement] = []
    if !place.title.isEmpty {
      general.append(
        XMLElement(
          space("title"), children: [string(place.title, options.language.rawValue)]))
    }
    general += place.keywords.map { keyword in
      XMLElement(space("keyword"), children: [string(keyword, "x-none")])
    }
    return XMLElement(
      space("lom"), children: [XMLElement(space("general"), children: general)])
  }
}

extension String {
  /// A name of XML made of this.
  fileprivate var manifestIdentifier: String { ItemIdentifiers.identifier(self) }
}
