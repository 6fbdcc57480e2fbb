import Glibc

/// Whether an item is harder for one of two groups of equally able people (DIF).
///
/// People are matched by their total score. Sources: Holland and Thayer (1988), in Wainer and
/// Braun, Test Validity, 129–145; Zwick (2012), ETS RR-12-08, for the classes.
package struct ItemFairness: Sendable, Hashable {
  /// What the class of an item is taken from.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// The common odds ratio of Mantel and Haenszel.
    case mantelHaenszel = "mh"
    /// The standardised difference of shares.
    case standardization
    /// Logistic regression.
    case logistic
  }

  /// How much an item differs; for Mantel and Haenszel by the rule of ETS, significance included.
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
    /// The class by the method; undefined where its figure is.
    package let category: Estimate<Class>
    /// The mean difference of the mean scores, focal − reference, weighted by the focal group.
    ///
    /// Source: Dorans and Kulick (1986), Journal of Educational Measurement 23, 355–368.
    package let standardisedDifference: Estimate<Double>
    /// The test that the odds ratio is the same at all totals.
    package let breslowDay: Estimate<BreslowDay>
    /// The logistic regression; only made by that method.
    package let logistic: Estimate<LogisticFairness>?
  }

  /// The method.
  package let method: Method
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
  /// Whether purification ended because the same items stayed out; true without.
  package let isSettled: Bool

  /// The fewest people of each group whose results are worth a claim.
  ///
  /// Source: Zwick (2012), ETS RR-12-08, p. 5: at least 200 in the smaller group, 500 in all.
  package static let advised = 200

  /// The fewest people of each group for any figure.
  ///
  /// With 50 only large differences are found. Source: Muñiz, Hambleton and Xing (2001),
  /// International Journal of Testing 1, 115–135, on translated items.
  package static let fewest = 50

  /// Creates the analysis of items that are right (1) or wrong (0).
  ///
  /// - Parameters:
  ///   - scores: For each person the scores, each 0 or 1 and none missing.
  ///   - items: The items' ids.
  ///   - isFocal: For each person whether the person is of the focal group.
  ///   - purifies: Whether items of class C are taken out of the matching score.
  package init(_ scores: [[Double]], items: [String], isFocal: [Bool], purifies: Bool = false) {
    self.init(
      columns: items.indices.map { item in scores.map { $0[item] > 0 ? 1 : 0 } }, items: items,
      isFocal: isFocal, purifies: purifies)
  }

  /// Creates the analysis of items with whole scores.
  ///
  /// Odds ratios and logistic regressions are those of items that are right or wrong; of an item
  /// with more points they compare people with none and people with any.
  ///
  /// - Parameters:
  ///   - columns: For each item the people's scores.
  ///   - items: The items' ids.
  ///   - isFocal: For each person whether the person is of the focal group.
  ///   - method: What classes are taken from.
  ///   - purifies: Whether items of class C (of logistic regression also B) are taken out of the
  ///     matching score, again and again until they stay the same; the studied item always counts.
  ///     Source: Holland and Thayer (1988), page 141; Candell and Drasgow (1988), Applied
  ///     Psychological Measurement 12, 253–260, for going on.
  ///   - limit: The most rounds.
  package init(
    columns: [[UInt8]], items: [String], isFocal: [Bool], method: Method = .mantelHaenszel,
    purifies: Bool = false, limit: Int = 20
  ) {
    self.method = method
    focal = isFocal.count { $0 }
    reference = isFocal.count - focal
    let data = Data(columns: columns, items: items, isFocal: isFocal, method: method)
    var excluded: Set<Int> = []
    var seen: Set<Set<Int>> = [excluded]
    var round = 0
    var results = data.results(excluded)
    var isSettled = true
    while purifies {
      let flagged = Set(
        items.indices.filter {
          let category = results[$0].category.value
          return category == .large || (method == .logistic && category == .moderate)
        })
      guard flagged != excluded, flagged.count + 1 < items.count else { break }
      guard round < limit else {
        isSettled = false
        break
      }
      excluded = flagged
      round += 1
      results = data.results(excluded)
      // Two sets of items may call for each other for ever.
      guard seen.insert(excluded).inserted else {
        isSettled = false
        break
      }
    }
    self.items = results
    rounds = round
    purified = excluded.sorted().map { items[$0] }
    self.isSettled = isSettled
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

  /// Returns the class of a standardised difference: .05 and .10 of the highest score.
  ///
  /// Source: Dorans and Holland (1993), in Holland and Wainer, Differential Item Functioning, 35–66.
  package static func category(standardised: Double) -> Class {
    let size = standardised.magnitude
    return size < 0.05 ? .negligible : size < 0.10 ? .moderate : .large
  }
}

