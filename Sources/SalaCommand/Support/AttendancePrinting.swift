import Paper
import Records
import Text

/// The days of an event, as far as the records know them.
struct EventDays {
  /// The days with their dates; `nil` where a date is not known.
  var dates: [KhmerDate?]
  /// Whether nobody recorded how many days there are.
  var isGuess = false
  /// The place; `nil` where nobody said it.
  var venue: String?

  /// The number of days for which a list has room where nobody said how many there are.
  static let usual = 3
  /// The most days of an event; more is a slip of the pen.
  static let most = 31

  init(_ event: EventSummary, _ statements: Statements) {
    var from: KhmerDate?
    var to: KhmerDate?
    for said in statements.details where said.record.event == event.id {
      from = said.record.from.flatMap { KhmerDate(iso: $0) } ?? from
      to = said.record.to.flatMap { KhmerDate(iso: $0) } ?? to
      venue = said.record.venue ?? venue
    }
    dates = []
    if var day = from, let end = to ?? from, day <= end {
      while day <= end, dates.count < Self.most {
        dates.append(day)
        day = day.next
      }
    }
    let last = statements.attendance.filter { $0.record.event == event.id }.map(\.record.day).max()
    while dates.count < min(Self.most, last ?? 0) { dates.append(nil) }
    if dates.isEmpty {
      dates = [KhmerDate?](repeating: nil, count: Self.usual)
      isGuess = true
    }
  }

  /// Takes a number of days and a first day that were given in the call.
  mutating func take(count: Int?, from: KhmerDate?) {
    if let from {
      var day = from
      dates = dates.indices.map { _ in
        defer { day = day.next }
        return day
      }
    }
    guard let count else { return }
    isGuess = false
    while dates.count > count { dates.removeLast() }
    while dates.count < count { dates.append(dates.last.flatMap { $0 }.map(\.next)) }
  }
}

extension KhmerDate {
  /// The day after.
  var next: KhmerDate {
    KhmerDate(year: year, month: month, day: day + 1)
      ?? KhmerDate(year: year, month: month + 1, day: 1)
      ?? KhmerDate(year: year + 1, month: 1, day: 1) ?? self
  }
}

/// The list to sign.
struct AttendancePrinting {
  let event: EventSummary
  let days: EventDays
  let store: Store
  var names: [String: PersonName] = [:]

  func files(_ languages: [Language]) throws -> [PrintWriting.File] {
    let people = Dictionary(try store.people().map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    return languages.map { language in
      let rows = event.learners.map { learner in
        PaperAttendance.Row(
          number: learner.number, code: learner.code,
          name: names[learner.code].map {
            LocalizedText(en: $0.latin, km: $0.khmer).text(in: language)
          },
          sex: people[learner.code]?.sex.flatMap { PrintWords.sex[$0]?.text(in: language) })
      }
      let list = PaperAttendance(
        event: event.title, venue: days.venue, days: days.dates, rows: rows,
        isSynthetic: store.isSynthetic)
      return PrintWriting.File(
        name: "attendance-\(language.rawValue)", sheets: list.sheets(language))
    }
  }
}
