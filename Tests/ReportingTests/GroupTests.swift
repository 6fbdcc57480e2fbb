import Assessment
import Document
import Psychometrics
import Records
import Testing
import Text

@testable import Reporting

@Suite("Groups of the same people")
struct GroupTests {
  @Test("headline, groups and pairs are the same people, whatever they are divided by")
  func samePeople() throws {
    for seed in 0..<40 as Range<UInt64> {
      let input = Cohort.random(2 + Int(seed % 30) * 2, seed: seed)
      let study = PrePostStudy(input)
      let codes = Set(study.pairs.map(\.pre.code))
      let attributes: [[Grouping]] = [
        [.province], [.sex], [.province, .sex], [.event], [.form], [.language],
        [.organisation, .role],
      ]
      for by in attributes {
        let groups = PeopleGrouping(attributes: by, input: input).groups(study.pairs)
        #expect(groups.reduce(0) { $0 + $1.pairs.count } == study.pairs.count)
        #expect(Set(groups.flatMap { $0.pairs.map(\.pre.code) }) == codes)
        let total = groups.reduce(0.0) { $0 + Double($1.change.n) * ($1.change.gain.value ?? 0) }
        let mean = try #require(study.change.gain.value)
        #expect(near(total / Double(study.pairs.count), mean, 1e-9))
      }
      let document = PrePostReport.document(input, by: [.competency, .module])
      #expect(document.table("headline")?.number("n") == Double(codes.count))
      for id in ["competencies", "modules"] {
        #expect(document.table(id)?.number("n", row: 0) == Double(codes.count))
      }
    }
  }

