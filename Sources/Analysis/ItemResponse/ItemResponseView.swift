import Document
import Psychometrics
import Text

/// A fit with what follows from it, for programs and for people.
struct ItemResponseView {
  let input: ItemTable
  let request: ItemResponseAnalysis.Request
  let fit: ItemResponseFit
  let patterns: ResponsePatterns
  let kept: [Int]
  let constant: [Int]
  let notes: AnswerNotes

  /// The abilities at which information is shown.
  private static let abilities = (0...16).map { -4 + 0.5 * Double($0) }

  /// How far an item is from its model.
  private enum Fit: Sendable, Hashable {
    case residuals(ItemFit.Residuals)
    case scoreGroups(ItemFit.ScoreGroups)
  }

  func answer(_ language: Language) -> AnalysisAnswer {
    let fits: [Estimate<Fit>] =
      fit.model.hasCommonSlope
      ? ItemFit.residuals(fit, patterns).map { $0.map(Fit.residuals) }
      : ItemFit.scoreGroups(fit, patterns).map { $0.map(Fit.scoreGroups) }
    let information = Self.abilities.map { ItemInformation.test(fit.curves, at: $0) }
    let scores = request.scores.map(scores)
    return AnalysisAnswer(
      json: json(fits, information, scores, language),
      document: document(fits, information, scores))
  }

  // MARK: For programs

  private func json(
    _ fits: [Estimate<Fit>], _ information: [(information: Double, error: Estimate<Double>)],
    _ scores: [Estimate<PersonScore.Value>]?, _ language: Language
  ) -> JSONObject {
    var json: JSONObject = [
      "model": .string(fit.model.rawValue), "asked": .string(request.model.rawValue),
      "method": .string(fit.method.rawValue), "logLikelihood": JSONValue(number: fit.logLikelihood),
      "maxGradient": JSONValue(number: fit.maxGradient), "iterations": .int(fit.iterations),
      "converged": .bool(fit.hasConverged), "people": .int(fit.people),
      "nodes": .int(fit.nodes), "parameters": .int(fit.parameters),
      "aic": JSONValue(number: fit.akaike), "bic": JSONValue(number: fit.bayes),
      "standardErrorsFrom": .string(fit.errorSource.rawValue),
      "reliability": JSONValue(number: fit.method == .marginal ? reliability : nil),
    ]
    var items = [JSONValue](repeating: .null, count: input.items.count)
    for (place, item) in fit.items.enumerated() {
      items[kept[place]] = .object(self.item(item, fits[place], language))
    }
    for place in constant {
      items[place] = [
        "id": .string(input.names[place]), "discrimination": .null, "difficulty": .null,
        "intercept": .null, "standardErrors": .null,
        "reason": .string(ItemResponseWords.sameForAll.text(in: language)),
      ]
    }
    json["items"] = .array(items)
    json["information"] = .array(
      zip(Self.abilities, information).map { ability, own in
        [
          "ability": .double(ability), "information": JSONValue(number: own.information),
          "standardError": JSONValue(number: own.error.value),
        ]
      })
    if let scores, let method = request.scores {
      json["scoring"] = .string(method.rawValue)
      json["scores"] = .array(
        scores.enumerated().map { row, score in
          var own: JSONObject = [
            "id": .string(input.person(row)), "ability": JSONValue(number: score.value?.ability),
            "standardError": JSONValue(number: score.value?.error),
          ]
          if let reason = score.reason {
            own["reason"] = .string(ItemResponseWords.noScore(reason).text(in: language))
          }
          return .object(own)
        })
    }
    json["notes"] = notes.json(language)
    return json
  }

  private func item(
    _ item: ItemResponseFit.Item, _ own: Estimate<Fit>, _ language: Language
  ) -> JSONObject {
    // An item that is right or wrong has one number, an item with steps a list.
    func values(_ list: [Double?]) -> JSONValue {
      list.count == 1 ? JSONValue(number: list[0]) : .array(list.map { JSONValue(number: $0) })
    }
    var json: JSONObject = [
      "id": .string(item.id), "discrimination": JSONValue(number: item.discrimination),
      "difficulty": values(item.difficulties.map(\.value)),
      "intercept": values(item.curve.intercepts),
      "standardErrors": [
        "discrimination": JSONValue(number: item.discriminationError.value),
        "difficulty": values(item.difficultyErrors.map(\.value)),
        "intercept": values(item.interceptErrors.map(\.value)),
      ],
    ]
    switch own {
    case .value(.residuals(let fit)):
      json["fit"] = [
        "infit": JSONValue(number: fit.infit), "infitZ": JSONValue(number: fit.infitZ),
        "outfit": JSONValue(number: fit.outfit), "outfitZ": JSONValue(number: fit.outfitZ),
        "people": .int(fit.people),
      ]
    case .value(.scoreGroups(let fit)):
      json["fit"] = [
        "sX2": JSONValue(number: fit.chiSquared), "df": JSONValue(number: fit.df),
        "p": JSONValue(number: fit.p), "groups": .int(fit.groups), "people": .int(fit.people),
      ]
    case .undefined(let reason):
      json["fit"] = .null
      json["reason"] = .string(StatisticsMessages.reason(reason).text(in: language))
    }
    return json
  }

