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
  /// How many totals without answers it holds.
  package var totals = 0
  /// How many rows or statements it holds; 0 where nobody counted.
  package var rows = 0
  /// What of it was not recorded, and why.
  package var passedOver: [PassedOver] = []
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

  /// The largest table that is imported, in bytes.
  package static let maximumImportBytes = 256 << 20

  /// Imports a wide table of any length, all or nothing; its attempts are recorded as rows.
  ///
  /// It is read row by row, so that a hundred thousand tests need little memory.
  ///
  /// - Parameters:
  ///   - path: The file, as findings name it.
  ///   - bytes: Its bytes, in UTF-8; at most `maximumImportBytes`.
  ///   - forms: The forms whose results may be imported.
  ///   - language: The language of attempts of which the file does not say it.
  /// - Returns: What was imported and found, without the facts.
  /// - Throws: What the disk or the index said; then nothing was imported.
  package func importWide(
    _ path: String, bytes: [UInt8], forms: [TestForm], language: Language
  ) throws(RecordsError) -> ImportPlan {
    let collector = DiagnosticCollector()
    guard let text = TableBytes(path: path, bytes: bytes, collector: collector) else {
      return ImportPlan(findings: collector.diagnostics)
    }
    let hash = JournalLine.hash(of: text.bytes)
    if try importedSources().contains(hash) {
      let file = SourceFile(path: path, text: "")
      return ImportPlan(findings: [ImportMessages.knownFile(file)], isKnown: true)
    }
    guard let table = CSVTable(text.header, collector: collector),
      let layout = ImportLayout(table, forms: forms, collector: collector)
    else { return ImportPlan(findings: collector.diagnostics.inReadingOrder) }
    if layout.isLong {
      return ImportPlan(
        findings: [ImportMessages.longTableTooLarge(path, limit: SourceFile.maximumBytes)])
    }
    var wide = WideImport(
      layout, path: path,
      context: WideContext(
        events: try events(),
        people: Dictionary(
          try people().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }),
        forms: forms, handedIn: try index.handedIn(), language: language), hash: hash)
    let spool = try JournalSpool(folder: folder)
    var rows = text.rows
    try wide.run(&rows) { fact throws(RecordsError) in try spool.add(fact) }
    var plan = wide.counts
    plan.findings = wide.findings
    if !wide.isRefused {
      try append(spool)
      try catchUp()
    }
    return plan
  }
}

/// A table in memory that is too long to be cut into lines.
struct TableBytes {
  /// The text, without a byte-order mark and with `\n` line ends.
  let bytes: [UInt8]
  /// The header as a file of its own.
  let header: SourceFile
  /// The rows below the header.
  let rows: CSVRows

  /// Takes a table, or adds a finding and gives `nil` where it is too large or no UTF-8 text.
  init?(path: String, bytes: [UInt8], collector: DiagnosticCollector) {
    let isPlain = !bytes.starts(with: [0xEF, 0xBB, 0xBF]) && !bytes.contains(0x0D)
    if isPlain, String.isValidText(bytes), bytes.count <= Store.maximumImportBytes {
      self.bytes = bytes
    } else {
      // The general reader says what is wrong, and puts the rest into its one form.
      guard
        let file = SourceFile(
          path: path, bytes: bytes, limit: Store.maximumImportBytes, collector: collector)
      else { return nil }
      self.bytes = Array(file.text.utf8)
    }
    var reader = CSVRows(self.bytes, separator: CSVRows.separator(of: self.bytes))
    _ = reader.next()
    header = SourceFile(path: path, text: reader.cells.map(Self.quoted).joined(separator: ","))
    rows = reader
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension String {
  /// Whether bytes are UTF-8 without a NUL.
  fileprivate static func isValidText(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(0) else { return false }
    return bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }
}
