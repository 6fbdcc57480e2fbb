import Document
import Records
import Text

/// The words of `sala results verify`.
enum VerifyWords {
  static let nothing = LocalizedText(
    en: "There is no journal to verify.", km: "គ្មានកំណត់ហេតុសម្រាប់ផ្ទៀងផ្ទាត់ទេ។")

  static func otherKey(_ file: VerifiedFile, _ key: String) -> LocalizedText {
    LocalizedText(
      en: "'\(file.path)' is not signed to its end with the key \(key).",
      km: "'\(file.path)' មិនបានចុះហត្ថលេខារហូតដល់ចុងដោយសោ \(key) ទេ។")
  }

  /// One line about a file.
  static func line(_ file: VerifiedFile) -> LocalizedText {
    let text = file.fault.map { fault($0, file) } ?? state(file)
    return LocalizedText(en: "\(file.path): \(text.en)", km: "\(file.path)៖ \(text.km)")
  }

  // MARK: What is well

  private static func state(_ file: VerifiedFile) -> LocalizedText {
    let whole = records(file.records, file)
    let who = file.signers.map { "\($0.key)\($0.name.isEmpty ? "" : " (\($0.name))")" }
      .joined(separator: ", ")
    switch file.state {
    case .signed:
      return LocalizedText(
        en: "\(whole.en), whole, signed by \(who).",
        km: "\(whole.km) ពេញលេញ ចុះហត្ថលេខាដោយ \(who)។")
    case .signedInPart:
      let rest = Khmer.withKhmerDigits("\(file.unsigned)")
      return LocalizedText(
        en: "\(whole.en), whole, signed by \(who); not signed: the last \(file.unsigned).",
        km: "\(whole.km) ពេញលេញ ចុះហត្ថលេខាដោយ \(who)។ មិនទាន់ចុះហត្ថលេខា៖ \(rest) ចុងក្រោយ។")
    case .notSigned, .failed:
      return LocalizedText(
        en: "\(whole.en), whole; not signed.", km: "\(whole.km) ពេញលេញ។ មិនបានចុះហត្ថលេខា។")
    }
  }

  private static func records(_ count: Int, _ file: VerifiedFile) -> LocalizedText {
    let digits = Khmer.withKhmerDigits("\(count)")
    return file.device == nil
      ? LocalizedText(en: "\(count) lines", km: "\(digits) បន្ទាត់")
      : LocalizedText(en: "\(count) records", km: "កំណត់ត្រា \(digits)")
  }

  // MARK: What is not

  private static func fault(_ fault: VerificationFault, _ file: VerifiedFile) -> LocalizedText {
    let what = what(fault.kind, file)
    let place = place(fault, file)
    let subject = fault.subject.parts
    let about = subject.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    return LocalizedText(
      en: "NOT SOUND: " + what.en + place.en + (subject.isEmpty ? "." : " (\(about))."),
      km: "មិនត្រឹមត្រូវ៖ " + what.km + place.km + (subject.isEmpty ? "។" : " (\(about))។"))
  }

  private static func place(
    _ fault: VerificationFault, _ file: VerifiedFile
  ) -> LocalizedText {
    guard let record = fault.record else { return LocalizedText(same: "") }
    let device = file.device.map { " \($0)-" } ?? " "
    var en = file.device == nil ? ", row\(device)\(record)" : ", record\(device)\(record)"
    var km = file.device == nil ? " ជួរ\(device)\(record)" : " កំណត់ត្រា\(device)\(record)"
    if let last = fault.lastRecord {
      en = ", one of the records\(device)\(record) to\(device)\(last)"
      km = " កំណត់ត្រាមួយក្នុងចំណោម\(device)\(record) ដល់\(device)\(last)"
    }
    if let line = fault.line {
      en += ", line \(line)"
      km += " បន្ទាត់ \(Khmer.withKhmerDigits("\(line)"))"
    }
    if let offset = fault.offset {
      en += ", byte \(offset)"
      km += " បៃ \(Khmer.withKhmerDigits("\(offset)"))"
    }
    return LocalizedText(en: en, km: km)
  }

