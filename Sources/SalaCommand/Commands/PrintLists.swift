import ArgumentParser
import Assessment
import Document
import Packaging
import Paper
import Records
import Terminal
import Text

/// `sala print attendance-sheet`: the list to sign.
struct PrintAttendanceSheetCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "attendance-sheet",
    abstract: both(
      "Write the list on which people sign each day.",
      "បង្កើតបញ្ជីដែលសិក្ខាកាមចុះហត្ថលេខារៀងរាល់ថ្ងៃ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(
    help: help(
      "How many days, where the records do not say it.", "ចំនួនថ្ងៃ បើមិនមានក្នុងកំណត់ត្រា។"))
  var days: Int?
  @Option(
    help: help("The first day, such as 2026-11-30.", "ថ្ងៃដំបូង ដូចជា 2026-11-30។"))
  var firstDay: String?
  @OptionGroup var names: NameOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var print: PrintOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(nil)
    try CommandFailure.unless(days, isIn: 1...PrintedDays.most, option: "--days")
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    let names = try names.names(of: summary, store, console, language)
    var days = PrintedDays(summary, try store.statements())
    let first = try firstDay.map { typed -> KhmerDate in
      guard let date = KhmerDate(iso: typed) else {
        throw CommandFailure(PrintWords.badDate(typed))
      }
      return date
    }
    days.take(count: self.days, from: first)
    if days.isGuess { console.note(PrintWords.daysUnknown.text(in: language)) }
    let files = try AttendancePrinting(event: summary, days: days, store: store, names: names)
      .files(print.languages.list)
    return try PrintWriting(options: print, console: console, language: language).write(files)
  }
}

/// `sala print attendance-list`: who was there.
struct PrintAttendanceListCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "attendance-list",
    abstract: both(
      "Show who was there on which day.", "បង្ហាញអ្នកដែលមានវត្តមានតាមថ្ងៃនីមួយៗ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @OptionGroup var list: ListOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let setting = try CompletionSetting(event, list.completion, store: store)
    let names = try list.names.names(of: setting.event, store, console, language)
    let document = CompletionLists.attendance(setting, names: names)
    console.write(try rendered(document, as: list.format, language: language, console: console))
    return 0
  }
}

/// `sala print completion-list`: who completed.
struct PrintCompletionListCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion-list",
    abstract: both(
      "Show who attended and completed, with the codes of the certificates.",
      "បង្ហាញអ្នកដែលបានចូលរួម និងបញ្ចប់ ព្រមទាំងលេខកូដវិញ្ញាបនបត្រ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @OptionGroup var list: ListOptions
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let setting = try CompletionSetting(event, list.completion, store: store)
    let names = try list.names.names(of: setting.event, store, console, language)
    let document = CompletionLists.completion(setting, names: names)
    console.write(try rendered(document, as: list.format, language: language, console: console))
    return 0
  }
}

/// What lists have in common.
struct ListOptions: ParsableArguments {
  @OptionGroup var names: NameOptions
  @Option(help: formatHelp) var format: OutputFormat = .text
  @OptionGroup var completion: CompletionOptions
}

/// Lists of who attended and completed, as documents.
enum CompletionLists {
  private static let yes = LocalizedText(en: "yes", km: "បាទ/ចាស")
  private static let no = LocalizedText(en: "no", km: "ទេ")

  static func attendance(_ setting: CompletionSetting, names: [String: PersonName]) -> Document {
    let days = setting.days.dates
    var columns = head(names)
    for (place, date) in days.enumerated() {
      columns.append(Table.Column("day\(place + 1)", dayTitle(place + 1, date)))
    }
    columns.append(Table.Column("attended", attendedTitle, .number))
    let rows = setting.learners.map { learner -> [Table.Cell] in
      var row = cells(learner, names)
      for place in days.indices {
        if let found = learner.presence[place + 1] {
          row.append(.localized(presence(found)))
        } else {
          row.append(.empty)
        }
      }
      return row + [.number(learner.attended, digits: 1)]
    }
    let table = Table(
      id: "attendance",
      caption: LocalizedText(
        en: "Attendance of '\(setting.event.id)'", km: "វត្តមាននៃ '\(setting.event.id)'"),
      columns: columns, rows: rows,
      footnotes: [
        LocalizedText(
          en: "An empty cell: nothing was recorded for the day.",
          km: "ក្រឡាទទេ៖ មិនបានកត់ត្រាសម្រាប់ថ្ងៃនោះទេ។")
      ])
    return Document(
      title: setting.event.title, blocks: [.table(table)], isSynthetic: setting.store.isSynthetic)
  }

