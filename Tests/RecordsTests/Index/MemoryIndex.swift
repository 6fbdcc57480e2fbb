import Assessment
import Text

@testable import Records

/// An index without a database: facts in the order of facts, and every answer a pass over them.
///
/// It is as slow as it is plain, and so what other engines are held against.
final class MemoryIndex: RecordsIndex, IndexSink {
  private var facts: [String: RecordedFact] = [:]
  private var kept: [String: RecordedFact] = [:]
  private var memory = IndexMemory()

  private var ordered: [RecordedFact] { facts.values.sorted { $0.order < $1.order } }

  // MARK: Taking facts in

  func clear() { facts = [:] }
  func take(_ fact: RecordedFact) { if facts[fact.order] == nil { facts[fact.order] = fact } }
  func mark() { kept = facts }
  func keep() { kept = [:] }

  func undo() {
    facts = kept
    kept = [:]
  }

  func update(
    _ change: (IndexMemory, any IndexSink) throws(RecordsError) -> IndexMemory?
  ) throws(RecordsError) {
    let before = facts
    do throws(RecordsError) {
      if let remembered = try change(memory, self) { memory = remembered }
    } catch {
      facts = before
      throw error
    }
  }

  // MARK: Events and people

  func events() -> [EventRow] {
    ordered.compactMap { fact in
      if case .eventCreated(let record) = fact.fact {
        return EventRow(record: record, createdAt: fact.time)
      }
      return nil
    }
  }

  func occasions() -> [OccasionRow] {
    ordered.compactMap { fact in
      switch fact.fact {
      case .occasionOpened(let record):
        OccasionRow(record: record, isOpen: true, order: fact.order)
      case .occasionClosed(let record):
        OccasionRow(record: record, isOpen: false, order: fact.order)
      default: nil
      }
    }
  }

  func enrollments(event: String?) -> [EnrollmentRecord] {
    ordered.compactMap { fact in
      if case .learnerEnrolled(let record) = fact.fact, event == nil || record.event == event {
        return record
      }
      return nil
    }
  }

  func tombstones() -> [Tombstone] {
    ordered.compactMap { fact in
      if case .personForgotten(let record) = fact.fact {
        return Tombstone(device: fact.device, seq: fact.seq, record: record)
      }
      return nil
    }
  }

  func settle() {}

  func people() -> [PersonAttributes] {
    let forgotten = Set(tombstones().map(\.record.code))
    return ordered.compactMap { fact in
      if case .personDescribed(let person) = fact.fact, !forgotten.contains(person.code) {
        return person
      }
      return nil
    }
  }

  func accommodations() -> [AccommodationRecord] {
    ordered.compactMap { fact in
      if case .accommodationGranted(let record) = fact.fact { return record }
      return nil
    }
  }

  func statements() -> [(id: String, time: String, fact: Fact)] {
    ordered.filter { fact in
      var statements = Statements()
      let empty = Statements()
      statements.add(fact.fact, id: "", time: "")
      return !Self.areEqual(statements, empty)
    }.map { ($0.id, $0.time, $0.fact) }
  }

  private static func areEqual(_ left: Statements, _ right: Statements) -> Bool {
    "\(left)" == "\(right)"
  }

  func site(device: String) -> SiteRecord? {
    ordered.reversed().lazy.compactMap { fact in
      if case .siteDescribed(let site) = fact.fact, fact.device == device { return site }
      return nil
    }.first
  }

  func lastSignatures() -> [String: Int] {
    var last: [String: Int] = [:]
    for fact in ordered {
      if case .journalSigned = fact.fact {
        last[fact.device] = max(last[fact.device] ?? 0, fact.seq)
      }
    }
    return last
  }

  // MARK: Attempts

  func batches() -> [(order: String, record: BatchRecord)] {
    ordered.compactMap { fact in
      if case .batchDescribed(let batch) = fact.fact, batch.isSound { return (fact.order, batch) }
      return nil
    }
  }

  /// The rows with the batch that the same device described before; `nil` where there is none.
  private func rows() -> [(fact: RecordedFact, row: RowRecord, batch: BatchRecord?)] {
    var described: [String: BatchRecord] = [:]
    var rows: [(fact: RecordedFact, row: RowRecord, batch: BatchRecord?)] = []
    for fact in facts.values.sorted(by: { ($0.device, $0.seq) < ($1.device, $1.seq) }) {
      switch fact.fact {
      case .batchDescribed(let batch):
        if batch.isSound { described[fact.device + "/" + batch.batch] = batch }
      case .rowImported(let row):
        let batch = described[fact.device + "/" + row.batch]
        rows.append((fact, row, batch.map(row.fits) == true ? batch : nil))
      default: break
      }
    }
    return rows.sorted { $0.fact.order < $1.fact.order }
  }

  func packedRows(
    batch: String, _ body: (PackedRow) throws(RecordsError) -> Void
  ) throws(RecordsError) {
    for (fact, row, described) in rows() where described?.batch == batch {
      try body(PackedRow(row, fact))
    }
  }

