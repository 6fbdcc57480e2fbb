import Document
import LocalServer

@testable import Preview

/// A unit of cmi5 as a page of ours would behave, against a store.
struct SampleUnit {
  static let registration = "11111111-2222-4333-8444-555555555555"
  static let agent = #"{"account":{"homePage":"http://localhost/sala-preview","name":"Sok Dara"}}"#

  var service: PreviewService
  var token = ""
  var session = ""
  var activity = ""
  private var count = 0

  init() throws {
    service = PreviewService(site: try PreviewSamples.site(PreviewSamples.cmi5), seed: 7)
  }

  static func text(_ response: HTTPResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  static func json(_ response: HTTPResponse) -> JSONValue {
    JSONValue.parse(text(response)) ?? .null
  }

  /// Sends a request with the fields that a unit sends.
  mutating func send(
    _ method: String, _ target: String, _ body: String = "", _ fields: [String: String] = [:]
  ) -> HTTPResponse {
    let own = [
      "host": "127.0.0.1:8000", "authorization": "Basic \(token)",
      "x-experience-api-version": "1.0.3", "content-type": "application/json",
    ]
    return service.answer(
      HTTPRequest(
        method, target, fields: own.merging(fields) { $1 }, body: Array(body.utf8)), now: 1e9)
  }

  /// Asks the LMS to open the unit.
  mutating func launch(mode: String = "Normal", registration: String = registration)
    -> HTTPResponse
  {
    let response = send(
      "POST", "/cmi5/launch",
      """
      {"item": "https://example.org/au", "registration": "\(registration)",
       "learner": "Sok Dara", "mode": "\(mode)", "language": "km"}
      """)
    session = Self.json(response)["session"]?.stringValue ?? ""
    let address = Self.json(response)["address"]?.stringValue ?? ""
    activity = HTTPRequest("GET", address).query["activityId"] ?? ""
    return response
  }

  /// Opens the unit and takes its token.
  mutating func open(mode: String = "Normal") -> HTTPResponse {
    _ = launch(mode: mode)
    let response = send("POST", "/cmi5/fetch?session=\(session)")
    token = Self.json(response)["auth-token"]?.stringValue ?? ""
    return response
  }

  /// A statement as a unit makes it, with `change` made to it.
  mutating func statement(
    _ verb: String, result: JSONValue? = nil, _ change: (inout JSONObject) -> Void = { _ in }
  ) -> JSONValue {
    count += 1
    let digits = String(1000 + count)
    var category: [JSONValue] = [["id": .string(CMI5.category)]]
    if ["completed", "passed", "failed"].contains(verb) {
      category.append(["id": .string(CMI5.moveOn)])
    }
    var statement: JSONObject = [
      "id": .string("0000\(digits)-0000-4000-8000-000000000000"),
      "actor": JSONValue.parse(Self.agent) ?? .null,
      "verb": ["id": .string(CMI5.verbs + verb)],
      "object": ["id": .string(activity)],
      "timestamp": "2026-05-01T08:00:00.5Z",
      "context": [
        "registration": .string(Self.registration),
        "contextActivities": ["category": .array(category)],
        "extensions": .object([CMI5.sessionID: .string(session)]),
      ],
    ]
    if let result { statement["result"] = result }
    change(&statement)
    return .object(statement)
  }

  /// Sends a statement and returns the status.
  mutating func status(_ statement: JSONValue) -> Int {
    send("POST", "/lrs/statements", statement.encoded()).status
  }

  /// The results that the verbs need.
  static let passed: JSONValue = [
    "success": true, "duration": "PT1M", "score": ["scaled": 0.8],
  ]
  static let failed: JSONValue = [
    "success": false, "duration": "PT1M", "score": ["scaled": 0.5],
  ]
  static let completed: JSONValue = ["completion": true, "duration": "PT1M"]
  static let terminated: JSONValue = ["duration": "PT2M"]
}
