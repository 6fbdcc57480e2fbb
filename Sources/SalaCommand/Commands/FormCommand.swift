import ArgumentParser
import Assessment
import Curriculum
import Document
import Terminal
import Text

/// `sala form`: forms out of blueprints.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: both(
      "Assemble test forms from a blueprint, and look at them.",
      "រៀបចំវិញ្ញាសាតាមប្លង់ និងមើលវិញ្ញាសាទាំងនោះ។"),
    subcommands: [FormAssemble.self, FormShow.self])
}

/// `sala form assemble`: the forms of a blueprint, how they balance, and what cannot be met.
struct FormAssemble: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "assemble",
    abstract: both(
      "Draw the parallel forms: how they balance, and which constraints cannot be met and why.",
      "ជ្រើសសំណួរសម្រាប់វិញ្ញាសាស្រប៖ បង្ហាញតុល្យភាព និងលក្ខខណ្ឌដែលមិនអាចបំពេញបាន ព្រមទាំងមូលហេតុ។"),
    discussion: both(
      "Exit code 1 means that something is not met.", "លេខកូដបញ្ចប់ 1 មានន័យថា មានអ្វីមួយមិនអាចបំពេញបាន។"))

  @Argument(
    help: help(
      "Folder of the curriculum or its id; the only one in this folder where it is left out.",
      "ថត ឬលេខសម្គាល់កម្មវិធីសិក្សា។ បើមិនបញ្ជាក់ ប្រើកម្មវិធីសិក្សាតែមួយក្នុងថតនេះ។"))
  var curriculum: String?
  @Option(help: help("Draw with this seed instead.", "ជ្រើសដោយប្រើលេខចាប់ផ្តើមនេះជំនួសវិញ។"))
  var seed: Int?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    try CommandFailure.unless(seed, isIn: 0...999_999_999, option: "--seed")
    let place = try CurriculumFinding.place(curriculum, console: console)
    let loaded = CurriculumLoading.load(place.id, from: place.tree)
    guard let course = loaded.curriculum, var blueprint = course.blueprint else {
      console.report(loaded.diagnostics.filter { $0.severity == .error }, in: language)
      throw CommandFailure(FormWords.noBlueprint(place.id), code: 1)
    }
    if let seed { blueprint.seed = seed }
    let report = FormAssembly.assemble(
      blueprint, bank: course.items, outcomes: course.outcomePlaces)
    let document = FormDocuments.assembly(report, blueprint: blueprint)
    console.write(try rendered(document, as: format, language: language, console: console))
    for unmet in report.unmet {
      console.note(
        DiagnosticRendering.text(
          Diagnostic("blueprint-unmet", at: unmet.location, unmet.message, remedy: unmet.remedy),
          in: language))
    }
    return report.isMet ? 0 : 1
  }
}

/// `sala form show`: one form, item by item.
struct FormShow: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: both(
      "Show a form item by item: outcome, cognitive level, points, anchors, statistics.",
      "បង្ហាញវិញ្ញាសាមួយតាមសំណួរ៖ លទ្ធផលសិក្សា កម្រិតនៃការយល់ដឹង ពិន្ទុ សំណួររួម ស្ថិតិ។"))

  @Argument(help: help("The form, by id.", "លេខសម្គាល់វិញ្ញាសា។")) var form: String
  @Option(
    help: help(
      "The items that this learner draws, by code.", "សំណួរដែលសិក្ខាកាមនេះទទួល តាមកូដ។"))
  var learner: String?
  @Flag(help: help("Show the right answers too.", "បង្ហាញចម្លើយត្រឹមត្រូវផង។")) var key = false
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let course = try LoadedForms.load(curriculum, console: console).curriculum
    let all = course.forms + course.tests
    guard var found = all.first(where: { $0.id == form }) else {
      throw CommandFailure(
        FormWords.noForm(
          form, known: all.map(\.id), suggestion: Suggestion.nearest(to: form, in: all.map(\.id))),
        code: 1)
    }
    if let learner { found = FormDraw.form(found, learnerSeed: "\(learner)/\(found.id)") }
    let document = FormDocuments.form(found, showsKey: key)
    console.write(try rendered(document, as: format, language: language, console: console))
    return 0
  }
}
