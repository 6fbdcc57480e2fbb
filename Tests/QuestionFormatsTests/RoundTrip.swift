import Archive
import Assessment
import Source
import Testing
import Text

@testable import QuestionFormats

/// Writes synthetic items in a format, reads them again, and compares scores and texts.
enum RoundTrip {
  /// - Parameters:
  ///   - format: The format.
  ///   - kind: The kind of the items.
  ///   - isBilingual: Whether they are in both languages.
  ///   - count: How many.
  /// - Returns: How many items came back with nothing lost.
  @discardableResult
  static func check(
    _ format: QuestionFormat, _ kind: InteractionKind, isBilingual: Bool = false, count: Int = 60
  ) -> Int {
    var random = RandomItems(seed: 5, isBilingual: isBilingual)
    let items = (0..<count).map { _ in random.item(kind) }
    let written = QuestionFormats.write(items, format: format, options: QuestionWritingOptions())
    let wholes = Set(written.lost.filter(\.isWhole).map(\.item))
    #expect(written.written + wholes.count == items.count, "every item is written or lost whole")
    let bank = QuestionFormats.read(
      QuestionInput(name: "again", files: written.files), format: format)
    #expect(
      bank.findings.allSatisfy { $0.severity != .error },
      "\(bank.findings.first.map { "\($0)" } ?? "")")
    #expect(bank.count == bank.items.count + bank.lost.count(where: \.isWhole))
    #expect(bank.items.count == written.written, "\(bank.lost.prefix(3))")
    let lossy = Set((written.lost + bank.lost).map(\.item))
    let byID = Dictionary(bank.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kept = 0
    for item in items where !wholes.contains(item.id) && !lossy.contains(item.id) {
      guard let other = byID[item.id] else {
        Issue.record("\(item.id) did not come back")
        continue
      }
      kept += 1
      compare(item, other, &random)
    }
    return kept
  }

  private static func compare(_ item: Item, _ other: Item, _ random: inout RandomItems) {
    #expect(Array(item.stem.en.utf8) == Array(other.stem.en.utf8), "\(item.id)")
    #expect(Array(item.stem.km.utf8) == Array(other.stem.km.utf8), "\(item.id)")
    #expect(item.feedback == other.feedback && item.points == other.points, "\(item.id)")
    #expect(item.interaction.kind == other.interaction.kind, "\(item.id)")
    #expect(item.outcome.value == other.outcome.value && item.cognitive == other.cognitive)
    #expect(item.interaction.options.map(\.text) == other.interaction.options.map(\.text))
    #expect(item.interaction.options.map(\.feedback) == other.interaction.options.map(\.feedback))
    for _ in 0..<20 {
      let response = random.response(to: item)
      let left = ResponseProcessing.score(item, response).score
      let right = ResponseProcessing.score(other, response).score
      #expect(left == right, "\(item.id): \(response.map(\.encoded) ?? "nothing")")
    }
  }

  /// Reads changed copies of a written file; nothing may trap, and every question is counted.
  static func mutate(_ format: QuestionFormat, count: Int) {
    var random = RandomItems(seed: 11, isBilingual: true)
    let items = InteractionKind.allCases.map { random.item($0) }
    let good = QuestionFormats.write(items, format: format, options: QuestionWritingOptions()).files
    var generator = SeededGenerator(seed: 12, purpose: format.rawValue)
    for _ in 0..<count {
      var files = good
      guard !files.isEmpty else { return }
      let place = generator.index(below: files.count)
      var bytes = files[place].bytes
      for _ in 0...generator.index(below: 4) {
        let at = generator.index(below: bytes.count + 1)
        switch generator.index(below: 4) {
        case 0 where at < bytes.count: bytes[at] = UInt8(generator.index(below: 256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + generator.index(below: 30)))
        case 2:
          bytes.insert(
            contentsOf: Array("{}=~#<>\\%\n[]\"".utf8).shuffled(using: &generator).prefix(3), at: at
          )
        default: bytes = Array(bytes[..<at])
        }
      }
      files[place] = ArchiveEntry(path: files[place].path, bytes: bytes)
      let bank = QuestionFormats.read(QuestionInput(name: "x", files: files), format: format)
      #expect(bank.count == bank.items.count + bank.lost.count(where: \.isWhole))
    }
  }
}
