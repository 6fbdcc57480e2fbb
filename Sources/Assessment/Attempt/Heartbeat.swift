/// Decides when a sign of life is due: while a person thinks, nothing else says that time passes.
///
/// Whoever shows a question asks `isDue` whenever nothing was typed for a while, and where it is,
/// applies `.moved(to: attempt.position)`, which changes nothing but says how much time is used. So
/// a power cut gives back `interval` at most.
package struct Heartbeat: Sendable, Hashable {
  /// The seconds between two signs of life.
  package static let interval = 30.0

  private var latest: Double

  /// Begins with the seconds of the attempt that are used.
  package init(secondsUsed: Double) {
    latest = secondsUsed
  }

  /// Tells whether a sign of life is due, and counts it as given where it is.
  package mutating func isDue(secondsUsed: Double) -> Bool {
    guard secondsUsed - latest >= Self.interval else { return false }
    latest = secondsUsed
    return true
  }

  /// Counts any other recorded event as a sign of life.
  package mutating func recorded(secondsUsed: Double) {
    latest = max(latest, secondsUsed)
  }

  /// The seconds until the next one is due, at least 0: how long to wait for a key at most.
  package func secondsLeft(secondsUsed: Double) -> Double {
    max(0, latest + Self.interval - secondsUsed)
  }
}
