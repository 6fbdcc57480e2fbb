/// Maps values to places along an axis; zero is always on it.
struct PlotScale {
  let low: Double
  let high: Double

  /// Creates the scale that holds `values` and zero; values that are not finite are left out.
  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite) + [0]
    let low = finite.min() ?? 0
    let high = finite.max() ?? 0
    self.low = low
    self.high = high > low ? high : low + 1
  }

  /// Returns where `value` stands, 0 at the low end and 1 at the high end.
  func share(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    // Halved before the subtraction, so that not even the widest range overflows.
    let share = (value / 2 - low / 2) / (high / 2 - low / 2)
    return share.isFinite ? min(1, max(0, share)) : 0
  }
}

extension Plot {
  /// Everything that must fit on the axis.
  var axisValues: [Double] {
    switch content {
    case .intervals(let points): points.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) }
    case .slopes(let slopes, _, _): slopes.flatMap { [$0.first, $0.second] }
    case .bars(let bars): bars.map(\.value)
    default: []
    }
  }
}
