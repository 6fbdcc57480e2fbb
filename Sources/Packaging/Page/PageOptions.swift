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

  /// The language that the page shows first.
  package var firstLanguage: Language { languages.first ?? .khmer }
}
