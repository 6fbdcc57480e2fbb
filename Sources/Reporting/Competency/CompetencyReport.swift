import Assessment
import Document
import Psychometrics
import Records
import Text

/// Scores by competency, each with the questions behind it and how far they agree.
///
/// No claim is made below a stated minimum: four questions on each form and a reliability of 0.7 for
/// statements about groups over time, 0.8 for statements about single people, which the report never
/// makes.
package enum CompetencyReport {
  /// The least reliability from which a competency's score stands alone.
  ///
  /// Source: Nunnally and Bernstein (1994), Psychometric Theory, 3rd edition, 264–265.
  static let leastReliability = 0.7

  /// Returns the report.
  ///
  /// - Parameters:
  ///   - input: Attempts, people, events and content, in any order.
  ///   - groupings: Attributes of people to break the scores down by; those of questions are passed
  ///     over.
  /// - Returns: The report; refused where nobody handed in a test.
  package static func report(_ input: PrePostInput, by groupings: [Grouping] = []) -> Report {
    var document = ReportFrame.document(.competency, input)
    let study = CompetencyStudy(input)
    guard !study.scores.isEmpty else { return ReportFrame.refused(document) }
    document.blocks.append(.paragraph(CompetencyWords.introduction))
    document.blocks.append(.table(table(study)))
    document.blocks.append(.plot(plot(study)))
    let attributes = groupings.filter { !$0.dividesQuestions && $0 != .form }
    if !attributes.isEmpty { document.blocks += groups(study, attributes) }
    document.blocks += ReportFrame.leftOut(input)
    document.blocks += [.heading(MethodNotes.heading), .list(CompetencyWords.notes)]
    return Report(document: document)
  }

  // MARK: Everybody

  private static func table(_ study: CompetencyStudy) -> Table {
    Table(
      id: "competencies", caption: CompetencyWords.caption,
      columns: [
        Table.Column("competency", ReportingMessages.grouping(.competency)),
        Table.Column("id", ReportingMessages.id),
        Table.Column("occasion", ReportingMessages.test),
        Table.Column("n", ItemWords.people, .number),
        Table.Column("questions", CompetencyWords.questions, .number),
        Table.Column("mean", CompetencyWords.mean, .number),
        Table.Column("interval", ReportingMessages.interval, .interval),
        Table.Column("reliability", CompetencyWords.reliability, .number),
        Table.Column("claim", CompetencyWords.claim),
      ],
      rows: study.scores.map { score in
        var cells: [Table.Cell] = [
          .localized(score.topic.title), .text(score.topic.id),
          .localized(ReportFrame.occasion(score.occasion)), .integer(score.percents.count),
          .integer(score.questions),
        ]
        guard score.percents.count >= Suppression.minimum else {
          return cells + [
            .missing(ReportingMessages.tooFewPeople(Suppression.minimum)), .empty, .empty, .empty,
          ]
        }
        let mean = score.mean
        cells.append(ChangeCells.number(mean.meanPost, digits: 1))
        cells.append(
          score.hasEnoughQuestions
            ? ChangeCells.interval(mean.interval)
            : .missing(ReportingMessages.tooFewQuestions(TopicChange.minimumQuestions)))
        cells.append(
          .number(score.reliability, digits: 2, orMissing: CompetencyWords.noReliability))
        return cells + [.localized(CompetencyWords.claim(score))]
      }, footnotes: [CompetencyWords.note])
  }

  private static func plot(_ study: CompetencyStudy) -> Plot {
    let shown = study.scores.filter {
      $0.hasEnoughQuestions && $0.percents.count >= Suppression.minimum
    }
    return Plot(
      id: "competencyScores", title: CompetencyWords.caption,
      summary: CompetencyWords.plotSummary, axis: ReportingMessages.percentAxis,
      content: .intervals(
        shown.compactMap { score in
          let mean = score.mean
          guard let value = mean.meanPost.value else { return nil }
          let test = ReportFrame.occasion(score.occasion)
          return Plot.Interval(
            label: LocalizedText(
              en: "\(score.topic.title.en), \(test.en.lowercased())",
              km: "\(score.topic.title.text(in: .khmer)) \(test.km)"),
            value: value, low: mean.interval.value?.low, high: mean.interval.value?.high)
        }), table: "competencies")
  }

  // MARK: Groups

  /// One table an occasion: the groups, and each competency's mean.
  private static func groups(
    _ study: CompetencyStudy, _ attributes: [Grouping]
  ) -> [Document.Block] {
    let occasions = [Occasion.pre, .post].filter { occasion in
      study.scores.contains { $0.occasion == occasion }
    }
    return [.heading(ReportingMessages.groupsHeading(attributes))]
      + occasions.map { occasion -> Document.Block in
        let scores = study.scores.filter { $0.occasion == occasion }
        let people = study.people(occasion)
        let groups = PeopleGrouping(attributes: attributes, input: study.input)
          .divide(people.indices.map { $0 }) { attribute, place in
            people[place].value(attribute)
          }
        let verdicts = Suppression.verdicts(
          groups.map { ($0.values, Set($0.members.map { people[$0].attempt.code }).count) })
        return .table(
          Table(
            id: "groups-\(occasion.rawValue)",
            caption: CompetencyWords.groupsCaption(attributes, ReportFrame.occasion(occasion)),
            columns: attributes.map {
              Table.Column($0.rawValue, ReportingMessages.grouping($0))
            } + [Table.Column("n", ItemWords.people, .number)]
              + scores.map { Table.Column($0.topic.id, $0.topic.title, .number) },
            rows: zip(groups, verdicts).map { group, verdict in
              let head = group.titles.map { Table.Cell.localized($0) }
              guard verdict == .shown else {
                let reason =
                  verdict == .tooFew
                  ? ReportingMessages.tooFewPeople(Suppression.minimum)
                  : ReportingMessages.complementary
                return head + [.missing(reason)] + scores.map { _ in .empty }
              }
              let codes = Set(group.members.map { people[$0].id })
              return head + [.integer(group.members.count)]
                + scores.map { score -> Table.Cell in
                  // Sorted, so that sums do not depend on the order of a dictionary.
                  let own = score.percents.filter { codes.contains($0.key) }
                    .sorted { $0.key < $1.key }.map(\.value)
                  guard score.hasEnoughQuestions else {
                    return .missing(
                      ReportingMessages.tooFewQuestions(TopicChange.minimumQuestions))
                  }
                  guard own.count == group.members.count else {
                    return .missing(CompetencyWords.notEverybody)
                  }
                  return .number(own.reduce(0, +) / Double(max(1, own.count)), digits: 1)
                }
            },
            footnotes: verdicts.contains { $0 != .shown }
              ? [ReportingMessages.suppressionNote(Suppression.minimum)] : []))
      }
  }
}

