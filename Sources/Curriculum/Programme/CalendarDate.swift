/// A day of the calendar, without a time and without a time zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year, 1900 to 2199.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Creates a day from `2027-08-02`, or `nil` where there is no such day.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1900...2199).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day as `2027-08-02`.
  package var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Orders days by time.
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The days from 1 March of year 0 to this day.
  ///
  /// Years are counted from March, so that the day of a leap year is the last of its year. The
  /// rule is that of the Gregorian calendar: 97 leap days in 400 years.
  package var number: Int {
    let fromMarch = month > 2 ? month - 3 : month + 9
    let years = month > 2 ? year : year - 1
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * fromMarch + 2) / 5 + day - 1
  }

  /// Returns the day so many days later, or `nil` outside the years 1900 to 2199.
  package func adding(days: Int) -> CalendarDate? { CalendarDate(number: number + days) }

  /// Creates a day from its number, the inverse of `number`.
  package init?(number: Int) {
    guard number > 0 else { return nil }
    // Each step takes off whole cycles of 400, 100, 4 and 1 years that begin in March.
    var rest = number
    let fourHundreds = rest / 146_097
    rest %= 146_097
    let hundreds = min(3, rest / 36_524)
    rest -= hundreds * 36_524
    let fours = rest / 1461
    rest %= 1461
    let ones = min(3, rest / 365)
    rest -= ones * 365
    let fromMarch = (5 * rest + 2) / 153
    day = rest - (153 * fromMarch + 2) / 5 + 1
    month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = 400 * fourHundreds + 100 * hundreds + 4 * fours + ones + (month <= 2 ? 1 : 0)
    guard (1900...2199).contains(year) else { return nil }
  }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  package var weekday: Int { (number + 2) % 7 }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// The days within which something is to happen, the first and the last included.
package struct DateWindow: Sendable, Hashable {
  /// The first day.
  package var from: CalendarDate
  /// The last day.
  package var to: CalendarDate

  /// Creates a window, or `nil` where it ends before it begins.
  package init?(from: CalendarDate, to: CalendarDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// How many days from Monday to Friday it holds; public holidays are not known and count.
  package var workingDays: Int {
    let days = to.number - from.number + 1
    let rest = days % 7
    let extra = (0..<rest).count { (from.weekday + $0) % 7 < 5 }
    return days / 7 * 5 + extra
  }
}
