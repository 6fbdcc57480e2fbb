package import Document
import Psychometrics
import Text

extension ChangeResult {
  struct Note {
    var kind: Document.NoteKind
    var text: LocalizedText
  }

  /// What a reader must know before believing a figure.
  var notes: [Note] {
    var notes: [Note] = []
    func warn(_ text: LocalizedText) { notes.append(Note(kind: .warning, text: text)) }
    let whole = overall ?? groups.first
    if hasTooManyGroups { warn(ChangeWords.tooManyGroups) }
    if preOnly + postOnly > 0 {
      warn(ChangeWords.unmatched(preOnly: preOnly, postOnly: postOnly, of: rowCount))
    }
    if let p = attrition.difference.p.value, p < 0.05,
      let difference = attrition.difference.estimate.value
    {
      warn(ChangeWords.attrition(weakerLeft: difference > 0))
    }
    if matched < Self.fewPairs { warn(ChangeWords.fewPairs(matched)) }
    let small = groups.count { $0.change.n < Self.fewPairs }
    if overall != nil, small > 0 { warn(ChangeWords.smallGroups(small, of: groups.count)) }
    // The highest that was seen is somebody's: one person there is no ceiling.
    let fewest = max(0.1, isMaximumGiven ? 0 : 1.5 / Double(max(1, matched)))
    if let share = whole?.endsPost.ceiling.value, share >= fewest {
      warn(ChangeWords.ceiling(share, isBefore: false))
    }
    if let share = whole?.endsPre.ceiling.value, share >= fewest {
      warn(ChangeWords.ceiling(share, isBefore: true))
    }
    if let share = whole?.endsPre.floor.value, share >= max(0.1, 1.5 / Double(max(1, matched))) {
      warn(ChangeWords.floor(share))
    }
    if let clustered = whole?.clustered {
      if clustered.clusters < ClusteredMean.fewest {
        warn(ChangeWords.fewClusters(clustered.clusters))
      } else {
        notes.append(Note(kind: .info, text: ChangeWords.clusters(clustered.clusters)))
      }
    }
    if covariance?.groups.reason == .slopesDiffer { warn(ChangeWords.slopesDiffer) }
    if forms.count > 1 {
      let counts = forms.map(\.change.change.n)
      if let low = counts.min(), let high = counts.max(), 3 * low < 2 * high {
        warn(ChangeWords.unbalancedForms)
      }
    }
    if let switched = otherLanguage, switched.change.n > 0 {
      warn(ChangeWords.switchers(switched.change.n))
    }
    if !isMaximumGiven, matched > 0 {
      notes.append(Note(kind: .info, text: ChangeWords.maximum(maximum)))
    }
    notes.append(Note(kind: .info, text: ChangeWords.changeOnly))
    return notes
  }

  /// The figures for people.
  package var document: Document {
    var blocks: [Document.Block] = []
    if let whole = overall ?? groups.first {
      blocks.append(.paragraph(ChangeWords.headline(whole.change)))
      if let clustered = whole.clustered, let ends = clustered.mean.interval.value {
        blocks.append(.paragraph(ChangeWords.clusteredHeadline(ends, clustered.clusters)))
      }
      if let cut = whole.cut, let score = request.cut {
        blocks.append(.paragraph(ChangeWords.cut(score, cut)))
      }
      if let reliable = whole.reliable, reliable.smallest.value != nil {
        blocks.append(.paragraph(ChangeWords.reliable(reliable)))
      }
    }
    blocks += notes.map { .note($0.kind, $0.text) }
    blocks.append(.table(people))
    blocks.append(.table(table(groups + (overall.map { [$0] } ?? []))))
    if groups.count > 1 { blocks.append(.plot(plot)) }
    if !attrition.levels.isEmpty, preOnly > 0 { blocks.append(.table(attritionTable)) }
    if !forms.isEmpty {
      blocks.append(
        .table(rows("forms", ChangeWords.formsCaption, forms.map { ($0.name, $0.change) })))
    }
    if let sameLanguage, let otherLanguage {
      blocks.append(
        .table(
          rows(
            "languages", ChangeWords.languagesCaption,
            [("same", sameLanguage), ("switched", otherLanguage)])))
    }
    return Document(title: ChangeWords.title, blocks: blocks)
  }

  private func label(_ group: Group) -> LocalizedText {
    guard !group.values.isEmpty else { return ChangeWords.everybody }
    let parts = group.values.map {
      $0.isEmpty ? ChangeWords.notStated : LocalizedText(same: $0)
    }
    return LocalizedText(
      en: parts.map(\.en).joined(separator: ", "), km: parts.map(\.km).joined(separator: ", "))
  }

  private var people: Table {
    let rows: [(String, LocalizedText, Int)] = [
      ("matched", ChangeWords.matched, matched), ("preOnly", ChangeWords.preOnly, preOnly),
      ("postOnly", ChangeWords.postOnly, postOnly), ("neither", ChangeWords.neither, neither),
    ]
    return Table(
      id: "people", caption: ChangeWords.peopleCaption,
      columns: [
        .init("which", ChangeWords.who), .init("people", ChangeWords.people, .number),
      ], rows: rows.map { [.localized($0.1), .integer($0.2)] })
  }

