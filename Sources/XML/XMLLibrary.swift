import CLibXML2
import Text

/// What has to be true before libxml2 is called.
enum XMLLibrary {
  /// Makes the calling thread ready: tables are built once, and nothing is printed.
  ///
  /// libxml2 keeps its last resort for messages, which is to print them, in each thread.
  static func prepare() {
    tables
    xmlSetStructuredErrorFunc(nil) { _, _ in }
  }

  /// libxml2 builds these tables at first use, which two threads must not do at once
  /// (KWARC/rust-libxml #158, #159).
  private static let tables: Void = {
    xmlInitParser()
    xmlSchemaInitTypes()
    xmlSetExternalEntityLoader { address, _, context in
      SchemaDocuments.input(address, context)
    }
  }()
}

/// Takes the messages of one call of libxml2.
final class XMLProblems {
  /// One message.
  struct Problem {
    var line: Int
    /// Counted from 1 in scalars; 0 where libxml2 does not know it.
    var column: Int
    var message: String
    var file: String
  }

  /// How many are kept: a broken file can give one for each of its bytes.
  static let limit = 100

  private(set) var problems: [Problem] = []
  private(set) var isCut = false
  /// The line of a DOCTYPE.
  var doctypeLine: Int?
  /// What hears of elements and text, where no tree is built.
  var builder: XMLBuilder?

  /// What stands for the collector in C; it has to outlive the call.
  var opaque: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static func from(_ opaque: UnsafeMutableRawPointer?) -> XMLProblems? {
    opaque.map { Unmanaged<XMLProblems>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes an error of libxml2; warnings are about taste and are passed over.
  func add(_ error: xmlErrorPtr?) {
    guard let error = error?.pointee, error.level != XML_ERR_WARNING else { return }
    guard problems.count < Self.limit else {
      isCut = true
      return
    }
    let message = error.message.map { String(cString: $0) } ?? "error \(error.code)"
    problems.append(
      Problem(
        line: max(0, Int(error.line)), column: max(0, Int(error.int2)),
        message: Self.cleaned(message), file: error.file.map { String(cString: $0) } ?? ""))
  }

  /// Adds a problem of which libxml2 gave no more than a number.
  func add(_ message: String) {
    problems.append(Problem(line: 0, column: 0, message: message, file: ""))
  }

  /// The message on one line, without its full stop and without the URIs of namespaces, which
  /// libxml2 writes as `{uri}` before each name.
  static func cleaned(_ message: String) -> String {
    var result = ""
    var rest = Substring(message)
    while let character = rest.first {
      if character == "{", let end = rest.firstIndex(of: "}"),
        rest[..<end].contains(":"), !rest[..<end].contains(" ")
      {
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(character.isNewline ? " " : character)
        rest.removeFirst()
      }
    }
    while let last = result.last, last == " " || last == "." { result.removeLast() }
    return result
  }
}
