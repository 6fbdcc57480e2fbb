import Source
import Testing
import Text

@testable import Assessment

@Suite("Reading every kind of question")
struct ItemKindTests {
  /// Returns what a question without a heading is read as.
  private func item(_ text: String, attributes: String = "") throws -> Item {
    let collector = DiagnosticCollector()
    let file = SourceFile(
      path: "b.items.en.md", text: "## q {outcome=A-1 cognitive=apply \(attributes)}\n\(text)\n")
    let bank = ItemReading.read(file, language: .english, collector: collector)
    #expect(collector.diagnostics.isEmpty, "\(collector.diagnostics.map(\.message.en))")
    return try #require(bank.items.first)
  }

  /// Returns the points of an answer in its one text form.
  private func points(_ item: Item, _ encoded: String) throws -> Double {
    let response: Response = try #require(Response(encoded: encoded, to: item))
    return ResponseProcessing.score(item, response).score
  }

  @Test("Weights of options add up, between the floor and all points")
  func weights() throws {
    let several = try item(
      "Which?\n- [x 50%] a\n- [x 50%] b\n- [-25%] c\n- [ ] d", attributes: "points=4")
    #expect(several.scoring == Scoring(.parts) && several.interaction.kind == .multipleChoice)
    // By hand, of 4 points: 2; 4; 2 − 1; −1 is held at 0; d states none, so it takes 100/2 %.
    for (answer, score) in [("a", 2.0), ("a,b", 4), ("a,c", 1), ("c", 0), ("a,b,d", 2)] {
      #expect(try points(several, answer) == score, "\(answer)")
    }
    let single = try item(
      "Which?\n- (x) a\n- (25%) b\n- (-50%) c", attributes: "points=2 floor=-50")
    for (answer, score) in [("a", 2.0), ("b", 0.5), ("c", -1)] {
      #expect(try points(single, answer) == score, "\(answer)")
    }
    let parts = try item("Which?\n- [x] a\n- [x] b\n- [x] c\n- [ ] d", attributes: "scoring=parts")
    for (answer, score) in [("a", 0.333333333), ("a,b,c", 1), ("a,b,d", 0.333333333), ("d", 0)] {
      #expect(try points(parts, answer) == score, "\(answer)")
    }
  }

  @Test("Numbers with several tolerances and units")
  func numbers() throws {
    let item = try item(
      "@unit km\n@unit m = 0.001\nHow far?\n= 12 +- 0.5\n  > Right.\n=[50%] 12 ± 2\n  > Near.",
      attributes: "points=2")
    for (answer, score) in [("12.5", 2.0), ("13", 1), ("១៣", 1), ("14.1", 0)] {
      #expect(try points(item, answer) == score, "\(answer)")
    }
    guard case .numeric(let numeric) = item.interaction else {
      Issue.record("no number")
      return
    }
    #expect(numeric.units == [.init(symbol: "km", factor: 1), .init(symbol: "m", factor: 0.001)])
    #expect(PartScoring.number("12 000 m", units: numeric.units) == 12)
    #expect(PartScoring.number("១២km", units: numeric.units) == 12)
    #expect(PartScoring.number("12 kg", units: numeric.units) == nil)
    #expect(PartScoring.number("km", units: numeric.units) == nil)
    #expect(ResponseProcessing.feedback(item, .number(13)).map(\.en) == ["Near."])
  }

  @Test("Texts with weights, and capitals where they count")
  func texts() throws {
    let item = try item(
      "Where?\n~ Nazareth\n~[75%] Nazereth\n  > Misspelt.\n~[25%] Bethlehem", attributes: "points=4"
    )
    for (answer, score) in [("nazareth", 4.0), ("NAZERETH", 3), ("Bethlehem", 1), ("Rome", 0)] {
      #expect(try points(item, answer) == score, "\(answer)")
    }
    #expect(ResponseProcessing.feedback(item, .text("nazereth")).map(\.en) == ["Misspelt."])
    let strict = try self.item("Which unit?\n~ Pa", attributes: "case=sensitive")
    #expect(try points(strict, "Pa") == 1 && points(strict, "PA") == 0)
  }

