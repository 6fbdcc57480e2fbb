import ArgumentParser
import Assessment
import Records
import Source
import Terminal
import Text

extension RoleRecord.Role: ExpressibleByArgument {}
extension SurveyForm.Respondent: ExpressibleByArgument {}

/// `sala event certify`.
struct EventCertify: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: both(
      "Say which modules a person may teach, and until when, or that it is over.",
      "បញ្ជាក់ម៉ូឌុលដែលបុគ្គលម្នាក់អាចបង្រៀន និងរយៈពេល ឬបញ្ជាក់ថាលែងអាច។"))

  @Option(help: help("The trainer's code.", "កូដគ្រូឧទ្ទេស។")) var trainer: String
  @Option(
    help: help(
      "The modules, with commas between; 'all' for all.",
      "ម៉ូឌុល ដោយដាក់សញ្ញាក្បៀសនៅចន្លោះ។ 'all' សម្រាប់ទាំងអស់។"))
  var modules: String
  @Option(
    help: help(
      "The first day on which it holds; today where left out.",
      "ថ្ងៃដំបូងដែលមានសុពលភាព។ បើមិនបញ្ជាក់ គឺថ្ងៃនេះ។", value: "day"))
  var from: String?
  @Option(help: help("The last day on which it holds.", "ថ្ងៃចុងក្រោយដែលមានសុពលភាព។", value: "day"))
  var until: String?
  @Option(
    help: help("The rule by which it is given, in words.", "លក្ខខណ្ឌនៃការផ្តល់ ជាពាក្យ។")) var rule: String?
  @Option(help: help("The event at which it was earned.", "ព្រឹត្តិការណ៍ដែលទទួលបាន។"))
  var event: String?
  @Flag(help: help("The person may not teach them any more.", "បុគ្គលនេះលែងអាចបង្រៀន។"))
  var withdraw = false
  @Option(
    help: help("Who says so: a code or initials.", "អ្នកបញ្ជាក់៖ កូដ ឬអក្សរកាត់។", value: "who"))
  var by: String?
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let own = try event.map { try EventFinding.event($0, in: store) }
    let statements = try store.statements()
    let links = CodeLinks(statements.links.map(\.record))
    let course = try CourseKnowledge.ids(curriculum ?? own?.curriculum, console).ids
    let (ids, wrong) = course.modules(modules, option: "--modules")
    let record = CertificationRecord(
      code: try EventDesk.person(trainer, links), modules: ids,
      from: from.map { CalendarDay.parse($0) ?? $0 } ?? console.today,
      until: until.map { CalendarDay.parse($0) ?? $0 }, rule: rule, event: event,
      withdrawn: withdraw ? true : nil, by: by)
    let plan = PeoplePlanning.certify(record, before: statements.certifications.map(\.record))
    return try plan.carryOut(
      in: store, console, language, after: wrong, saying: EventDeliveryWords.certified(record))
  }
}

/// `sala event role`.
struct EventRole: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract: both(
      "Give a person a role in the programme, or take it back.",
      "ផ្តល់តួនាទីក្នុងកម្មវិធីដល់បុគ្គលម្នាក់ ឬដកវិញ។"))

  @Argument(help: help("The person's code.", "កូដរបស់បុគ្គល។")) var code: String
  @Option(
    help: help(
      "master-trainer, core-trainer, local-trainer, observer or participant.",
      "master-trainer, core-trainer, local-trainer, observer ឬ participant។"))
  var role: RoleRecord.Role
  @Flag(help: help("The person does not have it any more.", "បុគ្គលនេះលែងមានតួនាទីនេះ។"))
  var withdraw = false
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let statements = try store.statements()
    let links = CodeLinks(statements.links.map(\.record))
    let record = RoleRecord(
      code: try EventDesk.person(code, links), role: role, withdrawn: withdraw ? true : nil)
    let plan = PeoplePlanning.role(record, before: statements.roles.map(\.record))
    let result = try plan.carryOut(in: store, console, language)
    if result == 0, !plan.facts.isEmpty {
      console.line(EventDeliveryWords.role(record).text(in: language))
    }
    return result
  }
}

