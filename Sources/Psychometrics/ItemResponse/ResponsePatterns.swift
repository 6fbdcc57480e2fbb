/// Right and wrong answers of many people, eight items to a byte.
///
/// What the marginal likelihood needs of a person is the product of one factor an item. Eight items
/// together have 256 answers, so the products of eight are made once and looked up for everybody.
package struct ResponsePatterns: Sendable, Hashable {
  /// How many people there are.
  package let people: Int
  /// How many items there are.
  package let items: Int
  /// The bytes of a row: one for eight items.
  let blocks: Int
  /// Row after row; bit i of byte b says whether item 8b + i was answered rightly.
  let right: [UInt8]
  /// The same for whether it was answered at all; empty where nothing is missing.
  let answered: [UInt8]
  /// How many people each row stands for.
  let weights: [Double]

  /// One answer of a flat table.
  package enum Mark {
    /// Wrong.
    package static let wrong: UInt8 = 0
    /// Right.
    package static let right: UInt8 = 1
    /// Missing.
    package static let missing: UInt8 = 2
  }

  /// Creates patterns of a table, row after row.
  ///
  /// - Parameters:
  ///   - marks: `Mark` for each person and item, `people × items` of them.
  ///   - items: How many items there are, at least 1.
  ///   - weights: How many people each row stands for; empty for one each.
  package init?(marks: [UInt8], items: Int, weights: [Double] = []) {
    guard items > 0, marks.count % items == 0, marks.allSatisfy({ $0 <= Mark.missing }) else {
      return nil
    }
    let rows = marks.count / items
    guard weights.isEmpty || weights.count == rows,
      weights.allSatisfy({ $0 >= 0 && $0.isFinite })
    else { return nil }
    let blocks = (items + 7) / 8
    var right = [UInt8](repeating: 0, count: rows * blocks)
    let hasMissing = marks.contains(Mark.missing)
    var answered = hasMissing ? [UInt8](repeating: 0, count: rows * blocks) : []
    for row in 0..<rows {
      for item in 0..<items {
        let mark = marks[row * items + item]
        let place = row * blocks + item / 8
        if mark == Mark.right { right[place] |= 1 << UInt8(item % 8) }
        if hasMissing, mark != Mark.missing { answered[place] |= 1 << UInt8(item % 8) }
      }
    }
    var counts = weights.isEmpty ? [Double](repeating: 1, count: rows) : weights
    people = Int(counts.reduce(0, +).rounded())
    if blocks <= 2, !hasMissing {
      // So few items leave few different rows, however many people there are.
      var sums = [Double](repeating: 0, count: 1 << (8 * blocks))
      for row in 0..<rows {
        let low = Int(right[row * blocks])
        let high = blocks == 2 ? Int(right[row * blocks + 1]) << 8 : 0
        sums[low | high] += counts[row]
      }
      let present = sums.indices.filter { sums[$0] > 0 }
      right = present.flatMap { value -> [UInt8] in
        blocks == 2 ? [UInt8(value & 255), UInt8(value >> 8)] : [UInt8(value)]
      }
      counts = present.map { sums[$0] }
    }
    self.items = items
    self.blocks = blocks
    self.right = right
    self.answered = answered
    self.weights = counts
  }

  /// How many rows there are; equal ones may have been joined.
  var rows: Int { weights.count }

  /// The bits of a block that are items.
  func full(_ block: Int) -> UInt8 {
    let left = items - 8 * block
    return left >= 8 ? 255 : (1 << UInt8(left)) - 1
  }

  /// Returns whether the item of a row was answered rightly; `nil` where it is missing.
  func mark(_ row: Int, _ item: Int) -> Bool? {
    let place = row * blocks + item / 8
    let bit: UInt8 = 1 << UInt8(item % 8)
    if !answered.isEmpty, answered[place] & bit == 0 { return nil }
    return right[place] & bit != 0
  }

  /// The share of right answers among those given, item after item; zero where none was.
  var rightShares: [Double] {
    (0..<items).map { item in
      var right = 0.0
      var asked = 0.0
      for row in 0..<rows {
        guard let isRight = mark(row, item) else { continue }
        asked += weights[row]
        if isRight { right += weights[row] }
      }
      return asked > 0 ? right / asked : 0
    }
  }
}
