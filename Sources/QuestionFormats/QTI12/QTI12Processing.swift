import Assessment
import Text
import XML

/// The response processing of a QTI 1.2 item, as values, and its pure evaluation.
///
/// Source: IMS Question & Test Interoperability: ASI Information Model 1.2, response processing.
struct QTI12Processing: Sendable, Hashable {
  /// The variable that becomes the score.
  var scoreName = "SCORE"
  /// The declared variables: least, most and first value.
  var variables: [String: Variable] = [:]
  /// The conditions, in order.
  var rules: [Rule] = []
  /// The names of what cannot be evaluated.
  var unknown: [String] = []

  /// A declared variable.
  struct Variable: Sendable, Hashable {
    var least: Double?
    var most: Double?
    var first = 0.0
  }

  /// One respcondition.
  struct Rule: Sendable, Hashable {
    var condition: Condition
    var actions: [Action] = []
    /// The idents of the feedback to show.
    var feedback: [String] = []
    /// Whether the conditions after it are looked at when it holds.
    var continues = false
    /// The line in the file.
    var line = 0
  }

  /// What a condition does to a variable.
  struct Action: Sendable, Hashable {
    var variable: String
    var kind: String
    var value: Double
  }

  /// A test of the responses.
  indirect enum Condition: Sendable, Hashable {
    case equal(String, String, isCaseSensitive: Bool, index: Int?)
    case contains(String, String, isCaseSensitive: Bool)
    case compare(String, Comparison, Double)
    case isUnanswered(String)
    case other
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case never
  }

  /// A comparison of numbers.
  enum Comparison: String, Sendable, Hashable {
    case less = "varlt"
    case atMost = "varlte"
    case greater = "vargt"
    case atLeast = "vargte"
  }

  /// What came out.
  struct Result: Sendable, Hashable {
    var score: Double
    var feedback: [String]
  }

  /// Returns the score and the feedback of responses, by the idents of their questions.
  ///
  /// Conditions are looked at in order, up to the first that holds and does not continue. `other`
  /// holds where none before it did, those with nothing but `other` aside. The score stays within
  /// the bounds that its variable declares.
  func evaluate(_ responses: [String: [String]]) -> Result {
    var values = variables.mapValues(\.first)
    var feedback: [String] = []
    var hasHeld = false
    for rule in rules where holds(rule.condition, responses, other: !hasHeld) {
      if rule.condition != .other { hasHeld = true }
      for action in rule.actions {
        let before = values[action.variable] ?? 0
        values[action.variable] = Self.apply(action, to: before)
      }
      feedback += rule.feedback
      if !rule.continues { break }
    }
    var score = values[scoreName] ?? 0
    if let most = variables[scoreName]?.most { score = min(most, score) }
    if let least = variables[scoreName]?.least { score = max(least, score) }
    return Result(score: score.isFinite ? score : 0, feedback: feedback)
  }

  private static func apply(_ action: Action, to value: Double) -> Double {
    switch action.kind {
    case "Add": value + action.value
    case "Subtract": value - action.value
    case "Multiply": value * action.value
    case "Divide": action.value == 0 ? value : value / action.value
    default: action.value
    }
  }

