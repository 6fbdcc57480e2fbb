import Assessment
import Source
import Text
import XML

/// Reads the files of one input.
struct QTI12Reader {
  var bank = QuestionBank()
  private(set) var hasFile = false
  private var naming = ItemNaming()
  /// The items of the files before, by ident and hash of their text, as packages repeat them.
  private var known: [String: String] = [:]

  /// Reads one file; a file of a package that is not QTI 1.2 is passed over.
  mutating func read(_ bytes: [UInt8], file: String, isAlone: Bool) {
    var one = OneFile(file: file, naming: naming, number: bank.count, known: known)
    naming = ItemNaming()
    let (root, findings) = XMLReading.parse(
      bytes, file: file, limit: ExchangeLimits.bytes, taking: "item"
    ) { one.take($0, remembers: !isAlone) }
    naming = one.naming
    guard let root else {
      bank.findings += findings
      return
    }
    guard root.name.local == "questestinterop" else {
      if isAlone {
        bank.findings.append(
          Diagnostic(
            "not-qti12", at: SourceLocation(file: file, line: root.line), QTI12Messages.notQTI,
            remedy: QTI12Messages.notQTIRemedy))
      }
      return
    }
    hasFile = true
    known = one.known
    bank.items += one.bank.items
    bank.count += one.bank.count
    bank.lost += one.bank.lost
    bank.findings += one.bank.findings
    bank.tests += root.elements("assessment").map { one.test($0) }
  }
}

/// Reads the items of one file.
private struct OneFile {
  let file: String
  var naming: ItemNaming
  var known: [String: String]
  var bank = QuestionBank()
  private let before: Int
  private var ids: [String: String] = [:]

  init(file: String, naming: ItemNaming, number: Int, known: [String: String]) {
    self.file = file
    self.naming = naming
    self.known = known
    before = number
  }

  mutating func take(_ element: XMLElement, remembers: Bool) {
    let ident = element.attribute("ident") ?? ""
    let mark = remembers ? "\(ident) \(StableHash.hex64(Self.digest(element)))" : ""
    if remembers, let id = known[mark] {
      ids[ident] = id
      return
    }
    bank.count += 1
    var question = QTI12Question(element, file: file)
    let place = SourceLocation(file: file, line: element.line)
    guard let item = question.item(naming: &naming, number: before + bank.count) else {
      let what = QTI12Messages.whole(question.problem ?? QTI12Messages.noResponse)
      let names = [question.ident, question.title, "\(file):\(element.line)"]
      bank.lost.append(
        QuestionLoss(
          item: names.first { !$0.isEmpty } ?? "", what: what, isWhole: true, location: place))
      bank.findings.append(
        Diagnostic(
          "qti12-question", .warning, at: place, what, remedy: QTI12Messages.wholeRemedy))
      return
    }
    bank.items.append(item)
    if !ident.isEmpty { ids[ident] = item.id }
    if remembers { known[mark] = item.id }
    for what in question.lost {
      bank.lost.append(QuestionLoss(item: item.id, what: what, location: place))
    }
  }

  /// What an item says, without the white space by which one file is indented more than another.
  private static func digest(_ element: XMLElement) -> String {
    let attributes = element.attributes.map { "\($0.name.local)=\($0.value)" }
    let children = element.children.map { child in
      switch child {
      case .element(let element): digest(element)
      case .text(let text): text.trimmed
      }
    }
    return "<\(element.name.local) \(attributes.joined(separator: " "))>" + children.joined()
  }

  // MARK: Tests

  /// The test that an assessment is: its sections, one inside the other set out one by one.
  func test(_ assessment: XMLElement) -> TestStructure {
    let ident = assessment.attribute("ident") ?? "test"
    var minutes: Int?
    for field in assessment.first("qtimetadata")?.elements("qtimetadatafield") ?? []
    where field.first("fieldlabel")?.text.trimmed == "qmd_timelimit" {
      minutes = field.first("fieldentry").flatMap { Int($0.text.trimmed) }
    }
    var sections: [TestSection] = []
    for section in assessment.elements("section") { collect(section, &sections) }
    return TestStructure(
      id: ident, title: text(assessment.attribute("title") ?? ""),
      minutes: minutes.flatMap { $0 > 0 ? $0 : nil },
      parts: [TestPart(id: "\(ident)-part", sections: sections)])
  }

  private func text(_ text: String) -> LocalizedText {
    LocalizedText(text.trimmed, in: ScriptLanguage.of(text))
  }

  private func collect(_ section: XMLElement, _ sections: inout [TestSection]) {
    let items = section.elements.compactMap { child -> String? in
      switch child.name.local {
      case "item": ids[child.attribute("ident") ?? ""]
      case "itemref": ids[child.attribute("linkrefid") ?? ""]
      default: nil
      }
    }
    let rules = section.first("selection_ordering")
    let inner = section.elements("section")
    if !items.isEmpty || inner.isEmpty {
      sections.append(
        TestSection(
          id: section.attribute("ident") ?? "section-\(sections.count + 1)",
          title: text(section.attribute("title") ?? ""), itemIDs: items,
          selection: rules?.first("selection")?.first("selection_number").flatMap {
            Int($0.text.trimmed)
          }.flatMap { (1..<max(2, items.count)).contains($0) ? $0 : nil },
          isShuffled: rules?.first("order")?.attribute("order_type")?.lowercased() == "random"))
    }
    for section in inner { collect(section, &sections) }
  }
}
