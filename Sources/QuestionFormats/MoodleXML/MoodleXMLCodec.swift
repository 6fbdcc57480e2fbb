import Archive
import Assessment
import Source
import Text
import XML

/// Moodle's XML of questions.
///
/// Source: Moodle's documentation, "Moodle XML format", and its question types' own import.
enum MoodleXMLCodec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    var bank = QuestionBank()
    var naming = ItemNaming()
    for entry in input.files where isQuestions(entry.path) || input.files.count == 1 {
      let file = input.files.count == 1 ? input.name : "\(input.name)/\(entry.path)"
      var reader = MoodleReader(file: file, naming: naming, number: bank.count)
      let (root, findings) = XMLReading.parse(
        entry.bytes, file: file, limit: ExchangeLimits.bytes, taking: "question"
      ) { reader.read($0) }
      guard let root else {
        bank.findings += findings
        continue
      }
      if root.name.local != "quiz", root.name.local != "question" {
        bank.findings.append(
          Diagnostic(
            "not-moodle", at: SourceLocation(file: file, line: root.line), MoodleMessages.notQuiz,
            remedy: MoodleMessages.notQuizRemedy))
        continue
      }
      reader.finish()
      bank.items += reader.items
      bank.count += reader.count
      bank.lost += reader.lost
      bank.findings += reader.findings.inReadingOrder
      naming = reader.naming
    }
    return bank
  }

  private static func isQuestions(_ path: String) -> Bool {
    path.utf8.suffix(4).elementsEqual(".xml".utf8)
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    var writer = MoodleWriter(options: options)
    for item in items { writer.write(item) }
    return WrittenQuestions(
      files: [ArchiveEntry(path: "\(options.name).xml", bytes: writer.finish())],
      written: writer.count, lost: writer.lost)
  }
}

/// How much of other people's files is read.
enum ExchangeLimits {
  /// The most bytes of one file: room for 100,000 questions with their feedback.
  static let bytes = 512 << 20
}
