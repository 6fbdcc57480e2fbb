import Archive
import Testing
import Text
import XML

@testable import Inspection

@Suite("The rules of SCORM 2004")
struct SCORM2004RulesTests {
  @Test("Good manifests of both editions break no rule")
  func conformant() throws {
    #expect(try SCORM2004Samples.findings(SCORM2004Samples.fourth) == [])
    #expect(try SCORM2004Samples.findings(SCORM2004Samples.third) == [])
  }

  @Test("A good package breaks no rule, and lists every file")
  func package() {
    let files = SCORM2004Samples.files
    #expect(Inspection.findings(in: files, standard: .scorm2004Fourth) == [])
  }

  @Test("Each change that breaks a rule is found", arguments: SCORM2004Mutation.errors)
  func errors(_ mutation: SCORM2004Mutation) throws {
    let text = try SCORM2004Samples.spoiled(
      SCORM2004Samples.fourth, mutation.original, mutation.replacement)
    let found = try SCORM2004Samples.findings(text).filter { $0.severity == .error }
    #expect(found.map(\.code).contains(mutation.code), "\(found.map(\.code))")
    for finding in found {
      #expect(!finding.message.en.isEmpty && !finding.message.km.isEmpty)
      #expect(!finding.remedy.en.isEmpty && !finding.remedy.km.isEmpty)
      #expect(finding.location.file == "imsmanifest.xml" && finding.location.line > 0)
      #expect(finding.code == "xml-schema" || finding.requirement.hasPrefix("REQ_"))
    }
  }

  @Test("What is only unwise is a warning", arguments: SCORM2004Mutation.warnings)
  func warnings(_ mutation: SCORM2004Mutation) throws {
    let text = try SCORM2004Samples.spoiled(
      SCORM2004Samples.fourth, mutation.original, mutation.replacement)
    let found = try SCORM2004Samples.findings(text)
    #expect(found.map(\.code) == [mutation.code])
    #expect(!found.hasErrors)
  }

  @Test("The 3rd Edition has rules of its own", arguments: SCORM2004Mutation.third)
  func third(_ mutation: SCORM2004Mutation) throws {
    let text = try SCORM2004Samples.spoiled(
      SCORM2004Samples.third, mutation.original, mutation.replacement)
    let found = SCORM2004Rules.findings(in: try SCORM2004Samples.package(text), edition: .third)
    #expect(found.filter { $0.severity == .error }.map(\.code).contains(mutation.code), "\(found)")
  }

  @Test("Every rule about a manifest is broken by one of the changes")
  func everyRule() {
    let all = SCORM2004Mutation.errors + SCORM2004Mutation.warnings + SCORM2004Mutation.third
    let codes = Set(all.map(\.code))
    let others: Set<SCORM2004Rule> = [
      .controlDocument, .olderEdition, .noOrganization, .noItems, .missingFile, .unlistedFile,
    ]
    for rule in SCORM2004Rule.allCases where !others.contains(rule) {
      #expect(codes.contains(rule.rawValue), "\(rule)")
    }
  }

