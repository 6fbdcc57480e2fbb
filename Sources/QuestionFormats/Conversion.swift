package import Archive
package import Assessment
import Source
package import Text

/// What became of questions on their way from one format to another.
package struct ConversionResult: Sendable {
  /// The files that were made; whether they are written is for the caller to decide.
  package var files: [ArchiveEntry]
  /// How many questions the input holds.
  package var read: Int
  /// How many the files hold; `read` is this and the questions lost whole.
  package var written: Int
  /// What was lost in reading and in writing, in this order.
  package var lost: [QuestionLoss]
  /// What is wrong with the input, and what its items lack.
  package var findings: [Diagnostic]
  /// The format that the input was read in; `nil` where it could not be told.
  package var source: QuestionFormat?

  /// Tells whether the files hold everything that the input did.
  package var isLossless: Bool { lost.isEmpty }
}

/// Takes questions from one format to another.
package enum Conversion {
  /// Returns what a conversion gives; nothing is written.
  ///
  /// Items without a learning outcome or without one of the two languages are named in warnings
  /// (`no-outcome`, `no-translation`).
  ///
  /// - Parameters:
  ///   - input: The files.
  ///   - source: Their format; `nil` lets it be told from what they hold.
  ///   - target: The format to write.
  ///   - options: How it is written; the tests of the input are added to them.
  /// - Returns: The files and the account of what came in and went out.
  package static func run(
    _ input: QuestionInput, from source: QuestionFormat?, to target: QuestionFormat,
    options: QuestionWritingOptions
  ) -> ConversionResult {
    run(read(input, from: source), to: target, options: options)
  }

  /// Returns what a conversion of questions that were read gives; nothing is written.
  package static func run(
    _ source: Questions, to target: QuestionFormat, options: QuestionWritingOptions
  ) -> ConversionResult {
    guard let format = source.format else {
      return ConversionResult(
        files: [], read: 0, written: 0, lost: [], findings: source.bank.findings, source: nil)
    }
    let bank = source.bank
    var options = options
    options.tests += bank.tests
    let written = QuestionFormats.write(bank.items, format: target, options: options)
    return ConversionResult(
      files: written.files, read: bank.count, written: written.written,
      lost: bank.lost + written.lost + structures(options.tests, in: target),
      findings: bank.findings + warnings(bank.items),
      source: format)
  }

  /// The tests whose structure a format of lone questions does not carry.
  private static func structures(
    _ tests: [TestStructure], in format: QuestionFormat
  ) -> [QuestionLoss] {
    switch format {
    case .qti12, .qti21, .qti22: []
    case .sala, .gift, .aiken, .moodleXML, .text2qti, .csv, .xlsx:
      tests.filter(\.isStructured).map { QuestionLoss(item: $0.id, what: FormatMessages.test) }
    }
  }

  /// Questions that were read, before it is known how they are written.
  package struct Questions: Sendable {
    /// The format that they were read in; `nil` where it could not be told.
    package let format: QuestionFormat?
    let bank: QuestionBank

    /// The languages that the items have words in.
    package var languages: [Language] {
      Language.allCases.filter { language in
        bank.items.contains { !$0.stem[language].isEmpty }
      }
    }
  }

  /// Reads an input once, for one conversion or several.
  package static func read(_ input: QuestionInput, from source: QuestionFormat?) -> Questions {
    let (format, refusal) = source.map { ($0, nil) } ?? FormatDetection.detect(input)
    guard let format else {
      let finding = refusal ?? FormatMessages.unknownFormat(input.name)
      return Questions(format: nil, bank: QuestionBank(findings: [finding]))
    }
    return Questions(format: format, bank: QuestionFormats.read(input, format: format))
  }

  /// What a look at an input finds.
  package struct Check: Sendable {
    /// The format; `nil` where it could not be told.
    package var format: QuestionFormat?
    /// How many questions the input holds.
    package var count: Int
    /// How many of them are items that can be used.
    package var items: Int
    /// What of the input no item carries.
    package var lost: [QuestionLoss]
    /// What is wrong, and what items lack.
    package var findings: [Diagnostic]
  }

  /// Reads an input and returns what is wrong with it.
  package static func check(_ input: QuestionInput, from source: QuestionFormat?) -> Check {
    let source = read(input, from: source)
    let bank = source.bank
    return Check(
      format: source.format, count: bank.count, items: bank.items.count, lost: bank.lost,
      findings: bank.findings + warnings(bank.items))
  }

  /// Returns what items lack that a bilingual curriculum asks for.
  package static func warnings(_ items: [Item]) -> [Diagnostic] {
    items.flatMap { item -> [Diagnostic] in
      var found: [Diagnostic] = []
      if item.outcome.value.isEmpty, item.interaction.kind.isScored {
        found.append(FormatMessages.noOutcome(item))
      }
      for language in Language.allCases where item.stem[language].isEmpty {
        found.append(FormatMessages.noTranslation(item, language))
      }
      return found
    }
  }
}

extension QuestionInput {
  /// Creates an input from the bytes of one file; an archive that is no workbook is unpacked.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its path, as findings show it.
  /// - Returns: The input, or `nil` with the reasons why the archive is refused.
  package static func read(bytes: [UInt8], name: String) -> (QuestionInput?, [Diagnostic]) {
    let file = ArchiveEntry(path: name, bytes: bytes)
    guard bytes.starts(with: Array("PK".utf8)) else {
      return (QuestionInput(name: name, files: [file]), [])
    }
    let (entries, findings) = ZipReading.entries(bytes, file: name)
    if findings.hasErrors { return (nil, findings) }
    if entries.contains(where: { $0.path == "xl/workbook.xml" }) {
      return (QuestionInput(name: name, files: [file]), findings)
    }
    return (QuestionInput(name: name, files: entries), findings)
  }
}
