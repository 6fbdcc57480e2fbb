package import Assessment

/// How far a paper has come: who keyed it, what the two differ in, what was settled.
///
/// It is worked out from all entries, wherever they were made: of several laptops, the earliest
/// entry is the first, and the earliest by somebody else at the same form the second.
package struct PaperState: Sendable, Hashable {
  /// The learner's code.
  package var code: String
  /// The occasion.
  package var occasion: Occasion
  /// The first entry.
  package var first: PaperEntryRecord
  /// The second entry, by another person; `nil` before.
  package var second: PaperEntryRecord?
  /// What was settled; `nil` where nothing was.
  package var settled: PaperEntryRecord?
  /// How many entries there are beyond the two.
  package var surplus = 0

  /// How far it has come.
  package enum Stage: String, Sendable, Hashable, CaseIterable {
    /// One person keyed it.
    case keyedOnce = "keyed-once"
    /// Two did, and do not agree.
    case differing
    /// Two did and agree.
    case agreed
    /// Two did not agree, and it was settled.
    case settled
  }

  /// Returns the papers of an event by the code, in the order of occasions and codes.
  ///
  /// - Parameters:
  ///   - statements: What facts say.
  ///   - event: The event.
  ///   - occasion: Only this one; `nil` for all.
  /// - Returns: The papers.
  package static func all(
    _ statements: Statements, event: String, occasion: Occasion? = nil
  ) -> [PaperState] {
    var states: [Key: PaperState] = [:]
    for said in statements.papers where said.record.event == event {
      let record = said.record
      guard occasion == nil || record.occasion == occasion else { continue }
      let key = Key(code: record.code, occasion: record.occasion)
      guard var state = states[key] else {
        // What was settled without an entry to settle says nothing.
        guard record.pass != .settled else { continue }
        states[key] = PaperState(code: record.code, occasion: record.occasion, first: record)
        continue
      }
      if record.pass == .settled {
        if record.form == state.first.form { state.settled = record }
      } else if state.second == nil, record.form == state.first.form,
        !record.isBy(state.first.by)
      {
        state.second = record
      } else {
        state.surplus += 1
      }
      states[key] = state
    }
    return states.values.sorted { left, right in
      let places = [left, right].map { Occasion.allCases.firstIndex(of: $0.occasion) ?? 0 }
      return (places[0], left.code) < (places[1], right.code)
    }
  }

  private struct Key: Hashable {
    var code: String
    var occasion: Occasion
  }

  /// Returns the ids of the items in which the two entries differ, in the order of the form.
  ///
  /// - Parameter form: The form, or `nil` where it is not known; then ids are in their own order.
  /// - Returns: The ids; none before the second entry.
  package func differences(_ form: TestForm?) -> [String] {
    guard let second else { return [] }
    let ids = form?.items.map(\.id) ?? []
    let all = ids + Set(first.marks.keys).union(second.marks.keys).subtracting(ids).sorted()
    return all.filter { id in
      switch (first.marks[id], second.marks[id]) {
      case (let left?, let right?): !left.agrees(with: right, item: form?.item(id))
      case (nil, nil): false
      default: true
      }
    }
  }

  /// Returns how many marks were keyed by both.
  package var compared: Int {
    guard let second else { return 0 }
    return Set(first.marks.keys).union(second.marks.keys).count
  }

  /// Returns how far it has come.
  package func stage(_ form: TestForm?) -> Stage {
    guard second != nil else { return .keyedOnce }
    if differences(form).isEmpty { return .agreed }
    return settled == nil ? .differing : .settled
  }

  /// Returns what stands on the paper, once that is agreed or settled.
  package func marks(_ form: TestForm?) -> [String: PaperEntryRecord.Mark]? {
    switch stage(form) {
    case .keyedOnce, .differing: nil
    case .agreed: first.marks
    case .settled: settled?.marks
    }
  }
}

extension PaperEntryRecord {
  /// Tells whether a person keyed it; capitals and small letters of initials are the same.
  package func isBy(_ person: String) -> Bool { by.lowercased() == person.lowercased() }
}

extension PaperEntryRecord {
  /// Which sheet of paper an entry is of.
  package struct Sheet: Sendable, Hashable {
    /// The event.
    package var event: String
    /// The learner's code.
    package var code: String
    /// The occasion.
    package var occasion: Occasion
    /// The id of the form.
    package var form: String

    /// Creates the name of a sheet.
    package init(event: String, code: String, occasion: Occasion, form: String) {
      self.event = event
      self.code = code
      self.occasion = occasion
      self.form = form
    }
  }

  /// The sheet that it is of.
  package var sheet: Sheet { Sheet(event: event, code: code, occasion: occasion, form: form) }

  /// Returns the entry of each sheet that says what stands on it: the latest settling, else the
  /// first entry.
  package static func decisive(_ records: [PaperEntryRecord]) -> [Sheet: PaperEntryRecord] {
    var found: [Sheet: PaperEntryRecord] = [:]
    for record in records where found[record.sheet] == nil || record.pass == .settled {
      found[record.sheet] = record
    }
    return found
  }
}

extension Sequence<ScoredAttempt> {
  /// Returns the attempts with why questions on paper have no answer.
  ///
  /// - Parameter papers: What was keyed, in the order of facts.
  /// - Returns: The same attempts; those from paper with their `paperMarks`.
  package func marked(by papers: [Said<PaperEntryRecord>]) -> [ScoredAttempt] {
    guard !papers.isEmpty else { return Array(self) }
    let entries = PaperEntryRecord.decisive(papers.map(\.record))
    return map { attempt in
      guard attempt.mode == .paper, let event = attempt.event else { return attempt }
      let sheet = PaperEntryRecord.Sheet(
        event: event, code: attempt.code, occasion: attempt.occasion, form: attempt.form)
      var attempt = attempt
      attempt.paperMarks = (entries[sheet]?.marks ?? [:]).mapValues(\.state)
        .filter { $0.value != .answered }
      return attempt
    }
  }
}
