import Archive
import Curriculum
import FoundationEssentials
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("Packages against the standard's own schema documents", .enabled(if: reference != nil))
struct SCORM12ReferenceTests {
  private let official: XMLSchema

  init() throws {
    let folder = "\(reference ?? "")/standards/scorm12"
    var documents: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      documents["scorm12/\(name)"] = FileManager.default.contents(atPath: "\(folder)/\(name)")
        .map { Array($0) }
    }
    let driver = "\(reference ?? "")/standards/manifest-scorm12.xsd"
    documents["main.xsd"] = FileManager.default.contents(atPath: driver).map { Array($0) }
    official = try XMLSchema(documents: documents, main: "main.xsd")
  }

  private func findings(_ files: [PackageFile]) throws -> [Diagnostic] {
    official.validate(
      Array(try SCORM12Samples.manifest(of: files).utf8), file: "imsmanifest.xml")
  }

  @Test(
    "The manifest follows them in every language and context",
    arguments: PackageLanguages.allCases, [nil, "kampot"])
  func conformant(_ languages: PackageLanguages, _ context: String?) throws {
    let made = try SCORM12Samples.package(PackageOptions(languages: languages, context: context))
    #expect(!made.files.isEmpty)
    #expect(try findings(made.files) == [])
  }

  @Test(
    "The curriculum of this repository follows them", .enabled(if: RealPackage.curriculum != nil),
    arguments: PackageLanguages.allCases)
  func real(_ languages: PackageLanguages) throws {
    let curriculum = try #require(RealPackage.curriculum)
    let made = Packaging.package(curriculum, options: PackageOptions(languages: languages))
    #expect(try findings(made.files) == [])
  }

  @Test("They miss what our own documents and rules find")
  func weaker() throws {
    let files = try SCORM12Samples.package(PackageOptions(languages: .english)).files
    let missed = try Mutation.all.filter { mutation in
      try findings(SCORM12Samples.spoiled(files, mutation.original, mutation.replacement)).isEmpty
    }
    let codes = Set(missed.map(\.code))
    #expect(
      codes.isSuperset(of: [
        "default-organization", "item-reference", "mastery-score", "schema-version",
        "file-missing", "path-unsafe", "resource-href",
      ]))
  }
}

@Suite("Packages of SCORM 1.2 that other programs wrote", .enabled(if: reference != nil))
struct SCORM12SampleTests {
  @Test(
    "The rules find what is wrong with them, and nothing where nothing is",
    arguments: [
      ("singlescobasic.zip", []),
      ("singlescobasic_missingorg.zip", ["organization-missing", "file-unlisted"]),
      // One of its resources launches a page that only another resource lists.
      ("RuntimeMinimumCalls_SCORM12.zip", ["resource-href"]),
    ])
  func samples(_ name: String, _ codes: [String]) throws {
    let path = "\(reference ?? "")/samples/scorm/\(name)"
    let data = try #require(FileManager.default.contents(atPath: path))
    let (entries, _) = ZipReading.entries(Array(data), file: name)
    let manifest = try #require(entries.first { $0.path == "imsmanifest.xml" })
    let (element, findings) = XMLReading.parse(manifest.bytes, file: "imsmanifest.xml")
    #expect(findings == [])
    let rules = SCORM12Rules(
      manifest: try #require(element), file: "imsmanifest.xml", paths: entries.map(\.path))
    #expect(rules.findings().map(\.code) == codes)
  }
}

/// The curriculum of this repository.
enum RealPackage {
  /// The curriculum whose folder lies beside the tests, or `nil` where it cannot be read yet.
  static let curriculum: Curriculum? = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
    let loaded = CurriculumLoading.load(
      "innovation-for-local-administration", from: DiskTree(root: root))
    return loaded.curriculum.flatMap { $0.modules.isEmpty ? nil : $0 }
  }()
}

@Suite("The curriculum of this repository as packages")
struct RealPackageTests {
  @Test(
    "It gives a package in every language", .enabled(if: RealPackage.curriculum != nil),
    arguments: PackageLanguages.allCases)
  func packages(_ languages: PackageLanguages) throws {
    let curriculum = try #require(RealPackage.curriculum)
    for context in [nil] + curriculum.contexts.map(\.id) {
      let made = Packaging.package(
        curriculum, options: PackageOptions(languages: languages, context: context))
      #expect(!made.files.isEmpty, "\(made.diagnostics)")
      #expect(!made.diagnostics.hasErrors)
      #expect(try !Packaging.archive(made.files).isEmpty)
    }
  }
}
