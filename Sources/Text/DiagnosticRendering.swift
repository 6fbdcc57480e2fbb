/// Writes findings as a person reads them in a terminal.
package enum DiagnosticRendering {
  /// Returns one finding as lines of text: headline with its place, source line, caret, remedy.
  ///
  /// The caret is placed by display width, so it stands under the right letter in Khmer too.
  package static func text(_ diagnostic: Diagnostic, in language: Language) -> String {
    var lines = [headline(diagnostic, in: language)]
    if !diagnostic.excerpt.isEmpty {
      lines.append("  " + printable(diagnostic.excerpt))
      if diagnostic.location.column > 0 { lines.append("  " + caret(diagnostic)) }
    }
    lines.append("  → " + printable(diagnostic.remedy.text(in: language)))
    for related in diagnostic.related {
      lines.append("  " + place(related.location) + ": " + related.message.text(in: language))
    }
    return lines.joined(separator: "\n")
  }

  /// Returns `file:line:column`, leaving out what is not known.
  package static func place(_ location: SourceLocation) -> String {
    var text = location.file
    if location.line > 0 { text += ":\(location.line)" }
    if location.line > 0, location.column > 0 { text += ":\(location.column)" }
    return text
  }

  private static func headline(_ diagnostic: Diagnostic, in language: Language) -> String {
    let severity = TextMessages.severity(diagnostic.severity).text(in: language)
    // A message may repeat what was typed.
    let message = printable(diagnostic.message.text(in: language))
    return "\(printable(place(diagnostic.location))): \(severity) [\(diagnostic.code)] \(message)"
  }

  private static func caret(_ diagnostic: Diagnostic) -> String {
    let scalars = Array(printable(diagnostic.excerpt).unicodeScalars)
    let start = min(diagnostic.location.column - 1, scalars.count)
    let end = min(start + diagnostic.length, scalars.count)
    let before = scalars[..<start].reduce(0) { $0 + DisplayWidth.columns(of: $1) }
    let under = scalars[start..<end].reduce(0) { $0 + DisplayWidth.columns(of: $1) }
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
  }

  /// Control characters would move the cursor or worse: each is shown as a single space.
  private static func printable(_ line: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      shown.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(shown)
  }
}
