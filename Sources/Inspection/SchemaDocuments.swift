import XML

/// Which files of a package describe its manifest, and so need not be listed in it.
enum SchemaDocuments {
  /// The folders beside the manifest in which the parts of the schema of metadata lie, as ADL gives
  /// them out.
  private static let folders: Set<String> = ["common", "extend", "unique", "vocab"]

  /// Returns the documents that a manifest says lie beside it (`xsi:schemaLocation`).
  static func named(in manifest: XMLElement) -> Set<String> {
    let hint = manifest.attribute("schemaLocation", uri: SCORM12Namespace.instance.uri) ?? ""
    let named = hint.split(whereSeparator: \.isWhitespace).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    return Set(named.filter { !ManifestPath.isAddress($0) })
  }

  /// Tells whether a path is that of a schema document at the root, or of a part of one.
  static func isOne(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard
      parts.count == 1
        || (parts.count == 2 && folders.contains(String(decoding: parts[0], as: UTF8.self)))
    else { return false }
    return [".xsd", ".dtd"].contains { path.utf8.suffix(4).elementsEqual($0.utf8) }
  }
}
