import Source
import Testing
import Text

@testable import Cascade
@testable import Curriculum

@Suite("Costs, scenarios and shapes of a cascade")
struct EconomicsTests {
  private static let more = """

    costs:
      currency: USD
      trainer-day: {value: 50, basis: assumption}
      travel: {value: 20, basis: assumption}
      class: {value: 100, basis: assumption}
      participant-day: {value: 10, basis: assumption}
      materials: {value: 5, basis: assumption}
    fidelity:
      passed: {value: 0.8, low: 0.7, high: 0.9, basis: assumption}
      monthly-loss: {value: 0.01, basis: assumption}
      floor: {value: 0.5, basis: assumption}
    scenarios:
      - id: small
        title: {en: Small classes, km: ថ្នាក់តូច}
        changes:
          - {generation: 1, class-size: {value: 10, basis: assumption}}
    """

  private func plan(_ more: String = more) throws -> CascadePlan {
    let (programme, findings) = Plans.read(cascade: Plans.cascade + more)
    #expect(findings.filter { $0.severity == .error }.isEmpty)
    return try #require(programme.cascade)
  }

  @Test("costs follow from days, ways, classes and people")
  func costs() throws {
    var plan = try plan()
    plan.generations[1].training?.pass = Figure(0.5, .assumption)
    let report = CascadePlanning.plan(plan)
    let costs = try #require(CascadeCosts(report))
    let generation = try #require(costs.generations.first)
    let classes = Double(report.totalClasses)
    let reach = Double(report.totalReach)
    // Two trainers, three days.
    #expect(generation.trainers == classes * 2 * 3 * 50)
    #expect(generation.travel == classes * 2 * 20)
    #expect(generation.classes == classes * 100)
    #expect(generation.participants == reach * 3 * 10)
    #expect(generation.materials == reach * 5)
    #expect(costs.perPerson == costs.total / reach)
    #expect(costs.perCompetent == costs.total / (reach * 0.5))
  }

  @Test("without costs there are none")
  func noCosts() throws {
    #expect(CascadeCosts(CascadePlanning.plan(try plan(""))) == nil)
  }

  @Test("a scenario changes what it names and nothing else")
  func scenario() throws {
    let comparison = ScenarioComparison(try plan())
    #expect(comparison.columns.count == 2)
    let (before, after) = (comparison.columns[0].report, comparison.columns[1].report)
    #expect(after.generations[1].classSize == 10)
    #expect(after.generations[1].classesNeeded > before.generations[1].classesNeeded)
    #expect(after.totalTarget == before.totalTarget)
  }

  @Test("a scenario of a generation that is not there is a finding with its place")
  func unknownGeneration() throws {
    let text = Plans.replacing(
      "{generation: 1, class-size", "{generation: 7, class-size", in: Self.more)
    let findings = Plans.read(cascade: Plans.cascade + text).1
    let finding = try #require(findings.first { $0.code == "unknown-reference" })
    #expect(finding.location.line > 1)
  }

  @Test(
    "a range that does not hold its value is a finding",
    arguments: [
      "{value: 0.8, low: 0.9, high: 0.95, basis: assumption}",
      "{value: 0.8, low: 0.7, basis: assumption}",
      "{value: 0.8, low: 0.7, high: 0.75, basis: assumption}",
    ])
  func badRange(_ figure: String) {
    let text = "\nfidelity:\n  passed: \(figure)\n"
    #expect(Plans.read(cascade: Plans.cascade + text).1.contains { $0.code == "impossible-range" })
  }

  @Test("the shapes reach the target as surely as asked, the cheapest first")
  func shapes() throws {
    var plan = try plan()
    plan.generations[1].training?.window = nil
    let request = ShapeSearch.Request(
      target: 80, probability: 0.8, floor: 0.5, runs: 200, seed: 1)
    guard case .shapes(let shapes) = ShapeSearch.search(plan, request) else {
      Issue.record("no shape was found")
      return
    }
    #expect(!shapes.isEmpty)
    #expect(shapes.allSatisfy { $0.probability >= 0.8 && $0.content >= 0.5 })
    let costs = shapes.compactMap(\.cost)
    #expect(costs == costs.sorted() && costs.count == shapes.count)
  }

  @Test("what cannot be reached says why")
  func refusals() throws {
    let plan = try plan()
    let tooMany = ShapeSearch.Request(
      target: 900_000, probability: 0.9, floor: 0, runs: 100, seed: 1)
    guard case .refused(.reach(let best)) = ShapeSearch.search(plan, tooMany) else {
      Issue.record("900,000 people cannot be reached by ten trainers in two weeks")
      return
    }
    #expect(best < 0.9)
    let tooGood = ShapeSearch.Request(
      target: 10, probability: 0.5, floor: 0.95, runs: 100, seed: 1)
    guard case .refused(.floor(let after)) = ShapeSearch.search(plan, tooGood) else {
      Issue.record("the floor cannot be kept")
      return
    }
    #expect(after == 0.8)
  }
}
