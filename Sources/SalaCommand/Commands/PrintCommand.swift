import ArgumentParser
import Assessment
import Packaging
import Paper
import Records
import Terminal
import Text

/// `sala print`: what a training needs on paper.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: both(
      "Print a test, its answer sheets and key, lists to sign, and certificates.",
      "បោះពុម្ពតេស្ត សន្លឹកចម្លើយ ចម្លើយត្រឹមត្រូវ បញ្ជីចុះហត្ថលេខា និងវិញ្ញាបនបត្រ។"),
    subcommands: [
      PrintTestCommand.self, PrintAttendanceSheetCommand.self, PrintAttendanceListCommand.self,
      PrintCompletionListCommand.self, PrintCertificatesCommand.self, PrintVerifyCommand.self,
    ])
}

/// `sala print test`.
struct PrintTestCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: both(
      "Write booklets, answer sheets with codes, the list to sign, the notice, and the sealed key.",
      "បង្កើតកូនសៀវភៅសំណួរ សន្លឹកចម្លើយមានកូដ បញ្ជីវត្តមាន សេចក្តីជូនដំណឹង និងចម្លើយត្រឹមត្រូវបិទជិត។"),
    discussion: both(
      "Each is a page that needs nothing else; print it from a browser on A4. Without an event, a form to practise with is printed with a sheet for anybody.",
      "ឯកសារនីមួយៗជាទំព័រដែលមិនត្រូវការអ្វីផ្សេងទេ។ សូមបោះពុម្ពពីកម្មវិធីរុករកលើក្រដាស A4។ បើគ្មានព្រឹត្តិការណ៍ នឹងបោះពុម្ពវិញ្ញាសាហាត់ ជាមួយសន្លឹកចម្លើយសម្រាប់អ្នកណាក៏បាន។"
    ))

  @Argument(
    help: help(
      "The form; left out, every form of the event.",
      "វិញ្ញាសា។ បើមិនបញ្ជាក់ យកវិញ្ញាសាទាំងអស់នៃព្រឹត្តិការណ៍។"))
  var form: String?
  @Option(help: help("The event.", "ព្រឹត្តិការណ៍។")) var event: String?
  @Option(
    help: help(
      "Which test: pre, post or follow-up.",
      "តេស្តណា៖ pre (មុនវគ្គ), post (ក្រោយវគ្គ) ឬ follow-up (តាមដាន)។"))
  var occasion: Occasion = .pre
  @Option(help: help("Only this learner, by code.", "យកតែសិក្ខាកាមនេះ តាមកូដ។"))
  var learner: String?
  @Flag(
    help: help(
      "Booklets and sheets in large print for everybody; whoever was granted it gets it anyway.",
      "បោះពុម្ពអក្សរធំសម្រាប់ទាំងអស់គ្នា។ អ្នកដែលបានអនុញ្ញាតទទួលបានអក្សរធំជានិច្ច។"))
  var largePrint = false
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var print: PrintOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(nil)
    let writing = PrintWriting(options: print, console: console, language: language)
    guard let event else {
      guard let form else { throw CommandFailure(PrintWords.formOrEvent) }
      let forms = try LoadedForms.load(curriculum, console: console)
      let test = PaperTest(
        form: try forms.form(form, occasion: .practice), event: nil, occasion: .practice)
      return try writing.write(
        PrintedTest(
          learners: [PaperLearner(code: nil, test: test, isLarge: largePrint)],
          languages: print.languages.list
        ).files())
    }
    if occasion == .practice { throw CommandFailure(PrintWords.noPracticeInEvents) }
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    let forms = try LoadedForms.load(curriculum ?? summary.curriculum, console: console)
    let learners = try learners(summary, forms, store)
    guard !learners.isEmpty else {
      throw CommandFailure(PrintWords.nobody(event, form: form), code: 1)
    }
    let days = EventDays(summary, try store.statements())
    var files = PrintedTest(learners: learners, languages: print.languages.list).files()
    if learner == nil {
      files += try AttendancePrinting(event: summary, days: days, store: store)
        .files(print.languages.list)
    }
    return try writing.write(files)
  }

  private func learners(
    _ event: EventSummary, _ forms: LoadedForms, _ store: Store
  ) throws -> [PaperLearner] {
    let granted = try store.accommodations()
    let only = try learner.map { typed -> String in
      guard case .code(let code) = LearnerCode.parse(typed), event.learner(code) != nil else {
        throw CommandFailure(RateWords.noLearner(typed), code: 1)
      }
      return code
    }
    if let form, !event.forms.contains(form) {
      throw CommandFailure(
        FormWords.noForm(
          form, known: event.forms, suggestion: Suggestion.nearest(to: form, in: event.forms)),
        code: 1)
    }
    var found: [PaperLearner] = []
    for place in event.learners where only == nil || place.code == only {
      guard let id = event.allocatedForm(code: place.code, occasion: occasion),
        form == nil || id == form
      else { continue }
      let own = granted.filter { $0.code == place.code }
      let grant = (own.last { $0.event == event.id } ?? own.last { $0.event == nil })?
        .accommodation
      var drawn = try forms.form(id, occasion: occasion)
      let minutes = drawn.policy.minutes(for: grant)
      if drawn.isDrawnPerLearner {
        drawn = FormDraw.form(drawn, learnerSeed: "\(place.code)/\(id)")
      }
      let test = PaperTest(
        form: drawn, event: event.title, occasion: occasion, isSynthetic: store.isSynthetic)
      found.append(
        PaperLearner(
          code: place.code, number: place.number, test: test,
          isLarge: largePrint || grant?.hasLargePrint == true, minutes: minutes))
    }
    return found
  }
}

