import Text

@testable import Document

/// One plot of every kind, with made-up numbers.
enum PlotSamples {
  static func both(_ en: String, _ km: String) -> LocalizedText { LocalizedText(en: en, km: km) }

  private static func plot(
    _ id: String, _ title: LocalizedText, axis: LocalizedText, digits: Int = 1,
    _ content: Plot.Content
  ) -> Plot {
    Plot(
      id: id, title: title, summary: both("Made-up numbers.", "តួលេខបង្កើត។"), axis: axis,
      digits: digits, content: content)
  }

  private static let percent = both("percent of points", "ភាគរយនៃពិន្ទុ")

  static let people = plot(
    "people", both("Each person, before and after", "ម្នាក់ៗ មុន និងក្រោយវគ្គ"), axis: percent,
    .slopeGraph(
      SlopeGraph(
        first: both("before", "មុនវគ្គ"), second: both("after", "ក្រោយវគ្គ"),
        slopes: (0..<24).map { number in
          SlopeGraph.Line(
            label: LocalizedText(same: ""), first: Double(30 + number * 7 % 41),
            second: Double(38 + number * 11 % 59), count: 1 + number % 3)
        },
        mean: SlopeGraph.Line(
          label: both("mean", "មធ្យមភាគ"), first: 48.2, second: 66.4, count: 47),
        ends: [0, 100])))

  static let groups = plot(
    "slopeGroups", both("Each province, before and after", "ខេត្តនីមួយៗ មុន និងក្រោយវគ្គ"),
    axis: percent,
    .slopeGraph(
      SlopeGraph(
        first: both("before", "មុនវគ្គ"), second: both("after", "ក្រោយវគ្គ"),
        slopes: ProvinceGrid.tiles.prefix(8).enumerated().map { number, tile in
          SlopeGraph.Line(
            label: tile.title, first: 40 + Double(number), second: 70 - Double(number % 3),
            count: 20)
        })))

  static let forest = plot(
    "forest", both("Change by province", "បម្រែបម្រួលតាមខេត្ត"),
    axis: both("percentage points", "ចំណុចភាគរយ"),
    .forest(
      ForestPlot(
        groups: ProvinceGrid.tiles.prefix(6).enumerated().map { number, tile in
          number == 3
            ? ForestPlot.Group(
              label: tile.title, count: 3, value: nil,
              reason: both("fewer than 5 people", "មានតិចជាង ៥ នាក់"))
            : ForestPlot.Group(
              label: tile.title, count: 8 + 9 * number, value: Double(number) * 4 - 3,
              low: Double(number) * 4 - 12, high: Double(number) * 4 + 5)
        },
        summary: ForestPlot.Group(
          label: both("Everybody", "ទាំងអស់គ្នា"), count: 160, value: 7.5, low: 5, high: 10))))

  static let items = plot(
    "items", both("Map of the questions", "ផែនទីសំណួរ"), axis: LocalizedText(same: ""),
    .itemMap(
      ItemMap(
        items: (0..<30).map { number in
          let discrimination = Double(number * 13 % 29) / 50 - 0.05
          return ItemMap.Item(
            id: "q\(number + 1)", difficulty: 0.2 + Double(number * 7 % 30) / 40,
            discrimination: discrimination, isFlagged: discrimination < 0.2)
        }, weak: 0.2, difficulty: both("share right", "ភាគដែលឆ្លើយត្រូវ"),
        discrimination: both("correlation with the rest", "សហសម្ព័ន្ធជាមួយសំណួរផ្សេង"))))

  static let options = plot(
    "options", both("Question q7", "សំណួរ q7"), axis: both("percent who chose it", "ភាគរយដែលជ្រើស"),
    digits: 0,
    .optionCurves(
      OptionCurves(
        groups: (1...5).map { LocalizedText(same: "\($0)") }, counts: [20, 21, 19, 20, 20],
        options: [
          OptionCurves.Option(
            label: both("A", "ក"), isKey: true, shares: [0.2, 0.35, 0.5, 0.7, 0.9]),
          OptionCurves.Option(
            label: both("B", "ខ"), isKey: false, shares: [0.4, 0.3, 0.25, 0.15, 0.05]),
          OptionCurves.Option(
            label: both("C", "គ"), isKey: false, shares: [0.3, 0.25, 0.15, 0.1, 0.04]),
          OptionCurves.Option(
            label: both("D", "ឃ"), isKey: false, shares: [0.1, 0.1, 0.1, nil, 0.01]),
        ], groupAxis: both("fifths of people by score", "មនុស្សមួយភាគប្រាំៗ តាមពិន្ទុ"))))

  static let information = plot(
    "information", both("Where the test measures", "កន្លែងដែលតេស្តវាស់បានច្បាស់"),
    axis: both("ability", "សមត្ថភាព"),
    .information(
      InformationCurve(
        points: (0...60).map { number in
          let level = Double(number) / 10 - 3
          return InformationCurve.Point(level: level, value: 6 / (1 + level * level))
        },
        bins: (0..<12).map { number in
          InformationCurve.Bin(
            low: Double(number) / 2 - 3, high: Double(number) / 2 - 2.5,
            count: number * (12 - number))
        }, information: both("information", "ព័ត៌មាន"))))

