import Glibc

/// The likelihood of answers when ability is normally distributed, and how it changes with the items.
///
/// P(right) = 1/(1 + exp(−(a·θ + d))). Source: Bock and Aitkin (1981), Psychometrika 46, 443–459.
struct MarginalLikelihood {
  let patterns: ResponsePatterns
  let grid: Quadrature

  /// What one look at the data gives.
  struct Look {
    /// The logarithm of the likelihood.
    var logLikelihood: Double
    /// Its derivative by each slope.
    var slopes: [Double]
    /// Its derivative by each intercept.
    var intercepts: [Double]
    /// The information of complete data about each item: slope, both, intercept.
    var information: [(slope: Double, both: Double, intercept: Double)]
  }

  /// Returns the likelihood and its derivatives at given slopes and intercepts.
  func look(slopes: [Double], intercepts: [Double]) -> Look {
    let vectors = grid.nodes.count
    let curves = Curves(slopes, intercepts, grid)
    let expected = expectations(curves)
    var result = Look(
      logLikelihood: expected.logLikelihood,
      slopes: [Double](repeating: 0, count: patterns.items),
      intercepts: [Double](repeating: 0, count: patterns.items), information: [])
    for item in 0..<patterns.items {
      var slope = SIMD8<Double>.zero
      var intercept = SIMD8<Double>.zero
      var information = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
      for vector in 0..<vectors {
        let place = item * vectors + vector
        let node = grid.nodes[vector]
        let excess = expected.right[place] - expected.asked[place] * curves.right[place]
        intercept += excess
        slope += node * excess
        let weight = expected.asked[place] * curves.right[place] * curves.wrong[place]
        information.0 += node * node * weight
        information.1 += node * weight
        information.2 += weight
      }
      result.slopes[item] = slope.sum()
      result.intercepts[item] = intercept.sum()
      result.information.append(
        (information.0.sum(), information.1.sum(), information.2.sum()))
    }
    return result
  }

  /// The chance of a right and of a wrong answer at each point, item after item.
  struct Curves {
    var right: [SIMD8<Double>] = []
    var wrong: [SIMD8<Double>] = []

    init(_ slopes: [Double], _ intercepts: [Double], _ grid: Quadrature) {
      for (slope, intercept) in zip(slopes, intercepts) {
        for node in grid.nodes {
          var right = SIMD8<Double>.zero
          var wrong = SIMD8<Double>.zero
          for lane in 0..<8 {
            let logit = slope * node[lane] + intercept
            right[lane] = 1 / (1 + exp(-logit))
            wrong[lane] = 1 / (1 + exp(logit))
          }
          self.right.append(right)
          self.wrong.append(wrong)
        }
      }
    }
  }

  /// How many right answers, and how many at all, are expected at each point, item after item.
  struct Expectations {
    var logLikelihood = 0.0
    var right: [SIMD8<Double>]
    var asked: [SIMD8<Double>]
  }

  private func expectations(_ curves: Curves) -> Expectations {
    let vectors = grid.nodes.count
    let blocks = patterns.blocks
    let tables = (0..<blocks).map { table($0, curves) }
    let zero = SIMD8<Double>.zero
    var sums = [[SIMD8<Double>]](
      repeating: [SIMD8<Double>](repeating: zero, count: 256 * vectors), count: blocks)
    var result = Expectations(
      right: [SIMD8<Double>](repeating: zero, count: patterns.items * vectors),
      asked: [SIMD8<Double>](repeating: zero, count: patterns.items * vectors))
    var likelihood = [SIMD8<Double>](repeating: zero, count: vectors)
    for row in 0..<patterns.rows {
      let weight = patterns.weights[row]
      guard weight > 0 else { continue }
      let scale = person(row, tables, curves, into: &likelihood)
      var total = zero
      for vector in 0..<vectors { total += likelihood[vector] }
      let marginal = total.sum()
      result.logLikelihood += weight * (log(marginal) + scale)
      let share = weight / marginal
      for vector in 0..<vectors { likelihood[vector] *= share }
      for block in 0..<blocks {
        let place = row * blocks + block
        guard isWhole(place, block) else {
          addPart(place, block, likelihood, to: &result)
          continue
        }
        let base = Int(patterns.right[place]) * vectors
        for vector in 0..<vectors { sums[block][base + vector] += likelihood[vector] }
      }
    }
    for block in 0..<blocks { unfold(sums[block], block, into: &result) }
    return result
  }

