import Testing
import Text

@testable import Document

@Suite("Documents as text")
struct TextRenderingTests {
  private func render(
    _ blocks: [Document.Block], language: Language = .english, width: Int = 60
  ) -> String {
    let document = Document(title: LocalizedText(en: "T", km: "ច"), blocks: blocks)
    let text = DocumentRendering.render(
      document, as: .text, language: language, options: RenderingOptions(width: width))
    return String(text.dropFirst(language == .english ? "T\n=\n\n".count : "ច\n=\n\n".count))
  }

  @Test("a table lines its columns up, numbers at their ends, reasons below")
  func table() {
    let expected = """
      Change by province
      Province   Pairs   Gain      95 % CI
      ─────────  ─────  ─────  ───────────
      Kampot        12    1.3  [−0.5, 3.0]
      Siem Reap      1  – (a)        – (a)
      (a) fewer than two pairs
      Matched pairs only.

      """
    #expect(render([.table(Samples.table)]) == expected)
  }

  @Test("Khmer columns line up by display width")
  func khmerTable() throws {
    let lines = render([.table(Samples.table)], language: .khmer).split(separator: "\n")
    let widths = lines[1...3].map { DisplayWidth.columns(of: $0) }
    #expect(Set(widths).count == 1)
    #expect(lines[3].hasPrefix("កំពត"))
    let rule = try #require(lines[2].split(separator: " ").first)
    #expect(DisplayWidth.columns(of: rule) == DisplayWidth.columns(of: "សៀមរាប"))
  }

  @Test("a table that is too wide wraps its words, and then puts rows under each other")
  func narrow() {
    var table = Samples.table
    table.rows[0][0] = .text("a rather long name of a province, with words")
    let wrapped = render([.table(table)], width: 46).split(separator: "\n").map(String.init)
    #expect(wrapped.allSatisfy { DisplayWidth.columns(of: $0) <= 46 })
    #expect(wrapped.contains { $0.hasPrefix("a rather long") && $0.hasSuffix("[−0.5, 3.0]") })
    let stacked = render([.table(table)], width: 24)
    #expect(stacked.contains("\n  Pairs: 12\n"))
    #expect(stacked.contains("\n\nProvince: Siem Reap\n"))
  }

  @Test("a table wider than the line is cut between columns, and each part names its rows")
  func parts() {
    let expected = """
      Change by group
      Province   Sex     Value no.  Value no.  Value no.
                                 1          2          3
      ─────────  ──────  ─────────  ─────────  ─────────
      Siem Reap  female        1.0        2.0        3.0
      Siem Reap  male         −1.0       −2.0       −3.0

      Province   Sex     Value no.  Value no.  Value no.
                                 4          5          6
      ─────────  ──────  ─────────  ─────────  ─────────
      Siem Reap  female        4.0        5.0        6.0
      Siem Reap  male         −4.0       −5.0       −6.0

      Province   Sex     Value no. 7         p
      ─────────  ──────  ───────────  ────────
      Siem Reap  female          7.0  < 0.0001
      Siem Reap  male           −7.0    0.2500

      """
    #expect(render([.table(Samples.wide)], width: 52) == expected)
  }

