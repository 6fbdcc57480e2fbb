import Source
import Testing
import Text

@testable import Cascade
@testable import Curriculum

@Suite("Forecasts of a cascade")
struct ForecastTests {
  /// Officials of one province in classes of 20, trained by ten masters.
  private func plan(_ text: String = Plans.cascade) throws -> CascadePlan {
    try #require(Plans.read(cascade: text).0.cascade)
  }

  private func certain() throws -> CascadePlan {
    var plan = try plan()
    for index in plan.generations.indices {
      plan.generations[index].certified.value = 1
      plan.generations[index].training?.showUp.value = 1
      plan.generations[index].training?.active.value = 1
    }
    return plan
  }

  @Test("where nothing is uncertain, every run is the plan")
  func certainPlan() throws {
    let plan = try certain()
    let forecast = Forecasting.forecast(plan, runs: 200, seed: 3)
    let report = CascadePlanning.plan(plan)
    let reach = try #require(forecast.generations.first?.reach)
    #expect(reach.p5 == report.totalReach && reach.p95 == report.totalReach)
    #expect(forecast.total.meetsTarget == 1)
    #expect(forecast.tornado.isEmpty)
  }

  @Test("the same seed gives the same numbers, another seed others")
  func seeds() throws {
    let plan = try plan()
    let one = Forecasting.forecast(plan, runs: 500, seed: 7)
    let again = Forecasting.forecast(plan, runs: 500, seed: 7)
    #expect(one.total == again.total && one.tornado == again.tornado && one.fan == again.fan)
    #expect(Forecasting.forecast(plan, runs: 500, seed: 8).total != one.total)
  }

  @Test("more trainers, and trainers who are surer to teach, never lower the forecast")
  func monotone() throws {
    var plan = try plan()
    plan.generations[1].training?.classesPerTrainer.value = 1
    plan.generations[1].training?.window = nil
    plan.generations[1].targets[0].people.value = 400
    let mean = { (plan: CascadePlan) in
      Forecasting.forecast(plan, runs: 3000, seed: 5).total.reach.mean
    }
    var last = mean(plan)
    for masters in [14, 20, 30] {
      plan.generations[0].targets[0].people.value = masters
      let next = mean(plan)
      #expect(next > last)
      last = next
    }
    plan.generations[1].training?.active.value = 0.6
    #expect(mean(plan) < last)
  }

  @Test("a narrower range of a share narrows what may come")
  func ranges() throws {
    var plan = try plan()
    func width() -> Int {
      let reach = Forecasting.forecast(plan, runs: 4000, seed: 2).total.reach
      return reach.p95 - reach.p5
    }
    plan.generations[1].training?.showUp = Figure(0.8, .assumption, low: 0.5, high: 0.97)
    let wide = width()
    plan.generations[1].training?.showUp = Figure(0.8, .assumption, low: 0.79, high: 0.81)
    #expect(width() < wide)
  }

  @Test("what is reached grows from one moment to the next, and provinces add up")
  func sums() throws {
    let forecast = Forecasting.forecast(try plan(), runs: 500, seed: 1)
    for (before, after) in zip(forecast.fan, forecast.fan.dropFirst()) {
      #expect(before.day <= after.day && before.reach.mean <= after.reach.mean)
    }
    let last = try #require(forecast.fan.last)
    #expect(last.reach == forecast.total.reach)
    let provinces = forecast.provinces.reduce(0) { $0 + $1.reach.mean }
    #expect(abs(provinces - forecast.total.reach.mean) < 1e-6)
  }

  @Test("learning fades with generations and months")
  func content() throws {
    var plan = try plan()
    plan.fidelity = CascadePlan.Fidelity(
      passed: Figure(0.8, .assumption, low: 0.75, high: 0.85), monthlyLoss: nil,
      floor: Figure(0.5, .assumption))
    let forecast = Forecasting.forecast(plan, runs: 2000, seed: 1)
    let content = try #require(forecast.generations.first?.content)
    #expect(abs(content.median - 0.8) < 0.01)
    #expect(content.low < content.median && content.median < content.high)
    #expect(forecast.generations.first?.keepsFloor == 1)
  }

  @Test(
    "binomial draws have the mean and the variance of their distribution",
    arguments: [
      (1, 0.3), (25, 0.85), (40, 0.02), (900, 0.6), (5000, 0.999), (3, 0.0), (3, 1.0),
    ])
  func binomials(_ count: Int, _ share: Double) {
    var draws = ChanceDraws(
      SeededGenerator(seed: 11, purpose: "\(count)/\(share)"), LogFactorials(upTo: 5000))
    let runs = 40_000
    var (sum, square) = (0.0, 0.0)
    for _ in 0..<runs {
      let value = draws.binomial(count, share)
      #expect((0...count).contains(value))
      sum += Double(value)
      square += Double(value) * Double(value)
    }
    let mean = sum / Double(runs)
    let variance = square / Double(runs) - mean * mean
    let (expected, spread) = (Double(count) * share, Double(count) * share * (1 - share))
    // Five standard errors: wrong once in two million draws of a seed.
    #expect(abs(mean - expected) <= 5 * (spread / Double(runs)).squareRoot() + 1e-12)
    #expect(abs(variance - spread) <= 0.05 * spread + 1e-12)
  }

  @Test("beta draws have the mean and the range of the figure")
  func betas() throws {
    let share = UncertainShare(
      .showUp, generation: 1, Figure(0.85, .assumption, low: 0.75, high: 0.94))
    let shapes = try #require(share.shapes)
    var draws = ChanceDraws(SeededGenerator(seed: 4), LogFactorials(upTo: 2))
    let values = (0..<20_000).map { _ in draws.beta(shapes.first, shapes.second) }.sorted()
    #expect(abs(values.reduce(0, +) / 20_000 - 0.85) < 0.005)
    #expect(abs(values[2000] - 0.75) < 0.03 && abs(values[18_000] - 0.94) < 0.03)
  }
}
