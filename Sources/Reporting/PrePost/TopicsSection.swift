import Assessment
import Document
import Psychometrics
import Records
import Text

/// The change of the same people in the questions of each competency or module.
struct TopicsSection {
  let study: PrePostStudy
  let kind: Grouping

  var blocks: [Document.Block] {
    let topics = kind == .competency ? content.competencies : content.modules
    let scores = TopicScores(topics: topics) { item in
      kind == .competency
        ? content.questions[item]?.competency : content.questions[item]?.module
    }
    let changes = scores.changes(study.pairs, forms: study.forms)
    var blocks: [Document.Block] = [
      .heading(ReportingMessages.groupsHeading([kind])),
      .paragraph(ReportingMessages.topicsIntroduction),
    ]
    let few = changes.filter { $0.isMeasured && $0.hasFewQuestions }
    if !few.isEmpty {
      blocks.append(
        .note(
          .warning,
          ReportingMessages.fewQuestions(
            few.map(\.topic.title), minimum: TopicChange.minimumQuestions)))
    }
    if unknownQuestions > 0 {
      blocks.append(.note(.warning, ReportingMessages.unknownQuestions(unknownQuestions)))
    }
    blocks.append(.table(table(changes)))
    let points = changes.compactMap(interval)
    if !points.isEmpty {
      blocks.append(
        .plot(
          ChangePlots.intervals(
            id: kind == .competency ? "competencyChanges" : "moduleChanges",
            title: ReportingMessages.topicPlotTitle(kind), points)))
    }
    return blocks
  }

  private var content: TestContent { study.input.content }

  /// How many questions of the counted tests the curriculum does not know, or cannot place.
  private var unknownQuestions: Int {
    let items = study.pairs.flatMap { $0.pre.outcomes + $0.post.outcomes }.map(\.item)
    return Set(items).count { content.questions[$0]?.module == nil }
  }

  private func table(_ changes: [TopicChange]) -> Table {
    let adjusted = MultipleTests.holm(
      changes.map { $0.hasFewQuestions ? nil : $0.change?.p.value })
    var columns = [
      Table.Column(kind.rawValue, ReportingMessages.grouping(kind)),
      Table.Column("id", ReportingMessages.id),
    ]
    columns += zip(["questionsA", "questionsB"], study.forms).map { key, form in
      Table.Column(key, ReportingMessages.questions(on: content.formTitle(form)), .number)
    }
    columns += ChangeCells.columns(isOneOfMany: true)
    return Table(
      id: kind == .competency ? "competencies" : "modules",
      caption: ReportingMessages.groupsCaption([kind]), columns: columns,
      rows: zip(changes, adjusted).map { cells($0, pAdjusted: $1) },
      footnotes: ReportingMessages.changeFootnotes + [ReportingMessages.holmNote])
  }

  private func cells(_ topic: TopicChange, pAdjusted: Double?) -> [Table.Cell] {
    var cells: [Table.Cell] = [.localized(topic.topic.title), .text(topic.topic.id)]
    cells += topic.questions.map { .integer($0) }
    guard let change = topic.change else {
      let reason =
        topic.isMeasured ? ReportingMessages.notOnBothForms : ReportingMessages.notMeasured
      return cells
        + ChangeCells.cells(study.change, .hidden(reason), pAdjusted: .some(nil))
    }
    let scope: ChangeCells.Scope =
      topic.hasFewQuestions
      ? .pointsOnly(ReportingMessages.tooFewQuestions(TopicChange.minimumQuestions)) : .whole
    return cells + ChangeCells.cells(change, scope, pAdjusted: .some(pAdjusted))
  }

  private func interval(_ topic: TopicChange) -> Plot.Interval? {
    guard !topic.hasFewQuestions, let change = topic.change, let value = change.gain.value
    else { return nil }
    return Plot.Interval(
      label: topic.topic.title, value: value, low: change.interval.value?.low,
      high: change.interval.value?.high)
  }
}
