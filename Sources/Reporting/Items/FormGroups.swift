import Assessment
import Document
import Psychometrics
import Records
import Text

/// The points of a form's people by what the people have in common.
struct FormGroups: Sendable {
  private let form: FormAnalysis
  private let attributes: [Grouping]
  private let groups: [Group]
  private let id: String
  private let title: LocalizedText

  /// Some of the people of the form, by their rows.
  private struct Group: Sendable {
    let titles: [LocalizedText]
    let rows: [Int]
    let verdict: Suppression.Verdict
  }

  /// Divides the people of a form; by no attribute there is nothing to say.
  init(_ form: FormAnalysis, _ input: PrePostInput, _ groupings: [Grouping]) {
    self.form = form
    let attributes = groupings.filter { !$0.dividesQuestions && $0 != .form }
    self.attributes = attributes
    id = "\(form.set.form)-\(form.set.occasion.rawValue)"
    title = ReportFrame.title(form.set, input.content)
    guard !attributes.isEmpty else {
      groups = []
      return
    }
    let known = input.knownPeople
    let people = form.set.attempts.map { attempt in
      CompetencyStudy.Person(
        id: attempt.id, attempt: attempt,
        attributes: known[attempt.code] ?? PersonAttributes(code: attempt.code))
    }
    let divided = PeopleGrouping(attributes: attributes, input: input)
      .divide(Array(people.indices)) { people[$1].value($0) }
    let verdicts = Suppression.verdicts(
      divided.map { ($0.values, Set($0.members.map { people[$0].attempt.code }).count) })
    groups = zip(divided, verdicts).map {
      Group(titles: $0.titles, rows: $0.members, verdict: $1)
    }
  }

  /// One row a group: people, mean and spread of the points.
  var pointsBlocks: [Document.Block] {
    guard !groups.isEmpty else { return [] }
    return [
      .table(
        Table(
          id: "groups-\(id)", caption: ItemWords.groupsCaption(title, attributes),
          columns: heads + [
            Table.Column("mean", ItemWords.mean, .number),
            Table.Column("deviation", ItemWords.deviation, .number),
          ],
          rows: groups.map { group in
            let head = cells(group)
            guard group.verdict == .shown else { return head + [hidden(group), .empty] }
            let points = group.rows.map { form.totals[$0] }
            let mean = points.reduce(0, +) / Double(points.count)
            let squares = points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let deviation =
              points.count > 1 ? (squares / Double(points.count - 1)).squareRoot() : nil
            return head + [
              .number(mean, digits: 2),
              .number(
                deviation, digits: 2,
                orMissing: ReportingMessages.tooFewPeople(Suppression.minimum)),
            ]
          }, footnotes: notes))
    ]
  }

  /// One row a question and group: the share of the question's points that was won.
  var questionsBlocks: [Document.Block] {
    guard !groups.isEmpty, !form.items.isEmpty else { return [] }
    return [
      .table(
        Table(
          id: "groups-\(id)", caption: ItemWords.difficultyGroupsCaption(title, attributes),
          columns: [Table.Column("item", ItemWords.item)] + heads + [
            Table.Column("difficulty", ItemWords.difficulty, .number)
          ],
          rows: form.items.indices.flatMap { place in
            groups.map { group in
              let head = [Table.Cell.text(form.items[place])] + cells(group)
              guard group.verdict == .shown else { return head + [hidden(group)] }
              let won = group.rows.reduce(0) { $0 + form.scores[$1][place] }
              return head + [
                .number(won / (form.maxima[place] * Double(group.rows.count)), digits: 2)
              ]
            }
          }, footnotes: notes))
    ]
  }

  private var heads: [Table.Column] {
    attributes.map { Table.Column($0.rawValue, ReportingMessages.grouping($0)) }
      + [Table.Column("n", ItemWords.people, .number)]
  }

  private func cells(_ group: Group) -> [Table.Cell] {
    group.titles.map { .localized($0) } + [.integer(group.rows.count)]
  }

  private func hidden(_ group: Group) -> Table.Cell {
    .missing(
      group.verdict == .tooFew
        ? ReportingMessages.tooFewPeople(Suppression.minimum) : ReportingMessages.complementary)
  }

  private var notes: [LocalizedText] {
    groups.contains { $0.verdict != .shown }
      ? [ReportingMessages.suppressionNote(Suppression.minimum)] : []
  }
}
