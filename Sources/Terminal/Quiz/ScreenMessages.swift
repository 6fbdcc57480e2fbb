import Assessment
import Text

/// The words of the quiz on the whole screen.
enum ScreenMessages {
  private static func khmer(_ value: Int) -> String { QuizMessages.khmer(value) }

  // MARK: The first pages

  static func welcome(_ form: TestForm, minutes: Int?) -> LocalizedText {
    let count = form.items.count
    guard let minutes else {
      return LocalizedText(
        en: "\(count) questions, without a time limit.",
        km: "សំណួរ \(khmer(count)) គ្មានកំណត់រយៈពេល។")
    }
    return LocalizedText(
      en: "\(count) questions, \(minutes) minutes.",
      km: "សំណួរ \(khmer(count)) រយៈពេល \(khmer(minutes)) នាទី។")
  }

  static func ready(_ count: Int, minutes: Int?) -> LocalizedText {
    let time = minutes.map { " The \($0) minutes begin when you press Enter." } ?? ""
    let timeKhmer = minutes.map { " រយៈពេល \(khmer($0)) នាទី ចាប់ផ្តើមពេលអ្នកចុច Enter។" } ?? ""
    return LocalizedText(
      en: "That was the example; it does not count and was not kept. Now come the "
        + "\(count) questions.\(time)",
      km: "នោះជាឧទាហរណ៍ មិនគិតពិន្ទុ និងមិនបានរក្សាទុកទេ។ ឥឡូវនេះចាប់ផ្តើមសំណួរទាំង"
        + " \(khmer(count))។\(timeKhmer)")
  }

  static let readingTitle = LocalizedText(en: "Can you read this?", km: "តើអ្នកអាចអានបានទេ?")
  static let sample = LocalizedText(
    en: "Officials of the commune serve the people.",
    km: "មន្ត្រីឃុំ សង្កាត់បម្រើប្រជាពលរដ្ឋដោយស្មោះត្រង់")
  static let inBrowser = LocalizedText(en: "In a browser", km: "ក្នុងកម្មវិធីរុករក")

  static func otherLanguage(_ language: Language) -> LocalizedText {
    language == .english
      ? LocalizedText(en: "Questions in English", km: "សំណួរជាភាសាអង់គ្លេស")
      : LocalizedText(en: "Questions in Khmer", km: "សំណួរជាភាសាខ្មែរ")
  }

  static let choose = LocalizedText(en: "Up, Down: try", km: "↑ ↓៖ សាកល្បង")
  static let take = LocalizedText(en: "Enter: take it", km: "Enter៖ យក")
  static let exampleTitle = LocalizedText(
    en: "Example: try the keys; this does not count",
    km: "ឧទាហរណ៍៖ សាកល្បងគ្រាប់ចុច មិនគិតពិន្ទុទេ")
  static let tryKeys = LocalizedText(
    en: "Press the letter of your answer, then Enter.", km: "សូមចុចអក្សរនៃចម្លើយ រួចចុច Enter។")
  static let onlyInTest = LocalizedText(
    en: "That key works in the test itself.", km: "គ្រាប់ចុចនេះប្រើបានក្នុងតេស្ត។")

  // MARK: The question

  static func question(_ place: String) -> LocalizedText {
    LocalizedText(en: "Question \(place)", km: "សំណួរ \(place)")
  }

  static let flaggedMark = LocalizedText(en: "marked", km: "បានសម្គាល់")

  static func minutesLeft(_ minutes: Int) -> LocalizedText {
    LocalizedText(
      en: "\(minutes) \(minutes == 1 ? "minute" : "minutes") left",
      km: "នៅសល់ \(khmer(minutes)) នាទី")
  }

  static func secondsLeft(_ seconds: Int) -> LocalizedText {
    LocalizedText(
      en: "\(seconds) \(seconds == 1 ? "second" : "seconds") left",
      km: "នៅសល់ \(khmer(seconds)) វិនាទី")
  }

  static func minutes(_ minutes: Int) -> LocalizedText {
    LocalizedText(en: "\(minutes) min", km: "\(khmer(minutes)) នាទី")
  }

