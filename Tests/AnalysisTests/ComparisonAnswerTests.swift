import Document
import Psychometrics
import Source
import Testing
import Text

@testable import Analysis

@Suite("Groups, forms and raters of any table")
struct ComparisonAnswerTests {
  // MARK: Groups

  private func people(_ counts: [(String, Int)], seed: UInt64, items: Int = 6) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = "id,group," + (0..<items).map { "q\($0)" }.joined(separator: ",") + "\n"
    var number = 0
    for (label, count) in counts {
      for _ in 0..<count {
        number += 1
        let ability = generator.unit()
        let cells = (0..<items).map { item in
          generator.unit() < 0.2 + 0.6 * ability - (item == 2 && label == "km" ? 0.2 : 0)
            ? "1" : "0"
        }
        text += "p\(number),\(label)," + cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private func fairness(
    _ text: String, _ request: FairnessAnalysis.Request = FairnessAnalysis.Request(),
    _ trial: Trial = Trial()
  ) -> AnalysisAnswer? {
    trial.table(text, ItemTable.Roles(group: "group")).flatMap {
      FairnessAnalysis.answer($0, request, language: .english, collector: trial.collector)
    }
  }

  @Test("keys of the contract; the larger group is the reference, or the one that is named")
  func groups() throws {
    let text = people([("km", 220), ("en", 260)], seed: 4)
    let answer = try #require(fairness(text))
    #expect(answer.json["reference"] == "en")
    #expect(answer.json["focal"] == ["km"])
    let item = try #require(answer.json["items"]?.arrayValue?[2])
    for key in ["id", "alphaMH", "chiSquared", "p", "deltaMH", "standardError", "class"] {
      #expect(item[key] != nil && item[key] != .null, "\(key)")
    }
    let turned = try #require(
      fairness(text, FairnessAnalysis.Request(reference: "km")))
    #expect(turned.json["focal"] == ["en"])
    for (one, two) in zip(
      answer.json["items"]?.arrayValue ?? [], turned.json["items"]?.arrayValue ?? [])
    {
      let sum = (one["deltaMH"]?.doubleValue ?? 1) + (two["deltaMH"]?.doubleValue ?? 1)
      #expect(sum.magnitude < 1e-9)
      #expect(one["class"] == two["class"])
    }
    let named = people([("focal", 150), ("reference", 100)], seed: 1)
    #expect(fairness(named)?.json["reference"] == "reference")
    let equal = people([("b", 80), ("a", 80)], seed: 1)
    #expect(fairness(equal)?.json["reference"] == "a")
  }

  @Test("groups that are too small are named and refused, the others are compared")
  func tooSmall() throws {
    let answer = try #require(
      fairness(people([("en", 240), ("km", 210), ("kui", 12)], seed: 9)))
    #expect(answer.refusal?.code == "group-too-small")
    #expect(answer.refusal?.message.en.contains("'kui' (n = 12)") == true)
    #expect(answer.json["focal"] == ["km"])
    let none = try #require(fairness(people([("en", 30), ("km", 20)], seed: 9)))
    #expect(none.json["items"]?.arrayValue?.isEmpty == true)
    #expect(none.refusal != nil)
    let few = try #require(fairness(people([("en", 90), ("km", 60)], seed: 9)))
    #expect(few.refusal == nil)
    #expect(few.json["notes"]?.arrayValue?.contains { $0["code"] == "few-people" } == true)
    for answer in [answer, none, few] { #expect(Trial.isClean(answer)) }
  }

  @Test(
    "every method, purified or not, on tables that say little",
    arguments: ItemFairness.Method.allCases)
  func methods(_ method: ItemFairness.Method) throws {
    let constant =
      "group,a,b\n" + (0..<120).map { "\($0 % 2 == 0 ? "x" : "y"),1,1\n" }.joined()
    for text in [people([("en", 120), ("km", 110)], seed: 8), constant] {
      for purifies in [false, true] {
        let answer = try #require(
          fairness(text, FairnessAnalysis.Request(method: method, purifies: purifies)))
        #expect(Trial.isClean(answer))
        #expect(answer.json["method"] == .string(method.rawValue))
      }
    }
    let trial = Trial()
    #expect(fairness("group,a,b\nx,1,0\nx,0,1\n", FairnessAnalysis.Request(), trial) == nil)
    #expect(trial.collector.diagnostics.first?.code == "one-group")
    let points = Trial()
    #expect(fairness("group,a,b\nx,1,2\ny,0,1\n", FairnessAnalysis.Request(), points) == nil)
    #expect(points.collector.diagnostics.first?.code == "not-right-or-wrong")
  }

