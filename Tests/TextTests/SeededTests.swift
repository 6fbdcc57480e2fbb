import Testing

@testable import Text

@Suite("Hashes and random numbers that every machine agrees on")
struct SeededTests {
  /// Source: the test vectors of the FNV reference code, also in draft-eastlake-fnv, appendix.
  @Test(
    "FNV-1a gives the published hashes",
    arguments: [
      ("", 0x811c_9dc5, 0xcbf2_9ce4_8422_2325), ("a", 0xe40c_292c, 0xaf63_dc4c_8601_ec8c),
      ("b", 0xe70c_2de5, 0xaf63_df4c_8601_f1a5), ("foo", 0xa9f3_7ed7, 0xdcb2_7518_fed9_d577),
      ("foobar", 0xbf9c_f968, 0x8594_4171_f739_67e8),
    ] as [(String, UInt32, UInt64)])
  func fnv(_ text: String, _ short: UInt32, _ long: UInt64) {
    #expect(StableHash.fnv32(text) == short)
    #expect(StableHash.fnv64(text) == long)
  }

  @Test("The hexadecimal form has sixteen digits, leading zeros included")
  func hexadecimal() {
    #expect(StableHash.hex64("foobar") == "85944171f73967e8")
    let all = (0..<2000).map { StableHash.hex64("text \($0)") }
    #expect(all.allSatisfy { $0.utf8.count == 16 })
    #expect(all.contains { $0.hasPrefix("0") }, "a shorter number is filled up")
    #expect(Set(all).count == 2000)
  }

  /// Source: the reference implementation's output for these seeds, as widely published.
  @Test(
    "SplitMix64 gives the published numbers",
    arguments: [
      (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
      (
        1_234_567,
        [
          6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
          4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
      ),
    ] as [(UInt64, [UInt64])])
  func splitMix(_ seed: UInt64, _ numbers: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    #expect(numbers.map { _ in generator.next() } == numbers)
  }

  @Test("A purpose gives a stream of its own, the same each time")
  func purpose() {
    var first = SeededGenerator(seed: 7, purpose: "forms")
    var again = SeededGenerator(seed: 7, purpose: "forms")
    var other = SeededGenerator(seed: 7, purpose: "options")
    let numbers = (0..<4).map { _ in first.next() }
    #expect(numbers == (0..<4).map { _ in again.next() })
    #expect(numbers != (0..<4).map { _ in other.next() })
  }

  @Test("An index stays below its bound and reaches every place, about equally often")
  func index() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { counts[generator.index(below: 6)] += 1 }
    // 1000 each are expected; six standard deviations of a binomial count are 173.
    #expect(counts.allSatisfy { (827...1173).contains($0) })
    #expect(generator.index(below: 1) == 0)
    #expect(generator.index(below: 0) == 0)
  }

  @Test("A unit number lies from zero to below one, with the mean of a half")
  func unit() {
    var generator = SeededGenerator(seed: 11)
    let numbers = (0..<4000).map { _ in generator.unit() }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    let mean = numbers.reduce(0, +) / 4000
    // Six standard errors of the mean are 6 / sqrt(12 * 4000), 0.0274.
    #expect((0.4726...0.5274).contains(mean))
  }

  @Test("A shuffle keeps every element, and its order depends on the seed alone")
  func shuffle() {
    var generator = SeededGenerator(seed: 5)
    var again = SeededGenerator(seed: 5)
    let deck = Array(0..<50)
    let mixed = generator.shuffled(deck)
    #expect(mixed.sorted() == deck && mixed != deck)
    #expect(again.shuffled(deck) == mixed)
    #expect(generator.shuffled([Int]()) == [])
    #expect(generator.shuffled([1]) == [1])
  }

  @Test("Every order of three is drawn about equally often")
  func fair() {
    var generator = SeededGenerator(seed: 9)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[generator.shuffled([1, 2, 3]), default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { (827...1173).contains($0) })
  }
}
