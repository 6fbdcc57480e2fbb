import Testing

@testable import Curriculum

@Suite("Days of the calendar")
struct CalendarNumberTests {
  @Test("a day and its number are each other's inverse over three centuries")
  func inverse() throws {
    var day = try #require(CalendarDate("1900-01-01"))
    let last = try #require(CalendarDate("2199-12-31"))
    var count = 0
    while day < last {
      let next = try #require(day.adding(days: 1))
      #expect(next.number == day.number + 1)
      #expect(CalendarDate(next.text) == next)
      day = next
      count += 1
    }
    // 300 years with 72 leap days: 1900, 2100 have none.
    #expect(count == 365 * 300 + 73 - 1)
    #expect(last.adding(days: 1) == nil)
  }
}
