import Assessment
import Document
import Records
import Terminal
import Text

/// Chance that comes from the console.
struct ConsoleChance: RandomNumberGenerator {
  let draw: () -> UInt64

  mutating func next() -> UInt64 { draw() }
}

/// Finds events in a store.
enum EventFinding {
  static func event(_ id: String, in store: Store) throws -> EventSummary {
    let events = try store.events()
    if let event = events.first(where: { $0.id == id }) { return event }
    throw CommandFailure(
      EventWords.noEvent(id, suggestion: Suggestion.nearest(to: id, in: events.map(\.id))),
      code: 1)
  }
}

/// Renders a document in one of the formats of the commands.
func rendered(
  _ document: Document, as format: OutputFormat, language: Language, console: Console,
  excel: Bool = false
) throws -> String {
  let kind: DocumentFormat =
    switch format {
    case .text: .text
    case .json: .json
    case .csv: .csv
    case .html: .html
    }
  // Who asks for lines that can be read aloud is given sentences in place of drawings.
  let accessible = console.environment["ACCESSIBLE"] ?? ""
  let drawsPictures =
    (accessible.isEmpty || accessible == "0") && console.environment["TERM"] != "dumb"
  let text = DocumentRendering.render(
    document, as: kind, language: language,
    options: RenderingOptions(
      width: console.width, hasByteOrderMark: excel, drawsPictures: drawsPictures))
  // By bytes: the CR LF that ends a CSV record is one character, and not equal to LF.
  return text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
}

/// The words of the commands about events.
enum EventWords {
  static func occasion(_ occasion: Occasion) -> LocalizedText {
    switch occasion {
    case .pre: LocalizedText(en: "pre-test", km: "តេស្តមុនវគ្គ")
    case .post: LocalizedText(en: "post-test", km: "តេស្តក្រោយវគ្គ")
    case .followUp: LocalizedText(en: "follow-up test", km: "តេស្តតាមដាន")
    case .practice: LocalizedText(en: "practice", km: "ការហាត់")
    }
  }

  static func noEvent(_ id: String, suggestion: String?) -> LocalizedText {
    let guess = suggestion.map { " Did you mean '\($0)'?" } ?? ""
    let guessKhmer = suggestion.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""
    return LocalizedText(
      en: "There is no event '\(id)' in these records.\(guess)",
      km: "គ្មានព្រឹត្តិការណ៍ '\(id)' ក្នុងកំណត់ត្រានេះទេ។\(guessKhmer)")
  }

  static let fileOrCount = LocalizedText(
    en: "Give either a table of people or --count.",
    km: "សូមផ្តល់តែមួយក្នុងចំណោមពីរ៖ តារាងសិក្ខាកាម ឬ --count។")

  static func created(_ record: EventRecord) -> LocalizedText {
    LocalizedText(
      en:
        "Created the event '\(record.id)' (forms \(record.forms.joined(separator: ", ")), seed \(record.seed)).",
      km:
        "បានបង្កើតព្រឹត្តិការណ៍ '\(record.id)' (វិញ្ញាសា \(record.forms.joined(separator: ", ")), លេខចាប់ផ្តើម \(record.seed))។"
    )
  }

