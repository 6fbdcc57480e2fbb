import Document
import LocalServer

/// What xAPI 1.0.3 asks of every statement, as far as a page can get it wrong.
enum StatementRules {
  /// Returns the first rule that a statement breaks, or `nil`.
  static func refusal(of statement: JSONValue) -> LRSRefusal? {
    guard let object = statement.objectValue else {
      return LRSRefusal(
        400, "xAPI 2.2", "A statement is a JSON object.", "សេចក្តីថ្លែងត្រូវជាវត្ថុ JSON។")
    }
    let known: Set<String> = [
      "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority",
      "version", "attachments",
    ]
    if let key = object.keys.first(where: { !known.contains($0) }) {
      return LRSRefusal(
        400, "xAPI 2.2", "A statement has no property '\(key)'.",
        "សេចក្តីថ្លែងគ្មានលក្ខណៈ '\(key)' ទេ។")
    }
    if let id = statement["id"], !isUUID(id.stringValue ?? "") {
      return LRSRefusal(
        400, "xAPI 2.4.1", "The id of a statement is a UUID.", "លេខសម្គាល់សេចក្តីថ្លែងត្រូវជា UUID។")
    }
    guard isAgent(statement["actor"]) else {
      return LRSRefusal(
        400, "xAPI 2.4.2",
        "The actor needs one identifier: account, mbox, mbox_sha1sum or openid.",
        "actor ត្រូវមានអត្តសញ្ញាណមួយ៖ account, mbox, mbox_sha1sum ឬ openid។")
    }
    guard isIRI(statement["verb"]?["id"]?.stringValue) else {
      return LRSRefusal(
        400, "xAPI 2.4.3", "The verb needs an id that is an IRI.", "verb ត្រូវមាន id ជា IRI។")
    }
    guard let target = statement["object"]?.objectValue else {
      return LRSRefusal(
        400, "xAPI 2.4.4", "A statement needs an object.", "សេចក្តីថ្លែងត្រូវមាន object។")
    }
    if ["Activity", nil].contains(target["objectType"]?.stringValue),
      !isIRI(target["id"]?.stringValue)
    {
      return LRSRefusal(
        400, "xAPI 2.4.4", "The object needs an id that is an IRI.", "object ត្រូវមាន id ជា IRI។")
    }
    if let refusal = refusal(result: statement["result"]) { return refusal }
    if let registration = statement["context"]?["registration"],
      !isUUID(registration.stringValue ?? "")
    {
      return LRSRefusal(
        400, "xAPI 2.4.6", "The registration is a UUID.", "registration ត្រូវជា UUID។")
    }
    if let time = statement["timestamp"], !isTimestamp(time.stringValue ?? "") {
      return LRSRefusal(
        400, "xAPI 4.2.7", "The timestamp is no time of ISO 8601, such as 2026-05-01T08:00:00Z.",
        "timestamp មិនមែនជាពេលវេលាតាម ISO 8601 ដូច 2026-05-01T08:00:00Z ទេ។")
    }
    return nil
  }

  private static func refusal(result: JSONValue?) -> LRSRefusal? {
    guard let result else { return nil }
    for name in ["success", "completion"] {
      if let value = result[name], value.boolValue == nil {
        return LRSRefusal(
          400, "xAPI 2.4.5", "result.\(name) is true or false.",
          "result.\(name) ត្រូវជា true ឬ false។")
      }
    }
    if let duration = result["duration"], !isDuration(duration.stringValue ?? "") {
      return LRSRefusal(
        400, "xAPI 4.2.6", "result.duration is no duration of ISO 8601, such as PT1M30S.",
        "result.duration មិនមែនជារយៈពេលតាម ISO 8601 ដូច PT1M30S ទេ។")
    }
    guard let score = result["score"] else { return nil }
    let numbers = ["scaled", "raw", "min", "max"].map { score[$0]?.doubleValue }
    let minimum = numbers[2] ?? -.infinity
    let maximum = numbers[3] ?? .infinity
    let isSound =
      score.objectValue != nil
      && zip(["scaled", "raw", "min", "max"], numbers).allSatisfy { score[$0] == nil || $1 != nil }
      && numbers[0].map { (-1...1).contains($0) } ?? true
      && (minimum < maximum || numbers[2] == nil || numbers[3] == nil)
      && numbers[1].map { $0 >= minimum && $0 <= maximum } ?? true
    return isSound
      ? nil
      : LRSRefusal(
        400, "xAPI 2.4.5.1", "result.score: scaled is from -1 to 1, raw from min to max.",
        "result.score៖ scaled ពី -1 ដល់ 1 និង raw ពី min ដល់ max។")
  }

