import Source
import Text

/// Reads one `:: id` part of a script, in one language.
struct SectionParser {
  let section: SectionedFile.Section
  let file: SourceFile
  let language: Language
  let collector: DiagnosticCollector

  private static let endingNames = Situation.EndingQuality.allCases.map(\.rawValue)

  /// Returns the section, or `nil` after a finding where it has no usable id.
  func parsed() -> Situation.Section? {
    let id = section.title
    guard SituationNames.isID(id) else {
      add(
        "bad-id", section.location.line, section.location.column, id.unicodeScalars.count,
        SituationMessages.badID(id), SituationMessages.idRemedy)
      return nil
    }
    var reader = BodyReader()
    for (offset, line) in section.body.lines.enumerated() {
      read(line, number: section.body.firstLine + offset, into: &reader)
    }
    var (title, text) = Self.split(reader.text.joined(separator: "\n"))
    if text.isEmpty {
      add(
        "empty-section", section.location.line, section.location.column, id.unicodeScalars.count,
        SituationMessages.emptySection(id), SituationMessages.emptySectionRemedy)
    }
    text = text.isEmpty ? title : text
    if title == text { title = "" }
    return Situation.Section(
      id: id, title: localized(title), text: localized(text),
      notes: localized(reader.notes.joined(separator: "\n")),
      role: section.attributes.values["role"], ending: ending, choices: reader.choices,
      sourceHash: section.hash, locations: [language: section.location])
  }

  // MARK: Lines

  private struct BodyReader {
    var text: [String] = []
    var notes: [String] = []
    var choices: [Situation.Choice] = []
    /// Whether a choice was met that cannot be read, so that text below it is not blamed too.
    var hasChoices = false
    var isFenced = false
  }

  private func read(_ line: String, number: Int, into reader: inout BodyReader) {
    let trimmed = line.trimmingSpaces()
    if trimmed.hasPrefix("```") { reader.isFenced.toggle() }
    if reader.isFenced, !reader.hasChoices {
      reader.text.append(line)
    } else if trimmed.hasPrefix("[[") {
      reader.hasChoices = true
      let count = reader.choices.count
      if let choice = choice(line, number: number, place: count + 1) {
        reader.choices.append(choice)
      }
    } else if trimmed.hasPrefix(">") {
      let note = trimmed.dropFirst().trimmingSpaces()
      if reader.hasChoices, let last = reader.choices.indices.last {
        let before = reader.choices[last].notes[language]
        reader.choices[last].notes[language] = before.isEmpty ? note : before + "\n" + note
      } else {
        reader.notes.append(note)
      }
    } else if !reader.hasChoices {
      reader.text.append(line)
    } else if !trimmed.isEmpty {
      add(
        "stray-text", number, 1, line.unicodeScalars.count, SituationMessages.strayText,
        SituationMessages.strayTextRemedy)
    }
  }

  private func choice(_ line: String, number: Int, place: Int) -> Situation.Choice? {
    let indent = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    let scalars = Array(line.unicodeScalars.dropFirst(indent))
    func bad(_ column: Int = 0) -> Situation.Choice? {
      add(
        "bad-choice", number, indent + column + 1, max(1, scalars.count - column),
        SituationMessages.badChoice, SituationMessages.choiceRemedy)
      return nil
    }
    guard let close = Self.last("]]", in: scalars, before: scalars.count), close >= 2,
      let arrow = Self.last("->", in: scalars, before: close), arrow >= 2
    else { return bad() }
    let text = Self.string(scalars[2..<arrow])
    let target = Self.string(scalars[(arrow + 2)..<close])
    let rest = Self.string(scalars[(close + 2)...])
    guard !text.isEmpty, SituationNames.isID(target) else { return bad() }
    let targetColumn =
      indent + arrow + 3 + scalars[(arrow + 2)..<close].prefix { $0 == " " || $0 == "\t" }.count
    var rules = RuleParser.Rules()
    if !rest.isEmpty {
      guard rest.hasPrefix("{"), rest.hasSuffix("}"), rest.unicodeScalars.count > 2,
        let open = scalars[(close + 2)...].firstIndex(of: "{"),
        let end = scalars.lastIndex(of: "}")
      else { return bad(close + 2) }
      let failures: [RuleParser.Failure]
      (rules, failures) = RuleParser(file: file, line: number).rules(
        String(String.UnicodeScalarView(scalars[(open + 1)..<end])), column: indent + open + 2)
      for failure in failures {
        add(
          "bad-rule", number, failure.column, max(1, failure.text.unicodeScalars.count),
          SituationMessages.badRule(failure.text), SituationMessages.ruleRemedy)
      }
    }
    return Situation.Choice(
      number: place, text: localized(text),
      target: Located(target, at: file.location(number, targetColumn)),
      conditions: rules.conditions, effects: rules.effects, notes: localized(""),
      location: file.location(number, indent + 1))
  }

  // MARK: Parts

  private var ending: Situation.EndingQuality? {
    guard let written = section.attributes.values["ending"] else { return nil }
    if let quality = Situation.EndingQuality(rawValue: written.value) { return quality }
    add(
      "unknown-value", written.location.line, written.location.column,
      written.value.unicodeScalars.count, SituationMessages.unknownEnding(written.value),
      SituationMessages.known(
        Self.endingNames, suggestion: Suggestion.nearest(to: written.value, in: Self.endingNames)))
    return nil
  }

  /// Takes a `### Title` off the beginning of a text.
  private static func split(_ text: String) -> (title: String, text: String) {
    let body = text.trimmingBlankLines()
    guard body.hasPrefix("### ") else { return ("", body) }
    let lines = body.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = lines.count > 1 ? String(lines[1]).trimmingBlankLines() : ""
    return (String(lines[0].dropFirst(4)).trimmingSpaces(), rest)
  }

  private static func last(
    _ mark: String, in scalars: [Unicode.Scalar], before end: Int
  ) -> Int? {
    let mark = Array(mark.unicodeScalars)
    guard end >= mark.count else { return nil }
    return (0...(end - mark.count)).last { scalars[$0..<($0 + mark.count)].elementsEqual(mark) }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).trimmingSpaces()
  }

  private func localized(_ text: String) -> LocalizedText {
    var result = LocalizedText(same: "")
    result[language] = text
    return result
  }

  private func add(
    _ code: String, _ line: Int, _ column: Int, _ length: Int, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) {
    collector.add(
      file.diagnostic(
        code, line: line, column: column, length: max(1, length), message, remedy: remedy))
  }
}

extension String {
  fileprivate func trimmingBlankLines() -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while let first = lines.first, first.trimmingSpaces().isEmpty { lines.removeFirst() }
    while let last = lines.last, last.trimmingSpaces().isEmpty { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
