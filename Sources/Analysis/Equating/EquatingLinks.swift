import Document
import Psychometrics
import Text

extension EquatingAnalysis {
  /// Fits a model to each form, links the scales by the anchor, and equates true scores.
  func linked(_ collector: DiagnosticCollector) -> Result? {
    guard let method = request.method.linking else { return nil }
    guard !x.hasTotals, !y.hasTotals else {
      collector.add(EquatingWords.needsItems(x.hasTotals ? x.path : y.path))
      return nil
    }
    var notes = AnswerNotes()
    guard let first = fit(x, &notes, collector), let second = fit(y, &notes, collector) else {
      return nil
    }
    func curves(_ fit: ItemResponseFit) -> [ItemCurve] {
      x.anchorNames.compactMap { name in fit.items.first { $0.id == name }?.curve }
    }
    let link = ScaleLinking.of(
      x: curves(first), y: curves(second), method: method, grid: request.grid)
    switch link {
    case .undefined(let reason):
      collector.add(EquatingWords.notEquated(StatisticsMessages.reason(reason), x.path))
      return nil
    case .value(let linking):
      guard
        let table = TrueScoreEquating.table(x: first.curves.map(linking.linked), y: second.curves)
      else {
        collector.add(
          EquatingWords.notEquated(StatisticsMessages.reason(.noVariation), x.path))
        return nil
      }
      var result = Result(table: table)
      result.linking = linking
      result.notes = notes
      return result
    }
  }

  private func fit(
    _ form: Form, _ notes: inout AnswerNotes, _ collector: DiagnosticCollector
  ) -> ItemResponseFit? {
    let input = form.input
    var categories: [Int] = []
    var tables: [(item: Int, bytes: [UInt8])] = []
    var odd: [String] = []
    for (item, name) in input.names.enumerated() {
      // Steps are counted from 0, so that an item's points keep their number.
      guard let values = input.values(item), let highest = values.last,
        values.allSatisfy({ $0 >= 0 && $0 <= 63 && $0.rounded() == $0 }),
        request.model.isPolytomous ? values.count == Int(highest) + 1 : highest <= 1,
        values.count > 1
      else {
        odd.append(name)
        continue
      }
      categories.append(Int(highest) + 1)
      tables.append((item, [ResponsePatterns.missing] + values.map { UInt8($0) }))
    }
    guard odd.isEmpty else {
      collector.add(EquatingWords.cannotFit(odd, input.table.path))
      return nil
    }
    let people = input.table.rowCount
    let fewest = request.fewest ?? ItemResponseFit.fewest(request.model)
    guard people >= fewest else {
      collector.add(
        Diagnostic(
          "too-few-people", at: SourceLocation(file: form.path),
          ItemResponseWords.tooFew(request.model, people: people, fewest: fewest),
          remedy: EquatingWords.simplerMethod))
      return nil
    }
    guard
      let patterns = ResponsePatterns(cells: input.cells(tables), categories: categories)
    else { return nil }
    switch ItemResponseFit.marginal(patterns, ids: input.names, model: request.model) {
    case .undefined(let reason):
      collector.add(StatisticsMessages.notFitted(StatisticsMessages.reason(reason), form.path))
      return nil
    case .value(let fit):
      guard fit.hasConverged else {
        collector.add(
          StatisticsMessages.notConverged(Figures.small(fit.maxGradient), form.path))
        return nil
      }
      if people < ItemResponseFit.advised(request.model) {
        notes.add(
          "few-people", .warning, ItemResponseWords.fewPeople(request.model, people: people))
      }
      return fit
    }
  }
}
