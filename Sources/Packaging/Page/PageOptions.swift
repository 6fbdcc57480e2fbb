package import Text

/// What is the same for all pages of one package.
package struct PageOptions: Sendable {
  /// The languages of the page; the first is shown first, a second makes a switch.
  package var languages: [Language]
  /// The id of the province whose examples it uses, or `nil` for the common ones.
  package var province: String?
  /// What stands before the names of scripts and style sheet, such as `../`; empty beside them.
  package var assets: String
  /// The page that lists all pages of the package, or `nil` where an LMS does.
  package var list: String?
  /// What the destination of a link or picture in a lesson becomes in the package.
  package var target: @Sendable (String) -> String
  /// The standard of the package, which says what the page's script speaks with an LMS.
  package var profile: PackageProfile = .scorm12
  /// Which form a test gives to whom.
  package var allocation: PackageForms = .crossover
  /// What the results of a test are also reported about, where the standard has objectives.
  package var objectives: [CourseObjective] = []
  /// Whether the pre-test is scored by objective, so that a mastered module can be skipped.
  package var scoresPreTest = false

  /// Creates options.
  ///
  /// - Parameters:
  ///   - languages: The languages, the first shown first; none means both, Khmer first.
  ///   - province: The id of a province, or `nil`.
  ///   - assets: What stands before the names of scripts and style sheet.
  ///   - list: The page that lists all pages of the package, or `nil` where an LMS does.
  ///   - target: What the destination of a link or picture becomes.
  package init(
    languages: [Language], province: String? = nil, assets: String = "",
    list: String? = nil, target: @escaping @Sendable (String) -> String = { $0 }
  ) {
    var distinct: [Language] = []
    for language in languages where !distinct.contains(language) { distinct.append(language) }
    self.languages = distinct.isEmpty ? [.khmer, .english] : distinct
    self.province = province
    self.assets = assets
    self.list = list
    self.target = target
  }

  /// The name of the standard in the page's data; a cartridge's pages speak with no LMS.
  var profileName: String {
    profile == .commonCartridge ? PackageProfile.web.rawValue : profile.rawValue
  }

  /// The language that the page shows first.
  package var firstLanguage: Language { languages.first ?? .khmer }
}
