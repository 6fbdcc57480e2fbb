import Curriculum
import Foundation
import Testing
import Text

@testable import Packaging

@Suite("A competency framework")
struct CompetencyFrameworkTests {
  @Test("Names give the UUIDs of RFC 9562, and the hash that of FIPS 180")
  func uuids() {
    let dns: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ]
    #expect(
      NameUUID.text("www.example.com", namespace: dns) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    func hex(_ text: String) -> String {
      SHA1.digest(Array(text.utf8)).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
    }
    #expect(hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(hex("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    #expect(NameUUID.urn("a") == NameUUID.urn("a") && NameUUID.urn("a") != NameUUID.urn("b"))
  }

  @Test("Moodle's file has fourteen columns, the framework first, outcomes below competencies")
  func moodle() throws {
    let curriculum = try SCORM12Samples.curriculum()
    let text = CompetencyFramework.moodleCSV(curriculum, languages: .english)
    let rows = Self.rows(text)
    #expect(rows.allSatisfy { $0.count == 14 })
    #expect(rows[0] == CompetencyFramework.moodleColumns)
    #expect(rows.map { $0[1] } == ["ID number", "example", "ENG", "AAA-1", "AAA-2"])
    #expect(rows.map { $0[0] } == ["Parent ID number", "", "", "ENG", "ENG"])
    #expect(rows.dropFirst().map { $0[12] } == ["1", "", "", ""])
    #expect(rows[1][5] == "Not shown yet,Foundation,Practitioner,Leading")
    #expect(
      rows[1][6]
        == "[{\"scaleid\":\"1\"},{\"id\":2,\"scaledefault\":1,\"proficient\":1},"
        + "{\"id\":3,\"scaledefault\":0,\"proficient\":1},"
        + "{\"id\":4,\"scaledefault\":0,\"proficient\":1}]")
    #expect(rows[1][13] == "competency,outcome,outcome,outcome")
    #expect(rows[2][3].contains("<li><strong>Foundation</strong>: With help.</li>"))
    #expect(rows[3][2] == "Explains listening.")
    #expect(text.hasSuffix("\r\n"))
  }

  @Test("Ids and short names fit into Moodle's hundred characters, and no id stands twice")
  func limits() throws {
    var curriculum = try SCORM12Samples.curriculum()
    let long = String(repeating: "ស្តាប់", count: 40)
    curriculum.competencies[0].title = LocalizedText(en: "a, \"b\"", km: long)
    curriculum.modules[0].outcomes[0].id = "ENG"
    let rows = Self.rows(CompetencyFramework.moodleCSV(curriculum, languages: .both))
    #expect(rows.dropFirst().map { $0[1] } == ["example", "ENG", "ENG-2", "AAA-2"])
    #expect(rows.allSatisfy { $0[2].unicodeScalars.count <= 100 })
    #expect(rows[2][2].hasSuffix("…"))
    let english = Self.rows(CompetencyFramework.moodleCSV(curriculum, languages: .english))
    #expect(english[2][2] == "a, \"b\"")
  }

  @Test("CASE holds document, statements and their parents; days come from the curriculum")
  func caseJSON() throws {
    var curriculum = try SCORM12Samples.curriculum()
    let text = CompetencyFramework.caseJSON(curriculum, languages: .both)
    let root = try #require(CaseValue.object(text))
    let items = root["CFItems"] as? [[String: Any]] ?? []
    #expect(items.map { $0["humanCodingScheme"] as? String } == ["ENG", "AAA-1", "AAA-2"])
    #expect(items[0]["fullStatement"] as? String == "ស្តាប់ប្រជាពលរដ្ឋ។")
    #expect((items[0]["notes"] as? String)?.contains("Hears people.") == true)
    let links = root["CFAssociations"] as? [[String: Any]] ?? []
    #expect(links.count == 3)
    let document = root["CFDocument"] as? [String: Any]
    func node(_ link: [String: Any], _ end: String) -> String? {
      (link[end] as? [String: Any])?["identifier"] as? String
    }
    #expect(node(links[0], "destinationNodeURI") == document?["identifier"] as? String)
    #expect(node(links[1], "destinationNodeURI") == items[0]["identifier"] as? String)
    #expect(node(links[2], "originNodeURI") == items[2]["identifier"] as? String)
    #expect(document?["lastChangeDateTime"] as? String == "2026-11-23T00:00:00Z")
    #expect(document?["adoptionStatus"] as? String == "Draft")
    #expect(text == CompetencyFramework.caseJSON(curriculum, languages: .both))
    let day = CompetencyFramework.caseJSON(
      curriculum, languages: .english, changed: CalendarDate("2027-02-03"))
    #expect(day.contains("2027-02-03T00:00:00Z") && !day.contains("2026-11-23"))
    curriculum.sources = []
    #expect(
      CompetencyFramework.caseJSON(curriculum, languages: .english).contains("1970-01-01T00"))
    curriculum.approval = PageSamples.loaded(isApproved: true).curriculum?.approval
    let approved = CompetencyFramework.caseJSON(curriculum, languages: .english)
    #expect(approved.contains("2026-11-23T00") && approved.contains("\"Adopted\""))
  }

  /// Reads CSV as RFC 4180 has it.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        isQuoted.toggle()
        if isQuoted, !cell.isEmpty { cell.append("\"") }
      case "," where !isQuoted:
        rows[rows.count - 1].append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(String(cell))
        cell = String.UnicodeScalarView()
        rows.append([])
      default: cell.append(scalar)
      }
    }
    return Array(rows.dropLast())
  }
}

