import Text

/// The messages about tables of questions.
enum TableMessages {
  static let remedy = LocalizedText(
    en: "Correct the cell; the columns and what they hold are in docs/format-tables.md.",
    km: "សូមកែក្រឡានេះ។ ជួរឈរ និងខ្លឹមសាររបស់វាមានក្នុង docs/format-tables.md។")

  static func at(_ cell: String, _ text: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Cell \(cell): \(text.en)", km: "ក្រឡា \(cell)៖ \(text.km)")
  }

  static let openQuote = LocalizedText(
    en: "The quotation mark is never closed.", km: "សញ្ញាសម្រង់នេះមិនត្រូវបានបិទទេ។")
  static let openQuoteRemedy = LocalizedText(
    en: "Close it; a quotation mark within a cell is written twice.",
    km: "សូមបិទវា។ សញ្ញាសម្រង់ក្នុងក្រឡាត្រូវសរសេរពីរដង។")
  static let noTable = LocalizedText(
    en: "There is no table of questions: no first row has a column 'question'.",
    km: "គ្មានតារាងសំណួរទេ៖ គ្មានជួរដំបូងណាដែលមានជួរឈរ 'សំណួរ' ទេ។")
  static let noTableRemedy = LocalizedText(
    en: "Begin with a header such as: question, A, B, C, D, answer.",
    km: "សូមចាប់ផ្តើមដោយក្បាលតារាង ដូចជា៖ question, A, B, C, D, answer។")

  static func unknownColumn(_ name: String, _ nearest: String?) -> LocalizedText {
    LocalizedText(
      en: "The column '\(name)' is not known, and not read."
        + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
      km: "មិនស្គាល់ជួរឈរ '\(name)' ទេ ហើយវាមិនត្រូវបានអានទេ។"
        + (nearest.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""))
  }

  static func column(_ name: String) -> LocalizedText {
    LocalizedText(en: "the column '\(name)'", km: "ជួរឈរ '\(name)'")
  }

  static func twice(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The column '\(name)' stands twice; the first one is read.",
      km: "ជួរឈរ '\(name)' មានពីរដង។ មានតែមួយដំបូងប៉ុណ្ណោះដែលត្រូវបានអាន។")
  }

  static let longRow = LocalizedText(
    en: "The row has more cells than the header.", km: "ជួរនេះមានក្រឡាច្រើនជាងក្បាលតារាង។")
  static let noText = LocalizedText(en: "The question has no text.", km: "សំណួរនេះគ្មានអត្ថបទទេ។")
  static let noAnswer = LocalizedText(
    en: "The question has no answer.", km: "សំណួរនេះគ្មានចម្លើយទេ។")
  static let fewOptions = LocalizedText(
    en: "The question has fewer than two options.", km: "សំណួរនេះមានជម្រើសតិចជាងពីរ។")
  static let oneAnswer = LocalizedText(
    en: "Exactly one option must be right.", km: "ត្រូវមានជម្រើសត្រឹមត្រូវតែមួយគត់។")
  static let trueOrFalse = LocalizedText(
    en: "The answer must be 'true' or 'false'.", km: "ចម្លើយត្រូវជា 'ត្រូវ' ឬ 'ខុស'។")
  static let badNumber = LocalizedText(
    en: "This is not a number such as '12' or '12 +- 0.5'.",
    km: "នេះមិនមែនជាចំនួន ដូចជា '12' ឬ '12 +- 0.5' ទេ។")
  static let badWeight = LocalizedText(
    en: "Weights are numbers from -100 to 100, divided by ';', one for each option.",
    km: "ទម្ងន់ជាចំនួនពី -100 ដល់ 100 បំបែកដោយ ';' មួយសម្រាប់ជម្រើសនីមួយៗ។")
  static let noArrow = LocalizedText(
    en: "This is not a pair 'left => right'.", km: "នេះមិនមែនជាគូ 'ឆ្វេង => ស្តាំ' ទេ។")
  static let badBlank = LocalizedText(
    en: "This is not '[[a]] ~ text', '[[a]] = 12', '[[a]] (x) option' or '[[a]] ( ) option'.",
    km: "នេះមិនមែនជា '[[a]] ~ អត្ថបទ' '[[a]] = 12' '[[a]] (x) ជម្រើស' ឬ '[[a]] ( ) ជម្រើស' ទេ។")
  static let blanksDiffer = LocalizedText(
    en: "The blanks of the question and those of the answers differ.",
    km: "ចន្លោះក្នុងសំណួរ និងចន្លោះក្នុងចម្លើយខុសគ្នា។")
  static let mixedBlank = LocalizedText(
    en: "The answers of one blank must be all texts, all numbers, or options with one right.",
    km: "ចម្លើយនៃចន្លោះមួយត្រូវជាអត្ថបទទាំងអស់ ចំនួនទាំងអស់ ឬជម្រើសដែលមានមួយត្រឹមត្រូវ។")
  static let badTable = LocalizedText(
    en: "The table of scores must be 'answer = points; …' with answers to this question.",
    km: "តារាងពិន្ទុត្រូវជា 'ចម្លើយ = ពិន្ទុ; …' ដែលមានចម្លើយរបស់សំណួរនេះ។")
  static let badUnit = LocalizedText(
    en: "Units must be 'm; cm = 0.01', the unit of the answers first.",
    km: "ឯកតាត្រូវជា 'm; cm = 0.01' ដោយឯកតានៃចម្លើយមុនគេ។")

  static func noOption(_ letter: String) -> LocalizedText {
    LocalizedText(
      en: "There is no option '\(letter)': write letters such as 'a' or 'a,c'.",
      km: "គ្មានជម្រើស '\(letter)' ទេ៖ សូមសរសេរអក្សរ ដូចជា 'ក' ឬ 'ក,គ'។")
  }

  static func number(_ range: String) -> LocalizedText {
    LocalizedText(
      en: "A number \(range) must stand here.", km: "ត្រូវមានចំនួន \(range) នៅទីនេះ។")
  }

  static func oneOf(_ value: String, _ known: [String], _ nearest: String?) -> LocalizedText {
    let list = known.joined(separator: ", ")
    return LocalizedText(
      en: "'\(value)' is not one of: \(list)."
        + (nearest.map { " Did you mean '\($0)'?" } ?? ""),
      km: "'\(value)' មិនស្ថិតក្នុងចំណោម៖ \(list) ទេ។"
        + (nearest.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""))
  }
}
