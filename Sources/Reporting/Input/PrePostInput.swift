package import Records

/// Everything a pre/post report is made from.
///
/// The order of attempts, people and events never matters.
package struct PrePostInput: Sendable, Hashable {
  /// The attempts of any occasion, handed in or not; those of pre- and post-test count.
  package var attempts: [ScoredAttempt]
  /// What is known about the people behind the codes.
  package var people: [PersonAttributes]
  /// The events, with their rosters.
  package var events: [EventSummary]
  /// What the questions stand for.
  package var content: TestContent
  /// Whether the data are made up; an event that is made up suffices.
  package var isSynthetic: Bool
  /// The seed that made them up.
  package var seed: Int?
  /// What decides which attempts count.
  package var rules: EvaluationRules
  /// How far the journals are signed; `nil` where nobody verified them.
  package var signatures: VerifiedFile.State?

  /// Creates the input of a report.
  package init(
    attempts: [ScoredAttempt], people: [PersonAttributes], events: [EventSummary],
    content: TestContent, isSynthetic: Bool = false, seed: Int? = nil,
    rules: EvaluationRules = EvaluationRules(), signatures: VerifiedFile.State? = nil
  ) {
    self.attempts = attempts
    self.people = people
    self.events = events
    self.content = content
    self.isSynthetic = isSynthetic || events.contains(where: \.isSynthetic)
    self.seed = seed
    self.rules = rules
    self.signatures = signatures
  }

  /// What is known about each person, by the one code that stands for all of the person's.
  var knownPeople: [String: PersonAttributes] {
    let joined = PersonAttributes.joined(people, by: rules.links)
    return Dictionary(joined.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
  }
}
