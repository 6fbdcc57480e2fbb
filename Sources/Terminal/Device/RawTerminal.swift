import CTerminal
import Glibc

/// The terminal of the process, in raw mode.
///
/// However the process ends, the terminal is given back: by `leave`, at exit, by signals, in a
/// crash. Only SIGKILL and SIGSTOP leave no time for it.
package final class RawTerminal: ScreenDevice {
  private let usesAlternateScreen: Bool
  private var pending: UInt = 0

  /// Creates the terminal on standard input and output; nothing is touched before `enter`.
  ///
  /// - Parameter usesAlternateScreen: Whether the quiz has a screen of its own, so that what stood
  ///   in the window before stands there again after it.
  package init(usesAlternateScreen: Bool = true) {
    self.usesAlternateScreen = usesAlternateScreen
  }

  deinit {
    sala_terminal_leave()
  }

  /// The size now; 80 by 24 where the terminal tells none.
  package var size: ScreenSize {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard sala_terminal_size(&columns, &rows) == 0 else {
      return ScreenSize(columns: 80, rows: 24)
    }
    return ScreenSize(columns: Int(columns), rows: Int(rows))
  }

  /// Raw mode, a screen of its own, no wrapping at the margin, marks around what is pasted.
  package func enter() -> Bool {
    let begin = (usesAlternateScreen ? "\u{1B}[?1049h" : "") + "\u{1B}[?7l\u{1B}[?2004h\u{1B}[m"
    let end =
      "\u{1B}[m\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h"
      + (usesAlternateScreen ? "\u{1B}[2J\u{1B}[?1049l" : "\u{1B}[999H\r\n")
    return sala_terminal_enter(STDIN_FILENO, STDOUT_FILENO, begin, end) == 0
  }

  /// Everything as it was.
  package func leave() { sala_terminal_leave() }

  /// Writes all of a text.
  package func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer {
      $0.isEmpty ? 0 : sala_terminal_write($0.baseAddress, $0.count)
    } == 0
  }

  /// Waits for what comes next.
  package func next(timeout: Double?) -> DeviceEvent {
    if let event = takeSignal() { return event }
    let milliseconds = timeout.map { Int32(min(3_600_000, max(0, ($0 * 1000).rounded(.up)))) } ?? -1
    var signals: UInt = 0
    switch sala_terminal_wait(milliseconds, &signals) {
    case sala_terminal_input:
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = bytes.withUnsafeMutableBufferPointer {
        sala_terminal_read($0.baseAddress, $0.count)
      }
      if count < 0 { return .closed }
      return count == 0 ? .timeout : .bytes(Array(bytes.prefix(count)))
    case sala_terminal_signal:
      pending |= signals
      return takeSignal() ?? .timeout
    case sala_terminal_closed: return .closed
    default: return .timeout
    }
  }

  /// The first thing that signals ask for: to end comes before all else.
  private func takeSignal() -> DeviceEvent? {
    func take(_ number: Int32) -> Bool {
      let bit: UInt = 1 << UInt(number)
      defer { pending &= ~bit }
      return pending & bit != 0
    }
    for signal in [EndSignal.hangUp, .terminate, .quit, .interrupt] where take(signal.rawValue) {
      return .ended(signal)
    }
    if take(SIGTSTP) { return .suspended }
    if take(SIGCONT) { return .continued }
    return take(SIGWINCH) ? .resized : nil
  }

  /// Throws away what was typed.
  package func drain() { sala_terminal_drain() }

  /// Stops until the person calls the job back.
  package func suspend(_ reach: SuspendReach) {
    leave()
    sala_terminal_stop(reach == .job ? 1 : 0)
    _ = enter()
    // Its own SIGCONT says nothing new.
    pending = 0
  }

  /// Seconds of the clock that never goes back.
  package static func seconds() -> Double { sala_terminal_seconds() }
}
