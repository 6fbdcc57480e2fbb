import Text

/// The messages of the commands themselves.
enum CommandMessages {
  static func unexpected(_ reason: String) -> LocalizedText {
    LocalizedText(
      en: "The command could not go on: \(reason).",
      km: "ពាក្យបញ្ជានេះមិនអាចបន្តបានទេ៖ \(reason)។")
  }

  static func outOfRange(_ option: String, _ range: ClosedRange<Int>) -> LocalizedText {
    LocalizedText(
      en: "\(option) must be from \(range.lowerBound) to \(range.upperBound).",
      km: "\(option) ត្រូវស្ថិតនៅចន្លោះពី \(range.lowerBound) ដល់ \(range.upperBound)។")
  }

  /// A number with its name, on a line of its own.
  static func named(_ name: LocalizedText, number: Int) -> LocalizedText {
    LocalizedText(
      en: "\(name.en): \(number)", km: "\(name.km)៖ \(Khmer.withKhmerDigits("\(number)"))")
  }

  static let emptyStore = LocalizedText(
    en: "--store names no folder; give one, or leave the option out.",
    km: "--store មិនបានបញ្ជាក់ថតទេ។ សូមបញ្ជាក់ថត ឬលុបជម្រើសនេះចេញ។")

  static func noCurriculum(_ path: String) -> LocalizedText {
    LocalizedText(
      en:
        "No curriculum is found at '\(path)'. Give the folder that holds curriculum.yaml, or one that holds curricula/.",
      km: "រកមិនឃើញកម្មវិធីសិក្សានៅ '\(path)' ទេ។ សូមផ្តល់ថតដែលមាន curriculum.yaml ឬថតដែលមាន curricula/។")
  }

  static func severalCurricula(_ ids: [String]) -> LocalizedText {
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      en: "There are several curricula: \(list). Name one.",
      km: "មានកម្មវិធីសិក្សាច្រើន៖ \(list)។ សូមបញ្ជាក់មួយ។")
  }

  static func cannotWrite(_ path: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(path)' cannot be written. Check that the folder exists, that you may write there, and that the disk has room.",
      km: "មិនអាចសរសេរ '\(path)' បានទេ។ សូមពិនិត្យថាមានថតនោះ អ្នកមានសិទ្ធិសរសេរ ហើយថាសនៅមានកន្លែងទំនេរ។")
  }

  static func missingFile(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' cannot be read. Check that it exists and that you may read it.",
      km: "មិនអាចអាន '\(path)' បានទេ។ សូមពិនិត្យថាមានឯកសារនោះ ហើយអ្នកមានសិទ្ធិអាន។")
  }

  static func findings(errors: Int, warnings: Int, notes: Int) -> LocalizedText {
    LocalizedText(
      en: "\(errors) errors, \(warnings) warnings, \(notes) notes",
      km: Khmer.withKhmerDigits(
        "កំហុស \(errors), ការព្រមាន \(warnings), កំណត់សម្គាល់ \(notes)"))
  }
}
