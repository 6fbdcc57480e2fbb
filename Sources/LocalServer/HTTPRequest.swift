/// A request of a browser, as far as a server on this machine needs it (RFC 9112).
package struct HTTPRequest: Sendable, Hashable {
  /// The method in capitals, such as `GET`.
  package var method: String
  /// What is asked for, as it was sent: a path, and a query after a question mark.
  package var target: String
  /// The fields; names in small letters, the values of equal names joined by commas.
  package var fields: [String: String]
  /// The body.
  package var body: [UInt8]

  /// Creates a request.
  package init(
    _ method: String, _ target: String, fields: [String: String] = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
  }

  /// The target without its query.
  package var rawPath: Substring {
    Substring(target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
  }

  /// The decoded parts of the query; of equal names the last counts.
  package var query: [String: String] {
    let sides = target.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { return [:] }
    var result: [String: String] = [:]
    for part in sides[1].split(separator: UInt8(ascii: "&")) {
      let sides = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = sides.first.flatMap(Self.formDecoded) else { continue }
      result[name] = sides.count > 1 ? Self.formDecoded(sides[1]) ?? "" : ""
    }
    return result
  }

  /// A field of a form.
  package struct FormField: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String
  }

  /// The fields of a form that was sent (WHATWG URL Standard, 5.1), in the order of the page; `nil`
  /// where the body is none, is not UTF-8, or has more than 1,000 fields.
  package var form: [FormField]? {
    let type = fields["content-type"]?.split(separator: ";").first ?? ""
    guard type.lowercased() == "application/x-www-form-urlencoded" else { return nil }
    let parts = body.split(separator: UInt8(ascii: "&"), maxSplits: 1000)
    guard parts.count <= 1000 else { return nil }
    var result: [FormField] = []
    for part in parts {
      let sides = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = sides.first.flatMap(Self.formDecoded),
        let value = sides.count > 1 ? Self.formDecoded(sides[1]) : ""
      else { return nil }
      result.append(FormField(name: name, value: value))
    }
    return result
  }

  /// Decodes a part of a query, where a plus sign stands for a space.
  private static func formDecoded(_ bytes: some Collection<UInt8>) -> String? {
    PercentCoding.decoded(
      bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 })
  }
}

/// The coding of bytes as `%41` in addresses (RFC 3986, 2.1).
package enum PercentCoding {
  /// Returns what the bytes of a text mean, or `nil` where a `%` is not followed by two hexadecimal
  /// digits or the result is not UTF-8.
  package static func decoded(_ bytes: some Collection<UInt8>) -> String? {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "%") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      guard at + 2 < bytes.count, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2])
      else { return nil }
      result.append(high << 4 | low)
      at += 3
    }
    return String(validating: result, as: UTF8.self)
  }

  /// Returns a path with everything coded but letters, digits, `-._~` and the slashes.
  package static func encoded(_ path: String) -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The value of a hexadecimal digit.
  package static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
