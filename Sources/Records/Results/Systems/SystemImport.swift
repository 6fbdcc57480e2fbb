package import Assessment
package import Source
package import Text

/// Imports results out of files of other systems.
package enum SystemImport {
  /// Returns where a file comes from, by what it looks like.
  ///
  /// - Parameter file: The file.
  /// - Returns: The source; `csv` where it looks like nothing else.
  package static func source(_ file: SourceFile) -> ResultsSource {
    let first = file.text.utf8.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .xapi }
    let line = file.lines.first { !$0.isEmpty } ?? ""
    let quiet = DiagnosticCollector()
    guard
      let table = ForeignTable(SourceFile(path: file.path, text: line), collector: quiet)
    else { return .csv }
    if MoodleInteractions.recognises(table.header) { return .moodleScorm }
    if MoodleGrades.recognises(table.header) { return .moodleGrades }
    return .csv
  }

  /// Plans an import; every bad row is a finding, and any error leaves nothing to record.
  ///
  /// What is recorded already with the same answers is passed over, so that a table that has grown
  /// can be imported again.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - source: Where it comes from.
  ///   - hints: What it does not say itself.
  ///   - context: What it is checked against.
  ///   - totals: The totals that are known.
  /// - Returns: The plan.
  package static func plan(
    _ file: SourceFile, from source: ResultsSource, hints: ResultsHints, context: ImportContext,
    totals: [TotalRecord] = []
  ) -> ImportPlan {
    let collector = DiagnosticCollector()
    var planning = ForeignPlanning(
      file: file, context: context, hints: hints, hash: JournalLine.hash(of: file.text),
      collector: collector)
    var plan: ImportPlan
    switch source {
    case .csv, .page:
      plan = ResultsImport.plan(file, context: context)
      collector.add(contentsOf: plan.findings)
    case .moodleScorm:
      let reading = MoodleInteractions(file: file, forms: context.forms, collector: collector)
        .read()
      plan = planning.attempts(reading)
    case .xapi:
      let reading = XAPIStatements(file: file, forms: context.forms, collector: collector).read()
      plan = planning.attempts(reading)
    case .moodleGrades:
      let found = MoodleGrades(file: file, hints: hints, collector: collector).read()
      plan = planning.totals(
        found.totals, rows: found.rows, passedOver: found.passedOver, known: totals)
    }
    plan.findings = collector.diagnostics.inReadingOrder
    if plan.findings.hasErrors { plan.facts = [] }
    return plan
  }
}

extension Store {
  /// Imports results out of a file of another system; on any error finding nothing is recorded.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - source: Where it comes from.
  ///   - hints: What it does not say itself.
  ///   - forms: The forms whose results may be imported.
  ///   - language: The language of attempts of which the file does not say it.
  /// - Returns: What was imported, passed over and found.
  /// - Throws: What the disk or the index said; then nothing was imported.
  package func importResults(
    _ file: SourceFile, from source: ResultsSource, hints: ResultsHints, forms: [TestForm],
    language: Language
  ) throws(RecordsError) -> ImportPlan {
    let context = ImportContext(
      events: try events(), people: try people(), forms: forms, attempts: try attempts(),
      importedSources: try importedSources(), language: language)
    let plan = SystemImport.plan(
      file, from: source, hints: hints, context: context,
      totals: try statements().totals.map(\.record))
    try append(plan.facts)
    return plan
  }
}
