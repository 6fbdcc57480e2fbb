package import Assessment
package import Text

/// What is to be recorded of papers: pure functions from what is known to facts.
package struct PaperPlanning: Sendable {
  /// The event.
  package var event: EventSummary
  /// The occasion.
  package var occasion: Occasion
  /// The papers so far.
  package var states: [PaperState]
  /// The attempts of the event.
  package var attempts: [ScoredAttempt]
  /// The accommodations that hold.
  package var accommodations: [AccommodationRecord]

  /// Creates planning from what is known.
  package init(
    event: EventSummary, occasion: Occasion, states: [PaperState], attempts: [ScoredAttempt],
    accommodations: [AccommodationRecord]
  ) {
    self.event = event
    self.occasion = occasion
    self.states = states
    self.attempts = attempts
    self.accommodations = accommodations
  }

  /// Which entry comes next, or why none may.
  package enum Turn: Sendable, Hashable {
    /// This entry of the learner's paper of a form.
    case entry(PaperEntryRecord.Pass, form: String)
    /// None.
    case refused(Diagnostic)
  }

  /// Returns the paper of a learner so far; `nil` before the first entry.
  package func state(of code: String) -> PaperState? {
    states.first { $0.code == code && $0.occasion == occasion }
  }

  /// Returns which entry a person makes next for a learner.
  ///
  /// Refused are a learner who is not enrolled, the same person twice, a third entry, another form
  /// than the first entry's, and a test that was handed in already in another way.
  ///
  /// - Parameters:
  ///   - code: The learner's code.
  ///   - person: Who keys.
  ///   - form: The form that was said; `nil` for the one allocated to the learner.
  /// - Returns: The entry, or why there is none.
  package func turn(of code: String, by person: String, form: String?) -> Turn {
    let place = SourceLocation(file: code)
    guard let allocated = event.allocatedForm(code: code, occasion: occasion) else {
      return .refused(PaperMessages.notEnrolled(place, event: event.id))
    }
    if let state = state(of: code) {
      if state.first.isBy(person) || state.second?.isBy(person) == true {
        return .refused(PaperMessages.sameTwice(place, person))
      }
      if state.second != nil { return .refused(PaperMessages.keyedTwice(place)) }
      if let form, form != state.first.form {
        return .refused(PaperMessages.otherForm(place, first: state.first.form))
      }
      return .entry(.second, form: state.first.form)
    }
    if attempts.contains(where: { $0.code == code && $0.occasion == occasion && $0.isHandedIn }) {
      return .refused(PaperMessages.handedIn(place))
    }
    return .entry(.first, form: form ?? allocated)
  }

  /// Returns the facts of an entry: the entry itself and, where it agrees with the first, the
  /// attempt with its score.
  ///
  /// - Parameters:
  ///   - record: The entry.
  ///   - form: The form.
  ///   - declined: The version of the notice where the box to decline is ticked.
  /// - Returns: The plan.
  package func entered(
    _ record: PaperEntryRecord, form: TestForm, declined: String? = nil
  ) -> FactPlan {
    var facts: [Fact] = [.paperEntered(record)]
    if let declined {
      facts.append(
        .participationDecided(
          ParticipationRecord(
            event: event.id, code: record.code, included: false, notice: declined,
            by: record.by)))
    }
    guard var state = state(of: record.code) else { return FactPlan(facts: facts, findings: []) }
    state.second = record
    let scored = self.scored(state, form: form)
    return FactPlan(facts: facts + scored.facts, findings: scored.findings)
  }

  /// Returns the facts of a settling: what stands on the paper, and the attempt with its score.
  package func settled(_ record: PaperEntryRecord, form: TestForm) -> FactPlan {
    guard var state = state(of: record.code) else { return FactPlan(facts: [], findings: []) }
    state.settled = record
    let scored = self.scored(state, form: form)
    return FactPlan(facts: [.paperEntered(record)] + scored.facts, findings: scored.findings)
  }

  /// Returns the attempt of a paper that is agreed or settled; none where there is one already, or
  /// where it is neither.
  package func scored(_ state: PaperState, form: TestForm) -> FactPlan {
    guard let marks = state.marks(form), !isScored(state) else {
      return FactPlan(facts: [], findings: [])
    }
    var answers: [String: Response] = [:]
    var findings: [Diagnostic] = []
    let place = SourceLocation(file: state.code)
    for item in PaperMarkInput.asked(form) {
      guard let mark = marks[item.id] else {
        findings.append(PaperMessages.missingItem(place, item.id))
        continue
      }
      guard mark.state == .answered else { continue }
      guard let text = mark.text, let response = Response(encoded: text, to: item) else {
        findings.append(PaperMessages.doesNotFit(place, item.id))
        continue
      }
      answers[item.id] = response
    }
    let own = accommodations.filter { $0.code == state.code }
    let granted = own.last { $0.event == event.id } ?? own.last { $0.event == nil }
    let last = state.settled ?? state.second ?? state.first
    let attempt = AttemptRecord(
      event: event.id, code: state.code, occasion: state.occasion, form: form,
      language: Language(rawValue: state.first.language) ?? .khmer, mode: .paper, optionSeed: "",
      accommodation: granted?.grant, largePrint: granted?.hasLargePrint == true)
    let record = ImportRecord(
      attempt: attempt, answers: answers,
      outcomes: RecordedScoring.outcomes(form, answers), startedAt: nil,
      submittedAt: last.taken ?? state.first.taken, repetition: 1, file: Self.file,
      sha256: Self.hash(state, marks))
    return FactPlan(facts: [.attemptImported(record)], findings: findings)
  }

  /// What stands in the place of a file's name in attempts from papers.
  package static let file = "paper"

  /// Tells whether the paper has become an attempt.
  package func isScored(_ state: PaperState) -> Bool {
    attempts.contains {
      $0.code == state.code && $0.occasion == state.occasion && $0.mode == .paper && $0.isHandedIn
    }
  }

  /// A hash of what stands on the paper, so that the same paper scored on two laptops counts once.
  private static func hash(
    _ state: PaperState, _ marks: [String: PaperEntryRecord.Mark]
  ) -> String {
    let lines = marks.sorted { $0.key < $1.key }
      .map { "\($0.key)\u{1}\($0.value.state.rawValue)\u{1}\($0.value.text ?? "")" }
    let head = [
      "sala paper", state.first.event, state.code, state.occasion.rawValue, state.first.form,
    ]
    return JournalLine.hash(of: (head + lines).joined(separator: "\u{2}"))
  }
}

extension Store {
  /// Returns what is known of the papers of an event at an occasion.
  package func paperPlanning(
    _ event: EventSummary, occasion: Occasion
  ) throws(RecordsError) -> PaperPlanning {
    PaperPlanning(
      event: event, occasion: occasion,
      states: PaperState.all(try statements(), event: event.id, occasion: occasion),
      attempts: try attempts(event: event.id, occasion: occasion),
      accommodations: try accommodations())
  }
}
