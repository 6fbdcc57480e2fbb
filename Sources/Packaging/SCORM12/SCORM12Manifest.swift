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
struct SCORM12Manifest {
  let course: CourseSelection
  let pages: [CoursePage]

  private static let scope = SCORM12Namespace.packaging
  private static let extensions = SCORM12Namespace.extensions

  /// The identifier of the package: the same for each version of one course in one language.
  var identifier: String {
    let parts = [
      "sala", ASCIIName.name(course.curriculum.id),
      course.languages.count > 1 ? "both" : course.languages.first?.rawValue ?? "",
      course.context.map(ASCIIName.name) ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// The whole manifest.
  var element: XMLElement {
    let locations = SCORM12Namespace.documents.map { "\($0.0.uri) \($0.1)" }
    var attributes = [XMLAttribute("identifier", identifier)]
    if let version { attributes.append(XMLAttribute("version", version)) }
    attributes.append(
      XMLAttribute(
        SCORM12Namespace.instance("schemaLocation"), locations.joined(separator: " ")))
    return XMLElement(
      Self.scope("manifest"), attributes: attributes,
      children: [.element(metadata), .element(organizations), .element(resources)])
  }

  /// The version has room for 20 characters; a longer one stands in the metadata alone.
  private var version: String? {
    let version = ManifestValue.line(course.curriculum.version)
    return (1...20).contains(version.unicodeScalars.count) ? version : nil
  }

  private var metadata: XMLElement {
    XMLElement(
      Self.scope("metadata"),
      children: [
        XMLElement(Self.scope("schema"), text: "ADL SCORM"),
        XMLElement(Self.scope("schemaversion"), text: "1.2"),
        SCORM12Metadata(course: course, identifier: identifier).element,
      ])
  }

  // MARK: Organizations

  private var organizations: XMLElement {
    let title = XMLElement(
      Self.scope("title"),
      text: TitleText.title(course.title, languages: course.languages))
    let root = XMLElement(
      Self.scope("item"), ["identifier": "item-course"], children: [title] + pages.map(item))
    return XMLElement(
      Self.scope("organizations"), ["default": "organization"],
      children: [
        XMLElement(
          Self.scope("organization"), ["identifier": "organization", "structure": "hierarchical"],
          children: [title, root])
      ])
  }

  private func item(_ page: CoursePage) -> XMLElement {
    var element = XMLElement(
      Self.scope("item"),
      ["identifier": "item-\(page.name)", "identifierref": "resource-\(page.name)"],
      children: [
        XMLElement(
          Self.scope("title"), text: TitleText.title(page.title, languages: course.languages))
      ])
    if let mastery = page.mastery {
      element.append(XMLElement(Self.extensions("masteryscore"), text: "\(mastery)"))
    }
    return element
  }

  // MARK: Resources

  private var resources: XMLElement {
    let shared = XMLElement(
      Self.scope("resource"),
      [
        "identifier": "resource-shared", "type": "webcontent",
        Self.extensions("scormtype"): "asset",
      ], children: CoursePages.sharedFiles.map { file($0.path) })
    return XMLElement(Self.scope("resources"), children: pages.map(resource) + [shared])
  }

  private func resource(_ page: CoursePage) -> XMLElement {
    XMLElement(
      Self.scope("resource"),
      [
        "identifier": "resource-\(page.name)", "type": "webcontent",
        Self.extensions("scormtype"): "sco", "href": page.path,
      ],
      children: [
        file(page.path),
        XMLElement(Self.scope("dependency"), ["identifierref": "resource-shared"]),
      ])
  }

  private func file(_ path: String) -> XMLElement {
    XMLElement(Self.scope("file"), ["href": path])
  }
}
