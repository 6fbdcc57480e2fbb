package import Assessment

/// An item of an attempt scored again, with a mended key.
package struct RescoreRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// Why: what a person wrote.
  package var reason: String
  /// The version of the form that holds the key.
  package var formVersion: String
  /// The new outcome of the item; the old one stays in the fact that made it.
  package var outcome: OutcomeRecord

  /// Creates a record.
  package init(attempt: String, reason: String, formVersion: String, outcome: Outcome) {
    self.attempt = attempt
    self.reason = reason
    self.formVersion = formVersion
    self.outcome = OutcomeRecord(outcome)
  }
}

/// Works out what a mended key changes, from the responses that were recorded.
package struct Rescoring: Sendable {
  /// The attempts whose result the new key changes, in the order of the records.
  package private(set) var changes: [Change] = []
  /// The attempts whose answer the item can no longer read; they are left as they are.
  package private(set) var unreadable: [ScoredAttempt] = []
  /// How many scored attempts hold the item.
  package private(set) var attempts = 0

  /// What changes for one attempt.
  package struct Change: Sendable, Hashable {
    /// The attempt as it was.
    package var attempt: ScoredAttempt
    /// The outcome of the item as it was.
    package var old: Outcome
    /// The outcome by the new key.
    package var new: Outcome
    /// The percent of the points from which the form counts as passed; 0 where it is not known.
    package var masteryPercent: Int
    /// The version of the form that holds the new key.
    package var formVersion: String

    /// The percent of the points before.
    package var oldPercent: Double { percent(attempt.score, attempt.maximum) }
    /// The percent of the points afterwards.
    package var newPercent: Double {
      percent(
        attempt.score - old.score + new.score, attempt.maximum - old.maximum + new.maximum)
    }
    /// Whether it counted as passed before.
    package var wasPassed: Bool { oldPercent >= Double(masteryPercent) }
    /// Whether it counts as passed afterwards.
    package var isPassed: Bool { newPercent >= Double(masteryPercent) }
    /// Whether the decision changes; practice decides nothing.
    package var changesDecision: Bool {
      attempt.occasion != .practice && wasPassed != isPassed
    }

    private func percent(_ score: Double, _ maximum: Double) -> Double {
      maximum > 0 ? (score * 100 / maximum * 1e9).rounded() / 1e9 : 0
    }
  }

  /// Scores an item of every handed-in attempt again; a pure function of what was recorded.
  ///
  /// - Parameters:
  ///   - item: The item with its new key.
  ///   - attempts: The attempts.
  ///   - forms: The forms of today, for the mastery and the version.
  package init(_ item: Item, in attempts: [ScoredAttempt], forms: [TestForm]) {
    for attempt in attempts where attempt.isComplete {
      guard let old = attempt.outcomes.first(where: { $0.item == item.id }) else { continue }
      self.attempts += 1
      var response: Response?
      if let text = attempt.answers[item.id] {
        guard let read = Response(encoded: text, to: item) else {
          unreadable.append(attempt)
          continue
        }
        response = read
      }
      let new = ResponseProcessing.score(item, response)
      guard new != old else { continue }
      let form = forms.first { $0.id == attempt.form }
      changes.append(
        Change(
          attempt: attempt, old: old, new: new, masteryPercent: form?.masteryPercent ?? 0,
          formVersion: form?.version ?? attempt.formVersion))
    }
  }

  /// The facts that record the new outcomes.
  package func facts(reason: String) -> [Fact] {
    changes.map { change in
      .attemptRescored(
        RescoreRecord(
          attempt: change.attempt.id, reason: reason, formVersion: change.formVersion,
          outcome: change.new))
    }
  }
}

/// A rescoring that an attempt went through.
package struct PastRescoring: Sendable, Hashable {
  /// When it was recorded.
  package var time: String
  /// The item.
  package var item: String
  /// Why.
  package var reason: String
  /// The points before; `nil` where the item was not scored before.
  package var oldScore: Double?
  /// The points afterwards.
  package var newScore: Double
  /// The version of the key before; `nil` where there was none.
  package var oldKey: String?
  /// The version of the key afterwards.
  package var newKey: String
}
