import Source
import Testing
import Text

@testable import Situation

@Suite("The exercise on designing a dialogue is sound")
struct DialogueTests {
  /// The exercise as it stands in the repository, with what was found about it.
  private static let read: (situation: Situation?, findings: [Diagnostic]) = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path =
      "/\(root)/curricula/innovation-for-local-administration/situations/dialogue-with-csos.situation"
    let collector = DiagnosticCollector()
    let situation = SituationReading.read(
      english: FileReading.file(path + ".en.md", collector: collector),
      khmer: FileReading.file(path + ".km.md", collector: collector),
      languages: Language.allCases, collector: collector)
    return (situation, collector.diagnostics)
  }()

  private func dialogue() throws -> Situation { try #require(Self.read.situation) }

  @Test("Nothing is found wrong with it, in either language")
  func findings() {
    #expect(
      Self.read.findings.map {
        "\($0.location.line): \($0.code) \($0.message.en)"
      } == [])
  }

  @Test("It has the roles, sections, endings and numbers that were asked for")
  func size() throws {
    let situation = try dialogue()
    #expect(situation.sections.count >= 16)
    #expect(Set(situation.endings.compactMap(\.ending)).count == 4)
    #expect(situation.roles.count == 6)
    #expect((2...3).contains(situation.state.count))
    #expect(situation.sections.allSatisfy { !$0.notes.isEmpty })
    #expect(situation.sections.filter { $0.ending == nil }.allSatisfy { $0.choices.count >= 2 })
    #expect(situation.review.contains(.khmer))
  }

  @Test("Its Khmer is normal in Unicode")
  func normal() throws {
    let situation = try dialogue()
    let texts =
      situation.sections.flatMap { [$0.title, $0.text, $0.notes] + $0.choices.map(\.text) }
      + situation.roles.flatMap { [$0.title, $0.brief] } + [situation.title, situation.purpose]
    #expect(texts.allSatisfy { $0.isComplete || $0.isEmpty })
    #expect(texts.filter { Khmer.firstAbnormality(in: $0.km) != nil }.map(\.km) == [])
  }

  @Test("Random plays reach every section, and the best ending has to be earned")
  func random() throws {
    let situation = try dialogue()
    let result = SituationTesting.run(situation, runs: 5000, seed: 20_261_123)
    #expect(result.unreached == [])
    #expect(result.unfinished == 0)
    #expect(result.endings.allSatisfy { $0.share > 0.005 })
    let best = try #require(
      situation.endings.firstIndex { $0.ending == .excellent }.map { result.endings[$0].share })
    #expect(best < 0.2)
  }

  @Test("No habit of choosing reaches the best ending", arguments: SituationHabit.allCases)
  func habits(_ habit: SituationHabit) throws {
    #expect(habit.ending(of: try dialogue()) != .excellent)
  }
}
