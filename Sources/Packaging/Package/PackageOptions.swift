package import Text

/// The standard that a package follows.
package enum PackageProfile: String, Sendable, Hashable, CaseIterable {
  /// SCORM 1.2, which nearly every LMS imports.
  case scorm12
}

/// The languages of a package.
package enum PackageLanguages: String, Sendable, Hashable, CaseIterable {
  /// English alone.
  case english = "en"
  /// Khmer alone.
  case khmer = "km"
  /// Both, Khmer shown first, with a switch on every page.
  case both

  /// The languages, the one shown first first.
  package var list: [Language] {
    switch self {
    case .english: [.english]
    case .khmer: [.khmer]
    case .both: [.khmer, .english]
    }
  }
}

/// What a package shall hold.
package struct PackageOptions: Sendable, Hashable {
  /// The standard that it follows.
  package var profile: PackageProfile
  /// Its languages.
  package var languages: PackageLanguages
  /// The modules, by id or folder, in any order; empty means all.
  package var modules: [String]
  /// The id of the province whose text it uses, or `nil` for the common text.
  package var context: String?

  /// Creates options.
  package init(
    profile: PackageProfile = .scorm12, languages: PackageLanguages = .both,
    modules: [String] = [], context: String? = nil
  ) {
    self.profile = profile
    self.languages = languages
    self.modules = modules
    self.context = context
  }
}