  static func seconds(_ seconds: Int) -> LocalizedText {
    LocalizedText(en: "\(seconds) s", km: "\(khmer(seconds)) វិនាទី")
  }

  static func hint(_ interaction: Interaction) -> LocalizedText? {
    switch interaction {
    case .choice(let choice):
      choice.isMultiple
        ? LocalizedText(
          en: "Several answers may be right; choose all of them.",
          km: "អាចមានចម្លើយត្រឹមត្រូវច្រើន។ សូមជ្រើសរើសទាំងអស់។") : nil
    case .numeric(let numeric):
      numeric.units.isEmpty
        ? nil : QuizMessages.withUnits(numeric.units.map(\.symbol).joined(separator: ", "))
    case .text: nil
    case .match:
      LocalizedText(
        en: "Give each letter the number of what belongs to it.",
        km: "សូមភ្ជាប់អក្សរនីមួយៗទៅលេខដែលត្រូវគ្នា។")
    case .order:
      LocalizedText(
        en: "Press the letters in the right order.", km: "សូមចុចអក្សរតាមលំដាប់ត្រឹមត្រូវ។")
    case .blanks(let blanks):
      blanks.blanks.count == 1
        ? QuizMessages.fillOne
        : LocalizedText(en: "Fill in the blanks.", km: "សូមបំពេញចន្លោះ។")
    case .rating(let rating):
      rating.isSelfRating
        ? LocalizedText(
          en: "How do you rate yourself? No answer is right or wrong.",
          km: "តើអ្នកវាយតម្លៃខ្លួនឯងកម្រិតណា? គ្មានចម្លើយត្រូវ ឬខុសទេ។")
        : LocalizedText(
          en: "How far do you agree? No answer is right or wrong.",
          km: "តើអ្នកយល់ស្របកម្រិតណា? គ្មានចម្លើយត្រូវ ឬខុសទេ។")
    case .essay(let essay):
      essay.mostWords.map { most in
        LocalizedText(
          en: "Write at most \(most) words.", km: "សូមសរសេរមិនលើសពី \(khmer(most)) ពាក្យ។")
      }
    case .performance: QuizMessages.trainerObserves
    }
  }

  // MARK: Remarks

