import Archive
import Inspection
import Text

/// Puts the schema documents of somebody else into a package in place of Sala's own.
enum ControlDocuments {
  /// Returns which documents a package needs: those that its manifest names, and what they include
  /// or import, and so on.
  ///
  /// A document on the network is taken where the folder has a copy of it, under the last part of
  /// its address, beside the document that names it.
  ///
  /// - Parameters:
  ///   - named: The locations that the manifest names, relative to the package.
  ///   - folder: Everything that is there to take, with paths from its folder.
  /// - Returns: The documents in the order in which they are needed, with their own paths, and what
  ///   is missing: `control-document-not-found`, and a warning `control-document-remote`.
  static func needed(
    by named: [String], in folder: [PackageFile]
  ) -> (files: [PackageFile], findings: [Diagnostic]) {
    let documents = Dictionary(
      folder.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var wanted = named.map { (location: $0, document: ManifestPath.manifest) }
    var seen: Set<String> = []
    var files: [PackageFile] = []
    var findings: [Diagnostic] = []
    var next = 0
    while next < wanted.count {
      let (location, document) = wanted[next]
      next += 1
      let isRemote = location.contains("://")
      let local = isRemote ? location.split(separator: "/").last.map(String.init) ?? "" : location
      let path = path(local, from: document)
      guard seen.insert(path ?? location).inserted else { continue }
      guard let path, let file = documents[path], path.utf8.allSatisfy({ $0 < 0x80 }) else {
        findings.append(
          isRemote
            ? PackageMessages.controlDocumentRemote(location, neededBy: document)
            : PackageMessages.controlDocumentNotFound(path ?? location, neededBy: document))
        continue
      }
      files.append(file)
      wanted += SchemaReferences.locations(in: file.bytes).map { ($0, path) }
    }
    return (files, findings)
  }

  /// Returns the files of a package with other documents in place of Sala's own.
  static func replaced(_ files: [PackageFile], with documents: [PackageFile]) -> [PackageFile] {
    let own = Set(
      PackageStandard.allCases.flatMap(\.controlDocuments).map(\.path) + documents.map(\.path))
    let manifest = files.filter { $0.path == ManifestPath.manifest }
    let others = files.filter { $0.path != ManifestPath.manifest && !own.contains($0.path) }
    return manifest + documents + others
  }

  /// Returns a location as a path from the root of the package, or `nil` where it leads out of it.
  private static func path(_ location: String, from document: String) -> String? {
    var parts = document.split(separator: "/").dropLast().map(String.init)
    let plain = location.prefix { $0 != "?" && $0 != "#" }
    for part in plain.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    let path = parts.joined(separator: "/")
    return ManifestPath.isSafe(path) ? path : nil
  }
}
