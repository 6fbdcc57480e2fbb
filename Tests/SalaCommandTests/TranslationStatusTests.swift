import Curriculum
import Testing

@testable import SalaCommand

@Suite("How far a curriculum is translated")
struct TranslationStatusTests {
  private static func status(_ bench: Bench, _ extra: String...) -> JSON {
    bench.run(["translation", "status", "example", "--format", "json"] + extra).json
  }

  @Test("the counts of a check are those of the status, and add up")
  func counts() {
    let bench = Bench()
    let check = bench.sala("check", Bench.real, "--format", "json").json["counts"]["translation"]
    let status = bench.sala("translation", "status", Bench.real, "--format", "json").json
    #expect(check == status["counts"] && check["missing"].number == 0)
    #expect(check["stale"].number == 0 && check["review"].number > 100)
    var total = 0.0
    for part in check["parts"].array {
      let states = TranslationState.allCases.reduce(0) { $0 + part[$1.rawValue].number }
      #expect(states == part["total"].number && states > 0)
      total += states
    }
    #expect(total == check["total"].number)
    let kinds = Set(check["parts"].array.compactMap { $0["kind"].string })
    #expect(kinds == Set(TranslatedKind.allCases.map(\.rawValue)))
    #expect(status["entries"].array.count == Int(check["review"].number))
  }

  @Test("every text of every module is counted once")
  func complete() {
    let bench = Bench()
    let all = bench.sala(
      "translation", "status", Bench.real, "--format", "json", "--state", "missing", "--state",
      "stale", "--state", "review", "--state", "complete"
    ).json
    let counts = bench.sala("check", Bench.real, "--format", "json").json["counts"]
    let entries = all["entries"].array
    #expect(entries.count == Int(all["counts"]["total"].number))
    let questions = entries.filter { $0["kind"].string == "question" }
    #expect(questions.count == Int(counts["questions"].number))
    let heads = entries.filter { $0["kind"].string == "front-matter" }
    #expect(heads.count == Int(counts["lessons"].number + counts["situations"].number))
    #expect(entries.allSatisfy { $0["file"].string?.isEmpty == false && $0["line"].number >= 1 })
    let keys = entries.map { "\($0["kind"].string ?? "") \($0["id"].string ?? "")" }
    #expect(Set(keys).count == keys.count)
  }

  @Test("a changed source makes its block stale, at its place in the Khmer file")
  func stale() throws {
    let bench = Bench()
    let lessons = bench.course.folder + "/curricula/example/modules/01-first/lessons"
    let english = lessons + "/listening.en.md"
    #expect(Self.status(bench)["counts"]["stale"].number == 0)
    try Files.write(
      Files.text(english).replacing("The council decides.", with: "The council decides alone."),
      to: english)
    let changed = Self.status(bench, "--state", "stale")
    #expect(changed["counts"]["stale"].number == 1)
    let entry = changed["entries"][0]
    #expect(entry["kind"].string == "lesson" && entry["state"].string == "stale")
    #expect(entry["file"].string?.hasSuffix("listening.km.md") == true)
    #expect(entry["language"].string == "km" && entry["line"].number > 1)
    #expect(bench.sala("translation", "stamp", lessons + "/listening.km.md").code == 0)
    #expect(Self.status(bench)["counts"]["stale"].number == 0)
  }

