package import Assessment
import Document
import Psychometrics
import Records
import Text

/// Whether questions are harder for some people than for others with the same points.
///
/// Each group of at least 20 people is compared with the rest (of a language: with the other one).
/// Below 200 people in the smaller group no class is given: the rule of ETS was made for more.
package enum FairnessReport {
  /// From so many people in the smaller group on, figures are given at all.
  static let fewest = 20

  /// Returns the report.
  ///
  /// - Parameters:
  ///   - input: Attempts, people, events and content, in any order.
  ///   - groupings: What to compare by; sex, province and language where none is named.
  ///   - occasion: The test; `nil` for the post-test, and the pre-test where there is none.
  /// - Returns: The report; refused where no two groups are large enough.
  package static func report(
    _ input: PrePostInput, by groupings: [Grouping] = [], occasion: Occasion? = nil
  ) -> Report {
    var document = ReportFrame.document(.fairness, input)
    let asked = groupings.isEmpty ? [.sex, .province, .language] : groupings
    let attributes = asked.filter { !$0.dividesQuestions && $0 != .form }
    let forms = QuestionsReport.chosen(input, occasion: occasion, form: nil)
    document.blocks += ReportFrame.tooFew(forms, input)
    let comparisons = forms.filter { $0.analysis != nil }.flatMap { form in
      attributes.flatMap { Comparison.all(form, $0, input) }
    }
    let few = comparisons.filter { $0.smaller < fewest }
    if !few.isEmpty { document.blocks.append(.note(.warning, FairnessWords.tooFew(few))) }
    let parts = forms.filter { $0.analysis != nil }.flatMap(Comparison.scoredInParts)
    if !parts.isEmpty { document.blocks.append(.note(.info, FairnessWords.parts(parts))) }
    let usable = comparisons.filter { $0.smaller >= fewest }
    guard !usable.isEmpty else { return ReportFrame.refused(document) }
    document.blocks.append(.paragraph(FairnessWords.introduction))
    if usable.contains(where: { !$0.allowsClass }) {
      document.blocks.append(.note(.warning, FairnessWords.unsteady))
    }
    document.blocks.append(.table(summary(usable)))
    document.blocks.append(.table(table(usable)))
    document.blocks += ReportFrame.leftOut(input)
    document.blocks += [.heading(MethodNotes.heading), .list(FairnessWords.notes)]
    return Report(document: document)
  }

  /// How many questions of each comparison call for a look.
  private static func summary(_ comparisons: [Comparison]) -> Table {
    Table(
      id: "comparisons", caption: FairnessWords.summaryCaption,
      columns: [
        Table.Column("comparison", FairnessWords.comparison),
        Table.Column("form", ReportingMessages.form),
        Table.Column("focal", FairnessWords.focal, .number),
        Table.Column("reference", FairnessWords.reference, .number),
        Table.Column("questions", ReportingMessages.questionCount, .number),
        Table.Column("moderate", FairnessWords.moderate, .number),
        Table.Column("large", FairnessWords.large, .number),
      ],
      rows: comparisons.map { comparison in
        let count = { (wanted: ItemFairness.Class) -> Table.Cell in
          comparison.allowsClass
            ? .integer(comparison.fairness.items.count { $0.category.value == wanted })
            : .missing(FairnessWords.tooFewForClass)
        }
        return [
          .localized(comparison.title), .localized(comparison.formTitle),
          .integer(comparison.fairness.focal), .integer(comparison.fairness.reference),
          .integer(comparison.fairness.items.count), count(.moderate), count(.large),
        ]
      })
  }

  private static func table(_ comparisons: [Comparison]) -> Table {
    let all = comparisons.flatMap { comparison in
      comparison.fairness.items.map { (comparison, $0) }
    }
    let adjusted = MultipleTests.holm(all.map { $0.1.test.p.value })
    return Table(
      id: "fairness", caption: FairnessWords.caption,
      columns: [
        Table.Column("comparison", FairnessWords.comparison),
        Table.Column("form", ReportingMessages.form),
        Table.Column("item", ItemWords.item),
        Table.Column("delta", FairnessWords.delta, .number),
        Table.Column("standardError", FairnessWords.error, .number),
        Table.Column("p", LocalizedText(same: "p"), .number),
        Table.Column("pAdjusted", ReportingMessages.pAdjusted, .number),
        Table.Column("standardised", FairnessWords.standardised, .number),
        Table.Column("class", FairnessWords.category),
      ],
      rows: zip(all, adjusted).map { entry, p in
        let (comparison, item) = entry
        let category: Table.Cell =
          if !comparison.allowsClass {
            .missing(FairnessWords.tooFewForClass)
          } else if let value = item.category.value {
            .text(value.rawValue)
          } else {
            .missing(ReportingMessages.undefined(item.category.reason ?? .noVariation))
          }
        return [
          .localized(comparison.title), .localized(comparison.formTitle), .text(item.id),
          ChangeCells.number(item.delta, digits: 2),
          ChangeCells.number(item.standardError, digits: 2), ChangeCells.probability(item.test.p),
          .probability(p, orMissing: ReportingMessages.notReckoned),
          ChangeCells.number(item.standardisedDifference.map { 100 * $0 }, digits: 1), category,
        ]
      }, footnotes: [FairnessWords.note, ReportingMessages.holmNote])
  }
}

