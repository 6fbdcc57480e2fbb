import Records

/// Who was taught by whom, as the facts say.
///
/// An edge leads from each trainer of an event to each person who was there on one of the trainer's
/// days; where an event has no attendance, to each who is enrolled and whose test counts.
package struct CascadeLineage: Sendable, Hashable {
  /// The learners of each trainer.
  package internal(set) var learners: [String: Set<String>] = [:]
  /// The trainers of each learner.
  package internal(set) var trainers: [String: Set<String>] = [:]
  /// The generation of each person, 0 for master trainers and those whom nobody taught; people of a
  /// circle that nobody outside teaches have none.
  package private(set) var generations: [String: Int] = [:]
  /// Circles of people who taught each other, each in the order of codes.
  package private(set) var circles: [[String]] = []

  /// Creates the lineage of edges.
  ///
  /// - Parameters:
  ///   - edges: Trainer and learner; an edge may come more than once, one to oneself is left out.
  ///   - masters: People who are of generation 0 whoever taught them.
  ///   - people: Others who belong to it, such as trainers without learners.
  package init(
    _ edges: [(trainer: String, learner: String)], masters: Set<String> = [],
    people: Set<String> = []
  ) {
    for edge in edges where edge.trainer != edge.learner {
      learners[edge.trainer, default: []].insert(edge.learner)
      trainers[edge.learner, default: []].insert(edge.trainer)
    }
    let all = people.union(masters).union(learners.keys).union(trainers.keys)
    circles = Self.circles(learners, trainers)
    generations = Self.generations(
      learners, roots: all.filter { masters.contains($0) || trainers[$0] == nil })
  }

  /// Everybody who was taught by a trainer, directly or by those whom they taught, without the
  /// trainer.
  package func descendants(of trainer: String) -> Set<String> {
    var found: Set<String> = []
    var open = Array(learners[trainer] ?? [])
    while let next = open.popLast() {
      guard next != trainer, found.insert(next).inserted else { continue }
      open += learners[next] ?? []
    }
    return found
  }

  /// Returns the least number of steps from the roots to each person.
  private static func generations(
    _ learners: [String: Set<String>], roots: Set<String>
  ) -> [String: Int] {
    var result = Dictionary(roots.map { ($0, 0) }, uniquingKeysWith: min)
    var layer = roots
    var depth = 0
    while !layer.isEmpty {
      depth += 1
      var next: Set<String> = []
      for person in layer {
        for learner in learners[person] ?? [] where result[learner] == nil {
          result[learner] = depth
          next.insert(learner)
        }
      }
      layer = next
    }
    return result
  }

  /// Returns what is left when whoever has nobody before or nobody after is taken away again and
  /// again, in groups that hang together.
  private static func circles(
    _ learners: [String: Set<String>], _ trainers: [String: Set<String>]
  ) -> [[String]] {
    var left = Set(learners.keys).intersection(trainers.keys)
    for way in [trainers, learners] {
      let other = way == trainers ? learners : trainers
      var count = Dictionary(
        uniqueKeysWithValues: left.map { ($0, (way[$0] ?? []).count { left.contains($0) }) })
      var open = count.filter { $0.value == 0 }.map(\.key)
      while let next = open.popLast() {
        left.remove(next)
        for neighbour in other[next] ?? [] where left.contains(neighbour) {
          count[neighbour, default: 0] -= 1
          if count[neighbour] == 0 { open.append(neighbour) }
        }
      }
    }
    var groups: [[String]] = []
    var rest = left
    while let first = rest.min() {
      var group: Set<String> = []
      var open = [first]
      while let next = open.popLast() {
        guard rest.remove(next) != nil else { continue }
        group.insert(next)
        open += (learners[next] ?? []).union(trainers[next] ?? []).filter { rest.contains($0) }
      }
      groups.append(group.sorted())
    }
    return groups
  }
}

/// One event as the lineage and the status need it, under the codes of people.
struct StatusEvent {
  let event: EventSummary
  let delivery: EventDelivery
  let enrolled: Set<String>
  let attended: Set<String>
  /// Whose test at this event counts.
  let tested: Set<String>
  let edges: [(trainer: String, learner: String)]
  /// Trainers who are also among those who were there.
  let both: [String]

  init(
    _ event: EventSummary, _ delivery: EventDelivery, links: CodeLinks, tested: Set<String>
  ) {
    self.event = event
    self.delivery = delivery
    self.tested = tested
    let present = delivery.attendance.mapValues { day in
      Set(day.filter { $0.value != .absent }.keys)
    }
    let listed = Set(event.learners.map { links.person($0.code) })
    let seen = present.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    enrolled = listed.union(seen)
    let hasAttendance = !delivery.attendance.isEmpty
    attended = hasAttendance ? seen : listed.intersection(tested)
    var edges: [(trainer: String, learner: String)] = []
    if delivery.details.status != .cancelled {
      for trainer in delivery.trainers {
        let met: Set<String> =
          if hasAttendance, let days = trainer.days {
            days.reduce(into: Set<String>()) { $0.formUnion(present[$1] ?? []) }
          } else {
            attended
          }
        edges += met.sorted().map { (trainer.code, $0) }
      }
    }
    self.edges = edges
    both = delivery.trainers.map(\.code).filter { listed.contains($0) }
  }

  var isCancelled: Bool { delivery.details.status == .cancelled }
  var isHeld: Bool {
    !isCancelled
      && (delivery.details.status == .held || delivery.teachingBegan != nil || !attended.isEmpty)
  }
}
