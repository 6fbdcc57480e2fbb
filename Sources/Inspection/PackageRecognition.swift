import Text
import XML

/// What a manifest claims to be.
///
/// Its namespace decides; the words in its metadata, the attributes of ADL and the types of its
/// resources decide where several standards share a namespace, and are findings where they speak
/// against it.
struct PackageRecognition {
  /// Whether the root element is that of a manifest at all.
  var isManifest = true
  /// The standard, or `nil` where there is no sign of one.
  var standard: PackageStandard?
  /// The edition or version.
  var edition = ""
  /// Whether the rules of this edition are known.
  var isJudged = true
  /// What is odd about the claims.
  private(set) var findings: [Diagnostic] = []

  private let place: SourceLocation

  init(_ root: XMLElement, file: String) {
    place = SourceLocation(file: file, line: root.line)
    let uri = root.name.namespace?.uri ?? ""
    switch root.name.local {
    case "courseStructure": recognizeCourseStructure(uri)
    case "manifest": recognizeManifest(ManifestSigns(root), uri)
    default:
      isManifest = false
      add(.notAManifest, root.name.qualified)
    }
  }

  private mutating func add(_ rule: InspectionRule, _ value: String = "") {
    findings.append(rule.finding(at: place, value))
  }

  // MARK: cmi5

  private mutating func recognizeCourseStructure(_ uri: String) {
    standard = .cmi5
    edition = "1.0"
    if uri != "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" {
      add(.unknownNamespace, uri)
    }
  }

  // MARK: Manifests of IMS

  private mutating func recognizeManifest(_ signs: ManifestSigns, _ uri: String) {
    switch uri {
    case SCORM12Namespace.packaging.uri:
      if signs.isQTI { recognizeQTI(signs) } else { recognizeSCORM12(signs) }
    case "http://www.imsglobal.org/xsd/imscp_v1p1":
      if signs.isQTI {
        recognizeQTI(signs)
      } else if signs.isCartridge, !signs.isSCORM {
        // A cartridge in the namespace of plain packages: its rules say what is wrong.
        standard = .commonCartridge
        edition = signs.version
        add(.mixedSignals, uri)
      } else {
        recognizeSCORM2004(signs)
      }
    case let uri where uri.hasPrefix("http://www.imsglobal.org/xsd/imscc"):
      if signs.isQTI { recognizeQTI(signs) } else { recognizeCartridge(signs, uri) }
    case let uri where uri.hasPrefix("http://www.imsglobal.org/xsd/qti/qtiv3"):
      standard = .qti
      edition = "3.0"
      refuseEdition("QTI 3.0")
    default: recognizeByHints(signs, uri)
    }
  }

  private mutating func recognizeSCORM12(_ signs: ManifestSigns) {
    standard = .scorm12
    edition = "1.2"
    if signs.version.hasPrefix("2004") || signs.version.hasPrefix("CAM") {
      add(.mixedSignals, signs.version)
    } else if signs.isOfLaterADL {
      add(.mixedSignals, ManifestSigns.laterADL)
    }
  }

  private mutating func recognizeSCORM2004(_ signs: ManifestSigns) {
    guard signs.isSCORM else {
      edition = signs.version
      return add(.unknownStandard, signs.schema)
    }
    switch signs.version {
    case "2004 3rd Edition":
      standard = .scorm2004Third
      edition = signs.version
    case "CAM 1.3", "2004 2nd Edition", "CAM 1.2", "2004 1st Edition":
      edition = signs.version
      refuseEdition("SCORM \(signs.version)")
    default:
      standard = .scorm2004Fourth
      edition = signs.version
      if signs.version != "2004 4th Edition" { add(.mixedSignals, signs.version) }
    }
  }

  private mutating func recognizeCartridge(_ signs: ManifestSigns, _ uri: String) {
    standard = .commonCartridge
    edition =
      switch uri.dropFirst("http://www.imsglobal.org/xsd/imscc".count).prefix(while: { $0 != "/" })
      {
      case "": "1.0"
      case "v1p1": "1.1"
      case "v1p2": "1.2"
      case "v1p3": "1.3"
      default: signs.version
      }
    if edition != "1.1" {
      refuseEdition("Common Cartridge \(edition)")
    } else if !signs.version.isEmpty, !signs.version.hasPrefix("1.1") {
      add(.mixedSignals, signs.version)
    }
  }

