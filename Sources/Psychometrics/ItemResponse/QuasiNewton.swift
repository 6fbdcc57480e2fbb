/// Finds the highest point of a smooth function from its derivatives (L-BFGS).
///
/// Source: Nocedal and Wright (2006), Numerical Optimization, algorithm 7.4, with a first guess of
/// the curvature that the caller knows.
struct QuasiNewton {
  /// What the function gives at a point.
  struct Look {
    /// Its height.
    var value: Double
    /// Its derivatives.
    var gradient: [Double]
    /// Turns a gradient into a step, by what is known of the curvature at this point.
    var step: ([Double]) -> [Double]
  }

  /// Where the search ended.
  struct Result {
    var point: [Double]
    var value: Double
    var gradient: [Double]
    var looks: Int
    var hasConverged: Bool
  }

  /// How many earlier steps shape the next one.
  static let memory = 12

  /// Searches upwards from `start`.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - tolerance: The search ends when no coordinate would move further than this.
  ///   - limit: The most looks.
  ///   - look: The function.
  /// - Returns: Where the search ended.
  static func maximise(
    from start: [Double], tolerance: Double = 1e-9, limit: Int = 500,
    _ look: ([Double]) -> Look
  ) -> Result {
    var point = start
    var here = look(point)
    var looks = 1
    var steps: [(move: [Double], change: [Double], product: Double)] = []
    while looks < limit {
      let direction = Self.direction(here, steps)
      let most = direction.reduce(0) { max($0, $1.magnitude) }
      if most <= tolerance { return finished(point, here, looks, true) }
      // A parameter that leaps leaves the region where the curvature means anything.
      var length = min(1, 2 / most)
      var next: (point: [Double], look: Look)?
      while looks < limit, length > 1e-10 {
        let candidate = zip(point, direction).map { $0 + length * $1 }
        let there = look(candidate)
        looks += 1
        // The height's own rounding must not stop the last steps.
        if there.value >= here.value - 1e-13 * here.value.magnitude {
          next = (candidate, there)
          break
        }
        length *= 0.5
      }
      guard let next else {
        if steps.isEmpty { return finished(point, here, looks, false) }
        steps = []
        continue
      }
      let move = zip(next.point, point).map { $0 - $1 }
      let change = zip(here.gradient, next.look.gradient).map { $0 - $1 }
      let product = dot(move, change)
      if product > 0 {
        steps.append((move, change, product))
        if steps.count > memory { steps.removeFirst() }
      }
      point = next.point
      here = next.look
    }
    return finished(point, here, looks, false)
  }

  private static func finished(
    _ point: [Double], _ look: Look, _ looks: Int, _ hasConverged: Bool
  ) -> Result {
    Result(
      point: point, value: look.value, gradient: look.gradient, looks: looks,
      hasConverged: hasConverged)
  }

  /// The two loops of algorithm 7.4.
  private static func direction(
    _ here: Look, _ steps: [(move: [Double], change: [Double], product: Double)]
  ) -> [Double] {
    var vector = here.gradient
    var shares: [Double] = []
    for step in steps.reversed() {
      let share = dot(step.move, vector) / step.product
      shares.append(share)
      for place in vector.indices { vector[place] -= share * step.change[place] }
    }
    vector = here.step(vector)
    for (step, share) in zip(steps, shares.reversed()) {
      let other = dot(step.change, vector) / step.product
      for place in vector.indices { vector[place] += (share - other) * step.move[place] }
    }
    return vector
  }

  private static func dot(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
