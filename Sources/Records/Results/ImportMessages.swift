import Source
import Text

/// The messages about imports of results.
enum ImportMessages {
  static func knownFile(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "already-imported", .note, at: SourceLocation(file: file.path),
      LocalizedText(
        en: "The same content was imported before; nothing was recorded again.",
        km: "ខ្លឹមសារដូចគ្នានេះត្រូវបាននាំចូលពីមុនហើយ។ គ្មានអ្វីត្រូវបានកត់ត្រាម្តងទៀតទេ។"),
      remedy: LocalizedText(en: "Nothing needs to be done.", km: "មិនចាំបាច់ធ្វើអ្វីទេ។"))
  }

  static func missingColumn(_ file: SourceFile, _ name: String) -> Diagnostic {
    file.diagnostic(
      "missing-column", line: 1,
      LocalizedText(en: "The column '\(name)' is missing.", km: "ខ្វះជួរឈរ '\(name)'។"),
      remedy: LocalizedText(
        en: "Give the table code,event,occasion,form and item,answer, or a column for each item.",
        km: "សូមដាក់ជួរឈរ code,event,occasion,form និង item,answer ឬជួរឈរមួយសម្រាប់សំណួរនីមួយៗ។"))
  }

  static func unknownColumn(_ file: SourceFile, _ name: String, known: [String]) -> Diagnostic {
    file.diagnostic(
      "unknown-column", line: 1,
      LocalizedText(
        en: "The column '\(name)' is neither known nor a question of the forms.",
        km: "ជួរឈរ '\(name)' មិនស្គាល់ ហើយក៏មិនមែនជាសំណួរក្នុងវិញ្ញាសាដែរ។"),
      remedy: useOne(of: known, near: name))
  }

  static func noItems(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "no-items", line: 1,
      LocalizedText(
        en: "The table has neither item and answer nor a column for a question.",
        km: "តារាងនេះគ្មាន item និង answer ហើយគ្មានជួរឈរសម្រាប់សំណួរទេ។"),
      remedy: LocalizedText(
        en: "Add the columns item,answer, or one column for each question.",
        km: "សូមបន្ថែមជួរឈរ item,answer ឬជួរឈរមួយសម្រាប់សំណួរនីមួយៗ។"))
  }

  static func moreFindings(_ path: String, _ count: Int, areErrors: Bool) -> Diagnostic {
    Diagnostic(
      "more-findings", areErrors ? .error : .warning, at: SourceLocation(file: path),
      LocalizedText(
        en: "There are \(count) findings more.",
        km: Khmer.withKhmerDigits("នៅមានចំណុចត្រូវពិនិត្យ \(count) ទៀត។")),
      remedy: LocalizedText(
        en: "Mend those above first; the same mistake often stands in every row.",
        km: "សូមកែចំណុចខាងលើជាមុនសិន។ កំហុសដដែលច្រើនតែមានក្នុងគ្រប់ជួរ។"))
  }

  static func longTableTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "file-too-large", at: SourceLocation(file: path),
      LocalizedText(
        en: "A table with a row for each answer is imported up to \(limit >> 20) MiB.",
        km: Khmer.withKhmerDigits(
          "តារាងដែលមានជួរមួយសម្រាប់ចម្លើយនីមួយៗ អាចបញ្ចូលបានត្រឹម \(limit >> 20) MiB។")),
      remedy: LocalizedText(
        en: "Give it a row for each test and a column for each question, or divide it.",
        km: "សូមប្រើជួរមួយសម្រាប់តេស្តនីមួយៗ និងជួរឈរមួយសម្រាប់សំណួរនីមួយៗ ឬបំបែកឯកសារ។"))
  }

  static func noRows(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "no-rows", .warning, line: 1,
      LocalizedText(
        en: "The table has no row below its header.", km: "តារាងនេះគ្មានជួរនៅក្រោមបឋមកថាទេ។"),
      remedy: LocalizedText(
        en: "Check that it is the right file.", km: "សូមពិនិត្យថាវាជាឯកសារត្រឹមត្រូវ។"))
  }

  static func unknownValue(
    _ file: SourceFile, line: Int, _ typed: String, column: String, known: [String]
  ) -> Diagnostic {
    file.diagnostic(
      "unknown-\(column)", line: line,
      LocalizedText(
        en: "'\(typed)' is no value of the column '\(column)'.",
        km: "'\(typed)' មិនមែនជាតម្លៃនៃជួរឈរ '\(column)' ទេ។"),
      remedy: useOne(of: known, near: typed))
  }

  static func noEvent(_ file: SourceFile, line: Int) -> Diagnostic {
    file.diagnostic(
      "no-event", line: line,
      LocalizedText(
        en: "The row names no event.", km: "ជួរនេះមិនបានបញ្ជាក់ព្រឹត្តិការណ៍ទេ។"),
      remedy: LocalizedText(
        en: "Name the event; only practice may be outside any.",
        km: "សូមបញ្ជាក់ព្រឹត្តិការណ៍។ មានតែការហាត់អនុវត្តប៉ុណ្ណោះដែលអាចនៅក្រៅព្រឹត្តិការណ៍។"))
  }

  static func unknownEvent(
    _ file: SourceFile, line: Int, _ typed: String, known: [String]
  ) -> Diagnostic {
    file.diagnostic(
      "unknown-event", line: line,
      LocalizedText(
        en: "There is no event '\(typed)' in these records.",
        km: "គ្មានព្រឹត្តិការណ៍ '\(typed)' ក្នុងកំណត់ត្រានេះទេ។"),
      remedy: known.isEmpty
        ? LocalizedText(
          en: "Create it with 'sala event new', or merge the store where it was created.",
          km: "សូមបង្កើតវាដោយ 'sala event new' ឬបញ្ចូលថតកំណត់ត្រាដែលបានបង្កើតវា។")
        : useOne(of: known, near: typed))
  }

  static func foreignForm(
    _ file: SourceFile, line: Int, form: String, event: EventSummary
  ) -> Diagnostic {
    file.diagnostic(
      "foreign-form", line: line,
      LocalizedText(
        en: "The form '\(form)' is not one of the event '\(event.id)'.",
        km: "វិញ្ញាសា '\(form)' មិនមែនជារបស់ព្រឹត្តិការណ៍ '\(event.id)' ទេ។"),
      remedy: useOne(of: event.forms, near: form))
  }

  static func unknownItem(
    _ file: SourceFile, line: Int, _ typed: String, form: String, known: [String]
  ) -> Diagnostic {
    let nearest = Suggestion.nearest(to: typed.lowercased(), in: known)
    return file.diagnostic(
      "unknown-item", line: line,
      LocalizedText(
        en: "The form '\(form)' has no question '\(typed)'.",
        km: "វិញ្ញាសា '\(form)' គ្មានសំណួរ '\(typed)' ទេ។"),
      remedy: nearest.map {
        LocalizedText(
          en: "Did you mean '\($0)'?", km: "តើអ្នកចង់សរសេរ '\($0)' មែនទេ?")
      }
        ?? LocalizedText(
          en: "Check the question and the form.", km: "សូមពិនិត្យសំណួរ និងវិញ្ញាសា។"))
  }

  static func badAnswer(
    _ file: SourceFile, line: Int, item: String, answer: String, remedy: LocalizedText
  ) -> Diagnostic {
    file.diagnostic(
      "bad-answer", line: line,
      LocalizedText(
        en: "'\(answer)' cannot be an answer to '\(item)'.",
        km: "'\(answer)' មិនអាចជាចម្លើយនៃ '\(item)' បានទេ។"),
      remedy: remedy)
  }

  static func answerTwice(_ file: SourceFile, line: Int, item: String, first: Int) -> Diagnostic {
    file.diagnostic(
      "answer-twice", line: line,
      LocalizedText(
        en: "The same learner answers '\(item)' of the same test twice.",
        km: "សិក្ខាកាមដដែលឆ្លើយ '\(item)' នៃតេស្តដដែលពីរដង។"),
      remedy: keepOne(first),
      related: [.init(location: file.location(first), message: firstPlace)])
  }

  static func attemptTwice(_ file: SourceFile, line: Int, code: String, first: Int) -> Diagnostic {
    file.diagnostic(
      "attempt-twice", line: line,
      LocalizedText(
        en: "'\(code)' takes the same test twice.", km: "'\(code)' ធ្វើតេស្តដដែលពីរដង។"),
      remedy: keepOne(first),
      related: [.init(location: file.location(first), message: firstPlace)])
  }

  static func recorded(_ file: SourceFile, line: Int, code: String) -> Diagnostic {
    file.diagnostic(
      "already-recorded", line: line,
      LocalizedText(
        en: "The records hold a test of '\(code)' at this occasion already.",
        km: "កំណត់ត្រាមានតេស្តរបស់ '\(code)' នៅពេលនេះរួចហើយ។"),
      remedy: LocalizedText(
        en: "Take the rows of this learner out, or check code, event and occasion.",
        km: "សូមដកជួររបស់សិក្ខាកាមនេះចេញ ឬពិនិត្យកូដ ព្រឹត្តិការណ៍ និងពេលធ្វើតេស្ត។"))
  }

  static func missingItems(
    _ file: SourceFile, line: Int, code: String, _ count: Int
  ) -> Diagnostic {
    file.diagnostic(
      "missing-items", .warning, line: line,
      LocalizedText(
        en: "\(count) questions of the form have no row or column for '\(code)'.",
        km: "សំណួរ \(Khmer.withKhmerDigits("\(count)")) នៃវិញ្ញាសា គ្មានជួរ ឬជួរឈរសម្រាប់ '\(code)' ទេ។"),
      remedy: LocalizedText(
        en: "They count as not answered; add them if they were.",
        km: "វាត្រូវបានរាប់ថាមិនបានឆ្លើយ។ សូមបន្ថែម ប្រសិនបើបានឆ្លើយ។"))
  }

  static func notEnrolled(
    _ file: SourceFile, line: Int, code: String, event: String
  ) -> Diagnostic {
    file.diagnostic(
      "not-enrolled", .warning, line: line,
      LocalizedText(
        en: "'\(code)' is not enrolled in the event '\(event)', so no form is allocated to it.",
        km: "'\(code)' មិនបានចុះឈ្មោះក្នុងព្រឹត្តិការណ៍ '\(event)' ដូច្នេះគ្មានវិញ្ញាសាសម្រាប់វាទេ។"),
      remedy: LocalizedText(
        en: "Check the code, or enrol it with 'sala event roster'.",
        km: "សូមពិនិត្យកូដ ឬចុះបញ្ជីវាដោយ 'sala event roster'។"))
  }

  static func notAllocated(
    _ file: SourceFile, line: Int, code: String, form: String, allocated: String
  ) -> Diagnostic {
    file.diagnostic(
      "form-not-allocated", .warning, line: line,
      LocalizedText(
        en: "'\(code)' took '\(form)'; '\(allocated)' was allocated to it at this occasion.",
        km: "'\(code)' បានធ្វើ '\(form)' តែទម្រង់ដែលកំណត់សម្រាប់ពេលនេះគឺ '\(allocated)'។"),
      remedy: LocalizedText(
        en: "Check the form on the paper; if it is right, the balance of forms suffers.",
        km: "សូមពិនិត្យទម្រង់នៅលើក្រដាស។ បើវាត្រឹមត្រូវ តុល្យភាពនៃទម្រង់នឹងរងផល។"))
  }

  static func rowsDiffer(
    _ file: SourceFile, line: Int, column: String, first: Int
  ) -> Diagnostic {
    file.diagnostic(
      "rows-differ", line: line,
      LocalizedText(
        en: "'\(column)' is not what the first row of the same test says.",
        km: "'\(column)' មិនដូចអ្វីដែលជួរដំបូងនៃតេស្តដដែលបានសរសេរទេ។"),
      remedy: LocalizedText(
        en: "Write the same in all rows of a test.",
        km: "សូមសរសេរឱ្យដូចគ្នាក្នុងជួរទាំងអស់នៃតេស្តមួយ។"),
      related: [.init(location: file.location(first), message: firstPlace)])
  }

  static func personDiffers(
    _ file: SourceFile, line: Int, code: String, _ name: String, _ now: String, _ then: String
  ) -> Diagnostic {
    file.diagnostic(
      "person-differs", line: line,
      LocalizedText(
        en: "The \(name) of '\(code)' is '\(now)' here and '\(then)' in a row above.",
        km: "\(name) របស់ '\(code)' គឺ '\(now)' នៅទីនេះ តែ '\(then)' នៅជួរខាងលើ។"),
      remedy: LocalizedText(
        en: "Write the same in all rows, or check the codes.",
        km: "សូមសរសេរឱ្យដូចគ្នាក្នុងជួរទាំងអស់ ឬពិនិត្យកូដ។"))
  }

  static func badTime(
    _ file: SourceFile, line: Int, _ typed: String, column: String
  ) -> Diagnostic {
    file.diagnostic(
      "bad-time", line: line,
      LocalizedText(
        en: "'\(typed)' is no time for '\(column)'.",
        km: "'\(typed)' មិនមែនជាពេលវេលាសម្រាប់ '\(column)' ទេ។"),
      remedy: LocalizedText(
        en: "Write it in UTC as 2026-01-05T12:00:00Z, or leave it empty.",
        km: "សូមសរសេរជា UTC ដូច 2026-01-05T12:00:00Z ឬទុកឱ្យទទេ។"))
  }

  private static let firstPlace = LocalizedText(en: "the first", km: "លើកដំបូង")

  private static func keepOne(_ first: Int) -> LocalizedText {
    LocalizedText(
      en: "Keep this row or the one on line \(first), or check the code.",
      km: "សូមទុកជួរនេះ ឬជួរទី \(Khmer.withKhmerDigits("\(first)")) ឬពិនិត្យកូដ។")
  }

  private static func useOne(of known: [String], near typed: String) -> LocalizedText {
    let list = known.prefix(20).joined(separator: ", ") + (known.count > 20 ? ", …" : "")
    guard let nearest = Suggestion.nearest(to: typed.lowercased(), in: known) else {
      return LocalizedText(en: "Use one of: \(list).", km: "សូមប្រើមួយក្នុងចំណោម៖ \(list)។")
    }
    return LocalizedText(
      en: "Did you mean '\(nearest)'? Known are: \(list).",
      km: "តើអ្នកចង់សរសេរ '\(nearest)' មែនទេ? អាចប្រើបាន៖ \(list)។")
  }
}
