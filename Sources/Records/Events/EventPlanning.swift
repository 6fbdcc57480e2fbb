package import Assessment
package import Text

/// Facts that a command wants to record, with what a person should know first.
///
/// Where a finding is an error there are no facts.
package struct FactPlan: Sendable, Hashable {
  /// What to append, in one call.
  package var facts: [Fact]
  /// What was found.
  package var findings: [Diagnostic]

  /// Creates a plan; an error among the findings takes the facts out.
  package init(facts: [Fact], findings: [Diagnostic]) {
    self.facts = findings.hasErrors ? [] : facts
    self.findings = findings
  }
}

/// What may happen to events: pure functions from what is known to what to record.
package enum EventPlanning {
  /// Plans a new event.
  ///
  /// - Parameters:
  ///   - record: The event.
  ///   - existing: The events that there are.
  /// - Returns: The plan; refused are an id that is taken or is more than lower-case letters,
  ///   digits and hyphens, an empty title, and any number of forms but one or two different ones.
  package static func create(_ record: EventRecord, existing: [EventSummary]) -> FactPlan {
    let place = SourceLocation(file: record.id)
    var findings: [Diagnostic] = []
    if !isID(record.id) { findings.append(EventMessages.badID(place)) }
    if existing.contains(where: { $0.id == record.id }) {
      findings.append(EventMessages.idTaken(place))
    }
    if record.title.isEmpty { findings.append(EventMessages.noTitle(place)) }
    if !(1...2).contains(record.forms.count) || Set(record.forms).count != record.forms.count {
      findings.append(EventMessages.badForms(place, record.forms))
    }
    return FactPlan(facts: [.eventCreated(record)], findings: findings)
  }

  /// Plans the opening of an occasion.
  ///
  /// Only one that is closed can be opened. Opening one that was open before, two of pre, post and
  /// follow-up at once, a later one before an earlier one was ever opened, or an earlier one
  /// after a later one is allowed, with a warning: the trainer decides, the records show it.
  ///
  /// - Parameters:
  ///   - occasion: The occasion.
  ///   - event: The event as it stands.
  /// - Returns: The plan.
  package static func open(_ occasion: Occasion, of event: EventSummary) -> FactPlan {
    let place = SourceLocation(file: event.id)
    var findings: [Diagnostic] = []
    if event.openOccasions.contains(occasion) {
      findings.append(EventMessages.alreadyOpen(place, occasion))
    } else if event.openedOccasions.contains(occasion) {
      findings.append(EventMessages.reopened(place, occasion))
    }
    if event.learners.isEmpty, occasion != .practice {
      findings.append(EventMessages.noLearners(place))
    }
    if let rank = order.firstIndex(of: occasion) {
      for other in event.openOccasions where other != occasion && other != .practice {
        findings.append(EventMessages.bothOpen(place, occasion, other))
      }
      for later in order[(rank + 1)...] where event.openedOccasions.contains(later) {
        findings.append(EventMessages.outOfOrder(place, occasion, after: later))
      }
      for earlier in order[..<rank] where !event.openedOccasions.contains(earlier) {
        findings.append(EventMessages.skipped(place, earlier, before: occasion))
      }
    }
    let record = OccasionRecord(event: event.id, occasion: occasion)
    return FactPlan(facts: [.occasionOpened(record)], findings: findings)
  }

  /// Plans the closing of an occasion.
  ///
  /// - Parameters:
  ///   - occasion: The occasion.
  ///   - event: The event as it stands.
  ///   - openAttempts: How many attempts were begun at the occasion and not handed in.
  /// - Returns: The plan; only an open occasion can be closed, and attempts that are still under
  ///   way are a warning.
  package static func close(
    _ occasion: Occasion, of event: EventSummary, openAttempts: Int
  ) -> FactPlan {
    let place = SourceLocation(file: event.id)
    var findings: [Diagnostic] = []
    if !event.openOccasions.contains(occasion) {
      findings.append(EventMessages.notOpen(place, occasion))
    }
    if openAttempts > 0 { findings.append(EventMessages.underWay(place, openAttempts)) }
    let record = OccasionRecord(event: event.id, occasion: occasion)
    return FactPlan(facts: [.occasionClosed(record)], findings: findings)
  }

  /// Which form a learner may take, or why none.
  package enum Admission: Sendable, Hashable {
    /// The id of the form that is allocated to the learner.
    case form(String)
    /// Any form: it is practice.
    case anyForm
    /// None, with the reason.
    case refused(Diagnostic)
  }

  /// Returns which form a learner may take now: the occasion must be open, the code enrolled.
  package static func admission(
    code: String, event: EventSummary, occasion: Occasion
  ) -> Admission {
    let place = SourceLocation(file: event.id)
    guard event.openOccasions.contains(occasion) else {
      return .refused(EventMessages.notOpen(place, occasion))
    }
    guard event.learner(code) != nil else {
      return .refused(EventMessages.notEnrolled(place, code))
    }
    return event.allocatedForm(code: code, occasion: occasion).map { .form($0) } ?? .anyForm
  }

  private static let order: [Occasion] = [.pre, .post, .followUp]

  static func isID(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
