import Assessment
import Source
import Text

/// Reads one block of GIFT into an item.
struct GIFTParser {
  let block: GIFTBlock
  let file: SourceFile
  let language: Language
  let collector: DiagnosticCollector

  private var lost: [QuestionLoss] = []

  init(block: GIFTBlock, file: SourceFile, language: Language, collector: DiagnosticCollector) {
    self.block = block
    self.file = file
    self.language = language
    self.collector = collector
  }

  /// Returns the item or the reasons why it is lost whole, and its name.
  mutating func question() -> (item: Item?, name: String, lost: [QuestionLoss]) {
    let bytes = block.bytes
    var at = 0
    skipSpace(&at)
    var name = ""
    if bytes[at...].starts(with: "::".utf8), let end = find("::", from: at + 2) {
      name = text(bytes[(at + 2)..<end])
      at = end + 2
    }
    guard let open = find("{", from: at) else {
      guard find("}", from: at) == nil else {
        complain("no-brace", find("}", from: at) ?? at, GIFTMessages.noOpening)
        return (nil, name, [whole(GIFTMessages.broken)])
      }
      return (nil, name, [whole(GIFTMessages.description)])
    }
    guard let close = find("}", from: open + 1) else {
      complain("no-brace", open, GIFTMessages.noClosing)
      return (nil, name, [whole(GIFTMessages.broken)])
    }
    var format = TextFormat.plain
    let before = stripped(bytes[at..<open], format: &format)
    let after = bytes[(close + 1)...]
    var stem = text(before)
    let tail = text(after)
    if !tail.isEmpty {
      // Only a full stop after the block belongs to the sentence; words make it a missing word.
      stem = Self.isPunctuation(tail) && !stem.isEmpty ? stem + tail : "\(stem) _____ \(tail)"
      stem = stem.trimmingSpaces()
    }
    if format == .html {
      lost.append(QuestionLoss(item: "", what: GIFTMessages.html, location: location(open)))
    }
    let (body, general) = splitGeneral(open + 1, close)
    guard !stem.isEmpty else {
      complain("empty-stem", open, GIFTMessages.noText)
      return (nil, name, [whole(GIFTMessages.broken)])
    }
    var answers = GIFTAnswers(parser: self, start: body.lowerBound, end: body.upperBound)
    guard let made = answers.read() else { return (nil, name, [whole(GIFTMessages.broken)]) }
    let place = location(at)
    var item = Item(
      id: "", outcome: Located("", at: place), cognitive: nil,
      stem: LocalizedText(stem, in: language),
      interaction: made.interaction, scoring: made.scoring,
      feedback: LocalizedText(general, in: language), locations: [language: place])
    // The name that Sala writes is the id itself; other names are titles.
    if !name.isEmpty, name != block.id { item.title = LocalizedText(name, in: language) }
    return (item, name, lost + answers.lost)
  }

  // MARK: Scanning

  /// Returns the offset of a part that stands outside of escapes.
  func find(_ part: String, from start: Int, before end: Int? = nil) -> Int? {
    let part = Array(part.utf8)
    let end = end ?? block.bytes.count
    var at = start
    while at + part.count <= end {
      if block.bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if block.bytes[at] == part[0], block.bytes[at..<(at + part.count)].elementsEqual(part) {
        return at
      }
      at += 1
    }
    return nil
  }

  private func skipSpace(_ at: inout Int) {
    while at < block.bytes.count - 1, GIFTBlocks.isSpace(block.bytes[at]) { at += 1 }
  }

  /// Parts what stands between the braces at `####`, after which comes the general feedback.
  private func splitGeneral(_ start: Int, _ end: Int) -> (Range<Int>, String) {
    guard let mark = find("####", from: start, before: end) else { return (start..<end, "") }
    return (start..<mark, text(block.bytes[(mark + 4)..<end]))
  }

  // MARK: Texts

  enum TextFormat: Equatable {
    case plain, html
  }

  /// Takes `[html]`, `[moodle]`, `[plain]` or `[markdown]` off the start of a text.
  func stripped(_ bytes: ArraySlice<UInt8>, format: inout TextFormat) -> ArraySlice<UInt8> {
    var rest = bytes.drop(while: GIFTBlocks.isSpace)
    for name in ["[html]", "[moodle]", "[plain]", "[markdown]"] where rest.starts(with: name.utf8) {
      if name == "[html]", rest.contains(UInt8(ascii: "<")) { format = .html }
      rest = rest.dropFirst(name.utf8.count)
      break
    }
    return rest
  }

  /// Returns a text without escapes, line breaks of the file as spaces, and spaces at its ends.
  func text(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "#"),
          UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"):
          result.append(byte)
        default: result += [UInt8(ascii: "\\"), byte]
        }
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == 0x0A || byte == 0x09 {
        if result.last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return String(decoding: result, as: UTF8.self).trimmingSpaces()
  }

  private static func isPunctuation(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
  }

  // MARK: Findings

  func location(_ offset: Int) -> SourceLocation {
    let place = block.place(offset)
    return file.location(place.line, place.column)
  }

  func whole(_ what: LocalizedText) -> QuestionLoss {
    QuestionLoss(item: "", what: what, isWhole: true, location: location(0))
  }

  func complain(_ code: String, _ offset: Int, _ message: LocalizedText) {
    let place = block.place(offset)
    collector.add(
      file.diagnostic(
        code, line: place.line, column: place.column, message, remedy: GIFTMessages.remedy))
  }
}
