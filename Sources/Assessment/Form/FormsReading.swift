package import Source
package import Text

/// Reads `forms.yaml`.
package enum FormsReading {
  /// The newest format this reader knows.
  package static let format = 1

  /// Returns the blueprint of a file, or `nil` after findings.
  package static func blueprint(_ file: SourceFile, collector: DiagnosticCollector) -> Blueprint? {
    guard
      let map = YAMLReading.map(
        file,
        keys: [
          "id", "title", "seed", "minutes", "mastery", "statuses", "blueprint", "forms", "approval",
          "review",
        ],
        format: format, collector: collector),
      let id = map.text("id"), let title = map.localized("title"),
      let seed = map.integer("seed", in: 0...999_999_999),
      let minutes = map.integer("minutes", in: 1...600),
      let mastery = map.integer("mastery", in: 0...100)
    else { return nil }
    let cells = map.maps("blueprint", keys: ["outcome", "cognitive", "count", "anchors"])
      .compactMap(cell)
    let forms = map.maps("forms", keys: ["id", "title"]).compactMap { form in
      if let id = form.text("id"), let title = form.localized("title") {
        return Blueprint.FormName(id: id, title: title)
      }
      return nil
    }
    guard !cells.isEmpty, !forms.isEmpty else { return nil }
    return Blueprint(
      id: id, title: title, seed: seed, minutes: minutes, masteryPercent: mastery,
      statuses: statuses(map), cells: cells, forms: forms, location: map.location)
  }

  private static func cell(_ map: YAMLMap) -> Blueprint.Cell? {
    guard let outcome = map.located("outcome"),
      let cognitive = map.choice("cognitive", as: CognitiveLevel.self),
      let count = map.integer("count", in: 1...500),
      let anchors = map.integer("anchors", in: 0...count)
    else { return nil }
    return Blueprint.Cell(outcome: outcome, cognitive: cognitive, count: count, anchors: anchors)
  }

  private static func statuses(_ map: YAMLMap) -> [ItemStatus] {
    let known = ItemStatus.allCases.map(\.rawValue)
    let read = map.texts("statuses", required: false).compactMap { text -> ItemStatus? in
      if let status = ItemStatus(rawValue: text.value) { return status }
      map.report(
        "unknown-value", at: "statuses", ItemMessages.unknownValue(text.value, key: "statuses"),
        remedy: ItemMessages.useOneOf(
          known, suggestion: Suggestion.nearest(to: text.value, in: known)))
      return nil
    }
    return read.isEmpty ? [.operational] : read
  }
}
