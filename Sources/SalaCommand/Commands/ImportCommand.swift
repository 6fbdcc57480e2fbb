import ArgumentParser
import Assessment
import Curriculum
import Records
import Source
import Terminal
import Text

extension ResultsSource: ExpressibleByArgument {}

/// `sala results import`.
struct ResultsImportCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: both(
      "Import answers from files, all or nothing; every bad row is named by its line.",
      "បញ្ចូលចម្លើយពីឯកសារទាំងស្រុង ឬមិនបញ្ចូលអ្វីទាំងអស់។ ជួរខុសនីមួយៗត្រូវបានបង្ហាញតាមលេខបន្ទាត់។"),
    discussion: both(
      "Columns: code,event,occasion,form,item,answer; or code,event,occasion,form and one column an item. Also read: sex, province, organisation, role. Files of Moodle and of learning record stores are known by what they look like.",
      "ជួរឈរ៖ code,event,occasion,form,item,answer ឬ code,event,occasion,form និងជួរឈរមួយសម្រាប់សំណួរនីមួយៗ។ អាចមានជួរឈរ sex, province, organisation និង role ផងដែរ។ ឯកសាររបស់ Moodle និងឃ្លាំងកំណត់ត្រាការសិក្សា ត្រូវបានស្គាល់តាមរូបរាង។"
    ))

  @Argument(help: help("The file.", "ឯកសារ។")) var file: String
  @Option(
    help: help(
      "csv, page, moodle-scorm, moodle-grades or xapi; else by what it looks like.",
      "csv, page, moodle-scorm, moodle-grades ឬ xapi។ បើមិនបញ្ជាក់ ស្គាល់តាមរូបរាង។"))
  var from: ResultsSource?
  @Option(
    help: help(
      "Who is who: a table with the columns user,code.",
      "នរណាជានរណា៖ តារាងដែលមានជួរឈរ user,code។"))
  var map: String?
  @Option(
    help: help(
      "The event, where the file does not say it.", "ព្រឹត្តិការណ៍ បើឯកសារមិនប្រាប់។"))
  var event: String?
  @Option(
    help: help("The occasion, where the file does not say it.", "ឱកាស បើឯកសារមិនប្រាប់។"))
  var occasion: Occasion?
  @Option(help: help("The form of totals.", "វិញ្ញាសានៃពិន្ទុសរុប។")) var form: String?
  @Option(
    help: help(
      "The column of totals, where there are several.", "ជួរឈរពិន្ទុសរុប បើមានច្រើន។"))
  var column: String?
  @Option(
    help: help(
      "The points that totals can reach, where they are no percentages.",
      "ពិន្ទុអតិបរមានៃពិន្ទុសរុប បើមិនមែនជាភាគរយ។"))
  var maximum: Double?
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let forms = try LoadedForms.load(curriculum, console: console).curriculum.forms
    if let maximum, !(maximum > 0 && maximum.isFinite) {
      throw CommandFailure(ImportWords.badMaximum)
    }
    if let form, !forms.contains(where: { $0.id == form }) {
      let known = forms.map(\.id)
      throw CommandFailure(
        FormWords.noForm(form, known: known, suggestion: Suggestion.nearest(to: form, in: known)),
        code: 1)
    }
    let collector = DiagnosticCollector()
    guard let plan = try plan(forms, console, language, collector) else {
      console.report(collector.diagnostics, in: language)
      return FileReading.exists(file) && map.map(FileReading.exists) != false ? 1 : 2
    }
    console.report(plan.findings, in: language)
    if plan.findings.hasErrors {
      console.line(ImportWords.nothingImported.text(in: language))
      return 1
    }
    if plan.isKnown {
      console.line(ImportWords.known.text(in: language))
      return 0
    }
    for line in ImportWords.done(plan) { console.line(line.text(in: language)) }
    return 0
  }

  /// Imports the file; `nil` after findings about reading it.
  private func plan(
    _ forms: [TestForm], _ console: Console, _ language: Language,
    _ collector: DiagnosticCollector
  ) throws -> ImportPlan? {
    let isTable = from == nil || from == .csv || from == .page
    // Whatever cannot be read is named below, where small files are read.
    let quiet = DiagnosticCollector()
    let most = Store.maximumImportBytes
    if isTable, let bytes = FileReading.bytes(file, limit: most, collector: quiet),
      bytes.count > SourceFile.maximumBytes,
      bytes.first != UInt8(ascii: "["), bytes.first != UInt8(ascii: "{")
    {
      return try store.open(console, language)
        .importWide(file, bytes: bytes, forms: forms, language: language)
    }
    var hints = ResultsHints(
      event: event, occasion: occasion, form: form, column: column, maximum: maximum)
    if let map {
      guard let table = FileReading.file(map, collector: collector) else { return nil }
      hints.learners = LearnerMap.read(table, collector: collector)
      if collector.diagnostics.hasErrors { return nil }
    }
    guard let source = FileReading.file(file, collector: collector) else { return nil }
    let store = try store.open(console, language)
    let kind = from ?? SystemImport.source(source)
    switch kind {
    case .csv, .page: return try store.importResults(source, forms: forms, language: language)
    case .moodleScorm, .moodleGrades, .xapi:
      return try store.importResults(
        source, from: kind, hints: hints, forms: forms, language: language)
    }
  }
}

