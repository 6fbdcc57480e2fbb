import Document
import LocalServer
import Text

/// A learning record store of one preview, in memory: as much of xAPI 1.0.3 as a unit of cmi5 uses,
/// strict where pages get it wrong, with a list of all that was asked and answered.
struct LearningRecordStore: Sendable {
  /// The most statements, sessions and documents; a preview is for one person and one day.
  static let mostStatements = 20_000
  static let mostSessions = 1000
  /// The most entries of the list that are kept.
  static let mostEntries = 2000

  let course: PreviewCourse
  var random: SeededGenerator
  var sessions: [String: CMI5Session] = [:]
  var statements: [JSONValue] = []
  var places: [String: Int] = [:]
  var documents = LRSDocuments()
  private var entries: [JSONValue] = []
  private var entryCount = 0

  init(course: PreviewCourse, seed: UInt64) {
    self.course = course
    random = SeededGenerator(seed: seed, purpose: "preview")
  }

  mutating func answer(_ request: HTTPRequest, now: Double) -> HTTPResponse {
    let parts = request.rawPath.split(separator: "/").map { String($0) }
    if parts == ["cmi5", "log"], request.method == "GET" { return log(request) }
    var response: HTTPResponse
    var refusal: LRSRefusal?
    do throws(LRSRefusal) {
      response = try routed(parts, request, now: now)
    } catch {
      refusal = error
      response = HTTPResponse(
        error.status, saying: "\(error.rule.en) (\(error.clause))")
    }
    if parts.first == "lrs" {
      response.fields.append(HTTPResponse.Field("X-Experience-API-Version", "1.0.3"))
    }
    note(request, parts, response, refusal, now: now)
    return response
  }

  private mutating func routed(
    _ parts: [String], _ request: HTTPRequest, now: Double
  ) throws(LRSRefusal) -> HTTPResponse {
    switch (parts, request.method) {
    case (["cmi5", "launch"], "POST"): return try launch(request, now: now)
    case (["cmi5", "fetch"], "POST"): return fetch(request)
    case (["cmi5", "reset"], "POST"): return reset(request)
    case (["cmi5", "launch"], _), (["cmi5", "fetch"], _), (["cmi5", "reset"], _):
      throw LRSMessages.wrongMethod
    case (["lrs", "about"], "GET"): return Self.json(["version": ["1.0.3"]])
    default: break
    }
    guard parts.first == "lrs" else { throw LRSMessages.noSuchResource }
    guard request.fields["x-experience-api-version"].map(Self.isVersion) ?? false else {
      throw LRSMessages.noVersion
    }
    guard let token = Self.token(request), let session = sessions[token], session.isFetched else {
      throw LRSMessages.noToken
    }
    switch parts.dropFirst().joined(separator: "/") {
    case "statements": return try statements(request, session, now: now)
    case "activities/state":
      return try documents.answer(request, .state)
    case "activities/profile":
      return try documents.answer(request, .activityProfile)
    case "agents/profile":
      return try documents.answer(request, .agentProfile)
    case "activities":
      guard request.method == "GET" else { throw LRSMessages.wrongMethod }
      guard let id = request.query["activityId"] else { throw LRSMessages.missingParameter }
      return Self.json(["objectType": "Activity", "id": .string(id)])
    case "agents":
      guard request.method == "GET" else { throw LRSMessages.wrongMethod }
      guard let agent = request.query["agent"].flatMap({ JSONValue.parse($0) }) else {
        throw LRSMessages.missingParameter
      }
      return Self.json([
        "objectType": "Person", "account": .array([agent["account"]].compactMap(\.self)),
      ])
    default: throw LRSMessages.noSuchResource
    }
  }

