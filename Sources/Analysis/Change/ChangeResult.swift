import Psychometrics

/// What `sala analyse change` found, to be written as JSON or shown.
package struct ChangeResult: Sendable {
  /// What was asked.
  let request: ChangeRequest
  let rowCount: Int
  let matched: Int
  let preOnly: Int
  let postOnly: Int
  let neither: Int
  /// The highest and the lowest score, and whether the highest was said.
  let maximum: Double
  let minimum: Double
  let isMaximumGiven: Bool
  /// The names of the grouping columns.
  let by: [String]
  /// The groups in the order of their values; one group without `--by`.
  let groups: [Group]
  /// Everybody, where there are groups.
  let overall: Group?
  let attrition: Attrition
  let covariance: CovarianceAnalysis?
  /// The names of the forms with the change of each.
  let forms: [(name: String, change: Group)]
  /// The change freed from the forms, where there are two orders.
  let crossover: Crossover?
  /// Everybody whose language stayed, and those whose language changed.
  let sameLanguage: Group?
  let otherLanguage: Group?
  let hasTooManyGroups: Bool

  /// One group of people.
  struct Group: Sendable {
    var values: [String]
    var rows: Int
    var change: PairedChange
    var pAdjusted: Double?
    var classGain: ClassGain
    var normalised: NormalisedChange
    var endsPre: EndShares
    var endsPost: EndShares
    var resampling: Resampling?
    var clustered: ClusteredMean?
    var clusteredPAdjusted: Double?
    var reliable: ReliableChange?
    var cut: PairedShares?
    /// Where every score is 0 or 1: the item before and after.
    var item: PairedShares?

    var lost: Int
  }

  /// The fewest pairs for which a group's precision is worth a claim.
  static let fewPairs = 10

  init(_ request: ChangeRequest, _ table: ChangeTable) {
    self.request = request
    rowCount = table.rowCount
    by = table.by.map(\.name)
    var counts = (both: 0, pre: 0, post: 0, neither: 0)
    var highest = -Double.infinity
    var lowest = 0.0
    var isRightOrWrong = true
    var stayed: [Double] = []
    var lost: [Double] = []
    for row in 0..<table.rowCount {
      let (before, after) = (table.pre[row], table.post[row])
      switch (before.isNaN, after.isNaN) {
      case (false, false):
        counts.both += 1
        highest = max(highest, before, after)
        lowest = min(lowest, before, after)
        if (before != 0 && before != 1) || (after != 0 && after != 1) { isRightOrWrong = false }
        stayed.append(before)
      case (false, true):
        counts.pre += 1
        lost.append(before)
      case (true, false): counts.post += 1
      case (true, true): counts.neither += 1
      }
    }
    (matched, preOnly, postOnly, neither) = (counts.both, counts.pre, counts.post, counts.neither)
    isMaximumGiven = request.maximum != nil
    let maximum = request.maximum ?? (highest.isFinite ? highest : 0)
    self.maximum = maximum
    let minimum = request.minimum ?? lowest
    self.minimum = minimum
    attrition = Attrition(stayed: stayed, lost: lost)
    let parted = table.groups()
    hasTooManyGroups = parted == nil
    let (codes, values) = parted ?? ([Int](repeating: 0, count: table.rowCount), [[]])
    let maker = GroupMaker(
      request: request, table: table, maximum: maximum, minimum: minimum,
      isItem: isRightOrWrong && counts.both > 0)
    var groups = maker.groups(codes, values)
    let p = MultipleTests.holm(groups.map(\.change.p.value))
    let clusteredP = MultipleTests.holm(groups.map { $0.clustered?.mean.p.value })
    for place in groups.indices {
      groups[place].pAdjusted = p[place]
      groups[place].clusteredPAdjusted = clusteredP[place]
    }
    self.groups = groups
    let isParted = !table.by.isEmpty
    overall = isParted ? maker.whole(draws: 0) : nil
    covariance =
      isParted && (2...200).contains(groups.count)
      ? CovarianceAnalysis(maker.pairs(codes, values.count)) : nil
    if let form = table.form {
      let orders = maker.groups(form.codes.map { Int($0) }, form.texts.map { [$0] }, draws: 0)
      forms = orders.map { ($0.values.first ?? "", $0) }
      crossover = orders.count == 2 ? maker.crossover(form) : nil
    } else {
      forms = []
      crossover = nil
    }
    if let switched = table.switched {
      sameLanguage = maker.some(draws: 0) { switched[$0] == false }
      otherLanguage = maker.some(draws: 0) { switched[$0] == true }
    } else {
      sameLanguage = nil
      otherLanguage = nil
    }
  }
}

