import Text

/// The messages of this module.
enum MarkupMessages {
  static func rawHTML(_ html: String) -> LocalizedText {
    LocalizedText(
      en: "HTML is not allowed in the text: '\(html)'.",
      km: "មិនអនុញ្ញាតឱ្យប្រើ HTML ក្នុងអត្ថបទទេ៖ '\(html)'។")
  }

  static let rawHTMLRemedy = LocalizedText(
    en: "Write it in Markdown; to show the sign '<' itself, write '\\<'.",
    km: "សូមសរសេរវាជា Markdown។ ដើម្បីបង្ហាញសញ្ញា '<' សូមសរសេរ '\\<'។")

  static func unsafeLink(_ destination: String) -> LocalizedText {
    LocalizedText(
      en: "The link leads to '\(destination)', which is not allowed.",
      km: "តំណនេះនាំទៅកាន់ '\(destination)' ដែលមិនត្រូវបានអនុញ្ញាត។")
  }

  static let unsafeLinkRemedy = LocalizedText(
    en: "Lead to a http, https or mailto address, a file beside the text, or a '#' place in it.",
    km: "សូមភ្ជាប់ទៅអាសយដ្ឋាន http, https ឬ mailto ទៅឯកសារនៅក្បែរអត្ថបទ ឬទៅកន្លែង '#' ក្នុងអត្ថបទ។")

  static func footnoteDefinition(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' looks like the definition of a footnote, which the text cannot hold.",
      km: "'\(text)' មើលទៅដូចជានិយមន័យនៃលេខយោង ដែលអត្ថបទមិនអាចមានបានទេ។")
  }

  static let footnoteDefinitionRemedy = LocalizedText(
    en: "Describe the source in the list of sources, and leave only the citation in the text.",
    km: "សូមពណ៌នាឯកសារយោងក្នុងបញ្ជីឯកសារយោង ហើយទុកតែការយោងក្នុងអត្ថបទ។")

  static func tooDeep(limit: Int) -> LocalizedText {
    LocalizedText(
      en: "The text has more than \(limit) levels inside each other here.",
      km: "អត្ថបទនៅទីនេះមានកម្រិតត្រួតគ្នាលើសពី \(limit)។")
  }

  static let tooDeepRemedy = LocalizedText(
    en: "Put fewer lists, quotations and marks inside each other.",
    km: "សូមបន្ថយចំនួនបញ្ជី សម្រង់ និងសញ្ញាដែលត្រួតគ្នា។")

  static func tooLong(limit: Int) -> LocalizedText {
    LocalizedText(
      en: "The text is longer than \(limit >> 10) KiB.",
      km: "អត្ថបទនេះវែងជាង \(limit >> 10) KiB។")
  }

  static let tooLongRemedy = LocalizedText(
    en: "Divide it into several texts.", km: "សូមបំបែកវាជាអត្ថបទច្រើន។")

  static func tableCells(_ count: Int, expected: Int) -> LocalizedText {
    LocalizedText(
      en: "The row has \(count) cells, the header \(expected); the others are not shown.",
      km: "ជួរដេកនេះមាន \(count) ក្រឡា ចំណងជើងមាន \(expected)។ ក្រឡាដែលលើសមិនត្រូវបានបង្ហាញទេ។")
  }

  static let tableCellsRemedy = LocalizedText(
    en: "Write as many cells as the header has, and '\\|' for a bar inside a cell.",
    km: "សូមសរសេរឱ្យមានចំនួនក្រឡាដូចចំណងជើង ហើយសរសេរ '\\|' សម្រាប់សញ្ញា | ក្នុងក្រឡា។")

  /// What a screen reader says about a table that scrolls.
  static func table(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "Table \(number)", km: "តារាងទី \(Khmer.withKhmerDigits(String(number)))")
  }
}
