import Archive
import Assessment
import Testing
import Text

@testable import QuestionFormats

@Suite("Formats of plain text")
struct TextFormatTests {
  @Test(
    "What is written is read again, and scores the same",
    arguments: [QuestionFormat.sala, .gift, .aiken], InteractionKind.allCases)
  func roundTrip(_ format: QuestionFormat, _ kind: InteractionKind) {
    let kept = RoundTrip.check(format, kind)
    if format == .sala { #expect(kept == 60) }
  }

  @Test("Sala's own files carry both languages", arguments: InteractionKind.allCases)
  func bilingual(_ kind: InteractionKind) {
    #expect(RoundTrip.check(.sala, kind, isBilingual: true) == 60)
  }

  @Test("Changed files never stop the reader", arguments: [QuestionFormat.sala, .gift, .aiken])
  func mutations(_ format: QuestionFormat) {
    RoundTrip.mutate(format, count: 1500)
  }
}
