import Archive
import Text
import XML

/// The rules of Common Cartridge 1.1 that a schema cannot say, or that the official ones miss.
enum CartridgeRules: StandardRules {
  /// The namespace of the manifest.
  static let packaging = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
  /// The namespace of authorizations.
  static let authorization = "http://www.imsglobal.org/xsd/imsccv1p1/imsccauth_v1p1"
  /// The namespace of the metadata of a cartridge.
  static let metadata = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"

  static func findings(in package: InspectedPackage) -> [Diagnostic] {
    guard package.root.name.matches("manifest", uri: packaging) else {
      let found = package.root.name.qualified + " " + (package.root.name.namespace?.uri ?? "")
      let place = SourceLocation(file: package.file, line: package.root.line)
      return [
        PackagingRule.wrongRoot.finding(
          at: place, ManifestValue.line(found), wanted: "manifest \(packaging)")
      ]
    }
    let listed = ManifestFiles(package, scope: packaging)
    return CartridgeSchemas.manifest.findings(in: package.manifest, file: package.file)
      + CartridgeManifest(manifest: package.root, listed: listed).findings()
      + listed.identifierFindings() + listed.fileFindings()
      + CartridgeContent(listed: listed).findings()
  }
}

/// The manifest of a cartridge as it is looked through.
private struct CartridgeManifest {
  let manifest: XMLElement
  let listed: ManifestFiles
  private let scope = CartridgeRules.packaging

  func findings() -> [Diagnostic] {
    metadata() + organizations() + resources() + authorizations()
  }

  private func broken(
    _ rule: CartridgeRule, _ element: XMLElement, _ value: String = ""
  ) -> Diagnostic {
    rule.finding(at: listed.place(element), value)
  }

  // MARK: Metadata

  /// Elements that stand once in the element before them, where they stand at all; the schemas
  /// cannot count them (IEEE 1484.12.1).
  private static let once: [String: Set<String>] = [
    "lom": ["general", "lifeCycle", "technical", "rights"],
    "general": ["title"], "identifier": ["catalog", "entry"], "contribute": ["role", "date"],
    "date": ["dateTime", "description"],
    "rights": ["cost", "copyrightAndOtherRestrictions", "description"],
    "relation": ["kind", "resource"], "classification": ["purpose", "description"],
    "taxon": ["id", "entry"],
  ]

  private func metadata() -> [Diagnostic] {
    let metadata = manifest.first("metadata", uri: scope)
    var result: [Diagnostic] = []
    for (name, wanted, rule) in [
      ("schema", "IMS Common Cartridge", PackagingRule.schemaName),
      ("schemaversion", "1.1.0", .schemaVersion),
    ] {
      let element = metadata?.first(name, uri: scope)
      let text = element?.text ?? ""
      if text != wanted {
        let place = listed.place(element ?? metadata ?? manifest)
        result.append(rule.finding(at: place, text, wanted: wanted))
      }
    }
    guard let lom = metadata?.first("lom", uri: CartridgeRules.metadata) else {
      return result + [broken(.noMetadata, metadata ?? manifest)]
    }
    return result + repeated(in: lom)
  }

  private func repeated(in element: XMLElement) -> [Diagnostic] {
    let once = Self.once[element.name.local] ?? []
    var seen: Set<String> = []
    return element.elements.flatMap { child -> [Diagnostic] in
      let name = child.name.local
      let isTwice = once.contains(name) && !seen.insert(name).inserted
      let finding = PackagingRule.twice.finding(
        at: listed.place(child), name, requirement: "metadata")
      return (isTwice ? [finding] : []) + repeated(in: child)
    }
  }

  // MARK: Organizations

  private func organizations() -> [Diagnostic] {
    let lists = manifest.elements("organizations", uri: scope)
    let all = lists.flatMap { $0.elements("organization", uri: scope) }
    guard let organization = all.first else {
      return [broken(.noOrganization, lists.first ?? manifest)]
    }
    var result = all.dropFirst().map { broken(.organizations, $0) }
    let structure = organization.attribute("structure", uri: "") ?? ""
    if structure != "rooted-hierarchy" {
      result.append(broken(.structure, organization, structure))
    }
    let roots = organization.elements("item", uri: scope)
    if roots.count != 1 { result.append(broken(.root, organization, "\(roots.count)")) }
    for root in roots {
      if let title = root.first("title", uri: scope) { result.append(broken(.rootTitle, title)) }
      if let reference = root.attribute("identifierref", uri: "") {
        result.append(broken(.rootReference, root, reference))
      }
      result += root.elements("item", uri: scope).flatMap(findings)
    }
    return result
  }

