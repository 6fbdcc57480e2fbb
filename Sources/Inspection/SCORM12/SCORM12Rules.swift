import Archive
import Text
import XML

/// The rules of SCORM 1.2 about a manifest that a schema cannot say, or that the official ones miss.
///
/// They hold for packages of any program, not for ours alone.
struct SCORM12Rules {
  /// How many findings are made before the rest of the manifest is passed over.
  static let mostFindings = 5_000

  let manifest: XMLElement
  let file: String
  /// The files of the package, or `nil` where there is a manifest alone; then nothing is said about
  /// files.
  let paths: [String]?
  let resources: SCORM12Resources
  private let itemIDs: Set<String>

  let scope = SCORM12Namespace.packaging.uri
  let extensions = SCORM12Namespace.extensions.uri

  init(manifest: XMLElement, file: String, paths: [String]?) {
    self.manifest = manifest
    self.file = file
    self.paths = paths
    resources = SCORM12Resources(manifest)
    itemIDs = Self.itemIDs(manifest)
  }

  /// Returns every break of a rule, in the order of the manifest; those of the package come last.
  func findings() -> [Diagnostic] {
    guard manifest.name.matches("manifest", uri: scope) else {
      return [broken(.wrongRoot, manifest, manifest.name.namespace?.uri ?? "")]
    }
    return metadata() + organizations() + resourceFindings() + identifiers() + misplaced()
      + package()
  }

  func broken(
    _ rule: SCORM12Rule, _ element: XMLElement, _ value: String = "", _ severity: Severity? = nil
  ) -> Diagnostic {
    var finding = rule.finding(at: SourceLocation(file: file, line: element.line), value)
    finding.severity = severity ?? rule.severity
    return finding
  }

  func broken(
    _ rule: SCORM12DetailRule, _ element: XMLElement, _ value: String = ""
  ) -> Diagnostic {
    rule.finding(at: SourceLocation(file: file, line: element.line), value)
  }

  // MARK: Metadata

  private func metadata() -> [Diagnostic] {
    let metadata = manifest.first("metadata", uri: scope)
    var result: [Diagnostic] = []
    if let version = manifest.attribute("version", uri: ""), version.unicodeScalars.count > 20 {
      result.append(broken(.manifestVersion, manifest, String(version.prefix(40))))
    }
    for (name, wanted, rule) in [
      ("schema", "ADL SCORM", SCORM12Rule.schemaName), ("schemaversion", "1.2", .schemaVersion),
    ] {
      let element = metadata?.first(name, uri: scope)
      let text = element?.text ?? ""
      if text != wanted {
        result.append(broken(rule, element ?? metadata ?? manifest, text))
      }
    }
    for inner in manifest.elements("manifest", uri: scope) {
      result.append(broken(.subManifest, inner, inner.attribute("identifier", uri: "") ?? ""))
    }
    return result
  }

  // MARK: Organizations

  private func organizations() -> [Diagnostic] {
    guard let list = manifest.first("organizations", uri: scope) else {
      return [broken(.noOrganization, manifest)]
    }
    let organizations = list.elements("organization", uri: scope)
    guard !organizations.isEmpty else { return [broken(.noOrganization, list)] }
    var result: [Diagnostic] = []
    let chosen = list.attribute("default", uri: "")
    if !organizations.contains(where: { $0.attribute("identifier", uri: "") == chosen }) {
      result.append(broken(.defaultOrganization, list, chosen ?? ""))
    }
    for organization in organizations {
      result += title(of: organization)
      let items = organization.elements("item", uri: scope)
      if items.isEmpty { result.append(broken(.noItems, organization)) }
      for item in items { judge(item, into: &result) }
    }
    return result
  }

  private func title(of element: XMLElement) -> [Diagnostic] {
    let titles = element.elements("title", uri: scope)
    guard let title = titles.first, !ManifestValue.line(title.text).isEmpty else {
      return [broken(.noTitle, element, element.attribute("identifier", uri: "") ?? "")]
    }
    if titles.count > 1 { return [broken(.twice, titles[1], "title")] }
    guard title.text.unicodeScalars.count > ManifestValue.titleLimit else { return [] }
    return [broken(.longTitle, title, "\(title.text.unicodeScalars.count)")]
  }

  /// Items stand in each other; the reader of XML bounds how deep.
  private func judge(_ item: XMLElement, into result: inout [Diagnostic]) {
    guard result.count < Self.mostFindings else { return }
    let name = item.attribute("identifier", uri: "") ?? ""
    result += title(of: item)
    let children = item.elements("item", uri: scope)
    if let reference = item.attribute("identifierref", uri: "") {
      if let resource = resources.byID[reference] {
        if resource.element.attribute("href", uri: "") == nil {
          result.append(broken(.noLaunchFile, resource.element, reference))
        }
      } else if !resources.subManifests.contains(reference) {
        result.append(broken(.itemReference, item, reference))
      }
      if !children.isEmpty { result.append(broken(.parentLaunches, item, name)) }
    } else if children.isEmpty {
      result.append(broken(.itemWithoutResource, item, name))
    }
    if let parameters = item.attribute("parameters", uri: ""), !Self.areParameters(parameters) {
      result.append(broken(.parameters, item, parameters))
    }
    if let visible = item.attribute("isvisible", uri: ""),
      !["true", "false", "1", "0"].contains(visible)
    {
      result.append(broken(.visibility, item, visible))
    }
    result += extensionFindings(item)
    for child in children { judge(child, into: &result) }
  }

