import Assessment
import Records
import Text

/// The words of the reports on reaction and behaviour.
enum SurveyWords {
  static let levelOne = LocalizedText(
    en:
      "Level 1, reaction: what people think of the training. It says nothing of what they learned; that is "
      + "in the report of change.",
    km: "កម្រិតទី១ ប្រតិកម្ម៖ អ្វីដែលសិក្ខាកាមគិតអំពីវគ្គ។ វាមិនប្រាប់ពីអ្វីដែលបានរៀនទេ។ អ្វីដែលបានរៀនមានក្នុងរបាយការណ៍អំពីបម្រែបម្រួល។")
  static let levelThree = LocalizedText(
    en:
      "Level 3, behaviour: what is done at work, as people say themselves and as others see it. Each kind of "
      + "respondent stands alone; what people say of themselves is no score.",
    km: "កម្រិតទី៣ ឥរិយាបថ៖ អ្វីដែលអនុវត្តនៅកន្លែងការងារ តាមសម្តីសិក្ខាកាម និងតាមការឃើញរបស់អ្នកដទៃ។ "
      + "អ្នកឆ្លើយប្រភេទនីមួយៗដាច់ដោយឡែក។ អ្វីដែលសិក្ខាកាមនិយាយអំពីខ្លួនឯងមិនមែនជាពិន្ទុទេ។")
  static let ratesCaption = LocalizedText(
    en: "Who was asked, and who answered", km: "អ្នកដែលបានសួរ និងអ្នកដែលបានឆ្លើយ")
  static let form = LocalizedText(en: "Form", km: "កម្រងសំណួរ")
  static let respondent = LocalizedText(en: "Who answers", km: "អ្នកឆ្លើយ")
  static let asked = LocalizedText(en: "Asked", km: "បានសួរ")
  static let answered = LocalizedText(en: "Answered", km: "បានឆ្លើយ")
  static let rate = LocalizedText(en: "Response rate, %", km: "អត្រាឆ្លើយ, %")
  static let unasked = LocalizedText(en: "Answered unasked", km: "ឆ្លើយដោយគ្មានកំណត់ត្រាសួរ")
  static let repeated = LocalizedText(en: "Replaced by a later answer", km: "ជំនួសដោយចម្លើយក្រោយ")
  static let nobodyAsked = LocalizedText(
    en: "nobody is recorded as asked", km: "គ្មានកំណត់ត្រាថាបានសួរនរណា")
  static let level = LocalizedText(en: "Answer", km: "ចម្លើយ")
  static let count = LocalizedText(en: "People", km: "ចំនួនមនុស្ស")
  static let lowRate = LocalizedText(
    en:
      "Fewer than 60 % of those asked answered. Those who did may think differently from those who did not.",
    km: "អ្នកដែលបានសួរ ឆ្លើយតិចជាង ៦០%។ អ្នកដែលឆ្លើយអាចគិតខុសពីអ្នកដែលមិនបានឆ្លើយ។")
  static let ratesNote = LocalizedText(
    en:
      "Response rate: those who were asked and answered ÷ those asked. Of several answers about one "
      + "person at one event the latest counts.",
    km: "អត្រាឆ្លើយ៖ អ្នកដែលបានសួរហើយឆ្លើយ ÷ អ្នកដែលបានសួរ។ បើមានចម្លើយច្រើនអំពីមនុស្សម្នាក់ក្នុងព្រឹត្តិការណ៍មួយ រាប់ចម្លើយចុងក្រោយ។")
  static let answersNote = LocalizedText(
    en: "Answers on a scale are counted, not averaged: the steps of a scale need not be equal.",
    km: "ចម្លើយលើមាត្រដ្ឋានត្រូវបានរាប់ មិនយកមធ្យមភាគទេ៖ ជំហាននៃមាត្រដ្ឋានមិនចាំបាច់ស្មើគ្នា។")
  static let groupsNote = LocalizedText(
    en:
      "The middle answer (median). How many answered is shown for every group; what groups of fewer than "
      + "\(Suppression.minimum) answered is hidden, and with it what would give it away.",
    km:
      "ចម្លើយកណ្តាល (មេដ្យាន)។ ចំនួនអ្នកឆ្លើយបង្ហាញសម្រាប់គ្រប់ក្រុម។ ចម្លើយរបស់ក្រុមតិចជាង \(Prose.count(Suppression.minimum).km) នាក់ត្រូវបានលាក់ "
      + "ព្រមទាំងអ្វីដែលនាំឱ្យគណនារកវាបាន។")
  static let nobodyAnswered = LocalizedText(en: "nobody answered", km: "គ្មានអ្នកឆ្លើយ")
  static let apartNote = LocalizedText(
    en: "An answer such as \"I cannot tell\" is counted and stands in no middle answer.",
    km: "ចម្លើយដូចជា «មិនអាចដឹង» ត្រូវបានរាប់ តែមិនចូលក្នុងចម្លើយកណ្តាលទេ។")

