import Text

/// What a person answered to one item.
///
/// It has one text form, the same in the journal, in CSV and in a page's result file: option ids
/// joined by commas in alphabetical order, the number as typed with Latin digits, or the text.
package enum Response: Sendable, Hashable {
  /// The ids of the chosen options, in alphabetical order; empty means that none was chosen.
  case choice([String])
  /// A number.
  case number(Double)
  /// A text.
  case text(String)

  /// Creates a choice of options in any order.
  package static func chosen(_ ids: some Sequence<String>) -> Response {
    .choice(Set(ids).sorted())
  }

  /// Reads the text form of a response to `item`; `nil` where it cannot be a response to it.
  package init?(encoded: String, to item: Item) {
    switch item.interaction {
    case .choice(let choice):
      let known = Set(choice.options.map(\.id))
      let ids = encoded.split(separator: ",").map { String($0).lowercased() }
      guard Set(ids).count == ids.count, ids.allSatisfy(known.contains),
        choice.isMultiple || ids.count <= 1
      else { return nil }
      self = .chosen(ids)
    case .numeric:
      guard let number = Self.number(encoded) else { return nil }
      self = .number(number)
    case .text:
      self = .text(encoded)
    }
  }

  /// The text form.
  package var encoded: String {
    switch self {
    case .choice(let ids): ids.joined(separator: ",")
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    case .text(let text): text
    }
  }

  /// Tells whether nothing was answered.
  package var isEmpty: Bool {
    switch self {
    case .choice(let ids): ids.isEmpty
    case .number: false
    case .text(let text): TextInteraction.normalised(text).isEmpty
    }
  }

  /// Returns the number that a person typed: Khmer or Latin digits, a point or a comma before the
  /// decimals, spaces between thousands; `nil` where it is not a finite number.
  ///
  /// Where both marks stand, the last one comes before the decimals: `1,200.5` and `1.200,5` are
  /// the same number.
  package static func number(_ typed: String) -> Double? {
    let text = Khmer.withLatinDigits(typed)
      .filter { !$0.isWhitespace && $0 != "\u{200B}" }
    let commas = text.filter { $0 == "," }.count
    let decimal: String
    if let point = text.lastIndex(of: "."), let comma = text.lastIndex(of: ","), point < comma {
      decimal = String(text.filter { $0 != "." }.map { $0 == "," ? "." : $0 })
    } else if commas == 1, !text.contains("."), !isThousands(text) {
      decimal = String(text.map { $0 == "," ? "." : $0 })
    } else {
      decimal = text.filter { $0 != "," }
    }
    let allowed = decimal.allSatisfy { $0.isASCII && ($0.isNumber || ".-+eE".contains($0)) }
    guard allowed, let number = Double(decimal), number.isFinite else { return nil }
    return number
  }

  /// One comma before exactly three digits, as in `1,200`, separates thousands.
  private static func isThousands(_ text: String) -> Bool {
    guard let comma = text.firstIndex(of: ",") else { return false }
    let after = text[text.index(after: comma)...]
    let before = text[..<comma].filter { $0 != "-" && $0 != "+" }
    return after.count == 3 && (1...3).contains(before.count) && before != "0"
  }
}
