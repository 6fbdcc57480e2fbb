import Document
import Psychometrics
import Records
import Text

/// The change with and without those who took the two tests in different languages.
///
/// Where they are so few, or the others are, that the one figure would give the other away, only
/// everybody's is there.
struct LanguageSection {
  let study: PrePostStudy

  var blocks: [Document.Block] {
    let same = study.pairs.filter { $0.pre.language == $0.post.language }
    let changed = study.pairs.count - same.count
    guard changed > 0 else { return [] }
    let smallest = min(changed, same.count)
    guard smallest >= Suppression.minimum else {
      return [
        .heading(ReportingMessages.languageHeading),
        .paragraph(ReportingMessages.languageTooFew(changed, of: study.pairs.count)),
      ]
    }
    let others = study.pairs.filter { $0.pre.language != $0.post.language }
    let rows = [
      (ReportingMessages.everybody, study.change),
      (ReportingMessages.sameLanguage, Self.change(same)),
      (ReportingMessages.otherLanguage, Self.change(others)),
    ]
    // The first row is the headline; only the two parts are new questions.
    let adjusted = MultipleTests.holm(rows.dropFirst().map { $0.1.p.value })
    return [
      .heading(ReportingMessages.languageHeading),
      .paragraph(ReportingMessages.languageIntroduction),
      .table(
        Table(
          id: "languageChange", caption: ReportingMessages.languageCaption,
          columns: [Table.Column("group", ReportingMessages.people)]
            + ChangeCells.columns(isOneOfMany: true),
          rows: zip(rows, [study.change.p.value] + adjusted).map { row, p in
            [.localized(row.0)] + ChangeCells.cells(row.1, pAdjusted: .some(p))
          }, footnotes: ReportingMessages.changeFootnotes + [ReportingMessages.holmNote])),
    ]
  }

  private static func change(_ pairs: [MatchedPair]) -> PairedChange {
    PairedChange(pre: pairs.map(\.prePercent), post: pairs.map(\.postPercent))
  }
}
