package import Text

/// What a person reads before a test: what it is for, who sees it, that it has no effect on the
/// career, and that one may decline.
///
/// It is the same in the terminal, in the page and on paper. A change of its words takes a new
/// version, which is kept with every decision.
package struct ParticipationNotice: Sendable, Hashable {
  /// The version that a decision names.
  package var version: String
  /// The heading.
  package var title: LocalizedText
  /// The paragraphs, in order.
  package var paragraphs: [LocalizedText]
  /// What a person says who agrees.
  package var agree: LocalizedText
  /// What a person says who takes the test and stays out of reports.
  package var decline: LocalizedText

  /// The notice of today.
  package static let current = ParticipationNotice(
    version: "1",
    title: LocalizedText(en: "Before the test", km: "មុនពេលធ្វើតេស្ត"),
    paragraphs: [
      LocalizedText(
        en: "What for: the test shows what participants know before and after the course, so that "
          + "the course can be made better. It is not an examination.",
        km: "គោលបំណង៖ តេស្តនេះបង្ហាញពីចំណេះដឹងរបស់សិក្ខាកាមមុន និងក្រោយវគ្គ ដើម្បីកែលម្អវគ្គ។ "
          + "វាមិនមែនជាការប្រឡងទេ។"),
      LocalizedText(
        en: "Who sees it: the trainers and the school see your answers under your code, not your "
          + "name. Reports to others show groups, never one person.",
        km: "អ្នកដែលឃើញ៖ គ្រូឧទ្ទេស និងសាលាឃើញចម្លើយរបស់អ្នកក្រោមកូដ មិនមែនឈ្មោះទេ។ "
          + "របាយការណ៍សម្រាប់អ្នកដទៃបង្ហាញតែជាក្រុម មិនបង្ហាញបុគ្គលម្នាក់ៗឡើយ។"),
      LocalizedText(
        en: "No effect: it changes nothing about your post, your pay or your career.",
        km: "គ្មានផលប៉ះពាល់៖ វាមិនប៉ះពាល់ដល់តួនាទី ប្រាក់បៀវត្ស ឬអាជីពរបស់អ្នកទេ។"),
      LocalizedText(
        en: "You may decline: then you take the test all the same, and your results stay out of "
          + "every report. Ask the trainer if you want to be forgotten later.",
        km: "អ្នកអាចបដិសេធបាន៖ អ្នកនៅតែអាចធ្វើតេស្ត ហើយលទ្ធផលរបស់អ្នកមិនចូលក្នុងរបាយការណ៍ណាមួយទេ។ "
          + "បើចង់ឱ្យលុបព័ត៌មាននៅពេលក្រោយ សូមប្រាប់គ្រូឧទ្ទេស។"),
    ],
    agree: LocalizedText(
      en: "I agree: my results may count in reports.",
      km: "ខ្ញុំយល់ព្រម៖ លទ្ធផលរបស់ខ្ញុំអាចចូលក្នុងរបាយការណ៍។"),
    decline: LocalizedText(
      en: "I take the test, but my results stay out of reports.",
      km: "ខ្ញុំធ្វើតេស្ត តែលទ្ធផលរបស់ខ្ញុំមិនចូលក្នុងរបាយការណ៍ទេ។"))
}