  static let flow = plot(
    "flow", both("Who stayed", "អ្នកដែលនៅបន្ត"), axis: both("people", "នាក់"), digits: 0,
    .flow(
      FlowPlot(
        sources: [
          both("weakest third", "ភាគបីខ្សោយ"), both("middle third", "ភាគបីកណ្តាល"),
          both("strongest third", "ភាគបីខ្លាំង"),
        ],
        targets: [both("took both tests", "ធ្វើតេស្តទាំងពីរ"), both("left", "មិនបានធ្វើតេស្តក្រោយវគ្គ")],
        flows: [[13, 7], [17, 3], [19, 1]],
        sourceTitle: both("Level at the pre-test", "កម្រិតនៅតេស្តមុនវគ្គ"))))

  static let lineage = plot(
    "lineage", both("Who taught whom", "នរណាបង្រៀននរណា"), axis: both("people", "នាក់"),
    .lineage(
      LineageTree(
        nodes: [
          LineageTree.Node(id: "m1", parent: nil, label: LocalizedText(same: "M-1")),
          LineageTree.Node(id: "m2", parent: nil, label: LocalizedText(same: "M-2")),
        ]
          + (1...7).map { number in
            LineageTree.Node(
              id: "t\(number)", parent: number < 4 ? "m1" : "m2",
              label: LocalizedText(same: "T-\(number)"),
              detail: both(
                "+\(number).2, \(10 + number) people", "+\(number).2 មនុស្ស \(10 + number) នាក់"),
              needsAttention: number == 5)
          }
          + (1...4).map { number in
            LineageTree.Node(
              id: "p\(number)", parent: "t\(number)", label: LocalizedText(same: "P-\(number)"))
          }, attention: both("below the floor", "ក្រោមកម្រិតទាបបំផុត"))))

  static let map = plot(
    "map", both("People reached", "ចំនួនមនុស្សដែលបានចូលរួម"), axis: both("percent of target", "ភាគរយនៃគោលដៅ"),
    digits: 0,
    .tileMap(
      TileMap(
        values: ProvinceGrid.tiles.enumerated().filter { $0.offset % 6 != 5 }.map {
          TileMap.Value(
            province: $1.id, value: $0 == 2 ? nil : Double(20 + $0 * 3), isMarked: $0 == 4)
        })))

  static let timetable = plot(
    "timetable", both("Who teaches when", "នរណាបង្រៀនពេលណា"), axis: both("weeks", "សប្តាហ៍"),
    .timetable(
      Timetable(
        periods: (1...26).map { LocalizedText(same: "\($0)") },
        lanes: (0..<6).map { number in
          Timetable.Lane(
            label: both(
              "Trainer \(number + 1)", Khmer.withKhmerDigits("គ្រូបង្គោលទី \(number + 1)")),
            bars: (0..<4).map { bar in
              Timetable.Bar(
                from: number + bar * 5, to: number + bar * 5 + bar % 3, series: bar,
                text: LocalizedText(same: "M\(bar + 1)"))
            })
        }, series: (1...4).map { both("Module \($0)", Khmer.withKhmerDigits("ម៉ូឌុល \($0)")) },
        timeTitle: both("week", "សប្តាហ៍"))))

  static let funnel = plot(
    "funnel", both("Reach", "ការទៅដល់"), axis: both("people", "នាក់"), digits: 0,
    .funnel(
      FunnelPlot(stages: [
        FunnelPlot.Stage(label: both("Invited", "បានអញ្ជើញ"), value: 480, planned: 500),
        FunnelPlot.Stage(label: both("Came", "បានមក"), value: 391, planned: 450),
        FunnelPlot.Stage(label: both("Took both tests", "ធ្វើតេស្តទាំងពីរ"), value: 322),
        FunnelPlot.Stage(label: both("Reached the mark", "បានដល់កម្រិត"), value: 205),
      ])))

  static let fan = plot(
    "fan", both("Forecast", "ការព្យាករ"), axis: both("officials reached", "មន្ត្រីដែលបានទៅដល់"),
    digits: 0,
    .fan(
      FanPlot(
        points: (0..<10).map { number in
          let middle = Double(number) * 210
          return FanPlot.Point(
            label: LocalizedText(same: "2027-\(number + 1)"),
            quantiles: number < 3
              ? []
              : [0.8, 0.9, 1, 1.08, 1.2].map { 630 + (middle - 630) * $0 },
            observed: number < 4 ? middle * 0.99 : nil)
        }, target: 1800, timeTitle: both("month", "ខែ"))))

  static let tornado = plot(
    "tornado", both("What matters most", "អ្វីដែលសំខាន់បំផុត"), axis: both("officials", "មន្ត្រី"),
    digits: 0,
    .tornado(
      TornadoPlot(
        base: 1500,
        factors: [
          TornadoPlot.Factor(
            label: both("Trainers who stay", "គ្រូដែលនៅបន្ត"), range: both("60 % to 90 %", "60% ដល់ 90%"),
            low: 1100, high: 1720),
          TornadoPlot.Factor(
            label: both("Class size", "ទំហំថ្នាក់"), range: both("20 to 30", "20 ដល់ 30"), low: 1000,
            high: 1900),
          TornadoPlot.Factor(
            label: both("Show-up", "អត្រាចូលរួម"), range: both("", ""), low: 1600, high: 1400),
        ])))

  static let all = [
    people, groups, forest, items, options, information, flow, lineage, map, timetable, funnel, fan,
    tornado,
  ]
}
