import Archive
import Text
import XML

/// Resources, their files, and identifiers.
extension SCORM2004Rules {
  func resources() -> [Diagnostic] {
    let listed = packaged.listsOfLaunchedPages()
    let used = usedResources()
    return bases() + subManifests()
      + packaged.all.enumerated().flatMap { index, resource in
        findings(resource, isListed: listed[index], used)
      }
  }

  private func findings(
    _ resource: PackagedResources.Resource, isListed: Bool, _ used: Set<String>
  ) -> [Diagnostic] {
    let element = resource.element
    let name = resource.identifier
    var result: [Diagnostic] = []
    let type = element.attribute("type", uri: "")
    if let type, type != "webcontent" { result.append(broken(.resourceType, element, type)) }
    let kind = element.attribute("scormType", uri: extensions)
    if !["sco", "asset"].contains(ManifestValue.line(kind ?? "")) {
      // The attribute of SCORM 1.2 differs in one capital, and readers pass over it.
      let other = element.attributes.first { $0.name.local.lowercased() == "scormtype" }
      result.append(
        broken(
          .scormType, element, kind ?? other?.name.qualified ?? "",
          requirement: kind == nil ? "REQ_30.7.3.4" : "REQ_30.7.3.4.1"))
    }
    if let launch = resource.launch {
      if !ManifestPath.isWebAddress(launch), !ManifestPath.isSafe(launch) {
        result.append(broken(.unsafePath, element, launch, requirement: "REQ_30.7.3.3.3"))
      } else if !isListed {
        result.append(broken(.launchFile, element, launch))
      }
    }
    if !used.contains(name) { result.append(broken(.idleResource, element, name)) }
    for dependency in element.elements("dependency", uri: scope) {
      let reference = dependency.attribute("identifierref", uri: "") ?? ""
      if packaged.byID[ManifestValue.line(reference)] == nil {
        result.append(broken(.dependency, dependency, reference))
      }
    }
    return result
  }

  /// The identifiers of resources that an item launches or a resource needs.
  private func usedResources() -> Set<String> {
    var result = Set(packaged.all.flatMap(\.needs).map(ManifestValue.line))
    func visit(_ element: XMLElement) {
      for item in element.elements("item", uri: scope) {
        result.insert(item.attribute("identifierref", uri: "") ?? "")
        visit(item)
      }
    }
    for list in manifest.elements("organizations", uri: scope) {
      for organization in list.elements("organization", uri: scope) { visit(organization) }
    }
    return result
  }

  /// A base is a folder, from the root of the package downwards.
  private func bases() -> [Diagnostic] {
    let lists = manifest.elements("resources", uri: scope)
    let places =
      [(manifest, "REQ_30.3")] + lists.map { ($0, "REQ_30.7.1") }
      + packaged.all.map { ($0.element, "REQ_30.7.3.5") }
    return places.compactMap { element, requirement in
      guard let base = element.attribute("base", uri: XMLNamespace.xml.uri) else { return nil }
      let clause =
        if base.utf8.contains(UInt8(ascii: "\\")) {
          "2"
        } else if base.utf8.first
          == UInt8(ascii: "/")
        { "3" } else if base.utf8.last != UInt8(ascii: "/") { "4" } else { "" }
      return clause.isEmpty
        ? nil : broken(.base, element, base, requirement: "\(requirement).\(clause)")
    }
  }

  /// ADL stops where an item launches what stands in a manifest inside the manifest, and passes
  /// over such a manifest otherwise.
  private func subManifests() -> [Diagnostic] {
    let inner = manifest.elements("manifest", uri: scope)
    guard !inner.isEmpty else { return [] }
    let used = usedResources()
    return inner.map { element in
      var names: Set<String> = []
      func visit(_ element: XMLElement) {
        if let name = element.attribute("identifier", uri: "") { names.insert(name) }
        for child in element.elements { visit(child) }
      }
      visit(element)
      return broken(
        .subManifest, element, element.attribute("identifier", uri: "") ?? "",
        severity: names.isDisjoint(with: used) ? .warning : .error)
    }
  }

  // MARK: Identifiers

  func identifiers() -> [Diagnostic] {
    ManifestIdentifiers.problems(in: manifest, uri: scope, reading: ManifestValue.line).map {
      problem in
      switch problem {
      case .invalid(let element, let name):
        broken(.identifier, element, name, requirement: Self.identifiers(element) + ".1")
      case .duplicate(let element, let name):
        broken(.duplicateIdentifier, element, name, requirement: Self.identifiers(element) + ".2")
      }
    }
  }

  private static func identifiers(_ element: XMLElement) -> String {
    switch element.name.local {
    case "organization": "REQ_30.6.3.1"
    case "item": "REQ_30.6.3.6.1"
    case "resource": "REQ_30.7.3.1"
    default: "REQ_30.1"
    }
  }

  // MARK: Files

  /// The rules about the files of the package, and about the paths that name them.
  func package() -> [Diagnostic] {
    let controls = SCORM2004Schemas.set.documents.map(\.path)
    let problems = packaged.problems(
      paths: paths, controls: controls, manifest: manifest, addresses: true)
    return problems.map { problem in
      switch problem {
      case .unsafe(let element, let path): broken(.unsafePath, element, path)
      case .missing(let element, let path): broken(.missingFile, element, path)
      case .control(let name): broken(.controlDocument, manifest, name)
      case .unlisted(let path):
        SCORM2004Rule.unlistedFile.finding(at: SourceLocation(file: path), path)
      }
    }
  }
}
