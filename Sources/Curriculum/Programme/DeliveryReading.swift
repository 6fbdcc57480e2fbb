import Source
import Text

/// Reads `delivery.yaml`.
enum DeliveryReading {
  private static let stepKeys = [
    "id", "title", "description", "participants", "people", "led-by", "modules", "duration",
    "window", "after", "generation", "serves",
  ]

  /// Returns the plan, or `nil` after a finding.
  static func read(
    _ file: SourceFile, collector: DiagnosticCollector
  ) -> (plan: DeliveryPlan, status: Programme.FileStatus)? {
    guard let reader = ProgrammeReader(file, keys: ["steps"], collector: collector) else {
      return nil
    }
    let sources = reader.sources()
    let steps = reader.unique(
      reader.map.maps("steps", keys: stepKeys).compactMap { step($0, reader, sources) },
      id: \.id, location: \.location)
    checkOrder(steps, reader)
    return (
      DeliveryPlan(
        title: reader.title, steps: steps, sources: sources, location: reader.map.location),
      reader.status()
    )
  }

  private static func step(
    _ entry: YAMLMap, _ reader: ProgrammeReader, _ sources: [CitedSource]
  ) -> DeliveryPlan.Step? {
    guard let id = entry.text("id"), let title = entry.localized("title"),
      let description = entry.localized("description"), let ledBy = entry.localized("led-by")
    else { return nil }
    return DeliveryPlan.Step(
      id: id, title: title, description: description,
      participants: entry.texts("participants"),
      people: reader.whole(
        "people", of: entry, in: 1...100_000, sources: sources, required: false),
      ledBy: ledBy, modules: entry.texts("modules", required: false),
      duration: duration(entry, reader, sources),
      window: reader.window("window", of: entry, sources: sources),
      after: entry.texts("after", required: false),
      generation: entry.integer("generation", in: 0...20, required: false).map {
        Located($0, at: entry.location(of: "generation"))
      },
      serves: entry.texts("serves"), location: entry.location(of: "id"))
  }

  private static func duration(
    _ entry: YAMLMap, _ reader: ProgrammeReader, _ sources: [CitedSource]
  ) -> DeliveryPlan.Duration? {
    let keys = ["days", "weeks", "days-a-week", "basis", "source"]
    guard let map = entry.map("duration", keys: keys, required: false) else { return nil }
    let days = map.integer("days", in: 1...1000, required: false)
    let weeks = map.integer("weeks", in: 1...200, required: false)
    let daysPerWeek = map.integer("days-a-week", in: 1...7, required: false)
    let basis = reader.basis(of: map, sources: sources)
    guard (days == nil) != (weeks == nil), daysPerWeek == nil || weeks != nil else {
      reader.add(
        "impossible-number", Located("", at: map.location), ProgrammeMessages.badDuration,
        ProgrammeMessages.durationRemedy)
      return nil
    }
    return DeliveryPlan.Duration(
      days: days, weeks: weeks, daysPerWeek: daysPerWeek, basis: basis)
  }

  private static func checkOrder(_ steps: [DeliveryPlan.Step], _ reader: ProgrammeReader) {
    let ids = steps.map(\.id)
    for (index, step) in steps.enumerated() {
      for earlier in step.after {
        guard let place = ids.firstIndex(of: earlier.value) else {
          reader.unknown(
            "unknown-reference", earlier,
            ProgrammeMessages.unknownReference(earlier.value, ProgrammeMessages.step), known: ids)
          continue
        }
        guard place < index else {
          reader.add(
            "steps-out-of-order", earlier, ProgrammeMessages.comesLater(earlier.value, step.id),
            ProgrammeMessages.orderRemedy)
          continue
        }
        guard let before = steps[place].window?.value, let after = step.window?.value,
          after.from < before.from
        else { continue }
        reader.add(
          "dates-out-of-order", earlier,
          ProgrammeMessages.beginsBefore(step.id, earlier.value),
          ProgrammeMessages.startsEarlyRemedy)
      }
      if let days = step.duration?.totalDays, let window = step.window?.value,
        days > window.to.number - window.from.number + 1
      {
        reader.add(
          "impossible-number", Located(step.id, at: step.location),
          ProgrammeMessages.tooLong(step.id, days: days), ProgrammeMessages.tooLongRemedy)
      }
    }
  }
}
