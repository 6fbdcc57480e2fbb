import FoundationEssentials
import Glibc
import Testing

@testable import Psychometrics

@Suite(
  "Item response models as published",
  .enabled(if: Reference.folder != nil, "SALA_REFERENCE does not name the reference folder"))
struct ItemResponseReferenceTests {
  private func patterns(_ file: String, items: Int) throws -> ResponsePatterns {
    let rows = try Reference.rows(file).dropFirst()
    let marks = rows.flatMap { row in row[0].utf8.map { $0 - UInt8(ascii: "0") } }
    let counts = try rows.map { try #require(Double($0[1])) }
    return try #require(ResponsePatterns(marks: marks, items: items, weights: counts))
  }

  private struct LSAT: Decodable {
    struct Verified: Decodable {
      struct Marginal: Decodable {
        var logLik: Double
        var a, d: [Double]
      }
      struct Conditional: Decodable {
        var easiness: [Double]
        var cll_excluding_combinatorial_const: Double
      }
      var rasch_mml, twopl_mml: Marginal
      var rasch_cml: Conditional
      var cml_se_R: [Double]
    }
    var verified: Verified
  }

  @Test("LSAT section 6: Rasch and two parameters, marginal and conditional")
  func lsat() throws {
    let gold = try JSONDecoder().decode(LSAT.self, from: Reference.data("G01_lsat6.json")).verified
    let patterns = try patterns("lsat6.csv", items: 5)
    #expect(patterns.people == 1000)
    let ids = (1...5).map { "item\($0)" }
    let rasch = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .rasch).value)
    let two = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .twoParameter).value)
    for (fit, values) in [(rasch, gold.rasch_mml), (two, gold.twopl_mml)] {
      #expect(fit.hasConverged)
      #expect(fit.maxGradient < 1e-5)
      #expect(isNear(fit.logLikelihood, values.logLik, within: 1e-9))
      for (place, item) in fit.items.enumerated() {
        #expect(isNear(item.discrimination, values.a[place], within: 1e-6))
        #expect(isNear(item.intercept, values.d[place], within: 1e-6))
      }
    }
    let conditional = try #require(ItemResponseFit.conditional(patterns, ids: ids).value)
    #expect(conditional.hasConverged)
    for (place, item) in conditional.items.enumerated() {
      #expect(isNear(item.intercept, gold.rasch_cml.easiness[place], within: 1e-6))
      #expect(isNear(item.interceptError.value, gold.cml_se_R[place], within: 1e-4))
    }
    #expect(
      isNear(
        conditional.logLikelihood, gold.rasch_cml.cll_excluding_combinatorial_const, within: 1e-6))
  }

  private struct Mobility: Decodable {
    struct Verified: Decodable {
      struct Values: Decodable {
        var logLik: Double
        var a, d: [Double]
      }
      var twopl: Values
    }
    var verified: Verified
  }

  @Test("women's mobility: slopes up to 6 need many points")
  func mobility() throws {
    let gold = try JSONDecoder().decode(Mobility.self, from: Reference.data("G04_mobility.json"))
      .verified.twopl
    let patterns = try patterns("mobility.csv", items: 8)
    let ids = (1...8).map { "item\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .twoParameter).value)
    #expect(fit.hasConverged)
    #expect((fit.logLikelihood - gold.logLik).magnitude < 1e-4)
    for (place, item) in fit.items.enumerated() {
      #expect((item.discrimination - gold.a[place]).magnitude < 1e-4)
    }
  }

  private struct Environment: Decodable {
    struct Verified: Decodable {
      struct Values: Decodable {
        var logLik: Double
        var a: [Double]
        var d: [[Double]]
        var b: [[Double]]
      }
      var exact: Values
    }
    var verified: Verified
  }

  @Test("attitudes to the environment: graded answers, converged, for any number of threads")
  func environment() throws {
    let gold = try JSONDecoder().decode(
      Environment.self, from: Reference.data("G05_environment_grm.json")
    ).verified.exact
    let rows = try Reference.rows("environment.csv").dropFirst()
    let cells = rows.flatMap { row in row[0].utf8.map { $0 - UInt8(ascii: "1") } }
    let counts = try rows.map { try #require(Double($0[1])) }
    let patterns = try #require(
      ResponsePatterns(
        cells: cells, categories: [Int](repeating: 3, count: 6), weights: counts))
    #expect(patterns.people == 291)
    let ids = (1...6).map { "item\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .graded).value)
    #expect(fit.hasConverged)
    #expect(isNear(fit.logLikelihood, gold.logLik, within: 1e-9))
    for (place, item) in fit.items.enumerated() {
      #expect(isNear(item.discrimination, gold.a[place], within: 1e-5))
      for step in 0..<2 {
        #expect(isNear(item.curve.intercepts[step], gold.d[place][step], within: 1e-5))
        #expect(isNear(item.difficulties[step].value, gold.b[place][step], within: 1e-5))
        #expect((item.difficultyErrors[step].value ?? 0) > 0)
      }
    }
    for threads in 2...3 {
      let other = ItemResponseFit.marginal(
        patterns, ids: ids, model: .graded, workers: Workers(threads))
      #expect(other.value == fit)
    }
  }

  @Test("LSAT section 6: every pattern's four scores")
  func scores() throws {
    let gold = try JSONDecoder().decode(LSAT.self, from: Reference.data("G01_lsat6.json")).verified
      .twopl_mml
    for row in try Reference.rows("lsat6_scores_exact.csv").dropFirst() {
      let answers = row[0].utf8.map { Bool?.some($0 == UInt8(ascii: "1")) }
      let score = PersonScore(answers, slopes: gold.a, intercepts: gold.d)
      let numbers = row.map { Double($0) ?? .nan }
      #expect(isNear(score.expected.value?.ability, numbers[2], within: 1e-6), "\(row[0])")
      #expect(isNear(score.expected.value?.error, numbers[3], within: 1e-6), "\(row[0])")
      #expect(isNear(score.mode.value?.ability, numbers[4], within: 1e-6), "\(row[0])")
      #expect(isNear(score.weighted.value?.ability, numbers[7], within: 1e-6), "\(row[0])")
      if numbers[5].isFinite {
        #expect(isNear(score.likelihood.value?.ability, numbers[5], within: 1e-6), "\(row[0])")
        #expect(isNear(score.likelihood.value?.error, numbers[6], within: 1e-6), "\(row[0])")
      } else {
        #expect(score.likelihood.reason == .noVariation, "\(row[0])")
      }
      let ability = try #require(score.expected.value?.ability)
      let information = zip(gold.a, gold.d).reduce(0) {
        $0 + ItemInformation.of(slope: $1.0, intercept: $1.1, at: ability)
      }
      #expect(isNear(information, numbers[8], within: 1e-6), "\(row[0])")
    }
  }
}

@Suite("Item response models")
struct ItemResponseTests {
  private func simulated(
    people: Int, slopes: [Double], intercepts: [Double], seed: UInt64, missing: Double = 0
  ) throws -> ResponsePatterns {
    var generator = Counting(state: seed)
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    var marks: [UInt8] = []
    for _ in 0..<people {
      let ability = (0..<12).reduce(-6.0) { sum, _ in sum + unit() }
      for (slope, intercept) in zip(slopes, intercepts) {
        let chance = 1 / (1 + exp(-(slope * ability + intercept)))
        let isRight = unit() < chance
        marks.append(unit() < missing ? 2 : isRight ? 1 : 0)
      }
    }
    return try #require(ResponsePatterns(marks: marks, items: slopes.count))
  }

  @Test("what made the answers is found again, missing answers or not", arguments: [0, 0.15])
  func recovery(missing: Double) throws {
    let slopes = (0..<10).map { 0.6 + 0.08 * Double($0) }
    let intercepts = (0..<10).map { -1.5 + 3 * Double($0) / 9 }
    let patterns = try simulated(
      people: 1500, slopes: slopes, intercepts: intercepts, seed: 5, missing: missing)
    let ids = (0..<10).map { "q\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .twoParameter).value)
    #expect(fit.hasConverged)
    #expect(fit.maxGradient < 1e-4)
    var inside = 0
    for (place, item) in fit.items.enumerated() {
      let error = try #require(item.interceptError.value)
      if (item.intercept - intercepts[place]).magnitude < 1.96 * error { inside += 1 }
      #expect((item.discrimination - slopes[place]).magnitude < 0.4, "\(item.id)")
    }
    // 10 intervals of 95 %: fewer than 7 would be one chance in a thousand.
    #expect(inside >= 7)
  }

  @Test("the order of people and of items changes nothing")
  func order() throws {
    let slopes = (0..<10).map { 0.8 + 0.05 * Double($0) }
    let intercepts = (0..<10).map { -1 + 0.2 * Double($0) }
    let patterns = try simulated(people: 500, slopes: slopes, intercepts: intercepts, seed: 9)
    let ids = (0..<10).map { "q\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .twoParameter).value)
    var marks: [UInt8] = []
    for row in (0..<patterns.rows).reversed() {
      for _ in 0..<Int(patterns.weights[row]) {
        for item in (0..<10).reversed() { marks.append(patterns.category(row, item) == 1 ? 1 : 0) }
      }
    }
    let turned = try #require(ResponsePatterns(marks: marks, items: 10))
    let other = try #require(
      ItemResponseFit.marginal(turned, ids: ids.reversed(), model: .twoParameter).value)
    #expect(isNear(fit.logLikelihood, other.logLikelihood, within: 1e-10))
    for (one, two) in zip(fit.items, other.items.reversed()) {
      #expect(one.id == two.id)
      #expect(isNear(one.discrimination, two.discrimination, within: 1e-6))
    }
  }

  @Test("conditional and marginal Rasch agree on what is hard")
  func methods() throws {
    let slopes = [Double](repeating: 1, count: 8)
    let intercepts = (0..<8).map { -1.4 + 0.4 * Double($0) }
    let patterns = try simulated(people: 3000, slopes: slopes, intercepts: intercepts, seed: 21)
    let ids = (0..<8).map { "q\($0)" }
    let marginal = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .rasch).value)
    let conditional = try #require(ItemResponseFit.conditional(patterns, ids: ids).value)
    #expect(isNear(conditional.items.reduce(0) { $0 + $1.intercept }, 0, within: 1e-9))
    let middle = marginal.items.reduce(0) { $0 + $1.intercept } / 8
    for (one, two) in zip(marginal.items, conditional.items) {
      #expect(((one.intercept - middle) / one.discrimination - two.intercept).magnitude < 0.1)
    }
  }

  @Test("what no model can be fitted to has a reason")
  func degenerate() throws {
    let right = try #require(ResponsePatterns(marks: [1, 1, 1, 1, 0, 1], items: 2))
    let ids = ["a", "b"]
    #expect(
      ItemResponseFit.marginal(right, ids: ids, model: .rasch).reason == .noVariation)
    #expect(ItemResponseFit.conditional(right, ids: ids).reason == .noVariation)
    let one = try #require(ResponsePatterns(marks: [1, 0], items: 2))
    #expect(
      ItemResponseFit.marginal(one, ids: ids, model: .rasch).reason == .tooFew(needed: 2))
    #expect(ItemResponseFit.marginal(one, ids: ["a"], model: .rasch).reason == .unequalLengths)
    #expect(ResponsePatterns(marks: [1, 0, 1], items: 2) == nil)
    #expect(ResponsePatterns(marks: [3], items: 1) == nil)
    let missing = try #require(ResponsePatterns(marks: [2, 1, 2, 0, 2, 1], items: 2))
    #expect(
      ItemResponseFit.marginal(missing, ids: ids, model: .rasch).reason == .noVariation)
    #expect(PersonScore([], slopes: [], intercepts: []).expected.reason == .tooFew(needed: 1))
    #expect(PersonScore([true], slopes: [], intercepts: []).mode.reason == .unequalLengths)
  }

  @Test("a hundred and fifty items do not vanish")
  func many() throws {
    let slopes = [Double](repeating: 1.2, count: 150)
    let intercepts = (0..<150).map { -2 + 4 * Double($0) / 149 }
    let patterns = try simulated(people: 60, slopes: slopes, intercepts: intercepts, seed: 2)
    let likelihood = MarginalLikelihood(
      patterns: patterns, grid: .suited(to: patterns), workers: Workers(1))
    let look = likelihood.look(curves(slopes, intercepts))
    #expect(look.logLikelihood.isFinite)
    #expect(look.logLikelihood < -1000)
    let areFinite = look.gradients.joined().allSatisfy { $0.isFinite }
    #expect(areFinite)
  }

  @Test("derivatives are those of the likelihood")
  func derivatives() throws {
    let slopes = (0..<9).map { 0.7 + 0.1 * Double($0) }
    let intercepts = (0..<9).map { -0.8 + 0.2 * Double($0) }
    let patterns = try simulated(
      people: 200, slopes: slopes, intercepts: intercepts, seed: 4, missing: 0.1)
    let likelihood = MarginalLikelihood(
      patterns: patterns, grid: .suited(to: patterns), workers: Workers(2))
    let look = likelihood.look(curves(slopes, intercepts))
    for item in 0..<9 {
      func height(_ slope: Double, _ intercept: Double) -> Double {
        var changed = (slopes, intercepts)
        changed.0[item] += slope
        changed.1[item] += intercept
        return likelihood.look(curves(changed.0, changed.1)).logLikelihood
      }
      let step = 1e-5
      #expect(
        (look.gradients[item][0] - (height(step, 0) - height(-step, 0)) / (2 * step)).magnitude
          < 1e-4)
      #expect(
        (look.gradients[item][1] - (height(0, step) - height(0, -step)) / (2 * step)).magnitude
          < 1e-4)
    }
  }

  private func curves(_ slopes: [Double], _ intercepts: [Double]) -> [ItemCurve] {
    zip(slopes, intercepts).map { ItemCurve(slope: $0, intercepts: [$1]) }
  }
}
