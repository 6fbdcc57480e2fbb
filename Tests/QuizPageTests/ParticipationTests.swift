import Assessment
import LocalServer
import Testing
import Text

@testable import QuizPage

@Suite("The notice in the browser")
struct ParticipationTests {
  @Test("is answered before anything else is shown or taken", arguments: Language.allCases)
  func asked(_ language: Language) throws {
    let notice = ParticipationNotice.current
    for (button, included) in [("agree", true), ("decline", false)] {
      let tab = Tab(language: language, minutes: 45, participation: notice)
      for path in ["q/1", "list", "confirm", "q/3"] {
        try tab.open(path)
        #expect(tab.place == "")
      }
      // Who sits down has to see it before the first question.
      #expect(tab.html.contains(language == .english ? "NOTICE" : "ចំណាំ"))
      if language == .english {
        for paragraph in notice.paragraphs { #expect(tab.html.contains(paragraph.en)) }
      }
      #expect(!tab.html.contains("value=\"start\""))
      for other in ["start", "open:2", "submit", "questions", "confirm"] {
        let answer = try tab.follow(tab.request([("proof", tab.page.proof), ("do", other)]))
        #expect(answer.status == 400)
      }
      let forged = try tab.follow(tab.request([("proof", "x"), ("do", button)]))
      #expect(forged.status == 403)
      #expect(tab.decisions.isEmpty && tab.events.isEmpty)
      try tab.open()
      try tab.press(button)
      #expect(tab.place == "q/1")
      #expect(tab.decisions == [included])
      _ = try tab.follow(tab.request([("proof", tab.page.proof), ("do", "agree")]))
      #expect(tab.decisions == [included] && tab.place == "q/1")
    }
  }

  @Test("asks nothing where it was answered before")
  func answered() throws {
    let tab = Tab()
    try tab.open()
    #expect(tab.html.contains("NOTICE") && !tab.html.contains("value=\"agree\""))
    try tab.press("start")
    #expect(tab.place == "q/1" && tab.decisions.isEmpty)
  }
}
