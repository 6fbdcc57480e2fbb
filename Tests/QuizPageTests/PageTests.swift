import Assessment
import LocalServer
import Testing
import Text

@testable import QuizPage

@Suite("The pages of a quiz in a browser")
struct PageTests {
  @Test("A test is walked from its notice to its end", arguments: Language.allCases)
  func walk(_ language: Language) throws {
    let tab = Tab(language: language, minutes: 45)
    try tab.open()
    #expect(tab.place == "")
    #expect(tab.html.contains(language == .english ? "NOTICE" : "ចំណាំ"))
    #expect(tab.html.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(tab.html.contains("Trial &amp; error") == (language == .english))
    try tab.press("start")
    #expect(tab.place == "q/1")
    try tab.press("next", [("c", "a")])
    #expect(tab.place == "q/2" && tab.html.contains("class=\"saved\""))
    try tab.press("back", [("c", "a"), ("c", "b"), ("mark", "1")])
    #expect(tab.place == "q/1" && tab.state.marked == ["several"])
    try tab.press("list", [("c", "a")])
    #expect(tab.place == "list" && tab.attempt.position == 12)
    #expect(tab.html.components("class=\"open\"") == 9)
    #expect(tab.html.components("class=\"marked\"") == 1)
    try tab.press("open:6")
    #expect(tab.place == "q/7" && tab.attempt.position == 6)
    try tab.press("list", [("m.a", "1"), ("m.b", ""), ("m.c", "")])
    #expect(
      tab.html.contains(
        (language == .english
          ? QuizPageMessages.listed(7, QuizPageMessages.partlyAnswered).en
          : QuizPageMessages.listed(7, QuizPageMessages.partlyAnswered).km)))
    try tab.press("questions")
    #expect(tab.place == "q/3")
    try tab.open("list")
    try tab.press("confirm")
    #expect(tab.place == "confirm" && !tab.attempt.isSubmitted)
    try tab.press("submit")
    #expect(tab.place == "done" && tab.attempt.isSubmitted)
    #expect(tab.state.ending == .submitted && !tab.state.isTimeOver)
    #expect(
      tab.page.answer(
        HTTPRequest("GET", tab.path, fields: ["host": "localhost:4000"]),
        tab.session, tab.state
      ).isLastPage)
    // Whatever is opened or sent afterwards shows the end and records nothing.
    let events = tab.events
    for path in ["", "q/1", "list", "confirm", "closed", "nothing"] {
      try tab.open(path)
      #expect(tab.place == "done" && tab.last.status == 200)
    }
    for button in ["submit", "terminal", "start"] {
      _ = try tab.follow(tab.request([("proof", tab.page.proof), ("do", button)]))
      #expect(tab.place == "done" && tab.state.ending == .submitted)
    }
    #expect(tab.events == events)
  }

  @Test("An attempt goes on where it is, and can be given back to the terminal from anywhere")
  func terminal() throws {
    let tab = Tab()
    try tab.session.apply(.moved(to: 3))
    try tab.open()
    #expect(tab.place == "q/4")
    try tab.open("q/6")
    try tab.press("terminal", [("t", "word")])
    #expect(tab.place == "closed" && tab.state.ending == .returned)
    #expect(tab.attempt.position == 5 && tab.attempt.responses["word"] == .text("word"))
    _ = try tab.follow(tab.request([("proof", tab.page.proof), ("do", "submit")]))
    #expect(tab.place == "closed" && !tab.attempt.isSubmitted)
    for path in ["", "list"] {
      let other = Tab()
      try other.open(path)
      try other.press("terminal")
      #expect(other.place == "closed" && other.state.ending == .returned)
    }
    // What cannot be understood is asked for before the page is left.
    let third = Tab()
    try third.open("q/4")
    try third.press("terminal", [("t", "x")])
    #expect(third.last.status == 422 && third.state.ending == nil)
  }

  @Test("When the time is over the test is handed in with what was saved")
  func timeOver() throws {
    let tab = Tab(minutes: 10, grace: 1)
    try tab.open("q/1")
    #expect(tab.html.contains("data-left=\"600.0\" data-grace=\"60\""))
    #expect(tab.html.contains(">Time left: 10 min</p>"))
    tab.clock.time = 301
    try tab.open("q/1")
    #expect(tab.html.contains(">The time is nearly over: 5 min left."))
    tab.clock.time = 630
    try tab.press("next", [("c", "a")])
    #expect(tab.attempt.responses.count == 1)
    tab.clock.time = 660
    try tab.press("next", [("c", "b")])
    #expect(tab.place == "done" && tab.attempt.isSubmitted)
    #expect(tab.attempt.responses.count == 1)
    #expect(tab.events.last == .submitted)
    #expect(tab.html.contains(QuizPageMessages.timeOver.en))
    // Without a limit nothing is said of time.
    let other = Tab()
    try other.open("q/1")
    #expect(!other.html.contains("id=\"time\"") && !other.html.contains("id=\"notice\""))
  }

  @Test("Where the clock waits, it begins with the first question that is shown")
  func waitingClock() throws {
    let tab = Tab(minutes: 10)
    tab.state.clockWaits = true
    tab.clock.time = 700
    for path in ["", "list", "confirm", "nothing"] {
      try tab.open(path)
      #expect(!tab.html.contains("id=\"time\"") && !tab.attempt.isSubmitted)
      #expect(tab.state.clockWaits)
    }
    tab.clock.time = 0
    try tab.open()
    #expect(tab.html.contains("You have 10 minutes."))
    try tab.press("start")
    #expect(tab.html.contains("id=\"time\"") && !tab.state.clockWaits)
    try tab.open()
    #expect(tab.html.contains("id=\"time\"") && !tab.state.clockWaits)
    // A form of a question shows the question too, where something in it has to be corrected.
    let other = Tab(minutes: 10)
    other.state.clockWaits = true
    let fields = [("proof", other.page.proof), ("item", "number"), ("t", "x"), ("do", "next")]
    try other.send(other.request(fields))
    #expect(other.last.status == 422 && !other.state.clockWaits)
  }

  @Test("No page of a test holds a key, a weight or feedback", arguments: Language.allCases)
  func noKeys(_ language: Language) throws {
    let tab = Tab(language: language)
    var all = ""
    for number in 1...12 {
      try tab.open("q/\(number)")
      all += tab.html
      try tab.press(number == 8 ? "shown" : "save", Self.answers[number - 1])
      all += tab.html
      try tab.open("q/\(number)?checked")
      all += tab.html
    }
    try tab.open("list")
    all += tab.html
    try tab.press("confirm")
    all += tab.html
    try tab.press("submit")
    all += tab.html
    #expect(tab.attempt.responses.count == 11)
    for secret in [
      "SECRET", "WHOLE", "អាថ៌កំបាំង", "ទាំងមូល", "4711", "4712", "keyword", "blankword",
      "class=\"result\"", "✓ Right", "✗", "id=\"score\"", "feedback", "correct",
    ] {
      #expect(!all.contains(secret), "\(secret)")
    }
  }

  static let answers: [[(String, String)]] = [
    [("c", "c")], [("c", "a")], [("c", "a")], [("t", "5")], [("t", "12")], [("t", "w")],
    [("m.a", "1"), ("m.b", "2"), ("m.c", "3")], [],
    [("b.a", "w"), ("b.b", "1"), ("b.c", "a")], [("c", "a")], [("t", "words")], [],
  ]

  @Test("Practice says at once how good an answer is, and the score at the end")
  func practice() throws {
    let tab = Tab([PageSamples.single, PageSamples.essay, PageSamples.scale], practice: true)
    try tab.open("q/1")
    #expect(!tab.html.contains("SECRET") && !tab.html.contains("WHOLE"))
    #expect(tab.html.contains("value=\"check\" class=\"chief\""))
    try tab.press("next", [("c", "a")])
    #expect(tab.place == "q/1")
    #expect(tab.html.contains("✗ Not right yet.") && tab.html.contains("SECRET-a"))
    #expect(tab.html.contains("WHOLE-single") && !tab.html.contains("SECRET-c"))
    #expect(tab.html.contains("id=\"result\" tabindex=\"-1\" autofocus=\"\""))
    #expect(tab.html.components("autofocus") == 1)
    try tab.press("check", [("c", "c")])
    #expect(tab.html.contains("✓ Right.") && tab.html.contains("value=\"next\" class=\"chief\""))
    try tab.press("next", [("c", "c")])
    #expect(tab.place == "q/2")
    try tab.press("check", [("t", "words")])
    #expect(tab.html.contains(QuizPageMessages.forTrainer.en))
    try tab.press("next", [("t", "words")])
    try tab.press("next", [("c", "b")])
    #expect(tab.html.contains(QuizPageMessages.opinion.en))
    try tab.open("list")
    try tab.press("confirm")
    try tab.press("submit")
    #expect(tab.html.contains("Score: 1 of 1 points (100 %)."))
    #expect(tab.html.contains(QuizPageMessages.pending(1).en))
  }

  @Test("What authors write is shown and never run, and leads nowhere")
  func authored() throws {
    let stem = LocalizedText(
      en: "[link](https://example.org/a) ![map](map.png)\n\n<script>x()</script>", km: "")
    let tab = Tab(
      [PageSamples.item("x", .text(TextInteraction(accepted: ["y"])), stem: stem)],
      language: .khmer)
    try tab.open("q/1")
    #expect(!tab.html.contains("<script>x") && !tab.html.contains("example.org"))
    #expect(!tab.html.contains("<img") && tab.html.contains("map"))
    // The other language stands in for what is missing, and says so.
    #expect(tab.html.contains("<div lang=\"en\"><p>"))
    #expect(tab.html.components("<script") == 1)
  }

  @Test("Every page is named, has one heading and one place to begin, and large print where asked")
  func shape() throws {
    for isLarge in [false, true] {
      let tab = Tab(large: isLarge)
      for path in ["", "list", "confirm"] + (1...12).map({ "q/\($0)" }) {
        try tab.open(path)
        #expect(tab.html.contains("<html lang=\"en\" class=\"large\">") == isLarge)
        #expect(tab.html.components("<h1") == 1)
        #expect(tab.html.components("autofocus") == 1)
        #expect(tab.html.contains("Trial &amp; error</title>"))
        #expect(!tab.html.contains("style=") && !tab.html.contains("onclick"))
      }
    }
  }
}
