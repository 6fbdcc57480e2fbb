import FoundationEssentials
import Glibc
import Testing

@testable import Psychometrics

/// Many samples of people who answer as a model says.
///
/// Are estimates right on average, and do intervals hold the truth as often as they say?
///
/// `SALA_REPLICATIONS` sets how many samples; the seeds are 1, 2, 3, ….
@Suite("Recovery of what made the answers")
struct RecoveryTests {
  private static let replications =
    ProcessInfo.processInfo.environment["SALA_REPLICATIONS"].flatMap { Int($0) } ?? 12

  private struct Tally {
    var distances: [Double] = []
    var inside = 0

    mutating func add(_ estimate: Double, _ error: Double, truth: Double) {
      distances.append(estimate - truth)
      if (estimate - truth).magnitude < 1.96 * error { inside += 1 }
    }

    var count: Double { Double(distances.count) }
    var bias: Double { distances.reduce(0, +) / count }
    var coverage: Double { Double(inside) / count }
    /// How far a share of 95 % strays by chance when estimates of one sample hang together.
    var slack: Double { 4 * (0.95 * 0.05 / count).squareRoot() + 0.01 }
  }

  private static func truth(_ model: ItemResponseFit.Model) -> [ItemCurve] {
    (0..<8).map { item in
      let place = Double(item)
      let slope = model.hasCommonSlope ? 1.0 : 0.8 + 0.1 * place
      let intercepts: [Double] =
        model.isPolytomous ? [1.3 - 0.2 * place, -0.2 * place] : [1.2 - 0.35 * place]
      return ItemCurve(kind: model.kind, slope: slope, intercepts: intercepts)
    }
  }

  @Test("difficulties and slopes, marginal", arguments: ItemResponseFit.Model.allCases)
  func marginal(_ model: ItemResponseFit.Model) throws {
    let truth = Self.truth(model)
    let ids = truth.indices.map { "q\($0)" }
    var intercepts = Tally()
    var slopes = Tally()
    for seed in 1...Self.replications {
      var people = SyntheticPeople(seed: UInt64(seed))
      let patterns = try #require(
        ResponsePatterns(cells: people.cells(500, truth), categories: truth.map(\.categories)))
      let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: model).value)
      #expect(fit.hasConverged, "seed \(seed)")
      for (item, curve) in zip(fit.items, truth) {
        let error = try #require(item.discriminationError.value)
        slopes.add(item.discrimination, error, truth: curve.slope)
        for step in curve.intercepts.indices {
          let error = try #require(item.interceptErrors[step].value)
          intercepts.add(item.curve.intercepts[step], error, truth: curve.intercepts[step])
        }
      }
    }
    // Of one common slope there is one estimate a sample, told once an item.
    let slack = model.hasCommonSlope ? 0.25 : slopes.slack
    #expect((intercepts.coverage - 0.95).magnitude < intercepts.slack, "\(intercepts.coverage)")
    #expect((slopes.coverage - 0.95).magnitude < slack, "\(slopes.coverage)")
    // Maximum likelihood is a little too far out in small samples; the rest is chance.
    let most = 0.04 + 0.15 / Double(Self.replications).squareRoot()
    #expect(intercepts.bias.magnitude < most, "\(intercepts.bias)")
    #expect(slopes.bias.magnitude < most, "\(slopes.bias)")
  }

  @Test("difficulties, conditional, whatever abilities are like")
  func conditional() throws {
    let truth = Self.truth(.rasch)
    let middle = truth.reduce(0) { $0 + $1.intercepts[0] } / Double(truth.count)
    let ids = truth.indices.map { "q\($0)" }
    var tally = Tally()
    for seed in 1...(2 * Self.replications) {
      var people = SyntheticPeople(seed: UInt64(seed))
      var marks: [UInt8] = []
      for person in 0..<300 {
        // Two groups far apart: nothing like a normal curve.
        let ability = person % 2 == 0 ? -1.2 : 1.6
        for curve in truth {
          marks.append(people.unit() < curve.chances(at: ability)[1] ? 1 : 0)
        }
      }
      let patterns = try #require(ResponsePatterns(marks: marks, items: truth.count))
      let fit = try #require(ItemResponseFit.conditional(patterns, ids: ids).value)
      for (item, curve) in zip(fit.items, truth) {
        let error = try #require(item.interceptError.value)
        tally.add(item.intercept, error, truth: curve.intercepts[0] - middle)
      }
    }
    #expect((tally.coverage - 0.95).magnitude < tally.slack, "\(tally.coverage)")
    #expect(tally.bias.magnitude < 0.02, "\(tally.bias)")
  }

  @Test("abilities: the errors are as large as they say")
  func abilities() throws {
    let truth = (0..<30).map { ItemCurve(slope: 1.3, intercepts: [-2 + 4 * Double($0) / 29]) }
    let scoring = PersonScoring(truth)
    var people = SyntheticPeople(seed: 77)
    for method in [PersonScore.Method.expected, .weighted] {
      var tally = Tally()
      for _ in 0..<(60 * Self.replications) {
        let ability = people.normal()
        let answers = truth.map { Int?.some(people.unit() < $0.chances(at: ability)[1] ? 1 : 0) }
        let own = try #require(scoring.score(answers, method).value)
        tally.add(own.ability, own.error, truth: ability)
      }
      #expect((tally.coverage - 0.95).magnitude < tally.slack, "\(method) \(tally.coverage)")
      #expect(tally.bias.magnitude < 0.06, "\(method) \(tally.bias)")
    }
  }

  @Test("classes of items that are alike for both groups are A, nearly always")
  func fairness() {
    let truth = Self.truth(.rasch)
    let ids = truth.indices.map { "q\($0)" }
    var flagged = 0
    var significant = 0
    var count = 0
    for seed in 1...Self.replications {
      var people = SyntheticPeople(seed: UInt64(1000 + seed))
      let cells = people.cells(800, truth)
      var columns = [[UInt8]](repeating: [], count: truth.count)
      for (place, cell) in cells.enumerated() { columns[place % truth.count].append(cell) }
      let result = ItemFairness(
        columns: columns, items: ids, isFocal: (0..<800).map { $0 % 3 == 0 }, method: .logistic)
      let classic = ItemFairness(
        columns: columns, items: ids, isFocal: (0..<800).map { $0 % 3 == 0 })
      count += truth.count
      flagged += classic.items.count { $0.category.value == .large }
      significant += result.items.count { ($0.logistic?.value?.both.p ?? 1) < 0.05 }
    }
    #expect(flagged <= 1 + count / 100)
    #expect(
      Double(significant) / Double(count) < 0.05 + 4 * (0.05 * 0.95 / Double(count)).squareRoot())
  }
}
