import Archive
import Assessment
import QuestionFormats
import Text

/// Small good files of one format, and changes of them.
struct FuzzCorpus {
  private let seed: UInt64
  private let inputs: [QuestionInput]

  /// What parsers stumble over, beside random bytes.
  private static let pieces: [[UInt8]] = [
    "{", "}", "=", "~", "%50%", "->", "#", "####", "\\", "::", "[[a]]", "## x {outcome=A}\n",
    "- (x) ",
    "[ ]", "\n\n", "\r\n", "\r", "\t", "<", ">", "&#x10FFFF;", "&amp;", "<![CDATA[", "]]>", "<!--",
    "<p>",
    "</item>", "\"", ",", ";", "\u{17D2}", "\u{200B}", "ក) ", "ANSWER: B", "*a) ", "1.  ",
    "GROUP\n",
    "END_GROUP\n", "999999999999999999999", "-1e999", "NaN", "\u{0}", "\u{FEFF}", "1..2", "+-",
    "(50%)",
    "A1048576", "<c r=\"XFD1048576\"/>", "xml:lang=\"km\"",
  ].map { Array($0.utf8) }

  init(format: QuestionFormat, seed: UInt64) {
    self.seed = seed
    var random = RandomItems(seed: seed, isBilingual: true)
    inputs = (0..<12).map { _ in
      let items = (0..<3).map { _ in
        random.item(
          InteractionKind.allCases[
            random.generator.index(below: InteractionKind.allCases.count)])
      }
      let written = QuestionFormats.write(
        items, format: format, options: QuestionWritingOptions())
      return QuestionInput(name: "fuzz", files: written.files)
    }
  }

  /// Returns the input of a number.
  func input(_ index: Int) -> QuestionInput {
    var generator = SeededGenerator(seed: seed &+ UInt64(index) &* 0x9E37_79B9, purpose: "fuzz")
    var input = inputs[generator.index(below: inputs.count)]
    guard !input.files.isEmpty else { return input }
    let place = generator.index(below: input.files.count)
    let file = input.files[place]
    input.files[place] = ArchiveEntry(
      path: file.path,
      bytes: ByteMutation(pieces: Self.pieces).changed(file.bytes, &generator))
    return input
  }
}
