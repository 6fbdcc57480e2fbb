import Assessment
import Curriculum
import Glibc
import Psychometrics
import Records
import Source
import Text

/// Says from a plan and the records' facts what really happened in a cascade.
package enum CascadeStatus {
  /// Reckons the status; a pure function of its argument.
  package static func status(_ input: CascadeStatusInput) -> CascadeStatusReport {
    StatusReckoning(input).report()
  }
}

/// What is looked up again and again while a status is reckoned.
struct StatusReckoning {
  let input: CascadeStatusInput
  let links: CodeLinks
  let events: [StatusEvent]
  let lineage: CascadeLineage
  let people: [String: PersonAttributes]
  let pairs: [Pair]
  let certified: Set<String>
  let postTested: [String: Set<String>]

  /// A pre- and a post-test of one person at one event.
  struct Pair {
    var event: Int
    var generation: Int
    var code: String
    var before: Double
    var after: Double
    /// Whether the post-test reaches the cut score of its form; `nil` where it has none.
    var isOver: Bool?
    var gain: Double { after - before }
  }

  init(_ input: CascadeStatusInput) {
    self.input = input
    let statements = input.statements
    let links = CodeLinks(statements.links.map(\.record))
    self.links = links
    let judged = EvaluatedAttempts(
      input.attempts, rules: EvaluationRules(statements, events: input.events))
    let counted = Dictionary(
      grouping: judged.attempts(.counted).filter { $0.occasion != .practice },
      by: { $0.event ?? "" })
    let grouped = Self.grouped(statements)
    let events = input.events.map { event in
      StatusEvent(
        event,
        EventDelivery(event.id, grouped[event.id] ?? Statements()),
        links: links, tested: Set((counted[event.id] ?? []).map(\.code)))
    }
    self.events = events
    let masters = Set(
      Dictionary(
        statements.roles.map { ("\(links.person($0.record.code)) \($0.record.role.rawValue)", $0) },
        uniquingKeysWith: { _, last in last }
      ).values.filter { $0.record.role == .masterTrainer && $0.record.withdrawn != true }
        .map { links.person($0.record.code) })
    lineage = CascadeLineage(
      events.flatMap(\.edges), masters: masters,
      people: Set(events.flatMap { $0.delivery.trainers.map(\.code) }))
    people = Dictionary(
      input.people.map { (links.person($0.code), $0) }, uniquingKeysWith: { $0.updated(with: $1) })
    let cuts = Dictionary(
      statements.cutScores.map { ($0.record.form, $0.record.cut) },
      uniquingKeysWith: { _, last in last })
    var pairs: [Pair] = []
    for (place, event) in events.enumerated() where !event.isCancelled {
      let own = Dictionary(grouping: counted[event.event.id] ?? [], by: \.code)
      let generation = Self.generation(event, lineage)
      for (code, tests) in own.sorted(by: { $0.key < $1.key }) {
        guard let pre = tests.first(where: { $0.occasion == .pre }),
          let post = tests.first(where: { $0.occasion == .post })
        else { continue }
        let after = 100 * post.score / post.maximum
        pairs.append(
          Pair(
            event: place, generation: generation, code: code,
            before: 100 * pre.score / pre.maximum, after: after,
            isOver: cuts[post.form].map { after >= $0 - 1e-9 }))
      }
    }
    self.pairs = pairs
    postTested = counted.mapValues { Set($0.filter { $0.occasion == .post }.map(\.code)) }
    certified = Set(
      Self.certificates(statements, links).filter { $0.value.withdrawn != true }
        .map { links.person($0.value.code) })
  }

  /// The latest word about each person and module.
  static func certificates(
    _ statements: Statements, _ links: CodeLinks
  ) -> [String: CertificationRecord] {
    var latest: [String: CertificationRecord] = [:]
    for said in statements.certifications {
      for module in said.record.modules.isEmpty ? [""] : said.record.modules {
        latest["\(links.person(said.record.code)) \(module)"] = said.record
      }
    }
    return latest
  }

  /// The words about each event, so that each is read once.
  private static func grouped(_ statements: Statements) -> [String: Statements] {
    var result: [String: Statements] = [:]
    for said in statements.details {
      result[said.record.event, default: Statements()].details.append(said)
    }
    for said in statements.teaching {
      result[said.record.event, default: Statements()].teaching.append(said)
    }
    for said in statements.assignments {
      result[said.record.event, default: Statements()].assignments.append(said)
    }
    for said in statements.attendance {
      result[said.record.event, default: Statements()].attendance.append(said)
    }
    for said in statements.observations {
      result[said.record.event, default: Statements()].observations.append(said)
    }
    for event in result.keys { result[event]?.links = statements.links }
    return result
  }

