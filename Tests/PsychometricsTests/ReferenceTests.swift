import FoundationEssentials
import Testing

@testable import Psychometrics

/// Cases with published or independently recomputed values, in a folder that the environment
/// variable `SALA_REFERENCE` names.
enum Reference {
  static let folder = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

  static func data(_ name: String) throws -> Data {
    let folder = try #require(folder)
    return try Data(contentsOf: URL(filePath: folder + "/gold/" + name))
  }

  static func rows(_ name: String) throws -> [[String]] {
    let text = String(decoding: try data(name), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func numbers(_ name: String) throws -> [[Double]] {
    try rows(name).dropFirst().map { try $0.map { try #require(Double($0)) } }
  }

  static func matrix(_ scores: [[Double]]) throws -> ResponseMatrix {
    try #require(
      ResponseMatrix(
        people: scores.indices.map { "p\($0)" },
        items: (scores.first ?? []).indices.map { "q\($0)" }, scores: scores))
  }
}

@Suite(
  "Values from the literature",
  .enabled(if: Reference.folder != nil, "SALA_REFERENCE does not name the reference folder"))
struct ReferenceTests {
  private struct Sleep: Decodable {
    struct Verified: Decodable {
      struct Values: Decodable {
        var n: Int
        var mean_pre, mean_post, sd_pre, sd_post, r, mean_diff, sd_diff, t, p: Double
        var df: Int
        var ci95: [Double]
        var d_av, hedges_J_exact_df_nminus1, g_av_Jnm1: Double
        var wilcox_V, wilcox_exact_p_wilcoxon: Double
      }
      var R: Values
    }
    var verified: Verified
  }

  @Test("Student's sleep data: t, interval, g and exact signed ranks")
  func sleep() throws {
    let gold = try JSONDecoder().decode(Sleep.self, from: Reference.data("G09_sleep.json"))
      .verified.R
    let rows = try Reference.numbers("sleep.csv")
    let change = PairedChange(pre: rows.map { $0[1] }, post: rows.map { $0[2] })
    let tolerance = 1e-10
    #expect(change.n == gold.n)
    #expect(change.df == gold.df)
    #expect(isNear(change.meanPre.value, gold.mean_pre, within: tolerance))
    #expect(isNear(change.meanPost.value, gold.mean_post, within: tolerance))
    #expect(isNear(change.deviationPre.value, gold.sd_pre, within: tolerance))
    #expect(isNear(change.deviationPost.value, gold.sd_post, within: tolerance))
    #expect(isNear(change.correlation.value, gold.r, within: tolerance))
    #expect(isNear(change.gain.value, gold.mean_diff, within: tolerance))
    #expect(isNear(change.deviationGain.value, gold.sd_diff, within: tolerance))
    #expect(isNear(change.t.value, gold.t, within: tolerance))
    #expect(agrees(change.p.value, gold.p, within: tolerance))
    #expect(isNear(change.interval.value?.low, gold.ci95[0], within: tolerance))
    #expect(isNear(change.interval.value?.high, gold.ci95[1], within: tolerance))
    #expect(isNear(change.effect.value?.d, gold.d_av, within: tolerance))
    #expect(isNear(change.hedgesG.value, gold.g_av_Jnm1, within: tolerance))
    #expect(
      isNear(
        EffectSize.correction(df: 9).value, gold.hedges_J_exact_df_nminus1, within: tolerance))
    #expect(change.signedRank.value?.positiveRankSum == gold.wilcox_V)
    #expect(change.signedRank.value?.p == gold.wilcox_exact_p_wilcoxon)
  }

  private struct Borenstein: Decodable {
    struct Verified: Decodable {
      var S_within, d, V_d, J_approx, V_g, J_exact_df49, g_exactJ: Double
    }
    var verified: Verified
  }

  @Test("Borenstein's paired effect size from summary data")
  func borenstein() throws {
    let gold = try JSONDecoder().decode(
      Borenstein.self, from: Reference.data("G23_borenstein_paired_d.json")
    ).verified
    let within = try #require(
      EffectSize.deviationWithin(deviationOfChange: 5.5, correlation: 0.7).value)
    #expect(isNear(within, gold.S_within, within: 1e-9))
    let effect = try #require(EffectSize.paired(d: 3 / within, correlation: 0.7, n: 50).value)
    #expect(isNear(effect.d, gold.d, within: 1e-9))
    #expect(isNear(effect.varianceD, gold.V_d, within: 1e-9))
    #expect(isNear(effect.g, gold.g_exactJ, within: 1e-9))
    // The book's J is an approximation; put in ours, its variance is ours.
    let ratio = gold.J_exact_df49 / gold.J_approx
    #expect(isNear(effect.varianceG, gold.V_g * ratio * ratio, within: 1e-9))
  }

  private struct Attitude: Decodable {
    struct Verified: Decodable {
      struct Values: Decodable {
        var p, r_item_rest, alpha_if_deleted: [Double]
        var alpha, total_sd, sem: Double
      }
      var py: Values
    }
    var verified: Verified
  }

  @Test("attitude: alpha, item-rest correlations, alpha if deleted, SEM")
  func attitude() throws {
    let gold = try JSONDecoder().decode(
      Attitude.self, from: Reference.data("G25_attitude_alpha.json")
    ).verified.py
    let analysis = ItemAnalysis(
      try Reference.matrix(Reference.numbers("attitude.csv")), missing: .listwise)
    #expect(isNear(analysis.alpha.value, gold.alpha))
    #expect(isNear(analysis.deviationTotal.value, gold.total_sd))
    #expect(isNear(analysis.standardError.value, gold.sem))
    for (place, item) in analysis.items.enumerated() {
      #expect(isNear(item.difficulty.value, gold.p[place]))
      #expect(isNear(item.discrimination.value, gold.r_item_rest[place]))
      #expect(isNear(item.alphaIfDeleted.value, gold.alpha_if_deleted[place]))
    }
  }

  @Test("attitude and the quiz, by codes of answers")
  func codes() throws {
    let gold = try JSONDecoder().decode(
      Attitude.self, from: Reference.data("G25_attitude_alpha.json")
    ).verified.py
    let rows = try Reference.numbers("attitude.csv")
    let statistics = ItemStatistics(
      (0..<7).map { column in CodedItem(id: "q\(column)", scores: rows.map { $0[column] }) },
      missing: .listwise)
    #expect(agrees(statistics.alpha.value, gold.alpha))
    #expect(agrees(statistics.standardError.value, gold.sem))
    for (place, item) in statistics.items.enumerated() {
      #expect(agrees(item.difficulty.value, gold.p[place]))
      #expect(agrees(item.discrimination.value, gold.r_item_rest[place]))
      #expect(agrees(item.alphaIfDeleted.value, gold.alpha_if_deleted[place]))
    }
    let quiz = try JSONDecoder().decode(Quiz.self, from: Reference.data("G08_moodle_quiz00.json"))
      .verified
    let marks = try Reference.numbers("moodle00_marks.csv").map { Array($0.dropFirst()) }
    let parts = ItemStatistics(
      (0..<7).map { column in CodedItem(id: "q\(column)", scores: marks.map { $0[column] }) },
      missing: .zero)
    #expect(agrees(parts.alpha.value.map { 100 * $0 }, quiz.cic, within: 1e-9))
    #expect(agrees(parts.standardError.value, quiz.standarderror, within: 1e-9))
    for (item, slot) in zip(parts.items, quiz.slots) {
      #expect(agrees(item.deviation.value, slot.sd, within: 1e-9))
      #expect(
        agrees(item.discrimination.value.map { 100 * $0 }, slot.discriminationindex, within: 1e-9))
    }
  }