  private func holds(
    _ condition: Condition, _ responses: [String: [String]], other: Bool
  ) -> Bool {
    switch condition {
    case .equal(let ident, let value, let isCaseSensitive, let index):
      let given = responses[ident] ?? []
      if let index {
        return given.indices.contains(index - 1) && given[index - 1] == value
      }
      return given.contains { Self.isSame($0, value, isCaseSensitive) }
    case .contains(let ident, let value, let isCaseSensitive):
      let wanted = Array(
        TextInteraction.normalised(value, isCaseSensitive: isCaseSensitive).unicodeScalars)
      return (responses[ident] ?? []).contains { text in
        let scalars = Array(
          TextInteraction.normalised(text, isCaseSensitive: isCaseSensitive).unicodeScalars)
        guard scalars.count >= wanted.count else { return false }
        return (0...(scalars.count - wanted.count)).contains {
          scalars[$0..<($0 + wanted.count)] == wanted[...]
        }
      }
    case .compare(let ident, let comparison, let bound):
      guard let number = responses[ident]?.first.flatMap(Response.number) else { return false }
      let slack = 1e-9 * bound.magnitude
      return switch comparison {
      case .less: number < bound
      case .atMost: number <= bound + slack
      case .greater: number > bound
      case .atLeast: number >= bound - slack
      }
    case .isUnanswered(let ident): return (responses[ident] ?? []).isEmpty
    case .other: return other
    case .all(let parts): return parts.allSatisfy { holds($0, responses, other: other) }
    case .any(let parts): return parts.contains { holds($0, responses, other: other) }
    case .not(let part): return !holds(part, responses, other: other)
    case .never: return false
    }
  }

  private static func isSame(_ given: String, _ value: String, _ isCaseSensitive: Bool) -> Bool {
    if given == value { return true }
    if let left = Double(given), let right = Double(value) { return left == right }
    return TextInteraction.normalised(given, isCaseSensitive: isCaseSensitive)
      == TextInteraction.normalised(value, isCaseSensitive: isCaseSensitive)
  }
}

// MARK: Reading

extension QTI12Processing {
  /// Reads the `resprocessing` elements of an item.
  init(_ elements: [XMLElement]) {
    var isFirst = true
    for element in elements {
      for declaration in element.first("outcomes")?.elements("decvar") ?? [] {
        let name = declaration.attribute("varname") ?? "SCORE"
        variables[name] = Variable(
          least: Self.number(declaration.attribute("minvalue")),
          most: Self.number(declaration.attribute("maxvalue")),
          first: Self.number(declaration.attribute("defaultval")) ?? 0)
        if isFirst { scoreName = name }
        isFirst = false
      }
      for condition in element.elements("respcondition") { add(condition) }
    }
    if variables["SCORE"] != nil { scoreName = "SCORE" }
  }

  /// Makes alternatives of the texts that one condition compares a typed answer with.
  ///
  /// Elements side by side mean that all hold, but one text cannot equal two: Canvas lists the
  /// accepted texts of a short answer so, and Moodle reads them as alternatives too.
  ///
  /// - Parameter idents: The responses that are one typed text.
  mutating func joinAlternatives(of idents: Set<String>) {
    for index in rules.indices {
      guard case .all(let parts) = rules[index].condition else { continue }
      var named: Set<String> = []
      let areTexts = parts.allSatisfy { part in
        guard case .equal(let ident, _, _, nil) = part else { return false }
        named.insert(ident)
        return true
      }
      if areTexts, named.count == 1, named.isSubset(of: idents) {
        rules[index].condition = .any(parts)
      }
    }
  }

  private static func number(_ text: String?) -> Double? {
    text.flatMap { Double($0.trimmed) }.flatMap { $0.isFinite ? $0 : nil }
  }

  private mutating func add(_ element: XMLElement) {
    var rule = Rule(
      condition: element.first("conditionvar").map { all($0) } ?? .other, line: element.line)
    for action in element.elements("setvar") {
      rule.actions.append(
        Action(
          variable: action.attribute("varname") ?? "SCORE",
          kind: action.attribute("action") ?? "Set", value: Self.number(action.text) ?? 0))
    }
    rule.feedback = element.elements("displayfeedback").compactMap { $0.attribute("linkrefid") }
    rule.continues = element.attribute("continue")?.lowercased() == "yes"
    rules.append(rule)
  }

