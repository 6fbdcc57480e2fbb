import Source
import Text

extension CascadeReading {
  func costs(_ map: YAMLMap) -> CascadePlan.Costs? {
    let keys = [
      "currency", "trainer-day", "travel", "class", "participant-day", "materials",
    ]
    guard let entry = map.map("costs", keys: keys, required: false),
      let currency = entry.text("currency")
    else { return nil }
    func cost(_ key: String) -> Figure<Double>? {
      reader.number(key, of: entry, sources: sources, required: false)
    }
    return CascadePlan.Costs(
      currency: currency, trainerDay: cost("trainer-day"), travel: cost("travel"),
      classCost: cost("class"), participantDay: cost("participant-day"),
      materials: cost("materials"))
  }

  func fidelity(_ map: YAMLMap) -> CascadePlan.Fidelity? {
    guard
      let entry = map.map("fidelity", keys: ["passed", "monthly-loss", "floor"], required: false)
    else { return nil }
    func share(_ key: String, mayBeZero: Bool = true) -> Figure<Double>? {
      reader.share(key, of: entry, sources: sources, required: false, mayBeZero: mayBeZero)
    }
    return CascadePlan.Fidelity(
      passed: share("passed", mayBeZero: false), monthlyLoss: share("monthly-loss"),
      floor: share("floor"))
  }

  func scenarios(_ map: YAMLMap) -> [CascadePlan.Scenario] {
    let scenarios = map.maps(
      "scenarios", keys: ["id", "title", "changes", "last-generation"], required: false
    ).compactMap { entry -> CascadePlan.Scenario? in
      guard let id = entry.text("id"), let title = entry.localized("title") else { return nil }
      return CascadePlan.Scenario(
        id: id, title: title, changes: changes(entry),
        lastGeneration: entry.integer("last-generation", in: 1...20, required: false),
        location: entry.location(of: "id"))
    }
    return reader.unique(scenarios, id: \.id, location: \.location)
  }

  private func changes(_ map: YAMLMap) -> [CascadePlan.Scenario.Change] {
    let keys = [
      "generation", "class-size", "show-up", "facilitators", "days", "active",
      "classes-per-trainer", "certified",
    ]
    return map.maps("changes", keys: keys, required: false).compactMap { entry in
      guard let generation = generation(entry, required: true) else { return nil }
      func whole(_ key: String, _ range: ClosedRange<Int>) -> Figure<Int>? {
        reader.whole(key, of: entry, in: range, sources: sources, required: false)
      }
      func share(_ key: String, mayBeZero: Bool = true) -> Figure<Double>? {
        reader.share(key, of: entry, sources: sources, required: false, mayBeZero: mayBeZero)
      }
      return CascadePlan.Scenario.Change(
        generation: generation, classSize: whole("class-size", 1...1000),
        showUp: share("show-up", mayBeZero: false), facilitators: whole("facilitators", 1...100),
        days: whole("days", 1...365), active: share("active"),
        classesPerTrainer: whole("classes-per-trainer", 0...1000), certified: share("certified"))
    }
  }
}