  private struct LSAT: Decodable {
    struct Verified: Decodable {
      struct Classical: Decodable {
        var p, r_item_rest, alpha_if_deleted: [Double]
        var alpha, total_sd, sem: Double
      }
      var ctt: Classical
    }
    var verified: Verified
  }

  @Test("LSAT section 6: difficulties, item-rest correlations, alpha, SEM")
  func lsat() throws {
    let gold = try JSONDecoder().decode(LSAT.self, from: Reference.data("G01_lsat6.json"))
      .verified.ctt
    let scores = try Reference.rows("lsat6.csv").dropFirst().flatMap { row in
      let pattern = row[0].map { $0 == "1" ? 1.0 : 0.0 }
      return [[Double]](repeating: pattern, count: try #require(Int(row[1])))
    }
    let analysis = ItemAnalysis(try Reference.matrix(scores), missing: .listwise)
    #expect(analysis.n == 1000)
    #expect(isNear(analysis.alpha.value, gold.alpha, within: 1e-9))
    #expect(isNear(analysis.deviationTotal.value, gold.total_sd, within: 1e-9))
    #expect(isNear(analysis.standardError.value, gold.sem, within: 1e-9))
    for (place, item) in analysis.items.enumerated() {
      #expect(isNear(item.difficulty.value, gold.p[place], within: 1e-9))
      #expect(isNear(item.discrimination.value, gold.r_item_rest[place], within: 1e-9))
      #expect(isNear(item.alphaIfDeleted.value, gold.alpha_if_deleted[place], within: 1e-9))
    }
  }

  private struct Quiz: Decodable {
    struct Verified: Decodable {
      struct Slot: Decodable { var facility, sd, discriminationindex: Double }
      var slots: [Slot]
      var avg, sd, cic, standarderror: Double
    }
    var verified: Verified
  }

  @Test("a quiz with partial credit and a negative alpha, in per cent")
  func quiz() throws {
    let gold = try JSONDecoder().decode(Quiz.self, from: Reference.data("G08_moodle_quiz00.json"))
      .verified
    let scores = try Reference.numbers("moodle00_marks.csv").map { Array($0.dropFirst()) }
    let analysis = ItemAnalysis(try Reference.matrix(scores), missing: .listwise)
    #expect(agrees(analysis.alpha.value.map { 100 * $0 }, gold.cic, within: 1e-9))
    #expect(agrees(analysis.meanTotal.value, gold.avg, within: 1e-9))
    #expect(agrees(analysis.deviationTotal.value, gold.sd, within: 1e-9))
    #expect(agrees(analysis.standardError.value, gold.standarderror, within: 1e-9))
    for (item, slot) in zip(analysis.items, gold.slots) {
      #expect(agrees(item.difficulty.value, slot.facility, within: 1e-9))
      #expect(agrees(item.deviation.value, slot.sd, within: 1e-9))
      #expect(
        agrees(item.discrimination.value.map { 100 * $0 }, slot.discriminationindex, within: 1e-9))
    }
  }

  @Test("Benjamini and Hochberg's fifteen p: Holm's and their own adjustment")
  func multiple() throws {
    let rows = try Reference.numbers("bh1995.csv")
    let p = rows.map { $0[0] }
    for (value, row) in zip(MultipleTests.holm(p), rows) { #expect(isNear(value, row[2])) }
    for (value, row) in zip(MultipleTests.benjaminiHochberg(p), rows) {
      #expect(isNear(value, row[4]))
    }
  }
}
