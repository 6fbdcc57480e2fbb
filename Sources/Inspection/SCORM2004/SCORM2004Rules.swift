import Text
import XML

/// The rules of SCORM 2004 about a manifest that a schema cannot say, or that the official ones miss.
///
/// They hold for packages of any program, not for ours alone, and are those of ADL's own checks of
/// packages; where ADL only advises, the finding is a warning.
struct SCORM2004Rules {
  let manifest: XMLElement
  let file: String
  /// The files of the package, or `nil` where there is a manifest alone; then nothing is said about
  /// files.
  let paths: [String]?
  let edition: SCORM2004Edition
  let packaged: PackagedResources
  /// The sequencing that items share, by its name.
  let shared: [String: XMLElement]

  let scope = SCORM2004Namespace.packaging.uri
  let extensions = SCORM2004Namespace.extensions.uri
  let sequencing = SCORM2004Namespace.sequencing.uri

  init(manifest: XMLElement, file: String, paths: [String]?, edition: SCORM2004Edition) {
    self.manifest = manifest
    self.file = file
    self.paths = paths
    self.edition = edition
    packaged = PackagedResources(of: manifest, uri: scope)
    let sequencing = sequencing
    shared = Dictionary(
      manifest.elements("sequencingCollection", uri: sequencing)
        .flatMap { $0.elements("sequencing", uri: sequencing) }
        .compactMap { element in
          element.attribute("ID", uri: "").map { (ManifestValue.line($0), element) }
        }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns every break of a rule, in the order of the manifest; those of the package come last.
  func findings() -> [Diagnostic] {
    guard manifest.name.matches("manifest", uri: scope) else {
      return [broken(.wrongRoot, manifest, manifest.name.namespace?.uri ?? "")]
    }
    let found =
      metadata() + structure() + organizations() + resources() + identifiers()
      + sequencingFindings()
    return Self.ordered(found) + package()
  }

  /// Sorts findings by their lines; those of one line keep their order.
  static func ordered(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.enumerated()
      .sorted { ($0.element.location.line, $0.offset) < ($1.element.location.line, $1.offset) }
      .map(\.element)
  }

  func broken(
    _ rule: SCORM2004Rule, _ element: XMLElement, _ value: String = "", name: String = "",
    allowed: LocalizedText = LocalizedText(en: "", km: ""), severity: Severity? = nil,
    requirement: String? = nil
  ) -> Diagnostic {
    rule.finding(
      at: SourceLocation(file: file, line: element.line), value, name: name, allowed: allowed,
      severity: severity, requirement: requirement)
  }

  // MARK: Metadata

  private func metadata() -> [Diagnostic] {
    guard let metadata = manifest.first("metadata", uri: scope) else { return [] }
    var result: [Diagnostic] = []
    let first = metadata.elements.prefix(2).map { SCORM2004Grammar.name($0.name) ?? "" }
    if first != ["cp:schema", "cp:schemaversion"] {
      result.append(broken(.metadataOrder, metadata))
    }
    let schema = metadata.first("schema", uri: scope)
    if ManifestValue.line(schema?.text ?? "") != "ADL SCORM" {
      result.append(broken(.schemaName, schema ?? metadata, schema?.text ?? ""))
    }
    let version = metadata.first("schemaversion", uri: scope)
    let text = version?.text ?? ""
    let place = version ?? metadata
    switch ManifestValue.line(text) {
    case edition.schemaVersion:
      if text != edition.schemaVersion { result.append(broken(.schemaVersionSpaces, place)) }
    case SCORM2004Edition.olderVersion where edition == .third:
      result.append(broken(.olderEdition, place))
    default:
      result.append(broken(.schemaVersion, place, text, name: edition.schemaVersion))
    }
    return result
  }

  // MARK: Organizations

  private func organizations() -> [Diagnostic] {
    guard let list = manifest.first("organizations", uri: scope) else { return [] }
    let organizations = list.elements("organization", uri: scope)
    guard !organizations.isEmpty else { return [broken(.noOrganization, list)] }
    var result: [Diagnostic] = []
    let chosen = list.attribute("default", uri: "")
    let names = organizations.map { ManifestValue.line($0.attribute("identifier", uri: "") ?? "") }
    if !names.contains(ManifestValue.line(chosen ?? "")) {
      result.append(
        broken(
          .defaultOrganization, list, chosen ?? "",
          requirement: chosen == nil ? "REQ_30.6.1" : "REQ_30.6.1.1"))
    }
    for organization in organizations {
      result += title(of: organization, "REQ_30.6.3.5")
      let items = organization.elements("item", uri: scope)
      if items.isEmpty { result.append(broken(.noItems, organization)) }
      for item in items { result += findings(item) }
    }
    return result
  }

  private func title(of element: XMLElement, _ requirement: String) -> [Diagnostic] {
    guard let title = element.first("title", uri: scope), !ManifestValue.line(title.text).isEmpty
    else {
      return [
        broken(
          .noTitle, element, element.attribute("identifier", uri: "") ?? "",
          requirement: requirement)
      ]
    }
    let count = title.text.unicodeScalars.count
    return count > ManifestValue.titleLimit
      ? [broken(.longTitle, title, "\(count)", requirement: requirement)] : []
  }

  /// Items stand in each other; the reader of XML bounds how deep.
  private func findings(_ item: XMLElement) -> [Diagnostic] {
    let name = item.attribute("identifier", uri: "") ?? ""
    var result = title(of: item, "REQ_30.6.3.6.6")
    let children = item.elements("item", uri: scope)
    let reference = item.attribute("identifierref", uri: "")
    if let reference {
      if let resource = packaged.byID[reference]?.element {
        if resource.attribute("href", uri: "") == nil {
          result.append(broken(.noLaunchFile, resource, reference))
        }
      } else {
        result.append(broken(.itemReference, item, reference))
      }
      if !children.isEmpty { result.append(broken(.parentLaunches, item, name)) }
    } else if children.isEmpty {
      result.append(broken(.itemWithoutResource, item, name))
    }
    if let parameters = item.attribute("parameters", uri: "") {
      if !SCORM2004Parameters.areValid(parameters) {
        result.append(broken(.parameters, item, parameters))
      }
      if reference == nil { result.append(broken(.idleParameters, item, name)) }
    }
    result += extensions(of: item, launching: reference)
    return result + children.flatMap(findings)
  }

  // MARK: What ADL added to items

  private func extensions(of item: XMLElement, launching reference: String?) -> [Diagnostic] {
    let resource = reference.flatMap { packaged.byID[$0]?.element }
    let kind = ManifestValue.line(resource?.attribute("scormType", uri: extensions) ?? "")
    return item.elements.flatMap { element -> [Diagnostic] in
      let name = SCORM2004Grammar.name(element.name) ?? ""
      switch name {
      case "adlcp:dataFromLMS":
        let count = element.text.unicodeScalars.count
        return (count > 4000 ? [broken(.launchData, element, "\(count)")] : [])
          + scoOnly(element, name, kind, "REQ_30.6.3.6.10.2")
      case "adlcp:timeLimitAction": return scoOnly(element, name, kind, "REQ_30.6.3.6.9.1.1")
      case "adlcp:completionThreshold" where edition == .third:
        return scoOnly(element, name, kind, "REQ_30.6.3.6.13.1")
      case "adlcp:data" where resource == nil:
        return [broken(.leafOnly, element, name: name, requirement: "REQ_30.6.3.7.14.1.1")]
      case "adlnav:presentation" where resource == nil:
        return [broken(.leafOnly, element, name: name)]
      default: return []
      }
    }
  }

  private func scoOnly(
    _ element: XMLElement, _ name: String, _ kind: String, _ requirement: String
  ) -> [Diagnostic] {
    kind == "sco" ? [] : [broken(.scoOnly, element, name: name, requirement: requirement)]
  }
}

extension SCORM2004Rules: StandardRules {
  /// Judges by the rules of the edition that the manifest claims, and of the 4th where it claims
  /// none.
  static func findings(in package: InspectedPackage) -> [Diagnostic] {
    let scope = SCORM2004Namespace.packaging.uri
    let version = package.root.first("metadata", uri: scope)?.first("schemaversion", uri: scope)
    return findings(
      in: package, edition: SCORM2004Edition(schemaVersion: version?.text ?? "") ?? .fourth)
  }

  /// Judges by the rules of an edition.
  static func findings(
    in package: InspectedPackage, edition: SCORM2004Edition
  ) -> [Diagnostic] {
    let schema = edition == .third ? SCORM2004Schemas.third : SCORM2004Schemas.set
    return schema.findings(in: package.manifest, file: package.file)
      + SCORM2004Rules(
        manifest: package.root, file: package.file, paths: package.paths, edition: edition
      ).findings()
  }
}

/// The parameters of an item, which are added to the address of its page (IMS Content Packaging
/// 1.1.4, 4.5): `#parameter`, or `name=value&…` with or without a `?`, and then perhaps a `#parameter`.
enum SCORM2004Parameters {
  private static let limit = 1000

  static func areValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.unicodeScalars.count <= limit else { return false }
    let parts = text.utf8.split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !isWord(parts[1]) { return false }
    guard let query = parts.first, !query.isEmpty else { return parts.count == 2 }
    let pairs = (query.first == UInt8(ascii: "?") ? query.dropFirst() : query)
      .split(separator: UInt8(ascii: "&"))
    return !pairs.isEmpty
      && pairs.allSatisfy { pair in
        let sides = pair.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
        return sides.count >= 2 && !sides[0].isEmpty && !sides[1].isEmpty
          && sides.allSatisfy(isWord)
      }
  }

  /// Letters, digits, the marks that need no escape, and escapes.
  private static func isWord(_ text: Substring.UTF8View) -> Bool {
    text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_.!~*'()%".utf8.contains(byte)
      }
    }
  }
}
