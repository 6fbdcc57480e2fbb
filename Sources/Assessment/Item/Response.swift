import Source
import Text

/// What a person answered to one item.
///
/// It has one text form, the same in the journal, in CSV and in a page's result file: option ids
/// joined by commas in alphabetical order, the number as typed with Latin digits, the text, pairs
/// as `a=2,b=1`, an order as option ids joined by commas, blanks as `a=text;b=12`.
package enum Response: Sendable, Hashable {
  /// The ids of the chosen options, in alphabetical order; empty means that none was chosen.
  case choice([String])
  /// A number, in the first unit of its item.
  case number(Double)
  /// A text.
  case text(String)
  /// Ids of targets by ids of sources; sources without a target are not there.
  case pairs([String: String])
  /// The ids of the options in the order given.
  case order([String])
  /// What was filled in, by ids of blanks: the text, the number's text, or the option's id.
  case blanks([String: String])

  /// Creates a choice of options in any order.
  package static func chosen(_ ids: some Sequence<String>) -> Response {
    .choice(Set(ids).sorted())
  }

  /// Reads the text form of a response to `item`; `nil` where it cannot be a response to it.
  package init?(encoded: String, to item: Item) {
    switch item.interaction {
    case .choice(let choice):
      guard let ids = Self.ids(encoded, of: choice.options), choice.isMultiple || ids.count <= 1
      else { return nil }
      self = .chosen(ids)
    case .rating(let rating):
      guard let ids = Self.ids(encoded, of: rating.options), ids.count <= 1 else { return nil }
      self = .chosen(ids)
    case .order(let order):
      guard let ids = Self.ids(encoded, of: order.options),
        ids.isEmpty || ids.count == order.options.count
      else { return nil }
      self = .order(ids)
    case .match(let match):
      guard let pairs = ResponseText.pairs(encoded) else { return nil }
      let sources = Set(match.sources.map(\.id))
      let targets = Set(match.targets.map(\.id))
      guard pairs.allSatisfy({ sources.contains($0.key) && targets.contains($0.value) })
      else { return nil }
      self = .pairs(pairs)
    case .blanks(let blanks):
      guard let entries = ResponseText.entries(encoded) else { return nil }
      let known = Set(blanks.blanks.map(\.id))
      guard entries.keys.allSatisfy(known.contains) else { return nil }
      self = .blanks(entries)
    case .numeric:
      guard let number = Self.number(encoded) else { return nil }
      self = .number(number)
    case .text, .essay:
      self = .text(encoded)
    case .performance:
      return nil
    }
  }

  private static func ids(_ encoded: String, of options: [ChoiceOption]) -> [String]? {
    let known = Set(options.map(\.id))
    let ids = encoded.split(separator: ",").map { $0.trimmingSpaces().lowercased() }
    return Set(ids).count == ids.count && ids.allSatisfy(known.contains) ? ids : nil
  }

  /// The text form.
  package var encoded: String {
    switch self {
    case .choice(let ids), .order(let ids): ids.joined(separator: ",")
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    case .text(let text): text
    case .pairs(let pairs): ResponseText.text(pairs: pairs)
    case .blanks(let entries): ResponseText.text(entries: entries)
    }
  }

  /// Tells whether nothing was answered.
  package var isEmpty: Bool {
    switch self {
    case .choice(let ids), .order(let ids): ids.isEmpty
    case .number: false
    case .text(let text): TextInteraction.normalised(text).isEmpty
    case .pairs(let pairs): pairs.isEmpty
    case .blanks(let entries):
      entries.values.allSatisfy { TextInteraction.normalised($0).isEmpty }
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
