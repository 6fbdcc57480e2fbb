import Source
import Testing
import Text

@testable import Assessment

/// One line of the scoring table.
struct ScoringCase: CustomTestStringConvertible, Sendable {
  let interaction: Interaction
  let points: Double
  let answer: String?
  let score: Double
  let isAnswered: Bool

  init(
    _ interaction: Interaction, points: Double = 1, _ answer: String?, _ score: Double,
    isAnswered: Bool = true
  ) {
    self.interaction = interaction
    self.points = points
    self.answer = answer
    self.score = score
    self.isAnswered = isAnswered
  }

  var testDescription: String { "\(answer ?? "nothing") scores \(score) of \(points)" }

  static let table: [ScoringCase] = [
    // One right answer out of three.
    .init(Samples.choice(" x "), "b", 1), .init(Samples.choice(" x "), "a", 0),
    .init(Samples.choice(" x "), "B", 1), .init(Samples.choice(" x "), points: 3, "b", 3),
    .init(Samples.choice(" x "), "", 0, isAnswered: false),
    .init(Samples.choice(" x "), nil, 0, isAnswered: false),
    // Several: exactly the key, in any order; no part marks.
    .init(Samples.choice("x x", isMultiple: true), "a,c", 1),
    .init(Samples.choice("x x", isMultiple: true), "c,a", 1),
    .init(Samples.choice("x x", isMultiple: true), points: 2, "a", 0),
    .init(Samples.choice("x x", isMultiple: true), "a,b,c", 0),
    .init(Samples.choice("x x", isMultiple: true), "b", 0),
    .init(Samples.choice("   ", isMultiple: true), "", 0, isAnswered: false),
    // Numbers, bounds included.
    .init(Samples.numeric(12, 0.5), "12", 1), .init(Samples.numeric(12, 0.5), "12.5", 1),
    .init(Samples.numeric(12, 0.5), "11.5", 1), .init(Samples.numeric(12, 0.5), "12.51", 0),
    .init(Samples.numeric(12, 0.5), "១២,៥", 1), .init(Samples.numeric(0.3), "0.3", 1),
    .init(Samples.numeric(1200), "1,200", 1), .init(Samples.numeric(1200), "១ ២០០", 1),
    .init(Samples.numeric(-4), "-4", 1), .init(Samples.numeric(-4), "4", 0),
    .init(Samples.numeric(0), "0", 1), .init(Samples.numeric(0.3, 0.1), "0.4", 1),
    // Texts in either script of digits, any case, any spaces.
    .init(Samples.text("Form 7", "ទម្រង់ ៧"), " form  7 ", 1),
    .init(Samples.text("Form 7", "ទម្រង់ ៧"), "ទម្រង់ 7", 1),
    .init(Samples.text("Form 7", "ទម្រង់ ៧"), "ទម្រង់\u{200B} ៧", 1),
    .init(Samples.text("Form 7", "ទម្រង់ ៧"), "form", 0),
    .init(Samples.text("x"), " \u{200B} ", 0, isAnswered: false),
    .init(Samples.text("caf\u{E9}"), "CAFE\u{301}", 1),
  ]
}

@Suite("Scoring")
struct ScoringTests {
  @Test("The table computed by hand", arguments: ScoringCase.table)
  func score(_ line: ScoringCase) throws {
    let item = Samples.item("i", points: line.points, line.interaction)
    let response = try line.answer.map { try #require(Response(encoded: $0, to: item)) }
    let outcome = ResponseProcessing.score(item, response)
    #expect(outcome.score == line.score)
    #expect(outcome.maximum == line.points)
    #expect(outcome.isAnswered == line.isAnswered)
    #expect(outcome.isCorrect == (line.score == line.points))
    #expect(outcome.item == "i" && outcome.keyVersion == item.keyVersion)
  }

  @Test("An answer of the wrong kind is wrong, not a trap")
  func wrongKind() {
    let choice = Samples.item("c", Samples.choice("x "))
    #expect(ResponseProcessing.score(choice, .number(1)).score == 0)
    #expect(ResponseProcessing.score(choice, .text("a")).score == 0)
    let numeric = Samples.item("n", Samples.numeric(1))
    #expect(ResponseProcessing.score(numeric, .text("1")).score == 0)
    #expect(ResponseProcessing.score(numeric, .choice(["a"])).score == 0)
    #expect(ResponseProcessing.score(numeric, .number(.nan)).score == 0)
    #expect(ResponseProcessing.score(numeric, .number(.infinity)).score == 0)
  }

  @Test("Feedback is that of each chosen option, then the item's, without empty ones")
  func feedback() {
    var item = Samples.item("i", Samples.choice("x x", isMultiple: true))
    item.feedback = LocalizedText(en: "In short", km: "សរុប")
    let said = ResponseProcessing.feedback(item, .chosen(["c", "a"]))
    #expect(said.map(\.en) == ["Because a", "Because c", "In short"])
    #expect(ResponseProcessing.feedback(item, nil).map(\.en) == ["In short"])
    item.feedback = LocalizedText(same: "")
    #expect(ResponseProcessing.feedback(item, .text("x")) == [])
  }

  @Test("The key version follows the key and the points, and nothing else")
  func keyVersion() {
    var item = Samples.item("i", Samples.choice("x "))
    let version = item.keyVersion
    item.stem.en = "Another wording?"
    item.status = .operational
    #expect(item.keyVersion == version)
    var other = item
    other.points = 2
    #expect(other.keyVersion != version)
    other = item
    other.interaction = Samples.choice(" x")
    #expect(other.keyVersion != version)
    other.interaction = Samples.choice("x ", isMultiple: true)
    #expect(other.keyVersion != version)
    #expect(
      Samples.item("n", Samples.numeric(1)).keyVersion
        != Samples.item("n", Samples.numeric(1, 0.5)).keyVersion)
    #expect(
      Samples.item("t", Samples.text("b", "A")).keyVersion
        == Samples.item("t", Samples.text("a", "B ")).keyVersion)
  }
}

