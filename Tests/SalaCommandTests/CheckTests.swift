import Testing

@testable import SalaCommand

@Suite("Checking a curriculum")
struct CheckTests {
  @Test("the curriculum that Sala carries has no errors, and its counts have the contract's keys")
  func real() {
    let bench = Bench()
    let run = bench.sala("check", Bench.real, "--format", "json")
    #expect(run.code == 0 && run.err.isEmpty)
    #expect(run.json.keys == ["counts", "findings"])
    for finding in run.json["findings"].array {
      #expect(
        finding.keys == ["code", "column", "file", "line", "message", "remedy", "severity"])
      #expect(finding["severity"].string != "error")
      #expect(finding["line"].number >= 1)
    }
    let counts = run.json["counts"]
    #expect(counts["modules"].number == 6 && counts["forms"].number == 4)
    #expect(counts["lessons"].number >= 6 && counts["questions"].number >= 84)
    #expect(counts["situations"].number >= 1 && counts["contexts"].number == 4)
    #expect(counts["stale"].number == 0 && counts["untranslated"].number == 0)
    #expect(counts["drafts"].number > 0 && counts["toReview"].number > 0)
  }

  @Test("a curriculum is found by folder, by id, by its own folder, and by SALA_HOME")
  func places() {
    let bench = Bench()
    let root = bench.course.folder
    let runs = [root, "example", root + "/curricula/example", root + "/curricula/example/"]
      .map { bench.sala("check", $0) }
    for run in runs { #expect(run.code == 0 && run.out == runs[0].out, "\(run)") }
    #expect(runs[0].out.contains("modules: 1") && runs[0].out.contains("questions: 21"))
    #expect(bench.sala("check", root, "--language", "km").out.contains("ម៉ូឌុល៖ ១"))
    bench.environment["SALA_HOME"] = nil
    #expect(bench.sala("check", "example").code == 2)
    bench.environment["SALA_PROGRAM"] = root + "/sala"
    #expect(bench.sala("check", "example").code == 0)
    bench.environment["SALA_PROGRAM"] = "sala"
    #expect(bench.sala("check", "example").code == 2)
  }

  @Test("a path without a curriculum gives 2, several without a name too")
  func nowhere() throws {
    let bench = Bench()
    for path in [bench.path("none"), bench.folder.path, "", "/", "../..", "\u{0}", "\u{0}x"] {
      let run = bench.sala("check", path)
      #expect(run.code == 2 && run.out.isEmpty && run.err.contains("No curriculum"), "\(path)")
    }
    try bench.write("format: 1\n", to: "alone/curriculum.yaml")
    #expect(bench.sala("check", bench.path("alone")).code == 2)
    let curricula = bench.course.folder + "/curricula"
    try Files.copy(curricula + "/example", to: curricula + "/second")
    let run = bench.sala("check", bench.course.folder)
    #expect(run.code == 2 && run.err.contains("example, second"))
    #expect(bench.sala("check", "example").code == 0)
  }

  @Test("a broken file gives 1 and a finding with its place, as text and in every format")
  func broken() throws {
    let bench = Bench()
    let module = bench.course.folder + "/curricula/example/modules/01-first/module.yaml"
    try Files.write(
      Files.text(module).replacing("outcomes: [AAA-1, AAA-2]", with: "outcomes: [AAA-1, AAA-3]")
        .replacing("purpose:", with: "purpos:"), to: module)
    let text = bench.sala("check", "example")
    #expect(text.code == 1)
    #expect(text.err.contains("module.yaml:4:1: error [unknown-key]"), "\(text.err)")
    #expect(text.err.contains("^^^^^^") && text.err.contains("Did you mean 'purpose'?"))
    #expect(text.out.contains("errors"))
    let khmer = bench.sala("check", "example", "--language", "km")
    #expect(khmer.code == 1 && khmer.err.contains("តើអ្នកចង់សរសេរ 'purpose' មែនទេ?"))
    let json = bench.sala("check", "example", "--format", "json")
    #expect(json.code == 1 && json.err.isEmpty)
    let errors = json.json["findings"].array.filter { $0["severity"].string == "error" }
    #expect(errors.contains { $0["code"].string == "unknown-key" && $0["line"].number == 4 })
    #expect(errors.allSatisfy { $0["remedy"].string?.isEmpty == false })
    let csv = bench.sala("check", "example", "--format", "csv")
    #expect(csv.code == 1 && csv.out.contains("unknown-key") && csv.out.hasSuffix("\r\n"))
    let html = bench.sala("check", "example", "--format", "html")
    #expect(html.code == 1 && html.out.contains("unknown-key") && html.out.contains("</html>"))
    Files.remove(module)
    #expect(bench.sala("check", "example").code == 1)
    try bench.write("\u{FEFF}: [", to: "course/curricula/example/curriculum.yaml")
    #expect(bench.sala("check", "example").code == 1)
  }

  @Test("the rules are listed with examples; one code finds its own")
  func rules() {
    let bench = Bench()
    let text = bench.sala("rules")
    #expect(text.code == 0 && text.out.contains("unknown-key"))
    #expect(text.out.contains("passes:") && text.out.contains("    + "))
    let json = bench.sala("rules", "--format", "json").json
    #expect(json.array.count > 10)
    #expect(
      json.array.allSatisfy { $0.keys == ["codes", "examples", "reason", "summary"] })
    let one = bench.sala("rules", "unknown-key", "--language", "km")
    #expect(one.code == 0 && UsageTests.hasKhmer(one.out))
    #expect(one.lines.count < text.lines.count / 3)
    #expect(bench.sala("rules", "--format", "csv").out.hasPrefix("codes,"))
    #expect(bench.sala("rules", "--format", "html").out.contains("<table"))
    let unknown = bench.sala("rules", "unknown-kex")
    #expect(unknown.code == 2 && unknown.err.contains("Did you mean 'unknown-key'?"))
    #expect(bench.sala("rules", "", "--language", "km").code == 2)
  }

  @Test("a translation goes stale when its source changes, and a stamp says it was looked over")
  func translation() throws {
    let bench = Bench()
    let lessons = bench.course.folder + "/curricula/example/modules/01-first/lessons"
    let english = lessons + "/listening.en.md"
    let khmer = lessons + "/listening.km.md"
    try Files.write(
      Files.text(english).replacing("The council decides.", with: "The council decides alone."),
      to: english)
    func stale() -> Double {
      bench.sala("check", "example", "--format", "json").json["counts"]["stale"].number
    }
    #expect(stale() == 1)
    let run = bench.sala("translation", "stamp", khmer)
    #expect(run.code == 0 && run.out == "Stamped 1 files.\n")
    #expect(stale() == 0)
    let bytes = Files.bytes(khmer)
    #expect(bench.sala("translation", "stamp", khmer, "--language", "km").code == 0)
    #expect(Files.bytes(khmer) == bytes)
    #expect(!Files.names(lessons).contains { $0.hasSuffix(".new") })
    let other = bench.sala("translation", "stamp", english)
    #expect(other.code == 2 && other.err.contains(".km.md"))
    let missing = bench.sala("translation", "stamp", khmer, lessons + "/none.km.md")
    #expect(missing.code == 2 && missing.out.isEmpty)
    let alone = try bench.write("## ក {#a}\nក\n", to: "alone.km.md")
    #expect(bench.sala("translation", "stamp", alone).code == 2)
  }

  @Test("a script's translation is stamped by its own sections")
  func situationStamp() throws {
    let bench = Bench()
    let name = "dialogue-with-csos.situation"
    for language in ["en", "km"] {
      try Files.copy(
        Bench.real + "/situations/\(name).\(language).md", to: bench.path("\(name).\(language).md"))
    }
    let before = Files.bytes(bench.path(name + ".km.md"))
    #expect(bench.sala("translation", "stamp", bench.path(name + ".km.md")).code == 0)
    let stamped = Files.text(bench.path(name + ".km.md"))
    let added = stamped.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("  (front-matter): ") }.joined(separator: "\n")
    #expect(Array(added.utf8) == before, "its sections were in step already")
    #expect(stamped.contains("\n  (front-matter): "))
  }
}
