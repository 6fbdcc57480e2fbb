import Assessment
import Text

/// The words of a cartridge, and what is found in making one.
enum CartridgeMessages {
  static let about = LocalizedText(en: "About this module", km: "អំពីម៉ូឌុលនេះ")
  static let formBlank = "______"

  static func practice(_ module: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "\(PageMessages.practice.en): \(module.text(in: .english))",
      km: "\(PageMessages.practice.km)៖ \(module.text(in: .khmer))")
  }

  // MARK: Findings

  static func question(_ item: Item, _ reason: LocalizedText) -> Diagnostic {
    Diagnostic(
      "cartridge-question", .warning, at: item.location,
      LocalizedText(
        en: "The question '\(item.id)' is not in the cartridge: \(reason.en).",
        km: "សំណួរ '\(item.id)' មិនមានក្នុងកញ្ចប់ទេ៖ \(reason.km)។"),
      remedy: LocalizedText(
        en: "Write it in the LMS after the import, or use a SCORM package, which has it.",
        km: "សូមសរសេរវាក្នុងប្រព័ន្ធ LMS ក្រោយពេលនាំចូល ឬប្រើកញ្ចប់ SCORM ដែលមានសំណួរនេះ។"))
  }

  static func formsFixed(_ before: String, _ after: String, in curriculum: String) -> Diagnostic {
    Diagnostic(
      "cartridge-forms", .note, at: SourceLocation(file: curriculum),
      LocalizedText(
        en:
          "A cartridge cannot allot forms: everybody takes '\(before)' before and '\(after)' after.",
        km: "កញ្ចប់ប្រភេទនេះមិនអាចបែងចែកវិញ្ញាសាបានទេ៖ គ្រប់គ្នាធ្វើ '\(before)' មុនវគ្គ និង '\(after)' ក្រោយវគ្គ។"
      ),
      remedy: LocalizedText(
        en: "Use a SCORM package where half of the learners shall begin with each form.",
        km: "សូមប្រើកញ្ចប់ SCORM បើចង់ឱ្យសិក្ខាកាមពាក់កណ្តាលចាប់ផ្តើមដោយវិញ្ញាសានីមួយៗ។"))
  }

  // MARK: Reasons

  static func kind(_ kind: InteractionKind) -> LocalizedText {
    LocalizedText(
      en: "Common Cartridge has no questions of the kind '\(kind.rawValue)'",
      km: "Common Cartridge គ្មានសំណួរប្រភេទ '\(kind.rawValue)' ទេ")
  }

  static let severalBlanks = LocalizedText(
    en: "Common Cartridge has one blank a question", km: "Common Cartridge មានចន្លោះតែមួយក្នុងសំណួរនីមួយៗ")
  static let fewOptions = LocalizedText(
    en: "Common Cartridge wants at least three options where one is chosen",
    km: "Common Cartridge តម្រូវឱ្យមានជម្រើសយ៉ាងតិចបី ពេលត្រូវជ្រើសរើសមួយ")
  static let parts = LocalizedText(
    en: "Common Cartridge gives all points or none, and not for parts of an answer",
    km: "Common Cartridge ផ្តល់ពិន្ទុទាំងអស់ ឬមិនផ្តល់សោះ ហើយមិនផ្តល់ពិន្ទុតាមផ្នែកនៃចម្លើយទេ")
  static let number = LocalizedText(
    en:
      "Common Cartridge compares letter for letter, so a tolerance, a unit or decimals cannot count",
    km: "Common Cartridge ប្រៀបធៀបតួអក្សរម្តងមួយ ដូច្នេះកម្រិតលម្អៀង ឯកតា ឬទសភាគមិនអាចរាប់បានទេ")
  static let points = LocalizedText(
    en: "its points have no whole weight from 1 to 99 beside those of the others",
    km: "ពិន្ទុរបស់វាមិនអាចសរសេរជាទម្ងន់គត់ពី ១ ដល់ ៩៩ ធៀបនឹងសំណួរដទៃបានទេ")
}
