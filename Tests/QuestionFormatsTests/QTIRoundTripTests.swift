import Archive
import Assessment
import FoundationEssentials
import Source
import Testing
import Text
import XML

@testable import QuestionFormats

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

/// What is compared of an item: all but the places, and weights to nine decimals.
private struct Comparable: Equatable {
  var item: Item

  init(_ item: Item) {
    var item = item
    item.locations = [:]
    item.outcome.location = SourceLocation(file: "")
    item.rubric?.location = SourceLocation(file: "")
    switch item.interaction {
    case .choice(let choice): item.interaction = .choice(Self.plain(choice, item.scoring.rule))
    case .order(var order):
      order.options = order.options.map(Self.plain)
      item.interaction = .order(order)
    case .rating(var rating):
      // Opinions have no points.
      item.points = 1
      rating.options = rating.options.map(Self.plain)
      item.interaction = .rating(rating)
    case .match(var match):
      for index in match.sources.indices {
        match.sources[index].location = SourceLocation(file: "")
      }
      item.interaction = .match(match)
    case .text(let text): item.interaction = .text(Self.plain(text))
    case .numeric(let numeric): item.interaction = .numeric(Self.plain(numeric))
    case .blanks(var blanks):
      for index in blanks.blanks.indices {
        blanks.blanks[index].location = SourceLocation(file: "")
        switch blanks.blanks[index].entry {
        case .text(let text): blanks.blanks[index].entry = .text(Self.plain(text))
        case .numeric(let numeric): blanks.blanks[index].entry = .numeric(Self.plain(numeric))
        case .choice(var choice):
          choice = Self.plain(choice, .exact)
          for option in choice.options.indices {
            let text = choice.options[option].text.en
            choice.options[option].text.en = QTIInlineText.plain(QTIInlineText.parse(text))
          }
          blanks.blanks[index].entry = .choice(choice)
        }
      }
      item.interaction = .blanks(blanks)
    case .essay, .performance: break
    }
    self.item = item
  }

  private static func plain(_ option: ChoiceOption) -> ChoiceOption {
    var option = option
    option.location = SourceLocation(file: "")
    return option
  }

  private static func plain(_ choice: ChoiceInteraction, _ rule: ScoringRule) -> ChoiceInteraction {
    var plain = choice
    for (index, weight) in choice.weights().enumerated() {
      plain.options[index] = Self.plain(choice.options[index])
      plain.options[index].weight = rule == .parts ? (weight * 1e6).rounded() / 1e6 : nil
    }
    return plain
  }

  /// Feedback of accepted answers is a loss; the language is that of the file.
  private static func plain(_ text: TextInteraction) -> TextInteraction {
    TextInteraction(
      answers: text.answers.map { .init($0.text, weight: $0.weight) },
      isCaseSensitive: text.isCaseSensitive)
  }

  private static func plain(_ numeric: NumericInteraction) -> NumericInteraction {
    NumericInteraction(
      answers: numeric.answers.map {
        .init(value: $0.value, tolerance: $0.tolerance, weight: $0.weight)
      }.sorted { $0.weight > $1.weight })
  }
}

@Suite("QTI written and read again")
struct QTIRoundTripTests {
  static let formats = [QuestionFormat.qti21, .qti22]

  private func written(
    _ items: [Item], _ format: QuestionFormat, _ options: QuestionWritingOptions = .init()
  ) -> WrittenQuestions {
    QuestionFormats.write(items, format: format, options: options)
  }

  private func read(_ written: WrittenQuestions, _ format: QuestionFormat) -> QuestionBank {
    QuestionFormats.read(QuestionInput(name: "bank", files: written.files), format: format)
  }

