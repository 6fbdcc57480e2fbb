package import Assessment

extension Store {
  /// Returns the scores and answers of tests that were handed in and scored, a row a test.
  ///
  /// Of several tests of one person at one occasion of an event the first counts; the others are
  /// counted in `later`. The same rows of the same file, imported on two devices, are one test.
  ///
  /// - Parameters:
  ///   - event: The event; `nil` for all, and an empty text for practice outside any.
  ///   - occasion: The occasion; `nil` for all.
  /// - Returns: The table, rows in the order of facts within each batch, batches first.
  /// - Throws: What the disk or the index said.
  package func matrix(
    event: String? = nil, occasion: Occasion? = nil
  ) throws(RecordsError) -> ResponseTable {
    try catchUp()
    let filter = AttemptFilter(event: event, occasion: occasion)
    let amended = try index.amendedAttempts()
    var builder = ResponseTableBuilder()
    var slow: [String] = []
    var batches: [BatchRecord] = []
    var devices: [String: Int] = [:]
    for (_, batch) in try index.batches() where batch.matches(filter) {
      devices[batch.batch, default: 0] += 1
      if devices[batch.batch] == 1 { batches.append(batch) }
    }
    for batch in batches {
      let columns = batch.items.indices.map {
        builder.column(batch.items[$0], maximum: batch.maxima[$0])
      }
      let group = builder.group(
        event: batch.event ?? "", occasion: batch.occasion, form: batch.form)
      let isRepeated = (devices[batch.batch] ?? 0) > 1
      var seen: Set<String> = []
      try index.packedRows(batch: batch.batch) { row in
        if isRepeated, !seen.insert("\(row.code)|\(row.repetition)").inserted { return }
        if !amended.isEmpty, amended.contains(row.id) {
          slow.append(row.id)
          return
        }
        guard
          let place = builder.row(
            row.code, group: group, time: row.startedAt, id: row.id)
        else { return }
        row.won.withUnsafeBytes { won in
          row.answers.withUnsafeBytes { answers in
            _ = PackedRow.forEachAnswer(in: answers) { item, text in
              guard item < columns.count else { return }
              builder.set(
                row: place, column: columns[item], points: PackedRow.points(item, in: won),
                text: text)
            }
          }
        }
      }
    }
    var rest = try index.ownAttempts(filter)
    for id in slow { rest += try index.attempts(AttemptFilter(id: id)) }
    for attempt in ScoredAttempt.all(rest) where attempt.isHandedIn {
      builder.add(attempt)
    }
    return builder.table
  }
}

extension BatchRecord {
  /// Whether its rows are wanted.
  fileprivate func matches(_ filter: AttemptFilter) -> Bool {
    (filter.event == nil || filter.event == (event ?? ""))
      && (filter.occasion == nil || filter.occasion == occasion)
  }
}

extension ResponseTableBuilder {
  /// Puts in an attempt with all its later words.
  fileprivate mutating func add(_ attempt: ScoredAttempt) {
    let columns = attempt.outcomes.map { column($0.item, maximum: $0.maximum) }
    let group = group(
      event: attempt.event ?? "", occasion: attempt.occasion, form: attempt.form)
    guard
      let row = row(attempt.code, group: group, time: attempt.startedAt, id: attempt.id)
    else { return }
    for (column, outcome) in zip(columns, attempt.outcomes) {
      Array((attempt.answers[outcome.item] ?? "").utf8).withUnsafeBytes { text in
        set(
          row: row, column: column, points: outcome.isPending ? nil : outcome.score, text: text)
      }
    }
  }
}