  private mutating func all(_ element: XMLElement) -> Condition {
    var parts: [Condition] = []
    for child in element.elements { parts.append(condition(child)) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func condition(_ element: XMLElement) -> Condition {
    let ident = element.attribute("respident") ?? ""
    let text = element.text.trimmed
    let isCaseSensitive = element.attribute("case")?.lowercased() == "yes"
    switch element.name.local {
    case "varequal":
      return .equal(
        ident, text, isCaseSensitive: isCaseSensitive,
        index: element.attribute("index").flatMap { Int($0) })
    case "varsubstring", "varsubset":
      return .contains(ident, text, isCaseSensitive: isCaseSensitive)
    case "varlt", "varlte", "vargt", "vargte":
      guard let comparison = Comparison(rawValue: element.name.local),
        let bound = Response.number(text)
      else { return .never }
      return .compare(ident, comparison, bound)
    case "unanswered": return .isUnanswered(ident)
    case "other": return .other
    case "and": return all(element)
    case "or":
      var parts: [Condition] = []
      for child in element.elements { parts.append(condition(child)) }
      return .any(parts)
    case "not": return .not(all(element))
    default:
      if !unknown.contains(element.name.local) { unknown.append(element.name.local) }
      return .never
    }
  }
}

// MARK: What conditions name

extension QTI12Processing.Condition {
  /// The texts that a response to `ident` is compared with, outside of `not`, each once.
  func values(of ident: String) -> [(text: String, isCaseSensitive: Bool, isPattern: Bool)] {
    switch self {
    case .equal(ident, let value, let isCaseSensitive, _): [(value, isCaseSensitive, false)]
    case .contains(ident, let value, let isCaseSensitive): [(value, isCaseSensitive, true)]
    case .all(let parts), .any(let parts): parts.flatMap { $0.values(of: ident) }
    default: []
    }
  }

  /// The intervals that a number to `ident` may lie in: a number and how far one may be from it.
  func intervals(of ident: String) -> [(value: Double, tolerance: Double)] {
    switch self {
    case .equal(ident, let text, _, _):
      return Response.number(text).map { [($0, 0)] } ?? []
    case .any(let parts): return Self.joined(parts.flatMap { $0.intervals(of: ident) })
    case .all(let parts):
      var least: Double?
      var most: Double?
      var inner: [(value: Double, tolerance: Double)] = []
      for part in parts {
        switch part {
        case .compare(ident, .atLeast, let bound), .compare(ident, .greater, let bound):
          least = max(bound, least ?? bound)
        case .compare(ident, .atMost, let bound), .compare(ident, .less, let bound):
          most = min(bound, most ?? bound)
        default: inner += part.intervals(of: ident)
        }
      }
      guard let least, let most, least <= most else { return inner }
      let size = max(least.magnitude, most.magnitude)
      return [
        (Self.rounded((least + most) / 2, size), Self.rounded((most - least) / 2, size))
      ]
    default: return []
    }
  }

  /// An exact number within an interval around it is one answer.
  private static func joined(
    _ parts: [(value: Double, tolerance: Double)]
  ) -> [(value: Double, tolerance: Double)] {
    guard parts.count == 2, parts[0].tolerance == 0 else { return parts }
    let (exact, range) = (parts[0].value, parts[1])
    guard (exact - range.value).magnitude <= 1e-6 * max(1e-6, range.tolerance, exact.magnitude)
    else { return parts }
    return [(exact, range.tolerance)]
  }

  /// A number without what subtracting numbers of a size left behind: twelve digits of the size.
  private static func rounded(_ value: Double, _ size: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while size * scale < 1e11, scale < 1e280 { scale *= 10 }
    let scaled = (value * scale).rounded()
    return scaled.isFinite && scaled != 0 ? scaled / scale : value
  }

  /// Whether a comparison leaves its bound out.
  var hasOpenBound: Bool {
    switch self {
    case .compare(_, .greater, _), .compare(_, .less, _): true
    case .all(let parts), .any(let parts): parts.contains(where: \.hasOpenBound)
    case .not(let part): part.hasOpenBound
    default: false
    }
  }
}
