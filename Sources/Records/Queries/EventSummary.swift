package import Assessment
package import Text

/// An event as it stands: what was created, who is enrolled, what is open.
package struct EventSummary: Sendable, Hashable {
  /// The id.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// The id of the curriculum.
  package var curriculum: String
  /// The version of the curriculum.
  package var curriculumVersion: String
  /// The ids of the parallel forms: A, then B.
  package var forms: [String]
  /// The seed of the allocation.
  package var seed: Int
  /// When it was created.
  package var createdAt: String
  /// The occasions that are open, in the order pre, post, follow-up, practice.
  package var openOccasions: [Occasion]
  /// The occasions that were ever opened, in the same order.
  package var openedOccasions: [Occasion]
  /// When each occasion was closed for the first time, by the device's clock.
  package var firstClosed: [Closing] = []
  /// The learners, by number.
  package var learners: [Enrollment]
  /// Whether its facts are made up.
  package var isSynthetic: Bool

  /// When an occasion was closed for the first time.
  package struct Closing: Sendable, Hashable {
    /// The occasion.
    package var occasion: Occasion
    /// When, by the device's clock.
    package var time: String

    /// Creates a closing.
    package init(occasion: Occasion, time: String) {
      self.occasion = occasion
      self.time = time
    }
  }

  /// The place of a learner in an event.
  package struct Enrollment: Sendable, Hashable {
    /// The learner's code.
    package var code: String
    /// Which form the learner takes first.
    package var sequence: FormSequence
    /// The number within the event, from 1 on.
    package var number: Int

    /// Creates a place.
    package init(code: String, sequence: FormSequence, number: Int) {
      self.code = code
      self.sequence = sequence
      self.number = number
    }
  }

  /// Creates a summary.
  package init(
    record: EventRecord, createdAt: String, openOccasions: [Occasion] = [],
    openedOccasions: [Occasion] = [], learners: [Enrollment] = [], isSynthetic: Bool = false
  ) {
    id = record.id
    title = record.title
    curriculum = record.curriculum
    curriculumVersion = record.curriculumVersion
    forms = record.forms
    seed = record.seed
    self.createdAt = createdAt
    self.openOccasions = openOccasions
    self.openedOccasions = openedOccasions
    self.learners = learners
    self.isSynthetic = isSynthetic
  }

  /// Returns a learner by code.
  package func learner(_ code: String) -> Enrollment? { learners.first { $0.code == code } }

  /// Returns the id of the form that a learner takes at an occasion; `nil` for a code that is not
  /// enrolled and for practice, where any form may be taken.
  ///
  /// In a crossover, sequence AB takes form A before the teaching, B after it and A at follow-up;
  /// BA the reverse. With a single form everybody takes it.
  package func allocatedForm(code: String, occasion: Occasion) -> String? {
    learner(code).flatMap { form(of: $0.sequence, occasion: occasion) }
  }

  /// Returns the id of the form that belongs to a sequence at an occasion; `nil` for practice.
  package func form(of sequence: FormSequence, occasion: Occasion) -> String? {
    guard occasion != .practice else { return nil }
    let takesFirst = (sequence == .firstThenSecond) == (occasion != .post)
    return takesFirst ? forms.first : forms.last
  }

  /// Joins the facts about events; the earliest creation of an id and the earliest enrolment of a
  /// code hold, the latest opening or closing does.
  static func all(
    events: [EventRow], occasions: [OccasionRow],
    enrollments: [EnrollmentRecord], isSynthetic: Bool
  ) -> [EventSummary] {
    var open: Set<OccasionRecord> = []
    var opened: Set<OccasionRecord> = []
    var closed: [OccasionRecord: String] = [:]
    for row in occasions {
      if row.isOpen {
        open.insert(row.record)
        opened.insert(row.record)
      } else {
        open.remove(row.record)
        closed[row.record] = closed[row.record] ?? row.time
      }
    }
    let learners = Dictionary(grouping: enrollments, by: \.event)
    var seen: Set<String> = []
    return events.filter { seen.insert($0.record.id).inserted }.map { row in
      let id = row.record.id
      func those(_ set: Set<OccasionRecord>) -> [Occasion] {
        Occasion.allCases.filter { set.contains(OccasionRecord(event: id, occasion: $0)) }
      }
      var summary = EventSummary(
        record: row.record, createdAt: row.createdAt, openOccasions: those(open),
        openedOccasions: those(opened), learners: places(learners[id] ?? []),
        isSynthetic: isSynthetic)
      summary.firstClosed = Occasion.allCases.compactMap { occasion in
        closed[OccasionRecord(event: id, occasion: occasion)]
          .map { Closing(occasion: occasion, time: $0) }
      }
      return summary
    }
  }

  private static func places(_ enrollments: [EnrollmentRecord]) -> [Enrollment] {
    var codes: Set<String> = []
    return enrollments.filter { codes.insert($0.code).inserted }
      .map { Enrollment(code: $0.code, sequence: $0.sequence, number: $0.number) }
      .sorted { ($0.number, $0.code) < ($1.number, $1.code) }
  }
}

extension PersonAttributes {
  /// Joins what was said of each person, the later in place of the earlier.
  static func merged(_ said: [PersonAttributes]) -> [PersonAttributes] {
    var people: [String: PersonAttributes] = [:]
    for person in said {
      people[person.code] = people[person.code]?.updated(with: person) ?? person
    }
    return people.values.sorted { $0.code < $1.code }
  }
}
