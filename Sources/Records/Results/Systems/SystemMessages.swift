import Source
import Text

/// The messages about files of other systems.
enum SystemMessages {
  // MARK: What is passed over

  static let otherQuestions = LocalizedText(
    en: "questions that no form here has", km: "សំណួរដែលគ្មានក្នុងវិញ្ញាសានៅទីនេះ")
  static let noAttempt = LocalizedText(
    en: "people without an attempt", km: "អ្នកដែលមិនទាន់ធ្វើតេស្ត")
  static let noGrade = LocalizedText(en: "people without a grade", km: "អ្នកដែលគ្មានពិន្ទុ")
  static let statementTwice = LocalizedText(
    en: "statements that stand there twice", km: "ព័ត៌មានដែលមានពីរដង")
  static let voided = LocalizedText(en: "voided statements", km: "ព័ត៌មានដែលត្រូវបានលុបចោល")
  static let otherVerbs = LocalizedText(
    en: "statements that are no answers", km: "ព័ត៌មានដែលមិនមែនជាចម្លើយ")
  static let laterAttempt = LocalizedText(
    en: "later attempts of the same test; the first counts",
    km: "ការធ្វើតេស្តដដែលលើកក្រោយ ព្រោះយកតែលើកទីមួយ")
  static let recordedAlready = LocalizedText(
    en: "tests that are recorded already, with the same answers",
    km: "តេស្តដែលបានកត់ត្រារួចហើយ ដោយមានចម្លើយដូចគ្នា")
  static let totalRecorded = LocalizedText(
    en: "totals that are recorded already", km: "ពិន្ទុសរុបដែលបានកត់ត្រារួចហើយ")

  // MARK: Tables of Moodle

  static func moodleColumns(_ file: SourceFile, missing: String) -> Diagnostic {
    file.diagnostic(
      "moodle-columns", line: 1,
      LocalizedText(
        en: "The report has no column '\(missing)'.",
        km: "របាយការណ៍នេះគ្មានជួរឈរ '\(missing)' ទេ។"),
      remedy: LocalizedText(
        en:
          "In Moodle's interactions report show the question and the response, in English, and download it as text again.",
        km: "ក្នុងរបាយការណ៍ interactions របស់ Moodle សូមបង្ហាញសំណួរ និងចម្លើយ ជាភាសាអង់គ្លេស រួចទាញយកជាអត្ថបទម្តងទៀត។"
      ))
  }

  static func moodleCells(_ file: SourceFile, line: Int) -> Diagnostic {
    file.diagnostic(
      "moodle-cells", line: line,
      LocalizedText(
        en:
          "The row has not as many cells as the header; a package of several SCOs gives such rows.",
        km: "ជួរនេះមានក្រឡាមិនស្មើនឹងបឋមកថាទេ។ កញ្ចប់ដែលមាន SCO ច្រើនតែងផ្តល់ជួរបែបនេះ។"),
      remedy: LocalizedText(
        en: "Use a package of one SCO, or the result files of its pages.",
        km: "សូមប្រើកញ្ចប់ដែលមាន SCO តែមួយ ឬឯកសារលទ្ធផលនៃទំព័រ។"))
  }

  static func responseMissing(_ file: SourceFile, line: Int, item: String) -> Diagnostic {
    file.diagnostic(
      "response-missing", line: line,
      LocalizedText(
        en: "The report does not tell what was answered to '\(item)'.",
        km: "របាយការណ៍នេះមិនប្រាប់ចម្លើយចំពោះ '\(item)' ទេ។"),
      remedy: LocalizedText(
        en:
          "Moodle's report tells answers of SCORM 1.2 packages alone; use xAPI statements or the result files of the pages.",
        km: "របាយការណ៍របស់ Moodle ប្រាប់តែចម្លើយនៃកញ្ចប់ SCORM 1.2 ប៉ុណ្ណោះ។ សូមប្រើព័ត៌មាន xAPI ឬឯកសារលទ្ធផលនៃទំព័រ។"
      ))
  }

  static func badResponse(
    _ file: SourceFile, line: Int, item: String, answer: String
  ) -> Diagnostic {
    let shown = String(answer.prefix(80))
    return file.diagnostic(
      "bad-response", line: line, column: column(of: answer, in: file, line),
      length: max(1, answer.unicodeScalars.count),
      LocalizedText(
        en: "'\(shown)' is no answer to '\(item)'.",
        km: "'\(shown)' មិនមែនជាចម្លើយចំពោះ '\(item)' ទេ។"),
      remedy: LocalizedText(
        en: "Import it with the curriculum from which the package was made.",
        km: "សូមបញ្ចូលដោយប្រើកម្មវិធីសិក្សាដែលបានបង្កើតកញ្ចប់នោះ។"))
  }

  // MARK: Totals

