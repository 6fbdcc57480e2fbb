import Assessment

/// What an index remembers of the journals it was made from.
struct IndexMemory {
  /// The head of each journal that it has taken in.
  var heads: [String: JournalHead] = [:]
  /// Heads that a journal no longer held when it was read again: records that got lost.
  var lost: [JournalHead] = []
}

/// What an index has to take in.
struct IndexUpdate {
  /// Whether everything before is forgotten.
  var isRebuild = false
  /// The new facts.
  var facts: [RecordedFact] = []
  /// What it remembers afterwards.
  var memory = IndexMemory()
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
  func update(
    _ change: (IndexMemory) throws(RecordsError) -> IndexUpdate?
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
