import Testing

@testable import Records

@Suite("A timestamp")
struct TimestampTests {
  @Test(
    "is the text of a point in time",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_767_614_400_000, "2026-01-05T12:00:00.000Z"),
      (951_782_399_999, "2000-02-28T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (-1, "1969-12-31T23:59:59.999Z"), (-11_676_096_000_000, "1600-01-01T00:00:00.000Z"),
      (Int.max, "9999-12-31T23:59:59.999Z"), (Int.min, "0000-01-01T00:00:00.000Z"),
    ])
  func text(milliseconds: Int, text: String) {
    #expect(Timestamp.text(unixMilliseconds: milliseconds) == text)
    #expect(Timestamp.isValid(text))
  }

  @Test(
    "is refused where it is not RFC 3339 in UTC, or no such day or hour exists",
    arguments: [
      "", "2026-01-05", "2026-01-05T12:00:00", "2026-01-05T12:00:00+07:00", "2026-02-29T12:00:00Z",
      "2026-04-31T12:00:00Z", "2026-13-01T12:00:00Z", "2026-00-01T12:00:00Z",
      "2026-01-00T12:00:00Z", "2026-01-05T24:00:00Z", "2026-01-05T12:60:00Z",
      "2026-01-05T12:00:60Z", "2026-01-05 12:00:00Z", "2026-01-05T12:00:00.00Z",
      "1900-02-29T12:00:00Z",
    ])
  func invalid(text: String) {
    #expect(!Timestamp.isValid(text))
  }
}