  private static func what(
    _ kind: VerificationFault.Kind, _ file: VerifiedFile
  ) -> LocalizedText {
    switch kind {
    case .changed: LocalizedText(en: "changed or damaged here", km: "ត្រូវបានកែ ឬខូចនៅទីនេះ")
    case .trailing:
      LocalizedText(
        en: "the end belongs to no record: a write that was cut short, or something added",
        km: "ផ្នែកចុងមិនមែនជាកំណត់ត្រាទេ៖ ការសរសេរដែលត្រូវបានកាត់ផ្តាច់ ឬអ្វីដែលត្រូវបានបន្ថែម")
    case .added: LocalizedText(en: "a line was added here", km: "បន្ទាត់មួយត្រូវបានបន្ថែមនៅទីនេះ")
    case .removed:
      LocalizedText(
        en: "what was there is missing from here on", km: "អ្វីដែលធ្លាប់មានបាត់ចាប់ពីទីនេះ")
    case .badSignature:
      LocalizedText(
        en: file.device == nil
          ? "the signature does not fit: the table or its seal was changed"
          : "a signature does not fit what it signs",
        km: file.device == nil
          ? "ហត្ថលេខាមិនត្រូវគ្នា៖ តារាង ឬត្រារបស់វាត្រូវបានកែ"
          : "ហត្ថលេខាមិនត្រូវនឹងអ្វីដែលវាចុះ")
    case .keyChanged:
      LocalizedText(
        en: "the site has another key than the one known here",
        km: "ទីតាំងមានសោផ្សេងពីសោដែលស្គាល់នៅទីនេះ")
    case .badSite:
      LocalizedText(
        en: "the list of the site's keys is not signed by its newest key",
        km: "បញ្ជីសោរបស់ទីតាំងមិនបានចុះហត្ថលេខាដោយសោថ្មីបំផុតរបស់វាទេ")
    case .erasedUnsigned:
      LocalizedText(
        en: "a signed record has no text any more, and no signed record says that it may",
        km: "កំណត់ត្រាដែលបានចុះហត្ថលេខាបាត់ខ្លឹមសារ ហើយគ្មានកំណត់ត្រាចុះហត្ថលេខាណាអនុញ្ញាតទេ")
    case .renamed:
      LocalizedText(
        en: "the file has another name than its device",
        km: "ឈ្មោះឯកសារមិនដូចឧបករណ៍របស់វា")
    case .badSeal:
      LocalizedText(
        en: "the seal in '\(ResultsSeal.path(file.path))' was changed or damaged",
        km: "ត្រាក្នុង '\(ResultsSeal.path(file.path))' ត្រូវបានកែ ឬខូច")
    }
  }

  // MARK: Tables

  static func document(_ report: VerificationReport) -> Document {
    let table = Table(
      id: "files",
      caption: LocalizedText(en: "Verified files", km: "ឯកសារដែលបានផ្ទៀងផ្ទាត់"),
      columns: [
        Table.Column("file", LocalizedText(en: "file", km: "ឯកសារ")),
        Table.Column("device", LocalizedText(en: "device", km: "ឧបករណ៍")),
        Table.Column("state", LocalizedText(en: "state", km: "ស្ថានភាព")),
        Table.Column("records", LocalizedText(en: "records", km: "កំណត់ត្រា"), .number),
        Table.Column("signedThrough", LocalizedText(en: "signed through", km: "ចុះហត្ថលេខាដល់"), .number),
        Table.Column("keys", LocalizedText(en: "keys", km: "សោ")),
        Table.Column("sites", LocalizedText(en: "sites", km: "ទីតាំង")),
        Table.Column("fault", LocalizedText(en: "what is wrong", km: "អ្វីដែលមិនត្រឹមត្រូវ")),
        Table.Column("record", LocalizedText(en: "record", km: "កំណត់ត្រា"), .number),
        Table.Column("lastRecord", LocalizedText(en: "to record", km: "ដល់កំណត់ត្រា"), .number),
        Table.Column("line", LocalizedText(en: "line", km: "បន្ទាត់"), .number),
        Table.Column("offset", LocalizedText(en: "byte", km: "បៃ"), .number),
        Table.Column("kind", LocalizedText(en: "kind", km: "ប្រភេទ")),
        Table.Column("code", LocalizedText(en: "code", km: "លេខកូដ")),
        Table.Column("event", LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍")),
        Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
        Table.Column("attempt", LocalizedText(en: "attempt", km: "ការធ្វើតេស្ត")),
        Table.Column("item", LocalizedText(en: "question", km: "សំណួរ")),
      ], rows: report.files.map(row))
    return Document(
      title: LocalizedText(en: "Verification", km: "ការផ្ទៀងផ្ទាត់"), blocks: [.table(table)])
  }

  private static func row(_ file: VerifiedFile) -> [Table.Cell] {
    func text(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .empty }
    func number(_ number: Int?) -> Table.Cell { number.map { .integer($0) } ?? .empty }
    let fault = file.fault
    let subject = fault?.subject ?? VerificationSubject()
    return [
      .text(file.path), text(file.device), .text(file.state.rawValue), .integer(file.records),
      .integer(file.signedThrough), text(file.signers.map(\.key).joined(separator: " ")),
      text(file.signers.map(\.name).joined(separator: ", ")), text(fault?.kind.rawValue),
      number(fault?.record), number(fault?.lastRecord), number(fault?.line),
      number(fault?.offset), text(subject.kind), text(subject.code), text(subject.event),
      text(subject.form), text(subject.attempt), text(subject.item),
    ]
  }
}
