import Testing
import Text

@testable import Terminal

@Suite("Bytes become keys")
struct KeyDecoderTests {
  static func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.feed(Array(text.utf8)) + decoder.flush()
  }

  @Test(
    "Every key that a terminal sends is known",
    arguments: [
      ("a", [.scalar("a")]), ("ក", [.scalar("ក")]), ("é😀", [.scalar("é"), .scalar("😀")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
      ("\u{8}", [.backspace]), ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]),
      ("\u{1C}", [.control("\\")]), ("\u{0}", [.unknown]), ("\u{1B}", [.escape]),
      ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}[C", [.right]),
      ("\u{1B}[D", [.left]), ("\u{1B}[1;5C", [.right]), ("\u{1B}[H", [.home]), ("\u{1B}OF", [.end]),
      ("\u{1B}[1~", [.home]), ("\u{1B}[7~", [.home]), ("\u{1B}[4~", [.end]),
      ("\u{1B}[3~", [.delete]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]),
      ("\u{1B}[Z", [.backTab]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[11~", [.function(1)]),
      ("\u{1B}[15~", [.function(5)]), ("\u{1B}[17~", [.function(6)]),
      ("\u{1B}[24~", [.function(12)]), ("\u{1B}[[A", [.function(1)]), ("\u{1B}OM", [.enter]),
      ("\u{1B}[12;40R", [.cursorReport(row: 12, column: 40)]), ("\u{1B}[99~", [.unknown]),
      ("\u{1B}x", [.unknown]), ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}[\u{1B}[A", [.unknown, .up]), ("\u{1B}]0;title\u{7}b", [.scalar("b")]),
      ("\u{1B}]0;t\u{1B}\\b", [.scalar("b")]), ("\u{1B}P1$r\u{1B}\\b", [.scalar("b")]),
      ("\u{1B}[I", [.unknown]), ("\u{1B}[<0;1;1M", [.enter]),
      ("\u{9B}A", [.unknown, .scalar("A")]),
    ] as [(String, [Key])])
  func known(_ bytes: String, _ keys: [Key]) {
    #expect(Self.keys(bytes) == keys)
  }

  @Test("A sequence cut anywhere is the same key")
  func cut() {
    let bytes = Array("ក\u{1B}[15~\u{1B}[200~a\rb\u{1B}[201~\u{1B}OBz".utf8)
    let whole: [Key] = [.scalar("ក"), .function(5), .paste("a\nb"), .down, .scalar("z")]
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) == whole)
    }
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed([$0]) } == whole)
    #expect(!decoder.isPending)
  }

  @Test("A lone Escape is a key when nothing follows, half a sequence is none")
  func flush() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [] && decoder.isPending)
    #expect(decoder.flush() == [.escape] && !decoder.isPending)
    #expect(decoder.feed(Array("\u{1B}[1;".utf8)) == [] && decoder.flush() == [])
    #expect(decoder.feed([0xE1, 0x9E]) == [] && decoder.flush() == [.unknown])
    #expect(decoder.feed([0x61]) == [.scalar("a")])
  }

  @Test("What is pasted is one key, without control characters but line ends")
  func paste() {
    #expect(
      Self.keys("\u{1B}[200~b\r\n\u{3}y\u{1B}[A\tes\r\u{1B}[201~c") == [
        .paste("b\ny[A es\n"), .scalar("c"),
      ])
    // A paste goes on over pauses, until its end comes or is given up.
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~yes\r".utf8)) == [] && decoder.isInPaste)
    #expect(decoder.flush() == [] && decoder.isInPaste)
    #expect(decoder.endPaste() == [.paste("yes\n")])
    #expect(decoder.endPaste() == [] && decoder.feed([0x0D]) == [.enter])
  }

  @Test("A paste of any length is bounded, and what comes after it is a key")
  func longPaste() {
    let text = String(repeating: "x", count: KeyDecoder.mostPasted + 5000)
    let keys = Self.keys("\u{1B}[200~" + text + "\u{1B}[201~a")
    guard keys.count == 2, case .paste(let pasted) = keys[0] else {
      Issue.record("\(keys.count) keys")
      return
    }
    #expect(pasted.utf8.count == KeyDecoder.mostPasted && keys[1] == .scalar("a"))
  }

  @Test("No bytes at all can grow the decoder or confirm anything but Enter and pastes")
  func hostile() {
    #expect(Self.keys("\u{1B}[" + String(repeating: "1;", count: 5000) + "A") == [.up])
    #expect(
      Self.keys("\u{1B}]" + String(repeating: "y", count: 200_000)).allSatisfy {
        $0 == .scalar("y")
      })
    var generator = SeededGenerator(seed: 5)
    let parts: [[UInt8]] = [
      [0x1B], [0x5B], [0x4F], [0x5D], [0x32, 0x30, 0x30, 0x7E], [0xE1], [0x9E], [0x80], [0xFF],
      [0xC0], [0xF5], [0x9B], [0x07], [0x5C], [0x00], [0x3B], [0x41], [0xE2, 0x80, 0x8B],
    ]
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      let bytes = (0..<20).flatMap { _ in parts[generator.index(below: parts.count)] }
      let keys = decoder.feed(bytes) + decoder.endPaste() + decoder.flush()
      #expect(!keys.contains(.enter), "no byte of these is Enter: \(bytes)")
      #expect(!decoder.isPending)
    }
  }
}
