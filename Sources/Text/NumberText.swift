/// Writes numbers the same way in every locale and on every machine.
package enum NumberText {
  /// Returns `value` with exactly `digits` decimals, or `fallback` for NaN and the infinities.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - digits: How many decimals, 0 to 9. Halves are rounded away from zero.
  ///   - fallback: What stands for a value that is not a number.
  /// - Returns: The text, with a point before the decimals.
  package static func fixed(_ value: Double, digits: Int, fallback: String = "–") -> String {
    guard value.isFinite else { return fallback }
    let places = min(9, max(0, digits))
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled)
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return sign + "\(whole)" }
    let divisor = Int(scale)
    let fraction = String(whole % divisor)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return sign + "\(whole / divisor)." + zeros + fraction
  }
}
