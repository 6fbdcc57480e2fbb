import Assessment
import LocalServer
import Source
import Text

@testable import QuizPage

/// A form made up for tests, with every kind of question.
enum PageSamples {
  static func both(_ en: String, _ km: String) -> LocalizedText { LocalizedText(en: en, km: km) }

  static func item(
    _ id: String, _ interaction: Interaction, stem: LocalizedText? = nil,
    pool: ItemPool = .test
  ) -> Item {
    Item(
      id: id, outcome: Located("A-1", at: SourceLocation(file: "")), cognitive: .apply, pool: pool,
      stem: stem ?? both("What about **\(id)**?", "ចុះ **\(id)**?"), interaction: interaction,
      feedback: both("WHOLE-\(id)", "ទាំងមូល-\(id)"))
  }

  static func options(_ count: Int, right: Set<Int>) -> [ChoiceOption] {
    (0..<count).map { index in
      let id = ChoiceOption.id(at: index)
      return ChoiceOption(
        id: id, text: both("Option \(id) <b>&", "ជម្រើស \(id)"), isCorrect: right.contains(index),
        feedback: both("SECRET-\(id)", "អាថ៌កំបាំង-\(id)"))
    }
  }

  static let single = item(
    "single", .choice(ChoiceInteraction(isMultiple: false, options: options(4, right: [2]))))
  static let several = item(
    "several", .choice(ChoiceInteraction(isMultiple: true, options: options(4, right: [0, 3]))),
    stem: both("First.\n\nSecond.", "ទីមួយ។\n\nទីពីរ។"))
  static let truth = item("truth", .choice(ChoiceInteraction(isTrue: true)))
  static let number = item(
    "number",
    .numeric(
      NumericInteraction(
        answers: [.init(value: 4711, tolerance: 0.5, feedback: both("SECRET-n", "អាថ៌កំបាំង-n"))],
        units: [.init(symbol: "m", factor: 1), .init(symbol: "km", factor: 1000)])))
  static let plain = item("plain", .numeric(NumericInteraction(value: 12, tolerance: 0)))
  static let word = item("word", .text(TextInteraction(accepted: ["keyword"])))
  static let pairs = item(
    "pairs",
    .match(
      MatchInteraction(
        sources: ["a", "b", "c"].enumerated().map { index, id in
          .init(id: id, text: both("Source \(id)", "ប្រភព \(id)"), target: "\(index + 1)")
        },
        targets: ["1", "2", "3", "4"].map {
          .init(id: $0, text: both("Target \($0)", "គូ \($0)"))
        })))
  static let order = item("order", .order(OrderInteraction(options: options(4, right: []))))
  static let blanks = item(
    "blanks",
    .blanks(
      BlanksInteraction(blanks: [
        .init(id: "a", entry: .text(TextInteraction(accepted: ["blankword"]))),
        .init(id: "b", entry: .numeric(NumericInteraction(value: 4712, tolerance: 0))),
        .init(
          id: "c",
          entry: .choice(ChoiceInteraction(isMultiple: false, options: options(3, right: [1])))),
      ])),
    stem: both("The [[a]] has [[b]] of [[c]], not [[x]].", "[[a]] មាន [[b]] នៃ [[c]]។"))
  static let scale = item(
    "scale", .rating(RatingInteraction(isSelfRating: false, options: options(5, right: []))),
    pool: .survey)
  static let essay = item("essay", .essay(EssayInteraction(lines: 6, mostWords: 50)))
  static let deed = item("deed", .performance)

  static let items = [
    single, several, truth, number, plain, word, pairs, order, blanks, scale, essay, deed,
  ]

  static func form(_ items: [Item] = items, grace: Int = 0) -> TestForm {
    TestForm(
      id: "f", title: both("Trial & error", "សាកល្បង"), items: items, anchors: [], minutes: 45,
      masteryPercent: 70, policy: FormPolicy(minutes: 45, graceMinutes: grace))
  }
}

/// A disk that is full.
struct FullDisk: Error, Equatable {}

