import Document
import Psychometrics
import Records
import Text

/// The change of groups of the same people, with the small ones hidden, and its pictures.
struct GroupsSection {
  let study: PrePostStudy
  let attributes: [Grouping]

  private struct Row {
    var group: PeopleGroup
    var verdict: Suppression.Verdict
    var crossover: Crossover?
    var allowsRawGain: Bool
    var pAdjusted: Double?
    var title: LocalizedText {
      LocalizedText(
        en: group.titles.map(\.en).joined(separator: ", "),
        km: group.titles.map(\.km).joined(separator: ", "))
    }
  }

  /// Whether rows also show the gain freed from the forms; not where forms make the rows.
  private var isAdjusted: Bool { study.design.forms != nil && !attributes.contains(.form) }

  var blocks: [Document.Block] {
    guard !attributes.isEmpty else { return individuals.map { [.plot($0)] } ?? [] }
    let rows = self.rows
    var blocks: [Document.Block] = [
      .heading(ReportingMessages.groupsHeading(attributes)), .table(table(rows)),
    ]
    let shown = rows.filter { $0.verdict == .shown }
    if !shown.isEmpty { blocks += [.plot(slopes(shown)), .plot(changes(shown))] }
    return blocks
  }

  private var rows: [Row] {
    let groups = PeopleGrouping(attributes: attributes, input: study.input).groups(study.pairs)
    let verdicts = Suppression.verdicts(groups.map { ($0.values, $0.people) })
    var rows = zip(groups, verdicts).map { group, verdict in
      Row(
        group: group, verdict: verdict,
        crossover: isAdjusted ? study.design.crossover(group.pairs) : nil,
        allowsRawGain: !isAdjusted || study.design.allowsRawGain(group.pairs))
    }
    // Only what the table shows is a question it asks.
    let adjusted = MultipleTests.holm(
      rows.map { $0.verdict == .shown && $0.allowsRawGain ? $0.group.change.p.value : nil })
    for place in rows.indices { rows[place].pAdjusted = adjusted[place] }
    return rows
  }

  // MARK: Table

  private func table(_ rows: [Row]) -> Table {
    var columns = attributes.map {
      Table.Column($0.rawValue, ReportingMessages.grouping($0))
    }
    columns += ChangeCells.columns(isOneOfMany: true)
    if isAdjusted {
      columns.insert(
        contentsOf: [
          Table.Column("adjustedGain", ReportingMessages.adjustedGainShort, .number),
          Table.Column("adjustedInterval", ReportingMessages.adjustedInterval, .interval),
        ], at: adjustedPlace)
    }
    var footnotes = ReportingMessages.changeFootnotes + [ReportingMessages.holmNote]
    if isAdjusted { footnotes.append(ReportingMessages.adjustedNote) }
    if attributes.contains(.form), study.design.forms != nil {
      footnotes.append(ReportingMessages.byFormNote)
    }
    if rows.contains(where: { $0.verdict != .shown }) {
      footnotes.append(ReportingMessages.suppressionNote(Suppression.minimum))
    }
    return Table(
      id: "groups", caption: ReportingMessages.groupsCaption(attributes), columns: columns,
      rows: rows.map(cells), footnotes: footnotes)
  }

  private func cells(_ row: Row) -> [Table.Cell] {
    var cells = row.group.titles.map { Table.Cell.localized($0) }
    cells += ChangeCells.cells(row.group.change, scope(row), pAdjusted: .some(row.pAdjusted))
    guard isAdjusted else { return cells }
    var adjusted: [Table.Cell] = [.empty, .empty]
    if row.verdict == .shown, let change = row.crossover?.change {
      adjusted = [
        ChangeCells.number(change.estimate, digits: 1), ChangeCells.interval(change.interval),
      ]
    }
    cells.insert(contentsOf: adjusted, at: adjustedPlace)
    return cells
  }

  /// The gain freed from the forms stands right after the raw gain and its interval.
  private var adjustedPlace: Int { attributes.count + 5 }

  private func scope(_ row: Row) -> ChangeCells.Scope {
    guard row.verdict == .shown else { return .hidden(hiddenReason(row.verdict)) }
    return row.allowsRawGain ? .whole : .meansOnly(ReportingMessages.groupOutOfBalance)
  }

  private func hiddenReason(_ verdict: Suppression.Verdict) -> LocalizedText {
    verdict == .tooFew
      ? ReportingMessages.tooFewPeople(Suppression.minimum) : ReportingMessages.complementary
  }

  // MARK: Plots

  /// Up to so many groups, their lines can be told apart between two axes.
  private static let mostSlopes = 12

