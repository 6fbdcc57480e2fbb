package import Text

/// The findings of this module.
enum PreviewMessages {
  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "preview-unreadable", at: SourceLocation(file: path),
      LocalizedText(
        en: "The package cannot be read.", km: "មិនអាចអានកញ្ចប់នេះបានទេ។"),
      remedy: LocalizedText(
        en: "Give the path of a ZIP archive or of a folder that you may read.",
        km: "សូមផ្តល់ទីតាំងនៃឯកសារបង្ហាប់ ZIP ឬថតដែលអ្នកមានសិទ្ធិអាន។"))
  }

  static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "preview-too-large", at: SourceLocation(file: path),
      LocalizedText(
        en: "The folder holds more than the \(limit >> 20) MiB that a preview reads.",
        km: "ថតនេះមានទំហំលើស \(limit >> 20) MiB ដែលការមើលជាមុនអាចអានបាន។"),
      remedy: LocalizedText(
        en: "Preview the package itself, not a folder that holds other things.",
        km: "សូមមើលកញ្ចប់ផ្ទាល់ មិនមែនថតដែលមានរបស់ផ្សេងទៀតទេ។"))
  }

  static func tooMany(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "preview-too-many", at: SourceLocation(file: path),
      LocalizedText(
        en: "The folder holds more than the \(limit) files that a preview reads.",
        km: "ថតនេះមានឯកសារលើស \(limit) ដែលការមើលជាមុនអាចអានបាន។"),
      remedy: LocalizedText(
        en: "Preview the package itself, not a folder that holds other things.",
        km: "សូមមើលកញ្ចប់ផ្ទាល់ មិនមែនថតដែលមានរបស់ផ្សេងទៀតទេ។"))
  }

  static func linkOutside(_ path: String) -> Diagnostic {
    Diagnostic(
      "preview-link", .warning, at: SourceLocation(file: path),
      LocalizedText(
        en: "A link leads out of the folder, or to another folder; it is left out.",
        km: "តំណមួយនាំចេញក្រៅថត ឬទៅថតផ្សេង ដូច្នេះវាត្រូវបានរំលង។"),
      remedy: LocalizedText(
        en: "Copy what it leads to into the package.",
        km: "សូមចម្លងអ្វីដែលតំណនាំទៅ មកដាក់ក្នុងកញ្ចប់។"))
  }

  static func nothingToOpen(_ path: String) -> Diagnostic {
    Diagnostic(
      "preview-nothing", at: SourceLocation(file: path),
      LocalizedText(
        en: "The package has nothing that a browser could open.",
        km: "កញ្ចប់នេះគ្មានអ្វីដែលកម្មវិធីរុករកអាចបើកបានទេ។"),
      remedy: LocalizedText(
        en: "Look with `sala inspect` at what its manifest says.",
        km: "សូមពិនិត្យបញ្ជីកញ្ចប់របស់វាដោយ `sala inspect`។"))
  }

  static func missing(_ item: String, _ href: String, _ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "preview-missing-file", .warning, at: place,
      LocalizedText(
        en: "The item '\(item)' opens '\(href)', which the package does not hold.",
        km: "ធាតុ '\(item)' បើក '\(href)' ដែលកញ្ចប់មិនមាន។"),
      remedy: LocalizedText(
        en: "Add the file, or mend its path in the manifest; capitals count.",
        km: "សូមបន្ថែមឯកសារ ឬកែផ្លូវក្នុងបញ្ជីកញ្ចប់។ អក្សរធំតូចត្រូវតែដូចគ្នា។"))
  }

  static func remote(_ item: String, _ href: String, _ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "preview-remote", .warning, at: place,
      LocalizedText(
        en: "The item '\(item)' opens '\(href)', which lies outside of the package.",
        km: "ធាតុ '\(item)' បើក '\(href)' ដែលនៅក្រៅកញ្ចប់។"),
      remedy: LocalizedText(
        en: "A preview opens only what the package holds; test it in an LMS.",
        km: "ការមើលជាមុនបើកតែអ្វីដែលកញ្ចប់មាន។ សូមសាកល្បងវាក្នុងប្រព័ន្ធ LMS។"))
  }
}

/// Why a preview cannot be served.
package enum PreviewError: Error, Hashable {
  /// Another program holds the port, or it needs rights that this one has not.
  case port(Int)

  /// What to tell the person.
  package var message: LocalizedText {
    switch self {
    case .port(let port):
      LocalizedText(
        en: "Port \(port) cannot be used; another program may hold it. Leave out --port.",
        km: "មិនអាចប្រើច្រក \(port) បានទេ ព្រោះកម្មវិធីផ្សេងអាចកំពុងប្រើវា។ សូមកុំដាក់ --port។")
    }
  }
}
