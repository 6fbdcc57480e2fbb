/// Equating by an arc through the lowest score, a middle one and the highest.
///
/// For few people: only the middle point is estimated. Source: Livingston and Kim (2009), Journal
/// of Educational Measurement 46, 330–343 (the simplified arc, of the distance from the straight
/// line between the ends).
package struct CircleArc: Sendable, Hashable {
  /// A pair of scores that are worth the same.
  package struct Point: Sendable, Hashable {
    /// The score on X.
    package var x: Double
    /// The score on Y.
    package var y: Double

    /// Creates a pair.
    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The three pairs, in ascending order.
  package let low, middle, high: Point

  /// Creates the arc; fails where the middle point is not strictly between the ends.
  package init?(low: Point, middle: Point, high: Point) {
    guard low.x < middle.x, middle.x < high.x, low.y < high.y,
      [low.x, low.y, middle.y, high.x, high.y].allSatisfy(\.isFinite)
    else { return nil }
    self.low = low
    self.middle = middle
    self.high = high
  }

  /// Returns the score on Y that a score on X is worth.
  package func equated(_ score: Double) -> Double {
    let slope = (high.y - low.y) / (high.x - low.x)
    let line = low.y + slope * (score - low.x)
    let height = middle.y - (low.y + slope * (middle.x - low.x))
    // Outside of the arc, and where the three points stand in a line, the line holds.
    guard score > low.x, score < high.x, height.magnitude > 1e-9 * (high.x - low.x) else {
      return line
    }
    let centre = 0.5 * (low.x + high.x)
    let half = 0.5 * (high.x - low.x)
    let offset = middle.x - centre
    // The circle through (−half, 0), (offset, height), (half, 0) has its centre at (0, up).
    let up = (offset * offset + height * height - half * half) / (2 * height)
    let square = half * half + up * up - (score - centre) * (score - centre)
    let root = max(0, square).squareRoot()
    return line + (height > 0 ? up + root : up - root)
  }
}
