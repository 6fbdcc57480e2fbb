/// A JSON value whose members keep their order, so that the same page has the same bytes.
enum PageJSON {
  case string(String)
  case integer(Int)
  case number(Double)
  case bool(Bool)
  case array([PageJSON])
  case object([(String, PageJSON)])

  /// The text, safe inside a `script` element: `<`, `>` and `&` are written as escapes, so neither
  /// the end of the element nor a comment can begin in it (HTML, 13.1.2.6 and 4.12.1.3).
  var text: String {
    switch self {
    case .string(let string): Self.quoted(string)
    case .integer(let integer): "\(integer)"
    case .number(let number): number.isFinite ? "\(number)" : "null"
    case .bool(let bool): bool ? "true" : "false"
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0) + ":" + $1.text }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
