import Document
import FoundationEssentials
import Psychometrics
import Source
import Testing
import Text

@testable import Analysis

/// Cases with published or recomputed values, in a folder that `SALA_REFERENCE` names.
enum GoldCases {
  static let folder = ProcessInfo.processInfo.environment["SALA_REFERENCE"].flatMap {
    $0.isEmpty ? nil : $0
  }

  static func rows(_ name: String) throws -> [[String]] {
    let data = try Data(contentsOf: URL(filePath: try #require(folder) + "/gold/" + name))
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A file of patterns and counts as a table of one row a person.
  static func expanded(_ name: String) throws -> String {
    let rows = try rows(name).dropFirst()
    let width = try #require(rows.first?.first?.count)
    var lines = [(1...width).map { "q\($0)" }.joined(separator: ",")]
    for row in rows {
      let line = row[0].map(String.init).joined(separator: ",")
      lines += [String](repeating: line, count: try #require(Int(row[1])))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func json(_ name: String) throws -> JSONValue {
    let data = try Data(contentsOf: URL(filePath: try #require(folder) + "/gold/" + name))
    return try #require(JSONValue.parse(String(decoding: data, as: UTF8.self)))
  }
}

/// A table as text, and what was found in it.
struct Trial {
  let collector = DiagnosticCollector()

  func table(_ text: String, _ roles: ItemTable.Roles = ItemTable.Roles()) -> ItemTable? {
    TableFile(path: "t.csv", bytes: Array(text.utf8), collector: collector).flatMap {
      ItemTable.read($0, roles, collector: collector)
    }
  }

  /// Whether the answer holds no number that is none, in any form.
  static func isClean(_ answer: AnalysisAnswer) -> Bool {
    let forms =
      [JSONValue.object(answer.json).encoded(indented: false)]
      + [DocumentFormat.text, .csv, .html].map {
        DocumentRendering.render(answer.document, as: $0, language: .english)
      }
    return forms.allSatisfy { text in
      !text.lowercased().contains("nan,") && !text.contains("inf,") && !text.contains(": nan")
        && !text.contains(" nan ")
    }
  }
}

@Suite("Models of any table")
struct ModelAnswerTests {
  private func fit(
    _ text: String, _ request: ItemResponseAnalysis.Request, _ trial: Trial = Trial()
  ) -> AnalysisAnswer? {
    trial.table(text).flatMap {
      ItemResponseAnalysis.answer(
        $0, request, language: .english, collector: trial.collector)
    }
  }

  private func near(_ value: JSONValue?, _ expected: Double, _ tolerance: Double) -> Bool {
    guard let number = value?.doubleValue else { return false }
    return (number - expected).magnitude <= tolerance * max(1, expected.magnitude)
  }

  @Test("the gold cases through the answer for programs", .enabled(if: GoldCases.folder != nil))
  func gold() throws {
    let lsat = try GoldCases.json("G01_lsat6.json")["verified"]
    for (model, method, key) in [
      (ItemResponseFit.Model.rasch, ItemResponseFit.Method.marginal, "rasch_mml"),
      (.twoParameter, .marginal, "twopl_mml"), (.rasch, .conditional, "rasch_cml"),
    ] {
      let answer = try #require(
        fit(
          try GoldCases.expanded("lsat6.csv"),
          ItemResponseAnalysis.Request(model: model, method: method)))
      let own = try #require(lsat?[key])
      let isConditional = method == .conditional
      let height = try #require(
        (isConditional ? own["cll_excluding_combinatorial_const"] : own["logLik"])?.doubleValue)
      #expect(near(answer.json["logLikelihood"], height, 1e-6))
      #expect(answer.json["converged"] == .bool(true))
      #expect((answer.json["maxGradient"]?.doubleValue ?? 1) < 1e-4)
      let items = try #require(answer.json["items"]?.arrayValue)
      let intercepts = try #require(own[isConditional ? "easiness" : "d"]?.arrayValue)
      for (place, item) in items.enumerated() {
        #expect(near(item["intercept"], try #require(intercepts[place].doubleValue), 1e-6))
        guard let slopes = own["a"]?.arrayValue else { continue }
        let slope = try #require(slopes[place].doubleValue)
        #expect(near(item["discrimination"], slope, 1e-6))
        let difficulty = -(try #require(intercepts[place].doubleValue)) / slope
        #expect(near(item["difficulty"], difficulty, 1e-5))
        #expect((item["standardErrors"]?["difficulty"]?.doubleValue ?? 0) > 0)
      }
    }
    let environment = try GoldCases.json("G05_environment_grm.json")["verified"]?["exact"]
    let answer = try #require(
      fit(
        try GoldCases.expanded("environment.csv"), ItemResponseAnalysis.Request(model: .graded)))
    #expect(
      near(answer.json["logLikelihood"], try #require(environment?["logLik"]?.doubleValue), 1e-8))
    for (place, item) in (answer.json["items"]?.arrayValue ?? []).enumerated() {
      for (key, own) in [("intercept", "d"), ("difficulty", "b")] {
        let steps = try #require(environment?[own]?.arrayValue?[place].arrayValue)
        for (step, value) in steps.enumerated() {
          #expect(near(item[key]?.arrayValue?[step], try #require(value.doubleValue), 1e-5))
        }
      }
    }
    #expect(answer.json["notes"]?.arrayValue?.first?["code"] == "few-people")
  }

  @Test(
    "abilities of every pattern", .enabled(if: GoldCases.folder != nil),
    arguments: PersonScore.Method.allCases)
  func scores(_ method: PersonScore.Method) throws {
    let answer = try #require(
      fit(
        try GoldCases.expanded("lsat6.csv"),
        ItemResponseAnalysis.Request(model: .twoParameter, scores: method)))
    let scores = try #require(answer.json["scores"]?.arrayValue)
    #expect(scores.count == 1000)
    let column = ["eap": 2, "map": 4, "ml": 5, "wle": 7][method.rawValue] ?? 2
    var row = 0
    let exact = try GoldCases.rows("lsat6_scores_exact.csv").dropFirst()
    for pattern in try GoldCases.rows("lsat6.csv").dropFirst() {
      let own = try #require(exact.first { $0[0] == pattern[0] })
      let value = try #require(Double(own[column]))
      if value.isFinite {
        #expect(near(scores[row]["ability"], value, 1e-5), "\(pattern[0])")
      } else {
        #expect(scores[row]["ability"] == .null)
        #expect(scores[row]["reason"]?.stringValue?.isEmpty == false)
      }
      row += try #require(Int(pattern[1]))
    }
  }

  @Test("too few people: a simpler model, or classical figures, with the reason")
  func tooFew() throws {
    var generator = SeededGenerator(seed: 2)
    func table(_ people: Int) -> String {
      var text = "id,a,b,c,d\n"
      for person in 0..<people {
        let cells = (0..<4).map { generator.unit() < 0.3 + 0.12 * Double($0) ? "1" : "0" }
        text += "p\(person)," + cells.joined(separator: ",") + "\n"
      }
      return text
    }
    let simpler = try #require(
      fit(table(120), ItemResponseAnalysis.Request(model: .twoParameter)))
    #expect(simpler.json["model"] == "rasch")
    #expect(simpler.json["asked"] == "2pl")
    #expect(simpler.refusal == nil)
    #expect(simpler.json["notes"]?.arrayValue?.contains { $0["code"] == "simpler-model" } == true)
    let none = try #require(fit(table(20), ItemResponseAnalysis.Request(model: .twoParameter)))
    #expect(none.json["model"] == .null)
    #expect(none.refusal?.code == "too-few-people")
    #expect(none.json["items"]?.arrayValue?[1]["meanScore"]?.doubleValue != nil)
    #expect(none.json["items"]?.arrayValue?[1]["difficulty"] == .null)
    let forced = try #require(
      fit(table(60), ItemResponseAnalysis.Request(model: .twoParameter, fewest: 50)))
    #expect(forced.json["model"] == "2pl")
    for answer in [simpler, none, forced] { #expect(Trial.isClean(answer)) }
  }

  @Test(
    "degenerate tables have a reason and no number that is none",
    arguments: [
      "a,b\n1,0\n", "a\n1\n0\n1\n", "a,b\n1,1\n1,1\n1,1\n", "a,b\n0,0\n0,0\n", "a,b\n,\n,\n",
      "a,b\n1,\n0,\n,1\n", "a,b\n0,1\n1,0\n0,1\n1,0\n",
    ])
  func degenerate(_ text: String) throws {
    for model in ItemResponseFit.Model.allCases {
      for method in ItemResponseFit.Method.allCases where method == .marginal || model == .rasch {
        let trial = Trial()
        let request = ItemResponseAnalysis.Request(
          model: model, method: method, scores: .weighted, fewest: 2)
        guard let answer = fit(text, request, trial) else {
          #expect(!trial.collector.diagnostics.isEmpty)
          continue
        }
        #expect(Trial.isClean(answer))
        if answer.json["model"] == .null { #expect(answer.refusal != nil) }
      }
    }
  }

  @Test("scores that the model does not take are named")
  func refused() {
    let trial = Trial()
    #expect(fit("a,b\n1,2\n0,1\n", ItemResponseAnalysis.Request(model: .rasch), trial) == nil)
    #expect(trial.collector.diagnostics.first?.code == "not-right-or-wrong")
    #expect(trial.collector.diagnostics.first?.message.en.contains("b") == true)
    let parts = Trial()
    #expect(fit("a,b\n1,0.5\n0,1\n", ItemResponseAnalysis.Request(model: .graded), parts) == nil)
    #expect(parts.collector.diagnostics.first?.code == "not-whole")
    let twice = Trial()
    #expect(
      fit("id,a,b\np,1,0\np,0,1\n", ItemResponseAnalysis.Request(model: .rasch), twice) == nil)
    #expect(twice.collector.diagnostics.first?.code == "id-twice")
    let conditional = Trial()
    let request = ItemResponseAnalysis.Request(model: .graded, method: .conditional)
    #expect(fit("a,b\n1,0\n0,1\n", request, conditional) == nil)
    #expect(conditional.collector.diagnostics.first?.code == "cml-is-rasch")
  }
}
