import Assessment
import Document
import Psychometrics
import Records
import Text

/// What people said of the training (Kirkpatrick's level 1), or of their work some months after it
/// (level 3): opinions, by themselves or by others, kept apart from each other and from every score.
///
/// Source of the levels: Kirkpatrick and Kirkpatrick (2006), Evaluating Training Programs, 3rd
/// edition.
package enum SurveyReport {
  /// Returns the report.
  ///
  /// - Parameters:
  ///   - kind: `reaction` or `behaviour`; anything else is taken as reaction.
  ///   - survey: The answers, in any order.
  ///   - input: People and events; its attempts are not looked at.
  ///   - groupings: Attributes of people to break the response rates and answers down by.
  /// - Returns: The report; refused where there is no answer.
  package static func report(
    _ kind: ReportKind, _ survey: SurveyInput, _ input: PrePostInput, by groupings: [Grouping] = []
  ) -> Report {
    var document = ReportFrame.document(kind == .behaviour ? .behaviour : .reaction, input)
    let sheets = SurveySheet.all(survey, followUp: kind == .behaviour, rules: input.rules)
    guard sheets.contains(where: { !$0.answers.isEmpty }) else {
      return ReportFrame.refused(document)
    }
    document.blocks.append(
      .note(.info, kind == .behaviour ? SurveyWords.levelThree : SurveyWords.levelOne))
    document.blocks.append(.table(rates(sheets)))
    for sheet in sheets where !sheet.answers.isEmpty {
      document.blocks += section(sheet, input, groupings)
    }
    document.blocks += [.heading(MethodNotes.heading), .list(SurveyWords.notes)]
    return Report(document: document)
  }

  private static func rates(_ sheets: [SurveySheet]) -> Table {
    Table(
      id: "responses", caption: SurveyWords.ratesCaption,
      columns: [
        Table.Column("form", SurveyWords.form), Table.Column("respondent", SurveyWords.respondent),
        Table.Column("asked", SurveyWords.asked, .number),
        Table.Column("answered", SurveyWords.answered, .number),
        Table.Column("rate", SurveyWords.rate, .number),
        Table.Column("unasked", SurveyWords.unasked, .number),
        Table.Column("repeated", SurveyWords.repeated, .number),
        Table.Column("declined", ReportingMessages.declined, .number),
      ],
      rows: sheets.map { sheet in
        [
          .localized(sheet.title), .localized(SurveyWords.name(sheet.respondent)),
          .integer(sheet.asked), .integer(sheet.answers.count),
          .number(
            sheet.asked > 0 ? 100 * Double(sheet.answeredOfAsked) / Double(sheet.asked) : nil,
            digits: 1, orMissing: SurveyWords.nobodyAsked),
          .integer(sheet.answers.count - sheet.answeredOfAsked), .integer(sheet.repeated),
          .integer(sheet.declined),
        ]
      }, footnotes: [SurveyWords.ratesNote])
  }

  private static func section(
    _ sheet: SurveySheet, _ input: PrePostInput, _ groupings: [Grouping]
  ) -> [Document.Block] {
    let id = "\(sheet.form)-\(sheet.respondent.rawValue)"
    let title = SurveyWords.sheet(sheet)
    var blocks: [Document.Block] = [.heading(title)]
    guard sheet.answers.count >= Suppression.minimum else {
      return blocks + [
        .paragraph(SurveyWords.tooFewAnswers(sheet.answers.count))
      ]
    }
    if sheet.asked > 0, Double(sheet.answeredOfAsked) < 0.6 * Double(sheet.asked) {
      blocks.append(.note(.warning, SurveyWords.lowRate))
    }
    if sheet.otherVersions > 0 {
      blocks.append(.note(.warning, SurveyWords.otherVersions(sheet.otherVersions)))
    }
    let questions = sheet.questions.filter(\.isScale)
    blocks.append(
      .table(
        Table(
          id: "answers-\(id)", caption: SurveyWords.answersCaption(title),
          columns: [
            Table.Column("question", ItemWords.item),
            Table.Column("n", SurveyWords.answered, .number),
            Table.Column("level", SurveyWords.level),
            Table.Column("count", SurveyWords.count, .number),
            Table.Column("share", ItemWords.share, .number),
          ],
          rows: questions.flatMap { question in
            question.levels.map { level in
              [
                .localized(question.text), .integer(question.n),
                .localized(level.name), .integer(level.count),
                .number(
                  question.n > 0 ? 100 * Double(level.count) / Double(question.n) : nil,
                  digits: 1, orMissing: SurveyWords.nobodyAnswered),
              ]
            }
          },
          footnotes: [SurveyWords.answersNote]
            + (questions.contains(where: \.hasAnswersApart) ? [SurveyWords.apartNote] : []))))
    let numeric = questions.filter { $0.median != nil }
    if !numeric.isEmpty {
      blocks.append(
        .plot(
          Plot(
            id: "medians-\(id)", title: SurveyWords.mediansTitle(title),
            summary: SurveyWords.mediansSummary, axis: SurveyWords.level,
            content: .bars(
              numeric.map { Plot.Bar(label: $0.text, value: $0.median ?? 0) }),
            table: "answers-\(id)")))
    }
    let words = sheet.questions.filter { !$0.isScale }
    if !words.isEmpty { blocks.append(.paragraph(SurveyWords.words(words))) }
    let attributes = groupings.filter { !$0.dividesQuestions && $0 != .form && $0 != .language }
    if !attributes.isEmpty, !numeric.isEmpty {
      blocks.append(.table(groups(sheet, id, title, numeric, attributes, input)))
    }
    return blocks
  }

  private static func groups(
    _ sheet: SurveySheet, _ id: String, _ title: LocalizedText, _ questions: [SurveyQuestion],
    _ attributes: [Grouping], _ input: PrePostInput
  ) -> Table {
    let people = input.knownPeople
    let groups = PeopleGrouping(attributes: attributes, input: input).divide(sheet.answers) {
      $0 == .event ? $1.event : PlainText.trimmed(people[$1.code]?[$0.rawValue] ?? "")
    }
    let verdicts = Suppression.verdicts(
      groups.map { ($0.values, Set($0.members.map(\.code)).count) })
    return Table(
      id: "groups-\(id)", caption: SurveyWords.groupsCaption(title, attributes),
      columns: attributes.map { Table.Column($0.rawValue, ReportingMessages.grouping($0)) }
        + [Table.Column("n", SurveyWords.answered, .number)]
        + questions.map { Table.Column($0.id, $0.text, .number) },
      rows: zip(groups, verdicts).map { group, verdict in
        // How many answered is no secret; what they answered is.
        let head = group.titles.map { Table.Cell.localized($0) } + [.integer(group.members.count)]
        guard verdict == .shown else {
          let reason =
            verdict == .tooFew
            ? ReportingMessages.tooFewPeople(Suppression.minimum) : ReportingMessages.complementary
          return head + questions.indices.map { $0 == 0 ? .missing(reason) : .empty }
        }
        return head
          + questions.map { question -> Table.Cell in
            let values = group.members.compactMap { question.number($0.answers[question.id]) }
            return .number(
              values.count >= Suppression.minimum ? SurveyQuestion.median(values) : nil,
              digits: 1, orMissing: ReportingMessages.tooFewPeople(Suppression.minimum))
          }
      }, footnotes: [SurveyWords.groupsNote])
  }
}

