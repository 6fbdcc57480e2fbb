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
    let time = minutesLeft.map { "  (\($0) minutes left)" } ?? ""
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
