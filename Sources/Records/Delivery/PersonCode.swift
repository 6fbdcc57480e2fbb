import Assessment
package import Text

/// The codes that stand for whoever has a part in an event: learner codes, and for trainers and
/// observers who were never enrolled a short code of their own, never a name.
package enum PersonCode {
  /// Returns the code that a person typed, or what is wrong with it.
  ///
  /// Eight characters in two halves are a learner code, whose check character must agree. Else it
  /// has 1 to 64 Latin letters, digits, hyphens, underscores and points.
  package static func parse(_ typed: String) -> LearnerCode.Reading {
    let reading = LearnerCode.parse(typed)
    if case .code = reading { return reading }
    let text = Khmer.withLatinDigits(typed).trimmed
    let halves = text.split(separator: "-", omittingEmptySubsequences: false)
    let looksLikeLearner =
      halves.count == 2 && halves.allSatisfy { $0.utf8.count == 4 }
      && !text.utf8.contains { (0x61...0x7A).contains($0) }
    if looksLikeLearner { return reading }
    return RatingPlanning.isCode(text) ? .code(text) : .wrong(DeliveryMessages.noCode)
  }
}

/// A list of people as a trainer types it: codes, numbers of the roster, runs such as `3-7`, and
/// `all`.
package struct PeopleList: Sendable, Hashable {
  /// The codes, each once, in the order in which they were typed.
  package private(set) var codes: [String] = []
  /// What was not understood.
  package private(set) var findings: [Diagnostic] = []

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - text: The list, separated by commas or spaces; Khmer digits are understood.
  ///   - event: The event whose roster the numbers are of.
  ///   - links: Which codes are one person's.
  ///   - option: What the list was typed after: the place of the findings.
  package init(
    _ text: String, event: EventSummary, links: CodeLinks = CodeLinks(), option: String
  ) {
    let place = SourceLocation(file: option)
    let enrolled = Set(event.learners.map { links.person($0.code) })
    var seen: Set<String> = []
    func add(_ code: String) {
      if seen.insert(code).inserted { codes.append(code) }
    }
    for part in Khmer.withLatinDigits(text).split(whereSeparator: { $0 == "," || $0.isWhitespace })
    {
      let word = String(part)
      if word.lowercased() == "all" {
        event.learners.forEach { add(links.person($0.code)) }
      } else if let numbers = Self.numbers(word) {
        let found = event.learners.filter { numbers.contains($0.number) }
        if found.count < numbers.count {
          findings.append(DeliveryMessages.noNumber(place, word, event: event))
        }
        found.forEach { add(links.person($0.code)) }
      } else {
        switch LearnerCode.parse(word) {
        case .wrong(let reason): findings.append(DeliveryMessages.badCode(place, word, reason))
        case .code(let code):
          let person = links.person(code)
          if enrolled.contains(person) {
            add(person)
          } else {
            findings.append(DeliveryMessages.notEnrolled(place, code, event: event.id))
          }
        }
      }
    }
    if codes.isEmpty, findings.isEmpty { findings.append(DeliveryMessages.nobody(place)) }
  }

  /// Returns the numbers of `7` or of `3-7`; `nil` for a code.
  private static func numbers(_ word: String) -> ClosedRange<Int>? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...3).contains($0.utf8.count) }),
      let first = parts.first.flatMap({ Int($0) }), let last = parts.last.flatMap({ Int($0) }),
      first > 0, first <= last
    else { return nil }
    return first...last
  }
}
