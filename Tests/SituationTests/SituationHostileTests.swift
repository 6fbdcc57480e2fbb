import Source
import Testing
import Text

@testable import Situation

@Suite("No text makes the reader fail")
struct SituationHostileTests {
  @Test("Scripts with parts cut, doubled and exchanged are read or refused, never a crash")
  func mutated() {
    var random = SeededGenerator(seed: 20_261_123)
    let parts = [
      ":: ", "[[", "]]", "->", "{", "}", "\n", "> ", "### ", "if ", "trust", "+", "-", "=", "9999",
      "០", "ំ", ",", "---\n", "\t", "ending=", "\"", "#", "```\n", "\u{200B}",
    ]
    let khmer = Scripts.stamped(Scripts.khmer, from: Scripts.english)
    for _ in 0..<1500 {
      var scalars = Array(Scripts.english.unicodeScalars)
      for _ in 0...random.index(below: 4) {
        let at = random.index(below: scalars.count)
        let length = min(scalars.count - at, random.index(below: 12))
        scalars.replaceSubrange(
          at..<(at + length), with: Array(parts[random.index(below: parts.count)].unicodeScalars))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let (situation, findings) = Scripts.read(text, khmer: khmer)
      for finding in findings {
        #expect(!finding.location.file.isEmpty)
        #expect(finding.message.isComplete)
      }
      if let situation, let play = SituationPlay(situation) {
        #expect(play.state.values.allSatisfy { (-1000...1000).contains($0) })
        #expect(SituationTesting.run(situation, runs: 2, seed: 1).runs == 2)
      } else {
        #expect(findings.hasErrors)
      }
    }
  }
}
