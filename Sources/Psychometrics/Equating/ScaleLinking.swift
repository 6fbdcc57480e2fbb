import Glibc

/// The line between two scales of ability: θ on Y's scale is A·θ on X's scale + B.
///
/// Source: Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 3rd edition, chapter 6.
package struct ScaleLinking: Sendable, Hashable {
  /// How the line is found.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// The means of slopes and of difficulties are made equal. Source: Loyd and Hoover (1980),
    /// Journal of Educational Measurement 17, 179–193.
    case meanMean = "mean-mean"
    /// The means and spreads of difficulties are made equal. Source: Marco (1977), Journal of
    /// Educational Measurement 14, 139–160.
    case meanSigma = "mean-sigma"
    /// The curves of each item are brought together. Source: Haebara (1980), Japanese
    /// Psychological Research 22, 144–149.
    case haebara
    /// The curves of the whole anchor are brought together. Source: Stocking and Lord (1983),
    /// Applied Psychological Measurement 7, 201–210.
    case stockingLord = "stocking-lord"
  }

  /// The abilities at which curves are compared.
  package struct CriterionGrid: Sendable, Hashable {
    /// How abilities count.
    package enum Weighting: String, Sendable, Hashable, CaseIterable {
      /// All the same.
      case uniform
      /// As often as the standard normal distribution has them.
      case normal
    }

    /// How many points.
    package var count: Int
    /// The points go from −`limit` to `limit` on Y's scale.
    package var limit: Double
    /// How they count.
    package var weighting: Weighting
    /// Whether the comparison is also made on X's scale, and both are added.
    package var isSymmetric: Bool

    /// Creates a grid; 41 points from −4 to 4 that count the same, on Y's scale alone.
    package init(
      count: Int = 41, limit: Double = 4, weighting: Weighting = .uniform,
      isSymmetric: Bool = false
    ) {
      self.count = max(2, count)
      self.limit = limit
      self.weighting = weighting
      self.isSymmetric = isSymmetric
    }

    /// The points with what each counts.
    var points: [(ability: Double, weight: Double)] {
      (0..<count).map { place in
        let ability = -limit + 2 * limit * Double(place) / Double(count - 1)
        return (ability, weighting == .normal ? exp(-0.5 * ability * ability) : 1)
      }
    }
  }

  /// The method.
  package let method: Method
  /// A.
  package let slope: Double
  /// B.
  package let intercept: Double
  /// The mean of the squared differences of curves that is left; `nil` where none are compared.
  package let criterion: Double?

  /// Returns a curve of X's scale on Y's scale.
  package func linked(_ curve: ItemCurve) -> ItemCurve {
    ItemCurve(
      kind: curve.kind, slope: curve.slope / slope,
      intercepts: curve.intercepts.map { $0 - curve.slope * intercept / slope })
  }

  /// Finds the line from the curves that the same items have on both scales.
  ///
  /// - Parameters:
  ///   - x: The items' curves on X's scale.
  ///   - y: The same items' curves on Y's scale, in the same order.
  ///   - method: How.
  ///   - grid: The abilities at which curves are compared, for the last two methods.
  /// - Returns: The line, or the reason why there is none.
  package static func of(
    x: [ItemCurve], y: [ItemCurve], method: Method,
    grid: CriterionGrid = CriterionGrid()
  ) -> Estimate<ScaleLinking> {
    guard x.count == y.count,
      zip(x, y).allSatisfy({ $0.kind == $1.kind && $0.categories == $1.categories })
    else { return .undefined(.unequalLengths) }
    guard !x.isEmpty else { return .undefined(.tooFew(needed: 1)) }
    guard (x + y).allSatisfy({ $0.slope.magnitude > 1e-8 }) else { return .undefined(.noVariation) }
    let meanMean = byMoments(x, y, .meanMean)
    switch method {
    case .meanMean: return meanMean
    case .meanSigma: return byMoments(x, y, .meanSigma)
    case .haebara, .stockingLord:
      guard let start = meanMean.value else { return meanMean }
      return byCurves(x, y, method, grid, from: start)
    }
  }

  private static func byMoments(
    _ x: [ItemCurve], _ y: [ItemCurve], _ method: Method
  ) -> Estimate<ScaleLinking> {
    func difficulties(_ curves: [ItemCurve]) -> [Double] {
      curves.flatMap { curve in curve.intercepts.map { -$0 / curve.slope } }
    }
    let own = difficulties(x)
    let other = difficulties(y)
    var slope = Moments.mean(x.map(\.slope)) / Moments.mean(y.map(\.slope))
    if method == .meanSigma {
      guard own.count > 1 else { return .undefined(.tooFew(needed: 2)) }
      guard !Moments.isConstant(own), !Moments.isConstant(other) else {
        return .undefined(.noVariation)
      }
      // Both lists are as long as each other, so that the divisor cancels.
      slope =
        (Moments.crossProduct(other, other) / Moments.crossProduct(own, own)).squareRoot()
    }
    let intercept = Moments.mean(other) - slope * Moments.mean(own)
    guard slope.isFinite, intercept.isFinite, slope > 0 else { return .undefined(.notFinite) }
    return .value(
      ScaleLinking(method: method, slope: slope, intercept: intercept, criterion: nil))
  }

  /// Least squares by Gauss and Newton's steps, shortened while they do not help.
  private static func byCurves(
    _ x: [ItemCurve], _ y: [ItemCurve], _ method: Method, _ grid: CriterionGrid,
    from start: ScaleLinking
  ) -> Estimate<ScaleLinking> {
    let points = grid.points
    let weights = points.reduce(0) { $0 + $1.weight }
    func differences(_ slope: Double, _ intercept: Double) -> [Double] {
      let line = ScaleLinking(method: method, slope: slope, intercept: intercept, criterion: nil)
      let back = ScaleLinking(
        method: method, slope: 1 / slope, intercept: -intercept / slope, criterion: nil)
      var pairs = [(x.map(line.linked), y)]
      if grid.isSymmetric { pairs.append((y.map(back.linked), x)) }
      var result: [Double] = []
      for (linked, fixed) in pairs {
        for (ability, weight) in points {
          let scale = (weight / weights).squareRoot()
          if method == .stockingLord {
            var sum = 0.0
            for (one, two) in zip(linked, fixed) {
              sum += two.expected(at: ability) - one.expected(at: ability)
            }
            result.append(scale * sum)
          } else {
            for (one, two) in zip(linked, fixed) {
              // Of two categories the one says what the other does.
              let pairs = zip(two.chances(at: ability), one.chances(at: ability))
              for pair in pairs.dropFirst(two.categories == 2 ? 1 : 0) {
                result.append(scale * (pair.0 - pair.1))
              }
            }
          }
        }
      }
      return result
    }
    var slope = start.slope
    var intercept = start.intercept
    var here = differences(slope, intercept)
    var height = here.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<200 {
      let step = 1e-6
      let bySlope = zip(differences(slope + step, intercept), differences(slope - step, intercept))
        .map { ($0 - $1) / (2 * step) }
      let byIntercept = zip(
        differences(slope, intercept + step), differences(slope, intercept - step)
      ).map { ($0 - $1) / (2 * step) }
      var matrix = [0.0, 0.0, 0.0, 0.0]
      var right = [0.0, 0.0]
      for (place, value) in here.enumerated() {
        matrix[0] += bySlope[place] * bySlope[place]
        matrix[1] += bySlope[place] * byIntercept[place]
        matrix[3] += byIntercept[place] * byIntercept[place]
        right[0] -= bySlope[place] * value
        right[1] -= byIntercept[place] * value
      }
      matrix[2] = matrix[1]
      guard let move = Cholesky(matrix, size: 2)?.solve(right) else {
        return .undefined(.noVariation)
      }
      var length = 1.0
      var hasMoved = false
      while length > 1e-9 {
        let next = (slope + length * move[0], intercept + length * move[1])
        if next.0 > 0.01 {
          let there = differences(next.0, next.1)
          let sum = there.reduce(0) { $0 + $1 * $1 }
          if sum <= height {
            (slope, intercept, here, height) = (next.0, next.1, there, sum)
            hasMoved = true
            break
          }
        }
        length *= 0.5
      }
      if !hasMoved || max(move[0].magnitude, move[1].magnitude) < 1e-11 { break }
    }
    guard slope.isFinite, intercept.isFinite, height.isFinite else {
      return .undefined(.notFinite)
    }
    return .value(
      ScaleLinking(
        method: method, slope: slope, intercept: intercept,
        criterion: height / (grid.isSymmetric ? 2 : 1)))
  }
}