  func attempts(_ filter: AttemptFilter) -> [AttemptRows] { attempts(filter, withRows: true) }
  func ownAttempts(_ filter: AttemptFilter) -> [AttemptRows] { attempts(filter, withRows: false) }

  private func attempts(_ filter: AttemptFilter, withRows: Bool) -> [AttemptRows] {
    var found: [AttemptRows] = begun()
    if withRows {
      found += rows().compactMap { fact, row, batch in
        batch.map { PackedRow(row, fact).attempt($0) }
      }
    }
    found = found.filter { attempt in
      let record = attempt.record
      return (filter.id == nil || filter.id == attempt.id)
        && (filter.code == nil || filter.code == record.code)
        && (filter.event == nil || filter.event == (record.event ?? ""))
        && (filter.occasion == nil || filter.occasion == record.occasion)
    }.sorted { $0.order < $1.order }
    return found.map(completed)
  }

  private func begun() -> [AttemptRows] {
    ordered.compactMap { fact in
      switch fact.fact {
      case .attemptStarted(let record):
        return AttemptRows(
          id: fact.id, order: fact.order, record: record, startedAt: fact.time, importKey: nil,
          repetition: 1)
      case .attemptImported(let imported):
        let record = imported.attempt
        var rows = AttemptRows(
          id: fact.id, order: fact.order, record: record,
          startedAt: imported.startedAt ?? fact.time,
          importKey: [
            imported.sha256, record.code, record.event ?? "", record.occasion.rawValue,
            record.form, "\(imported.repetition)",
          ].joined(separator: "|"), repetition: imported.repetition,
          isUntimed: imported.submittedAt == nil)
        rows.answers = imported.answers.sorted { $0.key < $1.key }
          .map { (fact.order, $0.key, $0.value, nil) }
        rows.submission = (fact.order, imported.submittedAt ?? fact.time, imported.elapsed)
        rows.score = (fact.order, record.formVersion, imported.outcomes)
        rows.scorings = 1
        return rows
      default: return nil
      }
    }
  }

  private func completed(_ attempt: AttemptRows) -> AttemptRows {
    var rows = attempt
    for fact in ordered {
      switch fact.fact {
      case .answerGiven(let answer) where answer.attempt == rows.id:
        rows.answers.append((fact.order, answer.item, answer.response, answer.elapsed))
      case .attemptMoved(let move) where move.attempt == rows.id:
        rows.moves.append((fact.order, move.position, move.elapsed))
      case .attemptSubmitted(let submission) where submission.attempt == rows.id:
        if rows.submission == nil {
          rows.submission = (fact.order, fact.time, submission.elapsed)
        }
      case .attemptScored(let score) where score.attempt == rows.id:
        rows.score = (fact.order, score.formVersion, score.outcomes)
        rows.scorings += 1
      case .attemptRescored(let record) where record.attempt == rows.id:
        rows.amendments.append((fact.order, fact.time, .rescored(record)))
      case .ratingGiven(let record) where record.attempt == rows.id:
        rows.amendments.append((fact.order, fact.time, .rated(record)))
      default: break
      }
    }
    return rows
  }

  func handedIn() -> Set<HandedIn> {
    Set(
      attempts(AttemptFilter()).filter { $0.submission != nil }.map {
        HandedIn(
          code: $0.record.code, event: $0.record.event ?? "", occasion: $0.record.occasion,
          form: $0.record.form, repetition: $0.repetition)
      })
  }

  func attemptCodes() -> Set<String> {
    Set(begun().map(\.record.code)).union(rows().map(\.row.code))
  }

  func amendedAttempts() -> Set<String> {
    Set(named().map(\.attempt))
      .union(
        ordered.compactMap { fact -> String? in
          if case .attemptImported = fact.fact { return fact.id }
          return nil
        })
  }

  func importedSources() -> Set<String> {
    Set(batches().map(\.record.sha256)).union(
      ordered.compactMap { fact -> String? in
        if case .attemptImported(let imported) = fact.fact { return imported.sha256 }
        return nil
      })
  }

  /// The attempts that facts name, but for ways to other questions where those do not count.
  private func named() -> [(attempt: String, isMove: Bool)] {
    ordered.compactMap { fact in
      switch fact.fact {
      case .answerGiven(let record): (record.attempt, false)
      case .attemptMoved(let record): (record.attempt, true)
      case .attemptSubmitted(let record): (record.attempt, false)
      case .attemptScored(let record): (record.attempt, false)
      case .attemptRescored(let record): (record.attempt, false)
      case .ratingGiven(let record): (record.attempt, false)
      default: nil
      }
    }
  }

  func orphans() -> [String] {
    let known = Set(begun().map(\.id) + rows().filter { $0.batch != nil }.map(\.fact.id))
    return Set(named().map(\.attempt).filter { !known.contains($0) })
      .union(rows().filter { $0.batch == nil }.map(\.fact.id)).sorted()
  }

  func digest() throws(RecordsError) -> String {
    var text: [UInt8] = []
    for fact in ordered { text += Array(fact.order.utf8) + (try CanonicalJSON.bytes(fact.fact)) }
    return JournalLine.hash(of: text)
  }
}
