/// Points in time as journals keep them: RFC 3339 in UTC, `2026-11-23T06:53:15.123Z`.
package enum Timestamp {
  /// Returns the text of a time.
  ///
  /// The date is computed as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
  /// (2013), `civil_from_days`; no library and no time zone takes part.
  ///
  /// - Parameter milliseconds: Milliseconds since 1970-01-01T00:00:00Z; years 0000 to 9999, times
  ///   outside are moved to the nearest one inside.
  /// - Returns: The text, with milliseconds.
  package static func text(unixMilliseconds milliseconds: Int) -> String {
    let inside = min(253_402_300_799_999, max(-62_167_219_200_000, milliseconds))
    let days = (Double(inside) / 86_400_000).rounded(.down)
    let ofDay = inside - Int(days) * 86_400_000
    let (year, month, day) = date(daysSince1970: Int(days))
    let seconds = ofDay / 1000
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
      .joined(separator: ":")
    return "\(date)T\(time).\(padded(ofDay % 1000, 3))Z"
  }

  /// Returns the seconds since 1970 of a text that `isValid`, or `nil`.
  package static func seconds(_ text: String) -> Double? {
    guard isValid(text) else { return nil }
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    let days = days(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    let ofDay = number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
    let thousandths = bytes.count == 24 ? number(20..<23) : 0
    return Double(days * 86_400 + ofDay) + Double(thousandths) / 1000
  }

  /// The days from 1970-01-01 to a date; Hinnant's `days_from_civil`.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// Tells whether a text is a time in UTC with whole seconds or with milliseconds.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let shape = Array("0000-00-00T00:00:00.000Z".utf8)
    let expected = bytes.count == 20 ? shape[..<19] + [UInt8(ascii: "Z")] : shape[...]
    guard bytes.count == expected.count else { return false }
    let hasShape = zip(bytes, expected).allSatisfy { byte, wanted in
      wanted == 0x30 ? (0x30...0x39).contains(byte) : byte == wanted
    }
    guard hasShape else { return false }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    let (month, day) = (number(5..<7), number(8..<10))
    return (1...12).contains(month)
      && (1...length(ofMonth: month, year: number(0..<4))).contains(day)
      && number(11..<13) < 24 && number(14..<16) < 60 && number(17..<19) < 60
  }

  /// Returns a valid time with milliseconds, so that texts compare as times do.
  static func normal(_ text: String) -> String {
    text.utf8.count == 20 ? "\(text.dropLast()).000Z" : text
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  private static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
