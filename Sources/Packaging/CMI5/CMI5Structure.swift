import Curriculum
import Inspection
import Source
import Text
import XML

/// The course structure of a package (cmi5, 13): pre-test, a block of modules, post-test.
///
/// Each page is an assignable unit. The pre-test and the modules are satisfied when they are
/// completed; the post-test when it is passed, because it alone has a mastery score. It does not
/// ask for a completion besides: whoever passes has handed in.
struct CMI5Structure {
  let course: CourseSelection
  let pages: [CoursePage]
  let forms: PackageForms

  /// The namespace of course structures.
  static let namespace = XMLNamespace(
    prefix: "", uri: "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd")
  /// The name of the block that holds the modules.
  static let modules = "modules"

  private static let scope = namespace

  private var names: CMI5Names { CMI5Names(course: course) }

  /// The whole course structure.
  var element: XMLElement {
    let tests = pages.filter { module(of: $0) == nil }
    let lessons = pages.filter { module(of: $0) != nil }
    var children = [courseElement, objectives].compactMap(\.self)
    children += tests.filter { $0.mastery == nil }.map(unit)
    if !lessons.isEmpty { children.append(block(lessons)) }
    children += tests.filter { $0.mastery != nil }.map(unit)
    return XMLElement(Self.scope("courseStructure"), children: children)
  }

  private var courseElement: XMLElement {
    XMLElement(
      Self.scope("course"), ["id": names.courseID],
      children: [
        texts("title", course.title),
        texts("description", CourseDescription.text(course.curriculum)),
      ])
  }

  /// The competencies that the modules serve; `nil` where there are none, because the element may
  /// not be empty.
  private var objectives: XMLElement? {
    let competencies = course.competencies
    guard !competencies.isEmpty else { return nil }
    return XMLElement(
      Self.scope("objectives"),
      children: competencies.map { competency in
        XMLElement(
          Self.scope("objective"), ["id": names.objective(competency)],
          children: [
            texts("title", competency.title), texts("description", competency.description),
          ])
      })
  }

  private func block(_ lessons: [CoursePage]) -> XMLElement {
    XMLElement(
      Self.scope("block"), ["id": names.unit(Self.modules)],
      children: [
        texts("title", PackageWords.modules),
        texts("description", PackageWords.modulesOf(course.title)),
        references(course.competencies),
      ].compactMap(\.self) + lessons.map(unit))
  }

  /// A page as an assignable unit (cmi5, 13.1.4).
  private func unit(_ page: CoursePage) -> XMLElement {
    let module = module(of: page)
    let kind = module == nil ? "assessment" : "lesson"
    var attributes = [
      XMLAttribute("id", names.unit(page.name)),
      XMLAttribute("moveOn", page.mastery == nil ? "Completed" : "Passed"),
    ]
    if let mastery = page.mastery {
      attributes.append(XMLAttribute("masteryScore", Self.share(mastery)))
    }
    attributes += [
      XMLAttribute("launchMethod", "AnyWindow"),
      XMLAttribute("activityType", "http://adlnet.gov/expapi/activities/\(kind)"),
    ]
    let description =
      module?.purpose
      ?? (page.mastery == nil ? PackageWords.preTest : PackageWords.postTest(page.mastery ?? 0))
    let children = [
      texts("title", page.title), texts("description", description),
      references(competencies(of: module)),
      XMLElement(Self.scope("url"), text: page.path),
      XMLElement(Self.scope("launchParameters"), text: launchParameters),
    ]
    return XMLElement(
      Self.scope("au"), attributes: attributes,
      children: children.compactMap(\.self).map(XMLNode.element))
  }

  /// What a page is told at its launch: the language that it shows first and how forms are allotted.
  private var launchParameters: String {
    PageJSON.object([
      ("language", .string(course.languages.first?.rawValue ?? "")),
      ("allocation", .string(forms.rawValue)),
    ]).text
  }

  // MARK: Competencies

  /// The module of a page; `nil` for a test.
  private func module(of page: CoursePage) -> Module? {
    let first = pages.first?.name == "pre-test" ? 1 : 0
    guard let place = pages.firstIndex(where: { $0.name == page.name }),
      course.modules.indices.contains(place - first)
    else { return nil }
    return course.modules[place - first].module
  }

  private func competencies(of module: Module?) -> [Competency] {
    guard let module else { return course.competencies }
    let served = Set(module.outcomes.map(\.competency.value))
    return course.competencies.filter { served.contains($0.id) }
  }

  private func references(_ competencies: [Competency]) -> XMLElement? {
    guard !competencies.isEmpty else { return nil }
    return XMLElement(
      Self.scope("objectives"),
      children: competencies.map {
        XMLElement(Self.scope("objective"), ["idref": names.objective($0)])
      })
  }

  // MARK: Texts

  /// Returns a percentage as a share from 0 to 1, such as `0.7` and `0.05`.
  static func share(_ percent: Int) -> String {
    let bounded = min(100, max(0, percent))
    if bounded % 100 == 0 { return bounded == 0 ? "0" : "1" }
    let tens = bounded / 10
    return bounded % 10 == 0 ? "0.\(tens)" : "0.\(tens)\(bounded % 10)"
  }

  /// A text in each language of the package; where none of them is written, in the other one.
  private func texts(_ name: String, _ text: LocalizedText) -> XMLElement {
    let written = course.languages.filter { !ManifestValue.line(text[$0]).isEmpty }
    let languages = written.isEmpty ? course.languages.map(\.other) : written
    return XMLElement(
      Self.scope(name),
      children: languages.map { language in
        XMLElement(
          Self.scope("langstring"), ["lang": Self.tag(language)],
          text: ManifestValue.line(text[language]))
      })
  }

  private static func tag(_ language: Language) -> String {
    switch language {
    case .english: "en-US"
    case .khmer: "km"
    }
  }
}