  static func savedQuestion(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "The answer to question \(number) is saved.",
      km: "ចម្លើយសំណួរទី \(khmer(number)) ត្រូវបានរក្សាទុក។")
  }

  static func nothingYet(_ kind: InteractionKind) -> LocalizedText {
    switch kind {
    case .numeric, .shortText, .essay, .blanks:
      LocalizedText(
        en: "Nothing typed yet; once more to go on without.",
        km: "មិនទាន់វាយចម្លើយទេ។ ចុចម្តងទៀតដើម្បីរំលង។")
    default:
      LocalizedText(
        en: "No answer yet: press its letter; Enter to skip.",
        km: "មិនទាន់ឆ្លើយ៖ សូមចុចអក្សរចម្លើយ ឬ Enter ដើម្បីរំលង។")
    }
  }

  static func notSaved(_ remedy: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Not saved. \(remedy.en)", km: "មិនទាន់រក្សាទុក។ \(remedy.km)")
  }

  static func orderSoFar(_ count: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) of \(all) are in order; go on with the next letter.",
      km: "បានរៀប \(khmer(count)) ក្នុងចំណោម \(khmer(all))។ សូមបន្តអក្សរបន្ទាប់។")
  }

  static let noSuchLabel = LocalizedText(
    en: "There is no such answer here; ? shows the keys.",
    km: "គ្មានចម្លើយនេះទេ។ ចុច ? ដើម្បីមើលគ្រាប់ចុច។")
  static let pasteIgnored = LocalizedText(
    en: "What was pasted is not used here.", km: "អ្វីដែលបានបិទភ្ជាប់ មិនប្រើនៅទីនេះទេ។")
  static let flagged = LocalizedText(
    en: "Marked, to come back to.", km: "បានសម្គាល់ ដើម្បីត្រឡប់មកវិញ។")
  static let unflagged = LocalizedText(en: "The mark is off.", km: "បានដកសញ្ញាសម្គាល់។")
  static let noPage = LocalizedText(
    en: "A page in a browser cannot be opened here.", km: "មិនអាចបើកក្នុងកម្មវិធីរុករកនៅទីនេះបានទេ។")
  static func more(_ percent: Int) -> LocalizedText {
    LocalizedText(
      en: "-- \(percent)% -- PgUp, PgDn: more", km: "-- \(khmer(percent))% -- PgUp, PgDn៖ មានបន្ត")
  }

  static let tooSmall = LocalizedText(
    en: "Please make the window larger: 20 columns, 10 rows.",
    km: "សូមពង្រីកផ្ទាំង៖ ២០ ជួរឈរ ១០ បន្ទាត់។")

  // MARK: The list and handing in

  static let handIn = LocalizedText(en: "Hand in", km: "ប្រគល់")
  static let goBack = LocalizedText(en: "Go back", km: "ត្រឡប់ក្រោយ")

  static func answered(_ count: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      en: "Answered: \(count)/\(all).", km: "បានឆ្លើយ៖ \(khmer(count))/\(khmer(all))។")
  }

  static func flaggedCount(_ count: Int) -> LocalizedText {
    LocalizedText(en: "Marked: \(count).", km: "បានសម្គាល់៖ \(khmer(count))។")
  }

  static let confirmTitle = LocalizedText(en: "Hand in now?", km: "ប្រគល់ឥឡូវនេះឬ?")

  static func confirmText(unanswered: Int, flagged: Int) -> LocalizedText {
    var en: [String] = []
    var km: [String] = []
    if unanswered == 0 {
      en.append("All questions are answered.")
      km.append("បានឆ្លើយគ្រប់សំណួរ។")
    } else {
      en.append(
        unanswered == 1
          ? "1 question has no answer." : "\(unanswered) questions have no answer.")
      km.append("នៅសល់ \(khmer(unanswered)) សំណួរមិនទាន់ឆ្លើយ។")
    }
    if flagged > 0 {
      en.append(flagged == 1 ? "1 question is marked." : "\(flagged) questions are marked.")
      km.append("បានសម្គាល់ \(khmer(flagged)) សំណួរ។")
    }
    en.append("After handing in nothing can be changed.")
    km.append("ក្រោយពេលប្រគល់ មិនអាចកែបានទេ។")
    return LocalizedText(en: en.joined(separator: " "), km: km.joined(separator: " "))
  }

  static let confirmHow = LocalizedText(
    en: "Type 'yes' and Enter, or go to 'Hand in' with Tab and press Enter.",
    km: "សូមវាយ 'យល់ព្រម' រួចចុច Enter ឬចុច Tab ទៅ 'ប្រគល់' រួចចុច Enter។")
  static let typeTheWord = LocalizedText(
    en: "Only the whole word 'yes' hands in.", km: "ត្រូវវាយពាក្យ 'យល់ព្រម' ទាំងមូល ទើបអាចប្រគល់បាន។")

  /// Words that hand in; a single letter could come from a key held down.
  static let wholeYes = QuizMessages.yes.filter { $0.unicodeScalars.count > 1 }

  // MARK: Other pages

  static let feedbackTitle = LocalizedText(en: "Your answer", km: "ចម្លើយរបស់អ្នក")
  static let helpTitle = LocalizedText(en: "The keys", km: "គ្រាប់ចុច")
  static let stopTitle = LocalizedText(en: "Stop now?", km: "ឈប់ឥឡូវនេះឬ?")
  static let stopText = LocalizedText(
    en: "Your answers are saved. The same command goes on here, with the time that is left now.",
    km: "ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុក។ ពាក្យបញ្ជាដដែលនឹងបន្តពីទីនេះ ជាមួយពេលវេលាដែលនៅសល់។")
  static let timeOverTitle = LocalizedText(en: "The time is over", km: "អស់ម៉ោងហើយ")
}
