/// Hides the figures of groups so small that they would show single people.
///
/// One function for every table of groups, one-way or crossed, whose totals are known:
///
/// 1. Primary: fewer than five people.
/// 2. Complementary, by single sums: wherever a sum is known (of everybody, and in a cross of
///    attributes also of each attribute and each combination of them, which a second report could
///    print), the hidden cells under it must be at least two and hold at least five people together.
/// 3. Complementary, by all sums at once: no hidden cell, and no two hidden cells with fewer than
///    five people together, may follow from any combination of the known sums.
///
/// Where 2 or 3 fails, the next smallest shown cell is hidden too. Only figures about scores are
/// hidden; how many people took part is not.
///
/// Sources: IES 2017-147, Best Practices for Determining Subgroup Size in Accountability Systems
/// While Protecting Personally Identifiable Student Information (1 and 2); Cox (1980), Journal of
/// the American Statistical Association 75, 377–385 (3: a suppressed cell is safe where the linear
/// system of all published sums leaves it free).
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
    guard verdicts.contains(.tooFew) else { return verdicts }
    let margins = self.margins(groups)
    while let next = bySingleSums(margins, groups, verdicts)
      ?? byAllSums(margins, groups, verdicts)
    {
      verdicts[next] = .complementary
    }
    return verdicts
  }

  /// Returns the groups under each sum that some report could print: of everybody, of each value of
  /// each attribute, and of each combination of attributes but all of them, which are the groups.
  ///
  /// A sum of fewer than five people is itself hidden wherever it would be printed.
  static func margins(_ groups: [(values: [String], count: Int)]) -> [[Int]] {
    let attributes = groups.map(\.values.count).min() ?? 0
    return (0..<max(1, (1 << min(attributes, 10)) - 1)).flatMap { mask -> [[Int]] in
      let keyed = Dictionary(grouping: groups.indices) { place in
        groups[place].values.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
      }
      return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        .filter { mask == 0 || $0.reduce(0) { $0 + groups[$1].count } >= minimum }
    }
  }

  /// Returns the group that must be hidden too because of one sum alone, or `nil`.
  private static func bySingleSums(
    _ margins: [[Int]], _ groups: [(values: [String], count: Int)], _ verdicts: [Verdict]
  ) -> Int? {
    for members in margins {
      let hidden = members.filter { verdicts[$0] != .shown }
      let people = hidden.reduce(0) { $0 + groups[$1].count }
      guard !hidden.isEmpty, hidden.count < 2 || people < minimum else { continue }
      if let next = smallest(members, groups, verdicts) { return next }
    }
    return nil
  }

  /// Returns the group that must be hidden too because several sums together give a hidden one
  /// away, or `nil`.
  private static func byAllSums(
    _ margins: [[Int]], _ groups: [(values: [String], count: Int)], _ verdicts: [Verdict]
  ) -> Int? {
    let hidden = groups.indices.filter { verdicts[$0] != .shown }
    // With a single attribute there is one sum, and it has been looked at.
    guard (groups.first?.values.count ?? 0) > 1, hidden.count > 1 else { return nil }
    let places = Dictionary(
      hidden.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let sums = margins.map { members in members.compactMap { places[$0] } }
    let system = KnownSums(sums, unknowns: hidden.count)
    for (place, group) in hidden.enumerated() where system.determines([place]) {
      if let next = neighbour(of: [group], margins, groups, verdicts) { return next }
    }
    let small = hidden.indices.filter { groups[hidden[$0]].count < minimum - 1 }
    for (position, first) in small.enumerated() {
      for second in small.dropFirst(position + 1)
      where groups[hidden[first]].count + groups[hidden[second]].count < minimum
        && system.determines([first, second])
      {
        let pair = [hidden[first], hidden[second]]
        if let next = neighbour(of: pair, margins, groups, verdicts) { return next }
      }
    }
    return nil
  }

  /// Returns the smallest shown group that shares a sum with one of `cells`: the closest sums first,
  /// those of fewest groups.
  private static func neighbour(
    of cells: [Int], _ margins: [[Int]], _ groups: [(values: [String], count: Int)],
    _ verdicts: [Verdict]
  ) -> Int? {
    let own = margins.filter { members in cells.contains { members.contains($0) } }
    for size in Set(own.map(\.count)).sorted() {
      let members = own.filter { $0.count == size }.flatMap(\.self)
      if let next = smallest(members, groups, verdicts) { return next }
    }
    return nil
  }

  private static func smallest(
    _ members: [Int], _ groups: [(values: [String], count: Int)], _ verdicts: [Verdict]
  ) -> Int? {
    members.filter { verdicts[$0] == .shown }.min { left, right in
      groups[left].count != groups[right].count
        ? groups[left].count < groups[right].count
        : groups[left].values.lexicographicallyPrecedes(groups[right].values)
    }
  }
}
