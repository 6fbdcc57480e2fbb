import Text

/// The messages of this module.
enum SourceMessages {
  static func tooLarge(_ place: SourceLocation, limit: Int) -> Diagnostic {
    Diagnostic(
      "file-too-large", at: place,
      LocalizedText(
        en: "The file is larger than \(limit >> 20) MiB.",
        km: "ឯកសារនេះធំជាង \(limit >> 20) MiB។"),
      remedy: LocalizedText(
        en: "Divide it into several files.", km: "សូមបំបែកវាជាឯកសារតូចៗច្រើន។"))
  }

  static func notUTF8(_ place: SourceLocation, looksLike: String?) -> Diagnostic {
    let guess = looksLike.map { " (\($0))" } ?? ""
    return Diagnostic(
      "not-utf8", at: place,
      LocalizedText(
        en: "The file is not UTF-8 text\(guess).",
        km: "ឯកសារនេះមិនមែនជាអត្ថបទ UTF-8 ទេ\(guess)។"),
      remedy: LocalizedText(
        en: "Save it again with the encoding UTF-8.",
        km: "សូមរក្សាទុកវាម្តងទៀត ដោយជ្រើសការអ៊ិនកូដ UTF-8។"))
  }

  static func encoding(_ path: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "encoding", .note, at: SourceLocation(file: path),
      LocalizedText(
        en: "The file is in \(name); it is read so.", km: "ឯកសារនេះជា \(name) ហើយត្រូវបានអានតាមនោះ។"),
      remedy: LocalizedText(
        en: "Save it as UTF-8, so that nobody has to guess.",
        km: "សូមរក្សាទុកវាជា UTF-8 ដើម្បីកុំឱ្យនរណាត្រូវទាយ។"))
  }

  static func nulByte(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "nul-byte", at: place,
      LocalizedText(
        en: "The file holds a NUL byte, so it is not text.",
        km: "ឯកសារនេះមានបៃ NUL ដូច្នេះវាមិនមែនជាអត្ថបទទេ។"),
      remedy: LocalizedText(
        en: "Save it again as plain UTF-8 text.",
        km: "សូមរក្សាទុកវាម្តងទៀត ជាអត្ថបទធម្មតា UTF-8។"))
  }

  static func unreadable(_ place: SourceLocation, reason: String) -> Diagnostic {
    Diagnostic(
      "unreadable", at: place,
      LocalizedText(
        en: "The file cannot be read: \(reason).", km: "មិនអាចអានឯកសារបានទេ៖ \(reason)។"),
      remedy: LocalizedText(
        en: "Check that the path exists and that you may read it.",
        km: "សូមពិនិត្យថាមានឯកសារនេះ ហើយអ្នកមានសិទ្ធិអានវា។"))
  }

  static let yamlRemedy = LocalizedText(
    en: "Mend the YAML here: indent with spaces, and quote a text that holds ': ' or '#'.",
    km: "សូមកែ YAML នៅទីនេះ៖ ចូលបន្ទាត់ដោយដកឃ្លា ហើយដាក់អត្ថបទដែលមាន ': ' ឬ '#' ក្នុងសញ្ញាសម្រង់។")

  static func yamlSyntax(_ problem: String) -> LocalizedText {
    LocalizedText(
      en: "The YAML cannot be read: \(problem).", km: "មិនអាចអាន YAML បានទេ៖ \(problem)។")
  }

  static let emptyYAML = LocalizedText(
    en: "There is nothing in the YAML.", km: "គ្មានអ្វីនៅក្នុង YAML ទេ។")

  static func tooDeep(limit: Int) -> LocalizedText {
    LocalizedText(
      en: "The YAML is nested deeper than \(limit) levels.",
      km: "YAML នេះមានជម្រៅលើសពី \(limit) ថ្នាក់។")
  }

  static func alias(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The alias '*\(name)' is not read here.", km: "ឈ្មោះយោង '*\(name)' មិនត្រូវបានអាននៅទីនេះទេ។")
  }

  static let aliasRemedy = LocalizedText(
    en: "Write out what it stands for.", km: "សូមសរសេរឱ្យពេញនូវអ្វីដែលវាតំណាង។")

  static func duplicateKey(_ key: String) -> LocalizedText {
    LocalizedText(
      en: "The key '\(key)' stands twice in the same place.",
      km: "ពាក្យគន្លឹះ '\(key)' មានពីរដងនៅកន្លែងតែមួយ។")
  }

  static let duplicateKeyRemedy = LocalizedText(
    en: "Keep one of the two.", km: "សូមទុកតែមួយ។")

  static func unknownKey(_ key: String) -> LocalizedText {
    LocalizedText(
      en: "The key '\(key)' is not known here.", km: "មិនស្គាល់ពាក្យគន្លឹះ '\(key)' នៅទីនេះទេ។")
  }

  static func unknownRemedy(_ suggestion: String?, known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    guard let suggestion else {
      return LocalizedText(en: "Use one of: \(list).", km: "សូមប្រើមួយក្នុងចំណោម៖ \(list)។")
    }
    return LocalizedText(
      en: "Did you mean '\(suggestion)'? Known are: \(list).",
      km: "តើអ្នកចង់សរសេរ '\(suggestion)' មែនទេ? អាចប្រើបាន៖ \(list)។")
  }

  static func missingKey(_ key: String) -> LocalizedText {
    LocalizedText(en: "The key '\(key)' is missing.", km: "ខ្វះពាក្យគន្លឹះ '\(key)'។")
  }

  static func addKey(_ key: String, _ kind: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Add '\(key):' with \(kind.en).", km: "សូមបន្ថែម '\(key):' ជាមួយ\(kind.km)។")
  }

  static func wrongKind(_ key: String, _ kind: LocalizedText) -> LocalizedText {
    LocalizedText(en: "'\(key)' must be \(kind.en).", km: "'\(key)' ត្រូវតែជា\(kind.km)។")
  }

  static func writeKind(_ kind: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Write \(kind.en) here.", km: "សូមសរសេរ\(kind.km)នៅទីនេះ។")
  }

  static func unknownValue(_ value: String, key: String) -> LocalizedText {
    LocalizedText(
      en: "'\(value)' is not a value of '\(key)'.",
      km: "'\(value)' មិនមែនជាតម្លៃរបស់ '\(key)' ទេ។")
  }

  static func missingTranslation(_ language: Language, of key: String) -> LocalizedText {
    LocalizedText(
      en: "'\(key)' lacks its \(language == .khmer ? "Khmer" : "English") text.",
      km: "'\(key)' ខ្វះអត្ថបទជាភាសា\(language == .khmer ? "ខ្មែរ" : "អង់គ្លេស")។")
  }

  static func addTranslation(_ language: Language) -> LocalizedText {
    LocalizedText(
      en: "Add '\(language.rawValue):' beside the other language.",
      km: "សូមបន្ថែម '\(language.rawValue):' ក្បែរភាសាម្ខាងទៀត។")
  }

  static func newerFormat(_ found: Int, known: Int) -> LocalizedText {
    LocalizedText(
      en: "The file has format \(found); this Sala reads format \(known) and older.",
      km: "ឯកសារនេះមានទម្រង់ \(found)។ Sala នេះអានបានតែទម្រង់ \(known) និងចាស់ជាងនេះ។")
  }

  static let newerFormatRemedy = LocalizedText(
    en: "Use a newer Sala, or ask the author for an older copy.",
    km: "សូមប្រើ Sala កំណែថ្មីជាងនេះ ឬសុំច្បាប់ចាស់ពីអ្នកនិពន្ធ។")

  static let openFrontMatter = LocalizedText(
    en: "The front matter begun by '---' is never closed.",
    km: "ផ្នែកក្បាលឯកសារដែលចាប់ផ្តើមដោយ '---' មិនត្រូវបានបិទទេ។")
  static let openFrontMatterRemedy = LocalizedText(
    en: "Put a line '---' after it.", km: "សូមដាក់បន្ទាត់ '---' បន្ទាប់ពីវា។")

  static func badAttributes(_ part: String) -> LocalizedText {
    LocalizedText(
      en: "The attribute '\(part)' cannot be read.", km: "មិនអាចអានលក្ខណៈ '\(part)' បានទេ។")
  }

  static let badAttributesRemedy = LocalizedText(
    en: "Write {#id key=value}, with quotes round a value that holds spaces.",
    km: "សូមសរសេរ {#id key=value} ដោយដាក់តម្លៃដែលមានដកឃ្លា ក្នុងសញ្ញាសម្រង់។")

  static let openQuote = LocalizedText(
    en: "A cell begun by a quotation mark is never closed.",
    km: "ក្រឡាដែលបើកដោយសញ្ញាសម្រង់ មិនត្រូវបានបិទទេ។")
  static let openQuoteRemedy = LocalizedText(
    en: "Close the cell with a quotation mark; double a mark that belongs to the text.",
    km: "សូមបិទក្រឡាដោយសញ្ញាសម្រង់ ហើយសរសេរសញ្ញាពីរដង បើវាជាផ្នែកនៃអត្ថបទ។")

  static func cellCount(_ found: Int, expected: Int) -> LocalizedText {
    LocalizedText(
      en: "The row has \(found) cells; the header has \(expected).",
      km: Khmer.withKhmerDigits("ជួរនេះមាន \(found) ក្រឡា តែបឋមកថាមាន \(expected)។"))
  }

  static let cellCountRemedy = LocalizedText(
    en: "Give the row one cell for each column; quote a cell that holds a comma.",
    km: "សូមឱ្យជួរនេះមានក្រឡាមួយសម្រាប់ជួរឈរនីមួយៗ ហើយដាក់ក្រឡាដែលមានសញ្ញាក្បៀស ក្នុងសញ្ញាសម្រង់។")

  static let emptyTable = LocalizedText(
    en: "The file holds no header row.", km: "ឯកសារនេះគ្មានជួរបឋមកថាទេ។")
  static let emptyTableRemedy = LocalizedText(
    en: "Begin it with the names of the columns.", km: "សូមចាប់ផ្តើមដោយឈ្មោះជួរឈរ។")

  static let someText = LocalizedText(en: "a text", km: "អត្ថបទ")
  static let bothLanguages = LocalizedText(
    en: "the texts 'en:' and 'km:'", km: "អត្ថបទ 'en:' និង 'km:'")
  static let aMapping = LocalizedText(en: "keys and values", km: "ពាក្យគន្លឹះ និងតម្លៃ")
  static let aList = LocalizedText(en: "a list, each entry after '- '", km: "បញ្ជី ដោយធាតុនីមួយៗនៅក្រោយ '- '")
  static let aFlag = LocalizedText(en: "true or false", km: "true ឬ false")

  static func aWholeNumber(_ range: ClosedRange<Int>) -> LocalizedText {
    LocalizedText(
      en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      km: "ចំនួនគត់ពី \(range.lowerBound) ដល់ \(range.upperBound)")
  }

  static func aNumber(_ range: ClosedRange<Double>) -> LocalizedText {
    LocalizedText(
      en: "a number from \(range.lowerBound) to \(range.upperBound)",
      km: "ចំនួនពី \(range.lowerBound) ដល់ \(range.upperBound)")
  }
}
