import Document
import Psychometrics
import Records
import Text

/// The change of everybody, in a sentence and in figures, with what may be concluded from it.
struct HeadlineSection {
  let study: PrePostStudy

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = [.heading(ReportingMessages.headlineHeading)]
    blocks += sentence.map { [.statement($0)] } ?? []
    blocks.append(.note(.info, ReportingMessages.changeOnly))
    blocks += warnings.map { .note(.warning, $0) }
    blocks.append(.table(table))
    return blocks
  }

  private var sentence: Statement? {
    guard let pre = study.change.meanPre.value, let post = study.change.meanPost.value,
      let gain = study.change.gain.value
    else { return nil }
    return ReportingMessages.headline(
      study.change.n, pre: pre, post: post, gain: gain, interval: study.change.interval.value)
  }

  private var warnings: [LocalizedText] {
    var warnings: [LocalizedText] = []
    let n = study.pairs.count
    if n < Suppression.minimum {
      warnings.append(ReportingMessages.singlePeople(n))
    } else if n < 10 {
      warnings.append(ReportingMessages.fewPeople(n))
    }
    if case .sameForm = study.design { warnings.append(ReportingMessages.sameForm) }
    if study.matching.repeatedPeople > 0 {
      warnings.append(ReportingMessages.repeatedPeople(study.matching.repeatedPeople))
    }
    if Set(study.pairs.map(\.event)).count > 1 { warnings.append(ReportingMessages.severalEvents) }
    return warnings
  }

  private var table: Table {
    let classGain = ClassGain(
      pre: study.pairs.map(\.prePercent), post: study.pairs.map(\.postPercent), maximum: 100)
    var cells: [Table.Cell] = [.localized(ReportingMessages.everybody)]
    cells += ChangeCells.cells(study.change)
    cells.append(ChangeCells.number(classGain.value, digits: 2))
    if let interval = classGain.interval.value {
      cells.append(.interval(low: interval.low, high: interval.high, digits: 2))
    } else {
      cells.append(ChangeCells.interval(classGain.interval))
    }
    return Table(
      id: "headline", caption: ReportingMessages.headlineCaption,
      columns: [Table.Column("group", ReportingMessages.people)]
        + ChangeCells.columns(isOneOfMany: false) + [
          Table.Column("classGain", ReportingMessages.classGain, .number),
          Table.Column("classGainInterval", ReportingMessages.classGainInterval, .interval),
        ],
      rows: [cells], footnotes: ReportingMessages.changeFootnotes + [ReportingMessages.classNote])
  }
}