  /// Items stand in each other; the reader of XML bounds how deep.
  private func findings(_ item: XMLElement) -> [Diagnostic] {
    let name = item.attribute("identifier", uri: "") ?? ""
    let titles = item.elements("title", uri: scope)
    var result: [Diagnostic] = []
    func add(_ rule: PackagingRule, _ element: XMLElement, _ value: String) {
      result.append(rule.finding(at: listed.place(element), value))
    }
    if titles.allSatisfy({ ManifestValue.line($0.text).isEmpty }) { add(.noTitle, item, name) }
    if titles.count > 1 { add(.twice, titles[1], "title") }
    let children = item.elements("item", uri: scope)
    if let reference = item.attribute("identifierref", uri: "") {
      if let resource = listed.resource(reference) {
        result += findings(item, showing: resource)
      } else {
        add(.itemReference, item, reference)
      }
      if !children.isEmpty { add(.parentLaunches, item, name) }
    } else if children.isEmpty {
      result.append(broken(.itemWithoutResource, item, name))
    }
    return result + children.flatMap(findings)
  }

  private func findings(
    _ item: XMLElement, showing resource: ManifestFiles.Resource
  ) -> [Diagnostic] {
    guard let kind = CartridgeKind(rawValue: resource.type) else { return [] }
    if kind == .bank { return [broken(.itemBank, item, resource.identifier)] }
    guard kind.showsFile, resource.href == nil else { return [] }
    return [
      PackagingRule.noLaunchFile.finding(
        at: listed.place(resource.element), resource.identifier)
    ]
  }

  // MARK: Resources

  private func resources() -> [Diagnostic] {
    var banks = 0
    return listed.resources.flatMap { resource -> [Diagnostic] in
      let element = resource.element
      var result = listed.listFindings(resource) + listed.dependencyFindings(resource)
      let use = element.attribute("intendeduse", uri: "")
      if let use, !["lessonplan", "syllabus", "unspecified"].contains(use) {
        result.append(broken(.intendedUse, element, use))
      }
      guard let kind = CartridgeKind(rawValue: resource.type) else {
        let place = listed.place(element)
        return result + [PackagingRule.resourceType.finding(at: place, resource.type)]
      }
      if !kind.showsFile {
        let hasOne = kind == .tool ? !resource.files.isEmpty : resource.files.count == 1
        if !hasOne { result.append(broken(.fileCount, element, "\(resource.files.count)")) }
        if let href = resource.href, kind != .tool {
          result.append(broken(.forbiddenHref, element, href))
        }
      }
      for needed in resource.dependencies where needed.name != resource.identifier {
        let other = listed.resource(needed.name).flatMap { CartridgeKind(rawValue: $0.type) }
        if let other, kind.mustNotNeed.contains(other) {
          result.append(broken(.forbiddenDependency, needed.element, needed.name))
        }
      }
      if kind == .bank {
        banks += 1
        if banks > 1 { result.append(broken(.banks, element, resource.identifier)) }
      }
      return result
    }
  }

  // MARK: Authorizations

  private func authorizations() -> [Diagnostic] {
    let space = CartridgeRules.authorization
    let protected = listed.resources.filter { resource in
      ["true", "1"].contains(resource.element.attribute("protected", uri: space))
    }
    guard let authorizations = manifest.first("authorizations", uri: space) else {
      return protected.map { broken(.noAuthorization, $0.element, $0.identifier) }
    }
    let access = authorizations.attribute("access", uri: "") ?? ""
    guard ["cartridge", "resource"].contains(access) else {
      return [broken(.access, authorizations, access)]
    }
    let isUnused = access == "resource" && protected.isEmpty
    return isUnused ? [broken(.unusedAuthorization, authorizations)] : []
  }
}
