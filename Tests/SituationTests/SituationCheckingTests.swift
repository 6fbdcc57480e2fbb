import Source
import Testing
import Text

@testable import Situation

@Suite("A script is checked by following every play")
struct SituationCheckingTests {
  private let end = "\n:: end {ending=good}\nThe end.\n:: bad {ending=poor}\nNo."

  @Test("A target that does not exist names the nearest section")
  func unknownTarget() throws {
    let findings = Scripts.findings(
      ":: begin {role=clerk}\nText.\n[[Go -> ende]] {trust +1}\n[[Stay -> bad]]" + end)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == "unknown-target")
    #expect(finding.remedy.en.contains("'end'"))
  }

  @Test(
    "References that lead nowhere are errors",
    arguments: [
      (":: begin {role=cleric}\nText.\n[[Go -> end]]\n[[No -> bad]]", "unknown-role"),
      (":: begin\nText.\n[[Go -> end]] {if luck > 1}\n[[No -> bad]]", "unknown-state"),
    ])
  func unknown(body: String, code: String) {
    let findings = Scripts.findings(body + end)
    #expect(findings.contains { $0.code == code && $0.severity == .error })
  }

  @Test("Roles and numbers that nothing uses are warnings")
  func unused() {
    let codes = Scripts.codes(":: begin\nText.\n[[No -> bad]]\n[[Go -> end]]\n[[No -> bad]]" + end)
    #expect(codes == ["unused-role", "unused-state"])
  }

  @Test("A script needs an ending, and an ending offers nothing")
  func endings() {
    #expect(Scripts.codes(":: begin\nText.\n[[On -> begin]]").contains("no-ending"))
    #expect(Scripts.codes("").contains("no-ending"))
    let codes = Scripts.codes(":: begin {ending=good}\nText.\n[[On -> begin]]")
    #expect(codes.contains("ending-with-choices"))
  }

  @Test("A section without a choice that is no ending is a dead end")
  func deadEnd() {
    let codes = Scripts.codes(
      ":: begin {role=clerk}\nText.\n[[Go -> hall]] {trust +1}\n:: hall\nDark." + end)
    #expect(codes == ["dead-end"])
  }

  @Test("Sections and endings that no play reaches are named, even where a choice points there")
  func unreachable() {
    let body = """
      :: begin {role=clerk}
      Text.
      [[Go -> bad]]
      [[Climb -> roof]] {if trust >= 3}
      :: roof
      High.
      [[Sit -> end]]
      :: cellar
      Low.
      [[Sit -> end]]
      """
    let findings = Scripts.findings(body + end)
    #expect(
      findings.map(\.code) == [
        "unreachable-section", "unreachable-section", "unreachable-ending", "never-available",
      ])
  }

  @Test("A section where some plays have nothing to choose is named with the numbers")
  func stuck() throws {
    let body = """
      :: begin {role=clerk}
      Text.
      [[Push -> gate]] {trust -2}
      [[Ask -> gate]] {trust +2}
      :: gate
      Closed.
      [[Enter -> end]] {if trust >= 4}
      [[Shout -> bad]] {if trust = 4}
      """
    let findings = Scripts.findings(body + end)
    let finding = try #require(findings.first)
    #expect(finding.code == "dead-end")
    #expect(finding.message.en.contains("trust = 0"))
    #expect(finding.message.km.contains("trust = 0"))
  }

  @Test("A loop that some plays can never leave is named")
  func endless() {
    let body = """
      :: begin {role=clerk}
      Text.
      [[Wait -> ring]] {trust -1}
      [[Go -> end]]
      [[No -> bad]]
      :: ring
      Round.
      [[On -> again]]
      [[Out -> end]] {if trust >= 2}
      [[Out, badly -> bad]] {if trust >= 3}
      :: again
      And round.
      [[On -> ring]]
      """
    let codes = Scripts.codes(body + end)
    #expect(codes.count { $0 == "no-way-out" } == 2)
    #expect(codes.count { $0 == "never-available" } == 2)
  }

  @Test("A choice that takes a number past its bounds is a warning, and play holds it there")
  func overrun() throws {
    let body =
      ":: begin {role=clerk}\nText.\n[[Bad -> bad]]\n[[Go -> end]] {trust +9}\n[[Bad too, at greater length -> bad]]"
    let (situation, findings) = Scripts.read(Scripts.header + "\n" + body + end)
    #expect(findings.map(\.code) == ["state-out-of-bounds"])
    let play = try #require(situation.flatMap { SituationPlay($0) }?.after(choice: 2))
    #expect(play.state == ["trust": 5])
    #expect(play.log.first?.changes == ["trust": 3])
  }

  @Test("A habit that wins is a warning")
  func habits() {
    func codes(_ choices: String) -> [String] {
      Scripts.findings(":: begin {role=clerk}\nText.\n\(choices)" + end).map(\.message.en)
        .filter { $0.hasPrefix("Always") }
    }
    #expect(codes("[[Go -> end]] {trust +1}\n[[Away with it -> bad]]").count == 1)
    #expect(codes("[[Go away -> bad]] {trust +1}\n[[Go -> end]]").count == 1)
    #expect(codes("[[No -> bad]] {trust +1}\n[[Go there -> end]]\n[[No -> bad]]").count == 1)
    #expect(codes("[[Not now -> bad]] {trust +1}\n[[Go -> end]]\n[[No -> bad]]").isEmpty)
  }

  @Test("A script with too many states says so and is otherwise accepted")
  func tooMany() {
    let header = Scripts.replacing(
      "  trust: {title: Trust, start: 2, min: 0, max: 5}",
      with: """
          trust: {title: A, start: 0, min: 0, max: 999}
          luck: {title: B, start: 0, min: 0, max: 999}
        """,
      in: Scripts.header)
    let body = """
      :: begin {role=clerk}
      Text.
      [[One -> begin]] {trust +1, if trust < 900}
      [[Two -> begin]] {luck +1, if luck < 900}
      [[Bad -> bad]]
      [[Go -> end]]
      """
    let findings = Scripts.read(header + "\n" + body + end).1
    #expect(findings.map(\.code) == ["too-many-states"])
    #expect(findings.map(\.severity) == [.note])
  }
}
