package import Source
import Text

/// Keeps translations in step with their sources by the hashes in `translates:`.
package enum Translation {
  /// Adds a finding for every block whose source changed, or was never looked over, since it was
  /// translated.
  ///
  /// - Parameters:
  ///   - map: The front matter of the translated file.
  ///   - file: The translated file.
  ///   - source: The file that it translates; its front matter is looked at where it was stamped.
  ///   - hashes: The hash of each source block, by id.
  ///   - lines: The line of each translated block, by id.
  ///   - collector: Receives the findings.
  static func check(
    _ map: YAMLMap?, file: SourceFile, source: SourceFile? = nil, hashes: [String: String],
    lines: [String: Int], collector: DiagnosticCollector
  ) {
    let entries = map?.dictionary("translates")?.entries() ?? []
    let stamps = Dictionary(
      entries.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    for (id, line) in lines.sorted(by: { $0.value < $1.value }) {
      guard let hash = hashes[id], stamps[id] != hash else { continue }
      collector.add(CurriculumMessages.stale(file, id: id, line: line))
    }
    for entry in entries where hashes[entry.key.value] == nil {
      if entry.key.value == SourceFile.frontMatterStamp {
        if let hash = source?.frontMatterHash, hash != entry.value {
          collector.add(CurriculumMessages.staleFrontMatter(file, line: entry.key.location.line))
        }
        continue
      }
      collector.add(CurriculumMessages.stampWithoutBlock(file, entry.key))
    }
  }

  /// Returns the text of a translated file with fresh hashes in `translates:`.
  ///
  /// - Parameters:
  ///   - translated: The file in the other language.
  ///   - source: The English file.
  ///   - mark: What begins a section, `## ` or `:: `.
  /// - Returns: The new text; the front matter and the ids that both files hold are stamped, in the
  ///   order of the source.
  package static func stamped(
    _ translated: SourceFile, from source: SourceFile, mark: String
  ) -> String {
    let ignored = DiagnosticCollector()
    func sections(_ file: SourceFile) -> [(id: String, hash: String)] {
      SectionedFile(
        file, mark: mark, frontMatterKeys: [], attributeKeys: [], collector: ignored
      ).sections.map { section in
        (section.attributes.id?.value ?? section.title, section.hash)
      }
    }
    let present = Set(sections(translated).map(\.id))
    // An id that stands twice, which is a finding of its own, would make the YAML unreadable.
    var seen: Set<String> = []
    let head = source.frontMatterHash.map { "  \(SourceFile.frontMatterStamp): \($0)" }
    let stamps =
      (head.map { [$0] } ?? [])
      + sections(source).filter { present.contains($0.id) && seen.insert($0.id).inserted }
      .map { "  \($0.id): \($0.hash)" }
    var lines = translated.lines
    if lines.first != "---" { lines = ["---", "---"] + lines }
    guard let end = lines.dropFirst().firstIndex(of: "---") else { return translated.text }
    var header = Array(lines[1..<end])
    if let start = header.firstIndex(where: { $0.hasPrefix("translates:") }) {
      let after = header[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? header.count
      header.removeSubrange(start..<after)
      header.insert(contentsOf: ["translates:"] + stamps, at: start)
    } else {
      header += ["translates:"] + stamps
    }
    return (["---"] + header + lines[end...]).joined(separator: "\n")
  }
}
