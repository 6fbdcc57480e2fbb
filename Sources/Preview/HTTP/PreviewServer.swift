import CPreview

/// Serves a preview on 127.0.0.1 until it is told to stop.
///
/// One thread moves the bytes of all connections; what is answered is decided by `PreviewService`.
package final class PreviewServer: Sendable {
  /// The most connections at a time; a browser opens six to a host.
  private static let mostConnections = 64
  /// How long a connection may be silent, in seconds.
  private static let patience = 30.0

  /// The port that it listens on.
  package let port: Int
  private let listener: CInt
  private let bell: CInt
  private let rope: CInt

  /// Begins to listen; connections wait until `run`.
  ///
  /// - Parameter port: 1–65535, or 0 for any that is free.
  /// - Throws: `PreviewError.port` where it is taken or not allowed.
  package init(port: Int) throws(PreviewError) {
    guard let wanted = UInt16(exactly: port) else { throw .port(port) }
    let listener = sala_preview_listen(wanted)
    guard listener >= 0 else { throw .port(port) }
    var ends: [CInt] = [-1, -1]
    guard sala_preview_bell(&ends) == 0 else {
      sala_preview_close(listener)
      throw .port(port)
    }
    self.listener = listener
    (bell, rope) = (ends[0], ends[1])
    self.port = Int(sala_preview_port(listener))
  }

  deinit {
    for descriptor in [listener, bell, rope] { sala_preview_close(descriptor) }
  }

  /// The address to open.
  package var address: String { "http://127.0.0.1:\(port)/" }

  /// Ends `run`, from any thread.
  package func stop() { sala_preview_ring(rope) }

  /// Answers requests until `stop`, or until a person presses Ctrl-C where that is asked for.
  ///
  /// - Parameters:
  ///   - service: What is answered.
  ///   - stopsAtInterrupt: Whether Ctrl-C and the end of the program stop it.
  ///   - now: Returns the time, in seconds since 1970.
  package func run(
    _ service: PreviewService, stopsAtInterrupt: Bool, now: () -> Double
  ) {
    if stopsAtInterrupt { sala_preview_ring_on_interrupt(rope) }
    defer { if stopsAtInterrupt { sala_preview_ring_on_interrupt(-1) } }
    var service = service
    var connections: [Connection] = []
    defer { for connection in connections { connection.close() } }
    while true {
      let accepts = connections.count < Self.mostConnections
      var watches = [
        sala_preview_watch(descriptor: bell, reads: 1, writes: 0),
        sala_preview_watch(descriptor: listener, reads: accepts ? 1 : 0, writes: 0),
      ]
      watches += connections.map(\.watch)
      guard sala_preview_wait(&watches, watches.count, 1000) >= 0 else { return }
      if watches[0].reads != 0 { return }
      let second = sala_preview_seconds()
      for (at, watch) in watches.dropFirst(2).enumerated() {
        connections[at].move(watch, second) { service.answer($0, now: now()) }
        if second - connections[at].lastSecond > Self.patience { connections[at].isOver = true }
      }
      for connection in connections where connection.isOver { connection.close() }
      connections.removeAll(where: \.isOver)
      if watches[1].reads != 0 { accept(&connections, second) }
    }
  }

  private func accept(_ connections: inout [Connection], _ second: Double) {
    while connections.count < Self.mostConnections {
      let descriptor = sala_preview_accept(listener)
      guard descriptor >= 0 else { return }
      connections.append(Connection(descriptor: descriptor, lastSecond: second))
    }
  }
}

/// A connection: what came in and is no whole request yet, and what still has to go out.
private struct Connection {
  let descriptor: CInt
  var lastSecond: Double
  var isOver = false
  private var reading = HTTPReading()
  private var waiting: [UInt8] = []
  private var sent = 0
  private var closesAfter = false

  init(descriptor: CInt, lastSecond: Double) {
    self.descriptor = descriptor
    self.lastSecond = lastSecond
  }

  /// What to wait for: while an answer goes out, no request is taken in.
  var watch: sala_preview_watch {
    let isSending = sent < waiting.count
    return sala_preview_watch(
      descriptor: descriptor, reads: isSending ? 0 : 1, writes: isSending ? 1 : 0)
  }

  func close() { sala_preview_close(descriptor) }

  mutating func move(
    _ watch: sala_preview_watch, _ second: Double, answer: (HTTPRequest) -> HTTPResponse
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
    let count = sala_preview_receive(descriptor, &buffer, buffer.count)
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
        sala_preview_send(descriptor, $0.baseAddress, $0.count)
      }
      if count == -2 { isOver = true }
      guard count > 0 else { return }
      sent += count
    }
    waiting = []
    sent = 0
  }
}
