import Assessment
import Text

/// The words of the terminal quiz.
enum QuizMessages {
  static func welcome(_ title: LocalizedText, count: Int, minutes: Int) -> LocalizedText {
    LocalizedText(
      en: "\(title.en): \(count) questions, \(minutes) minutes.",
      km: "\(title.km)៖ សំណួរ \(khmer(count)) រយៈពេល \(khmer(minutes)) នាទី។")
  }

  static let howTo = LocalizedText(
    en: """
      Type the letter or number of your answer and press Enter. Each answer is saved at once.
      Enter alone: next question   -: back   /: list and hand in   ?: help   .: stop, go on later
      """,
    km: """
      សូមវាយអក្សរ ឬលេខនៃចម្លើយ រួចចុច Enter។ ចម្លើយនីមួយៗត្រូវបានរក្សាទុកភ្លាមៗ។
      Enter ទទេ៖ សំណួរបន្ទាប់   -៖ ថយក្រោយ   /៖ បញ្ជីសំណួរ និងប្រគល់   ?៖ ជំនួយ   .៖ ឈប់សិន បន្តពេលក្រោយ
      """)

  static func resumed(_ answered: Int) -> LocalizedText {
    LocalizedText(
      en: "Going on where you stopped; \(answered) answers are saved.",
      km: "បន្តពីកន្លែងដែលអ្នកបានឈប់។ ចម្លើយ \(khmer(answered)) ត្រូវបានរក្សាទុក។")
  }

  static func heading(_ number: Int, of count: Int, minutesLeft: Int?) -> LocalizedText {
    let time = minutesLeft.map { "  (\($0) \($0 == 1 ? "minute" : "minutes") left)" } ?? ""
    let timeKhmer = minutesLeft.map { "  (នៅសល់ \(khmer($0)) នាទី)" } ?? ""
    return LocalizedText(
      en: "Question \(number) of \(count)\(time)",
      km: "សំណួរទី \(khmer(number)) ក្នុងចំណោម \(khmer(count))\(timeKhmer)")
  }

  static let chooseSeveral = LocalizedText(
    en: "Several answers may be right. Type all of them, such as 'a, c'.",
    km: "អាចមានចម្លើយត្រឹមត្រូវច្រើន។ សូមវាយទាំងអស់ ដូចជា 'ក, គ'។")

  static func current(_ answer: String) -> LocalizedText {
    LocalizedText(en: "Your answer: \(answer)", km: "ចម្លើយរបស់អ្នក៖ \(answer)")
  }

  static let prompt = LocalizedText(en: "Answer> ", km: "ចម្លើយ> ")
  static let reviewPrompt = LocalizedText(
    en: "A number to go there, 'yes' to hand in, Enter to go on> ",
    km: "វាយលេខដើម្បីទៅសំណួរនោះ វាយ 'យល់ព្រម' ដើម្បីប្រគល់ ចុច Enter ដើម្បីបន្ត> ")

  static let nextLine = "... "

  static let joinPairs = LocalizedText(
    en: "Join each letter to a number, such as 'a2 b1'; you may type one pair at a time.",
    km: "សូមភ្ជាប់អក្សរនីមួយៗទៅលេខមួយ ដូចជា 'ក២ ខ១'។ អ្នកអាចវាយម្តងមួយគូក៏បាន។")
  static let putInOrder = LocalizedText(
    en: "Put them into the right order: type all the letters, such as 'c a b'.",
    km: "សូមរៀបតាមលំដាប់ត្រឹមត្រូវ ដោយវាយអក្សរទាំងអស់ ដូចជា 'គ ក ខ'។")
  static let fillOne = LocalizedText(
    en: "Type what belongs in the blank.", km: "សូមវាយអ្វីដែលត្រូវបំពេញក្នុងចន្លោះ។")
  static let fillSeveral = LocalizedText(
    en: "Fill the blanks, such as 'a=…; b=…', or one after another with ';' between them.",
    km: "សូមបំពេញចន្លោះ ដូចជា 'ក=…; ខ=…' ឬតាមលំដាប់ ដោយខណ្ឌចែកដោយសញ្ញា ;។")
  static let agree = LocalizedText(
    en: "How far do you agree? Type a number; no answer is right or wrong.",
    km: "តើអ្នកយល់ស្របកម្រិតណា? សូមវាយលេខ។ គ្មានចម្លើយត្រូវ ឬខុសទេ។")
  static let rateYourself = LocalizedText(
    en: "How do you rate yourself? Type a number; no answer is right or wrong.",
    km: "តើអ្នកវាយតម្លៃខ្លួនឯងកម្រិតណា? សូមវាយលេខ។ គ្មានចម្លើយត្រូវ ឬខុសទេ។")
  static let trainerObserves = LocalizedText(
    en: "A trainer observes this; there is nothing to type. Press Enter to go on.",
    km: "គ្រូឧទ្ទេសជាអ្នកសង្កេតការងារនេះ មិនចាំបាច់វាយចម្លើយទេ។ សូមចុច Enter ដើម្បីបន្ត។")
  static let observed = LocalizedText(en: "observed by a trainer", km: "គ្រូឧទ្ទេសជាអ្នកសង្កេត")

  static func writeText(mostWords: Int?) -> LocalizedText {
    let limit = mostWords.map { " Write at most \($0) words." } ?? ""
    let limitKhmer = mostWords.map { " សូមសរសេរមិនលើសពី \(khmer($0)) ពាក្យ។" } ?? ""
    return LocalizedText(
      en: "Write your answer on one line; end a line with '\\' to go on in the next.\(limit)",
      km: "សូមសរសេរចម្លើយក្នុងបន្ទាត់មួយ។ បើចង់បន្តនៅបន្ទាត់ថ្មី សូមបញ្ចប់បន្ទាត់ដោយ '\\'។\(limitKhmer)")
  }

