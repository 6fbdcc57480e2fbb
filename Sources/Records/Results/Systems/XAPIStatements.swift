import Assessment
import Source
import Text

/// Reads the statements of a learning record store: an array, one a line, or a result of a query
/// (`{"statements": […]}`), as xAPI 1.0.3 defines them.
///
/// Answers are statements with the verb `answered` about a question of ours. What is voided does not
/// count; the same statement twice is one.
struct XAPIStatements {
  let file: SourceFile
  let forms: [TestForm]
  let collector: DiagnosticCollector

  /// The most statements that are read.
  static let most = 1_000_000

  private static let verbs = "http://adlnet.gov/expapi/verbs/"

  /// An answer as a statement tells it.
  private struct Told {
    var line: Int
    var time: String
    var item: Item
    var response: Response?
  }

  private struct Key: Hashable {
    var person: String
    var registration: String
    var form: String
  }

  func read() -> ForeignReading {
    var reading = ForeignReading()
    guard let statements = statements() else { return reading }
    reading.rows = statements.count
    let voided = Set(
      statements.filter { $0["verb"]?["id"]?.text == Self.verbs + "voided" }
        .compactMap { $0["object"]?["id"]?.text?.lowercased() })
    var seen: Set<String> = []
    var told: [Key: [Told]] = [:]
    var order: [Key] = []
    var begun: [String: String] = [:]
    let ids = InteractionIDs(forms)
    for statement in statements {
      let id = statement["id"]?.text?.lowercased()
      if let id, !seen.insert(id).inserted {
        reading.passedOver.add(SystemMessages.statementTwice)
        continue
      }
      if let id, voided.contains(id) {
        reading.passedOver.add(SystemMessages.voided)
        continue
      }
      let verb = statement["verb"]?["id"]?.text ?? ""
      let registration = statement["context"]?["registration"]?.text ?? ""
      if verb == Self.verbs + "initialized", let time = time(statement) {
        let name = person(statement) + "|" + registration
        begun[name] = min(begun[name] ?? time, time)
      }
      guard verb == Self.verbs + "answered" else {
        reading.passedOver.add(SystemMessages.otherVerbs)
        continue
      }
      guard let name = statement["object"]?["id"]?.text, let (form, item) = ids.item(name) else {
        reading.passedOver.add(SystemMessages.otherQuestions)
        continue
      }
      guard let answer = answer(statement, item) else { continue }
      let key = Key(
        person: person(statement), registration: registration.lowercased(), form: form.id)
      if told[key] == nil { order.append(key) }
      told[key, default: []].append(answer)
    }
    for key in order {
      guard let answers = told[key], let form = forms.first(where: { $0.id == key.form }),
        let first = answers.first
      else { continue }
      var attempt = ForeignAttempt(line: first.line, persons: [key.person], form: form)
      attempt.startedAt = begun[key.person + "|" + key.registration]
      attempt.submittedAt = answers.map(\.time).max()
      // A question that was answered again has the answer of the latest time.
      for answer in answers.sorted(by: { ($0.time, $0.line) < ($1.time, $1.line) }) {
        attempt.answers[answer.item.id] = .some(answer.response)
      }
      reading.attempts.append(attempt)
    }
    return reading
  }

  private func answer(_ statement: JSONValue, _ item: Item) -> Told? {
    let line = statement.line
    guard let time = time(statement) else {
      collector.add(
        ImportMessages.badTime(
          file, line: line, statement["timestamp"]?.text ?? "", column: "timestamp"))
      return nil
    }
    let text = statement["result"]?["response"]?.text ?? ""
    guard let response = InteractionResponse.read(text, item: item, form: .delimited) else {
      collector.add(SystemMessages.badResponse(file, line: line, item: item.id, answer: text))
      return nil
    }
    return Told(line: line, time: time, item: item, response: response)
  }

  private func time(_ statement: JSONValue) -> String? {
    (statement["timestamp"]?.text ?? statement["stored"]?.text).flatMap(Timestamp.normalised)
  }

  /// By what the store knows a person: the name of an account, or an address.
  private func person(_ statement: JSONValue) -> String {
    let actor = statement["actor"]
    if let name = actor?["account"]?["name"]?.text { return name }
    let address = actor?["mbox"]?.text ?? ""
    return address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
  }

  /// The statements of the file, or `nil` after a finding.
  private func statements() -> [JSONValue]? {
    var reading = JSONReading(Array(file.text.utf8))
    var statements: [JSONValue] = []
    do throws(JSONReading.Fault) {
      while !reading.isAtEnd() {
        let value = try reading.value()
        switch value {
        case .array(let values): statements += values
        case .object:
          if case .array(let values)? = value["statements"] {
            statements += values
          } else {
            statements.append(value)
          }
        default:
          collector.add(SystemMessages.noStatements(file))
          return nil
        }
        if statements.count > Self.most {
          collector.add(SystemMessages.tooManyStatements(file, Self.most))
          return nil
        }
      }
    } catch {
      collector.add(SystemMessages.badJSON(file, error))
      return nil
    }
    guard !statements.isEmpty, statements.allSatisfy({ $0["verb"] != nil }) else {
      collector.add(SystemMessages.noStatements(file))
      return nil
    }
    return statements
  }
}

extension Timestamp {
  /// Returns an RFC 3339 time of any zone and precision as journals keep times, or `nil`.
  static func normalised(_ text: String) -> String? {
    if isValid(text) { return normal(text) }
    let bytes = Array(text.utf8)
    guard bytes.count > 19, bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20 else {
      return nil
    }
    let day = String(decoding: bytes[..<10], as: UTF8.self)
    let clock = String(decoding: bytes[11..<19], as: UTF8.self)
    guard let whole = seconds("\(day)T\(clock)Z") else { return nil }
    var place = 19
    var thousandths = 0
    if bytes[place] == 0x2E {
      place += 1
      let start = place
      while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
        if place - start < 3 {
          thousandths += Int(bytes[place] - 0x30) * [100, 10, 1][place - start]
        }
        place += 1
      }
      if place == start { return nil }
    }
    guard let offset = offset(bytes[place...]) else { return nil }
    return self.text(unixMilliseconds: (Int(whole) - offset) * 1000 + thousandths)
  }

  /// The seconds by which a zone is ahead of UTC; `nil` where none is said.
  private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: zone, as: UTF8.self)
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number / 100 < 24, number % 100 < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (number / 100 * 3600 + number % 100 * 60)
  }
}
