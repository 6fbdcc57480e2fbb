import ArgumentParser
import Curriculum
import Document
import Records
import Terminal
import Text

/// `sala records export`: everything about an event as tables, for forms that others keep.
struct RecordsExportCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: both(
      "Write everything about an event as CSV files, for the forms of a ministry.",
      "នាំព័ត៌មានទាំងអស់អំពីព្រឹត្តិការណ៍ចេញជាឯកសារ CSV សម្រាប់ទម្រង់របស់ក្រសួង។"),
    discussion: both(
      "people.csv, attendance.csv, completion.csv, results.csv and papers.csv; codes and no names.",
      "people.csv, attendance.csv, completion.csv, results.csv និង papers.csv ដែលមានកូដ គ្មានឈ្មោះ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("The folder to write to.", "ថតដែលត្រូវសរសេរទៅ។")) var out = "tables"
  @Flag(
    help: help(
      "Begin with a byte-order mark, so that Excel shows Khmer.",
      "ដាក់សញ្ញា BOM នៅដើម ដើម្បីឱ្យ Excel បង្ហាញអក្សរខ្មែរ។"))
  var excel = false
  @OptionGroup var completion: CompletionOptions
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let setting = try CompletionSetting(event, completion, store: store)
    let forms = try LoadedForms.load(curriculum ?? setting.event.curriculum, console: console)
      .curriculum.forms
    let statements = try store.statements()
    let attempts = try store.attempts(event: event)
    let rules = EvaluationRules(statements, events: [setting.event])
    let known = Set(setting.learners.map { rules.links.person($0.code) })
    let isKnown = { (code: String) in known.contains(rules.links.person(code)) }
    let joined = PersonAttributes.joined(try store.people(), by: rules.links)
    let byCode = Dictionary(joined.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    // Under the code that was enrolled, which the other tables have.
    let codes = Set(setting.learners.map(\.code)).union(attempts.map(\.code)).filter(isKnown)
    let people = codes.sorted().compactMap { code -> PersonAttributes? in
      var person = byCode[rules.links.person(code)]
      person?.code = code
      return person
    }
    let papers = PaperState.all(statements, event: event)
    let tables: [(name: String, text: String)] = [
      ("people", try csv(list(setting, people), console, language)),
      ("attendance", try csv(CompletionLists.attendance(setting, names: [:]), console, language)),
      ("completion", try csv(CompletionLists.completion(setting, names: [:]), console, language)),
      (
        "results",
        (excel ? "\u{FEFF}" : "")
          + ResultsExport.csv(
            attempts.filter { isKnown($0.code) }.marked(by: statements.papers),
            people: people, rules: rules)
      ),
      (
        "papers",
        try csv(
          PapersDocument.document(
            papers.filter { isKnown($0.code) }, forms: forms, attempts: attempts,
            isSynthetic: store.isSynthetic), console, language)
      ),
    ]
    try FileWriting.makeFolder(out)
    for table in tables {
      let path = "\(out)/\(table.name).csv"
      try FileWriting.write(Array(table.text.utf8), to: path)
      console.line(path)
    }
    if store.isSynthetic { console.note(ResultsWords.synthetic.text(in: language)) }
    return 0
  }

  /// One table alone: forms of others have no place for what stands beside it.
  private func csv(
    _ document: Document, _ console: Console, _ language: Language
  ) throws -> String {
    var document = document
    document.blocks = document.tables.prefix(1).map { .table($0) }
    return try rendered(
      document, as: .csv, language: language, console: console, excel: excel)
  }

  private func list(_ setting: CompletionSetting, _ people: [PersonAttributes]) -> Document {
    let known = Dictionary(people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    let names = PersonAttributes.names
    var columns = [
      Table.Column("number", EventWords.number, .number), Table.Column("code", EventWords.code),
    ]
    for name in names { columns.append(Table.Column(name, LocalizedText(same: name))) }
    let rows = setting.learners.map { learner -> [Table.Cell] in
      var row: [Table.Cell] = [.integer(learner.number), .text(learner.code)]
      for name in names {
        if let value = known[learner.code]?[name] {
          row.append(.text(value))
        } else {
          row.append(.empty)
        }
      }
      return row
    }
    let table = Table(id: "people", caption: EventWords.learners, columns: columns, rows: rows)
    return Document(
      title: setting.event.title, blocks: [.table(table)], isSynthetic: setting.store.isSynthetic)
  }
}
