import Testing

@testable import Text

@Suite("Khmer text")
struct KhmerTests {
  @Test(
    "Digits change script both ways and nothing else does",
    arguments: [
      ("០១២៣៤៥៦៧៨៩", "0123456789"), ("ថ្នាក់ទី ១២.៥", "ថ្នាក់ទី 12.5"), ("", ""),
      ("៖ ។ ៛", "៖ ។ ៛"), ("២០២៦-១១-២៣", "2026-11-23"),
    ])
  func digits(_ khmer: String, _ latin: String) {
    #expect(Khmer.withLatinDigits(khmer) == latin)
    #expect(Khmer.withKhmerDigits(latin) == khmer)
  }

  @Test("Lek attak digits and digits of other scripts are left alone")
  func otherDigits() {
    #expect(Khmer.withLatinDigits("\u{17F1}๑1") == "\u{17F1}๑1")
    #expect(Khmer.withKhmerDigits("\u{0661}/:") == "\u{0661}/:")
  }

  @Test("The block ends where Unicode ends it")
  func block() {
    #expect(Khmer.isKhmer("\u{1780}") && Khmer.isKhmer("\u{17FF}"))
    #expect(!Khmer.isKhmer("\u{177F}") && !Khmer.isKhmer("\u{1800}") && !Khmer.isKhmer("a"))
  }

  @Test("The letters of options are ten consonants, each of them one scalar")
  func letters() {
    #expect(Khmer.optionLetters.count == 10)
    #expect(Set(Khmer.optionLetters).count == 10)
    #expect(
      Khmer.optionLetters.allSatisfy {
        $0.unicodeScalars.count == 1 && $0.unicodeScalars.allSatisfy(Khmer.isKhmer)
      })
  }

  @Test(
    "NFC composes, also where the result is longer than the text",
    arguments: [
      ("e\u{301}", "\u{E9}"), ("ការស្តាប់", "ការស្តាប់"), ("", ""),
      // Composition exclusions: one scalar becomes two or three.
      ("\u{958}", "\u{915}\u{93C}"), ("\u{1D160}", "\u{1D158}\u{1D165}\u{1D16E}"),
    ])
  func composed(_ typed: String, _ normal: String) {
    #expect(Array(Khmer.nfc(typed).unicodeScalars) == Array(normal.unicodeScalars))
  }

  @Test("NFC of many excluded letters needs a second buffer and gets one")
  func grows() {
    let typed = String(repeating: "\u{958}", count: 200)
    #expect(Khmer.nfc(typed).unicodeScalars.count == 400)
  }

  @Test(
    "The first abnormal place is named, and good text has none",
    arguments: [
      ("ការស្តាប់មកមុន", nil), ("ក្រុមប្រឹក្សាឃុំ", nil), ("plain text", nil), ("", nil),
      // A coeng that ends the text, stands before a vowel, a space or another coeng.
      ("ក\u{17D2}", 1), ("ស\u{17D2}\u{17B6}", 1), ("ក\u{17D2} ខ", 1),
      ("ក\u{17D2}\u{17D2}ខ", 1), ("ab ក\u{17D2}x", 4),
      // Two dependent vowels: a composed one that was typed in two strokes.
      ("ក\u{17C1}\u{17B8}", 1), ("ក\u{17C1}\u{17B6}", 1), ("ខក\u{17B7}\u{17B7}", 2),
      // A coeng may subscribe an independent vowel.
      ("ក\u{17D2}\u{17A7}", nil),
      // Forms other than NFC.
      ("cafe\u{301}", 3), ("ក e\u{301}", 2),
    ] as [(String, Int?)])
  func abnormality(_ text: String, _ offset: Int?) {
    #expect(Khmer.firstAbnormality(in: text) == offset)
  }

  @Test("A combining mark in the wrong order is found at the first mark")
  func order() {
    // U+0323 (below) has the lower combining class and comes before U+0302 in NFC.
    #expect(Khmer.firstAbnormality(in: "x\u{302}\u{323}") == 1)
  }

  @Test(
    "Words are counted by the dictionary, without marks and spaces",
    arguments: [
      ("ក្រុមប្រឹក្សាឃុំ", 2), ("សាលា", 1), ("", 0), ("។ ៖", 0), ("one two, three!", 3), ("១២ នាទី", 2),
    ])
  func words(_ text: String, _ count: Int) {
    #expect(Khmer.wordCount(text) == count)
  }

  @Test("Letters and digits of any script make a word, marks alone do not")
  func word() {
    #expect(Khmer.holdsWord("៣") && Khmer.holdsWord("ក") && Khmer.holdsWord("Ⅳ"))
    #expect(Khmer.holdsWord("ʰ") && Khmer.holdsWord("ǅ") && Khmer.holdsWord("½"))
    #expect(!Khmer.holdsWord("។៕-\u{200B} \u{17D2}"))
  }
}
