/// Answers of many people in categories, several items to a byte.
///
/// What the marginal likelihood needs of a person is the product of one factor an item. The items
/// of a block together have at most 256 answers, so their products are made once and looked up for
/// everybody: eight items that are right or wrong, five of three categories, and so on.
package struct ResponsePatterns: Sendable, Hashable {
  /// Items that share a byte.
  struct Block: Sendable, Hashable {
    /// Its items.
    var items: Range<Int>
    /// By how much the byte grows with a category of each item.
    var strides: [Int]
    /// How many different bytes there are.
    var size: Int
  }

  /// How many people there are.
  package let people: Int
  /// How many items there are.
  package let items: Int
  /// How many categories each item has: 2 for right and wrong.
  package let categories: [Int]
  /// The same, and one more where somebody did not answer.
  let radices: [Int]
  /// The blocks in the order of the items.
  let blocks: [Block]
  /// Row after row, one byte a block; no two rows are equal, and they are in ascending order.
  let codes: [UInt8]
  /// How many people each row stands for.
  let weights: [Double]
  /// For each row that was given, the row that it became; −1 where it stood for nobody.
  package let sources: [Int32]

  /// One answer of a flat table of right and wrong.
  package enum Mark {
    /// Wrong.
    package static let wrong: UInt8 = 0
    /// Right.
    package static let right: UInt8 = 1
    /// Missing.
    package static let missing: UInt8 = 2
  }

  /// What stands for a missing answer in a table of categories.
  package static let missing: UInt8 = 255

  /// Creates patterns of a table of right and wrong, row after row.
  ///
  /// - Parameters:
  ///   - marks: `Mark` for each person and item, `people × items` of them.
  ///   - items: How many items there are, at least 1.
  ///   - weights: How many people each row stands for; empty for one each.
  package init?(marks: [UInt8], items: Int, weights: [Double] = []) {
    guard items > 0, marks.allSatisfy({ $0 <= Mark.missing }) else { return nil }
    self.init(
      cells: marks, categories: [Int](repeating: 2, count: items), missing: Mark.missing,
      weights: weights)
  }

  /// Creates patterns of a table of categories, row after row.
  ///
  /// - Parameters:
  ///   - cells: For each person and item the category from 0 on, or `missing`.
  ///   - categories: How many categories each item has, 2 to 64.
  ///   - weights: How many people each row stands for; empty for one each.
  package init?(cells: [UInt8], categories: [Int], weights: [Double] = []) {
    self.init(cells: cells, categories: categories, missing: Self.missing, weights: weights)
  }

  private init?(cells: [UInt8], categories: [Int], missing: UInt8, weights: [Double]) {
    let items = categories.count
    guard items > 0, cells.count % items == 0, categories.allSatisfy({ (2...64).contains($0) })
    else { return nil }
    let rows = cells.count / items
    guard weights.isEmpty || weights.count == rows, weights.allSatisfy({ $0 >= 0 && $0 < 1e15 })
    else { return nil }
    var isMissing = [Bool](repeating: false, count: items)
    var place = 0
    for _ in 0..<rows {
      for item in 0..<items {
        let cell = cells[place]
        place += 1
        if cell == missing {
          isMissing[item] = true
        } else if Int(cell) >= categories[item] {
          return nil
        }
      }
    }
    let radices = zip(categories, isMissing).map { $1 ? $0 + 1 : $0 }
    let blocks = Self.blocks(radices)
    var codes = [UInt8](repeating: 0, count: rows * blocks.count)
    var target = 0
    for row in 0..<rows {
      for block in blocks {
        var code = 0
        for (stride, item) in zip(block.strides, block.items) {
          let cell = cells[row * items + item]
          code += stride * (cell == missing ? categories[item] : Int(cell))
        }
        codes[target] = UInt8(code)
        target += 1
      }
    }
    let joined = Self.joined(codes, width: blocks.count, weights: weights)
    people = Int(joined.weights.reduce(0, +).rounded())
    self.items = items
    self.categories = categories
    self.radices = radices
    self.blocks = blocks
    self.codes = joined.codes
    self.weights = joined.weights
    sources = joined.sources
  }

  private init(sampling all: ResponsePatterns, every step: Int) {
    let width = all.blocks.count
    let rows = stride(from: step / 2, to: all.rows, by: step)
    items = all.items
    categories = all.categories
    radices = all.radices
    blocks = all.blocks
    codes = rows.flatMap { all.codes[($0 * width)..<(($0 + 1) * width)] }
    weights = rows.map { all.weights[$0] }
    people = Int(weights.reduce(0, +).rounded())
    sources = []
  }

  /// Returns every so many-th row, which is a fair sample since rows are in order.
  func sample(every step: Int) -> ResponsePatterns {
    ResponsePatterns(sampling: self, every: max(1, step))
  }

  private static func blocks(_ radices: [Int]) -> [Block] {
    var blocks: [Block] = []
    for (item, radix) in radices.enumerated() {
      if var last = blocks.last, last.size * radix <= 256, last.items.count < 8 {
        last.strides.append(last.size)
        last.size *= radix
        last.items = last.items.lowerBound..<(item + 1)
        blocks[blocks.count - 1] = last
      } else {
        blocks.append(Block(items: item..<(item + 1), strides: [1], size: radix))
      }
    }
    return blocks
  }

  /// Puts equal rows together, in ascending order.
  ///
  /// So the order in which people stand cannot change a bit of what follows.
  private static func joined(
    _ codes: [UInt8], width: Int, weights: [Double]
  ) -> (codes: [UInt8], weights: [Double], sources: [Int32]) {
    struct Row {
      var key: UInt64
      var place: Int
    }
    let rows = codes.count / width
    var order: [Row] = []
    order.reserveCapacity(rows)
    for row in 0..<rows where weights.isEmpty || weights[row] > 0 {
      var key: UInt64 = 0
      for block in 0..<min(8, width) { key = key << 8 | UInt64(codes[row * width + block]) }
      order.append(Row(key: key, place: row))
    }
    func differ(_ first: Int, _ second: Int) -> (UInt8, UInt8)? {
      for block in stride(from: 8, to: width, by: 1) {
        let pair = (codes[first * width + block], codes[second * width + block])
        if pair.0 != pair.1 { return pair }
      }
      return nil
    }
    order.sort { one, two in
      if one.key != two.key { return one.key < two.key }
      if width > 8, let (first, second) = differ(one.place, two.place) { return first < second }
      return one.place < two.place
    }
    var result: [UInt8] = []
    result.reserveCapacity(order.count * width)
    var counts: [Double] = []
    var sources = [Int32](repeating: -1, count: rows)
    var last: Row?
    for row in order {
      let weight = weights.isEmpty ? 1 : weights[row.place]
      if let before = last, before.key == row.key, differ(before.place, row.place) == nil {
        counts[counts.count - 1] += weight
      } else {
        for block in 0..<width { result.append(codes[row.place * width + block]) }
        counts.append(weight)
      }
      last = row
      sources[row.place] = Int32(counts.count - 1)
    }
    return (result, counts, sources)
  }

  /// How many rows there are.
  package var rows: Int { weights.count }

  /// Returns the category of an item of a row; `nil` where it is missing.
  package func category(_ row: Int, _ item: Int) -> Int? {
    guard let place = blocks.firstIndex(where: { $0.items.contains(item) }) else { return nil }
    let block = blocks[place]
    let code = Int(codes[row * blocks.count + place])
    let value = code / block.strides[item - block.items.lowerBound] % radices[item]
    return value < categories[item] ? value : nil
  }

  /// Returns the categories of a row in the order of the items; `nil` where one is missing.
  package func row(_ row: Int) -> [Int?] {
    var result: [Int?] = []
    result.reserveCapacity(items)
    for (place, block) in blocks.enumerated() {
      var code = Int(codes[row * blocks.count + place])
      for item in block.items {
        let value = code % radices[item]
        code /= radices[item]
        result.append(value < categories[item] ? value : nil)
      }
    }
    return result
  }

  /// Puts the categories of a row into a list of as many items; `missing` where one is.
  func read(_ row: Int, into cells: inout [UInt8]) {
    var item = 0
    for (place, block) in blocks.enumerated() {
      var code = Int(codes[row * blocks.count + place])
      for _ in block.items {
        let radix = radices[item]
        let value = radix == 2 ? code & 1 : code % radix
        code = radix == 2 ? code >> 1 : code / radix
        cells[item] = value < categories[item] ? UInt8(value) : Self.missing
        item += 1
      }
    }
  }

  /// How many people chose each category of each item.
  package var counts: [[Double]] {
    var result = categories.map { [Double](repeating: 0, count: $0) }
    for (place, block) in blocks.enumerated() {
      var byCode = [Double](repeating: 0, count: block.size)
      for row in 0..<rows { byCode[Int(codes[row * blocks.count + place])] += weights[row] }
      for (stride, item) in zip(block.strides, block.items) {
        for (code, count) in byCode.enumerated() {
          let value = code / stride % radices[item]
          if value < categories[item] { result[item][value] += count }
        }
      }
    }
    return result
  }

  /// Whether nobody left out an answer.
  package var isComplete: Bool { radices == categories }
}
