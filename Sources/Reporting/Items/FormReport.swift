package import Assessment
import Document
import Psychometrics
import Records
import Text

/// How good each form of the test was as a whole.
package enum FormReport {
  /// Returns the report.
  ///
  /// - Parameters:
  ///   - input: Attempts, people, events and content, in any order.
  ///   - groupings: Attributes of people to break the points down by, crossed.
  ///   - occasion: The test; `nil` for both.
  ///   - form: The id of a form; `nil` for all.
  /// - Returns: The report; refused where no form has enough people.
  package static func report(
    _ input: PrePostInput, by groupings: [Grouping] = [], occasion: Occasion? = nil,
    form: String? = nil
  ) -> Report {
    var document = ReportFrame.document(.form, input)
    let analyses = TestSet.all(input, occasion: occasion, form: form).map(FormAnalysis.init)
    document.blocks += ReportFrame.tooFew(analyses, input)
    let usable = analyses.filter { $0.analysis != nil }
    guard !usable.isEmpty else { return ReportFrame.refused(document) }
    document.blocks += warnings(usable, input.content).map { .note(.warning, $0) }
    document.blocks.append(.table(table(usable, input.content)))
    for analysis in usable {
      document.blocks += pictures(analysis, input.content)
      document.blocks += FormGroups(analysis, input, groupings).pointsBlocks
    }
    document.blocks += ReportFrame.leftOut(input)
    document.blocks += [.heading(MethodNotes.heading), .list(ItemWords.formNotes)]
    return Report(document: document)
  }

  private static func warnings(
    _ forms: [FormAnalysis], _ content: TestContent
  ) -> [LocalizedText] {
    forms.flatMap { form -> [LocalizedText] in
      let name = ReportFrame.title(form.set, content)
      let ends = EndShares(form.set.percents, maximum: 100)
      var warnings: [LocalizedText] = []
      if let share = ends.ceiling.value, share > EndsSection.warningShare {
        warnings.append(ReportingMessages.ceiling(name, percent: 100 * share))
      }
      if let share = ends.floor.value, share > EndsSection.warningShare {
        warnings.append(ReportingMessages.floor(name, percent: 100 * share))
      }
      if let alpha = form.analysis?.alpha.value, alpha < ItemWords.modestAlpha {
        warnings.append(ItemWords.lowAlpha(name, alpha))
      }
      if form.scores.count < FormAnalysis.steady {
        warnings.append(ItemWords.unsteadyForm(name, form.scores.count))
      }
      return warnings
    }
  }

  private static func table(_ forms: [FormAnalysis], _ content: TestContent) -> Table {
    Table(
      id: "forms", caption: ItemWords.formsCaption,
      columns: [
        Table.Column("form", ReportingMessages.form),
        Table.Column("occasion", ReportingMessages.test),
        Table.Column("n", ItemWords.people, .number),
        Table.Column("questions", ReportingMessages.questionCount, .number),
        Table.Column("maximum", ReportingMessages.maximum, .number),
        Table.Column("mean", ItemWords.mean, .number),
        Table.Column("deviation", ItemWords.deviation, .number),
        Table.Column("alpha", ItemWords.alpha, .number),
        Table.Column("standardError", ItemWords.measurementError, .number),
        Table.Column("floor", ReportingMessages.atFloor, .number),
        Table.Column("ceiling", ReportingMessages.atCeiling, .number),
      ],
      rows: forms.compactMap { form in
        guard let analysis = form.analysis else { return nil }
        let ends = EndShares(form.set.percents, maximum: 100)
        return [
          .localized(content.formTitle(form.set.form)),
          .localized(ReportFrame.occasion(form.set.occasion)), .integer(analysis.n),
          .integer(form.items.count), .number(form.maxima.reduce(0, +), digits: 1),
          ChangeCells.number(analysis.meanTotal, digits: 2),
          ChangeCells.number(analysis.deviationTotal, digits: 2),
          ChangeCells.number(analysis.alpha, digits: 2),
          ChangeCells.number(analysis.standardError, digits: 2),
          ChangeCells.number(ends.floor.map { 100 * $0 }, digits: 1),
          ChangeCells.number(ends.ceiling.map { 100 * $0 }, digits: 1),
        ]
      }, footnotes: [ItemWords.formsNote])
  }

  // MARK: Pictures

  private static func pictures(_ form: FormAnalysis, _ content: TestContent) -> [Document.Block] {
    let title = ReportFrame.title(form.set, content)
    let id = "\(form.set.form)-\(form.set.occasion.rawValue)"
    let percents = form.set.percents
    let bins = (0..<10).map { step in
      percents.count { percent in min(9, Int(percent / 10)) == step }
    }
    var blocks: [Document.Block] = [
      .heading(title),
      .plot(
        Plot(
          id: "scores-\(id)", title: ItemWords.scoresTitle, summary: ItemWords.scoresSummary(bins),
          axis: ReportingMessages.numberOfPeople, digits: 0,
          content: .bars(
            bins.enumerated().map { step, count in
              Plot.Bar(label: ItemWords.band(step * 10), value: Double(count))
            }))),
    ]
    blocks += information(form, id).map { [.plot($0)] } ?? []
    return blocks
  }

  /// Where the form measures precisely, above where its people stand, by the Rasch model; `nil`
  /// where questions give parts of points, or there are too few people.
  private static func information(_ form: FormAnalysis, _ id: String) -> Plot? {
    guard form.scores.count >= FormAnalysis.steady else { return nil }
    let marks = form.scores.flatMap { row -> [UInt8] in
      zip(row, form.maxima).map { $0 >= $1 ? UInt8(1) : ($0 <= 0 ? 0 : 9) }
    }
    guard !marks.contains(9), let patterns = ResponsePatterns(marks: marks, items: form.items.count)
    else { return nil }
    let fit = ItemResponseFit.conditional(patterns, ids: form.items)
    guard let difficulties = fit.value?.items.compactMap(\.difficulty.value),
      difficulties.count == form.items.count
    else { return nil }
    let levels = (0...80).map { Double($0) / 10 - 4 }
    let rights = form.scores.map { row in zip(row, form.maxima).count { $0 >= $1 } }
    let people = rights.map { level(of: $0, difficulties) }
    let bins = (0..<16).map { step in
      let low = Double(step) / 2 - 4
      return InformationCurve.Bin(
        low: low, high: low + 0.5, count: people.count { $0 >= low && $0 < low + 0.5 })
    }
    return Plot(
      id: "information-\(id)", title: ItemWords.informationTitle,
      summary: ItemWords.informationSummary, axis: ItemWords.level, digits: 1,
      content: .information(
        InformationCurve(
          points: levels.map { level in
            InformationCurve.Point(
              level: level,
              value: difficulties.reduce(0) {
                $0 + ItemInformation.of(slope: 1, intercept: -$1, at: level)
              })
          }, bins: bins, information: ItemWords.information)))
  }

  /// Returns the level at which so many right answers are expected; nobody stands beyond ±3.9.
  private static func level(of right: Int, _ difficulties: [Double]) -> Double {
    let wanted = min(Double(difficulties.count) - 0.5, max(0.5, Double(right)))
    var (low, high) = (-3.9, 3.9)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let expected = difficulties.reduce(0) { $0 + Logistic.share(middle - $1) }
      if expected < wanted { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
