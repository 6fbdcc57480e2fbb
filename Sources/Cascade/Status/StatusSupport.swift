import Curriculum
import Glibc
import Records
import Source
import Text

extension StatusReckoning {
  // MARK: Support

  /// The certificates that end within `CascadeStatusReport.days` or have ended; of one person the
  /// earliest end.
  func endingCertificates() -> [(code: String, until: CalendarDate, days: Int)] {
    var ends: [String: CalendarDate] = [:]
    for record in Self.certificates(input.statements, links).values where record.withdrawn != true {
      guard let until = record.until.flatMap({ CalendarDate($0) }),
        until.number - input.date.number <= CascadeStatusReport.days
      else { continue }
      let code = links.person(record.code)
      ends[code] = min(ends[code] ?? until, until)
    }
    return ends.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value, $0.value.number - input.date.number) }
  }

  /// After n months (1 − loss)ⁿ of the learning is left, so that n = log floor / log(1 − loss).
  func refreshAfter() -> Double? {
    guard let loss = input.plan.fidelity?.monthlyLoss?.value, loss > 0, loss < 1,
      let floor = input.plan.fidelity?.floor?.value, floor > 0, floor < 1
    else { return nil }
    return log(floor) / log(1 - loss)
  }

  /// Trainers and the certified whose last training as learners lies more than `months` back.
  func refreshers(
    _ months: Double
  ) -> [(code: String, last: CalendarDate, months: Double, left: Double)] {
    guard let loss = input.plan.fidelity?.monthlyLoss?.value else { return [] }
    let teaching = Set(lineage.learners.keys).union(certified)
    var last: [String: CalendarDate] = [:]
    for event in events where event.isHeld {
      let text = event.delivery.details.to ?? event.delivery.details.from
      guard let day = text.flatMap({ CalendarDate($0) }), day <= input.date else { continue }
      for code in event.attended where teaching.contains(code) {
        last[code] = max(last[code] ?? day, day)
      }
    }
    return last.sorted { $0.key < $1.key }.compactMap { code, day in
      let passed = Double(input.date.number - day.number) / (365.25 / 12)
      return passed > months ? (code, day, passed, pow(1 - loss, passed)) : nil
    }
  }

  /// Lineages whose descendants gained less than the floor's share of what the first generation
  /// with enough people gained.
  func weakLineages() -> (
    below: [(trainer: String, people: Int, share: Double)], enough: Int, few: Int
  ) {
    let gains = Dictionary(grouping: pairs, by: \.generation)
      .filter { $0.value.count >= CascadeStatusReport.fewest }
    guard let floor = input.plan.fidelity?.floor?.value,
      let first = gains.min(by: { $0.key < $1.key })?.value
    else { return ([], 0, 0) }
    let start = first.reduce(0) { $0 + $1.gain } / Double(first.count)
    guard start > 0 else { return ([], 0, 0) }
    let byCode = Dictionary(grouping: pairs, by: \.code)
    var result: (below: [(trainer: String, people: Int, share: Double)], enough: Int, few: Int) =
      ([], 0, 0)
    for trainer in lineage.learners.keys.sorted() {
      // In one order, so that sums are rounded the same way each time.
      let codes = lineage.descendants(of: trainer).filter { byCode[$0] != nil }.sorted()
      guard codes.count >= CascadeStatusReport.fewest else {
        result.few += 1
        continue
      }
      result.enough += 1
      let own = codes.flatMap { byCode[$0] ?? [] }
      let share = own.reduce(0) { $0 + $1.gain } / Double(own.count) / start
      if share < floor { result.below.append((trainer, codes.count, share)) }
    }
    return result
  }

  // MARK: Findings

  func findings() -> [Diagnostic] {
    var found = DeliveryFindings.findings(
      input.events, statements: input.statements,
      classLimit: input.plan.limits.classSize.value)
    found += lineage.circles.map(StatusMessages.circle)
    for event in events {
      found += event.both.map { StatusMessages.bothSides($0, event.event.id) }
      if event.isCancelled { continue }
      if event.isHeld, event.delivery.trainers.isEmpty {
        found.append(StatusMessages.noTrainer(event.event.id))
      }
      guard let entered = event.delivery.details.generation else { continue }
      let trainers = event.delivery.trainers.compactMap { lineage.generations[$0.code] }
      if let lowest = trainers.min(), lowest >= entered {
        found.append(StatusMessages.generation(event.event.id, entered, lowest))
      }
    }
    return found
  }
}
