import Archive
import Text
import XML

/// The rules of SCORM 1.2 about a manifest that a schema cannot say, or that the official ones miss.
///
/// They hold for packages of any program, not for ours alone.
struct SCORM12Rules {
  let manifest: XMLElement
  let file: String
  /// The files of the package, or `nil` where there is a manifest alone; then nothing is said about
  /// files.
  let paths: [String]?
  private let packaged: PackagedResources

  private let scope = SCORM12Namespace.packaging.uri
  private let extensions = SCORM12Namespace.extensions.uri

  init(manifest: XMLElement, file: String, paths: [String]?) {
    self.manifest = manifest
    self.file = file
    self.paths = paths
    packaged = PackagedResources(of: manifest, uri: scope)
  }

  /// Returns every break of a rule, in the order of the manifest; those of the package come last.
  func findings() -> [Diagnostic] {
    guard manifest.name.matches("manifest", uri: scope) else {
      return [broken(.wrongRoot, manifest, manifest.name.namespace?.uri ?? "")]
    }
    return metadata() + organizations() + resources() + identifiers() + package()
  }

  func broken(_ rule: SCORM12Rule, _ element: XMLElement, _ value: String = "") -> Diagnostic {
    rule.finding(at: SourceLocation(file: file, line: element.line), value)
  }

  // MARK: Metadata

  private func metadata() -> [Diagnostic] {
    let metadata = manifest.first("metadata", uri: scope)
    var result: [Diagnostic] = []
    for (name, wanted, rule) in [
      ("schema", "ADL SCORM", SCORM12Rule.schemaName), ("schemaversion", "1.2", .schemaVersion),
    ] {
      let element = metadata?.first(name, uri: scope)
      let text = element?.text ?? ""
      if text != wanted {
        result.append(broken(rule, element ?? metadata ?? manifest, text))
      }
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
      for item in items { result += findings(item) }
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
  private func findings(_ item: XMLElement) -> [Diagnostic] {
    let name = item.attribute("identifier", uri: "") ?? ""
    var result = title(of: item)
    let children = item.elements("item", uri: scope)
    if let reference = item.attribute("identifierref", uri: "") {
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
    if let parameters = item.attribute("parameters", uri: ""), !Self.areParameters(parameters) {
      result.append(broken(.parameters, item, parameters))
    }
    result += extensions(of: item)
    return result + children.flatMap(findings)
  }

  private func extensions(of item: XMLElement) -> [Diagnostic] {
    var seen: Set<String> = []
    return item.elements.filter { $0.name.matches($0.name.local, uri: extensions) }
      .flatMap { element -> [Diagnostic] in
        let name = element.name.local
        guard seen.insert(name).inserted else { return [broken(.twice, element, name)] }
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
          return type == "aicc_script" && text.unicodeScalars.count <= 200
            ? [] : [broken(.prerequisites, element, type)]
        default: return []
        }
      }
  }

  private static func areParameters(_ text: String) -> Bool {
    text.unicodeScalars.count <= 1000 && !text.unicodeScalars.contains { $0.value <= 0x20 }
  }

  // MARK: Resources

  private func resources() -> [Diagnostic] {
    let known = Set(packaged.byID.keys)
    let listed = packaged.listsOfLaunchedPages()
    return packaged.all.enumerated().flatMap { index, packaged -> [Diagnostic] in
      let resource = packaged.element
      var result: [Diagnostic] = []
      let type = resource.attribute("type", uri: "") ?? ""
      if type != "webcontent" { result.append(broken(.resourceType, resource, type)) }
      let kind = resource.attribute("scormtype", uri: extensions)
      if !["sco", "asset"].contains(kind) {
        // The attribute of SCORM 2004 differs in one capital, and readers pass over it.
        let other = resource.attributes.first { $0.name.local.lowercased() == "scormtype" }
        result.append(broken(.scormType, resource, kind ?? other?.name.qualified ?? ""))
      } else if kind == "sco", resource.attribute("href", uri: "") == nil {
        result.append(broken(.noLaunchFile, resource, resource.attribute("identifier") ?? ""))
      }
      if let href = resource.attribute("href", uri: ""), !listed[index] {
        result.append(broken(.launchFile, resource, href))
      }
      for dependency in resource.elements("dependency", uri: scope) {
        let reference = dependency.attribute("identifierref", uri: "") ?? ""
        if !known.contains(reference) {
          result.append(broken(.dependency, dependency, reference))
        }
      }
      return result
    }
  }

  // MARK: Identifiers

  private func identifiers() -> [Diagnostic] {
    ManifestIdentifiers.problems(in: manifest, uri: scope).map { problem in
      switch problem {
      case .invalid(let element, let name): broken(.identifier, element, name)
      case .duplicate(let element, let name): broken(.duplicateIdentifier, element, name)
      }
    }
  }

  // MARK: Files

  /// The rules about the files of the package, and about the paths that name them.
  private func package() -> [Diagnostic] {
    let controls = SCORM12Schemas.set.documents.map(\.path)
    return packaged.problems(paths: paths, controls: controls, manifest: manifest).map { problem in
      switch problem {
      case .unsafe(let element, let path): broken(.unsafePath, element, path)
      case .missing(let element, let path): broken(.missingFile, element, path)
      case .control(let name): broken(.controlDocument, manifest, name)
      case .unlisted(let path):
        SCORM12Rule.unlistedFile.finding(at: SourceLocation(file: path), path)
      }
    }
  }
}

extension SCORM12Rules: StandardRules {
  static func findings(in package: InspectedPackage) -> [Diagnostic] {
    SCORM12Schemas.set.findings(in: package.manifest, file: package.file)
      + SCORM12Rules(manifest: package.root, file: package.file, paths: package.paths).findings()
  }
}
