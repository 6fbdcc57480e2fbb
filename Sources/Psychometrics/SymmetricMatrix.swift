/// Solving with small symmetric positive definite matrices (Cholesky).
///
/// Source: Golub and Van Loan (2013), Matrix Computations, algorithm 4.2.2.
struct Cholesky {
  private let size: Int
  /// The lower triangle, row after row.
  private let factor: [Double]

  /// Fails where the matrix, row after row, is not positive definite.
  init?(_ matrix: [Double], size: Int) {
    var lower = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for inner in 0..<column {
          sum -= lower[row * size + inner] * lower[column * size + inner]
        }
        if row == column {
          guard sum > 0, sum.isFinite else { return nil }
          lower[row * size + row] = sum.squareRoot()
        } else {
          lower[row * size + column] = sum / lower[column * size + column]
        }
      }
    }
    self.size = size
    factor = lower
  }

  /// Returns the solution of matrix · x = right.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size {
      for column in 0..<row { x[row] -= factor[row * size + column] * x[column] }
      x[row] /= factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      for below in (row + 1)..<max(row + 1, size) {
        x[row] -= factor[below * size + row] * x[below]
      }
      x[row] /= factor[row * size + row]
    }
    return x
  }

  /// The inverse, row after row.
  var inverse: [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { result[row * size + column] = value }
    }
    return result
  }
}
