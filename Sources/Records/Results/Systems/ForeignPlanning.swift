import Assessment
package import Source
package import Text

/// Turns what another system tells into facts: who it was, where, and whether it is known already.
struct ForeignPlanning {
  private let file: SourceFile
  private let context: ImportContext
  private let hints: ResultsHints
  private let hash: String
  private let collector: DiagnosticCollector
  private let events: [EventSummary]
  private let sequences: [String: [String: FormSequence]]
  private let recorded: [HandedIn: ScoredAttempt]
  private var seen: Set<HandedIn> = []
  private var passedOver = PassedOverCount()
  private var plan = ImportPlan()

  init(
    file: SourceFile, context: ImportContext, hints: ResultsHints, hash: String,
    collector: DiagnosticCollector
  ) {
    self.file = file
    self.context = context
    self.hints = hints
    self.hash = hash
    self.collector = collector
    events = context.events.filter { hints.event == nil || $0.id == hints.event }
    sequences = Dictionary(
      events.map { event in
        (
          event.id,
          Dictionary(
            event.learners.map { ($0.code, $0.sequence) }, uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, _ in first })
    recorded = Dictionary(
      context.attempts.filter { $0.submittedAt != nil }.map { (HandedIn($0), $0) },
      uniquingKeysWith: { first, _ in first })
    if let event = hints.event, events.isEmpty {
      collector.add(SystemMessages.unknownEvent(file, event, known: context.events.map(\.id)))
    }
  }

  private var fileName: String {
    file.path.split(separator: "/").last.map(String.init) ?? file.path
  }

  private var canPlace: Bool { hints.event == nil || !events.isEmpty }

  /// Plans the attempts of a reading.
  mutating func attempts(_ reading: ForeignReading) -> ImportPlan {
    plan.rows = reading.rows
    passedOver = reading.passedOver
    if canPlace { for attempt in reading.attempts { take(attempt) } }
    plan.passedOver = passedOver.all
    return plan
  }

  /// Plans totals without answers.
  mutating func totals(
    _ totals: [MoodleGrades.Total], rows: Int, passedOver: PassedOverCount, known: [TotalRecord]
  ) -> ImportPlan {
    plan.rows = rows
    self.passedOver = passedOver
    let before = Dictionary(
      known.map { ("\($0.event)|\($0.code)|\($0.occasion.rawValue)", $0) },
      uniquingKeysWith: { first, _ in first })
    if hints.form == nil, hints.occasion == nil {
      collector.add(SystemMessages.noForm(file, known: context.forms.map(\.id)))
    } else if canPlace {
      for total in totals { take(total, before) }
    }
    plan.passedOver = self.passedOver.all
    return plan
  }

  private mutating func take(_ total: MoodleGrades.Total, _ before: [String: TotalRecord]) {
    guard let code = code(total.persons, total.line),
      let place = place(code, form: hints.form, total.line)
    else { return }
    let record = TotalRecord(
      event: place.event, code: code, occasion: place.occasion, form: place.form,
      score: total.score, maximum: total.maximum, file: fileName, sha256: hash)
    let key = HandedIn(
      code: code, event: place.event, occasion: place.occasion, form: place.form, repetition: 1)
    guard seen.insert(key).inserted else {
      passedOver.add(SystemMessages.laterAttempt)
      return
    }
    if let old = before["\(place.event)|\(code)|\(place.occasion.rawValue)"] {
      if old.score == record.score, old.maximum == record.maximum, old.form == record.form {
        passedOver.add(SystemMessages.totalRecorded)
      } else {
        collector.add(SystemMessages.differs(file, line: total.line, code: code))
      }
      return
    }
    plan.facts.append(.attemptTotalled(record))
    plan.totals += 1
  }

  private mutating func take(_ attempt: ForeignAttempt) {
    guard let code = code(attempt.persons, attempt.line),
      let place = place(code, form: attempt.form.id, attempt.line)
    else { return }
    let key = HandedIn(
      code: code, event: place.event, occasion: place.occasion, form: attempt.form.id,
      repetition: 1)
    guard seen.insert(key).inserted else {
      passedOver.add(SystemMessages.laterAttempt)
      return
    }
    let answers = attempt.answers.compactMapValues(\.self)
    if let old = recorded[key] {
      if old.form == attempt.form.id, old.answers == answers.mapValues(\.encoded) {
        passedOver.add(SystemMessages.recordedAlready)
      } else {
        collector.add(SystemMessages.differs(file, line: attempt.line, code: code))
      }
      return
    }
    let missing = attempt.form.items.count - attempt.answers.count
    if missing > 0, !attempt.isWhole {
      collector.add(ImportMessages.missingItems(file, line: attempt.line, code: code, missing))
    }
    let record = AttemptRecord(
      event: place.event, code: code, occasion: place.occasion, form: attempt.form,
      language: context.language, mode: .page, optionSeed: "")
    plan.facts.append(
      .attemptImported(
        ImportRecord(
          attempt: record, answers: answers,
          outcomes: RecordedScoring.outcomes(attempt.form, answers),
          startedAt: attempt.startedAt, submittedAt: attempt.submittedAt, repetition: 1,
          file: fileName, sha256: hash)))
    plan.attempts += 1
    plan.answers += answers.count
  }

  /// The learner code of a person; `nil` after a finding.
  private func code(_ persons: [String], _ line: Int) -> String? {
    for person in persons where !person.isEmpty {
      if let code = hints.learners[person.lowercased()] { return code }
    }
    for person in persons {
      if case .code(let code) = LearnerCode.parse(person) { return code }
    }
    let shown = persons.first { !$0.isEmpty } ?? ""
    collector.add(SystemMessages.unknownPerson(file, line: line, shown))
    return nil
  }

  /// The event, the occasion and the form of a test; `nil` after a finding.
  ///
  /// The event is the one where the person is enrolled and the form is taken; the occasion the one
  /// of pre and post at which the form is allocated to the person, or the form that of the occasion.
  private func place(
    _ code: String, form: String?, _ line: Int
  ) -> (event: String, occasion: Occasion, form: String)? {
    let possible = events.filter { event in
      (form == nil || event.forms.contains(form ?? ""))
        && (hints.event != nil || sequences[event.id]?[code] != nil)
    }
    guard possible.count == 1, let event = possible.first else {
      collector.add(SystemMessages.whichEvent(file, line: line, code: code, form: form ?? "?"))
      return nil
    }
    let sequence = sequences[event.id]?[code]
    if sequence == nil {
      collector.add(ImportMessages.notEnrolled(file, line: line, code: code, event: event.id))
    }
    func allocated(_ occasion: Occasion) -> String? {
      sequence.flatMap { event.form(of: $0, occasion: occasion) }
    }
    if let occasion = hints.occasion {
      guard let form = form ?? allocated(occasion) else {
        collector.add(
          SystemMessages.whichEvent(file, line: line, code: code, form: occasion.rawValue))
        return nil
      }
      if let own = allocated(occasion), own != form {
        collector.add(
          ImportMessages.notAllocated(
            file, line: line, code: code, form: form, allocated: own))
      }
      return (event.id, occasion, form)
    }
    let occasions = [Occasion.pre, .post].filter { allocated($0) == form }
    guard occasions.count == 1, let occasion = occasions.first, let form else {
      collector.add(SystemMessages.whichOccasion(file, line: line, code: code, form: form ?? "?"))
      return nil
    }
    return (event.id, occasion, form)
  }
}

/// Reads who is who in another system.
package enum LearnerMap {
  /// Returns learner codes by the ids or addresses of a table with the columns `user` and `code`.
  ///
  /// - Parameters:
  ///   - file: The table.
  ///   - collector: Receives the findings.
  /// - Returns: Codes by words in small letters.
  package static func read(
    _ file: SourceFile, collector: DiagnosticCollector
  ) -> [String: String] {
    guard let table = CSVTable(file, collector: collector) else { return [:] }
    guard let user = table.column("user"), let code = table.column("code") else {
      collector.add(SystemMessages.mapColumns(file))
      return [:]
    }
    var codes: [String: String] = [:]
    for row in table.rows {
      switch LearnerCode.parse(row.cells[code]) {
      case .code(let code):
        let name = row.cells[user].lowercased()
        if let before = codes.updateValue(code, forKey: name), before != code {
          collector.add(SystemMessages.mappedTwice(file, line: row.line, row.cells[user]))
        }
      case .wrong(let reason):
        collector.add(EventMessages.badCode(file, line: row.line, row.cells[code], reason))
      }
    }
    return codes
  }
}
