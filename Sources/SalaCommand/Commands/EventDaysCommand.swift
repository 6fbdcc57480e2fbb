import ArgumentParser
import Assessment
import Records
import Source
import Terminal
import Text

/// `sala event attend`.
struct EventAttend: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "attend",
    abstract: both(
      "Say who was there on a day: on the command line, or from a table.",
      "កត់ត្រាវត្តមានក្នុងថ្ងៃមួយ៖ តាមបន្ទាត់ពាក្យបញ្ជា ឬពីតារាង។"),
    discussion: both(
      "People are codes, numbers of the roster such as 3-7, or all. A table has the columns code, day, presence (full, half or absent) and by.",
      "បញ្ជាក់មនុស្សដោយកូដ លេខក្នុងបញ្ជី ដូចជា 3-7 ឬ all។ តារាងមានជួរឈរ code, day, presence (full, half ឬ absent) និង by។"
    ))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Argument(help: help("A table (CSV).", "តារាង (CSV)។")) var file: String?
  @Option(help: help("The day of the event, from 1 on.", "ថ្ងៃទីប៉ុន្មាននៃព្រឹត្តិការណ៍ ចាប់ពី 1។", value: "count"))
  var day: Int?
  @Option(
    help: help("Who was there all day.", "អ្នកដែលមានវត្តមានពេញមួយថ្ងៃ។", value: "codes"))
  var present: String?
  @Option(help: help("Who was not there.", "អ្នកអវត្តមាន។", value: "codes")) var absent: String?
  @Option(
    help: help("Who was there half the day.", "អ្នកដែលមានវត្តមានកន្លះថ្ងៃ។", value: "codes"))
  var half: String?
  @Option(
    help: help("Who says so: a code or initials.", "អ្នកបញ្ជាក់៖ កូដ ឬអក្សរកាត់។", value: "who"))
  var by: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let isList = present != nil || absent != nil || half != nil
    guard (file != nil) != (isList || day != nil), file != nil || (isList && day != nil) else {
      throw CommandFailure(EventDeliveryWords.attendHow)
    }
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    if let file { return try take(file, desk, console, language) }
    try CommandFailure.unless(day, isIn: 1...366, option: "--day")
    let (records, wrong) = records(desk, day: day ?? 1)
    let plan = DeliveryPlanning.attend(records, delivery: desk.delivery)
    let code = try FactPlan(facts: plan.facts, findings: wrong + plan.findings)
      .carryOut(in: store, console, language)
    if code == 0 {
      console.line(EventDeliveryWords.attended(day ?? 1, records).text(in: language))
    }
    return code
  }

  /// One word for everybody who is named; 'all' gives way to whoever is named elsewhere.
  private func records(
    _ desk: EventDesk, day: Int
  ) -> ([AttendanceRecord], [Diagnostic]) {
    var findings: [Diagnostic] = []
    func list(_ text: String?, _ option: String) -> [String] {
      guard let text else { return [] }
      let list = PeopleList(text, event: desk.event, links: desk.links, option: option)
      findings += list.findings
      return list.codes
    }
    var there = list(present, "--present")
    let away = list(absent, "--absent")
    let part = list(half, "--half")
    let others = Set(away + part)
    let isAll =
      present?.lowercased().split { $0 == "," || $0.isWhitespace }.contains("all") == true
    if isAll { there.removeAll(where: others.contains) }
    let twice =
      Set(there).intersection(others).union(Set(away).intersection(part)).sorted()
    findings += twice.map(EventDeliveryWords.namedTwice)
    let all: [([String], AttendanceRecord.Presence)] = [
      (there, .full), (part, .half), (away, .absent),
    ]
    return (
      all.flatMap { codes, presence in
        codes.map {
          AttendanceRecord(event: event, code: $0, day: day, presence: presence, by: by)
        }
      }, findings
    )
  }

  private func take(
    _ path: String, _ desk: EventDesk, _ console: Console, _ language: Language
  ) throws -> Int32 {
    guard let table = EventDesk.table(path, console, language) else {
      return FileReading.exists(path) ? 1 : 2
    }
    var context = RecordsImport.Context(
      events: [desk.event], statements: desk.statements)
    context.event = event
    let plan = RecordsImport.plan(table, kind: .attendance, context: context)
    return try RecordsImportCommand.carryOut(plan, in: desk.store, console, language)
  }
}

