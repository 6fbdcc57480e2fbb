/// Scores of people on items, each present or missing.
package struct ResponseMatrix: Sendable, Hashable {
  /// The people's ids, in row order.
  package let people: [String]
  /// The items' ids, in column order.
  package let items: [String]
  /// Row after row; a missing score is NaN inside and `nil` outside.
  private let scores: [Double]

  /// Creates a matrix; a score that is not finite counts as missing.
  ///
  /// Fails where the shape is not that of the ids, or an id stands twice: a statistic of such data
  /// would be about somebody else.
  ///
  /// - Parameters:
  ///   - people: One id for each row.
  ///   - items: One id for each column.
  ///   - scores: The rows.
  package init?(people: [String], items: [String], scores: [[Double?]]) {
    guard scores.count == people.count, scores.allSatisfy({ $0.count == items.count }),
      Set(people).count == people.count, Set(items).count == items.count
    else { return nil }
    self.people = people
    self.items = items
    self.scores = scores.flatMap { row in
      row.map { score in
        guard let score, score.isFinite else { return Double.nan }
        return score
      }
    }
  }

  private init(people: [String], items: [String], flat: [Double]) {
    self.people = people
    self.items = items
    self.scores = flat
  }

  /// Returns the score in a row and a column; `nil` where it is missing or there is no such place.
  package subscript(person: Int, item: Int) -> Double? {
    guard people.indices.contains(person), items.indices.contains(item) else { return nil }
    let score = scores[person * items.count + item]
    return score.isNaN ? nil : score
  }

  /// What to do with missing scores; there is no silent choice.
  package enum MissingPolicy: String, Sendable, Hashable, CaseIterable {
    /// People with any missing score are left out: the score may have been anything.
    case listwise
    /// A missing score is zero points: the question was put and not answered.
    case zero
  }

  /// The number of missing scores.
  package var missingCount: Int { scores.count { $0.isNaN } }

  /// Returns the matrix without missing scores, and who was left out for that.
  package func complete(
    _ policy: MissingPolicy
  ) -> (matrix: ResponseMatrix, leftOut: [String]) {
    switch policy {
    case .zero:
      return (
        ResponseMatrix(people: people, items: items, flat: scores.map { $0.isNaN ? 0 : $0 }), []
      )
    case .listwise:
      var kept: [String] = []
      var flat: [Double] = []
      var leftOut: [String] = []
      for (row, person) in people.enumerated() {
        let line = scores[(row * items.count)..<((row + 1) * items.count)]
        if line.contains(where: \.isNaN) {
          leftOut.append(person)
        } else {
          kept.append(person)
          flat += line
        }
      }
      return (ResponseMatrix(people: kept, items: items, flat: flat), leftOut)
    }
  }

  /// Returns each person's sum of scores; `nil` where one of them is missing.
  package var totals: [Double?] {
    people.indices.map { row in
      let sum = scores[(row * items.count)..<((row + 1) * items.count)].reduce(0, +)
      return sum.isNaN ? nil : sum
    }
  }

  /// Returns the present scores of one column, in row order; empty where there is no such column.
  package func column(_ item: Int) -> [Double] {
    guard items.indices.contains(item) else { return [] }
    return people.indices.map { scores[$0 * items.count + item] }.filter { !$0.isNaN }
  }
}
