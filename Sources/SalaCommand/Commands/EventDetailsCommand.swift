import ArgumentParser
import Records
import Terminal
import Text

extension EventDetails.Status: ExpressibleByArgument {}
extension AssignmentRecord.Role: ExpressibleByArgument {}

/// What may be said of an event beyond its creation.
struct EventDetailOptions: ParsableArguments {
  @Option(
    help: help(
      "The modules it teaches, with commas between; 'all' for all.",
      "ម៉ូឌុលដែលបង្រៀន ដោយដាក់សញ្ញាក្បៀសនៅចន្លោះ។ 'all' សម្រាប់ទាំងអស់។"))
  var modules: String?
  @Option(
    help: help(
      "The generation of the cascade whose people it trains, from 0 on.",
      "ជំនាន់នៃការបណ្តុះបណ្តាលបន្តគ្នា ចាប់ពី 0។"))
  var generation: Int?
  @Option(
    help: help("The step of the delivery path.", "ជំហាននៃការអនុវត្ត។")) var step: String?
  @Option(help: help("The place where it is held.", "ទីកន្លែង។")) var venue: String?
  @Option(
    help: help(
      "The province of the place, such as kampot.", "ខេត្តនៃទីកន្លែង ដូចជា kampot។",
      value: "context"))
  var province: String?
  @Option(help: help("The first day, such as 2026-11-25.", "ថ្ងៃដំបូង ដូចជា 2026-11-25។", value: "day"))
  var from: String?
  @Option(help: help("The last day.", "ថ្ងៃចុងក្រោយ។", value: "day")) var to: String?
  @Option(
    help: help(
      "The language of the teaching: en or km.", "ភាសាបង្រៀន៖ en (អង់គ្លេស) ឬ km (ខ្មែរ)។",
      value: "language"))
  var taughtIn: Language?
  @Option(
    help: help(
      "planned, held or cancelled.", "planned (គ្រោង), held (បានធ្វើ) ឬ cancelled (លុបចោល)។"))
  var status: EventDetails.Status?

  /// What was said, and what was not understood.
  func details(_ event: String, _ course: CourseIDs) -> (EventDetails, [Diagnostic]) {
    var said = EventDetails(
      event: event, generation: generation, step: step, venue: venue.map(Khmer.normalised),
      province: province.map { ProvinceNames.known($0) ?? $0 },
      from: from.map { CalendarDay.parse($0) ?? $0 }, to: to.map { CalendarDay.parse($0) ?? $0 },
      language: taughtIn?.rawValue, status: status)
    var findings: [Diagnostic] = []
    if let modules {
      let (ids, wrong) = course.modules(modules, option: "--modules")
      said.modules = ids
      findings = wrong
    }
    return (said, findings)
  }

  /// Whether nothing was said.
  var isEmpty: Bool {
    modules == nil && generation == nil && step == nil && venue == nil && province == nil
      && from == nil && to == nil && taughtIn == nil && status == nil
  }
}

/// Asks a person at the terminal for what an event may have; what is left empty is not said.
enum EventInterview {
  static func ask(
    _ event: String, _ course: CourseIDs, _ console: Console, _ language: Language
  ) -> EventDetails {
    console.line(EventDeliveryWords.interview.text(in: language))
    var said = EventDetails(event: event)
    let fields: [(LocalizedText, (String, inout EventDetails) -> [Diagnostic])] = [
      (
        EventDeliveryWords.askModules,
        { typed, details in
          let (ids, findings) = course.modules(typed, option: "--modules")
          details.modules = ids
          return findings
        }
      ),
      (
        EventDeliveryWords.askFrom,
        { typed, details in
          details.from = CalendarDay.parse(typed) ?? typed
          return []
        }
      ),
      (
        EventDeliveryWords.askTo,
        { typed, details in
          details.to = CalendarDay.parse(typed) ?? typed
          return []
        }
      ),
      (
        EventDeliveryWords.askVenue,
        { typed, details in
          details.venue = Khmer.normalised(typed)
          return []
        }
      ),
      (
        EventDeliveryWords.askProvince,
        { typed, details in
          details.province = ProvinceNames.known(typed) ?? typed
          return []
        }
      ),
    ]
    for (question, take) in fields {
      // Three times; whoever types the same mistake again may add it later.
      for _ in 0..<3 {
        guard let typed = console.ask(question, in: language) else { break }
        var tried = said
        var findings = take(typed, &tried)
        findings += DeliveryPlanning.describe(
          tried, before: EventDetails(event: event), course: course
        ).findings.filter { $0.severity == .error }
        if findings.isEmpty {
          said = tried
          break
        }
        console.report(findings, in: language)
      }
    }
    return said
  }
}

