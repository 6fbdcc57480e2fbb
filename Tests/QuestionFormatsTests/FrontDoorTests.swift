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
}
