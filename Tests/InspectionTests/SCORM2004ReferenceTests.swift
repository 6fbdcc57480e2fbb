import FoundationEssentials
import Testing
import Text
import XML

@testable import Inspection

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("SCORM 2004 against the standard's own schema documents", .enabled(if: reference != nil))
struct SCORM2004ReferenceTests {
  private let official: XMLSchema

  init() throws {
    let folder = "\(reference ?? "")/standards"
    let files = FileManager.default
    var documents: [String: [UInt8]] = [:]
    for name in try files.subpathsOfDirectory(atPath: "\(folder)/scorm2004-4th")
    where name.hasSuffix(".xsd") {
      let text = files.contents(atPath: "\(folder)/scorm2004-4th/\(name)").map {
        String(decoding: $0, as: UTF8.self)
      }
      documents["scorm2004-4th/\(name)"] = Array(Self.withoutDoctype(text ?? "").utf8)
    }
    documents["main.xsd"] = files.contents(atPath: "\(folder)/manifest-scorm2004.xsd")
      .map { Array($0) }
    official = try XMLSchema(
      documents: documents, main: "main.xsd",
      aliases: [
        "http://www.w3.org/2001/xml.xsd": "scorm2004-4th/xml.xsd",
        "http://www.w3.org/2001/03/xml.xsd": "scorm2004-4th/xml.xsd",
      ])
  }

  private static func withoutDoctype(_ text: String) -> String {
    guard let start = text.firstRange(of: "<!DOCTYPE"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return text }
    return String(text[..<start.lowerBound] + text[text.index(after: end)...])
  }

  /// The manifests of ADL's test packages, by name.
  private static func manifests() throws -> [(name: String, bytes: [UInt8])] {
    let folder = "\(reference ?? "")/samples/scorm2004-manifests"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      (name, Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))))
    }
  }

  @Test("Our good manifest follows them")
  func conformant() {
    #expect(official.validate(Array(SCORM2004Samples.fourth.utf8), file: "imsmanifest.xml") == [])
  }

  @Test("ADL's own manifests follow them, and ours")
  func manifests() throws {
    let manifests = try Self.manifests()
    #expect(manifests.count == 63)
    for (name, bytes) in manifests {
      #expect(official.validate(bytes, file: name) == [])
      let (root, unreadable) = XMLReading.parse(bytes, file: name)
      #expect(unreadable == [])
      let package = InspectedPackage(
        root: try #require(root), manifest: bytes, file: name, files: nil)
      let found = SCORM2004Rules.findings(in: package)
      #expect(found.filter { $0.severity == .error } == [], "\(name)")
      // ADL tests what happens when an objective is read that nobody writes, and one is measured
      // that is not satisfied by its measure.
      let unwise = ["objective-never-written", "measure-idle"]
      #expect(found.allSatisfy { unwise.contains($0.code) }, "\(found)")
    }
  }

  @Test("What they find, our schema documents find too", arguments: SCORM2004Mutation.errors)
  func notLooser(_ mutation: SCORM2004Mutation) throws {
    let text = try SCORM2004Samples.spoiled(
      SCORM2004Samples.fourth, mutation.original, mutation.replacement)
    let bytes = Array(text.utf8)
    guard !official.validate(bytes, file: "imsmanifest.xml").isEmpty else { return }
    #expect(try SCORM2004Samples.findings(text).hasErrors)
  }

  @Test("They miss what our own documents and rules find")
  func weaker() throws {
    let missed = try SCORM2004Mutation.errors.filter { mutation in
      let text = try SCORM2004Samples.spoiled(
        SCORM2004Samples.fourth, mutation.original, mutation.replacement)
      return official.validate(Array(text.utf8), file: "imsmanifest.xml").isEmpty
    }
    #expect(
      Set(missed.map(\.code)).isSuperset(of: [
        "default-organization", "item-reference", "scormtype", "schema-version",
        "completion-threshold", "objective-reference", "launch-data", "path-unsafe", "xml-base",
      ]))
  }

  @Test("A random change of ADL's manifests that they refuse, our rules refuse too")
  func random() throws {
    var generator = SeededGenerator(seed: 63)
    var refused = 0
    for (name, bytes) in try Self.manifests() {
      let root = try #require(XMLReading.parse(bytes, file: name).0)
      for _ in 0..<10 {
        var changed = root
        Self.change(&changed, with: &generator)
        let written = XMLWriting.bytes(of: changed)
        guard !official.validate(written, file: name).isEmpty else { continue }
        refused += 1
        let package = InspectedPackage(root: changed, manifest: written, file: name, files: nil)
        #expect(
          SCORM2004Rules.findings(in: package).hasErrors,
          "\(name): \(official.validate(written, file: name))")
      }
    }
    #expect(refused > 80)
  }

  /// Drops, doubles or empties an element or an attribute somewhere in a tree.
  private static func change(_ element: inout XMLElement, with generator: inout SeededGenerator) {
    if let index = element.children.indices.randomElement(using: &generator),
      case .element(var child) = element.children[index]
    {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0 where !child.elements.isEmpty || element.line > 20:
        element.children.remove(at: index)
      case 1: element.children.insert(.element(child), at: index)
      default:
        change(&child, with: &generator)
        element.children[index] = .element(child)
      }
    } else if let index = element.attributes.indices.randomElement(using: &generator) {
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: element.attributes.remove(at: index)
      case 1: element.attributes[index].value += "x"
      default: element.attributes[index].value = ""
      }
    } else {
      element.children.append(.text("x"))
    }
  }
}
