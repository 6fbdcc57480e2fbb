import Text

/// Understands what a person types into the blanks of an item.
struct BlanksInput {
  let item: Item
  let blanks: [BlanksInteraction.Blank]
  let seed: String

  /// Returns what `typed` fills in.
  ///
  /// One blank takes the whole text, with or without its name. Several take parts between
  /// semicolons: all with their names, then the blanks not named keep what `current` holds; or none
  /// with a name, then they fill the blanks in turn, and an empty part leaves its blank empty.
  func read(_ typed: String, _ current: Response?) -> AnswerInput.Reading {
    var entries: [String: String] = [:]
    let parts = blanks.count == 1 ? [typed] : Self.parts(typed)
    let named = parts.map(named)
    if blanks.count > 1, named.contains(where: { $0 != nil }) {
      if case .blanks(let before)? = current { entries = before }
      var seen: Set<Int> = []
      for (part, found) in zip(parts, named) {
        guard let found else {
          if Self.isBlank(part) { continue }
          return .notUnderstood(AttemptMessages.typeBlanks(count: blanks.count))
        }
        guard seen.insert(found.index).inserted else {
          return .notUnderstood(AttemptMessages.typeBlanks(count: blanks.count))
        }
        if let remedy = fill(found.index, found.text, &entries) { return .notUnderstood(remedy) }
      }
    } else {
      let texts = parts.last.map(Self.isBlank) == true ? parts.dropLast() : parts[...]
      guard texts.count <= blanks.count else {
        return .notUnderstood(AttemptMessages.typeBlanks(count: blanks.count))
      }
      for (index, part) in texts.enumerated() {
        if let remedy = fill(index, named[index]?.text ?? part, &entries) {
          return .notUnderstood(remedy)
        }
      }
    }
    let response = Response.blanks(entries)
    return response.isEmpty
      ? .notUnderstood(AttemptMessages.typeBlanks(count: blanks.count)) : .response(response)
  }

  /// Fills one blank; returns what would be understood where the text is not.
  private func fill(
    _ index: Int, _ text: String, _ entries: inout [String: String]
  ) -> LocalizedText? {
    let blank = blanks[index]
    let typed = Self.trimmed(text)
    if Self.isBlank(typed) {
      entries[blank.id] = nil
      return nil
    }
    switch blank.entry {
    case .text: entries[blank.id] = typed
    case .numeric(let numeric):
      guard let number = PartScoring.number(typed, units: numeric.units) else {
        return AttemptMessages.inBlank(
          blank.id, AttemptMessages.typeANumber(units: numeric.units.map(\.symbol)))
      }
      entries[blank.id] = Response.number(number).encoded
    case .choice:
      let shown = OptionOrder.options(of: blank, in: item, seed: seed)
      guard let id = option(typed, shown) else {
        return AttemptMessages.inBlank(
          blank.id, AttemptMessages.typeAnOption(count: shown.count, several: false))
      }
      entries[blank.id] = id
    }
    return nil
  }

  /// An option by its number or letter as shown, or by its text.
  private func option(_ typed: String, _ shown: [ChoiceOption]) -> String? {
    let form = TextInteraction.normalised(typed)
    let byText = shown.filter { option in
      [option.text.en, option.text.km].contains {
        !$0.isEmpty && TextInteraction.normalised($0) == form
      }
    }
    if byText.count == 1 { return byText[0].id }
    guard let indexes = AnswerInput.optionIndexes(typed, count: shown.count), indexes.count == 1
    else { return nil }
    return shown[indexes[0]].id
  }

  /// The blank that a part names before its first `=`: by its id, letter or number.
  private func named(_ part: String) -> (index: Int, text: String)? {
    let scalars = part.unicodeScalars
    guard let mark = scalars.firstIndex(of: "=") else { return nil }
    let name = TextInteraction.normalised(String(scalars[..<mark]))
    let text = String(scalars[scalars.index(after: mark)...])
    if let index = blanks.firstIndex(where: { TextInteraction.normalised($0.id) == name }) {
      return (index, text)
    }
    if let number = Int(name) {
      return blanks.indices.contains(number - 1) ? (number - 1, text) : nil
    }
    let letters = name.unicodeScalars
    guard letters.count == 1, let first = letters.first,
      let place = AnswerInput.letterIndex(first)
    else { return nil }
    // A Khmer letter is another way to write the id; otherwise it counts the blanks.
    let id = ChoiceOption.id(at: place)
    if let index = blanks.firstIndex(where: { $0.id == id }) { return (index, text) }
    return place < blanks.count ? (place, text) : nil
  }

  /// The parts between semicolons; `\` before one makes it part of the text.
  private static func parts(_ typed: String) -> [String] {
    var parts = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in typed.unicodeScalars {
      if isEscaped {
        if scalar != ";", scalar != "\\" { parts[parts.count - 1].append("\\") }
        parts[parts.count - 1].append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == ";" {
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    if isEscaped { parts[parts.count - 1].append("\\") }
    return parts.map { String($0) }
  }

  private static func isBlank(_ text: String) -> Bool { TextInteraction.normalised(text).isEmpty }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
