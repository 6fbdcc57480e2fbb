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
  /// - Returns: The mapping, or `nil` after a finding.
  package static func map(
    _ file: SourceFile, keys: [String], format: Int?, collector: DiagnosticCollector
  ) -> YAMLMap? {
    let map = map(
      file.text, lineOffset: 0, in: file, keys: format == nil ? keys : ["format"] + keys,
      collector: collector)
    if let map, let format { return map.isOfKnownFormat(format) ? map : nil }
    return map
  }

  /// Returns the mapping of a part of a file, such as its front matter.
  static func map(
    _ text: String, lineOffset: Int, in file: SourceFile, keys: [String],
    collector: DiagnosticCollector
  ) -> YAMLMap? {
    let lines = YAMLLines(text, offset: lineOffset)
    guard let node = compose(text, lines: lines, in: file, collector: collector) else { return nil }
    let place = lines.place(YAMLMark(node.mark))
    guard let mapping = node.mapping else {
      collector.add(
        file.diagnostic(
          "wrong-kind", line: place.line, column: place.column,
          SourceMessages.wrongKind(file.path, SourceMessages.aMapping),
          remedy: SourceMessages.writeKind(SourceMessages.aMapping)))
      return nil
    }
    return YAMLMap(
      mapping, at: file.location(place.line, place.column), in: file, keys: keys,
      collector: collector, lines: lines)
  }

  static func compose(
    _ text: String, lines: YAMLLines, in file: SourceFile, collector: DiagnosticCollector
  ) -> Node? {
    if let alias = YAMLAlias.first(in: text) {
      collector.add(
        file.diagnostic(
          "yaml-syntax", line: alias.line + lines.offset, column: alias.column,
          length: alias.name.utf8.count + 1, SourceMessages.alias(alias.name),
          remedy: SourceMessages.aliasRemedy))
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else {
        collector.add(
          file.diagnostic(
            "empty-file", line: 1 + lines.offset, SourceMessages.emptyYAML,
            remedy: SourceMessages.writeKind(SourceMessages.aMapping)))
        return nil
      }
      guard let mark = tooDeepMark(node) else { return node }
      collector.add(
        syntax(SourceMessages.tooDeep(limit: maximumDepth), at: mark, lines: lines, in: file))
    } catch let error as YamlError {
      collector.add(finding(error, text: text, lines: lines, in: file))
    } catch {
      let message = SourceMessages.yamlSyntax("\(error)")
      collector.add(syntax(message, at: YAMLMark(line: 1, column: 0), lines: lines, in: file))
    }
    return nil
  }

  /// Returns the place of the first node below the deepest level that is read.
  ///
  /// The parser itself gives up at 1,000 levels, so its own recursion ends in time.
  private static func tooDeepMark(_ root: Node) -> YAMLMark? {
    var level = [root]
    for _ in 0..<maximumDepth {
      level = level.flatMap { node in
        (node.sequence.map(Array.init) ?? [])
          + (node.mapping?.flatMap { [$0.key, $0.value] } ?? [])
      }
    }
    return level.first.map { YAMLMark($0.mark) }
  }

  private static func finding(
    _ error: YamlError, text: String, lines: YAMLLines, in file: SourceFile
  ) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let message =
        problem.hasPrefix("Maximum nesting level")
        ? SourceMessages.tooDeep(limit: maximumDepth) : SourceMessages.yamlSyntax(problem)
      return syntax(message, at: YAMLMark(mark), lines: lines, in: file)
    case .reader(let problem, _, _, _):
      let mark = forbiddenMark(text)
      return syntax(SourceMessages.yamlSyntax(problem), at: mark, lines: lines, in: file)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let place = lines.place(YAMLMark(context.mark))
      return file.diagnostic(
        "duplicate-key", line: place.line, column: place.column,
        SourceMessages.duplicateKey(duplicates.sorted().joined(separator: ", ")),
        remedy: SourceMessages.duplicateKeyRemedy)
    default:
      return syntax(
        SourceMessages.yamlSyntax("\(error)"), at: YAMLMark(line: 1, column: 0), lines: lines,
        in: file
      )
    }
  }

  private static func syntax(
    _ message: LocalizedText, at mark: YAMLMark, lines: YAMLLines, in file: SourceFile
  ) -> Diagnostic {
    let place = lines.place(mark)
    return file.diagnostic(
      "yaml-syntax", line: place.line, column: place.column, message,
      remedy: SourceMessages.yamlRemedy)
  }

  /// The place of the first scalar that YAML does not allow (YAML 1.2.2, 5.1, c-printable).
  private static func forbiddenMark(_ text: String) -> YAMLMark {
    var mark = YAMLMark(line: 1, column: 1)
    for scalar in text.unicodeScalars {
      if YAMLLines.isBreak(scalar) {
        mark = YAMLMark(line: mark.line + 1, column: 1)
        continue
      }
      switch scalar.value {
      case 0x09, 0x20...0x7E, 0xA0...0xFFFD, 0x10000...0x10FFFF: break
      default: return mark
      }
      mark = YAMLMark(line: mark.line, column: mark.column + 1)
    }
    return YAMLMark(line: 1, column: 0)
  }
}
