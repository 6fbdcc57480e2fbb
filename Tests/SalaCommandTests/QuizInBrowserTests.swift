import Assessment
import Glibc
import QuizPage
import Source
import Terminal
import Testing
import Text

@testable import SalaCommand

@Suite("A quiz that goes on in a browser")
struct QuizInBrowserTests {
  /// What was written to the two streams.
  private final class Written {
    var output = ""
    var errors = ""
  }

  private func session() -> QuizSession<Never> {
    let item = Item(
      id: "one", outcome: Located("A-1", at: SourceLocation(file: "")), cognitive: .apply,
      stem: LocalizedText(en: "What?", km: "អ្វី?"),
      interaction: .text(TextInteraction(accepted: ["x"])))
    let form = TestForm(
      id: "f", title: LocalizedText(en: "Trial", km: "សាកល្បង"), items: [item], anchors: [],
      minutes: 5, masteryPercent: 70)
    return QuizSession(
      form: form, language: .khmer, optionSeed: "", showsFeedback: false, clock: { 0 },
      record: { _, _ in })
  }

  @Test(
    "The address stands alone on the first line, and a key comes back", arguments: Language.allCases
  )
  func key(_ language: Language) {
    let written = Written()
    let console = Console(
      write: { written.output += $0 }, writeError: { written.errors += $0 }, readLine: { nil },
      environment: ["DISPLAY": ":0", "BROWSER": "/nowhere/at/all"], now: { 0 }, random: { 7 })
    // It can always be read.
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    var presses = 0
    func isPressed() -> Bool {
      presses += 1
      return presses == 2
    }
    let key = QuizInBrowser.Key(
      words: LocalizedText(en: "PRESS", km: "ចុច"), descriptor: descriptor, isPressed: isPressed)
    var session = session()
    var marked: Set<String> = ["one"]
    let ending = QuizInBrowser(language: language).run(
      &session, marked: &marked, key: key, stopsAtInterrupt: false, console: console)
    #expect(ending == .returned && presses == 2 && marked == ["one"])
    #expect(written.output.utf8.starts(with: "http://127.0.0.1:".utf8))
    #expect(written.output.utf8.suffix(2).elementsEqual("/\n".utf8))
    #expect(written.output.utf8.count { $0 == 0x0A } == 1)
    let words = [QuizInBrowserWords.open, key.words, QuizInBrowserWords.returned]
    #expect(written.errors == words.map { $0[language] + "\n" }.joined())
  }

  @Test("A terminal that is gone ends the page at once")
  func gone() {
    let console = Console(
      write: { _ in }, writeError: { _ in }, readLine: { nil }, now: { 0 }, random: { 7 })
    let key = QuizInBrowser.Key(
      words: LocalizedText(same: ""), descriptor: -1, isPressed: { false }, isGone: { true })
    var session = session()
    var marked: Set<String> = []
    let ending = QuizInBrowser(language: .english).run(
      &session, marked: &marked, key: key, stopsAtInterrupt: false, console: console)
    #expect(ending == .returned && !session.attempt.isSubmitted)
  }
}