  private mutating func recognizeQTI(_ signs: ManifestSigns) {
    standard = .qti
    let versions = signs.versionsOfQTI
    edition = versions.joined(separator: ", ")
    if versions.count > 1 { add(.mixedSignals, edition) }
    if versions.contains(where: { !["1.2", "2.1", "2.2"].contains($0) }) {
      refuseEdition("QTI \(edition)")
    }
  }

  /// A namespace that nobody knows is a mistake of whoever wrote it; what was meant shows by other
  /// signs, and the rules of that standard say the rest.
  private mutating func recognizeByHints(_ signs: ManifestSigns, _ uri: String) {
    add(.unknownNamespace, uri)
    edition = signs.version
    if signs.isQTI {
      recognizeQTI(signs)
    } else if signs.isCartridge {
      standard = .commonCartridge
    } else if signs.isOfLaterADL || signs.version.hasPrefix("2004") {
      recognizeSCORM2004(signs)
    } else if signs.isSCORM {
      standard = .scorm12
    }
  }

  private mutating func refuseEdition(_ name: String) {
    isJudged = false
    add(.editionNotJudged, name)
  }
}

/// The signs in a manifest by which standards are told apart.
private struct ManifestSigns {
  static let laterADL = "http://www.adlnet.org/xsd/adlcp_v1p3"

  /// The text of `schema` and `schemaversion`, without spaces at their ends.
  let schema: String
  let version: String
  /// Whether a namespace of ADL stands anywhere in the heads of the manifest.
  let isOfADL: Bool
  /// Whether one of SCORM 2004 does.
  let isOfLaterADL: Bool
  private let types: Set<String>

  init(_ root: XMLElement) {
    let metadata = root.first("metadata")
    schema = ManifestValue.line(metadata?.first("schema")?.text ?? "")
    version = ManifestValue.line(metadata?.first("schemaversion")?.text ?? "")
    let resources = root.elements("resources").flatMap { $0.elements("resource") }
    let uris = Set(
      root.declarations.map(\.uri)
        + resources.flatMap { resource in
          resource.attributes.compactMap { $0.name.namespace?.uri }
        })
    isOfADL = uris.contains { $0.hasPrefix("http://www.adlnet.org/xsd/adl") }
    isOfLaterADL = uris.contains {
      $0.hasPrefix("http://www.adlnet.org/xsd/adl") && $0.hasSuffix("_v1p3")
    }
    types = Set(resources.compactMap { $0.attribute("type", uri: "") })
  }

  var isSCORM: Bool { schema == "ADL SCORM" || isOfADL }

  var isCartridge: Bool {
    schema.hasPrefix("IMS Common Cartridge") || schema.hasPrefix("IMS Thin")
      || types.contains { $0.contains("imscc_") }
  }

  /// Whether the resources are questions of QTI and nothing of SCORM or of a cartridge.
  var isQTI: Bool {
    !isSCORM && !schema.hasPrefix("IMS Common Cartridge")
      && (!typesOfQTI.isEmpty || schema.hasPrefix("QTI"))
  }

  private var typesOfQTI: [String] {
    types.filter { $0.hasPrefix("imsqti_") && !$0.contains("/imscc_") }
  }

  /// The versions of QTI that the types name, as `2.1`, and otherwise that of the metadata.
  var versionsOfQTI: [String] {
    let named = typesOfQTI.compactMap { type -> String? in
      // Such as `imsqti_item_xmlv2p1` and `imsqti_xmlv1p2`.
      guard let mark = type.firstRange(of: "xmlv") else { return nil }
      let parts = type[mark.upperBound...].prefix { $0.isASCII && ($0.isNumber || $0 == "p") }
        .split(separator: "p")
      guard parts.count >= 2 else { return nil }
      // Packages name QTI 1.2 by the version of its binding too.
      let version = "\(parts[0]).\(parts[1])"
      return version == "1.1" ? "1.2" : version
    }
    if !named.isEmpty { return Set(named).sorted() }
    let written = version.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    return written.isEmpty ? [] : [String(written.prefix(3))]
  }
}
