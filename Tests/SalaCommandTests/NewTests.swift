import Testing
import Text

@testable import SalaCommand

@Suite("Beginnings from the command line")
struct NewTests {
  @Test("a new lesson and a new question are written, listed and checked", arguments: ["en", "km"])
  func parts(_ language: String) throws {
    let bench = Bench()
    let lesson = bench.sala(
      "new", "lesson", "asking", "--module", "aaa", "--curriculum", "example", "--language",
      language)
    #expect(lesson.code == 0, "\(lesson.err)")
    #expect(lesson.lines.count == 3)
    let question = bench.sala(
      "new", "question", "--module", "aaa", "--kind", "matching", "--pool", "practice",
      "--curriculum", "example", "--language", language)
    #expect(question.code == 0, "\(question.err)")
    let check = bench.sala("check", "example", "--format", "json")
    let findings = check.json["findings"].array
    #expect(findings.allSatisfy { $0["severity"].string != "error" }, "\(check.out.prefix(2000))")
    #expect(findings.contains { $0["code"].string == "to-write" })
  }

  @Test("a dry run prints and writes nothing; what exists is never written over")
  func safety() throws {
    let bench = Bench()
    let folder = bench.course.folder + "/curricula/example/modules"
    let before = Files.names(folder)
    let dry = bench.sala("new", "module", "budgets", "--curriculum", "example", "--dry-run")
    #expect(dry.code == 0 && dry.out.contains("module.yaml") && Files.names(folder) == before)
    let taken = bench.sala(
      "new", "lesson", "listening", "--module", "aaa", "--curriculum", "example")
    #expect(taken.code == 1 && taken.err.contains("exists already"))
    let unknown = bench.sala("new", "session", "--module", "aab", "--curriculum", "example")
    #expect(unknown.code == 1 && unknown.err.contains("Did you mean 'aaa'"))
    #expect(bench.sala("new", "module", "Two Words", "--curriculum", "example").code == 1)
  }

  @Test("a further test is added to the forms that there are", arguments: ["en", "km"])
  func form(_ language: String) throws {
    let bench = Bench()
    let form = bench.sala(
      "new", "form", "second", "--curriculum", "example", "--language", language)
    #expect(form.code == 0 && form.out.contains("forms.yaml"), "\(form.err)")
    let shown = bench.sala("form", "show", "second", "--curriculum", "example", "--format", "json")
    #expect(shown.code == 0, "\(shown.err)")
    let again = bench.sala("new", "form", "second", "--curriculum", "example")
    #expect(again.code == 1 && again.err.contains("exists already"))
  }
}
