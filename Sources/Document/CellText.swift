import Text

/// Writes cells as people read them, and keeps the reasons of missing values for the notes below.
struct CellText {
  let language: Language
  /// The reasons met so far, in order; the first is marked `(a)`.
  private(set) var reasons: [String] = []

  init(language: Language) {
    self.language = language
  }

  /// Returns the text of one cell, on one line.
  mutating func text(_ cell: Table.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): Self.onOneLine(text)
    case .localized(let text): Self.onOneLine(text.text(in: language))
    case .integer(let value): String(value)
    case .number(let value, let digits): Self.number(value, digits)
    case .probability(let value): Self.probability(value)
    case .interval(let low, let high, let digits):
      "[\(Self.number(low, digits)), \(Self.number(high, digits))]"
    case .missing(let reason): missing(reason.text(in: language))
    }
  }

  /// Returns the lines that explain the marks, such as `(a) fewer than two pairs`.
  var explanations: [String] {
    reasons.enumerated().map { "\(Self.mark($0.offset)) \($0.element)" }
  }

  private mutating func missing(_ reason: String) -> String {
    let place = reasons.firstIndex(of: reason) ?? reasons.count
    if place == reasons.count { reasons.append(reason) }
    return "– " + Self.mark(place)
  }

  private static func mark(_ place: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return place < letters.count ? "(\(letters[place]))" : "(\(place + 1))"
  }

  /// Returns `value` with a real minus sign, which stands apart from a hyphen on paper.
  static func number(_ value: Double, _ digits: Int) -> String {
    let text = NumberText.fixed(value, digits: digits)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// Returns a probability with four decimals, and a bound where those would all be zeros.
  ///
  /// Zeros alone would claim that something is impossible; the bound says what is known of it.
  static func probability(_ value: Double) -> String {
    value >= 0 && value < 0.0001 ? "< 0.0001" : number(value, 4)
  }

  /// Returns `text` with line ends, tabs and other control characters turned into spaces.
  static func onOneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.map { isControl($0) ? " " : $0 })
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.value == 0x2028
      || scalar.value == 0x2029
  }
}
