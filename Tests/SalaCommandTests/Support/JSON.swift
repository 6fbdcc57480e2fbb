import FoundationEssentials

/// A JSON text, read for looking things up.
indirect enum JSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(_ text: String) {
    self = (try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))) ?? .null
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  subscript(index: Int) -> JSON { array.indices.contains(index) ? array[index] : .null }

  var array: [JSON] { if case .array(let array) = self { array } else { [] } }
  var keys: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }
  var string: String? { if case .string(let string) = self { string } else { nil } }
  /// The number, or NaN, which equals nothing.
  var number: Double { if case .number(let number) = self { number } else { .nan } }
  var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
}

/// Tells whether two numbers are the same but for the rounding of a hand computation.
func near(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-6) -> Bool {
  abs(value - expected) <= tolerance
}
