import Curriculum
package import Document
import Source
import Text

extension Forecasting {
  /// Returns a forecast as a document, for a terminal, a page or a program.
  package static func document(for forecast: CascadeForecast) -> Document {
    ForecastDocument(forecast: forecast).document()
  }
}

/// Says in words, tables and pictures what a cascade may come to.
struct ForecastDocument {
  let forecast: CascadeForecast

  private typealias Words = ForecastMessages

  func document() -> Document {
    var blocks: [Document.Block] = [
      .paragraph(Words.introduction(forecast.runs, seed: forecast.seed))
    ]
    let guessed = forecast.shares.count { $0.basis.isAssumption || !$0.hasRange }
    if guessed > 0 {
      blocks.append(.note(.warning, Words.guessed(guessed, of: forecast.shares.count)))
    }
    blocks.append(.keyValues(totals()))
    blocks += [.heading(Words.generations), .table(generations())]
    if forecast.fan.count > 1 { blocks.append(.plot(fan())) }
    if !forecast.provinces.isEmpty {
      blocks += [.heading(Words.provinces), .table(provinces()), .plot(map())]
    }
    if !forecast.tornado.isEmpty {
      blocks += [.heading(Words.tornado), .paragraph(Words.tornadoExplained)]
      blocks += [.table(influences()), .plot(tornado())]
    }
    blocks += [.heading(Words.shares), .table(shares())]
    return Document(
      title: forecast.plan.title.isEmpty ? Words.title : Words.titled(forecast.plan.title),
      blocks: blocks)
  }

  private func totals() -> KeyValues {
    let total = forecast.total
    return KeyValues(
      id: "totals",
      items: [
        .init(key: "runs", title: Words.runs, value: .integer(forecast.runs)),
        .init(key: "seed", title: Words.seed, value: .integer(forecast.seed)),
        .init(key: "target", title: CascadeMessages.totalTarget, value: .integer(total.target)),
        .init(key: "reachP5", title: Words.low, value: .integer(total.reach.p5)),
        .init(key: "reachMedian", title: Words.median, value: .integer(total.reach.p50)),
        .init(key: "reachP95", title: Words.high, value: .integer(total.reach.p95)),
        .init(
          key: "reachMean", title: Words.mean, value: .number(total.reach.mean, digits: 1)),
        .init(
          key: "probabilityOfTarget", title: Words.meetsTarget,
          value: .number(total.meetsTarget, digits: 3)),
        .init(
          key: "probabilityOfEveryTarget", title: Words.meetsAll,
          value: .number(total.meetsAll, digits: 3)),
      ])
  }

  private static func cells(_ spread: CascadeForecast.Spread) -> [Table.Cell] {
    [spread.p5, spread.p25, spread.p50, spread.p75, spread.p95].map { .integer($0) }
  }

  private static let spreadColumns: [Table.Column] = [
    .init("p5", Words.p(5), .number), .init("p25", Words.p(25), .number),
    .init("p50", Words.median, .number), .init("p75", Words.p(75), .number),
    .init("p95", Words.p(95), .number),
  ]

  private func generations() -> Table {
    Table(
      id: "generations", caption: Words.generationsCaption,
      columns: [
        .init("generation", CascadeMessages.generation, .number),
        .init("title", CascadeMessages.who), .init("target", CascadeMessages.target, .number),
      ] + Self.spreadColumns + [
        .init("probability", Words.meetsTarget, .number), .init("lastDay", Words.lastDay),
        .init("classesMedian", Words.classes, .number),
        .init("competentMedian", Words.competent, .number),
        .init("content", Words.content, .number), .init("contentRange", Words.range, .interval),
        .init("keepsFloor", Words.keepsFloor, .number),
      ],
      rows: forecast.generations.map { generation in
        [
          .integer(generation.number), .localized(generation.title), .integer(generation.target),
        ] + Self.cells(generation.reach) + [
          .number(generation.meetsTarget, digits: 3),
          generation.lastDay.map { .text($0.text) } ?? .empty,
          .integer(generation.classes.p50),
          generation.competent.map { .integer($0.p50) } ?? .missing(Words.noPass),
          .number(generation.content?.median, digits: 2, orMissing: Words.noFidelity),
          generation.content.map { .interval(low: $0.low, high: $0.high, digits: 2) }
            ?? .missing(Words.noFidelity),
          .number(generation.keepsFloor, digits: 3, orMissing: Words.noFloor),
        ]
      }, footnotes: [Words.spreadExplained, Words.byItsDate])
  }

