import Assessment
import LocalServer
import Markup
import Testing
import Text

@testable import QuizPage

@Suite("Whatever is sent to a quiz in a browser")
struct RandomTests {
  private static let names = [
    "do", "item", "was", "given", "mark", "marked", "c", "t", "o", "m.a", "m.b", "m.c", "b.a",
    "b.b", "b.c", "x",
  ]
  private static let values = [
    "", "a", "b", "c", "d", "e", "1", "2", "4", "9", "១២", "1.5 km", "NaN", "inf", "-0", "1e999",
    "\u{0}", "\u{2028}", "<script>", "a=1;b=2", "\\;", "ក្", "\u{17D2}", "up:a", "down:d",
  ]
  private static let actions = [
    "start", "next", "back", "save", "list", "check", "clear", "shown", "up:a", "down:d", "open:3",
    "questions", "confirm", "next", "save", "check",
  ]

  /// A form that resembles one of ours more or less.
  private func form(_ generator: inout SeededGenerator) -> [(String, String)] {
    func one(_ list: [String]) -> String { list[generator.index(below: list.count)] }
    let item = PageSamples.items[generator.index(below: PageSamples.items.count)]
    var fields = [("proof", "fedcba9876543210"), ("do", one(Self.actions)), ("item", item.id)]
    switch item.interaction {
    case .choice, .rating:
      fields += (0..<generator.index(below: 3)).map { _ in ("c", one(Self.values)) }
    case .numeric, .text, .essay: fields.append(("t", one(Self.values)))
    case .match: fields += ["m.a", "m.b", "m.c"].map { ($0, one(["", "1", "2", "4", "9"])) }
    case .blanks:
      fields += [("b.a", one(Self.values)), ("b.b", one(["", "12", "x"]))]
      fields.append(("b.c", one(["", "a", "b", "z"])))
    case .order: fields += generator.shuffled(["a", "b", "c", "d"]).map { ("o", $0) }
    case .performance: break
    }
    if generator.index(below: 3) == 0 { fields.append((one(Self.names), one(Self.values))) }
    if generator.index(below: 20) == 0 { fields[0].1 = one(Self.values) }
    if generator.index(below: 4) == 0 {
      fields.remove(at: generator.index(below: fields.count))
    }
    return fields
  }

  @Test("Only answers that a question takes are recorded", arguments: [false, true])
  func forms(_ practice: Bool) throws {
    var generator = SeededGenerator(seed: practice ? 3 : 4)
    let tab = Tab(practice: practice)
    var statuses: [Int: Int] = [:]
    for _ in 0..<3000 {
      let answer = try tab.send(tab.request(form(&generator)))
      statuses[answer.status, default: 0] += 1
      #expect([303, 400, 403, 422].contains(answer.status))
      if let target = answer["Location"] {
        let page = try tab.send(
          HTTPRequest("GET", target, fields: ["host": "127.0.0.1:4000"]))
        #expect(page.status == 200, "\(target)")
      }
    }
    #expect([303, 400, 403, 422].allSatisfy { (statuses[$0] ?? 0) > 20 }, "\(statuses)")
    var answered: Set<String> = []
    for event in tab.events {
      guard case .answered(let id, let response) = event, !response.isEmpty else { continue }
      let item = try #require(PageSamples.items.first { $0.id == id })
      answered.insert(id)
      #expect(Response(encoded: response.encoded, to: item) == response, "\(response)")
      // What the page shows of it, it reads back as the same.
      let shown = FieldValues(
        response, to: item, seed: "seed", text: PageText(language: .khmer))
      var values = shown.values
      if case .match(let match) = item.interaction {
        for source in match.sources { values[FieldValues.source(source.id), default: [""]] += [] }
      }
      if case .blanks(let blanks) = item.interaction {
        for blank in blanks.blanks { values[FieldValues.blank(blank.id), default: [""]] += [] }
      }
      let again = AnswerReading(
        item: item, values: FieldValues(sent: values, isGiven: shown.isGiven), takesOrder: false
      ).read()
      #expect(again == .response(response))
    }
    #expect(answered.count == 11)
    #expect(!tab.attempt.isSubmitted && tab.state.ending == nil)
  }

  @Test("No bytes stop it, and none get in")
  func bytes() throws {
    var generator = SeededGenerator(seed: 5)
    let tab = Tab()
    try tab.open("q/1")
    let good = tab.request(tab.hidden + [("c", "a"), ("do", "next")])
    for _ in 0..<2000 {
      var request = good
      for _ in 0...generator.index(below: 4) {
        let place = generator.index(below: request.body.count)
        request.body[place] = UInt8(truncatingIfNeeded: generator.next())
      }
      let reply = tab.page.answer(request, tab.session, tab.state)
      #expect(reply.response.status >= 300)
      for event in reply.events {
        switch event {
        case .answered(let item, let response):
          #expect(item == "single" && ["a", "b", "c", "d"].contains(response.encoded))
        case .moved(let index): #expect((0...12).contains(index))
        case .submitted: Issue.record("Nobody handed it in.")
        }
      }
    }
  }
}
