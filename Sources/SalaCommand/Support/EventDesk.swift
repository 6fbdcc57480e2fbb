import Curriculum
import Records
import Source
import Terminal
import Text

/// One event with what the records know of it, for the commands that say more.
struct EventDesk {
  let store: Store
  let event: EventSummary
  let statements: Statements
  let delivery: EventDelivery
  let links: CodeLinks

  init(_ id: String, in store: Store) throws {
    self.store = store
    event = try EventFinding.event(id, in: store)
    statements = try store.statements()
    delivery = EventDelivery(id, statements)
    links = CodeLinks(statements.links.map(\.record))
  }

  /// Returns the enrolled learner that a code or a number of the roster means, or fails.
  func learner(_ typed: String) throws -> String {
    let list = PeopleList(typed, event: event, links: links, option: "--learner")
    if let finding = list.findings.first {
      throw CommandFailure(Self.words(finding), code: 1)
    }
    guard let code = list.codes.first, list.codes.count == 1 else {
      throw CommandFailure(EventDeliveryWords.oneLearner, code: 1)
    }
    return code
  }

  /// Returns the code of a trainer or an observer, or fails.
  static func person(_ typed: String, _ links: CodeLinks) throws -> String {
    switch PersonCode.parse(typed) {
    case .code(let code): return links.person(code)
    case .wrong(let reason): throw CommandFailure(QuizWords.badCode(typed, reason), code: 1)
    }
  }

  /// Returns a table, or `nil` after its findings were reported.
  static func table(_ path: String, _ console: Console, _ language: Language) -> CSVTable? {
    let collector = DiagnosticCollector()
    let table = FileReading.file(path, collector: collector)
      .flatMap { CSVTable($0, collector: collector) }
    console.report(collector.diagnostics, in: language)
    return collector.diagnostics.hasErrors ? nil : table
  }

  /// A finding as one line, for a command that stops at it.
  static func words(_ finding: Diagnostic) -> LocalizedText {
    LocalizedText(
      en: "\(finding.message.en) \(finding.remedy.en)",
      km: "\(finding.message.km) \(finding.remedy.km)")
  }
}

/// What a curriculum knows that words about events may name.
enum CourseKnowledge {
  /// Returns the ids of a curriculum, with the steps of its delivery path.
  static func ids(_ path: String?, _ console: Console) throws -> (
    ids: CourseIDs, curriculum: Curriculum
  ) {
    let curriculum = try LoadedForms.load(path, console: console).curriculum
    let place = try CurriculumFinding.place(path, console: console)
    let programme = programme(place, collector: DiagnosticCollector())
    let ids = CourseIDs(
      modules: curriculum.modules.map { ($0.id, [$0.folder]) },
      steps: programme.delivery?.steps.map(\.id) ?? [], surveys: curriculum.surveys,
      rubrics: curriculum.rubrics)
    return (ids, curriculum)
  }

  /// Returns the most learners of a class by the cascade of a curriculum; `nil` where none says.
  static func classLimit(_ path: String?, _ console: Console) -> Int? {
    guard let place = try? CurriculumFinding.place(path, console: console) else { return nil }
    return programme(place, collector: DiagnosticCollector()).cascade?.limits.classSize.value
  }

  /// Reads what is said of cascade, delivery and results; findings are those of `sala check`.
  static func programme(
    _ place: CurriculumFinding.Place, collector: DiagnosticCollector
  ) -> Programme {
    let files = ProgrammeLoading.fileNames.map { name -> SourceFile? in
      let path = "curricula/\(place.id)/\(name)"
      return place.tree.exists(path) ? place.tree.file(path, collector: collector) : nil
    }
    return ProgrammeLoading.read(
      cascade: files[0], delivery: files[1], results: files[2], collector: collector)
  }
}

extension Console {
  /// Today in Cambodia, seven hours ahead of UTC all year.
  var today: String {
    let shifted = Int((now() * 1000).rounded(.down)) + 25_200_000
    return String(Timestamp.text(unixMilliseconds: shifted).prefix(10))
  }

  /// Returns what a person answers to a question; `nil` where nothing was typed.
  func ask(_ question: LocalizedText, in language: Language) -> String? {
    write(question.text(in: language) + " ")
    let line = readLine()?.trimmingSpaces() ?? ""
    return line.isEmpty ? nil : line
  }
}
