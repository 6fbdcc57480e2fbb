import Inspection
import Text

/// Fits texts into the places that a manifest has for them.
enum TitleText {
  /// Returns the title of a manifest, in which there is one for all languages.
  ///
  /// Both languages stand in it, divided by a slash, where there is room; else the first alone. A
  /// space beside `&`, `<` or `>` becomes a no-break space, because Moodle drops a lone space that
  /// stands beside an entity.
  static func title(_ text: LocalizedText, languages: [Language]) -> String {
    var halves: [String] = []
    for language in languages {
      let half = ManifestValue.line(text.text(in: language))
      if !half.isEmpty, !halves.contains(half) { halves.append(half) }
    }
    let whole = halves.joined(separator: " / ")
    let fitting =
      whole.unicodeScalars.count <= ManifestValue.titleLimit ? whole : halves.first ?? ""
    return protected(shortened(fitting, to: ManifestValue.titleLimit))
  }

  /// Returns a text of at most `limit` scalars, cut between letters with `…` at its end.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    var result = ""
    var count = 1
    for character in text {
      count += character.unicodeScalars.count
      if count > limit { break }
      result.append(character)
    }
    return result + "…"
  }

  private static func protected(_ text: String) -> String {
    let entities: Set<Unicode.Scalar> = ["&", "<", ">"]
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isBeside =
        (index > 0 && entities.contains(scalars[index - 1]))
        || (index + 1 < scalars.count && entities.contains(scalars[index + 1]))
      result.append(scalar == " " && isBeside ? "\u{A0}" : scalar)
    }
    return String(result)
  }
}
