import Archive
import Curriculum
import Inspection
import Text
import XML

/// Something that an LMS makes out of a cartridge: a page, a quiz, a link.
struct CartridgeResource {
  /// What it becomes.
  enum Kind: String {
    /// A page.
    case page = "webcontent"
    /// A quiz.
    case quiz = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
    /// A link to the web.
    case link = "imswl_xmlv1p1"
  }

  let kind: Kind
  /// The file, in ASCII.
  let path: String
  let title: String
  let bytes: [UInt8]

  /// The path as an identifier of XML.
  fileprivate var name: String {
    String(path.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." ? $0 : "_" })
  }
}

/// A place in the course: a resource, or a folder with its resources.
enum CartridgeEntry {
  /// A resource that stands alone.
  case resource(CartridgeResource)
  /// The folder of a module, with its name in ASCII.
  case folder(name: String, title: String, [CartridgeResource])

  /// The resources, in order.
  var resources: [CartridgeResource] {
    switch self {
    case .resource(let resource): [resource]
    case .folder(_, _, let resources): resources
    }
  }
}

/// The manifest of a cartridge (Common Cartridge 1.1, profile of Content Packaging 1.2).
struct CartridgeManifest {
  let course: CourseSelection
  let identifier: String
  let entries: [CartridgeEntry]

  /// The namespace of the manifest.
  static let packaging = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1")

  private static let scope = packaging

  /// Each namespace with the published document that describes it.
  private static let documents = [
    (packaging, "http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_imscp_v1p2_v1p0.xsd"),
    (
      CartridgeMetadata.scope,
      "http://www.imsglobal.org/profile/cc/ccv1p1/LOM/ccv1p1_lommanifest_v1p0.xsd"
    ),
  ]

  /// The whole manifest.
  var element: XMLElement {
    XMLElement(
      Self.scope("manifest"),
      ["identifier": identifier, SCORM12Namespace.instance("schemaLocation"): locations],
      children: [metadata, organizations, resources])
  }

  /// The documents that the package carries, and addresses of the published ones otherwise.
  private var locations: String {
    let carried = Set(PackageStandard.commonCartridge.controlDocuments.map(\.path))
    return Self.documents.map { namespace, address in
      let name = address.split(separator: "/").last.map(String.init) ?? address
      return "\(namespace.uri) \(carried.contains(name) ? name : address)"
    }.joined(separator: " ")
  }

  private var metadata: XMLElement {
    XMLElement(
      Self.scope("metadata"),
      children: [
        XMLElement(Self.scope("schema"), text: "IMS Common Cartridge"),
        XMLElement(Self.scope("schemaversion"), text: "1.1.0"),
        CartridgeMetadata(course: course, identifier: identifier).element,
      ])
  }

  // MARK: Organizations

  private var organizations: XMLElement {
    let root = XMLElement(
      Self.scope("item"), ["identifier": "root"], children: entries.map(item))
    return XMLElement(
      Self.scope("organizations"),
      children: [
        XMLElement(
          Self.scope("organization"),
          ["identifier": "organization", "structure": "rooted-hierarchy"], children: [root])
      ])
  }

  private func item(_ entry: CartridgeEntry) -> XMLElement {
    switch entry {
    case .resource(let resource): item(resource)
    case .folder(let name, let title, let resources):
      XMLElement(
        Self.scope("item"), ["identifier": "folder-\(name)"],
        children: [XMLElement(Self.scope("title"), text: title)] + resources.map(item))
    }
  }

  private func item(_ resource: CartridgeResource) -> XMLElement {
    XMLElement(
      Self.scope("item"),
      ["identifier": "item-\(resource.name)", "identifierref": "resource-\(resource.name)"],
      children: [XMLElement(Self.scope("title"), text: resource.title)])
  }

  // MARK: Resources

  private var resources: XMLElement {
    XMLElement(
      Self.scope("resources"),
      children: entries.flatMap(\.resources).map { resource in
        var attributes = [
          XMLAttribute("identifier", "resource-\(resource.name)"),
          XMLAttribute("type", resource.kind.rawValue),
        ]
        // Pages alone name the file that opens; for the others it would be a mistake (rules 1c–4d
        // of the profile's Schematron).
        if resource.kind == .page { attributes.append(XMLAttribute("href", resource.path)) }
        return XMLElement(
          Self.scope("resource"), attributes: attributes,
          children: [.element(XMLElement(Self.scope("file"), ["href": resource.path]))])
      })
  }
}

/// What a cartridge says about itself, in the profile of LOM for manifests.
struct CartridgeMetadata {
  let course: CourseSelection
  let identifier: String

  /// The namespace of a manifest's metadata.
  static let scope = XMLNamespace(
    prefix: "lomimscc", uri: "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest")

  /// The metadata, for the manifest.
  var element: XMLElement {
    let entry = group("identifier", [word("catalog", "Sala"), word("entry", identifier)])
    let general =
      [entry, texts("title", course.title)]
      + course.languages.map { word("language", $0.rawValue) }
      + [texts("description", CourseDescription.text(course.curriculum))]
      + course.competencies.map { texts("keyword", $0.title) }
    let educational = [
      group("learningResourceType", [word("value", "IMS Common Cartridge")]),
      group("context", [word("source", "LOMv1.0"), word("value", "training")]),
      group(
        "intendedEndUserRole",
        [word("source", "IMSGLC_CC_Rolesv1p1"), word("value", "Learner")]),
    ]
    return group("lom", [group("general", general), group("educational", educational)])
  }

  private func group(_ name: String, _ children: [XMLElement]) -> XMLElement {
    XMLElement(Self.scope(name), children: children)
  }

  private func word(_ name: String, _ text: String) -> XMLElement {
    XMLElement(Self.scope(name), text: text)
  }

  /// A text in each language of the package; where none of them is written, in the other one.
  private func texts(_ name: String, _ text: LocalizedText) -> XMLElement {
    let written = course.languages.filter { !ManifestValue.line(text[$0]).isEmpty }
    let languages = written.isEmpty ? course.languages.map(\.other) : written
    return group(
      name,
      languages.map { language in
        XMLElement(
          Self.scope("string"), ["language": language.rawValue],
          text: ManifestValue.line(text[language]))
      })
  }
}