  static func withUnits(_ units: String) -> LocalizedText {
    LocalizedText(
      en: "Type a number; you may write its unit: \(units).",
      km: "សូមវាយចំនួន។ អ្នកអាចសរសេរឯកតាបាន៖ \(units)។")
  }

  static func blank(_ label: String) -> LocalizedText {
    LocalizedText(en: "Blank \(label):", km: "ចន្លោះ \(label)៖")
  }

  static func soFar(_ answer: String, missing: [String]) -> LocalizedText {
    let list = missing.joined(separator: ", ")
    return LocalizedText(
      en: "Saved so far: \(answer). Still open: \(list).",
      km: "បានរក្សាទុក៖ \(answer)។ នៅសល់៖ \(list)។")
  }

  static func words(_ count: Int) -> LocalizedText {
    LocalizedText(en: "a text of \(count) words", km: "អត្ថបទ \(khmer(count)) ពាក្យ")
  }

  static func tooManyWords(_ count: Int, most: Int) -> LocalizedText {
    LocalizedText(
      en: "Your text has \(count) words; at most \(most) are asked for. You may type it again.",
      km: "អត្ថបទរបស់អ្នកមាន \(khmer(count)) ពាក្យ លើសពី \(khmer(most)) ពាក្យដែលបានកំណត់។ អ្នកអាចវាយម្តងទៀតបាន។")
  }

  static let forTrainer = LocalizedText(
    en: "Kept for your trainer, who will judge it.",
    km: "បានរក្សាទុកសម្រាប់គ្រូឧទ្ទេស ដែលនឹងវាយតម្លៃ។")
  static let opinion = LocalizedText(
    en: "Saved. Thank you for your opinion.", km: "បានរក្សាទុក។ សូមអរគុណចំពោះយោបល់របស់អ្នក។")

  /// Says how good an answer is; an opinion is neither right nor wrong, an essay waits.
  static func verdict(_ outcome: Outcome) -> LocalizedText {
    if outcome.isPending { return forTrainer }
    if outcome.maximum == 0 { return opinion }
    if outcome.isCorrect { return right }
    let won = points(outcome.score)
    let most = points(outcome.maximum)
    if outcome.score > 0 {
      return LocalizedText(
        en: "Partly right: \(won) of \(most) points.",
        km: "ត្រឹមត្រូវមួយផ្នែក៖ \(Khmer.withKhmerDigits(won)) ក្នុងចំណោម"
          + " \(Khmer.withKhmerDigits(most)) ពិន្ទុ។")
    }
    if outcome.score < 0 {
      return LocalizedText(
        en: "Not right: \(won) of \(most) points.",
        km: "មិនទាន់ត្រឹមត្រូវ៖ \(Khmer.withKhmerDigits(won)) ក្នុងចំណោម"
          + " \(Khmer.withKhmerDigits(most)) ពិន្ទុ។")
    }
    return wrong
  }

  /// Points with two decimals at most.
  static func points(_ value: Double) -> String {
    var text = NumberText.fixed(value, digits: 2)
    while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
    if text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
    return text
  }

  static let saved = LocalizedText(en: "Saved.", km: "បានរក្សាទុក។")
  static let right = LocalizedText(en: "Right.", km: "ត្រឹមត្រូវ។")
  static let wrong = LocalizedText(en: "Not right.", km: "មិនទាន់ត្រឹមត្រូវ។")

  static func review(answered: Int, of count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(answered) of \(count) questions are answered.",
      km: "បានឆ្លើយ \(khmer(answered)) សំណួរ ក្នុងចំណោម \(khmer(count))។")
  }

  static let unanswered = LocalizedText(en: "no answer", km: "មិនទាន់ឆ្លើយ")

  static func confirm(unanswered: Int) -> LocalizedText {
    guard unanswered > 0 else {
      return LocalizedText(
        en: "Hand in now? After that nothing can be changed. (yes/no)> ",
        km: "ប្រគល់ឥឡូវនេះឬ? ក្រោយនេះមិនអាចកែបានទេ។ (យល់ព្រម/ទេ)> ")
    }
    return LocalizedText(
      en: "\(unanswered) questions have no answer. Hand in all the same? (yes/no)> ",
      km: "នៅសល់ \(khmer(unanswered)) សំណួរមិនទាន់ឆ្លើយ។ នៅតែប្រគល់ឬ? (យល់ព្រម/ទេ)> ")
  }

  static let notHandedIn = LocalizedText(
    en: "Not handed in. Your answers are saved; the same command goes on where you stopped.",
    km: "មិនទាន់ប្រគល់ទេ។ ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុក។ ពាក្យបញ្ជាដដែលនឹងបន្តពីកន្លែងដែលអ្នកបានឈប់។")

  static let timeOver = LocalizedText(
    en: "The time is over; the test is handed in with the answers that are saved.",
    km: "អស់ម៉ោងហើយ។ តេស្តត្រូវបានប្រគល់ជាមួយចម្លើយដែលបានរក្សាទុក។")

  static func noSuchQuestion(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Type a number from 1 to \(count).", km: "សូមវាយលេខពី ១ ដល់ \(khmer(count))។")
  }

  /// Words that hand in, in lower case.
  static let yes: Set<String> = ["yes", "y", "យល់ព្រម", "បាទ", "ចាស", "បាទ/ចាស"]

  /// Digits as Khmer readers expect them.
  static func khmer(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }
}
