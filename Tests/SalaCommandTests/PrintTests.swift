import Assessment
import FoundationEssentials
import Records
import Testing
import Text

@testable import SalaCommand

@Suite("Printing")
struct PrintTests {
  private func prepared(_ count: Int = 4) -> (Bench, [Bench.Learner]) {
    let bench = Bench()
    bench.event()
    return (bench, bench.roster(count))
  }

  @Test(
    "a test is printed in both languages: a booklet for each form, every code once, a sealed key")
  func files() {
    let (bench, learners) = prepared()
    let out = bench.path("out")
    let run = bench.sala("print", "test", "--event", "e1", "--out", out)
    #expect(run.code == 0, "\(run.err)")
    #expect(
      Files.names(out)
        == [
          "SEALED-key-example-a-en.html", "SEALED-key-example-a-km.html",
          "SEALED-key-example-b-en.html", "SEALED-key-example-b-km.html",
          "answer-sheets-pre-en.html", "answer-sheets-pre-km.html", "attendance-en.html",
          "attendance-km.html", "example-a-booklet-en.html", "example-a-booklet-km.html",
          "example-b-booklet-en.html", "example-b-booklet-km.html", "notice.html",
        ])
    for language in Language.allCases {
      let sheets = Files.text("\(out)/answer-sheets-pre-\(language.rawValue).html")
      for learner in learners {
        #expect(sheets.contains("\"\(learner.code) · \(learner.pre) · "))
      }
      for form in ["example-a", "example-b"] {
        let booklet = Files.text("\(out)/\(form)-booklet-\(language.rawValue).html")
        #expect(!booklet.contains("Praiseworthy") && !booklet.contains("គួរឱ្យសរសើរ"))
        #expect(!booklet.contains("4711") && !booklet.contains("colloquium"))
        let key = Files.text("\(out)/SEALED-key-\(form)-\(language.rawValue).html")
        #expect(bench.course.form(form).items.allSatisfy { key.contains(">\($0.id)</td>") })
      }
    }
    let again = Files.bytes("\(out)/example-a-booklet-km.html")
    _ = bench.sala("print", "test", "--event", "e1", "--out", out)
    #expect(Files.bytes("\(out)/example-a-booklet-km.html") == again)
  }

  @Test("whoever was granted large print gets it; one form, one learner, one language can be asked")
  func some() {
    let (bench, learners) = prepared()
    _ = bench.sala(
      "event", "accommodate", "e1", "--learner", learners[0].code, "--large-print", "--reason",
      "sight")
    let run = bench.sala(
      "print", "test", "--event", "e1", "--out", bench.path("a"), "--language", "km")
    #expect(run.code == 0)
    let large = Files.text(bench.path("a/answer-sheets-pre-large-km.html"))
    #expect(large.contains(learners[0].code) && large.contains("class=\"large\""))
    #expect(!Files.text(bench.path("a/answer-sheets-pre-km.html")).contains(learners[0].code))
    #expect(Files.names(bench.path("a")).contains("\(learners[0].pre)-booklet-large-km.html"))
    let one = bench.sala(
      "print", "test", learners[1].post, "--event", "e1", "--occasion", "post", "--learner",
      learners[1].code, "--out", bench.path("b"), "--language", "en")
    #expect(one.code == 0)
    #expect(
      Files.names(bench.path("b"))
        == [
          "SEALED-key-\(learners[1].post)-en.html", "answer-sheets-post-en.html",
          "\(learners[1].post)-booklet-en.html", "notice.html",
        ])
    let none = bench.sala("print", "test", "example-c", "--event", "e1")
    #expect(none.code == 1 && none.err.contains("example-a"))
    #expect(bench.sala("print", "test", "--event", "e1", "--learner", "2222-2223").code == 1)
    #expect(bench.sala("print", "test").code == 2)
    #expect(bench.sala("print", "test", "--event", "e1", "--occasion", "practice").code == 2)
  }

  @Test("a form to practise with is printed without an event, with a sheet for anybody")
  func practice() {
    let bench = Bench()
    let run = bench.sala(
      "print", "test", "practice", "--out", bench.path("p"), "--curriculum", "example")
    #expect(run.code == 0, "\(run.err)")
    let sheet = Files.text(bench.path("p/answer-sheets-practice-en.html"))
    #expect(sheet.contains("<span class=\"box\"></span>") && !sheet.contains("class=\"decline\""))
    #expect(Files.names(bench.path("p")).count == 6)
  }

  @Test("PDF is made by the program that is named; without one the pages are there all the same")
  func pdf() throws {
    let (bench, _) = prepared(2)
    let program = try bench.write(
      """
      #!/bin/sh
      for word in "$@"; do case "$word" in --print-to-pdf=*) echo %PDF > "${word#*=}";; esac; done

      """, to: "chromium")
    _ = chmod(program)
    bench.environment["SALA_CHROMIUM"] = program
    let run = bench.sala(
      "print", "test", "--event", "e1", "--pdf", "--language", "en", "--out", bench.path("out"))
    #expect(run.code == 0, "\(run.err)")
    #expect(Files.text(bench.path("out/notice.pdf")) == "%PDF\n")
    #expect(Files.names(bench.path("out")).count { $0.hasSuffix(".pdf") } == 7)
    #expect(!Files.names(bench.path("out")).contains { $0.hasPrefix(".") || $0.hasSuffix(".new") })
    bench.environment["SALA_CHROMIUM"] = "/bin/false"
    let failed = bench.sala(
      "print", "test", "--event", "e1", "--pdf", "--language", "en", "--out", bench.path("f"))
    #expect(failed.code == 2 && failed.err.contains("/bin/false"))
    #expect(Files.names(bench.path("f")).count == 7)
    bench.environment["SALA_CHROMIUM"] = nil
    let without = bench.sala("print", "test", "--event", "e1", "--pdf", "--out", bench.path("w"))
    #expect(without.code == 2 && without.err.contains("SALA_CHROMIUM"))
    #expect(Files.names(bench.path("w")).contains("notice.html"))
  }

  private func chmod(_ path: String) -> Bool {
    (try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)) != nil
  }

  // MARK: Certificates

  /// An event of three days: the first learner was always there, the second missed one, the third
  /// was there for half a day; the first two took both tests.
  private func held() throws -> (Bench, [Bench.Learner]) {
    let (bench, learners) = prepared(3)
    let store = try Store.open(
      bench.store, options: StoreOptions(clock: { "2026-11-26T03:00:00Z" }))
    let presence: [[AttendanceRecord.Presence]] = [
      [.full, .full, .full], [.full, .absent, .full], [.half, .absent, .absent],
    ]
    var facts: [Fact] = [
      .eventDescribed(
        EventDetails(event: "e1", venue: "Hall A", from: "2026-11-24", to: "2026-11-26"))
    ]
    for (learner, days) in zip(learners, presence) {
      for (place, day) in days.enumerated() {
        facts.append(
          .attendanceRecorded(
            AttendanceRecord(event: "e1", code: learner.code, day: place + 1, presence: day)))
      }
    }
    try store.append(facts)
    // The store above wrote as another device, so the bench needs a new one.
    bench.environment["SALA_DEVICE"] = "later"
    for occasion in ["pre", "post"] {
      bench.sala("event", "open", "e1", "--occasion", occasion)
      for learner in learners.prefix(2) {
        let form = occasion == "pre" ? learner.pre : learner.post
        #expect(try bench.take(learner, form, right: 6).code == 0)
      }
      bench.sala("event", "close", "e1", "--occasion", occasion)
    }
    return (bench, learners)
  }

  @Test("only who meets the rule gets a certificate; its code says what it attests")
  func certificates() throws {
    let (bench, learners) = try held()
    let names = try bench.write(
      "code,khmer-name,latin-name\n\(learners[0].code),សុខ វណ្ណា,SOK Vanna <x>\n", to: "names.csv")
    let run = bench.sala(
      "print", "certificates", "e1", "--kind", "completion", "--names", names, "--date",
      "2026-11-27", "--out", bench.path("c"))
    #expect(run.code == 0 && run.err.contains("1 of 3"), "\(run.err)")
    let html = Files.text(bench.path("c/certificates-completion-km.html"))
    let plain = html.replacing("<wbr>", with: "")
    #expect(plain.contains("សុខ វណ្ណា") && plain.contains("SOK Vanna &lt;x&gt;"))
    #expect(plain.contains("ថ្ងៃសុក្រ ទី២៧ ខែវិច្ឆិកា ឆ្នាំ២០២៦"))
    #expect(html.split(separator: "class=\"certificate\"").count == 2)
    let code = CertificateCode.make(event: "e1", learner: learners[0].code, kind: .completion)
    #expect(html.contains(code))
    let good = bench.sala("print", "verify", code.lowercased(), "--event", "e1")
    #expect(good.code == 0 && good.out.contains("attended 3 of 3 days"), "\(good.out)")
    let other = CertificateCode.make(event: "e1", learner: learners[2].code, kind: .completion)
    let unearned = bench.sala("print", "verify", other)
    #expect(unearned.code == 1 && unearned.out.contains("NOT"))
    let foreign = CertificateCode.make(event: "e2", learner: learners[0].code, kind: .completion)
    #expect(bench.sala("print", "verify", foreign).code == 1)
    #expect(bench.sala("print", "verify", "ABC").code == 1)
    let kept = try Store.open(
      bench.store, options: StoreOptions(clock: { "2026-11-26T03:00:00Z" }))
    #expect(try !kept.statements().details.contains { "\($0)".contains("Vanna") })
  }

  @Test("the rule can be stated: a share of the days, and which tests")
  func rules() throws {
    let (bench, learners) = try held()
    func certified(_ arguments: String...) -> Int {
      let run = bench.run(
        ["print", "certificates", "e1", "--out", bench.path("r"), "--language", "en"] + arguments)
      guard run.code == 0 else { return 0 }
      let kind = arguments[1]
      return Files.text(bench.path("r/certificates-\(kind)-en.html"))
        .split(separator: "class=\"certificate\"").count - 1
    }
    #expect(certified("--kind", "attendance") == 1)
    #expect(certified("--kind", "attendance", "--least-share", "60") == 2)
    #expect(certified("--kind", "completion", "--least-share", "60") == 2)
    #expect(certified("--kind", "completion", "--least-share", "10", "--tests", "none") == 3)
    #expect(certified("--kind", "completion", "--tests", "pre,follow-up") == 0)
    #expect(certified("--kind", "attendance", "--days", "4", "--least-share", "76") == 0)
    let one = bench.sala(
      "print", "certificates", "e1", "--kind", "completion", "--learner", learners[2].code)
    #expect(one.code == 1 && one.err.contains(learners[2].code))
    #expect(
      bench.sala("print", "certificates", "e1", "--kind", "completion", "--tests", "x").code == 2)
    let list = bench.sala("print", "completion-list", "e1", "--format", "json").json
    #expect(list["tables"]["completion"]["rows"].array.count == 3)
    #expect(list["tables"]["completion"]["rows"][1]["attended"].number == 2)
    let attendance = bench.sala("print", "attendance-list", "e1", "--format", "csv")
    #expect(attendance.code == 0 && attendance.out.contains(learners[2].code))
  }

  @Test("a test that was set aside completes nothing; a linked code is no person of its own")
  func linkedAndSetAside() throws {
    let (bench, learners) = try held()
    func lines() -> [String: Bool] {
      let list = bench.sala("print", "completion-list", "e1", "--format", "json").json
      let rows = list["tables"]["completion"]["rows"].array
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (row["code"].string ?? "", row["completion"].string?.isEmpty == false)
        })
    }
    #expect(lines() == [learners[0].code: true, learners[1].code: false, learners[2].code: false])
    // Both codes are one person's, who was there for half a day by the word that holds.
    bench.sala(
      "records", "link", "--from", learners[0].code, "--to", learners[2].code, "--reason", "wrong")
    #expect(lines() == [learners[1].code: false, learners[2].code: false])
    bench.sala(
      "records", "link", "--from", learners[0].code, "--to", learners[0].code, "--reason", "back")
    let status = bench.sala("event", "status", "e1", "--format", "json").json
    let attempts = status["tables"]["attempts"]["rows"].array
    let post = try #require(
      attempts.first {
        $0["code"].string == learners[0].code && $0["occasion"].string == "post-test"
      })
    let attempt = try #require(post["attempt"].string)
    bench.sala("results", "set-aside", attempt, "--reason", "another person")
    #expect(lines()[learners[0].code] == false)
    bench.sala("results", "set-aside", attempt, "--reason", "it was her", "--restore")
    #expect(lines()[learners[0].code] == true)
  }

  @Test("names are refused as a whole where a row is wrong")
  func badNames() throws {
    let (bench, learners) = try held()
    for text in [
      "code\nx\n", "code,khmer-name\nABCD,សុខ\n",
      "code,latin-name\n\(learners[0].code),A\n\(learners[0].code),B\n",
    ] {
      let names = try bench.write(text, to: "names.csv")
      let run = bench.sala(
        "print", "certificates", "e1", "--kind", "attendance", "--names", names, "--out",
        bench.path("n"))
      #expect(run.code == 1 && run.err.contains("names.csv"), "\(text) \(run.err)")
    }
    #expect(Files.names(bench.path("n")).isEmpty)
  }

  @Test("everything about an event goes out as tables, with Excel's mark where asked")
  func export() throws {
    let (bench, learners) = try held()
    let run = bench.sala(
      "records", "export", "e1", "--out", bench.path("t"), "--excel")
    #expect(run.code == 0, "\(run.err)")
    let names = ["attendance.csv", "completion.csv", "papers.csv", "people.csv", "results.csv"]
    #expect(Files.names(bench.path("t")) == names)
    for name in names {
      let bytes = Files.bytes(bench.path("t/\(name)"))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) && bytes.count > 20, "\(name)")
    }
    let people = Files.text(bench.path("t/people.csv"))
    #expect(learners.allSatisfy { people.contains($0.code) })
    let results = Files.text(bench.path("t/results.csv"))
    #expect(results.split(whereSeparator: \.isNewline).count == 1 + 2 * 2 * 10)
  }
}
