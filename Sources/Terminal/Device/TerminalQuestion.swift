/// How a visit to a page ended.
package enum PageEnding: Sendable, Hashable {
  /// The attempt was handed in.
  case submitted
  /// It goes on in the terminal.
  case returned
  /// The person stopped.
  case stopped
}

/// Something that is asked of a terminal before the first screen, and what its answer means.
package struct TerminalQuestion {
  /// The bytes to send.
  package var request: String
  /// Whether the bytes read so far hold the whole answer.
  package var isComplete: ([UInt8]) -> Bool
  /// The ways to draw text that suit the terminal, the best one first, by what it answered.
  package var drawings: ([UInt8]) -> [DrawingChoice]

  /// Creates a question.
  package init(
    request: String, isComplete: @escaping ([UInt8]) -> Bool,
    drawings: @escaping ([UInt8]) -> [DrawingChoice]
  ) {
    self.request = request
    self.isComplete = isComplete
    self.drawings = drawings
  }

  /// The seconds that a terminal has for its answer; over a slow line it comes late and is no key.
  static let patience = 0.25

  /// Asks, and waits a moment for the answer; what was typed meanwhile is dropped.
  func ask(_ device: any ScreenDevice, clock: () -> Double) -> [DrawingChoice] {
    var reply: [UInt8] = []
    guard device.write(request) else { return drawings([]) }
    let end = clock() + Self.patience
    while !isComplete(reply), reply.count < 4096, clock() < end {
      guard case .bytes(let bytes) = device.next(timeout: max(0, end - clock())) else { break }
      reply += bytes
    }
    return drawings(reply)
  }
}
