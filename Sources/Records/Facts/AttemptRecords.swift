package import Assessment
package import Text

/// An attempt as it began.
package struct AttemptRecord: Sendable, Hashable, Codable {
  /// The event; `nil` for practice outside any.
  package var event: String?
  /// The learner's code.
  package var code: String
  /// Why the test is taken, as the trainer opened it.
  package var occasion: Occasion
  /// The id of the form.
  package var form: String
  /// The version of the form.
  package var formVersion: String
  /// The ids of the items, in the order in which they are asked.
  package var items: [String]
  /// The language the person chose.
  package var language: Language
  /// How the answers reach Sala.
  package var mode: AttemptMode
  /// What fixes the order of options; empty for the order of the source, as on paper.
  package var optionSeed: String
  /// The time that the person was granted beyond the form's; `nil` for none.
  package var accommodation: TimeGrant?
  /// `true` where the person was granted large print; absent otherwise.
  package var largePrint: Bool?

  /// Creates a record.
  package init(
    event: String?, code: String, occasion: Occasion, form: String, formVersion: String,
    items: [String], language: Language, mode: AttemptMode, optionSeed: String,
    accommodation: TimeGrant? = nil, largePrint: Bool = false
  ) {
    self.event = event
    self.code = code
    self.occasion = occasion
    self.form = form
    self.formVersion = formVersion
    self.items = items
    self.language = language
    self.mode = mode
    self.optionSeed = optionSeed
    self.accommodation = accommodation
    self.largePrint = largePrint ? true : nil
  }

  /// Creates the record of an attempt at a form.
  package init(
    event: String?, code: String, occasion: Occasion, form: TestForm, language: Language,
    mode: AttemptMode, optionSeed: String, accommodation: TimeGrant? = nil,
    largePrint: Bool = false
  ) {
    self.init(
      event: event, code: code, occasion: occasion, form: form.id, formVersion: form.version,
      items: form.items.map(\.id), language: language, mode: mode, optionSeed: optionSeed,
      accommodation: accommodation, largePrint: largePrint)
  }
}

/// A response with its kind, so that it can be read without its item.
package struct RecordedResponse: Sendable, Hashable, Codable {
  /// What kind of response it is.
  package var kind: Kind
  /// Its one text form.
  package var text: String

  /// The kinds of responses.
  package enum Kind: String, Sendable, Hashable, Codable {
    /// Option ids, joined by commas.
    case choice
    /// A number.
    case number
    /// A text.
    case text
    /// Pairs, as `a=2,b=1`.
    case pairs
    /// An order: option ids, joined by commas.
    case order
    /// Blanks, as `a=text;b=12`.
    case blanks
  }

  /// Creates the record of a response.
  package init(_ response: Response) {
    text = response.encoded
    kind =
      switch response {
      case .choice: .choice
      case .number: .number
      case .text: .text
      case .pairs: .pairs
      case .order: .order
      case .blanks: .blanks
      }
  }

  init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  /// The response; an unreadable number counts as taken back.
  package var response: Response {
    switch kind {
    case .choice: .chosen(text.split(separator: ",").map(String.init))
    case .number: Double(text).map { .number($0) } ?? .choice([])
    case .text: .text(text)
    case .pairs: .pairs(ResponseText.pairs(text) ?? [:])
    case .order: .order(text.split(separator: ",").map(String.init))
    case .blanks: .blanks(ResponseText.entries(text) ?? [:])
    }
  }
}

/// The answer to one item of an attempt.
package struct AnswerRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// The id of the item.
  package var item: String
  /// The response.
  package var response: RecordedResponse
  /// The milliseconds of the attempt that were used; absent where nobody measured.
  package var elapsed: Int?

  /// Creates a record.
  package init(attempt: String, item: String, response: Response, elapsed: Int? = nil) {
    self.attempt = attempt
    self.item = item
    self.response = RecordedResponse(response)
    self.elapsed = elapsed
  }

  init(attempt: String, item: String, recorded: RecordedResponse, elapsed: Int?) {
    self.attempt = attempt
    self.item = item
    response = recorded
    self.elapsed = elapsed
  }
}

