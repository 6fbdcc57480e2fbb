import Curriculum
import Text

/// The words of the report on the results framework.
enum ResultsWords {
  static let indicatorsCaption = LocalizedText(
    en: "Indicators: what is, and what is wanted", km: "សូចនាករ៖ អ្វីដែលសម្រេចបាន និងអ្វីដែលចង់បាន")
  static let indicator = LocalizedText(en: "Indicator", km: "សូចនាករ")
  static let group = LocalizedText(en: "Of whom", km: "របស់អ្នកណា")
  static let value = LocalizedText(
    en: "Value (unique people where it counts)", km: "តម្លៃ (បើរាប់ រាប់មនុស្សម្នាក់តែម្តង)")
  static let unit = LocalizedText(en: "Unit", km: "ឯកតា")
  static let participations = LocalizedText(en: "Participations", km: "ចំនួនដងនៃការចូលរួម")
  static let baseline = LocalizedText(en: "Baseline", km: "តម្លៃដើម")
  static let target = LocalizedText(en: "Target", km: "គោលដៅ")
  static let reached = LocalizedText(en: "Of the target, %", km: "ភាគរយនៃគោលដៅ")
  static let everybody = LocalizedText(en: "everybody", km: "ទាំងអស់គ្នា")
  static let notSet = LocalizedText(en: "nobody has set it", km: "មិនទាន់មានអ្នកកំណត់")
  static let byHand = LocalizedText(
    en: "not from these records", km: "មិនមែនមកពីកំណត់ត្រាទាំងនេះ")
  static let sexNotKnown = LocalizedText(en: "nobody's sex is known", km: "មិនដឹងភេទរបស់នរណាទេ")
  static let meaningHeading = LocalizedText(
    en: "What the indicators mean", km: "អត្ថន័យនៃសូចនាករ")
  static let text = LocalizedText(en: "What it is", km: "ខ្លឹមសារ")
  static let measures = LocalizedText(en: "Measures", km: "វាស់អ្វី")
  static let formula = LocalizedText(en: "How it is reckoned", km: "របៀបគណនា")
  static let method = LocalizedText(en: "Source", km: "ប្រភព")
  static let period = LocalizedText(en: "Period", km: "រយៈពេល")
  static let elsewhereHeading = LocalizedText(
    en: "What these records cannot tell", km: "អ្វីដែលកំណត់ត្រាទាំងនេះមិនអាចប្រាប់")
  static let elsewhere = LocalizedText(
    en: "These indicators come from elsewhere; their values are to be added by hand.",
    km: "សូចនាករទាំងនេះមកពីប្រភពផ្សេង។ តម្លៃរបស់វាត្រូវបញ្ចូលដោយដៃ។")
  static let footnotes = [
    LocalizedText(
      en:
        "A person at several events is one of the unique people and several participations. Counts of people "
        + "are shown however small; a mean of fewer than \(Suppression.minimum) people is hidden.",
      km: "មនុស្សម្នាក់ដែលចូលរួមព្រឹត្តិការណ៍ច្រើន រាប់ជាមនុស្សម្នាក់ និងជាការចូលរួមច្រើនដង។ ចំនួនមនុស្សបង្ហាញទោះតិចក៏ដោយ។ "
        + "មធ្យមភាគរបស់មនុស្សតិចជាង \(Prose.count(Suppression.minimum).km) នាក់ត្រូវបានលាក់។"),
    LocalizedText(
      en: "A change is no proof that the programme brought it about: there is no comparison group.",
      km: "បម្រែបម្រួលមិនបញ្ជាក់ថាកម្មវិធីបានបង្កើតវាទេ៖ គ្មានក្រុមប្រៀបធៀប។"),
  ]

  static func formula(_ formula: ResultsFramework.Formula) -> LocalizedText {
    switch formula {
    case .peopleEnrolled:
      LocalizedText(en: "people enrolled in events", km: "មនុស្សដែលចុះឈ្មោះក្នុងព្រឹត្តិការណ៍")
    case .peopleAttended:
      LocalizedText(
        en: "people who were there on at least one day", km: "មនុស្សដែលមានវត្តមានយ៉ាងតិចមួយថ្ងៃ")
    case .peopleCompleted:
      LocalizedText(
        en: "people who handed in both tests of an event",
        km: "មនុស្សដែលបានប្រគល់តេស្តទាំងពីរនៃព្រឹត្តិការណ៍មួយ")
    case .shareOfWomen:
      LocalizedText(
        en: "women, in percent of those with both tests whose sex is known",
        km: "ស្ត្រី ជាភាគរយនៃអ្នកដែលមានតេស្តទាំងពីរ ហើយដឹងភេទ")
    case .meanChange:
      LocalizedText(
        en: "mean of post-test − pre-test of the same people, in percent of points",
        km: "មធ្យមភាគនៃតេស្តក្រោយវគ្គ − តេស្តមុនវគ្គ របស់មនុស្សដដែល ជាភាគរយនៃពិន្ទុ")
    }
  }

  static func source(_ indicator: ResultsFramework.Indicator) -> LocalizedText {
    LocalizedText(
      en: "\(indicator.id): \(indicator.method.en)",
      km: "\(indicator.id)៖ \(indicator.method.text(in: .khmer))")
  }
}
