import Document
import LocalServer
import Text

/// The documents of a store: state, and profiles of activities and agents (xAPI 1.0.3, part three,
/// 2.2 to 2.7).
struct LRSDocuments: Sendable {
  /// Which resource a document belongs to.
  enum Kind: Sendable {
    case state
    case activityProfile
    case agentProfile

    /// The parameter that names the document.
    var id: String { self == .state ? "stateId" : "profileId" }

    /// The parameters that must be there.
    var scope: [String] {
      switch self {
      case .state: ["activityId", "agent"]
      case .activityProfile: ["activityId"]
      case .agentProfile: ["agent"]
      }
    }
  }

  /// Where a document lies.
  private struct Place: Hashable {
    let kind: Kind
    /// The values of the scope, the registration with them.
    let scope: [String]
    let id: String
  }

  private struct Content {
    let type: String
    let bytes: [UInt8]

    var mark: String {
      "\"\(StableHash.hex64(type + "\n" + bytes.map { String($0, radix: 16) }.joined()))\""
    }
  }

  /// The most documents, and the most bytes of all together.
  private static let mostDocuments = 2000
  private static let mostBytes = 64 << 20

  private var documents: [Place: Content] = [:]
  private var bytes = 0

  /// Writes what the LMS writes before a launch (cmi5 10 and 11).
  mutating func prepare(_ session: CMI5Session) {
    let agent = Self.agent(session.actor)
    let launch = Place(
      kind: .state, scope: [session.activityID, agent, session.registration],
      id: "LMS.LaunchData")
    put(session.launchData, at: launch)
    let preferences = Place(kind: .agentProfile, scope: [agent], id: "cmi5LearnerPreferences")
    guard documents[preferences] == nil else { return }
    put(
      [
        "languagePreference": .string("\(session.language.rawValue),en"), "audioPreference": "on",
      ], at: preferences)
  }

  private mutating func put(_ value: JSONValue, at place: Place) {
    let content = Content(type: "application/json", bytes: Array(value.encoded().utf8))
    bytes += content.bytes.count - (documents[place]?.bytes.count ?? 0)
    documents[place] = content
  }

  /// An agent by its identifier alone, so that a name more or less does not matter.
  private static func agent(_ value: JSONValue) -> String {
    let account = value["account"]
    return [
      account?["homePage"]?.stringValue, account?["name"]?.stringValue, value["mbox"]?.stringValue,
      value["mbox_sha1sum"]?.stringValue, value["openid"]?.stringValue,
    ].map { $0 ?? "" }.joined(separator: "\n")
  }

  /// Answers a request about documents.
  mutating func answer(
    _ request: HTTPRequest, _ kind: Kind
  ) throws(LRSRefusal) -> HTTPResponse {
    let query = request.query
    var scope: [String] = []
    for name in kind.scope {
      guard let value = query[name] else { throw LRSMessages.missingParameter }
      if name == "agent" {
        guard let agent = JSONValue.parse(value), StatementRules.isAgent(agent) else {
          throw LRSMessages.missingParameter
        }
        scope.append(Self.agent(agent))
      } else {
        guard StatementRules.isIRI(value) else { throw LRSMessages.missingParameter }
        scope.append(value)
      }
    }
    if kind == .state {
      let registration = query["registration"] ?? ""
      guard registration.isEmpty || StatementRules.isUUID(registration) else {
        throw LRSMessages.missingParameter
      }
      scope.append(registration)
    }
    guard let id = query[kind.id] else { return try all(request, kind, scope) }
    return try one(request, Place(kind: kind, scope: scope, id: id))
  }

  /// Without an id: the ids of all documents, or their deletion.
  private mutating func all(
    _ request: HTTPRequest, _ kind: Kind, _ scope: [String]
  ) throws(LRSRefusal) -> HTTPResponse {
    let places = documents.keys.filter { $0.kind == kind && $0.scope == scope }
    switch request.method {
    case "GET":
      return LearningRecordStore.json(.array(places.map(\.id).sorted().map { .string($0) }))
    case "DELETE" where kind == .state:
      for place in places where place.id != "LMS.LaunchData" { remove(place) }
      return HTTPResponse(204)
    case "PUT", "POST", "DELETE": throw LRSMessages.missingParameter
    default: throw LRSMessages.wrongMethod
    }
  }

  private mutating func one(
    _ request: HTTPRequest, _ place: Place
  ) throws(LRSRefusal) -> HTTPResponse {
    let known = documents[place]
    if request.method == "GET" {
      guard let known else { throw LRSMessages.noDocument }
      return HTTPResponse(
        200,
        fields: [
          HTTPResponse.Field("Content-Type", known.type), HTTPResponse.Field("ETag", known.mark),
        ], body: known.bytes)
    }
    guard ["PUT", "POST", "DELETE"].contains(request.method) else { throw LRSMessages.wrongMethod }
    if place.id == "LMS.LaunchData" { throw LRSMessages.launchData }
    try checkConditions(request, place, known)
    switch request.method {
    case "DELETE": remove(place)
    case "POST": try keep(try joined(request, known), at: place)
    default:
      let type = request.fields["content-type"] ?? "application/octet-stream"
      try keep(Content(type: type, bytes: request.body), at: place)
    }
    return HTTPResponse(204)
  }

  private func checkConditions(
    _ request: HTTPRequest, _ place: Place, _ known: Content?
  ) throws(LRSRefusal) {
    let match = request.fields["if-match"]
    let noneMatch = request.fields["if-none-match"]
    if let match, known.map({ match == "*" || match == $0.mark }) != true {
      throw LRSMessages.changed
    }
    if let noneMatch, let known, noneMatch == "*" || noneMatch == known.mark {
      throw LRSMessages.changed
    }
    if place.kind != .state, request.method == "PUT", known != nil, match == nil,
      noneMatch == nil
    {
      throw LRSMessages.noCondition
    }
  }

  /// What POST makes of a document that is there: the members of both, the new ones first in rank.
  private func joined(
    _ request: HTTPRequest, _ known: Content?
  ) throws(LRSRefusal) -> Content {
    let type = request.fields["content-type"] ?? "application/octet-stream"
    guard let known else { return Content(type: type, bytes: request.body) }
    guard type.utf8.starts(with: "application/json".utf8),
      var old = JSONValue.parse(String(decoding: known.bytes, as: UTF8.self))?.objectValue,
      let new = JSONValue.parse(String(decoding: request.body, as: UTF8.self))?.objectValue
    else { throw LRSMessages.notMerged }
    for member in new.members { old[member.key] = member.value }
    return Content(type: type, bytes: Array(JSONValue.object(old).encoded().utf8))
  }

  private mutating func keep(_ content: Content, at place: Place) throws(LRSRefusal) {
    let before = documents[place]?.bytes.count ?? 0
    guard documents.count < Self.mostDocuments || documents[place] != nil,
      bytes - before + content.bytes.count <= Self.mostBytes
    else { throw LRSMessages.full }
    bytes += content.bytes.count - before
    documents[place] = content
  }

  private mutating func remove(_ place: Place) {
    bytes -= documents.removeValue(forKey: place)?.bytes.count ?? 0
  }
}
