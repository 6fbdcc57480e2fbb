/// Hides the figures of groups so small that they would show single people.
///
/// Primary: fewer than five people. Complementary: wherever a sum is known (of everybody, and in a
/// cross of attributes also of each attribute and each combination of them, which a second report
/// could print), the hidden cells under it must be at least two and hold at least five people
/// together; otherwise the next smallest shown cell is hidden too. So no hidden figure follows from
/// a sum by subtraction. Source: IES 2017-147, Best Practices for Determining Subgroup Size in
/// Accountability Systems While Protecting Personally Identifiable Student Information.
enum Suppression {
  /// From so many people on, figures are shown.
  static let minimum = 5

  /// What is done with the figures of a group.
  enum Verdict: Sendable, Hashable {
    /// They are shown.
    case shown
    /// They are hidden, because there are too few people.
    case tooFew
    /// They are hidden, because another group's would follow from them.
    case complementary
  }

  /// Returns what is done with each group.
  ///
  /// - Parameter groups: The values of the attributes that make the group, and its people.
  /// - Returns: A verdict for each, in the same order; the same whatever the order.
  static func verdicts(_ groups: [(values: [String], count: Int)]) -> [Verdict] {
    var verdicts = groups.map { $0.count < minimum ? Verdict.tooFew : .shown }
    let attributes = groups.map(\.values.count).min() ?? 0
    var isStable = false
    while !isStable {
      isStable = true
      for mask in 0..<(1 << min(attributes, 10)) {
        for members in margins(groups, mask) {
          guard let next = unprotected(members, groups, verdicts) else { continue }
          verdicts[next] = .complementary
          isStable = false
        }
      }
    }
    return verdicts
  }

  /// Returns the groups under each value of the attributes in `mask`.
  private static func margins(
    _ groups: [(values: [String], count: Int)], _ mask: Int
  ) -> [[Int]] {
    let keyed = Dictionary(grouping: groups.indices) { place in
      groups[place].values.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// Returns the group that must be hidden too, or `nil` where the hidden ones are safe.
  private static func unprotected(
    _ members: [Int], _ groups: [(values: [String], count: Int)], _ verdicts: [Verdict]
  ) -> Int? {
    let hidden = members.filter { verdicts[$0] != .shown }
    let people = hidden.reduce(0) { $0 + groups[$1].count }
    guard !hidden.isEmpty, hidden.count < 2 || people < minimum else { return nil }
    return members.filter { verdicts[$0] == .shown }.min { left, right in
      groups[left].count != groups[right].count
        ? groups[left].count < groups[right].count
        : groups[left].values.lexicographicallyPrecedes(groups[right].values)
    }
  }
}
