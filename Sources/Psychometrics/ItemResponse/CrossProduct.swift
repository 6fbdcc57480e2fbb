extension MarginalLikelihood {
  /// Returns Σ w·s·sᵀ over people, where s are the derivatives of a person's log-likelihood.
  ///
  /// In the limit this is the information about the parameters, at the cost of a few looks. Source:
  /// Berndt, Hall, Hall and Hausman (1974), Annals of Economic and Social Measurement 3, 653–665.
  ///
  /// - Parameters:
  ///   - curves: The items.
  ///   - places: For each item the place of its slope and of its intercepts among the parameters;
  ///     items may share a place.
  ///   - size: How many parameters there are.
  /// - Returns: The matrix, row after row.
  func crossProduct(_ curves: [ItemCurve], places: [[Int]], size: Int) -> [Double] {
    let factors = Factors(curves, self)
    let slopes = Slopes(curves, factors, grid)
    let parts = Workers.parts(of: patterns.rows, atLeast: 2048, most: 8)
    let width = (size + 7) / 8
    let sums = workers.map(parts.count) {
      crossProduct(parts[$0], factors, slopes, places, width: width)
    }
    var result = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var sum = 0.0
        for part in sums { sum += part[row * width + column / 8][column % 8] }
        result[row * size + column] = sum
        result[column * size + row] = sum
      }
    }
    return result
  }

  /// The derivatives of the logarithm of each category's chance at the points.
  private struct Slopes: Sendable {
    var values: [SIMD8<Double>] = []
    /// Where the derivatives of an item's category begin.
    var starts: [[Int]] = []

    init(_ curves: [ItemCurve], _ factors: Factors, _ grid: Quadrature) {
      let vectors = grid.nodes.count
      var chances: [Double] = []
      var logs: [Double] = []
      for curve in curves {
        let size = curve.categories
        let base = values.count
        values += [SIMD8<Double>](repeating: .zero, count: size * size * vectors)
        for (place, point) in grid.points.enumerated() {
          curve.evaluate(at: point, &chances, &logs)
          for (slot, value) in logs.enumerated() {
            values[base + slot * vectors + place / 8][place % 8] = value
          }
        }
        starts.append((0..<size).map { base + $0 * size * vectors })
      }
    }
  }

  /// How many people are multiplied at once.
  private static let batch = 8

  private func crossProduct(
    _ rows: Range<Int>, _ factors: Factors, _ slopes: Slopes, _ places: [[Int]], width: Int
  ) -> [SIMD8<Double>] {
    let vectors = grid.nodes.count
    var result = [SIMD8<Double>](repeating: .zero, count: 8 * width * width)
    var person = Person(vectors: vectors, blocks: patterns.blocks.count)
    // Eight people's derivatives, person after person, and the same in vectors of parameters.
    var scores = [Double](repeating: 0, count: Self.batch * 8 * width)
    var packed = [SIMD8<Double>](repeating: .zero, count: Self.batch * width)
    var filled = 0
    func flush() {
      for slot in packed.indices {
        for lane in 0..<8 { packed[slot][lane] = scores[8 * slot + lane] }
      }
      for row in 0..<(8 * width) {
        for column in 0...(row / 8) {
          var sum = result[row * width + column]
          for one in 0..<Self.batch {
            sum += scores[one * 8 * width + row] * packed[one * width + column]
          }
          result[row * width + column] = sum
        }
      }
      for slot in scores.indices { scores[slot] = 0 }
      filled = 0
    }
    for row in rows {
      read(row, factors, into: &person)
      let share = patterns.weights[row].squareRoot() / person.marginal
      for vector in person.used { person.posterior[vector] *= share }
      let base = filled * 8 * width
      for (place, block) in patterns.blocks.enumerated() {
        var code = Int(patterns.codes[row * patterns.blocks.count + place])
        for item in block.items {
          let category = code % patterns.radices[item]
          code /= patterns.radices[item]
          guard category < patterns.categories[item] else { continue }
          var slope = slopes.starts[item][category]
          for parameter in places[item] {
            var sum = SIMD8<Double>.zero
            for vector in person.used {
              sum += person.posterior[vector] * slopes.values[slope + vector]
            }
            scores[base + parameter] += sum.sum()
            slope += vectors
          }
        }
      }
      filled += 1
      if filled == Self.batch { flush() }
    }
    if filled > 0 { flush() }
    return result
  }
}