/// `sala event decline`.
struct EventDecline: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline",
    abstract: both(
      "Record that a learner lets no result into reports, or agrees after all.",
      "កត់ត្រាថាសិក្ខាកាមមិនយល់ព្រមឱ្យយកលទ្ធផលទៅរាយការណ៍ ឬយល់ព្រមវិញ។"),
    discussion: both(
      "The test may be taken all the same. Its results stay out of every report; the number of such people is given.",
      "សិក្ខាកាមនៅតែអាចធ្វើតេស្តបាន។ លទ្ធផលមិនមានក្នុងរបាយការណ៍ណាមួយទេ មានតែចំនួនមនុស្សប៉ុណ្ណោះ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("The learner's code.", "កូដសិក្ខាកាម។")) var learner: String
  @Flag(help: help("The learner agrees after all.", "សិក្ខាកាមយល់ព្រមវិញ។")) var agree = false
  @Option(
    help: help("The version of the notice that was read.", "កំណែនៃសេចក្តីជូនដំណឹងដែលបានអាន។"))
  var notice = "1"
  @Option(
    help: help("Who says so: a code or initials.", "អ្នកបញ្ជាក់៖ កូដ ឬអក្សរកាត់។", value: "who"))
  var by: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let code = try desk.learner(learner)
    let record = ParticipationRecord(
      event: event, code: code, included: agree, notice: notice, by: by)
    let plan = PeoplePlanning.decide(record, held: desk.delivery.participation[code])
    let result = try plan.carryOut(in: store, console, language)
    if result == 0, !plan.facts.isEmpty {
      console.line(EventDeliveryWords.decided(record).text(in: language))
    }
    return result
  }
}

/// `sala event ask`.
struct EventAsk: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: both(
      "Record who was given a form about reaction or behaviour, so that response rates are known.",
      "កត់ត្រាអ្នកដែលទទួលបានកម្រងសំណួរ ដើម្បីដឹងអត្រាឆ្លើយតប។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("The form, by id.", "លេខសម្គាល់កម្រងសំណួរ។")) var form: String
  @Option(
    help: help(
      "participant, supervisor or counterpart; needed where the form is for several.",
      "participant, supervisor ឬ counterpart។ ត្រូវបញ្ជាក់ បើកម្រងសំណួរសម្រាប់ច្រើនប្រភេទ។"))
  var respondent: SurveyForm.Respondent?
  @Option(
    help: help(
      "About whom: codes, numbers of the roster, or all.", "អំពីនរណា៖ កូដ លេខក្នុងបញ្ជី ឬ all។",
      value: "codes"))
  var learner = "all"
  @Option(
    help: help("The day; today where left out.", "កាលបរិច្ឆេទ។ បើមិនបញ្ជាក់ គឺថ្ងៃនេះ។", value: "day")
  )
  var date: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let surveys = try CourseKnowledge.ids(desk.event.curriculum, console).ids.surveys
    guard let survey = surveys.first(where: { $0.id == form }) else {
      throw CommandFailure(EventDeliveryWords.noSurvey(form, known: surveys.map(\.id)), code: 1)
    }
    let only = survey.respondents.count == 1 ? survey.respondents.first : nil
    guard let asked = respondent ?? only else {
      throw CommandFailure(EventDeliveryWords.whoAnswers(survey.respondents.map(\.rawValue)))
    }
    let list = PeopleList(learner, event: desk.event, links: desk.links, option: "--learner")
    let plan = SurveyPlanning.ask(
      survey, respondent: asked, codes: list.codes,
      date: date.map { CalendarDay.parse($0) ?? $0 } ?? console.today, delivery: desk.delivery)
    let code = try FactPlan(facts: plan.facts, findings: list.findings + plan.findings)
      .carryOut(in: store, console, language)
    if code == 0 {
      console.line(EventDeliveryWords.asked(plan.facts.count, form).text(in: language))
    }
    return code
  }
}

/// `sala event answer`.
struct EventAnswer: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: both(
      "Take in answers to forms about reaction or behaviour, all or nothing.",
      "បញ្ចូលចម្លើយនៃកម្រងសំណួរ ទាំងស្រុង ឬមិនបញ្ចូលអ្វីទាំងអស់។"),
    discussion: both(
      "Columns: code, form, respondent, date, and one a question; form, respondent and date may be left out where they are clear.",
      "ជួរឈរ៖ code, form, respondent, date និងជួរឈរមួយសម្រាប់សំណួរនីមួយៗ។ form, respondent និង date អាចខ្វះ បើច្បាស់រួចហើយ។"
    ))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Argument(help: help("The table (CSV).", "តារាង (CSV)។")) var file: String
  @Option(help: help("The form of rows that name none.", "កម្រងសំណួរនៃជួរដែលមិនបញ្ជាក់។"))
  var form: String?
  @Option(
    help: help(
      "The day of rows that name none; today where left out.",
      "កាលបរិច្ឆេទនៃជួរដែលមិនបញ្ជាក់។ បើមិនបញ្ជាក់ គឺថ្ងៃនេះ។", value: "day"))
  var date: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let desk = try EventDesk(event, in: store)
    let surveys = try CourseKnowledge.ids(desk.event.curriculum, console).ids.surveys
    guard let table = EventDesk.table(file, console, language) else {
      return FileReading.exists(file) ? 1 : 2
    }
    let plan = SurveyPlanning.answers(
      table, form: form, date: date.flatMap(CalendarDay.parse) ?? console.today,
      surveys: surveys, event: desk.event, delivery: desk.delivery, links: desk.links)
    return try RecordsImportCommand.carryOut(plan, in: store, console, language)
  }
}
