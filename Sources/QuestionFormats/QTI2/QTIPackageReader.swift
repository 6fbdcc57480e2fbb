import Archive
import Assessment
import Source
import Text
import XML

/// Reads the files of one input: items, tests and a manifest.
struct QTIPackageReader {
  let version: QTIVersion

  private static let manifestName = "imsmanifest.xml"

  func read(_ input: QuestionInput) -> QuestionBank {
    var bank = QuestionBank()
    let isLone = input.files.count == 1
    let files = input.files.filter { isLone || Self.isXML($0.path) }
    let manifest = files.first { Self.name(of: $0.path) == Self.manifestName }
    let listed = manifest.map { QTIManifest($0, place: place($0, input)) } ?? QTIManifest()
    bank.findings += listed.findings
    let folder = manifest.map { Self.folder(of: $0.path) } ?? ""
    let order = Dictionary(
      listed.resources.enumerated().map {
        (QTIPath.joined(folder, $0.element.href), $0.offset)
      }, uniquingKeysWith: { first, _ in first })
    let others = files.filter { $0.path != manifest?.path }.enumerated()
      .sorted {
        (order[$0.element.path] ?? .max, $0.offset) < (order[$1.element.path] ?? .max, $1.offset)
      }.map(\.element)
    var naming = ItemNaming()
    var ids: [String: String] = [:]
    var tests: [(path: String, place: String, element: XMLElement)] = []
    for entry in others {
      let place = place(entry, input)
      let (element, findings) = XMLReading.parse(entry.bytes, file: place)
      bank.findings += findings
      guard let element else {
        lose(entry.path, QTI2Messages.unreadable, SourceLocation(file: place), &bank)
        continue
      }
      switch element.name.local {
      case "assessmentItem":
        noteVersion(of: element, place, &bank)
        let identifier = element.attribute("identifier") ?? ""
        let id = naming.id(for: identifier, number: bank.count + 1)
        ids[entry.path] = id
        let resource = order[entry.path].map { listed.resources[$0] }
        add(element, place, id, tags: resource?.keywords ?? [], &bank)
      case "assessmentTest": tests.append((entry.path, place, element))
      default:
        bank.findings.append(
          Diagnostic(
            "qti-not-qti", .warning, at: SourceLocation(file: place, line: element.line),
            QTI2Messages.notQTI(element.name.local), remedy: QTI2Messages.notQTIRemedy))
      }
    }
    let paths = Set(input.files.map(\.path))
    for resource in listed.resources
    where !resource.href.isEmpty && !paths.contains(QTIPath.joined(folder, resource.href)) {
      bank.findings.append(missing(resource.href, resource.location))
    }
    readTests(tests, ids, &bank)
    if bank.count == 0, bank.tests.isEmpty, !bank.findings.hasErrors {
      bank.findings.append(
        Diagnostic(
          "qti-empty", at: SourceLocation(file: input.name), QTI2Messages.nothing,
          remedy: QTI2Messages.notQTIRemedy))
    }
    return bank
  }

  // MARK: Items

  private func add(
    _ element: XMLElement, _ place: String, _ id: String, tags: [String],
    _ bank: inout QuestionBank
  ) {
    let reading = QTIItemReader(element, file: place, id: id).read()
    let location = SourceLocation(file: place, line: element.line)
    if let kind = reading.kind {
      lose(id, QTI2Messages.whole(kind), location, &bank)
      bank.findings.append(
        Diagnostic(
          "qti-kind", .warning, at: location, QTI2Messages.unknownKind(id, kind),
          remedy: QTI2Messages.unknownKindRemedy))
      return
    }
    guard var item = reading.item else {
      return lose(id, QTI2Messages.unreadable, location, &bank)
    }
    for tag in tags { _ = ItemTags.apply(tag, to: &item) }
    bank.items.append(item)
    bank.count += 1
    for what in reading.lost {
      bank.lost.append(QuestionLoss(item: id, what: what, location: location))
    }
    if reading.lost.contains(QTI2Messages.responseProcessing) {
      let names = reading.unsupported
      bank.findings.append(
        Diagnostic(
          "qti-scoring", .warning, at: location,
          QTI2Messages.unsupported(
            id, names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"),
          remedy: QTI2Messages.unsupportedRemedy))
    }
  }

  private func lose(
    _ name: String, _ what: LocalizedText, _ location: SourceLocation,
    _ bank: inout QuestionBank
  ) {
    bank.count += 1
    bank.lost.append(QuestionLoss(item: name, what: what, isWhole: true, location: location))
  }

  private func noteVersion(
    of element: XMLElement, _ place: String, _ bank: inout QuestionBank
  ) {
    let uri = element.name.namespace?.uri ?? ""
    guard uri != version.space.uri else { return }
    let location = SourceLocation(file: place, line: element.line)
    if let found = QTIVersion.allCases.first(where: { $0.space.uri == uri }) {
      bank.findings.append(
        Diagnostic(
          "qti-version", .note, at: location,
          QTI2Messages.otherVersion(found.name, version.name),
          remedy: QTI2Messages.otherVersionRemedy(found.format.rawValue)))
    } else {
      bank.findings.append(
        Diagnostic(
          "qti-namespace", .warning, at: location, QTI2Messages.unknownNamespace(uri),
          remedy: QTI2Messages.unknownNamespaceRemedy))
    }
  }

  // MARK: Tests

  private func readTests(
    _ tests: [(path: String, place: String, element: XMLElement)], _ ids: [String: String],
    _ bank: inout QuestionBank
  ) {
    var naming = ItemNaming()
    for (index, test) in tests.enumerated() {
      noteVersion(of: test.element, test.place, &bank)
      let id = naming.id(for: test.element.attribute("identifier") ?? "", number: index + 1)
      var reader = QTITestReader(
        folder: Self.folder(of: test.path), place: test.place, items: ids)
      bank.tests.append(reader.read(test.element, id: id))
      for (href, location) in reader.missing { bank.findings.append(missing(href, location)) }
    }
  }

  private func missing(_ path: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "qti-missing-file", .warning, at: location, QTI2Messages.missingFile(path),
      remedy: QTI2Messages.missingFileRemedy)
  }