/// `sala event describe`.
struct EventDescribe: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: both(
      "Say more of an event, or change it: modules, dates, place, status.",
      "បញ្ជាក់បន្ថែម ឬកែព្រឹត្តិការណ៍៖ ម៉ូឌុល កាលបរិច្ឆេទ ទីកន្លែង ស្ថានភាព។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @OptionGroup var details: EventDetailOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    guard !details.isEmpty else { throw CommandFailure(EventDeliveryWords.nothingSaid) }
    let course = try CourseKnowledge.ids(desk.event.curriculum, console).ids
    let (said, wrong) = details.details(event, course)
    let plan = DeliveryPlanning.describe(said, before: desk.delivery.details, course: course)
    return try plan.carryOut(
      in: store, console, language, after: wrong, saying: EventDeliveryWords.described(event))
  }
}

/// `sala event teach`.
struct EventTeach: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "teach",
    abstract: both(
      "Say that teaching began; a test handed in later is no pre-test.",
      "បញ្ជាក់ថាការបង្រៀនបានចាប់ផ្តើម។ តេស្តដែលប្រគល់ក្រោយនេះមិនមែនជាតេស្តមុនវគ្គទេ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(
    help: help(
      "When: an hour of today in Cambodia, such as 08:30, or a time in UTC; now where left out.",
      "ពេលណា៖ ម៉ោងថ្ងៃនេះនៅកម្ពុជា ដូចជា 08:30 ឬពេលវេលា UTC។ បើមិនបញ្ជាក់ ប្រើពេលនេះ។",
      value: "time"))
  var at: String?
  @Option(
    help: help("Who says so: a code or initials.", "អ្នកបញ្ជាក់៖ កូដ ឬអក្សរកាត់។", value: "who"))
  var by: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let began = at.map { Self.time($0, now: console.clock()) } ?? console.clock()
    let plan = DeliveryPlanning.teach(
      TeachingRecord(event: event, began: began, by: by), before: desk.delivery.teachingBegan,
      now: console.now())
    return try plan.carryOut(
      in: store, console, language, saying: EventDeliveryWords.taught(event, began))
  }

  /// Returns the time of an hour such as `08:30` today in Cambodia, which is seven hours ahead of
  /// UTC all year; anything else as it is.
  static func time(_ typed: String, now: String) -> String {
    let text = Khmer.withLatinDigits(typed)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute), let seconds = Timestamp.seconds(now)
    else { return text }
    let local = Int(seconds) + 7 * 3600
    let midnight = local - local % 86_400
    return Timestamp.text(
      unixMilliseconds: (midnight + hour * 3600 + minute * 60 - 7 * 3600) * 1000)
  }
}

/// `sala event assign`.
struct EventAssign: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: both(
      "Say who teaches an event, or does so no more.",
      "បញ្ជាក់គ្រូឧទ្ទេសនៃព្រឹត្តិការណ៍ ឬដកចេញវិញ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("The trainer's code.", "កូដគ្រូឧទ្ទេស។")) var trainer: String
  @Option(help: help("lead or co.", "lead (ដឹកនាំ) ឬ co (រួម)។")) var role: AssignmentRecord.Role = .co
  @Option(
    help: help(
      "The days of the event, such as 1,2; all where left out.",
      "ថ្ងៃនៃព្រឹត្តិការណ៍ ដូចជា 1,2។ បើមិនបញ្ជាក់ គឺគ្រប់ថ្ងៃ។"))
  var days: String?
  @Flag(help: help("The trainer does not teach it any more.", "គ្រូឧទ្ទេសនេះលែងបង្រៀន។"))
  var withdraw = false
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let code = try EventDesk.person(trainer, desk.links)
    let read = days.map { DayNumbers.read($0, option: "--days") }
    let record = AssignmentRecord(
      event: event, code: code, role: role, days: read?.days, withdrawn: withdraw ? true : nil)
    let plan = DeliveryPlanning.assign(
      record, held: desk.delivery.trainers.first { $0.code == code },
      others: desk.delivery.trainers, event: desk.event, days: EventDays(desk.delivery.details))
    let result = try FactPlan(
      facts: plan.facts, findings: (read?.findings ?? []) + plan.findings
    ).carryOut(in: store, console, language)
    if result == 0, !plan.facts.isEmpty {
      console.line(EventDeliveryWords.assigned(event, record).text(in: language))
    }
    return result
  }
}
