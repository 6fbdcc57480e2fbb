import Testing
import Text

@testable import Terminal

@Suite("Typing a text")
struct TextFieldTests {
  static func typed(_ keys: [Key], in text: String = "", isMultiline: Bool = false) -> TextField {
    var field = TextField(text, isMultiline: isMultiline)
    for key in keys { _ = field.take(key) }
    return field
  }

  @Test("Backspace takes a Khmer syllable whole, and the cursor never stands inside one")
  func syllables() {
    #expect(Self.typed([.backspace], in: "ស្ត្រី").text == "")
    #expect(Self.typed([.backspace], in: "ក្នុង").text == "ក្នុ")
    #expect(Self.typed([.left, .left, .scalar("x")], in: "សង្គ្រាម").text == "សxង្គ្រាម")
    #expect(Self.typed([.home, .delete], in: "ស្ត្រីខ").text == "ខ")
    #expect(Self.typed([.backspace], in: "e\u{301}a\u{308}").text == "e\u{301}")
    // A syllable that is still being typed.
    let half = Self.typed("ស្ត".unicodeScalars.map { .scalar($0) } + [.scalar("្"), .scalar("រ")])
    #expect(half.text == "ស្ត្រ" && half.cursor == 5)
  }

  @Test("Keys move and take away as everywhere")
  func keys() {
    #expect(Self.typed([.home, .scalar("x")], in: "abc").text == "xabc")
    #expect(Self.typed([.home, .right, .end, .left, .scalar("x")], in: "abc").text == "abxc")
    #expect(Self.typed([.left, .control("u")], in: "abc").text == "c")
    #expect(Self.typed([.home, .backspace, .end, .delete], in: "abc").text == "abc")
    #expect(Self.typed([.enter, .scalar("x")], in: "a").text == "ax", "no line ends in one line")
    let lines = Self.typed(
      [.enter, .scalar("b"), .home, .scalar("x")], in: "a", isMultiline: true)
    #expect(lines.text == "a\nxb")
    #expect(Self.typed([.end, .scalar("y")], in: "a\nb", isMultiline: true).text == "a\nby")
  }

  @Test("What a terminal must not be given is not kept: invisible signs, signs of direction")
  func invisible() {
    #expect(Self.typed([.paste("ក\u{200B}ខ\u{202E}x\u{7}\n")]).text == "កខx ")
    #expect(Self.typed([.paste("a\nb")], isMultiline: true).text == "a\nb")
    #expect(TextField("a\u{200B}b\u{200D}").text == "ab\u{200D}")
  }

  @Test("A text has an end")
  func bounded() {
    var field = TextField("x")
    for _ in 0..<5 { field.insert(String(repeating: "y", count: 9000)) }
    #expect(field.text.unicodeScalars.count == TextField.most)
  }

  @Test("A long text is broken at spaces, else between syllables, and no scalar is lost")
  func layout() {
    let layout = FieldLayout("one two three", width: 8)
    #expect(layout.lines.map(\.text) == ["one two ", "three"])
    #expect(FieldLayout("", width: 8).lines.map(\.text) == [""])
    #expect(FieldLayout("a\n\nb", width: 8).lines.map(\.start) == [0, 2, 3])
    #expect(FieldLayout("ស្ត្រីស្ត្រីស្ត្រីស្ត្រី", width: 8).lines.map(\.text) == ["ស្ត្រីស្ត្រី", "ស្ត្រីស្ត្រី"])
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", " ", "កា", "ស្ត្រី", "\n", "long", "ក្នុង"]
    for _ in 0..<300 {
      let text = (0..<30).map { _ in pieces[generator.index(below: pieces.count)] }.joined()
      let layout = FieldLayout(text, width: 10)
      #expect(layout.lines.allSatisfy { DisplayWidth.columns(of: $0.text) <= 10 })
      var joined = ""
      for (index, line) in layout.lines.enumerated() {
        let previous = index > 0 ? layout.lines[index - 1].end : 0
        if line.start > previous { joined += "\n" }
        joined += line.text
      }
      #expect(joined == text)
      for cursor in 0...text.unicodeScalars.count {
        let place = layout.place(of: cursor)
        #expect(layout.lines[place.line].text.unicodeScalars.count >= place.offset)
        if place.line == 0 { #expect(layout.offset(line: 0, column: place.offset) == cursor) }
      }
    }
  }

  @Test("Text is cut where a cursor may stand")
  func clusters() {
    #expect(Clusters.of("ស្ត្រីក្នុងសង្គ្រាម") == ["ស្ត្រី", "ក្នុ", "ង", "ស", "ង្គ្រា", "ម"])
    #expect(Clusters.of("a b") == ["a", " ", "b"])
    #expect(Clusters.of("្ក\u{17D2}") == ["្ក\u{17D2}"])
    #expect(Clusters.of("") == [])
  }

  @Test("Pages hold whole lines, and what is focused comes into sight")
  func pager() {
    let pager = Pager(heights: [6, 6, 6, 6, 6], area: 14)
    #expect(pager.window(from: 0) == 0..<2)
    #expect(pager.window(from: 4) == 4..<5)
    #expect(pager.pageBefore(4) == 2 && pager.pageBefore(1) == 0)
    #expect(pager.clamped(9) == 3 && pager.clamped(-1) == 0)
    #expect(pager.start(near: 0, showing: 3..<4, needed: 3) == 2)
    #expect(pager.start(near: 3, showing: 1..<2, needed: 1) == 1)
    #expect(pager.start(near: 0, showing: 0..<5, needed: 4) == 3)
    #expect(Pager(heights: [], area: 5).clamped(3) == 0)
    // A line higher than the area is a page of its own.
    #expect(Pager(heights: [9, 1], area: 4).window(from: 0) == 0..<1)
  }
}
