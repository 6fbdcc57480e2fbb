import Source
import Text

/// Reads what stands in braces after a choice: `{trust +1, time -2, if trust >= 3}`.
///
/// Parts are separated by commas. `if name >= 3` is a condition (`>=`, `<=`, `>`, `<`, `=`);
/// `name +1`, `name -1` and `name = 4` are effects. Spaces may be left out; Khmer digits count.
struct RuleParser {
  /// What was read.
  struct Rules {
    var conditions: [Situation.Condition] = []
    var effects: [Situation.Effect] = []
  }

  /// A part that cannot be read.
  struct Failure {
    var text: String
    var column: Int
  }

  let file: SourceFile
  let line: Int

  /// Reads the text between the braces.
  ///
  /// - Parameters:
  ///   - text: The text between the braces.
  ///   - column: The column where it begins.
  /// - Returns: The rules and the parts that are none.
  func rules(_ text: String, column: Int) -> (Rules, [Failure]) {
    var rules = Rules()
    var failures: [Failure] = []
    var start = 0
    let scalars = Array(Khmer.withLatinDigits(text).unicodeScalars)
    for part in scalars.split(separator: ",", omittingEmptySubsequences: false) {
      var scanner = RuleScanner(scalars: Array(part))
      scanner.skipSpaces()
      let place = column + start + scanner.at
      if let condition = condition(&scanner, column: column + start) {
        rules.conditions.append(condition)
      } else if let effect = effect(&scanner, column: column + start) {
        rules.effects.append(effect)
      } else {
        let written = String(String.UnicodeScalarView(part)).trimmingSpaces()
        failures.append(Failure(text: written, column: place))
      }
      start += part.count + 1
    }
    return (rules, failures)
  }

  private func condition(_ scanner: inout RuleScanner, column: Int) -> Situation.Condition? {
    let before = scanner
    guard scanner.name() == "if", scanner.skipSpaces() > 0 else {
      scanner = before
      return nil
    }
    let place = file.location(line, column + scanner.at)
    guard let name = scanner.name(), let comparison = scanner.comparison(),
      let value = scanner.number(), scanner.isAtEnd
    else {
      scanner = before
      return nil
    }
    return Situation.Condition(
      name: Located(name, at: place), comparison: comparison, value: value)
  }

  private func effect(_ scanner: inout RuleScanner, column: Int) -> Situation.Effect? {
    let place = file.location(line, column + scanner.at)
    guard let name = scanner.name(), let change = scanner.change(), scanner.isAtEnd else {
      return nil
    }
    return Situation.Effect(name: Located(name, at: place), change: change)
  }
}

/// Steps through one part of a rule.
private struct RuleScanner {
  let scalars: [Unicode.Scalar]
  private(set) var at = 0

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Tells whether only spaces are left.
  var isAtEnd: Bool { scalars[at...].allSatisfy { $0 == " " || $0 == "\t" } }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  @discardableResult
  mutating func skipSpaces() -> Int {
    let start = at
    while let next, next == " " || next == "\t" { at += 1 }
    return at - start
  }

  mutating func name() -> String? {
    let start = at
    while let next, SituationNames.isNameScalar(next, isFirst: at == start) { at += 1 }
    return at > start ? String(String.UnicodeScalarView(scalars[start..<at])) : nil
  }

  mutating func comparison() -> Situation.Comparison? {
    skipSpaces()
    for candidate in Situation.Comparison.allCases {
      let mark = Array(candidate.rawValue.unicodeScalars)
      if scalars[at...].starts(with: mark) {
        at += mark.count
        return candidate
      }
    }
    return nil
  }

  mutating func change() -> Situation.Effect.Change? {
    skipSpaces()
    guard let sign = next else { return nil }
    at += 1
    switch sign {
    case "+": return digits().map { .add($0) }
    case "-", "\u{2212}": return digits().map { .add(-$0) }
    case "=": return number().map { .set($0) }
    default: return nil
    }
  }

  mutating func number() -> Int? {
    skipSpaces()
    let isNegative = next == "-" || next == "\u{2212}"
    if isNegative { at += 1 }
    return digits().map { isNegative ? -$0 : $0 }
  }

  /// Reads at most four digits, so that no sum of effects can overflow.
  private mutating func digits() -> Int? {
    skipSpaces()
    let start = at
    while let next, ("0"..."9").contains(next) { at += 1 }
    guard at > start, at - start <= 4 else { return nil }
    return Int(String(String.UnicodeScalarView(scalars[start..<at])))
  }
}

/// What ids and names of numbers are made of.
enum SituationNames {
  /// Tells whether a scalar may stand in the name of a number: a lower-case letter, then also
  /// digits and `_`, but no `-`, which would read as minus.
  static func isNameScalar(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if ("a"..."z").contains(scalar) { return true }
    return !isFirst && (("0"..."9").contains(scalar) || scalar == "_")
  }

  /// Tells whether a text can name a number in rules; `if` cannot.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text != "if"
      && text.unicodeScalars.enumerated().allSatisfy {
        isNameScalar($0.element, isFirst: $0.offset == 0)
      }
  }

  /// Tells whether a text is made of lower-case letters, digits and `-`.
  static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
  }
}
