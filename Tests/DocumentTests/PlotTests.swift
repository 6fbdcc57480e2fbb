import FoundationEssentials
import Testing
import Text

@testable import Document

@Suite("Pictures of every kind")
struct PlotTests {
  private func document(_ plots: [Plot]) -> Document {
    Document(
      title: LocalizedText(en: "Pictures", km: "រូបភាព"), blocks: plots.map { .plot($0) },
      isSynthetic: true)
  }

  private func page(_ plot: Plot, _ language: Language = .english) -> String {
    DocumentRendering.render(document([plot]), as: .html, language: language)
  }

  @Test(
    "each kind is a labelled picture with its numbers below, the same bytes each time",
    arguments: PlotSamples.all, Language.allCases)
  func picture(_ plot: Plot, _ language: Language) {
    let html = page(plot, language)
    #expect(html.contains("role=\"img\" aria-labelledby=\"plot-0-\(plot.id)-title"))
    #expect(html.contains("<title id=\"plot-0-\(plot.id)-title\">"))
    #expect(html.contains("<desc id=\"plot-0-\(plot.id)-desc\">"))
    #expect(html.contains("<details>\n<summary>"))
    #expect(html == page(plot, language))
    for number in ["\"nan", ">nan", "\"inf\"", ">inf<", "\"-0.0\""] {
      #expect(!html.contains(number), "\(number)")
    }
  }

  @Test("every mark stands inside its picture", arguments: PlotSamples.all)
  func inside(_ plot: Plot) throws {
    let html = page(plot, .khmer)
    let box = try #require(html.split(separator: "viewBox=\"").dropFirst().first)
    let size = box.prefix { $0 != "\"" }.split(separator: " ").compactMap { Double($0) }
    try #require(size.count == 4)
    for (name, limit) in [("x", size[2]), ("cx", size[2]), ("y", size[3]), ("cy", size[3])] {
      for part in html.split(separator: " \(name)=\"").dropFirst() {
        let value = try #require(Double(part.prefix { $0 != "\"" }))
        #expect(value >= 0 && value <= limit, "\(plot.id) \(name) \(value)")
      }
    }
  }

  @Test("Khmer pictures count in Khmer digits and mix in no Latin ones", arguments: PlotSamples.all)
  func khmerDigits(_ plot: Plot) {
    let html = page(plot, .khmer)
    for part in html.split(separator: "<text ").dropFirst() {
      let words = part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      // Ids and codes keep their own digits.
      let isCode = words.unicodeScalars.contains { ("A"..."Z").contains($0) || $0 == "q" }
      #expect(isCode || !words.contains { $0.isASCII && $0.isNumber }, "\(words)")
    }
  }

  @Test("a terminal has room for each", arguments: PlotSamples.all, [40, 72, 80, 120])
  func terminal(_ plot: Plot, _ width: Int) {
    for language in Language.allCases {
      let text = DocumentRendering.render(
        document([plot]), as: .text, language: language, options: RenderingOptions(width: width))
      for line in text.split(separator: "\n") where width >= 72 {
        #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
      }
      #expect(!text.contains("\u{1B}"))
    }
  }

