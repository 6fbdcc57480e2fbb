package import Assessment
package import Source
package import Text

/// What an import of results is to record.
package struct ImportPlan: Sendable, Hashable {
  /// What to append, in one call; empty where a finding is an error or all is known already.
  package var facts: [Fact] = []
  /// What was found, each with its line.
  package var findings: [Diagnostic] = []
  /// How many attempts the file holds.
  package var attempts = 0
  /// How many answers that are not empty it holds.
  package var answers = 0
  /// How many people it says something new about.
  package var people = 0
  /// Whether the same content was imported before; then there is nothing to do.
  package var isKnown = false
}

/// What an import is checked against.
package struct ImportContext: Sendable {
  /// The events that there are.
  package var events: [EventSummary]
  /// What is known about people.
  package var people: [PersonAttributes]
  /// The forms whose results may be imported.
  package var forms: [TestForm]
  /// The attempts that there are.
  package var attempts: [ScoredAttempt]
  /// The SHA-256 of every file that was imported.
  package var importedSources: Set<String>
  /// The language of attempts of which the file does not say it.
  package var language: Language

  /// Creates a context.
  package init(
    events: [EventSummary], people: [PersonAttributes], forms: [TestForm],
    attempts: [ScoredAttempt], importedSources: Set<String>, language: Language
  ) {
    self.events = events
    self.people = people
    self.forms = forms
    self.attempts = attempts
    self.importedSources = importedSources
    self.language = language
  }
}

/// Imports the results of paper tests, and what `ResultsExport` wrote, from CSV.
///
/// Long tables have the columns `code,event,occasion,form,item,answer`; wide ones
/// `code,event,occasion,form` and a column for each item. Both may have `sex`, `province`,
/// `organisation`, `role`, `language`, `mode`, `started`, `submitted` and `attempt`, which are
/// never items. Answers are read as on paper: options by letter or number in the order of the
/// source, Latin or Khmer; an empty cell is an omitted answer.
package enum ResultsImport {
  /// Plans an import; every bad row is a finding, and any error leaves nothing to record.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - context: What it is checked against.
  /// - Returns: The plan.
  package static func plan(_ file: SourceFile, context: ImportContext) -> ImportPlan {
    var plan = ImportPlan()
    let hash = JournalLine.hash(of: file.text)
    if context.importedSources.contains(hash) {
      plan.isKnown = true
      plan.findings = [ImportMessages.knownFile(file)]
      return plan
    }
    let collector = DiagnosticCollector()
    if let table = CSVTable(file, collector: collector),
      let layout = ImportLayout(table, forms: context.forms, collector: collector)
    {
      var pass = ImportPass(layout: layout, context: context, hash: hash, collector: collector)
      pass.run()
      plan = pass.plan
    }
    plan.findings = collector.diagnostics.inReadingOrder
    if plan.findings.hasErrors { plan.facts = [] }
    return plan
  }
}

extension Store {
  /// Imports results from CSV; on any error finding nothing is recorded.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - forms: The forms whose results may be imported.
  ///   - language: The language of attempts of which the file does not say it.
  /// - Returns: What was imported and found.
  /// - Throws: What the disk or the index said; then nothing was imported.
  package func importResults(
    _ file: SourceFile, forms: [TestForm], language: Language
  ) throws(RecordsError) -> ImportPlan {
    let context = ImportContext(
      events: try events(), people: try people(), forms: forms, attempts: try attempts(),
      importedSources: try importedSources(), language: language)
    let plan = ResultsImport.plan(file, context: context)
    try append(plan.facts)
    return plan
  }
}
