import Curriculum
import Inspection
import Text

/// What a package says about itself, whatever the standard that writes it down.
extension CourseSelection {
  /// The most characters of a description, a title and a keyword (IMS Learning Resource Meta-data
  /// 1.2.1; the smallest permitted maximum of IEEE 1484.12.1, 1.2 and 1.5, is the same).
  static let metadataLimit = 1000

  /// The purpose, and the words that every draft carries, which a long purpose makes room for.
  var description: LocalizedText {
    guard curriculum.approval == nil else { return purpose }
    var result = LocalizedText(en: "", km: "")
    for language in Language.allCases where !purpose[language].isEmpty {
      let stop = language == .english ? "." : "។"
      let notice = " " + Approval.draftNotice[language] + stop
      result[language] =
        TitleText.shortened(
          ManifestValue.line(purpose[language]),
          to: Self.metadataLimit - notice.unicodeScalars.count) + notice
    }
    return result.isEmpty ? Approval.draftNotice : result
  }

  /// The languages in which the package says a text: its own; where none of them is written, the
  /// other ones.
  func spoken(_ text: LocalizedText) -> [Language] {
    let written = languages.filter { !ManifestValue.line(text[$0]).isEmpty }
    return written.isEmpty ? languages.map(\.other) : written
  }

  /// Returns a text as metadata hold it: on one line, and not too long.
  static func metadataText(_ text: String) -> String {
    TitleText.shortened(ManifestValue.line(text), to: metadataLimit)
  }
}
