import Archive
import Assessment
import Source
import Testing
import Text

@testable import QuestionFormats

/// What a round trip through a format has to keep, as text that two items can be compared by.
enum XMLRoundTrip {
  static func read(_ text: String, _ format: QuestionFormat) -> QuestionBank {
    read([UInt8](text.utf8), format)
  }

  static func read(_ bytes: [UInt8], _ format: QuestionFormat) -> QuestionBank {
    QuestionFormats.read(
      QuestionInput(name: "bank.xml", files: [ArchiveEntry(path: "bank.xml", bytes: bytes)]),
      format: format)
  }

  /// Everything of an item that people see, in its languages.
  static func shown(_ item: Item) -> [String] {
    let isBilingual = item.stem.isComplete
    func text(_ text: LocalizedText) -> String {
      isBilingual ? "\(text.en)|\(text.km)" : text.en.isEmpty ? text.km : text.en
    }
    var lines = [
      item.id, item.interaction.kind.rawValue, text(item.title), text(item.stem),
      text(item.feedback), "\(item.points)", item.outcome.value, item.pool.rawValue,
      item.cognitive?.rawValue ?? "", item.status.rawValue, item.rubric?.value ?? "",
    ]
    func options(_ options: [ChoiceOption]) {
      lines += options.map { "\($0.id) \(text($0.text)) \($0.isCorrect) \(text($0.feedback))" }
    }
    func numbers(_ numeric: NumericInteraction) {
      lines += numeric.answers.map {
        "\($0.value) \($0.tolerance) \($0.weight) \(text($0.feedback))"
      }
      lines += numeric.units.map { "\($0.symbol) \($0.factor)" }
    }
    func texts(_ texts: TextInteraction) {
      lines.append("case \(texts.isCaseSensitive)")
      lines += texts.answers.map { "\($0.text) \($0.weight) \(text($0.feedback))" }.sorted()
    }
    switch item.interaction {
    case .choice(let choice):
      lines.append("\(choice.isMultiple) \(choice.keepsOrder)")
      options(choice.options)
    case .numeric(let numeric): numbers(numeric)
    case .text(let text): texts(text)
    case .match(let match):
      lines += match.sources.map { "\($0.id) \(text($0.text)) \($0.target)" }
      lines += match.targets.map { "\($0.id) \(text($0.text))" }
    case .order(let order): options(order.options)
    case .blanks(let blanks):
      for blank in blanks.blanks {
        lines.append(blank.id)
        switch blank.entry {
        case .text(let text): texts(text)
        case .numeric(let numeric): numbers(numeric)
        case .choice(let choice): options(choice.options)
        }
      }
    case .rating(let rating): options(rating.options)
    case .essay(let essay): lines.append("\(essay.lines) \(essay.mostWords ?? 0)")
    case .performance: break
    }
    return lines
  }

  /// Writes and reads synthetic items of a kind; what is not named as lost has to be the same.
  ///
  /// Returns how many items came through with nothing lost.
  static func check(
    _ kind: InteractionKind, _ format: QuestionFormat, seed: UInt64, isBilingual: Bool,
    options: QuestionWritingOptions = QuestionWritingOptions()
  ) -> Int {
    var random = RandomItems(seed: seed, isBilingual: isBilingual)
    let items = (0..<80).map { _ in random.item(kind) }
    let written = QuestionFormats.write(items, format: format, options: options)
    #expect(written.written + written.lost.filter(\.isWhole).count == items.count)
    guard let file = written.files.first else { return 0 }
    let bank = read(file.bytes, format)
    #expect(bank.count == written.written)
    #expect(bank.items.count == written.written, "\(bank.findings.map(\.message.en))")
    let back = Dictionary(bank.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let lossy = Set(written.lost.map(\.item))
    let lostReading = bank.lost.map { "\($0.item): \($0.what.en)" }
    #expect(lostReading.isEmpty)
    var kept = 0
    for item in items where !lossy.contains(item.id) {
      guard let other = back[item.id] else {
        Issue.record("\(item.id) is gone")
        continue
      }
      kept += 1
      #expect(shown(other) == shown(item))
      for _ in 0..<40 {
        let response = random.response(to: item)
        let expected = ResponseProcessing.score(item, response)
        let got = ResponseProcessing.score(other, response)
        #expect(
          abs(expected.score - got.score) < 1e-6 && expected.isPending == got.isPending,
          "\(item.id) \(String(describing: response)) \(item.scoring) \(item.interaction)")
      }
    }
    return kept
  }

  /// Cuts and changes bytes of a document; nothing may trap, and counts have to fit.
  static func mutate(_ document: [UInt8], _ format: QuestionFormat, seed: UInt64, times: Int) {
    var generator = SeededGenerator(seed: seed, purpose: "mutations")
    let signs = Array("<>&;\"'{}[]~=%#:*\\0-.e".utf8) + [0xE1, 0x9E, 0x00, 0xFF]
    for _ in 0..<times {
      var bytes = document
      switch generator.index(below: 4) {
      case 0: bytes = Array(bytes.prefix(generator.index(below: bytes.count)))
      case 1:
        let start = generator.index(below: bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + 1 + generator.index(below: 40)))
      default:
        for _ in 0...generator.index(below: 6) {
          // Digits and letters become other ones, so that the XML mostly stays well formed.
          let at = generator.index(below: bytes.count)
          let isText = (0x30...0x39).contains(bytes[at]) || (0x61...0x7A).contains(bytes[at])
          bytes[at] = isText ? UInt8(0x30 + generator.index(below: 10)) : bytes[at]
          if generator.index(below: 12) == 0 {
            bytes[at] = signs[generator.index(below: signs.count)]
          }
        }
      }
      let bank = read(bytes, format)
      #expect(bank.count == bank.items.count + bank.lost.filter(\.isWhole).count)
    }
  }
}