  @Test("Findings stand in the order of the manifest, and name the requirement that is broken")
  func order() throws {
    var text = SCORM2004Samples.fourth
    for (original, replacement) in [
      ("ADL SCORM", "SCORM"), ("flow=\"true\" forwardOnly", "flow=\"1\" forwardOnly"),
      ("<title>Reading</title>", ""), ("<file href=\"lesson.html\"/>", "<file/>"),
      ("minimumPercent=\"0.5\"", "minimumPercent=\"5\""),
    ] {
      text = try SCORM2004Samples.spoiled(text, original, replacement)
    }
    let found = try SCORM2004Samples.findings(text).filter { $0.code != "xml-schema" }
    #expect(
      found.map { "\($0.code) \($0.requirement)" } == [
        "schema-name REQ_30.5.2.1", "title-missing REQ_30.6.3.6.6",
        "attribute-value REQ_31.5.3.2", "attribute-value REQ_31.9.4.3.1",
        "attribute-missing REQ_30.7.3.9.2", "path-unsafe REQ_30.7.3.9.2.3",
      ])
    let lines = found.dropLast().map(\.location.line)
    #expect(lines == lines.sorted())
  }

  @Test("A manifest without its parts lacks them")
  func empty() throws {
    let start = "<manifest identifier=\"M\" xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\">"
    let none = try SCORM2004Samples.findings("\(start)</manifest>")
    #expect(
      none.filter { $0.code != "xml-schema" }.map(\.requirement)
        == ["REQ_30.5", "REQ_30.6", "REQ_30.7"])
    let bare = try SCORM2004Samples.findings(
      "\(start)<metadata/><organizations default=\"O\"/><resources/></manifest>")
    #expect(Set(bare.map(\.code)).isSuperset(of: ["organization-missing", "schema-version"]))
    let flat = try SCORM2004Samples.findings(
      "\(start)<metadata/><organizations default=\"O\"><organization identifier=\"O\">"
        + "<title>T</title></organization></organizations><resources/></manifest>")
    #expect(flat.map(\.code).contains("item-missing"))
  }

  @Test("The edition is what the manifest claims, and CAM 1.3 is judged as the 3rd")
  func editions() throws {
    #expect(SCORM2004Edition(schemaVersion: "2004 4th Edition") == .fourth)
    #expect(SCORM2004Edition(schemaVersion: " 2004 3rd Edition\n") == .third)
    #expect(SCORM2004Edition(schemaVersion: "CAM 1.3") == .third)
    #expect(SCORM2004Edition(schemaVersion: "1.2") == nil)
    let older = try SCORM2004Samples.spoiled(
      SCORM2004Samples.third, "2004 3rd Edition", "CAM 1.3")
    let found = try SCORM2004Samples.findings(older)
    #expect(found.map(\.code) == ["schema-version-older"] && !found.hasErrors)
    let claimed = SCORM2004Rules.findings(
      in: try SCORM2004Samples.package(SCORM2004Samples.third), edition: .fourth)
    #expect(claimed.map(\.code).contains("schema-version"))
    #expect(claimed.map(\.code).contains("completion-threshold"))
  }

  @Test("Shared rules are asked of each activity that uses them")
  func sharedRules() throws {
    // Without objectives of its own, the activity has those that it shares; there are none.
    var text = SCORM2004Samples.fourth
    let start = try #require(
      text.firstRange(
        of: "<imsss:objectives>\n            <imsss:primaryObjective objectiveID=\"M1\"/>"))
    let end = try #require(text[start.upperBound...].firstRange(of: "</imsss:objectives>"))
    text.removeSubrange(start.lowerBound..<end.upperBound)
    #expect(try SCORM2004Samples.findings(text).map(\.code) == ["objective-reference"])
    text = try SCORM2004Samples.spoiled(
      text,
      "</imsss:sequencingRules>\n    </imsss:sequencing>\n  </imsss:sequencingCollection>",
      "</imsss:sequencingRules><imsss:objectives><imsss:primaryObjective objectiveID=\"skip module\"/>"
        + "</imsss:objectives></imsss:sequencing></imsss:sequencingCollection>")
    #expect(try SCORM2004Samples.findings(text) == [])
    // Shared rules that nobody uses are asked by themselves.
    text = try SCORM2004Samples.spoiled(text, " IDRef=\"SEQ-MODULE\"", "")
    text = try SCORM2004Samples.spoiled(
      text, "<imsss:primaryObjective objectiveID=\"skip module\"/>",
      "<imsss:primaryObjective objectiveID=\"skip\"/>")
    #expect(try SCORM2004Samples.findings(text).map(\.code) == ["objective-reference"])
  }

  // MARK: Files

  @Test("Files that are missing or not listed are found, and control documents too")
  func files() throws {
    var files = SCORM2004Samples.files.filter { $0.path != "course/pages/lesson.html" }
    files.removeAll { $0.path == "imsss_v1p0.xsd" }
    files.append(ArchiveEntry(path: "notes.txt", bytes: []))
    let found = Inspection.findings(in: files, standard: .scorm2004Fourth)
    #expect(
      found.map(\.code) == ["file-missing", "control-document-missing", "file-unlisted"])
    #expect(found.map(\.severity) == [.error, .warning, .warning])
  }

  @Test("A package of the 3rd Edition is judged as one")
  func thirdPackage() {
    let files =
      [
        ArchiveEntry(path: "imsmanifest.xml", bytes: Array(SCORM2004Samples.third.utf8)),
        ArchiveEntry(path: "lesson.html", bytes: []),
      ] + PackageStandard.scorm2004Third.controlDocuments
    #expect(Inspection.findings(in: files, standard: .scorm2004Third) == [])
  }

  @Test("A page may be a file of a resource that is needed, and circles end")
  func circles() throws {
    let text = try SCORM2004Samples.spoiled(
      SCORM2004Samples.fourth, "<file href=\"player.html\"/>",
      "<file href=\"other.html\"/>")
    let circle = try SCORM2004Samples.spoiled(
      text, "</metadata></file>", "</metadata></file><dependency identifierref=\"RES-LESSON\"/>")
    #expect(try SCORM2004Samples.findings(circle).map(\.code) == ["resource-href"])
  }

  @Test("Our own documents are the control documents of both editions, and small")
  func controlDocuments() throws {
    for standard in [PackageStandard.scorm2004Fourth, .scorm2004Third] {
      let documents = standard.controlDocuments
      #expect(
        documents.map(\.path).sorted() == [
          "adlcp_v1p3.xsd", "adlnav_v1p3.xsd", "adlseq_v1p3.xsd", "imscp_v1p1.xsd",
          "imsss_v1p0.xsd", "lom.xsd", "xml.xsd",
        ])
      #expect(documents.map(\.bytes.count).reduce(0, +) < 40_000)
    }
  }

  @Test("A random change of a manifest never stops the rules")
  func random() throws {
    var generator = SeededGenerator(seed: 2004)
    let bytes = Array(SCORM2004Samples.fourth.utf8)
    var read = 0
    for _ in 0..<400 {
      var changed = bytes
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &generator))
      changed.replaceSubrange(start..<end, with: bytes[..<Int.random(in: 0...3, using: &generator)])
      let (root, _) = XMLReading.parse(changed, file: "imsmanifest.xml")
      guard let root else { continue }
      read += 1
      let package = InspectedPackage(
        root: root, manifest: changed, file: "imsmanifest.xml", files: [])
      #expect(!SCORM2004Rules.findings(in: package).isEmpty)
    }
    #expect(read > 10)
  }
}

