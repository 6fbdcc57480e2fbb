package import Document
import Curriculum
import Psychometrics
import Source
import Text

extension CascadeStatus {
  /// Returns a status as a document, for a terminal, a page or a program.
  package static func document(for report: CascadeStatusReport) -> Document {
    StatusDocument(report: report).document()
  }
}

/// Says in words, tables and pictures what happened in a cascade.
struct StatusDocument {
  let report: CascadeStatusReport

  private typealias Words = StatusMessages

  func document() -> Document {
    let input = report.input
    var blocks: [Document.Block] = [
      .paragraph(Words.introduction(input.events.count, input.date.text)),
      .heading(Words.plannedHeld), .table(generations()), .plot(funnel()),
      .heading(Words.dropOff), .table(dropOff()), .plot(stages()),
    ]
    if input.grouping == .province { blocks.append(.plot(map())) }
    blocks += [.heading(Words.learning), .note(.info, Words.noEffect)]
    blocks.append(
      .table(learning("learning", Words.learningCaption, report.learning, .generation)))
    if !report.groupLearning.isEmpty {
      blocks.append(
        .table(
          learning("learningByGroup", Words.groupCaption, report.groupLearning, input.grouping)))
    }
    blocks += [.heading(Words.decay)] + decay()
    blocks += [.heading(Words.trainers)] + trainers()
    blocks += [.heading(Words.fidelity), .keyValues(fidelity()), .paragraph(Words.observedShare)]
    blocks += [.heading(Words.support)] + support()
    blocks += [.heading(Words.lineage), .table(lineage())]
    if !report.descendants.isEmpty { blocks.append(.plot(tree())) }
    blocks.append(.heading(Words.findings))
    blocks += report.findings.isEmpty ? [.paragraph(Words.noFindings)] : [.table(findings())]
    return Document(
      title: input.plan.title.isEmpty ? Words.title : input.plan.title, blocks: blocks,
      isSynthetic: input.isSynthetic)
  }

  // MARK: Reach

  private func generations() -> Table {
    Table(
      id: "generations", caption: Words.plannedCaption,
      columns: [
        .init("generation", CascadeMessages.generation, .number),
        .init("target", CascadeMessages.target, .number),
        .init("classesNeeded", Words.classes, .number), .init("planned", Words.planned, .number),
        .init("held", Words.held, .number), .init("cancelled", Words.cancelled, .number),
        .init("reached", Words.reached, .number), .init("ofTarget", Words.ofTarget, .number),
      ],
      rows: report.generations.map { row in
        [
          .integer(row.number), row.target.map { .integer($0) } ?? .missing(Words.notPlanned),
          row.classes.map { .integer($0) } ?? .missing(Words.notPlanned), .integer(row.planned),
          .integer(row.held), .integer(row.cancelled), .integer(row.reach),
          .number(
            row.target.flatMap { $0 > 0 ? 100 * Double(row.reach) / Double($0) : nil }, digits: 1,
            orMissing: Words.notPlanned),
        ]
      })
  }

  private func funnel() -> Plot {
    let rows = report.generations.filter { $0.number > 0 }
    return Plot(
      id: "reach", title: Words.plannedHeld,
      summary: Words.reachSummary(
        rows.reduce(0) { $0 + $1.reach }, rows.reduce(0) { $0 + ($1.target ?? 0) }),
      axis: CascadeMessages.people, digits: 0,
      content: .funnel(
        FunnelPlot(
          stages: rows.map {
            .init(
              label: Words.generationName($0.number), value: Double($0.reach),
              planned: $0.target.map(Double.init))
          })))
  }

  private func name(_ group: String?, _ grouping: CascadeStatusReport.Grouping) -> LocalizedText {
    guard let group else { return Words.everybody }
    if group.isEmpty { return Words.unknown }
    switch grouping {
    case .generation: return Int(group).map(Words.generationName) ?? LocalizedText(same: group)
    case .province:
      return ProvinceGrid.tiles.first { $0.id == group }?.title ?? LocalizedText(same: group)
    case .sex: return LocalizedText(same: group)
    }
  }

  private func dropOff() -> Table {
    Table(
      id: "dropOff", caption: Words.dropOffCaption,
      columns: [
        .init("group", Words.group), .init("enrolled", Words.enrolled, .number),
        .init("attended", Words.attended, .number), .init("postTest", Words.tested, .number),
        .init("certified", Words.certified, .number),
      ],
      rows: report.dropOff.map { row in
        let counts = [row.enrolled, row.attended, row.tested, row.certified]
        return [.localized(name(row.group, report.input.grouping))]
          + counts.map { row.isHidden ? .missing(Words.tooFew) : .integer($0) }
      }, footnotes: [Words.hiddenNote])
  }

