import Testing

@testable import Text

@Suite("What a person probably meant")
struct SuggestionTests {
  static let words = ["minutes", "modules", "title", "outcome", "id"]

  @Test(
    "A near word is found, a far one is not",
    arguments: [
      ("minuts", "minutes"), ("minutse", "minutes"), ("Minutes", "minutes"), ("tilte", "title"),
      ("outcom", "outcome"), ("di", "id"), ("xyz", nil), ("", nil), ("moduls", "modules"),
      ("somethingelse", nil), ("title", "title"),
    ] as [(String, String?)])
  func nearest(_ typed: String, _ meant: String?) {
    #expect(Suggestion.nearest(to: typed, in: Self.words) == meant)
  }

  @Test("Of two that are equally near the first in the alphabet is named")
  func ties() {
    #expect(Suggestion.nearest(to: "cat", in: ["hat", "bat"]) == "bat")
  }

  @Test("Khmer is compared by what a reader sees as letters")
  func khmer() {
    #expect(Suggestion.nearest(to: "សាល", in: ["សាលា", "មេរៀន"]) == "សាលា")
  }

  @Test("Nothing is suggested where there is nothing to suggest")
  func none() {
    #expect(Suggestion.nearest(to: "a", in: []) == nil)
  }

  @Test("A word of a million letters is compared with none of the short ones")
  func huge() {
    let word = String(repeating: "x", count: 1_000_000)
    #expect(Suggestion.nearest(to: word, in: Self.words) == nil)
  }
}
