import FoundationEssentials

/// A sentence of the gold set, divided by hand.
struct GoldSentence {
  /// The heading it stands under, such as `Dates and numbers`.
  var section: String
  /// The words, spaces and marks it consists of, in order.
  var parts: [String]

  /// The sentence as it would be written.
  var text: String { parts.joined() }

  /// Tells whether the author's own U+200B stands in the sentence.
  var hasOwnBreaks: Bool { parts.contains { $0.unicodeScalars.contains("\u{200B}") } }

  /// The offsets, in scalars, at which a part begins or ends, the ends of the sentence included.
  var boundaries: [Int] {
    parts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.unicodeScalars.count) }
  }
}

/// The sentences of `Gold/segmentation.txt`.
enum GoldSet {
  /// Reads the sentences.
  ///
  /// The separator is looked for among scalars: as a `Character`, a `|` would swallow a sign that
  /// follows it, and a part that begins with one could not be found.
  static func read() throws -> [GoldSentence] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let data = try Data(contentsOf: URL(filePath: "/\(folder)/Gold/segmentation.txt"))
    var section = ""
    var sentences: [GoldSentence] = []
    for line in String(decoding: data, as: UTF8.self).unicodeScalars.split(separator: "\n") {
      if line.starts(with: "## ".unicodeScalars) {
        section = String(line.dropFirst(3))
      } else if line.first != "#" {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        sentences.append(GoldSentence(section: section, parts: parts.map { String($0) }))
      }
    }
    return sentences
  }
}
