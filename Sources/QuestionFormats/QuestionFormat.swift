package import Archive
package import Assessment
package import Text

/// A format that questions are exchanged in.
package enum QuestionFormat: String, Sendable, Hashable, CaseIterable {
  /// Sala's own plain text.
  case sala
  /// Moodle's GIFT.
  case gift
  /// Aiken: multiple choice with an `ANSWER:` line.
  case aiken
  /// Moodle's XML.
  case moodleXML = "moodle-xml"
  /// IMS QTI 1.2.
  case qti12
  /// IMS QTI 2.1.
  case qti21
  /// IMS QTI 2.2.
  case qti22
  /// The plain text of text2qti.
  case text2qti
  /// A table as comma-separated values.
  case csv
  /// A table as an Office Open XML workbook.
  case xlsx
}

/// What is read: one file, or the files of a folder or archive.
package struct QuestionInput: Sendable {
  /// The name that findings show: a file's path, or a folder's or archive's.
  package var name: String
  /// The files, in order; a single file has its own name as its path.
  package var files: [ArchiveEntry]

  /// Creates an input.
  package init(name: String, files: [ArchiveEntry]) {
    self.name = name
    self.files = files
  }
}

/// What was read out of one input.
package struct QuestionBank: Sendable {
  /// The items that could be read.
  package var items: [Item]
  /// How many questions the input holds: the items, and those that could not be read.
  package var count: Int
  /// What of the input no item carries, one entry a question and thing.
  package var lost: [QuestionLoss]
  /// What is wrong with the input, in reading order.
  package var findings: [Diagnostic]
  /// The tests that the input describes, beside its items.
  package var tests: [TestStructure]

  /// Creates a bank.
  package init(
    items: [Item] = [], count: Int = 0, lost: [QuestionLoss] = [], findings: [Diagnostic] = [],
    tests: [TestStructure] = []
  ) {
    self.items = items
    self.count = count
    self.lost = lost
    self.findings = findings
    self.tests = tests
  }
}

/// Something of a question that a format cannot carry.
package struct QuestionLoss: Sendable, Hashable {
  /// The id of the item, or the question's name or place where it has none.
  package var item: String
  /// What is lost.
  package var what: LocalizedText
  /// Whether the whole question is lost.
  package var isWhole: Bool
  /// Where it stands in the input, where that is known.
  package var location: SourceLocation?

  /// Creates a loss.
  package init(
    item: String, what: LocalizedText, isWhole: Bool = false, location: SourceLocation? = nil
  ) {
    self.item = item
    self.what = what
    self.isWhole = isWhole
    self.location = location
  }
}

/// How questions are written.
package struct QuestionWritingOptions: Sendable, Hashable {
  /// The language to write, where a format carries one only.
  package var language: Language
  /// Whether the person asked for that one language, so that the other is not a loss.
  package var isLanguageChosen: Bool
  /// The title of the bank.
  package var title: LocalizedText
  /// The name of the file or folder without its ending, in ASCII, such as `bank`.
  package var name: String
  /// The tests to write beside the items, where the format has them.
  package var tests: [TestStructure]

  /// Creates options.
  package init(
    language: Language = .english, isLanguageChosen: Bool = false,
    title: LocalizedText = LocalizedText(en: "Questions", km: "សំណួរ"), name: String = "questions",
    tests: [TestStructure] = []
  ) {
    self.language = language
    self.isLanguageChosen = isLanguageChosen
    self.title = title
    self.name = name
    self.tests = tests
  }
}

/// What was written.
package struct WrittenQuestions: Sendable {
  /// The files; one for formats that are a single file.
  package var files: [ArchiveEntry]
  /// How many items they hold; the others are among `lost` as whole.
  package var written: Int
  /// What could not be carried.
  package var lost: [QuestionLoss]

  /// Creates a result.
  package init(files: [ArchiveEntry], written: Int, lost: [QuestionLoss]) {
    self.files = files
    self.written = written
    self.lost = lost
  }
}

/// Reads and writes one format.
protocol QuestionCodec: Sendable {
  /// Reads an input; never traps, whatever it holds.
  static func read(_ input: QuestionInput) -> QuestionBank
  /// Writes items; every item is written or lost whole.
  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions
}

/// The front door: reads and writes questions in any format.
package enum QuestionFormats {
  /// The codec of each format.
  static let codecs: [QuestionFormat: any QuestionCodec.Type] = [
    .sala: SalaCodec.self, .gift: GIFTCodec.self, .aiken: AikenCodec.self,
    .moodleXML: MoodleXMLCodec.self, .qti12: QTI12Codec.self,
    .qti21: QTI21Codec.self, .qti22: QTI22Codec.self,
    .text2qti: Text2QTICodec.self, .csv: CSVCodec.self, .xlsx: XLSXCodec.self,
  ]

  /// Reads an input in a format.
  package static func read(_ input: QuestionInput, format: QuestionFormat) -> QuestionBank {
    codecs[format]?.read(input) ?? QuestionBank()
  }

  /// Writes items in a format; the count of items written and of those lost whole is that of
  /// `items`.
  package static func write(
    _ items: [Item], format: QuestionFormat, options: QuestionWritingOptions
  ) -> WrittenQuestions {
    codecs[format]?.write(items, options) ?? WrittenQuestions(files: [], written: 0, lost: [])
  }
}
