import Text

/// The messages about the plain text of text2qti.
enum Text2QTIMessages {
  static let remedy = LocalizedText(
    en: "Write '1.  question', then one kind of answers: '*a) right' and 'b)  wrong', "
      + "'[*] right' and '[ ] wrong', '*   text', '=   3 +- 0.1', or '____'.",
    km: "សូមសរសេរ '1.  សំណួរ' រួចចម្លើយមួយប្រភេទ៖ '*a) ត្រូវ' និង 'b)  ខុស', "
      + "'[*] ត្រូវ' និង '[ ] ខុស', '*   អត្ថបទ', '=   3 +- 0.1' ឬ '____'។")

  static let noSpace = LocalizedText(
    en: "A space is missing after the mark.", km: "ខ្វះដកឃ្លាក្រោយសញ្ញានេះ។")
  static let noContent = LocalizedText(
    en: "Nothing stands after the mark.", km: "គ្មានអ្វីនៅក្រោយសញ្ញានេះទេ។")
  static let stray = LocalizedText(
    en: "This line begins with no mark and is not indented.",
    km: "បន្ទាត់នេះគ្មានសញ្ញានៅដើម ហើយមិនត្រូវបានចូលបន្ទាត់ទេ។")
  static let strayRemedy = LocalizedText(
    en: "Indent lines that go on with a text by four spaces; begin a question with '1.  '.",
    km: "សូមដាក់ដកឃ្លាបួននៅដើមបន្ទាត់ដែលបន្តអត្ថបទ ហើយចាប់ផ្តើមសំណួរដោយ '1.  '។")
  static let noQuestion = LocalizedText(
    en: "This belongs to a question, but no question stands before it.",
    km: "បន្ទាត់នេះជារបស់សំណួរមួយ ប៉ុន្តែគ្មានសំណួរនៅមុនវាទេ។")
  static let noAnswer = LocalizedText(
    en: "The question has no answers.", km: "សំណួរនេះគ្មានចម្លើយទេ។")
  static let mixed = LocalizedText(
    en: "This answer is of another kind than those before it.",
    km: "ចម្លើយនេះមានប្រភេទខុសពីចម្លើយមុនៗ។")
  static let onlyOne = LocalizedText(
    en: "A question has one such answer only.", km: "សំណួរមួយមានចម្លើយបែបនេះតែមួយប៉ុណ្ណោះ។")
  static let fewOptions = LocalizedText(
    en: "The question has fewer than two options.", km: "សំណួរនេះមានជម្រើសតិចជាងពីរ។")
  static let noRightOption = LocalizedText(
    en: "No option is marked as right.", km: "គ្មានជម្រើសណាត្រូវបានសម្គាល់ថាត្រឹមត្រូវទេ។")
  static let severalRight = LocalizedText(
    en: "More than one option is marked as right; '[*]' allows for several.",
    km: "ជម្រើសត្រឹមត្រូវមានលើសពីមួយ។ សូមប្រើ '[*]' បើមានច្រើន។")
  static let twinOption = LocalizedText(
    en: "This option stands twice in the question.", km: "ជម្រើសនេះមានពីរដងក្នុងសំណួរ។")
  static let badNumber = LocalizedText(
    en: "This is not 'number', 'number +- tolerance' or '[lowest, highest]'.",
    km: "នេះមិនមែនជា 'ចំនួន' 'ចំនួន +- កម្រិតលម្អៀង' ឬ '[ទាបបំផុត, ខ្ពស់បំផុត]' ទេ។")
  static let badPoints = LocalizedText(
    en: "Points are a whole or half number above 0, at most 1000.",
    km: "ពិន្ទុជាចំនួនគត់ ឬកន្លះ លើសពី 0 និងមិនលើសពី 1000។")
  static let pointsRemedy = LocalizedText(
    en: "Write for example 'Points: 2' or 'Points: 0.5'.",
    km: "សូមសរសេរឧទាហរណ៍ 'Points: 2' ឬ 'Points: 0.5'។")
  static let unused = LocalizedText(
    en: "A title or points stand here without a question after them.",
    km: "ចំណងជើង ឬពិន្ទុនេះគ្មានសំណួរនៅបន្ទាប់ទេ។")
  static let twice = LocalizedText(
    en: "This is set twice.", km: "ចំណុចនេះត្រូវបានកំណត់ពីរដង។")
  static let twiceRemedy = LocalizedText(
    en: "Leave one of the two out.", km: "សូមលុបមួយចេញ។")
  static let unusedRemedy = LocalizedText(
    en: "Put the question on the line after them.",
    km: "សូមដាក់សំណួរនៅបន្ទាត់បន្ទាប់។")
  static let feedbackPlace = LocalizedText(
    en: "No feedback can stand here: it follows the question or an option.",
    km: "យោបល់ត្រឡប់មិនអាចនៅទីនេះទេ៖ វាត្រូវនៅក្រោយសំណួរ ឬជម្រើស។")
  static let nestedGroup = LocalizedText(
    en: "A group begins within another one.", km: "ក្រុមមួយចាប់ផ្តើមក្នុងក្រុមមួយទៀត។")
  static let noGroup = LocalizedText(
    en: "No group is open here.", km: "គ្មានក្រុមណាបើកនៅទីនេះទេ។")
  static let openGroup = LocalizedText(
    en: "The group is not ended.", km: "ក្រុមនេះមិនត្រូវបានបិទទេ។")
  static let groupRemedy = LocalizedText(
    en: "Write 'GROUP', 'pick: 1', the questions, then 'END_GROUP'.",
    km: "សូមសរសេរ 'GROUP' 'pick: 1' សំណួរទាំងឡាយ រួច 'END_GROUP'។")
  static let badPick = LocalizedText(
    en: "What is picked is a whole number from 1 to the number of questions in the group.",
    km: "ចំនួនដែលជ្រើសជាចំនួនគត់ពី 1 ដល់ចំនួនសំណួរក្នុងក្រុម។")
  static let badSetting = LocalizedText(
    en: "A setting is 'true' or 'false'.", km: "ការកំណត់ត្រូវជា 'true' ឬ 'false'។")
  static let settingRemedy = LocalizedText(
    en: "Write for example 'shuffle answers: true'.",
    km: "សូមសរសេរឧទាហរណ៍ 'shuffle answers: true'។")
  static let openComment = LocalizedText(
    en: "The comment is not ended.", km: "សេចក្តីកត់សម្គាល់នេះមិនត្រូវបានបិទទេ។")
  static let noComment = LocalizedText(
    en: "No comment is open here.", km: "គ្មានសេចក្តីកត់សម្គាល់បើកនៅទីនេះទេ។")
  static let commentRemedy = LocalizedText(
    en: "Put comments between 'COMMENT' and 'END_COMMENT', each on its own line.",
    km: "សូមដាក់សេចក្តីកត់សម្គាល់ចន្លោះ 'COMMENT' និង 'END_COMMENT' លើបន្ទាត់ដាច់ដោយឡែក។")
  static let openCode = LocalizedText(
    en: "The block of code is not ended.", km: "ប្លុកកូដនេះមិនត្រូវបានបិទទេ។")
  static let codeRemedy = LocalizedText(
    en: "End it with the signs it begins with.", km: "សូមបិទវាដោយសញ្ញាដូចនៅដើម។")

