import Archive
import Assessment
import Text

/// QTI 2.1: items, tests and packages (IMS Question and Test Interoperability 2.1, 2012).
///
/// Read are lone items and tests, and folders or archives of them, with or without a manifest.
/// Written are one file for each item, at least one test, and a manifest; the caller keeps the
/// folder or puts it into an archive. One set of files is in one language.
enum QTI21Codec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    QTIPackageReader(version: .v21).read(input)
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    QTIPackageWriter(version: .v21, options: options).write(items)
  }
}

/// QTI 2.2: as 2.1, in its own namespace.
enum QTI22Codec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    QTIPackageReader(version: .v22).read(input)
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    QTIPackageWriter(version: .v22, options: options).write(items)
  }
}
