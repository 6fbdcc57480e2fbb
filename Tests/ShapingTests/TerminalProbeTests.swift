import Shaping
import Testing

struct TerminalProbeTests {
  private func probe(_ reply: String) -> TerminalProbe { TerminalProbe(reply: Array(reply.utf8)) }

  @Test func `the column after the sample says how signs are counted`() {
    #expect(probe("\u{1B}[12;3R").width == .perSign)
    #expect(probe("\u{1B}[1;2R").width == .perCluster)
    #expect(probe("\u{1B}[1;9R").width == .unknown)
    #expect(probe("\u{1B}[1;9R").isComplete)
  }

  @Test func `the name comes before the column`() {
    let vte = probe("\u{1B}P>|VTE(7000)\u{1B}\\\u{1B}[1;3R")
    #expect(vte == TerminalProbe(width: .perSign, name: "VTE(7000)", isComplete: true))
    #expect(vte.style() == .sextants)
    #expect(probe("\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[1;3R").style() == .quadrants)
    #expect(probe("\u{1B}[1;3R").style() == .quadrants)
  }

  @Test func `what real terminals answered is understood`() {
    // XTerm 379, VTE 0.70, tmux 3.3a, as read on 26 November 2026.
    let xterm = probe("\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[>41;379;0c\u{1B}[2;3R")
    let vte = probe("\u{1B}[>65;7006;1c\u{1B}[2;3R")
    let tmux = probe("\u{1B}P>|tmux 3.3a\u{1B}\\\u{1B}[>84;0;0c\u{1B}[2;3R")
    #expect([xterm, vte, tmux].map(\.width) == [.perSign, .perSign, .perSign])
    #expect([xterm, vte, tmux].map(\.name) == ["XTerm(379)", "VTE(7006)", "tmux 3.3a"])
    #expect([xterm, vte, tmux].map { $0.style() } == [.quadrants, .sextants, .quadrants])
  }

  @Test func `the environment names a terminal that did not, and no other`() {
    let environment = ["VTE_VERSION": "7002"]
    #expect(TerminalProbe().style(environment: environment) == .sextants)
    #expect(TerminalProbe(name: "tmux 3.3a").style(environment: environment) == .sextants)
    #expect(TerminalProbe(name: "XTerm(379)").style(environment: environment) == .quadrants)
    #expect(TerminalProbe().style(environment: ["VTE_VERSION": ""]) == .quadrants)
  }

  @Test func `keys typed meanwhile are passed over`() {
    #expect(probe("abc\u{1B}[A\r\u{1B}[5;3Rx").width == .perSign)
    #expect(probe("\u{1B}\u{1B}[1;2R").width == .perCluster)
    #expect(probe("\u{1B}OP\u{1B}[1;2R").width == .perCluster)
  }

  @Test(arguments: [
    "", "\u{1B}", "\u{1B}[", "\u{1B}[1", "\u{1B}[1;", "\u{1B}[1;3", "\u{1B}[3R", "\u{1B}[;;3R",
    "\u{1B}P>|VTE(7000)", "\u{1B}P", "x", "\u{1B}[>65;7000;1", "\u{1B}[>1;3R", "\u{1B}[1;3\u{1B}",
  ])
  func `half a reply is no reply`(reply: String) {
    #expect(!probe(reply).isComplete)
    #expect(probe(reply).width == .unknown)
  }

  @Test func `a hostile name is made harmless`() {
    let name = probe("\u{1B}P>|a\u{7}b\u{1B}\\\u{1B}[1;3R")
    #expect(name.name.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
    let long = probe("\u{1B}P>|" + String(repeating: "x", count: 5_000) + "\u{1B}\\\u{1B}[1;3R")
    #expect(long.name.utf8.count == 64)
    #expect(long.width == .perSign)
    let huge = probe("\u{1B}[1;" + String(repeating: "9", count: 5_000) + "R")
    #expect(huge.width == .unknown)
  }

  @Test func `the request leaves no trace on the screen`() {
    #expect(TerminalProbe.request.hasPrefix("\r"))
    #expect(TerminalProbe.request.hasSuffix("\r\u{1B}[K"))
    #expect(TerminalProbe.request.contains(TerminalProbe.sample + "\u{1B}[6n"))
  }
}
