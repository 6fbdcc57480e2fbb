package import Assessment
package import Source
package import Text

/// Reads entries of papers from CSV: `code,item,answer,mark`.
///
/// `item` is the id or the number of a question, `mark` one of `blank`, `unclear` and `double`, or
/// empty beside an answer. Every question of a paper has to be there, so that a row that was left
/// out is not taken for a blank.
package enum PaperFile {
  /// One paper of a file.
  package struct Entry: Sendable, Hashable {
    /// The learner's code.
    package var code: String
    /// The line where it begins.
    package var line: Int
    /// The form.
    package var form: TestForm
    /// Which entry it is.
    package var pass: PaperEntryRecord.Pass
    /// What stands on it.
    package var marks: [String: PaperEntryRecord.Mark] = [:]
  }

  static let columns = ["code", "item", "answer"]

  /// Returns the papers of a file in its order; every bad row is a finding.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - planning: What is known of the papers.
  ///   - person: Who keyed.
  ///   - forms: The forms by id.
  ///   - collector: Takes the findings; with an error among them nothing may be recorded.
  /// - Returns: The papers.
  package static func read(
    _ file: SourceFile, planning: PaperPlanning, by person: String, forms: [TestForm],
    collector: DiagnosticCollector
  ) -> [Entry] {
    guard let table = CSVTable(file, collector: collector) else { return [] }
    var places: [Int] = []
    for name in columns {
      guard let place = table.column(name) else {
        collector.add(PaperMessages.missingColumn(file, name))
        continue
      }
      places.append(place)
    }
    guard places.count == columns.count else { return [] }
    let markColumn = table.column("mark")
    var entries: [Entry] = []
    var refused: Set<String> = []
    for row in table.rows {
      guard
        let at = index(
          of: row.cells[places[0]], row.line, file, planning, person, forms, collector, &entries,
          &refused)
      else { continue }
      guard let item = item(row.cells[places[1]], entries[at].form) else {
        collector.add(
          PaperMessages.unknownItem(file, line: row.line, row.cells[places[1]], entries[at].form))
        continue
      }
      guard entries[at].marks[item.id] == nil else {
        collector.add(PaperMessages.itemTwice(file, line: row.line, item.id))
        continue
      }
      let typed = row.cells[places[2]]
      let word = markColumn.map { row.cells[$0].lowercased() } ?? ""
      guard let mark = mark(typed, word, item, file, row.line, collector) else { continue }
      entries[at].marks[item.id] = mark
    }
    for entry in entries {
      let missing = PaperMarkInput.asked(entry.form).map(\.id)
        .filter { entry.marks[$0] == nil }
      if !missing.isEmpty, !collector.diagnostics.hasErrors {
        collector.add(PaperMessages.missingItems(file, line: entry.line, entry.code, missing))
      }
    }
    if table.rows.isEmpty { collector.add(ImportMessages.noRows(file)) }
    return entries
  }

  private static func index(
    of typed: String, _ line: Int, _ file: SourceFile, _ planning: PaperPlanning,
    _ person: String, _ forms: [TestForm], _ collector: DiagnosticCollector,
    _ entries: inout [Entry], _ refused: inout Set<String>
  ) -> Int? {
    switch LearnerCode.parse(typed) {
    case .wrong(let reason):
      collector.add(EventMessages.badCode(file, line: line, typed, reason))
      return nil
    case .code(let code):
      if let at = entries.firstIndex(where: { $0.code == code }) { return at }
      if refused.contains(code) { return nil }
      switch planning.turn(of: code, by: person, form: nil) {
      case .refused(var finding):
        finding.location = SourceLocation(file: file.path, line: line)
        collector.add(finding)
        refused.insert(code)
        return nil
      case .entry(let pass, let id):
        guard let form = forms.first(where: { $0.id == id }) else {
          collector.add(PaperMessages.noForm(file, line: line, id))
          refused.insert(code)
          return nil
        }
        entries.append(Entry(code: code, line: line, form: form, pass: pass))
        return entries.count - 1
      }
    }
  }

  private static func item(_ typed: String, _ form: TestForm) -> Item? {
    if let item = form.item(typed.lowercased()) ?? form.item(typed) { return nonDeed(item) }
    guard let number = Int(Khmer.withLatinDigits(typed)), form.items.indices.contains(number - 1)
    else { return nil }
    return nonDeed(form.items[number - 1])
  }

  private static func nonDeed(_ item: Item) -> Item? {
    item.interaction == .performance ? nil : item
  }

  private static func mark(
    _ typed: String, _ word: String, _ item: Item, _ file: SourceFile, _ line: Int,
    _ collector: DiagnosticCollector
  ) -> PaperEntryRecord.Mark? {
    if !word.isEmpty, word != PaperEntryRecord.Mark.State.answered.rawValue {
      guard let state = PaperEntryRecord.Mark.State(rawValue: word), typed.isEmpty else {
        collector.add(PaperMessages.badMark(file, line: line, word))
        return nil
      }
      return PaperEntryRecord.Mark(state: state)
    }
    switch PaperMarkInput.read(typed, item: item) {
    case .mark(let mark): return mark
    case .notUnderstood(let remedy):
      collector.add(PaperMessages.badAnswer(file, line: line, item.id, typed, remedy))
    case .back, .stop:
      collector.add(
        PaperMessages.badAnswer(file, line: line, item.id, typed, PaperMessages.nothingTyped))
    }
    return nil
  }
}
