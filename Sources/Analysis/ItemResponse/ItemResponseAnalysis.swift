import Document
package import Psychometrics
package import Text

/// Fits an item response model to a table of scores.
package struct ItemResponseAnalysis: Sendable {
  /// What is asked for.
  package struct Request: Sendable {
    /// The model.
    package var model: ItemResponseFit.Model
    /// The method; `nil` for marginal.
    package var method: ItemResponseFit.Method
    /// How people's abilities are estimated, or `nil` for none.
    package var scores: PersonScore.Method?
    /// The fewest people for the model; `nil` for what the literature says.
    package var fewest: Int?
    /// How many threads; `nil` for as many as there are cores.
    package var threads: Int?

    /// Creates a request.
    package init(
      model: ItemResponseFit.Model, method: ItemResponseFit.Method = .marginal,
      scores: PersonScore.Method? = nil, fewest: Int? = nil, threads: Int? = nil
    ) {
      self.model = model
      self.method = method
      self.scores = scores
      self.fewest = fewest
      self.threads = threads
    }
  }

  let input: ItemTable
  let request: Request
  let language: Language
  var notes = AnswerNotes()

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - input: The scores.
  ///   - request: What is asked for.
  ///   - language: The language of what programs read as text.
  ///   - collector: Receives what is wrong with the data.
  /// - Returns: The answer, or `nil` where the data are no scores of such a model.
  package static func answer(
    _ input: ItemTable, _ request: Request, language: Language, collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    var analysis = ItemResponseAnalysis(input: input, request: request, language: language)
    return analysis.answer(collector)
  }

  /// The answers in categories, without items that say nothing and people without answers.
  private struct Prepared {
    /// The items that can be fitted, by their place among all.
    var kept: [Int]
    /// Those that cannot, with the reason.
    var constant: [Int]
    var categories: [Int]
    /// The scores that became the categories.
    var values: [[Double]]
    var cells: [UInt8]
  }

  private mutating func answer(_ collector: DiagnosticCollector) -> AnalysisAnswer? {
    let path = input.table.path
    if request.method == .conditional, request.model != .rasch {
      collector.add(StatisticsMessages.conditionalIsRasch(path))
      return nil
    }
    guard let prepared = prepared(collector) else { return nil }
    let width = prepared.kept.count
    // Somebody who answered nothing is nobody to the model.
    let weights = (0..<input.table.rowCount).map { row -> Double in
      let own = prepared.cells[(row * width)..<((row + 1) * width)]
      return own.contains { $0 != ResponsePatterns.missing } ? 1 : 0
    }
    let people = weights.count { $0 > 0 }
    noteData(prepared, silent: input.table.rowCount - people)
    let suited = ItemResponseFit.suited(request.model, people: people, fewest: request.fewest)
    guard let model = suited else {
      return classical(tooFew: people)
    }
    if model != request.model {
      notes.add(
        "simpler-model", .warning,
        ItemResponseWords.fallBack(request.model, model, people: people, fewest: fewestPeople))
    } else if people < ItemResponseFit.advised(model) {
      notes.add("few-people", .warning, ItemResponseWords.fewPeople(model, people: people))
    }
    let ids = prepared.kept.map { input.names[$0] }
    guard
      let patterns = ResponsePatterns(
        cells: prepared.cells, categories: prepared.categories, weights: weights),
      patterns.items > 1
    else {
      return refused(
        StatisticsMessages.notFitted(StatisticsMessages.reason(.tooFew(needed: 2)), path))
    }
    let workers = Workers(request.threads)
    let fitted =
      request.method == .conditional
      ? ItemResponseFit.conditional(patterns, ids: ids)
      : ItemResponseFit.marginal(patterns, ids: ids, model: model, workers: workers)
    switch fitted {
    case .undefined(let reason):
      return refused(StatisticsMessages.notFitted(StatisticsMessages.reason(reason), path))
    case .value(let fit):
      let rare = zip(ids, patterns.counts).filter { _, counts in
        model.isPolytomous && counts.contains { $0 < Double(ItemResponseFit.fewestInCategory) }
      }
      if !rare.isEmpty {
        notes.add("rare-category", .warning, ItemResponseWords.rareCategory(rare.map(\.0)))
      }
      let view = ItemResponseView(
        input: input, request: request, fit: fit, patterns: patterns, kept: prepared.kept,
        constant: prepared.constant, notes: notes)
      var answer = view.answer(language)
      if !fit.hasConverged {
        answer.refusal = StatisticsMessages.notConverged(Figures.small(fit.maxGradient), path)
      }
      return answer
    }
  }

  private var fewestPeople: Int {
    request.fewest ?? ItemResponseFit.fewest(request.model)
  }

  // MARK: The data

  private func prepared(_ collector: DiagnosticCollector) -> Prepared? {
    var odd: [String] = []
    var kept: [Int] = []
    var constant: [Int] = []
    var categories: [Int] = []
    var values: [[Double]] = []
    let isPolytomous = request.model.isPolytomous
    for (item, name) in input.names.enumerated() {
      let own = input.values(item)
      let isGood =
        own?.allSatisfy { value in
          isPolytomous
            ? value >= 0 && value <= 63 && value.rounded() == value : value == 0 || value == 1
        } ?? false
      guard isGood, let own else {
        odd.append(name)
        continue
      }
      guard own.count > 1 else {
        constant.append(item)
        continue
      }
      kept.append(item)
      values.append(own)
      categories.append(own.count)
    }
    guard odd.isEmpty else {
      collector.add(
        isPolytomous
          ? StatisticsMessages.notWhole(odd, input.table.path)
          : StatisticsMessages.notRightOrWrong(odd, input.table.path))
      return nil
    }
    let tables = zip(kept, values).map { item, own in
      (
        item: item,
        bytes: [ResponsePatterns.missing] + own.indices.map { UInt8($0) }
      )
    }
    return Prepared(
      kept: kept, constant: constant, categories: categories, values: values,
      cells: input.cells(tables))
  }

  private mutating func noteData(_ prepared: Prepared, silent: Int) {
    if silent > 0 { notes.add("no-answers", .info, ItemResponseWords.silent(silent)) }
    if !prepared.constant.isEmpty {
      notes.add(
        "no-variation", .warning,
        ItemResponseWords.constantItems(prepared.constant.map { input.names[$0] }))
    }
    let gaps = zip(prepared.kept, prepared.values).filter { _, own in
      guard let low = own.first, let high = own.last else { return false }
      return Int(high - low) + 1 > own.count
    }
    if !gaps.isEmpty {
      notes.add(
        "closed-up", .warning, ItemResponseWords.closedUp(gaps.map { input.names[$0.0] }))
    }
    let missing = input.items.reduce(0) { $0 + input.table.numbers($1).missingCount }
    if missing > 0 {
      notes.add(
        "missing", .info,
        request.method == .conditional
          ? ItemResponseWords.missingListwise(missing) : ItemResponseWords.missingUsed(missing))
    }
  }

  // MARK: No fit

  /// Classical figures, for too few people.
  private mutating func classical(tooFew people: Int) -> AnalysisAnswer {
    notes.add(
      "too-few-people", .warning,
      ItemResponseWords.tooFew(request.model, people: people, fewest: fewestPeople))
    let finding = Diagnostic(
      "too-few-people", at: SourceLocation(file: input.table.path),
      ItemResponseWords.tooFew(request.model, people: people, fewest: fewestPeople),
      remedy: ItemResponseWords.tooFewRemedy)
    return refused(finding)
  }

  /// The classical figures of the items, and why there is no model.
  private func refused(_ finding: Diagnostic) -> AnalysisAnswer {
    let figures = ClassicalFigures(input)
    let reason = finding.message
    var items: [JSONValue] = []
    var rows: [[Table.Cell]] = []
    for (name, figure) in zip(input.names, figures.items) {
      items.append([
        "id": .string(name), "discrimination": .null, "difficulty": .null, "intercept": .null,
        "standardErrors": .null, "reason": .string(reason.text(in: language)),
        "meanScore": JSONValue(number: figure.mean),
        "itemRestCorrelation": JSONValue(number: figure.correlation),
      ])
      rows.append([
        .text(name), .integer(figure.people),
        .number(figure.mean, digits: 3, orMissing: StatisticsMessages.reason(.tooFew(needed: 1))),
        .number(figure.correlation, digits: 3, orMissing: StatisticsMessages.reason(.noVariation)),
      ])
    }
    let json: JSONObject = [
      "model": .null, "asked": .string(request.model.rawValue),
      "method": .string(request.method.rawValue), "logLikelihood": .null, "maxGradient": .null,
      "iterations": .null, "converged": .bool(false), "people": .int(input.table.rowCount),
      "reason": .string(reason.text(in: language)), "items": .array(items),
      "notes": notes.json(language),
    ]
    let table = Table(
      id: "classical", caption: ItemResponseWords.classicalCaption,
      columns: [
        Table.Column("item", ItemResponseWords.item),
        Table.Column("people", ItemResponseWords.people, .number),
        Table.Column("meanScore", ItemResponseWords.meanScore, .number),
        Table.Column("itemRestCorrelation", ItemResponseWords.itemRest, .number),
      ], rows: rows)
    return AnalysisAnswer(
      json: json,
      document: Document(
        title: ItemResponseWords.title(request.model), blocks: notes.blocks + [.table(table)]),
      refusal: finding)
  }
}

