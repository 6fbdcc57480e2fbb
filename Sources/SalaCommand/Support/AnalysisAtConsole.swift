import ArgumentParser
import Document
import Psychometrics
import Source
import Terminal
import Text

/// Runs an analysis of a table and writes what it found.
enum AnalysisAtConsole {
  /// What an analysis found: for programs and for people.
  typealias Found = (json: (Language) -> JSONValue, document: () -> Document)

  /// Runs `analysis`; JSON is that of the contract, everything else the document.
  ///
  /// - Parameters:
  ///   - path: The table; one that is not there makes the exit code 2.
  ///   - format: The form of the result.
  ///   - common: The language.
  ///   - console: The console.
  ///   - analysis: Reckons, or adds findings and gives `nil`.
  /// - Returns: The exit code.
  /// - Throws: What writing the result throws.
  static func run(
    _ path: String, _ format: OutputFormat, _ common: CommonOptions, _ console: Console,
    analysis: (DiagnosticCollector) -> Found?
  ) throws -> Int32 {
    let language = console.language(common.language)
    let collector = DiagnosticCollector()
    let found = analysis(collector)
    console.report(collector.diagnostics, in: language)
    guard let found else {
      return collector.diagnostics.contains { $0.code == "unreadable" } ? 2 : 1
    }
    if format == .json {
      console.write(found.json(language).encoded(indented: true) + "\n")
    } else {
      console.write(
        try rendered(found.document(), as: format, language: language, console: console))
    }
    return 0
  }

  static let notFinite = LocalizedText(
    en: "A score of the call is no finite number.", km: "ពិន្ទុមួយក្នុងពាក្យបញ្ជាមិនមែនជាចំនួនកំណត់ទេ។")
  static let reliabilityRange = LocalizedText(
    en: "--reliability must be at least 0 and below 1.",
    km: "--reliability ត្រូវតែចាប់ពី 0 ហើយតិចជាង 1។")
  static let bothLanguages = LocalizedText(
    en: "--language-pre and --language-post go together.",
    km: "--language-pre និង --language-post ត្រូវប្រើជាមួយគ្នា។")
}

/// Names parted by commas.
enum NameList {
  /// Returns the names, without spaces at their ends and without empty ones.
  static func names(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}

/// The rule of `--missing`.
enum MissingOption: String, ExpressibleByArgument, CaseIterable {
  case listwise
  case pairwise
  case zero

  var rule: MissingRule {
    switch self {
    case .listwise: .listwise
    case .pairwise: .pairwise
    case .zero: .zero
    }
  }
}
