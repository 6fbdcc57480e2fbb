import Document
import LocalServer
import Testing

@testable import Preview

@Suite("The learning record store of a preview")
struct StoreTests {
  private var unit: SampleUnit

  init() throws {
    unit = try SampleUnit()
  }

  private var state: String {
    "/lrs/activities/state?activityId=\(unit.activity)&agent=\(PercentCoding.encoded(SampleUnit.agent))"
      + "&registration=\(SampleUnit.registration)"
  }

  @Test("A unit is opened with its five parameters, and its own query stays")
  mutating func launch() throws {
    let response = unit.launch()
    #expect(response.status == 200)
    let address = try #require(SampleUnit.json(response)["address"]?.stringValue)
    let request = HTTPRequest("GET", address)
    #expect(request.rawPath == "/package/au.html")
    #expect(
      Set(request.query.keys)
        == ["x", "endpoint", "fetch", "actor", "registration", "activityId"])
    #expect(request.query["endpoint"] == "http://127.0.0.1:8000/lrs/")
    #expect(request.query["activityId"] != "https://example.org/au")
    let actor = try #require(JSONValue.parse(request.query["actor"] ?? ""))
    #expect(actor["account"]?["name"] == "Sok Dara")
  }

  @Test("What cannot be opened is not")
  mutating func noLaunch() {
    #expect(unit.launch(registration: "x").status == 400)
    #expect(unit.send("POST", "/cmi5/launch", "{").status == 400)
    #expect(unit.send("GET", "/cmi5/launch").status == 405)
    let body = #"{"item":"?","registration":"\#(SampleUnit.registration)","learner":"a"}"#
    #expect(unit.send("POST", "/cmi5/launch", body).status == 404)
  }

  @Test("The token is given once")
  mutating func fetch() {
    let first = unit.open()
    #expect(first.status == 200)
    #expect(unit.token.utf8.count == 32)
    let second = SampleUnit.json(unit.send("POST", "/cmi5/fetch?session=\(unit.session)"))
    #expect(second["error-code"] == "1")
    #expect(second["auth-token"] == nil)
    #expect(SampleUnit.json(unit.send("POST", "/cmi5/fetch"))["error-code"] == "3")
    #expect(unit.send("GET", "/cmi5/fetch?session=\(unit.session)").status == 405)
  }

  @Test("Without the version or a token nothing is answered but what the store is")
  mutating func access() {
    _ = unit.open()
    #expect(unit.send("GET", "/lrs/about", "", ["authorization": ""]).status == 200)
    for fields in [["x-experience-api-version": "2.0"], ["x-experience-api-version": ""]] {
      #expect(unit.send("GET", "/lrs/statements", "", fields).status == 400)
    }
    for value in ["", "Basic x", "Bearer \(unit.token)"] {
      #expect(unit.send("GET", "/lrs/statements", "", ["authorization": value]).status == 401)
    }
    #expect(unit.send("GET", "/lrs/nothing").status == 404)
    #expect(unit.send("DELETE", "/lrs/statements").status == 405)
    #expect(unit.send("GET", "/cmi5/nothing").status == 404)
    #expect(unit.send("GET", "/lrs/about")["X-Experience-API-Version"] == "1.0.3")
  }

  @Test("A whole session is taken: start, score, completion, end, and nothing after")
  mutating func session() throws {
    _ = unit.open()
    #expect(unit.status(unit.statement("initialized")) == 200)
    #expect(unit.status(unit.statement("passed", result: SampleUnit.passed)) == 200)
    #expect(unit.status(unit.statement("completed", result: SampleUnit.completed)) == 200)
    #expect(unit.status(unit.statement("terminated", result: SampleUnit.terminated)) == 200)
    #expect(unit.status(unit.statement("completed", result: SampleUnit.completed)) == 403)
    _ = unit.open()
    #expect(unit.status(unit.statement("initialized")) == 200)
    #expect(unit.status(unit.statement("passed", result: SampleUnit.passed)) == 403)
    #expect(unit.status(unit.statement("failed", result: SampleUnit.failed)) == 403)
    let all = SampleUnit.json(unit.send("GET", "/lrs/statements?ascending=true"))
    let verbs = try #require(all["statements"]?.arrayValue).map {
      String($0["verb"]?["id"]?.stringValue?.split(separator: "/").last ?? "")
    }
    #expect(
      verbs == [
        "launched", "initialized", "passed", "completed", "terminated", "launched", "initialized",
      ])
  }

  @Test("A session that was left open is abandoned when the unit is opened again")
  mutating func abandoned() throws {
    _ = unit.open()
    #expect(unit.status(unit.statement("initialized")) == 200)
    let old = unit.token
    _ = unit.open()
    let verb = "verb=\(PercentCoding.encoded(CMI5.abandoned))"
    let found = SampleUnit.json(unit.send("GET", "/lrs/statements?\(verb)"))
    #expect(found["statements"]?.arrayValue?.count == 1)
    unit.token = old
    #expect(unit.status(unit.statement("terminated", result: SampleUnit.terminated)) == 403)
  }

  @Test("Statements are found by id, verb, activity and registration; the newest come first")
  mutating func queries() throws {
    _ = unit.open()
    let start = unit.statement("initialized")
    #expect(unit.status(start) == 200)
    let id = try #require(start["id"]?.stringValue)
    let one = SampleUnit.json(unit.send("GET", "/lrs/statements?statementId=\(id)"))
    #expect(one["verb"] == start["verb"])
    #expect(one["stored"] == "2001-09-09T01:46:40.000Z")
    #expect(unit.send("GET", "/lrs/statements?statementId=x").status == 404)
    func count(_ query: String) -> Int? {
      SampleUnit.json(unit.send("GET", "/lrs/statements?\(query)"))["statements"]?.arrayValue?.count
    }
    #expect(count("") == 2)
    #expect(count("limit=1") == 1)
    #expect(count("activity=\(unit.activity)") == 2)
    #expect(count("activity=urn:x") == 0)
    #expect(count("registration=\(SampleUnit.registration)") == 2)
    #expect(count("verb=urn:x") == 0)
  }

  @Test("A statement may be sent twice; another with its id is refused")
  mutating func twice() {
    _ = unit.open()
    let start = unit.statement("initialized")
    #expect(unit.status(start) == 200)
    #expect(unit.status(start) == 200)
    var other = start.objectValue ?? [:]
    other["timestamp"] = "2026-05-01T08:00:01Z"
    #expect(unit.status(.object(other)) == 409)
    #expect(unit.send("GET", "/lrs/statements").status == 200)
  }

  @Test("A statement is put under its id; several are taken together or not at all")
  mutating func several() throws {
    _ = unit.open()
    let start = unit.statement("initialized")
    let id = try #require(start["id"]?.stringValue)
    let wrong = "/lrs/statements?statementId=00000000-0000-4000-8000-000000000000"
    #expect(unit.send("PUT", wrong, start.encoded()).status == 400)
    #expect(unit.send("PUT", "/lrs/statements?statementId=x", start.encoded()).status == 400)
    #expect(unit.send("PUT", "/lrs/statements", "[]").status == 400)
    let late = unit.statement("passed")
    let both = JSONValue.array([start, late]).encoded()
    #expect(unit.send("POST", "/lrs/statements", both).status == 403)
    #expect(unit.send("PUT", "/lrs/statements?statementId=\(id)", start.encoded()).status == 204)
    #expect(unit.send("POST", "/lrs/statements", "{").status == 400)
    #expect(unit.send("POST", "/lrs/statements", #"{"a":1,"a":2}"#).status == 400)
  }

  @Test("State is kept by activity, agent and registration")
  mutating func documents() {
    _ = unit.open()
    #expect(unit.send("GET", state + "&stateId=a").status == 404)
    #expect(
      unit.send("PUT", state + "&stateId=a", "abc", ["content-type": "text/plain"]).status == 204)
    let found = unit.send("GET", state + "&stateId=a")
    #expect(SampleUnit.text(found) == "abc")
    #expect(found["content-type"] == "text/plain")
    #expect(unit.send("POST", state + "&stateId=a", "{}").status == 400)
    #expect(unit.send("POST", state + "&stateId=b", #"{"x":1,"y":2}"#).status == 204)
    #expect(unit.send("POST", state + "&stateId=b", #"{"y":3}"#).status == 204)
    #expect(SampleUnit.text(unit.send("GET", state + "&stateId=b")) == #"{"x":1,"y":3}"#)
    #expect(SampleUnit.text(unit.send("GET", state)) == #"["LMS.LaunchData","a","b"]"#)
    #expect(unit.send("DELETE", state + "&stateId=a").status == 204)
    #expect(unit.send("GET", state + "&stateId=a").status == 404)
    #expect(unit.send("DELETE", state).status == 204)
    #expect(SampleUnit.text(unit.send("GET", state)) == #"["LMS.LaunchData"]"#)
    #expect(unit.send("PATCH", state + "&stateId=a").status == 405)
    #expect(unit.send("PATCH", state).status == 405)
    #expect(unit.send("PUT", state, "x").status == 400)
  }

  @Test("The launch data say what the course structure says, and no unit may change them")
  mutating func launchData() {
    _ = unit.open(mode: "Review")
    let data = SampleUnit.json(unit.send("GET", state + "&stateId=LMS.LaunchData"))
    #expect(data["launchMode"] == "Review")
    #expect(data["masteryScore"] == 0.7)
    #expect(data["moveOn"] == "Passed")
    #expect(data["launchParameters"] == "p")
    #expect(
      data["contextTemplate"]?["extensions"]?[CMI5.sessionID] == .string(unit.session))
    for method in ["PUT", "POST", "DELETE"] {
      #expect(unit.send(method, state + "&stateId=LMS.LaunchData", "{}").status == 403)
    }
  }

  @Test("Profiles are replaced only by who says which one")
  mutating func profiles() throws {
    _ = unit.open()
    let agent = "agent=\(PercentCoding.encoded(SampleUnit.agent))"
    let preferences = "/lrs/agents/profile?\(agent)&profileId=cmi5LearnerPreferences"
    let found = unit.send("GET", preferences)
    #expect(SampleUnit.json(found)["languagePreference"] == "km,en")
    let mark = try #require(found["etag"])
    #expect(unit.send("PUT", preferences, "{}").status == 409)
    #expect(unit.send("PUT", preferences, "{}", ["if-match": "\"x\""]).status == 412)
    #expect(unit.send("PUT", preferences, "{}", ["if-none-match": "*"]).status == 412)
    #expect(unit.send("PUT", preferences, "{}", ["if-match": mark]).status == 204)
    let activity = "/lrs/activities/profile?activityId=urn:x&profileId=p"
    #expect(unit.send("PUT", activity, "{}", ["if-match": "*"]).status == 412)
    #expect(unit.send("PUT", activity, "{}").status == 204)
    #expect(unit.send("DELETE", activity).status == 204)
    #expect(unit.send("DELETE", "/lrs/activities/profile?activityId=urn:x").status == 400)
    #expect(unit.send("GET", "/lrs/agents/profile").status == 400)
    #expect(unit.send("GET", "/lrs/agents/profile?agent=x").status == 400)
    #expect(unit.send("GET", "/lrs/activities/profile?activityId=x").status == 400)
    #expect(
      unit.send("GET", "/lrs/activities/state?activityId=urn:x&\(agent)&registration=x").status
        == 400)
  }

  @Test("Activities and agents say who they are")
  mutating func others() {
    _ = unit.open()
    #expect(SampleUnit.json(unit.send("GET", "/lrs/activities?activityId=urn:x"))["id"] == "urn:x")
    let agent = "agent=\(PercentCoding.encoded(SampleUnit.agent))"
    #expect(SampleUnit.json(unit.send("GET", "/lrs/agents?\(agent)"))["objectType"] == "Person")
    for target in ["/lrs/activities", "/lrs/agents"] {
      #expect(unit.send("GET", target).status == 400)
      #expect(unit.send("PUT", target).status == 405)
    }
  }

  @Test("Everything is listed with its answer, refusals with their rule in both languages")
  mutating func list() throws {
    _ = unit.open()
    #expect(unit.status(unit.statement("passed", result: SampleUnit.passed)) == 403)
    let log = SampleUnit.json(unit.send("GET", "/cmi5/log"))
    let entries = try #require(log["entries"]?.arrayValue)
    #expect(log["next"] == 3)
    #expect(entries.map { $0["resource"] } == ["cmi5/launch", "cmi5/fetch", "lrs/statements"])
    #expect(entries.map { $0["status"] } == [200, 200, 403])
    #expect(entries[1]["answer"] == "")
    #expect(entries[1]["item"] == "https://example.org/au")
    #expect(entries[2]["item"] == "https://example.org/au")
    #expect(entries[2]["rule"]?["clause"] == "cmi5 9.3.2")
    #expect(entries[2]["rule"]?["km"]?.stringValue?.isEmpty == false)
    #expect(
      SampleUnit.json(unit.send("GET", "/cmi5/log?after=2"))["entries"]?.arrayValue?.count == 1)
    #expect(
      SampleUnit.json(unit.send("GET", "/cmi5/log?after=-5"))["entries"]?.arrayValue?.count == 3)
    #expect(SampleUnit.json(unit.send("GET", "/cmi5/log?after=99"))["entries"]?.arrayValue == [])
    #expect(unit.send("POST", "/cmi5/reset").status == 204)
    #expect(unit.send("GET", "/lrs/statements").status == 401)
  }

  @Test("Ids that the store gives are UUIDs, and the same for the same seed")
  func ids() throws {
    let course = try PreviewSamples.site(PreviewSamples.cmi5).course
    var store = LearningRecordStore(course: course, seed: 3)
    var other = LearningRecordStore(course: course, seed: 3)
    let ids = (0..<100).map { _ in store.uuid() }
    #expect(ids.allSatisfy(StatementRules.isUUID))
    #expect(Set(ids).count == 100)
    #expect(ids == (0..<100).map { _ in other.uuid() })
  }

  @Test(
    "Times are written in UTC",
    arguments: [
      (0.0, "1970-01-01T00:00:00.000Z"), (951_782_400.25, "2000-02-29T00:00:00.250Z"),
      (1_767_225_599.0, "2025-12-31T23:59:59.000Z"), (-5.0, "1970-01-01T00:00:00.000Z"),
      (.nan, "1970-01-01T00:00:00.000Z"), (1e300, "9999-12-31T23:59:59.000Z"),
    ])
  func times(_ seconds: Double, _ text: String) {
    #expect(Timestamp.text(seconds) == text)
    #expect(StatementRules.isTimestamp(text))
  }
}
