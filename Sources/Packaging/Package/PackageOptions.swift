package import Text

/// The standard that a package follows.
package enum PackageProfile: String, Sendable, Hashable, CaseIterable {
  /// SCORM 1.2, which nearly every LMS imports.
  case scorm12
  /// SCORM 2004, 4th Edition: with objectives and sequencing.
  case scorm2004
  /// cmi5: a course structure whose pages send xAPI statements.
  case cmi5
  /// IMS Common Cartridge 1.1: pages and quizzes that an LMS restores as an editable course.
  case commonCartridge = "common-cartridge"
  /// A folder of pages for any browser, without an LMS.
  case web

  /// How the name of its archive ends.
  var suffix: String { self == .commonCartridge ? "imscc" : "zip" }
}

/// How the pages of a package stand in it.
package enum PackageOrganization: String, Sendable, Hashable, CaseIterable {
  /// One SCO that holds all pages, for LMSs that play only one.
  case single
  /// One SCO a page: tests and modules.
  case multi
}

/// Which of two parallel forms a learner takes before, and which after.
package enum PackageForms: String, Sendable, Hashable, CaseIterable {
  /// The first form, before and after.
  case a
  /// The second form, before and after.
  case b
  /// Half of the learners begin with each, by a stable hash of the learner's id.
  case crossover
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
  /// Whether all pages stand in one SCO.
  package var organization: PackageOrganization
  /// Which forms the tests give.
  package var forms: PackageForms
  /// Whether each test and each module becomes a package of its own.
  package var isSplit: Bool
  /// Whether a learner whose pre-test shows that a module is mastered may skip it, where the
  /// standard has sequencing; the page of the pre-test then holds its key.
  package var skipsMastered: Bool
  /// Schema documents to carry in place of Sala's own, with their paths in their folder, of which
  /// those that the manifest needs are taken; `nil` carries Sala's.
  package var controlDocuments: [PackageFile]?

  /// Creates options.
  package init(
    profile: PackageProfile = .scorm12, languages: PackageLanguages = .both,
    modules: [String] = [], context: String? = nil,
    organization: PackageOrganization = .multi, forms: PackageForms = .crossover,
    isSplit: Bool = false, skipsMastered: Bool = false, controlDocuments: [PackageFile]? = nil
  ) {
    self.profile = profile
    self.languages = languages
    self.modules = modules
    self.context = context
    self.organization = organization
    self.forms = forms
    self.isSplit = isSplit
    self.skipsMastered = skipsMastered
    self.controlDocuments = controlDocuments
  }
}
