import Markup
import Text

/// Tells a page where Khmer may break into lines, for whatever prints it.
///
/// Between two words stands a `<wbr>`, which holds no text: what is copied or read aloud stays as
/// it was written. A browser that knows Khmer breaks at the same places; one that does not would
/// otherwise break nowhere, or anywhere.
struct KhmerBreaks {
  private var known: [String: String] = [:]

  /// Returns HTML with the marks between the words of its text; tags stay as they are.
  mutating func added(to html: String) -> String {
    guard html.unicodeScalars.contains(where: Khmer.isKhmer) else { return html }
    var result = ""
    result.reserveCapacity(html.utf8.count * 5 / 4)
    var rest = html.utf8[...]
    while !rest.isEmpty {
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      result += words(String(Substring(text)))
      rest = rest[text.endIndex...]
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else {
        return result + String(Substring(rest))
      }
      result += String(Substring(rest[...close]))
      rest = rest[rest.index(after: close)...]
    }
    return result
  }

  private mutating func words(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Khmer.isKhmer) else { return text }
    if let found = known[text] { return found }
    var result = ""
    var last: Unicode.Scalar?
    for piece in LineWrapping.pieces(text) {
      guard let first = piece.unicodeScalars.first else { continue }
      if let last, Khmer.isKhmer(last), Khmer.isKhmer(first) { result += "<wbr>" }
      result += piece
      last = piece.unicodeScalars.last
    }
    known[text] = result
    return result
  }
}