@Suite("Answers as text")
struct ResponseTests {
  @Test(
    "A typed number is read in the notations people use",
    arguments: [
      ("12", 12), ("១២", 12), ("12.5", 12.5), ("១២.៥", 12.5), ("12,5", 12.5), ("1,200", 1200),
      ("1,200.5", 1200.5), ("1.200,5", 1200.5), ("១.២០០.០០០,២៥", 1_200_000.25), ("1.200", 1.2),
      ("1,200,000", 1_200_000), ("១ ២០០", 1200), ("1\u{A0}200", 1200),
      ("0,125", 0.125), ("-1,200", -1200), ("-0.5", -0.5), ("+3", 3), (" 7 ", 7), (".5", 0.5),
      ("1e3", 1000), ("7\u{200B}0", 70), ("1234,567", 1234.567), ("0", 0),
    ] as [(String, Double)])
  func number(_ typed: String, _ value: Double) {
    #expect(Response.number(typed) == value)
  }

  @Test(
    "What is no finite number is none",
    arguments: [
      "", " ", "twelve", "12 m", "1.2.3", "1.2,3,4", "1,2.3.4", "1e999", "nan", "inf", "0x10",
      "--1", "-", "៛",
    ])
  func noNumber(_ typed: String) {
    #expect(Response.number(typed) == nil)
  }

  @Test("The text form of a response is read back as the same response")
  func roundTrip() {
    let choice = Samples.item("c", Samples.choice("x x x", isMultiple: true))
    let numeric = Samples.item("n", Samples.numeric(1))
    let text = Samples.item("t", Samples.text("x"))
    let cases: [(Item, Response)] = [
      (choice, .chosen(["e", "a"])), (choice, .choice([])), (numeric, .number(12)),
      (numeric, .number(-0.125)), (numeric, .number(1e20)), (numeric, .number(1e-7)),
      (text, .text("ភូមិ ៣, a")), (text, .text("")),
    ]
    for (item, response) in cases {
      #expect(Response(encoded: response.encoded, to: item) == response)
    }
    #expect(Response.chosen(["c", "a", "c"]).encoded == "a,c")
    #expect(Response.number(12).encoded == "12" && Response.number(-0.0).encoded == "0")
  }

  @Test(
    "A text that can be no response to the item is refused",
    arguments: ["z", "a,b", "a,a", "a;b", "1", "a b"])
  func refused(_ text: String) {
    let single = Samples.item("c", Samples.choice("x  "))
    #expect(Response(encoded: text, to: single) == nil)
    #expect(Response(encoded: "not a number", to: Samples.item("n", Samples.numeric(1))) == nil)
  }

  @Test("Nothing chosen and nothing visible typed count as no answer; zero counts as one")
  func empty() {
    #expect(Response.choice([]).isEmpty && Response.text(" \u{200B}").isEmpty)
    #expect(!Response.number(0).isEmpty && !Response.chosen(["a"]).isEmpty)
  }

  @Test("Option ids go beyond the alphabet without a gap")
  func ids() {
    #expect((0..<3).map(ChoiceOption.id) == ["a", "b", "c"])
    #expect(ChoiceOption.id(at: 25) == "z" && ChoiceOption.id(at: 26) == "o26")
  }
}
