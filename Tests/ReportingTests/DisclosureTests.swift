import Testing
import Text

@testable import Reporting

/// Tries to work out hidden figures the way a curious reader would: from every sum that some report
/// prints, by linear algebra.
@Suite("No hidden figure can be worked out")
struct DisclosureTests {
  typealias Group = (values: [String], count: Int)

  /// A table with all its cells, some of which nobody is in.
  static func table(_ sizes: [Int], seed: UInt64, largest: Int = 16) -> [Group] {
    var generator = SeededGenerator(seed: seed, purpose: "disclosure")
    var cells: [[String]] = [[]]
    for size in sizes { cells = cells.flatMap { cell in (0..<size).map { cell + ["\($0)"] } } }
    return cells.map { ($0, generator.index(below: largest)) }.filter { $0.1 > 0 }
  }

  /// Returns a basis of the changes of hidden figures that no known sum would notice.
  ///
  /// Floating-point elimination with full pivoting, on purpose another way than that of the code.
  static func freedom(_ sums: [[Int]], unknowns: Int) -> [[Double]] {
    var rows = sums.map { sum in (0..<unknowns).map { sum.contains($0) ? 1.0 : 0 } }
    var leads: [Int] = []
    var next = 0
    for column in 0..<unknowns {
      guard
        let pivot = (next..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
      else { continue }
      rows.swapAt(next, pivot)
      let lead = rows[next][column]
      rows[next] = rows[next].map { $0 / lead }
      for other in rows.indices where other != next && abs(rows[other][column]) > 1e-12 {
        let factor = rows[other][column]
        rows[other] = zip(rows[other], rows[next]).map { $0 - factor * $1 }
      }
      leads.append(column)
      next += 1
      if next == rows.count { break }
    }
    return (0..<unknowns).filter { !leads.contains($0) }.map { free in
      (0..<unknowns).map { column in
        if column == free { return 1 }
        guard let row = leads.firstIndex(of: column) else { return 0 }
        return -rows[row][free]
      }
    }
  }

  /// Returns the hidden groups that the known sums give away.
  static func recovered(_ groups: [Group], _ verdicts: [Suppression.Verdict]) -> [Int] {
    let hidden = groups.indices.filter { verdicts[$0] != .shown }
    let sums = Suppression.margins(groups).map { members in
      hidden.indices.filter { members.contains(hidden[$0]) }
    }
    let basis = freedom(sums.filter { !$0.isEmpty }, unknowns: hidden.count)
    return hidden.indices.filter { place in basis.allSatisfy { abs($0[place]) < 1e-7 } }
      .map { hidden[$0] }
  }

  @Test(
    "crosses of two and of three attributes, over many seeds",
    arguments: [[3], [12], [2, 4], [2, 25], [4, 5], [6, 6], [2, 3, 4], [3, 3, 3]])
  func attack(_ sizes: [Int]) {
    var broken = 0
    for seed in UInt64(1)...60 {
      let groups = Self.table(sizes, seed: seed, largest: seed % 3 == 0 ? 9 : 18)
      let verdicts = Suppression.verdicts(groups)
      for (group, verdict) in zip(groups, verdicts) where group.count < Suppression.minimum {
        #expect(verdict == .tooFew)
      }
      // Where everything is hidden, nothing more can be.
      if verdicts.contains(.shown) {
        // A group that is all there is of one value has its own line in the report by that value.
        let alone = Set(Suppression.margins(groups).filter { $0.count == 1 }.flatMap(\.self))
        let known = Self.recovered(groups, verdicts)
        #expect(
          known.filter { !alone.contains($0) || groups[$0].count < 5 } == [],
          "sizes \(sizes), seed \(seed)")
      }
      let primary = groups.map { group -> Suppression.Verdict in
        group.count < Suppression.minimum ? .tooFew : .shown
      }
      if !Self.recovered(groups, primary).isEmpty { broken += 1 }
    }
    // The attack is a real one: without complementary hiding it succeeds.
    #expect(broken > 0, "\(sizes)")
  }

  @Test("two cycles joined by one cell: each row and column has two hidden cells, one is exposed")
  func bridge() {
    // Cells (row, column) that are small; row 2 and column 2 meet in the exposed cell.
    let small: Set<[Int]> = [
      [0, 0], [0, 1], [1, 0], [1, 1], [2, 2], [2, 0], [3, 2], [3, 3], [4, 3], [4, 4], [3, 4],
      [4, 2],
    ]
    let groups: [Group] = (0..<5).flatMap { row in
      (0..<5).map { column in
        (["r\(row)", "c\(column)"], small.contains([row, column]) ? 3 : 20)
      }
    }
    let primary = groups.map { $0.count < 5 ? Suppression.Verdict.tooFew : .shown }
    let exposed = Self.recovered(groups, primary).map { groups[$0].values }
    #expect(exposed == [["r2", "c0"], ["r2", "c2"]] || !exposed.isEmpty)
    let verdicts = Suppression.verdicts(groups)
    #expect(Self.recovered(groups, verdicts) == [])
    #expect(verdicts.contains(.shown))
  }

  @Test("nothing is hidden where nothing is small, and the order never matters")
  func order() {
    var generator = SeededGenerator(seed: 7, purpose: "order")
    for seed in UInt64(1)...40 {
      let groups = Self.table([3, 5], seed: seed)
      let verdicts = Dictionary(
        zip(groups.map(\.values), Suppression.verdicts(groups)), uniquingKeysWith: { $1 })
      let mixed = groups.shuffled(using: &generator)
      for (group, verdict) in zip(mixed, Suppression.verdicts(mixed)) {
        #expect(verdicts[group.values] == verdict)
      }
    }
    #expect(Suppression.verdicts([(["a"], 5), (["b"], 9)]) == [.shown, .shown])
    #expect(Suppression.verdicts([]) == [])
    #expect(Suppression.verdicts([(["a"], 2)]) == [.tooFew])
  }
}
