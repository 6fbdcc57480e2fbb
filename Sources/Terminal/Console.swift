import CTerminal
import Glibc
package import Text

/// What a command may touch of the world: three streams, the environment, the clock, chance.
///
/// A test passes its own and reads what was written; nothing in a command reaches past it.
package struct Console {
  /// Writes to standard output: the result and nothing else.
  package var write: (String) -> Void
  /// Writes to standard error: findings, progress, questions of a person's mistake.
  package var writeError: (String) -> Void
  /// Returns the next line of standard input without its end, or `nil` at its end.
  package var readLine: () -> String?
  /// Returns the next bytes of standard input as they come, or `nil` at its end; lines that were
  /// read are not among them.
  package var readBytes: () -> [UInt8]?
  /// Whether a person sits at both ends: input and output are terminals.
  package var isInteractive: Bool
  /// Whether progress may be shown on standard error.
  package var showsProgress: Bool
  /// The columns of the terminal.
  package var width: Int
  /// The environment.
  package var environment: [String: String]
  /// Returns the time, in seconds since 1970.
  package var now: @Sendable () -> Double
  /// Returns 64 random bits, for ids of new things.
  package var random: () -> UInt64
  /// Returns the seconds of a clock that never goes back, from any beginning.
  package var monotonic: () -> Double
  /// Returns the terminal for programs that use all of its screen, or `nil` where there is none.
  package var screen: () -> (any ScreenDevice)?
  /// Watches for Ctrl-C from now on: the first one makes what is returned tell so, and work that
  /// can end early hands out what it has; the second one ends the program.
  package var watchInterrupt: () -> (() -> Bool)

  /// Shows a prompt and returns a secret that is typed without being shown, or `nil` where nobody
  /// can type one.
  package var readSecret: (_ prompt: String) -> String? = { _ in nil }

  /// Creates a console.
  package init(
    write: @escaping (String) -> Void, writeError: @escaping (String) -> Void,
    readLine: @escaping () -> String?, readBytes: (() -> [UInt8]?)? = nil,
    isInteractive: Bool = false, showsProgress: Bool = false,
    width: Int = 80, environment: [String: String] = [:], now: @escaping @Sendable () -> Double,
    random: @escaping () -> UInt64, monotonic: (() -> Double)? = nil,
    screen: @escaping () -> (any ScreenDevice)? = { nil },
    watchInterrupt: @escaping () -> (() -> Bool) = { { false } }
  ) {
    self.write = write
    self.writeError = writeError
    self.readLine = readLine
    self.readBytes = readBytes ?? { readLine().map { Array(($0 + "\n").utf8) } }
    self.isInteractive = isInteractive
    self.showsProgress = showsProgress
    self.width = width
    self.environment = environment
    self.now = now
    self.random = random
    self.monotonic = monotonic ?? now
    self.screen = screen
    self.watchInterrupt = watchInterrupt
  }

  /// Writes a line to standard output.
  package func line(_ text: String = "") { write(text + "\n") }
  /// Writes a line to standard error.
  package func note(_ text: String) { writeError(text + "\n") }

  /// Returns the language to speak: the one asked for, then `SALA_LANGUAGE`, then the locale.
  package func language(_ asked: Language?) -> Language {
    if let asked { return asked }
    for name in ["SALA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty {
        return Language(locale: value) ?? .english
      }
    }
    return .english
  }
}

extension Console {
  /// The console of the running program.
  ///
  /// - Parameter environment: The environment, passed in by the program's entry.
  /// - Returns: A console that writes, reads and tells the time of the machine.
  package static func process(environment: [String: String]) -> Console {
    let isInput = isatty(STDIN_FILENO) == 1
    let isOutput = isatty(STDOUT_FILENO) == 1
    var console = Console(
      write: { StandardStream.write($0, to: STDOUT_FILENO) },
      writeError: { StandardStream.write($0, to: STDERR_FILENO) },
      readLine: { Swift.readLine(strippingNewline: true) },
      readBytes: { StandardStream.read(from: STDIN_FILENO) },
      isInteractive: isInput && isOutput,
      showsProgress: isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb",
      width: StandardStream.columns() ?? environment["COLUMNS"].flatMap(Int.init) ?? 80,
      environment: environment,
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
      },
      random: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      },
      monotonic: RawTerminal.seconds,
      screen: { isInput && isOutput ? RawTerminal() : nil },
      watchInterrupt: {
        sala_terminal_watch_interrupt()
        return { sala_terminal_was_interrupted() != 0 }
      })
    console.readSecret = SecretReading.read
    return console
  }
}

/// The system calls behind the streams.
enum StandardStream {
  /// Writes all of a text; a reader that went away ends the program quietly, as pipes expect.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EINTR {
        continue
      } else {
        // Nobody reads any more, or the disk behind the redirection is full.
        exit(errno == EPIPE ? 0 : 2)
      }
    }
  }

  /// Returns the next bytes of a stream, or `nil` at its end.
  static func read(from descriptor: Int32) -> [UInt8]? {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(0, count)
      }
      if count > 0 { return bytes }
      // Nothing more can come: the end, or a stream that cannot be read.
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// The columns of the terminal on standard output, or `nil` where there is none.
  static func columns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