/// Makes the figures of groups of rows.
private struct GroupMaker {
  let request: ChangeRequest
  let table: ChangeTable
  let maximum: Double
  let minimum: Double
  let isItem: Bool

  /// Returns the groups by the number of each row's.
  func groups(
    _ codes: [Int], _ values: [[String]], draws: Int? = nil
  ) -> [ChangeResult.Group] {
    let rows = rows(codes, values.count)
    return Parallel.map(values.count) { place in
      group(values[place], rows[place], draws: draws ?? request.draws)
    }
  }

  /// Returns the whole table as a group.
  func whole(draws: Int) -> ChangeResult.Group {
    group([], Array(0..<table.rowCount), draws: draws)
  }

  func some(draws: Int, _ isIn: (Int) -> Bool) -> ChangeResult.Group {
    group([], (0..<table.rowCount).filter(isIn), draws: draws)
  }

  /// Returns the matched scores of each group.
  func pairs(_ codes: [Int], _ count: Int) -> [(pre: [Double], post: [Double])] {
    rows(codes, count).map { matched($0) }.filter { $0.pre.count > 0 }
      .map { ($0.pre, $0.post) }
  }

  func crossover(_ form: NumberTable.Labels) -> Crossover {
    let parts = rows(form.codes.map { Int($0) }, 2).map { rows -> [Double] in
      let pairs = matched(rows)
      return zip(pairs.pre, pairs.post).map { $1 - $0 }
    }
    return Crossover(gainsAB: parts[0], gainsBA: parts[1])
  }

  private func rows(_ codes: [Int], _ count: Int) -> [[Int]] {
    var sizes = [Int](repeating: 0, count: count)
    for code in codes { sizes[code] += 1 }
    var rows = sizes.map { size -> [Int] in
      var list: [Int] = []
      list.reserveCapacity(size)
      return list
    }
    for (row, code) in codes.enumerated() { rows[code].append(row) }
    return rows
  }

  private func matched(_ rows: [Int]) -> (pre: [Double], post: [Double], rows: [Int]) {
    // In the order of the scores, so that sums are rounded the same way in whatever order the
    // people stand.
    let kept = rows.filter { !table.pre[$0].isNaN && !table.post[$0].isNaN }.sorted {
      (table.pre[$0], table.post[$0]) < (table.pre[$1], table.post[$1])
    }
    return (kept.map { table.pre[$0] }, kept.map { table.post[$0] }, kept)
  }

  private func group(_ values: [String], _ rows: [Int], draws: Int) -> ChangeResult.Group {
    let (pre, post, kept) = matched(rows)
    let gains = zip(pre, post).map { $1 - $0 }
    let cut = request.cut.map { cut in
      PairedShares(before: pre.map { $0 >= cut }, after: post.map { $0 >= cut })
    }
    return ChangeResult.Group(
      values: values, rows: rows.count, change: PairedChange(pre: pre, post: post),
      classGain: ClassGain(pre: pre, post: post, maximum: maximum),
      normalised: NormalisedChange(
        pre: pre, post: post, minimum: minimum, maximum: maximum),
      endsPre: EndShares(pre, minimum: minimum, maximum: maximum),
      endsPost: EndShares(post, minimum: minimum, maximum: maximum),
      resampling: draws > 0
        ? Resampling(
          gains, draws: draws, seed: request.seed, purpose: values.joined(separator: "\u{1F}"))
        : nil,
      clustered: table.cluster.map { cluster in
        ClusteredMean(gains, clusters: kept.map { Int(cluster.codes[$0]) })
      },
      reliable: request.reliability.map { reliability in
        ReliableChange(pre: pre, post: post, reliability: reliability)
      },
      cut: cut,
      item: isItem ? PairedShares(before: pre.map { $0 == 1 }, after: post.map { $0 == 1 }) : nil,
      lost: rows.count { !table.pre[$0].isNaN && table.post[$0].isNaN })
  }
}
