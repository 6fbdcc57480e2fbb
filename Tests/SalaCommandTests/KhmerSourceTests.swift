import FoundationEssentials
import Testing
import Text

@Suite("Khmer in the sources")
struct KhmerSourceTests {
  /// A line of a source file that holds Khmer, comments left out.
  private struct Line: CustomStringConvertible {
    var place: String
    var text: String

    var description: String { "\(place): \(text)" }
  }

  private static func lines() throws -> [Line] {
    let folder = Bench.root + "/Sources"
    var lines: [Line] = []
    func read(_ path: String) throws {
      for name in Files.names(path) {
        let inner = path + "/" + name
        if name.hasSuffix(".swift") {
          let text = Files.text(inner)
          for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
          where line.unicodeScalars.contains(where: Khmer.isKhmer) {
            let code = line.drop { $0 == " " }
            guard !code.hasPrefix("//") else { continue }
            lines.append(
              Line(place: "\(inner.dropFirst(folder.count + 1)):\(number + 1)", text: String(code)))
          }
        } else if !name.contains(".") {
          try read(inner)
        }
      }
    }
    try read(folder)
    return lines
  }

  @Test("every text is in the one canonical encoding of its syllables")
  func canonical() throws {
    let lines = try Self.lines()
    #expect(lines.count > 1500, "the sources were found")
    // What teaches the encoding shows signs alone, and both spellings of a word.
    for line in lines where !line.place.hasPrefix("Text/") {
      #expect(Khmer.firstAbnormality(in: line.text) == nil, "\(line)")
    }
  }

  /// Orders that look right on the screen and are found by no search, and signs out of use.
  private static let refused: [(name: String, scalars: [UInt32])] = [
    ("nikahit before aa", [0x17C6, 0x17B6]), ("coeng ro before another", [0x17D2, 0x179A, 0x17D2]),
    ("coeng da", [0x17D2, 0x178A]), ("zero-width space", [0x200B]),
    ("zero-width non-joiner", [0x200C]), ("zero-width joiner", [0x200D]),
    ("independent a", [0x17A3]), ("independent aa", [0x17A4]), ("inherent aq", [0x17B4]),
    ("inherent aa", [0x17B5]), ("bathamasat", [0x17D3]), ("space before khan", [0x20, 0x17D4]),
  ]

  @Test("signs stand in the order of the Khmer Encoding Structure, and none is out of use")
  func order() throws {
    for line in try Self.lines() {
      let scalars = line.text.unicodeScalars.map(\.value)
      for (name, wanted) in Self.refused {
        // What reads other people's text knows both spellings.
        if name == "coeng da", line.place.hasPrefix("Text/") { continue }
        let found = scalars.indices.contains { scalars[$0...].starts(with: wanted) }
        #expect(!found, "\(name): \(line)")
      }
      for (sign, next) in zip(scalars, scalars.dropFirst()) {
        let isVowel = (0x17B6...0x17C5).contains(next)
        #expect(
          !(isVowel && ((0x17C6...0x17C8).contains(sign) || (0x17CB...0x17D1).contains(sign))),
          "\(line)")
        #expect(
          !((0x17B6...0x17C5).contains(sign) && [0x17C9, 0x17CA, 0x17D2].contains(next)), "\(line)")
      }
    }
  }

  @Test("Latin words stand apart from Khmer ones")
  func spaces() throws {
    for line in try Self.lines() {
      for (left, right) in zip(line.text.unicodeScalars, line.text.unicodeScalars.dropFirst()) {
        let isTouching =
          (Self.isLetter(left) && Self.isKhmerLetter(right))
          || (Self.isKhmerLetter(left) && Self.isLetter(right))
        #expect(!isTouching, "\(line)")
      }
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isKhmerLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x1780...0x17D3).contains(scalar.value)
  }

  @Test("terms that the glossary replaced are gone")
  func terms() throws {
    let old = [
      "គ្រាប់ពូជ", "លេខកូដចេញ", "បណ្ណសារ", "ល្បាក់", "លំហាត់ស្ថានការណ៍", "មតិកែលម្អ", "អ្វីដែលស្គាល់មាន",
      "ឲ្យ", "អោយ",
    ]
    for line in try Self.lines()
    where !line.place.hasPrefix("Terminal/") {
      for term in old { #expect(!line.text.contains(term), "\(line)") }
    }
  }
}
