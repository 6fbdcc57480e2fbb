import Document
import Psychometrics
import Text

/// How many people stand at the ends of the test, where a change can no longer be seen.
struct EndsSection {
  let study: PrePostStudy

  /// Above such a share of people at one end, the report warns.
  static let warningShare = 0.15

  var blocks: [Document.Block] {
    let pre = EndShares(study.pairs.map(\.prePercent), maximum: 100)
    let post = EndShares(study.pairs.map(\.postPercent), maximum: 100)
    var blocks: [Document.Block] = [.heading(ReportingMessages.endsHeading)]
    for (occasion, shares) in [
      (ReportingMessages.preTest, pre), (ReportingMessages.postTest, post),
    ] {
      if let share = shares.ceiling.value, share > Self.warningShare {
        blocks.append(.note(.warning, ReportingMessages.ceiling(occasion, percent: 100 * share)))
      }
      if let share = shares.floor.value, share > Self.warningShare {
        blocks.append(.note(.warning, ReportingMessages.floor(occasion, percent: 100 * share)))
      }
    }
    blocks.append(
      .table(
        Table(
          id: "ends", caption: ReportingMessages.endsCaption,
          columns: [
            Table.Column("occasion", ReportingMessages.test),
            Table.Column("n", ReportingMessages.people, .number),
            Table.Column("floor", ReportingMessages.atFloor, .number),
            Table.Column("ceiling", ReportingMessages.atCeiling, .number),
          ],
          rows: [
            row(ReportingMessages.preTest, pre), row(ReportingMessages.postTest, post),
          ])))
    return blocks
  }

  private func row(_ occasion: LocalizedText, _ shares: EndShares) -> [Table.Cell] {
    [
      .localized(occasion), .integer(study.pairs.count),
      ChangeCells.number(shares.floor.map { 100 * $0 }, digits: 1),
      ChangeCells.number(shares.ceiling.map { 100 * $0 }, digits: 1),
    ]
  }
}