/// A browser with one tab, which knows no scripts, and a sitting behind it.
final class Tab {
  private(set) var recorded: [Attempt.Event] = []
  /// What was decided about reports, in order.
  private(set) var decisions: [Bool] = []
  var session: QuizSession<FullDisk>
  var state = QuizPageState()
  let page: QuizPage
  let clock = Clock()
  /// The last answer, and the path that it came from.
  private(set) var last = HTTPResponse(200)
  private(set) var path = ""

  /// The time and the disk, which tests change.
  final class Clock {
    var time = 0.0
    var isFull = false
    var events: [Attempt.Event] = []
  }

  init(
    _ items: [Item] = PageSamples.items, language: Language = .english, practice: Bool = false,
    minutes: Double? = nil, grace: Int = 0, large: Bool = false,
    participation: ParticipationNotice? = nil
  ) {
    let clock = clock
    page = QuizPage(
      token: "0123456789abcdef", proof: "fedcba9876543210", port: 4000, isLarge: large,
      notice: LocalizedText(en: "NOTICE", km: "ចំណាំ"), participation: participation)
    session = QuizSession(
      form: PageSamples.form(items, grace: grace), language: language, optionSeed: "seed",
      showsFeedback: practice, timeLimit: minutes.map { $0 * 60 }, clock: { clock.time },
      record: { event, _ throws(FullDisk) in
        if clock.isFull { throw FullDisk() }
        clock.events.append(event)
      })
  }

  var events: [Attempt.Event] { clock.events }
  var html: String { String(decoding: last.body, as: UTF8.self) }
  var attempt: Attempt { session.attempt }

  /// Sends any request, and takes what happened.
  @discardableResult
  func send(_ request: HTTPRequest) throws -> HTTPResponse {
    let reply = page.answer(request, session, state)
    for event in reply.events { try session.apply(event) }
    if let decision = reply.decision { decisions.append(decision) }
    state = reply.state
    last = reply.response
    return reply.response
  }

  /// Opens a page below the token, and goes where it leads.
  @discardableResult
  func open(_ path: String = "") throws -> HTTPResponse {
    try follow(
      HTTPRequest("GET", "/\(page.token)/\(path)", fields: ["host": "127.0.0.1:4000"]))
  }

  func follow(_ request: HTTPRequest) throws -> HTTPResponse {
    var answer = try send(request)
    path = request.target
    var steps = 0
    while answer.status == 303, let target = answer["Location"], steps < 5 {
      steps += 1
      path = target
      answer = try send(HTTPRequest("GET", target, fields: ["host": "127.0.0.1:4000"]))
    }
    return answer
  }

  /// The name of the page that is open.
  var place: String {
    let name = path.utf8.dropFirst(page.token.utf8.count + 2)
    return String(Substring(name.prefix { $0 != UInt8(ascii: "?") }))
  }

  /// Sends a form with exactly these fields.
  func request(_ fields: [(String, String)]) -> HTTPRequest {
    let body = fields.map { "\(Self.coded($0.0))=\(Self.coded($0.1))" }.joined(separator: "&")
    return HTTPRequest(
      "POST", "/\(page.token)/do",
      fields: [
        "host": "127.0.0.1:4000", "origin": "http://127.0.0.1:4000",
        "content-type": "application/x-www-form-urlencoded",
      ],
      body: Array(body.utf8))
  }

  /// Presses a button of the page that is open, after these fields were filled in; the hidden ones
  /// are sent as they are.
  @discardableResult
  func press(_ button: String, _ fields: [(String, String)] = []) throws -> HTTPResponse {
    try follow(request(hidden + fields + [("do", button)]))
  }

  /// The hidden fields of the page that is open, in its order.
  var hidden: [(String, String)] {
    html.split(separator: "<input type=\"hidden\" name=\"").dropFirst().map { part in
      let text = String(part)
      let name = text.prefix { $0 != "\"" }
      let value = text.split(separator: "value=\"", maxSplits: 1)[1].prefix { $0 != "\"" }
      return (String(name), String(value))
    }
  }

  private static func coded(_ text: String) -> String {
    PercentCoding.encoded(text).replacing("/", with: "%2F")
  }
}