/// The words of the import of results.
enum ImportWords {
  static let nothingImported = LocalizedText(
    en: "Nothing was imported; mend the rows above and import the file again.",
    km: "មិនបានបញ្ចូលអ្វីទេ។ សូមកែជួរខាងលើ រួចបញ្ចូលឯកសារម្តងទៀត។")
  static let known = LocalizedText(
    en: "This file was imported before; nothing was added.",
    km: "ឯកសារនេះធ្លាប់បានបញ្ចូលរួចហើយ។ មិនបានបន្ថែមអ្វីទេ។")
  static let badMaximum = LocalizedText(
    en: "--maximum is a number above 0.", km: "--maximum ជាលេខធំជាង 0។")

  static func totalsLeftOut(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) totals without answers are recorded apart; no figure above counts them.",
      km: Khmer.withKhmerDigits(
        "មានពិន្ទុសរុប \(count) ដែលគ្មានចម្លើយ បានកត់ត្រាដាច់ដោយឡែក។ តួលេខខាងលើមិនរាប់បញ្ចូលទេ។"))
  }

  /// What was imported, what was passed over, and why.
  static func done(_ plan: ImportPlan) -> [LocalizedText] {
    var lines: [LocalizedText] = []
    if plan.totals > 0 {
      lines.append(
        LocalizedText(
          en:
            "Imported \(plan.totals) totals without answers; figures about tests leave them out.",
          km: Khmer.withKhmerDigits(
            "បានបញ្ចូលពិន្ទុសរុប \(plan.totals) ដែលគ្មានចម្លើយ។ តួលេខអំពីតេស្តមិនរាប់បញ្ចូលពិន្ទុទាំងនេះទេ។"))
      )
    } else {
      lines.append(
        LocalizedText(
          en:
            "Imported \(plan.attempts) attempts with \(plan.answers) answers; \(plan.people) people described.",
          km: Khmer.withKhmerDigits(
            "បានបញ្ចូលតេស្ត \(plan.attempts) ដែលមានចម្លើយ \(plan.answers)។ មានព័ត៌មានអំពីមនុស្ស \(plan.people) នាក់។"
          )))
    }
    for passed in plan.passedOver {
      lines.append(
        LocalizedText(
          en: "Passed over \(passed.count): \(passed.reason.en).",
          km: Khmer.withKhmerDigits("រំលង \(passed.count)៖ ") + passed.reason.km + "។"))
    }
    return lines
  }
}
