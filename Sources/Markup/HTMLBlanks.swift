/// Puts fields into rendered text where marks such as `[[share]]` stand.
package enum HTMLBlanks {
  /// Returns `html` with each mark of a known blank replaced by its field, once.
  ///
  /// A blank that no mark names stands after the text, so that nothing is lost; a mark of no blank
  /// stays as it is.
  ///
  /// - Parameters:
  ///   - html: Rendered text, in which ids stand escaped.
  ///   - ids: The ids of the blanks.
  ///   - field: Writes the field of the blank at an index.
  /// - Returns: The text with the fields.
  package static func filled(_ html: String, ids: [String], field: (Int) -> String) -> String {
    var rest = Array(html.utf8)[...]
    var result: [UInt8] = []
    var open = Array(ids.indices)
    while let start = rest.firstRange(of: Array("[[".utf8)) {
      result += rest[..<start.lowerBound]
      let inner = rest[start.upperBound...]
      guard let end = inner.firstRange(of: Array("]]".utf8)) else {
        rest = rest[start.lowerBound...]
        break
      }
      let id = String(decoding: inner[..<end.lowerBound], as: UTF8.self)
      if let place = open.firstIndex(where: { HTMLText.escaped(ids[$0]) == id }) {
        result += Array(field(open.remove(at: place)).utf8)
        rest = rest[end.upperBound...]
      } else {
        result += Array("[[".utf8)
        rest = inner
      }
    }
    result += rest
    let left = open.map(field).joined(separator: " ")
    return String(decoding: result, as: UTF8.self) + (left.isEmpty ? "" : "<p>\(left)</p>")
  }
}
