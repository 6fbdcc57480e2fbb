import Glibc

/// The operators on numbers (QTI 2.1 information model, 15.2 to 15.4).
extension InterpreterRun {
  /// Returns what an operator makes of numbers.
  func arithmetic(_ kind: QTIOperator, _ values: [QTIValue]) -> QTIValue {
    switch kind {
    case .sum, .product, .min, .max, .gcd, .lcm: return folded(kind, values)
    case .truncate, .round, .integerToFloat, .roundTo: return rounded(kind, values)
    case .integerDivide, .integerModulus:
      guard values.count == 2, case .integer(let left)? = values[0].scalar,
        case .integer(let right)? = values[1].scalar
      else { return .null }
      return Self.divided(left, right, isModulus: kind == .integerModulus)
    default: break
    }
    guard values.count == 2, let left = values[0].number, let right = values[1].number else {
      return .null
    }
    switch kind {
    case .lt: return .boolean(left < right)
    case .lte: return .boolean(left <= right)
    case .gt: return .boolean(left > right)
    case .gte: return .boolean(left >= right)
    case .equal(let tolerance): return equal(left, right, tolerance)
    case .equalRounded(let isSignificant, let figures):
      guard let one = rounded(left, isSignificant, figures),
        let other = rounded(right, isSignificant, figures)
      else { return .null }
      return .boolean(one == other)
    case .subtract:
      if case .integer(let one)? = values[0].scalar, case .integer(let other)? = values[1].scalar {
        let (result, overflows) = one.subtractingReportingOverflow(other)
        return overflows ? .null : .single(.integer(result))
      }
      return Self.float(left - right)
    case .divide: return right == 0 ? .null : Self.float(left / right)
    case .power: return Self.float(pow(left, right))
    default: return .null
    }
  }

  /// Infinities and what is no number are NULL.
  private static func float(_ number: Double) -> QTIValue {
    number.isFinite ? .float(number) : .null
  }

  /// Compares two numbers: the first one is what the bounds lie around (15.2, equal).
  ///
  /// The bounds have room for the last digits of floating point, as the tolerance of Sala's numeric
  /// items has: 1e-9 of the first number. So a number that Sala accepts, its program accepts.
  private func equal(_ first: Double, _ second: Double, _ tolerance: QTITolerance) -> QTIValue {
    let slack = 1e-9 * first.magnitude
    switch tolerance.mode {
    case .exact: return .boolean((second - first).magnitude <= slack)
    case .absolute, .relative:
      guard var below = number(tolerance.below), var above = number(tolerance.above), below >= 0,
        above >= 0
      else { return .null }
      if tolerance.mode == .relative {
        below *= first.magnitude / 100
        above *= first.magnitude / 100
      }
      let isLow =
        tolerance.includesLower ? first - second > below + slack : first - second >= below
      let isHigh =
        tolerance.includesUpper ? second - first > above + slack : second - first >= above
      return .boolean(!isLow && !isHigh)
    }
  }

  // MARK: Many numbers

  private func folded(_ kind: QTIOperator, _ values: [QTIValue]) -> QTIValue {
    var members: [QTIScalar] = []
    for value in values {
      guard value != .null, value.scalars.allSatisfy({ $0.number != nil }) else { return .null }
      members += value.scalars
    }
    guard let first = members.first else { return .null }
    let integers = members.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    if integers.count == members.count { return folded(kind, integers) }
    let numbers = members.compactMap(\.number)
    switch kind {
    case .sum: return Self.float(numbers.reduce(0, +))
    case .product: return Self.float(numbers.reduce(1, *))
    case .min: return Self.float(numbers.min() ?? first.number ?? 0)
    case .max: return Self.float(numbers.max() ?? first.number ?? 0)
    default: return .null
    }
  }

  private func folded(_ kind: QTIOperator, _ numbers: [Int]) -> QTIValue {
    var result = numbers[0]
    for number in numbers.dropFirst() {
      let next: Int?
      switch kind {
      case .sum: next = Self.kept(result.addingReportingOverflow(number))
      case .product: next = Self.kept(result.multipliedReportingOverflow(by: number))
      case .min: next = Swift.min(result, number)
      case .max: next = Swift.max(result, number)
      case .gcd: next = Self.divisor(result, number)
      default: next = Self.multiple(result, number)
      }
      guard let next else { return .null }
      result = next
    }
    return .single(.integer(result))
  }

  private static func kept(_ result: (Int, Bool)) -> Int? { result.1 ? nil : result.0 }

  private static func divisor(_ left: Int, _ right: Int) -> Int? {
    guard left >= 0, right >= 0 else { return nil }
    var (one, other) = (left, right)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }

  private static func multiple(_ left: Int, _ right: Int) -> Int? {
    guard let divisor = divisor(left, right) else { return nil }
    return divisor == 0 ? 0 : kept((left / divisor).multipliedReportingOverflow(by: right))
  }

  /// Rounds towards minus infinity, as 15.2 asks; dividing by 0 is NULL.
  private static func divided(_ left: Int, _ right: Int, isModulus: Bool) -> QTIValue {
    guard right != 0, !(left == .min && right == -1) else { return .null }
    var (quotient, rest) = left.quotientAndRemainder(dividingBy: right)
    if rest != 0, (rest < 0) != (right < 0) {
      quotient -= 1
      rest += right
    }
    return .single(.integer(isModulus ? rest : quotient))
  }

  // MARK: Rounding

  private func rounded(_ kind: QTIOperator, _ values: [QTIValue]) -> QTIValue {
    guard values.count == 1, let number = values[0].number else { return .null }
    switch kind {
    case .integerToFloat: return .float(number)
    case .truncate: return Self.integer(number.rounded(.towardZero))
    // Halves go up: 6.5 is 7 and -6.5 is -6 (15.2, round).
    case .round: return Self.integer((number + 0.5).rounded(.down))
    case .roundTo(let isSignificant, let figures):
      return rounded(number, isSignificant, figures).map(QTIValue.float) ?? .null
    default: return .null
    }
  }

  private static func integer(_ number: Double) -> QTIValue {
    Int(exactly: number).map { .single(.integer($0)) } ?? .null
  }

  /// Rounds to so many significant figures or decimals, halves up.
  private func rounded(_ number: Double, _ isSignificant: Bool, _ figures: QTIOperand) -> Double? {
    guard number.isFinite, let figures = whole(figures), (isSignificant ? 1 : 0) <= figures,
      figures <= 15
    else { return nil }
    guard number != 0 else { return 0 }
    let digits =
      isSignificant ? figures - 1 - Int(log10(number.magnitude).rounded(.down)) : figures
    let scale = pow(10, Double(digits))
    guard scale.isFinite, scale > 0 else { return number }
    return (number * scale + 0.5).rounded(.down) / scale
  }
}
