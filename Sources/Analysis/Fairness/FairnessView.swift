import Document
import Psychometrics
import Text

/// Comparisons of groups, for programs and for people.
struct FairnessView {
  let names: [String]
  let groupColumn: String
  let request: FairnessAnalysis.Request
  let reference: String
  let counts: [String: Int]
  let comparisons: [FairnessAnalysis.Comparison]
  let notes: AnswerNotes

  // MARK: For programs

  func json(_ language: Language) -> JSONObject {
    var items: [JSONValue] = []
    for comparison in comparisons {
      let adjusted = MultipleTests.holm(comparison.result.items.map { p($0) })
      for (item, pAdjusted) in zip(comparison.result.items, adjusted) {
        var own = self.item(item, language)
        own["pAdjusted"] = JSONValue(number: pAdjusted)
        own["focal"] = .string(comparison.focal)
        items.append(.object(own))
      }
    }
    return [
      "method": .string(request.method.rawValue), "group": .string(groupColumn),
      "reference": .string(reference),
      "focal": .array(comparisons.map { .string($0.focal) }),
      "groups": .array(
        counts.sorted { $0.key < $1.key }.map { ["label": .string($0.key), "n": .int($0.value)] }),
      "matching": .string("total with the studied item"), "purify": .bool(request.purifies),
      "purified": .array(
        comparisons.map {
          [
            "focal": .string($0.focal), "rounds": .int($0.result.rounds),
            "settled": .bool($0.result.isSettled),
            "items": .array($0.result.purified.map { .string($0) }),
          ]
        }),
      "items": .array(items), "notes": notes.json(language),
    ]
  }

  private func p(_ item: ItemFairness.Item) -> Double? {
    request.method == .logistic ? item.logistic?.value?.both.p : item.test.p.value
  }

  private func item(_ item: ItemFairness.Item, _ language: Language) -> JSONObject {
    var json: JSONObject = [
      "id": .string(item.id), "alphaMH": JSONValue(number: item.test.odds.value),
      "chiSquared": JSONValue(number: item.test.chiSquared.value),
      "p": JSONValue(number: item.test.p.value), "deltaMH": JSONValue(number: item.delta.value),
      "standardError": JSONValue(number: item.standardError.value),
      "class": JSONValue(text: item.category.value?.rawValue),
      "chiSquaredUncorrected": JSONValue(number: item.test.chiSquaredUncorrected.value),
      "strata": .int(item.test.strata),
      "standardizedDifference": JSONValue(number: item.standardisedDifference.value),
      "breslowDay": item.breslowDay.value.map {
        [
          "chiSquared": JSONValue(number: $0.chiSquared), "df": JSONValue(number: $0.df),
          "p": JSONValue(number: $0.p),
        ]
      } ?? .null,
    ]
    if let logistic = item.logistic {
      json["logistic"] =
        logistic.value.map { own in
          [
            "group": JSONValue(number: own.group),
            "groupStandardError": JSONValue(number: own.groupError),
            "interaction": JSONValue(number: own.interaction),
            "interactionStandardError": JSONValue(number: own.interactionError),
            "uniform": test(own.uniform), "nonUniform": test(own.nonUniform),
            "both": test(own.both), "deltaR2": JSONValue(number: own.effect),
          ]
        } ?? .null
    }
    if let reason = item.category.reason {
      json["reason"] = .string(StatisticsMessages.reason(reason).text(in: language))
    }
    return json
  }

  private func test(_ test: LogisticFairness.Test) -> JSONValue {
    [
      "chiSquared": JSONValue(number: test.chiSquared), "df": JSONValue(number: test.df),
      "p": JSONValue(number: test.p),
    ]
  }

  // MARK: For people

  var document: Document {
    var blocks: [Document.Block] = notes.blocks
    blocks.append(.paragraph(FairnessWords.groups(reference, counts, comparisons.map(\.focal))))
    for comparison in comparisons {
      blocks.append(.table(table(comparison)))
      if !comparison.result.purified.isEmpty {
        blocks.append(
          .note(.info, FairnessWords.purified(comparison.result.purified, comparison.result.rounds))
        )
      }
      if let plot = plot(comparison) { blocks.append(.plot(plot)) }
    }
    blocks.append(.paragraph(FairnessWords.method(request.method, isPurified: request.purifies)))
    return Document(title: FairnessWords.title, blocks: blocks)
  }

