package import Text

/// A file that a person wrote, as text with lines.
package struct SourceFile: Sendable {
  /// The path, as findings show it.
  package let path: String
  /// The text, without a byte-order mark and with `\n` line ends.
  package let text: String
  /// The lines, without their ends.
  package let lines: [String]

  /// The largest file that is read, in bytes; what people write by hand stays far below it.
  package static let maximumBytes = 8 << 20

  /// Creates a file from text.
  package init(path: String, text: String) {
    self.path = path
    let unified = text.replacingLineEnds()
    self.text = unified
    lines = unified.linesByBytes
  }

  /// Creates a file from bytes, or adds a finding and gives `nil` where they are not UTF-8 text.
  ///
  /// - Parameters:
  ///   - path: The path, as findings show it.
  ///   - bytes: The bytes.
  ///   - limit: The most bytes that are read.
  ///   - collector: Receives the findings.
  package init?(
    path: String, bytes: [UInt8], limit: Int = SourceFile.maximumBytes,
    collector: DiagnosticCollector
  ) {
    let whole = SourceLocation(file: path)
    guard bytes.count <= limit else {
      collector.add(SourceMessages.tooLarge(whole, limit: limit))
      return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      collector.add(SourceMessages.notUTF8(whole, looksLike: "UTF-16"))
      return nil
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: body, as: UTF8.self) else {
      collector.add(SourceMessages.notUTF8(Self.place(of: body, in: path), looksLike: nil))
      return nil
    }
    if let offset = body.firstIndex(of: 0) {
      let line = body[..<offset].count { $0 == 0x0A } + 1
      collector.add(SourceMessages.nulByte(SourceLocation(file: path, line: line, column: 0)))
      return nil
    }
    self.init(path: path, text: text)
  }

  /// Returns a line by its number, counted from 1, or an empty text outside the file.
  package func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// Returns a place in this file.
  package func location(_ line: Int, _ column: Int = 0) -> SourceLocation {
    SourceLocation(file: path, line: line, column: column)
  }

  /// Returns a finding at a place in this file, with the source line for its caret.
  package func diagnostic(
    _ code: String, _ severity: Severity = .error, line: Int, column: Int = 0, length: Int = 1,
    _ message: LocalizedText, remedy: LocalizedText, related: [Diagnostic.Related] = []
  ) -> Diagnostic {
    Diagnostic(
      code, severity, at: location(line, column), message, remedy: remedy,
      excerpt: self.line(line), length: length, related: related)
  }

  /// The line of the first byte sequence that is not UTF-8.
  private static func place(of bytes: [UInt8], in path: String) -> SourceLocation {
    var line = 1
    for chunk in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: chunk, as: UTF8.self) == nil { break }
      line += 1
    }
    return SourceLocation(file: path, line: line)
  }
}

extension String {
  /// The lines; cut at bytes, because `Character` would join a line end to a combining mark and is
  /// slow on Khmer.
  var linesByBytes: [String] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }
}

extension String {
  fileprivate func replacingLineEnds() -> String {
    guard utf8.contains(0x0D) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x0D {
        result.append(0x0A)
      } else if !(byte == 0x0A && previous == 0x0D) {
        result.append(byte)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }
}