  @Test("parts keep every value and the width, in both languages", arguments: [32, 44, 60, 75])
  func partsKeepAll(_ width: Int) {
    for language in Language.allCases {
      let text = render([.table(Samples.wide)], language: language, width: width)
      #expect(text.contains("\n\n"))
      #expect(!text.contains(": "))
      #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= width })
      for value in 1...7 { #expect(text.contains(" \(value).0") && text.contains("−\(value).0")) }
    }
  }

  @Test("long names of rows are wrapped to half of the line, the same in each part")
  func partsWithLongNames() {
    var table = Samples.wide
    table.rows[0][0] = .text("a rather long name of a province, with words")
    let lines = render([.table(table)], width: 60).split(separator: "\n")
    let rules = lines.filter { $0.hasPrefix("─") }.map { $0.split(separator: " ").prefix(2) }
    #expect(rules.count == 3)
    #expect(Set(rules).count == 1)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= 60 })
  }

  @Test("rows are stacked where no column fits beside the names that tell them apart")
  func stacked() {
    #expect(render([.table(Samples.wide)], width: 24).contains("\n  Sex: female\n"))
    // One name suffices where no two rows share it.
    var table = Samples.wide
    table.rows[1][0] = .text("Kampot")
    let cut = render([.table(table)], width: 24)
    #expect(!cut.contains("Sex: "))
    #expect(cut.contains("\nProvince   Sex\n"))
  }

  @Test("a probability has four decimals, and a bound in place of zeros")
  func probabilities() {
    var cells = CellText(language: .khmer)
    let texts = [0, 1e-300, 0.000_099_999, 0.0001, 0.049_96, 1].map {
      cells.text(.probability($0))
    }
    #expect(texts == ["< 0.0001", "< 0.0001", "< 0.0001", "0.0001", "0.0500", "1.0000"])
    #expect(cells.text(.probability(.nan, orMissing: Samples.reason)) == "– (a)")
    #expect(cells.text(.probability(nil, orMissing: Samples.reason)) == "– (a)")
    #expect(Table.Cell.probability(0.5, orMissing: Samples.reason) == .probability(0.5))
  }

  @Test("a word wider than its column puts rows under each other instead of breaking the grid")
  func longWord() {
    var table = Samples.table
    table.rows[0][0] = .text(String(repeating: "x", count: 70))
    #expect(render([.table(table)]).contains("  Pairs: 12"))
  }

  @Test("missing cells, extra cells and line ends inside cells do no harm")
  func ragged() {
    let table = Table(
      id: "t", caption: Samples.same("C"),
      columns: [Table.Column("a", Samples.same("A")), Table.Column("b", Samples.same("B"))],
      rows: [[.text("x\ny\u{1B}[31m")], [.empty, .text("z"), .text("extra")]])
    #expect(render([.table(table)]) == "C\nA         B\n────────  ─\nx y [31m\n          z\n")
  }

  @Test("a table without rows says so")
  func noRows() {
    var table = Samples.table
    table.rows = []
    #expect(render([.table(table)]).contains("(no rows)"))
    #expect(render([.table(table)], language: .khmer).contains("(គ្មានទិន្នន័យ)"))
  }

  @Test("many different reasons get a mark each")
  func manyReasons() {
    var cells = CellText(language: .english)
    let marks = (1...28).map { cells.text(.missing(Samples.same("reason \($0)"))) }
    #expect(Set(marks).count == 28)
    #expect(marks[25] == "– (z)")
    #expect(marks[26] == "– (27)")
    #expect(cells.text(.missing(Samples.same("reason 2"))) == "– (b)")
    #expect(cells.explanations.count == 28)
  }

  @Test("headings, notes, lists and named values each have their form")
  func blocks() {
    #expect(
      render([.heading(Samples.same("Part")), .heading(Samples.same("Piece"), depth: 3)])
        == "Part\n----\n\nPiece\n")
    #expect(
      render([.note(.warning, Samples.same("Careful."))]) == "Warning: Careful.\n")
    #expect(render([.note(.info, Samples.same("Yes."))], language: .khmer).hasPrefix("កំណត់សម្គាល់: "))
    #expect(render([.list([Samples.same("a"), Samples.same("b")])]) == "- a\n- b\n")
    #expect(render([.list([Samples.same("a")], isOrdered: true)]) == "1. a\n")
    let facts = """
      Matched   13
      Share     0.81
      Hedges g  – (a)
      (a) fewer than two pairs

      """
    #expect(render([.keyValues(Samples.facts)]) == facts)
  }

  @Test("an interval plot shows zero, ends, value and numbers")
  func intervals() {
    let lines = render([.plot(Samples.intervals)], width: 50).split(separator: "\n")
    #expect(lines[0] == "Gain")
    #expect(lines[1].hasPrefix("Kampot     ─"))
    #expect(lines[1].contains("┼"))
    #expect(lines[1].contains("●"))
    #expect(lines[1].hasSuffix("1.3 [−0.5, 3.0]"))
    #expect(lines[2].contains("│"))
    #expect(lines[2].hasSuffix("2.0"))
    #expect(lines[3].hasSuffix("−0.5 … 3.0  points"))
  }

  @Test("a slope plot shows where it began and ended")
  func slopes() {
    let lines = render([.plot(Samples.slopes)], width: 50).split(separator: "\n")
    #expect(lines[1].contains("○"))
    #expect(lines[1].contains("─●"))
    #expect(lines[1].hasSuffix("10 → 15"))
  }

  @Test("bars begin at zero, and nothing is drawn for no number")
  func bars() {
    let lines = render([.plot(Samples.bars)], width: 40).split(separator: "\n")
    #expect(lines[1].contains("████"))
    #expect(!lines[2].contains("█"))
    #expect(lines[3].hasSuffix("–"))
  }

  @Test("a long Khmer label of a plot is wrapped and lines up")
  func longLabel() {
    let plot = Plot(
      id: "p", title: Samples.same("P"), summary: Samples.same("S"), axis: Samples.same("x"),
      content: .bars([
        Plot.Bar(label: Samples.same("សាលាជាតិរដ្ឋបាលមូលដ្ឋាននៃក្រសួងមហាផ្ទៃ"), value: 3)
      ]))
    let lines = render([.plot(plot)], width: 40).split(separator: "\n")
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= 44 })
  }

  @Test("made-up data are announced first and last, in both languages")
  func synthetic() {
    for language in Language.allCases {
      let text = DocumentRendering.render(Samples.synthetic, as: .text, language: language)
      #expect(text.hasPrefix("*** "))
      #expect(text.hasSuffix(" ***\n"))
      #expect(
        !DocumentRendering.render(Samples.full, as: .text, language: language).contains("***"))
    }
  }

  @Test("no line passes the width where words allow it", arguments: [40, 60, 100])
  func width(_ width: Int) {
    for language in Language.allCases {
      let text = DocumentRendering.render(
        Samples.synthetic, as: .text, language: language, options: RenderingOptions(width: width))
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: line) <= width, "\(line)")
      }
    }
  }

  @Test("scales hold their values, zero and nothing else")
  func scale() {
    #expect(PlotScale([]).share(0) == 0)
    #expect(PlotScale([-2, 2]).share(0) == 0.5)
    #expect(PlotScale([4]).share(9) == 1)
    #expect(PlotScale([.nan, 4]).share(.nan) == 0)
    #expect(PlotScale([-1.7e308, 1.7e308]).share(0) == 0.5)
  }
}
