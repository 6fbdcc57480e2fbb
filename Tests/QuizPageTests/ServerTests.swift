import Assessment
import CSockets
import Dispatch
import LocalServer
import Testing
import Text

@testable import QuizPage

@Suite("The server of a quiz", .serialized)
struct ServerTests {
  /// What a person does with the address, on a thread of its own.
  private final class Person: Sendable {
    let port: Int
    let token: String

    init(_ address: String) {
      let parts = address.split(separator: "/").map(String.init)
      port = Int(parts[1].split(separator: ":")[1]) ?? 0
      token = parts[2]
    }

    /// Sends a request and returns all that comes.
    func exchange(_ method: String, _ path: String, _ form: String = "") -> String {
      let connection = sala_socket_connect(UInt16(port))
      guard connection >= 0 else { return "" }
      defer { sala_socket_close(connection) }
      var text = "\(method) /\(token)/\(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
      text += "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      text += "Content-Length: \(form.utf8.count)\r\n\r\n\(form)"
      let bytes = Array(text.utf8)
      _ = sala_socket_send(connection, bytes, bytes.count)
      var answer: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = sala_socket_receive(connection, &buffer, buffer.count)
        guard count > 0 else { break }
        answer += buffer[..<count]
      }
      return String(decoding: answer, as: UTF8.self)
    }

    /// What proves that a form is of this sitting, as a page says.
    func proof() -> String {
      let page = exchange("GET", "q/1")
      let parts = page.split(separator: "name=\"proof\" value=\"", maxSplits: 1)
      return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : ""
    }
  }

  private final class Disk {
    var events: [Attempt.Event] = []
    var isFull = false
    var time = 0.0
  }

  private func session(_ disk: Disk, minutes: Double? = nil) -> QuizSession<FullDisk> {
    QuizSession(
      form: PageSamples.form(), language: .khmer, optionSeed: "", showsFeedback: false,
      timeLimit: minutes.map { $0 * 60 }, clock: { disk.time },
      record: { event, _ throws(FullDisk) in
        if disk.isFull { throw FullDisk() }
        disk.events.append(event)
      })
  }

  private func server() throws -> QuizPageServer {
    var generator = SeededGenerator(seed: 7)
    return try QuizPageServer(
      isLarge: false, notice: LocalizedText(same: ""), random: { generator.next() })
  }

  @Test("Two sittings have different secrets of 128 bits")
  func secrets() throws {
    var generator = SystemRandomNumberGenerator()
    let addresses = try (0..<2).map { _ in
      try QuizPageServer(
        isLarge: false, notice: LocalizedText(same: ""), random: { generator.next() }
      ).address
    }
    let tokens = addresses.map { $0.split(separator: "/")[2] }
    #expect(tokens[0] != tokens[1] && tokens.allSatisfy { $0.utf8.count == 32 })
  }

  @Test("Answers are recorded before the next page, and the end is handing in")
  func submitted() throws {
    let disk = Disk()
    var session = session(disk)
    var marked: Set<String> = ["essay"]
    let server = try server()
    let person = Person(server.address)
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let proof = person.proof()
      let answer = person.exchange(
        "POST", "do", "proof=\(proof)&item=single&c=b&mark=1&marked=0&do=next")
      #expect(answer.utf8.starts(with: "HTTP/1.1 303 See Other\r\n".utf8))
      #expect(person.exchange("POST", "do", "proof=\(proof)&do=submit").contains("/done\r\n"))
      #expect(person.exchange("GET", "done").contains(QuizPageMessages.handedIn.km))
      ended.signal()
    }
    let ending = try server.run(&session, marked: &marked, stopsAtInterrupt: false)
    ended.wait()
    #expect(ending == .submitted)
    #expect(disk.events.first == .answered(item: "single", response: .choice(["b"])))
    #expect(disk.events.last == .submitted)
    #expect(session.attempt.isSubmitted && marked == ["single", "essay"])
  }

  @Test("A key in the terminal takes the sitting back, and a closed pipe keeps nothing busy")
  func takenBack() throws {
    let disk = Disk()
    var session = session(disk)
    var marked: Set<String> = []
    var ends: [CInt] = [-1, -1]
    try #require(sala_socket_bell(&ends) == 0)
    sala_socket_ring(ends[1])
    var turns = 0
    let ending = try server().run(
      &session, marked: &marked, watching: ends[0], stopsAtInterrupt: false,
      until: { isReadable in
        turns += isReadable ? 1 : 0
        return turns == 3
      })
    #expect(ending == .returned && turns == 3 && disk.events.isEmpty)
    ends.forEach(sala_socket_close)
  }

  @Test("The clock hands in while nobody looks")
  func clock() throws {
    let disk = Disk()
    var session = session(disk, minutes: 1)
    var marked: Set<String> = []
    disk.time = 61
    var turns = 0
    let ending = try server().run(
      &session, marked: &marked, stopsAtInterrupt: false,
      until: { _ in
        turns += 1
        return turns == 3
      })
    #expect(ending == .submitted && disk.events == [.submitted])
  }

  @Test("While nobody does anything the used time is recorded, once the clock runs")
  func heartbeat() throws {
    for waits in [false, true] {
      let disk = Disk()
      var session = session(disk, minutes: 10)
      var marked: Set<String> = []
      let ending = try server().run(
        &session, marked: &marked, clockWaits: waits, stopsAtInterrupt: false,
        until: { _ in
          disk.time += 20
          return disk.time > 90
        })
      #expect(ending == .returned)
      #expect(disk.events == (waits ? [] : [.moved(to: 0), .moved(to: 0)]))
      #expect(waits ? session.secondsUsed <= 20 : session.secondsUsed == 100)
    }
  }

  @Test("What cannot be saved is shown, then thrown")
  func failing() throws {
    let disk = Disk()
    disk.isFull = true
    var session = session(disk)
    var marked: Set<String> = []
    let server = try server()
    let person = Person(server.address)
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let proof = person.proof()
      for _ in 0..<2 {
        let answer = person.exchange("POST", "do", "proof=\(proof)&item=single&c=b&do=next")
        #expect(answer.utf8.starts(with: "HTTP/1.1 500 ".utf8))
        #expect(answer.contains(QuizPageMessages.notSaved.km))
      }
      ended.signal()
    }
    #expect(throws: FullDisk()) {
      try server.run(&session, marked: &marked, stopsAtInterrupt: false)
    }
    ended.wait()
    #expect(session.attempt.responses.isEmpty)
  }
}
