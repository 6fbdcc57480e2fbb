import Testing

@testable import Text

@Suite("Order and search")
struct CollationTests {
  @Test("Khmer is ordered as its dictionaries order it")
  func khmerOrder() {
    let words = ["ឫស្សី", "តា", "រឹស្សី", "អក្សរ", "ក្រុម", "កា", "ក", "ខេត្ត", "កំពត", "កម្ម"]
    let sorted = Collation.sorted(words, in: .khmer)
    #expect(sorted.first == "ក" && sorted.last == "អក្សរ")
    let rulings = sorted.firstIndex(of: "ឫស្សី").map { $0 - (sorted.firstIndex(of: "រឹស្សី") ?? 0) }
    #expect(rulings == 1 || rulings == -1)
    // By code points ឫ would stand behind អ.
    #expect(words.sorted().last == "ឫស្សី")
  }

  @Test("Ways of typing one word have one place, and equal ones keep their order")
  func same() {
    let typed = khmer(0x1780, 0x17C1, 0x17B8), right = khmer(0x1780, 0x17BE)
    #expect(Collation.key(typed, in: .khmer) == Collation.key(right, in: .khmer))
    let pairs = [("b", 1), ("a", 2), ("b", 3), ("a", 4)]
    #expect(Collation.sorted(pairs, in: .english) { $0.0 }.map(\.1) == [2, 4, 1, 3])
    #expect(
      Collation.sorted(["Zebra", "apple", "Élan", "eel"], in: .english)
        == ["apple", "eel", "Élan", "Zebra"])
    #expect(Collation.key("", in: .english).isEmpty || !Collation.key("a", in: .english).isEmpty)
    #expect(Collation.key(String(repeating: "ក", count: 5000), in: .khmer).count > 1000)
  }

  @Test(
    "Texts that a reader takes for one are found as one",
    arguments: [
      ("កើត", khmer(0x1780, 0x17C1, 0x17B8, 0x178F)), ("១២", "12"), ("Sala", "sALA"),
      ("ប្រជា\u{200B}ពលរដ្ឋ", "ប្រជាពលរដ្ឋ"), ("ខ្លាំង ៗ", "ខ្លាំងៗ"), ("  a   b ", "a b"),
      (khmer(0x17A3), "អ"), (khmer(0x17A4), "អា"), ("ក\u{17B5}", "ក"), ("ឲ្យ", "ឱ្យ"),
      ("ស៊\u{200C}ី", "ស៊ី"), ("បណ្ដុះ", "បណ្តុះ"), ("\u{FEFF}x\u{2060}y", "xy"),
    ])
  func keys(_ left: String, _ right: String) {
    #expect(
      Khmer.searchKey(left).unicodeScalars.elementsEqual(Khmer.searchKey(right).unicodeScalars))
    #expect(Khmer.contains("… \(left) …", right))
  }

  @Test("A part of a syllable is found in it, and another word is not")
  func parts() {
    #expect(Khmer.contains("រដ្ឋបាល", "រដ"))
    #expect(Khmer.contains("anything", ""))
    #expect(!Khmer.contains("រដ្ឋបាល", "ភូមិ"))
  }
}
