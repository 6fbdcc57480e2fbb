import ArgumentParser
import Curriculum
import Document
import Packaging
import Terminal
import Text

/// How the competencies are written.
enum CompetenciesFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case csv
  case json
  case moodle = "moodle-csv"
  case exchange = "case"
}

/// `sala competencies`: the competencies with their outcomes, and as other systems read them.
struct CompetenciesCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "competencies",
    abstract: both(
      "List the competencies with their outcomes, or write them for Moodle or as CASE 1.1.",
      "បង្ហាញសមត្ថភាព និងលទ្ធផលសិក្សា ឬសរសេរសម្រាប់ Moodle ឬជា CASE 1.1។"))

  @Argument(
    help: help(
      "Folder of the curriculum or its id; the only one in this folder where it is left out.",
      "ថត ឬលេខសម្គាល់កម្មវិធីសិក្សា។ បើមិនបញ្ជាក់ ប្រើកម្មវិធីសិក្សាតែមួយក្នុងថតនេះ។"))
  var curriculum: String?
  @Option(help: formatHelp)
  var format: CompetenciesFormat = .text
  @Option(
    name: [.customShort("o"), .customLong("out")],
    help: help("The file to write to.", "ឯកសារដែលត្រូវសរសេរទៅ។"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let place = try CurriculumFinding.place(curriculum, console: console)
    let loaded = CurriculumLoading.load(place.id, from: place.tree)
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard let course = loaded.curriculum, errors.isEmpty else {
      console.report(errors, in: language)
      throw CommandFailure(PackageWords.mendFirst, code: 1)
    }
    // Without --language, an exchange format carries both languages.
    let languages = PackageLanguages(rawValue: common.language?.rawValue ?? "") ?? .both
    let text: String
    switch format {
    case .moodle: text = CompetencyFramework.moodleCSV(course, languages: languages)
    case .exchange: text = CompetencyFramework.caseJSON(course, languages: languages)
    case .text: text = try table(course, as: .text, language, console)
    case .csv: text = try table(course, as: .csv, language, console)
    case .json: text = try table(course, as: .json, language, console)
    }
    guard let out else {
      console.write(text)
      return 0
    }
    try FileWriting.write(Array(text.utf8), to: out)
    return 0
  }

  private func table(
    _ course: Curriculum, as format: OutputFormat, _ language: Language, _ console: Console
  ) throws -> String {
    try rendered(
      CompetenciesWords.document(course), as: format, language: language, console: console)
  }
}

/// The words of `sala competencies`.
enum CompetenciesWords {
  /// One row an outcome.
  static func document(_ course: Curriculum) -> Document {
    let rows = CompetencyFramework.entries(course).flatMap { entry in
      entry.outcomes.map { module, outcome -> [Table.Cell] in
        [
          .text(entry.competency.id), .localized(entry.competency.title), .text(outcome.id),
          .localized(outcome.text), .text(module.id),
          .localized(CompetencyFramework.name(outcome.proficiency)),
        ]
      }
    }
    let table = Table(
      id: "competencies", caption: CompetencyFramework.title(course),
      columns: [
        Table.Column("competency", LocalizedText(en: "competency", km: "សមត្ថភាព"), .text),
        Table.Column("title", LocalizedText(en: "title", km: "ចំណងជើង"), .text),
        Table.Column("outcome", LocalizedText(en: "outcome", km: "លទ្ធផលសិក្សា"), .text),
        Table.Column("text", LocalizedText(en: "text", km: "អត្ថបទ"), .text),
        Table.Column("module", LocalizedText(en: "module", km: "ម៉ូឌុល"), .text),
        Table.Column("level", LocalizedText(en: "level", km: "កម្រិត"), .text),
      ], rows: rows, footnotes: [])
    return Document(title: CompetencyFramework.title(course), blocks: [.table(table)])
  }
}
