import Archive
import Source
package import Text

/// Tells in which format questions are, by what the files hold; names only help.
package enum FormatDetection {
  /// Returns the format of an input; `nil` where nothing tells it, with a finding where the files
  /// are of a version that is not read.
  package static func detect(_ input: QuestionInput) -> (QuestionFormat?, Diagnostic?) {
    if input.files.contains(where: { isNamed($0.path, ".items.en.md", ".items.km.md") }) {
      return (.sala, nil)
    }
    var xml: [String] = []
    for file in input.files {
      if file.bytes.starts(with: Array("PK".utf8)) { return (.xlsx, nil) }
      let text = head(file.bytes)
      if isXML(text) { xml.append(text) }
    }
    if !xml.isEmpty { return detect(xml: xml, name: input.name) }
    for file in input.files {
      if let format = plain(file.path, head(file.bytes)) { return (format, nil) }
    }
    return (nil, nil)
  }

  // MARK: XML

  private static func isXML(_ text: String) -> Bool {
    text.utf8.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
  }

  private static func detect(xml texts: [String], name: String) -> (QuestionFormat?, Diagnostic?) {
    func holds(_ part: String) -> Bool { texts.contains { contains($0, part) } }
    if holds("imsqti_v2p2") || holds("imsqti_xmlv2p2") { return (.qti22, nil) }
    if holds("imsqti_v2p1") || holds("imsqti_xmlv2p1") { return (.qti21, nil) }
    if holds("imsqti_v2p0") || holds("imsqti_xmlv2p0") {
      return (nil, FormatMessages.otherVersion(name, "2.0"))
    }
    if holds("imsqtiasi_v3p0") || holds("imsqti_v3p0") {
      return (nil, FormatMessages.otherVersion(name, "3.0"))
    }
    if holds("<quiz") { return (.moodleXML, nil) }
    if holds("questestinterop") || holds("ims_qtiasiv1p2") || holds("imsqti_xmlv1p2") {
      return (.qti12, nil)
    }
    if holds("<assessmentItem") || holds("<assessmentTest") { return (.qti21, nil) }
    return (nil, nil)
  }

  // MARK: Plain text

  private static func plain(_ path: String, _ text: String) -> QuestionFormat? {
    let lines = text.utf8.split(separator: 0x0A, maxSplits: 400)
      .map { String(Substring($0)).trimmingSpaces() }
    if lines.contains(where: { $0.utf8.starts(with: "## ".utf8) && $0.utf8.last == 0x7D })
      || (lines.first == "---" && isNamed(path, ".md"))
    {
      return .sala
    }
    if isNamed(path, ".csv", ".tsv") || isTable(lines.first ?? "") { return .csv }
    if lines.contains(where: { contains($0, "ANSWER:") || contains($0, "ចម្លើយ:") }),
      !lines.contains(where: { contains($0, "{") })
    {
      return .aiken
    }
    if isNamed(path, ".gift") || isNamed(path, ".gift.txt") { return .gift }
    if isText2QTI(lines) { return .text2qti }
    if contains(text, "{"), contains(text, "}") { return .gift }
    return nil
  }

  /// Tells whether a line is the header of a table of questions.
  private static func isTable(_ line: String) -> Bool {
    let words = line.split { [",", ";", "\t"].contains($0) }
      .map { $0.trimmingSpaces().lowercased().filter { $0 != "\"" && $0 != "\u{FEFF}" } }
    let known: Set<String> = ["question", "stem.en", "stem.km", "stem", "សំណួរ", "answer", "ចម្លើយ"]
    return words.count >= 3 && words.count(where: known.contains) >= 2
  }

  private static func isText2QTI(_ lines: [String]) -> Bool {
    let hasNumber = lines.contains { line in
      let digits = line.utf8.prefix { (0x30...0x39).contains($0) }
      return !digits.isEmpty && line.utf8[digits.endIndex...].starts(with: ". ".utf8)
    }
    let hasAnswer = lines.contains { line in
      let bytes = Array(line.utf8.prefix(4))
      guard let first = bytes.first else { return false }
      switch first {
      case UInt8(ascii: "*"): return true
      case UInt8(ascii: "="): return bytes.count > 1 && bytes[1] == 0x20
      case UInt8(ascii: "["): return line.utf8.starts(with: "[*]".utf8)
      case UInt8(ascii: "_"): return line.utf8.starts(with: "____".utf8)
      default: return false
      }
    }
    return hasNumber && hasAnswer
  }

  // MARK: Helpers

  /// The beginning of a file as text, whatever its encoding: zero bytes of UTF-16 are passed over.
  private static func head(_ bytes: [UInt8]) -> String {
    var rest = bytes.prefix(65_536)
    for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]]
    where rest.starts(with: mark) {
      rest = rest.dropFirst(mark.count)
    }
    return String(decoding: rest.filter { $0 != 0 }, as: UTF8.self)
  }

  private static func isNamed(_ path: String, _ endings: String...) -> Bool {
    let name = path.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// Plain search by bytes; a `Character` could hide a letter before a combining mark.
  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard let first = part.first, text.count >= part.count else { return false }
    var at = 0
    while let next = text[at...].firstIndex(of: first), next + part.count <= text.count {
      if text[next..<(next + part.count)].elementsEqual(part) { return true }
      at = next + 1
    }
    return false
  }
}