  private func table(_ groups: [Group]) -> Table {
    let hasClusters = groups.contains { $0.clustered != nil }
    var columns: [Table.Column] = [
      .init("group", ChangeWords.group), .init("n", ChangeWords.pairs, .number),
      .init("meanPre", ChangeWords.meanPre, .number),
      .init("meanPost", ChangeWords.meanPost, .number), .init("gain", ChangeWords.gain, .number),
      .init("interval", ChangeWords.interval, .interval),
    ]
    if hasClusters {
      columns.append(.init("clusteredInterval", ChangeWords.clusteredInterval, .interval))
    }
    columns += [
      .init("t", LocalizedText(same: "t"), .number), .init("df", ChangeWords.df, .number),
      .init("p", LocalizedText(same: "p"), .number),
      .init("pAdjusted", ChangeWords.pAdjusted, .number),
      .init("wilcoxonP", ChangeWords.wilcoxonP, .number),
      .init("hedgesG", ChangeWords.hedgesG, .number),
      .init("classGain", ChangeWords.classGain, .number),
      .init("classGainInterval", ChangeWords.classGainInterval, .interval),
      .init("bootstrapInterval", ChangeWords.bootstrapInterval, .interval),
    ]
    return Table(
      id: "groups", caption: ChangeWords.groupsCaption, columns: columns,
      rows: groups.map { cells($0, hasClusters: hasClusters) },
      footnotes: ChangeWords.footnotes(draws: request.draws, seed: request.seed))
  }

  private func cells(_ group: Group, hasClusters: Bool) -> [Table.Cell] {
    let change = group.change
    var cells: [Table.Cell] = [
      .localized(label(group)), .integer(change.n), FigureCell.number(change.meanPre, 2),
      FigureCell.number(change.meanPost, 2), FigureCell.number(change.gain, 2),
      FigureCell.interval(change.interval, 2),
    ]
    if hasClusters {
      cells.append(
        FigureCell.interval(
          group.clustered?.mean.interval ?? .undefined(.tooFewClusters), 2))
    }
    cells += [
      FigureCell.number(change.t, 2), .integer(change.df), FigureCell.probability(change.p),
    ]
    if let adjusted = group.pAdjusted {
      cells.append(.probability(adjusted))
    } else {
      cells.append(.empty)
    }
    cells += [
      FigureCell.probability(change.signedRank.map(\.p)), FigureCell.number(change.hedgesG, 2),
      FigureCell.number(group.classGain.value, 2),
      FigureCell.interval(group.classGain.interval, 2),
    ]
    if let resampling = group.resampling {
      cells.append(FigureCell.interval(resampling.percentile, 2))
    } else {
      cells.append(.empty)
    }
    return cells
  }

  private func rows(
    _ id: String, _ caption: LocalizedText, _ rows: [(name: String, change: Group)]
  ) -> Table {
    Table(
      id: id, caption: caption,
      columns: [
        .init("name", ChangeWords.group), .init("n", ChangeWords.pairs, .number),
        .init("gain", ChangeWords.gain, .number),
        .init("interval", ChangeWords.interval, .interval),
        .init("p", LocalizedText(same: "p"), .number),
      ],
      rows: rows.map { row in
        [
          id == "languages"
            ? .localized(row.name == "same" ? ChangeWords.same : ChangeWords.switched)
            : .text(row.name),
          .integer(row.change.change.n), FigureCell.number(row.change.change.gain, 2),
          FigureCell.interval(row.change.change.interval, 2),
          FigureCell.probability(row.change.change.p),
        ]
      })
  }

  private var plot: Plot {
    Plot(
      id: "gains", title: ChangeWords.plotTitle, summary: ChangeWords.plotSummary,
      axis: ChangeWords.gain, digits: 1,
      content: .intervals(
        (groups + (overall.map { [$0] } ?? [])).compactMap { group in
          guard let gain = group.change.gain.value else { return nil }
          let ends = group.clustered?.mean.interval.value ?? group.change.interval.value
          return Plot.Interval(
            label: label(group), value: gain, low: ends?.low, high: ends?.high)
        }))
  }

  private var attritionTable: Table {
    Table(
      id: "attrition", caption: ChangeWords.attritionCaption,
      columns: [
        .init("level", ChangeWords.level), .init("n", ChangeWords.people, .number),
        .init("lost", ChangeWords.lost, .number), .init("share", ChangeWords.lostShare, .number),
        .init("interval", ChangeWords.interval, .interval),
      ],
      rows: attrition.levels.map { level in
        let (low, high) = (Say.number(level.low, 1), Say.number(level.high, 1))
        return [
          .localized(
            LocalizedText(en: "\(low.en) to \(high.en)", km: "ពី \(low.km) ដល់ \(high.km)")),
          .integer(level.n), .integer(level.lost.count),
          FigureCell.number(level.lost.value.map { 100 * $0 }, 1),
          FigureCell.interval(
            level.lost.interval.map {
              ConfidenceInterval(low: 100 * $0.low, high: 100 * $0.high)
            }, 1),
        ]
      })
  }
}
