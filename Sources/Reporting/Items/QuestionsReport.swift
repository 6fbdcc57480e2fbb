package import Assessment
import Document
import Psychometrics
import Records
import Text

/// How hard each question was, how well it told people apart, and what each option drew.
package enum QuestionsReport {
  /// Returns the report.
  ///
  /// - Parameters:
  ///   - input: Attempts, people, events and content, in any order.
  ///   - groupings: Attributes of people to break the difficulties down by, crossed.
  ///   - occasion: The test; `nil` for the post-test, and the pre-test where there is none.
  ///   - form: The id of a form; `nil` for all.
  /// - Returns: The report; refused where no form has enough people.
  package static func report(
    _ input: PrePostInput, by groupings: [Grouping] = [], occasion: Occasion? = nil,
    form: String? = nil
  ) -> Report {
    var document = ReportFrame.document(.items, input)
    let analyses = chosen(input, occasion: occasion, form: form)
    document.blocks += ReportFrame.tooFew(analyses, input)
    let usable = analyses.filter { $0.analysis != nil }
    guard !usable.isEmpty else { return ReportFrame.refused(document) }
    for analysis in usable {
      document.blocks += section(analysis, input.content)
      document.blocks += FormGroups(analysis, input, groupings).questionsBlocks
    }
    document.blocks += ReportFrame.leftOut(input)
    document.blocks += [.heading(MethodNotes.heading), .list(ItemWords.notes)]
    return Report(document: document)
  }

  /// Returns the analyses of the asked occasion, or of the post-test where there is one.
  static func chosen(
    _ input: PrePostInput, occasion: Occasion?, form: String?
  ) -> [FormAnalysis] {
    let sets = TestSet.all(input, occasion: occasion, form: form)
    let hasPost = sets.contains { $0.occasion == .post }
    return sets.filter { occasion != nil || !hasPost || $0.occasion == .post }
      .map(FormAnalysis.init)
  }

  private static func section(_ form: FormAnalysis, _ content: TestContent) -> [Document.Block] {
    guard let analysis = form.analysis else { return [] }
    let id = "\(form.set.form)-\(form.set.occasion.rawValue)"
    let title = ReportFrame.title(form.set, content)
    var blocks: [Document.Block] = [
      .heading(title), .paragraph(ItemWords.basis(form.scores.count, form.items.count)),
    ]
    if form.scores.count < FormAnalysis.steady {
      blocks.append(.note(.warning, ItemWords.unsteady(form.scores.count)))
    }
    if !form.leftOut.isEmpty { blocks.append(.note(.warning, ItemWords.leftOut(form.leftOut))) }
    let all = form.items.indices.map { figures(form, $0, content) }
    blocks += [
      .table(itemTable(id, title, analysis, all)),
      .plot(map(id, title, analysis, all)),
    ]
    let rows = all.flatMap { figure in
      figure.options.map { [Table.Cell.text(figure.id)] + optionCells($0, form) }
    }
    if !rows.isEmpty { blocks.append(.table(optionTable(id, title, rows))) }
    blocks += curves(form, id, all)
    return blocks
  }

  /// What is known of one question.
  struct Figures: Sendable {
    var id: String
    var options: [Option]
    var omitted: Int
    var flags: [ItemFlag]

    struct Option: Sendable {
      var id: String
      var isKey: Bool
      var people: [Int]
      var pointBiserial: Double?
    }
  }

  static func figures(_ form: FormAnalysis, _ place: Int, _ content: TestContent) -> Figures {
    let id = form.items[place]
    let options = form.choices(id, content).map { option, people in
      Figures.Option(
        id: option.id, isKey: option.isKey, people: people,
        pointBiserial: form.pointBiserial(people, item: place))
    }
    let item = form.analysis?.items[place]
    return Figures(
      id: id, options: options,
      omitted: form.set.attempts.count { attempt in
        attempt.outcomes.contains { $0.item == id && !$0.isAnswered }
      },
      flags: ItemFlag.flags(
        difficulty: item?.difficulty.value, discrimination: item?.discrimination.value,
        options: options.map { ($0.isKey, $0.people.count, $0.pointBiserial) }))
  }

  // MARK: Tables

  private static func itemTable(
    _ id: String, _ title: LocalizedText, _ analysis: ItemAnalysis, _ figures: [Figures]
  ) -> Table {
    Table(
      id: "items-\(id)", caption: ItemWords.itemsCaption(title),
      columns: [
        Table.Column("item", ItemWords.item), Table.Column("n", ItemWords.people, .number),
        Table.Column("difficulty", ItemWords.difficulty, .number),
        Table.Column("discrimination", ItemWords.discrimination, .number),
        Table.Column("alphaIfDeleted", ItemWords.alphaWithout, .number),
        Table.Column("omitted", ItemWords.omitted, .number),
        Table.Column("flags", ItemWords.toLookAt),
      ],
      rows: zip(analysis.items, figures).map { item, figure in
        [
          .text(item.id), .integer(analysis.n), ChangeCells.number(item.difficulty, digits: 2),
          ChangeCells.number(item.discrimination, digits: 2),
          ChangeCells.number(item.alphaIfDeleted, digits: 2), .integer(figure.omitted),
          .localized(ReportFrame.joined(figure.flags.map(\.words))),
        ]
      }, footnotes: [ItemWords.itemsNote])
  }

  private static func optionTable(
    _ id: String, _ title: LocalizedText, _ rows: [[Table.Cell]]
  ) -> Table {
    Table(
      id: "options-\(id)", caption: ItemWords.optionsCaption(title),
      columns: [
        Table.Column("item", ItemWords.item), Table.Column("option", ItemWords.option),
        Table.Column("key", ItemWords.isKey), Table.Column("count", ItemWords.chosenBy, .number),
        Table.Column("share", ItemWords.share, .number),
        Table.Column("pointBiserial", ItemWords.pointBiserial, .number),
      ], rows: rows, footnotes: [ItemWords.optionsNote])
  }

  private static func optionCells(_ option: Figures.Option, _ form: FormAnalysis) -> [Table.Cell] {
    [
      .text(option.id), option.isKey ? .localized(ItemWords.yes) : .empty,
      .integer(option.people.count),
      .number(100 * Double(option.people.count) / Double(max(1, form.scores.count)), digits: 1),
      .number(option.pointBiserial, digits: 2, orMissing: ItemWords.allOrNone),
    ]
  }

  // MARK: Pictures

  private static func map(
    _ id: String, _ title: LocalizedText, _ analysis: ItemAnalysis, _ figures: [Figures]
  ) -> Plot {
    let items = zip(analysis.items, figures).compactMap { item, figure -> ItemMap.Item? in
      guard let difficulty = item.difficulty.value, let other = item.discrimination.value
      else { return nil }
      return ItemMap.Item(
        id: item.id, difficulty: difficulty, discrimination: other,
        isFlagged: figure.flags.contains(where: \.isMark))
    }
    return Plot(
      id: "map-\(id)", title: ItemWords.mapTitle(title),
      summary: ItemWords.mapSummary(items.count, flagged: items.count(where: \.isFlagged)),
      axis: LocalizedText(same: ""), digits: 2,
      content: .itemMap(
        ItemMap(
          items: items, weak: ItemFlag.weakBelow, difficulty: ItemWords.difficulty,
          discrimination: ItemWords.discrimination)))
  }

  private static func curves(
    _ form: FormAnalysis, _ id: String, _ figures: [Figures]
  ) -> [Document.Block] {
    let groups = form.scoreGroups
    guard !groups.isEmpty else { return [] }
    let drawn = figures.filter { !$0.options.isEmpty }
    guard !drawn.isEmpty else { return [] }
    return [.heading(ItemWords.curvesHeading, depth: 3), .paragraph(ItemWords.curvesIntroduction)]
      + drawn.map { figure -> Document.Block in
        let options = figure.options.map { option in
          let people = Set(option.people)
          return OptionCurves.Option(
            label: LocalizedText(
              en: option.id, km: ItemWords.khmerOption(option.id)), isKey: option.isKey,
            shares: groups.map { group in
              Double(group.count { people.contains($0) }) / Double(group.count)
            })
        }
        return .plot(
          Plot(
            id: "curve-\(id)-\(figure.id)", title: ItemWords.curveTitle(figure.id),
            summary: ItemWords.curveSummary(figure.flags), axis: ItemWords.share, digits: 0,
            content: .optionCurves(
              OptionCurves(
                groups: groups.indices.map { LocalizedText(same: "\($0 + 1)") },
                counts: groups.map(\.count), options: options,
                groupAxis: ItemWords.scoreGroups(groups.count)))))
      }
  }
}
