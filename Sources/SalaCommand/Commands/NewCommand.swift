import ArgumentParser
import Assessment
import Curriculum
import Terminal
import Text

extension InteractionKind: ExpressibleByArgument {}
extension ItemPool: ExpressibleByArgument {}

/// `sala new`: commented beginnings of new parts, so that nobody starts from an empty file.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: both(
      "Begin a module, session, lesson, question, situation or form from a commented template.",
      "ចាប់ផ្តើមម៉ូឌុល វគ្គ មេរៀន សំណួរ លំហាត់ស្ថានភាព ឬវិញ្ញាសា ពីគំរូដែលមានការពន្យល់។"),
    subcommands: [
      NewModule.self, NewSession.self, NewLesson.self, NewQuestion.self, NewSituation.self,
      NewForm.self,
    ])
}

/// What all of `sala new` have.
struct NewOptions: ParsableArguments {
  @Option(
    name: .customLong("curriculum"),
    help: help(
      "Folder of the curriculum or its id; the only one in this folder where it is left out.",
      "ថត ឬលេខសម្គាល់កម្មវិធីសិក្សា។ បើមិនបញ្ជាក់ ប្រើកម្មវិធីសិក្សាតែមួយក្នុងថតនេះ។"))
  var curriculum: String?
  @Flag(
    name: .customLong("dry-run"),
    help: help("Print the files instead of writing them.", "បង្ហាញឯកសារ ដោយមិនសរសេរ។"))
  var isDryRun = false
  @OptionGroup var common: CommonOptions

  /// Plans, then writes whole files, new ones before those that are added to.
  func run(
    _ console: Console, plan: (Scaffold) throws(Scaffold.Refusal) -> Scaffold.Plan
  ) throws -> Int32 {
    let language = console.language(common.language)
    let place = try CurriculumFinding.place(curriculum, console: console)
    let loaded = CurriculumLoading.load(place.id, from: place.tree)
    guard let course = loaded.curriculum else {
      console.report(loaded.diagnostics.filter { $0.severity == .error }, in: language)
      throw CommandFailure(NewWords.mendFirst, code: 1)
    }
    let planned: Scaffold.Plan
    do {
      planned = try plan(Scaffold(curriculum: course, tree: place.tree, language: language))
    } catch {
      throw CommandFailure(NewWords.refusal(error), code: 1)
    }
    for file in planned.files {
      let path = place.tree.root == "." ? file.path : "\(place.tree.root)/\(file.path)"
      if isDryRun {
        console.line("== \(path)")
        console.write(file.text)
        continue
      }
      if let slash = path.lastIndex(of: "/") { try FileWriting.makeFolder(String(path[..<slash])) }
      try FileWriting.write(Array(file.text.utf8), to: path)
      console.line(NewWords.wrote(path, isNew: file.isNew).text(in: language))
    }
    for hint in planned.hints { console.note(hint.text(in: language)) }
    if !isDryRun {
      console.note(NewWords.next(ids: planned.ids).text(in: language))
    }
    return 0
  }
}

/// `sala new module`.
struct NewModule: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "module",
    abstract: both(
      "Begin a module with a session, a lesson and a bank of questions.",
      "ចាប់ផ្តើមម៉ូឌុលដែលមានវគ្គមួយ មេរៀនមួយ និងបណ្តុំសំណួរ។"))
  @Argument(
    help: help(
      "Its name in the folder's: lower-case letters, digits and '-'.",
      "ឈ្មោះដែលប្រើក្នុងឈ្មោះថត៖ អក្សរឡាតាំងតូច លេខ និង '-'។"))
  var slug: String
  @OptionGroup var options: NewOptions

  func run(_ console: Console) throws -> Int32 {
    try options.run(console) { scaffold throws(Scaffold.Refusal) in try scaffold.module(slug) }
  }
}

