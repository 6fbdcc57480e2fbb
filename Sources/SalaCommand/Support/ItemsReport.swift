import Document
import QuestionFormats
import Terminal
import Text

/// The account of a conversion: what came in, what went out, what was lost.
struct ItemsReport {
  let result: ConversionResult
  let findings: [Diagnostic]
  let isWritten: Bool
  let language: Language

  /// How many questions are in the output: none where nothing was written.
  private var written: Int { isWritten ? result.written : 0 }

  var json: JSONValue {
    .object([
      "read": .int(result.read), "written": .int(written), "isWritten": .bool(isWritten),
      "lost": .array(
        result.lost.map { loss in
          .object([
            "item": .string(loss.item), "what": .string(loss.what.text(in: language)),
            "whole": .bool(loss.isWhole),
          ])
        }),
      "findings": .array(findings.map { FindingCount.json($0, in: language) }),
    ])
  }

  var document: Document {
    let columns = [
      Table.Column("item", LocalizedText(en: "question", km: "សំណួរ"), .text),
      Table.Column("what", LocalizedText(en: "lost", km: "អ្វីដែលបាត់បង់"), .text),
      Table.Column("whole", LocalizedText(en: "whole", km: "ទាំងមូល"), .text),
    ]
    let rows = result.lost.map { loss -> [Table.Cell] in
      [.text(loss.item), .localized(loss.what), .text(loss.isWhole ? "yes" : "no")]
    }
    let table = Table(
      id: "lost",
      caption: ItemsWords.summary(read: result.read, written: written, lost: rows.count),
      columns: columns, rows: rows, footnotes: [])
    return Document(
      title: LocalizedText(en: "Conversion", km: "ការបម្លែង"), blocks: [.table(table)])
  }

  func write(to console: Console, out: String) {
    for loss in result.lost {
      console.line("\(loss.item): \(loss.what.text(in: language))")
    }
    console.line(
      ItemsWords.summary(read: result.read, written: written, lost: result.lost.count)
        .text(in: language))
    if isWritten {
      console.line(out)
    } else {
      console.note(
        ItemsWords.notWritten(isLoss: !findings.hasErrors).text(in: language))
    }
  }
}

/// The words of `sala items`.
enum ItemsWords {
  static func unknownFormat(_ name: String) -> LocalizedText {
    let known = QuestionFormat.allCases.map(\.rawValue)
    let guess = Suggestion.nearest(to: name, in: known)
    let list = known.joined(separator: " ")
    return LocalizedText(
      en:
        "There is no format '\(name)'.\(guess.map { " Did you mean '\($0)'?" } ?? "") Known are: \(list).",
      km:
        "គ្មានទម្រង់ '\(name)' ទេ។\(guess.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? "") អាចប្រើបាន៖ \(list)។"
    )
  }

  static func emptyFolder(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "The folder '\(path)' holds no files.", km: "ថត '\(path)' គ្មានឯកសារទេ។")
  }

  static func tooMuch(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "The folder '\(path)' holds more than 200,000 files or 1 GiB; convert it in parts.",
      km: "ថត '\(path)' មានឯកសារលើសពី ២០០ ០០០ ឬ ១ GiB។ សូមបម្លែងវាជាផ្នែកៗ។")
  }

  static func sameFile(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' is the input; give another place with -o. Nothing was written.",
      km: "'\(path)' ជាឯកសារដើម។ សូមផ្តល់ទីតាំងផ្សេងដោយ -o។ មិនបានសរសេរអ្វីទេ។")
  }

  static func severalFiles(_ path: String, count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "The format makes \(count) files; '\(path)' is one. Give a folder, or a name that ends in .zip.",
      km:
        "ទម្រង់នេះបង្កើតឯកសារចំនួន \(Khmer.withKhmerDigits("\(count)")) តែ '\(path)' ជាឯកសារតែមួយ។ សូមផ្តល់ថត ឬឈ្មោះដែលបញ្ចប់ដោយ .zip។"
    )
  }

  static func summary(read: Int, written: Int, lost: Int) -> LocalizedText {
    LocalizedText(
      en: "\(read) questions read, \(written) written, \(lost) losses",
      km: Khmer.withKhmerDigits("អានសំណួរ \(read), សរសេរ \(written), បាត់បង់ \(lost)"))
  }

  static func notWritten(isLoss: Bool) -> LocalizedText {
    isLoss
      ? LocalizedText(
        en:
          "Nothing was written, because something would be lost. Accept that with --allow-loss, choose a language with --language, or another format.",
        km:
          "មិនបានសរសេរអ្វីទេ ព្រោះមានអ្វីនឹងបាត់បង់។ សូមប្រើ --allow-loss ដើម្បីទទួលយក ជ្រើសភាសាដោយ --language ឬជ្រើសទម្រង់ផ្សេង។"
      )
      : LocalizedText(
        en: "Nothing was written, because the input has errors.",
        km: "មិនបានសរសេរអ្វីទេ ព្រោះឯកសារដើមមានកំហុស។")
  }

  static func counted(_ count: Int, items: Int, format: String) -> LocalizedText {
    LocalizedText(
      en: "\(count) questions in the format \(format), \(items) of them readable",
      km:
        "សំណួរ \(Khmer.withKhmerDigits("\(count)")) ក្នុងទម្រង់ \(format), អានបាន \(Khmer.withKhmerDigits("\(items)"))"
    )
  }
}
