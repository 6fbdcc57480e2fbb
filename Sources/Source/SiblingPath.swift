package import Text

/// The names of the two files that hold one text in two languages: `x.en.md` and `x.km.md`.
package enum SiblingPath {
  /// Returns the language that a file name such as `why.km.md` carries, or `nil`.
  package static func language(of path: String) -> Language? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    return Language(rawValue: String(parts[parts.count - 2]))
  }

  /// Returns the path of the same text in `language`.
  package static func path(_ path: String, in language: Language) -> String {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, Language(rawValue: parts[parts.count - 2]) != nil else { return path }
    parts[parts.count - 2] = language.rawValue
    return parts.joined(separator: ".")
  }
}
