import Source
import Testing
import Text

@testable import Situation

@Suite("A compiled script")
struct CompiledTests {
  @Test("plays as the script itself does, step by step", arguments: 1...40)
  func sameAsPlay(seed: UInt64) throws {
    let situation = try #require(Self.situation)
    let script = try #require(CompiledSituation(situation))
    var play = try #require(SituationPlay(situation))
    var section = script.first
    var state = script.start
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      #expect(situation.sections[section].id == play.section.id)
      #expect(script.named(state) == play.state)
      let offered = script.choices[section].filter { $0.isOffered(in: state) }
      #expect(offered.map(\.number) == play.availableChoices.map(\.number))
      guard !offered.isEmpty else { break }
      let choice = offered[generator.index(below: offered.count)]
      play = try #require(play.after(choice: choice.number))
      state = script.after(choice, state).state
      section = choice.target
    }
    #expect(!play.log.isEmpty)
  }

  /// A script with conditions, effects, bounds and a loop.
  static var situation: Situation? {
    let text = """
      ---
      format: 1
      title: Loop
      purpose: To loop.
      minutes: 10
      start: a
      roles:
        - id: one
          title: One
          brief: Decides.
      state:
        trust: {title: Trust, start: 2, min: 0, max: 4}
        days: {title: Days, start: 3, min: 0, max: 3}
      outcomes: []
      ---
      :: a {role=one}
      Begin.

      [[Wait -> a]] {days -1, if days >= 1}
      [[Ask -> b]] {trust +1}
      [[Leave -> c]] {trust -3}

      :: b {role=one}
      Middle.

      [[Back -> a]] {days -1, if days > 0}
      [[Agree -> c]] {trust = 4, if trust >= 3}
      [[Give up -> c]]

      :: c {ending=good}
      End.

      """
    return SituationReading.read(
      english: .init(path: "loop.situation.en.md", text: text), khmer: nil, languages: [.english],
      collector: DiagnosticCollector())
  }
}
