import Curriculum
import Inspection
import Text
import XML

extension SCORM12Namespace {
  /// Each namespace with the document that describes it, as `xsi:schemaLocation` lists them.
  static let documents = [
    (packaging, "imscp_rootv1p1p2.xsd"), (extensions, "adlcp_rootv1p2.xsd"),
    (metadata, "imsmd_rootv1p2p1.xsd"),
  ]
}

/// The manifest of a package: one organization, whose single root item holds one item a page.
///
/// The root item launches nothing: LMSs that roll up a course need one item that stands for it all.
/// Where one SCO holds the whole course, its item is the only one.
struct SCORM12Manifest {
  let course: CourseSelection
  let content: SCORMContent

  private static let scope = SCORM12Namespace.packaging
  private static let extensions = SCORM12Namespace.extensions

  /// The whole manifest.
  var element: XMLElement {
    let locations = SCORM12Namespace.documents.map { "\($0.0.uri) \($0.1)" }
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
            content: content, scope: Self.scope, type: Self.extensions("scormtype")
          ).element),
      ])
  }

  private var metadata: XMLElement {
    XMLElement(
      Self.scope("metadata"),
      children: [
        XMLElement(Self.scope("schema"), text: "ADL SCORM"),
        XMLElement(Self.scope("schemaversion"), text: "1.2"),
        SCORM12Metadata(course: course).element,
      ])
  }

  // MARK: Organizations

  private var organizations: XMLElement {
    let title = XMLElement(
      Self.scope("title"),
      text: TitleText.title(course.title, languages: course.languages))
    let items = content.launches.map(item)
    let root = XMLElement(
      Self.scope("item"), ["identifier": "item-course"], children: [title] + items)
    return XMLElement(
      Self.scope("organizations"), ["default": "organization"],
      children: [
        XMLElement(
          Self.scope("organization"), ["identifier": "organization", "structure": "hierarchical"],
          children: [title] + (content.isSingle ? items : [root]))
      ])
  }

  private func item(_ launch: SCORMLaunch) -> XMLElement {
    var element = XMLElement(
      Self.scope("item"),
      ["identifier": "item-\(launch.name)", "identifierref": "resource-\(launch.name)"],
      children: [
        XMLElement(
          Self.scope("title"), text: TitleText.title(launch.title, languages: course.languages))
      ])
    // A whole course in one SCO has a score before all its pages are done; with a mastery score in
    // the manifest an LMS would call the course passed then. The page itself knows the mastery.
    if let mastery = launch.mastery, launch.page != nil {
      element.append(XMLElement(Self.extensions("masteryscore"), text: "\(mastery)"))
    }
    return element
  }
}
