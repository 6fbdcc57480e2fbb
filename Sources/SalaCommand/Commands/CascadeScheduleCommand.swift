import ArgumentParser
import Cascade
import Curriculum
import Document
import Scheduling
import Source
import Terminal
import Text

/// How a schedule is written.
enum ScheduleFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
  case ics
  case html
}

/// `sala cascade schedule`.
struct CascadeScheduleCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: both(
      "Weeks and trainers for every province and module, with a proof where one is found.",
      "សប្តាហ៍ និងគ្រូឧទ្ទេស សម្រាប់ខេត្ត និងម៉ូឌុលនីមួយៗ ព្រមទាំងការបញ្ជាក់ បើរកឃើញ។"))

  @Argument(
    help: help(
      "The instance (JSON) or the plan (cascade.yaml).", "កិច្ចការ (JSON) ឬផែនការ (cascade.yaml)។"))
  var instance: String
  @Option(
    help: help(
      "Seconds after which the best schedule so far is given; 10 where no limit is named.",
      "ចំនួនវិនាទី ដែលក្រោយមកកាលវិភាគល្អបំផុតត្រូវបង្ហាញ។ ១០ បើមិនបានកំណត់។"))
  var timeLimit: Double?
  @Option(
    help: help(
      "Moves of the search; the same number and seed give the same answer.",
      "ចំនួនជំហាននៃការស្វែងរក។ ចំនួន និងលេខដដែល ផ្តល់ចម្លើយដដែល។"))
  var iterations: Int?
  @Option(help: help("The seed of the search.", "លេខចាប់ផ្តើមនៃការស្វែងរក។"))
  var seed: UInt64 = 1
  @Option(
    help: help(
      "text, json, csv, ics (a calendar for each trainer) or html.",
      "text json csv ics (ប្រតិទិនសម្រាប់គ្រូឧទ្ទេសម្នាក់ៗ) ឬ html។"))
  var format: ScheduleFormat = .text
  @Option(
    help: help("Write into this folder instead.", "សរសេរទៅក្នុងថតនេះជំនួសវិញ។"))
  var out: String?
  @Option(
    help: help(
      "Write the task as a program in the LP format too, for any MILP solver.",
      "សរសេរកិច្ចការជាទម្រង់ LP ផង សម្រាប់កម្មវិធីដោះស្រាយ MILP។"))
  var writeLp: String?
  @Option(
    help: help(
      "Sessions that stay as they are (JSON as in an answer).", "វគ្គដែលត្រូវរក្សាទុកដដែល (JSON ដូចក្នុងចម្លើយ)។"
    ))
  var locked: String?
  @Option(
    help: help(
      "An earlier answer, of which as little as possible is to change.",
      "ចម្លើយមុន ដែលត្រូវកែតិចបំផុតតាមដែលអាចធ្វើបាន។"))
  var replan: String?
  @Option(
    help: help(
      "A trainer who falls out, in all weeks or in some: t3 or t3:5-8,10.",
      "គ្រូឧទ្ទេសដែលខកខាន គ្រប់សប្តាហ៍ ឬសប្តាហ៍ខ្លះ៖ t3 ឬ t3:5-8,10។"))
  var without: [String] = []
  @Option(
    help: help(
      "The first day of week 1, for calendars: 2027-01-04.", "ថ្ងៃដំបូងនៃសប្តាហ៍ទី ១ សម្រាប់ប្រតិទិន៖ 2027-01-04។")
  )
  var start: String?
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 86_400) {
      throw CommandFailure(CascadeScheduleWords.badTime)
    }
    if let iterations, iterations < 1 { throw CommandFailure(CascadeScheduleWords.badIterations) }
    let first = start.flatMap { CalendarDate($0) }
    if start != nil, first == nil { throw CommandFailure(CascadeScheduleWords.badStart) }
    if format == .ics, first == nil { throw CommandFailure(CascadeScheduleWords.noStart) }
    if format == .ics, out == nil { throw CommandFailure(CascadeScheduleWords.noFolder) }
    let collector = DiagnosticCollector()
    let task = try read(collector)
    console.report(collector.diagnostics.inReadingOrder, in: language)
    guard let task, !collector.diagnostics.hasErrors else {
      return FileReading.exists(instance) ? 1 : 2
    }
    if let writeLp { try FileWriting.write(Array(task.linearProgram().utf8), to: writeLp) }
    let answer = search(task, console: console, language: language)
    var explanation: ScheduleExplanation?
    if answer.status == .infeasible {
      let began = console.monotonic()
      let clock = console.monotonic
      // The moves of a test are limited; the clock only ends what is too large for that.
      explanation = Scheduling.explain(task, seed: seed) { clock() - began > 10 }
    }
    let report = ScheduleReport(instance: task, answer: answer, explanation: explanation)
    try write(report, answer, task, first, console: console, language: language)
    return answer.sessions.isEmpty ? 1 : 0
  }

  // MARK: Reading

  private func read(_ collector: DiagnosticCollector) throws -> ScheduleInstance? {
    guard let file = FileReading.file(instance, collector: collector) else { return nil }
    let reading = ScheduleReading(path: instance, collector: collector)
    let isPlan = instance.hasSuffix(".yaml") || instance.hasSuffix(".yml")
    let read =
      isPlan
      ? SchedulePlanning.instance(file, collector: collector) : reading.instance(file.text)
    guard var task = read else { return nil }
    if let locked, let file = FileReading.file(locked, collector: collector),
      let sessions = ScheduleReading(path: locked, collector: collector)
        .sessions(file.text, of: task)
    {
      task.locked += sessions.filter { session in
        !task.locked.contains {
          $0.province == session.province && $0.module == session.module
        }
      }
    }
    if let replan, let file = FileReading.file(replan, collector: collector) {
      task.earlier = ScheduleReading(path: replan, collector: collector)
        .sessions(file.text, of: task)
    }
    for text in without {
      guard let change = ScheduleAbsence(text, of: task) else {
        throw CommandFailure(CascadeScheduleWords.badWithout(text), code: 2)
      }
      change.apply(to: &task)
    }
    if !task.locked.isEmpty {
      ScheduleLocks(instance: task).findings(path: locked ?? instance).forEach(collector.add)
    }
    return task
  }

  // MARK: Search

  private func search(
    _ task: ScheduleInstance, console: Console, language: Language
  ) -> ScheduleAnswer {
    var limits = ScheduleLimits()
    limits.seed = seed
    limits.iterations = iterations
    let limit = timeLimit ?? (iterations == nil ? 10 : nil)
    let began = console.monotonic()
    let isInterrupted = console.watchInterrupt()
    let clock = console.monotonic
    limits.elapsed = {
      if isInterrupted() { return 1 }
      guard let limit else { return 0 }
      return (clock() - began) / limit
    }
    if console.showsProgress {
      var last = began
      limits.progress = { progress in
        let now = clock()
        guard now - last >= 0.5 else { return }
        last = now
        console.writeError(
          "\r\u{1B}[K"
            + ScheduleReport.progress(progress, seconds: now - began).text(in: language))
      }
    }
    let answer = Scheduling.solve(task, limits: limits)
    if console.showsProgress { console.writeError("\r\u{1B}[K") }
    return answer
  }

  // MARK: Writing

  private func write(
    _ report: ScheduleReport, _ answer: ScheduleAnswer, _ task: ScheduleInstance,
    _ first: CalendarDate?, console: Console, language: Language
  ) throws {
    if let out { try FileWriting.makeFolder(out) }
    func put(_ text: String, _ name: String) throws {
      guard let out else { return console.write(text) }
      try FileWriting.write(Array(text.utf8), to: out + "/" + name)
    }
    switch format {
    case .json:
      try put(report.json(language: language).encoded(indented: true) + "\n", "schedule.json")
    case .text:
      try put(
        rendered(report.document(), as: .text, language: language, console: console),
        "schedule.txt")
    case .csv:
      try put(
        rendered(report.sessionDocument(), as: .csv, language: language, console: console),
        "schedule.csv")
    case .html:
      try put(
        rendered(report.document(), as: .html, language: language, console: console),
        "schedule.html")
    case .ics:
      guard let first else { return }
      let calendar = ScheduleCalendar(
        instance: task, sessions: answer.sessions, start: first, now: console.now())
      for trainer in task.trainers.indices
      where answer.sessions.contains(where: { $0.trainers.contains(trainer) }) {
        try put(calendar.text(of: trainer), calendar.fileName(of: trainer))
      }
    }
    if answer.sessions.isEmpty, format == .csv || format == .ics {
      report.reasons.forEach { console.note($0.text(in: language)) }
    }
  }
}

