import Assessment
import Document
import Psychometrics
import Records
import Text

/// Who is in the report and who is not, and what became of every attempt.
struct PeopleSection {
  let study: PrePostStudy

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = [
      .heading(ReportingMessages.peopleHeading), .table(attrition),
    ]
    blocks += comparison
    let changed = study.pairs.count { $0.pre.language != $0.post.language }
    if changed > 0 { blocks.append(.note(.warning, ReportingMessages.changedLanguage(changed))) }
    let changedModes = study.pairs.count { $0.pre.mode != $0.post.mode }
    if changedModes > 0 {
      blocks.append(.note(.info, ReportingMessages.changedMode(changedModes)))
    }
    blocks.append(.table(attempts))
    if !study.pairs.isEmpty { blocks.append(.table(modes)) }
    let others = (study.matching.followUps, study.matching.practices)
    if others != (0, 0) {
      blocks.append(
        .paragraph(ReportingMessages.otherOccasions(followUps: others.0, practices: others.1)))
    }
    return blocks
  }

  // MARK: Attrition

  private var attrition: Table {
    let matching = study.matching
    let columns: [(String, LocalizedText, Int, Table.Cell)] = [
      (
        "matched", ReportingMessages.matched, matching.pairs.count,
        mean(matching.pairs.map(\.pre), isHeadline: true)
      ),
      ("preOnly", ReportingMessages.preOnly, matching.preOnly.count, mean(matching.preOnly)),
      ("postOnly", ReportingMessages.postOnly, matching.postOnly.count, .empty),
      ("unfinished", ReportingMessages.unfinishedOnly, matching.unfinishedOnly, .empty),
      ("excludedOnly", ReportingMessages.excludedOnly, matching.excludedOnly, .empty),
      ("neverBegan", ReportingMessages.neverBegan, matching.neverBegan, .empty),
    ]
    let isSmall = (1..<Suppression.minimum).contains(matching.preOnly.count)
    return Table(
      id: "attrition", caption: ReportingMessages.attritionCaption,
      columns: [Table.Column("what", ReportingMessages.quantity)]
        + columns.map { Table.Column($0.0, $0.1, .number) },
      rows: [
        [.localized(ReportingMessages.numberOfPeople)] + columns.map { .integer($0.2) },
        [.localized(ReportingMessages.meanPre)] + columns.map(\.3),
      ], footnotes: isSmall ? [ReportingMessages.attritionNote(Suppression.minimum)] : [])
  }

  /// Returns the mean percent of pre-tests; that of very few people would be their own results.
  private func mean(_ attempts: [ScoredAttempt], isHeadline: Bool = false) -> Table.Cell {
    guard !attempts.isEmpty else { return .empty }
    guard isHeadline || attempts.count >= Suppression.minimum else {
      return .missing(ReportingMessages.tooFewPeople(Suppression.minimum))
    }
    let scores = attempts.map(\.percent)
    return ChangeCells.number(PairedChange(pre: scores, post: scores).meanPre, digits: 1)
  }

  /// Says how those who left began, beside those who stayed.
  private var comparison: [Document.Block] {
    let left = study.matching.preOnly.map(\.percent)
    guard left.count >= Suppression.minimum, !study.pairs.isEmpty else { return [] }
    let difference = IndependentGroups.difference(study.pairs.map(\.prePercent), left)
    guard let value = difference.estimate.value else { return [] }
    let interval = difference.interval.value
    let isClear = interval.map { $0.low > 0 || $0.high < 0 } ?? false
    let text = ReportingMessages.leavers(value, interval: interval)
    return isClear
      ? [.note(.warning, text), .note(.warning, ReportingMessages.leaversDiffer)]
      : [.paragraph(text)]
  }

  // MARK: Attempts

  private var attempts: Table {
    Table(
      id: "attempts", caption: ReportingMessages.attemptsCaption,
      columns: [
        Table.Column("test", ReportingMessages.test),
        Table.Column("counted", ReportingMessages.counted, .number),
        Table.Column("retakes", ReportingMessages.retakes, .number),
        Table.Column("awaiting", ReportingMessages.awaiting, .number),
        Table.Column("unfinished", ReportingMessages.unfinished, .number),
        Table.Column("afterTeaching", ReportingMessages.afterTeaching, .number),
        Table.Column("setAside", ReportingMessages.setAside, .number),
        Table.Column("declined", ReportingMessages.declined, .number),
        Table.Column("inPairs", ReportingMessages.inPairs, .number),
      ],
      rows: Self.tests.map { occasion, title in
        let tally = study.matching.tallies[occasion] ?? Matching.Tally()
        return [
          .localized(title), .integer(tally.counted), .integer(tally.retakes),
          .integer(tally.awaiting), .integer(tally.unfinished), .integer(tally.afterTeaching),
          .integer(tally.setAside), .integer(tally.declined), .integer(study.pairs.count),
        ]
      }, footnotes: [ReportingMessages.firstCounts])
  }

  private var modes: Table {
    Table(
      id: "modes", caption: ReportingMessages.modesCaption,
      columns: [Table.Column("test", ReportingMessages.test)]
        + AttemptMode.allCases.map {
          Table.Column($0.rawValue, ReportingMessages.mode($0), .number)
        }
        + Language.allCases.map {
          Table.Column($0.rawValue, ReportingMessages.inLanguage($0), .number)
        },
      rows: Self.tests.map { occasion, title in
        let taken = study.pairs.map { occasion == .pre ? $0.pre : $0.post }
        return [.localized(title)]
          + AttemptMode.allCases.map { mode in .integer(taken.count { $0.mode == mode }) }
          + Language.allCases.map { language in
            .integer(taken.count { $0.language == language })
          }
      })
  }

  private static let tests = [
    (Occasion.pre, ReportingMessages.preTest), (.post, ReportingMessages.postTest),
  ]
}