  // MARK: Losses

  static let upload = LocalizedText(
    en: "the whole question: a file is uploaded to answer it",
    km: "សំណួរទាំងមូល៖ ត្រូវឆ្លើយដោយផ្ញើឯកសារ")
  static let correctFeedback = LocalizedText(
    en: "feedback to right answers", km: "យោបល់ត្រឡប់ចំពោះចម្លើយត្រឹមត្រូវ")
  static let incorrectFeedback = LocalizedText(
    en: "feedback to wrong answers", km: "យោបល់ត្រឡប់ចំពោះចម្លើយខុស")
  static let solution = LocalizedText(en: "solution", km: "ដំណោះស្រាយ")
  static let region = LocalizedText(
    en: "a text between the questions", km: "អត្ថបទនៅចន្លោះសំណួរ")
  static let description = LocalizedText(
    en: "the description of the quiz", km: "ការពិពណ៌នាអំពីតេស្ត")
  static let code = LocalizedText(
    en: "a block of code to be run", km: "ប្លុកកូដដែលត្រូវដំណើរការ")
  static let layout = LocalizedText(
    en: "spaces at line ends and blank lines at the ends of texts",
    km: "ដកឃ្លានៅចុងបន្ទាត់ និងបន្ទាត់ទទេនៅដើមឬចុងអត្ថបទ")
  static let twinQuestion = LocalizedText(
    en: "the whole question: text2qti refuses two questions of the same text",
    km: "សំណួរទាំងមូល៖ text2qti មិនទទួលសំណួរពីរដែលមានអត្ថបទដូចគ្នា")
  static let twinOptions = LocalizedText(
    en: "the whole question: text2qti refuses two options of the same text",
    km: "សំណួរទាំងមូល៖ text2qti មិនទទួលជម្រើសពីរដែលមានអត្ថបទដូចគ្នា")
  static let nearZero = LocalizedText(
    en: "the whole question: text2qti refuses numbers with a bound within 0.0001 of zero",
    km: "សំណួរទាំងមូល៖ text2qti មិនទទួលចំនួនដែលមានដែនក្បែរសូន្យជាង 0.0001")

  static func setting(_ name: String) -> LocalizedText {
    LocalizedText(en: "the setting '\(name)'", km: "ការកំណត់ '\(name)'")
  }
}
