import ArgumentParser
import Assessment
import Records
import Source
import Terminal
import Text

/// `sala quiz`: one person takes one test.
struct QuizCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: both(
      "Take a test or practise; every answer is saved at once, and a stopped test goes on later.",
      "ធ្វើតេស្ត ឬហាត់។ ចម្លើយនីមួយៗត្រូវបានរក្សាទុកភ្លាមៗ ហើយតេស្តដែលឈប់អាចបន្តពេលក្រោយ។"))

  @Argument(
    help: help(
      "The form, or for practice a module's id; without it, the form allocated to the code.",
      "វិញ្ញាសា ឬលេខសម្គាល់ម៉ូឌុលសម្រាប់ហាត់។ បើមិនបញ្ជាក់ ប្រើវិញ្ញាសាដែលបានចែកឱ្យកូដ។"))
  var form: String?
  @Option(help: help("The learner's code.", "កូដសិក្ខាកាម។")) var learner: String
  @Option(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String?
  @Option(
    help: help(
      "pre, post, follow-up or practice; without it, the one that is open.",
      "pre (មុនវគ្គ), post (ក្រោយវគ្គ), follow-up (តាមដាន) ឬ practice (ហាត់)។ បើមិនបញ្ជាក់ ប្រើតេស្តដែលកំពុងបើក។"))
  var occasion: Occasion?
  @Option(
    help: help(
      "Answers from a file of 'item,answer' lines; '-' is standard input.",
      "ចម្លើយពីឯកសារដែលមានបន្ទាត់ 'item,answer'។ '-' មានន័យថាអានពី standard input។"))
  var answers: String?
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var practice: PracticeOptions
  @Flag(
    help: help(
      "Numbered prompts, line by line, for screen readers and simple terminals.",
      "សំណួរជាបន្ទាត់ៗ សម្រាប់កម្មវិធីអានអេក្រង់ និង Terminal សាមញ្ញ។"))
  var linear = false
  @Flag(
    help: help(
      "All of the screen, even where ACCESSIBLE asks for lines.",
      "ប្រើអេក្រង់ទាំងមូល ទោះបី ACCESSIBLE ស្នើឱ្យប្រើបន្ទាត់ក៏ដោយ។"))
  var screen = false
  @Flag(
    help: help(
      "A page in the browser on this machine.", "ទំព័រក្នុងកម្មវិធីរុករកលើម៉ាស៊ីននេះ។"))
  var page = false
  @Flag(
    help: help(
      "The person read the notice and agrees that the results count in reports.",
      "បុគ្គលនេះបានអានសេចក្តីជូនដំណឹង ហើយយល់ព្រមឱ្យលទ្ធផលចូលក្នុងរបាយការណ៍។"))
  var agree = false
  @Flag(
    help: help(
      "The person takes the test, but the results stay out of reports.",
      "បុគ្គលនេះធ្វើតេស្ត តែលទ្ធផលមិនចូលក្នុងរបាយការណ៍ទេ។"))
  var decline = false
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if agree, decline { throw CommandFailure(QuizParticipationWords.both) }
    let said = agree ? true : decline ? false : nil
    let store = try store.open(console, language)
    let request = try practice.request(
      QuizRequest(
        form: form, learner: learner, event: event, occasion: occasion, curriculum: curriculum))
    let setting = try QuizSetting.find(
      request, store: store, console: console, language: language)
    if let answers {
      return try QuizFromFile(setting: setting, store: store, language: language, said: said)
        .run(answers, console: console)
    }
    let ask = { (setting: QuizSetting) in
      try QuizAtTerminal(
        setting: setting, store: store, language: language,
        way: page ? .page : linear ? .linear : screen ? .screen : nil, said: said
      ).run(console: console)
    }
    guard practice.plans(setting) else { return try ask(setting) }
    return try PracticeSession(
      options: practice, setting: setting, store: store, language: language
    ).run(console, ask: ask)
  }
}

/// A quiz whose answers stand in a file; all of it counts, or nothing.
struct QuizFromFile {
  let setting: QuizSetting
  let store: Store
  let language: Language
  /// Whether the results may count in reports; `nil` where nobody said.
  var said: Bool?

