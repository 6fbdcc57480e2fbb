import Assessment
import Source
import Testing
import Text

@testable import QuestionFormats

@Suite("Programs of Sala's own items")
struct ItemProgramTests {
  @Test("They give every response the score of the item", arguments: InteractionKind.allCases)
  func scores(_ kind: InteractionKind) {
    var items = RandomItems(seed: 21)
    for round in 0..<150 {
      var item = items.item(kind)
      if round % 4 == 0 { item.scoring.floor = -50 }
      guard let program = ItemProgram.program(for: item) else {
        #expect(kind == .performance)
        continue
      }
      for _ in 0..<12 {
        let response = items.response(to: item)
        let expected = ResponseProcessing.score(item, response).score
        #expect(
          program.points(response, to: item) == expected, "\(item) \(String(describing: response))")
      }
    }
  }

  @Test("Tables are conditions")
  func tables() throws {
    var items = RandomItems(seed: 5)
    for kind in [
      InteractionKind.singleChoice, .multipleChoice, .matching, .ordering, .numeric, .shortText,
    ] {
      for _ in 0..<30 {
        var item = items.item(kind)
        item.scoring = Scoring(.table, floor: -100)
        let listed = (0..<4).compactMap { _ in items.response(to: item) }.filter { !$0.isEmpty }
        for (index, response) in listed.enumerated() {
          item.scoring.table[response.encoded] = [item.points, 0.25, -3, 99][index % 4]
        }
        let program = try #require(ItemProgram.program(for: item))
        let others = (0..<6).map { _ in items.response(to: item) }
        for response in listed.map(Optional.some) + others {
          #expect(
            program.points(response, to: item) == ResponseProcessing.score(item, response).score)
        }
      }
    }
  }

  @Test("Tables over blanks compare what was chosen, and cannot hold numbers")
  func blankTables() throws {
    let choice = ChoiceInteraction(
      isMultiple: false,
      options: ["a", "b"].map {
        ChoiceOption(id: $0, text: LocalizedText(same: $0), isCorrect: $0 == "a")
      })
    let text = TextInteraction(accepted: ["x"])
    var item = Item(
      id: "i", outcome: Located("", at: SourceLocation(file: "")), cognitive: nil, points: 2,
      stem: LocalizedText(same: "[[p]] [[q]]"),
      interaction: .blanks(
        BlanksInteraction(
          blanks: [.init(id: "p", entry: .choice(choice)), .init(id: "q", entry: .text(text))])),
      scoring: Scoring(.table, table: ["p=a": 1, "p=a;q=Y": 2, "q=Y": 0.5]))
    let program = try #require(ItemProgram.program(for: item))
    for (entries, points) in [
      (["p": "a"], 1.0), (["p": "a", "q": "Y"], 2), (["q": "Y"], 0.5), (["q": "y"], 0),
      (["p": "b"], 0),
    ] {
      #expect(program.points(.blanks(entries), to: item) == points)
      #expect(ResponseProcessing.score(item, .blanks(entries)).score == points)
    }
    item.interaction = .blanks(
      BlanksInteraction(
        blanks: [
          .init(id: "p", entry: .numeric(NumericInteraction(value: 1, tolerance: 0)))
        ]))
    #expect(ItemProgram.program(for: item) == nil)
  }

  @Test("Identifiers are names of XML")
  func identifiers() {
    #expect(ItemIdentifiers.identifier("a-1") == "a-1")
    #expect(ItemIdentifiers.identifier("1") == "_1")
    #expect(ItemIdentifiers.identifier("a b") == "a_b")
    #expect(ItemIdentifiers.identifier("") == "_")
  }

  @Test("Numbers accept what Sala accepts at the edge of a tolerance")
  func edges() throws {
    let item = Item(
      id: "i", outcome: Located("", at: SourceLocation(file: "")), cognitive: nil,
      stem: LocalizedText(same: "?"),
      interaction: .numeric(NumericInteraction(value: 0.3, tolerance: 0.1)))
    let program = try #require(ItemProgram.program(for: item))
    for number in [0.1 + 0.1, 0.4, 0.2, 0.1999, 0.4001, 0.30000000001] {
      #expect(
        program.points(.number(number), to: item)
          == ResponseProcessing.score(item, .number(number)).score)
    }
    #expect(program.points(.number(0.4), to: item) == 1)
  }
}
