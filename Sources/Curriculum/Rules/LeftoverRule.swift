import Source
import Text

/// Nothing of a template is left.
struct LeftoverRule: Rule {
  let codes = ["to-write"]
  let summary = LocalizedText(
    en: "No text of a template is left; the mark \(Scaffold.mark) stands before each.",
    km: "គ្មានអត្ថបទគំរូនៅសល់ទេ។ សញ្ញា \(Scaffold.mark) ស្ថិតនៅមុខអត្ថបទគំរូនីមួយៗ។")
  let reason = LocalizedText(
    en: "A learner who meets a template's words meets a course that nobody finished.",
    km: "សិក្ខាកាមដែលជួបពាក្យគំរូ គឺជួបវគ្គដែលគ្មាននរណាសរសេរចប់។")
  let examples: [RuleExample] = [
    .failing(
      "to-write", ExampleCurriculum.itemsEnglish, "Nobody speaks.",
      "\(Scaffold.mark) Nobody speaks.")
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.files.sorted { $0.key < $1.key }.flatMap { _, file in
      file.lines.enumerated().compactMap { index, line in
        // By scalars: a mark before a combining sign is no character of its own.
        let scalars = line.unicodeScalars
        guard let place = scalars.firstIndex(of: "\u{270E}") else { return nil }
        return file.diagnostic(
          "to-write", .warning, line: index + 1,
          column: scalars.distance(from: scalars.startIndex, to: place) + 1,
          RuleMessages.toWrite, remedy: RuleMessages.toWriteRemedy)
      }
    }
  }
}
