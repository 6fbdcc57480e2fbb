/// Cuts a text into stretches of one kind: Khmer letters, words of other scripts, numbers, spaces,
/// punctuation.
struct WordScanner {
  /// What a stretch is.
  enum Kind {
    /// Khmer letters and signs, with the zero-width spaces among them.
    case khmer
    /// A word of another script, an address, a number.
    case word
    /// Letters of a script that needs a dictionary or rules of its own.
    case other
    /// White space.
    case space
    /// A mark of punctuation or another sign.
    case mark
    /// Zero-width spaces that stand apart from Khmer letters.
    case zeroWidth
  }

  let scalars: [Unicode.Scalar]

  /// Returns the stretch that begins at `start`: its kind and the offset behind it.
  func stretch(from start: Int) -> (kind: Kind, end: Int) {
    let scalar = scalars[start]
    if scalar.value == 0x200B { return (.zeroWidth, run(from: start) { $0.value == 0x200B }) }
    if scalar.properties.isWhitespace {
      return (.space, run(from: start) { $0.properties.isWhitespace })
    }
    if let end = abbreviation(from: start) { return (.word, end) }
    if scalar.isKhmerLetter || scalar.isKhmerDependent || scalar.value == 0x17D7 {
      let end = khmer(from: start)
      // The first letter of an abbreviation is not the last of the word before it.
      let isBare = end - start > 1 && scalars[end - 1].isKhmerConsonant
      if isBare, self.scalar(end) == ".", scalars[end - 2].value != 0x17D2,
        abbreviation(from: end - 1) != nil
      {
        return (.khmer, end - 1)
      }
      return (.khmer, end)
    }
    if let end = address(from: start) { return (.word, end) }
    if scalar.isDigit { return (.word, number(from: start)) }
    if Self.isLatin(scalar) { return (.word, latin(from: start)) }
    if Self.isLetter(scalar) { return (.other, run(from: start) { Self.isLetter($0) }) }
    return (.mark, mark(from: start))
  }

