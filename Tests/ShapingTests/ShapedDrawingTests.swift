import Testing
import Text

@testable import Shaping

@Suite(.enabled(if: openShaper() != nil, "Pango or a Khmer font is not installed"))
struct ShapedDrawingTests {
  private let shaper: LineShaper
  private let question =
    "កិច្ចប្រជុំផែនការមួយនៅរសៀលថ្ងៃធ្វើការមានមនុស្សពេញបន្ទប់ ដែលភាគច្រើនជាអ្នកចាស់ៗ។ "
    + "តើសេចក្តីសន្និដ្ឋានពីរណាត្រឹមត្រូវ (Q1–Q2)?"

  init() throws { shaper = try LineShaper.open().get() }

  @Test(arguments: ShapedStyle.all, [20, 40, 80, 120])
  func `no line is wider than the screen or higher than promised`(
    style: ShapedStyle, columns: Int
  ) {
    let drawing = ShapedDrawing(shaper: shaper, style: style)
    for line in drawing.lines(question, columns: columns) {
      #expect(line.columns <= columns)
      #expect((1...drawing.rowsPerLine).contains(line.rows.count))
      // A syllable wider than the screen stands as its letters, some of which take no column.
      let isLetters = line.rows == [line.text]
      #expect(
        line.columns
          == line.rows.map {
            isLetters ? DisplayWidth.columns(of: $0) : $0.unicodeScalars.count
          }.max())
    }
  }

  @Test(arguments: [20, 40, 80, 120])
  func `nothing is lost and nothing is doubled`(columns: Int) {
    let drawing = ShapedDrawing(shaper: shaper)
    let lines = drawing.lines(question, columns: columns)
    let letters = { (text: String) in text.unicodeScalars.filter { $0 != " " }.map(\.value) }
    #expect(letters(lines.map(\.text).joined()) == letters(question))
  }

  @Test func `lines break between words`() {
    let pieces = LineWrapping.pieces(question)
    var text = ""
    var breaks: Set<[UInt32]> = []
    for piece in pieces {
      text += piece
      breaks.insert(text.unicodeScalars.filter { $0 != " " }.map(\.value))
    }
    var shown = ""
    for line in ShapedDrawing(shaper: shaper).lines(question, columns: 80) {
      shown += line.text
      #expect(breaks.contains(shown.unicodeScalars.filter { $0 != " " }.map(\.value)))
    }
  }

  @Test func `lines are as full as they can be`() {
    let drawing = ShapedDrawing(shaper: shaper)
    let lines = drawing.lines(question, columns: 100)
    #expect(lines.count <= 5)
    #expect(lines.dropLast().allSatisfy { $0.columns > 60 })
  }

  @Test func `a word wider than the screen is broken between syllables`() {
    let drawing = ShapedDrawing(shaper: shaper)
    let lines = drawing.lines("ប្រជាពលរដ្ឋ", columns: 16)
    #expect(lines.count > 1)
    for line in lines {
      let first = line.text.unicodeScalars.first
      #expect(first.map { (0x1780...0x17B3).contains($0.value) } == true)
      #expect(line.columns <= 16)
    }
  }

  @Test func `zero-width spaces break and are not shown`() {
    let drawing = ShapedDrawing(shaper: shaper)
    let lines = drawing.lines("កកកក\u{200B}ខខខខ", columns: 20)
    #expect(lines.map(\.text) == ["កកកក", "ខខខខ"])
  }

  @Test func `paragraphs stay apart, empty text is one empty row`() {
    let drawing = ShapedDrawing(shaper: shaper)
    #expect(drawing.lines("", columns: 80).map(\.rows) == [[""]])
    #expect(drawing.lines("ក\n\nខ", columns: 80).map(\.text) == ["ក", "", "ខ"])
    #expect(drawing.lines("ក", columns: 0).count == 1)
  }

  @Test func `Latin letters stand on the line of the Khmer ones`() throws {
    let drawing = ShapedDrawing(shaper: shaper)
    let khmer = try #require(drawing.lines("ក", columns: 80).first)
    let latin = try #require(drawing.lines("HH", columns: 80).first)
    let bottom = { (line: DrawnLine) in Sextants.bitmap(line.rows).inkRows?.upperBound }
    #expect(bottom(khmer) == bottom(latin))
  }

  @Test func `what is too long to draw stands as its letters`() {
    let long = String(repeating: "a", count: LineShaper.longestLine + 1)
    let lines = ShapedDrawing(shaper: shaper).lines(long, columns: 80)
    #expect(lines.map(\.text).joined() == long)
  }

  @Test func `the same text gives the same cells, from the cache and afresh`() {
    let drawing = ShapedDrawing(shaper: shaper)
    let first = drawing.lines(question, columns: 80)
    #expect(drawing.lines(question, columns: 80) == first)
    #expect(ShapedDrawing(shaper: shaper).lines(question, columns: 80) == first)
    #expect(drawing.lines(question, columns: 60) != first)
  }
}

struct RecentValuesTests {
  @Test func `it never holds more than it may, and keeps what is asked for`() {
    var values = RecentValues<Int, Int>(capacity: 10)
    for index in 0..<1_000 {
      values[index] = index * 2
      #expect(values.count <= 10)
      #expect(values[index] == index * 2)
      #expect(values[0] == 0)
    }
    #expect(values[500] == nil)
    values[0] = nil
    #expect(values[0] == nil)
  }
}

struct SyllablesTests {
  @Test func `no part begins with a sign, a subscript or a closing mark`() {
    #expect(Syllables.parts("ស្ត្រី") == ["ស្ត្រី"])
    #expect(Syllables.parts("ប្រជាពលរដ្ឋ។") == ["ប្រ", "ជា", "ព", "ល", "រ", "ដ្ឋ។"])
    #expect(Syllables.parts("(ក)ខ") == ["(ក)", "ខ"])
    #expect(Syllables.parts("") == [])
    #expect(Syllables.parts("ា្ក").joined() == "ា្ក")
  }
}