  private func id(_ comparison: FairnessAnalysis.Comparison, _ name: String) -> String {
    let place = comparisons.firstIndex { $0.focal == comparison.focal } ?? 0
    return comparisons.count > 1 ? "\(name)-\(place + 1)" : name
  }

  private func table(_ comparison: FairnessAnalysis.Comparison) -> Table {
    var columns = [Table.Column("item", ItemResponseWords.item)]
    switch request.method {
    case .mantelHaenszel:
      columns += [
        Table.Column("alphaMH", LocalizedText(same: "α"), .number),
        Table.Column("chiSquared", LocalizedText(same: "χ²"), .number),
        Table.Column("p", LocalizedText(same: "p"), .number),
        Table.Column("deltaMH", LocalizedText(same: "Δ"), .number),
        Table.Column("standardError", ItemResponseWords.error, .number),
      ]
    case .standardization:
      columns.append(Table.Column("difference", FairnessWords.difference, .number))
    case .logistic:
      columns += [
        Table.Column("uniformP", FairnessWords.uniform, .number),
        Table.Column("nonUniformP", FairnessWords.nonUniform, .number),
        Table.Column("p", LocalizedText(same: "p"), .number),
        Table.Column("deltaR2", LocalizedText(same: "ΔR²"), .number),
      ]
    }
    columns.append(Table.Column("class", FairnessWords.category))
    columns.append(Table.Column("harder", FairnessWords.harder))
    return Table(
      id: id(comparison, "dif"),
      caption: FairnessWords.caption(comparison.focal, reference), columns: columns,
      rows: comparison.result.items.map { row($0, comparison.focal) },
      footnotes: [FairnessWords.classes(request.method)])
  }

  private func row(_ item: ItemFairness.Item, _ focal: String) -> [Table.Cell] {
    let reason = StatisticsMessages.reason(
      item.category.reason ?? item.test.p.reason ?? .noVariation)
    func number(_ value: Double?, _ digits: Int) -> Table.Cell {
      .number(value, digits: digits, orMissing: reason)
    }
    var cells: [Table.Cell] = [.text(item.id)]
    var direction = item.delta.value
    switch request.method {
    case .mantelHaenszel:
      cells += [
        number(item.test.odds.value, 3), number(item.test.chiSquared.value, 2),
        .probability(item.test.p.value, orMissing: reason), number(item.delta.value, 2),
        number(item.standardError.value, 2),
      ]
    case .standardization:
      direction = item.standardisedDifference.value
      cells.append(number(direction, 3))
    case .logistic:
      let own = item.logistic?.value
      direction = own?.group
      cells += [
        .probability(own?.uniform.p, orMissing: reason),
        .probability(own?.nonUniform.p, orMissing: reason),
        .probability(own?.both.p, orMissing: reason), number(own?.effect, 4),
      ]
    }
    guard let category = item.category.value else {
      return cells + [.missing(reason), .missing(reason)]
    }
    let side = direction.map { $0 < 0 ? focal : reference } ?? ""
    return cells + [.text(category.rawValue), category == .negligible ? .empty : .text(side)]
  }

  private func plot(_ comparison: FairnessAnalysis.Comparison) -> Plot? {
    guard request.method == .mantelHaenszel else { return nil }
    let points = comparison.result.items.compactMap { item -> Plot.Interval? in
      guard let delta = item.delta.value else { return nil }
      let half = item.standardError.value.map { 1.96 * $0 }
      return Plot.Interval(
        label: LocalizedText(same: item.id), value: delta, low: half.map { delta - $0 },
        high: half.map { delta + $0 })
    }
    guard !points.isEmpty else { return nil }
    return Plot(
      id: id(comparison, "delta"), title: FairnessWords.plotTitle(comparison.focal),
      summary: FairnessWords.plotSummary, axis: FairnessWords.plotAxis, digits: 2,
      content: .intervals(points))
  }
}