  static func noMaximum(_ file: SourceFile, column: String) -> Diagnostic {
    file.diagnostic(
      "no-maximum", line: 1, column: self.column(of: column, in: file, 1),
      length: column.unicodeScalars.count,
      LocalizedText(
        en: "The table does not say how many points '\(column)' can reach.",
        km: "តារាងនេះមិនប្រាប់ថា '\(column)' អាចបានពិន្ទុអតិបរមាប៉ុន្មានទេ។"),
      remedy: LocalizedText(
        en: "Give the points with --maximum, or export percentages.",
        km: "សូមបញ្ជាក់ពិន្ទុដោយ --maximum ឬនាំចេញជាភាគរយ។"))
  }

  static func badGrade(
    _ file: SourceFile, line: Int, _ cell: String, maximum: Double
  ) -> Diagnostic {
    file.diagnostic(
      "bad-grade", line: line, column: column(of: cell, in: file, line),
      length: max(1, cell.unicodeScalars.count),
      LocalizedText(
        en: "'\(cell)' is no number from 0 to \(maximum.formattedPlainly).",
        km: "'\(cell)' មិនមែនជាលេខពី 0 ដល់ \(maximum.formattedPlainly) ទេ។"),
      remedy: LocalizedText(
        en: "Check the column and --maximum.", km: "សូមពិនិត្យជួរឈរ និង --maximum។"))
  }

  static func noColumn(_ file: SourceFile, _ wanted: String, known: [String]) -> Diagnostic {
    file.diagnostic(
      "unknown-column", line: 1,
      LocalizedText(
        en: "There is no column '\(wanted)'.", km: "គ្មានជួរឈរ '\(wanted)' ទេ។"),
      remedy: choose(known))
  }

  static func whichColumn(_ file: SourceFile, _ known: [String]) -> Diagnostic {
    file.diagnostic(
      "which-column", line: 1,
      LocalizedText(
        en: known.isEmpty
          ? "The table has no column with grades." : "The table has several columns with grades.",
        km: known.isEmpty ? "តារាងនេះគ្មានជួរឈរពិន្ទុទេ។" : "តារាងនេះមានជួរឈរពិន្ទុច្រើន។"),
      remedy: choose(known))
  }

  private static func choose(_ known: [String]) -> LocalizedText {
    let list = known.prefix(12).joined(separator: "; ") + (known.count > 12 ? "; …" : "")
    return LocalizedText(
      en: "Name one with --column: \(list).", km: "សូមបញ្ជាក់មួយដោយ --column៖ \(list)។")
  }