  static func completion(_ setting: CompletionSetting, names: [String: PersonName]) -> Document {
    let tests: [Occasion] = [.pre, .post, .followUp]
    var columns = head(names)
    columns.append(Table.Column("attended", attendedTitle, .number))
    for test in tests { columns.append(Table.Column(test.rawValue, EventWords.occasion(test))) }
    for kind in CertificateKind.allCases {
      columns.append(Table.Column(kind.rawValue, CertificateWords.title(kind)))
    }
    let rows = setting.learners.map { learner -> [Table.Cell] in
      var row = cells(learner, names)
      row.append(.number(learner.attended, digits: 1))
      for test in tests { row.append(.localized(learner.tests.contains(test) ? yes : no)) }
      for kind in CertificateKind.allCases {
        guard learner.earns(kind, setting.rule) else {
          row.append(.empty)
          continue
        }
        row.append(
          .text(CertificateCode.make(event: setting.event.id, learner: learner.code, kind: kind)))
      }
      return row
    }
    let table = Table(
      id: "completion",
      caption: LocalizedText(
        en: "Completion of '\(setting.event.id)'", km: "ការបញ្ចប់វគ្គ '\(setting.event.id)'"),
      columns: columns, rows: rows, footnotes: [footnote(setting)])
    func count(_ kind: CertificateKind) -> Table.Cell {
      .integer(setting.learners.count { $0.earns(kind, setting.rule) })
    }
    let values = KeyValues(
      id: "counts",
      items: [
        .init(
          key: "learners", title: EventWords.learners, value: .integer(setting.learners.count)),
        .init(
          key: "attendance", title: CertificateWords.title(.attendance),
          value: count(.attendance)),
        .init(
          key: "completion", title: CertificateWords.title(.completion),
          value: count(.completion)),
      ])
    return Document(
      title: setting.event.title, blocks: [.table(table), .keyValues(values)],
      isSynthetic: setting.store.isSynthetic)
  }

  private static func footnote(_ setting: CompletionSetting) -> LocalizedText {
    let share = setting.rule.leastShare
    let days = setting.days.dates.count
    let tests = setting.rule.tests.map(\.rawValue).joined(separator: ", ")
    return LocalizedText(
      en:
        "Rule: at least \(share) % of \(days) days; for completion also the tests \(tests.isEmpty ? "–" : tests). The codes are those of the certificates.",
      km: Khmer.withKhmerDigits("លក្ខខណ្ឌ៖ យ៉ាងតិច \(share) % នៃ \(days) ថ្ងៃ។")
        + " ដើម្បីបញ្ចប់ ត្រូវមានតេស្ត \(tests.isEmpty ? "–" : tests) ផងដែរ។"
        + " លេខកូដគឺជាលេខកូដវិញ្ញាបនបត្រ។")
  }

  private static let attendedTitle = LocalizedText(en: "days attended", km: "ថ្ងៃដែលចូលរួម")

  private static func dayTitle(_ number: Int, _ date: KhmerDate?) -> LocalizedText {
    if let date { return date.text(.short) }
    return LocalizedText(en: "day \(number)", km: "ថ្ងៃទី \(Khmer.withKhmerDigits("\(number)"))")
  }

  static func presence(_ presence: AttendanceRecord.Presence) -> LocalizedText {
    switch presence {
    case .full: LocalizedText(en: "full", km: "ពេញ")
    case .half: LocalizedText(en: "half", km: "កន្លះ")
    case .absent: LocalizedText(en: "absent", km: "អវត្តមាន")
    }
  }

  private static func head(_ names: [String: PersonName]) -> [Table.Column] {
    var columns = [
      Table.Column("number", EventWords.number, .number), Table.Column("code", EventWords.code),
    ]
    guard !names.isEmpty else { return columns }
    columns.append(
      Table.Column("khmerName", LocalizedText(en: "Khmer name", km: "ឈ្មោះជាអក្សរខ្មែរ")))
    columns.append(
      Table.Column("latinName", LocalizedText(en: "Latin name", km: "ឈ្មោះជាអក្សរឡាតាំង")))
    return columns
  }

  private static func cells(
    _ learner: Completion, _ names: [String: PersonName]
  ) -> [Table.Cell] {
    var row: [Table.Cell] = [.integer(learner.number), .text(learner.code)]
    guard !names.isEmpty else { return row }
    row.append(.text(names[learner.code]?.khmer ?? ""))
    row.append(.text(names[learner.code]?.latin ?? ""))
    return row
  }
}
