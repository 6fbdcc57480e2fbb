/// Quantiles of a sample.
package enum Quantiles {
  /// Returns the quantile of values in ascending order by linear interpolation; NaN for none.
  ///
  /// Source: Hyndman and Fan (1996), The American Statistician 50, 361–365, definition 7.
  package static func interpolated(_ sorted: [Double], _ share: Double) -> Double {
    guard let first = sorted.first, let last = sorted.last else { return .nan }
    let place = share * Double(sorted.count - 1)
    guard place > 0 else { return first }
    guard place < Double(sorted.count - 1) else { return last }
    let index = Int(place)
    return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