  // MARK: Paths

  private func place(_ entry: ArchiveEntry, _ input: QuestionInput) -> String {
    input.files.count == 1 || entry.path.isEmpty ? input.name : entry.path
  }

  private static func isXML(_ path: String) -> Bool {
    path.lowercased().utf8.reversed().starts(with: ".xml".utf8.reversed())
      && !path.utf8.split(separator: 0x2F).contains { $0.elementsEqual("__MACOSX".utf8) }
  }

  static func folder(of path: String) -> String {
    guard let end = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return String(path[..<end])
  }

  private static func name(of path: String) -> String {
    path.utf8.split(separator: 0x2F).last.map { Array($0).text } ?? ""
  }
}

/// Joins relative addresses to folders of a package.
enum QTIPath {
  /// Returns the path of `href`, which is taken from `folder`; `..` never leads out of the package.
  static func joined(_ folder: String, _ href: String) -> String {
    let bare = href.utf8.prefix { $0 != 0x23 && $0 != 0x3F }.text
    var parts = folder.utf8.split(separator: 0x2F).map { Array($0).text }
    for part in decoded(bare).utf8.split(separator: 0x2F).map({ Array($0).text }) {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Takes `%20` for a space, and so on.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0x25, place + 2 < bytes.count,
        let byte = UInt8(
          String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// What a manifest lists (IMS Content Packaging 1.1.4).
struct QTIManifest {
  /// A resource.
  struct Resource {
    var href: String
    var keywords: [String]
    var location: SourceLocation
  }

  private(set) var resources: [Resource] = []
  private(set) var findings: [Diagnostic] = []

  init() {}

  init(_ entry: ArchiveEntry, place: String) {
    let (element, findings) = XMLReading.parse(entry.bytes, file: place)
    self.findings = findings
    for resources in element?.elements("resources") ?? [] {
      for resource in resources.elements("resource") {
        guard let type = resource.attribute("type"), type.utf8.starts(with: "imsqti_".utf8) else {
          continue
        }
        let href =
          resource.attribute("href") ?? resource.first("file")?.attribute("href") ?? ""
        self.resources.append(
          Resource(
            href: href, keywords: resource.elements("metadata").flatMap(Self.keywords),
            location: SourceLocation(file: place, line: resource.line)))
      }
    }
  }

  private static func keywords(_ element: XMLElement) -> [String] {
    element.elements.flatMap { child in
      child.name.local == "keyword"
        ? child.elements.map { QTIBodyReader.collapsed($0.text).trimmingSpaces() }
        : keywords(child)
    }
  }
}

/// Reads an assessmentTest.
struct QTITestReader {
  let folder: String
  let place: String
  /// The ids of items by their files.
  let items: [String: String]
  /// What is referred to and not there.
  private(set) var missing: [(String, SourceLocation)] = []

  init(folder: String, place: String, items: [String: String]) {
    self.folder = folder
    self.place = place
    self.items = items
  }

  mutating func read(_ element: XMLElement, id: String) -> TestStructure {
    let language = element.attribute("lang", uri: XMLNamespace.xml.uri) ?? ""
    let isKhmer = language.lowercased().utf8.starts(with: "km".utf8)
    func localized(_ element: XMLElement) -> LocalizedText {
      let title = element.attribute("title") ?? ""
      let hasKhmer = title.unicodeScalars.contains(where: Khmer.isKhmer)
      return isKhmer || hasKhmer
        ? LocalizedText(en: "", km: title) : LocalizedText(en: title, km: "")
    }
    let limit = element.first("timeLimits")?.attribute("maxTime").flatMap { Double($0) }
    var parts: [TestPart] = []
    for part in element.elements("testPart") {
      var sections: [TestSection] = []
      for section in part.elements("assessmentSection") {
        let selection = section.first("selection")?.attribute("select").flatMap { Int($0) }
        sections.append(
          TestSection(
            id: section.attribute("identifier") ?? "section-\(sections.count + 1)",
            title: localized(section), itemIDs: references(in: section), selection: selection,
            isShuffled: section.first("ordering")?.attribute("shuffle") == "true"))
      }
      parts.append(
        TestPart(
          id: part.attribute("identifier") ?? "part-\(parts.count + 1)",
          isLinear: part.attribute("navigationMode") == "linear",
          isSimultaneous: part.attribute("submissionMode") == "simultaneous", sections: sections))
    }
    return TestStructure(
      id: id, title: localized(element),
      minutes: limit.flatMap { $0 > 0 && $0 < 1e9 ? Int(($0 / 60).rounded(.up)) : nil },
      parts: parts)
  }

  /// Sections within sections are taken as one.
  private mutating func references(in section: XMLElement) -> [String] {
    var ids: [String] = []
    for child in section.elements {
      switch child.name.local {
      case "assessmentItemRef":
        let href = child.attribute("href") ?? ""
        if let id = items[QTIPath.joined(folder, href)] {
          ids.append(id)
        } else {
          missing.append((href, SourceLocation(file: place, line: child.line)))
        }
      case "assessmentSectionRef":
        let href = child.attribute("href") ?? ""
        missing.append((href, SourceLocation(file: place, line: child.line)))
      case "assessmentSection": ids += references(in: child)
      default: break
      }
    }
    return ids
  }
}