  // MARK: Forms

  private func equate(
    _ x: String, _ y: String, _ request: EquatingAnalysis.Request, _ trial: Trial = Trial()
  ) -> AnalysisAnswer? {
    guard let first = trial.table(x), let second = trial.table(y) else { return nil }
    return EquatingAnalysis.answer(
      x: first, y: second, request, language: .english, collector: trial.collector)
  }

  @Test(
    "Kolen and Brennan's forms through the answer for programs",
    .enabled(if: GoldCases.folder != nil))
  func gold() throws {
    func text(_ name: String) throws -> String {
      try GoldCases.rows(name).map { $0.joined(separator: ",") }.joined(separator: "\n")
    }
    let x = try text("kbneat_x.csv")
    let y = try text("kbneat_y.csv")
    let gold = try GoldCases.rows("kbneat_equated.csv").dropFirst()
    for (method, column) in [
      (EquatingAnalysis.Method.tucker, 1), (.levine, 2), (.levineTrue, 3), (.chained, 4),
      (.braunHolland, 5), (.frequencyEstimation, 6), (.chainedEquipercentile, 7),
    ] {
      var request = EquatingAnalysis.Request(method: method)
      request.samples = 4
      let answer = try #require(equate(x, y, request))
      let table = try #require(answer.json["table"]?.arrayValue)
      #expect(table.count == 37)
      for (row, own) in zip(table, gold) {
        let expected = try #require(Double(own[column]))
        let equated = try #require(row["equated"]?.doubleValue)
        #expect((equated - expected).magnitude < 1e-4, "\(method) \(own[0])")
        #expect((row["standardError"]?.doubleValue ?? -1) >= 0)
      }
      #expect(answer.json["conventions"]?["anchor"] == ["anchor"])
      #expect(Trial.isClean(answer))
    }
  }

  @Test(
    "every method on two forms of items; a form equated with itself stays",
    arguments: EquatingAnalysis.Method.allCases)
  func methods(_ method: EquatingAnalysis.Method) throws {
    let text = people([("g", 260)], seed: 12).split(separator: "\n").map { line in
      line.split(separator: ",").enumerated().filter { $0.offset != 1 }.map { String($0.element) }
        .joined(separator: ",")
    }.joined(separator: "\n")
    var request = EquatingAnalysis.Request(method: method)
    request.samples = 10
    let answer = try #require(equate(text, text, request))
    let table = try #require(answer.json["table"]?.arrayValue)
    #expect(table.count == 7)
    for row in table {
      let score = try #require(row["score"]?.doubleValue)
      #expect(((row["equated"]?.doubleValue ?? 99) - score).magnitude < 1e-6, "\(method)")
    }
    #expect(answer.json["method"] == .string(method.rawValue))
    #expect(answer.json["conventions"]?["highestX"]?.doubleValue == 6)
    let again = try #require(equate(text, text, request))
    #expect(JSONValue.object(again.json) == JSONValue.object(answer.json))
    #expect(Trial.isClean(answer))
  }

  @Test("forms that cannot be equated are refused with a reason")
  func refused() {
    for (x, y, method, code) in [
      ("a,b\n1,0\n0,1\n", "c,d\n1,0\n0,1\n", EquatingAnalysis.Method.tucker, "no-anchor"),
      ("a,b\n1,0\n", "a,b\n1,0\n0,1\n", .mean, "too-few-people"),
      ("a,b\n1,1\n1,1\n", "a,b\n1,0\n0,1\n", .linear, "not-equated"),
      ("a,b\n1,0.5\n0,1\n", "a,b\n1,0\n0,1\n", .equipercentile, "not-whole"),
      ("total,a\n1,1\n0,1\n", "total,a\n1,0\n0,1\n", .haebara, "needs-items"),
      ("a,b\n1,0\n0,1\n", "a,b\n1,0\n0,1\n", .stockingLord, "too-few-people"),
    ] {
      let trial = Trial()
      #expect(equate(x, y, EquatingAnalysis.Request(method: method), trial) == nil)
      #expect(trial.collector.diagnostics.first?.code == code, "\(method)")
    }
  }

