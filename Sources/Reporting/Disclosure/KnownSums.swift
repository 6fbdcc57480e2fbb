/// What follows from known sums of unknown figures.
///
/// Each sum is an equation with ones and zeros. The equations are brought into reduced echelon form
/// in the field of a prime, where there is no rounding; a combination of unknowns is known exactly
/// where it is a combination of the rows.
struct KnownSums {
  /// 2³¹ − 1; products of two remainders fit 64 bits.
  private static let prime: UInt64 = 2_147_483_647

  private let unknowns: Int
  /// The rows that are left, each with the place of its leading one.
  private var rows: [(lead: Int, row: [UInt64])] = []

  /// Creates the system.
  ///
  /// - Parameters:
  ///   - sums: For each sum the unknowns that it adds up; empty ones are passed over.
  ///   - unknowns: How many unknowns there are.
  init(_ sums: [[Int]], unknowns: Int) {
    self.unknowns = unknowns
    var seen: Set<[Int]> = []
    for sum in sums where !sum.isEmpty && seen.insert(sum).inserted {
      var row = [UInt64](repeating: 0, count: unknowns)
      for place in sum { row[place] = 1 }
      add(row)
    }
  }

  /// Tells whether the sum of some unknowns follows from the known sums.
  func determines(_ places: [Int]) -> Bool {
    var rest = [UInt64](repeating: 0, count: unknowns)
    for place in places { rest[place] = 1 }
    reduce(&rest)
    return rest.allSatisfy { $0 == 0 }
  }

  private mutating func add(_ row: [UInt64]) {
    var row = row
    reduce(&row)
    guard let lead = row.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.power(row[lead], Self.prime - 2)
    row = row.map { $0 * inverse % Self.prime }
    for place in rows.indices { Self.subtract(row, times: rows[place].row[lead], &rows[place].row) }
    rows.append((lead, row))
  }

  private func reduce(_ row: inout [UInt64]) {
    for (lead, own) in rows { Self.subtract(own, times: row[lead], &row) }
  }

  private static func subtract(_ other: [UInt64], times factor: UInt64, _ row: inout [UInt64]) {
    guard factor != 0 else { return }
    let opposite = prime - factor
    for place in row.indices where other[place] != 0 {
      row[place] = (row[place] + opposite * other[place]) % prime
    }
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), base % prime, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
