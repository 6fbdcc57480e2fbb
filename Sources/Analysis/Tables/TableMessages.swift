import Text

/// What is said about tables that cannot be read.
enum TableMessages {
  static func notText(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-utf8", at: SourceLocation(file: path, line: 1),
      LocalizedText(en: "The file is not UTF-8 text.", km: "ឯកសារនេះមិនមែនជាអត្ថបទ UTF-8 ទេ។"),
      remedy: LocalizedText(
        en: "Save the table as CSV with the encoding UTF-8.",
        km: "សូមរក្សាទុកតារាងជា CSV ដោយជ្រើសការអ៊ិនកូដ UTF-8។"))
  }

  static func noRows(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-rows", at: SourceLocation(file: path),
      LocalizedText(en: "The table has no rows below its header.", km: "តារាងនេះគ្មានជួរក្រោមបឋមកថាទេ។"),
      remedy: LocalizedText(
        en: "Put one row for each person below the names of the columns.",
        km: "សូមដាក់ជួរមួយសម្រាប់មនុស្សម្នាក់ៗ ក្រោមឈ្មោះជួរឈរ។"))
  }

  static func namelessColumn(_ place: Int, _ path: String) -> Diagnostic {
    let number = "\(place)"
    return Diagnostic(
      "nameless-column", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "Column \(number) has no name.",
        km: "ជួរឈរទី\(Khmer.withKhmerDigits(number)) គ្មានឈ្មោះ។"),
      remedy: LocalizedText(
        en: "Name it in the first row, or take it out.",
        km: "សូមដាក់ឈ្មោះវានៅជួរទីមួយ ឬដកវាចេញ។"))
  }

  static func tooManyColumns(_ count: Int, limit: Int, _ path: String) -> Diagnostic {
    let (found, most) = ("\(count)", "\(limit)")
    return Diagnostic(
      "too-many-columns", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "The table has \(found) columns; at most \(most) are read.",
        km:
          "តារាងនេះមាន \(Khmer.withKhmerDigits(found)) ជួរឈរ តែអានបានច្រើនបំផុត \(Khmer.withKhmerDigits(most))។"),
      remedy: LocalizedText(
        en: "Put people in rows and items in columns.",
        km: "សូមដាក់មនុស្សជាជួរ និងសំណួរជាជួរឈរ។"))
  }

  static func columnTwice(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "column-twice", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "Two columns are called '\(name)'.", km: "មានជួរឈរពីរឈ្មោះ '\(name)' ដូចគ្នា។"),
      remedy: LocalizedText(
        en: "Give each column a name of its own.", km: "សូមដាក់ឈ្មោះផ្សេងគ្នាឱ្យជួរឈរនីមួយៗ។"))
  }

  static func noColumn(
    _ name: String, option: String, path: String, suggestion: String?, header: [String]
  ) -> Diagnostic {
    let known = header.prefix(12).joined(separator: ", ") + (header.count > 12 ? ", …" : "")
    let guess = suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return Diagnostic(
      "no-column", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "\(option) names a column '\(name)' that the table does not have.",
        km: "\(option) ដាក់ឈ្មោះជួរឈរ '\(name)' ដែលតារាងនេះគ្មាន។"),
      remedy: LocalizedText(
        en: "\(guess)The table has: \(known).", km: "\(guessKhmer)តារាងនេះមាន៖ \(known)។"))
  }

  static func tooManyOptions(_ column: String, _ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "too-many-answers", at: place,
      LocalizedText(
        en:
          "Column '\(column)' has more than 250 different answers, so it is no item with options.",
        km: "ជួរឈរ '\(column)' មានចម្លើយខុសគ្នាលើសពី ២៥០ ដូច្នេះវាមិនមែនជាសំណួរមានជម្រើសទេ។"),
      remedy: LocalizedText(
        en: "Leave the column out with --ignore, or take it out of the key.",
        km: "សូមទុកជួរឈរនេះចោលដោយ --ignore ឬដកវាចេញពីកូនសោចម្លើយ។"))
  }

  static func moreFaults(_ count: Int, _ path: String) -> Diagnostic {
    let number = "\(count)"
    return Diagnostic(
      "more-findings", at: SourceLocation(file: path),
      LocalizedText(
        en: "There are \(number) more cells or rows like these.",
        km: "មានក្រឡា ឬជួរដែលខុសដូចនេះ \(Khmer.withKhmerDigits(number)) ទៀត។"),
      remedy: LocalizedText(
        en: "Mend those that are shown and run again.",
        km: "សូមកែអ្វីដែលបានបង្ហាញ រួចដំណើរការម្តងទៀត។"))
  }

  static func fault(
    _ kind: CellFault.Kind, text: String, header: [String], at place: SourceLocation,
    excerpt: String
  ) -> Diagnostic {
    switch kind {
    case .tooManyOptions(let column):
      return tooManyOptions(column < header.count ? header[column] : "", place)
    case .cellCount(let found):
      let (found, expected) = ("\(found)", "\(header.count)")
      return Diagnostic(
        "cell-count", at: place,
        LocalizedText(
          en: "The row has \(found) cells; the header has \(expected).",
          km:
            "ជួរនេះមាន \(Khmer.withKhmerDigits(found)) ក្រឡា តែបឋមកថាមាន \(Khmer.withKhmerDigits(expected))។"
        ),
        remedy: LocalizedText(
          en: "Give the row one cell for each column; quote a cell that holds a comma.",
          km: "សូមឱ្យជួរនេះមានក្រឡាមួយសម្រាប់ជួរឈរនីមួយៗ ហើយដាក់ក្រឡាដែលមានសញ្ញាក្បៀស ក្នុងសញ្ញាសម្រង់។"),
        excerpt: excerpt)
    case .badNumber(let column):
      let name = column < header.count ? header[column] : ""
      return Diagnostic(
        "bad-number", at: place,
        LocalizedText(
          en: "'\(text)' in column '\(name)' is not a number.",
          km: "'\(text)' ក្នុងជួរឈរ '\(name)' មិនមែនជាចំនួនទេ។"),
        remedy: LocalizedText(
          en:
            "Write a number with a point before decimals and nothing else, leave the cell empty, or "
            + "name a column that is no item with --ignore.",
          km:
            "សូមសរសេរចំនួន ដោយប្រើសញ្ញាចុចមុខខ្ទង់ទសភាគ ហើយគ្មានអ្វីផ្សេង ឬទុកក្រឡាឱ្យទទេ "
            + "ឬដាក់ឈ្មោះជួរឈរដែលមិនមែនជាសំណួរក្នុង --ignore។"),
        excerpt: excerpt, length: max(1, text.unicodeScalars.count))
    case .strayQuote:
      return Diagnostic(
        "stray-quote", at: place,
        LocalizedText(
          en: "A quotation mark stands in the middle of a cell.",
          km: "មានសញ្ញាសម្រង់នៅកណ្តាលក្រឡា។"),
        remedy: LocalizedText(
          en: "Put the whole cell in quotation marks, and double those inside.",
          km: "សូមដាក់ក្រឡាទាំងមូលក្នុងសញ្ញាសម្រង់ ហើយសរសេរសញ្ញាខាងក្នុងពីរដង។"),
        excerpt: excerpt)
    case .openQuote:
      return Diagnostic(
        "open-quote", at: place,
        LocalizedText(
          en: "A cell begun by a quotation mark is never closed.",
          km: "ក្រឡាដែលបើកដោយសញ្ញាសម្រង់ មិនត្រូវបានបិទទេ។"),
        remedy: LocalizedText(
          en: "Close the cell with a quotation mark.", km: "សូមបិទក្រឡាដោយសញ្ញាសម្រង់។"),
        excerpt: excerpt)
    }
  }
}
