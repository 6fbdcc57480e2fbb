/// A JSON value whose objects keep the order in which their keys were given.
///
/// Source: RFC 8259. The order carries no meaning in JSON; it is kept so that the same input gives
/// the same bytes and a person who reads a file finds things where they belong.
package enum JSONValue: Sendable, Hashable {
  /// The value `null`.
  case null
  /// The value `true` or `false`.
  case bool(Bool)
  /// A number written without a fraction.
  case int(Int)
  /// Any other number; NaN and the infinities are written as `null`.
  case double(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object(JSONObject)

  /// Returns the value under `key`, or `nil` where this is no object or has no such key.
  package subscript(key: String) -> JSONValue? {
    objectValue?[key]
  }

  /// The text, or `nil` where this is no text.
  package var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The whole number, or `nil`; a double without a fraction counts.
  package var intValue: Int? {
    switch self {
    case .int(let value): value
    case .double(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number as a double, or `nil` where this is no number.
  package var doubleValue: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  /// The truth value, or `nil` where this is none.
  package var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, or `nil` where this is no array.
  package var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, or `nil` where this is no object.
  package var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// Tells whether this is `null`.
  package var isNull: Bool { self == .null }

  /// Creates a number, or `null` where there is none or it is not finite.
  package init(number: Double?) {
    guard let number, number.isFinite else {
      self = .null
      return
    }
    self = .double(number)
  }

  /// Creates a text, or `null` where there is none.
  package init(text: String?) {
    self = text.map { .string($0) } ?? .null
  }
}

/// The named values of a JSON object, in the order in which they were added.
package struct JSONObject: Sendable, Hashable {
  /// One name with its value.
  package struct Member: Sendable, Hashable {
    /// The name.
    package var key: String
    /// The value.
    package var value: JSONValue

    /// Creates a member.
    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in order; no two have the same key.
  package private(set) var members: [Member] = []

  /// Creates an object without members.
  package init() {}

  /// Creates an object; of members with one key the last value stays, in the first one's place.
  package init(_ members: some Sequence<Member>) {
    var places: [String: Int] = [:]
    for member in members {
      if let place = places[member.key] {
        self.members[place].value = member.value
      } else {
        places[member.key] = self.members.count
        self.members.append(member)
      }
    }
  }

  /// The keys in order.
  package var keys: [String] { members.map(\.key) }

  /// The value under `key`; setting a new key adds it at the end, setting `nil` removes it.
  package subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let place = members.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): break
      }
    }
  }
}

// MARK: - Literals

// There is deliberately no literal for `null`: with one, a `nil` that means "no value" would turn
// into the value `null` wherever the two meet, such as in `condition ? value : nil`.

extension JSONValue: ExpressibleByBooleanLiteral {
  /// Creates a truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// Creates a whole number.
  package init(integerLiteral value: Int) { self = .int(value) }
}

extension JSONValue: ExpressibleByFloatLiteral {
  /// Creates a number.
  package init(floatLiteral value: Double) { self = .double(value) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Creates a text.
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// Creates an array.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Creates an object whose keys stand in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member($0.0, $0.1) }))
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object whose keys stand in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member($0.0, $0.1) })
  }
}
