import ArgumentParser
import Document
import Records
import Source
import Terminal
import Text

/// `sala site`: the key with which results are signed.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: both(
      "Make, show and change the key with which this site signs its results.",
      "បង្កើត បង្ហាញ និងប្តូរសោដែលទីតាំងនេះប្រើចុះហត្ថលេខាលើលទ្ធផល។"),
    subcommands: [
      SiteInit.self, SiteShow.self, SiteSign.self, SiteExportKey.self, SiteTrustCommand.self,
    ])
}

/// `sala site init`.
struct SiteInit: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: both(
      "Make the site's key; from then on results are signed as they are recorded.",
      "បង្កើតសោរបស់ទីតាំង។ ចាប់ពីពេលនោះ លទ្ធផលត្រូវបានចុះហត្ថលេខាពេលកត់ត្រា។"),
    discussion: both(
      "The private key stays in the store's folder 'keys' and is never merged or exported. Whoever holds it can forge what this site signs. Journals that are signed are read by this Sala and newer ones only.",
      "សោសម្ងាត់នៅក្នុងថត 'keys' នៃថតកំណត់ត្រា ហើយមិនត្រូវបានបញ្ចូល ឬនាំចេញឡើយ។ អ្នកដែលកាន់វាអាចក្លែងហត្ថលេខារបស់ទីតាំងនេះបាន។ កំណត់ហេតុដែលបានចុះហត្ថលេខា អានបានតែដោយ Sala នេះ និងកំណែថ្មីជាង។"
    ))

  @Option(help: help("What people call the site.", "ឈ្មោះទីតាំង។")) var name: String?
  @Flag(
    help: help(
      "Give the site a new key; what the old one signed stays valid.",
      "ប្តូរសោថ្មី។ អ្វីដែលសោចាស់បានចុះហត្ថលេខានៅមានសុពលភាព។"))
  var rotate = false
  @Option(help: help("text, json, csv or html.", "text, json, csv ឬ html។"))
  var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if let name {
      guard !rotate else { throw CommandFailure(SiteWords.nameStays) }
      guard SiteWords.isName(name) else { throw CommandFailure(SiteWords.badName) }
    }
    let store = try store.open(console, language, creates: !rotate)
    let secret = (0..<4).flatMap { _ in Self.bytes(console.random()) }
    let site: SiteRecord
    if rotate {
      let rotated = try store.rotateSite(secret: secret)
      site = rotated.site
      if !rotated.isEndorsed { console.note(SiteWords.notEndorsed(site).text(in: language)) }
    } else {
      let id = Self.bytes(console.random()).map { byte in
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }
      site = try store.makeSite(name: name ?? "", id: id.joined(), secret: secret)
    }
    // The key to which others encrypt is there from the beginning.
    _ = try store.publicKey()
    console.write(
      try rendered(
        SiteWords.document(site, canSign: true, isSynthetic: store.isSynthetic), as: format,
        language: language, console: console))
    console.note(SiteWords.keepIt(store.folder).text(in: language))
    return 0
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }
}

/// `sala site show`.
struct SiteShow: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: both(
      "Show the site's public keys; read the fingerprint to whoever verifies your results.",
      "បង្ហាញសោសាធារណៈរបស់ទីតាំង។ សូមអានស្នាមសោឱ្យអ្នកដែលផ្ទៀងផ្ទាត់លទ្ធផលរបស់អ្នក។"))

  @Option(help: help("text, json, csv or html.", "text, json, csv ឬ html។"))
  var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    guard let site = try store.site() else {
      throw CommandFailure(SiteWords.none(store.folder), code: 1)
    }
    console.write(
      try rendered(
        SiteWords.document(
          site, canSign: try store.canSign(), isSynthetic: store.isSynthetic),
        as: format, language: language, console: console))
    return 0
  }
}

/// `sala site sign`.
struct SiteSign: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: both(
      "Sign the journal of this machine as it is now.",
      "ចុះហត្ថលេខាលើកំណត់ហេតុរបស់ម៉ាស៊ីននេះឥឡូវនេះ។"))

  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    guard try store.site() != nil else {
      throw CommandFailure(SiteWords.none(store.folder), code: 1)
    }
    let isNew = try store.sign()
    console.line((isNew ? SiteWords.signed : SiteWords.signedBefore).text(in: language))
    return 0
  }
}

/// `sala site export-key`.
struct SiteExportKey: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-key",
    abstract: both(
      "Write the site's public keys to a file, so that others can verify and encrypt to it.",
      "សរសេរសោសាធារណៈរបស់ទីតាំងទៅឯកសារ ដើម្បីឱ្យអ្នកផ្សេងផ្ទៀងផ្ទាត់ និងអ៊ិនគ្រីបសម្រាប់ទីតាំងនេះ។"))

  @Option(help: help("The file to write.", "ឯកសារដែលត្រូវសរសេរ។", value: "file")) var out: String
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let key = try store.publicKey()
    try FileWriting.write(try key.bytes(), to: out)
    console.line(SiteWords.exported(key, to: out).text(in: language))
    return 0
  }
}

/// `sala site trust`.
struct SiteTrustCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: both(
      "Know a site's key from now on, after its fingerprint was compared with the site itself.",
      "ចងចាំសោរបស់ទីតាំងចាប់ពីពេលនេះ ក្រោយពីបានប្រៀបធៀបស្នាមសោជាមួយទីតាំងនោះ។"))

  @Argument(
    help: help(
      "The fingerprint that the site shows, or the file of its public keys.",
      "ស្នាមសោដែលទីតាំងនោះបង្ហាញ ឬឯកសារសោសាធារណៈរបស់វា។"))
  var fingerprint: String
  @Option(
    help: help(
      "Another store whose journals carry the key, or the file of the site's public keys.",
      "ថតកំណត់ត្រាផ្សេងដែលកំណត់ហេតុរបស់វាមានសោនោះ ឬឯកសារសោសាធារណៈរបស់ទីតាំង។"))
  var from: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    func isFile(_ path: String) -> Bool {
      FileReading.exists(path) && !FileReading.isFolder(path)
    }
    let keyFile = isFile(fingerprint) ? fingerprint : from.flatMap { isFile($0) ? $0 : nil }
    if let keyFile {
      let (key, wasKnown) = try store.trust(
        keyFile: try SiteWords.contents(of: keyFile), at: keyFile,
        fingerprint: keyFile == fingerprint ? nil : fingerprint.lowercased())
      console.line(SiteWords.trusted(key.site).text(in: language))
      if !wasKnown, keyFile == fingerprint {
        console.note(SiteWords.compare(key.site).text(in: language))
      }
      return 0
    }
    if let from, !FileReading.isFolder(from) {
      throw CommandFailure(CommandMessages.missingFile(from))
    }
    guard
      let site = try store.trust(
        fingerprint.lowercased(), also: from.map { [$0] } ?? [])
    else { throw CommandFailure(SiteWords.noSuchKey(fingerprint), code: 1) }
    console.line(SiteWords.trusted(site).text(in: language))
    return 0
  }
}
