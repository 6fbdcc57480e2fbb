import Source
import Text

/// The messages about registers of names.
enum RegisterMessages {
  static func missing(_ path: String) -> RecordsError {
    RecordsError(
      "no-register",
      LocalizedText(
        en: "There is no register of names in '\(path)'.",
        km: "គ្មានបញ្ជីឈ្មោះក្នុង '\(path)' ទេ។"),
      remedy: LocalizedText(
        en: "Add names with 'sala register import' or 'sala event roster'.",
        km: "សូមបន្ថែមឈ្មោះដោយ 'sala register import' ឬ 'sala event roster'។"))
  }

  static func failure(_ failure: PassphraseBox.Failure, at path: String) -> RecordsError {
    switch failure {
    case .wrongPassphrase:
      RecordsError(
        "wrong-passphrase",
        LocalizedText(
          en: "This is not the passphrase of '\(path)'.",
          km: "នេះមិនមែនជាឃ្លាសម្ងាត់របស់ '\(path)' ទេ។"),
        remedy: LocalizedText(
          en: "Type it again as it was set; nobody can open the file without it.",
          km: "សូមវាយម្តងទៀតដូចពេលកំណត់។ គ្មាននរណាអាចបើកឯកសារនេះដោយគ្មានឃ្លាសម្ងាត់បានទេ។"))
    case .damaged:
      RecordsError(
        "register-damaged",
        LocalizedText(
          en: "'\(path)' was changed or damaged.", km: "'\(path)' ត្រូវបានកែ ឬខូច។"),
        remedy: LocalizedText(
          en: "Put it back from a copy or a backup.",
          km: "សូមយកវាមកវិញពីច្បាប់ចម្លង ឬច្បាប់បម្រុងទុក។"))
    case .newerFormat(let format):
      RecordsError(
        "newer-register",
        LocalizedText(
          en: "'\(path)' has format \(format), which a newer Sala writes.",
          km: "'\(path)' មានទម្រង់ \(format) ដែល Sala កំណែថ្មីជាងសរសេរ។"),
        remedy: LocalizedText(
          en: "Use a newer Sala on this machine.",
          km: "សូមប្រើ Sala កំណែថ្មីជាងនេះនៅលើម៉ាស៊ីននេះ។"))
    }
  }

  static func shortPassphrase() -> RecordsError {
    RecordsError(
      "short-passphrase",
      LocalizedText(
        en: "A passphrase has at least \(Register.shortestPassphrase) characters.",
        km: Khmer.withKhmerDigits(
          "ឃ្លាសម្ងាត់ត្រូវមានយ៉ាងតិច \(Register.shortestPassphrase) តួអក្សរ។")),
      remedy: LocalizedText(
        en: "Take four or five words that have nothing to do with each other.",
        km: "សូមប្រើពាក្យបួនឬប្រាំ ដែលមិនទាក់ទងគ្នា។"))
  }

  static func tooLarge(_ path: String) -> RecordsError {
    RecordsError(
      "register-too-large",
      LocalizedText(
        en: "'\(path)' would have more than 16 MiB.",
        km: Khmer.withKhmerDigits("'\(path)' នឹងមានទំហំលើស 16 MiB។")),
      remedy: LocalizedText(
        en: "A register holds the people of one event.",
        km: "បញ្ជីឈ្មោះមួយសម្រាប់តែសិក្ខាកាមនៃព្រឹត្តិការណ៍មួយ។"))
  }

  static func notSealed(_ path: String, reason: String) -> RecordsError {
    RecordsError(
      "not-sealed",
      LocalizedText(
        en: "'\(path)' could not be encrypted: \(reason).",
        km: "មិនអាចអ៊ិនគ្រីប '\(path)' បានទេ៖ \(reason)។"),
      remedy: LocalizedText(
        en: "Close other programs, so that 128 MiB of memory are free, and do it again.",
        km: Khmer.withKhmerDigits(
          "សូមបិទកម្មវិធីផ្សេង ដើម្បីឱ្យមានអង្គចងចាំទំនេរ 128 MiB រួចធ្វើម្តងទៀត។")))
  }

  static func badEvent(_ event: String) -> RecordsError {
    RecordsError(
      "bad-event",
      LocalizedText(
        en: "'\(event)' cannot be the id of an event.",
        km: "'\(event)' មិនអាចជាលេខសម្គាល់ព្រឹត្តិការណ៍បានទេ។"),
      remedy: LocalizedText(
        en: "Use lower-case letters, digits and hyphens.",
        km: "សូមប្រើអក្សរតូច លេខ និងសហសញ្ញា។"))
  }

  // MARK: Tables

  static func missingColumns(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "register-columns", line: 1,
      LocalizedText(
        en: "The table needs the column 'code', and 'khmer-name' or 'latin-name'.",
        km: "តារាងត្រូវមានជួរឈរ 'code' និង 'khmer-name' ឬ 'latin-name'។"),
      remedy: LocalizedText(
        en: "Name the columns in the first line; 'phone' may be added.",
        km: "សូមសរសេរឈ្មោះជួរឈរនៅបន្ទាត់ទីមួយ។ អាចបន្ថែម 'phone'។"))
  }

  static func notEnrolled(_ file: SourceFile, line: Int, _ code: String) -> Diagnostic {
    file.diagnostic(
      "register-code", line: line,
      LocalizedText(
        en: "The code \(code) is not enrolled in the event.",
        km: "កូដ \(code) មិនមានក្នុងបញ្ជីសិក្ខាកាមនៃព្រឹត្តិការណ៍នេះទេ។"),
      remedy: LocalizedText(
        en: "Look the code up with 'sala event status'.",
        km: "សូមរកមើលកូដដោយ 'sala event status'។"))
  }

  static func noName(_ file: SourceFile, line: Int, _ code: String) -> Diagnostic {
    file.diagnostic(
      "register-no-name", line: line,
      LocalizedText(
        en: "The row of the code \(code) has no name.",
        km: "ជួរដេកនៃកូដ \(code) គ្មានឈ្មោះទេ។"),
      remedy: LocalizedText(
        en: "Write the name in Khmer, in Latin letters, or both; or leave the row out.",
        km: "សូមសរសេរឈ្មោះជាភាសាខ្មែរ ជាអក្សរឡាតាំង ឬទាំងពីរ ឬលុបជួរដេកនេះ។"))
  }
}