  // MARK: Values

  /// Tells whether a value is an agent or group with exactly one identifier, or a group of members.
  static func isAgent(_ value: JSONValue?) -> Bool {
    guard let agent = value?.objectValue else { return false }
    let names = ["account", "mbox", "mbox_sha1sum", "openid"].filter { agent[$0] != nil }
    if names.isEmpty {
      return agent["objectType"]?.stringValue == "Group" && agent["member"]?.arrayValue != nil
    }
    guard names.count == 1 else { return false }
    if let account = agent["account"] {
      return isIRI(account["homePage"]?.stringValue) && account["name"]?.stringValue != nil
    }
    if let mbox = agent["mbox"] {
      return mbox.stringValue?.utf8.starts(with: "mailto:".utf8) ?? false
    }
    return true
  }

  static func isUUID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 36
      && bytes.enumerated().allSatisfy { at, byte in
        [8, 13, 18, 23].contains(at) ? byte == 0x2D : PercentCoding.digit(byte) != nil
      }
  }

  static func isIRI(_ text: String?) -> Bool {
    guard let text, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text.utf8[..<colon]
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) }
    return scheme.first.map(isLetter) ?? false
      && text.utf8.index(after: colon) < text.utf8.endIndex
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
  }

  /// Tells whether a text is a duration such as `P1DT2H3M4.5S`, or weeks such as `P2W`.
  static func isDuration(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    var units = Array("YMWD".utf8)[...]
    var isTime = false
    var count = 0
    while let first = rest.first {
      if first == UInt8(ascii: "T") {
        guard !isTime, rest.count > 1 else { return false }
        isTime = true
        units = Array("HMS".utf8)[...]
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count)
      var isDecimal = false
      if rest.first == UInt8(ascii: ".") {
        isDecimal = true
        let more = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        guard !more.isEmpty else { return false }
        rest = rest.dropFirst(more.count + 1)
      }
      guard let unit = rest.popFirst(), let at = units.firstIndex(of: unit) else { return false }
      guard !isDecimal || rest.isEmpty else { return false }
      units = units[(at + 1)...]
      count += 1
    }
    return count > 0
  }

  /// Tells whether a text is a date and a time of day with seconds, as RFC 3339 has them; the zone
  /// may be missing.
  static func isTimestamp(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let shape = Array("0000-00-00T00:00:00".utf8)
    guard bytes.count >= shape.count,
      zip(bytes, shape).allSatisfy({ byte, wanted in
        wanted == 0x30 ? (0x30...0x39).contains(byte) : byte == wanted
      })
    else { return false }
    func number(_ at: Int) -> Int { Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30) }
    guard (1...12).contains(number(5)), (1...31).contains(number(8)), number(11) < 24,
      number(14) < 60, number(17) <= 60
    else { return false }
    var rest = bytes.dropFirst(shape.count)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count + 1)
    }
    if rest.isEmpty || rest.elementsEqual("Z".utf8) { return true }
    let zone = Array(rest)
    return (zone.count == 6 || zone.count == 5) && [0x2B, 0x2D].contains(zone[0])
      && zone.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x3A }
  }
}
