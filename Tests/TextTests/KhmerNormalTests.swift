import Testing

@testable import Text

/// Khmer from code points, so that nothing depends on how an editor shows or saves it.
func khmer(_ values: UInt32...) -> String {
  String(scalars: values.compactMap { Unicode.Scalar($0) })
}

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite("The one way of writing Khmer")
struct KhmerNormalTests {
  @Test(
    "What is typed otherwise is written the one way",
    arguments: [
      // Vowels in parts, in either order.
      ([0x1780, 0x17C1, 0x17B8], [0x1780, 0x17BE]), ([0x1780, 0x17B8, 0x17C1], [0x1780, 0x17BE]),
      ([0x1780, 0x17C1, 0x17B6], [0x1780, 0x17C4]), ([0x1780, 0x17B6, 0x17C1], [0x1780, 0x17C4]),
      ([0x1780, 0x17BE, 0x17B6], [0x1780, 0x17C4, 0x17B8]),
      ([0x1780, 0x17C1, 0x17B8, 0x17B6], [0x1780, 0x17C4, 0x17B8]),
      // The vowel before the subscript, the shifter before it, the sign before the vowel.
      ([0x1780, 0x17B6, 0x17D2, 0x179A], [0x1780, 0x17D2, 0x179A, 0x17B6]),
      ([0x179F, 0x17CA, 0x17D2, 0x1780, 0x17B8], [0x179F, 0x17D2, 0x1780, 0x17CA, 0x17B8]),
      ([0x1780, 0x17C6, 0x17BB], [0x1780, 0x17BB, 0x17C6]),
      ([0x1780, 0x17C7, 0x17C1], [0x1780, 0x17C1, 0x17C7]),
      // The subscript of រ comes second, that of ដ is written as that of ត.
      (
        [0x179F, 0x17D2, 0x179A, 0x17D2, 0x178F, 0x17B8],
        [0x179F, 0x17D2, 0x178F, 0x17D2, 0x179A, 0x17B8]
      ),
      ([0x1780, 0x17D2, 0x178A, 0x17B8], [0x1780, 0x17D2, 0x178F, 0x17B8]),
      // ុ under a vowel above: triisap on strong letters, muusikatoan on others and on ប.
      ([0x179F, 0x17BB, 0x17B8], [0x179F, 0x17CA, 0x17B8]),
      ([0x1798, 0x17BB, 0x17B7], [0x1798, 0x17C9, 0x17B7]),
      ([0x1794, 0x17BB, 0x17B8], [0x1794, 0x17C9, 0x17B8]),
      ([0x1780, 0x17BB, 0x17B8], [0x1780, 0x17CA, 0x17B8]),
      ([0x1789, 0x17BB, 0x17B8], [0x1789, 0x17C9, 0x17B8]),
      ([0x179F, 0x17D2, 0x1794, 0x17BB, 0x17B8], [0x179F, 0x17D2, 0x1794, 0x17C9, 0x17B8]),
      ([0x1798, 0x17D2, 0x1780, 0x17BB, 0x17B8], [0x1798, 0x17D2, 0x1780, 0x17CA, 0x17B8]),
      ([0x179F, 0x17BE, 0x17BB], [0x179F, 0x17CA, 0x17BE]),
      ([0x179F, 0x17C1, 0x17BB, 0x17B8], [0x179F, 0x17CA, 0x17BE]),
      ([0x179F, 0x17BB, 0x17B6, 0x17C6], [0x179F, 0x17CA, 0x17B6, 0x17C6]),
      ([0x1798, 0x17BB, 0x17D0], [0x1798, 0x17C9, 0x17D0]),
      ([0x179F, 0x17BB, 0x17D0], [0x179F, 0x17BB, 0x17D0]),
      ([0x179F, 0x17BB, 0x17C6], [0x179F, 0x17BB, 0x17C6]),
      // ZWNJ stays where it holds a shifter up, and only there.
      ([0x179F, 0x17CA, 0x200C, 0x17B8], [0x179F, 0x17CA, 0x200C, 0x17B8]),
      ([0x179F, 0x200C, 0x17CA, 0x17B8], [0x179F, 0x17CA, 0x200C, 0x17B8]),
      ([0x1794, 0x17C9, 0x200C, 0x17B8], [0x1794, 0x17C9, 0x200C, 0x17B8]),
      ([0x1794, 0x17CA, 0x200C, 0x17B8], [0x1794, 0x17CA, 0x17B8]),
      ([0x1780, 0x200C, 0x17B7], [0x1780, 0x17B7]),
      ([0x179F, 0x17CA, 0x200C, 0x17B6], [0x179F, 0x17CA, 0x17B6]),
      ([0x1780, 0x200C, 0x1781], [0x1780, 0x200C, 0x1781]),
      ([0x179F, 0x17CA, 0x200D, 0x17B8], [0x179F, 0x17CA, 0x17B8]),
      // Coengs typed twice, joiners behind them, and what NFC does to atthacan before a coeng.
      ([0x1780, 0x17D2, 0x17D2, 0x1781], [0x1780, 0x17D2, 0x1781]),
      ([0x1780, 0x17D2, 0x200C, 0x1781], [0x1780, 0x17D2, 0x1781]),
      ([0x1780, 0x17DD, 0x17D2, 0x1781], [0x1780, 0x17D2, 0x1781, 0x17DD]),
      ([0x1780, 0x17D2, 0x17DD, 0x1781], [0x1780, 0x17D2, 0x1781, 0x17DD]),
      // Final subscripts of Middle Khmer stay.
      ([0x1780, 0x17B6, 0x200D, 0x17D2, 0x1799], [0x1780, 0x17B6, 0x200D, 0x17D2, 0x1799]),
      // What no rule mends stays.
      ([0x1780, 0x17D2], [0x1780, 0x17D2]), ([0x17B6, 0x1780], [0x17B6, 0x1780]),
      ([0x1780, 0x17B7, 0x17B7], [0x1780, 0x17B7, 0x17B7]),
      ([0x17A3], [0x17A3]),
    ] as [([UInt32], [UInt32])])
  func mended(_ typed: [UInt32], _ normal: [UInt32]) {
    let result = Khmer.normalised(String(scalars: typed.compactMap(Unicode.Scalar.init)))
    #expect(scalars(result) == normal)
    #expect(scalars(Khmer.normalised(result)) == normal)
  }