/// One group of people beside the others, on one form.
struct Comparison: Sendable {
  let title: LocalizedText
  let formTitle: LocalizedText
  let fairness: ItemFairness

  var smaller: Int { min(fairness.focal, fairness.reference) }
  var allowsClass: Bool { smaller >= ItemFairness.fewest }

  /// Returns the comparisons of a form by one attribute.
  ///
  /// Each group is compared with all the others, and where there are two groups only the second one
  /// with the first. People of whom it is not known are left out.
  static func all(
    _ form: FormAnalysis, _ attribute: Grouping, _ input: PrePostInput
  ) -> [Comparison] {
    let people = input.knownPeople
    let known = form.set.attempts.indices.map { place in
      let attempt = form.set.attempts[place]
      return CompetencyStudy.Person(
        id: attempt.id, attempt: attempt,
        attributes: people[attempt.code] ?? PersonAttributes(code: attempt.code))
    }
    let groups = PeopleGrouping(attributes: [attribute], input: input)
      .divide(known.indices.filter { !known[$0].value(attribute).isEmpty }) {
        known[$1].value($0)
      }
    guard groups.count > 1 else { return [] }
    let columns = form.items.indices.filter { isRightOrWrong($0, form) }
    let everybody = groups.flatMap(\.members).sorted()
    let scores = everybody.map { row in
      columns.map { form.scores[row][$0] > 0 ? 1.0 : 0 }
    }
    let focal = groups.count == 2 ? [groups[1]] : groups
    return focal.compactMap { group in
      guard let title = group.titles.first else { return nil }
      let members = Set(group.members)
      let others = groups.count == 2 ? groups[0].titles.first : nil
      return Comparison(
        title: FairnessWords.title(attribute, title, others),
        formTitle: ReportFrame.title(form.set, input.content),
        fairness: ItemFairness(
          scores, items: columns.map { form.items[$0] },
          isFocal: everybody.map { members.contains($0) }, purifies: true))
    }
  }

  /// The questions of a form that give parts of their points, which this method cannot judge.
  static func scoredInParts(_ form: FormAnalysis) -> [String] {
    form.items.indices.filter { !isRightOrWrong($0, form) }.map { form.items[$0] }
  }

  private static func isRightOrWrong(_ place: Int, _ form: FormAnalysis) -> Bool {
    form.scores.allSatisfy { $0[place] == 0 || $0[place] == form.maxima[place] }
  }
}
