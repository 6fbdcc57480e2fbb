import Glibc

extension ItemResponseFit {
  /// Fits a model by marginal maximum likelihood.
  ///
  /// Many people are begun with a fair sample of them, whose highest point is near that of all. The
  /// search ends where no parameter would move any more; more or fewer threads change no bit.
  ///
  /// - Parameters:
  ///   - patterns: The answers.
  ///   - ids: The items' ids, in the order of the patterns.
  ///   - model: The model.
  ///   - grid: The points for ability; `nil` for 61 points from −6 to 6, or 121 from −8 to 8 where
  ///     that costs little, and more where an item is so steep that it needs them.
  ///   - workers: How many threads.
  ///   - limit: The most looks at all people.
  /// - Returns: The fit, or the reason why there is none: an item that everybody answered alike, or
  ///   a category that nobody chose (`noVariation`), fewer than two people or items (`tooFew`),
  ///   more than two categories in a model of two (`unequalLengths`).
  package static func marginal(
    _ patterns: ResponsePatterns, ids: [String], model: Model, grid: Quadrature? = nil,
    workers: Workers = Workers(nil), limit: Int = 500
  ) -> Estimate<ItemResponseFit> {
    guard ids.count == patterns.items,
      model.isPolytomous || patterns.categories.allSatisfy({ $0 == 2 })
    else { return .undefined(.unequalLengths) }
    guard patterns.people > 1, patterns.items > 1 else { return .undefined(.tooFew(needed: 2)) }
    let counts = patterns.counts
    guard counts.allSatisfy({ $0.allSatisfy { $0 > 0 } }) else { return .undefined(.noVariation) }
    var likelihood = MarginalLikelihood(
      patterns: patterns, grid: grid ?? .suited(to: patterns), workers: workers)
    let layout = ParameterLayout(model: model, categories: patterns.categories)
    var start = layout.start(counts)
    var known: Cholesky?
    if patterns.rows >= 20_000 { (start, known) = sampled(likelihood, layout, from: start) }
    let isLarge = patterns.rows * patterns.items > 1_000_000
    func search(_ start: [Double], _ limit: Int) -> QuasiNewton.Result {
      QuasiNewton.maximise(from: start, tolerance: isLarge ? 1e-8 : 1e-9, limit: limit) {
        layout.look($0, likelihood, known)
      }
    }
    var result = search(start, limit)
    // A steep item needs points that are near each other.
    while grid == nil, result.hasConverged,
      let finer = likelihood.grid.finer(for: layout.curves(result.point))
    {
      likelihood = MarginalLikelihood(patterns: patterns, grid: finer, workers: workers)
      let looks = result.looks
      result = search(result.point, max(1, limit - looks))
      result.looks += looks
    }
    guard result.value.isFinite, result.point.allSatisfy(\.isFinite) else {
      return .undefined(.notFinite)
    }
    let isSmall = patterns.rows * patterns.items <= 500_000
    let curves = layout.curves(result.point)
    let information =
      isSmall
      ? observed(result.point, layout, likelihood)
      : likelihood.crossProduct(curves, places: layout.places, size: layout.size)
    let covariance = Cholesky(information, size: layout.size)?.inverse
    return .value(
      ItemResponseFit(
        model: model, method: .marginal, people: patterns.people, logLikelihood: result.value,
        maxGradient: result.gradient.reduce(0) { max($0, $1.magnitude) },
        iterations: result.looks, hasConverged: result.hasConverged, nodes: likelihood.grid.count,
        parameters: layout.size, errorSource: isSmall ? .observed : .crossProduct,
        items: ids.enumerated().map { place, id in
          Item(
            id: id, curve: curves[place], covariance: covariance.map { layout.block($0, place) },
            hasSlope: true)
        }))
  }

  /// How many people begin the search.
  private static let sampleSize = 6000

  /// Returns the highest point for some of the people, and the curvature of all people there.
  private static func sampled(
    _ likelihood: MarginalLikelihood, _ layout: ParameterLayout, from start: [Double]
  ) -> ([Double], Cholesky?) {
    let step = max(1, likelihood.patterns.rows / sampleSize)
    let some = MarginalLikelihood(
      patterns: likelihood.patterns.sample(every: step), grid: likelihood.grid,
      workers: likelihood.workers)
    guard some.patterns.counts.allSatisfy({ $0.allSatisfy { $0 > 0 } }) else { return (start, nil) }
    let near = QuasiNewton.maximise(from: start, tolerance: 1e-3, limit: 60) {
      layout.look($0, some, nil)
    }
    guard near.hasConverged, near.point.allSatisfy(\.isFinite) else { return (start, nil) }
    let scale = Double(likelihood.patterns.people) / Double(max(1, some.patterns.people))
    let information = some.crossProduct(
      layout.curves(near.point), places: layout.places, size: layout.size)
    return (near.point, Cholesky(information.map { $0 * scale }, size: layout.size))
  }

  /// The curvature at a point, from differences of the derivatives on both sides.
  private static func observed(
    _ point: [Double], _ layout: ParameterLayout, _ likelihood: MarginalLikelihood
  ) -> [Double] {
    let size = point.count
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      let step = 1e-5 * max(1, point[column].magnitude)
      var above = point
      var below = point
      above[column] += step
      below[column] -= step
      let high = layout.look(above, likelihood, nil).gradient
      let low = layout.look(below, likelihood, nil).gradient
      for row in 0..<size {
        let slope = (low[row] - high[row]) / (2 * step)
        result[row * size + column] += 0.5 * slope
        result[column * size + row] += 0.5 * slope
      }
    }
    return result
  }

  static func logit(_ share: Double) -> Double { log(share / (1 - share)) }

  static func logarithm(_ value: Double) -> Double { log(value) }
}
