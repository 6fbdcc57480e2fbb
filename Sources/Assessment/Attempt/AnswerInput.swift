package import Text

/// Understands what a person types as an answer: numbers or letters, Latin or Khmer.
package enum AnswerInput {
  /// What was typed.
  package enum Reading: Sendable, Hashable {
    /// An answer.
    case response(Response)
    /// Something that is no answer to this item, with what would be.
    case notUnderstood(LocalizedText)
  }

  /// Returns what `typed` means as an answer to an item that is shown as on paper but for its
  /// options.
  ///
  /// - Parameters:
  ///   - typed: What was typed. Options are named by their number (1, ១), their Latin letter (a)
  ///     or their Khmer letter (ក), as displayed; several are separated by commas or spaces, or
  ///     written together when they are letters (`ac`, `កគ`).
  ///   - item: The item.
  ///   - displayed: The options in the order in which the person sees them.
  /// - Returns: The answer, or what would be one.
  package static func read(_ typed: String, item: Item, displayed: [ChoiceOption]) -> Reading {
    read(typed, item: item, displayed: displayed, seed: "", current: nil)
  }

  /// Returns what `typed` means as an answer to an item as `OptionOrder` shows it.
  ///
  /// Options are typed as their number or letter; pairs as a source's letter and a target's number
  /// (`a2 b1`, `ក=២, ខ=១`, `1-ខ`) or as the targets' numbers alone, in the order of the sources; an
  /// order as the letters or numbers in the order wanted (`c a b`, `គកខ`, `3 1 2`); several blanks
  /// as `a=…; b=…` or one after another between semicolons, where `\;` is a semicolon; a number
  /// with one of its units.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - item: The item.
  ///   - seed: What fixes the order of its options and targets; empty for paper.
  ///   - current: What was answered before: pairs and named blanks are added to it.
  /// - Returns: The answer, or what would be one.
  package static func read(
    _ typed: String, item: Item, seed: String, current: Response? = nil
  ) -> Reading {
    read(
      typed, item: item, displayed: OptionOrder.options(of: item, seed: seed), seed: seed,
      current: current)
  }

  private static func read(
    _ typed: String, item: Item, displayed: [ChoiceOption], seed: String, current: Response?
  ) -> Reading {
    switch item.interaction {
    case .numeric(let numeric):
      return PartScoring.number(typed, units: numeric.units).map { .response(.number($0)) }
        ?? .notUnderstood(AttemptMessages.typeANumber(units: numeric.units.map(\.symbol)))
    case .text, .essay:
      return TextInteraction.normalised(typed).isEmpty
        ? .notUnderstood(AttemptMessages.typeAText) : .response(.text(typed))
    case .choice(let choice):
      return options(typed, displayed, areSeveral: choice.isMultiple)
    case .rating:
      return options(typed, displayed, areSeveral: false)
    case .order:
      return PartInput.order(typed, count: displayed.count).map { indexes in
        .response(.order(indexes.map { displayed[$0].id }))
      } ?? .notUnderstood(AttemptMessages.typeAnOrder(count: displayed.count))
    case .match(let match):
      let targets = OptionOrder.targets(of: item, seed: seed)
      guard
        let found = PartInput.pairs(typed, sources: match.sources.count, targets: targets.count)
      else {
        return .notUnderstood(
          AttemptMessages.typePairs(sources: match.sources.count, targets: targets.count))
      }
      var pairs: [String: String] = [:]
      if case .pairs(let before)? = current { pairs = before }
      for (source, target) in found { pairs[match.sources[source].id] = targets[target].id }
      return .response(.pairs(pairs))
    case .blanks(let blanks):
      return BlanksInput(item: item, blanks: blanks.blanks, seed: seed).read(typed, current)
    case .performance:
      return .notUnderstood(AttemptMessages.nothingToType)
    }
  }

  private static func options(
    _ typed: String, _ displayed: [ChoiceOption], areSeveral: Bool
  ) -> Reading {
    guard let indexes = optionIndexes(typed, count: displayed.count), !indexes.isEmpty,
      areSeveral || indexes.count == 1
    else {
      return .notUnderstood(
        AttemptMessages.typeAnOption(count: displayed.count, several: areSeveral))
    }
    return .response(.chosen(indexes.map { displayed[$0].id }))
  }

  /// Returns the indexes that a text names, or `nil` where any part of it names none.
  static func optionIndexes(_ typed: String, count: Int) -> [Int]? {
    let parts = Khmer.withLatinDigits(typed).lowercased()
      .split { ", \t;\u{200B}".contains($0) }
    var indexes: [Int] = []
    for part in parts {
      if let number = Int(part) {
        guard (1...max(1, count)).contains(number), count > 0 else { return nil }
        indexes.append(number - 1)
      } else {
        for scalar in part.unicodeScalars {
          guard let index = letterIndex(scalar), index < count else { return nil }
          indexes.append(index)
        }
      }
    }
    return indexes
  }

  static func letterIndex(_ scalar: Unicode.Scalar) -> Int? {
    if (0x61...0x7A).contains(scalar.value) { return Int(scalar.value) - 0x61 }
    return Khmer.optionLetters.firstIndex(of: String(Character(scalar)))
  }
}

