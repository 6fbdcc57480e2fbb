import ArgumentParser
import Assessment
import Curriculum
import Packaging
import Paper
import Records
import Source
import Terminal
import Text

extension CertificateKind: ExpressibleByArgument {}

/// When people have attended and completed.
struct CompletionOptions: ParsableArguments {
  @Option(
    help: help(
      "The least share of the days to attend, in per cent.",
      "ភាគរយទាបបំផុតនៃថ្ងៃដែលត្រូវចូលរួម។"))
  var leastShare = 80
  @Option(
    help: help(
      "The tests that have to be handed in for completion, separated by commas, or none.",
      "តេស្តដែលត្រូវប្រគល់ដើម្បីបញ្ចប់ ដោយដាក់សញ្ញាក្បៀសនៅចន្លោះ ឬ none។"))
  var tests = "pre,post"
  @Option(
    help: help(
      "How many days the event has, where the records do not say it.",
      "ចំនួនថ្ងៃនៃព្រឹត្តិការណ៍ បើមិនមានក្នុងកំណត់ត្រា។"))
  var days: Int?

  func rule() throws -> CompletionRule {
    try CommandFailure.unless(leastShare, isIn: 0...100, option: "--least-share")
    try CommandFailure.unless(days, isIn: 1...PrintedDays.most, option: "--days")
    guard tests != "none" else { return CompletionRule(leastShare: leastShare, tests: []) }
    let found = tests.split(separator: ",").map { Occasion(rawValue: String($0)) }
    guard !found.isEmpty, found.allSatisfy({ $0 != nil && $0 != .practice }) else {
      throw CommandFailure(CertificateWords.badTests(tests))
    }
    return CompletionRule(leastShare: leastShare, tests: found.compactMap(\.self))
  }
}

/// What the records say of an event, for lists and certificates.
struct CompletionSetting {
  let store: Store
  let event: EventSummary
  let rule: CompletionRule
  let days: PrintedDays
  let learners: [Completion]

  init(_ id: String, _ options: CompletionOptions, store: Store) throws {
    self.store = store
    rule = try options.rule()
    event = try EventFinding.event(id, in: store)
    let statements = try store.statements()
    var days = PrintedDays(event, statements)
    days.take(count: options.days, from: nil)
    self.days = days
    learners = Completion.all(
      event, days: days.dates.count, statements: statements,
      attempts: try store.attempts(event: event.id))
  }
}

/// `sala print certificates`.
struct PrintCertificatesCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates",
    abstract: both(
      "Write certificates of attendance or completion, each with a code by which it is verified.",
      "បង្កើតវិញ្ញាបនបត្រចូលរួម ឬបញ្ចប់វគ្គ ដែលនីមួយៗមានលេខកូដសម្រាប់ផ្ទៀងផ្ទាត់។"),
    discussion: both(
      "Only who meets the rule gets one. Names are read from a table and are never recorded; without a name there is a line to write on.",
      "មានតែអ្នកដែលបំពេញលក្ខខណ្ឌប៉ុណ្ណោះទទួលបាន។ ឈ្មោះត្រូវបានអានពីតារាង ហើយមិនត្រូវបានកត់ត្រាទេ។ បើគ្មានឈ្មោះ មានបន្ទាត់សម្រាប់សរសេរ។"
    ))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(
    help: help("attendance or completion.", "attendance (ចូលរួម) ឬ completion (បញ្ចប់វគ្គ)។"))
  var kind: CertificateKind
  @OptionGroup var names: NameOptions
  @Option(help: help("Only this learner, by code.", "យកតែសិក្ខាកាមនេះ តាមកូដ។"))
  var learner: String?
  @Option(
    help: help(
      "The date on the certificates, such as 2026-11-26; left out, today.",
      "កាលបរិច្ឆេទលើវិញ្ញាបនបត្រ ដូចជា 2026-11-26។ បើមិនបញ្ជាក់ យកថ្ងៃនេះ។"))
  var date: String?
  @OptionGroup var completion: CompletionOptions
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var print: PrintOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(nil)
    let store = try store.open(console, language, creates: false)
    let setting = try CompletionSetting(event, completion, store: store)
    let course = try LoadedForms.load(
      curriculum ?? setting.event.curriculum, console: console
    ).curriculum
    let names = try names.names(of: setting.event, store, console, language)
    guard let day = date.map({ KhmerDate(iso: $0) }) ?? KhmerDate(iso: console.today) else {
      throw CommandFailure(PrintWords.badDate(date ?? ""))
    }
    let only = try learner.map { try PaperOptions.code($0) }
    let asked = setting.learners.filter { only == nil || $0.code == only }
    let earned = asked.filter { $0.earns(kind, setting.rule) }
    guard !earned.isEmpty else {
      throw CommandFailure(CertificateWords.nobody(kind, setting, only: only), code: 1)
    }
    console.note(
      CertificateWords.earned(earned.count, of: asked.count, kind).text(in: language))
    let certificates = earned.map { learner in
      CertificateWords.certificate(
        kind, learner, setting, course: course, name: names[learner.code], date: day)
    }
    let files = print.languages.list.map { language in
      PrintWriting.File(
        name: "certificates-\(kind.rawValue)-\(language.rawValue)",
        sheets: PaperCertificate.sheets(
          certificates, language: language, isSynthetic: store.isSynthetic))
    }
    return try PrintWriting(options: print, console: console, language: language).write(files)
  }
}

/// `sala print verify`: what a code on a certificate attests.
struct PrintVerifyCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: both(
      "Tell what the code on a certificate attests, by these records.",
      "បង្ហាញអ្វីដែលលេខកូដលើវិញ្ញាបនបត្រមានន័យ តាមកំណត់ត្រាទាំងនេះ។"),
    discussion: both(
      "Exit code 1 means that no certificate of the event has this code, or that the records do not bear it out.",
      "លេខកូដបញ្ចប់ 1 មានន័យថា គ្មានវិញ្ញាបនបត្រណានៃព្រឹត្តិការណ៍មានលេខកូដនេះ ឬកំណត់ត្រាមិនគាំទ្រវាទេ។"))

  @Argument(help: help("The code on the certificate.", "លេខកូដលើវិញ្ញាបនបត្រ។")) var code: String
  @Option(help: help("The event; left out, all.", "ព្រឹត្តិការណ៍។ បើមិនបញ្ជាក់ យកទាំងអស់។"))
  var event: String?
  @OptionGroup var completion: CompletionOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let known = CertificateCode.parse(code) else {
      throw CommandFailure(CertificateWords.noCode(code), code: 1)
    }
    let store = try store.open(console, language, creates: false)
    let events =
      try event.map { [try EventFinding.event($0, in: store).id] }
      ?? store.events().map(\.id)
    for id in events {
      let setting = try CompletionSetting(id, completion, store: store)
      for learner in setting.learners {
        for kind in CertificateKind.allCases
        where CertificateCode.make(event: id, learner: learner.code, kind: kind) == known {
          let isEarned = learner.earns(kind, setting.rule)
          console.line(
            CertificateWords.attests(kind, learner, setting, isEarned: isEarned)
              .text(in: language))
          return isEarned ? 0 : 1
        }
      }
    }
    throw CommandFailure(CertificateWords.unknownCode(known), code: 1)
  }
}
