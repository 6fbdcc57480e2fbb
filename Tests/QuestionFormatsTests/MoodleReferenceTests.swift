import Archive
import Assessment
import FoundationEssentials
import Testing
import Text

@testable import QuestionFormats

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("Moodle's own XML files", .enabled(if: reference != nil, "SALA_REFERENCE is not set"))
struct MoodleReferenceTests {
  private func bank(_ name: String) throws -> QuestionBank {
    let path = "\(reference ?? "")/samples/moodle/\(name)"
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    return QuestionFormats.read(
      QuestionInput(name: name, files: [ArchiveEntry(path: name, bytes: bytes)]),
      format: .moodleXML)
  }

  @Test(
    "Each file gives as many questions as it has",
    arguments: [
      ("error_invalid_grades.xml", 1), ("essay_tests_fixtures_testquestion.moodle.xml", 1),
      ("export_category.xml", 1), ("match_tests_fixtures_testquestion.moodle.xml", 1),
      ("multichoice.xml", 1), ("nested_categories_with_questions.xml", 5),
      ("numerical_tests_fixtures_testquestion.moodle.xml", 1),
      ("ordering_tests_fixtures_testexport.moodle.xml", 1),
      ("ordering_tests_fixtures_testimport.moodle.xml", 1),
      ("ordering_tests_fixtures_testimportlong.moodle.xml", 1),
      ("ordering_tests_fixtures_testoldquestion.moodle.xml", 1),
      ("ordering_tests_fixtures_testquestion.moodle.xml", 1),
      ("shortanswer_tests_fixtures_testquestion.moodle.xml", 1), ("truefalse.xml", 2),
    ])
  func counts(_ name: String, _ count: Int) throws {
    let bank = try bank(name)
    #expect(bank.count == count)
    #expect(bank.items.count == count)
    #expect(!bank.findings.hasErrors)
  }

  @Test("A grade that Moodle does not offer is a finding at its line")
  func grades() throws {
    let bank = try bank("error_invalid_grades.xml")
    #expect(bank.findings.map(\.code) == ["moodle-fraction"])
    #expect(bank.findings.first?.location.line == 38)
    let item = try #require(bank.items.first)
    guard case .choice(let choice) = item.interaction else { return #expect(Bool(false)) }
    #expect(item.stem.en == "Select all prime numbers :")
    #expect(choice.isMultiple && !choice.keepsOrder)
    #expect(choice.options.map(\.text.en) == ["1", "2", "3", "4", "5"])
    #expect(choice.options.map(\.isCorrect) == [false, true, true, false, true])
    #expect(choice.options.map(\.weight) == [-50, 33, 100.0 / 3, -50, 100.0 / 3])
    #expect(item.scoring == Scoring(.parts))
    #expect(
      ResponseProcessing.score(item, .chosen(["a", "b", "c"])).score == 0.163333333)
  }

  @Test("Categories are noted once")
  func categories() throws {
    let bank = try bank("nested_categories_with_questions.xml")
    #expect(bank.findings.map(\.code) == ["moodle-categories"])
    #expect(bank.items.map(\.id).last == "mu-question")
    #expect(bank.items.map(\.title.en).first == "Iota Question")
    #expect(bank.items.map(\.stem.en).first == "Testing Iota Question")
    #expect(bank.lost.isEmpty)
  }

  @Test("An essay keeps its lines and its most words")
  func essay() throws {
    let item = try #require(
      try bank("essay_tests_fixtures_testquestion.moodle.xml").items.first)
    #expect(item.interaction == .essay(EssayInteraction(lines: 15, mostWords: 20)))
    #expect(item.feedback.en == "This is general feedback")
  }

  @Test("Pairs keep the target without a source, and win in parts")
  func matching() throws {
    let bank = try bank("match_tests_fixtures_testquestion.moodle.xml")
    let item = try #require(bank.items.first)
    guard case .match(let match) = item.interaction else { return #expect(Bool(false)) }
    #expect(match.sources.map(\.text.en) == ["frog", "cat", "newt"])
    #expect(match.sources.map(\.target) == ["1", "2", "1"])
    #expect(match.targets.map(\.text.en) == ["amphibian", "mammal", "insect"])
    #expect(item.scoring.rule == .parts)
    #expect(bank.lost.map(\.what) == [MoodleMessages.combinedFeedback])
  }

  @Test("A number keeps its tolerance, and hints are lost")
  func numerical() throws {
    let bank = try bank("numerical_tests_fixtures_testquestion.moodle.xml")
    let item = try #require(bank.items.first)
    #expect(item.interaction == .numeric(NumericInteraction(value: 6.25, tolerance: 0.05)))
    #expect(bank.lost.map(\.what) == [MoodleMessages.hints])
  }

  @Test("Orders keep their options and the rule that Sala has")
  func ordering() throws {
    let bank = try bank("ordering_tests_fixtures_testquestion.moodle.xml")
    let item = try #require(bank.items.first)
    #expect(item.id == "dd1")
    #expect(item.title.en == "dd-ordering 1")
    #expect(
      item.interaction.options.map(\.text.en) == [
        "Modular", "Object", "Oriented", "Dynamic", "Learning", "Environment",
      ])
    #expect(item.scoring == Scoring(.parts))
    #expect(bank.lost.isEmpty)
    let other = try self.bank("ordering_tests_fixtures_testexport.moodle.xml")
    #expect(other.items.first?.interaction.options.first?.feedback.en == "Modular is correct.")
    #expect(
      other.lost.map(\.what) == [
        MoodleMessages.scoring, MoodleMessages.combinedFeedback, MoodleMessages.hints,
      ])
  }

  @Test("A short answer keeps its grades; the star is feedback to any other answer")
  func shortAnswer() throws {
    let bank = try bank("shortanswer_tests_fixtures_testquestion.moodle.xml")
    let item = try #require(bank.items.first)
    guard case .text(let text) = item.interaction else { return #expect(Bool(false)) }
    #expect(text.answers.map(\.text) == ["frog", "toad"])
    #expect(text.answers.map(\.weight) == [100, 80])
    #expect(text.answers.map(\.feedback.en).first == "Frog is a very good answer.")
    #expect(bank.lost.map(\.what) == [MoodleMessages.otherFeedback])
  }

  @Test("Files and pictures are named as lost, and texts become Markdown")
  func files() throws {
    let bank = try bank("truefalse.xml")
    let first = try #require(bank.items.first)
    #expect(
      first.stem.en
        == "Moodle Moodle logo is an acronym for *Modular Object-Oriented Dynamic Learning Education*."
    )
    guard case .choice(let choice) = first.interaction else { return #expect(Bool(false)) }
    #expect(choice.isTrueFalse && choice.correctIDs == ["b"])
    #expect(choice.options[0].feedback.en == "Thumb down Your answer is incorrect.")
    #expect(
      first.feedback.en.hasSuffix(
        "[documentation about Moodle](http://docs.moodle.org/en/About_Moodle)."))
    #expect(bank.lost.map(\.what).contains(MoodleMessages.file("logo.jpg")))
    #expect(bank.lost.map(\.what).contains(MoodleMessages.tag("img")))
    let choices = try self.bank("multichoice.xml")
    #expect(choices.items.first?.scoring == .exact)
    #expect(choices.lost.contains { $0.what == MoodleMessages.file("bonjour.mp3") })
  }
}
