import Document

/// What cmi5 asks of the statements of a unit, on top of xAPI.
enum CMI5Rules {
  /// Returns the first rule that a statement breaks in its session, or `nil`.
  ///
  /// - Parameters:
  ///   - statement: A statement that keeps the rules of xAPI.
  ///   - session: The session whose token sent it.
  ///   - sent: The verbs of the cmi5 defined statements of this unit in this registration so far.
  /// - Returns: The refusal, with status 403.
  static func refusal(
    of statement: JSONValue, in session: CMI5Session, sent: Set<String>
  ) -> LRSRefusal? {
    let name = verb(of: statement)
    let isDefined = isDefined(statement)
    if let refusal = order(name, isDefined: isDefined, in: session) { return refusal }
    if let refusal = frame(statement, in: session) { return refusal }
    guard isDefined else { return nil }
    let known = ["initialized", "completed", "passed", "failed", "terminated"]
    guard let name, known.contains(name) else {
      return refused(
        "9.3", "A unit sends only initialized, completed, passed, failed and terminated.",
        "ផ្នែករៀនផ្ញើបានតែ initialized, completed, passed, failed និង terminated។")
    }
    if session.mode != .normal, !["initialized", "terminated"].contains(name) {
      return refused(
        "10.2.2", "In the modes Browse and Review a unit sends nothing but its start and end.",
        "ក្នុងរបៀប Browse និង Review ផ្នែករៀនផ្ញើតែការចាប់ផ្តើម និងការបញ្ចប់ប៉ុណ្ណោះ។")
    }
    guard statement["object"]?["id"]?.stringValue == session.activityID else {
      return refused(
        "9.4", "The object is not the activityId of the launch.",
        "object មិនមែនជា activityId នៃការបើកទេ។")
    }
    if sent.contains(name), ["completed", "passed"].contains(name) {
      return refused(
        "9.3", "'\(name)' was sent already in this registration.",
        "'\(name)' បានផ្ញើរួចហើយក្នុងការចុះឈ្មោះនេះ។")
    }
    if name == "failed", sent.contains("passed") {
      return refused(
        "9.3.5", "'failed' must not follow 'passed'.", "'failed' មិនត្រូវមកក្រោយ 'passed' ទេ។")
    }
    return result(statement, name, in: session)
  }

  /// The last part of the verb's id where it is one of those that cmi5 uses.
  static func verb(of statement: JSONValue) -> String? {
    guard let id = statement["verb"]?["id"]?.stringValue,
      id.utf8.starts(with: CMI5.verbs.utf8)
    else { return nil }
    return String(decoding: id.utf8.dropFirst(CMI5.verbs.utf8.count), as: UTF8.self)
  }

  /// Tells whether a statement is "cmi5 defined" (9.6.2.1).
  static func isDefined(_ statement: JSONValue) -> Bool {
    has(CMI5.category, statement)
  }

  private static func has(_ category: String, _ statement: JSONValue) -> Bool {
    let list = statement["context"]?["contextActivities"]?["category"]
    let entries = list?.arrayValue ?? [list].compactMap(\.self)
    return entries.contains { $0["id"]?.stringValue == category }
  }

  private static func refused(_ clause: String, _ en: String, _ km: String) -> LRSRefusal {
    LRSRefusal(403, "cmi5 \(clause)", en, km)
  }

  private static func order(
    _ verb: String?, isDefined: Bool, in session: CMI5Session
  ) -> LRSRefusal? {
    if session.isTerminated {
      return refused(
        "9.3.8", "Nothing may follow 'terminated'.", "គ្មានអ្វីអាចមកក្រោយ 'terminated' បានទេ។")
    }
    let isStart = isDefined && verb == "initialized"
    if !session.isInitialized, !isStart {
      return refused(
        "9.3.2", "The first statement of a session is 'initialized'.",
        "សេចក្តីថ្លែងទីមួយនៃសម័យរៀនត្រូវជា 'initialized'។")
    }
    if session.isInitialized, isStart {
      return refused(
        "9.3.2", "'initialized' was sent already in this session.",
        "'initialized' បានផ្ញើរួចហើយក្នុងសម័យរៀននេះ។")
    }
    return nil
  }

