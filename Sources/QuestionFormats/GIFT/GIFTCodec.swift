import Archive
import Assessment
import Source
import Text

/// GIFT, Moodle's plain text of questions.
///
/// What GIFT has no sign for stands in its comments as Moodle reads them: `// [id:cse-014]
/// [tag:outcome:CSE-2]`. Source: Moodle's documentation of the GIFT format.
enum GIFTCodec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    let collector = DiagnosticCollector()
    var bank = QuestionBank()
    var naming = ItemNaming()
    for file in input.files {
      guard
        let source = SourceFile.exchanged(
          path: file.path, bytes: file.bytes, collector: collector)
      else { continue }
      let language = source.language
      for block in GIFTBlocks.blocks(of: source) {
        let number = bank.items.count + bank.lost.count(where: \.isWhole) + 1
        var parser = GIFTParser(
          block: block, file: source, language: language, collector: collector)
        let read = parser.question()
        let id = naming.id(for: block.id ?? read.name, number: number)
        if var item = read.item {
          item.id = id
          for tag in block.tags where !ItemTags.apply(tag, to: &item) {
            bank.lost.append(
              QuestionLoss(item: id, what: GIFTMessages.tag(tag), location: item.location))
          }
          bank.items.append(item)
        }
        bank.lost += read.lost.map { loss in
          QuestionLoss(item: id, what: loss.what, isWhole: loss.isWhole, location: loss.location)
        }
      }
    }
    bank.count = bank.items.count + bank.lost.count(where: \.isWhole)
    bank.findings = collector.diagnostics.inReadingOrder
    return bank
  }

  /// What GIFT carries; the rest of an item is lost.
  private static let carried: Set<ItemFeature> = [
    .title, .outcome, .cognitive, .practicePool, .survey, .status, .rubric, .itemFeedback,
    .optionFeedback, .answerFeedback, .optionWeights, .answerWeights, .partScoring,
    .tolerance, .severalAnswers, .extraTargets,
  ]

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    var text = ""
    var written = 0
    var lost: [QuestionLoss] = []
    for item in items {
      let writer = GIFTWriter(item: item, language: options.language)
      guard let block = writer.block() else {
        lost.append(item.wholeLoss())
        continue
      }
      if !text.isEmpty { text += "\n" }
      text += block
      written += 1
      let isFloorKept = item.scoring.floor == writer.floorWhenRead
      lost += item.losses(
        carrying: isFloorKept ? carried.union([.floor]) : carried, options: options)
      if !isFloorKept, item.scoring.floor == 0 {
        lost.append(
          QuestionLoss(item: item.id, what: ItemFeature.floor.name, location: item.location))
      }
    }
    return WrittenQuestions(
      files: [ArchiveEntry(path: "\(options.name).gift", bytes: Array(text.utf8))],
      written: written, lost: lost)
  }
}

/// The questions of a file, as blocks of lines between blank ones.
struct GIFTBlock {
  /// The lines of the question, joined by line breaks, comments taken out.
  var bytes: [UInt8]
  /// For each byte of a line's start, its place: the offset in `bytes` and the number of the line.
  var lineStarts: [(offset: Int, line: Int)]
  /// The id out of a comment `[id:…]`.
  var id: String?
  /// The tags out of comments `[tag:…]`.
  var tags: [String]

  /// Returns the line and column of an offset, both from 1; the column counts scalars.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    guard let start = lineStarts.last(where: { $0.offset <= offset }) ?? lineStarts.first else {
      return (1, 1)
    }
    let end = min(max(offset, start.offset), bytes.count)
    let column = bytes[min(start.offset, end)..<end].count { $0 & 0xC0 != 0x80 } + 1
    return (start.line, column)
  }
}

/// Parts a file into blocks.
enum GIFTBlocks {
  static func blocks(of file: SourceFile) -> [GIFTBlock] {
    var blocks: [GIFTBlock] = []
    var block = GIFTBlock(bytes: [], lineStarts: [], id: nil, tags: [])
    var depth = 0
    func end() {
      if block.bytes.contains(where: { !isSpace($0) }) { blocks.append(block) }
      if !block.bytes.isEmpty || block.lineStarts.isEmpty == false {
        block = GIFTBlock(bytes: [], lineStarts: [], id: nil, tags: [])
      }
      depth = 0
    }
    for (index, line) in file.lines.enumerated() {
      let trimmed = line.trimmingSpaces()
      if trimmed.utf8.starts(with: "//".utf8) {
        let (id, tags) = comment(trimmed)
        block.id = id ?? block.id
        block.tags += tags
      } else if trimmed.isEmpty {
        // Moodle ends a question at any blank line, within braces too; so does this.
        if !block.lineStarts.isEmpty { end() }
      } else if depth == 0, trimmed.utf8.starts(with: "$CATEGORY:".utf8) {
        if !block.lineStarts.isEmpty { end() }
      } else {
        block.lineStarts.append((block.bytes.count, index + 1))
        block.bytes += Array(line.utf8) + [0x0A]
        depth = 1
      }
    }
    end()
    return blocks
  }

  /// Reads `[id:…]` and `[tag:…]` out of a comment.
  static func comment(_ line: String) -> (id: String?, tags: [String]) {
    var id: String?
    var tags: [String] = []
    var rest = Substring(line)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[rest.utf8.index(after: open)...]
      guard let close = closing(rest) else { break }
      let inside = unescaped(rest[..<close])
      if inside.utf8.starts(with: "id:".utf8) {
        id = String(Substring(inside.utf8.dropFirst(3))).trimmingSpaces()
      } else if inside.utf8.starts(with: "tag:".utf8) {
        tags.append(String(Substring(inside.utf8.dropFirst(4))).trimmingSpaces())
      }
      rest = rest[rest.utf8.index(after: close)...]
    }
    return (id, tags)
  }

  private static func closing(_ text: Substring) -> String.Index? {
    var isEscaped = false
    for index in text.utf8.indices {
      if isEscaped {
        isEscaped = false
      } else if text.utf8[index] == UInt8(ascii: "\\") {
        isEscaped = true
      } else if text.utf8[index] == UInt8(ascii: "]") {
        return index
      }
    }
    return nil
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}
