import Text

/// Days of the calendar as records write them, and the days of an event among them.
package enum CalendarDay {
  /// Returns the days from 1970-01-01 to a day such as `2026-11-25`; `nil` for what is no day.
  package static func number(_ text: String) -> Int? {
    guard text.utf8.count == 10, let seconds = Timestamp.seconds(text + "T00:00:00Z") else {
      return nil
    }
    return Int(seconds / 86_400)
  }

  /// Returns the day that a person typed in its one form, or `nil`; Khmer digits are understood.
  package static func parse(_ typed: String) -> String? {
    let text = Khmer.withLatinDigits(typed).trimmed
    return number(text) == nil ? nil : text
  }

  /// Returns the day of a time of a journal.
  package static func day(of time: String) -> String { String(time.prefix(10)) }
}

/// The days of one event.
package struct EventDays: Sendable, Hashable {
  /// The first day, counted from 1970-01-01.
  package var first: Int
  /// The last day.
  package var last: Int

  /// The longest run of days, from the first to the last, in which day 2 is taken to be the day
  /// after day 1; a longer one may be a day a week, and says nothing of single days.
  static let longestRun = 7

  /// Creates the days of an event; `nil` where its first or its last day is not known, or it ends
  /// before it begins.
  package init?(_ details: EventDetails) {
    guard let from = details.from.flatMap(CalendarDay.number),
      let to = details.to.flatMap(CalendarDay.number), from <= to
    else { return nil }
    first = from
    last = to
  }

  /// How many days there are from the first to the last.
  package var count: Int { last - first + 1 }

  /// Whether day numbers stand for days of the calendar.
  var isRun: Bool { count <= Self.longestRun }

  /// Returns the days of the calendar on which somebody is there: those numbered, or all.
  func calendar(_ numbers: [Int]?) -> Set<Int> {
    guard isRun else { return [] }
    guard let numbers else { return Set(first...last) }
    return Set(numbers.map { first + $0 - 1 }).intersection(Set(first...last))
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars.drop(while: \.properties.isWhitespace)
    guard let end = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...end])
  }
}
