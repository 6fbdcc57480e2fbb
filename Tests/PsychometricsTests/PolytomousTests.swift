import Glibc
import Testing

@testable import Psychometrics

/// People who answer as a model says, by chance from a seed.
struct SyntheticPeople {
  var generator: Counting

  init(seed: UInt64) { generator = Counting(state: seed) }

  mutating func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  /// A standard normal number (Box and Muller).
  mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * Double.pi * unit())
  }

  /// The categories of so many people, person after person.
  mutating func cells(_ people: Int, _ curves: [ItemCurve], missing: Double = 0) -> [UInt8] {
    var cells: [UInt8] = []
    for _ in 0..<people {
      let ability = normal()
      for curve in curves {
        var left = unit()
        var category = 0
        let chances = curve.chances(at: ability)
        while category + 1 < chances.count, left >= chances[category] {
          left -= chances[category]
          category += 1
        }
        cells.append(unit() < missing ? ResponsePatterns.missing : UInt8(category))
      }
    }
    return cells
  }
}

@Suite("Item response models with several categories")
struct PolytomousTests {
  private static func curves(_ kind: ItemCurve.Kind) -> [ItemCurve] {
    (0..<6).map { item in
      let shift = -0.8 + 0.3 * Double(item)
      return ItemCurve(
        kind: kind, slope: kind == .partial ? 1.1 : 0.8 + 0.2 * Double(item),
        intercepts: item == 5 ? [shift] : [1.2 + shift, 0.1 + shift, -1.1 + shift])
    }
  }

  @Test(
    "what made the answers is found again",
    arguments: [(ItemResponseFit.Model.partialCredit, 0.0), (.graded, 0.1)])
  func recovery(_ model: ItemResponseFit.Model, missing: Double) throws {
    let truth = Self.curves(model.kind)
    var people = SyntheticPeople(seed: 71)
    let patterns = try #require(
      ResponsePatterns(
        cells: people.cells(1200, truth, missing: missing), categories: truth.map(\.categories)))
    let ids = truth.indices.map { "q\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: model).value)
    #expect(fit.hasConverged)
    #expect(fit.maxGradient < 1e-4)
    var inside = 0
    var count = 0
    for (item, curve) in zip(fit.items, truth) {
      #expect((item.discrimination - curve.slope).magnitude < 0.45, "\(item.id)")
      for (step, intercept) in curve.intercepts.enumerated() {
        let error = try #require(item.interceptErrors[step].value)
        count += 1
        if (item.curve.intercepts[step] - intercept).magnitude < 1.96 * error { inside += 1 }
      }
    }
    // 16 intervals of 95 %: fewer than 12 would be one chance in a thousand.
    #expect(inside >= count - 4)
  }