/// The words of the command.
enum CascadeScheduleWords {
  static let badTime = LocalizedText(
    en: "The time limit is a number of seconds above 0, at most a day.",
    km: "កម្រិតពេលវេលាជាចំនួនវិនាទីលើស ០ និងមិនលើសមួយថ្ងៃ។")
  static let badIterations = LocalizedText(
    en: "The number of moves is at least 1.", km: "ចំនួនជំហានយ៉ាងតិច ១។")
  static let badStart = LocalizedText(
    en: "The first day is written as 2027-01-04.", km: "ថ្ងៃដំបូងសរសេរដូច 2027-01-04។")
  static let noStart = LocalizedText(
    en: "Calendars need the first day of week 1: --start 2027-01-04.",
    km: "ប្រតិទិនត្រូវការថ្ងៃដំបូងនៃសប្តាហ៍ទី ១៖ --start 2027-01-04។")
  static let noFolder = LocalizedText(
    en: "Calendars are one file for each trainer: name a folder with --out.",
    km: "ប្រតិទិនជាឯកសារមួយសម្រាប់គ្រូឧទ្ទេសម្នាក់ៗ៖ សូមបញ្ជាក់ថតដោយ --out។")
  static func badWithout(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "--without \(text): write a trainer of the instance, alone or with weeks: t3:5-8,10.",
      km: "--without \(text)៖ សូមសរសេរគ្រូឧទ្ទេសក្នុងកិច្ចការ តែឯង ឬជាមួយសប្តាហ៍៖ t3:5-8,10។")
  }
}
