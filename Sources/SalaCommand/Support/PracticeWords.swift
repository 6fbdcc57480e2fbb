import Assessment
import Records
import Text

/// The words of practice.
enum PracticeWords {
  static let onlyForPractice = LocalizedText(
    en: "--count, --module, --outcome, --all and --plan are for practice: 'sala quiz practice'.",
    km: "--count, --module, --outcome, --all និង --plan សម្រាប់តែការហាត់៖ 'sala quiz practice'។")
  static let countOrAll = LocalizedText(
    en: "Give --count or --all, not both.", km: "សូមប្រើ --count ឬ --all តែមួយ។")

  static func twoModules(_ form: String, _ module: String) -> LocalizedText {
    LocalizedText(
      en: "'\(form)' and --module \(module) name two things; leave one out.",
      km: "'\(form)' និង --module \(module) បញ្ជាក់ពីរផ្សេងគ្នា។ សូមទុកតែមួយ។")
  }

  static func noOutcome(_ id: String, suggestion: String?) -> LocalizedText {
    let guess = suggestion.map { " Did you mean '\($0)'?" } ?? ""
    let guessKhmer = suggestion.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""
    return LocalizedText(
      en: "There is no practice question about the outcome '\(id)'.\(guess)",
      km: "គ្មានសំណួរហាត់អំពីលទ្ធផលសិក្សា '\(id)' ទេ។\(guessKhmer)")
  }

  static func nothingDue(next: (day: Int, count: Int)?) -> LocalizedText {
    guard let next else {
      return LocalizedText(
        en:
          "There is no question that a session could ask. With --all, what a trainer judges comes too.",
        km:
          "គ្មានសំណួរសម្រាប់ការហាត់នេះទេ។ បើបន្ថែម --all នឹងមានសំណួរដែលគ្រូឧទ្ទេសវាយតម្លៃផងដែរ។")
    }
    return LocalizedText(
      en: "Nothing is due today. \(comingBack(next).en) To practise now, add --all.",
      km: "ថ្ងៃនេះគ្មានសំណួរដល់ពេលហាត់ទេ។ \(comingBack(next).km) ដើម្បីហាត់ឥឡូវនេះ សូមបន្ថែម --all។")
  }

  /// The next day with questions.
  static func comingBack(_ next: (day: Int, count: Int)) -> LocalizedText {
    LocalizedText(
      en: "Next: \(questions(next.count).en) on \(date(next.day)).",
      km: "លើកក្រោយ៖ \(questions(next.count).km) នៅថ្ងៃ \(date(next.day))។")
  }

  static func questions(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: count == 1 ? "1 question" : "\(count) questions", km: "សំណួរ \(khmer(count))")
  }

  static func left(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) more \(count == 1 ? "question" : "questions") could be asked today.",
      km: "ថ្ងៃនេះនៅមាន\(questions(count).km) ទៀតដែលអាចហាត់បាន។")
  }

  static func stopped(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "You stopped a session of \(questions(count).en); it goes on first.",
      km: "អ្នកបានឈប់ការហាត់មួយដែលមាន\(questions(count).km)។ ការហាត់នោះនឹងបន្តមុន។")
  }

  // MARK: Why

  /// Why each question is asked, those with the same reason in one line.
  static func reasons(_ plan: PracticePlan) -> [LocalizedText] {
    var groups: [(reason: LocalizedText, first: Int, last: Int)] = []
    for (index, choice) in plan.chosen.enumerated() {
      let reason = reason(choice.reason)
      if let last = groups.last, last.reason == reason {
        groups[groups.count - 1].last = index + 1
      } else {
        groups.append((reason, index + 1, index + 1))
      }
    }
    return groups.map { reason, first, last in
      let range = first == last ? "\(first)" : "\(first)–\(last)"
      return LocalizedText(
        en: "\(first == last ? "Question" : "Questions") \(range): \(reason.en).",
        km: "សំណួរទី \(Khmer.withKhmerDigits(range))៖ \(reason.km)។")
    }
  }

  /// Why one question is asked.
  static func reason(_ reason: PracticePlan.Reason) -> LocalizedText {
    switch reason {
    case .missed(let days):
      LocalizedText(en: "missed \(ago(days).en)", km: "ឆ្លើយខុស\(ago(days).km)")
    case .partly(let days):
      LocalizedText(
        en: "right in part \(ago(days).en)", km: "ឆ្លើយត្រូវតែមួយផ្នែក\(ago(days).km)")
    case .review(let days, _):
      LocalizedText(
        en: "right \(ago(days).en), time to recall it",
        km: "ឆ្លើយត្រូវ\(ago(days).km) ដល់ពេលរំលឹកឡើងវិញ")
    case .newAfterMiss:
      LocalizedText(
        en: "new, about an outcome that was missed in practice",
        km: "សំណួរថ្មី អំពីលទ្ធផលសិក្សាដែលធ្លាប់ឆ្លើយខុសពេលហាត់")
    case .newAfterPreTest:
      LocalizedText(
        en: "new, about an outcome to strengthen after the pre-test",
        km: "សំណួរថ្មី អំពីលទ្ធផលសិក្សាដែលត្រូវពង្រឹងក្រោយតេស្តមុនវគ្គ")
    case .new: LocalizedText(en: "not practised yet", km: "មិនទាន់បានហាត់")
    case .early(let day):
      LocalizedText(
        en: "rests until \(date(day)), but all was asked for",
        km: "មិនទាន់ដល់ពេលរហូតដល់ថ្ងៃ \(date(day)) ប៉ុន្តែបានសុំទាំងអស់")
    }
  }

  private static func ago(_ days: Int) -> LocalizedText {
    switch days {
    case ...0: LocalizedText(en: "today", km: "ថ្ងៃនេះ")
    case 1: LocalizedText(en: "yesterday", km: "ម្សិលមិញ")
    default: LocalizedText(en: "\(days) days ago", km: " \(khmer(days)) ថ្ងៃមុន")
    }
  }

  // MARK: Numbers

  /// Returns the date of a day, as `2026-11-23`.
  static func date(_ day: Int) -> String {
    String(Timestamp.text(unixMilliseconds: day * 86_400_000).prefix(10))
  }

  private static func khmer(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }
}
