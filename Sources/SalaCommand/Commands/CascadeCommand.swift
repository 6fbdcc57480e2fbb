import ArgumentParser
import Cascade
import Curriculum
import Document
import Source
import Terminal
import Text

/// `sala cascade`: trainers who train trainers.
struct CascadeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cascade",
    abstract: both(
      "Plan how trainers train trainers.", "រៀបចំផែនការបណ្តុះបណ្តាលគ្រូឧទ្ទេសបន្តគ្នាជាជំនាន់ៗ។"),
    subcommands: [
      CascadePlanCommand.self, CascadeForecastCommand.self, CascadeScheduleCommand.self,
    ])
}

/// `sala cascade plan`.
struct CascadePlanCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: both(
      "Sessions, trainer-days and reach of each generation, and which limit binds.",
      "ចំនួនវគ្គ ចំនួនថ្ងៃបង្រៀន និងចំនួនអ្នកទទួលបាន ក្នុងជំនាន់នីមួយៗ ព្រមទាំងកម្រិតកំណត់ដែលរារាំង។"))

  @Argument(help: help("The plan (cascade.yaml).", "ផែនការ (cascade.yaml)។")) var plan: String
  @Flag(
    help: help(
      "Look for the cheapest shape that reaches the target: generations, class size, trainers in a class.",
      "រកទម្រង់ថោកបំផុតដែលសម្រេចគោលដៅ៖ ចំនួនជំនាន់ ទំហំថ្នាក់ និងចំនួនគ្រូក្នុងមួយថ្នាក់។"))
  var suggest = false
  @Option(
    help: help(
      "With --suggest: the people to reach; the plan's last generation where left out.",
      "ជាមួយ --suggest៖ ចំនួនអ្នកដែលត្រូវបណ្តុះបណ្តាល។ បើមិនបញ្ជាក់ យកជំនាន់ចុងក្រោយនៃផែនការ។"))
  var target: Int?
  @Option(
    help: help(
      "With --suggest: how sure it must be, from 0 to 1.", "ជាមួយ --suggest៖ ភាពប្រាកដដែលត្រូវការ ពី 0 ទៅ 1។"))
  var probability: Double = 0.9
  @Option(
    help: help(
      "With --suggest: the least share of learning that must arrive, from 0 to 1.",
      "ជាមួយ --suggest៖ ចំណែកអប្បបរមានៃការរៀនដែលត្រូវទៅដល់ ពី 0 ទៅ 1។"))
  var floor: Double?
  @Option(
    help: help(
      "With --suggest: runs behind each probability.", "ជាមួយ --suggest៖ ចំនួនដងនៃការគណនាសាកល្បង។"))
  var runs: Int = 400
  @Option(
    help: help("With --suggest: what decides the chance.", "ជាមួយ --suggest៖ លេខចាប់ផ្តើមនៃចៃដន្យ។"))
  var seed: Int = 1
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    try CommandFailure.unless(runs, isIn: 100...20_000, option: "--runs")
    try CommandFailure.unless(target, isIn: 1...1_000_000, option: "--target")
    let (cascade, diagnostics) = CascadePlanning.load(plan)
    console.report(diagnostics, in: language)
    guard let cascade, !diagnostics.hasErrors else {
      return FileReading.exists(plan) ? 1 : 2
    }
    if suggest {
      let request = ShapeSearch.Request(
        target: target ?? cascade.generations.last?.people ?? 1, probability: probability,
        floor: floor ?? cascade.fidelity?.floor?.value ?? 0, runs: runs, seed: seed)
      let answer = ShapeSearch.search(cascade, request)
      let document = CascadePlanning.document(for: answer, request: request, plan: cascade)
      console.write(try rendered(document, as: format, language: language, console: console))
      if case .refused = answer { return 1 }
      return 0
    }
    let report = CascadePlanning.plan(cascade)
    console.write(
      try rendered(
        CascadePlanning.document(for: report), as: format, language: language, console: console))
    return 0
  }
}

/// `sala cascade forecast`.
struct CascadeForecastCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: both(
      "Play the plan many times: the probability that targets are met, and what matters most.",
      "សាកល្បងគណនាផែនការច្រើនដង៖ ប្រូបាបដែលសម្រេចគោលដៅ និងអ្វីដែលមានឥទ្ធិពលជាងគេ។"))

  @Argument(help: help("The plan (cascade.yaml).", "ផែនការ (cascade.yaml)។")) var plan: String
  @Option(help: help("How many runs.", "ចំនួនដង។")) var runs: Int = Forecasting.defaultRuns
  @Option(help: help("What decides the chance.", "លេខចាប់ផ្តើមនៃចៃដន្យ។")) var seed: Int = 1
  @Option(help: help("Forecast this scenario of the plan.", "ព្យាករណ៍សេណារីយ៉ូនេះនៃផែនការ។"))
  var scenario: String?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    try CommandFailure.unless(runs, isIn: Forecasting.allowedRuns, option: "--runs")
    let (loaded, diagnostics) = CascadePlanning.load(plan)
    console.report(diagnostics, in: language)
    guard var cascade = loaded, !diagnostics.hasErrors else {
      return FileReading.exists(plan) ? 1 : 2
    }
    if let scenario {
      guard let named = cascade.scenarios.first(where: { $0.id == scenario }) else {
        throw CommandFailure(
          CascadeWords.noScenario(scenario, known: cascade.scenarios.map(\.id)), code: 1)
      }
      cascade = cascade.changed(by: named)
    }
    let forecast = Forecasting.forecast(cascade, runs: runs, seed: seed)
    console.write(
      try rendered(
        Forecasting.document(for: forecast), as: format, language: language, console: console))
    return 0
  }
}

/// The words of the commands about cascades.
enum CascadeWords {
  static func noScenario(_ id: String, known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    return LocalizedText(
      en: "The plan has no scenario '\(id)'. It has: \(list.isEmpty ? "none" : list).",
      km: "ផែនការគ្មានសេណារីយ៉ូ '\(id)' ទេ។ មាន៖ \(list.isEmpty ? "គ្មាន" : list)។")
  }
}