  /// The generation whose people an event trains: as it was entered, else one after the lowest of
  /// its trainers, else 1.
  static func generation(_ event: StatusEvent, _ lineage: CascadeLineage) -> Int {
    event.delivery.details.generation
      ?? event.delivery.trainers.compactMap { lineage.generations[$0.code] }.min().map { $0 + 1 }
      ?? 1
  }

  func report() -> CascadeStatusReport {
    let effects = trainerEffects()
    let weak = weakLineages()
    let after = refreshAfter()
    return CascadeStatusReport(
      input: input, lineage: lineage,
      descendants: lineage.learners.keys.sorted().map {
        ($0, lineage.learners[$0]?.count ?? 0, lineage.descendants(of: $0).count)
      },
      generations: generations(), dropOff: dropOff(),
      learning: learning { "\($0.generation)" },
      groupLearning: input.grouping == .generation
        ? [] : learning { group(of: $0.code, $0.generation) },
      decay: decay(), trainerEffects: effects.shown, trainersWithFew: effects.few,
      fidelity: fidelity(), endingCertificates: endingCertificates(), refreshAfter: after,
      refreshers: after.map(refreshers) ?? [], weakLineages: weak.below,
      lineagesSeen: (weak.enough, weak.few), findings: findings())
  }

  // MARK: Reach

