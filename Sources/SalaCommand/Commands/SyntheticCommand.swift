import ArgumentParser
import Assessment
import Curriculum
import Records
import Terminal
import Text

/// `sala synthetic`: made-up results, to try the tools and to show a report.
struct SyntheticCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthetic",
    abstract: both(
      "Make up results in a store of their own, to try things out.",
      "បង្កើតលទ្ធផលសំយោគក្នុងថតកំណត់ត្រាដាច់ដោយឡែក ដើម្បីសាកល្បង។"),
    subcommands: [SyntheticCohortCommand.self, SyntheticCascadeCommand.self])
}

/// `sala synthetic cohort`.
struct SyntheticCohortCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort",
    abstract: both(
      "A cohort that takes pre- and post-test through the real engine; real records refuse it.",
      "ក្រុមមនុស្សសំយោគ ដែលធ្វើតេស្តមុនវគ្គ និងក្រោយវគ្គដោយប្រើកម្មវិធីពិត។ ថតកំណត់ត្រាពិតមិនទទួលយកទេ។"))

  @Option(help: help("How many people.", "ចំនួនមនុស្ស។")) var people = 48
  @Option(help: help("What makes them up.", "លេខចាប់ផ្តើម។ លេខដដែលបង្កើតទិន្នន័យដដែល។")) var seed = 1
  @Option(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event = "synthetic-1"
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    // A roster takes no more at once.
    try CommandFailure.unless(people, isIn: 2...10_000, option: "--people")
    try CommandFailure.unless(seed, isIn: 0...999_999_999, option: "--seed")
    let loaded = try LoadedForms.load(curriculum, console: console).curriculum
    let options = StoreOptions(
      clock: { "2026-01-05T02:00:00.000Z" }, makeDeviceID: { "synthetic\(seed)" },
      kind: .synthetic(seed: seed))
    let store = try Store.open(try store.folder(console), options: options)
    let cohort = SyntheticCohort(
      people: people, seed: UInt64(seed), eventID: event, curriculum: loaded)
    let attempts = try cohort.record(in: store)
    console.line(
      SyntheticWords.made(people: people, attempts: attempts, seed: seed).text(in: language))
    return 0
  }
}

/// The words of the commands about made-up results.
enum SyntheticWords {
  static func made(people: Int, attempts: Int, seed: Int) -> LocalizedText {
    LocalizedText(
      en: "Made up \(people) people with \(attempts) attempts (synthetic, seed \(seed)).",
      km:
        "បានបង្កើតទិន្នន័យមនុស្ស \(Khmer.withKhmerDigits("\(people)")) នាក់ និងការធ្វើតេស្ត \(Khmer.withKhmerDigits("\(attempts)")) ដង (ទិន្នន័យសំយោគ លេខចាប់ផ្តើម \(seed))។"
    )
  }

  static let eventTitle = LocalizedText(
    en: "Synthetic cohort (made up)", km: "ក្រុមសំយោគ (បង្កើតឡើង)")
}
