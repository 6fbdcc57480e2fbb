import Document
import Psychometrics
import Records
import Text

/// How the forms were taken: what the difference between them is, and the change freed from it.
struct CrossoverSection {
  let study: PrePostStudy

  var blocks: [Document.Block] {
    guard let crossover = study.design.crossover(study.pairs), let forms = study.design.forms
    else { return [] }
    let a = study.input.content.formTitle(forms.a)
    let b = study.input.content.formTitle(forms.b)
    var blocks: [Document.Block] = [
      .heading(ReportingMessages.formsHeading),
      .paragraph(ReportingMessages.crossover(a, b)),
    ]
    blocks += lopsidedEvents.map { .note(.warning, ReportingMessages.lopsided($0)) }
    blocks.append(.table(table(crossover, a, b)))
    return blocks
  }

  private func table(_ crossover: Crossover, _ a: LocalizedText, _ b: LocalizedText) -> Table {
    let rows: [[Table.Cell]] = [
      order(a, b, crossover.countAB, first: true), order(b, a, crossover.countBA, first: false),
      row(ReportingMessages.adjustedGain, crossover.change),
      row(ReportingMessages.formDifference(a, b), crossover.formEffect),
    ]
    return Table(
      id: "crossover", caption: ReportingMessages.crossoverCaption,
      columns: [
        Table.Column("quantity", ReportingMessages.quantity),
        Table.Column("n", ReportingMessages.pairs, .number),
        Table.Column("estimate", ReportingMessages.points, .number),
        Table.Column("interval", ReportingMessages.interval, .interval),
        Table.Column("t", LocalizedText(same: "t"), .number),
        Table.Column("df", ReportingMessages.df, .number),
        Table.Column("p", LocalizedText(same: "p"), .number),
      ], rows: rows, footnotes: [ReportingMessages.crossoverNote])
  }

  /// Returns the row of one order of the forms: how many took it, and their mean gain.
  private func order(
    _ first: LocalizedText, _ second: LocalizedText, _ count: Int, first isAB: Bool
  ) -> [Table.Cell] {
    let forms = study.design.forms
    let pairs = study.pairs.filter { $0.pre.form == (isAB ? forms?.a : forms?.b) }
    let change = PairedChange(pre: pairs.map(\.prePercent), post: pairs.map(\.postPercent))
    let cells = ChangeCells.cells(change)
    return [
      .localized(ReportingMessages.order(first, second)), .integer(count),
      ChangeCells.number(change.gain, digits: 1), cells[4], cells[5], cells[6],
      cells[7],
    ]
  }

  private func row(_ title: LocalizedText, _ estimate: MeanEstimate) -> [Table.Cell] {
    [
      .localized(title), .integer(study.pairs.count),
      ChangeCells.number(estimate.estimate, digits: 1), ChangeCells.interval(estimate.interval),
      ChangeCells.number(estimate.t, digits: 2), ChangeCells.number(estimate.df, digits: 1),
      ChangeCells.probability(estimate.p),
    ]
  }

  /// The events where several people took the forms, but all in the same order: there, forms were
  /// not allotted by chance within the event.
  private var lopsidedEvents: [LocalizedText] {
    let events = Dictionary(grouping: study.pairs) { $0.event ?? "" }
    return events.sorted { $0.key < $1.key }
      .filter { $0.value.count >= 4 && Set($0.value.map(\.pre.form)).count == 1 }
      .map { $0.key.isEmpty ? ReportingMessages.noEvent : study.input.eventTitle($0.key) }
  }
}

/// In which orders the forms were taken; what a refused report shows in place of a change.
struct OrdersSection {
  let study: PrePostStudy

  var blocks: [Document.Block] {
    guard !study.pairs.isEmpty else { return [] }
    let orders = Dictionary(grouping: study.pairs) { [$0.pre.form, $0.post.form] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let title = study.input.content.formTitle
    return [
      .table(
        Table(
          id: "orders", caption: ReportingMessages.ordersCaption,
          columns: [
            Table.Column("preForm", ReportingMessages.preForm),
            Table.Column("postForm", ReportingMessages.postForm),
            Table.Column("n", ReportingMessages.pairs, .number),
          ],
          rows: orders.map { forms, pairs in
            [
              .localized(title(forms.first ?? "")), .localized(title(forms.last ?? "")),
              .integer(pairs.count),
            ]
          }))
    ]
  }
}