/// The answers of both groups, ready to be counted by totals.
private struct Data: Sendable {
  let columns: [[UInt8]]
  let items: [String]
  let isFocal: [Bool]
  let method: ItemFairness.Method

  func results(_ excluded: Set<Int>) -> [ItemFairness.Item] {
    var totals = [Int32](repeating: 0, count: isFocal.count)
    for (item, column) in columns.enumerated() where !excluded.contains(item) {
      for (person, score) in column.enumerated() { totals[person] += Int32(score) }
    }
    let highest = columns.reduce(0) { $0 + Int($1.max() ?? 0) }
    let base = totals
    return Parallel.map(items.count) { item in
      self.item(item, base, highest: highest, addsOwn: excluded.contains(item))
    }
  }

  private struct Stratum {
    var table = MantelHaenszel.Table(
      referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0)
    var referenceSum = 0.0
    var focalSum = 0.0
  }

  private func item(
    _ place: Int, _ totals: [Int32], highest: Int, addsOwn: Bool
  ) -> ItemFairness.Item {
    let column = columns[place]
    var strata = [Stratum](repeating: Stratum(), count: highest + 1)
    for (person, score) in column.enumerated() {
      let total = Int(totals[person]) + (addsOwn ? Int(score) : 0)
      switch (isFocal[person], score > 0) {
      case (true, true): strata[total].table.focalRight += 1
      case (true, false): strata[total].table.focalWrong += 1
      case (false, true): strata[total].table.referenceRight += 1
      case (false, false): strata[total].table.referenceWrong += 1
      }
      if isFocal[person] {
        strata[total].focalSum += Double(score)
      } else {
        strata[total].referenceSum += Double(score)
      }
    }
    let tables = strata.map(\.table)
    let test = MantelHaenszel(tables)
    let delta = test.odds.map { -2.35 * log($0) }
    let error = test.logOddsError.map { 2.35 * $0 }
    let standardised = standardised(strata)
    let most = Double(max(1, column.max() ?? 1))
    let logistic =
      method == .logistic
      ? LogisticFairness.of(tables.enumerated().map { (Double($0.offset), $0.element) }) : nil
    let category: Estimate<ItemFairness.Class>
    switch method {
    case .mantelHaenszel:
      if let delta = delta.value, let error = error.value, let p = test.p.value {
        category = .value(ItemFairness.category(delta: delta, standardError: error, p: p))
      } else {
        category = .undefined(delta.reason ?? test.p.reason ?? .noVariation)
      }
    case .standardization:
      category = standardised.map { ItemFairness.category(standardised: $0 / most) }
    case .logistic: category = logistic?.map(\.category) ?? .undefined(.noVariation)
    }
    let breslowDay: Estimate<BreslowDay> =
      switch test.odds {
      case .value(let odds): BreslowDay.test(tables, odds: odds)
      case .undefined(let reason): .undefined(reason)
      }
    return ItemFairness.Item(
      id: items[place], test: test, delta: delta, standardError: error, category: category,
      standardisedDifference: standardised, breslowDay: breslowDay, logistic: logistic)
  }

  private func standardised(_ strata: [Stratum]) -> Estimate<Double> {
    var weight = 0.0
    var sum = 0.0
    for stratum in strata {
      let focal = stratum.table.focalRight + stratum.table.focalWrong
      let reference = stratum.table.referenceRight + stratum.table.referenceWrong
      guard focal > 0, reference > 0 else { continue }
      weight += focal
      sum += focal * (stratum.focalSum / focal - stratum.referenceSum / reference)
    }
    return weight > 0 ? .checked(sum / weight) : .undefined(.tooFew(needed: 1))
  }
}