  @Test(
    "Other scripts are left alone, but for NFC",
    arguments: [
      "", "plain text", "naïve café", "สวัสดี ครับ", "ສະບາຍດີ", "नमस्ते क्षत्रिय", "👩‍👩‍👧 🇰🇭", "漢字かな",
      "a\u{200C}b\u{200D}c\u{200B}", "\u{FEFF}x\u{0}\u{7F}", "ไทย\u{200B}ไทย", "க்ஷ",
    ])
  func others(_ text: String) {
    #expect(scalars(Khmer.normalised(text)) == scalars(text))
    #expect(Khmer.faults(in: text).isEmpty)
    #expect(scalars(Khmer.normalised("cafe\u{301}")) == scalars("caf\u{E9}"))
  }

  @Test(
    "Each fault is named with its place",
    arguments: [
      ([0x1780, 0x17D2], .loneCoeng, 1, 1), ([0x61, 0x17B6], .strayMark, 1, 1),
      ([0x20, 0x17D2, 0x1780, 0x17B6], .loneCoeng, 1, 3),
      ([0x1780, 0x17D2, 0x17B6], .loneCoeng, 1, 2),
      ([0x1781, 0x1780, 0x17C1, 0x17B8], .splitVowel, 2, 2),
      ([0x1781, 0x1780, 0x17B7, 0x17B7], .vowels, 2, 2),
      ([0x1780, 0x17B6, 0x17D2, 0x179A], .order, 2, 2),
      ([0x179F, 0x17BB, 0x17B8], .shifterAsVowel, 1, 1),
      ([0x179F, 0x17D2, 0x179A, 0x17D2, 0x178F], .coengRo, 1, 2),
      ([0x1780, 0x17D2, 0x178A], .coengDa, 1, 2),
      ([0x1780, 0x200C, 0x17B7], .idleJoiner, 1, 1),
      ([0x1780, 0x17D2, 0x17D2, 0x1781], .idleJoiner, 1, 3),
      ([0x1780, 0x17D2, 0x1781, 0x17D2, 0x1781, 0x17D2, 0x1782], .coengs, 5, 1),
      ([0x1780, 0x17D2, 0x179A, 0x17D2, 0x179A], .coengs, 3, 1),
      ([0x179F, 0x17CA, 0x17CA, 0x17B6], .signs, 2, 1),
      ([0x1780, 0x17C7, 0x17C7], .signs, 2, 1),
      ([0x1780, 0x17C6, 0x17CE, 0x17CD], .signs, 3, 1),
      ([0x179F, 0x17BB, 0x17D0], .signAfterU, 2, 1),
      ([0x1780, 0x17B6, 0x200D, 0x17D2, 0x1799], .finalCoeng, 2, 1),
      ([0x17A3], .deprecated, 0, 1), ([0x61, 0x17D8], .deprecated, 1, 1),
      ([0x1780, 0x65, 0x301], .notComposed, 1, 1),
    ] as [([UInt32], KhmerFault.Kind, Int, Int)])
  func faults(_ typed: [UInt32], _ kind: KhmerFault.Kind, _ offset: Int, _ length: Int) {
    let text = String(scalars: typed.compactMap(Unicode.Scalar.init))
    #expect(Khmer.faults(in: text) == [KhmerFault(kind, at: offset, length: length)])
    #expect(Khmer.firstAbnormality(in: text) == offset)
    // What is mended is mended, and nothing else disappears.
    #expect(Khmer.faults(in: Khmer.normalised(text)).isEmpty == kind.isMended)
  }

