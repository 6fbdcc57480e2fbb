import Archive
import Assessment
import Source
import Text

/// The plain text of text2qti, which its users turn into QTI 1.2.
///
/// What it has no sign for stands in its comments, which text2qti passes over: `% [id:cse-014]
/// [tag:outcome:CSE-2]`. Source: the documentation of text2qti 0.8.
enum Text2QTICodec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    let collector = DiagnosticCollector()
    var bank = QuestionBank()
    var naming = ItemNaming()
    var testNaming = ItemNaming()
    for file in input.files {
      guard
        let source = SourceFile.exchanged(
          path: file.path, bytes: file.bytes, collector: collector)
      else { continue }
      var reader = Text2QTIReader(
        file: source, collector: collector, naming: naming, count: bank.count)
      reader.read()
      naming = reader.naming
      bank.items += reader.items
      bank.lost += reader.lost
      bank.count += reader.items.count + reader.lost.count(where: \.isWhole)
      if var test = reader.test {
        test.id = testNaming.id(for: test.title.text(in: .english), number: bank.tests.count + 1)
        test.parts[0].id = "\(test.id)-part"
        bank.tests.append(test)
      }
    }
    bank.findings = collector.diagnostics.inReadingOrder
    return bank
  }

  /// What the format carries; the rest of an item is lost.
  private static let carried: Set<ItemFeature> = [
    .title, .outcome, .cognitive, .practicePool, .survey, .status, .rubric, .itemFeedback,
    .optionFeedback, .exactScoring, .tolerance,
  ]

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    let language = options.language
    let title = options.title.text(in: language).split(whereSeparator: \.isNewline)
      .joined(separator: " ").trimmed
    // The order of options is a setting of the whole file.
    let keepsOrder = Text2QTIWriter.keepsOrder(items)
    var text = title.isEmpty ? "" : "Quiz title: \(title)\n"
    text += "shuffle answers: \(keepsOrder ? "false" : "true")\n"
    var written = 0
    var lost: [QuestionLoss] = []
    var stems: Set<String> = []
    for item in items {
      var writer = Text2QTIWriter(item: item, language: language, number: written + 1)
      switch writer.block(after: &stems) {
      case .failure(let loss): lost.append(loss)
      case .success(let block):
        text += "\n" + block
        written += 1
        var carried = carried
        if keepsOrder { carried.insert(.fixedOrder) }
        if writer.carriesPoints { carried.insert(.points) }
        if case .text = item.interaction { carried.insert(.severalAnswers) }
        lost += item.losses(carrying: carried, options: options)
        if writer.changesLayout {
          lost.append(
            QuestionLoss(
              item: item.id, what: Text2QTIMessages.layout, location: item.location))
        }
      }
    }
    return WrittenQuestions(
      files: [ArchiveEntry(path: "\(options.name).txt", bytes: Array(text.utf8))],
      written: written, lost: lost)
  }
}