  @Test("where nobody sees a drawing, sentences say the same", arguments: PlotSamples.all)
  func sentences(_ plot: Plot) {
    let text = DocumentRendering.render(
      document([plot]), as: .text, language: .english,
      options: RenderingOptions(drawsPictures: false))
    for mark in ["█", "●", "─", "└", "▃", "■"] { #expect(!text.contains(mark), "\(mark)") }
    #expect(text.contains("Made-up numbers."))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- ") } == plot.data.rows.count)
  }

  @Test(
    "programs get the rows by key, and CSV those of a plot asked for", arguments: PlotSamples.all)
  func data(_ plot: Plot) throws {
    let json = DocumentRendering.render(document([plot]), as: .json, language: .english)
    let value = try #require(JSONValue.parse(json)?["plots"]?[plot.id])
    #expect(value["kind"]?.stringValue == plot.picture?.kind)
    #expect(value["points"]?.arrayValue?.count == plot.data.rows.count)
    let csv = DocumentRendering.render(
      document([plot]), as: .csv, language: .english, options: RenderingOptions(table: plot.id))
    #expect(csv.split(separator: "\r\n").count == plot.data.rows.count + 1)
  }

  @Test("empty, single and broken numbers are drawn without a trap")
  func degenerate() {
    let none = LocalizedText(same: "")
    let line = SlopeGraph.Line(label: none, first: .nan, second: .infinity, count: 0)
    let contents: [Plot.Content] = [
      .slopeGraph(SlopeGraph(first: none, second: none, slopes: [])),
      .slopeGraph(SlopeGraph(first: none, second: none, slopes: [line], mean: line)),
      .forest(ForestPlot(groups: [])),
      .forest(ForestPlot(groups: [ForestPlot.Group(label: none, count: -1, value: .nan)])),
      .itemMap(ItemMap(items: [], weak: 0.2, difficulty: none, discrimination: none)),
      .itemMap(
        ItemMap(
          items: [
            ItemMap.Item(id: "q", difficulty: 0, discrimination: -1, isFlagged: false)
          ], weak: 0.2, difficulty: none, discrimination: none)),
      .optionCurves(OptionCurves(groups: [], counts: [], options: [], groupAxis: none)),
      .information(InformationCurve(points: [], bins: [], information: none)),
      .flow(FlowPlot(sources: [], targets: [], flows: [], sourceTitle: none)),
      .flow(FlowPlot(sources: [none], targets: [none], flows: [[0, 3]], sourceTitle: none)),
      .lineage(LineageTree(nodes: [], attention: none)),
      .lineage(
        LineageTree(
          nodes: [
            LineageTree.Node(id: "a", parent: "b", label: none),
            LineageTree.Node(id: "b", parent: "a", label: none),
            LineageTree.Node(id: "c", parent: "c", label: none),
          ], attention: none)),
      .tileMap(TileMap(values: [])),
      .tileMap(TileMap(values: [TileMap.Value(province: "atlantis", value: .infinity)])),
      .timetable(Timetable(periods: [], lanes: [], series: [], timeTitle: none)),
      .timetable(
        Timetable(
          periods: [none],
          lanes: [
            Timetable.Lane(
              label: none, bars: [Timetable.Bar(from: 9, to: -4, series: -1, text: none)])
          ], series: [], timeTitle: none)),
      .funnel(FunnelPlot(stages: [])),
      .funnel(FunnelPlot(stages: [FunnelPlot.Stage(label: none, value: 0, planned: 0)])),
      .fan(FanPlot(points: [], timeTitle: none)),
      .fan(FanPlot(points: [FanPlot.Point(label: none, quantiles: [1])], timeTitle: none)),
      .tornado(TornadoPlot(base: .nan, factors: [])),
    ]
    for (place, content) in contents.enumerated() {
      let plot = Plot(id: "p\(place)", title: none, summary: none, axis: none, content: content)
      for format in DocumentFormat.allCases {
        let text = DocumentRendering.render(document([plot]), as: format, language: .english)
        for number in ["\"nan", ">nan", " nan", ",nan", "\"inf\"", ">inf<", " inf"] {
          #expect(!text.contains(number), "\(place) \(format)")
        }
      }
    }
  }

  @Test("a tree has everybody once, in their place, also those in a circle")
  func tree() {
    let rows = PlotSamples.lineage.data.rows
    #expect(rows.count == 13)
    #expect(rows[0][0] == .text("m1") && rows[1][0] == .text("t1") && rows[2][0] == .text("p1"))
    #expect(rows[2][2] == .integer(2))
  }

  @Test("the grid has the capital and 24 provinces, each in a tile of its own")
  func grid() {
    let tiles = ProvinceGrid.tiles
    #expect(tiles.count == 25)
    #expect(Set(tiles.map(\.id)).count == 25)
    #expect(Set(tiles.map { [$0.column, $0.row] }).count == 25)
    #expect(
      tiles.allSatisfy { $0.column < ProvinceGrid.columns && $0.row < ProvinceGrid.rows })
  }

  @Test("a picture leads to the table that has its numbers, a figure to its row")
  func links() {
    var plot = Samples.intervals
    plot.table = "groups"
    let row = RowReference(table: "groups", row: 0)
    let document = Document(
      title: Samples.same("T"),
      blocks: [
        .statement(
          Statement(
            en: "Kampot gained \("1.3", from: row) & \("more", from: nil).",
            km: "កំពតកើន \("១.៣", from: row)។")),
        .table(Samples.table), .plot(plot),
      ])
    let page = DocumentRendering.render(document, as: .html, language: .english)
    #expect(
      page.contains("<p>Kampot gained <a href=\"#row-groups-0\">1.3</a> &amp; more.</p>"))
    #expect(page.contains("<tr id=\"row-groups-0\"><th scope=\"row\">Kampot"))
    #expect(!page.contains("row-groups-1"))
    #expect(page.contains("<a href=\"#table-groups\">") && page.contains(" id=\"table-groups\">"))
    #expect(!page.contains("<details>"))
    let text = DocumentRendering.render(document, as: .text, language: .khmer)
    #expect(text.contains("កំពតកើន ១.៣។"))
  }

  @Test("round ticks lie inside the range")
  func ticks() {
    var generator = SeededGenerator(seed: 20_261_126)
    for _ in 0..<500 {
      let low = Double.random(in: -1e6...1e6, using: &generator)
      let range = AxisRange([low, low + Double.random(in: 1e-6...1e6, using: &generator)])
      let ticks = range.ticks()
      #expect(!ticks.isEmpty && ticks.count <= 12)
      let slack = (range.high - range.low) * 1e-6
      #expect(ticks.allSatisfy { $0 >= range.low - slack && $0 <= range.high + slack })
    }
  }

  @Test("pages for people to look at, where somebody says where to put them")
  func samples() throws {
    guard let folder = ProcessInfo.processInfo.environment["SALA_PLOTS_OUT"] else { return }
    for language in Language.allCases {
      for format in [DocumentFormat.html, .text] {
        let text = DocumentRendering.render(
          document(PlotSamples.all), as: format, language: language)
        try text.write(
          toFile: "\(folder)/plots-\(language.rawValue).\(format.rawValue)", atomically: true,
          encoding: .utf8)
      }
    }
  }
}