  static func noForm(_ file: SourceFile, known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "no-form", at: SourceLocation(file: file.path),
      LocalizedText(
        en: "Totals do not say of which form they are.",
        km: "ពិន្ទុសរុបមិនប្រាប់ថាជារបស់វិញ្ញាសាណាទេ។"),
      remedy: LocalizedText(
        en: "Name the form with --form (\(list)), or the occasion with --occasion.",
        km: "សូមបញ្ជាក់វិញ្ញាសាដោយ --form (\(list)) ឬឱកាសដោយ --occasion។"))
  }

  // MARK: Statements

  static func badJSON(_ file: SourceFile, _ fault: JSONReading.Fault) -> Diagnostic {
    let message =
      switch fault.kind {
      case .syntax:
        LocalizedText(en: "This is no JSON.", km: "នេះមិនមែនជា JSON ទេ។")
      case .tooDeep:
        LocalizedText(
          en: "Values lie more than \(JSONReading.deepest) deep in each other.",
          km: Khmer.withKhmerDigits("តម្លៃស្ថិតក្នុងគ្នាជ្រៅជាង \(JSONReading.deepest) ជាន់។"))
      case .keyTwice:
        LocalizedText(
          en: "An object has the same key twice.", km: "វត្ថុមួយមានសោដដែលពីរដង។")
      }
    return file.diagnostic(
      "bad-json", line: fault.line, column: fault.column, message,
      remedy: LocalizedText(
        en: "Export the statements again; one statement, an array, or one a line.",
        km: "សូមនាំព័ត៌មានចេញម្តងទៀត៖ ព័ត៌មានមួយ បញ្ជីមួយ ឬមួយក្នុងមួយបន្ទាត់។"))
  }

  static func noStatements(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "no-statements", line: 1,
      LocalizedText(
        en: "The file holds something else than xAPI statements.",
        km: "ឯកសារនេះមានអ្វីផ្សេងពីព័ត៌មាន xAPI។"),
      remedy: LocalizedText(
        en: "Check that it is the right file.", km: "សូមពិនិត្យថាវាជាឯកសារត្រឹមត្រូវ។"))
  }

  static func tooManyStatements(_ file: SourceFile, _ most: Int) -> Diagnostic {
    file.diagnostic(
      "too-many-statements", line: 1,
      LocalizedText(
        en: "The file holds more than \(most) statements.",
        km: Khmer.withKhmerDigits("ឯកសារនេះមានព័ត៌មានលើសពី \(most)។")),
      remedy: LocalizedText(en: "Divide it.", km: "សូមបំបែកវា។"))
  }

  // MARK: Who, where and when

  static func unknownPerson(_ file: SourceFile, line: Int, _ person: String) -> Diagnostic {
    let shown = String(person.prefix(80))
    return file.diagnostic(
      "unknown-person", line: line, column: column(of: person, in: file, line),
      length: max(1, person.unicodeScalars.count),
      LocalizedText(
        en: shown.isEmpty
          ? "The row does not say whose it is."
          : "'\(shown)' is no learner code and stands in no map.",
        km: shown.isEmpty
          ? "ជួរនេះមិនប្រាប់ថាជារបស់នរណាទេ។"
          : "'\(shown)' មិនមែនជាកូដសិក្ខាកាម ហើយក៏គ្មានក្នុងឯកសារផ្គូផ្គងដែរ។"),
      remedy: LocalizedText(
        en: "Give a table with the columns user,code with --map.",
        km: "សូមផ្តល់តារាងដែលមានជួរឈរ user,code ដោយ --map។"))
  }

  static func whichEvent(_ file: SourceFile, line: Int, code: String, form: String) -> Diagnostic {
    file.diagnostic(
      "which-event", line: line,
      LocalizedText(
        en: "It does not follow in which event '\(code)' took '\(form)'.",
        km: "មិនអាចដឹងថា '\(code)' ធ្វើ '\(form)' ក្នុងព្រឹត្តិការណ៍ណាទេ។"),
      remedy: LocalizedText(
        en: "Name the event with --event, and enrol the learner.",
        km: "សូមបញ្ជាក់ព្រឹត្តិការណ៍ដោយ --event និងចុះឈ្មោះសិក្ខាកាម។"))
  }

  static func unknownEvent(_ file: SourceFile, _ event: String, known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "unknown-event", at: SourceLocation(file: file.path),
      LocalizedText(en: "There is no event '\(event)'.", km: "គ្មានព្រឹត្តិការណ៍ '\(event)' ទេ។"),
      remedy: LocalizedText(en: "Use one of: \(list).", km: "សូមប្រើមួយក្នុងចំណោម៖ \(list)។"))
  }

  static func whichOccasion(
    _ file: SourceFile, line: Int, code: String, form: String
  ) -> Diagnostic {
    file.diagnostic(
      "which-occasion", line: line,
      LocalizedText(
        en: "It does not follow on which occasion '\(code)' took '\(form)'.",
        km: "មិនអាចដឹងថា '\(code)' ធ្វើ '\(form)' ក្នុងឱកាសណាទេ។"),
      remedy: LocalizedText(
        en: "Name the occasion with --occasion.", km: "សូមបញ្ជាក់ឱកាសដោយ --occasion។"))
  }

  static func differs(_ file: SourceFile, line: Int, code: String) -> Diagnostic {
    file.diagnostic(
      "already-recorded", line: line,
      LocalizedText(
        en: "The records hold a test of '\(code)' at this occasion with other answers.",
        km: "កំណត់ត្រាមានតេស្តរបស់ '\(code)' ក្នុងឱកាសនេះ តែចម្លើយខុសគ្នា។"),
      remedy: LocalizedText(
        en: "Take the row out, or name the right occasion.",
        km: "សូមដកជួរនេះចេញ ឬបញ្ជាក់ឱកាសត្រឹមត្រូវ។"))
  }

  // MARK: Maps

  static func mapColumns(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "map-columns", line: 1,
      LocalizedText(
        en: "A map has the columns user and code.", km: "ឯកសារផ្គូផ្គងមានជួរឈរ user និង code។"),
      remedy: LocalizedText(
        en: "Begin it with user,code.", km: "សូមចាប់ផ្តើមដោយ user,code។"))
  }

  static func mappedTwice(_ file: SourceFile, line: Int, _ user: String) -> Diagnostic {
    file.diagnostic(
      "user-twice", line: line,
      LocalizedText(
        en: "'\(user)' stands for two codes.", km: "'\(user)' មានកូដពីរ។"),
      remedy: LocalizedText(en: "Keep one of them.", km: "សូមទុកតែមួយ។"))
  }

  /// The column at which a text stands in a line; 0 where it does not stand there as it is.
  private static func column(of text: String, in file: SourceFile, _ line: Int) -> Int {
    let bytes = Array(file.line(line).utf8)
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return 0 }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start...].starts(with: wanted) {
      return String(decoding: bytes[..<start], as: UTF8.self).unicodeScalars.count + 1
    }
    return 0
  }
}

extension Double {
  /// The number without `.0`.
  fileprivate var formattedPlainly: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
