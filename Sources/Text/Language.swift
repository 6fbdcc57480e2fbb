/// A language Sala speaks; the two its users read.
package enum Language: String, Sendable, Hashable, CaseIterable, Codable {
  /// English.
  case english = "en"
  /// Khmer.
  case khmer = "km"

  /// Returns the other of the two languages.
  package var other: Language { self == .english ? .khmer : .english }

  /// Creates the language that a locale name such as `km_KH.UTF-8` or `en` asks for.
  ///
  /// - Parameter locale: A POSIX or BCP 47 name; anything but English and Khmer gives `nil`.
  package init?(locale: String) {
    let prefix = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." }.lowercased()
    self.init(rawValue: prefix)
  }
}