  private func stages() -> Plot {
    let all = report.dropOff[0]
    return Plot(
      id: "stages", title: Words.dropOff, summary: Words.hiddenNote, axis: CascadeMessages.people,
      digits: 0,
      content: .funnel(
        FunnelPlot(stages: [
          .init(label: Words.enrolled, value: Double(all.enrolled)),
          .init(label: Words.attended, value: Double(all.attended)),
          .init(label: Words.tested, value: Double(all.tested)),
          .init(label: Words.certified, value: Double(all.certified)),
        ])))
  }

  private func map() -> Plot {
    let known = Set(ProvinceGrid.tiles.map(\.id))
    return Plot(
      id: "provinces", title: Words.byProvince, summary: Words.provinceSummary,
      axis: CascadeMessages.people, digits: 0,
      content: .tileMap(
        TileMap(
          values: report.dropOff.compactMap { row in
            guard let group = row.group, known.contains(group) else { return nil }
            return .init(province: group, value: row.isHidden ? nil : Double(row.attended))
          })))
  }

  // MARK: Learning

  private func learning(
    _ id: String, _ caption: LocalizedText, _ rows: [CascadeStatusReport.Learning],
    _ grouping: CascadeStatusReport.Grouping
  ) -> Table {
    Table(
      id: id, caption: caption,
      columns: [
        .init("group", Words.group), .init("pairs", Words.pairs, .number),
        .init("events", Words.events, .number), .init("before", Words.before, .number),
        .init("after", Words.after, .number), .init("gain", Words.gain, .number),
        .init("interval", Words.interval, .interval), .init("overCut", Words.overCut, .number),
      ],
      rows: rows.map { row in
        let title = Table.Cell.localized(name(row.group, grouping))
        if row.isHidden {
          return [title] + [Table.Cell](repeating: .missing(Words.tooFew), count: 7)
        }
        let ends = row.gain.mean.interval.value
        return [
          title, .integer(row.people), .integer(row.gain.clusters),
          .number(row.before, digits: 1), .number(row.after, digits: 1),
          .number(row.after - row.before, digits: 1),
          ends.map { .interval(low: $0.low, high: $0.high, digits: 1) }
            ?? .missing(Words.noInterval),
          .number(
            row.judged >= CascadeStatusReport.fewest
              ? 100 * Double(row.over) / Double(row.judged) : nil, digits: 1,
            orMissing: row.judged == 0 ? Words.noCut : Words.tooFew),
        ]
      }, footnotes: [Words.fewClusters])
  }

  private func decay() -> [Document.Block] {
    switch report.decay {
    case .failure(let refusal): return [.note(.info, Words.refused(refusal))]
    case .success(let decay):
      let passed = KeyValues(
        id: "decay",
        items: [
          .init(
            key: "passed", title: ForecastMessages.name(.passed),
            value: .number(decay.passed, digits: 3)),
          .init(
            key: "interval", title: Words.interval,
            value: .interval(low: decay.interval.low, high: decay.interval.high, digits: 3)),
          .init(key: "pairs", title: Words.pairs, value: .integer(decay.people)),
          .init(key: "events", title: Words.events, value: .integer(decay.clusters)),
          .init(
            key: "generations", title: CascadeMessages.generations,
            value: .integer(decay.generations)),
        ])
      return [.keyValues(passed), .paragraph(Words.decayModel)]
    }
  }