  @Test("Pairs, with targets that are used twice or not at all")
  func pairs() throws {
    let item = try item(
      "Match.\n- one => odd\n- two => even\n- three => odd\n- => neither", attributes: "points=3")
    guard case .match(let match) = item.interaction else {
      Issue.record("no pairs")
      return
    }
    #expect(
      match.key == ["a": "1", "b": "2", "c": "1"] && match.targets.map(\.id) == ["1", "2", "3"])
    #expect(try points(item, "a=1,b=2,c=1") == 3 && points(item, "a=1,b=2,c=2") == 0)
    var parts = item
    parts.scoring = Scoring(.parts)
    for (answer, score) in [("a=1,b=2,c=2", 2.0), ("a=3", 0), ("b=2", 1)] {
      #expect(try points(parts, answer) == score, "\(answer)")
    }
    #expect(Response(encoded: "a=9", to: item) == nil && Response(encoded: "z=1", to: item) == nil)
    #expect(
      Response(encoded: "a=1,a=2", to: item) == nil && Response(encoded: "a", to: item) == nil)
  }

  @Test("An order, whole or place by place; a list in a stem is none where other answers follow")
  func orders() throws {
    let item = try item(
      "Order.\n1. first\n2. second\n3. third", attributes: "points=3 scoring=parts")
    for (answer, score) in [("a,b,c", 3.0), ("a,c,b", 1), ("b,c,a", 0)] {
      #expect(try points(item, answer) == score, "\(answer)")
    }
    #expect(Response(encoded: "a,b", to: item) == nil, "an order names every option")
    let stem = try self.item("Two steps:\n1. ask\n2. listen\n- (x) a\n- ( ) b")
    #expect(
      stem.stem.en == "Two steps:\n1. ask\n2. listen" && stem.interaction.kind == .singleChoice)
  }

  @Test("Blanks of every kind, whole or each for itself")
  func blanks() throws {
    let item = try item(
      "In [[who]] of [[n]] people, [[way]].\n[[who]] ~ a group\n[[who]] ~[50%] groups\n"
        + "[[n]] = 12 +- 1\n[[way]] ( ) up\n[[way]] (x) down", attributes: "points=6 scoring=parts")
    for (answer, score) in [
      ("who=a group;n=12;way=b", 6.0), ("who=groups;n=១៣;way=a", 3), ("n=15", 0), ("way=b", 2),
    ] {
      #expect(try points(item, answer) == score, "\(answer)")
    }
    var whole = item
    whole.scoring = .exact
    #expect(try points(whole, "who=a group;n=12;way=b") == 6)
    #expect(try points(whole, "who=groups;n=12;way=b") == 0)
    let typed = Response.blanks(["who": "a; b\\c", "n": "1"])
    #expect(typed.encoded == "n=1;who=a\\; b\\\\c")
    #expect(Response(encoded: typed.encoded, to: item) == typed)
  }

  @Test("A table of scores, statements, scales, essays and deeds")
  func others() throws {
    let table = try item(
      "@title Podium\n@score a,b,c = 2\n@score a,c,b = 1\nOrder.\n1. x\n2. y\n3. z",
      attributes: "points=2")
    #expect(table.title.en == "Podium" && table.scoring.rule == .table)
    for (answer, score) in [("a,b,c", 2.0), ("a,c,b", 1), ("c,b,a", 0)] {
      #expect(try points(table, answer) == score, "\(answer)")
    }
    let statement = try item("So?\n- ( ) yes\n- (x) no", attributes: "kind=true-false")
    #expect(
      statement.interaction.options.map(\.text) == [
        ChoiceInteraction.trueText, ChoiceInteraction.falseText,
      ])
    #expect(try points(statement, "b") == 1 && points(statement, "a") == 0)
    let scale = try item("I can.\n- ( ) no\n- ( ) yes", attributes: "kind=self-rating pool=survey")
    let rated = ResponseProcessing.score(scale, .choice(["b"]))
    #expect(rated.score == 0 && rated.maximum == 0 && rated.isAnswered && !rated.isCorrect)
    let essay = try item(
      "Write.\n> Thanks.", attributes: "kind=essay lines=3 words=200 rubric=plan")
    #expect(essay.interaction == .essay(EssayInteraction(lines: 3, mostWords: 200)))
    #expect(
      essay.rubric?.value == "plan" && essay.feedback.en == "Thanks." && essay.stem.en == "Write.")
    let written = ResponseProcessing.score(essay, .text("A plan."))
    #expect(written.isPending && written.score == 0 && written.maximum == 1 && !written.isCorrect)
    let deed = try item("Facilitate.", attributes: "kind=performance rubric=round")
    #expect(deed.interaction == .performance && Response(encoded: "x", to: deed) == nil)
  }

  @Test("Questions of other systems need no outcome and no level")
  func exchange() throws {
    let collector = DiagnosticCollector()
    let file = SourceFile(path: "b.md", text: "## q\nWhy?\n- (x) a\n- ( ) b\n\n## Bad id\nx\n")
    let bank = ItemReading.read(
      file, language: .english, requirements: .exchange, collector: collector)
    let item = try #require(bank.items.first)
    #expect(item.outcome.value.isEmpty && item.cognitive == nil)
    #expect(bank.questionCount == 2 && bank.unread.map(\.value) == ["Bad id"])
  }
}
