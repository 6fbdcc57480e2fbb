import Text

/// The messages about GIFT.
enum GIFTMessages {
  static let remedy = LocalizedText(
    en:
      "Write '::name::question {=right ~wrong}'; a sign of GIFT within a text stands behind '\\'.",
    km: "សូមសរសេរ '::ឈ្មោះ::សំណួរ {=ត្រូវ ~ខុស}'។ សញ្ញារបស់ GIFT ក្នុងអត្ថបទត្រូវមាន '\\' នៅមុខ។")
  static let noOpening = LocalizedText(
    en: "A '}' stands here without a '{'.", km: "មាន '}' ដោយគ្មាន '{'។")
  static let noClosing = LocalizedText(
    en: "The '{' is not closed before the next blank line.",
    km: "'{' មិនត្រូវបានបិទ មុនបន្ទាត់ទទេបន្ទាប់ទេ។")
  static let noText = LocalizedText(en: "The question has no text.", km: "សំណួរនេះគ្មានអត្ថបទទេ។")
  static let badAnswer = LocalizedText(
    en: "Between the braces stands no answer: '=', '~', '#', TRUE or FALSE begins one.",
    km: "ក្នុងវង់ដង្កៀបគ្មានចម្លើយទេ៖ ចម្លើយចាប់ផ្តើមដោយ '=' '~' '#' TRUE ឬ FALSE។")
  static let emptyAnswer = LocalizedText(en: "This answer is empty.", km: "ចម្លើយនេះទទេ។")
  static let noAnswer = LocalizedText(
    en: "The question accepts no answer.", km: "សំណួរនេះមិនទទួលចម្លើយណាមួយទេ។")
  static let noRightAnswer = LocalizedText(
    en: "No option is right: mark one with '=', or give some a weight above 0.",
    km: "គ្មានជម្រើសណាត្រឹមត្រូវទេ៖ សូមដាក់ '=' ឬទម្ងន់លើសពី 0។")
  static let fewOptions = LocalizedText(
    en: "The question has fewer than two options.", km: "សំណួរនេះមានជម្រើសតិចជាងពីរ។")
  static let fewPairs = LocalizedText(
    en: "The question has fewer than two pairs.", km: "សំណួរនេះមានគូតិចជាងពីរ។")
  static let noArrow = LocalizedText(
    en: "This is no pair 'left -> right'.", km: "នេះមិនមែនជាគូ 'ឆ្វេង -> ស្តាំ' ទេ។")
  static let badNumber = LocalizedText(
    en: "This is not a number, 'number:tolerance' or 'low..high'.",
    km: "នេះមិនមែនជាចំនួន 'ចំនួន:កម្រិតលម្អៀង' ឬ 'ទាប..ខ្ពស់' ទេ។")
  static let badWeight = LocalizedText(
    en: "A weight is a number from -100 to 100 between two '%'.",
    km: "ទម្ងន់ជាចំនួនពី -100 ដល់ 100 នៅចន្លោះ '%' ពីរ។")

  static let broken = FormatMessages.unreadable
  static let description = LocalizedText(
    en: "the whole text: it is a description without answers",
    km: "អត្ថបទទាំងមូល៖ វាជាការពិពណ៌នាដែលគ្មានចម្លើយ")
  static let html = LocalizedText(
    en: "HTML tags, which are kept as text", km: "ស្លាក HTML ដែលរក្សាទុកជាអត្ថបទ")
  static let pattern = LocalizedText(
    en: "the wildcard '*' of an accepted answer", km: "សញ្ញា '*' ដែលតំណាងអក្សរណាមួយ ក្នុងចម្លើយដែលទទួលយក")
  static let elseFeedback = LocalizedText(
    en: "feedback to any other answer", km: "យោបល់ត្រឡប់ចំពោះចម្លើយផ្សេងទៀតទាំងអស់")

  static func tag(_ tag: String) -> LocalizedText {
    LocalizedText(en: "the tag '\(tag)'", km: "ស្លាក '\(tag)'")
  }
}
