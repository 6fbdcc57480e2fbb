import Text

/// Two facts that cannot both be right, or two that somebody has to choose between; both are kept.
package struct RecordConflict: Sendable, Hashable {
  /// What kind of conflict.
  package var kind: Kind
  /// What it is about: an event, a code, a device.
  package var subject: String
  /// The side that holds.
  package var holds: Side
  /// The other side.
  package var other: Side

  /// The kinds.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Two journals of one device contradict each other.
    case journal
    /// An event was created twice, differently.
    case event
    /// A code was enrolled in an event twice, differently.
    case enrollment
    /// Two learners of an event have the same number.
    case number
    /// Something different was said of the same person.
    case person
  }

  /// One side.
  package struct Side: Sendable, Hashable {
    /// Where it stands: the identity of the fact, or a file.
    package var source: String
    /// When it was written; empty where that is not known.
    package var time: String
    /// What it says.
    package var says: String
  }
}

extension Store {
  /// Returns the conflicts in this store, each with both sides, in the order of kinds and subjects.
  ///
  /// - Throws: What the disk said.
  package func conflicts() throws(RecordsError) -> [RecordConflict] {
    try catchUp()
    var facts: [RecordedFact] = []
    var readings: [String: JournalReading] = [:]
    for journal in Journal.all(in: files.journals) {
      let reading = try journal.read()
      readings[journal.device] = reading
      facts += reading.records
    }
    facts.sort { $0.order < $1.order }
    let forgotten = Set(try index.tombstones().map(\.record.code))
    var search = ConflictSearch(forgotten: forgotten)
    for fact in facts { search.add(fact) }
    var found = search.found
    for journal in allJournals where journal.path.hasPrefix(files.diverged + "/") {
      guard let ours = readings[journal.device] else { continue }
      let theirs = try journal.read()
      let place =
        zip(ours.records, theirs.records).first { $0.hash != $1.hash }
        .map { ($0, $1) }
      found.append(
        RecordConflict(
          kind: .journal, subject: journal.device,
          holds: ConflictSearch.side(place?.0, or: ours, in: files.journals),
          other: ConflictSearch.side(
            place?.1, or: theirs,
            in: String(journal.path.dropFirst(files.folder.count + 1)))))
    }
    return found.sorted {
      ($0.kind.rawValue, $0.subject, $0.other.source)
        < ($1.kind.rawValue, $1.subject, $1.other.source)
    }
  }
}

/// Walks facts in their order and finds where a later one contradicts an earlier one.
private struct ConflictSearch {
  let forgotten: Set<String>
  private(set) var found: [RecordConflict] = []
  private var events: [String: (EventRecord, RecordedFact)] = [:]
  private var enrollments: [String: (EnrollmentRecord, RecordedFact)] = [:]
  private var numbers: [String: (EnrollmentRecord, RecordedFact)] = [:]
  private var people: [String: (String, RecordedFact)] = [:]

  init(forgotten: Set<String>) { self.forgotten = forgotten }

  mutating func add(_ fact: RecordedFact) {
    switch fact.fact {
    case .eventCreated(let event):
      guard let (first, when) = events[event.id] else { return events[event.id] = (event, fact) }
      if first != event {
        note(.event, event.id, (when, Self.says(first)), (fact, Self.says(event)))
      }
    case .learnerEnrolled(let place):
      let key = "\(place.event) \(place.code)"
      let number = "\(place.event) \(place.number)"
      if let (first, when) = enrollments[key] {
        if first != place {
          note(.enrollment, key, (when, Self.says(first)), (fact, Self.says(place)))
        }
        return
      }
      enrollments[key] = (place, fact)
      if let (first, when) = numbers[number] {
        note(.number, number, (when, Self.says(first)), (fact, Self.says(place)))
      } else {
        numbers[number] = (place, fact)
      }
    case .personDescribed(let person) where !forgotten.contains(person.code):
      for name in PersonAttributes.names {
        guard let value = person[name] else { continue }
        let key = "\(person.code) \(name)"
        // The later word about a person holds.
        if let (before, when) = people[key], before != value {
          note(.person, key, (fact, value), (when, before))
        }
        people[key] = (value, fact)
      }
    default: break
    }
  }

  private mutating func note(
    _ kind: RecordConflict.Kind, _ subject: String, _ holds: (RecordedFact, String),
    _ other: (RecordedFact, String)
  ) {
    found.append(
      RecordConflict(
        kind: kind, subject: subject, holds: Self.side(holds), other: Self.side(other)))
  }

  private static func side(_ said: (RecordedFact, String)) -> RecordConflict.Side {
    RecordConflict.Side(source: said.0.id, time: said.0.time, says: said.1)
  }

  static func side(
    _ fact: RecordedFact?, or reading: JournalReading, in place: String
  ) -> RecordConflict.Side {
    RecordConflict.Side(
      source: fact.map { "\(place): \($0.id)" } ?? place, time: fact?.time ?? "",
      says: fact.map { "\($0.fact.kind.rawValue), \(reading.records.count)" }
        ?? "\(reading.records.count)")
  }

  private static func says(_ event: EventRecord) -> String {
    "\(event.curriculum) \(event.curriculumVersion), \(event.forms.joined(separator: " ")), "
      + "\(event.seed), \(event.title.en)"
  }

  private static func says(_ place: EnrollmentRecord) -> String {
    "\(place.code), \(place.sequence.rawValue), \(place.number)"
  }
}
