import XML

/// The identifiers of a manifest, each of which stands once in it.
enum ManifestIdentifiers {
  /// What is wrong with an identifier.
  enum Problem: Sendable {
    /// It is missing, or not an `xs:ID`.
    case invalid(XMLElement, String)
    /// Another element has it.
    case duplicate(XMLElement, String)
  }

  private static let names: Set<String> = ["manifest", "organization", "item", "resource"]

  /// Returns what is wrong with the identifiers in the namespace `uri`, in the order of the
  /// manifest.
  ///
  /// - Parameters:
  ///   - manifest: The manifest.
  ///   - uri: The namespace.
  ///   - limit: The most problems that are looked for.
  ///   - reading: What an identifier is read as; the spaces around it may not count.
  /// - Returns: The problems.
  static func problems(
    in manifest: XMLElement, uri: String, limit: Int = .max,
    reading: (String) -> String = { $0 }
  ) -> [Problem] {
    var seen: Set<String> = []
    var result: [Problem] = []
    func visit(_ element: XMLElement) {
      guard result.count < limit else { return }
      if names.contains(element.name.local), element.name.matches(element.name.local, uri: uri) {
        let identifier = reading(element.attribute("identifier", uri: "") ?? "")
        if !ManifestValue.isIdentifier(identifier) {
          result.append(.invalid(element, identifier))
        } else if !seen.insert(identifier).inserted {
          result.append(.duplicate(element, identifier))
        }
      }
      for child in element.elements { visit(child) }
    }
    visit(manifest)
    return result
  }
}
