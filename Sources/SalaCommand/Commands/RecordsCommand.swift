import ArgumentParser
import Records
import Source
import Terminal
import Text

/// `sala records`: the store as a whole.
struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: both(
      "Verify, merge, send and back up the records; forget a person.",
      "ផ្ទៀងផ្ទាត់ បញ្ចូល ផ្ញើ និងបម្រុងទុកកំណត់ត្រា ឬលុបព័ត៌មានមនុស្សម្នាក់។"),
    subcommands: [
      RecordsCheck.self, RecordsMerge.self, RecordsImportCommand.self, RecordsLink.self,
      RecordsBundle.self, RecordsConflicts.self,
      RecordsForget.self, RecordsBackup.self, RecordsRestore.self, RecordsExportCommand.self,
    ])
}

/// `sala records check`.
struct RecordsCheck: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: both(
      "Verify every journal by its hash chain and rebuild the index; a changed byte is found.",
      "ផ្ទៀងផ្ទាត់កំណត់ហេតុនីមួយៗ ហើយរៀបចំសន្ទស្សន៍ឡើងវិញ។ សូម្បីការកែតែមួយតួក៏រកឃើញ។"))

  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try Store.open(
      try store.folder(console),
      options: StoreOption.options(console, kind: .any, creates: false))
    var found = (store.findings + (try store.check())).inReadingOrder
    if !found.hasErrors {
      let events = try store.events()
      let courses = Set(events.map(\.curriculum))
      found += DeliveryFindings.findings(
        events, statements: try store.statements(),
        classLimit: courses.count == 1
          ? CourseKnowledge.classLimit(courses.first, console) : nil)
    }
    var seen: Set<Diagnostic> = []
    let findings = found.filter { seen.insert($0).inserted }
    console.report(findings, in: language)
    let attempts = try store.attempts()
    console.line(
      RecordsWords.checked(
        events: try store.events().count, attempts: attempts.count,
        complete: attempts.count(where: \.isHandedIn)
      ).text(in: language))
    if findings.hasErrors { return 1 }
    console.line(RecordsWords.sound.text(in: language))
    return 0
  }
}

/// `sala records merge`.
struct RecordsMerge: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: both(
      "Take in the journals of another store or of a bundle; in any order, and again, gives the same.",
      "បញ្ចូលកំណត់ហេតុពីថតកំណត់ត្រាផ្សេង ឬពីកញ្ចប់។ ទោះបញ្ចូលតាមលំដាប់ណា ឬប៉ុន្មានដង ក៏បានលទ្ធផលដដែល។"))

  @Argument(help: help("The folder of the other store, or a bundle.", "ថតកំណត់ត្រាផ្សេង ឬកញ្ចប់កំណត់ត្រា។"))
  var other: String
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language)
    let isFile = FileReading.exists(other) && !FileReading.isFolder(other)
    let report = try isFile ? store.merge(bundle: other) : store.merge(from: other)
    console.report(report.findings, in: language)
    console.line(RecordsWords.merged(report).text(in: language))
    if report.registers > 0 {
      console.line(KeepingWords.registers(report.registers).text(in: language))
    }
    return report.findings.hasErrors ? 1 : 0
  }
}

/// The words of the commands about the store.
enum RecordsWords {
  static let sound = LocalizedText(
    en: "Every journal is whole.", km: "កំណត់ហេតុទាំងអស់ពេញលេញ។")

  static func checked(events: Int, attempts: Int, complete: Int) -> LocalizedText {
    LocalizedText(
      en: "\(events) events, \(attempts) attempts (\(complete) handed in).",
      km: Khmer.withKhmerDigits(
        "ព្រឹត្តិការណ៍ \(events), ការធ្វើតេស្ត \(attempts) (បានប្រគល់ \(complete))។"))
  }

  static func merged(_ report: MergeReport) -> LocalizedText {
    LocalizedText(
      en:
        "Journals: \(report.added) new, \(report.extended) longer, \(report.unchanged) as before; \(report.facts) facts came in.",
      km:
        Khmer.withKhmerDigits(
          "កំណត់ហេតុ៖ ថ្មី \(report.added), បានបន្ថែម \(report.extended), ដដែល \(report.unchanged)។ បានបញ្ចូលកំណត់ត្រា \(report.facts)។"
        ))
  }
}
