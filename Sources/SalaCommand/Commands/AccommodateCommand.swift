import ArgumentParser
import Assessment
import Document
import Records
import Terminal
import Text

extension Accommodation.Reason: ExpressibleByArgument {}

/// `sala event accommodate`: more time or large print for one learner, so that a test measures what
/// it should.
struct EventAccommodate: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "accommodate",
    abstract: both(
      "Grant a learner more time or large print, or withdraw it; without a learner, show what is granted.",
      "ផ្តល់ពេលបន្ថែម ឬអក្សរធំឱ្យសិក្ខាកាម ឬដកវិញ។ បើមិនបញ្ជាក់សិក្ខាកាម បង្ហាញអ្វីដែលបានផ្តល់។"),
    discussion: both(
      "The records keep the category of the reason, never a diagnosis. A test that is under way goes by the new limit from its next start on.",
      "កំណត់ត្រារក្សាទុកតែប្រភេទមូលហេតុ មិនរក្សារោគវិនិច្ឆ័យទេ។ តេស្តដែលកំពុងធ្វើប្រើពេលកំណត់ថ្មីពីការចាប់ផ្តើមបន្ទាប់។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("The learner's code.", "កូដសិក្ខាកាម។")) var learner: String?
  @Option(
    help: help(
      "The time limit times this, above 1 and at most 10.", "គុណពេលកំណត់នឹងលេខនេះ ដែលធំជាង 1 និងមិនលើសពី 10។"))
  var timeFactor: Double?
  @Option(help: help("Minutes on top of the limit.", "នាទីបន្ថែមលើពេលកំណត់។"))
  var extraMinutes: Int?
  @Flag(help: help("No time limit at all.", "មិនកំណត់ពេលទេ។")) var noLimit = false
  @Flag(
    help: help(
      "Large print, beside whatever time is granted.", "អក្សរធំ ជាមួយពេលវេលាណាដែលបានផ្តល់។"))
  var largePrint = false
  @Flag(
    help: help(
      "Take back what was granted; with --large-print only that.",
      "ដកអ្វីដែលបានផ្តល់វិញ។ បើមាន --large-print ដកតែអក្សរធំ។"))
  var withdraw = false
  @Option(
    help: help(
      "Why: sight, hearing, movement, reading, health, disruption or other.",
      "មូលហេតុ៖ sight, hearing, movement, reading, health, disruption ឬ other។"))
  var reason: Accommodation.Reason?
  @Option(
    help: help(
      "Who grants it: a code or initials, no name.", "អ្នកផ្តល់៖ កូដ ឬអក្សរកាត់ មិនមែនឈ្មោះ។",
      value: "granter"))
  var by: String?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let time = try time()
    let asked = withdraw || largePrint || time != nil
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    guard let learner else {
      if asked || reason != nil || by != nil { throw CommandFailure(AccommodationWords.whom) }
      let held = try store.accommodations(event: event)
      console.write(
        try rendered(
          AccommodationWords.document(held, event: summary), as: format, language: language,
          console: console))
      return 0
    }
    guard asked else { throw CommandFailure(AccommodationWords.what) }
    guard let reason else { throw CommandFailure(AccommodationWords.why) }
    let code: String
    switch LearnerCode.parse(learner) {
    case .code(let parsed): code = parsed
    case .wrong(let why): throw CommandFailure(QuizWords.badCode(learner, why), code: 1)
    }
    let current = try store.accommodations(event: event)
    let held = current.last { $0.code == code }
    // What is not spoken of stays as it is: large print takes no time away.
    let record = AccommodationRecord(
      event: event, code: code,
      time: withdraw && !largePrint ? nil : time ?? held?.grant?.time,
      hasLargePrint: withdraw ? false : largePrint || held?.hasLargePrint ?? false,
      reason: reason, by: by)
    let plan = AccommodationPlanning.plan(record, event: summary, current: current)
    let result = try plan.carryOut(in: store, console, language)
    if result == 0, !plan.facts.isEmpty {
      console.line(AccommodationWords.done(code, record).text(in: language))
    }
    return result
  }

  /// What is granted; `nil` for a withdrawal, or where nothing was said.
  private func time() throws -> Accommodation.Time? {
    let said = [timeFactor != nil, extraMinutes != nil, noLimit, withdraw].count { $0 }
    guard said <= 1 else { throw CommandFailure(AccommodationWords.what) }
    if let timeFactor { return .factor(timeFactor) }
    if let extraMinutes { return .extraMinutes(extraMinutes) }
    return noLimit ? .noLimit : nil
  }
}

