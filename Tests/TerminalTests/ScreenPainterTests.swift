import Testing
import Text

@testable import Terminal

/// A terminal made up for tests: it understands what the painter writes, and counts the columns of
/// Khmer vowel signs as it is told.
struct SmallTerminal {
  let markColumns: Int
  private(set) var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var styled = false

  init(columns: Int, rows: Int, markColumns: Int) {
    self.markColumns = markColumns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  private func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.properties.generalCategory == .spacingMark
      ? markColumns : DisplayWidth.columns(of: scalar)
  }

  mutating func write(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\u{1B}" else {
        put(scalar)
        continue
      }
      _ = scalars.popFirst()
      var parameters = ""
      while let next = scalars.first, (0x30...0x3F).contains(next.value) {
        parameters.unicodeScalars.append(next)
        scalars.removeFirst()
      }
      let numbers = parameters.split(separator: ";").compactMap { Int($0) }
      switch scalars.popFirst() {
      case "H":
        row = (numbers.first ?? 1) - 1
        column = (numbers.count > 1 ? numbers[1] : 1) - 1
      case "J": for index in cells.indices { cells[index] = cells[index].map { _ in " " } }
      case "K": for index in column..<max(column, cells[row].count) { cells[row][index] = " " }
      case "m": styled = !numbers.isEmpty
      default: Issue.record("unknown sequence in \(text.debugDescription)")
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let wide = width(scalar)
    if wide == 0 {
      if column > 0 { cells[row][column - 1] += String(scalar) }
      return
    }
    for index in 0..<wide where column + index < cells[row].count {
      cells[row][column + index] = index == 0 ? String(scalar) : ""
    }
    column = min(column + wide, cells[row].count)
  }

  /// What a person reads, without spaces at the ends of rows.
  var text: [String] {
    cells.map { row in
      var scalars = row.joined().unicodeScalars
      while scalars.last == " " { scalars.removeLast() }
      return String(scalars)
    }
  }
}

@Suite("Painting a screen")
struct ScreenPainterTests {
  static func screen(_ rows: [Row], row: Int = 0, offset: Int = 0) -> Screen {
    Screen(rows, width: 30, height: 4, cursor: .init(row: row, offset: offset))
  }

  @Test("Only what changed is written")
  func difference() {
    let painter = ScreenPainter(usesStyles: true)
    let old = Self.screen([Row("12 minutes left", .bold), Row("( ) a) One")])
    var new = Self.screen([Row("11 minutes left", .bold), Row("( ) a) One")])
    #expect(painter.paint(new, over: old) == "\u{1B}[1;2H\u{1B}[0;1m1\u{1B}[m\u{1B}[1H")
    #expect(painter.paint(new, over: new) == "")
    new.cursor = .init(row: 1, offset: 1)
    #expect(painter.paint(new, over: Self.screen(new.rows)) == "\u{1B}[2;2H")
    let shorter = Self.screen([Row("11", .bold), Row("(x) a) One")])
    #expect(
      painter.paint(shorter, over: new) == "\u{1B}[1;3H\u{1B}[K\u{1B}[2;2Hx\u{1B}[1H")
  }

  @Test("A row with Khmer is written from where all terminals agree, and cleared to its end")
  func khmer() {
    let painter = ScreenPainter(usesStyles: true)
    let old = Self.screen([Row("> ( ) ក) ការងារ")], offset: 3)
    let new = Self.screen([Row("> (x) ក) ការងារ")], offset: 3)
    #expect(painter.paint(new, over: old) == "\u{1B}[1;4Hx) ក) ការងារ\u{1B}[K\u{1B}[1;4H")
    let typed = Self.screen([Row("> ការ"), Row("")], row: 0, offset: 5)
    #expect(painter.paint(typed, over: Self.screen([Row("> ការ")])) == "\u{1B}[1H> ការ")
  }

  @Test("Without styles no style is written, and the text is the same")
  func noStyles() {
    let rows = [Row([Span("> ", .bold), Span("chosen", .reverse)]), Row("keys", .dim)]
    let out = ScreenPainter(usesStyles: false).paint(Self.screen(rows), over: nil)
    #expect(out == "\u{1B}[H\u{1B}[2J\u{1B}[1H> chosen\u{1B}[2Hkeys\u{1B}[1H")
    let other = Self.screen([Row("> chosen"), Row("keys")])
    #expect(ScreenPainter(usesStyles: false).paint(other, over: Self.screen(rows)) == "")
  }

  @Test(
    "Whatever was there, the terminal shows the new screen, however it counts Khmer",
    arguments: [0, 1])
  func property(_ markColumns: Int) {
    var generator = SeededGenerator(seed: 17)
    let pieces = [
      "a", "b", " ", "> ", "ក", "កា", "ស្ត្រី", "េ", "ំ", "e\u{301}", "12", "។", "\u{1FB01}", "█",
      "|",
    ]
    let styles: [TextStyle] = [[], .bold, .reverse, [.bold, .underline]]
    func row() -> Row {
      Row(
        (0..<generator.index(below: 4)).map { _ in
          Span(
            (0..<generator.index(below: 5)).map { _ in
              pieces[generator.index(below: pieces.count)]
            }.joined(), styles[generator.index(below: styles.count)])
        })
    }
    for _ in 0..<300 {
      var terminal = SmallTerminal(columns: 120, rows: 4, markColumns: markColumns)
      var shown: Screen?
      var rows = [row(), row(), row(), row()]
      for _ in 0..<6 {
        rows[generator.index(below: 4)] = row()
        let screen = Screen(
          rows, width: 100, height: 4,
          cursor: .init(row: generator.index(below: 4), offset: generator.index(below: 20)))
        terminal.write(ScreenPainter(usesStyles: true).paint(screen, over: shown))
        shown = screen
        var fresh = SmallTerminal(columns: 120, rows: 4, markColumns: markColumns)
        fresh.write(ScreenPainter(usesStyles: true).paint(screen, over: nil))
        #expect(terminal.text == fresh.text)
        #expect(terminal.row == fresh.row && terminal.column == fresh.column)
        #expect(!terminal.styled)
      }
    }
  }

  @Test("A row that is too wide is cut between syllables")
  func clipped() {
    #expect(Row("ស្ត្រីស្ត្រី").clipped(to: 5).text == "ស្ត្រី")
    #expect(Row([Span("abc"), Span("def", .bold)]).clipped(to: 4).text == "abcd")
    #expect(Row("abc").clipped(to: 3).text == "abc")
  }
}
