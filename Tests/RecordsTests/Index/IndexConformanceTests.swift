import Assessment
import Testing
import Text

@testable import Records

/// The engines that an index may have.
enum Engine: String, CaseIterable {
  case file
  case memory
  case plain

  func make(_ folder: TemporaryFolder) throws -> any RecordsIndex {
    switch self {
    case .file: try #require(try SQLiteIndex(path: folder.path + "/index.sqlite"))
    case .memory: try #require(try SQLiteIndex(path: nil))
    case .plain: MemoryIndex()
    }
  }
}

@Suite("An index, whatever its engine")
struct IndexConformanceTests {
  /// Facts of three devices in made-up order, some of them about what is nowhere.
  private func facts(_ seed: Int) -> [RecordedFact] {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "index")
    var facts: [RecordedFact] = []
    for device in ["alpha", "beta", "gamma"] {
      var pool = Sample.facts
      for _ in 0..<30 {
        pool.append(Sample.facts[generator.index(below: Sample.facts.count)])
        let attempt = "\(device)-\(generator.index(below: 20))"
        pool.append(
          .answerGiven(
            AnswerRecord(attempt: attempt, item: "q-anchor", response: .chosen(["a"]))))
        pool.append(
          .attemptSubmitted(
            SubmissionRecord(attempt: attempt, elapsed: generator.index(below: 900))))
        pool.append(
          .attemptRescored(
            RescoreRecord(
              attempt: attempt, reason: "r", formVersion: "v",
              outcome: ResponseProcessing.score(Sample.form.items[0], .chosen(["b"])))))
        var row = RowRecord(
          batch: Sample.batch.batch, code: "c\(generator.index(below: 5))",
          answers: ["b", "", "12", "x"], won: [1, 0, 1, nil])
        row.repetition = generator.index(below: 3)
        pool.append(.rowImported(row))
      }
      var time = 0
      for (place, fact) in generator.shuffled(pool).enumerated() {
        time += generator.index(below: 4000)
        let text = Timestamp.text(unixMilliseconds: 1_767_600_000_000 + time)
        facts.append(
          RecordedFact(
            device: device, seq: place + 1, time: text, orderTime: text, fact: fact,
            hash: "\(device)\(place)"))
      }
    }
    return facts
  }

  private func take(
    _ facts: [RecordedFact], into index: any RecordsIndex
  ) throws {
    try index.update { memory, sink throws(RecordsError) in
      for fact in facts { try sink.take(fact) }
      return memory
    }
  }

  /// Everything that an index says, as texts.
  private func said(_ index: any RecordsIndex) throws -> [String] {
    var lines: [String] = []
    lines += try index.events().map { "event \($0)" }
    lines += try index.occasions().map { "occasion \($0)" }
    lines += try index.enrollments(event: nil).map { "enrolled \($0)" }
    lines += try index.enrollments(event: "other").map { "enrolled elsewhere \($0)" }
    lines += try index.people().map { "person \($0)" }
    lines += try index.accommodations().map { "grant \($0)" }
    lines += try index.statements().map { "said \($0.id) \($0.time) \($0.fact.kind)" }
    for device in ["alpha", "beta", "nobody"] {
      lines.append("site \(device) \(String(describing: try index.site(device: device)))")
    }
    lines += try index.lastSignatures().map { "signed \($0)" }.sorted()
    lines += try index.importedSources().map { "source \($0)" }.sorted()
    lines += try index.orphans().map { "orphan \($0)" }
    lines += try index.attemptCodes().map { "code \($0)" }.sorted()
    lines += try index.handedIn().map { "in \($0)" }.sorted()
    lines += try index.batches().map { "batch \($0)" }
    try index.packedRows(batch: Sample.batch.batch) { lines.append("row \($0)") }
    let filters = [
      AttemptFilter(), AttemptFilter(code: "c1"), AttemptFilter(event: "kampot-1"),
      AttemptFilter(event: ""), AttemptFilter(event: "kampot-1", occasion: .post),
      AttemptFilter(id: "alpha-5"), AttemptFilter(id: "nobody-1"),
    ]
    for (place, filter) in filters.enumerated() {
      for attempt in try index.attempts(filter) { lines += texts(of: attempt, place) }
      for attempt in try index.ownAttempts(filter) { lines += texts(of: attempt, -place) }
      lines += ScoredAttempt.all(try index.attempts(filter)).map { attempt in
        "scored \(attempt.id) \(attempt.score) \(attempt.answers.sorted { $0.key < $1.key })"
      }
    }
    return lines
  }

  private func texts(of attempt: AttemptRows, _ place: Int) -> [String] {
    [
      "attempt \(place) \(attempt.id) \(attempt.order) \(attempt.record) \(attempt.startedAt)",
      "\(attempt.importKey ?? "-") \(attempt.repetition) \(attempt.scorings)",
      "\(attempt.answers.map { "\($0)" }.sorted())", "\(attempt.moves)",
      "\(String(describing: attempt.submission)) \(String(describing: attempt.score))",
      "\(attempt.amendments)",
    ]
  }

  @Test("says the same as the plain one", arguments: Engine.allCases, [1, 2])
  func same(engine: Engine, seed: Int) throws {
    let folder = TemporaryFolder()
    let facts = facts(seed)
    let plain = MemoryIndex()
    try take(facts, into: plain)
    let index = try engine.make(folder)
    try take(facts, into: index)
    let expected = try said(plain)
    let found = try said(index)
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) where one != other {
      Issue.record("seed \(seed): \(one)\nis not\n\(other)")
      break
    }
  }

  @Test("does not depend on the order of journals or on repetitions", arguments: Engine.allCases)
  func order(engine: Engine) throws {
    let folder = TemporaryFolder()
    let other = TemporaryFolder()
    let facts = facts(3)
    let first = try engine.make(folder)
    let second = try engine.make(other)
    try take(facts, into: first)
    for device in ["gamma", "alpha", "beta"] {
      try take(facts.filter { $0.device == device }, into: second)
      try take(Array(facts.filter { $0.device == device }.prefix(9)), into: second)
    }
    #expect(try first.digest() == second.digest())
    #expect(try said(first) == said(second))
  }

  @Test("keeps marked facts together, and forgets what was thrown", arguments: Engine.allCases)
  func marks(engine: Engine) throws {
    let folder = TemporaryFolder()
    let facts = facts(4)
    let index = try engine.make(folder)
    try take(Array(facts.prefix(40)), into: index)
    let before = try index.digest()
    try index.update { memory, sink throws(RecordsError) in
      try sink.mark()
      for fact in facts.dropFirst(40) { try sink.take(fact) }
      try sink.undo()
      return memory
    }
    #expect(try index.digest() == before)
    #expect(throws: RecordsError.self) {
      try index.update { _, sink throws(RecordsError) in
        for fact in facts { try sink.take(fact) }
        throw RecordsMessages.indexFailed("on purpose")
      }
    }
    #expect(try index.digest() == before)
    try index.update { memory, sink throws(RecordsError) in
      try sink.mark()
      for fact in facts { try sink.take(fact) }
      try sink.keep()
      return memory
    }
    let whole = try index.digest()
    #expect(whole != before)
    try index.update { memory, sink throws(RecordsError) in
      try sink.clear()
      for fact in facts { try sink.take(fact) }
      return memory
    }
    #expect(try index.digest() == whole)
  }

  @Test("an index of another version is made again from the journals")
  func migration() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/s"
    let store = try Store.open(path, options: .test())
    try store.append(Sample.facts.filter { if case .siteDescribed = $0 { false } else { true } })
    let digest = try { () throws -> String in
      try store.rebuildIndex()
      return try store.index.digest()
    }()
    for version in 1..<IndexSchema.version {
      do {
        let old = try #require(try SQLiteIndex(path: path + "/index.sqlite"))
        try old.execute("DROP TABLE imported")
        try old.execute("PRAGMA user_version = \(version)")
      }
      let again = try Store.open(path, options: .test())
      #expect(again.findings.contains { $0.code == "index-remade" }, "\(version)")
      #expect(try again.index.digest() == digest)
      #expect(try again.check().filter { $0.code == "index-differs" }.isEmpty)
    }
  }
}
