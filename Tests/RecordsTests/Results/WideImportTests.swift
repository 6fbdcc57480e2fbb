import Assessment
import Source
import Testing
import Text

@testable import Records

@Suite("Importing large tables row by row")
struct WideImportTests {
  private let forms = [Sample.form, Sample.otherForm]
  private static let header =
    "code,event,occasion,form,sex,province,mode,seconds,started,accommodation,q-anchor,q-own-a,q-own-b,q-number,q-text"

  private func store(_ folder: TemporaryFolder, _ codes: [String], device: String = "alpha") throws
    -> Store
  {
    let store = try Store.open(folder.path + "/" + device, options: .test(device: device))
    var facts: [Fact] = [.eventCreated(Sample.event)]
    for (place, code) in codes.enumerated() {
      facts.append(
        .learnerEnrolled(
          EnrollmentRecord(
            event: Sample.event.id, code: code,
            sequence: place % 2 == 0 ? .firstThenSecond : .secondThenFirst, number: place + 1)))
    }
    try store.append(facts)
    return store
  }

  private func codes(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    var codes: Set<String> = []
    var list: [String] = []
    while list.count < count {
      let code = LearnerCode.make(using: &generator, taken: codes)
      codes.insert(code)
      list.append(code)
    }
    return list
  }

  /// A table as trainers make them, with what is wrong in some of them.
  private func table(
    _ codes: [String], faults: Bool, _ generator: inout SeededGenerator
  ) -> String {
    func one(_ words: [String]) -> String { words[generator.index(below: words.count)] }
    var lines = [Self.header]
    for code in codes {
      for occasion in ["pre", "post"] where generator.index(below: 8) > 0 {
        let form = one(["ila-a", "ila-b"])
        let wrong = faults && generator.index(below: 6) == 0
        let cells: [String] = [
          wrong ? one(["", "2222-2223", code.lowercased()]) : code,
          wrong ? one(["kampot-1", "kampot-2", ""]) : "kampot-1",
          wrong ? one([occasion, "during"]) : occasion, wrong ? one([form, "ila-c"]) : form,
          wrong ? one(["f", "?"]) : one(["f", "m", ""]), one(["Kampot", ""]),
          one(["", "paper"]), one(["", "120", wrong ? "x" : "៦០"]),
          one(["", StoreOptions.noon]), one(["", "large-print", wrong ? "huge" : ""]),
          one(["a", "b", "ខ", "2", "", wrong ? "z" : "d"]),
          form == "ila-a" || wrong ? one(["ac", "a,c", "ក គ", "b", ""]).quoted : "",
          form == "ila-b" ? one(["a", "b", ""]) : "",
          one(["12", "១២,២", "13", ""]).quoted, one(["commune", "ឃុំ", "a \"b\"", ""]).quoted,
        ]
        lines.append(cells.joined(separator: ","))
        if wrong, generator.index(below: 3) == 0 { lines.append(lines.last ?? "") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func comparable(_ attempts: [ScoredAttempt]) -> [ScoredAttempt] {
    attempts.map { attempt in
      var attempt = attempt
      attempt.id = ""
      return attempt
    }.sorted { ($0.code, $0.occasion.rawValue) < ($1.code, $1.occasion.rawValue) }
  }

  @Test("gives what the import of small tables gives", arguments: [1, 2, 3, 4, 5, 6])
  func same(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "wide")
    let folder = TemporaryFolder()
    let codes = codes(12, &generator)
    let text = table(codes, faults: seed > 3, &generator)
    let small = try store(folder, Array(codes.dropLast()), device: "alpha")
    let large = try store(folder, Array(codes.dropLast()), device: "beta")
    let file = SourceFile(path: "f/t.csv", text: text)
    let expected = try small.importResults(file, forms: forms, language: .khmer)
    let found = try large.importWide(
      "f/t.csv", bytes: Array(text.utf8), forms: forms, language: .khmer)
    func lines(_ plan: ImportPlan) -> [String] {
      plan.findings.map { "\($0.location.line) \($0.code) \($0.message.en)" }.sorted()
    }
    #expect(lines(found) == lines(expected), "seed \(seed)")
    #expect(found.attempts == expected.attempts && found.rows == expected.rows)
    #expect(comparable(try large.attempts()) == comparable(try small.attempts()), "seed \(seed)")
    #expect(try large.people() == small.people())
    #expect(
      ResultsExport.csv(try large.attempts(), people: try large.people())
        == ResultsExport.csv(try small.attempts(), people: try small.people()))
    if !expected.findings.hasErrors {
      let again = try large.importWide(
        "copy.csv", bytes: Array(text.utf8), forms: forms, language: .khmer)
      #expect(again.isKnown && again.attempts == 0)
      expectSame(try large.matrix(), try small.matrix())
      expectSame(try large.matrix(occasion: .pre), try small.matrix(occasion: .pre))
    } else {
      #expect(try large.attempts().isEmpty)
    }
    #expect(try large.check().filter { $0.severity == .error }.isEmpty)
  }

  private func expectSame(_ left: ResponseTable, _ right: ResponseTable) {
    func cells(_ table: ResponseTable) -> [String] {
      table.rows.indices.flatMap { row -> [String] in
        let group = table.groups[table.rows[row].group]
        return table.items.indices.compactMap { item in
          guard let answer = table.answer(row: row, item: item) else { return nil }
          let score = table.score(row: row, item: item).map { "\($0)" } ?? "-"
          return
            "\(table.rows[row].code) \(group.occasion) \(group.form) \(table.items[item]) \(answer) \(score)"
        }
      }.sorted()
    }
    #expect(cells(left) == cells(right) && !cells(left).isEmpty)
  }

  @Test("rows merge in any order, count once when imported twice, and take later words")
  func merging() throws {
    var generator = SeededGenerator(seed: 11, purpose: "merge")
    let folder = TemporaryFolder()
    let codes = codes(6, &generator)
    let text = table(codes, faults: false, &generator)
    let one = try store(folder, codes, device: "alpha")
    let two = try store(folder, codes, device: "beta")
    for store in [one, two] {
      let plan = try store.importWide(
        "t.csv", bytes: Array(text.utf8), forms: forms, language: .khmer)
      #expect(!plan.findings.hasErrors && plan.attempts > 6)
    }
    let expected = try one.attempts()
    let target = try #require(expected.first)
    try one.append([
      .attemptRescored(
        RescoreRecord(
          attempt: target.id, reason: "key", formVersion: "x",
          outcome: ResponseProcessing.score(
            try #require(forms.flatMap(\.items).first { $0.id == target.outcomes[0].item }), nil)))
    ])
    let first = try Store.open(folder.path + "/first", options: .test(device: "first"))
    let second = try Store.open(folder.path + "/second", options: .test(device: "second"))
    for name in ["alpha", "beta", "alpha"] { _ = try first.merge(from: folder.path + "/" + name) }
    for name in ["beta", "alpha"] { _ = try second.merge(from: folder.path + "/" + name) }
    #expect(try first.attempts() == second.attempts())
    #expect(try first.attempts().count == expected.count)
    #expect(try first.index.digest() == second.index.digest())
    #expect(try first.matrix() == second.matrix())
    #expect(try first.matrix().rows.count == expected.count)
    #expect(try first.attempt(target.id)?.rescorings.count == 1)
    let item = try #require(try first.matrix().items.firstIndex(of: target.outcomes[0].item))
    let table = try first.matrix()
    let row = try #require(
      table.rows.firstIndex {
        $0.code == target.code && table.groups[$0.group].occasion == target.occasion
      })
    #expect(table.score(row: row, item: item) == 0)
  }

  @Test("a row whose batch nobody described is found, and counts nowhere")
  func orphans() throws {
    let folder = TemporaryFolder()
    let store = try store(folder, ["2222-2222"])
    var wrong = Sample.batch
    wrong.file = "another.csv"
    let row = RowRecord(
      batch: Sample.batch.batch, code: "2222-2222", answers: ["a", "b", "1", "x"],
      won: [0, 0, 0, 0])
    var short = row
    short.answers = ["a"]
    try store.append([.rowImported(row), .batchDescribed(wrong), .rowImported(row)])
    #expect(try store.attempts().isEmpty && store.matrix().rows.isEmpty)
    #expect(try store.check().filter { $0.code == "orphan-answers" }.count == 2)
    try store.append([.batchDescribed(Sample.batch), .rowImported(row), .rowImported(short)])
    #expect(try store.attempts().count == 1)
    #expect(try store.check().filter { $0.code == "orphan-answers" }.count == 3)
  }

  @Test("tables that cannot be read are refused")
  func refused() throws {
    let folder = TemporaryFolder()
    let store = try store(folder, ["2222-2222"])
    let files: [([UInt8], String)] = [
      (Array("code,event,occasion,form,item,answer\n".utf8), "file-too-large"),
      (Array((Self.header + "\n\"a").utf8), "open-quote"),
      (Array(Self.header.utf8) + [0x0A, 0xFF], "not-utf8"), (Array("\n".utf8), "empty-table"),
      (Array((Self.header + "\n").utf8), "no-rows"),
      (Array((Self.header + "\na,b\n").utf8), "cell-count"),
      (Array("code,event,occasion,form,zzz\n".utf8), "unknown-column"),
    ]
    for (bytes, code) in files {
      let plan = try store.importWide("t.csv", bytes: bytes, forms: forms, language: .english)
      #expect(plan.findings.contains { $0.code == code }, "\(code) \(plan.findings.map(\.code))")
      for finding in plan.findings {
        #expect(finding.message.isComplete && finding.remedy.isComplete)
      }
    }
    #expect(try store.attempts().isEmpty)
  }

  @Test("of very many findings the first are kept, and the rest counted")
  func many() throws {
    let folder = TemporaryFolder()
    let store = try store(folder, ["2222-2222"])
    let bad = String(repeating: "x,kampot-1,pre,ila-a,b\n", count: 2500)
    let plan = try store.importWide(
      "t.csv", bytes: Array(("code,event,occasion,form,q-anchor\n" + bad).utf8), forms: forms,
      language: .english)
    #expect(plan.findings.count == WideImport.mostFindings + 1)
    #expect(plan.findings.last?.code == "more-findings" && plan.findings.hasErrors)
    #expect(plan.findings[41].location.line == 43 && plan.rows == 2500)
  }
}

extension String {
  fileprivate var quoted: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