  /// The mean over people of I/(I + 1).
  ///
  /// Source: Green, Bock, Humphreys, Linn and Reckase (1984),
  /// Journal of Educational Measurement 21, 347–360.
  private var reliability: Double {
    var sum = 0.0
    var weights = 0.0
    for (place, weight) in zip(Quadrature.standard.points, Quadrature.standard.heights) {
      let own = ItemInformation.test(fit.curves, at: place).information
      sum += weight * own / (own + 1)
      weights += weight
    }
    return sum / weights
  }

  private func scores(_ method: PersonScore.Method) -> [Estimate<PersonScore.Value>] {
    let byRow = PersonScoring(fit.curves).scores(patterns, method)
    return patterns.sources.map { source in
      source < 0 ? .undefined(.tooFew(needed: 1)) : byRow[Int(source)]
    }
  }

  // MARK: For people

  private func document(
    _ fits: [Estimate<Fit>], _ information: [(information: Double, error: Estimate<Double>)],
    _ scores: [Estimate<PersonScore.Value>]?
  ) -> Document {
    var blocks: [Document.Block] = notes.blocks
    blocks.append(.keyValues(facts))
    blocks.append(.table(itemTable(fits)))
    if let map = itemMap { blocks.append(.plot(map)) }
    blocks.append(.plot(informationCurve(information)))
    if let scores, let method = request.scores { blocks.append(.table(scoreTable(scores, method))) }
    blocks.append(.paragraph(ItemResponseWords.method(fit)))
    return Document(title: ItemResponseWords.title(fit.model), blocks: blocks)
  }

  private var facts: KeyValues {
    var items = [
      KeyValues.Item(key: "people", title: ItemResponseWords.people, value: .integer(fit.people)),
      KeyValues.Item(
        key: "logLikelihood", title: ItemResponseWords.logLikelihood,
        value: .number(fit.logLikelihood, digits: 4)),
      KeyValues.Item(
        key: "maxGradient", title: ItemResponseWords.largestDerivative,
        value: .text(Figures.small(fit.maxGradient))),
      KeyValues.Item(
        key: "iterations", title: ItemResponseWords.looks, value: .integer(fit.iterations)),
      KeyValues.Item(
        key: "parameters", title: ItemResponseWords.parameters, value: .integer(fit.parameters)),
    ]
    if fit.method == .marginal {
      items.append(
        KeyValues.Item(
          key: "reliability", title: ItemResponseWords.reliability,
          value: .number(reliability, digits: 3)))
    }
    return KeyValues(id: "fit", items: items)
  }