  private func slopes(_ rows: [Row]) -> Plot {
    let lines = rows.compactMap { row in
      slope(row.title, row.group.change).map {
        SlopeGraph.Line(
          label: $0.label, first: $0.first, second: $0.second, count: row.group.change.n)
      }
    }
    let content: Plot.Content =
      lines.count <= Self.mostSlopes
      ? .slopeGraph(graph(lines, mean: nil))
      : .slopes(
        lines.map { Plot.Slope(label: $0.label, first: $0.first, second: $0.second) },
        first: ReportingMessages.preTest, second: ReportingMessages.postTest)
    var plot = plot(
      content, ReportingMessages.slopesTitle, ReportingMessages.groupSlopesSummary)
    plot.table = "groups"
    return plot
  }

  /// The changes with their intervals: of provinces with the weight of their people, else plain.
  private func changes(_ rows: [Row]) -> Plot {
    let everybody = interval(ReportingMessages.everybody, study.change, study.crossover)
    let title =
      isAdjusted ? ReportingMessages.adjustedPlotTitle : ReportingMessages.changePlotTitle
    var plot: Plot
    if attributes.contains(.province) {
      let group = { (interval: Plot.Interval, count: Int) in
        ForestPlot.Group(
          label: interval.label, count: count, value: interval.value, low: interval.low,
          high: interval.high)
      }
      plot = Plot(
        id: "groupChanges", title: title, summary: ReportingMessages.intervalsSummary,
        axis: ReportingMessages.pointsAxis,
        content: .forest(
          ForestPlot(
            groups: rows.compactMap { row in
              interval(row.title, row.group.change, row.crossover).map {
                group($0, row.group.change.n)
              }
            }, summary: everybody.map { group($0, study.change.n) })))
    } else {
      plot = ChangePlots.intervals(
        id: "groupChanges", title: title,
        ([everybody] + rows.map { interval($0.title, $0.group.change, $0.crossover) })
          .compactMap(\.self))
    }
    plot.table = "groups"
    return plot
  }

  private func graph(_ lines: [SlopeGraph.Line], mean: SlopeGraph.Line?) -> SlopeGraph {
    SlopeGraph(
      first: ReportingMessages.preTest, second: ReportingMessages.postTest, slopes: lines,
      mean: mean, ends: mean == nil ? nil : [0, 100])
  }

  private func interval(
    _ title: LocalizedText, _ change: PairedChange, _ crossover: Crossover?
  ) -> Plot.Interval? {
    let freed = isAdjusted ? crossover?.change : nil
    guard let value = isAdjusted ? freed?.estimate.value : change.gain.value else { return nil }
    let ends = isAdjusted ? freed?.interval.value : change.interval.value
    return Plot.Interval(label: title, value: value, low: ends?.low, high: ends?.high)
  }

  private func slope(_ title: LocalizedText, _ change: PairedChange) -> Plot.Slope? {
    guard let pre = change.meanPre.value, let post = change.meanPost.value else { return nil }
    return Plot.Slope(label: title, first: pre, second: post)
  }

  private func plot(
    _ content: Plot.Content, _ title: LocalizedText, _ summary: LocalizedText
  ) -> Plot {
    Plot(
      id: "slopes", title: title, summary: summary, axis: ReportingMessages.percentAxis,
      content: content)
  }

  /// Each person's line, without a code; people with the same two scores share one.
  ///
  /// Left out for so few people that a line would name its person, and for more than fit a page.
  private var individuals: Plot? {
    guard study.pairs.count <= 60,
      Set(study.pairs.map(\.pre.code)).count >= Suppression.minimum
    else { return nil }
    let lines = Dictionary(grouping: study.pairs) { [$0.prePercent, $0.postPercent] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let slopes = lines.map { scores, pairs in
      SlopeGraph.Line(
        label: LocalizedText(same: ""), first: scores.first ?? 0, second: scores.last ?? 0,
        count: pairs.count)
    }
    let mean = slope(ReportingMessages.meanOfAll, study.change).map {
      SlopeGraph.Line(
        label: $0.label, first: $0.first, second: $0.second, count: study.change.n)
    }
    return plot(
      .slopeGraph(graph(slopes, mean: mean)), ReportingMessages.individualsTitle,
      ReportingMessages.individualsSummary(
        up: study.pairs.count { $0.change > 0 }, same: study.pairs.count { $0.change == 0 },
        down: study.pairs.count { $0.change < 0 }))
  }
}

extension PrePostStudy {
  /// The change of everybody freed from the forms, where there are two.
  var crossover: Crossover? { design.crossover(pairs) }
}

/// Pictures of changes.
enum ChangePlots {
  /// Returns a picture of changes with their intervals.
  static func intervals(
    id: String, title: LocalizedText, _ intervals: [Plot.Interval]
  ) -> Plot {
    Plot(
      id: id, title: title, summary: ReportingMessages.intervalsSummary,
      axis: ReportingMessages.pointsAxis, content: .intervals(intervals))
  }
}
