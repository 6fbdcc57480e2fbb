/// The text forms of responses that have several parts.
package enum ResponseText {
  /// Returns pairs as `a=2,b=1`, in the order of the sources' ids.
  package static func text(pairs: [String: String]) -> String {
    pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }

  /// Reads pairs; `nil` where a part is none or a source stands twice.
  package static func pairs(_ text: String) -> [String: String]? {
    var pairs: [String: String] = [:]
    for part in text.split(separator: ",") {
      let halves = part.split(separator: "=", omittingEmptySubsequences: false)
      guard halves.count == 2 else { return nil }
      let source = halves[0].filter { $0 != " " }
      let target = halves[1].filter { $0 != " " }
      guard !source.isEmpty, !target.isEmpty, pairs[source] == nil else { return nil }
      pairs[source] = target
    }
    return pairs
  }

  /// Returns what was filled in as `a=text;b=12`, in the order of the blanks' ids; blanks left empty
  /// are not written, and `;` and `\` within a text stand behind a `\`.
  package static func text(entries: [String: String]) -> String {
    entries.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(escaped($0.value))" }.joined(separator: ";")
  }

  /// Reads what was filled in; `nil` where a part has no id or an id stands twice.
  package static func entries(_ text: String) -> [String: String]? {
    var entries: [String: String] = [:]
    for part in parts(text) where !part.isEmpty {
      guard let mark = part.firstIndex(of: "="), mark > part.startIndex else { return nil }
      let id = String(String.UnicodeScalarView(part[..<mark]))
      guard entries[id] == nil else { return nil }
      entries[id] = String(String.UnicodeScalarView(part[part.index(after: mark)...]))
    }
    return entries
  }

  /// Returns a part with the marks that divide parts escaped.
  package static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == ";" || scalar == "\\" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// The parts between semicolons, unescaped.
  private static func parts(_ text: String) -> [String.UnicodeScalarView] {
    var parts = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
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
    return parts
  }
}