  private func itemTable(_ fits: [Estimate<Fit>]) -> Table {
    var columns = [
      Table.Column("item", ItemResponseWords.item),
      Table.Column("step", ItemResponseWords.step, .number),
      Table.Column("discrimination", ItemResponseWords.slope, .number),
      Table.Column("discriminationError", ItemResponseWords.error, .number),
      Table.Column("difficulty", ItemResponseWords.difficulty, .number),
      Table.Column("difficultyError", ItemResponseWords.error, .number),
    ]
    let hasSteps = fit.items.contains { $0.difficulties.count > 1 }
    if !hasSteps { columns.remove(at: 1) }
    let isResidual = fit.model.hasCommonSlope
    columns +=
      isResidual
      ? [
        Table.Column("infit", LocalizedText(en: "infit", km: "infit"), .number),
        Table.Column("outfit", LocalizedText(en: "outfit", km: "outfit"), .number),
      ]
      : [
        Table.Column("sX2", LocalizedText(en: "S-X²", km: "S-X²"), .number),
        Table.Column("df", LocalizedText(en: "df", km: "df"), .number),
        Table.Column("p", LocalizedText(en: "p", km: "p"), .number),
      ]
    var rows: [[Table.Cell]] = []
    for (item, own) in zip(fit.items, fits) {
      for step in item.difficulties.indices {
        var row: [Table.Cell] = [.text(item.id)]
        if hasSteps { row.append(.integer(step + 1)) }
        row.append(step == 0 ? .number(item.discrimination, digits: 3) : .empty)
        row.append(step == 0 ? cell(item.discriminationError, isGiven: true) : .empty)
        row.append(cell(item.difficulties[step]))
        row.append(cell(item.difficultyErrors[step]))
        if step == 0 { row += cells(own, isResidual: isResidual) }
        rows.append(row)
      }
    }
    for place in constant {
      let count = columns.count - 1
      rows.append(
        [.text(input.names[place])]
          + [Table.Cell](repeating: .missing(ItemResponseWords.sameForAll), count: count))
    }
    return Table(
      id: "items", caption: ItemResponseWords.itemsCaption, columns: columns, rows: rows,
      footnotes: [
        isResidual ? ItemResponseWords.residualNote : ItemResponseWords.scoreGroupNote
      ])
  }

  private func cell(_ value: Estimate<Double>, isGiven: Bool = false) -> Table.Cell {
    switch value {
    case .value(let number): .number(number, digits: 3)
    case .undefined(let reason):
      .missing(
        isGiven && fit.method == .conditional
          ? ItemResponseWords.givenSlope : StatisticsMessages.reason(reason))
    }
  }

  private func cells(_ own: Estimate<Fit>, isResidual: Bool) -> [Table.Cell] {
    switch own {
    case .value(.residuals(let fit)):
      [.number(fit.infit, digits: 2), .number(fit.outfit, digits: 2)]
    case .value(.scoreGroups(let fit)):
      [.number(fit.chiSquared, digits: 2), .number(fit.df, digits: 0), .probability(fit.p)]
    case .undefined(let reason):
      [Table.Cell](
        repeating: .missing(StatisticsMessages.reason(reason)), count: isResidual ? 2 : 3)
    }
  }

  /// The items from the easiest to the hardest, with their intervals.
  private var itemMap: Plot? {
    var points: [(value: Double, point: Plot.Interval)] = []
    for item in fit.items {
      for (step, difficulty) in item.difficulties.enumerated() {
        guard let value = difficulty.value, value.magnitude < 8 else { continue }
        let label = item.difficulties.count > 1 ? "\(item.id) ≥ \(step + 1)" : item.id
        let half = item.difficultyErrors[step].value.map { 1.96 * $0 }
        points.append(
          (
            value,
            Plot.Interval(
              label: LocalizedText(same: label), value: value, low: half.map { value - $0 },
              high: half.map { value + $0 })
          ))
      }
    }
    guard !points.isEmpty else { return nil }
    points.sort { $0.value < $1.value }
    return Plot(
      id: "item-map", title: ItemResponseWords.mapTitle, summary: ItemResponseWords.mapSummary,
      axis: ItemResponseWords.abilityAxis, digits: 2, content: .intervals(points.map(\.point)))
  }

  private func informationCurve(
    _ information: [(information: Double, error: Estimate<Double>)]
  ) -> Plot {
    Plot(
      id: "information", title: ItemResponseWords.informationTitle,
      summary: ItemResponseWords.informationSummary, axis: ItemResponseWords.informationAxis,
      digits: 2,
      content: .bars(
        zip(Self.abilities, information).map {
          Plot.Bar(label: Figures.number($0, 1), value: $1.information)
        }))
  }

  private func scoreTable(
    _ scores: [Estimate<PersonScore.Value>], _ method: PersonScore.Method
  ) -> Table {
    Table(
      id: "scores", caption: ItemResponseWords.scoresCaption(method),
      columns: [
        Table.Column("person", ItemResponseWords.person),
        Table.Column("ability", ItemResponseWords.ability, .number),
        Table.Column("standardError", ItemResponseWords.error, .number),
      ],
      rows: scores.enumerated().map { row, score in
        let reason = score.reason.map(ItemResponseWords.noScore) ?? ItemResponseWords.sameForAll
        return [
          .text(input.person(row)),
          .number(score.value?.ability, digits: 3, orMissing: reason),
          .number(score.value?.error, digits: 3, orMissing: reason),
        ]
      })
  }
}
