import Source
import Text

/// What stands between a question's heading and its stem, and the attributes that go with it.
struct ItemSettings {
  var title = ""
  var units: [NumericInteraction.Unit] = []
  var table: [String: Double] = [:]
  var keepsOrder = false
  var isCaseSensitive = false
  var lines: Int?
  var words: Int?

  /// Reads the `@key value` lines at the start of a body.
  ///
  /// - Parameters:
  ///   - lines: The lines below the heading.
  ///   - firstNumber: The number of the first.
  ///   - parser: Receives the findings.
  /// - Returns: How many lines were read.
  mutating func read(_ lines: [String], firstNumber: Int, parser: ItemParser) -> Int {
    var count = 0
    for (offset, line) in lines.enumerated() {
      if line.utf8.first == UInt8(ascii: "@") {
        set(line, number: firstNumber + offset, parser: parser)
      } else if !line.trimmingSpaces().isEmpty {
        break
      }
      count = offset + 1
    }
    return count
  }

  private mutating func set(_ line: String, number: Int, parser: ItemParser) {
    let rest = Substring(line).dropFirstBytes(1)
    let end = rest.utf8.firstIndex(of: 0x20) ?? rest.endIndex
    let key = String(rest[..<end])
    let value = rest[end...].trimmingSpaces()
    let isRead =
      switch key {
      case "title": setTitle(value)
      case "unit": addUnit(value)
      case "score": addScore(value)
      default: false
      }
    guard !isRead else { return }
    let known = ["title", "unit", "score"]
    parser.add(
      known.contains(key) ? "bad-setting" : "unknown-key", parser.file.location(number, 1),
      length: line.unicodeScalars.count,
      known.contains(key) ? ItemMessages.badSetting(key) : ItemMessages.unknownSetting(key),
      ItemMessages.settingRemedy(Suggestion.nearest(to: key, in: known)))
  }

  private mutating func setTitle(_ value: String) -> Bool {
    guard title.isEmpty, !value.isEmpty else { return false }
    title = value
    return true
  }

  /// Reads `km` or `m = 0.001`; the first unit has the factor 1.
  private mutating func addUnit(_ value: String) -> Bool {
    let parts = ItemSettings.split(value)
    let symbol = parts?.left ?? value
    let factor = parts.map { Response.number($0.right) } ?? 1
    guard !symbol.isEmpty, let factor, factor > 0, Response.number(symbol) == nil,
      !units.isEmpty || factor == 1, !units.contains(where: { $0.symbol == symbol })
    else { return false }
    units.append(.init(symbol: symbol, factor: factor))
    return true
  }

  /// Reads `c,a,b = 2`.
  private mutating func addScore(_ value: String) -> Bool {
    guard let parts = ItemSettings.split(value), !parts.left.isEmpty,
      let points = Response.number(parts.right), points.magnitude <= 1000, table[parts.left] == nil
    else { return false }
    table[parts.left] = points
    return true
  }

  /// Parts a text at its last ` = `.
  private static func split(_ text: String) -> (left: String, right: String)? {
    let bytes = Array(text.utf8)
    let mark = Array(" = ".utf8)
    guard bytes.count > mark.count else { return nil }
    var start = bytes.count - mark.count
    while start > 0 {
      if bytes[start..<(start + mark.count)].elementsEqual(mark) {
        return (
          String(decoding: bytes[..<start], as: UTF8.self).trimmingSpaces(),
          String(decoding: bytes[(start + mark.count)...], as: UTF8.self).trimmingSpaces()
        )
      }
      start -= 1
    }
    return nil
  }
}
