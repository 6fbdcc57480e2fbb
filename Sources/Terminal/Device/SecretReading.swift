import CTerminal
import Glibc

/// Reads a secret that a person types: nothing of it is shown, and the terminal is given back
/// whatever ends the process.
enum SecretReading {
  /// No secret is longer, in bytes.
  private static let limit = 4096

  /// Returns what was typed before Enter; `nil` where standard input is no terminal, and where the
  /// person gave up with Ctrl-C or Ctrl-D.
  static func read(_ prompt: String) -> String? {
    guard isatty(STDIN_FILENO) == 1,
      sala_terminal_enter(STDIN_FILENO, STDERR_FILENO, prompt, "\r\n") == 0
    else { return nil }
    defer { sala_terminal_leave() }
    var typed: [UInt8] = []
    while true {
      var signals: UInt = 0
      switch sala_terminal_wait(-1, &signals) {
      case sala_terminal_input:
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = bytes.withUnsafeMutableBufferPointer {
          sala_terminal_read($0.baseAddress, $0.count)
        }
        guard count >= 0 else { return nil }
        for byte in bytes.prefix(count) {
          switch byte {
          case 0x0A, 0x0D: return String(validating: typed, as: UTF8.self)
          case 0x03, 0x04: return nil
          case 0x08, 0x7F: dropLastScalar(&typed)
          case 0x15: typed = []
          case 0..<0x20: break
          default: if typed.count < limit { typed.append(byte) }
          }
        }
      case sala_terminal_signal:
        let ends = [SIGHUP, SIGINT, SIGQUIT, SIGTERM].first { signals & (1 << UInt($0)) != 0 }
        if let ends {
          sala_terminal_leave()
          sala_terminal_end_by(ends)
        }
      case sala_terminal_closed: return nil
      default: break
      }
    }
  }

  private static func dropLastScalar(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }
}
