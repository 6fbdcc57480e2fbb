import Assessment
import Text

/// The messages that all formats share.
enum FormatMessages {
  static let unreadable = LocalizedText(
    en: "the whole question: it has errors", km: "សំណួរទាំងមូល៖ វាមានកំហុស")
  static let noText = LocalizedText(
    en: "the whole question: it has no text", km: "សំណួរទាំងមូល៖ វាគ្មានអត្ថបទ")
  static let twin = LocalizedText(
    en: "the whole question: its id stands twice", km: "សំណួរទាំងមូល៖ លេខសម្គាល់របស់វាមានពីរដង")

  static func duplicate(_ item: Item) -> Diagnostic {
    Diagnostic(
      "duplicate-id", at: item.location,
      LocalizedText(
        en: "The id '\(item.id)' stands twice.", km: "លេខសម្គាល់ '\(item.id)' មានពីរដង។"),
      remedy: LocalizedText(
        en: "Give each question an id of its own.", km: "សូមដាក់លេខសម្គាល់ផ្សេងគ្នាសម្រាប់សំណួរនីមួយៗ។"),
      length: item.id.utf8.count)
  }

  static func noOutcome(_ item: Item) -> Diagnostic {
    Diagnostic(
      "no-outcome", .warning, at: item.location,
      LocalizedText(
        en: "The question '\(item.id)' names no learning outcome.",
        km: "សំណួរ '\(item.id)' មិនបានបញ្ជាក់លទ្ធផលសិក្សាទេ។"),
      remedy: LocalizedText(
        en: "Add 'outcome=…' before it goes into a test.",
        km: "សូមបន្ថែម 'outcome=…' មុនដាក់ក្នុងតេស្ត។"))
  }

  static func noTranslation(_ item: Item, _ language: Language) -> Diagnostic {
    let name = language == .khmer ? "Khmer" : "English"
    let khmer = language == .khmer ? "ខ្មែរ" : "អង់គ្លេស"
    return Diagnostic(
      "no-translation", .warning, at: item.location,
      LocalizedText(
        en: "The question '\(item.id)' has no \(name) text.",
        km: "សំណួរ '\(item.id)' គ្មានអត្ថបទភាសា\(khmer)ទេ។"),
      remedy: LocalizedText(
        en: "Translate it, or use it in one language only.",
        km: "សូមបកប្រែវា ឬប្រើវាតែក្នុងភាសាមួយ។"))
  }

  static func unknownFormat(_ name: String) -> Diagnostic {
    let known = QuestionFormat.allCases.map(\.rawValue).joined(separator: " ")
    return Diagnostic(
      "unknown-format", at: SourceLocation(file: name),
      LocalizedText(
        en: "Nothing in it tells in which format the questions are.",
        km: "មិនអាចដឹងថាសំណួរទាំងនេះស្ថិតក្នុងទម្រង់ណាទេ។"),
      remedy: LocalizedText(
        en: "Name it with --from, one of: \(known).",
        km: "សូមបញ្ជាក់ដោយ --from មួយក្នុងចំណោម៖ \(known)។"))
  }

  static func otherVersion(_ name: String, _ version: String) -> Diagnostic {
    Diagnostic(
      "unknown-version", at: SourceLocation(file: name),
      LocalizedText(
        en: "The file is of QTI \(version), which Sala does not read.",
        km: "ឯកសារនេះជា QTI \(version) ដែល Sala មិនអានទេ។"),
      remedy: LocalizedText(
        en: "Let the other system export QTI 1.2, 2.1 or 2.2.",
        km: "សូមឱ្យប្រព័ន្ធនោះនាំចេញជា QTI 1.2, 2.1 ឬ 2.2។"))
  }

  static let test = LocalizedText(
    en: "how the test puts its questions together: sections, draws, time limit",
    km: "របៀបដែលតេស្តរៀបចំសំណួរ៖ ផ្នែក ការជ្រើសរើស និងពេលវេលាកំណត់")
}
