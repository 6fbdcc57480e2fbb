/// Finds citations `[^id]` in plain text.
///
/// An id holds ASCII letters, digits and hyphens, and at least one of them. What has to be shown
/// as it is written, such as `[^id]` in an explanation of the notation, is written as code.
enum Citation {
  /// Returns the text as plain text and citations; joined they are the text.
  static func split(_ text: String) -> [MarkdownInline] {
    var result: [MarkdownInline] = []
    var plain = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      if scalar == "[", let (id, length) = first(in: Substring(rest)) {
        if !plain.isEmpty { result.append(.text(String(plain))) }
        plain = String.UnicodeScalarView()
        result.append(.citation(id))
        rest = rest.dropFirst(length)
      } else {
        plain.append(scalar)
        rest.removeFirst()
      }
    }
    if !plain.isEmpty { result.append(.text(String(plain))) }
    return result
  }

  /// Returns the id of the citation that `text` begins with, and its length in scalars.
  static func first(in text: Substring) -> (id: String, length: Int)? {
    var scalars = text.unicodeScalars
    guard scalars.popFirst() == "[", scalars.popFirst() == "^" else { return nil }
    let id = scalars.prefix { isPartOfID($0) }
    guard !id.isEmpty, scalars.dropFirst(id.count).first == "]" else { return nil }
    return (String(id), id.count + 3)
  }

  private static func isPartOfID(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": true
    default: false
    }
  }
}