/// The files of a test.
struct PrintedTest {
  let learners: [PaperLearner]
  let languages: [Language]

  /// Booklets and keys of each form, answer sheets of all, and the notice.
  func files() -> [PrintWriting.File] {
    let notice = learners.contains { $0.test.event != nil } ? PaperNotice.standard : nil
    var files: [PrintWriting.File] = []
    for language in languages {
      files += booklets(notice, language)
      let occasion = learners.first?.test.occasion.rawValue ?? ""
      for isLarge in [false, true] {
        let own = learners.filter { $0.isLarge == isLarge }
        guard !own.isEmpty else { continue }
        files.append(
          PrintWriting.File(
            name: "answer-sheets-\(occasion)\(isLarge ? "-large" : "")-\(language.rawValue)",
            sheets: PaperAnswerSheets.sheets(
              own, notice: notice, language: language, isLarge: isLarge)))
      }
    }
    if let notice {
      files.append(PrintWriting.File(name: "notice", sheets: notice.sheets(languages)))
    }
    for language in languages { files += keys(language) }
    return files
  }

  private func booklets(_ notice: PaperNotice?, _ language: Language) -> [PrintWriting.File] {
    var seen: Set<String> = []
    return learners.compactMap { learner in
      let own = learner.test.form.isDrawnPerLearner ? learner.code : nil
      let name =
        ([learner.test.form.id] + [own].compactMap(\.self) + ["booklet"]
        + (learner.isLarge ? ["large"] : []) + [language.rawValue]).joined(separator: "-")
      guard seen.insert(name).inserted else { return nil }
      return PrintWriting.File(
        name: name,
        sheets: PaperBooklet.sheets(
          learner.test, code: own, notice: notice, language: language, isLarge: learner.isLarge))
    }
  }

  private func keys(_ language: Language) -> [PrintWriting.File] {
    var seen: Set<String> = []
    return learners.compactMap { learner in
      let own = learner.test.form.isDrawnPerLearner ? learner.code : nil
      let parts = ["SEALED-key", learner.test.form.id] + [own].compactMap(\.self)
      let name = (parts + [language.rawValue]).joined(separator: "-")
      guard seen.insert(name).inserted else { return nil }
      return PrintWriting.File(
        name: name, sheets: PaperKey.sheets(learner.test, code: own, language: language))
    }
  }
}
