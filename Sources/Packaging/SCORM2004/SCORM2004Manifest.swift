import Inspection
import Text
import XML

/// The manifest of a package of SCORM 2004, 4th Edition: one organization with an item a page, the
/// modules in an item of their own where a post-test follows them.
struct SCORM2004Manifest {
  let course: CourseSelection
  let content: SCORMContent
  let sequencing: SCORM2004Sequencing
  /// The paths of the schema documents in the package.
  let controlDocuments: Set<String>
  /// The longest page, in minutes.
  private let longest: Int

  private static let scope = SCORM2004Namespace.packaging
  private static let extensions = SCORM2004Namespace.extensions

  init(course: CourseSelection, content: SCORMContent, controlDocuments: Set<String>) {
    self.course = course
    self.content = content
    self.controlDocuments = controlDocuments
    sequencing = SCORM2004Sequencing(course: course, content: content)
    longest = content.launches.map(\.minutes).max() ?? 0
  }

  /// The whole manifest.
  var element: XMLElement {
    let locations = SCORM2004Namespace.documents(carried: controlDocuments)
      .map { "\($0.0.uri) \($0.1)" }
    var attributes = [XMLAttribute("identifier", course.identifier)]
    if let version = course.shortVersion {
      attributes.append(XMLAttribute("version", version))
    }
    attributes.append(
      XMLAttribute(
        SCORM12Namespace.instance("schemaLocation"), locations.joined(separator: " ")))
    return XMLElement(
      Self.scope("manifest"), attributes: attributes,
      children: [
        .element(metadata), .element(organizations),
        .element(
          SCORMResourceList(
            content: content, scope: Self.scope, type: Self.extensions("scormType")
          ).element),
      ])
  }

  private var metadata: XMLElement {
    XMLElement(
      Self.scope("metadata"),
      children: [
        XMLElement(Self.scope("schema"), text: "ADL SCORM"),
        XMLElement(Self.scope("schemaversion"), text: "2004 4th Edition"),
        SCORM2004Metadata(course: course).element,
      ])
  }

  // MARK: Organizations

  private var organizations: XMLElement {
    // What learners know of a competency belongs to this course, not to all of an LMS.
    let organization = XMLElement(
      Self.scope("organization"),
      [
        "identifier": "organization", "structure": "hierarchical",
        SCORM2004Namespace.sequencingExtensions("objectivesGlobalToSystem"): "false",
      ], children: [title(course.title)] + items + [sequencing.root])
    return XMLElement(
      Self.scope("organizations"), ["default": "organization"], children: [organization])
  }

  private var items: [XMLElement] {
    guard sequencing.hasCluster else { return content.launches.map(item) }
    let before = content.launches.filter { $0.page == .preTest }
    let lessons = content.launches.filter { $0.page == .lesson }
    let after = content.launches.filter { $0.page == .postTest }
    let cluster = XMLElement(
      Self.scope("item"), ["identifier": "item-modules"],
      children: [title(PageMessages.modules)] + lessons.map(item) + [sequencing.cluster])
    return before.map(item) + [cluster] + after.map(item)
  }

  private func item(_ launch: SCORMLaunch) -> XMLElement {
    XMLElement(
      Self.scope("item"),
      ["identifier": "item-\(launch.name)", "identifierref": "resource-\(launch.name)"],
      children: [
        title(launch.title), threshold(launch), sequencing.leaf(launch), presentation(launch),
      ])
  }

  /// How much of the course a page is; it is completed when it says so, not by a measure.
  ///
  /// The measure of completion is `1` and not `1.0`, because Moodle compares it as a text.
  private func threshold(_ launch: SCORMLaunch) -> XMLElement {
    let weight = longest > 0 ? launch.minutes * 100 / longest : 100
    return XMLElement(
      Self.extensions("completionThreshold"),
      [
        "completedByMeasure": "false", "minProgressMeasure": "1",
        "progressWeight": SCORM2004Sequencing.measure(percent: weight),
      ])
  }

  /// Controls that an LMS shall not show: to abandon a page loses its answers without a question,
  /// and beside the only page there is none to go to.
  private func presentation(_ launch: SCORMLaunch) -> XMLElement {
    let scope = SCORM2004Namespace.navigation
    let hidden =
      (content.launches.count == 1 ? ["previous", "continue"] : []) + ["abandon", "abandonAll"]
    return XMLElement(
      scope("presentation"),
      children: [
        XMLElement(
          scope("navigationInterface"),
          children: hidden.map { XMLElement(scope("hideLMSUI"), text: $0) })
      ])
  }

  private func title(_ text: LocalizedText) -> XMLElement {
    XMLElement(
      Self.scope("title"), text: TitleText.title(text, languages: course.languages))
  }
}
