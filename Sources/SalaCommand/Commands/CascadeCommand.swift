import ArgumentParser
import Cascade
import Document
import Source
import Terminal
import Text

/// `sala cascade`: trainers who train trainers.
struct CascadeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cascade",
    abstract: both(
      "Plan how trainers train trainers.", "រៀបផែនការបណ្តុះបណ្តាលគ្រូឧទ្ទេសជាជំនាន់ៗ។"),
    subcommands: [CascadePlanCommand.self])
}

/// `sala cascade plan`.
struct CascadePlanCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: both(
      "Sessions, trainer-days and reach of each generation, and which limit binds.",
      "វគ្គ ថ្ងៃគ្រូឧទ្ទេស និងចំនួនអ្នកទទួលបាន ក្នុងជំនាន់នីមួយៗ និងកម្រិតណាដែលរារាំង។"))

  @Argument(help: help("The plan (cascade.yaml).", "ផែនការ (cascade.yaml)។")) var plan: String
  @Option(help: help("text, csv, json or html.", "text, csv, json ឬ html។"))
  var format: OutputFormat = .text
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let (cascade, diagnostics) = CascadePlanning.load(plan)
    console.report(diagnostics, in: language)
    guard let cascade, !diagnostics.hasErrors else {
      return FileReading.exists(plan) ? 1 : 2
    }
    let report = CascadePlanning.plan(cascade)
    console.write(
      try rendered(
        CascadePlanning.document(for: report), as: format, language: language, console: console))
    return 0
  }
}