/// The way to another question of an attempt, so that a stopped test goes on at the same place.
///
/// One to the question that is shown already is a sign of life: it says how much time is used while
/// the person thinks.
package struct MoveRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// The index of the question that is shown, from 0; the number of questions means the review.
  package var position: Int
  /// The milliseconds of the attempt that were used; absent where nobody measured.
  package var elapsed: Int?

  /// Creates a record.
  package init(attempt: String, position: Int, elapsed: Int? = nil) {
    self.attempt = attempt
    self.position = position
    self.elapsed = elapsed
  }
}

/// The handing in of an attempt.
package struct SubmissionRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// The milliseconds of the attempt that were used; absent where nobody measured.
  package var elapsed: Int?

  /// Creates a record.
  package init(attempt: String, elapsed: Int? = nil) {
    self.attempt = attempt
    self.elapsed = elapsed
  }
}

/// The outcome of one item, as journals keep it.
package struct OutcomeRecord: Sendable, Hashable, Codable {
  /// The id of the item.
  package var item: String
  /// The points won.
  package var score: Double
  /// The points of a right answer.
  package var maximum: Double
  /// Whether there was an answer.
  package var isAnswered: Bool
  /// Whether a human has still to judge; written only where it is so, so that what was recorded
  /// before there were such questions keeps its bytes.
  package var isPending: Bool?
  /// The version of the key that made the score.
  package var keyVersion: String

  /// Creates the record of an outcome.
  package init(_ outcome: Outcome) {
    item = outcome.item
    score = outcome.score
    maximum = outcome.maximum
    isAnswered = outcome.isAnswered
    isPending = outcome.isPending ? true : nil
    keyVersion = outcome.keyVersion
  }

  /// The outcome.
  package var outcome: Outcome {
    Outcome(
      item: item, score: score, maximum: maximum, isAnswered: isAnswered,
      isPending: isPending ?? false, keyVersion: keyVersion)
  }

  private enum CodingKeys: String, CodingKey {
    case item, score, maximum, isAnswered = "answered", isPending = "pending", keyVersion
  }
}

/// The scoring of an attempt.
package struct ScoreRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// The version of the form whose keys were used.
  package var formVersion: String
  /// The outcome of every item, in the order of the form.
  package var outcomes: [OutcomeRecord]

  /// Creates a record.
  package init(attempt: String, formVersion: String, outcomes: [Outcome]) {
    self.attempt = attempt
    self.formVersion = formVersion
    self.outcomes = outcomes.map(OutcomeRecord.init)
  }
}

/// A whole attempt out of a file: its answers and their outcomes, in one fact.
package struct ImportRecord: Sendable, Hashable, Codable {
  /// The attempt.
  package var attempt: AttemptRecord
  /// The answers by item; what was left out is not there.
  package var answers: [String: RecordedResponse]
  /// The outcome of every item, in the order of the form.
  package var outcomes: [OutcomeRecord]
  /// When it was begun, where the file says so.
  package var startedAt: String?
  /// When it was handed in, where the file says so.
  package var submittedAt: String?
  /// The milliseconds of the attempt that were used; absent where the file does not say it.
  package var elapsed: Int?
  /// Which of several attempts of the same learner at the same form and occasion, from 1 on.
  package var repetition: Int
  /// The name of the file, without its folder.
  package var file: String
  /// The SHA-256 of the file's text, by which the same content is known again.
  package var sha256: String

  /// Creates a record.
  package init(
    attempt: AttemptRecord, answers: [String: Response], outcomes: [Outcome], startedAt: String?,
    submittedAt: String?, elapsed: Int? = nil, repetition: Int, file: String, sha256: String
  ) {
    self.attempt = attempt
    self.answers = answers.mapValues(RecordedResponse.init)
    self.outcomes = outcomes.map(OutcomeRecord.init)
    self.startedAt = startedAt
    self.submittedAt = submittedAt
    self.elapsed = elapsed
    self.repetition = repetition
    self.file = file
    self.sha256 = sha256
  }
}