  private func provinces() -> Table {
    Table(
      id: "provinces", caption: Words.provincesCaption,
      columns: [
        .init("province", Words.province), .init("generation", CascadeMessages.generation, .number),
        .init("target", CascadeMessages.target, .number),
      ] + Self.spreadColumns + [.init("probability", Words.meetsTarget, .number)],
      rows: forecast.provinces.map { province in
        [
          .localized(Province.title(province.province)), .integer(province.generation),
          .integer(province.target),
        ] + Self.cells(province.reach) + [.number(province.meetsTarget, digits: 3)]
      })
  }

  private func fan() -> Plot {
    Plot(
      id: "fan", title: Words.fan,
      summary: Words.fanSummary(forecast.total.reach.p5, forecast.total.reach.p95),
      axis: CascadeMessages.people, digits: 0,
      content: .fan(
        FanPlot(
          points: forecast.fan.map { moment in
            let reach = moment.reach
            return FanPlot.Point(
              label: LocalizedText(same: moment.day.text),
              quantiles: [reach.p5, reach.p25, reach.p50, reach.p75, reach.p95].map(Double.init))
          }, target: Double(forecast.total.target), timeTitle: Words.day)))
  }

  /// The probability of the target of all generations of a province, by the last of them.
  private func map() -> Plot {
    var latest: [String: CascadeForecast.Province] = [:]
    for province in forecast.provinces { latest[province.province] = province }
    return Plot(
      id: "map", title: Words.map, summary: Words.mapSummary, axis: Words.percentAxis, digits: 0,
      content: .tileMap(
        TileMap(
          values: latest.values.sorted { $0.province < $1.province }.map {
            TileMap.Value(
              province: $0.province, value: 100 * $0.meetsTarget,
              isMarked: $0.meetsTarget < 0.5)
          })))
  }

  private func influences() -> Table {
    Table(
      id: "tornado", caption: Words.tornado,
      columns: [
        .init("share", Words.share), .init("kind", Words.kind),
        .init("generation", CascadeMessages.generation, .number),
        .init("low", Words.at(10), .number), .init("high", Words.at(90), .number),
        .init("reachAtLow", Words.reachAtLow, .number),
        .init("reachAtHigh", Words.reachAtHigh, .number), .init("span", Words.span, .number),
      ],
      rows: forecast.tornado.map { influence in
        [
          .localized(Words.name(influence.share)), .text(influence.share.kind.rawValue),
          influence.share.generation.map { .integer($0) } ?? .empty,
          .number(influence.low, digits: 2), .number(influence.high, digits: 2),
          .number(influence.reachAtLow, digits: 1), .number(influence.reachAtHigh, digits: 1),
          .number(influence.span, digits: 1),
        ]
      })
  }

  private func tornado() -> Plot {
    let shown = forecast.tornado.prefix(8)
    return Plot(
      id: "tornadoPlot", title: Words.tornado,
      summary: Words.tornadoSummary(shown.first.map { Words.name($0.share) }),
      axis: CascadeMessages.people, digits: 0,
      content: .tornado(
        TornadoPlot(
          base: forecast.total.reach.mean,
          factors: shown.map { influence in
            TornadoPlot.Factor(
              label: Words.name(influence.share),
              range: LocalizedText(
                same: NumberText.fixed(influence.low, digits: 2) + " – "
                  + NumberText.fixed(influence.high, digits: 2)),
              low: influence.reachAtLow, high: influence.reachAtHigh)
          })), table: "tornado")
  }

  private func shares() -> Table {
    Table(
      id: "shares", caption: Words.sharesCaption,
      columns: [
        .init("share", Words.share), .init("kind", Words.kind),
        .init("generation", CascadeMessages.generation, .number),
        .init("mean", Words.mean, .number), .init("weight", Words.weight, .number),
        .init("basis", CascadeMessages.basis), .init("range", Words.rangeBasis),
      ],
      rows: forecast.shares.map { share in
        [
          .localized(Words.name(share)), .text(share.kind.rawValue),
          share.generation.map { .integer($0) } ?? .empty, .number(share.mean, digits: 2),
          .number(share.weight, digits: 1), .localized(source(of: share.basis)),
          .localized(share.hasRange ? Words.given : Words.supposed),
        ]
      }, footnotes: [Words.weightExplained])
  }

  private func source(of basis: Basis) -> LocalizedText {
    switch basis {
    case .assumption: CascadeMessages.assumption
    case .source(let id): forecast.plan.source(id)?.title ?? LocalizedText(same: id)
    }
  }
}
