import Archive
import Text
import XML

/// What a manifest of IMS Content Packaging lists, beside what lies in the package.
struct ManifestFiles {
  /// A resource of the manifest, with paths from the root of the package.
  struct Resource {
    let element: XMLElement
    let identifier: String
    let type: String
    /// What it shows, with the bases around it, or `nil` where it names nothing.
    let href: String?
    let files: [Listed]
    let dependencies: [Listed]
  }

  /// A file of a resource with its path, or what it needs with the identifier.
  struct Listed {
    let element: XMLElement
    let name: String
  }

  let resources: [Resource]
  /// Where in `resources` an identifier stands first.
  let byIdentifier: [String: Int]
  private let manifest: XMLElement
  private let scope: String
  private let file: String
  private let files: [ArchiveEntry]?
  private let content: [String: Int]

  /// Reads the resources of a manifest in the namespace `scope`.
  init(_ package: InspectedPackage, scope: String) {
    manifest = package.root
    self.scope = scope
    file = package.file
    files = package.files
    resources = Self.resources(of: package.root, scope: scope)
    byIdentifier = Dictionary(
      resources.enumerated().map { ($0.element.identifier, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    content = Dictionary(
      (package.files ?? []).enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func resources(of manifest: XMLElement, scope: String) -> [Resource] {
    func base(_ element: XMLElement) -> String {
      element.attribute("base", uri: XMLNamespace.xml.uri) ?? ""
    }
    return manifest.elements("resources", uri: scope).flatMap { list in
      list.elements("resource", uri: scope).map { element in
        let base = base(manifest) + base(list) + base(element)
        return Resource(
          element: element, identifier: element.attribute("identifier", uri: "") ?? "",
          type: element.attribute("type", uri: "") ?? "",
          href: element.attribute("href", uri: "").map { base + $0 },
          files: element.elements("file", uri: scope).map {
            Listed(element: $0, name: base + ($0.attribute("href", uri: "") ?? ""))
          },
          dependencies: element.elements("dependency", uri: scope).map {
            Listed(element: $0, name: $0.attribute("identifierref", uri: "") ?? "")
          })
      }
    }
  }

  /// Returns the resource with an identifier.
  func resource(_ identifier: String) -> Resource? {
    byIdentifier[identifier].map { resources[$0] }
  }

  /// Whether nothing is known of the files, because there is a manifest alone.
  var isAlone: Bool { files == nil }

  /// Returns the file that a path means, as written or decoded.
  func entry(_ path: String) -> ArchiveEntry? {
    guard let files else { return nil }
    return ManifestPath.names(path).lazy.compactMap { content[$0] }.first.map { files[$0] }
  }

  func place(_ element: XMLElement) -> SourceLocation {
    SourceLocation(file: file, line: element.line)
  }

  // MARK: Rules

  /// Returns which identifiers are no names, or stand twice.
  func identifierFindings() -> [Diagnostic] {
    ManifestIdentifiers.problems(in: manifest, uri: scope).map { problem in
      switch problem {
      case .invalid(let element, let name):
        PackagingRule.identifier.finding(at: place(element), name)
      case .duplicate(let element, let name):
        PackagingRule.duplicateIdentifier.finding(at: place(element), name)
      }
    }
  }

  /// Returns what of the dependencies of a resource leads nowhere, to itself, or stands twice.
  func dependencyFindings(_ resource: Resource) -> [Diagnostic] {
    var seen: Set<String> = []
    return resource.dependencies.compactMap { needed in
      let rule: PackagingRule
      if needed.name == resource.identifier {
        rule = .dependencyOnItself
      } else if byIdentifier[needed.name] == nil {
        rule = .dependency
      } else if !seen.insert(needed.name).inserted {
        rule = .dependencyTwice
      } else {
        return nil
      }
      return rule.finding(at: place(needed.element), needed.name)
    }
  }

  /// Returns whether what a resource shows is one of its files, and whether it lists one twice.
  func listFindings(_ resource: Resource) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var seen: Set<String> = []
    for file in resource.files where !seen.insert(file.name).inserted {
      result.append(PackagingRule.fileTwice.finding(at: place(file.element), file.name))
    }
    if let href = resource.href, !ManifestPath.isAddress(href),
      !seen.contains(href), !seen.contains(ManifestPath.withoutQuery(href))
    {
      result.append(PackagingRule.launchFile.finding(at: place(resource.element), href))
    }
    return result
  }

  /// Returns which paths lead out of the package, which files are missing, and which are listed
  /// nowhere; files in `exempt` need not be listed, nor schema documents at the root.
  func fileFindings(exempt: Set<String> = []) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var listed = exempt.union([ManifestPath.manifest])
    for file in resources.flatMap(\.files) {
      guard ManifestPath.isSafe(file.name) else {
        result.append(PackagingRule.unsafePath.finding(at: place(file.element), file.name))
        continue
      }
      let names = ManifestPath.names(file.name)
      listed.formUnion(names)
      if files != nil, !names.contains(where: { content[$0] != nil }) {
        result.append(PackagingRule.missingFile.finding(at: place(file.element), file.name))
      }
    }
    for entry in files ?? []
    where !listed.contains(entry.path) && !SchemaDocuments.isOne(entry.path) {
      let place = SourceLocation(file: entry.path)
      result.append(PackagingRule.unlistedFile.finding(at: place, entry.path))
    }
    return result
  }
}

extension ManifestPath {
  /// Resolves a reference that stands in a file of a package.
  ///
  /// - Parameters:
  ///   - reference: A relative reference, such as `../images/map.png`.
  ///   - file: The path of the file that it stands in.
  /// - Returns: The path from the root of the package, or `nil` where the reference leads out of it
  ///   or is no path.
  static func resolved(_ reference: String, from file: String) -> String? {
    let path = withoutQuery(reference)
    guard !path.isEmpty, !isAddress(reference), !path.utf8.contains(UInt8(ascii: "\\")),
      path.utf8.first != UInt8(ascii: "/")
    else { return nil }
    var parts = file.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { String($0) ?? "" }
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      switch String(part) ?? "" {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      case let name: parts.append(name)
      }
    }
    let result = parts.joined(separator: "/")
    return isSafe(result) ? result : nil
  }
}
