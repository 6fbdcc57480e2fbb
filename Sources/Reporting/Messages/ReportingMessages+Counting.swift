import Text

/// The messages about attempts that were handed in and count in no figure.
extension ReportingMessages {
  static let excludedOnly = LocalizedText(
    en: "Left out: declined, set aside, or too late",
    km: "មិនរាប់៖ មិនយល់ព្រម ត្រូវបានដកចេញ ឬធ្វើយឺត")
  static let afterTeaching = LocalizedText(
    en: "Pre-tests handed in after teaching began, not counted",
    km: "តេស្តមុនវគ្គដែលប្រគល់ក្រោយការបង្រៀនចាប់ផ្តើម មិនរាប់")
  static let setAside = LocalizedText(
    en: "Set aside with a reason, not counted", km: "ត្រូវបានដកចេញដោយមានមូលហេតុ មិនរាប់")
  static let declined = LocalizedText(
    en: "Of people who declined, not counted", km: "របស់អ្នកដែលមិនយល់ព្រម មិនរាប់")
  static let leftOutCaption = LocalizedText(
    en: "Tests that were handed in and stand in no figure",
    km: "តេស្តដែលបានប្រគល់ តែមិនមានក្នុងតួលេខណាមួយ")
  static let latePreTestsIncluded = LocalizedText(
    en:
      "Pre-tests that were handed in after teaching began are counted, as was asked; what people had learned by then makes their change smaller.",
    km:
      "តេស្តមុនវគ្គដែលប្រគល់ក្រោយការបង្រៀនចាប់ផ្តើមត្រូវបានរាប់តាមការស្នើ។ អ្វីដែលសិក្ខាកាមបានរៀនរួចធ្វើឱ្យបម្រែបម្រួលតូចជាងការពិត។"
  )

  static func forgotten(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count == 1 ? "1 person" : "\(count) people") asked to be forgotten; the tests count, and nothing is known of the people.",
      km:
        "សិក្ខាកាម \(Prose.count(count).km) នាក់បានស្នើឱ្យលុបព័ត៌មាន។ តេស្តនៅតែរាប់ តែគ្មានព័ត៌មានអំពីពួកគាត់ទេ។"
    )
  }
}
