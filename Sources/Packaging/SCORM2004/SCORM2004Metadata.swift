import Curriculum
import Inspection
import Text
import XML

/// What a package says about itself, in learning object metadata (IEEE 1484.12.1 and .3).
struct SCORM2004Metadata {
  let course: CourseSelection

  private static let scope = SCORM2004Namespace.metadata

  /// The metadata, for the manifest.
  var element: XMLElement {
    let schemas = ["LOMv1.0", "ADLv1.0"].map { text("metadataSchema", $0) }
    return group(
      "lom",
      [
        general, lifeCycle, group("metaMetadata", schemas),
        group("technical", [text("format", "text/html")]),
      ] + educational)
  }

  private var general: XMLElement {
    let identifier = group(
      "identifier", [text("catalog", "Sala"), text("entry", course.identifier)])
    return group(
      "general",
      [identifier, texts("title", course.title)]
        + course.languages.map { text("language", $0.rawValue) }
        + [texts("description", course.description)]
        + course.competencies.map { texts("keyword", $0.title) })
  }

  private var lifeCycle: XMLElement {
    let version = group(
      "version", [string(course.curriculum.version, language: "x-none")])
    let status = group(
      "status",
      [
        text("source", "LOMv1.0"),
        text("value", course.curriculum.approval == nil ? "draft" : "final"),
      ])
    return group("lifeCycle", [version, status])
  }

  /// How long learning takes, where the curriculum says it.
  private var educational: [XMLElement] {
    guard let duration = Self.duration(minutes: course.minutes) else { return [] }
    return [
      group("educational", [group("typicalLearningTime", [text("duration", duration)])])
    ]
  }

  /// Returns a span such as `PT6H30M` (ISO 8601), or `nil` for none at all.
  static func duration(minutes: Int) -> String? {
    guard minutes > 0 else { return nil }
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return "PT" + (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
  }

  // MARK: Elements

  private func group(_ name: String, _ children: [XMLElement]) -> XMLElement {
    XMLElement(Self.scope(name), children: children)
  }

  private func text(_ name: String, _ text: String) -> XMLElement {
    XMLElement(Self.scope(name), text: text)
  }

  /// A text in each language in which the package says it.
  private func texts(_ name: String, _ text: LocalizedText) -> XMLElement {
    group(name, course.spoken(text).map { string(text[$0], language: $0.rawValue) })
  }

  private func string(_ text: String, language: String) -> XMLElement {
    XMLElement(
      Self.scope("string"), ["language": language], text: CourseSelection.metadataText(text))
  }
}