  // MARK: Raters

  private func agreement(
    _ text: String, _ request: AgreementAnalysis.Request, _ trial: Trial = Trial()
  ) -> AnalysisAnswer? {
    TableFile(path: "t.csv", bytes: Array(text.utf8), collector: trial.collector).flatMap {
      AgreementAnalysis.answer($0, request, language: .english, collector: trial.collector)
    }
  }

  @Test(
    "Fleiss' and Krippendorff's tables through the answer for programs",
    .enabled(if: GoldCases.folder != nil))
  func raters() throws {
    let fleiss = try GoldCases.rows("fleiss1971.csv").map { $0.joined(separator: ",") }
      .joined(separator: "\n")
    let own = try #require(agreement(fleiss, AgreementAnalysis.Request(statistic: .fleiss)))
    #expect(((own.json["value"]?.doubleValue ?? 0) - 0.43024452006014074).magnitude < 1e-12)
    let units = try GoldCases.rows("krippendorff_c.csv").map { $0.joined(separator: ",") }
      .joined(separator: "\n")
    let gold = try GoldCases.json("G14_krippendorff.json")["verified"]?["py"]
    for metric in KrippendorffAlpha.Metric.allCases {
      var request = AgreementAnalysis.Request(statistic: .krippendorff)
      request.metric = metric
      request.isTransposed = true
      request.samples = 200
      let answer = try #require(agreement(units, request))
      let value = try #require(answer.json["value"]?.doubleValue)
      let expected = try #require(gold?[metric.rawValue]?.doubleValue)
      #expect((value - expected).magnitude < 1e-12, "\(metric)")
      let ends = try #require(answer.json["interval"]?.arrayValue)
      #expect((ends[0].doubleValue ?? 2) < value && (ends[1].doubleValue ?? 0) >= value)
    }
  }

  @Test("names of categories, and six correlations")
  func names() throws {
    var request = AgreementAnalysis.Request(statistic: .kappa)
    let text = "id,A,B\n1,low,low\n2,high,low\n3,high,high\n4,mid,mid\n5,,low\n"
    let answer = try #require(agreement(text, request))
    #expect(answer.json["subjects"] == 4)
    #expect(answer.json["leftOut"] == 1)
    #expect(answer.json["categories"] == ["high", "low", "mid"])
    request.weights = .linear
    #expect(agreement(text, request)?.json["weights"] == "linear")
    let icc = try #require(
      agreement("a,b,c\n1,2,2\n4,5,4\n7,7,8\n3,3,4\n", AgreementAnalysis.Request(statistic: .icc)))
    let values = try #require(icc.json["values"]?.arrayValue)
    #expect(
      values.map(\.["type"]?.stringValue) == ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"])
    #expect(values.allSatisfy { $0["interval"]?.arrayValue?.count == 2 })
  }

  @Test(
    "ratings that do not vary, or lack, have a reason",
    arguments: AgreementAnalysis.Statistic.allCases)
  func degenerate(_ statistic: AgreementAnalysis.Statistic) {
    for text in ["a,b\n1,1\n1,1\n", "a,b\n,\n,1\n", "a,b\n1,2\n"] {
      let trial = Trial()
      guard let answer = agreement(text, AgreementAnalysis.Request(statistic: statistic), trial)
      else {
        #expect(trial.collector.diagnostics.hasErrors)
        continue
      }
      #expect(Trial.isClean(answer))
      #expect(
        answer.json["reason"] != nil
          || answer.json["values"]?.arrayValue?.allSatisfy { $0["reason"] != nil } == true
          || answer.json["value"]?.doubleValue != nil)
    }
    let alone = Trial()
    #expect(
      agreement("a\n1\n2\n", AgreementAnalysis.Request(statistic: statistic), alone) == nil)
    #expect(alone.collector.diagnostics.first?.code == "one-rater")
  }
}
