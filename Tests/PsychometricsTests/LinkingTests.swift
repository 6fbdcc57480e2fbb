import Glibc
import Testing

@testable import Psychometrics

@Suite("Linking of scales")
struct LinkingTests {
  private static let graded = (0..<7).map { item in
    let place = Double(item)
    let intercepts: [Double] =
      item < 4 ? [-1 + 0.4 * place] : [1.3 - 0.2 * place, -0.4 - 0.2 * place]
    return ItemCurve(slope: 0.7 + 0.15 * place, intercepts: intercepts)
  }
  private static let partial = (0..<5).map { item in
    let place = Double(item)
    return ItemCurve(kind: .partial, slope: 1.2, intercepts: [0.6 - 0.3 * place, 0.2 * place])
  }

  @Test(
    "a line that is exact is found, by every method and grid",
    arguments: ScaleLinking.Method.allCases)
  func exact(_ method: ScaleLinking.Method) throws {
    let line = ScaleLinking(method: method, slope: 1.3, intercept: -0.45, criterion: nil)
    for curves in [Self.graded, Self.partial] {
      for grid in [
        ScaleLinking.CriterionGrid(),
        ScaleLinking.CriterionGrid(count: 21, limit: 3, weighting: .normal, isSymmetric: true),
      ] {
        let found = try #require(
          ScaleLinking.of(x: curves, y: curves.map(line.linked), method: method, grid: grid).value)
        #expect(isNear(found.slope, 1.3, within: 1e-8))
        #expect(isNear(found.intercept, -0.45, within: 1e-8))
      }
    }
  }

  @Test("a curve on the other scale gives the same chances at the same people")
  func linked() {
    let line = ScaleLinking(method: .meanMean, slope: 0.8, intercept: 0.3, criterion: nil)
    for curve in Self.graded + Self.partial {
      for ability in [-1.5, 0, 2.2] {
        let one = curve.chances(at: ability)
        let two = line.linked(curve).chances(at: 0.8 * ability + 0.3)
        for (a, b) in zip(one, two) { #expect(isNear(a, b, within: 1e-12)) }
      }
    }
  }

  @Test("the criterion of the curve methods is lowest where they end")
  func lowest() throws {
    // Curves that no line brings together.
    let other = Self.graded.enumerated().map { place, curve in
      let slope = curve.slope * (1 + 0.05 * Double(place % 3))
      let shift = 0.2 * Double(place % 2) - 0.1
      return ItemCurve(slope: slope, intercepts: curve.intercepts.map { $0 + shift })
    }
    func criterion(_ method: ScaleLinking.Method, _ slope: Double, _ shift: Double) -> Double {
      let line = ScaleLinking(method: method, slope: slope, intercept: shift, criterion: nil)
      var sum = 0.0
      for (ability, weight) in ScaleLinking.CriterionGrid().points {
        var whole = 0.0
        for (y, x) in zip(other, Self.graded) {
          let linked = line.linked(x)
          if method == .stockingLord {
            whole += y.expected(at: ability) - linked.expected(at: ability)
          } else {
            let pairs = zip(y.chances(at: ability), linked.chances(at: ability))
            for (a, b) in pairs.dropFirst(y.categories == 2 ? 1 : 0) {
              sum += weight * (a - b) * (a - b)
            }
          }
        }
        sum += weight * whole * whole
      }
      return sum / 41
    }
    for method in [ScaleLinking.Method.haebara, .stockingLord] {
      let found = try #require(ScaleLinking.of(x: Self.graded, y: other, method: method).value)
      let best = criterion(method, found.slope, found.intercept)
      #expect(isNear(found.criterion, best, within: 1e-9))
      for (a, b) in [(1e-3, 0.0), (-1e-3, 0), (0, 1e-3), (0, -1e-3)] {
        #expect(criterion(method, found.slope + a, found.intercept + b) > best)
      }
    }
  }

  @Test("anchors that cannot be linked have a reason")
  func refused() {
    let flat = [ItemCurve(slope: 0, intercepts: [1])]
    #expect(ScaleLinking.of(x: flat, y: flat, method: .meanMean).reason == .noVariation)
    #expect(ScaleLinking.of(x: [], y: [], method: .haebara).reason == .tooFew(needed: 1))
    #expect(
      ScaleLinking.of(x: Self.graded, y: Self.partial, method: .haebara).reason == .unequalLengths)
    let one = [ItemCurve(slope: 1, intercepts: [1])]
    #expect(ScaleLinking.of(x: one, y: one, method: .meanSigma).reason == .tooFew(needed: 2))
  }

  @Test("true scores of a form are worth themselves, and the ends the ends")
  func trueScores() throws {
    let table = try #require(TrueScoreEquating.table(x: Self.graded, y: Self.graded))
    for (score, equated) in table.enumerated() {
      #expect(isNear(equated, Double(score), within: 1e-9))
    }
    #expect(table.count == 11)
    let harder = Self.graded.map {
      ItemCurve(slope: $0.slope, intercepts: $0.intercepts.map { $0 - 0.7 })
    }
    let worth = try #require(TrueScoreEquating.table(x: harder, y: Self.graded))
    for score in 1..<10 { #expect(worth[score] > Double(score)) }
    #expect(worth[0] == 0)
    #expect(worth[10] == 10)
    #expect(TrueScoreEquating.table(x: [], y: Self.graded) == nil)
  }
}

