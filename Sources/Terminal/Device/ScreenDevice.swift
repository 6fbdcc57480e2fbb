/// A terminal that can be written to anywhere and read key by key, or what a test puts in its place.
package protocol ScreenDevice: AnyObject {
  /// The size now.
  var size: ScreenSize { get }

  /// Takes the terminal over; `false` where it cannot be.
  func enter() -> Bool

  /// Gives the terminal back as it was.
  func leave()

  /// Writes text; `false` where nobody is at the other end any more.
  func write(_ text: String) -> Bool

  /// Waits for what comes next, at most `timeout` seconds, or without end for `nil`.
  func next(timeout: Double?) -> DeviceEvent

  /// Throws away what was typed and not read yet.
  func drain()

  /// Stops the job until the person calls it back; the terminal is given back meanwhile.
  func suspend(_ reach: SuspendReach)
}

/// Who stops with a program that is suspended.
package enum SuspendReach: Sendable, Hashable {
  /// Every program of the job, as when Ctrl-Z is pressed.
  case job
  /// This program, as when it alone was sent the signal.
  case program
}

/// What a terminal tells.
package enum DeviceEvent: Sendable, Hashable {
  /// Bytes that were typed.
  case bytes([UInt8])
  /// The window has another size.
  case resized
  /// The program was asked from outside to stop for a while.
  case suspended
  /// It was called back; the screen may hold anything.
  case continued
  /// A signal asked the program to end.
  case ended(EndSignal)
  /// The window was closed or the line was cut.
  case closed
  /// Nothing came in time.
  case timeout
}

/// A signal that ends a program.
package enum EndSignal: Int32, Sendable, Hashable, CaseIterable {
  /// SIGHUP: the window was closed.
  case hangUp = 1
  /// SIGINT: Ctrl-C.
  case interrupt = 2
  /// SIGQUIT: Ctrl-\.
  case quit = 3
  /// SIGTERM.
  case terminate = 15

  /// The exit code that shells and scripts expect: 128 and the number.
  package var exitCode: Int32 { 128 + rawValue }
}
