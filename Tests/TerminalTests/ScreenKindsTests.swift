import Assessment
import Source
import Testing
import Text

@testable import Terminal

@Suite("Every kind of question on the whole screen")
struct ScreenKindsTests {
  static func texts(_ screen: String, from: Int = 1) -> String {
    screen.split(separator: "\n").dropFirst(from).joined(separator: "\n")
  }

  @Test("Pairs are joined by a letter and a number, as on paper, or with arrows")
  func match() {
    let play = Play([KindsTests.match], seed: "")
    let targets = OptionOrder.targets(of: KindsTests.match, seed: "").map(\.id)
    play.press("b2")
    #expect(play.cursorRow == "> [|2] b) Clerk")
    #expect(
      play.events == [
        .answered(item: "m", response: .pairs(["b": targets[1]])), .moved(to: 0),
      ])
    play.press(.up, .right)
    #expect(play.cursorRow == "> [|1] a) Council")
    play.press(.left)
    #expect(play.cursorRow == "> [| ] a) Council")
    play.press("ក៣", "ga")
    #expect(play.text.contains("> [3] a) Council\n  [2] b) Clerk\n  [ ] c) Citizens\n      1 = "))
    play.press(.enter)
    #expect(play.text.contains("Saved so far: a3 b2. Still open: c."))
    #expect(play.quiz.attempt.position == 0)
    play.press("c1", .backspace)
    #expect(play.quiz.attempt.responses["m"] == .pairs(["a": targets[2], "b": targets[1]]))
    play.press("1", .enter)
    #expect(
      play.quiz.attempt.responses["m"]
        == .pairs(["a": targets[2], "b": targets[1], "c": targets[0]]))
    #expect(play.text.hasPrefix("Answered: 1/1."))
  }

  @Test("Eleven targets: digits in a row name those beyond nine")
  func manyTargets() {
    let item = Sample.item(
      "m",
      .match(
        MatchInteraction(
          sources: [.init(id: "a", text: LocalizedText(same: "S"), target: "1")],
          targets: (1...11).map { .init(id: "\($0)", text: LocalizedText(same: "T\($0)")) })))
    let targets = OptionOrder.targets(of: item, seed: "").map(\.id)
    let play = Play([item])
    play.press("11")
    #expect(play.quiz.attempt.responses["m"] == .pairs(["a": targets[10]]))
    play.press("5")
    #expect(play.quiz.attempt.responses["m"] == .pairs(["a": targets[4]]))
  }

  @Test("An order is the letters one after another; half of one is no answer")
  func order() {
    let shown = OptionOrder.options(of: KindsTests.order, seed: "").map(\.id)
    let play = Play([KindsTests.order])
    play.press("c")
    #expect(play.events.isEmpty && play.text.contains("1 of 3 are in order"))
    play.press("ក", .down, " ")
    #expect(play.text.contains("  [2] a) ") && play.text.contains("> [3] b) "))
    let whole = Response.order([shown[2], shown[0], shown[1]])
    #expect(play.events == [.answered(item: "o", response: whole), .moved(to: 0)])
    #expect(play.press(.backspace).first == .record(.answered(item: "o", response: .order([]))))
    #expect(play.quiz.attempt.responses.isEmpty)
    play.press(.enter)
    #expect(play.text.contains("2 of 3 are in order") && play.quiz.attempt.position == 0)
    play.press("b", .enter)
    #expect(play.quiz.attempt.responses["o"] == whole && play.quiz.attempt.position == 1)
  }

  @Test("Blanks are typed and chosen one after another; any sign may stand in a text")
  func blanks() {
    let play = Play([KindsTests.blanks])
    #expect(play.text.contains("Of (a) ____ and (b) ____ it was (c) ____."))
    play.press("x;y\\=z", .enter)
    #expect(play.cursorRow == "  b: |________" || play.cursorRow == "> b: |________")
    #expect(play.quiz.attempt.responses["b"] == .blanks(["a": "x;y\\=z"]))
    play.press("១៥ km", .tab, "2")
    #expect(play.text.contains("> [2] c: full\n      1 = half\n      2 = full"))
    #expect(
      play.quiz.attempt.responses["b"] == .blanks(["a": "x;y\\=z", "b": "15", "c": "b"]))
    play.press(.right)
    #expect(play.quiz.attempt.responses["b"] == .blanks(["a": "x;y\\=z", "b": "15"]))
    play.press(.enter)
    #expect(play.text.contains("Still open: c."))
    play.press(.enter)
    #expect(play.quiz.attempt.position == 1)
    // A number that is none says in which blank.
    play.press("1", .enter, .down, .control("u"), "many", .tab)
    play.press(.enter)
    #expect(play.text.contains("Blank b: Type a number"))
  }

  @Test("One blank takes a text with any name before a sign")
  func oneBlank() {
    var item = Sample.item(
      "b",
      .blanks(
        BlanksInteraction(blanks: [.init(id: "a", entry: .text(TextInteraction(accepted: ["x"])))]))
    )
    item.stem = LocalizedText(same: "It is [[a]].")
    let play = Play([item])
    play.press("a=b;c", .enter)
    #expect(play.quiz.attempt.responses["b"] == .blanks(["a": "a=b;c"]))
  }

  @Test("An essay has lines; Tab goes on, and too many words are said")
  func essay() {
    let item = Sample.item("e", .essay(EssayInteraction(lines: 3, mostWords: 3)))
    let play = Play([item])
    play.press("one two", .enter, "three four", .up, .home, "x", .tab)
    #expect(play.quiz.attempt.responses["e"] == .text("xone two\nthree four"))
    #expect(play.text.contains("Your text has 4 words; at most 3 are asked for."))
    #expect(play.text.contains("[x]  1. a text of 4 words"))
    play.press("1", .enter)
    #expect(play.text.contains("> xone two\n  three four"))
  }

  @Test("A scale is numbered; what a trainer observes asks nothing")
  func rest() {
    let play = Play(Array(KindsTests.all.dropFirst(3)))
    play.press("2", .enter)
    #expect(play.quiz.attempt.responses["r"] == .choice(["b"]))
    play.press(.tab, .tab)
    #expect(play.text.contains("A trainer observes this"))
    #expect(play.press(.enter) == [.record(.moved(to: 3))])
    #expect(play.text.contains("  [-]  3. observed by a trainer"))
  }

  @Test("An answer to another kind, from a form that changed, does no harm")
  func foreign() {
    for item in Sample.items + KindsTests.all {
      for response: Response in [.pairs(["z": "9"]), .order(["q"]), .text("x"), .choice(["z"])] {
        let start = Sample.start([item]).after([
          .answered(item: item.id, response: response), .moved(to: 0),
        ])
        let play = Play([item], from: start)
        play.press(.down, .enter, .enter)
        #expect(play.quiz.screen().rows.count == 24)
      }
    }
  }
}
