import Document
import Records
import Text

/// The words of the commands that forget, send, keep and bring back records.
enum KeepingWords {
  static let noReason = LocalizedText(
    en: "--reason must say why, in words that name nobody.",
    km: "--reason ត្រូវបញ្ជាក់មូលហេតុ ដោយមិនបញ្ចេញឈ្មោះ។")
  static let listOrMake = LocalizedText(
    en: "Give --list FILE alone; or --out FILE with either --to SITE or --recipient FILE.",
    km: "សូមផ្តល់ --list FILE តែម្យ៉ាង ឬ --out FILE ជាមួយ --to SITE ឬ --recipient FILE។")

  static func forgotten(_ report: ForgetReport, names: Int) -> LocalizedText {
    LocalizedText(
      en:
        "The person behind \(report.code) is forgotten: \(report.erased) records and \(names) names erased. Every store that these records reach does the same.",
      km: "បានលុបព័ត៌មានរបស់ម្ចាស់កូដ \(report.code)៖ លុបកំណត់ត្រា "
        + Khmer.withKhmerDigits("\(report.erased) និងឈ្មោះ \(names)")
        + "។ គ្រប់ថតកំណត់ត្រាដែលទទួលកំណត់ត្រានេះ នឹងធ្វើដូចគ្នា។")
  }

  static func bundled(_ path: String, _ recipient: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' is written, encrypted to the key \(recipient).",
      km: "បានសរសេរ '\(path)' ដោយអ៊ិនគ្រីបសម្រាប់សោ \(recipient)។")
  }

  static func backedUp(_ path: String, files: Int, bytes: Int) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' is written: \(files) files, \(bytes) bytes.",
      km: "បានសរសេរ '\(path)'៖ " + Khmer.withKhmerDigits("ឯកសារ \(files), \(bytes) បៃ") + "។")
  }

  static func restored(_ folder: String, files: Int) -> LocalizedText {
    LocalizedText(
      en: "The store is in '\(folder)' again: \(files) files.",
      km: "បានស្តារថតកំណត់ត្រាទៅ '\(folder)'៖ ឯកសារ " + Khmer.withKhmerDigits("\(files)") + "។")
  }

  static func registers(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Registers of names: \(count) new.",
      km: "បញ្ជីឈ្មោះ៖ ថ្មី " + Khmer.withKhmerDigits("\(count)") + "។")
  }

  // MARK: Documents

  static func document(_ contents: BundleContents) -> Document {
    let items = [
      KeyValues.Item(
        key: "sender", title: LocalizedText(en: "from", km: "ពី"),
        value: .text(contents.sender.name)),
      KeyValues.Item(
        key: "site", title: LocalizedText(en: "id", km: "លេខសម្គាល់"),
        value: .text(contents.sender.site)),
      KeyValues.Item(
        key: "fingerprint", title: LocalizedText(en: "fingerprint", km: "ស្នាមសោ"),
        value: .text(contents.sender.current?.fingerprint ?? "")),
      KeyValues.Item(
        key: "known", title: LocalizedText(en: "known here", km: "ស្គាល់នៅទីនេះ"),
        value: .localized(contents.isSenderKnown ? RescoreWords.yes : RescoreWords.no)),
      KeyValues.Item(
        key: "created", title: LocalizedText(en: "made", km: "បង្កើតនៅ"),
        value: .text(contents.created)),
    ]
    let table = Table(
      id: "files", caption: LocalizedText(en: "What is in the bundle", km: "ខ្លឹមសារកញ្ចប់"),
      columns: [
        Table.Column("file", LocalizedText(en: "file", km: "ឯកសារ"), .text),
        Table.Column("bytes", LocalizedText(en: "bytes", km: "បៃ"), .number),
        Table.Column("records", LocalizedText(en: "records", km: "កំណត់ត្រា"), .number),
        Table.Column("new", LocalizedText(en: "not here yet", km: "មិនទាន់មាននៅទីនេះ"), .number),
        Table.Column("last", LocalizedText(en: "last written", km: "សរសេរចុងក្រោយ"), .text),
      ],
      rows: contents.files.map { file in
        [
          .text(file.name), .integer(file.size), file.records.map { .integer($0) } ?? .empty,
          file.new.map { .integer($0) } ?? .empty, file.last.map { .text($0) } ?? .empty,
        ]
      }, footnotes: [])
    return Document(
      title: LocalizedText(en: "Bundle", km: "កញ្ចប់កំណត់ត្រា"),
      blocks: [.keyValues(KeyValues(id: "bundle", items: items)), .table(table)],
      isSynthetic: contents.isSynthetic)
  }

  static func document(_ conflicts: [RecordConflict], isSynthetic: Bool) -> Document {
    let table = Table(
      id: "conflicts",
      caption: LocalizedText(
        en: "Records that contradict each other: both are kept, the first one counts",
        km: "កំណត់ត្រាដែលផ្ទុយគ្នា៖ រក្សាទុកទាំងពីរ តែប្រើទីមួយ"),
      columns: [
        Table.Column("kind", LocalizedText(en: "kind", km: "ប្រភេទ"), .text),
        Table.Column("subject", LocalizedText(en: "about", km: "អំពី"), .text),
        Table.Column("holds", LocalizedText(en: "counts", km: "ប្រើ"), .text),
        Table.Column("holdsFrom", LocalizedText(en: "from", km: "ពី"), .text),
        Table.Column("other", LocalizedText(en: "other", km: "ម្ខាងទៀត"), .text),
        Table.Column("otherFrom", LocalizedText(en: "from", km: "ពី"), .text),
      ],
      rows: conflicts.map { conflict in
        [
          .localized(kind(conflict.kind)), .text(conflict.subject), .text(conflict.holds.says),
          .text("\(conflict.holds.source) \(conflict.holds.time)"), .text(conflict.other.says),
          .text("\(conflict.other.source) \(conflict.other.time)"),
        ]
      }, footnotes: [])
    return Document(
      title: LocalizedText(en: "Conflicts", km: "កំណត់ត្រាផ្ទុយគ្នា"), blocks: [.table(table)],
      isSynthetic: isSynthetic)
  }

  private static func kind(_ kind: RecordConflict.Kind) -> LocalizedText {
    switch kind {
    case .journal: LocalizedText(en: "journal", km: "កំណត់ហេតុ")
    case .event: LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍")
    case .enrollment: LocalizedText(en: "enrolment", km: "ការចុះបញ្ជី")
    case .number: LocalizedText(en: "number", km: "លេខរៀង")
    case .person: LocalizedText(en: "person", km: "បុគ្គល")
    }
  }
}
