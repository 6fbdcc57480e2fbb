import Glibc

extension ItemResponseFit {
  /// The fewest people for a model, below which the caller should fall back to classical figures.
  ///
  /// Sources: Linacre (1994), Rasch Measurement Transactions 7, 328 (30 for Rasch, ±1 logit);
  /// Drasgow (1989), Applied Psychological Measurement 13, 77–90 (200 for two parameters).
  package static func fewest(_ model: Model) -> Int {
    switch model {
    case .rasch: 30
    case .twoParameter: 200
    }
  }

  /// Fits a model by marginal maximum likelihood.
  ///
  /// - Parameters:
  ///   - patterns: The answers.
  ///   - ids: The items' ids, in the order of the patterns.
  ///   - model: The model.
  /// - Returns: The fit, or the reason why there is none: an item that everybody answered rightly
  ///   or wrongly (`noVariation`), fewer than two people or items (`tooFew`).
  package static func marginal(
    _ patterns: ResponsePatterns, ids: [String], model: Model
  ) -> Estimate<ItemResponseFit> {
    guard ids.count == patterns.items else { return .undefined(.unequalLengths) }
    guard patterns.people > 1, patterns.items > 1 else { return .undefined(.tooFew(needed: 2)) }
    let shares = patterns.rightShares
    guard shares.allSatisfy({ $0 > 0 && $0 < 1 }) else { return .undefined(.noVariation) }
    let likelihood = MarginalLikelihood(patterns: patterns, grid: .suited(to: patterns))
    let layout = Layout(model: model, items: patterns.items)
    let start = layout.parameters(
      slopes: shares.map { _ in 1 }, intercepts: shares.map { 1.2 * log($0 / (1 - $0)) })
    let result = QuasiNewton.maximise(from: start) { layout.look($0, likelihood) }
    guard result.value.isFinite, result.point.allSatisfy(\.isFinite) else {
      return .undefined(.notFinite)
    }
    let isSmall = patterns.rows * patterns.items <= 200_000
    let information =
      isSmall
      ? observed(result.point, layout, likelihood) : crossProduct(result.point, layout, likelihood)
    let covariance = Cholesky(information, size: start.count)?.inverse
    let (slopes, intercepts) = layout.split(result.point)
    return .value(
      ItemResponseFit(
        model: model, method: .marginal, people: patterns.people, logLikelihood: result.value,
        maxGradient: result.gradient.reduce(0) { max($0, $1.magnitude) },
        iterations: result.looks, hasConverged: result.hasConverged, nodes: likelihood.grid.count,
        errorSource: isSmall ? .observed : .crossProduct,
        items: ids.enumerated().map { place, id in
          Item(
            id: id, slope: slopes[place], intercept: intercepts[place],
            covariance: covariance.map { layout.block($0, place) }, hasSlope: true)
        }))
  }

  /// The curvature at a point, from differences of the derivatives on both sides.
  private static func observed(
    _ point: [Double], _ layout: Layout, _ likelihood: MarginalLikelihood
  ) -> [Double] {
    let size = point.count
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      let step = 1e-5 * max(1, point[column].magnitude)
      var above = point
      var below = point
      above[column] += step
      below[column] -= step
      let high = layout.look(above, likelihood).gradient
      let low = layout.look(below, likelihood).gradient
      for row in 0..<size {
        let slope = (low[row] - high[row]) / (2 * step)
        result[row * size + column] += 0.5 * slope
        result[column * size + row] += 0.5 * slope
      }
    }
    return result
  }

  private static func crossProduct(
    _ point: [Double], _ layout: Layout, _ likelihood: MarginalLikelihood
  ) -> [Double] {
    let size = point.count
    var result = [Double](repeating: 0, count: size * size)
    let (slopes, intercepts) = layout.split(point)
    likelihood.eachPerson(slopes: slopes, intercepts: intercepts) { weight, bySlope, byIntercept in
      let gradient = layout.gradient(slopes: bySlope, intercepts: byIntercept)
      for row in 0..<size {
        let scaled = weight * gradient[row]
        guard scaled != 0 else { continue }
        let base = row * size
        for column in 0...row { result[base + column] += scaled * gradient[column] }
      }
    }
    for row in 0..<size {
      for column in 0..<row { result[column * size + row] = result[row * size + column] }
    }
    return result
  }
}

/// How the parameters of a model stand in one list: its slopes, then its intercepts.
private struct Layout {
  let model: ItemResponseFit.Model
  let items: Int

  private var slopeCount: Int { model == .rasch ? 1 : items }

  func parameters(slopes: [Double], intercepts: [Double]) -> [Double] {
    Array(slopes.prefix(slopeCount)) + intercepts
  }

  func split(_ point: [Double]) -> (slopes: [Double], intercepts: [Double]) {
    let intercepts = Array(point[slopeCount...])
    guard model == .twoParameter else {
      return ([Double](repeating: point[0], count: items), intercepts)
    }
    return (Array(point[..<slopeCount]), intercepts)
  }

  func gradient(slopes: [Double], intercepts: [Double]) -> [Double] {
    model == .rasch ? [slopes.reduce(0, +)] + intercepts : slopes + intercepts
  }

  /// The place of an item's slope.
  private func slope(_ item: Int) -> Int { model == .rasch ? 0 : item }

  /// The part of a covariance matrix that concerns one item.
  func block(
    _ covariance: [Double], _ item: Int
  ) -> (slope: Double, both: Double, intercept: Double) {
    let size = slopeCount + items
    let own = slopeCount + item
    return (
      covariance[slope(item) * size + slope(item)], covariance[slope(item) * size + own],
      covariance[own * size + own]
    )
  }

  func look(_ point: [Double], _ likelihood: MarginalLikelihood) -> QuasiNewton.Look {
    let (slopes, intercepts) = split(point)
    let look = likelihood.look(slopes: slopes, intercepts: intercepts)
    let information = look.information
    return QuasiNewton.Look(
      value: look.logLikelihood,
      gradient: gradient(slopes: look.slopes, intercepts: look.intercepts),
      step: { [self] gradient in step(gradient, information) })
  }

  /// A step of Newton's method with the information of complete data, item by item.
  private func step(
    _ gradient: [Double], _ information: [(slope: Double, both: Double, intercept: Double)]
  ) -> [Double] {
    var result = gradient
    if model == .rasch {
      var whole = 0.0
      var right = gradient[0]
      for (item, own) in information.enumerated() {
        whole += own.slope - own.both * own.both / own.intercept
        right -= own.both / own.intercept * gradient[1 + item]
      }
      result[0] = right / whole
      for (item, own) in information.enumerated() {
        result[1 + item] = (gradient[1 + item] - own.both * result[0]) / own.intercept
      }
      return result
    }
    for (item, own) in information.enumerated() {
      let determinant = own.slope * own.intercept - own.both * own.both
      let slope = gradient[item]
      let intercept = gradient[items + item]
      result[item] = (own.intercept * slope - own.both * intercept) / determinant
      result[items + item] = (own.slope * intercept - own.both * slope) / determinant
    }
    return result
  }
}
