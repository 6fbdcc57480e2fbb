import LocalServer

/// Serves a preview on 127.0.0.1 until it is told to stop.
package final class PreviewServer: Sendable {
  private let server: LocalServer

  /// Begins to listen; connections wait until `run`.
  ///
  /// - Parameter port: 1–65535, or 0 for any that is free.
  /// - Throws: `PreviewError.port` where it is taken or not allowed.
  package init(port: Int) throws(PreviewError) {
    do throws(LocalServerError) {
      server = try LocalServer(port: port)
    } catch {
      throw .port(port)
    }
  }

  /// The port that it listens on.
  package var port: Int { server.port }

  /// The address to open.
  package var address: String { server.address }

  /// Ends `run`, from any thread.
  package func stop() { server.stop() }

  /// Answers requests until `stop`, or until a person presses Ctrl-C where that is asked for.
  ///
  /// - Parameters:
  ///   - service: What is answered.
  ///   - stopsAtInterrupt: Whether Ctrl-C and the end of the program stop it.
  ///   - now: Returns the time, in seconds since 1970.
  package func run(
    _ service: PreviewService, stopsAtInterrupt: Bool, now: () -> Double
  ) {
    var service = service
    server.run(stopsAtInterrupt: stopsAtInterrupt) { service.answer($0, now: now()) }
  }
}