/// The words of `sala event accommodate`.
enum AccommodationWords {
  static let whom = LocalizedText(
    en: "Say whom with --learner.", km: "សូមបញ្ជាក់សិក្ខាកាមដោយ --learner។")
  static let what = LocalizedText(
    en: "Give one of --time-factor, --extra-minutes, --no-limit and --withdraw, or --large-print.",
    km: "សូមផ្តល់មួយក្នុងចំណោម --time-factor, --extra-minutes, --no-limit និង --withdraw ឬ --large-print។")
  static let why = LocalizedText(
    en:
      "Say why with --reason: \(Accommodation.Reason.allCases.map(\.rawValue).joined(separator: ", ")).",
    km:
      "សូមបញ្ជាក់មូលហេតុដោយ --reason៖ \(Accommodation.Reason.allCases.map(\.rawValue).joined(separator: ", "))។"
  )

  static func time(_ time: Accommodation.Time?) -> LocalizedText {
    switch time {
    case .factor(let factor):
      let text = Response.number(factor).encoded
      return LocalizedText(en: "time × \(text)", km: "ពេល × \(Khmer.withKhmerDigits(text))")
    case .extraMinutes(let extra):
      return LocalizedText(
        en: "\(extra) more minutes", km: Khmer.withKhmerDigits("ថែម \(extra) នាទី"))
    case .noLimit: return LocalizedText(en: "no time limit", km: "មិនកំណត់ពេល")
    case nil: return LocalizedText(same: "–")
    }
  }

  /// What a record grants, in words.
  static func granted(_ record: AccommodationRecord) -> LocalizedText {
    guard record.hasLargePrint else { return time(record.grant?.time) }
    guard record.grant != nil else { return largePrint }
    let time = time(record.grant?.time)
    return LocalizedText(
      en: "\(time.en), \(largePrint.en)", km: "\(time.km) និង\(largePrint.km)")
  }

  private static let largePrint = LocalizedText(en: "large print", km: "អក្សរធំ")

  static func done(_ code: String, _ record: AccommodationRecord) -> LocalizedText {
    if record.isWithdrawal {
      return LocalizedText(
        en: "'\(code)' takes tests as everybody does again.",
        km: "'\(code)' ធ្វើតេស្តដូចអ្នកដទៃវិញ។")
    }
    let granted = Self.granted(record)
    return LocalizedText(
      en: "Granted to '\(code)': \(granted.en).", km: "បានផ្តល់ឱ្យ '\(code)'៖ \(granted.km)។")
  }

  static func document(_ held: [AccommodationRecord], event: EventSummary) -> Document {
    let table = Table(
      id: "accommodations",
      caption: LocalizedText(
        en: "More time and large print at '\(event.id)'",
        km: "ពេលបន្ថែម និងអក្សរធំនៅ '\(event.id)'"),
      columns: [
        Table.Column("code", EventWords.code), Table.Column("granted", grantedTitle),
        Table.Column("reason", reasonTitle), Table.Column("by", byTitle),
      ],
      rows: held.map { record in
        [
          .text(record.code), .localized(granted(record)),
          .text(record.reason.rawValue), .text(record.by ?? ""),
        ]
      }, footnotes: [])
    return Document(
      title: LocalizedText(en: "Accommodations", km: "ការសម្របសម្រួលពិសេស"),
      blocks: [.table(table)], isSynthetic: event.isSynthetic)
  }

  private static let grantedTitle = LocalizedText(en: "granted", km: "អ្វីដែលបានផ្តល់")
  private static let reasonTitle = LocalizedText(en: "reason", km: "មូលហេតុ")
  private static let byTitle = LocalizedText(en: "by", km: "អ្នកផ្តល់")
}
