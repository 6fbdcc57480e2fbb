import Psychometrics
import Records
import Text

/// How the forms were spread over the two occasions, which decides what a change may be called.
enum FormDesign: Sendable, Hashable {
  /// Everybody took the same form twice.
  case sameForm(String)
  /// Two forms, taken in both orders in balance: A then B, and B then A.
  case crossover(a: String, b: String)
  /// Forms and time cannot be told apart.
  case refused(ReportRefusal.Reason)

  /// Tells whether two orders are near enough to balance.
  ///
  /// With φ the difference between the forms, the raw mean gain is δ + φ · (nAB − nBA)/n. Both
  /// orders must be there, and |nAB − nBA| ≤ max(1, n/10): then no more than a tenth of φ stays in
  /// the gain, which for forms drawn from one blueprint is far below its sampling error. An odd
  /// number cannot come nearer than 1. Rosters are allotted within 1; what people miss later
  /// rarely moves that beyond a tenth unless the missing depends on the form.
  static func isBalanced(_ first: Int, _ second: Int) -> Bool {
    first > 0 && second > 0 && 10 * abs(first - second) <= max(10, first + second)
  }

  /// Recognises the design from what the people in pairs really took, not from what was allotted.
  ///
  /// - Parameters:
  ///   - pairs: The pairs.
  ///   - events: The events; where they agree on which form is A, that holds.
  init(_ pairs: [MatchedPair], events: [EventSummary]) {
    let orders = Set(pairs.map { [$0.pre.form, $0.post.form] })
    let forms = Set(orders.flatMap(\.self))
    if pairs.isEmpty {
      self = .refused(.noMatchedPairs)
    } else if let only = forms.first, forms.count == 1 {
      self = .sameForm(only)
    } else if forms.count == 2, orders.allSatisfy({ $0.first != $0.last }) {
      let named = Set(events.map(\.forms).filter { Set($0) == forms && $0.count == 2 })
      let ordered = named.count == 1 ? named.first ?? [] : forms.sorted()
      let first = pairs.count { $0.pre.form == ordered.first }
      let second = pairs.count - first
      if first == 0 || second == 0 {
        self = .refused(.oneSequenceOnly)
      } else if !Self.isBalanced(first, second) {
        self = .refused(.sequencesOutOfBalance(first: first, second: second))
      } else {
        self = .crossover(a: ordered.first ?? "", b: ordered.last ?? "")
      }
    } else {
      self = .refused(.mixedForms)
    }
  }

  /// Why the change may not be given, or `nil` where it may.
  var refusal: ReportRefusal? {
    if case .refused(let reason) = self { ReportRefusal(reason) } else { nil }
  }

  /// The two forms of a crossover.
  var forms: (a: String, b: String)? {
    if case .crossover(let a, let b) = self { (a, b) } else { nil }
  }

  /// The analysis that frees the change from the forms; `nil` where everybody took one form.
  func crossover(_ pairs: [MatchedPair]) -> Crossover? {
    guard let forms else { return nil }
    return Crossover(
      gainsAB: pairs.filter { $0.pre.form == forms.a }.map(\.change),
      gainsBA: pairs.filter { $0.pre.form == forms.b }.map(\.change))
  }

  /// Tells whether the raw gain of some of the pairs may be given.
  func allowsRawGain(_ pairs: [MatchedPair]) -> Bool {
    switch self {
    case .sameForm: return true
    case .refused: return false
    case .crossover(let a, _):
      let first = pairs.count { $0.pre.form == a }
      return Self.isBalanced(first, pairs.count - first)
    }
  }
}
