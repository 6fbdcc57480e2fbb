import Text

/// Draws from the distributions that a forecast needs, from one seeded source of chance.
///
/// Written out here so that the same seed gives the same numbers on every machine and with every
/// version of the standard library.
struct ChanceDraws {
  private var generator: SeededGenerator
  private let logFactorials: LogFactorials

  init(_ generator: SeededGenerator, _ logFactorials: LogFactorials) {
    self.generator = generator
    self.logFactorials = logFactorials
  }

  mutating func unit() -> Double { generator.unit() }

  /// A number of a standard normal distribution.
  ///
  /// Source: Marsaglia and Bray, "A convenient method for generating normal variables", SIAM Review
  /// 6(3), 1964 (the polar method).
  mutating func normal() -> Double {
    while true {
      let across = 2 * unit() - 1
      let along = 2 * unit() - 1
      let square = across * across + along * along
      if square > 0, square < 1 {
        return across * (-2 * Elementary.log(square) / square).squareRoot()
      }
    }
  }

  /// A number of a gamma distribution with scale 1.
  ///
  /// Source: Marsaglia and Tsang, "A simple method
  /// for generating gamma variables", ACM TOMS 26(3), 2000; below shape 1 by its section 6.
  mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else {
      let raised = gamma(shape: shape + 1)
      return raised * Elementary.exp(Elementary.log(max(unit(), 1e-300)) / shape)
    }
    let base = shape - 1.0 / 3
    let scale = 1 / (9 * base).squareRoot()
    while true {
      let draw = normal()
      let cubed = 1 + scale * draw
      guard cubed > 0 else { continue }
      let volume = cubed * cubed * cubed
      let test = unit()
      if Elementary.log(max(test, 1e-300))
        < 0.5 * draw * draw + base - base * volume + base * Elementary.log(volume)
      {
        return base * volume
      }
    }
  }

  /// A share of a beta distribution, given by its two shapes.
  mutating func beta(_ first: Double, _ second: Double) -> Double {
    let one = gamma(shape: first)
    let other = gamma(shape: second)
    return one + other > 0 ? one / (one + other) : first / (first + second)
  }

  /// How many of `count` chances of `share` each come true.
  ///
  /// Inversion from the most likely number outwards: its probability is known in closed form, and
  /// each neighbour's follows from it by one multiplication; about √(n·p·q) steps. Source: Kemp,
  /// "A modal method for generating binomial variables", Comm. Stat. Theory 15(3), 1986.
  mutating func binomial(_ count: Int, _ share: Double) -> Int {
    guard count > 0, share > 0 else { return 0 }
    guard share < 1 else { return count }
    let odds = share / (1 - share)
    let mode = min(count, Int(Double(count + 1) * share))
    let atMode = Elementary.exp(
      logFactorials[count] - logFactorials[mode] - logFactorials[count - mode]
        + Double(mode) * Elementary.log(share) + Double(count - mode) * Elementary.log(1 - share))
    var left = unit() - atMode
    if left <= 0 { return mode }
    var (below, above) = (mode, mode)
    var (belowShare, aboveShare) = (atMode, atMode)
    while below > 0 || above < count {
      if below > 0 {
        belowShare *= Double(below) / (Double(count - below + 1) * odds)
        below -= 1
        left -= belowShare
        if left <= 0 { return below }
      }
      if above < count {
        aboveShare *= Double(count - above) * odds / Double(above + 1)
        above += 1
        left -= aboveShare
        if left <= 0 { return above }
      }
      // What is left by rounding lies in tails of no weight.
      if belowShare < 1e-18, aboveShare < 1e-18 { break }
    }
    return mode
  }
}

/// The logarithms of factorials: a table, and Stirling's series beyond it.
struct LogFactorials: Sendable {
  private let table: [Double]

  init(upTo largest: Int) {
    var table = [0.0]
    let size = min(max(2, largest), 100_000)
    table.reserveCapacity(size + 1)
    for number in 1...size {
      table.append((table.last ?? 0) + Elementary.log(Double(number)))
    }
    self.table = table
  }

  subscript(number: Int) -> Double {
    if number < table.count { return table[max(0, number)] }
    // Abramowitz and Stegun 6.1.41.
    let value = Double(number)
    return value * Elementary.log(value) - value + 0.5 * Elementary.log(2 * .pi * value)
      + 1 / (12 * value)
  }
}
