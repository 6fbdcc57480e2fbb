import Archive
import Text
import XML

/// The resources of a manifest of IMS Content Packaging, which several standards build upon.
struct PackagedResources: Sendable {
  /// A file that a resource lists.
  struct File: Sendable {
    let element: XMLElement
    /// The path from the root of the package, with each `xml:base` before it.
    let path: String
  }

  /// A resource.
  struct Resource: Sendable {
    let element: XMLElement
    /// The identifier, without the spaces around it.
    let identifier: String
    /// The page that is launched, with each `xml:base` before it; `nil` where there is none.
    let launch: String?
    let files: [File]
    /// The identifiers of the resources that it needs.
    let needs: [String]
  }

  /// How many resources are looked at in all to find the pages that are launched; only a manifest
  /// made to take long has more.
  private static let mostSteps = 5_000_000

  /// The resources in the order of the manifest.
  let all: [Resource]
  /// The first resource of each identifier.
  let byID: [String: Resource]

  /// Finds the resources of a manifest in the namespace `uri`.
  init(of manifest: XMLElement, uri: String) {
    let root = Self.base(of: manifest)
    var all: [Resource] = []
    for list in manifest.elements("resources", uri: uri) {
      let base = root + Self.base(of: list)
      for element in list.elements("resource", uri: uri) {
        let base = base + Self.base(of: element)
        all.append(
          Resource(
            element: element,
            identifier: ManifestValue.line(element.attribute("identifier", uri: "") ?? ""),
            launch: element.attribute("href", uri: "").map { Self.path($0, base) },
            files: element.elements("file", uri: uri).map { file in
              File(element: file, path: Self.path(file.attribute("href", uri: "") ?? "", base))
            },
            needs: element.elements("dependency", uri: uri).map {
              ManifestValue.line($0.attribute("identifierref", uri: "") ?? "")
            }))
      }
    }
    self.all = all
    byID = Dictionary(
      all.map { ($0.identifier, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func base(of element: XMLElement) -> String {
    element.attribute("base", uri: XMLNamespace.xml.uri) ?? ""
  }

  /// An address stands for itself, whatever the base.
  private static func path(_ reference: String, _ base: String) -> String {
    ManifestPath.isAddress(reference) ? reference : base + reference
  }

  /// Tells for each resource whether the page that it launches is one of its files, or of those of
  /// the resources that it needs; a page elsewhere on the network is, and no page at all is too.
  func listsOfLaunchedPages() -> [Bool] {
    let paths = all.map { resource in
      Set(resource.files.map { ManifestPath.withoutQuery($0.path) })
    }
    let indices = Dictionary(
      all.enumerated().map { ($0.element.identifier, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var steps = 0
    return all.indices.map { index in
      guard let launch = all[index].launch, !ManifestPath.isAddress(launch) else { return true }
      let page = ManifestPath.withoutQuery(launch)
      var seen: Set<Int> = [index]
      var waiting = [index]
      while let next = waiting.popLast() {
        if paths[next].contains(page) { return true }
        for name in all[next].needs {
          steps += 1
          guard steps < Self.mostSteps else { break }
          if let needed = indices[name], seen.insert(needed).inserted { waiting.append(needed) }
        }
      }
      return false
    }
  }
}

// MARK: - Files

/// What is wrong with a file of a package.
enum PackagedFileProblem: Sendable {
  /// The path leads out of the package.
  case unsafe(XMLElement, String)
  /// The file is listed, but not there.
  case missing(XMLElement, String)
  /// A schema document that the manifest names, or that the standard has, is not there.
  case control(String)
  /// The file is there, but not listed.
  case unlisted(String)
}

extension PackagedResources {
  /// Returns what is wrong with the files, in the order of the manifest; what concerns the package
  /// comes last.
  ///
  /// - Parameters:
  ///   - paths: The files of the package, or `nil` where there is a manifest alone.
  ///   - controls: The names of the schema documents of the standard.
  ///   - manifest: The manifest, which names more of them.
  ///   - addresses: Whether a file may be elsewhere on the network.
  /// - Returns: The problems; about the paths alone where there is a manifest alone.
  func problems(
    paths: [String]?, controls: [String], manifest: XMLElement, addresses: Bool = false
  ) -> [PackagedFileProblem] {
    var result: [PackagedFileProblem] = []
    var listed: Set<String> = []
    let present = paths.map { Set($0) }
    for file in all.flatMap(\.files) where !(addresses && ManifestPath.isWebAddress(file.path)) {
      guard ManifestPath.isSafe(file.path) else {
        result.append(.unsafe(file.element, file.path))
        continue
      }
      let names = ManifestPath.names(file.path)
      listed.formUnion(names)
      if let present, !names.contains(where: present.contains) {
        result.append(.missing(file.element, file.path))
      }
    }
    guard let paths, let present else { return result }
    let documents = SchemaDocuments.named(in: manifest).union(controls)
    result += documents.sorted().filter { !present.contains($0) }.map { .control($0) }
    listed.formUnion(documents.union([ManifestPath.manifest]))
    result += paths.filter { !listed.contains($0) && !SchemaDocuments.isOne($0) }
      .map { .unlisted($0) }
    return result
  }
}
