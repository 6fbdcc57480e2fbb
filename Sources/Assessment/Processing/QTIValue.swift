/// What single values are made of (QTI 2.1 information model, 5, baseType).
package enum QTIBaseType: String, Sendable, Hashable, CaseIterable {
  /// The standard's base types of the same names.
  case identifier, boolean, integer, float, string, point, pair, directedPair, duration, file, uri

  /// Whether it is one of the two types of numbers.
  package var isNumeric: Bool { self == .integer || self == .float }
}

/// How many single values a value holds (QTI 2.1 information model, 5, cardinality).
package enum QTICardinality: String, Sendable, Hashable, CaseIterable {
  /// The standard's cardinalities of the same names.
  case single, multiple, ordered, record
}

/// One single value with its base type.
package enum QTIScalar: Sendable, Hashable {
  /// A name.
  case identifier(String)
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number.
  case float(Double)
  /// A text.
  case string(String)
  /// A place in a picture.
  case point(x: Int, y: Int)
  /// Two names without an order; the smaller one stands first.
  case pair(String, String)
  /// A name that leads to another.
  case directedPair(String, String)
  /// A number of seconds.
  case duration(Double)
  /// The address of a file.
  case file(String)
  /// An address.
  case uri(String)

  /// Reads a value as QTI writes it; `nil` where the text is none of this type.
  ///
  /// Spaces at the ends
  /// count in texts only; a text without any sign is no value (information model, 5.1: an empty
  /// string is NULL).
  package init?(_ text: String, _ type: QTIBaseType) {
    if type == .string {
      guard !text.isEmpty else { return nil }
      self = .string(text)
      return
    }
    let words = text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.first else { return nil }
    let whole = words.joined(separator: " ")
    switch type {
    case .string: return nil
    case .identifier: self = .identifier(whole)
    case .file: self = .file(whole)
    case .uri: self = .uri(whole)
    case .boolean:
      switch whole {
      case "true", "1": self = .boolean(true)
      case "false", "0": self = .boolean(false)
      default: return nil
      }
    case .integer:
      guard let number = Int(whole) else { return nil }
      self = .integer(number)
    case .float:
      guard let number = Self.number(whole) else { return nil }
      self = .float(number)
    case .duration:
      guard let number = Self.number(whole), number >= 0 else { return nil }
      self = .duration(number)
    case .point:
      guard words.count == 2, let x = Int(words[0]), let y = Int(words[1]) else { return nil }
      self = .point(x: x, y: y)
    case .pair:
      guard words.count == 2 else { return nil }
      self = .unordered(first, words[1])
    case .directedPair:
      guard words.count == 2 else { return nil }
      self = .directedPair(first, words[1])
    }
  }

  /// Creates a pair without an order.
  package static func unordered(_ one: String, _ other: String) -> QTIScalar {
    one <= other ? .pair(one, other) : .pair(other, one)
  }

  /// The base type.
  package var type: QTIBaseType {
    switch self {
    case .identifier: .identifier
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    case .point: .point
    case .pair: .pair
    case .directedPair: .directedPair
    case .duration: .duration
    case .file: .file
    case .uri: .uri
    }
  }

  /// The number, for integers and floats.
  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// The value as QTI writes it.
  package var text: String {
    switch self {
    case .identifier(let text), .string(let text), .file(let text), .uri(let text): text
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .float(let number), .duration(let number): Self.text(number)
    case .point(let x, let y): "\(x) \(y)"
    case .pair(let one, let other), .directedPair(let one, let other): "\(one) \(other)"
    }
  }

  /// Returns a number in the form of `xs:double`, the shortest that gives the same number back.
  package static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-INF" : "INF" }
    if number == number.rounded(), number.magnitude < 1e15 { return "\(Int(number))" }
    return "\(number)"
  }

  /// Reads a number in the form of `xs:double`; `nil` for what is no finite number.
  static func number(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D
        || byte == 0x65 || byte == 0x45
    }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

/// A value of a variable or an expression (QTI 2.1 information model, 5, itemVariable).
///
/// NULL is the value that is not there; an empty container is NULL too (5, "a container with no
/// values is always treated as NULL").
package enum QTIValue: Sendable, Hashable {
  /// No value.
  case null
  /// One value.
  case single(QTIScalar)
  /// Values without an order, all of one type, at least one.
  case multiple([QTIScalar])
  /// Values in an order, all of one type, at least one.
  case ordered([QTIScalar])
  /// Values by names of fields, of any type.
  case record([String: QTIScalar])

  /// Creates a container, or NULL where it would be empty.
  package static func container(_ values: [QTIScalar], isOrdered: Bool = false) -> QTIValue {
    values.isEmpty ? .null : isOrdered ? .ordered(values) : .multiple(values)
  }

  /// Creates a number.
  package static func float(_ number: Double) -> QTIValue { .single(.float(number)) }

  /// Creates a truth.
  package static func boolean(_ flag: Bool) -> QTIValue { .single(.boolean(flag)) }

  /// The single values in it, in order; those of a record are not there.
  package var scalars: [QTIScalar] {
    switch self {
    case .null, .record: []
    case .single(let value): [value]
    case .multiple(let values), .ordered(let values): values
    }
  }

  /// The one value of a single.
  package var scalar: QTIScalar? {
    if case .single(let value) = self { value } else { nil }
  }

  /// The truth; `nil` for NULL and for what is none.
  package var truth: Bool? {
    if case .single(.boolean(let flag)) = self { flag } else { nil }
  }

  /// The number of a single; `nil` for NULL and for what is none.
  package var number: Double? { scalar?.number }

  /// Tells whether both hold the same: in any order for multiple containers (QTI 2.1 information
  /// model, 15.2, match).
  ///
  /// Different types or cardinalities are never the same.
  package func matches(_ other: QTIValue) -> Bool {
    guard case .multiple(let left) = self, case .multiple(let right) = other else {
      return self == other
    }
    guard left.count == right.count else { return false }
    return Self.counts(left) == Self.counts(right)
  }

  /// How often each value is there.
  static func counts(_ values: [QTIScalar]) -> [QTIScalar: Int] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
