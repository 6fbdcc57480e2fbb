import CSockets
import Dispatch
import Synchronization
import Testing
import Text

@testable import Preview

@Suite("The server of a preview", .serialized)
struct ServerTests {
  /// Serves the synthetic package while `body` talks with it.
  private func serving(_ body: (PreviewServer) throws -> Void) throws {
    let server = try PreviewServer(port: 0)
    let service = PreviewService(site: try PreviewSamples.site(PreviewSamples.scorm12), seed: 1)
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      server.run(service, stopsAtInterrupt: false) { 0 }
      ended.signal()
    }
    defer {
      server.stop()
      ended.wait()
    }
    try body(server)
  }

  /// Sends a text and returns all that comes until the server closes the connection.
  private func exchange(_ port: Int, _ pieces: [String]) throws -> String {
    let connection = sala_socket_connect(UInt16(port))
    try #require(connection >= 0)
    defer { sala_socket_close(connection) }
    for piece in pieces {
      let bytes = Array(piece.utf8)
      #expect(sala_socket_send(connection, bytes, bytes.count) == bytes.count)
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = sala_socket_receive(connection, &buffer, buffer.count)
      guard count > 0 else { break }
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  @Test("It answers one request after another on a connection, and closes when asked to")
  func answers() throws {
    try serving { server in
      #expect(server.port > 0)
      #expect(server.address == "http://127.0.0.1:\(server.port)/")
      let host = "Host: 127.0.0.1:\(server.port)\r\n"
      let answer = try exchange(
        server.port,
        [
          "GET /package/two.html HTTP/1.1\r\n\(host)\r\nGET /package/", "film.mp4 HTTP/1.1\r\n",
          "\(host)Range: bytes=2-4\r\n\r\n",
          "HEAD / HTTP/1.1\r\n\(host)Connection: close\r\n\r\n",
        ])
      #expect(answer.components("HTTP/1.1 ") == 3)
      #expect(answer.contains("\r\n\r\n<p>two</p>HTTP/1.1 206 Partial Content\r\n"))
      #expect(answer.contains("\r\n\r\n234HTTP/1.1 200 OK\r\n"))
      #expect(answer.hasSuffix("Connection: close\r\n\r\n"))
    }
  }

  @Test("What cannot be read is answered with 400, and the connection ends")
  func broken() throws {
    try serving { server in
      let answer = try exchange(server.port, ["nonsense\r\n\r\n"])
      #expect(answer.utf8.starts(with: "HTTP/1.1 400 Bad Request\r\n".utf8))
    }
  }

  @Test("Many connections at once are all answered")
  func many() throws {
    try serving { server in
      let text = "GET /lms/page.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
      let sizes = Mutex<[Int]>([])
      DispatchQueue.concurrentPerform(iterations: 40) { _ in
        let size = (try? exchange(server.port, [text]).utf8.count) ?? 0
        sizes.withLock { $0.append(size) }
      }
      let found = sizes.withLock { Set($0) }
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0 > 10_000 })
    }
  }

  @Test("A connection that goes away in the middle disturbs no other")
  func gone() throws {
    try serving { server in
      let connection = sala_socket_connect(UInt16(server.port))
      let half = Array("GET / HT".utf8)
      _ = sala_socket_send(connection, half, half.count)
      sala_socket_close(connection)
      let answer = try exchange(
        server.port, ["GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"])
      #expect(answer.utf8.starts(with: "HTTP/1.1 200 OK\r\n".utf8))
    }
  }

  @Test("A port that is taken, or is none, is refused")
  func taken() throws {
    let server = try PreviewServer(port: 0)
    #expect(throws: PreviewError.port(server.port)) { try PreviewServer(port: server.port) }
    for port in [-1, 65536, .max] {
      #expect(throws: PreviewError.port(port)) { try PreviewServer(port: port) }
    }
    #expect(PreviewError.port(1).message.isComplete)
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ text: String) -> Int {
    let all = Array(utf8)
    let wanted = Array(text.utf8)
    guard all.count >= wanted.count else { return 0 }
    return (0...(all.count - wanted.count)).count { all[$0...].starts(with: wanted) }
  }
}