/// The share or mean of each item, and its correlation with the sum of the others.
struct ClassicalFigures {
  struct Item {
    var people: Int
    var mean: Double?
    var correlation: Double?
  }

  let items: [Item]

  /// People with a missing score are left out of the correlations.
  init(_ input: ItemTable) {
    let columns = input.items.map { input.table.numbers($0).expanded }
    let rows = 0..<input.table.rowCount
    let complete = rows.filter { row in columns.allSatisfy { !$0[row].isNaN } }
    let totals = complete.map { row in columns.reduce(0) { $0 + $1[row] } }
    items = columns.map { column in
      let given = column.filter { !$0.isNaN }
      let own = complete.map { column[$0] }
      return Item(
        people: given.count,
        mean: given.isEmpty ? nil : given.reduce(0, +) / Double(given.count),
        correlation: Self.correlation(own, zip(totals, own).map { $0 - $1 }))
    }
  }

  private static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    guard first.count > 1 else { return nil }
    let count = Double(first.count)
    let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var sums = (0.0, 0.0, 0.0)
    for (one, two) in zip(first, second) {
      sums.0 += (one - means.0) * (one - means.0)
      sums.1 += (two - means.1) * (two - means.1)
      sums.2 += (one - means.0) * (two - means.1)
    }
    guard sums.0 > 1e-12, sums.1 > 1e-12 else { return nil }
    return sums.2 / (sums.0 * sums.1).squareRoot()
  }
}