  func run(_ path: String, console: Console) throws -> Int32 {
    try setting.checkLimit(in: store)
    let collector = DiagnosticCollector()
    guard let file = file(path, console: console, collector: collector) else {
      console.report(collector.diagnostics, in: language)
      return FileReading.exists(path) ? 1 : 2
    }
    let events = self.events(file, collector: collector)
    if collector.diagnostics.hasErrors {
      console.report(collector.diagnostics, in: language)
      return 1
    }
    let form = setting.form
    let attempt = Attempt(items: form.items.map(\.id)).after(events)
    let outcomes = RecordedScoring.outcomes(form, attempt.responses)
    try QuizParticipation(setting, store, language, said: said).recordWhatWasSaid()
    let record = setting.record(language: language, mode: .terminal)
    let id = try store.append(.attemptStarted(record))
    var facts: [Fact] = form.items.compactMap { item in
      attempt.responses[item.id].map {
        .answerGiven(AnswerRecord(attempt: id, item: item.id, response: $0))
      }
    }
    facts.append(.attemptSubmitted(SubmissionRecord(attempt: id)))
    facts.append(
      .attemptScored(ScoreRecord(attempt: id, formVersion: form.version, outcomes: outcomes)))
    try store.append(facts)
    console.line(
      QuizWords.answersRead(attempt.responses.count, of: form.items.count).text(in: language))
    QuizWords.finish(outcomes, setting: setting, console: console, language: language)
    return 0
  }

  private func file(_ path: String, console: Console, collector: DiagnosticCollector)
    -> SourceFile?
  {
    guard path == "-" else { return FileReading.file(path, collector: collector) }
    var lines: [String] = []
    while let line = console.readLine() { lines.append(line) }
    return SourceFile(path: "-", text: lines.joined(separator: "\n") + "\n")
  }

  /// Reads `item,answer` lines; a first line `item,answer` is a header.
  ///
  /// Answers are read as they are typed on paper. Under the header `item,response` they are in the
  /// one text form of responses, as programs write it: orders and pairs by ids.
  private func events(_ file: SourceFile, collector: DiagnosticCollector) -> [Attempt.Event] {
    let firstLine = file.lines.first { !$0.isEmpty } ?? ""
    let comma = firstLine.contains(";") && !firstLine.contains(",") ? ";" : ","
    let hasHeader = firstLine.lowercased().trimmingSpaces().hasPrefix("item" + comma)
    let text = hasHeader ? file.text : "item\(comma)answer\n" + file.text
    let offset = hasHeader ? 0 : 1
    let reading = DiagnosticCollector()
    let table = CSVTable(SourceFile(path: file.path, text: text), collector: reading)
    for var finding in reading.diagnostics {
      finding.location.line = max(1, finding.location.line - offset)
      collector.add(finding)
    }
    guard let rows = table, let itemColumn = rows.column("item"),
      let answerColumn = rows.column("answer") ?? rows.column("response")
    else {
      collector.add(QuizWords.notAnswers(file))
      return []
    }
    var seen: Set<String> = []
    return rows.rows.compactMap { row in
      let line = row.line - offset
      let id = row.cells[itemColumn]
      guard let item = setting.form.item(id) else {
        collector.add(QuizWords.unknownItem(file, line: line, id, form: setting.form))
        return nil
      }
      guard seen.insert(id).inserted else {
        collector.add(QuizWords.answeredTwice(file, line: line, id))
        return nil
      }
      let typed = row.cells[answerColumn]
      if typed.isEmpty { return nil }
      if rows.column("answer") == nil {
        guard let response = Response(encoded: typed, to: item) else {
          collector.add(
            QuizWords.badAnswer(file, line: line, typed, remedy: QuizWords.writeTheTextForm))
          return nil
        }
        return .answered(item: id, response: response)
      }
      switch AnswerInput.read(typed, item: item, seed: "") {
      case .response(let response): return .answered(item: id, response: response)
      case .notUnderstood(let remedy):
        collector.add(QuizWords.badAnswer(file, line: line, typed, remedy: remedy))
        return nil
      }
    }
  }
}
