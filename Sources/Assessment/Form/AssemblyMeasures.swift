import Source
import Text

extension AssemblyProblem {
  /// Returns every requirement that a selection does not meet, in the order of the blueprint.
  func violations(_ selection: Selection) -> [Violation] {
    let lists = (0..<formCount).map { items(of: $0, in: selection) }
    var result: [Violation] = []
    for limit in limits {
      for (form, list) in lists.enumerated() {
        let sum = list.reduce(0) { $0 + limit.weights[$1] }
        check(limit.constraint, form, sum, limit.least, limit.most, limit.location, &result)
      }
    }
    if let mean = blueprint.constraints?.difficulty?.mean {
      for (form, list) in lists.enumerated() {
        guard let found = meanDifficulty(list) else { continue }
        check(
          .meanDifficulty, form, found, mean.least ?? -.infinity, mean.most ?? .infinity,
          mean.location, &result)
      }
    }
    for (number, set) in enemies.enumerated() where set.count > 1 {
      let names = blueprint.constraints?.enemies[number] ?? []
      for (form, list) in lists.enumerated() {
        let together = list.count { set.contains($0) }
        guard let place = names.first?.location, together > 1 else { continue }
        check(
          .enemies(names.map(\.value)), form, Double(together), -.infinity, 1, place, &result)
      }
    }
    let shared = mostShared(lists)
    if shared > allowedShared {
      check(
        .overlap, nil, Double(shared), -.infinity, Double(allowedShared),
        blueprint.constraints?.overlap?.location ?? blueprint.location, &result)
    }
    if let balance = blueprint.constraints?.balance {
      if let most = balance.points {
        check(
          .balancedPoints, nil, spread(lists.map(points)), -.infinity, most, balance.location,
          &result)
      }
      if let most = balance.difficulty {
        check(
          .balancedDifficulty, nil, spread(lists.compactMap(meanDifficulty)), -.infinity, most,
          balance.location, &result)
      }
    }
    return result
  }

  private func check(
    _ constraint: FormConstraint, _ form: Int?, _ found: Double, _ least: Double, _ most: Double,
    _ location: SourceLocation, _ result: inout [Violation]
  ) {
    let off = max(least - found, found - most)
    guard off > 1e-9 else { return }
    result.append(
      Violation(
        constraint: constraint, form: form, least: least.isFinite ? least : nil,
        most: most.isFinite ? most : nil, found: found, amount: 1 + off, location: location))
  }

  /// Returns how unequal the forms of a selection are.
  func imbalance(_ selection: Selection) -> FormImbalance {
    let lists = (0..<formCount).map { items(of: $0, in: selection) }
    return FormImbalance(
      shared: extraShared(lists), points: Self.rounded(spread(lists.map(points))),
      difficulty: Self.hundredths(spread(lists.compactMap(meanDifficulty))))
  }

  /// Returns the points of a form.
  func points(_ list: [Int]) -> Double { list.reduce(0) { $0 + items[$1].maximum } }

  /// Returns the mean difficulty of the items that have statistics; `nil` where none has.
  func meanDifficulty(_ list: [Int]) -> Double? {
    var sum = 0.0
    var count = 0
    for index in list {
      guard let statistics = items[index].statistics else { continue }
      sum += statistics.difficulty
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }

  /// Returns the largest less the smallest; 0 for fewer than two.
  func spread(_ values: [Double]) -> Double {
    guard let least = values.min(), let most = values.max() else { return 0 }
    return most - least
  }

  /// Rounds to nine decimals, so that the order of adding does not matter.
  static func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
  /// Returns whole hundredths.
  static func hundredths(_ value: Double) -> Int { Int((rounded(value) * 100).rounded()) }

  /// How many items pairs of forms share beyond the anchors, over all pairs.
  private func extraShared(_ lists: [[Int]]) -> Int {
    var uses: [Int: Int] = [:]
    for list in lists { for item in list { uses[item, default: 0] += 1 } }
    let pairs = uses.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return pairs - anchorCount * formCount * (formCount - 1) / 2
  }

  /// The most items that any two forms share.
  private func mostShared(_ lists: [[Int]]) -> Int {
    guard formCount > 1 else { return 0 }
    if extraShared(lists) == 0 { return anchorCount }
    let sets = lists.map(Set.init)
    var most = anchorCount
    for (number, set) in sets.enumerated() {
      for other in sets.dropFirst(number + 1) {
        most = max(most, set.count { other.contains($0) })
      }
    }
    return most
  }
}
