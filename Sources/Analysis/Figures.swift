import Document
import Psychometrics
import Text

/// A JSON object whose figures may lack, with the reasons under `reasons`.
struct FigureObject {
  private var members = JSONObject()
  private var reasons = JSONObject()
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// The object; `reasons` stands last where a figure lacks.
  var value: JSONValue {
    var object = members
    if !reasons.keys.isEmpty { object["reasons"] = .object(reasons) }
    return .object(object)
  }

  subscript(key: String) -> JSONValue? {
    get { members[key] }
    set { members[key] = newValue }
  }

  mutating func set(_ key: String, _ figure: Estimate<Double>) {
    switch figure {
    case .value(let value): members[key] = JSONValue(number: value)
    case .undefined(let reason): lack(key, reason)
    }
  }

  mutating func set(_ key: String, _ figure: Estimate<ConfidenceInterval>) {
    switch figure {
    case .value(let ends):
      members[key] = [JSONValue(number: ends.low), JSONValue(number: ends.high)]
    case .undefined(let reason): lack(key, reason)
    }
  }

  mutating func lack(_ key: String, _ reason: UndefinedReason) {
    members[key] = .null
    reasons[key] = .string(ReasonWords.text(reason).text(in: language))
  }
}

/// Figures as cells of tables.
enum FigureCell {
  static func number(_ figure: Estimate<Double>, _ digits: Int) -> Table.Cell {
    switch figure {
    case .value(let value): .number(value, digits: digits)
    case .undefined(let reason): .missing(ReasonWords.text(reason))
    }
  }

  static func probability(_ figure: Estimate<Double>) -> Table.Cell {
    switch figure {
    case .value(let value): .probability(value)
    case .undefined(let reason): .missing(ReasonWords.text(reason))
    }
  }

  static func interval(_ figure: Estimate<ConfidenceInterval>, _ digits: Int) -> Table.Cell {
    switch figure {
    case .value(let ends): .interval(low: ends.low, high: ends.high, digits: digits)
    case .undefined(let reason): .missing(ReasonWords.text(reason))
    }
  }
}

/// Numbers in running text.
enum Say {
  /// Returns a number in both languages, in groups of three digits.
  static func number(_ value: Double, _ digits: Int = 2) -> LocalizedText {
    let sign = value < 0 ? "−" : ""
    return LocalizedText(
      en: sign + NumberText.grouped(value.magnitude, digits: digits, in: .english),
      km: sign + NumberText.grouped(value.magnitude, digits: digits, in: .khmer))
  }

  /// Returns a whole number in both languages.
  static func count(_ value: Int) -> LocalizedText {
    LocalizedText(
      en: NumberText.grouped(value, in: .english), km: NumberText.grouped(value, in: .khmer))
  }

  /// Returns a share as a percentage without its sign.
  static func percent(_ share: Double) -> LocalizedText { number(100 * share, 1) }

  /// Returns an interval as "low to high".
  static func interval(_ ends: ConfidenceInterval, _ digits: Int = 2) -> LocalizedText {
    let (low, high) = (number(ends.low, digits), number(ends.high, digits))
    return LocalizedText(en: "\(low.en) to \(high.en)", km: "ពី \(low.km) ដល់ \(high.km)")
  }
}