  static func json(_ value: JSONValue, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      status, type: "application/json; charset=utf-8", body: Array(value.encoded().utf8))
  }

  private static func isVersion(_ text: String) -> Bool {
    text == "1.0" || text.utf8.starts(with: "1.0.".utf8)
  }

  private static func token(_ request: HTTPRequest) -> String? {
    guard let value = request.fields["authorization"], value.utf8.starts(with: "Basic ".utf8)
    else { return nil }
    return String(decoding: value.utf8.dropFirst("Basic ".utf8.count), as: UTF8.self)
  }

  /// A UUID of version 4 from the generator.
  mutating func uuid() -> String {
    let numbers = [random.next(), random.next()]
    var digits = numbers.flatMap { number in
      (0..<16).map { UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * $0)) & 15 }
    }
    digits[12] = 4
    digits[16] = digits[16] & 3 | 8
    let text = digits.map { String($0, radix: 16) }
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { text[$0].joined() }
      .joined(separator: "-")
  }

  // MARK: Launching

  /// Opens a unit: `{"item", "registration", "learner", "mode", "language"}` gives `{"address"}`.
  private mutating func launch(
    _ request: HTTPRequest, now: Double
  ) throws(LRSRefusal) -> HTTPResponse {
    guard let asked = JSONValue.parse(String(decoding: request.body, as: UTF8.self)) else {
      throw LRSMessages.notJSON
    }
    guard let registration = asked["registration"]?.stringValue,
      StatementRules.isUUID(registration), let learner = asked["learner"]?.stringValue,
      !learner.isEmpty, learner.utf8.count <= 500
    else { throw LRSMessages.missingParameter }
    guard course.standard == .cmi5,
      let item = course.items.first(where: { $0.id == asked["item"]?.stringValue }),
      item.path != nil
    else { throw LRSMessages.noItem }
    guard sessions.count < Self.mostSessions, statements.count < Self.mostStatements else {
      throw LRSMessages.full
    }
    let time = Timestamp.text(now)
    let session = CMI5Session(
      item: item, course: course.id, registration: registration, id: uuid(),
      token: uuid().split(separator: "-").joined(),
      mode: asked["mode"]?.stringValue.flatMap { CMI5Session.Mode(rawValue: $0) } ?? .normal,
      learner: learner, host: request.fields["host"] ?? "127.0.0.1",
      language: Language(rawValue: asked["language"]?.stringValue ?? "") ?? .english)
    abandon(registration, at: time)
    sessions[session.token] = session
    documents.prepare(session)
    store(session.statement(verb: "launched", id: uuid(), at: time))
    return Self.json(["address": .string(session.address), "session": .string(session.id)])
  }

  /// Ends the sessions of a registration that nobody ended (cmi5 9.3.6).
  private mutating func abandon(_ registration: String, at time: String) {
    for token in sessions.keys.sorted() {
      guard let session = sessions[token], session.registration == registration,
        !session.isTerminated
      else { continue }
      sessions[token]?.isTerminated = true
      if session.isInitialized {
        store(session.statement(verb: "abandoned", id: uuid(), at: time))
      }
    }
  }

  /// Gives the token of a session, once (cmi5 8.2).
  private mutating func fetch(_ request: HTTPRequest) -> HTTPResponse {
    let id = request.query["session"]
    guard let session = sessions.values.first(where: { $0.id == id }) else {
      return Self.json(["error-code": "3", "error-text": "There is no such session."])
    }
    guard !session.isFetched else {
      return Self.json(["error-code": "1", "error-text": "The token was given already."])
    }
    sessions[session.token]?.isFetched = true
    return Self.json(["auth-token": .string(session.token)])
  }

  /// Forgets everything.
  private mutating func reset(_ request: HTTPRequest) -> HTTPResponse {
    sessions = [:]
    statements = []
    places = [:]
    documents = LRSDocuments()
    return HTTPResponse(204)
  }

  mutating func store(_ statement: JSONValue) {
    if let id = statement["id"]?.stringValue { places[id.lowercased()] = statements.count }
    statements.append(statement)
  }

  // MARK: The list

  private mutating func note(
    _ request: HTTPRequest, _ parts: [String], _ response: HTTPResponse, _ refusal: LRSRefusal?,
    now: Double
  ) {
    let text = { (bytes: [UInt8]) in String(decoding: bytes.prefix(20_000), as: UTF8.self) }
    // A token is no news for anybody.
    let hides = parts == ["cmi5", "fetch"]
    let session = session(of: request, parts)
    entries.append(
      .object([
        "number": .int(entryCount), "time": .string(Timestamp.text(now)),
        "item": JSONValue(text: session?.item.id),
        "registration": JSONValue(text: session?.registration),
        "method": .string(request.method), "resource": .string(parts.joined(separator: "/")),
        "query": .object(
          JSONObject(
            request.query.sorted { $0.key < $1.key }
              .map { JSONObject.Member($0.key, .string($0.value)) })),
        "body": .string(text(request.body)), "status": .int(response.status),
        "answer": .string(hides ? "" : text(response.body)),
        "rule": refusal.map {
          ["en": .string($0.rule.en), "km": .string($0.rule.km), "clause": .string($0.clause)]
        } ?? .null,
      ]))
    entryCount += 1
    if entries.count > Self.mostEntries { entries.removeFirst(entries.count - Self.mostEntries) }
  }

  /// The session that a request belongs to.
  private func session(of request: HTTPRequest, _ parts: [String]) -> CMI5Session? {
    guard parts == ["cmi5", "fetch"] else {
      return Self.token(request).flatMap { sessions[$0] }
    }
    let id = request.query["session"]
    return sessions.values.first { $0.id == id }
  }

  private func log(_ request: HTTPRequest) -> HTTPResponse {
    let after = request.query["after"].flatMap { Int($0) } ?? 0
    let first = entryCount - entries.count
    let wanted = entries.dropFirst(min(max(0, after - first), entries.count))
    return Self.json(["next": .int(entryCount), "entries": .array(Array(wanted.prefix(200)))])
  }
}

/// Times as text.
enum Timestamp {
  /// Returns a time in UTC with milliseconds, `2026-05-01T08:00:00.000Z`.
  ///
  /// The civil date follows from the days since 1970 in the Gregorian calendar, whose cycle of 400
  /// years has 146,097 days.
  static func text(_ seconds: Double) -> String {
    let limited = seconds.isFinite ? min(max(0, seconds), 253_402_300_799) : 0
    let milliseconds = Int(limited * 1000)
    let (days, rest) = (milliseconds / 86_400_000, milliseconds % 86_400_000)
    // Years begin in March, so that the leap day is their last.
    let shifted = days + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0) }
      .joined(separator: ":")
    return "\(padded(year, 4))-\(padded(month))-\(padded(day))T\(clock).\(padded(rest % 1000, 3))Z"
  }
}