/// `sala new session`.
struct NewSession: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: both("Begin a session at the end of a module.", "ចាប់ផ្តើមវគ្គថ្មីនៅចុងម៉ូឌុល។"))
  @Option(name: .customLong("module"), help: help("The module, by id.", "លេខសម្គាល់ម៉ូឌុល។"))
  var module: String
  @OptionGroup var options: NewOptions

  func run(_ console: Console) throws -> Int32 {
    try options.run(console) { scaffold throws(Scaffold.Refusal) in
      try scaffold.session(in: module)
    }
  }
}

/// `sala new lesson`.
struct NewLesson: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: both("Begin a lesson in both languages.", "ចាប់ផ្តើមមេរៀនជាភាសាទាំងពីរ។"))
  @Argument(
    help: help(
      "Its file's name: lower-case letters, digits and '-'.",
      "ឈ្មោះឯកសារ៖ អក្សរឡាតាំងតូច លេខ និង '-'។"))
  var slug: String
  @Option(name: .customLong("module"), help: help("The module, by id.", "លេខសម្គាល់ម៉ូឌុល។"))
  var module: String
  @Option(
    name: .customLong("session"),
    help: help(
      "The session that uses it; the last one where it is left out.",
      "វគ្គដែលប្រើមេរៀននេះ។ បើមិនបញ្ជាក់ ប្រើវគ្គចុងក្រោយ។"))
  var session: String?
  @OptionGroup var options: NewOptions

  func run(_ console: Console) throws -> Int32 {
    try options.run(console) { scaffold throws(Scaffold.Refusal) in
      try scaffold.lesson(slug, in: module, session: session)
    }
  }
}

/// `sala new question`.
struct NewQuestion: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "question",
    abstract: both(
      "Begin a question of any kind at the end of a module's bank.",
      "ចាប់ផ្តើមសំណួរប្រភេទណាក៏បាន នៅចុងបណ្តុំសំណួររបស់ម៉ូឌុល។"))
  @Option(name: .customLong("module"), help: help("The module, by id.", "លេខសម្គាល់ម៉ូឌុល។"))
  var module: String
  @Option(
    name: .customLong("kind"),
    help: help(
      "The kind: single-choice, multiple-choice, true-false, numeric, short-text, matching, ordering, blanks, likert, self-rating, essay or performance.",
      "ប្រភេទសំណួរ៖ single-choice, multiple-choice, true-false, numeric, short-text, matching, ordering, blanks, likert, self-rating, essay ឬ performance។"
    ))
  var kind: InteractionKind = .singleChoice
  @Option(
    name: .customLong("outcome"),
    help: help(
      "The learning outcome; the module's first where it is left out.",
      "លទ្ធផលសិក្សា។ បើមិនបញ្ជាក់ ប្រើលទ្ធផលទីមួយរបស់ម៉ូឌុល។"))
  var outcome: String?
  @Option(
    name: .customLong("pool"),
    help: help(
      "The pool: test, practice or survey.",
      "បណ្តុំដែលត្រូវដាក់៖ test (តេស្ត), practice (ហាត់) ឬ survey (ស្ទង់មតិ)។"))
  var pool: ItemPool = .test
  @OptionGroup var options: NewOptions

  func run(_ console: Console) throws -> Int32 {
    try options.run(console) { scaffold throws(Scaffold.Refusal) in
      try scaffold.question(kind, in: module, outcome: outcome, pool: pool)
    }
  }
}

/// `sala new situation`.
struct NewSituation: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "situation",
    abstract: both(
      "Begin a situation exercise in both languages.", "ចាប់ផ្តើមលំហាត់ស្ថានភាពជាភាសាទាំងពីរ។"))
  @Argument(
    help: help(
      "Its file's name: lower-case letters, digits and '-'.",
      "ឈ្មោះឯកសារ៖ អក្សរឡាតាំងតូច លេខ និង '-'។"))
  var slug: String
  @OptionGroup var options: NewOptions

  func run(_ console: Console) throws -> Int32 {
    try options.run(console) { scaffold throws(Scaffold.Refusal) in try scaffold.situation(slug) }
  }
}

