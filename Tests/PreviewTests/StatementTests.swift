import Document
import LocalServer
import Testing

@testable import Preview

@Suite("The rules of statements")
struct StatementTests {
  private var unit: SampleUnit

  init() throws {
    unit = try SampleUnit()
  }

  /// The clause that refuses a statement of a session that has begun, or `nil`.
  private mutating func clause(
    _ verb: String, result: JSONValue? = nil, mode: String = "Normal",
    _ change: (inout JSONObject) -> Void = { _ in }
  ) -> String? {
    if unit.token.isEmpty {
      _ = unit.open(mode: mode)
      _ = unit.status(unit.statement("initialized"))
    }
    let response = unit.send(
      "POST", "/lrs/statements", unit.statement(verb, result: result, change).encoded())
    guard response.status != 200 else { return nil }
    let text = SampleUnit.text(response)
    return text.split(separator: "(").last.map { String($0.prefix { $0 != ")" }) }
  }

  @Test("Each rule of xAPI is enforced")
  mutating func xAPI() {
    #expect(clause("x") { $0["extra"] = 1 } == "xAPI 2.2")
    #expect(clause("x") { $0["id"] = "1" } == "xAPI 2.4.1")
    #expect(clause("x") { $0["actor"] = nil } == "xAPI 2.4.2")
    #expect(clause("x") { $0["verb"] = ["id": "x y"] } == "xAPI 2.4.3")
    #expect(clause("x") { $0["object"] = nil } == "xAPI 2.4.4")
    #expect(clause("x") { $0["object"] = ["id": "x"] } == "xAPI 2.4.4")
    #expect(clause("x", result: ["success": "true"]) == "xAPI 2.4.5")
    #expect(clause("x", result: ["duration": "1 h"]) == "xAPI 4.2.6")
    #expect(clause("x", result: ["score": ["scaled": 1.1]]) == "xAPI 2.4.5.1")
    #expect(clause("x", result: ["score": ["scaled": "1"]]) == "xAPI 2.4.5.1")
    #expect(clause("x", result: ["score": ["raw": 5, "min": 0, "max": 4]]) == "xAPI 2.4.5.1")
    #expect(clause("x", result: ["score": ["min": 4, "max": 4]]) == "xAPI 2.4.5.1")
    #expect(clause("x", result: ["score": 1]) == "xAPI 2.4.5.1")
    #expect(clause("x") { $0["context"] = ["registration": "1"] } == "xAPI 2.4.6")
    #expect(clause("x") { $0["timestamp"] = "yesterday" } == "xAPI 4.2.7")
    #expect(unit.send("POST", "/lrs/statements", "[1]").status == 400)
  }

