import Assessment
import Source
import Text

/// Reads responses as SCORM and xAPI write them.
///
/// SCORM 1.2 names options by single signs in the order of the source (RTE 3.4.7); SCORM 2004 and
/// xAPI by their ids between `[,]` and `[.]` (SCORM 2004 4th Ed. RTE 4.2.9, xAPI 1.0.3 Data 4.1.9).
enum InteractionResponse {
  /// The forms of responses.
  enum Form {
    case scorm12
    case delimited
  }

  private static let codes = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
  private static let targetCodes = Array("123456789abcdefghijklmnopqrstuvwxyz0".utf8)

  /// Returns the response; an empty text is no answer.
  ///
  /// - Parameters:
  ///   - text: What was told.
  ///   - item: The question.
  ///   - form: How it is written.
  /// - Returns: The response, `.some(nil)` for no answer, or `nil` where it is none to the question.
  static func read(_ text: String, item: Item, form: Form) -> Response?? {
    if text.isEmpty { return .some(nil) }
    let encoded: String?
    switch item.interaction {
    case .choice(let choice) where choice.isTrueFalse:
      encoded = trueOrFalse(text).flatMap { isTrue in
        guard choice.options.count == 2 else { return nil }
        return choice.options[isTrue ? 0 : 1].id
      }
    case .choice(let choice): encoded = ids(text, choice.options, form)
    case .rating(let rating): encoded = ids(text, rating.options, form)
    case .order(let order): encoded = ids(text, order.options, form)
    case .match(let match): encoded = pairs(text, match, form)
    case .blanks(let blanks) where form == .delimited:
      let words = split(text).map(untagged)
      guard words.count == blanks.blanks.count else { return nil }
      let entries = zip(blanks.blanks, words).filter { !$0.1.isEmpty }
        .map { ($0.0.id, $0.1) }
      let response = Response.blanks(Dictionary(entries, uniquingKeysWith: { first, _ in first }))
      return .some(response.isEmpty ? nil : response)
    case .text, .essay: encoded = form == .delimited ? untagged(text) : text
    case .numeric, .blanks: encoded = text
    case .performance: return nil
    }
    guard let encoded, let response = Response(encoded: encoded, to: item) else { return nil }
    return .some(response.isEmpty ? nil : response)
  }

  private static func trueOrFalse(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "t", "true", "1": true
    case "f", "false", "0": false
    default: nil
    }
  }

  private static func ids(_ text: String, _ options: [ChoiceOption], _ form: Form) -> String? {
    let known = options.map(\.id)
    let ids =
      form == .scorm12
      ? text.split(separator: ",").map { id($0, known, codes) }
      : split(text).map { PercentText.decoded($0) }
    let found = ids.compactMap(\.self)
    return found.count == ids.count ? found.joined(separator: ",") : nil
  }

  private static func pairs(_ text: String, _ match: MatchInteraction, _ form: Form) -> String? {
    let sources = match.sources.map(\.id)
    let targets = match.targets.map(\.id)
    let parts = form == .scorm12 ? text.split(separator: ",").map(String.init) : split(text)
    var pairs: [String] = []
    for part in parts {
      let sides =
        form == .scorm12 ? part.split(separator: ".").map(String.init) : split(part, at: "[.]")
      guard sides.count == 2 else { return nil }
      let source =
        form == .scorm12 ? id(sides[0], sources, codes) : PercentText.decoded(sides[0])
      let target =
        form == .scorm12 ? id(sides[1], targets, targetCodes) : PercentText.decoded(sides[1])
      guard let source, let target else { return nil }
      pairs.append("\(source)=\(target)")
    }
    return pairs.joined(separator: ",")
  }

  private static func id(
    _ sign: some StringProtocol, _ ids: [String], _ codes: [UInt8]
  ) -> String? {
    let bytes = Array(sign.trimmingSpacesOfPart().utf8)
    guard bytes.count == 1, let place = codes.firstIndex(of: bytes[0]), place < ids.count else {
      return nil
    }
    return ids[place]
  }

  /// The parts of a text between delimiters.
  private static func split(_ text: String, at delimiter: String = "[,]") -> [String] {
    let bytes = Array(text.utf8)
    let mark = Array(delimiter.utf8)
    var parts: [String] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: mark) {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// A text without the `{lang=km}` before it.
  private static func untagged(_ text: String) -> String {
    guard text.hasPrefix("{"), let end = text.firstIndex(of: "}"), text.contains("=") else {
      return text
    }
    return String(text[text.index(after: end)...])
  }
}

extension StringProtocol {
  fileprivate func trimmingSpacesOfPart() -> String { String(self).trimmingSpaces() }
}
