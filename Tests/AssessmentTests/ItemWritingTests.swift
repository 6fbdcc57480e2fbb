import Source
import Testing
import Text

@testable import Assessment

@Suite("Writing items and reading them again")
struct ItemWritingTests {
  /// Returns items after writing both languages and joining what is read.
  private func again(_ items: [Item]) -> (items: [Item], findings: [Diagnostic], text: String) {
    let collector = DiagnosticCollector()
    func read(_ language: Language) -> ItemReading.BankFile? {
      ItemWriting.text(items, language: language).map { text in
        ItemReading.read(
          SourceFile(path: "bank.items.\(language.rawValue).md", text: text), language: language,
          requirements: .exchange, collector: collector)
      }
    }
    let english = read(.english)
    let khmer = read(.khmer)
    let joined = ItemReading.join(
      english: english, khmer: khmer, languages: [], collector: collector)
    return (joined, collector.diagnostics, ItemWriting.text(items, language: .english) ?? "")
  }

  /// An item without its places and hashes, which writing gives anew.
  private func bare(_ item: Item) -> Item {
    var bare = item
    let nowhere = SourceLocation(file: "")
    bare.locations = [:]
    bare.sourceHash = ""
    bare.outcome = Located(item.outcome.value, at: nowhere)
    bare.rubric = item.rubric.map { Located($0.value, at: nowhere) }
    func placeless(_ options: [ChoiceOption]) -> [ChoiceOption] {
      options.map { option in
        var option = option
        option.location = nowhere
        return option
      }
    }
    switch item.interaction {
    case .choice(var choice):
      choice.options = placeless(choice.options)
      bare.interaction = .choice(choice)
    case .order(let order):
      bare.interaction = .order(OrderInteraction(options: placeless(order.options)))
    case .rating(var rating):
      rating.options = placeless(rating.options)
      bare.interaction = .rating(rating)
    case .match(var match):
      for index in match.sources.indices { match.sources[index].location = nowhere }
      bare.interaction = .match(match)
    case .blanks(var blanks):
      for index in blanks.blanks.indices {
        blanks.blanks[index].location = nowhere
        if case .choice(var choice) = blanks.blanks[index].entry {
          choice.options = placeless(choice.options)
          blanks.blanks[index].entry = .choice(choice)
        }
      }
      bare.interaction = .blanks(blanks)
    default: break
    }
    return bare
  }

  @Test(
    "Items of every kind come back as they were, and score as they did",
    arguments: InteractionKind.allCases, [false, true])
  func roundTrip(_ kind: InteractionKind, isBilingual: Bool) throws {
    var random = RandomItems(seed: 3, isBilingual: isBilingual)
    let items = (0..<60).map { _ in random.item(kind) }
    let (read, findings, text) = again(items)
    #expect(findings.isEmpty, "\(findings.first.map { "\($0)" } ?? "")\n\(text.prefix(800))")
    try #require(read.count == items.count)
    for (item, other) in zip(items, read) {
      #expect(
        bare(item) == bare(other),
        "\(ItemWriting.text([item], language: .english) ?? "")\(ItemWriting.text([other], language: .english) ?? "")"
      )
      for _ in 0..<20 {
        let response = random.response(to: item)
        #expect(
          ResponseProcessing.score(item, response).score
            == ResponseProcessing.score(other, response).score)
      }
      #expect(item.keyVersion == other.keyVersion)
    }
  }

  static let awkward = [
    "- (x) not an option", "- [ ] nor this", "= 12", "~ text", "1. first\n2. second", "- a => b",
    "[[a]] ~ x", "## heading {x=y}", "@title none", "> quoted", "\\- (x) behind one", "\\\\= 1",
    "```\ncode\n```", "<!-- comment -->", "---", "line\n\nline", "ends in \\", "a\\\\\nb\\",
    "first\n  indented", "first\n> quote", "first\n\\back", "[50%] text", "(50%) text",
    "x => y => z",
    "a \\=> b", "\\n is no break", "ក្រុម \\\nស្ត្រី", "=[50%] 3", "#### four", "{=right ~wrong}",
  ]

  @Test(
    "Texts that look like marks are kept byte for byte, wherever they stand", arguments: awkward)
  func awkwardTexts(_ text: String) throws {
    let both = LocalizedText(en: text, km: "ខ្មែរ \(text)")
    let plain = LocalizedText(en: "other", km: "ផ្សេង")
    func options(_ isCorrect: Bool) -> [ChoiceOption] {
      [
        ChoiceOption(id: "a", text: both, isCorrect: isCorrect, feedback: both),
        ChoiceOption(id: "b", text: plain, isCorrect: false, feedback: plain),
      ]
    }
    var items = [
      Samples.item("choice", .choice(ChoiceInteraction(isMultiple: false, options: options(true)))),
      Samples.item("order", .order(OrderInteraction(options: options(false)))),
      Samples.item(
        "match",
        .match(
          MatchInteraction(
            sources: [
              .init(id: "a", text: both, target: "1"), .init(id: "b", text: plain, target: "2"),
            ],
            targets: [
              .init(id: "1", text: both), .init(id: "2", text: plain),
              .init(id: "3", text: LocalizedText(en: "\(text) 3", km: "\(text) ៣")),
            ]))),
      Samples.item("essay", .essay(EssayInteraction(lines: 3, mostWords: 100))),
      Samples.item(
        "number",
        .numeric(NumericInteraction(answers: [.init(value: 1, tolerance: 0, feedback: both)]))),
    ]
    // A feedback of the whole item is Markdown: spaces at the ends of its lines mean nothing.
    for index in items.indices { items[index].stem = both }
    let (read, findings, written) = again(items)
    #expect(findings.isEmpty, "\(findings.map(\.message.en))\n\(written)")
    try #require(read.count == items.count, "\(written)")
    for (item, other) in zip(items, read) { #expect(bare(item) == bare(other), "\(written)") }
  }

  @Test("A Khmer file says which English text it translates")
  func stamps() throws {
    var random = RandomItems(seed: 9, isBilingual: true)
    let items = InteractionKind.allCases.map { random.item($0) }
    let english = try #require(ItemWriting.text(items, language: .english))
    let khmer = try #require(ItemWriting.text(items, language: .khmer))
    let collector = DiagnosticCollector()
    let source = ItemReading.read(
      SourceFile(path: "b.items.en.md", text: english), language: .english, collector: collector)
    let translated = ItemReading.read(
      SourceFile(path: "b.items.km.md", text: khmer), language: .khmer, collector: collector)
    let stamps = try #require(translated.frontMatter?.dictionary("translates"))
    for item in source.items { #expect(stamps.text(item.id) == item.sourceHash) }
    #expect(source.questionCount == items.count && source.unread.isEmpty)
    #expect(ItemWriting.text([], language: .english) == nil)
    var alone = items[0]
    alone.stem.km = ""
    #expect(ItemWriting.text([alone], language: .khmer) == nil)
  }
}
