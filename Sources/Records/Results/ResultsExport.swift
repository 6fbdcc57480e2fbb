import Assessment
import Text

/// Writes results as a long CSV table that `ResultsImport` reads back to the same records.
package enum ResultsExport {
  /// The columns, in order.
  package static let columns =
    ImportLayout.keyColumns + ImportLayout.answerColumns + PersonAttributes.exported
    + ImportLayout.attemptColumns + ImportLayout.outcomeColumns

  /// Returns the table (RFC 4180): one row for each item of each attempt that was handed in and
  /// scored, an omitted answer with an empty cell.
  ///
  /// The last columns say what the answer won by the latest scoring: `score` and `maximum`, the
  /// `state` (`scored`; `waiting` for a human; `opinion`, which is never scored; without points in
  /// the last two) and the version of the `key`. `seconds` are those of the attempt that were used,
  /// where they were measured. `marks` are those of `EvaluatedAttempts`, with spaces between.
  ///
  /// - Parameters:
  ///   - attempts: The attempts; those that are not handed in are left out.
  ///   - people: What is known about the people behind the codes.
  ///   - rules: What decides which attempts count.
  /// - Returns: The table, lines ended by CR LF, sorted by event, occasion, code and form.
  package static func csv(
    _ attempts: [ScoredAttempt], people: [PersonAttributes],
    rules: EvaluationRules = EvaluationRules()
  ) -> String {
    let marks = EvaluatedAttempts(attempts, rules: rules).marks
    let joined = PersonAttributes.joined(people, by: rules.links)
    let known = Dictionary(joined.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    var counts: [String: Int] = [:]
    let numbered = attempts.filter(\.isHandedIn).map { attempt in
      let key = key(attempt)
      counts[key, default: 0] += 1
      return (key: key, number: counts[key] ?? 1, attempt: attempt)
    }
    var lines = [columns.joined(separator: ",")]
    for (_, number, attempt) in numbered.sorted(by: { ($0.key, $0.number) < ($1.key, $1.number) }) {
      let person = known[rules.links.person(attempt.code)]
      for outcome in attempt.outcomes {
        let cells =
          [
            attempt.code, attempt.event ?? "", attempt.occasion.rawValue, attempt.form,
            outcome.item, attempt.answers[outcome.item] ?? "",
          ] + PersonAttributes.exported.map { person?[$0] ?? "" } + [
            "\(number)", attempt.language.rawValue, attempt.mode.rawValue, attempt.startedAt,
            attempt.submittedAt ?? "",
            AccommodationText.encoded(attempt.accommodation?.time, attempt.hasLargePrint),
            attempt.secondsUsed.map { "\(Int($0.rounded()))" } ?? "",
            attempt.paperMarks[outcome.item]?.rawValue ?? "",
            (marks[attempt.id] ?? []).map(\.rawValue).joined(separator: " "),
          ] + won(outcome)
        lines.append(cells.map(cell).joined(separator: ","))
      }
    }
    return lines.map { $0 + "\r\n" }.joined()
  }

  /// Returns a wide table (RFC 4180) of answers in UTF-8: one row for each test and a column for
  /// each item, which `ResultsImport` reads back.
  ///
  /// - Parameter table: The tests.
  /// - Returns: The table, lines ended by CR LF, rows as in `table`.
  package static func wide(_ table: ResponseTable) -> [UInt8] {
    var bytes = Array((ImportLayout.keyColumns + table.items).joined(separator: ",").utf8)
    bytes += [0x0D, 0x0A]
    bytes.reserveCapacity(table.rows.count * (table.items.count * 2 + 40))
    let groups = table.groups.map {
      Array(",\(cell($0.event)),\($0.occasion.rawValue),\(cell($0.form))".utf8)
    }
    let texts = table.texts.map { $0.map { Array(cell($0).utf8) } }
    let answers = table.items.indices.map(table.answers)
    for (place, row) in table.rows.enumerated() {
      bytes.append(contentsOf: row.code.utf8)
      bytes.append(contentsOf: groups[row.group])
      for column in answers.indices {
        bytes.append(0x2C)
        let number = answers[column][place]
        if number != 0, number != ResponseTable.unnumbered {
          bytes.append(contentsOf: texts[column][Int(number)])
        }
      }
      bytes.append(0x0D)
      bytes.append(0x0A)
    }
    return bytes
  }

  private static func won(_ outcome: Outcome) -> [String] {
    let maximum = Response.number(outcome.maximum).encoded
    if outcome.isPending { return ["", maximum, "waiting", outcome.keyVersion] }
    if outcome.maximum == 0 { return ["", maximum, "opinion", outcome.keyVersion] }
    return [Response.number(outcome.score).encoded, maximum, "scored", outcome.keyVersion]
  }

  private static func key(_ attempt: ScoredAttempt) -> String {
    [attempt.event ?? "", attempt.occasion.rawValue, attempt.code, attempt.form]
      .joined(separator: "\u{1}")
  }

  private static func cell(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { "\",;\r\n".unicodeScalars.contains($0) }
    if isPlain, text.first?.isWhitespace != true, text.last?.isWhitespace != true { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
