import Glibc

/// The likelihood of answers when ability is normally distributed, and how it changes with the items.
///
/// Source: Bock and Aitkin (1981), Psychometrika 46, 443–459.
struct MarginalLikelihood: Sendable {
  let patterns: ResponsePatterns
  let grid: Quadrature
  let workers: Workers

  /// Blocks whose product cannot become too small to hold: 96 items and fewer.
  private static let blocksAtOnce = 12
  /// Points that hold less than this share of what is believed of a person are passed over.
  private static let negligible = 1e-20

  /// What one look at the data gives.
  struct Look {
    /// The logarithm of the likelihood.
    var logLikelihood: Double
    /// Its derivatives by each item's slope and intercepts.
    var gradients: [[Double]]
    /// The information of complete data about each item, row after row.
    var information: [[Double]]
  }

  /// Returns the likelihood and its derivatives at given items.
  func look(_ curves: [ItemCurve]) -> Look {
    let factors = Factors(curves, self)
    let parts = Workers.parts(of: patterns.rows, atLeast: 2048, most: 16)
    let sums = workers.map(parts.count) { sum(parts[$0], factors) }
    var expected = sums[0]
    for part in sums.dropFirst() {
      expected.logLikelihood += part.logLikelihood
      for place in expected.counts.indices { expected.counts[place] += part.counts[place] }
    }
    return derivatives(expected, curves, factors)
  }

  // MARK: What is looked up

  /// The chances of categories at the points, and their products for every answer to a block.
  struct Factors: Sendable {
    /// The chance of each category of each item, in vectors of points.
    var chances: [SIMD8<Double>] = []
    /// Where an item's categories begin in `chances`, counted in categories.
    var starts: [Int] = []
    /// Block after block and answer after answer, in vectors of points.
    var products: [SIMD8<Double>] = []
    /// Where each block begins in `products`.
    var offsets: [Int] = []

    init(_ curves: [ItemCurve], _ likelihood: MarginalLikelihood) {
      let patterns = likelihood.patterns
      let points = likelihood.grid.points
      let vectors = likelihood.grid.nodes.count
      var derivatives: [Double] = []
      var own: [Double] = []
      var count = 0
      for curve in curves {
        starts.append(count)
        count += curve.categories
        let base = chances.count
        chances += [SIMD8<Double>](repeating: .zero, count: curve.categories * vectors)
        for (place, point) in points.enumerated() {
          curve.evaluate(at: point, &own, &derivatives, wantsDerivatives: false)
          for (category, chance) in own.enumerated() {
            chances[base + category * vectors + place / 8][place % 8] = chance
          }
        }
      }
      for block in patterns.blocks {
        let base = products.count
        offsets.append(base)
        products += [SIMD8<Double>](repeating: SIMD8(repeating: 1), count: block.size * vectors)
        var known = 1
        for item in block.items {
          // From the last category down, so that the products so far are read before they change;
          // a missing answer is one category more, and its factor is 1.
          for category in (0..<patterns.radices[item]).reversed() {
            let isMissing = category == patterns.categories[item]
            let factor = (starts[item] + category) * vectors
            for code in 0..<known {
              for vector in 0..<vectors {
                let before = products[base + code * vectors + vector]
                products[base + (code + category * known) * vectors + vector] =
                  isMissing ? before : before * chances[factor + vector]
              }
            }
          }
          known *= patterns.radices[item]
        }
      }
    }
  }

  // MARK: The sums over people

  /// How many people are expected in each category at each point.
  struct Expectations: Sendable {
    var logLikelihood = 0.0
    var counts: [SIMD8<Double>]
  }

  private func sum(_ rows: Range<Int>, _ factors: Factors) -> Expectations {
    let vectors = grid.nodes.count
    let blocks = patterns.blocks.count
    var sums = [SIMD8<Double>](repeating: .zero, count: factors.products.count)
    var person = Person(vectors: vectors, blocks: blocks)
    var result = Expectations(
      counts: [SIMD8<Double>](repeating: .zero, count: factors.chances.count))
    for row in rows {
      let weight = patterns.weights[row]
      read(row, factors, into: &person)
      result.logLikelihood += weight * (log(person.marginal) + person.scale)
      let share = weight / person.marginal
      for vector in person.used { person.posterior[vector] *= share }
      for place in person.places {
        for vector in person.used { sums[place + vector] += person.posterior[vector] }
      }
    }
    for (place, block) in patterns.blocks.enumerated() {
      for (stride, item) in zip(block.strides, block.items) {
        let radix = patterns.radices[item]
        for code in 0..<block.size {
          let category = code / stride % radix
          guard category < patterns.categories[item] else { continue }
          let from = factors.offsets[place] + code * vectors
          let to = (factors.starts[item] + category) * vectors
          for vector in 0..<vectors { result.counts[to + vector] += sums[from + vector] }
        }
      }
    }
    return result
  }

