import Assessment
import Text

/// The words that are printed.
enum PaperWords {
  // MARK: Facts

  static let form = LocalizedText(en: "Form", km: "វិញ្ញាសា")
  static let version = LocalizedText(en: "Version", km: "កំណែ")
  static let test = LocalizedText(en: "Test", km: "តេស្ត")
  static let event = LocalizedText(en: "Event", km: "ព្រឹត្តិការណ៍")
  static let time = LocalizedText(en: "Time", km: "រយៈពេល")
  static let questions = LocalizedText(en: "Questions", km: "សំណួរ")
  static let number = LocalizedText(en: "No.", km: "ល.រ.")
  static let code = LocalizedText(en: "Code", km: "កូដ")
  static let yourCode = LocalizedText(en: "Your code", km: "កូដរបស់អ្នក")
  static let date = LocalizedText(en: "Date", km: "កាលបរិច្ឆេទ")
  static let venue = LocalizedText(en: "Place", km: "ទីកន្លែង")

  static func minutes(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) minutes", km: "\(Khmer.withKhmerDigits("\(count)")) នាទី")
  }

  static func occasion(_ occasion: Occasion) -> LocalizedText {
    switch occasion {
    case .pre: LocalizedText(en: "pre-test", km: "តេស្តមុនវគ្គ")
    case .post: LocalizedText(en: "post-test", km: "តេស្តក្រោយវគ្គ")
    case .followUp: LocalizedText(en: "follow-up test", km: "តេស្តតាមដាន")
    case .practice: LocalizedText(en: "practice", km: "ការហាត់")
    }
  }

  static let synthetic = LocalizedText(
    en: "Made-up example: no real event, no real people.",
    km: "ឧទាហរណ៍សំយោគ៖ មិនមែនជាព្រឹត្តិការណ៍ ឬមនុស្សពិតទេ។")

  // MARK: Booklet

  static let onTheSheet = LocalizedText(
    en: "Write nothing in this booklet. All answers go on the answer sheet that bears your code.",
    km: "សូមកុំសរសេរលើកូនសៀវភៅនេះ។ ចម្លើយទាំងអស់ត្រូវសរសេរលើសន្លឹកចម្លើយដែលមានកូដរបស់អ្នក។")
  static let anyOrder = LocalizedText(
    en: "You may answer in any order. A question left out wins no points and loses none.",
    km: "អ្នកអាចឆ្លើយតាមលំដាប់ណាក៏បាន។ សំណួរដែលមិនបានឆ្លើយ មិនបានពិន្ទុ ហើយមិនត្រូវបានកាត់ពិន្ទុទេ។")
  static let giveBack = LocalizedText(
    en: "Give back the booklet and the answer sheet at the end.",
    km: "ពេលចប់ សូមប្រគល់កូនសៀវភៅ និងសន្លឹកចម្លើយមកវិញ។")
  static let end = LocalizedText(en: "End of the questions", km: "ចប់សំណួរ")
  static let several = LocalizedText(
    en: "Several answers may be right.", km: "អាចមានចម្លើយត្រឹមត្រូវច្រើន។")
  static let writeNumber = LocalizedText(
    en: "Write a number.", km: "សូមសរសេរចំនួន។")
  static let writeShort = LocalizedText(
    en: "Write a short answer.", km: "សូមសរសេរចម្លើយខ្លី។")
  static let joinPairs = LocalizedText(
    en: "For each letter write the number that belongs to it.",
    km: "សម្រាប់អក្សរនីមួយៗ សូមសរសេរលេខដែលត្រូវគ្នា។")
  static let putInOrder = LocalizedText(
    en: "Write the letters in the right order.", km: "សូមសរសេរអក្សរតាមលំដាប់ត្រឹមត្រូវ។")

  static func numberIn(units: [String]) -> LocalizedText {
    let list = units.joined(separator: ", ")
    return LocalizedText(
      en: "Write a number and its unit (\(list)).", km: "សូមសរសេរចំនួន និងឯកតា (\(list))។")
  }

  static func essay(mostWords: Int?) -> LocalizedText {
    guard let mostWords else {
      return LocalizedText(
        en: "Write your answer; a trainer judges it.",
        km: "សូមសរសេរចម្លើយរបស់អ្នក គ្រូឧទ្ទេសនឹងវាយតម្លៃ។")
    }
    return LocalizedText(
      en: "Write your answer in at most \(mostWords) words; a trainer judges it.",
      km: "សូមសរសេរចម្លើយមិនឱ្យលើសពី \(Khmer.withKhmerDigits("\(mostWords)")) ពាក្យ"
        + " គ្រូឧទ្ទេសនឹងវាយតម្លៃ។")
  }

  static func blank(_ place: Int) -> LocalizedText {
    LocalizedText(
      en: "Blank (\(place))", km: "ចន្លោះ (\(Khmer.withKhmerDigits("\(place)")))")
  }

  static func points(_ points: Double) -> LocalizedText {
    let text = Response.number(points).encoded
    return LocalizedText(
      en: points == 1 ? "1 point" : "\(text) points",
      km: "\(Khmer.withKhmerDigits(text)) ពិន្ទុ")
  }

  // MARK: Answer sheet

  static let answerSheet = LocalizedText(en: "Answer sheet", km: "សន្លឹកចម្លើយ")
  static let howToMark = [
    LocalizedText(
      en: "Put a cross through the letter of your answer. Use a pen.",
      km: "សូមគូសសញ្ញាខ្វែងលើអក្សរនៃចម្លើយរបស់អ្នក ដោយប្រើប៊ិច។"),
    LocalizedText(
      en: "To change an answer, fill its circle completely and cross another.",
      km: "ដើម្បីប្តូរចម្លើយ សូមផាត់រង្វង់ចាស់ឱ្យពេញ រួចគូសខ្វែងលើអក្សរផ្សេង។"),
    LocalizedText(
      en: "Where several answers may be right, cross each of them.",
      km: "ចំពោះសំណួរដែលមានចម្លើយត្រឹមត្រូវច្រើន សូមគូសខ្វែងលើអក្សរនីមួយៗ។"),
  ]
  static let nothingHere = LocalizedText(
    en: "A trainer observes this.", km: "គ្រូឧទ្ទេសជាអ្នកសង្កេត។")
  static let office = LocalizedText(
    en: "For the office: keyed first by", km: "សម្រាប់ការិយាល័យ៖ បញ្ចូលលើកទី ១ ដោយ")
  static let second = LocalizedText(en: "second by", km: "លើកទី ២ ដោយ")

  // MARK: Key

  static let key = LocalizedText(en: "Key", km: "ចម្លើយត្រឹមត្រូវ")
  static let sealed = LocalizedText(
    en: "SEALED – not to be opened before all tests of the event are closed",
    km: "បិទជិត – មិនត្រូវបើកមុនពេលតេស្តទាំងអស់នៃព្រឹត្តិការណ៍ត្រូវបានបិទ")
  static let keyHow = LocalizedText(
    en: "Answers stand as they are printed in the booklets of this form.",
    km: "ចម្លើយត្រូវបានសរសេរតាមលំដាប់ដែលបោះពុម្ពក្នុងកូនសៀវភៅនៃវិញ្ញាសានេះ។")
  static let question = LocalizedText(en: "Question", km: "សំណួរ")
  static let right = LocalizedText(en: "Right answer", km: "ចម្លើយត្រឹមត្រូវ")
  static let scoring = LocalizedText(en: "Scoring", km: "ការដាក់ពិន្ទុ")
  static let reason = LocalizedText(en: "Why", km: "មូលហេតុ")
  static let judged = LocalizedText(
    en: "judged by a trainer with the rubric", km: "គ្រូឧទ្ទេសវាយតម្លៃតាមតារាងវាយតម្លៃ")
  static let opinion = LocalizedText(
    en: "an opinion; no answer is right or wrong", km: "ជាមតិ គ្មានចម្លើយត្រូវ ឬខុសទេ")
  static let noPoints = LocalizedText(en: "no points", km: "គ្មានពិន្ទុ")
  static let exact = LocalizedText(
    en: "only the whole right answer", km: "លុះត្រាតែត្រឹមត្រូវទាំងស្រុង")
  static let parts = LocalizedText(
    en: "each part wins its share", km: "ផ្នែកនីមួយៗបានពិន្ទុតាមចំណែក")
  static let table = LocalizedText(
    en: "each answer has its points", km: "ចម្លើយនីមួយៗមានពិន្ទុរបស់វា")

  static func floor(_ percent: Double) -> LocalizedText {
    let text = Response.number(percent).encoded
    return LocalizedText(
      en: "not below \(text) %", km: "មិនទាបជាង \(Khmer.withKhmerDigits(text)) %")
  }

  static func tolerance(_ value: Double) -> LocalizedText {
    let text = Response.number(value).encoded
    return LocalizedText(en: " ± \(text)", km: " ± \(Khmer.withKhmerDigits(text))")
  }

  static let or = LocalizedText(en: " or ", km: " ឬ ")

  // MARK: Lists

  static let attendance = LocalizedText(en: "Attendance", km: "បញ្ជីវត្តមាន")
  static let name = LocalizedText(en: "Name", km: "ឈ្មោះ")
  static let sex = LocalizedText(en: "Sex", km: "ភេទ")

  static func day(_ number: Int) -> LocalizedText {
    LocalizedText(en: "Day \(number)", km: "ថ្ងៃទី \(Khmer.withKhmerDigits("\(number)"))")
  }

  static let signNote = LocalizedText(
    en:
      "Sign for each day that you are here. This list bears names and codes: keep it locked away from the answer sheets.",
    km:
      "សូមចុះហត្ថលេខាសម្រាប់ថ្ងៃនីមួយៗដែលអ្នកមានវត្តមាន។ បញ្ជីនេះមានឈ្មោះ និងកូដ៖ សូមទុកក្នុងទូចាក់សោ ដាច់ដោយឡែកពីសន្លឹកចម្លើយ។"
  )
}
