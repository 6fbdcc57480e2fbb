import Text

/// The words inside pictures and over the columns of their numbers.
extension DocumentMessages {
  static let dataOfPicture = LocalizedText(
    en: "The numbers of this picture", km: "តួលេខនៃរូបភាពនេះ")

  static func numbersInTable(_ caption: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "The numbers are in the table “\(caption.en)”.",
      km: "តួលេខស្ថិតនៅក្នុងតារាង «\(caption.text(in: .khmer))»។")
  }

  static let what = LocalizedText(en: "Group", km: "ក្រុម")
  static let people = LocalizedText(en: "People", km: "ចំនួនមនុស្ស")
  static let value = LocalizedText(en: "Value", km: "តម្លៃ")
  static let interval = LocalizedText(en: "95 % interval", km: "ចន្លោះ ៩៥%")
  static let noValue = LocalizedText(en: "not shown", km: "មិនបង្ហាញ")
  static let number = LocalizedText(en: "No.", km: "ល.រ.")
  static let item = LocalizedText(en: "Question", km: "សំណួរ")
  static let option = LocalizedText(en: "Option", km: "ជម្រើស")
  static let right = LocalizedText(en: "Right", km: "ត្រឹមត្រូវ")
  static let yes = LocalizedText(en: "yes", km: "បាទ/ចាស")
  static let name = LocalizedText(en: "Name", km: "ឈ្មោះ")
  static let parent = LocalizedText(en: "Taught by", km: "បង្រៀនដោយ")
  static let generation = LocalizedText(en: "Depth", km: "ជំនាន់")
  static let province = LocalizedText(en: "Province", km: "ខេត្ត")
  static let remark = LocalizedText(en: "Text", km: "អត្ថបទ")
  static let from = LocalizedText(en: "From", km: "ពី")
  static let to = LocalizedText(en: "To", km: "ដល់")
  static let kind = LocalizedText(en: "Kind", km: "ប្រភេទ")
  static let stage = LocalizedText(en: "Stage", km: "ដំណាក់កាល")
  static let planned = LocalizedText(en: "Planned", km: "តាមផែនការ")
  static let observed = LocalizedText(en: "Observed", km: "បានកើតឡើងជាក់ស្តែង")
  static let target = LocalizedText(en: "Target", km: "គោលដៅ")
  static let factor = LocalizedText(en: "Assumption", km: "ការសន្មត")
  static let range = LocalizedText(en: "From low to high", km: "ពីទាបដល់ខ្ពស់")
  static let base = LocalizedText(en: "As planned", km: "តាមផែនការដើម")
  static let outlineIsPlan = LocalizedText(
    en: "Bar: what is; outline: what was planned.", km: "របារ៖ ជាក់ស្តែង។ គែម៖ តាមផែនការ។")
  static let median = LocalizedText(en: "Middle of all runs", km: "តម្លៃកណ្តាលនៃការសាកល្បងទាំងអស់")
  static let halfOfRuns = LocalizedText(
    en: "Half of the runs", km: "ពាក់កណ្តាលនៃការសាកល្បង")
  static let ninetyPercent = LocalizedText(en: "90 % of the runs", km: "៩០% នៃការសាកល្បង")
  static let sound = LocalizedText(en: "nothing to see to", km: "គ្មានអ្វីត្រូវពិនិត្យ")
  static let lookAt = LocalizedText(en: "to be looked at", km: "គួរពិនិត្យ")
  static let several = LocalizedText(en: "several", km: "ច្រើនសំណួរ")

  /// Up, down and level, in the order of the looks of lines.
  static let directions = [
    LocalizedText(en: "rose", km: "កើនឡើង"), LocalizedText(en: "fell", km: "ថយចុះ"),
    LocalizedText(en: "stayed the same", km: "នៅដដែល"),
  ]
  /// The low and the high end of an assumption.
  static let ends = [
    LocalizedText(en: "at the low end", km: "នៅចុងទាប"),
    LocalizedText(en: "at the high end", km: "នៅចុងខ្ពស់"),
  ]

  static func more(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "… and \(count) more", km: "… និង\(Khmer.withKhmerDigits("\(count)"))ទៀត")
  }

  static func peopleUpTo(_ most: Int) -> LocalizedText {
    LocalizedText(
      en: "people, up to \(most)",
      km: "ចំនួនមនុស្ស ច្រើនបំផុត \(Khmer.withKhmerDigits("\(most)"))")
  }
}
