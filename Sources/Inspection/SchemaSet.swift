import Archive
import Text
import XML

/// Schema documents of one standard: what a package carries, and what it is checked against.
///
/// Compiled once: the documents are compiled in and do not change.
struct SchemaSet: Sendable {
  /// The documents with their names at the root of a package.
  let documents: [ArchiveEntry]
  private let schema: Result<XMLSchema, XMLSchemaError>

  /// Creates a set; `main` is the document that describes the root element and imports the others.
  init(main: String, documents: [ArchiveEntry]) {
    self.documents = documents
    let named = Dictionary(
      documents.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    do throws(XMLSchemaError) {
      schema = .success(try XMLSchema(documents: named, main: main))
    } catch {
      schema = .failure(error)
    }
  }

  /// Returns what of a document breaks the schema.
  func findings(in document: [UInt8], file: String) -> [Diagnostic] {
    switch schema {
    case .success(let schema): schema.validate(document, file: file)
    case .failure(let error): error.diagnostics
    }
  }

  /// Copies a document that is compiled in.
  static func document(
    _ name: String, _ start: UnsafePointer<UInt8>?, _ count: Int
  ) -> ArchiveEntry {
    ArchiveEntry(path: name, bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  }
}