/// Equating by true scores: a score on X is worth what somebody of that true score has on Y.
package enum TrueScoreEquating {
  /// Returns, for each whole score on X from 0 on, the score on Y.
  ///
  /// No score and the full score are worth no score and the full score, which no ability reaches.
  /// Source: Kolen and Brennan (2014), chapter 6.
  ///
  /// - Parameters:
  ///   - x: The items of X, on Y's scale of ability.
  ///   - y: The items of Y.
  /// - Returns: The table; `nil` where an item's slope is not above zero.
  package static func table(x: [ItemCurve], y: [ItemCurve]) -> [Double]? {
    guard !x.isEmpty, !y.isEmpty, (x + y).allSatisfy({ $0.slope > 0 }) else { return nil }
    func total(_ curves: [ItemCurve], _ ability: Double) -> Double {
      curves.reduce(0) { $0 + $1.expected(at: ability) }
    }
    let highest = x.reduce(0) { $0 + $1.categories - 1 }
    let full = Double(y.reduce(0) { $0 + $1.categories - 1 })
    return (0...highest).map { score in
      if score == 0 { return 0 }
      if score == highest { return full }
      var low = -60.0
      var high = 60.0
      for _ in 0..<100 {
        let middle = 0.5 * (low + high)
        if total(x, middle) < Double(score) { low = middle } else { high = middle }
      }
      return total(y, 0.5 * (low + high))
    }
  }
}
