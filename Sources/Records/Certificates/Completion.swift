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
  /// The latest word about a learner and a day holds. People who are to be forgotten are left out.
  /// What stands under another code of the same person counts; of a person who is enrolled under
  /// two codes only the one that holds is listed. A test that was set aside was not handed in; one
  /// that reports leave out because the person declined, or because it was late or repeated, was.
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
    var presence: [String: [Int: AttendanceRecord.Presence]] = [:]
    for said in statements.attendance where said.record.event == event.id {
      presence[rules.links.person(said.record.code), default: [:]][said.record.day] =
        said.record.presence
    }
    var tests: [String: Set<Occasion>] = [:]
    let own = attempts.filter { $0.event == event.id }
    for judged in EvaluatedAttempts(own, rules: rules).all
    where judged.attempt.isHandedIn && judged.fate != .setAside {
      tests[judged.attempt.code, default: []].insert(judged.attempt.occasion)
    }
    let enrolled = Set(event.learners.map(\.code))
    return event.learners.compactMap { learner in
      let person = rules.links.person(learner.code)
      guard !rules.forgotten.contains(person),
        person == learner.code || !enrolled.contains(person)
      else { return nil }
      return Completion(
        code: learner.code, number: learner.number, presence: presence[person] ?? [:],
        days: days, tests: tests[person] ?? [])
    }
  }
}
