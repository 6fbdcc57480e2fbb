/// How the parameters of a model stand in one list: its slopes, then its intercepts item by item.
struct ParameterLayout: Sendable {
  let model: ItemResponseFit.Model
  let categories: [Int]
  /// For each item the places of its slope and of its intercepts.
  let places: [[Int]]
  /// How many parameters there are.
  let size: Int

  init(model: ItemResponseFit.Model, categories: [Int]) {
    self.model = model
    self.categories = categories
    var next = model.hasCommonSlope ? 1 : categories.count
    places = categories.enumerated().map { item, count in
      let own = [model.hasCommonSlope ? 0 : item] + (next..<(next + count - 1))
      next += count - 1
      return own
    }
    size = next
  }

  /// Returns the items of a list of parameters.
  func curves(_ point: [Double]) -> [ItemCurve] {
    places.map { own in
      ItemCurve(
        kind: model.kind, slope: point[own[0]], intercepts: own.dropFirst().map { point[$0] })
    }
  }

  /// Returns the list of parameters of items.
  func point(_ curves: [ItemCurve]) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for (curve, own) in zip(curves, places) {
      result[own[0]] = curve.slope
      for (place, intercept) in zip(own.dropFirst(), curve.intercepts) { result[place] = intercept }
    }
    return result
  }

  /// Returns where a search may begin: slopes of 1, and intercepts that give the shares seen.
  func start(_ counts: [[Double]]) -> [Double] {
    point(
      counts.map { own in
        let intercepts: [Double]
        if model.kind == .graded {
          var above = own.reduce(0, +)
          let all = above
          intercepts = own.dropLast().map { count in
            above -= count
            return 1.2 * ItemResponseFit.logit((above + 0.01) / (all + 0.02))
          }
        } else {
          intercepts = zip(own, own.dropFirst()).map {
            ItemResponseFit.logarithm(($1 + 0.01) / ($0 + 0.01))
          }
        }
        return ItemCurve(kind: model.kind, slope: 1, intercepts: intercepts)
      })
  }

  /// Returns the part of a covariance matrix that concerns one item.
  func block(_ covariance: [Double], _ item: Int) -> [Double] {
    places[item].flatMap { row in places[item].map { covariance[row * size + $0] } }
  }

  /// Returns the height and the derivatives of a likelihood at a list of parameters.
  func look(
    _ point: [Double], _ likelihood: MarginalLikelihood, _ known: Cholesky?
  ) -> QuasiNewton.Look {
    let curves = curves(point)
    guard curves.allSatisfy(\.isOrdered) else {
      return QuasiNewton.Look(value: -.infinity, gradient: point, step: { $0 })
    }
    let look = likelihood.look(curves)
    var gradient = [Double](repeating: 0, count: size)
    for (own, part) in zip(places, look.gradients) {
      for (place, value) in zip(own, part) { gradient[place] += value }
    }
    let information = look.information
    return QuasiNewton.Look(
      value: look.logLikelihood, gradient: gradient,
      step: { [self] gradient in known?.solve(gradient) ?? step(gradient, information) })
  }

  /// A step of Newton's method with the information of complete data, item by item.
  private func step(_ gradient: [Double], _ information: [[Double]]) -> [Double] {
    var result = gradient
    if !model.hasCommonSlope {
      for (own, part) in zip(places, information) {
        guard let factor = Cholesky(part, size: own.count) else { continue }
        for (place, value) in zip(own, factor.solve(own.map { gradient[$0] })) {
          result[place] = value
        }
      }
      return result
    }
    // The common slope is solved for first, what each item's intercepts say of it taken out.
    var whole = 0.0
    var right = gradient[0]
    var solved: [(both: [Double], own: [Double])] = []
    for (own, part) in zip(places, information) {
      let size = own.count
      let steps = size - 1
      let inner = (1..<size).flatMap { row in (1..<size).map { part[row * size + $0] } }
      let both = (1..<size).map { part[$0] }
      let factor = Cholesky(inner, size: steps)
      let first = factor?.solve(both) ?? both
      let second = factor?.solve(own.dropFirst().map { gradient[$0] }) ?? both
      whole += part[0] - zip(both, first).reduce(0) { $0 + $1.0 * $1.1 }
      right -= zip(both, second).reduce(0) { $0 + $1.0 * $1.1 }
      solved.append((first, second))
    }
    result[0] = whole > 0 ? right / whole : 0
    for (own, parts) in zip(places, solved) {
      for (place, pair) in zip(own.dropFirst(), zip(parts.both, parts.own)) {
        result[place] = pair.1 - pair.0 * result[0]
      }
    }
    return result
  }
}
