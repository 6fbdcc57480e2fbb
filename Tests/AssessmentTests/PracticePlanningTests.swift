import Source
import Testing
import Text

@testable import Assessment

@Suite("What is practised on a day")
struct PracticePlanningTests {
  private func item(
    _ id: String, _ outcome: String = "A-1", pool: ItemPool = .practice,
    status: ItemStatus = .draft, kind interaction: Interaction = Samples.choice("x--")
  ) -> Item {
    Samples.item(id, outcome: outcome, pool: pool, status: status, interaction)
  }

  private func answer(_ item: String, _ result: PracticeResult, _ day: Int) -> PracticeAnswer {
    PracticeAnswer(item: item, result: result, day: day)
  }

  private func plan(
    _ items: [Item], _ history: [PracticeAnswer] = [], day: Int = 100, count: Int? = 10,
    preTest: [OutcomeResult] = [], seed: String = "anna", takesAll: Bool = false
  ) -> PracticePlan {
    PracticePlanning.plan(
      PracticePlanning.Request(
        items: items, history: history, preTest: preTest, day: day, learnerSeed: seed,
        count: count, takesAll: takesAll))
  }

  private func ids(_ choices: [PracticePlan.Choice]) -> [String] { choices.map(\.item.id) }

  @Test("Missed first, the latest first; then what is due, the longest overdue first; then new")
  func order() {
    let items = ["new", "fresh", "old", "late", "miss", "half"].map { item($0) }
    let history = [
      answer("old", .right, 80),  // due on 83
      answer("late", .right, 96),  // due on 99
      answer("half", .partly, 97), answer("miss", .wrong, 98),
      answer("fresh", .right, 99),  // due on 102
    ]
    let made = plan(items, history)
    #expect(ids(made.chosen) == ["miss", "half", "old", "late", "new"])
    #expect(
      made.chosen.map(\.reason) == [
        .missed(daysAgo: 2), .partly(daysAgo: 3), .review(daysAgo: 20, overdue: 17),
        .review(daysAgo: 4, overdue: 1), .newAfterMiss,
      ])
    #expect(made.later.map(\.item.id) == ["fresh"])
    #expect(made.next?.day == 102 && made.next?.count == 1)
    #expect(made.left.isEmpty)
  }

  @Test("What was missed today comes back tomorrow, not at once")
  func today() {
    let items = [item("a"), item("b")]
    let history = [answer("a", .wrong, 100), answer("b", .right, 100)]
    let now = plan(items, history)
    #expect(now.chosen.isEmpty && now.later.map(\.item.id) == ["a", "b"])
    #expect(now.next?.day == 101)
    #expect(ids(plan(items, history, day: 101).chosen) == ["a"])
    #expect(ids(plan(items, history, day: 103).chosen) == ["a", "b"])
  }

  @Test("New questions: outcomes missed in practice, then the pre-test's weakest, then the others")
  func new() {
    let items = [
      item("free", "D-1"), item("pre-good", "C-2"), item("pre-weak", "C-1"),
      item("pre-half", "B-1"), item("near", "A-1"), item("missed", "A-1"),
    ]
    let preTest = [
      OutcomeResult(outcome: "B-1", won: 1, possible: 2),
      OutcomeResult(outcome: "C-1", won: 0, possible: 2),
      OutcomeResult(outcome: "C-2", won: 2, possible: 2),
      OutcomeResult(outcome: "A-1", won: 0, possible: 1),
      OutcomeResult(outcome: "nobody", won: 0, possible: 1),
    ]
    let made = plan(items, [answer("missed", .wrong, 100)], preTest: preTest)
    #expect(ids(made.chosen).prefix(3) == ["near", "pre-weak", "pre-half"])
    #expect(Set(ids(made.chosen).suffix(2)) == ["free", "pre-good"])
    #expect(
      made.chosen.map(\.reason) == [
        .newAfterMiss, .newAfterPreTest, .newAfterPreTest, .new, .new,
      ])
  }

  @Test("New questions change from outcome to outcome")
  func turns() {
    let items = (0..<9).map { item("q\($0)", ["A", "B", "C"][$0 / 3]) }
    let outcomes = plan(items).chosen.map(\.item.outcome.value)
    #expect(outcomes == ["A", "B", "C", "A", "B", "C", "A", "B", "C"])
    #expect(Set(plan(items).chosen.map(\.item.id)).count == 9)
  }

  @Test("No question of a test, no opinion, essay or performance is ever planned")
  func pools() {
    let items = [
      item("test", pool: .test), item("survey", pool: .survey), item("old", status: .retired),
      item("essay", kind: .essay(EssayInteraction(lines: 4))), item("deed", kind: .performance),
      item("scale", kind: .rating(RatingInteraction(isSelfRating: false, options: []))),
      item("good"),
    ]
    let history = items.map { answer($0.id, .wrong, 90) }
    let preTest = [OutcomeResult(outcome: "A-1", won: 0, possible: 9)]
    for all in [false, true] {
      let made = plan(items, history, count: nil, preTest: preTest, takesAll: all)
      #expect(ids(made.chosen + made.left) == ["good"] && made.later.isEmpty)
    }
    #expect(plan([]).chosen.isEmpty)
  }

  @Test("A session has a size; what has no room is left for the next", arguments: [0, 1, 3, 50])
  func size(_ count: Int) {
    let items = (0..<20).map { item("q\($0)", "A-\($0 % 4)") }
    let history = (0..<5).map { answer("q\($0)", .wrong, 90 + $0) }
    let made = plan(items, history, count: count)
    #expect(made.chosen.count == min(count, 20))
    #expect(made.chosen.count + made.left.count + made.later.count == 20)
    #expect(ids(made.chosen + made.left) == ids(plan(items, history, count: nil).chosen))
    #expect(plan(items, count: -5).chosen.isEmpty)
  }

  @Test("All that was asked for comes, what rests last and with its day")
  func all() {
    let items = ["a", "b", "c"].map { item($0) }
    let history = [answer("a", .right, 100), answer("b", .wrong, 100)]
    let made = plan(items, history, count: nil, takesAll: true)
    #expect(ids(made.chosen) == ["c", "b", "a"])
    #expect(made.chosen.last?.reason == .early(dueDay: 103))
    #expect(made.later.isEmpty)
  }

  @Test("The same learner on the same day has the same plan; others have another")
  func deterministic() {
    let items = (0..<30).map { item("q\($0)") }
    let first = plan(items)
    #expect(first == plan(items))
    #expect(ids(first.chosen) == ids(plan(items.reversed() + items).chosen))
    #expect(ids(first.chosen) != ids(plan(items, day: 101).chosen))
    #expect(ids(first.chosen) != ids(plan(items, seed: "bopha").chosen))
  }

  @Test("Whatever the history, each question stands in the plan once, and none too early")
  func random() {
    var generator = SeededGenerator(seed: 7, purpose: "practice plans")
    for _ in 0..<300 {
      let items = (0..<generator.index(below: 15)).map {
        item("q\($0)", "A-\(generator.index(below: 4))")
      }
      let history = (0..<generator.index(below: 40)).map { _ in
        answer(
          "q\(generator.index(below: 18))", PracticeResult.allCases[generator.index(below: 3)],
          generator.index(below: 120))
      }
      let made = plan(items, history, count: generator.index(below: 12))
      let all = ids(made.chosen) + ids(made.left) + made.later.map(\.item.id)
      #expect(all.sorted() == items.map(\.id).sorted())
      #expect((made.chosen + made.left).allSatisfy { ($0.standing?.dueDay ?? 0) <= 100 })
      #expect(made.later.allSatisfy { $0.standing.dueDay > 100 })
      #expect(made.later.map(\.standing.dueDay) == made.later.map(\.standing.dueDay).sorted())
    }
  }

  @Test("The pre-test is added up by outcome, without what waits for a human")
  func sums() {
    func outcome(_ item: String, _ score: Double, waits: Bool = false) -> Outcome {
      Outcome(
        item: item, score: score, maximum: 1, isAnswered: true, isPending: waits, keyVersion: "")
    }
    let sums = OutcomeResult.sums(
      [
        outcome("a", 1), outcome("b", 0), outcome("c", 1), outcome("d", 0, waits: true),
        outcome("x", 0),
      ],
      outcomeOf: ["a": "A", "b": "A", "c": "C", "d": "C", "e": "E"])
    #expect(
      sums == [
        OutcomeResult(outcome: "A", won: 1, possible: 2),
        OutcomeResult(outcome: "C", won: 1, possible: 1),
      ])
    #expect(sums.map(\.share) == [0.5, 1])
    #expect(OutcomeResult(outcome: "A", won: 0, possible: 0).share == 1)
  }
}
