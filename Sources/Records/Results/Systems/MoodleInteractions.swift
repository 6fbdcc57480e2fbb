import Assessment
import Source
import Text

/// Reads the table that Moodle's report of SCORM interactions gives as text.
///
/// Its columns are in Moodle's English: `Attempt`, and for each interaction `Question n` (the id),
/// `Response n`, `Right answer n` and `Result n`, of which the first two are needed. The times in it
/// have no zone, so they are not read.
struct MoodleInteractions {
  let file: SourceFile
  let forms: [TestForm]
  let collector: DiagnosticCollector

  /// Whether a header is one of this report.
  static func recognises(_ header: [String]) -> Bool {
    header.contains { ForeignTable.number($0, after: "response") != nil }
      || header.contains { ForeignTable.number($0, after: "question") != nil }
  }

  func read() -> ForeignReading {
    var reading = ForeignReading()
    guard let table = ForeignTable(file, collector: collector) else { return reading }
    let columns = Columns(table)
    if columns.questions.isEmpty || columns.responses.isEmpty {
      collector.add(
        SystemMessages.moodleColumns(
          file, missing: columns.questions.isEmpty ? "Question 0" : "Response 0"))
      return reading
    }
    let ids = InteractionIDs(forms)
    reading.rows = table.rows.count
    for row in table.rows {
      guard row.cells.count == table.header.count else {
        collector.add(SystemMessages.moodleCells(file, line: row.line))
        continue
      }
      read(row, columns, ids, into: &reading)
    }
    return reading
  }

  private struct Columns {
    var persons: [Int]
    var questions: [(number: Int, column: Int)]
    var responses: [Int: Int]
    var results: [Int: Int]
    var attempt: Int?

    init(_ table: ForeignTable) {
      func numbered(_ word: String) -> [(number: Int, column: Int)] {
        table.header.enumerated().compactMap { column, name in
          ForeignTable.number(name, after: word).map { ($0, column) }
        }
      }
      persons = table.columns(ForeignTable.identityColumns)
      questions = numbered("question").sorted { $0.number < $1.number }
      responses = Dictionary(numbered("response").map { ($0, $1) }, uniquingKeysWith: { $1 })
      results = Dictionary(numbered("result").map { ($0, $1) }, uniquingKeysWith: { $1 })
      attempt = table.columns(["attempt"]).first
    }
  }

  private func read(
    _ row: CSVTable.Row, _ columns: Columns, _ ids: InteractionIDs,
    into reading: inout ForeignReading
  ) {
    var found: [String: ForeignAttempt] = [:]
    var order: [String] = []
    var hasForeign = false
    for (number, column) in columns.questions where !row.cells[column].isEmpty {
      guard let (form, item) = ids.item(row.cells[column]) else {
        hasForeign = true
        reading.passedOver.add(SystemMessages.otherQuestions)
        continue
      }
      if found[form.id] == nil {
        order.append(form.id)
        found[form.id] = ForeignAttempt(
          line: row.line, persons: columns.persons.map { row.cells[$0] }, form: form,
          isWhole: false)
      }
      let text = columns.responses[number].map { row.cells[$0] } ?? ""
      let result = columns.results[number].map { row.cells[$0] } ?? ""
      if text.isEmpty, result.lowercased() == "correct" {
        collector.add(SystemMessages.responseMissing(file, line: row.line, item: item.id))
      }
      let isLater = row.cells[column].hasPrefix("urn:")
      switch InteractionResponse.read(text, item: item, form: isLater ? .delimited : .scorm12) {
      case nil:
        collector.add(
          SystemMessages.badResponse(file, line: row.line, item: item.id, answer: text))
      // Of several visits the last one tells what stands.
      case .some(let response): found[form.id]?.answers[item.id] = .some(response)
      }
    }
    if order.isEmpty, !hasForeign { reading.passedOver.add(SystemMessages.noAttempt) }
    for form in order {
      guard let attempt = found[form] else { continue }
      // What an LMS keeps of a 2004 package is not in this table: all cells are empty then.
      let isSilent = attempt.answers.values.allSatisfy { $0 == nil }
      let isLater = columns.questions.contains { row.cells[$0.column].hasPrefix("urn:sala:") }
      if isSilent, isLater {
        collector.add(SystemMessages.responseMissing(file, line: row.line, item: form))
        continue
      }
      reading.attempts.append(attempt)
    }
  }
}