@Suite("Equating of few people, and errors")
struct SmallEquatingTests {
  @Test("the arc goes through its three points, and is a circle's")
  func arc() throws {
    let arc = try #require(
      CircleArc(
        low: CircleArc.Point(x: 0, y: 0), middle: CircleArc.Point(x: 18, y: 20.5),
        high: CircleArc.Point(x: 40, y: 40)))
    #expect(isNear(arc.equated(0), 0))
    #expect(isNear(arc.equated(18), 20.5, within: 1e-9))
    #expect(isNear(arc.equated(40), 40))
    // Above the line x → x the distance is that of one circle: any three points give its radius.
    func radius(_ points: [Double]) -> Double {
      let p = points.map { ($0, arc.equated($0) - $0) }
      func side(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot()
      }
      let (a, b, c) = (side(p[0], p[1]), side(p[1], p[2]), side(p[2], p[0]))
      let area =
        0.5
        * ((p[1].0 - p[0].0) * (p[2].1 - p[0].1) - (p[2].0 - p[0].0) * (p[1].1 - p[0].1)).magnitude
      return a * b * c / (4 * area)
    }
    #expect(isNear(radius([2, 11, 25]), radius([5, 20, 38]), within: 1e-6))
    let straight = try #require(
      CircleArc(
        low: CircleArc.Point(x: 0, y: 0), middle: CircleArc.Point(x: 20, y: 20),
        high: CircleArc.Point(x: 40, y: 40)))
    #expect(straight.equated(13) == 13)
    let below = try #require(
      CircleArc(
        low: CircleArc.Point(x: 0, y: 0), middle: CircleArc.Point(x: 20, y: 17),
        high: CircleArc.Point(x: 40, y: 40)))
    #expect(isNear(below.equated(20), 17, within: 1e-9))
    #expect(
      CircleArc(
        low: CircleArc.Point(x: 0, y: 0), middle: CircleArc.Point(x: 40, y: 17),
        high: CircleArc.Point(x: 40, y: 40)) == nil)
  }

  @Test("rules for scores that nobody has differ there alone")
  func zero() throws {
    let x = try #require(ScoreDistribution([2, 2, 2, 2]))
    let y = try #require(ScoreDistribution([2, 2, 0, 0, 4]))
    #expect(y.score(0.5, .upper) == 3.5)
    #expect(y.score(0.5, .lower) == 1.5)
    #expect(y.score(0.5, .middle) == 2.5)
    for rank in [0.1, 0.3, 0.7, 0.95] {
      #expect(isNear(y.score(rank, .lower), y.score(rank, .upper), within: 1e-12))
    }
    let table = Equipercentile.table(from: x, to: y, zero: .middle)
    #expect(table.count == 4)
  }

  @Test("errors of the mean method are those of the formula, the same for the same seed")
  func bootstrap() throws {
    var people = SyntheticPeople(seed: 6)
    let x = (0..<80).map { _ in 20 + 4 * people.normal() }
    let y = (0..<120).map { _ in 22 + 5 * people.normal() }
    func errors(_ seed: UInt64) throws -> [Double] {
      var generator = Counting(state: seed)
      return try #require(
        EquatingErrors.bootstrap(x: 80, y: 120, samples: 800, using: &generator) { first, second in
          LinearEquating.equivalent(
            x: first.map { x[$0] }, y: second.map { y[$0] }, method: .mean
          ).value.map { [$0.equated(10), $0.equated(20)] }
        }
      ).errors
    }
    let one = try errors(4)
    #expect(one == (try errors(4)))
    #expect(one != (try errors(5)))
    let formula = (Moments.variance(x) / 80 + Moments.variance(y) / 120).squareRoot()
    #expect((one[0] / formula - 1).magnitude < 0.12)
    #expect(isNear(one[0], one[1], within: 1e-9))
  }
}

@Suite("Differences of groups by regression and strata")
struct RegressionFairnessTests {
  /// Admissions at Berkeley, the department standing for the total: A to F are 0 to 5.
  private static let counts: [[Double]] = [
    [512, 313, 89, 19], [353, 207, 17, 8], [120, 205, 202, 391], [138, 279, 131, 244],
    [53, 138, 94, 299], [22, 351, 24, 317],
  ]
  private static let strata = counts.enumerated().map { place, counts in
    (
      total: Double(place),
      table: MantelHaenszel.Table(
        referenceRight: counts[0], referenceWrong: counts[1], focalRight: counts[2],
        focalWrong: counts[3])
    )
  }

