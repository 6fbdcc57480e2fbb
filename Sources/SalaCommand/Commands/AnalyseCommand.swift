import ArgumentParser

/// `sala analyse`: statistics of any table.
struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: both(
      "Statistics of a table: items, models, fairness, equating, agreement.",
      "ស្ថិតិនៃតារាង៖ សំណួរ ម៉ូដែល ភាពយុត្តិធម៌ ការធ្វើឱ្យសមមូល និងភាពស្របគ្នា។"),
    subcommands: [
      AnalyseIRTCommand.self, AnalyseDIFCommand.self, AnalyseEquateCommand.self,
      AnalyseAgreementCommand.self,
    ])
}