/// The scores of a report by competency.
struct CompetencyStudy: Sendable {
  let input: PrePostInput
  /// The competencies that were measured, in order, before and after.
  let scores: [Score]
  private let attempts: [Occasion: [ScoredAttempt]]
  private let attributes: [String: PersonAttributes]

  /// The score of one competency on one occasion.
  struct Score: Sendable {
    let topic: TestContent.Topic
    let occasion: Occasion
    /// The fewest questions of any form.
    let questions: Int
    /// The percent of each attempt, by its id.
    let percents: [String: Double]
    /// The lowest alpha of any form; `nil` where one has none.
    let reliability: Double?

    var hasEnoughQuestions: Bool { questions >= TopicChange.minimumQuestions }

    /// The mean with its interval, as the change from nothing.
    var mean: PairedChange {
      let values = percents.sorted { $0.key < $1.key }.map(\.value)
      return PairedChange(pre: values.map { _ in 0 }, post: values)
    }
  }

  /// One test with what is known of the person.
  struct Person: Sendable {
    let id: String
    let attempt: ScoredAttempt
    let attributes: PersonAttributes

    func value(_ attribute: Grouping) -> String {
      switch attribute {
      case .event: attempt.event ?? ""
      case .language: attempt.language.rawValue
      case .form, .competency, .module: ""
      default: PlainText.trimmed(attributes[attribute.rawValue] ?? "")
      }
    }
  }

  init(_ input: PrePostInput) {
    self.input = input
    let sets = TestSet.all(input, occasion: nil, form: nil)
    attempts = Dictionary(grouping: sets, by: \.occasion).mapValues { $0.flatMap(\.attempts) }
    attributes = input.knownPeople
    scores = input.content.competencies.flatMap { topic in
      [Occasion.pre, .post].compactMap { occasion in
        Self.score(topic, occasion, sets.filter { $0.occasion == occasion }, input.content)
      }
    }
  }

  /// The tests of an occasion with what is known of their people.
  func people(_ occasion: Occasion) -> [Person] {
    (attempts[occasion] ?? []).map {
      Person(
        id: $0.id, attempt: $0,
        attributes: attributes[$0.code] ?? PersonAttributes(code: $0.code))
    }
  }

  private static func score(
    _ topic: TestContent.Topic, _ occasion: Occasion, _ sets: [TestSet], _ content: TestContent
  ) -> Score? {
    var percents: [String: Double] = [:]
    var questions: [Int] = []
    var alphas: [Double?] = []
    for set in sets {
      let own = set.attempts.map { attempt in
        attempt.outcomes.filter {
          $0.maximum > 0 && content.questions[$0.item]?.competency == topic.id
        }
      }
      questions.append(own.map(\.count).min() ?? 0)
      for (attempt, outcomes) in zip(set.attempts, own) where !outcomes.isEmpty {
        let maximum = outcomes.reduce(0) { $0 + $1.maximum }
        percents[attempt.id] = 100 * outcomes.reduce(0) { $0 + $1.score } / maximum
      }
      alphas.append(alpha(own))
    }
    guard !percents.isEmpty else { return nil }
    return Score(
      topic: topic, occasion: occasion, questions: questions.min() ?? 0, percents: percents,
      reliability: alphas.contains(nil) ? nil : alphas.compactMap(\.self).min())
  }

  private static func alpha(_ rows: [[Outcome]]) -> Double? {
    guard let first = rows.first, first.count > 1, rows.count >= FormAnalysis.fewest,
      rows.allSatisfy({ $0.map(\.item).sorted() == first.map(\.item).sorted() })
    else { return nil }
    let items = first.map(\.item).sorted()
    let scores = rows.map { row in
      row.sorted { $0.item < $1.item }.map { Optional($0.score) }
    }
    let matrix = ResponseMatrix(
      people: rows.indices.map(String.init), items: items, scores: scores)
    return matrix.flatMap { ItemAnalysis($0, missing: .listwise).alpha.value }
  }
}
