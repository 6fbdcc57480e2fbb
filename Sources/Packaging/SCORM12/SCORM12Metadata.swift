import Curriculum
import Inspection
import Text
import XML

/// What a package says about itself, in IMS Learning Resource Meta-data 1.2.1.
struct SCORM12Metadata {
  let course: CourseSelection
  let identifier: String

  /// The most characters of a description, a title and a keyword.
  static let limit = 1000

  private static let scope = SCORM12Namespace.metadata
  /// The language tag of words that belong to no language.
  private static let noLanguage = "x-none"

  /// The metadata, for the manifest.
  var element: XMLElement {
    XMLElement(
      Self.scope("lom"),
      children: [
        general, lifeCycle,
        group("metametadata", [XMLElement(Self.scope("metadatascheme"), text: "ADL SCORM 1.2")]),
        group("technical", [XMLElement(Self.scope("format"), text: "text/html")]),
      ])
  }

  private var general: XMLElement {
    let entry = group(
      "catalogentry",
      [
        XMLElement(Self.scope("catalog"), text: "Sala"), words("entry", identifier),
      ])
    return group(
      "general",
      [texts("title", course.title), entry]
        + course.languages.map { XMLElement(Self.scope("language"), text: $0.rawValue) }
        + [texts("description", description)]
        + course.competencies.map { texts("keyword", $0.title) })
  }

  private var lifeCycle: XMLElement {
    group(
      "lifecycle",
      [
        words("version", course.curriculum.version),
        group(
          "status",
          [
            words("source", "LOMv1.0"),
            words("value", course.curriculum.approval == nil ? "Draft" : "Final"),
          ]),
      ])
  }

  /// The purpose, and the words that every draft carries, which a long purpose makes room for.
  private var description: LocalizedText {
    let purpose = course.curriculum.purpose
    guard course.curriculum.approval == nil else { return purpose }
    var result = LocalizedText(en: "", km: "")
    for language in Language.allCases where !purpose[language].isEmpty {
      let stop = language == .english ? "." : "។"
      let notice = " " + Approval.draftNotice[language] + stop
      result[language] =
        TitleText.shortened(
          ManifestValue.line(purpose[language]), to: Self.limit - notice.unicodeScalars.count)
        + notice
    }
    return result.isEmpty ? Approval.draftNotice : result
  }

  // MARK: Elements

  private func group(_ name: String, _ children: [XMLElement]) -> XMLElement {
    XMLElement(Self.scope(name), children: children)
  }

  /// A text in each language of the package; where none of them is written, in the other one.
  private func texts(_ name: String, _ text: LocalizedText) -> XMLElement {
    let written = course.languages.filter { !ManifestValue.line(text[$0]).isEmpty }
    let languages = written.isEmpty ? course.languages.map(\.other) : written
    return group(
      name, languages.map { langstring(text[$0], language: $0.rawValue) })
  }

  /// A word that reads the same in every language.
  private func words(_ name: String, _ text: String) -> XMLElement {
    group(name, [langstring(text, language: Self.noLanguage)])
  }

  private func langstring(_ text: String, language: String) -> XMLElement {
    let fitting = TitleText.shortened(ManifestValue.line(text), to: Self.limit)
    return XMLElement(
      Self.scope("langstring"), [XMLNamespace.xml("lang"): language], text: fitting)
  }
}
