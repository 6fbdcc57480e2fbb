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
    let sheets = SurveySheet.all(survey, followUp: kind == .behaviour)
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
      ],
      rows: sheets.map { sheet in
        [
          .localized(sheet.title), .localized(SurveyWords.name(sheet.respondent)),
          .integer(sheet.asked), .integer(sheet.answers.count),
          .number(
            sheet.asked > 0 ? 100 * Double(sheet.answeredOfAsked) / Double(sheet.asked) : nil,
            digits: 1, orMissing: SurveyWords.nobodyAsked),
          .integer(sheet.answers.count - sheet.answeredOfAsked), .integer(sheet.repeated),
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
            question.levels.map { level, count in
              [
                .localized(question.text), .integer(question.n),
                .localized(question.name(of: level)), .integer(count),
                .number(100 * Double(count) / Double(max(1, question.n)), digits: 1),
              ]
            }
          }, footnotes: [SurveyWords.answersNote])))
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
    let people = Dictionary(input.people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    let groups = PeopleGrouping(attributes: attributes, input: input).divide(sheet.answers) {
      $0 == .event ? $1.event : PlainText.trimmed(people[$1.code]?[$0.rawValue] ?? "")
    }
    let verdicts = Suppression.verdicts(groups.map { ($0.values, $0.members.count) })
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
            let values = group.members.compactMap { $0.answers[question.id] }
              .compactMap { Double($0.text) }
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
  /// How many people somebody was asked about.
  let asked: Int
  /// How many of those were answered for.
  let answeredOfAsked: Int
  let questions: [SurveyQuestion]

  /// Returns the sheets of one level, ordered by form and respondent.
  static func all(_ input: SurveyInput, followUp: Bool) -> [SurveySheet] {
    struct Key: Hashable {
      var form: String
      var respondent: SurveyRecord.Respondent
    }
    let answers = Dictionary(
      grouping: input.answers.filter { input.isFollowUp($0.form) == followUp }
    ) { Key(form: $0.form, respondent: $0.respondent) }
    let requests = Dictionary(
      grouping: input.requests.filter { input.isFollowUp($0.form) == followUp }
    ) { Key(form: $0.form, respondent: $0.respondent) }
    return Set(answers.keys).union(requests.keys)
      .sorted { ($0.form, $0.respondent.rawValue) < ($1.form, $1.respondent.rawValue) }
      .map { key in
        let all = answers[key] ?? []
        let latest = Dictionary(grouping: all) { [$0.event, $0.code] }
          .sorted { $0.key.lexicographicallyPrecedes($1.key) }
          .compactMap { _, own in
            own.enumerated().max { left, right in
              (left.element.date, left.offset) < (right.element.date, right.offset)
            }?.element
          }
        let asked = Set((requests[key] ?? []).map { [$0.event, $0.code] })
        return SurveySheet(
          form: key.form, respondent: key.respondent,
          title: input.forms[key.form]?.title ?? LocalizedText(same: key.form), answers: latest,
          repeated: all.count - latest.count, asked: asked.count,
          answeredOfAsked: latest.count { asked.contains([$0.event, $0.code]) },
          questions: SurveyQuestion.all(latest, input.forms[key.form]))
      }
  }
}

/// The answers to one question.
struct SurveyQuestion: Sendable {
  let id: String
  let text: LocalizedText
  let n: Int
  /// Whether the answers are levels or options; else words, which no report prints.
  let isScale: Bool
  /// How many chose each level, from the lowest.
  let levels: [(level: String, count: Int)]
  /// The middle answer, where levels are numbers.
  let median: Double?
  private let names: [String: LocalizedText]

  func name(of level: String) -> LocalizedText {
    guard let name = names[level] else { return LocalizedText(same: level) }
    return LocalizedText(en: "\(level) \(name.en)", km: "\(level) \(name.text(in: .khmer))")
  }

  static func all(_ answers: [SurveyRecord], _ form: SurveyInput.Form?) -> [SurveyQuestion] {
    let known = form?.questions ?? []
    let others = Set(answers.flatMap(\.answers.keys)).subtracting(known.map(\.id)).sorted()
    let questions =
      known + others.map { SurveyInput.Question(id: $0, text: LocalizedText(same: $0)) }
    return questions.map { question in
      let given = answers.compactMap { $0.answers[question.id] }.filter { !$0.text.isEmpty }
      let isWords = question.levels.isEmpty && given.contains { $0.kind == .text }
      let counts = Dictionary(grouping: given, by: \.text).mapValues(\.count)
      let levels = Set(counts.keys).union(question.levels.keys)
        .sorted { (Double($0) ?? .infinity, $0) < (Double($1) ?? .infinity, $1) }
      let numbers = given.compactMap { Double($0.text) }
      return SurveyQuestion(
        id: question.id, text: question.text, n: given.count, isScale: !isWords,
        levels: levels.map { ($0, counts[$0] ?? 0) },
        median: !isWords && !numbers.isEmpty && numbers.count == given.count
          ? median(numbers) : nil,
        names: question.levels)
    }
  }

  /// Returns the middle of some numbers; of an even count the mean of the two in the middle.
  static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
