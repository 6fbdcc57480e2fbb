import Assessment
import Curriculum
import Source
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

/// Packages of SCORM 2004 of a small synthetic curriculum with two modules and two competencies.
enum SCORM2004Samples {
  /// The first module teaches for `ENG`, the second for `SVC`; each form asks about both.
  static func curriculum() throws -> Curriculum {
    var curriculum = try SCORM12Samples.curriculum()
    var second = curriculum.modules[0]
    second.id = "bbb"
    second.folder = "02-second"
    second.title = LocalizedText(en: "Second", km: "ទីពីរ")
    second.minutes = 90
    second.outcomes = [second.outcomes[0]]
    second.outcomes[0].id = "BBB-1"
    second.outcomes[0].competency.value = "SVC"
    curriculum.modules.append(second)
    var services = curriculum.competencies[0]
    services.id = "SVC"
    services.title = LocalizedText(en: "Services", km: "សេវា")
    curriculum.competencies.append(services)
    for form in curriculum.forms.indices {
      let last = curriculum.forms[form].items.count - 1
      curriculum.forms[form].items[last].outcome.value = "BBB-1"
    }
    return curriculum
  }

  static func package(
    _ options: PackageOptions = PackageOptions(profile: .scorm2004, languages: .english)
  ) throws -> RenderedPackage {
    Packaging.package(try curriculum(), options: options)
  }

  static func root(_ files: [PackageFile]) throws -> XMLElement {
    let bytes = Array(try SCORM12Samples.manifest(of: files).utf8)
    let (element, findings) = XMLReading.parse(bytes, file: "imsmanifest.xml")
    #expect(findings == [])
    return try #require(element)
  }

  static func organization(_ files: [PackageFile]) throws -> XMLElement {
    try #require(SCORM12Samples.element("organization", in: try root(files)))
  }

  /// Returns an item of the manifest by its identifier.
  static func item(_ identifier: String, of files: [PackageFile]) throws -> XMLElement {
    try #require(find(try organization(files)) { $0.attribute("identifier") == identifier })
  }

  /// Returns the text of a page of the package.
  static func page(_ path: String, of files: [PackageFile]) throws -> String {
    let file = try #require(files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private static func find(
    _ element: XMLElement, _ isWanted: (XMLElement) -> Bool
  ) -> XMLElement? {
    if isWanted(element) { return element }
    for child in element.elements {
      if let found = find(child, isWanted) { return found }
    }
    return nil
  }
}
