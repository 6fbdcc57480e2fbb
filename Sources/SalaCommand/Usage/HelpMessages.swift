import Text

/// The words of help pages that are not a command's own.
enum HelpMessages {
  static let usage = LocalizedText(en: "Usage:", km: "របៀបប្រើ៖")
  static let arguments = LocalizedText(en: "Arguments:", km: "ធាតុបញ្ចូល៖")
  static let options = LocalizedText(en: "Options:", km: "ជម្រើស៖")
  static let commands = LocalizedText(en: "Commands:", km: "ពាក្យបញ្ជា៖")
  static let examples = LocalizedText(en: "Examples:", km: "ឧទាហរណ៍៖")
  static let exitCodes = LocalizedText(en: "Exit codes:", km: "លេខកូដបញ្ចប់៖")
  static let commandName = LocalizedText(en: "command", km: "ពាក្យបញ្ជា")
  static let showHelp = LocalizedText(en: "Show this help.", km: "បង្ហាញជំនួយនេះ។")
  static let showVersion = LocalizedText(en: "Show the version.", km: "បង្ហាញលេខកំណែ។")
  static let languageOfAll = LocalizedText(
    en:
      "Before the command: the language of all messages. Else SALA_LANGUAGE, then the system's.",
    km: "មុនពាក្យបញ្ជា៖ ភាសានៃសារទាំងអស់។ បើមិនបញ្ជាក់ ប្រើ SALA_LANGUAGE រួចភាសានៃប្រព័ន្ធ។")

  static let exitCodeMeanings: [(code: String, meaning: LocalizedText)] = [
    (
      "0",
      LocalizedText(en: "Done; warnings are allowed.", km: "រួចរាល់ ទោះមានការព្រមានក៏ដោយ។")
    ),
    (
      "1",
      LocalizedText(
        en: "Errors were found in what was read, or what was asked is not allowed.",
        km: "រកឃើញកំហុសក្នុងអ្វីដែលបានអាន ឬអ្វីដែលស្នើមិនត្រូវបានអនុញ្ញាត។")
    ),
    (
      "2",
      LocalizedText(
        en: "It could not run: a wrong call, a missing file, a full disk.",
        km: "មិនអាចដំណើរការបាន៖ វាយពាក្យបញ្ជាខុស ខ្វះឯកសារ ឬថាសពេញ។")
    ),
  ]

  static func standard(_ value: String) -> LocalizedText {
    LocalizedText(en: "default: \(value)", km: "លំនាំដើម៖ \(value)")
  }

  static func values(_ values: [String]) -> LocalizedText {
    let list = values.joined(separator: ", ")
    return LocalizedText(en: "One of: \(list).", km: "តម្លៃ៖ \(list)។")
  }

  static func helpOfCommand(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path) COMMAND --help' explains one command.",
      km: "សូមវាយ '\(path)' ឈ្មោះពាក្យបញ្ជា និង '--help' ដើម្បីមើលការពន្យល់។")
  }
}
