import Document
import Records
import Text

/// Who left, by how well they did in the pre-test: thirds of everybody with a pre-test.
struct AttritionFlow {
  let study: PrePostStudy

  /// From so many pre-tests on, thirds say something.
  static let fewest = 15

  var blocks: [Document.Block] {
    let stayed = study.pairs.map(\.prePercent)
    let left = study.matching.preOnly.map(\.percent)
    let all = (stayed + left).sorted()
    guard !left.isEmpty, all.count >= Self.fewest else { return [] }
    // Equal scores stay in one third, so that nobody's third depends on the order of people.
    let cuts = [all[all.count / 3], all[2 * all.count / 3]]
    let third = { (score: Double) in score < cuts[0] ? 0 : (score < cuts[1] ? 1 : 2) }
    var flows = [[0, 0], [0, 0], [0, 0]]
    for score in stayed { flows[third(score)][0] += 1 }
    for score in left { flows[third(score)][1] += 1 }
    let lost = flows.map { row in
      row[0] + row[1] > 0 ? 100 * Double(row[1]) / Double(row[0] + row[1]) : 0
    }
    return [
      .plot(
        Plot(
          id: "attritionFlow", title: ReportingMessages.flowTitle,
          summary: ReportingMessages.flowSummary(lost), axis: ReportingMessages.numberOfPeople,
          digits: 0,
          content: .flow(
            FlowPlot(
              sources: ReportingMessages.thirds, targets: ReportingMessages.stayedOrLeft,
              flows: flows, sourceTitle: ReportingMessages.levelAtPreTest))))
    ]
  }
}
