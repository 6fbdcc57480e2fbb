import Source
import Text

/// Reads `results-framework.yaml`.
enum ResultsReading {
  /// Returns the framework, or `nil` after a finding.
  static func read(
    _ file: SourceFile, collector: DiagnosticCollector
  ) -> (framework: ResultsFramework, status: Programme.FileStatus)? {
    guard
      let reader = ProgrammeReader(
        file, keys: ["outcome", "outputs", "indicators"], collector: collector)
    else { return nil }
    let sources = reader.sources()
    let entry = reader.map.map("outcome", keys: ["id", "text"])
    let outcome = ResultsFramework.Outcome(
      id: entry?.text("id") ?? "", text: entry?.localized("text") ?? LocalizedText(same: ""))
    let outputs = outputs(reader)
    let ids = outputs.map(\.id) + outputs.flatMap(\.activities).map(\.id)
    return (
      ResultsFramework(
        title: reader.title, outcome: outcome, outputs: outputs,
        indicators: indicators(reader, sources, ids: ids), sources: sources,
        location: reader.map.location),
      reader.status()
    )
  }

  private static func outputs(_ reader: ProgrammeReader) -> [ResultsFramework.Output] {
    let read = reader.map.maps("outputs", keys: ["id", "text", "activities"]).compactMap {
      entry -> ResultsFramework.Output? in
      guard let id = entry.text("id"), let text = entry.localized("text") else { return nil }
      let activities = entry.maps("activities", keys: ["id", "text"]).compactMap {
        activity -> ResultsFramework.Activity? in
        guard let id = activity.text("id"), let text = activity.localized("text") else {
          return nil
        }
        return ResultsFramework.Activity(
          id: id, text: text, location: activity.location(of: "id"))
      }
      return ResultsFramework.Output(
        id: id, text: text, activities: activities, location: entry.location(of: "id"))
    }
    let outputs = reader.unique(read, id: \.id, location: \.location)
    _ = reader.unique(outputs.flatMap(\.activities), id: \.id, location: \.location)
    return outputs
  }

  private static func indicators(
    _ reader: ProgrammeReader, _ sources: [CitedSource], ids: [String]
  ) -> [ResultsFramework.Indicator] {
    let keys = [
      "id", "text", "unit", "measures", "method", "baseline", "target", "formula", "period",
      "targets",
    ]
    let read = reader.map.maps("indicators", keys: keys, required: false).compactMap {
      entry -> ResultsFramework.Indicator? in
      guard let id = entry.text("id"), let text = entry.localized("text"),
        let unit = entry.localized("unit"), let measures = entry.located("measures"),
        let method = entry.localized("method")
      else { return nil }
      if !ids.contains(measures.value) {
        reader.unknown(
          "unknown-reference", measures,
          ProgrammeMessages.unknownReference(measures.value, ProgrammeMessages.activity),
          known: ids)
      }
      return ResultsFramework.Indicator(
        id: id, text: text, unit: unit, measures: measures, method: method,
        baseline: known("baseline", entry, reader, sources),
        target: known("target", entry, reader, sources),
        formula: entry.choice("formula", as: ResultsFramework.Formula.self, required: false),
        period: reader.window("period", of: entry, sources: sources),
        groupTargets: groupTargets(entry, reader, sources), location: entry.location(of: "id"))
    }
    return reader.unique(read, id: \.id, location: \.location)
  }

  /// Returns what is wanted for each sex or province: `- {sex: female, target: {…}}`.
  private static func groupTargets(
    _ entry: YAMLMap, _ reader: ProgrammeReader, _ sources: [CitedSource]
  ) -> [ResultsFramework.GroupTarget] {
    entry.maps("targets", keys: ["sex", "province", "target"], required: false).compactMap { map in
      let sex = map.located("sex", required: false)
      let province = map.located("province", required: false)
      guard (sex == nil) != (province == nil), let group = sex ?? province else {
        reader.add(
          "no-group", Located("", at: map.location), ProgrammeMessages.oneGroup,
          ProgrammeMessages.oneGroupRemedy)
        return nil
      }
      if let sex, !["female", "male", "other"].contains(sex.value) {
        reader.unknown(
          "unknown-value", sex, ProgrammeMessages.unknownSex(sex.value),
          known: ["female", "male", "other"])
      }
      guard let target = reader.number("target", of: map, sources: sources) else { return nil }
      return ResultsFramework.GroupTarget(
        attribute: sex == nil ? "province" : "sex", value: group.value, target: target)
    }
  }

  /// Returns a figure that must be written, even if only as `null` because nobody knows it.
  private static func known(
    _ key: String, _ entry: YAMLMap, _ reader: ProgrammeReader, _ sources: [CitedSource]
  ) -> Figure<Double>? {
    let written = entry.entries().first { $0.key.value == key }
    if let value = written?.value, ["null", "~", ""].contains(value) { return nil }
    return reader.number(key, of: entry, sources: sources)
  }
}