  @Test("logistic regression, recomputed with numpy")
  func logistic() throws {
    let own = try #require(LogisticFairness.of(Self.strata).value)
    #expect(isNear(own.uniform.chiSquared, 0.013030409219027206, within: 1e-8))
    #expect(isNear(own.nonUniform.chiSquared, 1.8067608348974318, within: 1e-8))
    #expect(isNear(own.group, 0.008389923026844366, within: 1e-9))
    #expect(isNear(own.groupError, 0.07350584185990228, within: 1e-9))
    #expect(isNear(own.interaction, -0.06837596764252145, within: 1e-9))
    #expect(isNear(own.interactionError, 0.05111601181546078, within: 1e-9))
    #expect(isNear(own.effect, 0.00045995834457093765, within: 1e-10))
    #expect(own.category == .negligible)
    #expect(own.both.df == 2)
  }

  @Test("Breslow and Day's test, recomputed with scipy; R's DescTools prints 18.826")
  func breslowDay() throws {
    let odds = try #require(MantelHaenszel(Self.strata.map(\.table)).odds.value)
    let own = try #require(BreslowDay.test(Self.strata.map(\.table), odds: odds).value)
    #expect(isNear(own.chiSquared, 18.82550125205275, within: 1e-8))
    #expect(own.df == 5)
    #expect(isNear(own.p, 0.0020714013978812536, within: 1e-9))
  }

  @Test("turning the groups round turns the signs and keeps the tests")
  func turned() throws {
    let turned = Self.strata.map { total, table in
      (
        total: total,
        table: MantelHaenszel.Table(
          referenceRight: table.focalRight, referenceWrong: table.focalWrong,
          focalRight: table.referenceRight, focalWrong: table.referenceWrong)
      )
    }
    let one = try #require(LogisticFairness.of(Self.strata).value)
    let two = try #require(LogisticFairness.of(turned).value)
    #expect(isNear(one.group, -two.group, within: 1e-9))
    #expect(isNear(one.interaction, -two.interaction, within: 1e-9))
    #expect(isNear(one.both.chiSquared, two.both.chiSquared, within: 1e-7))
  }

  @Test("answers that can be foretold, or do not vary, have a reason")
  func degenerate() {
    let right = Self.strata.map { total, _ in
      (
        total: total,
        table: MantelHaenszel.Table(
          referenceRight: 5, referenceWrong: 0, focalRight: 5, focalWrong: 0)
      )
    }
    #expect(LogisticFairness.of(right).reason == .noVariation)
    #expect(LogisticFairness.of([]).reason == .noVariation)
    let low = MantelHaenszel.Table(
      referenceRight: 0, referenceWrong: 9, focalRight: 0, focalWrong: 9)
    let high = MantelHaenszel.Table(
      referenceRight: 9, referenceWrong: 0, focalRight: 9, focalWrong: 0)
    let foretold = (0..<6).map { (total: Double($0), table: $0 > 2 ? high : low) }
    #expect(LogisticFairness.of(foretold).reason == .noVariation)
    #expect(BreslowDay.test([], odds: 1).reason == .tooFew(needed: 2))
  }

  @Test(
    "a difference that turns round with ability is found by logistic regression alone",
    arguments: ItemFairness.Method.allCases)
  func crossing(_ method: ItemFairness.Method) {
    let curves = (0..<10).map { ItemCurve(slope: 1.2, intercepts: [-1.2 + 0.3 * Double($0)]) }
    var other = curves
    other[4] = ItemCurve(slope: -0.8, intercepts: [0])
    var people = SyntheticPeople(seed: 31)
    let cells = people.cells(1500, curves) + people.cells(1500, other)
    var columns = [[UInt8]](repeating: [], count: 10)
    for (place, cell) in cells.enumerated() { columns[place % 10].append(cell) }
    var isFocal = [Bool](repeating: false, count: 1500)
    isFocal += [Bool](repeating: true, count: 1500)
    let ids = (0..<10).map { "q\($0)" }
    let result = ItemFairness(
      columns: columns, items: ids, isFocal: isFocal, method: method, purifies: true)
    let item = result.items[4]
    #expect((item.breslowDay.value?.p ?? 1) < 1e-6)
    if method == .logistic {
      #expect(item.category.value != .negligible)
      #expect((item.logistic?.value?.nonUniform.p ?? 1) < 1e-6)
      #expect(result.purified.contains("q4"))
    } else {
      #expect(item.category.value != .large)
    }
    #expect(result.isSettled)
  }
}