  private func run(from start: Int, _ belongs: (Unicode.Scalar) -> Bool) -> Int {
    var index = start + 1
    while index < scalars.count, belongs(scalars[index]) || scalars[index].extendsGrapheme {
      index += 1
    }
    return index
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  // MARK: Khmer

  private func khmer(from start: Int) -> Int {
    var index = start + 1
    while let next = scalar(index) {
      let belongs =
        next.isKhmerLetter || next.isKhmerDependent || next.value == 0x17D7
        || next.value == 0x2060 || next.extendsGrapheme
      if belongs {
        index += 1
      } else if next.value == 0x200B {
        // Zero-width spaces belong to the stretch where Khmer goes on behind them.
        var behind = index
        while scalar(behind)?.value == 0x200B { behind += 1 }
        guard let after = scalar(behind), after.isKhmerLetter || after.isKhmerDependent else {
          return index
        }
        index = behind
      } else {
        return index
      }
    }
    return index
  }

  /// `។ល។` and abbreviations with their stops, such as `គ.ជ.អ.ប`: letters without vowels, each
  /// but the last followed by a full stop.
  private func abbreviation(from start: Int) -> Int? {
    if scalars[start].value == 0x17D4 {
      guard scalar(start + 1)?.value == 0x179B, scalar(start + 2)?.value == 0x17D4 else {
        return nil
      }
      return start + 3
    }
    var index = start
    var stops = 0
    while let letter = scalar(index), letter.isKhmerConsonant, scalar(index + 1) == "." {
      stops += 1
      index += 2
    }
    guard stops > 0 else { return nil }
    let isLast =
      scalar(index)?.isKhmerConsonant == true
      && !(scalar(index + 1).map { $0.isKhmerDependent } ?? false)
    if isLast, stops > 1 || !(scalar(index + 1)?.isKhmerLetter ?? false) { return index + 1 }
    return stops > 1 ? index : nil
  }

  // MARK: Numbers

  /// A number with the marks inside it: `២.០០០,៥០`, `០១/០៤/២០២៦`, `៨:៣០`.
  private func number(from start: Int) -> Int {
    var index = start
    while let digit = scalar(index) {
      if digit.isDigit {
        index += 1
      } else if ".,:/-–".unicodeScalars.contains(digit), scalar(index + 1)?.isDigit == true {
        index += 2
      } else {
        break
      }
    }
    // `3rd`, `12a`: letters that follow Latin digits are of one word with them.
    if (0x30...0x39).contains(scalars[index - 1].value), let next = scalar(index),
      Self.isLatin(next)
    {
      return latin(from: index)
    }
    return index
  }

  // MARK: Latin

  private func latin(from start: Int) -> Int {
    var index = start
    while let next = scalar(index) {
      if Self.isLatin(next) || (0x30...0x39).contains(next.value) || next == "_"
        || (index > start && next.extendsGrapheme && !Khmer.isKhmer(next))
      {
        index += 1
      } else if "'’-.&".unicodeScalars.contains(next), let after = scalar(index + 1),
        Self.isLatin(after) || (0x30...0x39).contains(after.value)
      {
        index += 1
      } else {
        break
      }
    }
    return max(index, start + 1)
  }

  /// A web or mail address, or the name of a file: `https://…`, `www.…`, `a@b.kh`.
  private func address(from start: Int) -> Int? {
    guard scalars[start].value < 0x80 else { return nil }
    let isWeb = ["http://", "https://", "ftp://", "mailto:", "www."].contains {
      starts(with: $0, at: start)
    }
    if isWeb {
      var end = start
      while let next = scalar(end), next.value > 0x20, next.value < 0x1780,
        !"<>\"«»“”".unicodeScalars.contains(next), !next.properties.isWhitespace
      { end += 1 }
      while end > start + 4, ".,;:!?)]}'".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
      return end
    }
    guard Self.isMail(scalars[start]) else { return nil }
    var name = start
    // Longer names than 64 letters are no mail address (RFC 5321, 4.5.3.1.1).
    while name < start + 65, let next = scalar(name), Self.isMail(next) { name += 1 }
    guard scalar(name) == "@", let host = scalar(name + 1), Self.isMail(host) else { return nil }
    var end = name + 1
    while let next = scalar(end), Self.isMail(next) { end += 1 }
    while scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
    return end
  }

  private func starts(with text: String, at start: Int) -> Bool {
    var index = start
    for wanted in text.unicodeScalars {
      guard let next = scalar(index), next.value < 0x80,
        next == wanted || next.value | 0x20 == wanted.value
      else { return false }
      index += 1
    }
    return true
  }

  private static func isMail(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2D, 0x5F, 0x2B: true
    default: false
    }
  }

  // MARK: Marks

  /// A mark; the same one several times, such as `...`, is one.
  private func mark(from start: Int) -> Int {
    var end = start + grapheme(from: start)
    guard end == start + 1 else { return end }
    while end < scalars.count, scalars[end] == scalars[start] { end += 1 }
    return end
  }

  /// How many scalars the extended grapheme cluster at `start` has, Khmer not among them.
  private func grapheme(from start: Int) -> Int {
    guard scalars[start].value >= 0x80 else { return 1 }
    // The longest clusters in use, families of emoji, have fewer scalars.
    let part = scalars[start..<min(scalars.count, start + 32)].prefix { !Khmer.isKhmer($0) }
    return max(1, String(scalars: part).first?.unicodeScalars.count ?? 1)
  }

  /// A letter of Latin, Greek or Cyrillic script.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }
    return (scalar.value < 0x530 || (0x1E00...0x1FFF).contains(scalar.value))
      && isLetter(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .decimalNumber:
      !Khmer.isKhmer(scalar)
    default: false
    }
  }
}
