import Archive
import Assessment
import Testing
import Text

@testable import QuestionFormats

@Suite("Synthetic items")
struct RandomItemsTests {
  @Test("Scores of any response stay within the bounds", arguments: InteractionKind.allCases)
  func bounds(_ kind: InteractionKind) {
    var items = RandomItems(seed: 7, isBilingual: true)
    for _ in 0..<200 {
      let item = items.item(kind)
      let outcome = ResponseProcessing.score(item, items.response(to: item))
      #expect(outcome.score <= outcome.maximum)
      #expect(outcome.score >= item.scoring.floor * item.points / 100)
    }
  }

  @Test("A draw of questions is a loss where the format has lone questions only")
  func structure() {
    let text = """
      Quiz title: Draw

      GROUP
      pick: 1

      1. One?
      *a) x
      b) y

      2. Two?
      *a) x
      b) y

      END_GROUP
      """
    let input = QuestionInput(
      name: "q.txt", files: [ArchiveEntry(path: "q.txt", bytes: Array(text.utf8))])
    let gift = Conversion.run(
      input, from: .text2qti, to: .gift, options: QuestionWritingOptions())
    #expect(gift.read == 2 && gift.written == 2)
    #expect(gift.lost.map(\.item) == ["draw"] && gift.lost.map(\.what) == [FormatMessages.test])
    let qti = Conversion.run(
      input, from: .text2qti, to: .qti12, options: QuestionWritingOptions())
    #expect(qti.isLossless)
  }
}
