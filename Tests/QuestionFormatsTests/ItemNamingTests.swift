import Testing

@testable import QuestionFormats

@Suite("Ids of imported items")
struct ItemNamingTests {
  @Test("A name becomes an id, and none is given twice")
  func names() {
    var naming = ItemNaming()
    #expect(naming.id(for: "Jesus' hometown!", number: 1) == "jesus-hometown")
    #expect(naming.id(for: "Jesus hometown", number: 2) == "jesus-hometown-2")
    #expect(naming.id(for: "សំណួរ", number: 3) == "q-3")
    #expect(naming.id(for: "", number: 3) == "q-3-2")
  }
}
