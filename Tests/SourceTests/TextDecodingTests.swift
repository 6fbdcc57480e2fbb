import Testing
import Text

@testable import Source

@Suite("Encodings of other systems")
struct TextDecodingTests {
  private func read(_ bytes: [UInt8]) -> (text: String?, codes: [String]) {
    let collector = DiagnosticCollector()
    let file = SourceFile.decoding(path: "x.txt", bytes: bytes, collector: collector)
    return (file?.text, collector.diagnostics.map(\.code))
  }

  private func utf16(_ text: String, isLittle: Bool, hasMark: Bool) -> [UInt8] {
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
      return isLittle ? bytes.reversed() : bytes
    }
  }

  @Test("UTF-8 is taken as it is, with and without a mark")
  func utf8() {
    #expect(read(Array("ឃុំ é".utf8)) == ("ឃុំ é", []))
    #expect(read([0xEF, 0xBB, 0xBF] + Array("ឃុំ".utf8)) == ("ឃុំ", []))
    #expect(read([]) == ("", []))
  }

  @Test("UTF-16 is recognised by its mark or by the zeros of Latin text", arguments: [true, false])
  func utf16(_ isLittle: Bool) {
    let text = "Question ឃុំ 1\nANSWER: ក"
    for hasMark in [true, false] {
      let (read, codes) = read(utf16(text, isLittle: isLittle, hasMark: hasMark))
      #expect(read == text && codes == ["encoding"])
    }
    // Khmer alone has no zeros, so without a mark nothing tells what it is.
    #expect(read(utf16("ឃុំ", isLittle: isLittle, hasMark: false)).text == nil)
    #expect(read(utf16("ឃុំ", isLittle: isLittle, hasMark: true)).text == "ឃុំ")
  }

  @Test("Windows-1252 is recognised; what it leaves undefined is refused")
  func windows() {
    #expect(read([0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x80, 0x94]) == ("café “€”", ["encoding"]))
    for byte: UInt8 in [0x81, 0x8D, 0x8F, 0x90, 0x9D] {
      #expect(read([0x0A, byte, 0xE9]) == (nil, ["not-utf8"]))
    }
    #expect(read([0xE9, 0x01]).text == nil)
  }

  @Test("Zeros, broken UTF-16, UTF-32 and files that are too large are refused")
  func refused() {
    #expect(read([0x61, 0, 0x62]).text == nil)
    #expect(read([0xFF, 0xFE, 0x00, 0xD8]).text == nil)
    #expect(read([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]).text == nil)
    #expect(read([0xFF, 0xFE, 0x61]).text == nil)
    let collector = DiagnosticCollector()
    let bytes = [UInt8](repeating: 0x61, count: 11)
    #expect(SourceFile.decoding(path: "x", bytes: bytes, limit: 10, collector: collector) == nil)
    #expect(collector.diagnostics.map(\.code) == ["file-too-large"])
  }
}
