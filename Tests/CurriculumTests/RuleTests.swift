import Testing
import Text

@testable import Curriculum

/// One example of one rule, named for the test report.
struct NamedExample: CustomTestStringConvertible, Sendable {
  let rule: any Rule
  let number: Int
  var example: RuleExample { rule.examples[number] }
  var testDescription: String { "\(rule.codes[0]) example \(number + 1)" }

  static var all: [NamedExample] {
    Rules.all.flatMap { rule in
      rule.examples.indices.map { NamedExample(rule: rule, number: $0) }
    }
  }
}

@Suite("Rules of a curriculum")
struct RuleTests {
  @Test("The example curriculum has no findings")
  func exampleIsClean() {
    let loaded = CurriculumLoading.load(ExampleCurriculum.id, from: ExampleCurriculum.tree)
    #expect(loaded.diagnostics.map(\.code) == [])
    #expect(loaded.curriculum?.forms.count == 2)
    #expect(loaded.counts.questions == 6)
    #expect(loaded.counts.forms == 3)
    #expect(loaded.counts.drafts > 0)
    #expect(loaded.counts.toReview == 3)
  }

  @Test("Every example of a rule does what the rule says", arguments: NamedExample.all)
  func example(_ named: NamedExample) {
    let tree = ExampleCurriculum.tree(changedBy: named.example)
    #expect(tree.files != ExampleCurriculum.tree.files, "the example changes something")
    let found = CurriculumLoading.load(ExampleCurriculum.id, from: tree).diagnostics
    if let code = named.example.code {
      #expect(found.contains { $0.code == code }, "\(found.map(\.code))")
      let first = found.first { $0.code == code }
      #expect(first.map { !$0.location.file.isEmpty && $0.message.isComplete } == true)
      #expect(first?.remedy.isComplete == true)
    } else {
      let codes = Set(found.map(\.code)).intersection(named.rule.codes)
      #expect(codes.isEmpty, "\(found.map(\.message.en))")
    }
  }

  @Test("Every rule has an example that it fails", arguments: Rules.all.indices)
  func everyRuleFails(_ index: Int) {
    let rule = Rules.all[index]
    #expect(rule.examples.contains { $0.code.map(rule.codes.contains) == true })
    #expect(rule.summary.isComplete && rule.reason.isComplete)
  }

  @Test("No two rules give the same code")
  func codesAreUnique() {
    let codes = Rules.all.flatMap(\.codes)
    #expect(Set(codes).count == codes.count)
  }
}
