package import Text

/// A text file of headed sections: front matter in YAML, then `## Title {#id key=value}` parts.
///
/// Lessons, question banks and situations are all of this shape. A line `<!-- … -->` is a comment and
/// counts as blank.
package struct SectionedFile {
  /// The file.
  package let file: SourceFile
  /// The front matter, or `nil` where there is none or it cannot be read.
  package let frontMatter: YAMLMap?
  /// The lines before the first section, after the front matter.
  package let preamble: Body
  /// The sections, in the order of the file.
  package let sections: [Section]

  /// Lines of the file, with the number of the first.
  package struct Body: Sendable {
    /// The number of the first line, counted from 1.
    package let firstLine: Int
    /// The lines.
    package let lines: [String]

    /// The lines as one text, without blank lines at its ends.
    package var text: String {
      let isBlank: (String) -> Bool = { $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
      guard let first = lines.firstIndex(where: { !isBlank($0) }),
        let last = lines.lastIndex(where: { !isBlank($0) })
      else { return "" }
      return lines[first...last].joined(separator: "\n")
    }

    /// The number of the line that `text` begins with.
    package var textLine: Int {
      firstLine + (lines.firstIndex { !$0.trimmingSpaces().isEmpty } ?? 0)
    }
  }

  /// One section.
  package struct Section: Sendable {
    /// The heading without its mark and attributes.
    package let title: String
    /// The attributes of the heading.
    package let attributes: Attributes
    /// Where the heading's text begins.
    package let location: SourceLocation
    /// The lines below the heading.
    package let body: Body

    /// The hash that a translation keeps of its source: the title and the body.
    package var hash: String { StableHash.hex64(title + "\n" + body.text) }
  }

  /// Reads a file into sections.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - mark: What begins a heading's line, such as `## `; a line within a code fence never does.
  ///   - frontMatterKeys: The keys that the front matter may hold.
  ///   - attributeKeys: The keys that a heading's attributes may hold.
  ///   - collector: Receives the findings.
  package init(
    _ file: SourceFile, mark: String = "## ", frontMatterKeys: [String], attributeKeys: [String],
    collector: DiagnosticCollector
  ) {
    self.file = file
    let bodyStart: Int
    (frontMatter, bodyStart) = Self.frontMatter(file, keys: frontMatterKeys, collector: collector)
    let headings = Self.headings(file, from: bodyStart, mark: mark)
    let starts = headings + [file.lines.count]
    preamble = Body(
      firstLine: bodyStart + 1, lines: Array(file.lines[bodyStart..<max(bodyStart, starts[0])]))
    sections = zip(starts, starts.dropFirst()).map { start, end in
      let column = mark.unicodeScalars.count + 1
      let (title, attributes) = Attributes.split(
        String(Substring(file.lines[start].utf8.dropFirst(mark.utf8.count)))
          .trimmingTrailingSpaces(), column: column,
        line: start + 1, in: file, keys: attributeKeys, collector: collector)
      return Section(
        title: title, attributes: attributes, location: file.location(start + 1, column),
        body: Body(
          firstLine: start + 2, lines: Self.withoutComments(file.lines[(start + 1)..<end])))
    }
  }

  private static func frontMatter(
    _ file: SourceFile, keys: [String], collector: DiagnosticCollector
  ) -> (YAMLMap?, bodyStart: Int) {
    guard file.lines.first == "---" else { return (nil, 0) }
    guard let end = file.lines.dropFirst().firstIndex(of: "---") else {
      collector.add(
        file.diagnostic(
          "open-front-matter", line: 1, column: 1, length: 3, SourceMessages.openFrontMatter,
          remedy: SourceMessages.openFrontMatterRemedy))
      return (nil, file.lines.count)
    }
    let text = file.lines[1..<end].joined(separator: "\n")
    let map = YAMLReading.map(text, lineOffset: 1, in: file, keys: keys, collector: collector)
    return (map, end + 1)
  }

  /// Returns lines with those that are a comment, `<!-- … -->`, made blank.
  ///
  /// So numbers of lines stay. In a code fence a comment is a text like any other.
  private static func withoutComments(_ lines: ArraySlice<String>) -> [String] {
    var isFenced = false
    return lines.map { line in
      if line.utf8.starts(with: "```".utf8) { isFenced.toggle() }
      guard !isFenced, line.utf8.starts(with: "<!--".utf8) else { return line }
      let text = line.trimmingTrailingSpaces()
      return text.utf8.count >= 7 && text.utf8.suffix(3).elementsEqual("-->".utf8) ? "" : line
    }
  }

  private static func headings(_ file: SourceFile, from start: Int, mark: String) -> [Int] {
    var isFenced = false
    let first = mark.utf8.first
    return file.lines.indices.dropFirst(start).filter { index in
      let line = file.lines[index].utf8
      if line.first == 0x60, line.starts(with: "```".utf8) { isFenced.toggle() }
      return !isFenced && line.first == first && line.starts(with: mark.utf8)
    }
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var bytes = Substring(self).utf8
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
