package import Assessment
package import Text

/// A training event as it was created.
package struct EventRecord: Sendable, Hashable, Codable {
  /// The id: lower-case letters, digits and hyphens.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// The id of the curriculum it teaches.
  package var curriculum: String
  /// The version of that curriculum.
  package var curriculumVersion: String
  /// The ids of the parallel test forms: A, then B.
  package var forms: [String]
  /// The seed that decides which learner takes which form first.
  package var seed: Int

  /// Creates a record.
  package init(
    id: String, title: LocalizedText, curriculum: String, curriculumVersion: String,
    forms: [String], seed: Int
  ) {
    self.id = id
    self.title = title
    self.curriculum = curriculum
    self.curriculumVersion = curriculumVersion
    self.forms = forms
    self.seed = seed
  }
}

/// An occasion of an event, opened or closed.
package struct OccasionRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The occasion.
  package var occasion: Occasion

  /// Creates a record.
  package init(event: String, occasion: Occasion) {
    self.event = event
    self.occasion = occasion
  }
}

/// Which of the two parallel forms a learner takes first.
package enum FormSequence: String, Sendable, Hashable, CaseIterable, Codable {
  /// Form A before the teaching, B after it, A again at follow-up.
  case firstThenSecond = "AB"
  /// Form B before the teaching, A after it, B again at follow-up.
  case secondThenFirst = "BA"
}

/// The place of a learner in an event.
package struct EnrollmentRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The learner's code.
  package var code: String
  /// Which form the learner takes first.
  package var sequence: FormSequence
  /// The learner's number within the event, from 1 on, in the order of the roster.
  package var number: Int

  /// Creates a record.
  package init(event: String, code: String, sequence: FormSequence, number: Int) {
    self.event = event
    self.code = code
    self.sequence = sequence
    self.number = number
  }
}
