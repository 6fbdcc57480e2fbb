package import Text
import Yams

/// The texts of a file that stand there in both languages, or should.
package enum TranslatedTexts {
  /// A text with its place.
  package struct Entry: Sendable, Hashable {
    /// The keys that lead to it, joined by full stops, such as `sessions.0.title`.
    package var path: String
    /// The text; a half that nobody wrote is empty.
    package var text: LocalizedText
    /// Where it stands.
    package var location: SourceLocation
  }

  /// Returns every mapping of a YAML file that holds nothing but `en:` and `km:`, in reading order.
  ///
  /// - Parameter file: A YAML file; one that cannot be read has none, which its reader reports.
  /// - Returns: The texts.
  package static func all(in file: SourceFile) -> [Entry] {
    let lines = YAMLLines(file.text, offset: 0)
    guard
      let root = YAMLReading.compose(
        file.text, lines: lines, in: file, collector: DiagnosticCollector())
    else { return [] }
    var entries: [Entry] = []
    walk(root, path: []) { path, mapping, mark in
      let place = lines.place(YAMLMark(mark))
      entries.append(
        Entry(
          path: path.joined(separator: "."),
          text: LocalizedText(
            en: mapping["en"]?.string ?? "", km: mapping["km"]?.string ?? ""),
          location: file.location(place.line, place.column)))
    }
    return entries
  }

  private static func walk(
    _ node: Node, path: [String], visit: ([String], Node.Mapping, Mark?) -> Void
  ) {
    if let mapping = node.mapping {
      let keys = mapping.keys.map { $0.string ?? "" }
      if !keys.isEmpty, keys.allSatisfy({ $0 == "en" || $0 == "km" }) {
        visit(path, mapping, node.mark)
        return
      }
      for (key, value) in mapping { walk(value, path: path + [key.string ?? "?"], visit: visit) }
    } else if let sequence = node.sequence {
      for (index, value) in sequence.enumerated() {
        walk(value, path: path + ["\(index)"], visit: visit)
      }
    }
  }
}

extension SourceFile {
  /// The key under `translates:` that stands for the front matter as a whole; no block or question
  /// can be called so.
  package static let frontMatterStamp = "(front-matter)"

  /// The hash of what the front matter says to people: title, purpose, roles and names of values;
  /// `nil` where it says nothing.
  package var frontMatterHash: String? {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      return nil
    }
    var words: [String] = []
    var key = ""
    for line in lines[1..<end] {
      let text = line.trimmingSpaces()
      guard !text.isEmpty, text.utf8.first != UInt8(ascii: "#") else { continue }
      if line.utf8.first != UInt8(ascii: " "), line.utf8.first != UInt8(ascii: "-") {
        key = String(line.prefix { $0 != ":" })
      }
      switch key {
      case "title", "purpose", "roles": words.append(text)
      // Limits and beginnings of a value are not words.
      case "state" where text.hasPrefix("title:"): words.append(text)
      default: break
      }
    }
    return words.isEmpty ? nil : StableHash.hex64(words.joined(separator: "\n"))
  }
}