  /// Puts the likelihood of a row's answers, times the share of each point, into `likelihood`.
  ///
  /// - Returns: The logarithm of what it was divided by, so that it does not vanish.
  func person(
    _ row: Int, _ tables: [[SIMD8<Double>]], _ curves: Curves,
    into likelihood: inout [SIMD8<Double>]
  ) -> Double {
    let vectors = grid.nodes.count
    var scale = 0.0
    for vector in 0..<vectors { likelihood[vector] = grid.weights[vector] }
    for block in 0..<patterns.blocks {
      let place = row * patterns.blocks + block
      if isWhole(place, block) {
        let base = Int(patterns.right[place]) * vectors
        for vector in 0..<vectors { likelihood[vector] *= tables[block][base + vector] }
      } else {
        for bit in 0..<8 where patterns.answered[place] & (1 << UInt8(bit)) != 0 {
          let base = (8 * block + bit) * vectors
          let isRight = patterns.right[place] & (1 << UInt8(bit)) != 0
          for vector in 0..<vectors {
            likelihood[vector] *=
              isRight ? curves.right[base + vector] : curves.wrong[base + vector]
          }
        }
      }
      // A hundred items and more would leave numbers too small to hold.
      if block % 6 == 5 {
        var most = SIMD8<Double>.zero
        for vector in 0..<vectors { most = pointwiseMax(most, likelihood[vector]) }
        let factor = most.max()
        guard factor > 0 else { continue }
        scale += log(factor)
        for vector in 0..<vectors { likelihood[vector] /= factor }
      }
    }
    return scale
  }

  /// Returns, for each of the 256 answers to a block, the product of its items' chances.
  func table(_ block: Int, _ curves: Curves) -> [SIMD8<Double>] {
    let vectors = grid.nodes.count
    var table = [SIMD8<Double>](repeating: SIMD8(repeating: 1), count: 256 * vectors)
    var known = 1
    for item in (8 * block)..<min(8 * block + 8, patterns.items) {
      for pattern in 0..<known {
        for vector in 0..<vectors {
          let before = table[pattern * vectors + vector]
          table[(pattern + known) * vectors + vector] =
            before * curves.right[item * vectors + vector]
          table[pattern * vectors + vector] = before * curves.wrong[item * vectors + vector]
        }
      }
      known *= 2
    }
    return table
  }

  private func isWhole(_ place: Int, _ block: Int) -> Bool {
    patterns.answered.isEmpty || patterns.answered[place] == patterns.full(block)
  }

  private func addPart(
    _ place: Int, _ block: Int, _ posterior: [SIMD8<Double>], to result: inout Expectations
  ) {
    let vectors = grid.nodes.count
    for bit in 0..<8 where patterns.answered[place] & (1 << UInt8(bit)) != 0 {
      let base = (8 * block + bit) * vectors
      let isRight = patterns.right[place] & (1 << UInt8(bit)) != 0
      for vector in 0..<vectors {
        result.asked[base + vector] += posterior[vector]
        if isRight { result.right[base + vector] += posterior[vector] }
      }
    }
  }

  /// Shares out what was summed by answers to a block among its items.
  private func unfold(
    _ sums: [SIMD8<Double>], _ block: Int, into result: inout Expectations
  ) {
    let vectors = grid.nodes.count
    for item in (8 * block)..<min(8 * block + 8, patterns.items) {
      let bit = 1 << (item - 8 * block)
      for pattern in 0...Int(patterns.full(block)) {
        let base = pattern * vectors
        for vector in 0..<vectors {
          let sum = sums[base + vector]
          result.asked[item * vectors + vector] += sum
          if pattern & bit != 0 { result.right[item * vectors + vector] += sum }
        }
      }
    }
  }

  /// Gives each row's derivatives of its own log-likelihood, with the number of people it stands for.
  func eachPerson(
    slopes: [Double], intercepts: [Double], _ body: (Double, [Double], [Double]) -> Void
  ) {
    let vectors = grid.nodes.count
    let curves = Curves(slopes, intercepts, grid)
    let tables = (0..<patterns.blocks).map { table($0, curves) }
    var posterior = [SIMD8<Double>](repeating: .zero, count: vectors)
    var bySlope = [Double](repeating: 0, count: patterns.items)
    var byIntercept = bySlope
    for row in 0..<patterns.rows {
      _ = person(row, tables, curves, into: &posterior)
      var total = SIMD8<Double>.zero
      for vector in 0..<vectors { total += posterior[vector] }
      let marginal = total.sum()
      var ability = SIMD8<Double>.zero
      for vector in 0..<vectors {
        posterior[vector] /= marginal
        ability += posterior[vector] * grid.nodes[vector]
      }
      let mean = ability.sum()
      for item in 0..<patterns.items {
        guard let isRight = patterns.mark(row, item) else {
          bySlope[item] = 0
          byIntercept[item] = 0
          continue
        }
        var chance = SIMD8<Double>.zero
        var moment = SIMD8<Double>.zero
        for vector in 0..<vectors {
          let part = posterior[vector] * curves.right[item * vectors + vector]
          chance += part
          moment += part * grid.nodes[vector]
        }
        byIntercept[item] = (isRight ? 1 : 0) - chance.sum()
        bySlope[item] = (isRight ? mean : 0) - moment.sum()
      }
      body(patterns.weights[row], bySlope, byIntercept)
    }
  }
}
