import Document
import Records
import Source
import Text

/// The words of the commands about the site's key.
enum SiteWords {
  /// Whether a text can be the name of a site: one line of at most 80 scalars, so that it reads well
  /// beside every result.
  static func isName(_ name: String) -> Bool {
    (1...80).contains(name.unicodeScalars.count)
      && name.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0 != "\u{2028}" && $0 != "\u{2029}"
      }
      && name.unicodeScalars.contains { !$0.properties.isWhitespace }
  }

  static let badName = LocalizedText(
    en: "--name must be one line of 1 to 80 characters.",
    km: "--name ត្រូវជាអត្ថបទមួយបន្ទាត់ ពី ១ ដល់ ៨០ តួ។")
  static let nameStays = LocalizedText(
    en: "A new key does not change the name of the site; leave --name out.",
    km: "សោថ្មីមិនប្តូរឈ្មោះទីតាំងទេ។ សូមកុំបញ្ជាក់ --name។")
  static let signed = LocalizedText(
    en: "Signed: everything in the journal of this machine up to now.",
    km: "បានចុះហត្ថលេខា៖ អ្វីៗទាំងអស់ក្នុងកំណត់ហេតុរបស់ម៉ាស៊ីននេះរហូតដល់ពេលនេះ។")
  static let signedBefore = LocalizedText(
    en: "Nothing came in since the last signature.",
    km: "គ្មានអ្វីថ្មីក្រោយហត្ថលេខាចុងក្រោយទេ។")

  static func none(_ folder: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(folder)' has no key to sign with; results are chained, but not signed. Make one with 'sala site init'.",
      km:
        "'\(folder)' គ្មានសោសម្រាប់ចុះហត្ថលេខាទេ។ លទ្ធផលមានខ្សែសង្វាក់ តែមិនបានចុះហត្ថលេខាទេ។ សូមបង្កើតសោដោយ 'sala site init'។"
    )
  }

  static func noSuchKey(_ fingerprint: String) -> LocalizedText {
    LocalizedText(
      en:
        "No journal carries the key '\(fingerprint)'; name the store that does with --from.",
      km: "គ្មានកំណត់ហេតុណាមានសោ '\(fingerprint)' ទេ។ សូមបញ្ជាក់ថតកំណត់ត្រាដែលមានវាដោយ --from។")
  }

  static func trusted(_ site: SiteRecord) -> LocalizedText {
    let key = site.current?.fingerprint ?? ""
    return LocalizedText(
      en: "The key \(key) of '\(site.name)' is known from now on.",
      km: "សោ \(key) របស់ '\(site.name)' ត្រូវបានចងចាំចាប់ពីពេលនេះ។")
  }

  static func compare(_ site: SiteRecord) -> LocalizedText {
    let key = site.current?.fingerprint ?? ""
    return LocalizedText(
      en: "Nobody compared it yet: ask the site by telephone whether its fingerprint is \(key).",
      km: "មិនទាន់មាននរណាប្រៀបធៀបទេ៖ សូមសួរទីតាំងនោះតាមទូរស័ព្ទ ថាស្នាមសោរបស់វាគឺ \(key) មែនឬទេ។")
  }

  static func exported(_ key: SitePublicKey, to path: String) -> LocalizedText {
    let fingerprint = key.site.current?.fingerprint ?? ""
    return LocalizedText(
      en:
        "'\(path)' may be given to anybody. Read the fingerprint to whoever gets it: \(fingerprint).",
      km: "អាចឱ្យ '\(path)' ទៅនរណាក៏បាន។ សូមអានស្នាមសោឱ្យអ្នកទទួល៖ \(fingerprint)។")
  }

  /// The bytes of a file.
  static func contents(of path: String) throws -> [UInt8] {
    let collector = DiagnosticCollector()
    guard let file = FileReading.file(path, collector: collector) else {
      throw CommandFailure(CommandMessages.missingFile(path))
    }
    return Array(file.text.utf8)
  }

  static func notEndorsed(_ site: SiteRecord) -> LocalizedText {
    let key = site.current?.fingerprint ?? ""
    return LocalizedText(
      en:
        "The old private key is gone, so nothing leads from it to the new one. Stores that know this site refuse the new key until somebody there runs 'sala site trust \(key)'.",
      km:
        "សោសម្ងាត់ចាស់បាត់ហើយ ដូច្នេះគ្មានអ្វីបញ្ជាក់សោថ្មីទេ។ ថតកំណត់ត្រាដែលស្គាល់ទីតាំងនេះនឹងបដិសេធសោថ្មី រហូតដល់មានអ្នកប្រើ 'sala site trust \(key)'។"
    )
  }

  static func keepIt(_ folder: String) -> LocalizedText {
    LocalizedText(
      en:
        "The private key is in '\(folder)/keys'. Whoever holds it can forge what this site signs: give it to nobody.",
      km:
        "សោសម្ងាត់នៅក្នុង '\(folder)/keys'។ អ្នកដែលកាន់វាអាចក្លែងហត្ថលេខារបស់ទីតាំងនេះបាន។ សូមកុំឱ្យអ្នកណា។"
    )
  }

  static func document(_ site: SiteRecord, canSign: Bool, isSynthetic: Bool) -> Document {
    let items = [
      KeyValues.Item(
        key: "name", title: LocalizedText(en: "name", km: "ឈ្មោះ"),
        value: site.name.isEmpty ? .empty : .text(site.name)),
      KeyValues.Item(
        key: "site", title: LocalizedText(en: "id", km: "លេខសម្គាល់"), value: .text(site.site)),
      KeyValues.Item(
        key: "fingerprint", title: LocalizedText(en: "fingerprint", km: "ស្នាមសោ"),
        value: .text(site.current?.fingerprint ?? "")),
      KeyValues.Item(
        key: "canSign", title: LocalizedText(en: "signs here", km: "ចុះហត្ថលេខានៅទីនេះ"),
        value: .localized(canSign ? RescoreWords.yes : RescoreWords.no)),
    ]
    let table = Table(
      id: "keys",
      caption: LocalizedText(
        en: "Public keys, the newest last; it signs", km: "សោសាធារណៈ ថ្មីបំផុតនៅចុងក្រោយ ជាសោសម្រាប់ចុះហត្ថលេខា"),
      columns: [
        Table.Column("fingerprint", LocalizedText(en: "fingerprint", km: "ស្នាមសោ")),
        Table.Column("created", LocalizedText(en: "made", km: "ពេលបង្កើត")),
        Table.Column("endorsed", LocalizedText(en: "by the key before", km: "បញ្ជាក់ដោយសោមុន")),
        Table.Column("publicKey", LocalizedText(en: "public key", km: "សោសាធារណៈ")),
      ],
      rows: site.keys.enumerated().map { index, key in
        [
          .text(key.fingerprint), .text(key.created),
          index == 0
            ? .empty
            : .localized(key.endorsement == nil ? RescoreWords.no : RescoreWords.yes),
          .text(key.key),
        ]
      })
    return Document(
      title: LocalizedText(en: "The site's key", km: "សោរបស់ទីតាំង"),
      blocks: [.keyValues(KeyValues(id: "site", items: items)), .table(table)],
      isSynthetic: isSynthetic)
  }
}
