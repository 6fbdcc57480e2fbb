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

  /// Returns what `typed` means as an answer.
  ///
  /// - Parameters:
  ///   - typed: What was typed. Options are named by their number (1, ១), their Latin letter (a)
  ///     or their Khmer letter (ក), as displayed; several are separated by commas or spaces, or
  ///     written together when they are letters (`ac`, `កគ`).
  ///   - item: The item.
  ///   - displayed: The options in the order in which the person sees them.
  /// - Returns: The answer, or what would be one.
  package static func read(_ typed: String, item: Item, displayed: [ChoiceOption]) -> Reading {
    switch item.interaction {
    case .numeric:
      return Response.number(typed).map { .response(.number($0)) }
        ?? .notUnderstood(AttemptMessages.typeANumber)
    case .text, .essay:
      return TextInteraction.normalised(typed).isEmpty
        ? .notUnderstood(AttemptMessages.typeAText) : .response(.text(typed))
    case .choice(let choice):
      guard let indexes = optionIndexes(typed, count: displayed.count), !indexes.isEmpty,
        choice.isMultiple || indexes.count == 1
      else {
        return .notUnderstood(
          AttemptMessages.typeAnOption(count: displayed.count, several: choice.isMultiple))
      }
      return .response(.chosen(indexes.map { displayed[$0].id }))
    case .rating:
      guard let indexes = optionIndexes(typed, count: displayed.count), indexes.count == 1 else {
        return .notUnderstood(AttemptMessages.typeAnOption(count: displayed.count, several: false))
      }
      return .response(.chosen(indexes.map { displayed[$0].id }))
    case .match, .order, .blanks, .performance:
      return Response(encoded: typed, to: item).map { .response($0) }
        ?? .notUnderstood(AttemptMessages.typeAText)
    }
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

  private static func letterIndex(_ scalar: Unicode.Scalar) -> Int? {
    if (0x61...0x7A).contains(scalar.value) { return Int(scalar.value) - 0x61 }
    return Khmer.optionLetters.firstIndex(of: String(Character(scalar)))
  }
}

/// The messages about answers.
enum AttemptMessages {
  static let typeANumber = LocalizedText(
    en: "Type a number, such as 12 or 12.5.", km: "សូមវាយចំនួន ដូចជា ១២ ឬ ១២.៥។")
  static let typeAText = LocalizedText(
    en: "Type a word or a short text.", km: "សូមវាយពាក្យ ឬអត្ថបទខ្លី។")

  static func typeAnOption(count: Int, several: Bool) -> LocalizedText {
    let last = ChoiceOption.id(at: max(0, count - 1))
    let khmerLast = Khmer.optionLetters.dropFirst(max(0, count - 1)).first ?? last
    let number = Khmer.withKhmerDigits("\(count)")
    if several {
      return LocalizedText(
        en: "Type one or more of a to \(last) or 1 to \(count), such as 'a, c'.",
        km: "សូមវាយមួយ ឬច្រើន ពី ក ដល់ \(khmerLast) ឬពី ១ ដល់ \(number) ដូចជា 'ក, គ'។")
    }
    return LocalizedText(
      en: "Type one of a to \(last) or 1 to \(count).",
      km: "សូមវាយមួយ ពី ក ដល់ \(khmerLast) ឬពី ១ ដល់ \(number)។")
  }
}