/// The answers of one kind of respondent to one form.
struct SurveySheet: Sendable {
  let form: String
  let respondent: SurveyRecord.Respondent
  let title: LocalizedText
  /// The latest answers about each person at each event.
  let answers: [SurveyRecord]
  /// Answers that later ones replaced.
  let repeated: Int
  /// Answers about people who let nothing of theirs into reports.
  let declined: Int
  /// Answers to other questions than the form has now.
  let otherVersions: Int
  /// How many people somebody was asked about.
  let asked: Int
  /// How many of those were answered for.
  let answeredOfAsked: Int
  let questions: [SurveyQuestion]

  /// Returns the sheets of one level, ordered by form and respondent.
  static func all(
    _ input: SurveyInput, followUp: Bool, rules: EvaluationRules
  ) -> [SurveySheet] {
    struct Key: Hashable {
      var form: String
      var respondent: SurveyRecord.Respondent
    }
    let own = input.answers.filter { input.isFollowUp($0.form) == followUp }.map { answer in
      var answer = answer
      answer.code = rules.links.person(answer.code)
      return answer
    }
    let isOut = { (answer: SurveyRecord) in rules.hasDeclined(answer.code, event: answer.event) }
    let answers = Dictionary(grouping: own) { Key(form: $0.form, respondent: $0.respondent) }
    let requests = Dictionary(
      grouping: input.requests.filter { input.isFollowUp($0.form) == followUp }
    ) { Key(form: $0.form, respondent: $0.respondent) }
    return Set(answers.keys).union(requests.keys)
      .sorted { ($0.form, $0.respondent.rawValue) < ($1.form, $1.respondent.rawValue) }
      .map { key in
        let given = answers[key] ?? []
        let all = given.filter { !isOut($0) }
        let version = input.forms[key.form]?.version
        let latest = Dictionary(grouping: all) { [$0.event, $0.code] }
          .sorted { $0.key.lexicographicallyPrecedes($1.key) }
          .compactMap { _, own in
            own.enumerated().max { left, right in
              (left.element.date, left.offset) < (right.element.date, right.offset)
            }?.element
          }
        let asked = Set(
          (requests[key] ?? []).map { [$0.event, rules.links.person($0.code)] })
        return SurveySheet(
          form: key.form, respondent: key.respondent,
          title: input.forms[key.form]?.title ?? LocalizedText(same: key.form), answers: latest,
          repeated: all.count - latest.count, declined: given.count - all.count,
          otherVersions: latest.count { version != nil && $0.formVersion != version },
          asked: asked.count,
          answeredOfAsked: latest.count { asked.contains([$0.event, $0.code]) },
          questions: SurveyQuestion.all(latest, input.forms[key.form]))
      }
  }
}
