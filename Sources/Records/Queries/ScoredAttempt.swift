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

  /// What kind of response each answer was; empty where that was not recorded.
  package var kinds: [String: RecordedResponse.Kind] = [:]
  /// The time that the person was granted beyond the form's; `nil` for none.
  package var accommodation: TimeGrant?
  /// Whether the person was granted large print.
  package var hasLargePrint = false
  /// The seconds of the attempt that were used, measured by a clock that never goes back; `nil`
  /// before it was handed in, and where nobody measured.
  package var secondsUsed: Double?

  /// Why questions of a test on paper have no answer, by their ids; empty until `marked` says it.
  package var paperMarks: [String: PaperEntryRecord.Mark.State] = [:]

  /// Whether it was taken under an accommodation.
  package var isAccommodated: Bool { accommodation != nil || hasLargePrint }

  /// The rescorings that made the outcomes what they are, in their order.
  package var rescorings: [PastRescoring] = []
  /// The judgements of humans, in their order; the last one of an item counts.
  package var ratings: [PastRating] = []
  /// How many later words about an item there are, for items with any.
  package var revisions: [String: Int] = [:]

  /// Tells whether it was handed in and scored, as far as a machine can.
  package var isHandedIn: Bool { submittedAt != nil && !outcomes.isEmpty }
  /// Tells whether it was handed in and every question was scored.
  package var isComplete: Bool { isHandedIn && !awaitsRater }
  /// Tells whether it was handed in and a human has still to judge an answer.
  package var awaitsRater: Bool { isHandedIn && outcomes.contains(where: \.isPending) }
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
    accommodation = record.accommodation
    hasLargePrint = record.largePrint == true
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
    var kinds: [String: RecordedResponse.Kind] = [:]
    for (order, item, response, _) in row.answers {
      if let end = row.submission?.order, order > end { continue }
      let isEmpty = response.response.isEmpty
      answers[item] = isEmpty ? nil : response.text
      kinds[item] = isEmpty ? nil : response.kind
    }
    self.init(
      id: row.id, record: row.record, startedAt: row.startedAt,
      submittedAt: row.submission?.time, formVersion: row.score?.formVersion,
      outcomes: (row.score?.outcomes ?? []).map(\.outcome), answers: answers,
      repetition: row.repetition)
    self.kinds = kinds
    secondsUsed = row.submission?.elapsed.map { Double(max(0, $0)) / 1000 }
    amend(row)
  }

  /// Takes in the later words about single items: by their revision, then in the order of facts.
  ///
  /// Only where the whole was scored more than once does its latest scoring silence those before:
  /// there is otherwise nothing that a word about an item could have come before, whatever the
  /// clocks of two devices say.
  private mutating func amend(_ row: AttemptRows) {
    guard !row.amendments.isEmpty else { return }
    let start = row.scorings > 1 ? row.score?.order ?? "" : ""
    let words = row.amendments.filter { $0.order > start }
      .sorted { ($0.what.revision, $0.order) < ($1.what.revision, $1.order) }
    for (_, time, word) in words {
      let new = word.outcome
      guard let place = outcomes.firstIndex(where: { $0.item == new.item }) else { continue }
      let old = outcomes[place]
      outcomes[place] = new.outcome
      revisions[new.item] = max(revisions[new.item] ?? 0, word.revision)
      switch word {
      case .rescored(let record):
        rescorings.append(
          PastRescoring(
            time: time, item: new.item, reason: record.reason, oldScore: old.score,
            newScore: new.score, oldKey: old.keyVersion, newKey: new.keyVersion))
      case .rated(let record):
        ratings.append(
          PastRating(
            time: time, item: new.item, rubric: record.rubric,
            rubricVersion: record.rubricVersion, levels: record.levels, rater: record.rater,
            score: new.score, maximum: new.maximum))
      }
    }
    if !words.isEmpty { formVersion = Self.formVersion(outcomes) }
  }

  /// Returns the version of a form with the keys that made these outcomes, as `TestForm.version`
  /// gives it: of a form whose keys are partly older ones, it is nobody else's.
  static func formVersion(_ outcomes: [Outcome]) -> String {
    StableHash.hex64(outcomes.map { "\($0.item)=\($0.keyVersion)" }.joined(separator: ";"))
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
  /// The time spent on it, in seconds, at least 0.
  ///
  /// What was measured counts: the `elapsed` of its facts, which never goes back. Where nobody
  /// measured, the times between facts count, each as ten minutes at most, so that a power cut or a
  /// night costs nobody the test.
  package var secondsUsed: Double

  init(_ row: AttemptRows) {
    id = row.id
    started = row.record
    startedAt = row.startedAt
    let answers = row.answers.map { answer in
      (
        answer.order,
        Attempt.Event.answered(item: answer.item, response: answer.response.response),
        answer.elapsed
      )
    }
    let moves = row.moves.map { ($0.order, Attempt.Event.moved(to: $0.position), $0.elapsed) }
    let all = (answers + moves).sorted { $0.0 < $1.0 }
    events = all.map(\.1)
    secondsUsed = Self.secondsUsed([(row.order, nil)] + all.map { ($0.0, $0.2) })
  }

  /// The longest time between two answers that counts, in seconds.
  static let longestPause = 600.0

  /// Adds up what was measured and, where nobody measured, what lies between two facts.
  private static func secondsUsed(_ facts: [(order: String, elapsed: Int?)]) -> Double {
    var used = 0.0
    var latest: Double?
    for (order, elapsed) in facts {
      let time = order.split(separator: "|").first.flatMap { Timestamp.seconds(String($0)) }
      if let elapsed {
        used = max(used, Double(elapsed) / 1000)
      } else if let time, let latest {
        used += min(longestPause, max(0, time - latest))
      }
      latest = time ?? latest
    }
    return used
  }

  /// The state of the attempt, at the place where the person left it.
  package var attempt: Attempt { Attempt(items: started.items).after(events) }
}
