package import Assessment

extension Store {
  /// Returns all events, in the order in which they were created.
  package func events() throws(RecordsError) -> [EventSummary] {
    try catchUp()
    return EventSummary.all(
      events: try index.events(), occasions: try index.occasions(),
      enrollments: try index.enrollments(event: nil), isSynthetic: isSynthetic)
  }

  /// Returns one event by its id.
  package func event(_ id: String) throws(RecordsError) -> EventSummary? {
    try events().first { $0.id == id }
  }

  /// Returns what is known about the people behind codes, in the order of the codes.
  package func people() throws(RecordsError) -> [PersonAttributes] {
    try catchUp()
    return PersonAttributes.merged(try index.people())
  }

  /// Returns attempts, handed in or not, ordered by start, then by id.
  ///
  /// - Parameters:
  ///   - event: The event; `nil` for all, and an empty text for practice outside any.
  ///   - occasion: The occasion; `nil` for all.
  /// - Returns: The attempts.
  /// - Throws: What the disk or the index said.
  package func attempts(
    event: String? = nil, occasion: Occasion? = nil
  ) throws(RecordsError) -> [ScoredAttempt] {
    try catchUp()
    return ScoredAttempt.all(
      try index.attempts(AttemptFilter(event: event, occasion: occasion)))
  }

  /// Returns one attempt by its id.
  package func attempt(_ id: String) throws(RecordsError) -> ScoredAttempt? {
    try catchUp()
    return ScoredAttempt.all(try index.attempts(AttemptFilter(id: id))).first
  }

  /// Returns the attempt that a learner began and did not hand in, with what happened in it.
  ///
  /// - Parameters:
  ///   - code: The learner's code.
  ///   - event: The event; `nil` for practice outside any.
  ///   - occasion: The occasion.
  /// - Returns: The latest such attempt, or `nil`.
  /// - Throws: What the disk or the index said.
  package func openAttempt(
    code: String, event: String?, occasion: Occasion
  ) throws(RecordsError) -> OpenAttempt? {
    try catchUp()
    let filter = AttemptFilter(code: code, event: event ?? "", occasion: occasion)
    return try index.attempts(filter).last { $0.submission == nil }.map(OpenAttempt.init)
  }

  /// Returns the accommodations that hold, in the order of events and codes.
  ///
  /// - Parameter event: Only those of an event; `nil` for all.
  /// - Returns: The latest of each learner in each event; those withdrawn are left out.
  /// - Throws: What the disk or the index said.
  package func accommodations(
    event: String? = nil
  ) throws(RecordsError) -> [AccommodationRecord] {
    try catchUp()
    return AccommodationRecord.current(try index.accommodations())
      .filter { event == nil || $0.event == event }
  }

  /// Returns the SHA-256 of every file that was imported.
  package func importedSources() throws(RecordsError) -> Set<String> {
    try catchUp()
    return try index.importedSources()
  }

  /// Returns a hash of everything that queries answer from: the same in all stores into which the
  /// same journals were merged.
  package func digest() throws(RecordsError) -> String {
    try catchUp()
    return try index.digest()
  }

  /// Returns every learner code that the records mention.
  package func knownCodes() throws(RecordsError) -> Set<String> {
    try catchUp()
    return Set(try index.people().map(\.code))
      .union(try index.enrollments(event: nil).map(\.code))
      .union(try index.attempts(AttemptFilter()).map(\.record.code))
  }
}
