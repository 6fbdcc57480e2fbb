package import Psychometrics
package import Text

/// Why a figure does not exist, in words.
package enum ReasonWords {
  /// Returns the words for a reason.
  package static func text(_ reason: UndefinedReason) -> LocalizedText {
    switch reason {
    case .tooFew(let needed):
      needed == 1
        ? LocalizedText(en: "there is nobody", km: "គ្មានសិក្ខាកាម")
        : LocalizedText(
          en: "fewer than \(needed) people or items",
          km: "មានមនុស្ស ឬសំណួរតិចជាង \(Khmer.withKhmerDigits("\(needed)"))")
    case .noVariation:
      LocalizedText(
        en: "everybody has the same value, so there is no spread to compare with",
        km: "គ្រប់គ្នាមានតម្លៃដូចគ្នា ដូច្នេះគ្មានគម្លាតសម្រាប់ប្រៀបធៀប")
    case .noDifferences:
      LocalizedText(en: "nobody changed", km: "គ្មាននរណាប្រែប្រួលទេ")
    case .notFinite:
      LocalizedText(en: "a value is too large or no number", km: "តម្លៃមួយធំពេក ឬមិនមែនជាចំនួន")
    case .unequalLengths:
      LocalizedText(en: "the pairs are incomplete", km: "គូមិនពេញលេញ")
    case .noRoom:
      LocalizedText(
        en: "everybody had all the points before", km: "គ្រប់គ្នាបានពិន្ទុពេញតាំងពីមុនវគ្គ")
    case .noSolution:
      LocalizedText(
        en: "the model has no proper solution for these data",
        km: "ម៉ូដែលគ្មានចម្លើយត្រឹមត្រូវសម្រាប់ទិន្នន័យនេះ")
    case .notRightOrWrong:
      LocalizedText(en: "some answers score in parts", km: "ចម្លើយខ្លះបានពិន្ទុជាផ្នែក")
    case .slopesDiffer:
      LocalizedText(
        en: "the groups' lines of post on pre are not parallel",
        km: "បន្ទាត់ពិន្ទុក្រោយលើពិន្ទុមុនរបស់ក្រុមមិនស្របគ្នា")
    case .tooFewClusters:
      LocalizedText(en: "there is only one cluster", km: "មានចង្កោមតែមួយ")
    case .notAsked:
      LocalizedText(en: "it was not asked for", km: "មិនបានស្នើសុំ")
    }
  }
}