enum CaseValue {
  static func object(_ text: String) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }
}

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("CASE against its published JSON schema", .enabled(if: reference != nil))
struct CASEReferenceTests {
  /// Checks types, required and unknown members, choices, formats and references of the schema.
  private func problems(
    _ value: Any, _ schema: [String: Any], _ definitions: [String: Any], at path: String
  ) -> [String] {
    var schema = schema
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      schema = definitions[String(name)] as? [String: Any] ?? [:]
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fits = choices.filter { problems(value, $0, definitions, at: path).isEmpty }
      return fits.count == 1 ? [] : ["\(path): none of the choices"]
    }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return ["\(path): no object"] }
      let known = schema["properties"] as? [String: [String: Any]] ?? [:]
      let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      return missing.map { "\(path): without \($0)" }
        + object.flatMap { key, value in
          known[key].map { problems(value, $0, definitions, at: "\(path).\(key)") }
            ?? ["\(path): unknown \(key)"]
        }
    case "array":
      guard let array = value as? [Any] else { return ["\(path): no array"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return array.flatMap { problems($0, items, definitions, at: path + "[]") }
    case "integer": return value is Int ? [] : ["\(path): no integer"]
    case "string":
      guard let text = value as? String else { return ["\(path): no string"] }
      if let words = schema["enum"] as? [String], !words.contains(text) {
        return ["\(path): \(text)"]
      }
      if schema["pattern"] != nil, !text.contains("ext:") { return ["\(path): \(text)"] }
      let isSound =
        switch schema["format"] as? String {
        case "uuid":
          text.wholeMatch(
            of: /[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
            != nil
        case "date-time":
          text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)/) != nil
        default: true
        }
      return isSound ? [] : ["\(path): \(text)"]
    default: return ["\(path): no type"]
    }
  }

  private func problems(_ text: String) throws -> [String] {
    let path = "\(reference ?? "")/standards/case/case-v1p1-cfpackage.json"
    let data = try #require(FileManager.default.contents(atPath: path))
    let schema = try #require(CaseValue.object(String(decoding: data, as: UTF8.self)))
    return problems(
      try #require(CaseValue.object(text)), schema, schema["$defs"] as? [String: Any] ?? [:],
      at: "$")
  }

  @Test("It follows it in every language", arguments: PackageLanguages.allCases)
  func conformant(_ languages: PackageLanguages) throws {
    for curriculum in [try SCORM12Samples.curriculum(), RealPackage.curriculum].compactMap(\.self) {
      #expect(try problems(CompetencyFramework.caseJSON(curriculum, languages: languages)) == [])
    }
  }

  @Test("It refuses what is spoiled")
  func spoiled() throws {
    let text = CompetencyFramework.caseJSON(try SCORM12Samples.curriculum(), languages: .english)
    for (original, replacement) in [
      ("isChildOf", "childOf"), ("\"1.1\"", "\"1.2\""), ("\"fullStatement\"", "\"statement\""),
      ("T00:00:00Z", ""), ("\"sequenceNumber\":1", "\"sequenceNumber\":\"1\""),
    ] {
      let broken = text.replacing(original, with: replacement)
      #expect(broken != text)
      #expect(try problems(broken) != [])
    }
  }
}
