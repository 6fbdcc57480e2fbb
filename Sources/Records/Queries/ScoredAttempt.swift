package import Assessment
package import Text

/// An attempt as the records know it, with its answers and, once scored, its outcomes.
package struct ScoredAttempt: Sendable, Hashable {
  /// The id: the identity of the fact that began it.
  package var id: String
  /// The event; `nil` for practice outside any.
  package var event: String?
  /// The learner's code.
  package var code: String
  /// The occasion.
  package var occasion: Occasion
  /// The id of the form.
  package var form: String
  /// The version of the form whose keys made the outcomes, or of the form that was begun.
  package var formVersion: String
  /// The language.
  package var language: Language
  /// How the answers reached Sala.
  package var mode: AttemptMode
  /// The ids of the items, in the order in which they were asked.
  package var items: [String]
  /// When it was begun.
  package var startedAt: String
  /// When it was handed in; `nil` before.
  package var submittedAt: String?
  /// The outcome of each item, in the order of the form; empty before scoring.
  package var outcomes: [Outcome]
  /// The text form of the response to each item that was answered.
  package var answers: [String: String]
  /// Which of several attempts of one import this is, from 1 on.
  package var repetition: Int

  /// The rescorings that made the outcomes what they are, in their order.
  package var rescorings: [PastRescoring] = []

  /// Tells whether it was handed in and every question was scored.
  package var isComplete: Bool { submittedAt != nil && !outcomes.isEmpty && !awaitsRater }
  /// Tells whether it was handed in and a human has still to judge an answer.
  package var awaitsRater: Bool {
    submittedAt != nil && outcomes.contains { $0.isPending && $0.isAnswered }
  }
  /// The points won.
  package var score: Double { outcomes.reduce(0) { $0 + $1.score } }
  /// The points that could be won.
  package var maximum: Double { outcomes.reduce(0) { $0 + $1.maximum } }

  /// Creates an attempt.
  package init(
    id: String, record: AttemptRecord, startedAt: String, submittedAt: String?,
    formVersion: String? = nil, outcomes: [Outcome], answers: [String: String],
    repetition: Int = 1
  ) {
    self.id = id
    event = record.event
    code = record.code
    occasion = record.occasion
    form = record.form
    self.formVersion = formVersion ?? record.formVersion
    language = record.language
    mode = record.mode
    items = record.items
    self.startedAt = startedAt
    self.submittedAt = submittedAt
    self.outcomes = outcomes
    self.answers = answers
    self.repetition = repetition
  }

  /// Joins the facts about attempts: answers given before submission count, the latest for each
  /// item; the same rows of the same file, imported on two devices, count once.
  static func all(_ rows: [AttemptRows]) -> [ScoredAttempt] {
    var imports: Set<String> = []
    return rows.filter { row in row.importKey.map { imports.insert($0).inserted } ?? true }
      .map(ScoredAttempt.init)
      .sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
  }

  private init(_ row: AttemptRows) {
    var answers: [String: String] = [:]
    for (order, item, response) in row.answers {
      if let end = row.submission?.order, order > end { continue }
      answers[item] = response.response.isEmpty ? nil : response.text
    }
    self.init(
      id: row.id, record: row.record, startedAt: row.startedAt,
      submittedAt: row.submission?.time, formVersion: row.score?.formVersion,
      outcomes: (row.score?.outcomes ?? []).map(\.outcome), answers: answers,
      repetition: row.repetition)
    // A whole scoring that came later has the last word.
    for (order, time, record) in row.rescores where order > row.score?.order ?? "" {
      guard let place = outcomes.firstIndex(where: { $0.item == record.outcome.item }) else {
        continue
      }
      let old = outcomes[place]
      outcomes[place] = record.outcome.outcome
      formVersion = record.formVersion
      rescorings.append(
        PastRescoring(
          time: time, item: old.item, reason: record.reason, oldScore: old.score,
          newScore: record.outcome.score, oldKey: old.keyVersion,
          newKey: record.outcome.keyVersion))
    }
  }
}

/// An attempt that was begun and not handed in.
package struct OpenAttempt: Sendable, Hashable {
  /// The id.
  package var id: String
  /// As it was begun.
  package var started: AttemptRecord
  /// When it was begun.
  package var startedAt: String
  /// What happened in it so far, to be replayed.
  package var events: [Attempt.Event]
  /// The time spent on it, in seconds: the sum of the times between answers, each counted as ten
  /// minutes at most, so that a power cut or a night costs nobody the test.
  package var secondsUsed: Double

  init(_ row: AttemptRows) {
    id = row.id
    started = row.record
    startedAt = row.startedAt
    let answers = row.answers.map { answer in
      (answer.order, Attempt.Event.answered(item: answer.item, response: answer.response.response))
    }
    let moves = row.moves.map { ($0.order, Attempt.Event.moved(to: $0.position)) }
    let all = (answers + moves).sorted { $0.0 < $1.0 }
    events = all.map(\.1)
    secondsUsed = Self.secondsUsed([row.order] + all.map(\.0))
  }

  /// The longest time between two answers that counts, in seconds.
  static let longestPause = 600.0

  private static func secondsUsed(_ orders: [String]) -> Double {
    let times = orders.compactMap { order in
      order.split(separator: "|").first.flatMap { Timestamp.seconds(String($0)) }
    }
    return zip(times, times.dropFirst()).reduce(0) { sum, pair in
      sum + min(longestPause, max(0, pair.1 - pair.0))
    }
  }

  /// The state of the attempt, at the place where the person left it.
  package var attempt: Attempt { Attempt(items: started.items).after(events) }
}
