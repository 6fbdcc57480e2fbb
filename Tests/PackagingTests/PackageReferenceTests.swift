import Curriculum
import FoundationEssentials
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

/// What a package can be; each combination is made and judged.
struct PackageVariant: Sendable, CustomTestStringConvertible {
  var profile: PackageProfile
  var languages: PackageLanguages
  var organization: PackageOrganization
  var isSplit: Bool
  var hasOfficialDocuments: Bool

  var testDescription: String {
    "\(profile) \(languages) \(organization)\(isSplit ? " split" : "")"
      + (hasOfficialDocuments ? " official" : "")
  }

  static let all: [PackageVariant] = [PackageProfile.scorm12, .scorm2004].flatMap { profile in
    PackageLanguages.allCases.flatMap { languages in
      PackageOrganization.allCases.flatMap { organization in
        [false, true].flatMap { isSplit in
          [false, true].map { official in
            PackageVariant(
              profile: profile, languages: languages, organization: organization,
              isSplit: isSplit, hasOfficialDocuments: official)
          }
        }
      }
    }
  }
}

@Suite(
  "Packages of every kind against the standards' own schema documents",
  .enabled(if: reference != nil))
struct PackageReferenceTests {
  private static let folders: [PackageProfile: String] = [
    .scorm12: "scorm12", .scorm2004: "scorm2004-4th",
  ]

  /// The published documents, with their paths in their folder.
  private static func documents(_ profile: PackageProfile) -> [PackageFile] {
    let folder = "\(reference ?? "")/standards/\(folders[profile] ?? "")"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { $0.hasSuffix(".xsd") || $0.hasSuffix(".dtd") }.sorted()
      .compactMap { path in
        FileManager.default.contents(atPath: "\(folder)/\(path)")
          .map { PackageFile(path: path, bytes: Array($0)) }
      }
  }

  /// The published schema as a whole, through the driver that imports all its namespaces.
  private static func schema(_ profile: PackageProfile) throws -> XMLSchema {
    let driver = "\(reference ?? "")/standards/manifest-\(profile.rawValue).xsd"
    var files = ["main.xsd": FileManager.default.contents(atPath: driver).map { Array($0) } ?? []]
    for document in documents(profile) {
      files["\(folders[profile] ?? "")/\(document.path)"] = document.bytes
    }
    let xml = "scorm2004-4th/xml.xsd"
    return try XMLSchema(
      documents: files, main: "main.xsd",
      aliases: files[xml] == nil
        ? [:] : ["http://www.w3.org/2001/xml.xsd": xml, "http://www.w3.org/2001/03/xml.xsd": xml])
  }

  @Test("Every manifest follows them", arguments: PackageVariant.all)
  func conformant(_ variant: PackageVariant) throws {
    let made = Packaging.packages(
      try SCORM2004Samples.curriculum(),
      options: PackageOptions(
        profile: variant.profile, languages: variant.languages,
        organization: variant.organization, isSplit: variant.isSplit,
        controlDocuments: variant.hasOfficialDocuments ? Self.documents(variant.profile) : nil))
    #expect(made.count == (variant.isSplit ? 4 : 1))
    #expect(made.flatMap(\.diagnostics) == [])
    let schema = try Self.schema(variant.profile)
    for package in made {
      let manifest = try #require(package.files.first)
      #expect(manifest.path == "imsmanifest.xml")
      #expect(schema.validate(manifest.bytes, file: package.name) == [])
      #expect(try !Packaging.archive(package.files).isEmpty)
    }
  }

  @Test("A pre-test that lets modules be skipped gives a manifest that follows them too")
  func skipping() throws {
    let made = try SCORM2004Samples.package(
      PackageOptions(profile: .scorm2004, languages: .both, skipsMastered: true))
    let manifest = try #require(made.files.first)
    #expect(try Self.schema(.scorm2004).validate(manifest.bytes, file: made.name) == [])
  }

  @Test("The published documents are carried whole, so that they can be compiled from the package")
  func carried() throws {
    for (profile, main, count) in [
      (PackageProfile.scorm12, "imscp_rootv1p1p2.xsd", 4), (.scorm2004, "lom.xsd", 28),
    ] {
      let made = try SCORM2004Samples.package(
        PackageOptions(
          profile: profile, languages: .english, controlDocuments: Self.documents(profile)))
      #expect(made.diagnostics == [])
      let documents = made.files.filter {
        $0.path.hasSuffix(".xsd") || $0.path.hasSuffix(".dtd")
      }
      #expect(documents.count == count, "\(documents.map(\.path))")
      let files = Dictionary(
        documents.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
      #expect(throws: Never.self) { try XMLSchema(documents: files, main: main) }
    }
  }

  @Test(
    "The curriculum of this repository follows them", .enabled(if: RealPackage.curriculum != nil),
    arguments: PackageLanguages.allCases)
  func real(_ languages: PackageLanguages) throws {
    let curriculum = try #require(RealPackage.curriculum)
    let schema = try Self.schema(.scorm2004)
    for isSplit in [false, true] {
      let made = Packaging.packages(
        curriculum,
        options: PackageOptions(profile: .scorm2004, languages: languages, isSplit: isSplit))
      for package in made {
        #expect(!package.diagnostics.hasErrors)
        let manifest = try #require(package.files.first)
        #expect(schema.validate(manifest.bytes, file: package.name) == [])
      }
    }
  }
}
