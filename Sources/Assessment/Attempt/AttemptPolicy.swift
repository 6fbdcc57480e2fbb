/// How often one person may take a form on one occasion.
package struct AttemptPolicy: Sendable, Hashable {
  /// The most attempts, at least 1; `nil` without a limit.
  package var most: Int?

  /// Creates a policy.
  package init(most: Int? = nil) {
    self.most = most
  }

  /// What a person who wants to take the form does next.
  package enum Step: Sendable, Hashable {
    /// Begins an attempt, the first one being number 1.
    case begins(number: Int)
    /// Goes on with the attempt at this index, which was not handed in.
    case resumes(index: Int)
    /// Nothing: this many attempts were handed in, and there is no other.
    case isRefused(used: Int)
  }

  /// Returns what comes next after a person's attempts on this form and occasion, in order.
  ///
  /// One that was not handed in is resumed, so closing a lid neither wins nor loses an attempt.
  package func step(previous: [Attempt]) -> Step {
    if let open = previous.lastIndex(where: { !$0.isSubmitted }) { return .resumes(index: open) }
    if let most, previous.count >= max(1, most) { return .isRefused(used: previous.count) }
    return .begins(number: previous.count + 1)
  }

  /// Tells whether a new attempt may begin after the attempts so far.
  package func mayBegin(previous: [Attempt]) -> Bool {
    if case .begins = step(previous: previous) { return true }
    return false
  }
}
