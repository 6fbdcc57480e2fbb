import Testing

@testable import Text

@Suite("Syllables")
struct KhmerSyllablesTests {
  @Test(
    "A syllable is never divided",
    arguments: [
      ("ស្ត្រីក្នុងសង្គ្រាម", "ស្ត្រី|ក្នុ|ង|ស|ង្គ្រា|ម"), ("", ""), ("abc", "a|b|c"), ("រដ្ឋ ១២។", "រ|ដ្ឋ| |១|២|។"),
      ("ផ្សេងៗ", "ផ្សេ|ង|ៗ"), ("e\u{301}ក", "e\u{301}|ក"), ("\r\nក", "\r\n|ក"), ("👩‍👩‍👧កា", "👩‍👩‍👧|កា"),
      ("ស៊\u{200C}ីន", "ស៊\u{200C}ី|ន"), ("ក\u{301}ខ", "ក\u{301}|ខ"),
    ])
  func syllables(_ text: String, _ wanted: String) {
    #expect(Khmer.syllables(text).joined(separator: "|") == wanted)
  }

  @Test("Signs that have lost their letter stay together, and nothing is lost")
  func hostile() {
    #expect(Khmer.syllables(khmer(0x17D2)) == [khmer(0x17D2)])
    #expect(Khmer.syllables(khmer(0x17D2, 0x1780)) == [khmer(0x17D2, 0x1780)])
    #expect(
      Khmer.syllables(khmer(0x17B6, 0x17B7, 0x1780)) == [khmer(0x17B6, 0x17B7), khmer(0x1780)])
    let many = String(repeating: khmer(0x17D2), count: 50_000)
    #expect(Khmer.syllables(many).joined().unicodeScalars.count == 50_000)
  }
}