  @Test("Items of every kind come back, and every response keeps its score", arguments: formats)
  func items(_ format: QuestionFormat) throws {
    var random = RandomItems(seed: 11)
    for kind in InteractionKind.allCases {
      let items = (0..<60).map { _ in random.item(kind) }
      let written = written(items, format)
      let bank = read(written, format)
      #expect(written.written + written.lost.count(where: \.isWhole) == items.count)
      guard kind != .performance else {
        #expect(written.written == 0)
        continue
      }
      #expect(bank.findings == [], "\(kind)")
      #expect(bank.lost == [], "\(kind)")
      try #require(bank.items.count == items.count)
      for (item, again) in zip(items, bank.items) {
        var expected = Comparable(item)
        var found = Comparable(again)
        // Case that no letter shows is not seen.
        if case .blanks = item.interaction,
          item.scoring.rule == .exact || again.scoring.rule == .exact
        {
          expected.item.scoring = again.scoring
        }
        if case .choice = item.interaction, item.scoring != again.scoring {
          expected.item.scoring = again.scoring
          expected.item.interaction = found.item.interaction
        }
        if expected != found, case .text(var text) = expected.item.interaction,
          case .text(let other) = found.item.interaction
        {
          text.isCaseSensitive = other.isCaseSensitive
          expected.item.interaction = .text(text)
        }
        found.item.sourceHash = ""
        #expect(expected == found)
        for _ in 0..<8 {
          let response = random.response(to: item)
          #expect(
            ResponseProcessing.score(item, response).score
              == ResponseProcessing.score(again, response).score)
        }
      }
    }
  }

  @Test("Khmer comes back byte for byte, with its language")
  func khmer() throws {
    let text = "ការចូលរួម\u{200B}របស់\u{200B}ប្រជាពលរដ្ឋ ស្ត្រី ១២៣"
    let item = Item(
      id: "km-1", title: LocalizedText(en: "", km: "ចំណងជើង"),
      outcome: Located("CSE-2", at: SourceLocation(file: "")), cognitive: .apply, points: 2,
      pool: .practice, status: .piloted, stem: LocalizedText(en: "Stem", km: text),
      interaction: .choice(
        ChoiceInteraction(
          isMultiple: false,
          options: ["a", "b"].map {
            ChoiceOption(
              id: $0, text: LocalizedText(en: $0, km: text + $0), isCorrect: $0 == "a",
              feedback: LocalizedText(en: "", km: "យោបល់ " + $0))
          })), rubric: Located("r1", at: SourceLocation(file: "")),
      feedback: LocalizedText(en: "", km: "ល្អណាស់"))
    var options = QuestionWritingOptions(language: .khmer)
    let out = written([item], .qti22, options)
    #expect(out.lost.map(\.what) == [ItemFeature.otherLanguage.name])
    options.isLanguageChosen = true
    #expect(written([item], .qti22, options).lost == [])
    let bank = read(out, .qti22)
    let again = try #require(bank.items.first)
    #expect(Array(again.stem.km.utf8) == Array(text.utf8))
    #expect(again.stem.en.isEmpty)
    #expect(again.interaction.options.map(\.text.km) == [text + "a", text + "b"])
    #expect(again.interaction.options.map(\.feedback.km) == ["យោបល់ a", "យោបល់ b"])
    #expect(again.feedback.km == "ល្អណាស់")
    #expect(again.title.km == "ចំណងជើង")
    #expect(again.outcome.value == "CSE-2")
    #expect(again.cognitive == .apply)
    #expect(again.pool == .practice && again.status == .piloted && again.rubric?.value == "r1")
    #expect(again.points == 2)
    #expect(ItemTags.tags(of: again) == ItemTags.tags(of: item))
  }

  @Test("Tests come back", arguments: formats)
  func tests(_ format: QuestionFormat) throws {
    var random = RandomItems(seed: 3)
    let items = (0..<4).map { _ in random.item(.singleChoice) }
    let ids = items.map(\.id)
    let test = TestStructure(
      id: "pre", title: LocalizedText(en: "Before", km: ""), minutes: 30,
      parts: [
        TestPart(
          id: "p", isLinear: true, isSimultaneous: false,
          sections: [
            TestSection(
              id: "s1", title: LocalizedText(en: "One", km: ""), itemIDs: [ids[2], ids[0]],
              selection: 1, isShuffled: true),
            TestSection(id: "s2", title: LocalizedText(en: "Two", km: ""), itemIDs: [ids[1]]),
          ])
      ])
    var other = test
    other.id = "post"
    other.minutes = nil
    let out = written(items, format, QuestionWritingOptions(tests: [test, other]))
    #expect(read(out, format).tests == [test, other])
    let whole = read(written(items, format), format).tests
    #expect(whole.map(\.itemIDs) == [ids])
  }

  @Test("The same items give the same bytes")
  func same() {
    var random = RandomItems(seed: 9)
    let items = InteractionKind.allCases.map { random.item($0) }
    #expect(written(items, .qti21).files == written(items, .qti21).files)
  }

  @Test("Losses are named when writing")
  func losses() {
    let item = Item(
      id: "e", outcome: Located("", at: SourceLocation(file: "")), cognitive: nil,
      stem: LocalizedText(en: "Write.", km: ""),
      interaction: .essay(EssayInteraction(lines: 5, mostWords: 100)))
    #expect(written([item], .qti21).lost.map(\.what) == [QTI2Messages.wordLimit])
    var done = item
    done.interaction = .performance
    let out = written([done], .qti21)
    #expect(out.written == 0)
    #expect(out.lost.map(\.isWhole) == [true])
  }
}

