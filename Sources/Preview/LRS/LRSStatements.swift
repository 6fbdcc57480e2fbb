import Document
import LocalServer

extension LearningRecordStore {
  /// The statements resource: PUT one, POST one or many, GET (xAPI 1.0.3, part three, 2.1).
  mutating func statements(
    _ request: HTTPRequest, _ session: CMI5Session, now: Double
  ) throws(LRSRefusal) -> HTTPResponse {
    switch request.method {
    case "GET": return try found(request)
    case "PUT":
      guard let id = request.query["statementId"], StatementRules.isUUID(id),
        var object = try body(request).objectValue
      else { throw LRSMessages.missingParameter }
      if let own = object["id"], own.stringValue?.lowercased() != id.lowercased() {
        throw LRSMessages.missingParameter
      }
      object["id"] = .string(id)
      _ = try keep([.object(object)], session, now: now)
      return HTTPResponse(204)
    case "POST":
      let body = try body(request)
      let ids = try keep(body.arrayValue ?? [body], session, now: now)
      return Self.json(.array(ids.map { .string($0) }))
    default: throw LRSMessages.wrongMethod
    }
  }

  private func body(_ request: HTTPRequest) throws(LRSRefusal) -> JSONValue {
    guard let text = String(validating: request.body, as: UTF8.self),
      let value = JSONValue.parse(text)
    else { throw LRSMessages.notJSON }
    return value
  }

  /// Keeps all statements of a request or none.
  private mutating func keep(
    _ sent: [JSONValue], _ session: CMI5Session, now: Double
  ) throws(LRSRefusal) -> [String] {
    guard statements.count + sent.count <= Self.mostStatements else { throw LRSMessages.full }
    // A copy takes them one after another; it becomes the store when all are sound.
    var copy = self
    var ids: [String] = []
    for statement in sent { ids.append(try copy.keepOne(statement, session.token, now: now)) }
    self = copy
    return ids
  }

  private mutating func keepOne(
    _ statement: JSONValue, _ token: String, now: Double
  ) throws(LRSRefusal) -> String {
    if let refusal = StatementRules.refusal(of: statement) { throw refusal }
    guard var session = sessions[token], var object = statement.objectValue else {
      throw LRSMessages.noToken
    }
    if let id = statement["id"]?.stringValue, let place = places[id.lowercased()] {
      guard Self.isSame(statements[place], statement) else {
        throw LRSRefusal(
          409, "xAPI 2.1.1", "Another statement has this id.",
          "សេចក្តីថ្លែងផ្សេងមាន id នេះរួចហើយ។")
      }
      return id
    }
    let sent = verbs(of: session)
    if let refusal = CMI5Rules.refusal(of: statement, in: session, sent: sent) { throw refusal }
    let id = statement["id"]?.stringValue ?? uuid()
    object["id"] = .string(id)
    object["stored"] = .string(Timestamp.text(now))
    if object["timestamp"] == nil { object["timestamp"] = .string(Timestamp.text(now)) }
    if CMI5Rules.isDefined(statement) {
      switch CMI5Rules.verb(of: statement) {
      case "initialized": session.isInitialized = true
      case "terminated": session.isTerminated = true
      default: break
      }
    }
    sessions[token] = session
    store(.object(object))
    return id
  }

  /// Tells whether a stored statement is what was sent, but for what the store added.
  private static func isSame(_ stored: JSONValue, _ sent: JSONValue) -> Bool {
    guard var left = stored.objectValue, var right = sent.objectValue else { return false }
    for key in ["stored", "authority", "version"] {
      left[key] = nil
      right[key] = nil
    }
    if right["timestamp"] == nil { left["timestamp"] = nil }
    return Self.sorted(.object(left)) == Self.sorted(.object(right))
  }

  /// The same value with the keys of all objects in order, because their order means nothing.
  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let values): .array(values.map(sorted))
    case .object(let object):
      .object(
        JSONObject(
          object.members.sorted { $0.key < $1.key }
            .map { JSONObject.Member($0.key, sorted($0.value)) }))
    default: value
    }
  }

  /// The verbs of the cmi5 defined statements about a unit in a registration.
  private func verbs(of session: CMI5Session) -> Set<String> {
    let own = statements.filter { statement in
      CMI5Rules.isDefined(statement)
        && statement["object"]?["id"]?.stringValue == session.activityID
        && statement["context"]?["registration"]?.stringValue == session.registration
    }
    return Set(own.compactMap(CMI5Rules.verb))
  }

  private func found(_ request: HTTPRequest) throws(LRSRefusal) -> HTTPResponse {
    let query = request.query
    if let id = query["statementId"] {
      guard let place = places[id.lowercased()] else { throw LRSMessages.noDocument }
      return Self.json(statements[place])
    }
    let wanted = statements.filter { statement in
      func matches(_ name: String, _ value: JSONValue?) -> Bool {
        query[name] == nil || query[name] == value?.stringValue
      }
      return matches("verb", statement["verb"]?["id"])
        && matches("activity", statement["object"]?["id"])
        && matches("registration", statement["context"]?["registration"])
    }
    let ordered = query["ascending"] == "true" ? wanted : wanted.reversed()
    let limit = query["limit"].flatMap { Int($0) } ?? 0
    let shown = limit > 0 ? Array(ordered.prefix(limit)) : ordered
    return Self.json(["statements": .array(shown), "more": ""])
  }
}