/// Reads orders and pairs: letters and numbers, whatever stands between them.
enum PartInput {
  private enum Token {
    case letter(Int)
    case number(Int)
  }

  /// Returns the indexes of the options in the order typed; each stands in it once.
  static func order(_ typed: String, count: Int) -> [Int]? {
    guard let tokens = tokens(typed) else { return nil }
    var indexes = tokens.map { token in
      switch token {
      case .letter(let index): index
      case .number(let number): number - 1
      }
    }
    if tokens.count == 1, case .number(let number) = tokens[0], (2...9).contains(count) {
      // `312`, written together as letters may be.
      indexes = "\(number)".utf8.map { Int($0) - 0x31 }
    }
    guard indexes.count == count, Set(indexes) == Set(0..<count) else { return nil }
    return indexes
  }

  /// Returns pairs of indexes of sources and targets, each source once; or `nil`.
  static func pairs(_ typed: String, sources: Int, targets: Int) -> [(Int, Int)]? {
    guard let tokens = tokens(typed), !tokens.isEmpty else { return nil }
    var pairs: [(Int, Int)] = []
    let numbers = tokens.compactMap { if case .number(let number) = $0 { number } else { nil } }
    if numbers.count == tokens.count {
      guard numbers.count == sources else { return nil }
      pairs = numbers.enumerated().map { ($0.offset, $0.element - 1) }
    } else {
      guard tokens.count.isMultiple(of: 2) else { return nil }
      for start in stride(from: 0, to: tokens.count, by: 2) {
        switch (tokens[start], tokens[start + 1]) {
        case (.letter(let source), .number(let target)), (.number(let target), .letter(let source)):
          pairs.append((source, target - 1))
        default: return nil
        }
      }
    }
    let isKnown = pairs.allSatisfy {
      (0..<sources).contains($0.0) && (0..<targets).contains($0.1)
    }
    return isKnown && Set(pairs.map(\.0)).count == pairs.count ? pairs : nil
  }

  /// The letters and numbers of a text; `nil` where anything but signs that separate stands there.
  private static func tokens(_ typed: String) -> [Token]? {
    var tokens: [Token] = []
    var digits = ""
    func number() -> Bool {
      guard !digits.isEmpty else { return true }
      guard let value = Int(digits), value <= 1_000_000_000 else { return false }
      tokens.append(.number(value))
      digits = ""
      return true
    }
    for scalar in Khmer.withLatinDigits(typed).lowercased().unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      guard number() else { return nil }
      if let index = AnswerInput.letterIndex(scalar) {
        tokens.append(.letter(index))
      } else if !isSeparator(scalar) {
        return nil
      }
    }
    return number() ? tokens : nil
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ",;=-:>.–→៖()\u{200B}".unicodeScalars.contains(scalar)
  }
}
