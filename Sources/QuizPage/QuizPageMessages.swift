import Text

/// The words of the quiz in a browser; those that pages of packages have too are theirs.
enum QuizPageMessages {
  // MARK: Frame

  static let skip = LocalizedText(en: "Skip to the content", km: "រំលងទៅខ្លឹមសារ")
  static let errorTitle = LocalizedText(en: "Error:", km: "កំហុស៖")

  /// The minutes that are left, where `{n}` stands for their number.
  static let timeLeft = LocalizedText(en: "Time left: {n} min", km: "នៅសល់ {n} នាទី")
  /// The warning before the time is over, where `{n}` stands for the minutes.
  static let nearlyOver = LocalizedText(
    en: "The time is nearly over: {n} min left. Press a button below so that your answer is saved.",
    km: "ជិតអស់ម៉ោងហើយ៖ នៅសល់ {n} នាទី។ សូមចុចប៊ូតុងណាមួយខាងក្រោម ដើម្បីរក្សាទុកចម្លើយ។")

  // MARK: Start

  static let beforeYouStart = LocalizedText(en: "Before you start", km: "មុនពេលចាប់ផ្តើម")

  static func length(_ questions: Int) -> LocalizedText {
    LocalizedText(
      en: questions == 1 ? "1 question." : "\(questions) questions.",
      km: "សំណួរចំនួន \(khmer(questions))។")
  }

  static func minutes(_ minutes: Int) -> LocalizedText {
    LocalizedText(
      en: minutes == 1 ? "You have 1 minute." : "You have \(minutes) minutes.",
      km: "អ្នកមានពេល \(khmer(minutes)) នាទី។")
  }

  static let mayChange = LocalizedText(
    en: "An answer is saved when you press a button. You may change it until you hand in.",
    km: "ចម្លើយត្រូវបានរក្សាទុក នៅពេលអ្នកចុចប៊ូតុង។ អ្នកអាចកែចម្លើយបាន រហូតដល់ពេលប្រគល់។")
  static let keepTerminal = LocalizedText(
    en: "Leave the terminal open while you work here: it saves your answers.",
    km: "សូមកុំបិទស្ថានីយកុំព្យូទ័រ ពេលអ្នកធ្វើនៅទីនេះ ព្រោះវារក្សាទុកចម្លើយរបស់អ្នក។")
  static let start = LocalizedText(en: "Start", km: "ចាប់ផ្តើម")

  // MARK: Question