@Suite("QTI against the standard's own schema documents", .enabled(if: reference != nil))
struct QTISchemaTests {
  private func schema(_ folder: String) throws -> XMLSchema {
    try XMLSchema(
      folder: "\(reference ?? "")/standards/qti", main: folder,
      aliases: [
        "http://www.w3.org/2001/xml.xsd": "w3/xml.xsd",
        "http://www.w3.org/2009/01/xml.xsd": "w3/xml.xsd",
        "http://www.imsglobal.org/xsd/w3/2001/xml.xsd": "w3/xml.xsd",
        "http://www.imsglobal.org/xsd/w3/2001/XInclude.xsd": "w3/XInclude.xsd",
        "https://www.imsglobal.org/xsd/w3/2001/XInclude.xsd": "w3/XInclude.xsd",
        "http://www.imsglobal.org/xsd/w3/Math/XMLSchema/mathml3/mathml3.xsd":
          "w3/mathml3/mathml3.xsd",
        "http://www.imsglobal.org/xsd/w3/2010/ssmlv1p1-core.xsd": "w3/ssml11/ssmlv1p1-core.xsd",
      ])
  }

  private func items() -> [Item] {
    var random = RandomItems(seed: 77)
    var items = InteractionKind.allCases.flatMap { kind in (0..<25).map { _ in random.item(kind) } }
    items[0].stem.en = "Look:\n\n- one\n- *two*\n  1. deep\n\n> quoted `code`\n\n```\na < b\n```"
    items[1].stem.en = "A [link](https://example.org) and ![a map](map.png).\\\nNext **line**"
    items[2].title.en = "A title"
    items[0].feedback.en = "First.\n\n- a\n- b"
    var listed = random.item(.singleChoice)
    listed.scoring = Scoring(.table, floor: -10, table: ["a": 1, "b": 0.25])
    return items + [listed]
  }

  @Test("Items and tests follow them", arguments: [QuestionFormat.qti21, .qti22])
  func conformant(_ format: QuestionFormat) throws {
    let official = try schema(
      format == .qti21 ? "qtiv2p1/imsqti_v2p1.xsd" : "qtiv2p2/imsqti_v2p2.xsd")
    let test = TestStructure(
      id: "t", title: LocalizedText(same: "T"), minutes: 10,
      parts: [
        TestPart(
          id: "1",
          sections: [
            TestSection(
              id: "2", title: LocalizedText(same: ""), itemIDs: ["item-1", "item-1"], selection: 1,
              isShuffled: true)
          ])
      ])
    for options in [QuestionWritingOptions(), QuestionWritingOptions(tests: [test])] {
      let out = QuestionFormats.write(items(), format: format, options: options)
      for file in out.files where file.path != "imsmanifest.xml" {
        let findings = official.validate(file.bytes, file: file.path)
        #expect(findings.map(\.message.en) == [], "\(String(decoding: file.bytes, as: UTF8.self))")
      }
    }
  }

  @Test("The manifest follows them")
  func manifest() throws {
    var documents: [String: [UInt8]] = [:]
    for name in ["imscp_v1p1.xsd", "imsmd_v1p2p4.xsd", "imsmd_loose_v1p3p2.xsd", "w3/xml.xsd"] {
      let path = "\(reference ?? "")/standards/qti/\(name)"
      documents[name] = Array(try #require(FileManager.default.contents(atPath: path)))
    }
    documents["main.xsd"] = Array(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:import namespace="http://www.imsglobal.org/xsd/imscp_v1p1" schemaLocation="imscp_v1p1.xsd"/>
      <xs:import namespace="http://ltsc.ieee.org/xsd/LOM" schemaLocation="imsmd_loose_v1p3p2.xsd"/>
      </xs:schema>
      """.utf8)
    let official = try XMLSchema(documents: documents, main: "main.xsd")
    for format in [QuestionFormat.qti21, .qti22] {
      let out = QuestionFormats.write(items(), format: format, options: QuestionWritingOptions())
      let manifest = try #require(out.files.last)
      #expect(manifest.path == "imsmanifest.xml")
      #expect(official.validate(manifest.bytes, file: manifest.path).map(\.message.en) == [])
    }
  }
}