  @Test("Each rule of cmi5 is enforced")
  mutating func cmi5() {
    #expect(clause("initialized") == "cmi5 9.3.2")
    #expect(clause("launched") == "cmi5 9.3")
    #expect(
      clause("passed", result: SampleUnit.passed) { $0["object"] = ["id": "urn:x"] } == "cmi5 9.4")
    #expect(clause("passed") == "cmi5 9.5.2")
    #expect(clause("passed", result: ["success": false, "duration": "PT1S"]) == "cmi5 9.5.2")
    #expect(clause("terminated", result: ["success": true, "duration": "PT1S"]) == "cmi5 9.5.2")
    #expect(clause("completed", result: ["duration": "PT1S"]) == "cmi5 9.5.3")
    #expect(clause("completed", result: ["completion": true]) == "cmi5 9.5.4.1")
    #expect(clause("terminated") == "cmi5 9.5.4.1")
    #expect(
      clause("completed", result: SampleUnit.completed) {
        $0["context"] = Self.with(
          $0["context"], "contextActivities", ["category": ["id": .string(CMI5.category)]])
      } == "cmi5 9.6.2.2")
    #expect(
      clause(
        "completed",
        result: ["completion": true, "duration": "PT1S", "score": ["scaled": 1]])
        == "cmi5 9.5.1")
    #expect(
      clause("passed", result: ["success": true, "duration": "PT1S", "score": ["raw": 1]])
        == "cmi5 9.5.1")
    #expect(
      clause("passed", result: ["success": true, "duration": "PT1S", "score": ["scaled": 0.6]])
        == "cmi5 9.3.4")
    #expect(
      clause("failed", result: ["success": false, "duration": "PT1S", "score": ["scaled": 0.7]])
        == "cmi5 9.3.4")
    #expect(clause("completed", result: SampleUnit.completed) == nil)
    #expect(clause("completed", result: SampleUnit.completed) == "cmi5 9.3")
    #expect(clause("failed", result: SampleUnit.failed) == nil)
    #expect(clause("failed", result: SampleUnit.failed) == nil)
    #expect(clause("passed", result: ["success": true, "duration": "PT1S"]) == nil)
    #expect(clause("failed", result: SampleUnit.failed) == "cmi5 9.3.5")
    #expect(clause("terminated", result: SampleUnit.terminated) == nil)
    #expect(clause("terminated", result: SampleUnit.terminated) == "cmi5 9.3.8")
  }

  @Test("Every statement carries what belongs to the session")
  mutating func frame() {
    let agent: JSONValue = ["mbox": "mailto:a@example.org"]
    #expect(clause("experienced") { $0["actor"] = agent } == "cmi5 9.2")
    #expect(clause("experienced") { $0["id"] = nil } == "cmi5 9.1")
    #expect(clause("experienced") { $0["timestamp"] = nil } == "cmi5 9.7")
    #expect(clause("experienced") { $0["context"] = nil } == "cmi5 9.6.1")
    #expect(
      clause("experienced") { $0["context"] = Self.with($0["context"], "extensions", nil) }
        == "cmi5 9.6.3.1")
    #expect(
      clause("experienced") { $0["context"] = Self.with($0["context"], "contextActivities", nil) }
        == nil)
  }

  @Test(
    "Only the start and the end are sent where nothing counts", arguments: ["Browse", "Review"])
  mutating func modes(_ mode: String) {
    #expect(clause("completed", result: SampleUnit.completed, mode: mode) == "cmi5 10.2.2")
    #expect(clause("terminated", result: SampleUnit.terminated, mode: mode) == nil)
  }

  private static func with(
    _ value: JSONValue?, _ key: String, _ part: JSONValue?
  ) -> JSONValue {
    var object = value?.objectValue ?? [:]
    object[key] = part
    return .object(object)
  }

  @Test(
    "Durations of ISO 8601",
    arguments: [
      ("PT1S", true), ("P1Y2M3DT4H5M6.7S", true), ("P2W", true), ("PT0S", true), ("PT1.5H", true),
      ("P", false), ("PT", false), ("P1DT", false), ("PT1M1H", false), ("P1S", false),
      ("PT1.5H1M", false), ("PT.5S", false), ("PT5.S", false), ("1H", false), ("", false),
      ("PT1", false), ("P1DT1HT1M", false),
    ])
  func durations(_ text: String, _ isRight: Bool) {
    #expect(StatementRules.isDuration(text) == isRight)
  }

  @Test(
    "Times of RFC 3339",
    arguments: [
      ("2026-05-01T08:00:00Z", true), ("2026-05-01T08:00:00.123+07:00", true),
      ("2026-05-01T08:00:00", true), ("2026-05-01T08:00:00-0700", true), ("2026-05-01", false),
      ("2026-13-01T08:00:00Z", false), ("2026-05-32T08:00:00Z", false),
      ("2026-05-01T24:00:00Z", false), ("2026-05-01T08:60:00Z", false),
      ("2026-05-01T08:00:61Z", false), ("2026-05-01T08:00:00.Z", false),
      ("2026-05-01T08:00:00x", false), ("2026-05-01 08:00:00Z", false), ("", false),
    ])
  func timestamps(_ text: String, _ isRight: Bool) {
    #expect(StatementRules.isTimestamp(text) == isRight)
  }

  @Test("Identifiers of agents, and addresses")
  func identifiers() {
    func isAgent(_ text: String) -> Bool { StatementRules.isAgent(JSONValue.parse(text)) }
    #expect(isAgent(#"{"mbox":"mailto:a@example.org"}"#))
    #expect(isAgent(#"{"openid":"https://example.org"}"#))
    #expect(isAgent(#"{"objectType":"Group","member":[]}"#))
    #expect(!isAgent(#"{"objectType":"Group"}"#))
    #expect(!isAgent(#"{"mbox":"a@example.org"}"#))
    #expect(!isAgent(#"{"mbox":"mailto:a@example.org","openid":"https://example.org"}"#))
    #expect(!isAgent(#"{"account":{"name":"a"}}"#))
    #expect(!isAgent("1"))
    for text in ["urn:x", "https://example.org/ក"] { #expect(StatementRules.isIRI(text)) }
    for text in ["x", ":x", "1:x", "urn:", "a:b c", nil] { #expect(!StatementRules.isIRI(text)) }
    #expect(!StatementRules.isUUID("11111111-2222-4333-8444-55555555555g"))
    #expect(!StatementRules.isUUID("11111111222243338444555555555555abcd"))
  }
}
