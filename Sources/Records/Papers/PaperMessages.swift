import Assessment
import Source
import Text

/// The messages about papers.
enum PaperMessages {
  static let nothingTyped = LocalizedText(
    en: "Type the answer; '-' where nothing is written, '?' for unclear, '!' for double.",
    km: "សូមវាយចម្លើយ។ '-' បើគ្មានអ្វីសរសេរ '?' បើមិនច្បាស់ '!' បើគូសច្រើនហួស។")

  static func notEnrolled(_ place: SourceLocation, event: String) -> Diagnostic {
    Diagnostic(
      "not-enrolled", at: place,
      LocalizedText(
        en: "\(place.file) is not enrolled in '\(event)'.",
        km: "\(place.file) មិនមានក្នុងបញ្ជីនៃ '\(event)' ទេ។"),
      remedy: LocalizedText(
        en: "Compare the code with the list of the event.",
        km: "សូមប្រៀបធៀបកូដជាមួយបញ្ជីរបស់ព្រឹត្តិការណ៍។"))
  }

  static func sameTwice(_ place: SourceLocation, _ person: String) -> Diagnostic {
    Diagnostic(
      "keyed-by-same", at: place,
      LocalizedText(
        en: "'\(person)' has keyed the paper of \(place.file) already.",
        km: "'\(person)' បានបញ្ចូលសន្លឹកចម្លើយរបស់ \(place.file) រួចហើយ។"),
      remedy: LocalizedText(
        en: "Let another person key it the second time.",
        km: "សូមឱ្យអ្នកផ្សេងបញ្ចូលលើកទីពីរ។"))
  }

