import Testing
import Text

@testable import Terminal

@Suite("The console")
struct ConsoleTests {
  @Test("The result and the notes go to streams of their own")
  func streams() {
    let room = Room([])
    let console = room.console()
    console.line("result")
    console.line()
    console.note("note")
    #expect(room.moments == [.written("result\n"), .written("\n"), .written("error: note\n")])
    #expect(console.random() == 4 && console.now() == 0)
    #expect(!console.isInteractive && !console.showsProgress && console.width == 80)
  }

  @Test(
    "The language asked for comes first, then Sala's variable, then the locale",
    arguments: [
      (.khmer, ["SALA_LANGUAGE": "en"], .khmer),
      (nil, ["SALA_LANGUAGE": "km", "LANG": "en"], .khmer),
      (nil, ["LANG": "km_KH.UTF-8"], .khmer),
      (nil, ["LC_ALL": "en_US", "LANG": "km_KH"], .english),
      (nil, ["LC_MESSAGES": "km_KH"], .khmer), (nil, ["LC_ALL": "", "LANG": "km"], .khmer),
      (nil, ["SALA_LANGUAGE": "fr", "LANG": "km"], .english), (nil, [:], .english),
    ] as [(Language?, [String: String], Language)])
  func language(_ asked: Language?, _ environment: [String: String], _ spoken: Language) {
    #expect(Room([]).console(environment: environment).language(asked) == spoken)
  }

  @Test(
    "Control characters and what keys send besides letters are taken out",
    arguments: [
      ("b", "b"), ("  b\t", "b"), ("\u{1B}[Ab", "b"), ("a\u{1B}[1;5Cb", "ab"), ("\u{1B}OAb", "b"),
      ("\u{1B}OP", ""), ("a\u{1B}xb", "ab"), ("\u{1B}[200~ក ខ\u{1B}[201~", "ក ខ"), ("\u{1B}", ""),
      ("a\u{7}\u{0}b", "ab"), ("\u{1B}]0;title\u{7}b", "b"), ("\u{1B}]0;title\u{1B}\\b", "b"),
      ("\u{9B}Ab", "b"), ("\u{A0}b\u{3000}", "b"), ("ក\u{200B}ខ", "ក\u{200B}ខ"),
      ("\u{1B}\u{1B}[Ab", "b"), ("\u{1B}[", ""), ("\u{FEFF}b", "b"),
    ])
  func controls(_ typed: String, _ kept: String) {
    #expect(Console.withoutControls(typed) == kept)
  }

  @Test("The program's own console writes, tells the time and draws chance")
  func process() {
    let console = Console.process(environment: ["TERM": "dumb", "COLUMNS": "72"])
    console.write("")
    console.writeError("")
    #expect(console.environment["COLUMNS"] == "72")
    #expect(console.width > 0)
    #expect(!console.showsProgress, "never on a dumb terminal")
    // 1 January 2020; a clock before that is not a clock.
    #expect(console.now() > 1_577_836_800)
    #expect(Set((0..<8).map { _ in console.random() }).count > 1)
    #expect((StandardStream.columns() ?? 1) > 0)
  }

  @Test("A text goes to a stream whole")
  func write() async {
    await #expect(processExitsWith: .success) {
      StandardStream.write("សាលា", to: 2)
    }
  }

  @Test("A stream that cannot be written to ends the program as a failure")
  func closed() async {
    await #expect(processExitsWith: .exitCode(2)) {
      StandardStream.write("text", to: 9_999)
    }
  }

  @Test("Every message is written in both languages")
  func messages() {
    let all = [
      QuizMessages.howTo, QuizMessages.chooseSeveral, QuizMessages.prompt,
      QuizMessages.reviewPrompt, QuizMessages.saved, QuizMessages.right, QuizMessages.wrong,
      QuizMessages.unanswered, QuizMessages.notHandedIn, QuizMessages.timeOver,
      QuizMessages.confirm(unanswered: 0), QuizMessages.confirm(unanswered: 2),
      QuizMessages.noSuchQuestion(3), QuizMessages.resumed(1),
      QuizMessages.heading(1, of: 2, minutesLeft: nil),
    ]
    #expect(all.allSatisfy { $0.isComplete })
    #expect(QuizMessages.confirm(unanswered: 12).km.contains("១២"))
  }
}