  private func trainers() -> [Document.Block] {
    var blocks: [Document.Block] = []
    if !report.trainerEffects.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "trainers", caption: Words.trainersCaption,
            columns: [
              .init("trainer", Words.trainer), .init("events", Words.events, .number),
              .init("learners", Words.learners, .number),
              .init("observed", Words.observed, .number),
              .init("shrunken", Words.shrunken, .number),
              .init("interval", Words.interval, .interval), .init("kept", Words.kept, .number),
            ],
            rows: report.trainerEffects.map { row in
              [
                .text(row.trainer), .integer(row.events), .integer(row.people),
                .number(row.effect.observed, digits: 1), .number(row.effect.shrunken, digits: 1),
                .interval(
                  low: row.effect.interval.low, high: row.effect.interval.high, digits: 1),
                .number(row.effect.kept, digits: 2),
              ]
            }, footnotes: [Words.trainerModel])))
    }
    if !report.trainersWithFew.isEmpty {
      blocks.append(.note(.info, Words.few(report.trainersWithFew)))
    }
    return blocks.isEmpty ? [.paragraph(Words.noInterval)] : blocks
  }

  private func fidelity() -> KeyValues {
    let ends = report.fidelity.interval.value
    return KeyValues(
      id: "fidelity",
      items: [
        .init(key: "events", title: Words.events, value: .integer(report.fidelity.n)),
        .init(
          key: "pearson", title: LocalizedText(same: "Pearson r"),
          value: .number(
            report.fidelity.pearson.value, digits: 2, orMissing: Words.noCorrelation)),
        .init(
          key: "interval", title: Words.interval,
          value: ends.map { .interval(low: $0.low, high: $0.high, digits: 2) }
            ?? .missing(Words.noCorrelation)),
        .init(
          key: "spearman", title: LocalizedText(same: "Spearman ρ"),
          value: .number(
            report.fidelity.spearman.value, digits: 2, orMissing: Words.noCorrelation)),
      ])
  }

  // MARK: Support

  private func support() -> [Document.Block] {
    var blocks: [Document.Block] = [
      .table(
        Table(
          id: "certificates", caption: Words.endingCaption,
          columns: [
            .init("code", Words.code), .init("until", Words.until),
            .init("days", Words.daysLeft, .number),
          ],
          rows: report.endingCertificates.map {
            [.text($0.code), .text($0.until.text), .integer($0.days)]
          }))
    ]
    if let months = report.refreshAfter {
      blocks.append(.paragraph(Words.refresh(months)))
      blocks.append(
        .table(
          Table(
            id: "refreshers", caption: Words.refreshCaption,
            columns: [
              .init("code", Words.code), .init("last", Words.last),
              .init("months", Words.months, .number), .init("left", Words.left, .number),
            ],
            rows: report.refreshers.map {
              [
                .text($0.code), .text($0.last.text), .number($0.months, digits: 1),
                .number($0.left, digits: 2),
              ]
            })))
    } else {
      blocks.append(.note(.info, Words.noRefresh))
    }
    blocks.append(.paragraph(Words.lineages(report.lineagesSeen.enough, report.lineagesSeen.few)))
    if !report.weakLineages.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "weakLineages", caption: Words.weakCaption,
            columns: [
              .init("trainer", Words.trainer), .init("people", Words.people, .number),
              .init("share", Words.share, .number),
            ],
            rows: report.weakLineages.map {
              [.text($0.trainer), .integer($0.people), .number($0.share, digits: 2)]
            })))
    }
    return blocks
  }

  // MARK: Lineage

  private func lineage() -> Table {
    Table(
      id: "lineage", caption: Words.lineageCaption,
      columns: [
        .init("trainer", Words.trainer),
        .init("generation", CascadeMessages.generation, .number),
        .init("direct", Words.direct, .number), .init("all", Words.all, .number),
      ],
      rows: report.descendants.map { row in
        [
          .text(row.trainer),
          report.lineage.generations[row.trainer].map { .integer($0) } ?? .missing(Words.unknown),
          .integer(row.direct), .integer(row.all),
        ]
      })
  }

  private func tree() -> Plot {
    let shown = Set(report.descendants.map(\.trainer))
    let weak = Set(report.weakLineages.map(\.trainer))
    return Plot(
      id: "tree", title: Words.lineage, summary: Words.lineageSummary,
      axis: CascadeMessages.people, digits: 0,
      content: .lineage(
        LineageTree(
          nodes: report.descendants.map { row in
            LineageTree.Node(
              id: row.trainer,
              parent: report.lineage.trainers[row.trainer]?.filter { shown.contains($0) }.min(),
              label: LocalizedText(same: row.trainer),
              detail: Words.reachedBy(row.direct, row.all),
              needsAttention: weak.contains(row.trainer))
          }, attention: Words.belowFloor)))
  }

  private func findings() -> Table {
    Table(
      id: "findings", caption: Words.findings,
      columns: [
        .init("finding", Words.finding), .init("place", Words.place),
        .init("message", Words.message),
      ],
      rows: report.findings.map {
        [.text($0.code), .text($0.location.file), .localized($0.message)]
      })
  }
}
