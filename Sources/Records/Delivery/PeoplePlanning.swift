import Assessment
import Text

/// Plans words about people and their attempts; pure functions from what is known to what to
/// record.
package enum PeoplePlanning {
  /// Plans that a person may teach modules until a day, or may no more.
  ///
  /// - Parameters:
  ///   - record: The certification; the ids of modules are those of the curriculum.
  ///   - before: The certifications so far, in the order of facts.
  /// - Returns: The plan; refused are days that are none, and an end before the beginning.
  package static func certify(
    _ record: CertificationRecord, before: [CertificationRecord]
  ) -> FactPlan {
    var findings: [Diagnostic] = []
    for (option, day) in [("--from", Optional(record.from)), ("--until", record.until)] {
      if let day, CalendarDay.number(day) == nil {
        findings.append(DeliveryMessages.badDay(SourceLocation(file: option), day))
      }
    }
    if findings.isEmpty, let until = record.until, until < record.from {
      findings.append(
        DeliveryMessages.endsBefore(SourceLocation(file: "--until"), record.from, until))
    }
    findings += DeliveryPlanning.by(record.by)
    if findings.isEmpty,
      before.last(where: { $0.code == record.code && $0.modules == record.modules }) == record
    {
      return FactPlan(
        facts: [], findings: [DeliveryMessages.known(SourceLocation(file: "--trainer"))])
    }
    return FactPlan(facts: [.certificationGiven(record)], findings: findings)
  }

  /// Plans a role of a person, or its end.
  ///
  /// - Parameters:
  ///   - record: The role.
  ///   - before: The roles so far, in the order of facts.
  /// - Returns: The plan; refused is the end of a role that the person does not have.
  package static func role(_ record: RoleRecord, before: [RoleRecord]) -> FactPlan {
    let held = before.last { $0.code == record.code && $0.role == record.role }
    let place = SourceLocation(file: "--role")
    let holds = held != nil && held?.withdrawn != true
    if record.withdrawn == true, !holds {
      return FactPlan(facts: [], findings: [DeliveryMessages.noSuchRole(place, record.code)])
    }
    if holds, record.withdrawn != true {
      return FactPlan(facts: [], findings: [DeliveryMessages.known(place)])
    }
    return FactPlan(facts: [.roleGiven(record)], findings: [])
  }

  /// Plans whether a learner lets the results into reports.
  ///
  /// - Parameters:
  ///   - record: The decision.
  ///   - held: What holds, or `nil` where nothing was said.
  /// - Returns: The plan.
  package static func decide(_ record: ParticipationRecord, held: Bool?) -> FactPlan {
    if held == record.included {
      return FactPlan(
        facts: [], findings: [DeliveryMessages.known(SourceLocation(file: "--learner"))])
    }
    return FactPlan(
      facts: [.participationDecided(record)], findings: DeliveryPlanning.by(record.by))
  }

  /// Plans that one code is another's, or with both the same that a link is taken back.
  ///
  /// - Parameters:
  ///   - record: The link.
  ///   - links: The links that hold.
  ///   - known: Every code that the records mention.
  ///   - people: What is known about people.
  ///   - attempts: The attempts, for tests that both codes handed in.
  /// - Returns: The plan; refused are codes that nobody knows, a circle, a link to be taken back
  ///   that is none and an empty reason. What is known of both and differs, and an occasion that
  ///   both handed in, are warnings.
  package static func link(
    _ record: LinkRecord, links: CodeLinks, known: Set<String>, people: [PersonAttributes],
    attempts: [ScoredAttempt]
  ) -> FactPlan {
    let place = SourceLocation(file: "--from")
    var findings = DeliveryPlanning.by(record.by)
    if record.reason.trimmed.isEmpty {
      findings.append(DeliveryMessages.noReason(SourceLocation(file: "--reason")))
    }
    for (option, code) in [("--from", record.from), ("--to", record.to)]
    where !known.contains(code) {
      findings.append(
        DeliveryMessages.unknown(
          SourceLocation(file: option), "unknown-code", DeliveryMessages.code, code,
          known: Suggestion.nearest(to: code, in: known.sorted()).map { [$0] } ?? []))
      if record.from == record.to { break }
    }
    if record.from == record.to {
      if links.target(of: record.from) == nil {
        findings.append(DeliveryMessages.notLinked(place, record.from))
      }
      return FactPlan(facts: [.codesLinked(record)], findings: findings)
    }
    if links.wouldCircle(from: record.from, to: record.to) {
      findings.append(DeliveryMessages.circle(place, record.from, record.to))
    }
    if !findings.hasErrors, links.target(of: record.from) == record.to {
      return FactPlan(facts: [], findings: [DeliveryMessages.known(place)])
    }
    func attributes(_ code: String) -> PersonAttributes? {
      people.last { links.person($0.code) == links.person(code) }
    }
    if let one = attributes(record.from), let other = attributes(record.to) {
      let differing = PersonAttributes.names.filter { name in
        one[name] != nil && other[name] != nil && one[name] != other[name]
      }
      if !differing.isEmpty { findings.append(DeliveryMessages.differ(place, differing)) }
    }
    let both = Set(attempts.filter { $0.isHandedIn && $0.code == record.from }.map(Self.place))
      .intersection(
        attempts.filter { $0.isHandedIn && links.person($0.code) == links.person(record.to) }
          .map(Self.place))
    if !both.isEmpty { findings.append(DeliveryMessages.bothTook(place, both.count)) }
    return FactPlan(facts: [.codesLinked(record)], findings: findings)
  }

  private static func place(_ attempt: ScoredAttempt) -> [String] {
    [attempt.event ?? "", attempt.occasion.rawValue]
  }

  /// Plans that an attempt counts in no report, or counts again.
  ///
  /// - Parameters:
  ///   - record: What is said.
  ///   - attempt: The attempt, or `nil` where there is none of this id.
  ///   - reason: Why it is set aside now; `nil` where it is not.
  ///   - known: The ids of attempts, for a suggestion.
  /// - Returns: The plan; refused are an attempt that is none, an empty reason, and taking back
  ///   what was not said.
  package static func setAside(
    _ record: SetAsideRecord, attempt: ScoredAttempt?, reason: String?, known: [String]
  ) -> FactPlan {
    let place = SourceLocation(file: record.attempt)
    var findings = DeliveryPlanning.by(record.by)
    if attempt == nil {
      findings.append(
        DeliveryMessages.unknown(
          place, "unknown-attempt", DeliveryMessages.attempt, record.attempt,
          known: Suggestion.nearest(to: record.attempt, in: known).map { [$0] } ?? []))
    }
    if record.reason.trimmed.isEmpty {
      findings.append(DeliveryMessages.noReason(SourceLocation(file: "--reason")))
    }
    guard findings.isEmpty else { return FactPlan(facts: [], findings: findings) }
    if record.restored == true, reason == nil {
      return FactPlan(facts: [], findings: [DeliveryMessages.notSetAside(place)])
    }
    if record.restored != true, reason == record.reason {
      return FactPlan(facts: [], findings: [DeliveryMessages.known(place)])
    }
    return FactPlan(facts: [.attemptSetAside(record)], findings: [])
  }
}
