import ArgumentParser
import Document
import Records
import Source
import Terminal
import Text

/// `sala results verify`: whether results are as they were recorded.
struct ResultsVerifyCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: both(
      "Verify journals or exported results by chain and signature; the first change is named.",
      "ផ្ទៀងផ្ទាត់កំណត់ហេតុ ឬលទ្ធផលដែលបាននាំចេញ តាមខ្សែសង្វាក់ និងហត្ថលេខា។ ការកែដំបូងគេត្រូវបានបង្ហាញ។"),
    discussion: both(
      "What cannot be found: records after the last signature that somebody who holds the device cut off, and whatever is forged by somebody who holds the site's private key.",
      "អ្វីដែលរកមិនឃើញ៖ កំណត់ត្រាក្រោយហត្ថលេខាចុងក្រោយដែលអ្នកកាន់ឧបករណ៍បានកាត់ចេញ និងអ្វីដែលអ្នកកាន់សោសម្ងាត់របស់ទីតាំងបានក្លែង។"
    ))

  @Argument(
    help: help(
      "A store, a journal, or a table that was exported with --signed; without it, the store.",
      "ថតកំណត់ត្រា កំណត់ហេតុ ឬតារាងដែលបាននាំចេញដោយ --signed។ បើមិនបញ្ជាក់ ប្រើថតកំណត់ត្រា។"))
  var path: String?
  @Option(
    help: help(
      "Demand that everything is signed to its end with this key, by fingerprint.",
      "ទាមទារឱ្យអ្វីៗទាំងអស់ត្រូវបានចុះហត្ថលេខារហូតដល់ចុងដោយសោនេះ តាមស្នាមសោ។"))
  var key: String?
  @Option(help: help("text, json, csv or html.", "text, json, csv ឬ html។"))
  var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let report = try report(console)
    let wanted = key?.lowercased()
    let others = report.files.filter { file in
      guard let wanted else { return false }
      return file.fault == nil && (file.state != .signed || file.signers.last?.key != wanted)
    }
    console.report(report.findings, in: language)
    if format == .text {
      for file in report.files { console.line(VerifyWords.line(file).text(in: language)) }
      if report.files.isEmpty { console.line(VerifyWords.nothing.text(in: language)) }
    } else {
      console.write(
        try rendered(
          VerifyWords.document(report), as: format, language: language, console: console))
    }
    if let key {
      for file in others { console.note(VerifyWords.otherKey(file, key).text(in: language)) }
    }
    return report.isSound && others.isEmpty ? 0 : 1
  }

  private func report(_ console: Console) throws -> VerificationReport {
    let own = try store.folder(console)
    guard let path else { return try StoreVerification.store(own) }
    guard !path.isEmpty, FileReading.exists(path) else {
      throw CommandFailure(CommandMessages.missingFile(path))
    }
    if FileReading.isFolder(path) { return try StoreVerification.store(path) }
    return try StoreVerification.file(
      path, knownBy: FileReading.isFolder(own + "/journals") ? own : nil)
  }
}
