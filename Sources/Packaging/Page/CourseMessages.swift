import Text

/// The words of the manifest and of the page that shows the others.
extension PageMessages {
  static let modules = LocalizedText(en: "Modules", km: "ម៉ូឌុល")
  static let courseList = LocalizedText(en: "Pages of the course", km: "ទំព័រនៃវគ្គសិក្សា")
  static let previousPage = LocalizedText(en: "Previous page", km: "ទំព័រមុន")
  static let nextPage = LocalizedText(en: "Next page", km: "ទំព័របន្ទាប់")
  static let loading = LocalizedText(en: "The page is loading…", km: "កំពុងបើកទំព័រ…")
  static let openPages = LocalizedText(
    en: "Open the pages from top to bottom. Each can be opened again at any time.",
    km: "សូមបើកទំព័រពីលើចុះក្រោម។ ទំព័រនីមួយៗអាចបើកម្តងទៀតបានគ្រប់ពេល។")

  /// The messages that its script fills in, by name; `{name}` stands for a value.
  static let course: [(String, LocalizedText)] = [
    ("loading", loading),
    ("notBegun", LocalizedText(en: "Not begun yet", km: "មិនទាន់ចាប់ផ្តើម")),
    ("begun", LocalizedText(en: "Begun", km: "បានចាប់ផ្តើម")),
    ("done", LocalizedText(en: "✓ Done", km: "✓ បានបញ្ចប់")),
    ("pagePassed", LocalizedText(en: "✓ Passed", km: "✓ ជាប់")),
    ("pageFailed", LocalizedText(en: "Not passed yet", km: "មិនទាន់ជាប់")),
    ("opened", LocalizedText(en: "Opened: {title}", km: "បានបើក៖ {title}")),
    (
      "pagesDone",
      LocalizedText(
        en: "{count} of {total} pages done", km: "បានបញ្ចប់ {count} ក្នុងចំណោម {total} ទំព័រ")
    ),
    (
      "courseDone",
      LocalizedText(
        en: "You have finished every page of the course.",
        km: "អ្នកបានបញ្ចប់ទំព័រទាំងអស់នៃវគ្គសិក្សាហើយ។")
    ),
    (
      "notLoaded",
      LocalizedText(
        en: "The page could not be opened. Go back to the list and try again.",
        km: "មិនអាចបើកទំព័របានទេ។ សូមត្រឡប់ទៅបញ្ជី ហើយព្យាយាមម្តងទៀត។")
    ),
  ]

  /// Messages about storing, which every page says in the same words.
  static var storing: [(String, LocalizedText)] {
    let names = [
      "notStored", "notKept", "refused", "readOnly", "tooLong", "newer", "changed", "unreadable",
      "mayClose",
    ]
    return runtime.filter { names.contains($0.0) }
  }
}
