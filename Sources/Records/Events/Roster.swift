package import Source
package import Text

/// A roster that is to be recorded: who gets which code, number and sequence of forms.
package struct RosterPlan: Sendable, Hashable {
  /// What to append, in one call; empty where a finding is an error.
  package var facts: [Fact] = []
  /// What was found.
  package var findings: [Diagnostic] = []
  /// The learners in the order of the rows; empty where a finding is an error.
  package var learners: [Learner] = []

  /// A learner of the roster.
  package struct Learner: Sendable, Hashable {
    /// The line of the file; 0 without one.
    package var line: Int
    /// The place in the event.
    package var enrollment: EventSummary.Enrollment
  }
}

/// Enrols people in an event.
///
/// Names are refused: records hold codes alone, and the trainer keeps the list that says whose
/// they are.
package enum Roster {
  /// The columns of a roster; all are optional.
  package static let columns = ["code"] + PersonReading.columns

  /// Tells whether a column of this name would say who people are.
  static func namesPeople(_ column: String) -> Bool {
    namingColumns.contains(
      column.lowercased().split { " _-".contains($0) }.joined(separator: " "))
  }

  static let namingColumns: Set<String> = [
    "name", "names", "full name", "fullname", "first name", "last name", "given name",
    "family name", "surname", "latin name", "khmer name", "phone", "telephone", "email", "ឈ្មោះ",
    "នាម", "នាមត្រកូល", "គោត្តនាម", "នាមខ្លួន", "លេខទូរស័ព្ទ",
  ]

  /// One person to be enrolled.
  struct Person {
    var line = 0
    var code: String?
    var attributes = PersonAttributes(code: "")
  }

  /// Plans the enrolment of the rows of a table.
  ///
  /// - Parameters:
  ///   - table: The table, one row a person.
  ///   - event: The event as it stands.
  ///   - people: What is known about people.
  ///   - taken: Every code that is in use, so that none is given twice.
  ///   - generator: Where the chance for new codes comes from.
  /// - Returns: The plan; sequences are allocated in balance, the seed of the event deciding.
  package static func plan(
    _ table: CSVTable, event: EventSummary, people: [PersonAttributes], taken: Set<String>,
    using generator: inout some RandomNumberGenerator
  ) -> RosterPlan {
    let collector = DiagnosticCollector()
    let persons = RosterReading(table: table, collector: collector).persons()
    return plan(
      persons, event: event, people: people, taken: taken, file: table.file,
      collector: collector, using: &generator)
  }

  /// Plans the enrolment of people of whom nothing is known.
  ///
  /// - Parameters:
  ///   - count: How many, from 1 to 10,000; a number outside is moved to the nearest one inside.
  ///   - event: The event as it stands.
  ///   - taken: Every code that is in use.
  ///   - generator: Where the chance for new codes comes from.
  /// - Returns: The plan.
  package static func plan(
    count: Int, event: EventSummary, taken: Set<String>,
    using generator: inout some RandomNumberGenerator
  ) -> RosterPlan {
    let persons = (0..<min(10_000, max(1, count))).map { _ in Person() }
    return plan(
      persons, event: event, people: [], taken: taken, file: SourceFile(path: event.id, text: ""),
      collector: DiagnosticCollector(), using: &generator)
  }

  private static func plan(
    _ persons: [Person], event: EventSummary, people: [PersonAttributes], taken: Set<String>,
    file: SourceFile, collector: DiagnosticCollector,
    using generator: inout some RandomNumberGenerator
  ) -> RosterPlan {
    let known = Dictionary(people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    var codes = taken.union(persons.compactMap(\.code))
    var seen = Set(event.learners.map(\.code))
    let sequences = Allocation.sequences(persons.count, event: event)
    let firstNumber = (event.learners.map(\.number).max() ?? 0) + 1
    var plan = RosterPlan()
    for (index, person) in persons.enumerated() {
      let code = person.code ?? LearnerCode.make(using: &generator, taken: codes)
      codes.insert(code)
      if !seen.insert(code).inserted {
        collector.add(EventMessages.enrolledTwice(file, line: person.line, code))
      }
      let enrollment = EventSummary.Enrollment(
        code: code, sequence: sequences[index], number: firstNumber + index)
      plan.learners.append(.init(line: person.line, enrollment: enrollment))
      plan.facts.append(
        .learnerEnrolled(
          EnrollmentRecord(
            event: event.id, code: code, sequence: enrollment.sequence,
            number: enrollment.number)))
      var attributes = person.attributes
      attributes.code = code
      let before = known[code]
      for finding in PersonReading.contradictions(
        attributes, with: before, file: file, line: person.line)
      {
        collector.add(finding)
      }
      if let news = PersonReading.news(attributes, beyond: before) {
        plan.facts.append(.personDescribed(news))
      }
    }
    plan.findings = collector.diagnostics.inReadingOrder
    if plan.findings.hasErrors {
      plan.facts = []
      plan.learners = []
    }
    return plan
  }
}

/// Gives learners of an event a sequence of forms.
package enum Allocation {
  /// Returns the sequences of the next `count` learners of an event.
  ///
  /// Permuted blocks of 2 or 4, size and order drawn by the event's seed; what is left at the end
  /// is a block of 2 or a single learner. Learners who come later first make up for whatever
  /// imbalance stands. So AB and BA never differ by more than 1 at the end of a roster. Source:
  /// Pocock, Clinical Trials, 1983, ch. 5 (random permuted blocks).
  static func sequences(_ count: Int, event: EventSummary) -> [FormSequence] {
    let first = event.learners.count { $0.sequence == .firstThenSecond }
    let second = event.learners.count - first
    var generator = SeededGenerator(
      seed: UInt64(bitPattern: Int64(event.seed)),
      purpose: "allocate/\(event.id)/\(event.learners.count)")
    let behind: FormSequence = first < second ? .firstThenSecond : .secondThenFirst
    let missing = min(count, max(first, second) - min(first, second))
    var sequences = [FormSequence](repeating: behind, count: missing)
    while sequences.count < count {
      let left = count - sequences.count
      if left == 1 {
        sequences.append(generator.index(below: 2) == 0 ? .firstThenSecond : .secondThenFirst)
        break
      }
      let half = left >= 4 && generator.index(below: 2) == 1 ? 2 : 1
      sequences += generator.shuffled(
        [FormSequence](repeating: .firstThenSecond, count: half)
          + [FormSequence](repeating: .secondThenFirst, count: half))
    }
    return sequences
  }
}
