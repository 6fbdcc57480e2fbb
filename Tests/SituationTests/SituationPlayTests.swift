import Source
import Testing
import Text

@testable import Situation

@Suite("A play is a value, and every choice gives the next one")
struct SituationPlayTests {
  private func market() throws -> Situation { try #require(Scripts.read(Scripts.english).0) }

  @Test("Choices change numbers, and conditions decide what is offered")
  func playing() throws {
    let first = try #require(SituationPlay(try market()))
    #expect(first.section.id == "begin")
    #expect(first.decidingRole?.id == "clerk")
    #expect(first.state == ["trust": 2])
    #expect(!first.isOver)
    let talk = try #require(first.after(choice: 2))
    #expect(talk.state == ["trust": 4])
    #expect(talk.decidingRole == nil)
    #expect(talk.availableChoices.map(\.number) == [1, 2])
    let end = try #require(talk.after(choice: 1))
    #expect(end.ending == .good)
    #expect(end.isOver)
    #expect(end.availableChoices.isEmpty)
    #expect(end.state == ["trust": 5])
    #expect(end.log.map(\.section) == ["begin", "talk"])
    #expect(end.log.map(\.choice) == [2, 1])
    #expect(end.log.map(\.changes) == [["trust": 2], ["trust": 1]])
    #expect(
      end.debrief.map(\.en) == [
        "Who was asked first?", "Asking costs a day.", "What made it possible?",
      ])
    #expect(first.state == ["trust": 2])
  }

  @Test("A choice that is not offered gives no play")
  func notOffered() throws {
    let first = try #require(SituationPlay(try market()))
    #expect(first.after(choice: 3) == nil)
    #expect(first.after(choice: 0) == nil)
    let ended = try #require(first.after(choice: 1))
    #expect(ended.after(choice: 1) == nil)
  }

  @Test("Every comparison means what it says", arguments: -1...1)
  func comparisons(_ difference: Int) {
    let left = 3 + difference
    #expect(Situation.Comparison.atLeast.holds(left, 3) == (difference >= 0))
    #expect(Situation.Comparison.atMost.holds(left, 3) == (difference <= 0))
    #expect(Situation.Comparison.moreThan.holds(left, 3) == (difference > 0))
    #expect(Situation.Comparison.lessThan.holds(left, 3) == (difference < 0))
    #expect(Situation.Comparison.equal.holds(left, 3) == (difference == 0))
  }

  @Test("Qualities are ordered from poor to excellent")
  func qualities() {
    #expect(Situation.EndingQuality.allCases.sorted() == [.poor, .mixed, .good, .excellent])
  }

  @Test("A script whose first section does not exist cannot be played")
  func noStart() throws {
    var situation = try market()
    situation.start.value = "nowhere"
    #expect(SituationPlay(situation) == nil)
    let result = SituationTesting.run(situation, runs: 5, seed: 1)
    #expect(result.unfinished == 5)
    #expect(result.endings.map(\.count) == [0, 0])
    #expect(SituationHabit.first.ending(of: situation) == nil)
  }

  @Test("Random plays count every ending, and the same seed gives the same counts")
  func random() throws {
    let situation = try market()
    let result = SituationTesting.run(situation, runs: 4000, seed: 7)
    #expect(result == SituationTesting.run(situation, runs: 4000, seed: 7))
    #expect(result != SituationTesting.run(situation, runs: 4000, seed: 8))
    #expect(result.endings.map(\.id) == ["agreed", "decree"])
    #expect(result.endings.reduce(0) { $0 + $1.count } == 4000)
    // Half the plays ask, and half of those write it down: a quarter, within five standard errors.
    #expect(abs((result.endings.first?.share ?? 0) - 0.25) < 0.035)
    #expect(result.unreached.isEmpty)
    #expect(result.unfinished == 0)
    #expect(result.longest == 2)
    #expect(result.longestPath.first == "begin")
    #expect(result.longestPath.count == 3)
  }

  @Test("No plays reach nothing")
  func noRuns() throws {
    let result = SituationTesting.run(try market(), runs: 0, seed: 1)
    #expect(result.runs == 0)
    #expect(result.endings.map(\.share) == [0, 0])
    #expect(result.unreached.count == 4)
  }

  @Test("A play that never ends is stopped and counted")
  func endless() throws {
    let situation = try #require(
      Scripts.read(Scripts.header + "\n:: begin\nText.\n[[On -> begin]]").0)
    let result = SituationTesting.run(situation, runs: 3, seed: 1)
    #expect(result.unfinished == 3)
    #expect(result.longest == SituationTesting.stepLimit)
  }
}