@Suite("Values of SCORM 2004")
struct SCORM2004ValueTests {
  @Test(
    "Durations have the form of XML Schema",
    arguments: [
      ("PT45M", true), ("P1Y2M3DT4H5M6.7S", true), ("-P1D", true), ("P", false), ("PT", false),
      ("P1DT", false), ("PT1D", false), ("P1H", false), ("PT1.5M", false), ("PT5", false),
      ("PT.5S", false), ("PT1M1H", false), ("45", false), ("", false), ("PT1.S", false),
    ])
  func spans(_ text: String, _ isSpan: Bool) {
    #expect(SCORM2004Value.span.accepts(text) == isSpan)
  }

  @Test(
    "Numbers are decimal and in their range",
    arguments: [
      ("0.5", true), ("+1", true), ("-1.0000", true), ("1.0001", false), (".5", true),
      ("1e0", false), ("", false), ("inf", false), ("0,5", false), (" 0.5 ", true), ("-", false),
    ])
  func decimals(_ text: String, _ isDecimal: Bool) {
    #expect(SCORM2004Value.decimal(-1...1).accepts(text) == isDecimal)
  }

  @Test("Names are compared without spaces at their ends, and %20 is a space")
  func names() {
    #expect(SCORM2004Name("  %20obj%20%201%20  ") == SCORM2004Name("obj 1"))
    #expect(SCORM2004Name("%20 ").isEmpty)
    #expect(SCORM2004Name("a%2") != SCORM2004Name("a"))
    #expect(SCORM2004Name("%20្") == SCORM2004Name("្"))
  }

  @Test(
    "Parameters are names with values",
    arguments: [
      ("?a=1", true), ("a=1", true), ("?a=1&b=2#c", true), ("#c", true), ("#", true),
      ("?a=%20", true), ("?", false), ("a", false), ("?=1", false), ("?a=1&b", false),
      ("?a=b/c", false), ("?a=ក", false), ("", false), ("#a b", false),
    ])
  func parameters(_ text: String, _ areValid: Bool) {
    #expect(SCORM2004Parameters.areValid(text) == areValid)
  }
}