  static func nextRoster(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "Next: sala event roster \(id) ROSTER.csv", km: "បន្ទាប់៖ sala event roster \(id) ROSTER.csv"
    )
  }

  static func opened(_ id: String, _ occasion: Occasion) -> LocalizedText {
    let name = Self.occasion(occasion)
    return LocalizedText(
      en: "The \(name.en) of '\(id)' is open.", km: "\(name.km)នៃ '\(id)' បានបើក។")
  }

  static func closed(_ id: String, _ occasion: Occasion) -> LocalizedText {
    let name = Self.occasion(occasion)
    return LocalizedText(
      en: "The \(name.en) of '\(id)' is closed.", km: "\(name.km)នៃ '\(id)' បានបិទ។")
  }

  static let code = LocalizedText(en: "code", km: "កូដ")
  static let number = LocalizedText(en: "number", km: "លេខរៀង")
  static let learners = LocalizedText(en: "learners", km: "សិក្ខាកាម")

  /// The list of the codes that were given out.
  static func codeList(
    _ event: EventSummary, _ learners: [EventSummary.Enrollment]
  ) -> Document {
    let columns = [
      Table.Column("number", number, .number), Table.Column("code", code, .text),
      Table.Column("pre", occasion(.pre), .text), Table.Column("post", occasion(.post), .text),
    ]
    var event = event
    event.learners = learners
    let rows = learners.map { learner -> [Table.Cell] in
      [
        .integer(learner.number), .text(learner.code),
        .text(event.form(of: learner.sequence, occasion: .pre) ?? ""),
        .text(event.form(of: learner.sequence, occasion: .post) ?? ""),
      ]
    }
    let table = Table(
      id: "roster",
      caption: LocalizedText(
        en:
          "\(learners.count) learners of '\(event.id)': write each code beside a name on your own list",
        km:
          "សិក្ខាកាម \(Khmer.withKhmerDigits("\(learners.count)")) នាក់ នៃ '\(event.id)'៖ សូមសរសេរកូដនីមួយៗក្បែរឈ្មោះក្នុងបញ្ជីរបស់អ្នក"
      ),
      columns: columns, rows: rows, footnotes: [])
    return Document(
      title: LocalizedText(en: "Learner codes", km: "កូដសិក្ខាកាម"), blocks: [.table(table)],
      isSynthetic: event.isSynthetic)
  }

  /// How far events have come; with `accommodations`, each learner of the first one as well.
  ///
  /// Linked codes count as one learner; each keeps its row.
  static func status(
    _ events: [EventSummary], attempts: [ScoredAttempt], accommodations: [AccommodationRecord]?,
    links: CodeLinks, isSynthetic: Bool
  ) -> Document {
    let tests: [Occasion] = [.pre, .post, .followUp]
    let columns =
      [
        Table.Column("event", LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍"), .text),
        Table.Column("title", LocalizedText(en: "title", km: "ចំណងជើង"), .text),
        Table.Column("learners", learners, .number),
        Table.Column("open", LocalizedText(en: "open now", km: "កំពុងបើក"), .text),
      ] + tests.map { Table.Column($0.rawValue, occasion($0), .number) }
    let rows = events.map { event -> [Table.Cell] in
      let own = attempts.filter { $0.event == event.id && $0.isHandedIn }
      return [
        .text(event.id), .localized(event.title),
        .integer(Set(event.learners.map { links.person($0.code) }).count),
        .text(event.openOccasions.map(\.rawValue).joined(separator: " ")),
      ]
        + tests.map { test in
          .integer(Set(own.filter { $0.occasion == test }.map(\.code)).count)
        }
    }
    var blocks: [Document.Block] = [
      .table(
        Table(
          id: "events",
          caption: LocalizedText(
            en: "Events, and how many learners handed in each test",
            km: "ព្រឹត្តិការណ៍ និងចំនួនសិក្ខាកាមដែលបានប្រគល់តេស្តនីមួយៗ"),
          columns: columns, rows: rows, footnotes: []))
    ]
    if let accommodations, let event = events.first {
      blocks.append(.table(progress(event, attempts, accommodations)))
    }
    return Document(
      title: LocalizedText(en: "Events", km: "ព្រឹត្តិការណ៍"), blocks: blocks,
      isSynthetic: isSynthetic)
  }

  private static func progress(
    _ event: EventSummary, _ attempts: [ScoredAttempt], _ accommodations: [AccommodationRecord]
  ) -> Table {
    let tests: [Occasion] = [.pre, .post, .followUp]
    let rows = event.learners.map { learner -> [Table.Cell] in
      [.integer(learner.number), .text(learner.code)]
        + tests.map { test in
          let own = attempts.filter { $0.code == learner.code && $0.occasion == test }
          if own.contains(where: \.isHandedIn) { return .localized(handedIn) }
          return own.isEmpty ? .empty : .localized(begun)
        }
        + [
          accommodations.last { $0.code == learner.code }
            .map { .localized(AccommodationWords.granted($0)) } ?? .empty
        ]
    }
    return Table(
      id: "progress",
      caption: LocalizedText(en: "Learners of '\(event.id)'", km: "សិក្ខាកាមនៃ '\(event.id)'"),
      columns: [Table.Column("number", number, .number), Table.Column("code", code, .text)]
        + tests.map { Table.Column($0.rawValue, occasion($0), .text) }
        + [Table.Column("accommodation", accommodation, .text)],
      rows: rows, footnotes: [])
  }

  private static let accommodation = LocalizedText(
    en: "accommodation", km: "ការសម្របសម្រួលពិសេស")
  private static let handedIn = LocalizedText(en: "handed in", km: "បានប្រគល់")
  private static let begun = LocalizedText(en: "begun", km: "បានចាប់ផ្តើម")
}
