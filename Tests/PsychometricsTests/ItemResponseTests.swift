import FoundationEssentials
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
}