  @Test("the order of attempts, people and events changes nothing")
  func order() {
    let input = Cohort.random(24, seed: 5)
    let expected = PrePostReport.report(input, by: Grouping.allCases)
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var shuffled = input
      shuffled.attempts = generator.shuffled(input.attempts)
      shuffled.people = generator.shuffled(input.people)
      shuffled.events = generator.shuffled(input.events)
      #expect(PrePostReport.report(shuffled, by: Grouping.allCases) == expected)
    }
  }

  @Test("figures of a group are those of its people alone, and p is corrected by Holm")
  func figures() throws {
    // x and y: six people each, in balance; an unknown province: the other six.
    let input = Cohort.random(18, seed: 3)
    var people = input.people
    for place in people.indices { people[place].province = ["x", "y", nil][place / 6] }
    var divided = input
    divided.people = people
    let table = try #require(PrePostReport.document(divided, by: [.province]).table("groups"))
    #expect((0..<3).map { table.words("province", row: $0) } == ["x", "y", "not stated"])
    let codes = Set(people.filter { $0.province == "x" }.map(\.code))
    let alone = PrePostStudy(Cohort.input(input.attempts.filter { codes.contains($0.code) })).change
    #expect(table.number("n") == 6)
    let gain = try #require(alone.gain.value)
    let alonesP = try #require(alone.p.value)
    #expect(near(table.number("gain"), gain))
    #expect(near(table.number("p"), alonesP))
    let p = (0..<3).map { table.number("p", row: $0) }
    let holm = MultipleTests.holm(p)
    for row in 0..<3 { #expect(table.number("pAdjusted", row: row) == holm[row]) }
    #expect(table.number("adjustedGain").isFinite)
  }

  @Test("headings name what the groups are divided by")
  func headings() {
    #expect(ReportingMessages.groupsHeading([.sex]).en == "By sex")
    #expect(ReportingMessages.groupsHeading([.province, .sex]).en == "By province and sex")
    #expect(ReportingMessages.groupsHeading([.province, .sex, .role]).km == "តាមខេត្ត, ភេទ និងតួនាទី")
  }

  @Test("white space around an attribute and an empty one make no group of their own")
  func attributes() {
    var input = Cohort.random(12, seed: 4)
    for place in input.people.indices {
      input.people[place].organisation = [" Unit", "Unit ", "", "  ", nil][place % 5]
    }
    let groups = PeopleGrouping(attributes: [.organisation], input: input)
      .groups(PrePostStudy(input).pairs)
    #expect(groups.map { $0.titles.map(\.en) } == [["Unit"], ["not stated"]])
  }

  // MARK: Hiding

  @Test(
    "fewer than five are hidden, and enough others that none follows from the sum",
    arguments: [
      ([9, 8, 7], "..."), ([9, 8, 4], ".CT"), ([9, 2, 2], "CTT"), ([3, 2, 20], "TT."),
      ([9, 6, 2, 2], ".CTT"), ([4], "T"), ([4, 5], "TC"), ([5, 5], ".."), ([1, 6, 6], "TC."),
    ])
  func verdicts(_ counts: [Int], _ expected: String) {
    // 2 and 2 are four people together: their sum would still be a small group, so one more goes.
    let groups = counts.enumerated().map { (values: ["g\($0.offset)"], count: $0.element) }
    let marks = Suppression.verdicts(groups).map { verdict in
      switch verdict {
      case .shown: "."
      case .tooFew: "T"
      case .complementary: "C"
      }
    }
    #expect(marks.joined() == expected)
  }

  @Test("no hidden group can be worked out from any sum that a report prints")
  func attack() throws {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed, purpose: "attack")
      let size = 6 + generator.index(below: 60)
      let input = Cohort.random(
        size / 2 * 2, seed: seed, provinces: ["a", "a", "a", "b", "b", "c", ""])
      let groups = PeopleGrouping(attributes: [.province, .sex], input: input)
        .groups(PrePostStudy(input).pairs)
      let verdicts = Suppression.verdicts(groups.map { ($0.values, $0.pairs.count) })
      // Sums that somebody may know: of all, of each province, of each sex.
      var sums: [[Int]] = [Array(groups.indices)]
      for attribute in 0..<2 {
        sums += Dictionary(grouping: groups.indices) { groups[$0].values[attribute] }.values
      }
      for sum in sums {
        let hidden = sum.filter { verdicts[$0] != .shown }
        guard !hidden.isEmpty, hidden.count < sum.count else { continue }
        #expect(hidden.count >= 2)
        #expect(hidden.reduce(0) { $0 + groups[$1].pairs.count } >= Suppression.minimum)
      }
      #expect(zip(groups, verdicts).allSatisfy { $1 != .shown || $0.pairs.count >= 5 })
    }
  }

  @Test("a hidden group shows no figure in any form of the document, and its plots leave it out")
  func hidden() throws {
    var input = Cohort.random(20, seed: 8)
    for place in input.people.indices {
      input.people[place].province = place < 3 ? "small" : place < 9 ? "middle" : "large"
    }
    let document = PrePostReport.document(input, by: [.province])
    let table = try #require(document.table("groups"))
    let rows = ["large": 0, "middle": 1, "small": 2]
    #expect(rows.allSatisfy { table.words("province", row: $1) == $0 })
    let keys = table.columns.map(\.key).filter { $0 != "province" }
    #expect(table.reason("n", row: 2)?.en == "fewer than 5 people")
    #expect(table.reason("n", row: 1) == ReportingMessages.complementary)
    for row in 1...2 {
      #expect(keys.allSatisfy { table.number($0, row: row).isNaN })
      #expect(keys.allSatisfy { table.ends($0, row: row).low.isNaN })
    }
    #expect(table.number("n", row: 0) == 11)
    // Hidden rows ask no question, so p of the only shown one needs no correction.
    let p = table.number("p", row: 0)
    #expect(p.isNaN || table.number("pAdjusted", row: 0) == p)
    for plot in document.plots {
      switch plot.content {
      case .forest(let forest): #expect(forest.groups.map(\.label.en) == ["large"])
      case .slopeGraph(let graph): #expect(graph.slopes.map(\.label.en) == ["large"])
      default: Issue.record("nothing else is drawn")
      }
    }
  }

  // MARK: Topics

  @Test(
    "competencies: questions behind each, few questions claim no precision, none is not measured")
  func competencies() throws {
    let document = PrePostReport.document(
      Cohort.input(CrossoverTests.attempts), by: [.competency])
    let table = try #require(document.table("competencies"))
    #expect((0..<4).map { table.words("id", row: $0) } == ["ENG", "EVI", "SYS", "FAC"])
    // Questions 1 to 10; 11 to 13; 14 to 20 on form A and 14 to 25 on form B.
    #expect((0..<4).map { table.number("questionsA", row: $0) } == [10, 3, 7, 0])
    #expect((0..<4).map { table.number("questionsB", row: $0) } == [10, 3, 12, 0])
    // ENG before: 8, 10, 6, 10, 10, 10, 10, 5 of 10: mean 86.25 %; after: 10, 10, 10, 10, 9, 10,
    // 10, 7 of 10: mean 95 %.
    #expect(near(table.number("meanPre"), 86.25))
    #expect(near(table.number("meanPost"), 95))
    #expect(table.ends("interval").low.isFinite)
    #expect(table.number("gain", row: 1).isFinite)
    #expect(table.reason("interval", row: 1)?.en == "fewer than 4 questions on a form")
    #expect(table.reason("n", row: 3)?.en == "not measured by this test")
    #expect(
      document.notes().contains { $0.hasPrefix("Fewer than 4 questions on a form: Evidence.") })
    guard case .intervals(let points)? = document.plots.last?.content else {
      Issue.record("there is a picture of the changes")
      return
    }
    #expect(points.map(\.label.en) == ["Engagement", "Systems"])
  }

  @Test("a topic that only one form asks about has no change, and unknown questions are counted")
  func oneForm() throws {
    var input = Cohort.input(CrossoverTests.attempts)
    for number in 11...13 { input.content.questions["ila-b-q\(number)"] = nil }
    let document = PrePostReport.document(input, by: [.module])
    let table = try #require(document.table("modules"))
    #expect(table.reason("n", row: 1)?.en == "one of the forms has no question on it")
    #expect(
      document.notes().contains { $0.hasPrefix("3 questions that were asked cannot be placed") })
  }
}
