package import Assessment

/// An item of an attempt scored again, with a mended key.
package struct RescoreRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// Why: what a person wrote.
  package var reason: String
  /// The version of the form with the keys that make the outcomes.
  package var formVersion: String
  /// The new outcome of the item; the old one stays in the fact that made it.
  package var outcome: OutcomeRecord
  /// How many words about this item of this attempt it follows, plus one; 1 where it is absent.
  package var revision: Int?

  /// Creates a record.
  package init(
    attempt: String, reason: String, formVersion: String, outcome: Outcome, revision: Int? = nil
  ) {
    self.attempt = attempt
    self.reason = reason
    self.formVersion = formVersion
    self.outcome = OutcomeRecord(outcome)
    self.revision = revision
  }
}

/// Works out what a mended key changes, from the responses that were recorded.
package struct Rescoring: Sendable {
  /// The attempts whose result the new key changes, in the order of the records.
  package private(set) var changes: [Change] = []
  /// The attempts that cannot be scored again; they are left as they are.
  package private(set) var left: [Left] = []
  /// How many scored attempts hold the item.
  package private(set) var attempts = 0

  /// An attempt that is left as it is.
  package struct Left: Sendable, Hashable {
    /// The attempt.
    package var attempt: ScoredAttempt
    /// Why.
    package var reason: Reason

    /// Why an attempt cannot be scored again.
    package enum Reason: String, Sendable, Hashable {
      /// The item, as it is now, cannot read the answer.
      case answerDoesNotFit = "answer-does-not-fit"
      /// A human judged it by a rubric that changed, or is not there any more.
      case otherRubric = "other-rubric"
    }
  }

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
    /// The version of the form with the keys that make the outcomes afterwards.
    package var formVersion: String {
      ScoredAttempt.formVersion(attempt.outcomes.map { $0.item == new.item ? new : $0 })
    }

    /// The points of the whole before.
    package var oldTotal: Double { rounded(attempt.score) }
    /// The points of the whole afterwards.
    package var newTotal: Double { rounded(attempt.score - old.score + new.score) }
    /// The most points of the whole afterwards.
    package var newMaximum: Double { rounded(attempt.maximum - old.maximum + new.maximum) }
    /// The percent of the points before.
    package var oldPercent: Double { percent(oldTotal, attempt.maximum) }
    /// The percent of the points afterwards.
    package var newPercent: Double { percent(newTotal, newMaximum) }
    /// Whether there is a decision: practice decides nothing, and neither does a test that waits
    /// for a human or whose form states no mastery.
    package var isDecided: Bool {
      attempt.occasion != .practice && masteryPercent > 0 && !attempt.awaitsRater
    }
    /// Whether it counted as passed before.
    package var wasPassed: Bool { oldPercent >= Double(masteryPercent) }
    /// Whether it counts as passed afterwards.
    package var isPassed: Bool { newPercent >= Double(masteryPercent) }
    /// Whether the decision changes.
    package var changesDecision: Bool { isDecided && wasPassed != isPassed }

    private func percent(_ score: Double, _ maximum: Double) -> Double {
      maximum > 0 ? rounded(score * 100 / maximum) : 0
    }

    private func rounded(_ number: Double) -> Double { (number * 1e9).rounded() / 1e9 }
  }

  /// Scores an item of every handed-in attempt again; a pure function of what was recorded.
  ///
  /// What a human judged is worked out again from the levels that were recorded, so that no
  /// judgement is lost.
  ///
  /// - Parameters:
  ///   - item: The item with its new key.
  ///   - attempts: The attempts.
  ///   - forms: The forms of today, for the mastery.
  ///   - rubrics: The rubrics of today, for what humans judged.
  package init(
    _ item: Item, in attempts: [ScoredAttempt], forms: [TestForm], rubrics: [Rubric] = []
  ) {
    for attempt in attempts where attempt.isHandedIn {
      guard let old = attempt.outcomes.first(where: { $0.item == item.id }) else { continue }
      self.attempts += 1
      let new: Outcome
      switch Self.outcome(item, attempt, rubrics) {
      case .success(let outcome): new = outcome
      case .failure(let reason):
        left.append(Left(attempt: attempt, reason: reason))
        continue
      }
      guard new != old else { continue }
      let form = forms.first { $0.id == attempt.form }
      changes.append(
        Change(attempt: attempt, old: old, new: new, masteryPercent: form?.masteryPercent ?? 0))
    }
  }

  private static func outcome(
    _ item: Item, _ attempt: ScoredAttempt, _ rubrics: [Rubric]
  ) -> Result<Outcome, Left.Reason> {
    if item.interaction.kind.needsRater,
      let rating = attempt.ratings.last(where: { $0.item == item.id })
    {
      guard let rubric = rubrics.first(where: { $0.id == rating.rubric }),
        rubric.scaleVersion == rating.rubricVersion
      else { return .failure(.otherRubric) }
      return .success(RubricScoring.outcome(item, rubric: rubric, ratings: rating.levels))
    }
    guard let text = attempt.answers[item.id] else {
      return .success(RecordedScoring.outcome(item, nil))
    }
    guard let response = Response(encoded: text, to: item),
      attempt.kinds[item.id].map({ $0 == RecordedResponse(response).kind }) ?? true
    else { return .failure(.answerDoesNotFit) }
    return .success(RecordedScoring.outcome(item, response))
  }

  /// The facts that record the new outcomes.
  package func facts(reason: String) -> [Fact] {
    changes.map { change in
      .attemptRescored(
        RescoreRecord(
          attempt: change.attempt.id, reason: reason, formVersion: change.formVersion,
          outcome: change.new,
          revision: (change.attempt.revisions[change.new.item] ?? 0) + 1))
    }
  }
}

extension Rescoring.Left.Reason: Error {}
