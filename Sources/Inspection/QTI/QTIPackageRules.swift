import Archive
import Text
import XML

/// The rules of a package of QTI 2.1 or 2.2, or of QTI 1.2, in a manifest of IMS Content Packaging.
enum QTIPackageRules: StandardRules {
  /// The namespaces in which manifests of such packages stand.
  static let packaging: Set<String> = [
    "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.imsglobal.org/xsd/imscp_v1p2",
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "http://www.imsglobal.org/xsd/apip/apipv1p0/imscp_v1p1",
    "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1",
    "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
  ]

  static func findings(in package: InspectedPackage) -> [Diagnostic] {
    let scope = package.root.name.namespace?.uri ?? ""
    guard package.root.name.local == "manifest", packaging.contains(scope) else {
      let place = SourceLocation(file: package.file, line: package.root.line)
      return [
        PackagingRule.wrongRoot.finding(
          at: place, ManifestValue.line("\(package.root.name.qualified) \(scope)"),
          wanted: "manifest http://www.imsglobal.org/xsd/imscp_v1p1")
      ]
    }
    let listed = ManifestFiles(package, scope: scope)
    return QTIManifest(manifest: package.root, scope: scope, listed: listed).findings()
      + listed.identifierFindings() + listed.fileFindings()
      + QTIContent(listed: listed).findings()
  }
}

/// The manifest of a package of QTI as it is looked through.
private struct QTIManifest {
  let manifest: XMLElement
  let scope: String
  let listed: ManifestFiles

  func findings() -> [Diagnostic] {
    metadata() + resources() + items()
  }

  // MARK: Metadata

  /// Packages name the profile of QTI that they follow, or IMS Content Packaging alone, where the
  /// two elements may be missing.
  private func metadata() -> [Diagnostic] {
    let metadata = manifest.first("metadata", uri: scope)
    guard let name = metadata?.first("schema", uri: scope) else {
      return [QTIRule.noSchema.finding(at: listed.place(metadata ?? manifest))]
    }
    let versions = listed.resources.compactMap { QTIKind(type: $0.type)?.version }
    let profile = versions.contains("v2p2") ? "QTIv2.2 Package" : "QTIv2.1 Package"
    let schema = ManifestValue.line(name.text)
    let version = metadata?.first("schemaversion", uri: scope)
    let number = ManifestValue.line(version?.text ?? "")
    let known = ["IMS Content", "QTI", "APIP"].contains { schema.hasPrefix($0) }
    guard known else {
      let place = listed.place(name)
      return [PackagingRule.schemaName.finding(at: place, schema, wanted: profile)]
    }
    let isProfile = schema.hasPrefix("QTIv") && schema.hasSuffix(" Package")
    let isNumber = isProfile ? number == "1.0.0" : number.utf8.first.map(Self.isDigit) ?? false
    guard isNumber else {
      let wanted = isProfile ? "1.0.0" : "1.1"
      return [
        PackagingRule.schemaVersion.finding(
          at: listed.place(version ?? name), number, wanted: wanted)
      ]
    }
    let isOther =
      isProfile && !versions.isEmpty
      && !versions.contains { schema == "QTI\($0.replacing("p", with: ".")) Package" }
    return isOther ? [QTIRule.versions.finding(at: listed.place(name), schema)] : []
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Resources

  private func resources() -> [Diagnostic] {
    var result: [Diagnostic] = []
    var versions: Set<String> = []
    for resource in listed.resources {
      let place = listed.place(resource.element)
      result += listed.listFindings(resource) + listed.dependencyFindings(resource)
      guard let kind = QTIKind(type: resource.type) else {
        if resource.type.isEmpty || QTIKind.claims(resource.type) {
          result.append(PackagingRule.resourceType.finding(at: place, resource.type))
        }
        continue
      }
      if versions.insert(kind.version).inserted, versions.count == 2 {
        result.append(QTIRule.versions.finding(at: place, resource.type))
      }
      if resource.href == nil {
        result.append(PackagingRule.noLaunchFile.finding(at: place, resource.identifier))
      }
    }
    if versions.isEmpty {
      let place = listed.place(manifest.first("resources", uri: scope) ?? manifest)
      result.append(QTIRule.noQuestions.finding(at: place))
    }
    return result
  }

  // MARK: Items

  /// Packages of questions need no organization; where there is one, its items lead somewhere.
  private func items() -> [Diagnostic] {
    var result: [Diagnostic] = []
    func visit(_ element: XMLElement) {
      for item in element.elements("item", uri: scope) {
        let reference = item.attribute("identifierref", uri: "")
        if let reference, listed.resource(reference) == nil {
          result.append(PackagingRule.itemReference.finding(at: listed.place(item), reference))
        }
        visit(item)
      }
    }
    manifest.elements("organizations", uri: scope)
      .flatMap { $0.elements("organization", uri: scope) }.forEach(visit)
    return result
  }
}