  @Test("Several faults of one text are all named, by place")
  func several() {
    let text = khmer(0x1780, 0x17C1, 0x17B8, 0x20, 0x17D2, 0x20, 0x1780, 0x17D2, 0x178A, 0x17B6)
    #expect(Khmer.faults(in: text).map(\.kind) == [.splitVowel, .loneCoeng, .coengDa])
    #expect(Khmer.faults(in: text).map(\.offset) == [1, 4, 7])
    let latin = "e\u{301} x\u{302}\u{323} ok"
    #expect(Khmer.faults(in: latin).map(\.offset) == [0, 4])
  }

  @Test("Every kind of fault has words in both languages")
  func words() {
    for kind in KhmerFault.Kind.allCases {
      #expect(TextMessages.fault(kind).isComplete && TextMessages.remedy(kind).isComplete)
      #expect(Khmer.faults(in: TextMessages.fault(kind).km).allSatisfy { $0.kind == .strayMark })
    }
  }

  @Test("The normal form and the findings agree on anything", arguments: 0..<40)
  func hostile(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let letters: [UInt32] = [
      0x1780, 0x1794, 0x1798, 0x179A, 0x179F, 0x178A, 0x17A5, 0x17A3, 0x17B4, 0x17B6, 0x17B7,
      0x17B8, 0x17BB, 0x17BE, 0x17BF, 0x17C1, 0x17C4, 0x17C6, 0x17C7, 0x17C9, 0x17CA, 0x17CC,
      0x17CD, 0x17D0, 0x17D2, 0x17D2, 0x17D2, 0x17D3, 0x17D7, 0x17DD, 0x17E1, 0x200B, 0x200C,
      0x200D, 0x20, 0x61, 0x301, 0x323, 0x25CC, 0x1F600,
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = String(
        scalars: (0..<count).compactMap { _ in
          Unicode.Scalar(letters[Int.random(in: 0..<letters.count, using: &generator)])
        })
      let normal = Khmer.normalised(text)
      #expect(scalars(Khmer.normalised(normal)) == scalars(normal), "idempotent")
      #expect(scalars(Khmer.nfc(normal)) == scalars(normal), "NFC")
      #expect(
        scalars(Khmer.normalised(Khmer.nfc(text))) == scalars(normal), "equivalent texts agree")
      let faults = Khmer.faults(in: text)
      #expect(Khmer.firstAbnormality(in: text) == faults.first?.offset)
      #expect(faults.allSatisfy { $0.offset >= 0 && $0.length > 0 })
      #expect(
        faults.allSatisfy { $0.offset + $0.length <= text.unicodeScalars.count })
      let isChanged = scalars(normal) != scalars(text)
      #expect(!isChanged || !faults.isEmpty, "\(scalars(text).map { String($0, radix: 16) })")
      #expect(isChanged || !faults.contains { $0.kind.isMended })
      #expect(!Khmer.faults(in: normal).contains { $0.kind.isMended })
      #expect(Khmer.syllables(text).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
      let parts = KhmerSegmenter.standard.parts(text).joined().unicodeScalars
      #expect(parts.elementsEqual(text.unicodeScalars.filter { $0.value != 0x200B }))
    }
  }
}
