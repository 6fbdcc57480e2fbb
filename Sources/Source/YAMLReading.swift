package import Text
import Yams

/// Reads YAML into mappings with places.
package enum YAMLReading {
  /// The deepest nesting that is read; what people write by hand stays below 12.
  static let maximumDepth = 64

  /// Returns the mapping that a whole file is, or `nil` with a finding.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - keys: The keys it may hold.
  ///   - format: The newest `format:` this reader knows, or `nil` where the file carries none.
  ///   - collector: Receives the findings.
  package static func map(
    _ file: SourceFile, keys: [String], format: Int?, collector: DiagnosticCollector
  ) -> YAMLMap? {
    let map = map(
      file.text, lineOffset: 0, in: file, keys: format == nil ? keys : ["format"] + keys,
      collector: collector)
    if let map, let format { return check(map, format: format) ? map : nil }
    return map
  }

  /// Returns the mapping of a part of a file, such as its front matter.
  static func map(
    _ text: String, lineOffset: Int, in file: SourceFile, keys: [String],
    collector: DiagnosticCollector
  ) -> YAMLMap? {
    guard let node = compose(text, lineOffset: lineOffset, in: file, collector: collector) else {
      return nil
    }
    let line = (node.mark?.line ?? 1) + lineOffset
    guard let mapping = node.mapping else {
      collector.add(
        file.diagnostic(
          "wrong-kind", line: line, column: 1,
          SourceMessages.wrongKind(file.path, SourceMessages.aMapping),
          remedy: SourceMessages.writeKind(SourceMessages.aMapping)))
      return nil
    }
    return YAMLMap(
      mapping, at: file.location(line, node.mark?.column ?? 1), in: file, keys: keys,
      collector: collector, lineOffset: lineOffset)
  }

  private static func check(_ map: YAMLMap, format: Int) -> Bool {
    guard let found = map.integer("format", in: 1...1000) else { return false }
    guard found <= format else {
      map.report(
        "newer-format", at: "format", SourceMessages.newerFormat(found, known: format),
        remedy: SourceMessages.newerFormatRemedy)
      return false
    }
    return true
  }

  private static func compose(
    _ text: String, lineOffset: Int, in file: SourceFile, collector: DiagnosticCollector
  ) -> Yams.Node? {
    if let line = tooDeepLine(text) {
      collector.add(
        file.diagnostic(
          "yaml-syntax", line: line + lineOffset,
          SourceMessages.yamlSyntax("nested deeper than \(maximumDepth)"),
          remedy: SourceMessages.yamlRemedy))
      return nil
    }
    do {
      if let node = try Yams.compose(yaml: text) { return node }
      collector.add(
        file.diagnostic(
          "empty-file", line: 1 + lineOffset, SourceMessages.yamlSyntax("there is nothing in it"),
          remedy: SourceMessages.writeKind(SourceMessages.aMapping)))
    } catch let error as YamlError {
      collector.add(finding(error, lineOffset: lineOffset, in: file))
    } catch {
      collector.add(
        file.diagnostic(
          "yaml-syntax", line: 1 + lineOffset, SourceMessages.yamlSyntax("\(error)"),
          remedy: SourceMessages.yamlRemedy))
    }
    return nil
  }

  /// Yams builds its tree by recursion, so a text nested thousands deep would exhaust the stack.
  private static func tooDeepLine(_ text: String) -> Int? {
    var flowDepth = 0
    var line = 1
    var marksInLine = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        line += 1
        marksInLine = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): flowDepth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): flowDepth = max(0, flowDepth - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): marksInLine += 1
      case UInt8(ascii: " "): break
      default: marksInLine = min(marksInLine, maximumDepth)
      }
      if flowDepth > maximumDepth { return line }
    }
    return blockTooDeepLine(text)
  }

  /// Each deeper block needs at least one more column before its first letter.
  private static func blockTooDeepLine(_ text: String) -> Int? {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let marks = line.utf8.prefix { $0 == 0x20 || $0 == 0x2D || $0 == 0x3F }
      if marks.count > 4 * maximumDepth { return index + 1 }
    }
    return nil
  }

  private static func finding(_ error: YamlError, lineOffset: Int, in file: SourceFile)
    -> Diagnostic
  {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return file.diagnostic(
        "yaml-syntax", line: mark.line + lineOffset, column: mark.column,
        SourceMessages.yamlSyntax(problem), remedy: SourceMessages.yamlRemedy)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return file.diagnostic(
        "duplicate-key", line: context.mark.line + lineOffset, column: context.mark.column,
        SourceMessages.duplicateKey(duplicates.map { "\($0)" }.sorted().joined(separator: ", ")),
        remedy: SourceMessages.duplicateKeyRemedy)
    default:
      return file.diagnostic(
        "yaml-syntax", line: 1 + lineOffset, SourceMessages.yamlSyntax("\(error)"),
        remedy: SourceMessages.yamlRemedy)
    }
  }
}
