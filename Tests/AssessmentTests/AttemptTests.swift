import Source
import Testing
import Text

@testable import Assessment

@Suite("Attempts")
struct AttemptTests {
  static let items = [
    Samples.item("one", Samples.choice("x  ")),
    Samples.item("two", points: 2, Samples.choice(" xx", isMultiple: true)),
    Samples.item("three", Samples.numeric(5, 1)), Samples.item("four", Samples.text("yes")),
  ]
  static let form = Samples.form(items)

  /// Returns a random event, also ones that cannot happen.
  static func event(_ generator: inout SeededGenerator) -> Attempt.Event {
    switch generator.index(below: 10) {
    case 0: return .moved(to: generator.index(below: 8) - 2)
    case 1: return .answered(item: "nobody", response: .chosen(["a"]))
    default:
      let item = items[generator.index(below: items.count)]
      switch item.interaction {
      case .choice:
        let ids = ["a", "b", "c"].filter { _ in generator.index(below: 2) == 0 }
        return .answered(item: item.id, response: .chosen(ids))
      case .numeric:
        return .answered(
          item: item.id, response: .number(Double(generator.index(below: 10))))
      case .text:
        let texts = ["yes", "no", ""]
        return .answered(item: item.id, response: .text(texts[generator.index(below: 3)]))
      default: return .moved(to: 0)
      }
    }
  }

  @Test("It begins at the first item with nothing answered")
  func beginning() {
    let attempt = Attempt(items: ["a", "b"])
    #expect(attempt.position == 0 && !attempt.isSubmitted && attempt.unanswered == ["a", "b"])
  }

  @Test("An answer is kept and leads to the next item; an empty one takes it back")
  func answering() {
    var attempt = Attempt(items: ["a", "b"]).after(.answered(item: "b", response: .number(3)))
    #expect(attempt.responses == ["b": .number(3)] && attempt.position == 2)
    attempt = attempt.after(.answered(item: "a", response: .text("x")))
    #expect(attempt.position == 1 && attempt.unanswered == [])
    attempt = attempt.after(.answered(item: "b", response: .choice([])))
    #expect(attempt.unanswered == ["b"])
  }

  @Test("What cannot happen changes nothing")
  func impossible() {
    let attempt = Attempt(items: ["a", "b"]).after(.moved(to: 2))
    #expect(attempt.position == 2)
    #expect(attempt.after(.moved(to: 3)) == attempt && attempt.after(.moved(to: -1)) == attempt)
    #expect(attempt.after(.answered(item: "z", response: .number(1))) == attempt)
    #expect(Attempt(items: []).after(.moved(to: 0)).position == 0)
  }

  @Test("Nothing changes after it was handed in")
  func submitted() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<200 {
      let events = (0..<5).map { _ in Self.event(&generator) }
      let done = Attempt(items: Self.items.map(\.id)).after(events + [.submitted])
      #expect(done.isSubmitted)
      let later = (0..<5).map { _ in Self.event(&generator) } + [.submitted]
      #expect(done.after(later) == done)
    }
  }

  @Test("The order of answering never changes the score")
  func order() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<500 {
      // One answer to each item: any order of them, with any moves between, scores the same.
      var last: [String: Attempt.Event] = [:]
      for _ in 0..<12 {
        let event = Self.event(&generator)
        if case .answered(let item, _) = event { last[item] = event }
      }
      let answers = last.sorted { $0.key < $1.key }.map(\.value)
      let start = Attempt(items: Self.items.map(\.id))
      let scores = start.after(answers).outcomes(Self.form)
      let moves = (0..<4).map { Attempt.Event.moved(to: $0) }
      let mixed = generator.shuffled(answers + moves)
      #expect(start.after(mixed).outcomes(Self.form) == scores)
    }
  }

  @Test("Replaying the same events one by one or at once gives the same state")
  func replay() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<100 {
      let events = (0..<20).map { _ in Self.event(&generator) }
      let start = Attempt(items: Self.items.map(\.id))
      let cut = generator.index(below: 20)
      #expect(start.after(events.prefix(cut)).after(events.dropFirst(cut)) == start.after(events))
    }
  }

  @Test("Outcomes stand in the order of the form, omitted ones with zero")
  func outcomes() {
    let attempt = Attempt(items: Self.items.map(\.id))
      .after(.answered(item: "two", response: .chosen(["b", "c"])))
    let outcomes = attempt.outcomes(Self.form)
    #expect(outcomes.map(\.item) == ["one", "two", "three", "four"])
    #expect(outcomes.map(\.score) == [0, 2, 0, 0])
    #expect(outcomes.map(\.isAnswered) == [false, true, false, false])
    #expect(Self.form.maximum == 5 && Self.form.item("two")?.points == 2)
    #expect(Self.form.item("none") == nil)
  }

  @Test("Only practice shows feedback, and every occasion keeps its written name")
  func occasions() {
    #expect(Occasion.allCases.filter(\.showsFeedback) == [.practice])
    #expect(Occasion.allCases.map(\.rawValue) == ["pre", "post", "follow-up", "practice"])
    #expect(AttemptMode.allCases.map(\.rawValue) == ["terminal", "page", "paper"])
  }
}