  @Test(
    "derivatives are those of the likelihood, and threads change no bit",
    arguments: [ItemResponseFit.Model.partialCredit, .graded])
  func derivatives(_ model: ItemResponseFit.Model) throws {
    let truth = Self.curves(model.kind)
    var people = SyntheticPeople(seed: 5)
    let cells = people.cells(4500, truth, missing: 0.05)
    let patterns = try #require(
      ResponsePatterns(cells: cells, categories: truth.map(\.categories)))
    let layout = ParameterLayout(model: model, categories: patterns.categories)
    let point = layout.point(truth)
    func look(_ point: [Double], _ threads: Int) -> QuasiNewton.Look {
      layout.look(
        point,
        MarginalLikelihood(
          patterns: patterns, grid: Quadrature(count: 21, limit: 5), workers: Workers(threads)),
        nil)
    }
    let here = look(point, 1)
    for place in stride(from: 0, to: point.count, by: 5) {
      var above = point
      var below = point
      above[place] += 1e-5
      below[place] -= 1e-5
      let slope = (look(above, 2).value - look(below, 2).value) / 2e-5
      #expect((slope - here.gradient[place]).magnitude < 2e-3 * max(1, slope.magnitude), "\(place)")
    }
    for threads in 2...3 {
      let other = look(point, threads)
      #expect(other.value == here.value)
      #expect(other.gradient == here.gradient)
    }
    let products = (1...3).map { threads in
      MarginalLikelihood(
        patterns: patterns, grid: Quadrature(count: 21, limit: 5), workers: Workers(threads)
      ).crossProduct(truth, places: layout.places, size: layout.size)
    }
    #expect(products[0] == products[1])
    #expect(products[0] == products[2])
  }

  @Test("cross-products and curvature agree on the errors")
  func errors() throws {
    let truth = Self.curves(.graded)
    var people = SyntheticPeople(seed: 15)
    let patterns = try #require(
      ResponsePatterns(
        cells: people.cells(2500, truth), categories: truth.map(\.categories)))
    let ids = truth.indices.map { "q\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .graded).value)
    #expect(fit.errorSource == .observed)
    let layout = ParameterLayout(model: .graded, categories: patterns.categories)
    let information = MarginalLikelihood(
      patterns: patterns, grid: .suited(to: patterns), workers: Workers(nil)
    ).crossProduct(fit.curves, places: layout.places, size: layout.size)
    let inverse = try #require(Cholesky(information, size: layout.size)?.inverse)
    for (place, item) in fit.items.enumerated() {
      let block = layout.block(inverse, place)
      let error = try #require(item.discriminationError.value)
      #expect((block[0].squareRoot() / error - 1).magnitude < 0.15, "\(item.id)")
    }
  }

  @Test("with two categories graded steps and partial credit are the models of right and wrong")
  func twoCategories() throws {
    let truth = (0..<5).map { ItemCurve(slope: 1, intercepts: [-1 + 0.5 * Double($0)]) }
    var people = SyntheticPeople(seed: 8)
    let cells = people.cells(300, truth)
    let patterns = try #require(ResponsePatterns(cells: cells, categories: truth.map(\.categories)))
    let ids = truth.indices.map { "q\($0)" }
    for (one, two) in [
      (ItemResponseFit.Model.rasch, ItemResponseFit.Model.partialCredit), (.twoParameter, .graded),
    ] {
      let first = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: one).value)
      let second = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: two).value)
      #expect(isNear(first.logLikelihood, second.logLikelihood, within: 1e-10))
      for (a, b) in zip(first.items, second.items) {
        #expect(isNear(a.discrimination, b.discrimination, within: 1e-6))
        #expect(isNear(a.intercept, b.intercept, within: 1e-6))
      }
    }
    #expect(
      ItemResponseFit.marginal(
        try #require(ResponsePatterns(cells: [0, 1, 2, 2, 1, 0], categories: [3, 3])),
        ids: ["a", "b"],
        model: .rasch
      ).reason == .unequalLengths)
  }

  @Test(
    "abilities: where the likelihood is highest, and finite at the ends where they can be",
    arguments: [ItemCurve.Kind.graded, .partial])
  func abilities(_ kind: ItemCurve.Kind) throws {
    let curves = Self.curves(kind)
    let scoring = PersonScoring(curves)
    let answers: [Int?] = [0, 2, 1, nil, 3, 1]
    func height(_ ability: Double) -> Double {
      zip(answers, curves).reduce(0) { sum, pair in
        guard let answer = pair.0 else { return sum }
        return sum + log(pair.1.chances(at: ability)[answer])
      }
    }
    let likely = try #require(scoring.score(answers, .likelihood).value)
    let step = 1e-4
    #expect(
      ((height(likely.ability + step) - height(likely.ability - step)) / (2 * step)).magnitude
        < 1e-6)
    let mode = try #require(scoring.score(answers, .mode).value)
    #expect(
      ((height(mode.ability + step) - height(mode.ability - step)) / (2 * step) - mode.ability)
        .magnitude < 1e-6)
    // The mean by a rule of its own: many small steps.
    var sums = (0.0, 0.0, 0.0)
    for place in 0...4000 {
      let ability = -8 + 0.004 * Double(place)
      let weight = exp(height(ability) - 0.5 * ability * ability)
      sums.0 += weight
      sums.1 += weight * ability
      sums.2 += weight * ability * ability
    }
    let expected = try #require(scoring.score(answers, .expected).value)
    #expect(isNear(expected.ability, sums.1 / sums.0, within: 1e-9))
    #expect(
      isNear(
        expected.error, (sums.2 / sums.0 - sums.1 * sums.1 / sums.0 / sums.0).squareRoot(),
        within: 1e-8))
    let best = curves.map { Int?.some($0.categories - 1) }
    let worst = curves.map { _ in Int?.some(0) }
    for extreme in [best, worst] {
      #expect(scoring.score(extreme, .likelihood).reason == .noVariation)
      let weighted = try #require(scoring.score(extreme, .weighted).value)
      #expect(weighted.ability.magnitude > 1)
      #expect(weighted.error.isFinite)
    }
    #expect(scoring.score([Int?](repeating: nil, count: 6), .expected).reason == .tooFew(needed: 1))
    #expect(scoring.score([9, 0, 0, 0, 0, 0], .expected).reason == .notFinite)
    #expect(scoring.score([1], .expected).reason == .unequalLengths)
  }

  @Test("information is the variance of the score's derivative")
  func information() {
    for curve in Self.curves(.graded) + Self.curves(.partial) {
      for ability in [-2.0, 0.3, 1.7] {
        let step = 1e-5
        let low = curve.chances(at: ability - step)
        let high = curve.chances(at: ability + step)
        let own = zip(curve.chances(at: ability), zip(low, high)).reduce(0) { sum, pair in
          let slope = (pair.1.1 - pair.1.0) / (2 * step)
          return sum + slope * slope / pair.0
        }
        #expect(isNear(ItemInformation.of(curve, at: ability), own, within: 1e-7))
        #expect(isNear(curve.chances(at: ability).reduce(0, +), 1, within: 1e-12))
        for (chance, logarithm) in zip(curve.chances(at: ability), curve.logarithms(at: ability)) {
          #expect(isNear(exp(logarithm), chance, within: 1e-12))
        }
      }
    }
  }

  @Test("patterns keep every answer, in whatever blocks")
  func patterns() throws {
    var people = SyntheticPeople(seed: 3)
    let categories = [2, 5, 3, 64, 2, 7, 4, 2, 2, 3]
    for missing in [0.0, 0.2] {
      let cells: [UInt8] = (0..<400).flatMap { _ in
        categories.map { count in
          people.unit() < missing
            ? ResponsePatterns.missing : UInt8(people.unit() * Double(count))
        }
      }
      let patterns = try #require(ResponsePatterns(cells: cells, categories: categories))
      for row in 0..<400 {
        let own = patterns.row(Int(patterns.sources[row]))
        for item in categories.indices {
          let cell = cells[row * categories.count + item]
          #expect(own[item] == (cell == ResponsePatterns.missing ? nil : Int(cell)))
          #expect(patterns.category(Int(patterns.sources[row]), item) == own[item])
        }
      }
      #expect(patterns.people == 400)
      #expect(patterns.isComplete == (missing == 0))
    }
  }

  @Test("too few people have a simpler model, or none")
  func choice() {
    #expect(ItemResponseFit.suited(.twoParameter, people: 200) == .twoParameter)
    #expect(ItemResponseFit.suited(.twoParameter, people: 199) == .rasch)
    #expect(ItemResponseFit.suited(.graded, people: 100) == .partialCredit)
    #expect(ItemResponseFit.suited(.graded, people: 29) == nil)
    #expect(ItemResponseFit.suited(.rasch, people: 29) == nil)
    #expect(ItemResponseFit.suited(.twoParameter, people: 40, fewest: 30) == .twoParameter)
  }

  @Test("a search that may not go on says so")
  func notConverged() throws {
    let truth = Self.curves(.graded)
    var people = SyntheticPeople(seed: 12)
    let patterns = try #require(
      ResponsePatterns(cells: people.cells(300, truth), categories: truth.map(\.categories)))
    let fit = try #require(
      ItemResponseFit.marginal(
        patterns, ids: truth.indices.map { "q\($0)" }, model: .graded, limit: 3
      ).value)
    #expect(!fit.hasConverged)
    #expect(fit.maxGradient > 0.1)
  }

  @Test("steep items get more points, and the likelihood is that of a finer grid")
  func steep() throws {
    let truth = (0..<6).map { item in
      ItemCurve(slope: item == 2 ? 14 : 1, intercepts: [item == 2 ? 3 : 0.4 * Double(item) - 1])
    }
    var people = SyntheticPeople(seed: 6)
    let patterns = try #require(
      ResponsePatterns(cells: people.cells(1500, truth), categories: truth.map(\.categories)))
    let ids = truth.indices.map { "q\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .twoParameter).value)
    let fine = try #require(
      ItemResponseFit.marginal(
        patterns, ids: ids, model: .twoParameter, grid: Quadrature(count: 961, limit: 8)
      ).value)
    #expect(isNear(fit.logLikelihood, fine.logLikelihood, within: 1e-8))
    #expect(
      fit.items.allSatisfy {
        $0.discrimination * 16 / Double(fit.nodes - 1) <= 1 || fit.nodes == 481
      })
  }

  #if !DEBUG
    @Test("many people are begun with some of them: the same end, for any number of threads")
    func sampled() throws {
      let truth = (0..<20).map { item in
        ItemCurve(slope: 0.7 + 0.04 * Double(item), intercepts: [-1.5 + 0.15 * Double(item)])
      }
      var people = SyntheticPeople(seed: 19)
      let patterns = try #require(
        ResponsePatterns(cells: people.cells(60_000, truth), categories: truth.map(\.categories)))
      #expect(patterns.rows > 20_000)
      let ids = truth.indices.map { "q\($0)" }
      let fits = (1...3).map { threads in
        ItemResponseFit.marginal(
          patterns, ids: ids, model: .twoParameter, workers: Workers(threads)
        ).value
      }
      let first = try #require(fits[0])
      #expect(first.hasConverged)
      #expect(first.errorSource == .crossProduct)
      #expect(first.maxGradient < 1e-3)
      #expect(fits[1] == first)
      #expect(fits[2] == first)
      // Without a sample to begin with the search ends at the same place.
      let layout = ParameterLayout(model: .twoParameter, categories: patterns.categories)
      let likelihood = MarginalLikelihood(
        patterns: patterns, grid: .suited(to: patterns), workers: Workers(nil))
      let plain = QuasiNewton.maximise(from: layout.start(patterns.counts)) {
        layout.look($0, likelihood, nil)
      }
      #expect(isNear(plain.value, first.logLikelihood, within: 1e-12))
      for (one, two) in zip(layout.point(first.curves), plain.point) {
        #expect((one - two).magnitude < 1e-6)
      }
      let inside = zip(first.items, truth).filter { item, curve in
        (item.intercept - curve.intercepts[0]).magnitude < 1.96 * (item.interceptError.value ?? 0)
      }
      #expect(inside.count >= 15)
    }
  #endif
}