  /// What is worked out of one row.
  struct Person {
    /// The likelihood at each point times the share of the point.
    var posterior: [SIMD8<Double>]
    /// Where the products of the row's blocks are.
    var places: [Int]
    /// The vectors that hold all of the likelihood but a negligible share.
    var used: Range<Int>
    /// The sum of `posterior`.
    var marginal = 0.0
    /// The logarithm of what it was divided by, so that it does not vanish.
    var scale = 0.0

    init(vectors: Int, blocks: Int) {
      posterior = [SIMD8<Double>](repeating: .zero, count: vectors)
      places = [Int](repeating: 0, count: blocks)
      used = 0..<vectors
    }
  }

  /// Reads a row.
  func read(_ row: Int, _ factors: Factors, into person: inout Person) {
    let vectors = grid.nodes.count
    let blocks = patterns.blocks.count
    for block in 0..<blocks {
      person.places[block] =
        factors.offsets[block] + Int(patterns.codes[row * blocks + block]) * vectors
    }
    person.scale = 0
    var most = 0.0
    var total = 0.0
    var first = 0
    var last = 0
    let together = min(blocks, Self.blocksAtOnce)
    for vector in 0..<vectors {
      var product = grid.weights[vector]
      for block in 0..<together { product *= factors.products[person.places[block] + vector] }
      person.posterior[vector] = product
    }
    var done = together
    while done < blocks {
      rescale(&person)
      let next = min(blocks, done + Self.blocksAtOnce)
      for block in done..<next {
        for vector in 0..<vectors {
          person.posterior[vector] *= factors.products[person.places[block] + vector]
        }
      }
      done = next
    }
    for vector in 0..<vectors {
      let part = person.posterior[vector].sum()
      total += part
      if part > most { most = part }
    }
    let floor = Self.negligible * most
    first = vectors
    for vector in 0..<vectors where person.posterior[vector].sum() > floor {
      if first == vectors { first = vector }
      last = vector
    }
    person.used = first..<max(first, last + 1)
    person.marginal = total
  }

  /// Divides by the largest value; more than a hundred items leave numbers too small to hold.
  private func rescale(_ person: inout Person) {
    var most = SIMD8<Double>.zero
    for vector in person.posterior { most = pointwiseMax(most, vector) }
    let factor = most.max()
    guard factor > 0 else { return }
    person.scale += log(factor)
    for vector in person.posterior.indices { person.posterior[vector] /= factor }
  }

  // MARK: The sums over points

  private func derivatives(
    _ expected: Expectations, _ curves: [ItemCurve], _ factors: Factors
  ) -> Look {
    let vectors = grid.nodes.count
    var result = Look(logLikelihood: expected.logLikelihood, gradients: [], information: [])
    var chances: [Double] = []
    var logs: [Double] = []
    for (item, curve) in curves.enumerated() {
      let size = curve.intercepts.count + 1
      var gradient = [Double](repeating: 0, count: size)
      var information = [Double](repeating: 0, count: size * size)
      let base = factors.starts[item] * vectors
      for (place, point) in grid.points.enumerated() {
        curve.evaluate(at: point, &chances, &logs)
        var people = 0.0
        for category in 0..<size {
          let count = expected.counts[base + category * vectors + place / 8][place % 8]
          people += count
          for parameter in 0..<size {
            gradient[parameter] += count * logs[category * size + parameter]
          }
        }
        for category in 0..<size {
          let weight = people * chances[category]
          for row in 0..<size {
            let scaled = weight * logs[category * size + row]
            for column in 0..<size {
              information[row * size + column] += scaled * logs[category * size + column]
            }
          }
        }
      }
      result.gradients.append(gradient)
      result.information.append(information)
    }
    return result
  }
}
