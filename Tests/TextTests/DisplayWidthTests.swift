import Testing

@testable import Text

@Suite("Columns in a terminal")
struct DisplayWidthTests {
  @Test(
    "A text takes the columns that its scalars take",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1),
      // Spacing vowels (Mc) take a column, others (Mn) and the coeng none.
      ("កា", 2), ("កិ", 1), ("កុ", 1), ("កើ", 2), ("កំ", 1), ("កះ", 2), ("ក់", 1), ("ក្រ", 2),
      ("ការស្តាប់", 7), ("ក្រុមប្រឹក្សា", 8), ("៣៛", 2),
      // Nothing to see: zero-width space and joiner, control characters, a byte-order mark.
      ("\u{200B}", 0), ("\u{200D}", 0), ("\u{1B}\t\u{7F}", 0), ("\u{FEFF}", 0), ("\u{20DD}", 0),
      // Wide letters.
      ("漢字", 4), ("한", 2), ("ｗ", 2), ("😀", 2), ("\u{20000}", 2),
    ])
  func columns(_ text: String, _ width: Int) {
    #expect(DisplayWidth.columns(of: text) == width)
  }

  @Test("Padding counts columns, and never cuts")
  func padding() {
    #expect(DisplayWidth.padded("កិ", to: 4) == "កិ   ")
    #expect(DisplayWidth.paddedLeft("១២", to: 4) == "  ១២")
    #expect(DisplayWidth.padded("abcdef", to: 3) == "abcdef")
    #expect(DisplayWidth.paddedLeft("abcdef", to: 3) == "abcdef")
  }

  @Test("Two families of terminals count spacing marks differently")
  func families() {
    #expect(DisplayWidth.columns(of: "រដ្ឋបាលមូលដ្ឋាន") == 12)
    #expect(DisplayWidth.columns(of: "រដ្ឋបាលមូលដ្ឋាន", .clusters) == 10)
    #expect(DisplayWidth.columns(of: "ការស្តាប់", .clusters) == 5)
    #expect(DisplayWidth.columns(of: "漢字ab", .clusters) == 6)
    for family in DisplayWidth.Family.allCases {
      let columns = DisplayWidth.columns(of: DisplayWidth.probe, family)
      #expect(DisplayWidth.family(ofProbe: columns) == family)
    }
    #expect(DisplayWidth.family(ofProbe: 0) == nil && DisplayWidth.family(ofProbe: 3) == nil)
  }
}