/// `sala event observe`.
struct EventObserve: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "observe",
    abstract: both(
      "Record what an observer saw of a trainer's session, by a rubric.",
      "កត់ត្រាអ្វីដែលអ្នកសង្កេតឃើញក្នុងវគ្គរបស់គ្រូឧទ្ទេស តាមតារាងវាយតម្លៃ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("The trainer's code.", "កូដគ្រូឧទ្ទេស។")) var trainer: String
  @Option(help: help("The observer's code.", "កូដអ្នកសង្កេត។")) var observer: String
  @Option(help: help("The rubric, by id.", "លេខសម្គាល់តារាងវាយតម្លៃ។")) var rubric =
    "delivery-observation"
  @Option(
    help: help(
      "A criterion and the number of its level, from 1 on, such as pace=2; once for each.",
      "លក្ខណៈវិនិច្ឆ័យ និងលេខកម្រិត ចាប់ពី 1 ដូចជា pace=2។ សូមសរសេរម្តងសម្រាប់លក្ខណៈវិនិច្ឆ័យនីមួយៗ។"))
  var level: [String] = []
  @Option(help: help("The module that was taught.", "ម៉ូឌុលដែលបានបង្រៀន។")) var module: String?
  @Option(help: help("The day of the event.", "ថ្ងៃទីប៉ុន្មាន។", value: "count")) var day: Int?
  @Flag(
    help: help(
      "The observer was calibrated on this rubric.", "អ្នកសង្កេតបានផ្ទៀងការវាយតម្លៃតាមតារាងនេះ។"))
  var calibrated = false
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let course = try CourseKnowledge.ids(desk.event.curriculum, console).ids
    guard let own = course.rubrics.first(where: { $0.id == rubric }) else {
      throw CommandFailure(
        EventDeliveryWords.noRubric(rubric, known: course.rubrics.map(\.id)), code: 1)
    }
    let modules = module.map { course.modules($0, option: "--module") }
    let record = ObservationRecord(
      event: event, trainer: try EventDesk.person(trainer, desk.links),
      observer: try EventDesk.person(observer, desk.links), module: modules?.ids.first, day: day,
      rubric: own.id, rubricVersion: own.scaleVersion, levels: [:], calibrated: calibrated)
    if level.isEmpty {
      console.line(EventDeliveryWords.levels(own).text(in: language))
    }
    let plan = DeliveryPlanning.observe(
      record, rubric: own, typed: level, delivery: desk.delivery)
    return try plan.carryOut(
      in: store, console, language, after: modules?.findings ?? [],
      saying: EventDeliveryWords.observed(record.trainer))
  }
}

/// `sala event team`.
struct EventTeam: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "team",
    abstract: both(
      "Form a team of officials and members of organisations, change it or dissolve it.",
      "បង្កើតក្រុមដែលមានមន្ត្រី និងសមាជិកអង្គការ កែ ឬរំលាយក្រុម។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Argument(help: help("The id of the team, such as team-1.", "លេខសម្គាល់ក្រុម ដូចជា team-1។"))
  var team: String
  @Option(
    help: help("Its members.", "សមាជិករបស់ក្រុម។", value: "codes")) var members: String?
  @Flag(help: help("There is no such team any more.", "លែងមានក្រុមនេះ។")) var dissolve = false
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard (members != nil) != dissolve else { throw CommandFailure(EventDeliveryWords.teamHow) }
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let list = members.map {
      PeopleList($0, event: desk.event, links: desk.links, option: "--members")
    }
    let record = TeamRecord(event: event, team: team, members: list?.codes ?? [])
    let plan = DeliveryPlanning.team(
      record, teams: desk.delivery.teams,
      people: PersonAttributes.joined(try store.people(), by: desk.links))
    return try plan.carryOut(
      in: store, console, language, after: list?.findings ?? [],
      saying: EventDeliveryWords.formed(record))
  }
}