  private static func areParameters(_ text: String) -> Bool {
    text.unicodeScalars.count <= 1000 && !text.unicodeScalars.contains { $0.value <= 0x20 }
  }

  // MARK: What ADL added

  private func extensionFindings(_ item: XMLElement) -> [Diagnostic] {
    var seen: Set<String> = []
    let added = item.elements.filter { $0.name.matches($0.name.local, uri: extensions) }
    guard !added.isEmpty else { return [] }
    let target = item.attribute("identifierref", uri: "").flatMap { resources.byID[$0] }
    let isSCO = target?.element.attribute("scormtype", uri: extensions) == "sco"
    // A wrong word for the type has a finding of its own.
    let isAsset =
      target == nil || target?.element.attribute("scormtype", uri: extensions) == "asset"
    return added.flatMap { element -> [Diagnostic] in
      let name = element.name.local
      guard seen.insert(name).inserted else { return [broken(.twice, element, name)] }
      var result = value(of: element, name)
      let isForSCO = ["masteryscore", "datafromlms", "maxtimeallowed", "timelimitaction"]
        .contains(name)
      if isForSCO, !isSCO, isAsset {
        result.append(broken(.extensionWithoutSCO, element, element.name.qualified))
      }
      return result
    }
  }

  private func value(of element: XMLElement, _ name: String) -> [Diagnostic] {
    let text = element.text
    switch name {
    case "masteryscore":
      return ManifestValue.isMasteryScore(text) ? [] : [broken(.masteryScore, element, text)]
    case "datafromlms":
      let count = text.unicodeScalars.count
      return count <= 255 ? [] : [broken(.launchData, element, "\(count)")]
    case "maxtimeallowed":
      return ManifestValue.isTimeLimit(text) ? [] : [broken(.timeLimit, element, text)]
    case "timelimitaction":
      return ManifestValue.timeLimitActions.contains(text)
        ? [] : [broken(.timeLimitAction, element, text)]
    case "prerequisites":
      let type = element.attribute("type", uri: "") ?? ""
      guard type == "aicc_script", text.unicodeScalars.count <= 200 else {
        return [broken(.prerequisites, element, type)]
      }
      return ManifestValue.names(inScript: text).filter { !itemIDs.contains($0) }
        .map { broken(.prerequisiteReference, element, $0) }
    case "location": return [broken(.misplacedExtension, element, element.name.qualified)]
    default: return [broken(.unknownExtension, element, element.name.qualified)]
    }
  }

  /// What ADL added, where it does not belong: in an organization or a resource, or `location`
  /// outside of metadata.
  private func misplaced() -> [Diagnostic] {
    let lists = ["organizations", "resources"].flatMap { manifest.elements($0, uri: scope) }
    let parents =
      [manifest] + lists
      + lists.flatMap { list in
        ["organization", "resource"].flatMap { list.elements($0, uri: scope) }
      }
    return parents.lazy.flatMap { parent in
      parent.elements.filter { $0.name.matches($0.name.local, uri: extensions) }
    }
    .prefix(Self.mostFindings)
    .map { broken(.misplacedExtension, $0, $0.name.qualified) }
  }

  // MARK: Identifiers

  private func identifiers() -> [Diagnostic] {
    ManifestIdentifiers.problems(in: manifest, uri: scope, limit: Self.mostFindings).map {
      problem in
      switch problem {
      case .invalid(let element, let name): broken(.identifier, element, name)
      case .duplicate(let element, let name): broken(.duplicateIdentifier, element, name)
      }
    }
  }

  private static func itemIDs(_ manifest: XMLElement) -> Set<String> {
    var result: Set<String> = []
    func visit(_ element: XMLElement) {
      for child in element.elements {
        if ["organization", "item"].contains(child.name.local),
          let identifier = child.attribute("identifier", uri: "")
        {
          result.insert(identifier)
        }
        visit(child)
      }
    }
    for list in manifest.elements("organizations", uri: SCORM12Namespace.packaging.uri) {
      visit(list)
    }
    return result
  }
}

extension SCORM12Rules: StandardRules {
  static func findings(in package: InspectedPackage) -> [Diagnostic] {
    let files = SCORM12Resources.fileCount(package.root)
    guard files <= SCORM12Resources.mostFiles else {
      return [
        InspectionRule.tooComplex.finding(at: SourceLocation(file: package.file), "\(files)")
      ]
    }
    let structure =
      package.followsProfile
      ? SCORM12Schemas.set.findings(in: package.manifest, file: package.file)
      : structureFindings(in: package)
    let rules = SCORM12Rules(manifest: package.root, file: package.file, paths: package.paths)
    let broken = rules.findings()
    // Sala's own documents bound the metadata already.
    return structure + broken + (package.followsProfile ? [] : rules.metadataContents(package))
  }

  /// What breaks the structure of the standard; a root of another namespace has a rule of its own.
  private static func structureFindings(in package: InspectedPackage) -> [Diagnostic] {
    guard package.root.name.matches("manifest", uri: SCORM12Namespace.packaging.uri) else {
      return []
    }
    return SCORM12Schemas.structure.findings(in: package.manifest, file: package.file)
      .map { finding in
        var finding = finding
        finding.requirement = "manifest"
        return finding
      }
  }
}
