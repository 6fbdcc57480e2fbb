import Curriculum
import Inspection
import Text

/// The words of a package that are neither a page's nor the curriculum's own.
enum PackageWords {
  static let modules = LocalizedText(en: "Modules", km: "ម៉ូឌុល")

  static func modulesOf(_ course: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "The modules of \(course.text(in: .english))",
      km: "ម៉ូឌុលនៃ\(course.text(in: .khmer))")
  }

  static let preTest = PageMessages.preTestPurpose

  static func postTest(_ mastery: Int) -> LocalizedText { PageMessages.masteryNeeded(mastery) }
}

/// What packages say about their course.
enum CourseDescription {
  /// Returns the purpose, and the words that every draft carries until it is approved.
  static func text(_ curriculum: Curriculum) -> LocalizedText {
    let purpose = curriculum.purpose
    guard curriculum.approval == nil else { return purpose }
    var result = LocalizedText(en: "", km: "")
    for language in Language.allCases where !purpose[language].isEmpty {
      let stop = language == .english ? "." : "។"
      result[language] =
        "\(ManifestValue.line(purpose[language])) \(Approval.draftNotice[language])\(stop)"
    }
    return result.isEmpty ? Approval.draftNotice : result
  }
}
