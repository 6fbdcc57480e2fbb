import Assessment

/// What an index remembers of the journals it was made from.
struct IndexMemory {
  /// The head of each journal that it has taken in.
  var heads: [String: JournalHead] = [:]
  /// Heads that a journal no longer held when it was read again: records that got lost.
  var lost: [JournalHead] = []
}

/// What takes facts into an index, within one transaction of it.
protocol IndexSink: AnyObject {
  /// Forgets every fact.
  func clear() throws(RecordsError)
  /// Takes in a fact; one that is there already changes nothing.
  func take(_ fact: RecordedFact) throws(RecordsError)
  /// Begins facts that count together or not at all.
  func mark() throws(RecordsError)
  /// Keeps the facts since the mark.
  func keep() throws(RecordsError)
  /// Takes back the facts since the mark.
  func undo() throws(RecordsError)
}

/// Which attempts are wanted; `nil` means any.
struct AttemptFilter {
  var id: String?
  var code: String?
  /// The event; an empty text means outside any event.
  var event: String?
  var occasion: Occasion?
}

/// Everything that is known of one attempt, as facts say it.
struct AttemptRows {
  var id: String
  var order: String
  var record: AttemptRecord
  var startedAt: String
  /// What the same import on another device has in common with this one; `nil` for no import.
  var importKey: String?
  var repetition: Int
  /// Whether nobody knows when it was handed in, as of paper that a file brought without a time.
  var isUntimed = false
  /// The answers in the order of facts.
  var answers: [(order: String, item: String, response: RecordedResponse, elapsed: Int?)] = []
  /// The ways to other questions, in the order of facts.
  var moves: [(order: String, position: Int, elapsed: Int?)] = []
  var submission: (order: String, time: String, elapsed: Int?)?
  /// The latest scoring of the whole.
  var score: (order: String, formVersion: String, outcomes: [OutcomeRecord])?
  /// How often the whole was scored.
  var scorings = 0
  /// The later words about single items, in the order of facts.
  var amendments: [(order: String, time: String, what: Amendment)] = []
}

/// What tells a test that was handed in from others.
struct HandedIn: Hashable {
  var code: String
  /// The event; empty outside any.
  var event: String
  var occasion: Occasion
  /// The form; empty where it tells nothing apart, as on the occasions of an event.
  var form = ""
  /// Which of several attempts; 0 where it tells nothing apart.
  var repetition = 0

  /// At an occasion of an event a person hands in once; practice is told apart by form and number.
  init(code: String, event: String, occasion: Occasion, form: String, repetition: Int) {
    self.code = code
    self.event = event
    self.occasion = occasion
    if occasion == .practice {
      self.form = form
      self.repetition = repetition
    }
  }

  init(_ attempt: ScoredAttempt) {
    self.init(
      code: attempt.code, event: attempt.event ?? "", occasion: attempt.occasion,
      form: attempt.form, repetition: attempt.repetition)
  }
}

/// An event with the order and the time of the fact that created it.
struct EventRow {
  var record: EventRecord
  var createdAt: String
}

/// The opening or the closing of an occasion.
struct OccasionRow {
  var record: OccasionRecord
  var isOpen: Bool
  /// The order of the fact, which begins with its time.
  var order: String

  /// When, by the device's clock.
  var time: String { order.split(separator: "|").first.map(String.init) ?? "" }
}

/// An index of facts: derived from journals, rebuilt at will, never the truth.
///
/// The store asks it in these words alone, so that another engine can take SQLite's place.
/// Rows come in the order of facts (`RecordedFact.order`), so that answers do not depend on the
/// order in which journals were merged.
protocol RecordsIndex: AnyObject {
  /// Brings the index up to date in one transaction.
  ///
  /// - Parameter change: Gets what the index remembers and where facts go; returns what it is to
  ///   remember from now on, or `nil` where nothing changed.
  /// - Throws: What `change` or the engine throws; then nothing changed.
  func update(
    _ change: (IndexMemory, any IndexSink) throws(RecordsError) -> IndexMemory?
  ) throws(RecordsError)
  /// Returns the events, every fact that created one.
  func events() throws(RecordsError) -> [EventRow]
  /// Returns openings and closings.
  func occasions() throws(RecordsError) -> [OccasionRow]
  /// Returns enrolments, of one event or of all.
  func enrollments(event: String?) throws(RecordsError) -> [EnrollmentRecord]
  /// Returns what was said of people.
  func people() throws(RecordsError) -> [PersonAttributes]
  /// Returns attempts.
  func attempts(_ filter: AttemptFilter) throws(RecordsError) -> [AttemptRows]
  /// Returns who handed in what: enough to know a test again.
  func handedIn() throws(RecordsError) -> Set<HandedIn>
  /// Returns every code that has an attempt.
  func attemptCodes() throws(RecordsError) -> Set<String>
  /// Returns the batches of imported rows, in the order of facts, the same one of several devices
  /// each time.
  func batches() throws(RecordsError) -> [(order: String, record: BatchRecord)]
  /// Calls `body` with the packed rows of a batch, in the order of facts.
  func packedRows(
    batch: String, _ body: (PackedRow) throws(RecordsError) -> Void
  ) throws(RecordsError)
  /// Returns the attempts that are no rows of batches, as `attempts` does.
  func ownAttempts(_ filter: AttemptFilter) throws(RecordsError) -> [AttemptRows]
  /// Returns the ids of attempts about which there are later words: scores, judgements.
  func amendedAttempts() throws(RecordsError) -> Set<String>
  /// Returns what was granted and withdrawn, in the order of facts.
  func accommodations() throws(RecordsError) -> [AccommodationRecord]
  /// Returns what facts say beside tests, in the order of facts.
  func statements() throws(RecordsError) -> [(id: String, time: String, fact: Fact)]
  /// Returns who is to be forgotten, with the facts that say so, in their order.
  func tombstones() throws(RecordsError) -> [Tombstone]
  /// Leaves no older copies of its pages on the disk.
  func settle() throws(RecordsError)
  /// Returns the latest that the journal of a device says of its site; `nil` where it says nothing.
  func site(device: String) throws(RecordsError) -> SiteRecord?
  /// Returns the number of the last record that is a signature, by device.
  func lastSignatures() throws(RecordsError) -> [String: Int]
  /// Returns the SHA-256 of every file that was imported.
  func importedSources() throws(RecordsError) -> Set<String>
  /// Returns the ids of attempts that answers, submissions, scores or ratings name but nobody began.
  func orphans() throws(RecordsError) -> [String]
  /// Returns a hash of everything in it but what it remembers of journals.
  func digest() throws(RecordsError) -> String
}