/// `sala new form`.
struct NewForm: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: both(
      "Begin a blueprint with two parallel forms, or a further test beside it.",
      "ចាប់ផ្តើមប្លង់វិញ្ញាសាដែលមានវិញ្ញាសាស្របពីរ ឬតេស្តមួយទៀត។"))
  @Argument(
    help: help(
      "Its id: lower-case letters, digits and '-'.", "លេខសម្គាល់៖ អក្សរឡាតាំងតូច លេខ និង '-'។"))
  var id: String
  @OptionGroup var options: NewOptions

  func run(_ console: Console) throws -> Int32 {
    try options.run(console) { scaffold throws(Scaffold.Refusal) in try scaffold.form(id) }
  }
}

/// The words of `sala new`.
enum NewWords {
  static let mendFirst = LocalizedText(
    en: "The curriculum cannot be read; mend it first, nothing was written.",
    km: "មិនអាចអានកម្មវិធីសិក្សាបានទេ។ សូមកែជាមុនសិន។ មិនបានសរសេរអ្វីទេ។")

  static func wrote(_ path: String, isNew: Bool) -> LocalizedText {
    isNew
      ? LocalizedText(en: "new: \(path)", km: "ថ្មី៖ \(path)")
      : LocalizedText(en: "added to: \(path)", km: "បានបន្ថែមក្នុង៖ \(path)")
  }

  static func next(ids: [String]) -> LocalizedText {
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      en:
        "Chosen: \(list). Replace what stands behind \(Scaffold.mark), then run 'sala check': it names whatever is left.",
      km:
        "លេខសម្គាល់៖ \(list)។ សូមជំនួសអត្ថបទក្រោយ \(Scaffold.mark) រួចប្រើ 'sala check' ដែលនឹងរាយអ្វីដែលនៅសល់។")
  }

  static func refusal(_ refusal: Scaffold.Refusal) -> LocalizedText {
    switch refusal {
    case .badName(let name):
      LocalizedText(
        en: "'\(name)' is no name for a file: use lower-case letters, digits and '-'.",
        km: "'\(name)' មិនអាចជាឈ្មោះឯកសារបានទេ។ សូមប្រើអក្សរឡាតាំងតូច លេខ និង '-'។")
    case .exists(let path):
      LocalizedText(
        en: "'\(path)' exists already; choose another name. Nothing was written.",
        km: "មាន '\(path)' រួចហើយ។ សូមជ្រើសឈ្មោះផ្សេង។ មិនបានសរសេរអ្វីទេ។")
    case .noModule(let id, let known):
      unknown(
        LocalizedText(en: "There is no module '\(id)'.", km: "គ្មានម៉ូឌុល '\(id)' ទេ។"), id, known)
    case .noSession(let id, let known):
      unknown(LocalizedText(en: "There is no session '\(id)'.", km: "គ្មានវគ្គ '\(id)' ទេ។"), id, known)
    case .noOutcome(let id, let known):
      unknown(
        LocalizedText(
          en: "There is no learning outcome '\(id)'.", km: "គ្មានលទ្ធផលសិក្សា '\(id)' ទេ។"), id, known)
    case .unreadable(let path):
      LocalizedText(
        en:
          "'\(path)' is not laid out so that something can be added; nothing was written. Use --dry-run elsewhere, or add it by hand.",
        km: "'\(path)' មិនមានទម្រង់ដែលអាចបន្ថែមបានទេ។ មិនបានសរសេរអ្វីទេ។ សូមបន្ថែមដោយដៃ។")
    }
  }

  private static func unknown(_ text: LocalizedText, _ id: String, _ known: [String])
    -> LocalizedText
  {
    let list = known.joined(separator: ", ")
    let guess = Suggestion.nearest(to: id, in: known)
    let english = guess.map { " Did you mean '\($0)'?" } ?? ""
    let khmer = guess.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""
    return LocalizedText(
      en: "\(text.en)\(english) Known are: \(list).",
      km: "\(text.km)\(khmer) អាចប្រើបាន៖ \(list)។")
  }
}
