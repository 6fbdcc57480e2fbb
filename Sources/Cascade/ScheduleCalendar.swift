package import Curriculum
package import Scheduling
import Text

/// Writes calendars of a schedule.
///
/// Format: RFC 5545. Every session is an event of five whole days from the Monday of its week;
/// lines end with CR LF and are folded after 75 bytes, never inside a character.
package struct ScheduleCalendar {
  private let instance: ScheduleInstance
  private let sessions: [ScheduledSession]
  private let start: CalendarDate
  private let stamp: String

  /// Creates the calendars.
  ///
  /// `start` is the first day of week 1; `now` is the time that the events carry as theirs, in
  /// seconds since 1970.
  package init(
    instance: ScheduleInstance, sessions: [ScheduledSession], start: CalendarDate, now: Double
  ) {
    self.instance = instance
    self.sessions = sessions
    self.start = start
    stamp = Self.stamp(Int(now))
  }

  /// Returns the calendar of one trainer, or that of all where `trainer` is `nil`.
  package func text(of trainer: Int?) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//NASLA//Sala schedule//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
    ]
    if let trainer { lines.append("X-WR-CALNAME:" + Self.escaped(instance.trainers[trainer].id)) }
    let own = sessions.filter { trainer.map($0.trainers.contains) ?? true }
      .sorted { ($0.week, $0.province, $0.module) < ($1.week, $1.province, $1.module) }
    for session in own {
      let province = instance.provinces[session.province].id
      let module = instance.modules[session.module]
      let names = session.trainers.map { instance.trainers[$0].id }.joined(separator: ", ")
      let first = start.number + 7 * (session.week - 1)
      // The same session of the same trainer keeps its id when it moves to another week.
      let key = "\(province)\n\(module)\n\(trainer.map { instance.trainers[$0].id } ?? "")"
      lines += [
        "BEGIN:VEVENT", "UID:\(StableHash.hex64(key))@schedule.sala", "DTSTAMP:\(stamp)",
        "DTSTART;VALUE=DATE:\(Self.day(first))", "DTEND;VALUE=DATE:\(Self.day(first + 5))",
        "SUMMARY:" + Self.escaped("\(module), \(province)"),
        "LOCATION:" + Self.escaped(province), "DESCRIPTION:" + Self.escaped(names),
        "TRANSP:OPAQUE", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// Returns a file name for a trainer's calendar, made of letters that every file system takes.
  package func fileName(of trainer: Int) -> String {
    let id = instance.trainers[trainer].id
    let plain = id.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || scalar == "-" || scalar == "_")
    }
    return (plain && id.utf8.count <= 60 ? id : "trainer-\(trainer + 1)") + ".ics"
  }

  // MARK: Text

  /// Escapes what RFC 5545, 3.3.11 gives a meaning.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Folds a line after at most 75 bytes (RFC 5545, 3.1), between scalars.
  static func folded(_ line: String) -> String {
    var result = ""
    var count = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if count + size > 75 {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += size
    }
    return result
  }

  // MARK: Dates

  /// Days since 1970 to year, month, day.
  ///
  /// Source: Hinnant, chrono-compatible low-level date
  /// algorithms, `civil_from_days`.
  static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The number of a day as `CalendarDate` counts, as YYYYMMDD.
  private static func day(_ number: Int) -> String {
    let epoch = CalendarDate("1970-01-01")?.number ?? 0
    return compact(number - epoch)
  }

  private static func compact(_ days: Int) -> String {
    let date = civil(days)
    return padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static func stamp(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    return compact(days) + "T" + padded(rest / 3600, 2) + padded(rest / 60 % 60, 2)
      + padded(rest % 60, 2) + "Z"
  }
}
