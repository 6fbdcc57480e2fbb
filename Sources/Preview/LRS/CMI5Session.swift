import Document
import LocalServer
import Text

/// One launch of an assignable unit (cmi5, clauses 8 to 10).
struct CMI5Session: Sendable, Hashable {
  /// How the unit is opened (cmi5 10.2.2).
  enum Mode: String, Sendable {
    case normal = "Normal"
    case browse = "Browse"
    case review = "Review"
  }

  let item: PreviewCourse.Item
  let course: String
  let registration: String
  let id: String
  let token: String
  let mode: Mode
  let learner: String
  let host: String
  let language: Language
  var isFetched = false
  var isInitialized = false
  var isTerminated = false

  /// The learner, by an account of this preview (cmi5 9.2).
  var actor: JSONValue {
    .object([
      "objectType": "Agent", "name": .string(learner),
      "account": ["homePage": "http://localhost/sala-preview", "name": .string(learner)],
    ])
  }

  /// The id that the LMS gives to the unit; it must not be the publisher's (cmi5 8.1.5).
  var activityID: String {
    "urn:sala:preview:" + StableHash.hex64("\(course)\n\(item.id)")
  }

  /// The mastery score, 0 to 1.
  var masteryScore: Double? { item.settings["masteryScore"].flatMap(Double.init) }

  /// The address that opens the unit, with its five parameters (cmi5 8.1).
  var address: String {
    let base = "http://\(host)"
    let parameters = [
      ("endpoint", "\(base)/lrs/"), ("fetch", "\(base)/cmi5/fetch?session=\(id)"),
      ("actor", actor.encoded()), ("registration", registration), ("activityId", activityID),
    ]
    let query = parameters.map { "\($0.0)=\(Self.coded($0.1))" }.joined(separator: "&")
    return ManifestReading.joined(
      "/package/" + PercentCoding.encoded(item.path ?? "") + item.suffix, query)
  }

  private static func coded(_ text: String) -> String {
    PercentCoding.encoded(text).split(separator: "/", omittingEmptySubsequences: false)
      .joined(separator: "%2F")
  }

  /// What every statement of the session has in common (cmi5 10.2.1).
  var contextTemplate: JSONValue {
    .object([
      "contextActivities": ["grouping": [["id": .string(item.id)]]],
      "extensions": [CMI5.sessionID: .string(id)],
    ])
  }

  /// The document LMS.LaunchData (cmi5 10.2).
  var launchData: JSONValue {
    var result: JSONObject = [
      "contextTemplate": contextTemplate, "launchMode": .string(mode.rawValue),
      "launchMethod": .string(item.settings["launchMethod"] ?? "AnyWindow"),
      "moveOn": .string(item.settings["moveOn"] ?? "NotApplicable"),
      "returnURL": .string("http://\(host)/lms/done"),
    ]
    if let score = masteryScore { result["masteryScore"] = .double(score) }
    if let parameters = item.settings["launchParameters"] {
      result["launchParameters"] = .string(parameters)
    }
    if let key = item.settings["entitlementKey"] {
      result["entitlementKey"] = ["courseStructure": .string(key)]
    }
    return .object(result)
  }

  /// A statement that the LMS makes itself, such as "launched" (cmi5 9.3.1).
  func statement(verb: String, id: String, at time: String) -> JSONValue {
    var extensions: JSONObject = [
      CMI5.sessionID: .string(self.id),
      CMI5.context + "launchmode": .string(mode.rawValue),
      CMI5.context + "moveon": .string(item.settings["moveOn"] ?? "NotApplicable"),
      CMI5.context + "launchurl": .string(
        "http://\(host)/package/" + PercentCoding.encoded(item.path ?? "")),
    ]
    if let score = masteryScore { extensions[CMI5.masteryScore] = .double(score) }
    var statement: JSONObject = [
      "id": .string(id), "actor": actor,
      "verb": ["id": .string(CMI5.verbs + verb), "display": ["en": .string(verb)]],
      "object": ["objectType": "Activity", "id": .string(activityID)],
      "context": [
        "registration": .string(registration),
        "contextActivities": [
          "category": [["id": .string(CMI5.category)]],
          "grouping": [["id": .string(item.id)]],
        ],
        "extensions": .object(extensions),
      ],
      "timestamp": .string(time), "stored": .string(time),
    ]
    if verb == "abandoned" {
      statement["verb"] = [
        "id": .string(CMI5.abandoned), "display": ["en": "abandoned"],
      ]
      statement["result"] = ["duration": "PT0S"]
    }
    return .object(statement)
  }
}

/// The names of cmi5.
enum CMI5 {
  static let verbs = "http://adlnet.gov/expapi/verbs/"
  static let abandoned = "https://w3id.org/xapi/adl/verbs/abandoned"
  static let category = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
  static let moveOn = "https://w3id.org/xapi/cmi5/context/categories/moveon"
  static let context = "https://w3id.org/xapi/cmi5/context/extensions/"
  static let sessionID = context + "sessionid"
  static let masteryScore = context + "masteryscore"
}
