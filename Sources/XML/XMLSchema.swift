import CLibXML2
import FoundationEssentials
import Glibc
import Synchronization
package import Text

/// A compiled XML Schema (W3C XML Schema 1.0), which any number of tasks may use at once.
///
/// It is compiled once and not changed again, and each validation has a context of its own; that is
/// what makes it safe to share.
package final class XMLSchema: @unchecked Sendable {
  private let schema: xmlSchemaPtr

  /// Compiles a schema from documents in memory; neither files nor the network are looked at.
  ///
  /// - Parameters:
  ///   - documents: All documents by name; names are relative paths, and what a document imports or
  ///     includes is looked up beside it.
  ///   - main: The name of the document to begin with.
  ///   - aliases: Names of documents by the addresses that other documents import them from, such
  ///     as `http://www.w3.org/2001/xml.xsd`.
  /// - Throws: `XMLSchemaError` with everything that is wrong with the documents.
  package init(
    documents: [String: [UInt8]], main: String, aliases: [String: String] = [:]
  ) throws(XMLSchemaError) {
    XMLLibrary.prepare()
    let problems = XMLProblems()
    let (compiled, missing) = SchemaDocuments.serving(documents, aliases: aliases) {
      withExtendedLifetime(problems) { Self.compile(main, problems: problems) }
    }
    let findings =
      missing.map { name in
        Diagnostic(
          "schema-missing", at: SourceLocation(file: main), XMLMessages.schemaMissing(name),
          remedy: XMLMessages.schemaMissingRemedy)
      }
      + problems.problems.map { problem in
        Diagnostic(
          "schema-broken",
          at: SourceLocation(
            file: problem.file.isEmpty ? main : SchemaDocuments.name(of: problem.file),
            line: problem.line),
          XMLMessages.schemaBroken(problem.message), remedy: XMLMessages.schemaBrokenRemedy)
      }
    guard let compiled, findings.isEmpty else {
      if let compiled { xmlSchemaFree(compiled) }
      throw XMLSchemaError(diagnostics: findings)
    }
    schema = compiled
  }

  /// Compiles a schema from the `.xsd` files in a folder and the folders below it.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - main: The path of the document to begin with, from the folder.
  ///   - aliases: Paths of documents by the addresses that other documents import them from.
  /// - Throws: `XMLSchemaError` with everything that is wrong with the documents; a file that
  ///   cannot be read is missing.
  package convenience init(
    folder: String, main: String, aliases: [String: String] = [:]
  ) throws(XMLSchemaError) {
    let files = FileManager.default
    var documents: [String: [UInt8]] = [:]
    for path in (try? files.subpathsOfDirectory(atPath: folder)) ?? []
    where path.hasSuffix(".xsd") {
      if let data = files.contents(atPath: "\(folder)/\(path)") { documents[path] = Array(data) }
    }
    try self.init(documents: documents, main: main, aliases: aliases)
  }

  deinit { xmlSchemaFree(schema) }

  /// Returns what is wrong with a document, which is nothing where it follows the schema.
  ///
  /// The document is read under the rules of `XMLReading.parse`, and hints in it where schemas
  /// might be found are not followed. Findings: those of reading, and `xml-schema`.
  package func validate(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    let (wrong, findings) = XMLTree.read(bytes, file: file) { document in
      validate(document, places: XMLPlaces(bytes, file: file))
    }
    return wrong ?? findings
  }

  private func validate(_ document: xmlDocPtr, places: XMLPlaces) -> [Diagnostic] {
    let problems = XMLProblems()
    let context = xmlSchemaNewValidCtxt(schema)
    defer { xmlSchemaFreeValidCtxt(context) }
    xmlSchemaSetValidStructuredErrors(
      context, { XMLProblems.from($0)?.add($1) }, problems.opaque)
    let result = withExtendedLifetime(problems) { xmlSchemaValidateDoc(context, document) }
    if result != 0, problems.problems.isEmpty { problems.add("error \(result)") }
    return places.findings(
      "xml-schema", problems, remedy: XMLMessages.invalidRemedy, XMLMessages.invalid)
  }

  private static func compile(_ main: String, problems: XMLProblems) -> xmlSchemaPtr? {
    guard let context = xmlSchemaNewParserCtxt(SchemaDocuments.address(of: main)) else {
      return nil
    }
    defer { xmlSchemaFreeParserCtxt(context) }
    xmlSchemaSetParserStructuredErrors(
      context, { XMLProblems.from($0)?.add($1) }, problems.opaque)
    return xmlSchemaParse(context)
  }
}

/// The reason why a schema cannot be used.
package struct XMLSchemaError: Error, Sendable, Hashable {
  /// Everything that is wrong with its documents.
  package let diagnostics: [Diagnostic]
}

/// What libxml2 may open: the documents of the schema that the calling thread compiles, and
/// otherwise nothing.
enum SchemaDocuments {
  private struct Served {
    var thread: pthread_t
    var documents: [String: [UInt8]]
    var aliases: [String: String]
    var missing: [String] = []
  }

  /// One schema is compiled at a time.
  private static let turn = Mutex(())
  private static let served = Mutex<Served?>(nil)

  /// Runs `body` with `documents` for libxml2 to open, and returns which others it asked for.
  static func serving(
    _ documents: [String: [UInt8]], aliases: [String: String], body: () -> xmlSchemaPtr?
  ) -> (xmlSchemaPtr?, missing: [String]) {
    turn.withLock { _ in
      served.withLock {
        $0 = Served(thread: pthread_self(), documents: documents, aliases: aliases)
      }
      let result = body()
      let missing = served.withLock { state in
        defer { state = nil }
        return state?.missing ?? []
      }
      return (result, missing)
    }
  }

  /// Names become paths from a root that is on no disk, so that relative addresses meet there.
  static func address(of name: String) -> String { "/\(name)" }

  static func name(of address: String) -> String {
    address.hasPrefix("/") ? String(address.dropFirst()) : address
  }

  /// What libxml2 reads for an address; nothing where there is no such document.
  static func input(
    _ address: UnsafePointer<CChar>?, _ context: xmlParserCtxtPtr?
  ) -> xmlParserInputPtr? {
    guard let address, let context else { return nil }
    guard let (name, bytes) = find(String(cString: address)) else { return nil }
    let buffer = bytes.withUnsafeBytes { bytes in
      xmlParserInputBufferCreateMem(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
        XML_CHAR_ENCODING_NONE)
    }
    guard let buffer else { return nil }
    guard let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else {
      xmlFreeParserInputBuffer(buffer)
      return nil
    }
    xmlStrdup(Self.address(of: name)).withMemoryRebound(to: CChar.self, capacity: 1) {
      input.pointee.filename = UnsafePointer($0)
    }
    return input
  }

  private static func find(_ address: String) -> (name: String, bytes: [UInt8])? {
    served.withLock { state in
      guard let found = state, pthread_equal(found.thread, pthread_self()) != 0 else { return nil }
      let asked = name(of: address)
      let name = found.aliases[asked] ?? asked
      guard let bytes = found.documents[name], bytes.count <= XMLReading.largestDocument else {
        state?.missing.append(asked)
        return nil
      }
      return (name, bytes)
    }
  }
}
