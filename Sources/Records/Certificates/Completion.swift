package import Assessment

/// What counts as having attended and completed an event.
package struct CompletionRule: Sendable, Hashable {
  /// The least share of the days, in percent, 0 to 100.
  package var leastShare: Int
  /// The tests that have to be handed in.
  package var tests: [Occasion]

  /// Creates a rule.
  package init(leastShare: Int = 80, tests: [Occasion] = [.pre, .post]) {
    self.leastShare = leastShare
    self.tests = tests
  }
}

/// What the records say of a learner's way through an event.
package struct Completion: Sendable, Hashable {
  /// The learner's code.
  package var code: String
  /// The learner's number within the event.
  package var number: Int
  /// How much of each day that is recorded, by its number from 1 on.
  package var presence: [Int: AttendanceRecord.Presence]
  /// How many days the event has.
  package var days: Int
  /// The tests that were handed in.
  package var tests: Set<Occasion>

  /// The days that were attended; half a day counts half.
  package var attended: Double {
    presence.filter { (1...max(1, days)).contains($0.key) }.values.reduce(0) { sum, presence in
      switch presence {
      case .full: sum + 1
      case .half: sum + 0.5
      case .absent: sum
      }
    }
  }

  /// Tells whether enough days were attended.
  package func isAttended(_ rule: CompletionRule) -> Bool {
    attended > 0 && attended * 100 >= Double(rule.leastShare * days) - 1e-9
  }

  /// Tells whether a certificate of a kind may be given.
  package func earns(_ kind: CertificateKind, _ rule: CompletionRule) -> Bool {
    switch kind {
    case .attendance: isAttended(rule)
    case .completion: isAttended(rule) && rule.tests.allSatisfy(tests.contains)
    }
  }

  /// Works out what the records say of each learner of an event, by their numbers.
  ///
  /// The latest word about a learner and a day holds; what the person's own code says goes before
  /// what a linked one says. Linked codes are one person, with one line. A test that was set aside
  /// hands in nothing. People who are to be forgotten are left out.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - days: How many days it has.
  ///   - statements: What facts say.
  ///   - attempts: The attempts of the event.
  /// - Returns: One for each learner.
  package static func all(
    _ event: EventSummary, days: Int, statements: Statements, attempts: [ScoredAttempt]
  ) -> [Completion] {
    let rules = EvaluationRules(statements, events: [event])
    let person = rules.links.person
    var presence: [String: [Int: AttendanceRecord.Presence]] = [:]
    let attendance = statements.attendance.map(\.record).filter { $0.event == event.id }
    let linked = attendance.filter { person($0.code) != $0.code }
    let own = attendance.filter { person($0.code) == $0.code }
    for record in linked + own {
      presence[person(record.code), default: [:]][record.day] = record.presence
    }
    var tests: [String: Set<Occasion>] = [:]
    for attempt in attempts
    where attempt.event == event.id && attempt.isHandedIn && rules.setAside[attempt.id] == nil {
      tests[person(attempt.code), default: []].insert(attempt.occasion)
    }
    var lines: [String: String] = [:]
    for learner in event.learners {
      let person = person(learner.code)
      if lines[person] == nil || learner.code == person { lines[person] = learner.code }
    }
    return event.learners.filter { learner in
      let person = person(learner.code)
      return lines[person] == learner.code && !rules.forgotten.contains(person)
    }.map { learner in
      let person = person(learner.code)
      return Completion(
        code: learner.code, number: learner.number, presence: presence[person] ?? [:],
        days: days, tests: tests[person] ?? [])
    }
  }
}
