import Document
import Text

/// The words of pictures, of the two languages and of the method notes.
extension ReportingMessages {
  static let meanOfAll = LocalizedText(en: "Mean of all", km: "មធ្យមភាគទាំងអស់គ្នា")

  // MARK: Languages

  static let languageHeading = LocalizedText(
    en: "With and without those who changed language",
    km: "ដោយរាប់ និងមិនរាប់អ្នកដែលប្តូរភាសា")
  static let languageIntroduction = LocalizedText(
    en: "Some took the two tests in different languages. For them, a change may be the language as "
      + "much as anything learned.",
    km: "សិក្ខាកាមខ្លះបានធ្វើតេស្តទាំងពីរជាភាសាខុសគ្នា។ ចំពោះពួកគេ បម្រែបម្រួលអាចកើតពីភាសា ក៏ដូចជាពីអ្វីដែលបានរៀន។")
  static let languageCaption = LocalizedText(
    en: "Change by whether the language of the tests was the same",
    km: "បម្រែបម្រួលតាមភាសាដែលបានប្រើក្នុងតេស្តទាំងពីរ")
  static let sameLanguage = LocalizedText(
    en: "Same language in both tests", km: "ភាសាដដែលក្នុងតេស្តទាំងពីរ")
  static let otherLanguage = LocalizedText(
    en: "Another language in the post-test", km: "ភាសាផ្សេងក្នុងតេស្តក្រោយវគ្គ")

  static func languageTooFew(_ changed: Int, of n: Int) -> LocalizedText {
    LocalizedText(
      en: "\(changed) of \(n) people changed language. The change with and without them is not "
        + "given, because one part has fewer than \(Suppression.minimum) people and its figures "
        + "would follow.",
      km: "សិក្ខាកាម \(Prose.count(changed).km) នាក់ ក្នុងចំណោម \(Prose.count(n).km) នាក់ បានប្តូរភាសា។ "
        + "មិនបង្ហាញបម្រែបម្រួលដោយរាប់ និងមិនរាប់ពួកគេទេ ព្រោះផ្នែកមួយមានតិចជាង "
        + "\(Prose.count(Suppression.minimum).km) នាក់ ហើយគេអាចគណនារកតួលេខនោះបាន។")
  }

  // MARK: Attrition

  static let flowTitle = LocalizedText(
    en: "Who came back for the post-test, by level at the pre-test",
    km: "អ្នកដែលបានធ្វើតេស្តក្រោយវគ្គ តាមកម្រិតនៅតេស្តមុនវគ្គ")
  static let levelAtPreTest = LocalizedText(
    en: "Third of all at the pre-test", km: "ភាគបីនៃសិក្ខាកាម តាមពិន្ទុតេស្តមុនវគ្គ")
  static let thirds = [
    LocalizedText(en: "lowest", km: "ទាប"), LocalizedText(en: "middle", km: "មធ្យម"),
    LocalizedText(en: "highest", km: "ខ្ពស់"),
  ]
  static let stayedOrLeft = [
    LocalizedText(en: "both tests", km: "តេស្តទាំងពីរ"),
    LocalizedText(en: "pre-test only", km: "តែតេស្តមុនវគ្គ"),
  ]

  static func flowSummary(_ lost: [Double]) -> LocalizedText {
    let shares = lost.map { Prose.number($0) }
    return LocalizedText(
      en: "Without a post-test: \(shares.map { $0.en + " %" }.joined(separator: ", ")) of the "
        + "lowest, the middle and the highest third.",
      km: "គ្មានតេស្តក្រោយវគ្គ៖ \(shares.map { $0.km + "%" }.joined(separator: ", ")) "
        + "នៃភាគបីទាប មធ្យម និងខ្ពស់។")
  }
}
