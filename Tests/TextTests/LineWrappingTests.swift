import Testing

@testable import Text

@Suite("Breaking text into lines")
struct LineWrappingTests {
  /// Sentences as officials write them, without spaces between words.
  static let sentences = [
    "ក្រុមប្រឹក្សាឃុំសង្កាត់ត្រូវស្តាប់យោបល់របស់ប្រជាពលរដ្ឋមុនពេលសម្រេចចិត្តលើកម្មវិធីវិនិយោគបីឆ្នាំរំកិល។",
    "អភិបាលស្រុកបានអញ្ជើញតំណាងអង្គការសង្គមស៊ីវិលឱ្យចូលរួមពិភាក្សាអំពីបញ្ហាទឹកស្អាតក្នុងភូមិឆ្ងាយៗ។",
    "មន្ត្រីរដ្ឋបាលថ្នាក់ក្រោមជាតិគួរផ្ទៀងផ្ទាត់ទិន្នន័យជាមួយអ្នកដែលរស់នៅទីនោះដោយផ្ទាល់។",
    "ស្ត្រីដែលលក់ដូរនៅផ្សារមិនអាចមកប្រជុំនៅពេលព្រឹកបានទេព្រោះជាពេលដែលពួកគាត់រកប្រាក់ចំណូល។",
    "ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ",
  ]

  /// Tells whether a line may begin with the scalar: no vowel sign, no mark, no coeng.
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    !(0x17B6...0x17D3).contains(scalar.value) && scalar.value != 0x17DD
  }

  @Test("No line breaks a syllable, at any width", arguments: sentences)
  func syllables(_ sentence: String) {
    for width in [8, 12, 20, 33, 60, 200] {
      let lines = LineWrapping.lines(sentence, width: width)
      for line in lines {
        #expect(line.unicodeScalars.first.map(Self.mayBegin) == true, "\(width): \(line)")
        #expect(line.unicodeScalars.last?.value != 0x17D2, "\(width): \(line)")
      }
      let joined = lines.joined().filter { $0 != " " }
      #expect(joined == sentence.filter { $0 != " " }, "nothing is lost at \(width)")
    }
  }

  @Test("Lines fit wherever each word fits", arguments: sentences)
  func fits(_ sentence: String) {
    for width in [20, 40, 60] {
      let lines = LineWrapping.lines(sentence, width: width)
      #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width })
      #expect(DisplayWidth.columns(of: sentence) <= width || lines.count > 1)
    }
  }

  @Test("A zero-width space is a place to break and is not printed")
  func zeroWidthSpace() {
    #expect(LineWrapping.lines("ប្រជាពលរដ្ឋ", width: 8) == ["ប្រជាពលរដ្ឋ"])
    #expect(LineWrapping.lines("ប្រជា\u{200B}ពលរដ្ឋ", width: 8) == ["ប្រជា", "ពលរដ្ឋ"])
    #expect(LineWrapping.lines("ប្រជា\u{200B}ពលរដ្ឋ", width: 80) == ["ប្រជាពលរដ្ឋ"])
    #expect(LineWrapping.lines("abcdef\u{200B}ghijkl", width: 8) == ["abcdef", "ghijkl"])
    #expect(LineWrapping.lines("\u{200B}", width: 20) == [""])
  }

  @Test("English breaks at spaces, and spaces at the end of a line go")
  func english() {
    #expect(
      LineWrapping.lines("one two three four   five", width: 9)
        == ["one two", "three", "four", "five"])
  }

  @Test("Following lines are indented and still fit")
  func indent() {
    let lines = LineWrapping.lines("a) one two three", width: 9, indent: "   ")
    #expect(lines == ["a) one", "   two", "   three"])
  }

  @Test("A word wider than the line stays whole")
  func longWord() {
    #expect(
      LineWrapping.lines("see abcdefghijklmnop now", width: 8) == [
        "see", "abcdefghijklmnop", "now",
      ]
    )
    #expect(
      LineWrapping.lines("abcdefghijklmnop x", width: 8, indent: "  ")
        == ["abcdefghijklmnop", "  x"])
  }

  @Test("Line ends and empty lines of the text are kept")
  func paragraphs() {
    #expect(LineWrapping.lines("a\n\nb", width: 40) == ["a", "", "b"])
    #expect(LineWrapping.lines("", width: 40) == [""])
  }

  @Test("A width below eight counts as eight")
  func narrow() {
    #expect(LineWrapping.lines("abc def gh", width: -3) == ["abc def", "gh"])
  }

  @Test("A Khmer word wider than the line is broken between syllables, and no line overflows")
  func wideWord() {
    let word = "រដ្ឋបាលមូលដ្ឋានជាតិ"
    let segmenter = KhmerSegmenter(protecting: [word])
    let parts = LineWrapping.lines(word, width: 9, segmenter: segmenter)
    #expect(parts.count == 2 && parts.joined() == word)
    #expect(parts.allSatisfy { DisplayWidth.columns(of: $0) <= 9 })
    #expect(LineWrapping.lines(word, width: 16, segmenter: segmenter) == [word])
    // The narrowest line is for measuring words.
    #expect(LineWrapping.lines(word, width: 8, segmenter: segmenter) == [word])
    for width in 9...30 {
      for sentence in Self.sentences {
        for line in LineWrapping.lines(sentence, width: width, indent: "  ") {
          #expect(DisplayWidth.columns(of: line) <= width, "\(width): \(line)")
          #expect(
            line.trimmingPrefix(while: { $0 == " " }).unicodeScalars.first.map(Self.mayBegin)
              != false)
        }
      }
    }
  }

  @Test("No line begins with a space or a mark that ends a sentence", arguments: 8...24)
  func marks(_ width: Int) {
    let text = "តើ លោក មក ពី ណា ? ខ្ញុំ មក ពី ភូមិ ។ អរគុណ ណាស់ ! ផ្សេងៗ ៖ ៥០ % ៕"
    for line in LineWrapping.lines(text, width: width) {
      #expect(!" ។៕៖ៗ?!%".unicodeScalars.contains(line.unicodeScalars.first ?? "x"), "\(line)")
    }
    let joined = LineWrapping.lines(text, width: width).joined().filter { $0 != " " }
    #expect(joined == text.filter { $0 != " " })
  }

  @Test("Where spacing vowels take no column, more fits a line")
  func family() {
    let text = "កាកាកាកា កាកាកាកា"
    #expect(LineWrapping.lines(text, width: 10).count == 2)
    #expect(LineWrapping.lines(text, width: 10, family: .clusters).count == 1)
  }

  @Test("Roster names are kept whole in lines")
  func names() {
    let segmenter = KhmerSegmenter(protecting: ["វណ្ណារិទ្ធសុខុម"])
    let lines = LineWrapping.lines("លោកវណ្ណារិទ្ធសុខុមបានមក", width: 16, segmenter: segmenter)
    #expect(lines.contains { $0.contains("វណ្ណារិទ្ធសុខុម") })
  }
}
