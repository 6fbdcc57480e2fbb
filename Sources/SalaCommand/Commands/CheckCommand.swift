import ArgumentParser
import Curriculum
import Document
import Terminal
import Text

/// `sala check`: everything that is wrong with a curriculum, in one pass.
struct CheckCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: both(
      "Check a curriculum: all findings in one pass, each with its place and a remedy.",
      "ពិនិត្យកម្មវិធីសិក្សា៖ បង្ហាញបញ្ហាទាំងអស់ក្នុងពេលតែមួយ ព្រមទាំងទីតាំង និងវិធីកែតម្រូវ។"))

  @Argument(
    help: help(
      "Folder of the curriculum or its id; the only one in this folder where it is left out.",
      "ថត ឬលេខសម្គាល់កម្មវិធីសិក្សា។ បើមិនបញ្ជាក់ ប្រើកម្មវិធីសិក្សាតែមួយក្នុងថតនេះ។"))
  var path: String?

  @Option(help: formatHelp)
  var format: OutputFormat = .text

  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let place = try CurriculumFinding.place(path, console: console)
    let loaded = CurriculumLoading.load(place.id, from: place.tree)
    let translations = loaded.translations.counted
    switch format {
    case .json:
      let findings = loaded.diagnostics.map { FindingCount.json($0, in: language) }
      let counts = CheckCounts.entries(loaded.counts).map {
        JSONObject.Member($0.key, .int($0.count))
      }
      let translation = JSONObject.Member(
        "translation", TranslationWords.json(translations))
      console.line(
        JSONValue.object([
          "findings": .array(findings), "counts": .object(JSONObject(counts + [translation])),
        ])
        .encoded(indented: true))
    case .csv, .html:
      var document = FindingTable.document(
        loaded.diagnostics, counts: CheckCounts.entries(loaded.counts), language: language)
      document.blocks.append(.table(TranslationWords.counts(translations)))
      console.write(
        try rendered(document, as: format, language: language, console: console))
    case .text:
      for diagnostic in loaded.diagnostics {
        console.note(DiagnosticRendering.text(diagnostic, in: language))
      }
      for entry in CheckCounts.entries(loaded.counts) {
        console.line(
          CommandMessages.named(entry.title, number: entry.count).text(in: language))
      }
      if !translations.isEmpty {
        let table = Document(
          title: TranslationWords.title,
          blocks: [.table(TranslationWords.counts(translations))])
        console.line()
        console.write(
          try rendered(table, as: .text, language: language, console: console))
      }
      console.line(FindingCount.summary(loaded.diagnostics).text(in: language))
    }
    return loaded.diagnostics.hasErrors ? 1 : 0
  }
}

/// The counts that a check prints.
enum CheckCounts {
  static func entries(_ counts: LoadedCurriculum.Counts) -> [(
    key: String, title: LocalizedText, count: Int
  )] {
    [
      ("files", LocalizedText(en: "files read", km: "ឯកសារដែលបានអាន"), counts.files),
      ("modules", LocalizedText(en: "modules", km: "ម៉ូឌុល"), counts.modules),
      ("sessions", LocalizedText(en: "sessions", km: "វគ្គ"), counts.sessions),
      ("lessons", LocalizedText(en: "lessons", km: "មេរៀន"), counts.lessons),
      ("outcomes", LocalizedText(en: "learning outcomes", km: "លទ្ធផលសិក្សា"), counts.outcomes),
      ("competencies", LocalizedText(en: "competencies", km: "សមត្ថភាព"), counts.competencies),
      ("questions", LocalizedText(en: "questions", km: "សំណួរ"), counts.questions),
      ("situations", LocalizedText(en: "situations", km: "លំហាត់ស្ថានភាព"), counts.situations),
      ("forms", LocalizedText(en: "test forms", km: "វិញ្ញាសា"), counts.forms),
      ("contexts", LocalizedText(en: "province contexts", km: "បរិបទខេត្ត"), counts.contexts),
      (
        "drafts",
        LocalizedText(en: "texts without approval", km: "អត្ថបទដែលមិនទាន់បានអនុម័ត"),
        counts.drafts
      ),
      (
        "toReview",
        LocalizedText(
          en: "texts for a native reader to review", km: "អត្ថបទដែលអ្នកចេះភាសាពីកំណើតត្រូវពិនិត្យ"),
        counts.toReview
      ),
      (
        "stale", LocalizedText(en: "stale translations", km: "ការបកប្រែដែលត្រូវធ្វើបច្ចុប្បន្នភាព"), counts.stale
      ),
      (
        "untranslated", LocalizedText(en: "missing translations", km: "ការបកប្រែដែលខ្វះ"),
        counts.untranslated
      ),
    ]
  }
}
