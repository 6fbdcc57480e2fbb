/// The covariances of items with each other.
enum ItemCovariance {
  /// How many people are taken together, so that their scores stay near.
  private static let blockSize = 2048

  /// Returns the covariance matrix (divisor n − 1), row after row, of people without missing
  /// answers or with missing answers scored zero.
  static func complete(_ items: [CodedItem], means: [Double]) -> [Double] {
    let count = items.first?.codes.count ?? 0
    let isBinary = items.allSatisfy { $0.scores.allSatisfy { $0 == 0 || $0 == 1 } }
    let sums = isBinary ? binary(items, count, means) : general(items, count, means)
    return sums.map { $0 / Double(max(1, count - 1)) }
  }

  /// Counts people who have both of two items right, 64 people at a time.
  private static func binary(_ items: [CodedItem], _ count: Int, _ means: [Double]) -> [Double] {
    let size = items.count
    let planes = Parallel.map(size) { place -> [UInt64] in
      let right = items[place].table.map { $0 == 1 ? UInt64(1) : 0 }
      let answers = items[place].codes
      let codes = answers.span
      var words = [UInt64](repeating: 0, count: (count + 63) / 64)
      for word in words.indices {
        var bits: UInt64 = 0
        for at in (word * 64)..<min(count, word * 64 + 64) {
          bits |= right[Int(codes[at])] << UInt64(at & 63)
        }
        words[word] = bits
      }
      return words
    }
    let rows = Parallel.map(size) { first -> [Double] in
      let one = planes[first]
      return (0...first).map { second in
        let other = planes[second]
        let left = one.span
        let right = other.span
        var both = 0
        for word in left.indices { both &+= (left[word] & right[word]).nonzeroBitCount }
        return Double(both) - Double(count) * means[first] * means[second]
      }
    }
    return square(rows)
  }

  /// Sums the products of deviations, block after block of people.
  private static func general(_ items: [CodedItem], _ count: Int, _ means: [Double]) -> [Double] {
    let size = items.count
    let tables = items.indices.map { place in items[place].table.map { $0 - means[place] } }
    let blocks = (count + blockSize - 1) / blockSize
    let parts = Parallel.map(blocks) { block -> [Double] in
      let start = block * blockSize
      let end = min(count, start + blockSize)
      let columns = items.indices.map { place -> [SIMD8<Double>] in
        var column = [SIMD8<Double>](repeating: .zero, count: (end - start + 7) / 8)
        let answers = items[place].codes
        let codes = answers.span
        for at in start..<end {
          column[(at - start) >> 3][(at - start) & 7] = tables[place][Int(codes[at])]
        }
        return column
      }
      var sums: [Double] = []
      sums.reserveCapacity(size * (size + 1) / 2)
      for first in 0..<size {
        for second in 0...first {
          let (one, other) = (columns[first], columns[second])
          let left = one.span
          let right = other.span
          var sum = SIMD8<Double>.zero
          for at in left.indices { sum += left[at] * right[at] }
          sums.append(sum.sum())
        }
      }
      return sums
    }
    var triangle = [Double](repeating: 0, count: size * (size + 1) / 2)
    for part in parts {
      for at in triangle.indices { triangle[at] += part[at] }
    }
    var at = 0
    let rows = (0..<size).map { first -> [Double] in
      defer { at += first + 1 }
      return Array(triangle[at...(at + first)])
    }
    return square(rows)
  }

  /// Returns the covariance of every pair of items over the people who answered both.
  ///
  /// A pair that fewer than two people answered has none, and then there is no matrix.
  static func pairwise(_ items: [CodedItem]) -> [Double]? {
    let rows = Parallel.map(items.count) { first -> [Double?] in
      (0...first).map { second in
        let (left, right) = (items[first], items[second])
        var (n, sumX, sumY) = (0.0, 0.0, 0.0)
        for at in left.codes.indices where left.codes[at] > 0 && right.codes[at] > 0 {
          n += 1
          sumX += left.scores[Int(left.codes[at]) - 1]
          sumY += right.scores[Int(right.codes[at]) - 1]
        }
        guard n > 1 else { return nil }
        var products = 0.0
        for at in left.codes.indices where left.codes[at] > 0 && right.codes[at] > 0 {
          products +=
            (left.scores[Int(left.codes[at]) - 1] - sumX / n)
            * (right.scores[Int(right.codes[at]) - 1] - sumY / n)
        }
        return products / (n - 1)
      }
    }
    guard rows.allSatisfy({ !$0.contains(nil) }) else { return nil }
    return square(rows.map { $0.compactMap(\.self) })
  }

  /// Returns a symmetric matrix from the rows of its lower triangle.
  private static func square(_ rows: [[Double]]) -> [Double] {
    let size = rows.count
    var matrix = [Double](repeating: 0, count: size * size)
    for first in 0..<size {
      for second in 0...first {
        matrix[first * size + second] = rows[first][second]
        matrix[second * size + first] = rows[first][second]
      }
    }
    return matrix
  }
}
