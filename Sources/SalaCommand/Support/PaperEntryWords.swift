import Assessment
import Records
import Text

/// The words of the keying of papers.
enum PaperEntryWords {
  private static func digits(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }

  static func badBy(_ typed: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(typed)' cannot stand for a person: use a code or initials of Latin letters, digits, '-', '_' and '.', never a name.",
      km:
        "មិនអាចប្រើ '\(typed)' ជំនួសមនុស្សបានទេ៖ សូមប្រើកូដ ឬអក្សរកាត់ជាអក្សរឡាតាំង លេខ '-', '_' និង '.' ហើយកុំប្រើឈ្មោះ។"
    )
  }

  static let noPractice = LocalizedText(
    en: "Practice on paper is not recorded; name pre, post or follow-up.",
    km: "ការហាត់លើក្រដាសមិនត្រូវបានកត់ត្រាទេ។ សូមបញ្ជាក់ pre, post ឬ follow-up។")

  static func teachingBegan(_ time: String) -> LocalizedText {
    LocalizedText(
      en:
        "Teaching began at \(time). Say with --taken on which day the pre-tests were written, or they count as written when they are keyed.",
      km:
        "ការបង្រៀនបានចាប់ផ្តើមនៅ \(time)។ សូមប្រើ --taken ដើម្បីបញ្ជាក់ថ្ងៃធ្វើតេស្តមុនវគ្គ បើមិនដូច្នេះទេ វានឹងរាប់តាមពេលបញ្ចូល។"
    )
  }

  static let howTo = LocalizedText(
    en:
      "For each question type the answer; '-' nothing written, '?' unclear, '!' double mark, '<' back, '.' stop.",
    km:
      "សម្រាប់សំណួរនីមួយៗ សូមវាយចម្លើយ។ '-' គ្មានអ្វីសរសេរ '?' មិនច្បាស់ '!' គូសច្រើនហួស '<' ថយក្រោយ '.' ឈប់។"
  )
  static let codePrompt = LocalizedText(
    en: "Code on the sheet (empty line ends) > ", km: "កូដលើសន្លឹក (បន្ទាត់ទទេដើម្បីបញ្ចប់) > ")
  static let kept = LocalizedText(
    en: "Stopped; what was typed is kept. The same command goes on.",
    km: "បានឈប់។ អ្វីដែលបានវាយត្រូវបានរក្សាទុក។ ពាក្យបញ្ជាដដែលនឹងបន្ត។")
  static let nothingRecorded = LocalizedText(
    en: "Nothing was recorded; mend the rows above and read the file again.",
    km: "មិនបានកត់ត្រាអ្វីទេ។ សូមកែជួរខាងលើ រួចអានឯកសារម្តងទៀត។")
  static let nothingDiffers = LocalizedText(
    en: "No paper waits to be settled.", km: "គ្មានក្រដាសណារង់ចាំការដោះស្រាយទេ។")

  static func recorded(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: count == 1 ? "Recorded 1 paper." : "Recorded \(count) papers.",
      km: "បានកត់ត្រាក្រដាសចំនួន \(digits(count))។")
  }

  static func heading(
    _ code: String, form: String, pass: PaperEntryRecord.Pass
  ) -> LocalizedText {
    LocalizedText(
      en: "\(code), form \(form), \(pass == .first ? "first" : "second") entry",
      km: "\(code) វិញ្ញាសា \(form) ការបញ្ចូលលើកទី\(pass == .first ? "មួយ" : "ពីរ")")
  }

  static func resumed(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      en: "Going on: \(count) of \(total) answers were kept.",
      km: "បន្ត៖ ចម្លើយ \(digits(count)) ក្នុងចំណោម \(digits(total)) ត្រូវបានរក្សាទុក។")
  }

  static func question(_ number: Int, of total: Int) -> LocalizedText {
    LocalizedText(en: "\(number)/\(total)", km: "\(digits(number))/\(digits(total))")
  }

  static func state(_ state: PaperEntryRecord.Mark.State) -> LocalizedText {
    switch state {
    case .answered: LocalizedText(en: "answered", km: "បានឆ្លើយ")
    case .blank: LocalizedText(en: "blank", km: "ទទេ")
    case .unclear: LocalizedText(en: "unclear", km: "មិនច្បាស់")
    case .double: LocalizedText(en: "double mark", km: "គូសច្រើនហួស")
    }
  }

  static func counts(
    _ marks: [String: PaperEntryRecord.Mark], of total: Int
  ) -> LocalizedText {
    func count(_ state: PaperEntryRecord.Mark.State) -> Int {
      marks.values.count { $0.state == state }
    }
    let (answered, blank) = (count(.answered), count(.blank))
    let (unclear, double) = (count(.unclear), count(.double))
    return LocalizedText(
      en:
        "\(total) questions: \(answered) answered, \(blank) blank, \(unclear) unclear, \(double) double.",
      km: Khmer.withKhmerDigits(
        "សំណួរ \(total)៖ បានឆ្លើយ \(answered) ទទេ \(blank) មិនច្បាស់ \(unclear) គូសច្រើនហួស \(double)។"))
  }

  static let confirm = LocalizedText(
    en: "Record: y; y and the box to decline is ticked: d; back to a question: its number > ",
    km: "y៖ កត់ត្រា, d៖ កត់ត្រា ហើយប្រអប់បដិសេធត្រូវបានគូស, លេខ៖ ត្រឡប់ទៅសំណួរនោះ > ")

  static func firstRecorded(_ code: String) -> LocalizedText {
    LocalizedText(
      en: "\(code): first entry recorded; another person keys it again.",
      km: "\(code)៖ បានកត់ត្រាការបញ្ចូលលើកទីមួយ។ អ្នកផ្សេងត្រូវបញ្ចូលម្តងទៀត។")
  }

  static func agreed(_ code: String) -> LocalizedText {
    LocalizedText(
      en: "\(code): both entries agree; scored.",
      km: "\(code)៖ ការបញ្ចូលទាំងពីរត្រូវគ្នា។ បានដាក់ពិន្ទុ។")
  }

  static func differs(_ code: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: count == 1
        ? "\(code): the entries differ in 1 question; 'sala results settle' settles it."
        : "\(code): the entries differ in \(count) questions; 'sala results settle' settles them.",
      km:
        "\(code)៖ ការបញ្ចូលខុសគ្នាក្នុងសំណួរចំនួន \(digits(count))។ 'sala results settle' ដោះស្រាយវា។")
  }

  static func settling(_ code: String, form: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(code), form \(form): \(count) \(count == 1 ? "difference" : "differences")",
      km: "\(code) វិញ្ញាសា \(form)៖ ភាពខុសគ្នាចំនួន \(digits(count))")
  }

  static let settlePrompt = LocalizedText(
    en: "  1, 2, or = and the answer > ", km: "  1, 2 ឬ = និងចម្លើយ > ")
  static let settleHow = LocalizedText(
    en: "Type 1 or 2 for the entry that is right, or what stands on the paper behind '='.",
    km: "សូមវាយ 1 ឬ 2 តាមការបញ្ចូលដែលត្រឹមត្រូវ ឬវាយ '=' និងអ្វីដែលមានលើក្រដាស។")

  static func settled(_ code: String) -> LocalizedText {
    LocalizedText(en: "\(code): settled and scored.", km: "\(code)៖ បានដោះស្រាយ និងដាក់ពិន្ទុ។")
  }
}