  /// What every statement of a session carries.
  private static func frame(_ statement: JSONValue, in session: CMI5Session) -> LRSRefusal? {
    guard statement["actor"]?["account"] == session.actor["account"] else {
      return refused(
        "9.2", "The actor is not the one of the launch.", "actor មិនមែនជាអ្នកដែលបានបើកទេ។")
    }
    guard statement["id"] != nil else {
      return refused(
        "9.1", "A unit gives each statement an id.", "ផ្នែករៀនត្រូវដាក់ id ឱ្យសេចក្តីថ្លែងនីមួយៗ។")
    }
    guard statement["timestamp"] != nil else {
      return refused(
        "9.7", "Each statement needs a timestamp in UTC.", "សេចក្តីថ្លែងនីមួយៗត្រូវមាន timestamp ជា UTC។")
    }
    let context = statement["context"]
    guard context?["registration"]?.stringValue?.lowercased() == session.registration.lowercased()
    else {
      return refused(
        "9.6.1", "The registration is not the one of the launch.",
        "registration មិនមែនជារបស់ការបើកទេ។")
    }
    guard context?["extensions"]?[CMI5.sessionID]?.stringValue == session.id else {
      return refused(
        "9.6.3.1", "The context lacks the session id of the contextTemplate.",
        "context ខ្វះលេខសម្គាល់សម័យរៀនពី contextTemplate។")
    }
    return nil
  }

  private static func result(
    _ statement: JSONValue, _ verb: String, in session: CMI5Session
  ) -> LRSRefusal? {
    let result = statement["result"]
    let isJudged = verb == "passed" || verb == "failed"
    if result?["success"]?.boolValue != (isJudged ? verb == "passed" : nil) {
      return refused(
        "9.5.2", "result.success is true in 'passed', false in 'failed', absent elsewhere.",
        "result.success ត្រូវជា true ក្នុង 'passed', false ក្នុង 'failed' និងគ្មានក្នុងអ្វីផ្សេង។")
    }
    if result?["completion"]?.boolValue != (verb == "completed" ? true : nil) {
      return refused(
        "9.5.3", "result.completion is true in 'completed', absent elsewhere.",
        "result.completion ត្រូវជា true ក្នុង 'completed' និងគ្មានក្នុងអ្វីផ្សេង។")
    }
    if verb != "initialized", result?["duration"] == nil {
      return refused(
        "9.5.4.1", "'\(verb)' needs result.duration.", "'\(verb)' ត្រូវមាន result.duration។")
    }
    let needsCategory = isJudged || verb == "completed"
    if has(CMI5.moveOn, statement) != needsCategory {
      return refused(
        "9.6.2.2", "The category 'moveon' belongs to completed, passed and failed only.",
        "ប្រភេទ 'moveon' មានតែក្នុង completed, passed និង failed ប៉ុណ្ណោះ។")
    }
    guard let score = result?["score"] else { return nil }
    guard isJudged else {
      return refused(
        "9.5.1", "Only 'passed' and 'failed' carry a score.",
        "មានតែ 'passed' និង 'failed' ប៉ុណ្ណោះដែលមានពិន្ទុ។")
    }
    if score["raw"] != nil, score["min"] == nil || score["max"] == nil {
      return refused(
        "9.5.1", "A raw score needs min and max.", "ពិន្ទុ raw ត្រូវមាន min និង max។")
    }
    if let scaled = score["scaled"]?.doubleValue, let mastery = session.masteryScore,
      (scaled >= mastery) != (verb == "passed")
    {
      return refused(
        "9.3.4", "The score \(scaled) and the mastery score \(mastery) do not fit '\(verb)'.",
        "ពិន្ទុ \(scaled) និងពិន្ទុជាប់ \(mastery) មិនត្រូវនឹង '\(verb)' ទេ។")
    }
    return nil
  }
}
