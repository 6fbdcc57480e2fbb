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
    let modes = study.pairs.count { $0.pre.mode != $0.post.mode }
    if modes > 0 { blocks.append(.note(.info, ReportingMessages.changedMode(modes))) }
    blocks.append(.table(attempts))
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
    let people: [(String, LocalizedText, Int, [ScoredAttempt]?)] = [
      ("matched", ReportingMessages.matched, matching.pairs.count, matching.pairs.map(\.pre)),
      ("preOnly", ReportingMessages.preOnly, matching.preOnly.count, matching.preOnly),
      ("postOnly", ReportingMessages.postOnly, matching.postOnly.count, nil),
      ("unfinished", ReportingMessages.unfinishedOnly, matching.unfinishedOnly, nil),
      ("neverBegan", ReportingMessages.neverBegan, matching.neverBegan, nil),
    ]
    let isSmall = people.contains {
      $0.3.map { (1..<Suppression.minimum).contains($0.count) } ?? false
    }
    return Table(
      id: "attrition", caption: ReportingMessages.attritionCaption,
      columns: [
        Table.Column("who", ReportingMessages.people),
        Table.Column("key", ReportingMessages.key),
        Table.Column("n", ReportingMessages.numberOfPeople, .number),
        Table.Column("meanPre", ReportingMessages.meanPre, .number),
      ],
      rows: people.map { key, title, count, attempts in
        [
          .localized(title), .text(key), .integer(count),
          attempts.map { mean($0, isHeadline: key == "matched") } ?? .empty,
        ]
      }, footnotes: isSmall ? [ReportingMessages.attritionNote(Suppression.minimum)] : [])
  }

  /// Returns the mean percent of pre-tests; that of very few people would be their own results.
  private func mean(_ attempts: [ScoredAttempt], isHeadline: Bool) -> Table.Cell {
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
    let tallies = [Occasion.pre, .post].map { study.matching.tallies[$0] ?? Matching.Tally() }
    let sides = [study.pairs.map(\.pre), study.pairs.map(\.post)]
    var rows: [(String, LocalizedText, [Int])] = [
      ("counted", ReportingMessages.counted, tallies.map(\.counted)),
      ("retakes", ReportingMessages.retakes, tallies.map(\.retakes)),
      ("unfinished", ReportingMessages.unfinished, tallies.map(\.unfinished)),
      ("inPairs", ReportingMessages.inPairs, sides.map(\.count)),
    ]
    rows += AttemptMode.allCases.map { mode in
      (
        "mode-" + mode.rawValue, ReportingMessages.ofThese(ReportingMessages.mode(mode)),
        sides.map { $0.count { $0.mode == mode } }
      )
    }
    rows += Language.allCases.map { language in
      (
        "language-" + language.rawValue,
        ReportingMessages.ofThese(ReportingMessages.inLanguage(language)),
        sides.map { $0.count { $0.language == language } }
      )
    }
    return Table(
      id: "attempts", caption: ReportingMessages.attemptsCaption,
      columns: [
        Table.Column("what", ReportingMessages.attempts),
        Table.Column("key", ReportingMessages.key),
        Table.Column("pre", ReportingMessages.preTest, .number),
        Table.Column("post", ReportingMessages.postTest, .number),
      ],
      rows: rows.map { key, title, counts in
        [.localized(title), .text(key)] + counts.map { .integer($0) }
      }, footnotes: [ReportingMessages.firstCounts])
  }
}