  static func place(_ number: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      en: "Question \(number) of \(total)",
      km: "សំណួរទី\(khmer(number)) ក្នុងចំណោម \(khmer(total))")
  }

  static func progress(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) of \(total) answered", km: "បានឆ្លើយ \(khmer(count)) ក្នុងចំណោម \(khmer(total))")
  }

  static let back = LocalizedText(en: "Back", km: "ថយក្រោយ")
  static let next = LocalizedText(en: "Next", km: "បន្ទាប់")
  static let check = LocalizedText(en: "Check my answer", km: "ពិនិត្យចម្លើយរបស់ខ្ញុំ")
  static let keepAnswer = LocalizedText(en: "Keep my answer", km: "រក្សាទុកចម្លើយរបស់ខ្ញុំ")
  static let clear = LocalizedText(en: "Take my answer back", km: "ដកចម្លើយវិញ")
  static let toReview = LocalizedText(en: "Review and hand in", km: "ពិនិត្យឡើងវិញ និងប្រគល់")
  static let toTerminal = LocalizedText(
    en: "Continue in the terminal", km: "បន្តក្នុងស្ថានីយកុំព្យូទ័រ")
  static let flag = LocalizedText(
    en: "Mark this question, to look at it again", km: "សម្គាល់សំណួរនេះ ដើម្បីពិនិត្យម្តងទៀត")

  static func saved(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "Your answer to question \(number) is saved.",
      km: "ចម្លើយរបស់អ្នកចំពោះសំណួរទី\(khmer(number)) ត្រូវបានរក្សាទុកហើយ។")
  }

  static let cleared = LocalizedText(
    en: "The answer is taken back.", km: "ចម្លើយត្រូវបានដកវិញហើយ។")

  static func moved(_ number: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      en: "Now line \(number) of \(total).",
      km: "ឥឡូវនៅបន្ទាត់ទី\(khmer(number)) ក្នុងចំណោម \(khmer(total))។")
  }

  // MARK: Problems

  static let problems = LocalizedText(
    en: "This is not saved yet. Please correct it:", km: "មិនទាន់បានរក្សាទុកទេ។ សូមកែតម្រូវ៖")
  static let numberWanted = LocalizedText(
    en: "This is not a number. Type one such as 12 or 12.5.",
    km: "នេះមិនមែនជាចំនួនទេ។ សូមវាយចំនួន ដូចជា ១២ ឬ ១២.៥។")

  static func numberWanted(units: [String]) -> LocalizedText {
    guard let unit = units.first else { return numberWanted }
    return LocalizedText(
      en: "This is not a number. Type one such as 12 or 12.5 \(unit).",
      km: "នេះមិនមែនជាចំនួនទេ។ សូមវាយចំនួន ដូចជា ១២ ឬ ១២.៥ \(unit)។")
  }

  static func tooLong(most: Int) -> LocalizedText {
    LocalizedText(
      en: "This text is too long; at most \(most) characters can be saved.",
      km: "អត្ថបទនេះវែងពេក។ អាចរក្សាទុកបានយ៉ាងច្រើន \(khmer(most)) តួអក្សរ។")
  }

  /// A problem with one of several fields.
  static func problem(in field: LocalizedText, _ text: LocalizedText) -> LocalizedText {
    LocalizedText(en: "\(field.en): \(text.en)", km: "\(field.km)៖ \(text.km)")
  }

  // MARK: Fields

  /// How many words a text has, where `{n}` stands for their number.
  static func words(most: Int?) -> LocalizedText {
    guard let most else { return LocalizedText(en: "Words: {n}", km: "ចំនួនពាក្យ៖ {n}") }
    return LocalizedText(
      en: "Words: {n} of at most \(most)", km: "ចំនួនពាក្យ៖ {n} យ៉ាងច្រើន \(khmer(most))")
  }

  // MARK: Feedback in practice

  static let right = LocalizedText(en: "✓ Right.", km: "✓ ត្រឹមត្រូវ។")
  static let wrong = LocalizedText(en: "✗ Not right yet.", km: "✗ មិនទាន់ត្រឹមត្រូវទេ។")
  static let forTrainer = LocalizedText(
    en: "Your text is kept. A trainer judges it.",
    km: "អត្ថបទរបស់អ្នកត្រូវបានរក្សាទុក។ គ្រូឧទ្ទេសនឹងវាយតម្លៃ។")
  static let opinion = LocalizedText(
    en: "Thank you for your opinion.", km: "សូមអរគុណចំពោះយោបល់របស់អ្នក។")

  static func partly(_ won: String, of total: String) -> LocalizedText {
    LocalizedText(
      en: "◐ Partly right: \(won) of \(total) points.",
      km: Khmer.withKhmerDigits("◐ ត្រឹមត្រូវមួយផ្នែក៖ \(won) ក្នុងចំណោម \(total) ពិន្ទុ។"))
  }

  // MARK: Review

  static let reviewTitle = LocalizedText(
    en: "Review your answers", km: "ពិនិត្យចម្លើយរបស់អ្នកឡើងវិញ")
  static let allAnswered = LocalizedText(
    en: "You have answered every question.", km: "អ្នកបានឆ្លើយសំណួរទាំងអស់ហើយ។")

  static func left(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Questions not answered yet: \(count)", km: "សំណួរដែលមិនទាន់ឆ្លើយ៖ \(khmer(count))")
  }

  static func marked(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Questions marked to look at again: \(count)",
      km: "សំណួរដែលបានសម្គាល់ដើម្បីពិនិត្យម្តងទៀត៖ \(khmer(count))")
  }

  static func listed(_ number: Int, _ state: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Question \(number): \(state.en)", km: "សំណួរទី\(khmer(number))៖ \(state.km)")
  }

  static let answered = LocalizedText(en: "answered", km: "បានឆ្លើយ")
  static let partlyAnswered = LocalizedText(en: "partly answered", km: "បានឆ្លើយមួយផ្នែក")
  static let open = LocalizedText(en: "not answered", km: "មិនទាន់ឆ្លើយ")
  static let observed = LocalizedText(
    en: "observed by your trainer", km: "គ្រូឧទ្ទេសជាអ្នកសង្កេត")
  static let andMarked = LocalizedText(en: ", marked", km: " និងបានសម្គាល់")
  static let toQuestions = LocalizedText(en: "Back to the questions", km: "ត្រឡប់ទៅសំណួរ")
  static let handIn = LocalizedText(en: "Hand in", km: "ប្រគល់")

  // MARK: Handing in

  static let confirm = LocalizedText(
    en: "Hand in? You cannot change anything after that.",
    km: "តើអ្នកចង់ប្រគល់មែនទេ? ក្រោយពីប្រគល់ អ្នកមិនអាចកែអ្វីបានឡើយ។")

  static func confirmOpen(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Questions not answered: \(count). Hand in all the same?",
      km: "សំណួរដែលមិនទាន់ឆ្លើយ៖ \(khmer(count))។ តើអ្នកនៅតែចង់ប្រគល់មែនទេ?")
  }

  static let confirmYes = LocalizedText(en: "Yes, hand in", km: "បាទ/ចាស ប្រគល់")
  static let confirmNo = LocalizedText(en: "No, go on", km: "ទេ បន្តធ្វើ")
  static let handedIn = LocalizedText(
    en: "Your test is handed in", km: "តេស្តរបស់អ្នកត្រូវបានប្រគល់ហើយ")
  static let timeOver = LocalizedText(
    en: "The time is over; the test is handed in with the answers that were saved.",
    km: "អស់ម៉ោងហើយ។ តេស្តត្រូវបានប្រគល់ជាមួយចម្លើយដែលបានរក្សាទុក។")
  static let mayClose = LocalizedText(
    en: "Everything is stored. You may close this page.",
    km: "ទិន្នន័យទាំងអស់ត្រូវបានរក្សាទុក។ អ្នកអាចបិទទំព័រនេះបាន។")

  static func score(_ won: String, of total: String, percent: String) -> LocalizedText {
    LocalizedText(
      en: "Score: \(won) of \(total) points (\(percent) %).",
      km: Khmer.withKhmerDigits("ពិន្ទុ៖ \(won) លើ \(total) (\(percent) %)។"))
  }

  static func pending(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Questions that your trainer will judge: \(count). No score counts them yet.",
      km: "សំណួរដែលគ្រូឧទ្ទេសនឹងវាយតម្លៃ៖ \(khmer(count))។ សំណួរទាំងនេះមិនទាន់រាប់ក្នុងពិន្ទុទេ។")
  }

  // MARK: Ends

  static let closedTitle = LocalizedText(
    en: "Go on in the terminal", km: "សូមបន្តក្នុងស្ថានីយកុំព្យូទ័រ")
  static let closed = LocalizedText(
    en: "Your answers are saved. The test goes on in the terminal; you may close this page.",
    km: "ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុកហើយ។ តេស្តបន្តក្នុងស្ថានីយកុំព្យូទ័រ។ អ្នកអាចបិទទំព័រនេះបាន។")

  // MARK: Refusals

  static let notSavedTitle = LocalizedText(
    en: "Your answer could not be saved", km: "មិនអាចរក្សាទុកចម្លើយរបស់អ្នកបានទេ")
  static let notSaved = LocalizedText(
    en: "What was saved before is safe. Look at the terminal, and call your trainer.",
    km: "ចម្លើយដែលបានរក្សាទុកពីមុននៅតែមាន។ សូមមើលស្ថានីយកុំព្យូទ័រ ហើយហៅគ្រូឧទ្ទេស។")
  static let refusedTitle = LocalizedText(
    en: "This cannot be done", km: "មិនអាចធ្វើបានទេ")
  static let notUnderstood = LocalizedText(
    en: "The page sent something that is no answer to this question. Nothing was changed.",
    km: "ទំព័របានផ្ញើអ្វីមួយដែលមិនមែនជាចម្លើយចំពោះសំណួរនេះ។ គ្មានអ្វីផ្លាស់ប្តូរទេ។")
  static let staleForm = LocalizedText(
    en: "This form does not belong to the test that is open. Nothing was changed.",
    km: "ទម្រង់នេះមិនមែនជារបស់តេស្តដែលកំពុងបើកទេ។ គ្មានអ្វីផ្លាស់ប្តូរទេ។")
  static let noPage = LocalizedText(en: "There is no such page.", km: "គ្មានទំព័រនេះទេ។")
  static let tooLarge = LocalizedText(
    en: "This is more than can be saved. Nothing was changed.",
    km: "ទិន្នន័យនេះធំពេក មិនអាចរក្សាទុកបានទេ។ គ្មានអ្វីផ្លាស់ប្តូរទេ។")
  static let toTest = LocalizedText(en: "Back to the test", km: "ត្រឡប់ទៅតេស្ត")

  private static func khmer(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }
}