  static func keyedTwice(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "keyed-twice", at: place,
      LocalizedText(
        en: "The paper of \(place.file) was keyed twice already.",
        km: "សន្លឹកចម្លើយរបស់ \(place.file) ត្រូវបានបញ្ចូលពីរលើករួចហើយ។"),
      remedy: LocalizedText(
        en: "Nothing needs to be keyed; 'sala results settle' settles differences.",
        km: "មិនចាំបាច់បញ្ចូលទៀតទេ។ 'sala results settle' ដោះស្រាយភាពខុសគ្នា។"))
  }

  static func otherForm(_ place: SourceLocation, first: String) -> Diagnostic {
    Diagnostic(
      "other-form", at: place,
      LocalizedText(
        en: "The first entry of \(place.file) is of the form '\(first)'.",
        km: "ការបញ្ចូលលើកទីមួយរបស់ \(place.file) គឺវិញ្ញាសា '\(first)'។"),
      remedy: LocalizedText(
        en: "Look which form stands on the sheet, and leave --form out or name that one.",
        km: "សូមមើលវិញ្ញាសាលើសន្លឹកចម្លើយ រួចលុប --form ចេញ ឬបញ្ជាក់វិញ្ញាសានោះ។"))
  }

  static func handedIn(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "handed-in", at: place,
      LocalizedText(
        en: "\(place.file) has handed in this test already in another way.",
        km: "\(place.file) បានប្រគល់តេស្តនេះតាមវិធីផ្សេងរួចហើយ។"),
      remedy: LocalizedText(
        en: "Compare the code on the paper with the list; 'sala event status' shows who handed in.",
        km: "សូមប្រៀបធៀបកូដលើក្រដាសជាមួយបញ្ជី។ 'sala event status' បង្ហាញអ្នកដែលបានប្រគល់។"))
  }

  static func missingItem(_ place: SourceLocation, _ item: String) -> Diagnostic {
    Diagnostic(
      "missing-item", at: place,
      LocalizedText(
        en: "The entries of \(place.file) say nothing of '\(item)'; the form has changed since.",
        km: "ការបញ្ចូលរបស់ \(place.file) គ្មាន '\(item)' ទេ។ វិញ្ញាសាបានផ្លាស់ប្តូរតាំងពីពេលនោះ។"),
      remedy: LocalizedText(
        en: "Use the version of the curriculum with which the paper was printed.",
        km: "សូមប្រើកំណែកម្មវិធីសិក្សាដែលបានបោះពុម្ពក្រដាសនោះ។"))
  }

  static func doesNotFit(_ place: SourceLocation, _ item: String) -> Diagnostic {
    Diagnostic(
      "answer-does-not-fit", at: place,
      LocalizedText(
        en: "What was keyed for '\(item)' of \(place.file) does not fit the question any more.",
        km: "អ្វីដែលបានបញ្ចូលសម្រាប់ '\(item)' របស់ \(place.file) មិនត្រូវនឹងសំណួរទៀតទេ។"),
      remedy: LocalizedText(
        en: "Use the version of the curriculum with which the paper was printed.",
        km: "សូមប្រើកំណែកម្មវិធីសិក្សាដែលបានបោះពុម្ពក្រដាសនោះ។"))
  }

  // MARK: Files

  static func missingColumn(_ file: SourceFile, _ name: String) -> Diagnostic {
    file.diagnostic(
      "missing-column", line: 1,
      LocalizedText(en: "The column '\(name)' is missing.", km: "ខ្វះជួរឈរ '\(name)'។"),
      remedy: LocalizedText(
        en: "Give the table the columns code,item,answer,mark.",
        km: "សូមដាក់ជួរឈរ code,item,answer,mark ក្នុងតារាង។"))
  }

  static func unknownItem(
    _ file: SourceFile, line: Int, _ typed: String, _ form: TestForm
  ) -> Diagnostic {
    file.diagnostic(
      "unknown-item", line: line,
      LocalizedText(
        en: "'\(typed)' is no question of '\(form.id)' that is answered on paper.",
        km: "'\(typed)' មិនមែនជាសំណួរនៃ '\(form.id)' ដែលឆ្លើយលើក្រដាសទេ។"),
      remedy: LocalizedText(
        en: "Name the question by its id or by its number on the paper, 1 to \(form.items.count).",
        km: Khmer.withKhmerDigits(
          "សូមបញ្ជាក់សំណួរតាមលេខសម្គាល់ ឬតាមលេខលើក្រដាស ពី 1 ដល់ \(form.items.count)។")))
  }

  static func itemTwice(_ file: SourceFile, line: Int, _ item: String) -> Diagnostic {
    file.diagnostic(
      "answer-twice", line: line,
      LocalizedText(
        en: "The question '\(item)' of this paper stands in the table twice.",
        km: "សំណួរ '\(item)' នៃក្រដាសនេះមានពីរដងក្នុងតារាង។"),
      remedy: LocalizedText(en: "Leave one of the rows out.", km: "សូមលុបជួរមួយចេញ។"))
  }

  static func noForm(_ file: SourceFile, line: Int, _ form: String) -> Diagnostic {
    file.diagnostic(
      "unknown-form", line: line,
      LocalizedText(
        en: "The form '\(form)' is not in the curriculum.",
        km: "គ្មានវិញ្ញាសា '\(form)' ក្នុងកម្មវិធីសិក្សាទេ។"),
      remedy: LocalizedText(
        en: "Name the curriculum with --curriculum.",
        km: "សូមបញ្ជាក់កម្មវិធីសិក្សាដោយ --curriculum។"))
  }

  static func badMark(_ file: SourceFile, line: Int, _ word: String) -> Diagnostic {
    file.diagnostic(
      "bad-mark", line: line,
      LocalizedText(
        en: "'\(word)' does not fit the column 'mark'.", km: "'\(word)' មិនសមនឹងជួរឈរ 'mark' ទេ។"),
      remedy: LocalizedText(
        en: "Write blank, unclear or double beside no answer, or leave it empty.",
        km: "សូមសរសេរ blank, unclear ឬ double ក្បែរចម្លើយទទេ ឬទុកឱ្យទទេ។"))
  }

  static func badAnswer(
    _ file: SourceFile, line: Int, _ item: String, _ typed: String, _ remedy: LocalizedText
  ) -> Diagnostic {
    file.diagnostic(
      "bad-answer", line: line,
      LocalizedText(
        en: "'\(typed)' cannot be an answer to '\(item)'.",
        km: "'\(typed)' មិនអាចជាចម្លើយនៃ '\(item)' បានទេ។"), remedy: remedy)
  }

  static func missingItems(
    _ file: SourceFile, line: Int, _ code: String, _ items: [String]
  ) -> Diagnostic {
    let list = items.prefix(5).joined(separator: ", ") + (items.count > 5 ? ", …" : "")
    return file.diagnostic(
      "missing-items", line: line,
      LocalizedText(
        en: "The paper of \(code) lacks \(items.count) questions: \(list).",
        km: "ក្រដាសរបស់ \(code) ខ្វះសំណួរ \(Khmer.withKhmerDigits("\(items.count)"))៖ \(list)។"),
      remedy: LocalizedText(
        en: "Add a row for each; where nothing is written, the mark is blank.",
        km: "សូមបន្ថែមជួរសម្រាប់សំណួរនីមួយៗ។ បើគ្មានអ្វីសរសេរ សូមដាក់ blank ក្នុង mark។"))
  }
}
