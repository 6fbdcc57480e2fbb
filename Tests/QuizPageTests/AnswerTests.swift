import Assessment
import LocalServer
import Testing
import Text

@testable import QuizPage

@Suite("Answers given in a browser")
struct AnswerTests {
  /// Opens the question of an item alone, answers it and returns what was recorded.
  private func answer(
    _ item: Item, _ fields: [(String, String)], _ button: String = "next",
    language: Language = .english
  ) throws -> (tab: Tab, response: Response?) {
    let tab = Tab([item], language: language)
    try tab.open("q/1")
    try tab.press(button, fields)
    return (tab, tab.attempt.responses[item.id])
  }

  @Test("Every kind of question is answered by its fields")
  func kinds() throws {
    #expect(try answer(PageSamples.single, [("c", "b")]).response == .choice(["b"]))
    #expect(
      try answer(PageSamples.several, [("c", "d"), ("c", "a")]).response == .choice(["a", "d"]))
    #expect(try answer(PageSamples.truth, [("c", "a")]).response == .choice(["a"]))
    #expect(try answer(PageSamples.number, [("t", " ១,៥ km ")]).response == .number(1500))
    #expect(try answer(PageSamples.plain, [("t", "12.5")]).response == .number(12.5))
    #expect(try answer(PageSamples.word, [("t", "  a\u{7} ពាក្យ ")]).response == .text("a ពាក្យ"))
    #expect(
      try answer(PageSamples.pairs, [("m.a", "2"), ("m.b", ""), ("m.c", "2")]).response
        == .pairs(["a": "2", "c": "2"]))
    #expect(
      try answer(PageSamples.blanks, [("b.a", "x; y"), ("b.b", "២"), ("b.c", "b")]).response
        == .blanks(["a": "x; y", "b": "2", "c": "b"]))
    #expect(try answer(PageSamples.scale, [("c", "e")]).response == .choice(["e"]))
    #expect(
      try answer(PageSamples.essay, [("t", "\r\none\r\n\r\ntwo\t3\r\n")]).response
        == .text("one\n\ntwo 3"))
    let deed = try answer(PageSamples.deed, [])
    #expect(deed.response == nil)
    #expect(deed.tab.events == [.moved(to: 1)])
  }

  @Test("What was answered stands in the fields when the question is opened again")
  func shownAgain() throws {
    let tab = Tab()
    func reopened(_ number: Int, _ fields: [(String, String)]) throws -> String {
      try tab.open("q/\(number)")
      try tab.press("save", fields)
      try tab.open("q/\(number)")
      return tab.html
    }
    #expect(try reopened(1, [("c", "c")]).contains("value=\"c\" checked=\"\""))
    #expect(try reopened(4, [("t", "2 km")]).contains("value=\"2000 m\""))
    #expect(try reopened(6, [("t", "a\"<b>")]).contains("value=\"a&quot;&lt;b&gt;\""))
    #expect(
      try reopened(7, [("m.a", "3"), ("m.b", ""), ("m.c", "")])
        .contains("<option value=\"3\" selected=\"\">"))
    let blanks = try reopened(9, [("b.a", "w"), ("b.b", "7"), ("b.c", "a")])
    #expect(blanks.contains("value=\"w\"") && blanks.contains("value=\"7\""))
    #expect(blanks.contains("<option value=\"a\" selected=\"\">"))
    #expect(try reopened(11, [("t", "one\r\n<two>")]).contains(">\none\n&lt;two&gt;</textarea>"))
    // Nothing is recorded twice by looking at it.
    let count = tab.events.count
    try tab.open("q/4")
    try tab.press("save", [("t", "2000 m")])
    #expect(tab.attempt.responses["number"] == .number(2000))
    let answers = tab.events.dropFirst(count).filter {
      if case .answered = $0 { true } else { false }
    }
    #expect(answers.isEmpty)
  }

  @Test("An order is an answer once it is moved or taken as shown")
  func order() throws {
    let item = PageSamples.order
    let shown = OptionOrder.options(of: item, seed: "seed").map(\.id)
    let untouched = try answer(item, [])
    #expect(untouched.response == nil)
    let taken = try answer(item, [], "shown")
    #expect(taken.response == .order(shown))
    let (tab, moved) = try answer(item, [], "up:\(shown[2])")
    #expect(moved == .order([shown[0], shown[2], shown[1], shown[3]]))
    #expect(tab.html.contains("Now line 2 of 4."))
    #expect(tab.html.components("autofocus") == 1)
    #expect(tab.html.contains("value=\"up:\(shown[2])\" aria-labelledby"))
    // At an end a line stays, and the order counts all the same.
    try tab.press("down:\(shown[3])")
    #expect(tab.attempt.responses[item.id] == moved)
    try tab.press("next")
    try tab.open("q/1")
    #expect(tab.html.contains("The order shown is your answer."))
    try tab.press("clear")
    #expect(tab.attempt.responses[item.id] == nil)
    #expect(tab.html.contains("The order shown is my answer"))
  }

  @Test("What is no number is shown with what to do, and nothing is recorded")
  func problems() throws {
    for (item, field) in [(PageSamples.number, "t"), (PageSamples.blanks, "b.b")] {
      let tab = Tab([item])
      try tab.open("q/1")
      let others = field == "t" ? [] : [("b.a", "kept"), ("b.c", "c")]
      try tab.press("back", others + [(field, "<many>")])
      #expect(tab.last.status == 422)
      #expect(tab.events.isEmpty)
      #expect(tab.html.contains("<title>Error: Question 1 of 1"))
      #expect(tab.html.contains("value=\"&lt;many&gt;\""))
      #expect(tab.html.contains("aria-invalid=\"true\""))
      #expect(tab.html.contains("role=\"alert\" tabindex=\"-1\" autofocus"))
      #expect(tab.html.components("autofocus") == 1)
      let id = field == "t" ? "f-t" : "f-b_2eb"
      #expect(tab.html.contains("href=\"#\(id)\"") && tab.html.contains("id=\"\(id)\""))
      #expect(tab.html.contains("aria-describedby=\"e-\(id)"))
      if field != "t" {
        #expect(tab.html.contains("value=\"kept\""))
        #expect(tab.html.contains("<option value=\"c\" selected=\"\">"))
      }
      // The page that says so is a form that can be sent again.
      try tab.press("next", others + [(field, "5")])
      #expect(tab.attempt.responses[item.id] != nil)
    }
  }

  @Test("A text that is too long is refused with what to do, and an essay may be long")
  func tooLong() throws {
    let long = String(repeating: "ក", count: 256)
    let (tab, response) = try answer(PageSamples.word, [("t", long)], language: .khmer)
    #expect(response == nil && tab.last.status == 422)
    #expect(tab.html.contains("២៥៥"))
    let essay = String(repeating: "ក", count: 20_000)
    #expect(try answer(PageSamples.essay, [("t", essay)]).response == .text(essay))
    #expect(try answer(PageSamples.essay, [("t", essay + "ខ")]).tab.last.status == 422)
  }

  @Test("An answer is taken back by its button, and a text by emptying its field")
  func takenBack() throws {
    let tab = Tab()
    try tab.open("q/1")
    try tab.press("save", [("c", "a")])
    try tab.press("clear", [("c", "a")])
    #expect(tab.attempt.responses.isEmpty)
    #expect(tab.html.contains("The answer is taken back."))
    try tab.open("q/6")
    try tab.press("save", [("t", "word")])
    try tab.press("save", [("t", "  ")])
    #expect(tab.attempt.responses.isEmpty)
    try tab.open("q/4")
    try tab.press("save", [("t", "5")])
    try tab.press("clear", [("t", "rubbish")])
    #expect(tab.attempt.responses.isEmpty && tab.last.status == 200)
  }

  @Test("A form sent twice changes nothing the second time")
  func twice() throws {
    let tab = Tab()
    try tab.open("q/1")
    let form = tab.request(tab.hidden + [("c", "b"), ("do", "next")])
    _ = try tab.follow(form)
    let after = tab.attempt
    let events = tab.events
    _ = try tab.follow(form)
    #expect(tab.attempt == after && tab.events == events)
  }

  @Test("A form that lay open records to its own question, and only what was changed in it")
  func stale() throws {
    let tab = Tab()
    try tab.open("q/1")
    let first = tab.hidden
    try tab.press("next", [("c", "b")])
    try tab.press("next", [("c", "a")])
    #expect(tab.place == "q/3")
    // It was written before anything was answered: an empty form takes nothing back.
    _ = try tab.follow(tab.request(first + [("do", "next")]))
    #expect(tab.attempt.responses["single"] == .choice(["b"]))
    _ = try tab.follow(tab.request(first + [("c", "d"), ("do", "next")]))
    #expect(tab.attempt.responses["single"] == .choice(["d"]))
    #expect(tab.attempt.responses["several"] == .choice(["a"]))
    #expect(tab.place == "q/2")
  }

  @Test("What no page of ours sends is refused, and changes nothing")
  func hostile() throws {
    let wrong: [(Int, [(String, String)])] = [
      (1, [("c", "z")]), (1, [("c", "a"), ("c", "b")]), (1, [("c", "a"), ("c", "a")]),
      (1, [("c", "")]), (2, [("c", "a"), ("c", "a,b")]), (4, []), (4, [("t", "1"), ("t", "2")]),
      (6, []), (7, [("m.a", "1")]), (7, [("m.a", "9"), ("m.b", ""), ("m.c", "")]),
      (7, [("m.a", "1"), ("m.a", "2"), ("m.b", ""), ("m.c", "")]), (8, [("o", "a")]),
      (9, [("b.a", ""), ("b.b", "")]), (9, [("b.a", ""), ("b.b", ""), ("b.c", "zz")]),
      (10, [("c", "a"), ("c", "b")]), (11, []), (1, [("item", "two")]), (1, [("do", "next")]),
      (1, [("proof", "fedcba9876543210")]),
    ]
    for (number, fields) in wrong {
      let tab = Tab()
      try tab.open("q/\(number)")
      try tab.press("next", fields)
      #expect(tab.last.status == 400, "\(number) \(fields)")
      #expect(tab.events.isEmpty)
    }
    for button in [
      "", "nothing", "up:a", "down:", "open:12", "open:-1", "open:99999999999999999999", "next:1",
      "submit:",
    ] {
      let tab = Tab()
      try tab.open("q/1")
      try tab.press(button, [("c", "a")])
      #expect(tab.last.status == 400, "\(button)")
      #expect(tab.events.isEmpty && tab.state.ending == nil)
    }
    let tab = Tab()
    try tab.open("q/8")
    try tab.press("up:z")
    #expect(tab.last.status == 400)
    try tab.open("q/8")
    let order = tab.hidden.filter { $0.0 != "o" } + ["a", "a", "b", "c"].map { ("o", $0) }
    #expect(try tab.follow(tab.request(order + [("do", "up:a")])).status == 400)
    #expect(tab.events.isEmpty)
    // An unknown question, and a question's button without its question.
    for fields in [[("item", "nope")], []] {
      _ = try tab.follow(
        tab.request([("proof", tab.page.proof)] + fields + [("c", "a"), ("do", "next")]))
      #expect(tab.last.status == 400 && tab.events.isEmpty)
    }
  }
}

extension String {
  /// How often a text stands in this one.
  func components(_ text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
