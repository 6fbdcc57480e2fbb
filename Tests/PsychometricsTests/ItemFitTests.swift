import Glibc
import Testing

@testable import Psychometrics

@Suite("Fit of items")
struct ItemFitTests {
  /// Section 7 of the LSAT, the patterns 00000 to 11111.
  ///
  /// Source: Bock and Lieberman (1970), Psychometrika 35, 179–197.
  private static let section7: [Double] = [
    12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7,
    35, 18, 136, 32, 308,
  ]

  private static func patterns() throws -> ResponsePatterns {
    let marks = (0..<32).flatMap { pattern in
      (0..<5).map { UInt8(pattern >> (4 - $0) & 1) }
    }
    return try #require(ResponsePatterns(marks: marks, items: 5, weights: section7))
  }

  @Test("S-X² of section 7 of the LSAT, near what the manual of mirt prints")
  func scoreGroups() throws {
    let patterns = try Self.patterns()
    let ids = (1...5).map { "item\($0)" }
    let fit = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .twoParameter).value)
    #expect((fit.logLikelihood + 2658.805).magnitude < 0.001)
    let values = ItemFit.scoreGroups(fit, patterns).map(\.value)
    for (own, printed) in zip(values, [4.749, 14.451, 1.270, 5.237, 0.941]) {
      // mirt's own search ends a little below the highest point.
      #expect(((own?.chiSquared ?? 0) - printed).magnitude < 0.005)
      #expect(own?.df == 2)
      #expect(own?.groups == 4)
      #expect(own?.people == 1000)
    }
  }

  @Test("an item that is answered by lot does not fit a Rasch model, the others do")
  func byLot() throws {
    let curves = (0..<10).map { ItemCurve(slope: 1.2, intercepts: [-1.4 + 0.3 * Double($0)]) }
    var people = SyntheticPeople(seed: 44)
    var cells = people.cells(800, curves)
    for row in 0..<800 { cells[row * 10 + 3] = people.unit() < 0.5 ? 1 : 0 }
    let patterns = try #require(
      ResponsePatterns(cells: cells, categories: [Int](repeating: 2, count: 10)))
    let ids = (0..<10).map { "q\($0)" }
    for fit in [
      ItemResponseFit.marginal(patterns, ids: ids, model: .rasch).value,
      ItemResponseFit.conditional(patterns, ids: ids).value,
    ] {
      let own = ItemFit.residuals(try #require(fit), patterns).map(\.value)
      #expect((own[3]?.infit ?? 0) > 1.2)
      #expect((own[3]?.outfit ?? 0) > 1.2)
      #expect((own[3]?.infitZ ?? 0) > 4)
      for (place, value) in own.enumerated() where place != 3 {
        let value = try #require(value)
        #expect(value.infit > 0.8 && value.infit < 1.1, "\(place)")
      }
    }
    let two = try #require(ItemResponseFit.marginal(patterns, ids: ids, model: .rasch).value)
    let groups = ItemFit.scoreGroups(two, patterns).map(\.value)
    #expect((groups[3]?.p ?? 1) < 1e-6)
  }

  @Test("mean squares are those of the definition, with answers missing or not")
  func definition() throws {
    let curves = (0..<6).map { ItemCurve(slope: 1, intercepts: [-1 + 0.4 * Double($0)]) }
    var people = SyntheticPeople(seed: 9)
    for missing in [0.0, 0.1] {
      let cells = people.cells(150, curves, missing: missing)
      let patterns = try #require(
        ResponsePatterns(cells: cells, categories: [Int](repeating: 2, count: 6)))
      let fit = try #require(
        ItemResponseFit.marginal(patterns, ids: (0..<6).map { "q\($0)" }, model: .rasch).value)
      let scoring = PersonScoring(fit.curves)
      var sums = (squares: 0.0, standard: 0.0, variance: 0.0, count: 0.0)
      for row in 0..<150 {
        let answers = (0..<6).map { item -> Int? in
          let cell = cells[row * 6 + item]
          return cell == ResponsePatterns.missing ? nil : Int(cell)
        }
        guard let answer = answers[2], let person = scoring.score(answers, .likelihood).value else {
          continue
        }
        let chance = fit.curves[2].chances(at: person.ability)[1]
        let square = (Double(answer) - chance) * (Double(answer) - chance)
        sums.squares += square
        sums.variance += chance * (1 - chance)
        sums.standard += square / (chance * (1 - chance))
        sums.count += 1
      }
      let own = try #require(ItemFit.residuals(fit, patterns)[2].value)
      #expect(isNear(own.infit, sums.squares / sums.variance, within: 1e-9))
      #expect(isNear(own.outfit, sums.standard / sums.count, within: 1e-9))
      #expect(Double(own.people) == sums.count)
    }
  }

  @Test("too few groups of totals have a reason")
  func tooFew() throws {
    let patterns = try #require(
      ResponsePatterns(marks: [1, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0], items: 2))
    let fit = try #require(
      ItemResponseFit.marginal(patterns, ids: ["a", "b"], model: .rasch).value)
    let values = ItemFit.scoreGroups(fit, patterns)
    #expect(values.allSatisfy { $0.value == nil && $0.reason != nil })
  }
}
