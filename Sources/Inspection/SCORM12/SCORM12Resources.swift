import XML

/// The resources of a manifest of SCORM 1.2, with the paths that their bases make.
struct SCORM12Resources {
  /// One resource.
  struct Resource {
    let element: XMLElement
    /// What stands before each path in it, from the `xml:base` of the manifest, of the list and of
    /// the resource.
    let base: String
    /// The files of the resource itself, from the root of the package, without queries.
    let files: Set<String>
    /// The identifiers of the resources that it needs.
    let needs: [String]
  }

  /// The resources in their order.
  let all: [Resource]
  /// The first resource of each identifier.
  let byID: [String: Resource]
  /// The identifiers of manifests inside the manifest, which items may name too.
  let subManifests: Set<String>
  /// The files that any resource lists.
  let listed: Set<String>

  init(_ manifest: XMLElement) {
    let scope = SCORM12Namespace.packaging.uri
    let root = Self.base(of: manifest)
    all = manifest.elements("resources", uri: scope).flatMap { list in
      let base = root + Self.base(of: list)
      return list.elements("resource", uri: scope).map { element in
        let base = base + Self.base(of: element)
        return Resource(
          element: element, base: base,
          files: Set(
            element.elements("file", uri: scope).map {
              ManifestPath.withoutQuery(base + ($0.attribute("href", uri: "") ?? ""))
            }),
          needs: element.elements("dependency", uri: scope).map {
            $0.attribute("identifierref", uri: "") ?? ""
          })
      }
    }
    byID = Dictionary(
      all.map { ($0.element.attribute("identifier", uri: "") ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    subManifests = Set(
      manifest.elements("manifest", uri: scope).compactMap { $0.attribute("identifier", uri: "") })
    listed = all.reduce(into: []) { $0.formUnion($1.files) }
  }

  /// The most bytes of one `xml:base`: each path repeats it.
  static let longestBase = 500
  /// The most files that a manifest lists.
  static let mostFiles = 50_000

  /// The `xml:base` of an element; one that is too long has a finding and counts as none.
  static func base(of element: XMLElement) -> String {
    let base = element.attribute("base", uri: XMLNamespace.xml.uri) ?? ""
    return base.utf8.count <= longestBase ? base : ""
  }

  /// How many files a manifest lists, before any path is made of them.
  static func fileCount(_ manifest: XMLElement) -> Int {
    manifest.elements("resources").reduce(0) { sum, list in
      list.elements("resource").reduce(sum) { $0 + $1.elements("file").count }
    }
  }

  /// How many resources are looked at to find those that one needs, over the whole manifest.
  static let mostSteps = 300_000

  /// Tells whether a file is one of a resource or of those that it needs, which one page may share
  /// with others; `steps` counts down, and at 0 the answer is no.
  func has(_ path: String, _ resource: Resource, steps: inout Int) -> Bool {
    var seen: Set<String> = []
    var waiting = [resource]
    while let next = waiting.popLast(), steps > 0 {
      steps -= 1
      if next.files.contains(path) { return true }
      for reference in next.needs {
        if let needed = byID[reference], seen.insert(reference).inserted { waiting.append(needed) }
      }
    }
    return false
  }
}
