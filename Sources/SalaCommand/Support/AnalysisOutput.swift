import Analysis
import ArgumentParser
import Document
import Psychometrics
import Source
import Terminal
import Text

extension ItemResponseFit.Model: ExpressibleByArgument {}
extension ItemResponseFit.Method: ExpressibleByArgument {}
extension PersonScore.Method: ExpressibleByArgument {}
extension ItemFairness.Method: ExpressibleByArgument {}
extension EquatingAnalysis.Method: ExpressibleByArgument {}
extension SpreadDivisor: ExpressibleByArgument {}
extension ZeroFrequencies: ExpressibleByArgument {}
extension ScaleLinking.CriterionGrid.Weighting: ExpressibleByArgument {}
extension AgreementAnalysis.Statistic: ExpressibleByArgument {}
extension CohenKappa.Weights: ExpressibleByArgument {}
extension KrippendorffAlpha.Metric: ExpressibleByArgument {}

/// Which columns of a table are no items, and how the answer is written.
struct AnalysisOptions: ParsableArguments {
  @Option(
    help: help(
      "The column of people's codes; a column called id is one without being named.",
      "ជួរឈរនៃកូដមនុស្ស។ ជួរឈរឈ្មោះ id ត្រូវយកជាកូដដោយមិនចាំបាច់ដាក់ឈ្មោះ។", value: "table-column"))
  var id: String?
  @Option(
    help: help(
      "Columns to pass over; several with commas.", "ជួរឈរដែលត្រូវរំលង។ បើច្រើន សូមដាក់សញ្ញាក្បៀសនៅចន្លោះ។",
      value: "table-columns"))
  var ignore: String?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @Flag(
    help: help(
      "Begin CSV with a byte-order mark, so that Excel shows Khmer.",
      "ដាក់សញ្ញា BOM នៅដើម CSV ដើម្បីឱ្យ Excel បង្ហាញអក្សរខ្មែរ។"))
  var excel = false

  /// The columns of `--ignore`.
  var ignored: [String] { AnalysisOptions.names(ignore) ?? [] }

  /// Returns names that stand with commas between them; `nil` where there are none.
  static func names(_ list: String?) -> [String]? {
    list.map { list in
      list.split(separator: ",").map { name in
        String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }.filter { !$0.isEmpty }
    }
  }

  /// Writes what an analysis found, and returns the exit code.
  ///
  /// - Parameters:
  ///   - answer: What it found, or `nil` where it could not begin.
  ///   - paths: The files that it read.
  ///   - collector: What is wrong with them.
  ///   - language: The language.
  ///   - console: Where to write.
  /// - Returns: 0 done, 1 refused, 2 where the call or a file's place is wrong.
  /// - Throws: What rendering throws.
  func write(
    _ answer: AnalysisAnswer?, of paths: [String], _ collector: DiagnosticCollector,
    in language: Language, to console: Console
  ) throws -> Int32 {
    let found = collector.diagnostics + (answer?.refusal.map { [$0] } ?? [])
    console.report(found, in: language)
    guard let answer else {
      return found.contains { $0.code == "cml-is-rasch" } || !paths.allSatisfy(FileReading.exists)
        ? 2 : 1
    }
    if format == .json {
      console.write(JSONValue.object(answer.json).encoded(indented: true) + "\n")
    } else {
      console.write(
        try rendered(
          answer.document, as: format, language: language, console: console, excel: excel))
    }
    return found.hasErrors ? 1 : 0
  }
}
