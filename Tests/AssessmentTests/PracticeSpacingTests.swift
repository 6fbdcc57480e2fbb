import Testing

@testable import Assessment

@Suite("How long a practice question rests")
struct PracticeSpacingTests {
  private func standing(_ answers: (PracticeResult, Int)...) -> PracticeStanding? {
    PracticeStanding.all(answers.map { PracticeAnswer(item: "a", result: $0.0, day: $0.1) })["a"]
  }

  @Test("Right answers when it is due lengthen the rest, up to 30 days")
  func lengthens() {
    var history: [PracticeAnswer] = []
    var day = 100
    var rests: [Int] = []
    for _ in 0..<7 {
      history.append(PracticeAnswer(item: "a", result: .right, day: day))
      let due = PracticeStanding.all(history)["a"]?.dueDay ?? day
      rests.append(due - day)
      day = due
    }
    #expect(rests == [3, 7, 14, 30, 30, 30, 30])
  }

  @Test("A wrong answer brings it back tomorrow, one that is partly right moves it one box down")
  func shortens() {
    let wrong = standing((.right, 0), (.right, 3), (.right, 10), (.wrong, 24))
    #expect(wrong?.box == 1 && wrong?.dueDay == 25 && wrong?.answers == 4)
    let partly = standing((.right, 0), (.right, 3), (.right, 10), (.partly, 24))
    #expect(partly?.box == 3 && partly?.dueDay == 31)
    #expect(standing((.partly, 5))?.dueDay == 6)
    #expect(standing((.wrong, 5))?.dueDay == 6)
  }

  @Test("A right answer before its time changes nothing but the count; a wrong one counts")
  func early() {
    let right = standing((.wrong, 5), (.right, 5), (.right, 5))
    #expect(right?.dueDay == 6 && right?.lastResult == .wrong && right?.answers == 3)
    let wrong = standing((.right, 5), (.wrong, 6))
    #expect(wrong?.dueDay == 7 && wrong?.box == 1)
    #expect(standing((.wrong, 5), (.right, 6))?.dueDay == 9)
  }

  @Test("A clock that went back takes no day away")
  func clock() {
    #expect(standing((.wrong, 10), (.wrong, 3))?.dueDay == 11)
    #expect(standing((.right, 10), (.right, 3))?.dueDay == 13)
  }

  @Test("Boxes outside count as the nearest, and intervals grow")
  func boxes() {
    #expect([0, 1, 5, 6].map { PracticeSpacing.days(box: $0) } == [1, 1, 30, 30])
    #expect(zip(PracticeSpacing.intervals, PracticeSpacing.intervals.dropFirst()).allSatisfy(<))
  }

  @Test("An outcome is right, partly right or wrong; opinions and what waits are none of these")
  func results() {
    func result(_ score: Double, of maximum: Double, isAnswered: Bool = true, waits: Bool = false)
      -> PracticeResult?
    {
      PracticeResult(
        Outcome(
          item: "a", score: score, maximum: maximum, isAnswered: isAnswered, isPending: waits,
          keyVersion: ""))
    }
    #expect(result(2, of: 2) == .right)
    #expect(result(0.5, of: 2) == .partly)
    #expect(result(0, of: 2) == .wrong)
    #expect(result(-1, of: 2) == .wrong)
    #expect(result(0, of: 2, isAnswered: false) == nil)
    #expect(result(0, of: 2, waits: true) == nil)
    #expect(result(0, of: 0) == nil)
  }

  @Test("A day begins at midnight where the learner is")
  func days() {
    // 2026-11-23T16:59:59Z is a second before midnight in Phnom Penh.
    let midnight = 1_795_453_200.0
    #expect(PracticeDay.number(seconds: midnight - 1, offset: PracticeDay.phnomPenh) == 20_780)
    #expect(PracticeDay.number(seconds: midnight, offset: PracticeDay.phnomPenh) == 20_781)
    #expect(PracticeDay.number(seconds: midnight, offset: 0) == 20_780)
    #expect(PracticeDay.number(seconds: -1, offset: 0) == -1)
    #expect(PracticeDay.number(seconds: .nan, offset: 0) == 0)
    #expect(PracticeDay.number(seconds: .infinity, offset: 0) == 0)
    #expect(PracticeDay.number(seconds: 1e300, offset: 0) == 2_932_896)
  }
}
