import Terminal
import Text

/// Tells a person what is wrong with a call.
enum UsageReport {
  /// Writes the findings of a call to standard error: each with the command line and a caret, then
  /// how the command is called.
  ///
  /// - Parameters:
  ///   - diagnosis: The reading of the call, with at least one finding.
  ///   - arguments: The words after the program's name.
  ///   - language: The language to write in.
  ///   - console: Where it is written.
  static func write(
    _ diagnosis: UsageDiagnosis, _ arguments: [String], in language: Language, to console: Console
  ) {
    let line = CommandLineText(arguments)
    for finding in diagnosis.findings {
      let shown = line.shown(word: finding.word, width: max(20, console.width - 3))
      let diagnostic = Diagnostic(
        finding.code, at: SourceLocation(file: "sala", column: shown.column),
        UsageMessages.message(finding.kind), remedy: UsageMessages.remedy(finding.kind),
        excerpt: shown.text, length: shown.length)
      let lines = HelpText.visible(DiagnosticRendering.text(diagnostic, in: language))
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      // The command line and the caret below it stand as they are; sentences are wrapped.
      for (number, text) in lines.enumerated() {
        if number == 1 || number == 2 {
          console.note(text)
        } else {
          for wrapped in HelpPage.wrapped(
            shortened(text), width: min(100, max(40, console.width)),
            indent: number == 0 ? "  " : "    ")
          { console.note(wrapped) }
        }
      }
    }
    for text in HelpPage.usageLines(
      diagnosis.command, names: diagnosis.path, language: language,
      width: min(100, max(40, console.width)))
    { console.note(text) }
    let page = diagnosis.path.joined(separator: " ") + " --help"
    for text in HelpPage.wrapped(
      UsageMessages.seeHelp(page).text(in: language), width: min(100, max(40, console.width)))
    { console.note(text) }
  }

  /// The longest word that a sentence repeats whole.
  private static let longestWord = 40

  /// Returns a sentence whose long words are cut: whoever typed them sees them in the line above.
  private static func shortened(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let scalars = word.unicodeScalars
      // Khmer has few spaces, and only what was typed stands between quotation marks.
      guard scalars.count > longestWord, scalars.contains("'") else { return String(word) }
      let end = scalars.last == "." || scalars.last == "," ? String(word.suffix(1)) : ""
      return String(String.UnicodeScalarView(scalars.prefix(longestWord))) + "…'" + end
    }.joined(separator: " ")
  }
}
