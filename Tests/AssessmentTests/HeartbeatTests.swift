import Testing

@testable import Assessment

@Suite("Signs of life")
struct HeartbeatTests {
  @Test("are due every thirty seconds without any other event, and not sooner")
  func due() {
    var heartbeat = Heartbeat(secondsUsed: 100)
    func isDue(_ seconds: Double) -> Bool { heartbeat.isDue(secondsUsed: seconds) }
    #expect(!isDue(129.9))
    #expect(heartbeat.secondsLeft(secondsUsed: 110) == 20)
    #expect(isDue(130))
    #expect(!isDue(131))
    heartbeat.recorded(secondsUsed: 150)
    #expect(!isDue(179))
    #expect(isDue(400))
    #expect(heartbeat.secondsLeft(secondsUsed: 1000) == 0)
    heartbeat.recorded(secondsUsed: 10)
    #expect(!isDue(401))
  }

  @Test("change nothing of an attempt")
  func harmless() {
    var attempt = Attempt(items: ["a", "b"]).after(.answered(item: "a", response: .chosen(["a"])))
    for place in 0...2 {
      attempt = attempt.after(.moved(to: place))
      #expect(attempt.after(.moved(to: attempt.position)) == attempt)
    }
  }
}
