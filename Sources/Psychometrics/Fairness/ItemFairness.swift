import Glibc

/// Whether an item is harder for one of two groups of equally able people (DIF).
///
/// People are matched by their total score. Sources: Holland and Thayer (1988), in Wainer and
/// Braun, Test Validity, 129–145; Zwick (2012), ETS RR-12-08, for the classes.
package struct ItemFairness: Sendable, Hashable {
  /// How much an item differs, by the rule of ETS, significance included.
  package enum Class: String, Sendable, Hashable, CaseIterable {
    /// Negligible.
    case negligible = "A"
    /// Moderate: |Δ| ≥ 1 and significantly not 0.
    case moderate = "B"
    /// Large: |Δ| ≥ 1.5 and significantly above 1.
    case large = "C"
  }

  /// What is said about one item.
  package struct Item: Sendable, Hashable {
    /// The item's id.
    package let id: String
    /// The odds ratio and its test.
    package let test: MantelHaenszel
    /// −2.35 ln α: below 0 where the item is harder for the focal group.
    package let delta: Estimate<Double>
    /// Its standard error.
    package let standardError: Estimate<Double>
    /// The class; undefined where delta is.
    package let category: Estimate<Class>
    /// The mean difference of the shares right, focal − reference, weighted by the focal group.
    ///
    /// Source: Dorans and Kulick (1986), Journal of Educational Measurement 23, 355–368.
    package let standardisedDifference: Estimate<Double>
  }

  /// How many people of the reference group there are.
  package let reference: Int
  /// How many people of the focal group there are.
  package let focal: Int
  /// The items in the order of the matrix.
  package let items: [Item]
  /// The ids of the items that the matching leaves out, besides the studied one's own place in it.
  package let purified: [String]
  /// The rounds of purification; 0 without.
  package let rounds: Int

  /// The fewest people of each group whose results are worth a claim.
  ///
  /// Source: Zwick (2012), ETS RR-12-08, p. 5: at least 200 in the smaller group, 500 in all.
  package static let fewest = 200

  /// Creates the analysis of items that are right (1) or wrong (0).
  ///
  /// - Parameters:
  ///   - scores: For each person the scores, each 0 or 1 and none missing.
  ///   - items: The items' ids.
  ///   - isFocal: For each person whether the person is of the focal group.
  ///   - purifies: Whether items of class C are taken out of the matching score, again and again
  ///     until they stay the same; the studied item always counts.
  package init(_ scores: [[Double]], items: [String], isFocal: [Bool], purifies: Bool = false) {
    focal = isFocal.count { $0 }
    reference = isFocal.count - focal
    var excluded: Set<Int> = []
    var seen: Set<Set<Int>> = [excluded]
    var round = 0
    var results = items.indices.map { Self.item($0, items[$0], scores, isFocal, excluded) }
    while purifies, round < 20 {
      let flagged = Set(items.indices.filter { results[$0].category.value == .large })
      guard flagged != excluded, flagged.count + 1 < items.count else { break }
      excluded = flagged
      round += 1
      results = items.indices.map { Self.item($0, items[$0], scores, isFocal, excluded) }
      // Two sets of items may call for each other for ever.
      guard seen.insert(excluded).inserted else { break }
    }
    self.items = results
    rounds = round
    purified = excluded.sorted().map { items[$0] }
  }

  /// Returns the class of an item by the rule of ETS.
  ///
  /// - Parameters:
  ///   - delta: −2.35 ln α.
  ///   - standardError: Its standard error.
  ///   - p: The p of the test that α is 1.
  /// - Returns: The class.
  package static func category(delta: Double, standardError: Double, p: Double) -> Class {
    let size = delta.magnitude
    if size >= 1.5, size - 1.645 * standardError > 1 { return .large }
    if size >= 1, p < 0.05 { return .moderate }
    return .negligible
  }

  private static func item(
    _ place: Int, _ id: String, _ scores: [[Double]], _ isFocal: [Bool], _ excluded: Set<Int>
  ) -> Item {
    var tables: [Double: MantelHaenszel.Table] = [:]
    for (row, focal) in zip(scores, isFocal) {
      var total = 0.0
      for (column, score) in row.enumerated() where column == place || !excluded.contains(column) {
        total += score
      }
      var table =
        tables[total]
        ?? MantelHaenszel.Table(
          referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0)
      switch (focal, row[place] > 0) {
      case (true, true): table.focalRight += 1
      case (true, false): table.focalWrong += 1
      case (false, true): table.referenceRight += 1
      case (false, false): table.referenceWrong += 1
      }
      tables[total] = table
    }
    let strata = tables.sorted { $0.key < $1.key }.map(\.value)
    let test = MantelHaenszel(strata)
    let delta = test.odds.map { -2.35 * log($0) }
    let error = test.logOddsError.map { 2.35 * $0 }
    let category: Estimate<Class> =
      if let delta = delta.value, let error = error.value, let p = test.p.value {
        .value(Self.category(delta: delta, standardError: error, p: p))
      } else {
        .undefined(delta.reason ?? test.p.reason ?? .noVariation)
      }
    return Item(
      id: id, test: test, delta: delta, standardError: error, category: category,
      standardisedDifference: standardised(strata))
  }

  private static func standardised(_ strata: [MantelHaenszel.Table]) -> Estimate<Double> {
    var weight = 0.0
    var sum = 0.0
    for table in strata {
      let focal = table.focalRight + table.focalWrong
      let reference = table.referenceRight + table.referenceWrong
      guard focal > 0, reference > 0 else { continue }
      weight += focal
      sum += focal * (table.focalRight / focal - table.referenceRight / reference)
    }
    return weight > 0 ? .checked(sum / weight) : .undefined(.tooFew(needed: 1))
  }
}