  @Test("a changed title makes a stamped head stale; one that was never stamped is left alone")
  func head() throws {
    let bench = Bench()
    let lessons = bench.course.folder + "/curricula/example/modules/01-first/lessons"
    let english = lessons + "/listening.en.md"
    let khmer = lessons + "/listening.km.md"
    let lines = Files.text(khmer).split(separator: "\n", omittingEmptySubsequences: false)
    let unstamped = lines.filter { !$0.contains("(front-matter)") }.joined(separator: "\n")
    let title = try #require(
      Files.text(english).split(separator: "\n").first { $0.hasPrefix("title:") })
    try Files.write(Files.text(english).replacing(title, with: "title: Another"), to: english)
    try Files.write(unstamped, to: khmer)
    #expect(Self.status(bench)["counts"]["stale"].number == 0)
    #expect(bench.sala("translation", "stamp", khmer).code == 0)
    #expect(Files.text(khmer).contains("  (front-matter): "))
    #expect(Self.status(bench)["counts"]["stale"].number == 0)
    try Files.write(
      Files.text(english).replacing("title: Another", with: "title: A third"), to: english)
    let status = Self.status(bench, "--state", "stale")
    #expect(status["entries"].array.map { $0["kind"].string } == ["front-matter"])
    #expect(status["entries"][0]["id"].string == "listening")
    let check = bench.sala("check", "example")
    #expect(check.code == 0 && check.err.contains("[stale-translation]"))
    #expect(bench.sala("check", "example", "--language", "km").err.contains("ផ្នែកក្បាល"))
  }

  @Test("a missing half is named with its language, whatever kind of text it is")
  func missing() throws {
    let bench = Bench()
    let root = bench.course.folder
    let module = root + "/curricula/example/modules/01-first/module.yaml"
    let bank = root + "/assessments/example/01-first.items.km.md"
    let text = Files.text(module)
    let start = try #require(text.range(of: ", km: "))
    let end = try #require(text[start.upperBound...].firstIndex(of: "}"))
    try Files.write(text.replacingCharacters(start.lowerBound..<end, with: ""), to: module)
    let before = Files.text(bank)
    let id = try #require(
      before.split(separator: "\n").first { $0.hasPrefix("## ") }?.split(separator: " ")[1])
    try Files.write(before.replacing("## \(id) ", with: "## zzz-999 "), to: bank)
    Files.remove(root + "/curricula/example/modules/01-first/lessons/listening.km.md")
    let missing = Self.status(bench, "--state", "missing")["entries"].array
    let kinds = Set(missing.compactMap { $0["kind"].string })
    #expect(kinds.isSuperset(of: ["yaml", "question", "lesson", "front-matter"]), "\(kinds)")
    #expect(missing.contains { $0["id"].string == String(id) && $0["language"].string == "km" })
    // A question that only the Khmer file has lacks its English half.
    #expect(missing.filter { $0["language"].string == "en" }.map { $0["id"].string } == ["zzz-999"])
    #expect(missing.allSatisfy { $0["language"].string != nil })
  }

  @Test("text, CSV and HTML show the same, in both languages")
  func formats() {
    let bench = Bench()
    let text = bench.sala("translation", "status", "example")
    #expect(text.code == 0 && text.out.contains("How far the texts are translated"))
    let khmer = bench.sala("translation", "status", "example", "--language", "km")
    #expect(khmer.out.contains("ស្ថានភាពនៃការបកប្រែអត្ថបទ") && khmer.out.contains("រង់ចាំពិនិត្យ"))
    let csv = bench.sala("translation", "status", "example", "--format", "csv")
    #expect(csv.out.hasPrefix("state,language,module,kind,id,file,line\r\n"), "\(csv.out)")
    #expect(
      bench.sala("translation", "status", "example", "--format", "html").out.contains("<table"))
    let check = bench.sala("check", "example", "--format", "html").out
    #expect(check.contains("How far the texts are translated"))
    #expect(bench.sala("check", "example", "--format", "csv").out.contains("lesson blocks"))
    #expect(bench.sala("check", "example").out.contains("How far the texts are translated"))
    #expect(bench.sala("translation", "status", "nowhere").code == 2)
  }
}

extension String {
  /// Returns the text with a range replaced.
  fileprivate func replacingCharacters(_ range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }

  /// Returns the range of the first place where `other` stands.
  fileprivate func range(of other: String) -> Range<String.Index>? { firstRange(of: other) }
}
