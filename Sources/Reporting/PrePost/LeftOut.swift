import Assessment
import Document
import Records
import Text

/// The tests that were handed in and stand in no figure of a report, and why.
struct LeftOut: Sendable {
  private let matching: Matching
  private let rules: EvaluationRules

  init(_ matching: Matching, _ rules: EvaluationRules) {
    self.matching = matching
    self.rules = rules
  }

  /// The counts; nothing where every test that was handed in counts.
  var blocks: [Document.Block] {
    var blocks: [Document.Block] = table.map { [.table($0)] } ?? []
    if matching.forgottenPeople > 0 {
      blocks.append(.note(.info, ReportingMessages.forgotten(matching.forgottenPeople)))
    }
    if rules.includesLatePreTests {
      blocks.append(.note(.warning, ReportingMessages.latePreTestsIncluded))
    }
    return blocks
  }

  /// How many attempts were handed in and count in no figure, by the reason; `nil` for none.
  private var table: Table? {
    let occasions = [
      (Occasion.pre, ReportingMessages.preTest), (.post, ReportingMessages.postTest),
    ]
    let tallies = occasions.map { ($1, matching.tallies[$0] ?? Matching.Tally()) }
    guard tallies.contains(where: { $0.1.retakes > 0 || $0.1.hasExclusions }) else { return nil }
    return Table(
      id: "leftOut", caption: ReportingMessages.leftOutCaption,
      columns: [
        Table.Column("test", ReportingMessages.test),
        Table.Column("retakes", ReportingMessages.retakes, .number),
        Table.Column("afterTeaching", ReportingMessages.afterTeaching, .number),
        Table.Column("setAside", ReportingMessages.setAside, .number),
        Table.Column("declined", ReportingMessages.declined, .number),
      ],
      rows: tallies.map { title, tally in
        [
          .localized(title), .integer(tally.retakes), .integer(tally.afterTeaching),
          .integer(tally.setAside), .integer(tally.declined),
        ]
      }, footnotes: [ReportingMessages.firstCounts])
  }
}