  private func generations() -> [CascadeStatusReport.GenerationStatus] {
    let plan = CascadePlanning.plan(input.plan)
    let planned = Dictionary(
      plan.generations.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let held = Dictionary(grouping: events) { Self.generation($0, lineage) }
    return Set(planned.keys).union(held.keys).sorted().map { number in
      let own = held[number] ?? []
      let reached = own.filter(\.isHeld).reduce(into: Set<String>()) { $0.formUnion($1.attended) }
      return CascadeStatusReport.GenerationStatus(
        number: number, target: planned[number]?.target, classes: planned[number]?.classesNeeded,
        planned: own.count { !$0.isHeld && !$0.isCancelled }, held: own.count(where: \.isHeld),
        cancelled: own.count(where: \.isCancelled), reach: reached.count)
    }
  }

  func group(of code: String, _ generation: Int) -> String {
    switch input.grouping {
    case .generation: "\(generation)"
    case .province: people[code]?.province ?? ""
    case .sex: people[code]?.sex ?? ""
    }
  }

  private func dropOff() -> [CascadeStatusReport.DropOff] {
    struct Stages {
      var sets = [Set<String>](repeating: [], count: 4)
    }
    var groups: [String: Stages] = [:]
    var all = Stages()
    for event in events where !event.isCancelled {
      let generation = Self.generation(event, lineage)
      let tested = postTested[event.event.id] ?? []
      for code in event.enrolled {
        let name = group(of: code, generation)
        let isThere = event.attended.contains(code)
        let isTested = isThere && tested.contains(code)
        let stages = [true, isThere, isTested, isTested && certified.contains(code)]
        for (place, isIn) in stages.enumerated() where isIn {
          groups[name, default: Stages()].sets[place].insert(code)
          all.sets[place].insert(code)
        }
      }
    }
    func row(_ name: String?, _ stages: Stages) -> CascadeStatusReport.DropOff {
      CascadeStatusReport.DropOff(
        group: name, enrolled: stages.sets[0].count, attended: stages.sets[1].count,
        tested: stages.sets[2].count, certified: stages.sets[3].count)
    }
    var rows = groups.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    for place in rows.indices where rows[place].enrolled < CascadeStatusReport.fewest {
      rows[place].isHidden = true
    }
    // One hidden group alone could be told from the total, so the next smallest is hidden too.
    if rows.count(where: \.isHidden) == 1,
      let next = rows.indices.filter({ !rows[$0].isHidden })
        .min(by: { rows[$0].enrolled < rows[$1].enrolled })
    {
      rows[next].isHidden = true
    }
    return [row(nil, all)] + rows
  }

  // MARK: Learning

  private func learning(by name: (Pair) -> String) -> [CascadeStatusReport.Learning] {
    func row(_ name: String?, _ own: [Pair]) -> CascadeStatusReport.Learning {
      let judged = own.compactMap(\.isOver)
      let count = Double(max(1, own.count))
      return CascadeStatusReport.Learning(
        group: name, people: own.count, before: own.reduce(0) { $0 + $1.before } / count,
        after: own.reduce(0) { $0 + $1.after } / count,
        gain: ClusteredMean(own.map(\.gain), clusters: own.map(\.event)), judged: judged.count,
        over: judged.count { $0 })
    }
    return [row(nil, pairs)]
      + Dictionary(grouping: pairs, by: name).sorted { $0.key < $1.key }.map {
        row($0.key, $0.value)
      }
  }

  private func decay() -> Result<GenerationDecay, GenerationDecay.Refusal> {
    do throws(GenerationDecay.Refusal) {
      return .success(
        try GenerationDecay(
          pairs.map { .init(generation: $0.generation, gain: $0.gain, cluster: $0.event) }))
    } catch {
      return .failure(error)
    }
  }

  private func trainerEffects() -> (shown: [CascadeStatusReport.TrainerEffect], few: [String]) {
    let byEvent = Dictionary(grouping: pairs, by: \.event)
    let means = Dictionary(grouping: pairs, by: \.generation).mapValues { own in
      own.reduce(0) { $0 + $1.gain } / Double(own.count)
    }
    // The variance of people within their events, pooled over all.
    var (squares, freedom) = (0.0, 0.0)
    for own in byEvent.sorted(by: { $0.key < $1.key }).map(\.value) {
      let mean = own.reduce(0) { $0 + $1.gain } / Double(own.count)
      squares += own.reduce(0) { $0 + ($1.gain - mean) * ($1.gain - mean) }
      freedom += Double(own.count - 1)
    }
    var led: [String: [Pair]] = [:]
    var counts: [String: Int] = [:]
    for (place, own) in byEvent.sorted(by: { $0.key < $1.key }) {
      for trainer in events[place].delivery.trainers where trainer.role == .lead {
        led[trainer.code, default: []] += own
        counts[trainer.code, default: 0] += 1
      }
    }
    let enough = led.filter { $0.value.count >= CascadeStatusReport.fewest }.keys.sorted()
    let few = led.keys.filter { !enough.contains($0) }.sorted()
    let variance = freedom > 0 ? squares / freedom : 0
    let values = enough.map { code -> (mean: Double, variance: Double) in
      let own = led[code] ?? []
      let count = Double(own.count)
      return (
        own.reduce(0) { $0 + $1.gain - (means[$1.generation] ?? 0) } / count, variance / count
      )
    }
    guard let shrunken = ShrunkenMeans(values) else { return ([], (few + enough).sorted()) }
    return (
      zip(enough, shrunken.groups).map { code, effect in
        CascadeStatusReport.TrainerEffect(
          trainer: code, events: counts[code] ?? 0, people: led[code]?.count ?? 0, effect: effect)
      }, few
    )
  }

  /// The mean share of the most points of each criterion, against the mean gain; of a rubric that is
  /// not known in its version, the share of the highest level that was seen.
  private func fidelity() -> Association {
    let known = Dictionary(
      input.rubrics.map { ("\($0.id) \($0.scaleVersion)", $0) },
      uniquingKeysWith: { first, _ in first })
    var highest: [String: Int] = [:]
    for said in input.statements.observations {
      for (criterion, level) in said.record.levels {
        highest["\(said.record.rubric) \(criterion)", default: 0] = max(
          level, highest["\(said.record.rubric) \(criterion)"] ?? 0)
      }
    }
    func share(_ record: ObservationRecord, _ criterion: String, _ level: Int) -> Double? {
      if let rubric = known["\(record.rubric) \(record.rubricVersion)"] {
        guard let levels = rubric.criteria.first(where: { $0.id == criterion })?.levels,
          levels.indices.contains(level), let most = levels.map(\.points).max(), most > 0
        else { return nil }
        return levels[level].points / most
      }
      guard let top = highest["\(record.rubric) \(criterion)"], top > 0 else { return nil }
      return Double(level) / Double(top)
    }
    let byEvent = Dictionary(grouping: pairs, by: \.event)
    var (shares, gains): ([Double], [Double]) = ([], [])
    for (place, own) in byEvent.sorted(by: { $0.key < $1.key })
    where own.count >= CascadeStatusReport.fewest {
      let seen = events[place].delivery.observations.flatMap { record in
        record.levels.sorted { $0.key < $1.key }.compactMap { share(record, $0.key, $0.value) }
      }
      guard !seen.isEmpty else { continue }
      shares.append(seen.reduce(0, +) / Double(seen.count))
      gains.append(own.reduce(0) { $0 + $1.gain } / Double(own.count))
    }
    return Association(shares, gains)
  }
}
