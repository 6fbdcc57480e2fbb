import Testing

@testable import Text

@Suite("Dates and numbers")
struct KhmerDateTests {
  @Test("A day is written as offices write it")
  func written() throws {
    let date = try #require(KhmerDate(year: 2026, month: 5, day: 29))
    #expect(date.text(.full, in: .khmer) == "ថ្ងៃសុក្រ ទី២៩ ខែឧសភា ឆ្នាំ២០២៦")
    #expect(date.text(.full, in: .english) == "Friday 29 May 2026")
    #expect(date.text(.long).km == "ថ្ងៃទី២៩ ខែឧសភា ឆ្នាំ២០២៦")
    #expect(date.text(.long).en == "29 May 2026")
    #expect(date.text(.short).km == "២៩-០៥-២០២៦" && date.text(.short).en == "29-05-2026")
  }

  @Test(
    "The day of the week is computed",
    arguments: [
      ("2026-05-29", 5), ("2000-02-29", 2), ("1900-01-01", 1), ("1953-11-09", 1),
      ("0001-01-01", 1), ("9999-12-31", 5), ("២០២៤-០៤-១៣", 6), ("2026-11-26", 4),
    ])
  func weekday(_ iso: String, _ weekday: Int) throws {
    #expect(try #require(KhmerDate(iso: iso)).weekday == weekday)
  }

  @Test(
    "What is no day is refused",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "", "x",
      "2026-05-29T00:00", "-026-05-29", "+026-05-29", "0000-01-01", "２０２６-05-29",
    ])
  func refused(_ text: String) {
    #expect(KhmerDate(iso: text) == nil)
  }

  @Test("Days follow one another through four centuries, and their weekdays with them")
  func calendar() {
    var weekday: Int?
    var last: KhmerDate?
    var count = 0
    for year in 1900..<2300 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = KhmerDate(year: year, month: month, day: day) else { continue }
          if let weekday { #expect(date.weekday == (weekday + 1) % 7) }
          if let last { #expect(last < date) }
          weekday = date.weekday
          last = date
          count += 1
        }
      }
    }
    #expect(count == 146_097)
  }

  @Test("Numbers are grouped as each language groups them")
  func numbers() {
    #expect(NumberText.grouped(1_234_567.89, digits: 2, in: .khmer) == "១.២៣៤.៥៦៧,៨៩")
    #expect(NumberText.grouped(1_234_567.89, digits: 2, in: .english) == "1,234,567.89")
    #expect(NumberText.grouped(2000, in: .khmer) == "២.០០០")
    #expect(NumberText.grouped(-1234, in: .english) == "-1,234")
    #expect(
      NumberText.grouped(999, in: .khmer) == "៩៩៩" && NumberText.grouped(0, in: .khmer) == "០")
    #expect(NumberText.grouped(-0.4, digits: 0, in: .english) == "0")
    #expect(NumberText.grouped(.nan, in: .khmer) == "–")
    #expect(NumberText.grouped(Int.min, in: .english) == "-9,223,372,036,854,775,808")
    #expect(NumberText.grouped(1e300, in: .english) == "1e+300")
  }
}
