import CSockets

/// Serves a few people on 127.0.0.1 until it is told to stop.
///
/// One thread moves the bytes of all connections; what is answered is decided by whoever runs it.
package final class LocalServer: Sendable {
  /// The most connections at a time; a browser opens six to a host.
  private static let mostConnections = 64
  /// How long a connection may be silent, in seconds.
  private static let patience = 30.0
  /// How long a watched descriptor is left alone after it woke the server for nothing, in
  /// milliseconds: one that is always readable, such as a closed pipe, must not keep it busy.
  private static let pause: CInt = 50

  /// The port that it listens on.
  package let port: Int
  private let listener: CInt
  private let bell: CInt
  private let rope: CInt

  /// Begins to listen; connections wait until `run`.
  ///
  /// - Parameter port: 1–65535, or 0 for any that is free.
  /// - Throws: `LocalServerError.port` where it is taken or not allowed.
  package init(port: Int) throws(LocalServerError) {
    guard let wanted = UInt16(exactly: port) else { throw .port(port) }
    let listener = sala_socket_listen(wanted)
    guard listener >= 0 else { throw .port(port) }
    var ends: [CInt] = [-1, -1]
    guard sala_socket_bell(&ends) == 0 else {
      sala_socket_close(listener)
      throw .port(port)
    }
    self.listener = listener
    (bell, rope) = (ends[0], ends[1])
    self.port = Int(sala_socket_port(listener))
  }

  deinit {
    for descriptor in [listener, bell, rope] { sala_socket_close(descriptor) }
  }

  /// The address of the server's root.
  package var address: String { "http://127.0.0.1:\(port)/" }

  /// Ends `run`, from any thread.
  package func stop() { sala_socket_ring(rope) }

  /// What `until` is told at each turn.
  package struct Turn: Sendable, Hashable {
    /// Seconds of a clock that never goes back.
    package var second: Double
    /// Whether the watched descriptor can be read, or has come to its end.
    package var isReadable: Bool
  }

  /// Answers requests until `stop`, until `until` says so, or until a person presses Ctrl-C where
  /// that is asked for.
  ///
  /// - Parameters:
  ///   - stopsAtInterrupt: Whether Ctrl-C and the end of the program stop it.
  ///   - mostBody: The most bytes of a request's body.
  ///   - descriptor: What else is watched, such as standard input, or `nil`.
  ///   - milliseconds: How long at most a turn takes where nothing happens.
  ///   - until: Is asked after each turn; it has to read the descriptor that can be read.
  ///   - answer: Returns the answer to a request.
  /// - Returns: Whether `until` ended it.
  @discardableResult
  package func run(
    stopsAtInterrupt: Bool, mostBody: Int = HTTPReading.mostBody,
    watching descriptor: Int32? = nil, every milliseconds: Int32 = 1000,
    until: (Turn) -> Bool = { _ in false }, answer: (HTTPRequest) -> HTTPResponse
  ) -> Bool {
    if stopsAtInterrupt { sala_socket_ring_on_interrupt(rope) }
    defer { if stopsAtInterrupt { sala_socket_ring_on_interrupt(-1) } }
    var connections: [Connection] = []
    defer { for connection in connections { connection.close() } }
    var isPausing = false
    while true {
      let accepts = connections.count < Self.mostConnections
      // `poll` passes over a descriptor below 0.
      let watched = isPausing ? -1 : descriptor ?? -1
      var watches = [
        sala_socket_watch(descriptor: bell, reads: 1, writes: 0),
        sala_socket_watch(descriptor: listener, reads: accepts ? 1 : 0, writes: 0),
        sala_socket_watch(descriptor: watched, reads: 1, writes: 0),
      ]
      watches += connections.map(\.watch)
      let most = isPausing ? min(milliseconds, Self.pause) : milliseconds
      guard sala_socket_wait(&watches, watches.count, most) >= 0 else { return false }
      if watches[0].reads != 0 { return false }
      let second = sala_socket_seconds()
      for (at, watch) in watches.dropFirst(3).enumerated() {
        connections[at].move(watch, second, answer: answer)
        if second - connections[at].lastSecond > Self.patience { connections[at].isOver = true }
      }
      for connection in connections where connection.isOver { connection.close() }
      connections.removeAll(where: \.isOver)
      if watches[1].reads != 0 { accept(&connections, second, mostBody) }
      let isReadable = watches[2].reads != 0
      if until(Turn(second: second, isReadable: isReadable)) { return true }
      isPausing = isReadable
    }
  }

  private func accept(_ connections: inout [Connection], _ second: Double, _ mostBody: Int) {
    while connections.count < Self.mostConnections {
      let descriptor = sala_socket_accept(listener)
      guard descriptor >= 0 else { return }
      connections.append(
        Connection(descriptor: descriptor, lastSecond: second, mostBody: mostBody))
    }
  }
}

/// Why a server cannot begin.
package enum LocalServerError: Error, Hashable {
  /// A port is taken, or none that may be listened on.
  case port(Int)
}

/// A connection: what came in and is no whole request yet, and what still has to go out.
private struct Connection {
  let descriptor: CInt
  var lastSecond: Double
  var isOver = false
  private var reading: HTTPReading
  private var waiting: [UInt8] = []
  private var sent = 0
  private var closesAfter = false

  init(descriptor: CInt, lastSecond: Double, mostBody: Int) {
    self.descriptor = descriptor
    self.lastSecond = lastSecond
    reading = HTTPReading(mostBody: mostBody)
  }

  /// What to wait for: while an answer goes out, no request is taken in.
  var watch: sala_socket_watch {
    let isSending = sent < waiting.count
    return sala_socket_watch(
      descriptor: descriptor, reads: isSending ? 0 : 1, writes: isSending ? 1 : 0)
  }

  func close() { sala_socket_close(descriptor) }

  mutating func move(
    _ watch: sala_socket_watch, _ second: Double, answer: (HTTPRequest) -> HTTPResponse
  ) {
    guard watch.reads != 0 || watch.writes != 0 else { return }
    lastSecond = second
    if sent < waiting.count {
      send()
    } else {
      receive()
    }
    while !isOver, sent == waiting.count, !closesAfter {
      guard take(answer) else { return }
      send()
    }
    if closesAfter, sent == waiting.count { isOver = true }
  }

  private mutating func receive() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = sala_socket_receive(descriptor, &buffer, buffer.count)
    if count == 0 || count == -2 { isOver = true }
    if count > 0 { reading.append(buffer[..<count]) }
  }

  /// Answers the next whole request; false where there is none.
  private mutating func take(_ answer: (HTTPRequest) -> HTTPResponse) -> Bool {
    do throws(HTTPReading.Refusal) {
      guard let request = try reading.next() else { return false }
      closesAfter = request.fields["connection"]?.lowercased() == "close"
      waiting = answer(request).encoded(closing: closesAfter)
    } catch {
      closesAfter = true
      waiting = HTTPResponse(error.status, saying: "The request cannot be read.")
        .encoded(closing: true)
    }
    sent = 0
    return true
  }

  private mutating func send() {
    while sent < waiting.count {
      let count = waiting[sent...].withUnsafeBufferPointer {
        sala_socket_send(descriptor, $0.baseAddress, $0.count)
      }
      if count == -2 { isOver = true }
      guard count > 0 else { return }
      sent += count
    }
    waiting = []
    sent = 0
  }
}