  static func otherVersions(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count == 1 ? "1 answer was" : "\(count) answers were") given to other questions or scales than the form has now; the words are those of now.",
      km:
        "ចម្លើយ \(Prose.count(count).km) ឆ្លើយសំណួរ ឬមាត្រដ្ឋានខុសពីកម្រងសំណួរបច្ចុប្បន្ន។ ពាក្យដែលបង្ហាញជាពាក្យបច្ចុប្បន្ន។"
    )
  }

  static let mediansSummary = LocalizedText(
    en: "The middle answer to each question on its scale.", km: "ចម្លើយកណ្តាលចំពោះសំណួរនីមួយៗលើមាត្រដ្ឋានរបស់វា។")

  static func name(_ respondent: SurveyRecord.Respondent) -> LocalizedText {
    switch respondent {
    case .participant: LocalizedText(en: "the participant", km: "សិក្ខាកាមផ្ទាល់")
    case .supervisor: LocalizedText(en: "the supervisor", km: "ប្រធាន")
    case .counterpart: LocalizedText(en: "somebody they work with", km: "អ្នករួមការងារ")
    }
  }

  static func sheet(_ sheet: SurveySheet) -> LocalizedText {
    let name = name(sheet.respondent)
    return LocalizedText(
      en: "\(sheet.title.en), answered by \(name.en)",
      km: "\(sheet.title.text(in: .khmer)) ឆ្លើយដោយ\(name.km)")
  }

  static func answersCaption(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Answers: \(title.en)", km: "ចម្លើយ៖ \(title.km)")
  }

  static func mediansTitle(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Middle answers: \(title.en)", km: "ចម្លើយកណ្តាល៖ \(title.km)")
  }

  static func groupsCaption(_ title: LocalizedText, _ groupings: [Grouping]) -> LocalizedText {
    let names = Prose.series(groupings.map(ReportingMessages.grouping))
    return LocalizedText(
      en: "Middle answers by \(names.en.lowercased()): \(title.en)",
      km: "ចម្លើយកណ្តាលតាម\(names.km)៖ \(title.km)")
  }

  static func tooFewAnswers(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count == 1 ? "1 answer" : "\(count) answers"): too few to be shown without showing single "
        + "people's.",
      km: "មានចម្លើយ \(Prose.count(count).km)៖ តិចពេក ការបង្ហាញនឹងបង្ហាញចម្លើយរបស់បុគ្គលម្នាក់ៗ។")
  }

  static func words(_ questions: [SurveyQuestion]) -> LocalizedText {
    let parts = questions.map { question in
      LocalizedText(
        en: "\(question.text.en): \(question.n)",
        km: "\(question.text.text(in: .khmer))៖ \(Prose.count(question.n).km)")
    }
    let list = ReportFrame.joined(parts)
    return LocalizedText(
      en: "Answers in words are counted, not printed, because they may name people. \(list.en).",
      km: "ចម្លើយជាពាក្យត្រូវបានរាប់ មិនបង្ហាញទេ ព្រោះអាចមានឈ្មោះមនុស្ស។ \(list.km)។")
  }

  static let notes = [
    LocalizedText(
      en:
        "The levels after Kirkpatrick (2006): reaction, learning, behaviour, results. A good reaction does "
        + "not show learning, and learning does not show use at work; each has a report of its own.",
      km: "កម្រិតតាម Kirkpatrick (2006)៖ ប្រតិកម្ម ការរៀនសូត្រ ឥរិយាបថ លទ្ធផល។ ប្រតិកម្មល្អមិនបង្ហាញថាបានរៀនទេ "
        + "ហើយការរៀនមិនបង្ហាញថាបានអនុវត្តទេ។ កម្រិតនីមួយៗមានរបាយការណ៍របស់ខ្លួន។"),
    LocalizedText(
      en:
        "People judge themselves kindly or harshly, and differently after learning more. So self-ratings are "
        + "never added to test scores.",
      km: "មនុស្សវាយតម្លៃខ្លួនឯងធូរ ឬតឹង ហើយខុសគ្នាក្រោយពេលរៀនបានច្រើន។ ដូច្នេះការវាយតម្លៃខ្លួនឯងមិនដែលបូកជាមួយពិន្ទុតេស្តទេ។"),
  ]
}
