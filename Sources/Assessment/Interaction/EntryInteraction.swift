package import Text

/// A number that is right within a tolerance.
package struct NumericInteraction: Sendable, Hashable {
  /// The accepted numbers; the one that gives the most counts.
  package var answers: [Answer]
  /// The units that may follow the number, the first one being that of the answers.
  package var units: [Unit]

  /// An accepted number.
  package struct Answer: Sendable, Hashable {
    /// The right number, in the first unit.
    package var value: Double
    /// How far an answer may lie from it, at least 0; the bounds belong to the right answers.
    package var tolerance: Double
    /// The percent of the points that it wins.
    package var weight: Double
    /// What is said to whoever gave it; may be empty.
    package var feedback: LocalizedText

    /// Creates an accepted number.
    package init(
      value: Double, tolerance: Double, weight: Double = 100,
      feedback: LocalizedText = LocalizedText(same: "")
    ) {
      self.value = value
      self.tolerance = tolerance
      self.weight = weight
      self.feedback = feedback
    }

    /// Tells whether a number lies within the tolerance, with room for the last digits of floating
    /// point: |x − value| ≤ tolerance + 1e-9 · |value|.
    package func accepts(_ number: Double) -> Bool {
      (number - value).magnitude <= tolerance + 1e-9 * value.magnitude
    }
  }

  /// A unit that may follow the number.
  package struct Unit: Sendable, Hashable {
    /// What people write for it.
    package var symbol: String
    /// How many of the first unit it is; 1 for the first.
    package var factor: Double

    /// Creates a unit.
    package init(symbol: String, factor: Double) {
      self.symbol = symbol
      self.factor = factor
    }
  }

  /// Creates a numeric interaction.
  package init(answers: [Answer], units: [Unit] = []) {
    self.answers = answers
    self.units = units
  }

  /// Creates a numeric interaction with one accepted number.
  package init(value: Double, tolerance: Double) {
    self.init(answers: [Answer(value: value, tolerance: tolerance)])
  }
}

/// A short text out of a list of accepted ones.
package struct TextInteraction: Sendable, Hashable {
  /// The accepted texts of both languages; the one that gives the most counts.
  package var answers: [Answer]
  /// Whether capitals and small letters differ.
  package var isCaseSensitive: Bool

  /// An accepted text.
  package struct Answer: Sendable, Hashable {
    /// The text.
    package var text: String
    /// The percent of the points that it wins.
    package var weight: Double
    /// What is said to whoever gave it; may be empty.
    package var feedback: LocalizedText
    /// The language whose file it stands in; `nil` where the source has but one.
    package var language: Language?

    /// Creates an accepted text.
    package init(
      _ text: String, weight: Double = 100, feedback: LocalizedText = LocalizedText(same: ""),
      language: Language? = nil
    ) {
      self.text = text
      self.weight = weight
      self.feedback = feedback
      self.language = language
    }
  }

  /// Creates a text interaction.
  package init(answers: [Answer], isCaseSensitive: Bool = false) {
    self.answers = answers
    self.isCaseSensitive = isCaseSensitive
  }

  /// Creates a text interaction whose texts all win all points.
  package init(accepted: [String]) {
    self.init(answers: accepted.map { Answer($0) })
  }

  /// The texts that win all points.
  package var accepted: [String] { answers.filter { $0.weight == 100 }.map(\.text) }

  /// Returns the accepted answer that a typed text is, the one of the highest weight.
  package func answer(to typed: String) -> Answer? {
    let form = normalised(typed)
    return answers.filter { normalised($0.text) == form }.max { $0.weight < $1.weight }
  }

  /// Returns the form in which this interaction compares texts.
  package func normalised(_ text: String) -> String {
    Self.normalised(text, isCaseSensitive: isCaseSensitive)
  }

  /// Returns the form in which texts are compared: NFC, Latin digits, lower case unless case
  /// counts, single spaces, without zero-width characters (U+200B–U+200D, U+2060).
  package static func normalised(_ text: String, isCaseSensitive: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiNormalised(text, isCaseSensitive) }
    var scalars = String.UnicodeScalarView()
    let composed = Khmer.withLatinDigits(Khmer.nfc(text))
    let shown = (isCaseSensitive ? composed : composed.lowercased()).unicodeScalars
    for scalar in shown where !isZeroWidth(scalar) {
      let isSpace = scalar.properties.isWhitespace
      if isSpace, scalars.isEmpty || scalars.last == " " { continue }
      scalars.append(isSpace ? " " : scalar)
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The same for ASCII, byte by byte: banks hold tens of thousands of such texts.
  private static func asciiNormalised(_ text: String, _ isCaseSensitive: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x20, 0x09...0x0D:
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      case 0x41...0x5A where !isCaseSensitive: bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200D).contains(scalar.value) || scalar.value == 0x2060
  }
}

/// A text that a human judges.
package struct EssayInteraction: Sendable, Hashable {
  /// How many lines an answer is expected to have, at least 1.
  package var lines: Int
  /// How many words an answer may have; `nil` without a limit.
  package var mostWords: Int?

  /// Creates an essay.
  package init(lines: Int = 8, mostWords: Int? = nil) {
    self.lines = lines
    self.mostWords = mostWords
  }
}
