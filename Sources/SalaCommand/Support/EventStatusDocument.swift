import Assessment
import Document
import Records
import Text

/// How the delivery of one event stands, as tables.
struct EventStatusDocument {
  let event: EventSummary
  let delivery: EventDelivery
  let statements: Statements
  let evaluated: EvaluatedAttempts

  /// The tables that have something to show.
  var blocks: [Document.Block] {
    var blocks: [Document.Block] = [.keyValues(about)]
    let tables = [attempts, attendance, trainers, teams, observations, responses]
    for table in tables where !table.rows.isEmpty { blocks.append(.table(table)) }
    return blocks
  }

  // MARK: The event

  private var about: KeyValues {
    let details = delivery.details
    let values: [(String, LocalizedText, String?)] = [
      ("status", Words.status, details.status?.rawValue),
      ("modules", Words.modules, details.modules?.joined(separator: " ")),
      ("generation", Words.generation, details.generation.map { "\($0)" }),
      ("step", Words.step, details.step), ("venue", Words.venue, details.venue),
      ("province", Words.province, details.province), ("from", Words.from, details.from),
      ("to", Words.to, details.to), ("taughtIn", Words.taughtIn, details.language),
      ("teachingBegan", Words.teachingBegan, delivery.teachingBegan),
      (
        "declined", Words.declined,
        "\(delivery.participation.values.count { !$0 })"
      ),
    ]
    return KeyValues(
      id: "event",
      items: values.map { key, title, value in
        KeyValues.Item(key: key, title: title, value: value.map { .text($0) } ?? .empty)
      })
  }

  // MARK: Tests

  private var attempts: Table {
    let own = evaluated.all.filter { $0.attempt.occasion != .practice }
      .sorted { one, other in
        (Self.rank(one), one.attempt.code, one.attempt.startedAt)
          < (Self.rank(other), other.attempt.code, other.attempt.startedAt)
      }
    return Table(
      id: "attempts",
      caption: LocalizedText(
        en: "Tests of '\(event.id)': which count, and what to know of them",
        km: "តេស្តនៃ '\(event.id)'៖ តេស្តណារាប់ និងអ្វីដែលគួរដឹង"),
      columns: [
        Table.Column("occasion", Words.occasion), Table.Column("code", EventWords.code),
        Table.Column("form", Words.form), Table.Column("started", Words.started),
        Table.Column("submitted", Words.submitted), Table.Column("fate", Words.fate),
        Table.Column("marks", Words.marks), Table.Column("attempt", Words.attempt),
      ],
      rows: own.map { judged in
        [
          .localized(EventWords.occasion(judged.attempt.occasion)), .text(judged.attempt.code),
          .text(judged.attempt.form), .text(judged.attempt.startedAt),
          judged.attempt.submittedAt.map { .text($0) } ?? .empty,
          .localized(Words.fate(judged.fate)),
          .text(judged.marks.map(\.rawValue).joined(separator: " ")), .text(judged.attempt.id),
        ]
      })
  }

  private static func rank(_ judged: EvaluatedAttempts.Judged) -> Int {
    Occasion.allCases.firstIndex(of: judged.attempt.occasion) ?? 0
  }

  // MARK: Days and people

  private var attendance: Table {
    let links = CodeLinks(statements.links.map(\.record))
    let enrolled = Set(event.learners.map { links.person($0.code) })
    return Table(
      id: "attendance",
      caption: LocalizedText(en: "Who was there, by day", km: "វត្តមានតាមថ្ងៃ"),
      columns: [
        Table.Column("day", Words.day, .number), Table.Column("full", Words.full, .number),
        Table.Column("half", Words.half, .number), Table.Column("absent", Words.absent, .number),
        Table.Column("unknown", Words.unknown, .number),
      ],
      rows: delivery.attendance.keys.sorted().map { day in
        let words = delivery.attendance[day] ?? [:]
        func count(_ presence: AttendanceRecord.Presence) -> Table.Cell {
          .integer(words.values.count { $0 == presence })
        }
        return [
          .integer(day), count(.full), count(.half), count(.absent),
          .integer(enrolled.subtracting(words.keys).count),
        ]
      })
  }

  private var trainers: Table {
    let certifications = statements.certifications.map(\.record)
    return Table(
      id: "trainers",
      caption: LocalizedText(en: "Who teaches", km: "គ្រូឧទ្ទេស"),
      columns: [
        Table.Column("code", EventWords.code), Table.Column("role", Words.role),
        Table.Column("days", Words.days), Table.Column("certified", Words.certified),
        Table.Column("observations", Words.observed, .number),
      ],
      rows: delivery.trainers.map { trainer in
        [
          .text(trainer.code), .text(trainer.role.rawValue),
          trainer.days.map { .text($0.map { "\($0)" }.joined(separator: " ")) } ?? .empty,
          .text(Self.certified(trainer.code, certifications)),
          .integer(delivery.observations.count { $0.trainer == trainer.code }),
        ]
      })
  }

  /// The modules that a person may teach by the latest word about each, with the last day.
  private static func certified(
    _ code: String, _ certifications: [CertificationRecord]
  ) -> String {
    var latest: [String: CertificationRecord] = [:]
    for record in certifications where record.code == code {
      for module in record.modules { latest[module] = record }
    }
    return latest.filter { $0.value.withdrawn != true }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value.from)/\($0.value.until ?? "")" }.joined(separator: ", ")
  }

  private var teams: Table {
    Table(
      id: "teams",
      caption: LocalizedText(en: "Teams", km: "ក្រុម"),
      columns: [Table.Column("team", Words.team), Table.Column("members", Words.members)],
      rows: delivery.teams.map {
        [.text($0.team), .text($0.members.joined(separator: " "))]
      })
  }

  private var observations: Table {
    Table(
      id: "observations",
      caption: LocalizedText(en: "What observers saw", km: "អ្វីដែលអ្នកសង្កេតឃើញ"),
      columns: [
        Table.Column("trainer", Words.trainer), Table.Column("observer", Words.observer),
        Table.Column("module", Words.module), Table.Column("day", Words.day),
        Table.Column("rubric", Words.rubric), Table.Column("levels", Words.levels),
        Table.Column("calibrated", Words.calibrated),
      ],
      rows: delivery.observations.map { seen in
        [
          .text(seen.trainer), .text(seen.observer), seen.module.map { .text($0) } ?? .empty,
          seen.day.map { .integer($0) } ?? .empty, .text(seen.rubric),
          .text(
            seen.levels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value + 1)" }
              .joined(separator: " ")),
          .localized(seen.calibrated ? Words.yes : Words.no),
        ]
      })
  }

  private var responses: Table {
    Table(
      id: "responses",
      caption: LocalizedText(
        en: "Answers to forms about reaction and behaviour", km: "ចម្លើយនៃកម្រងសំណួរ"),
      columns: [
        Table.Column("form", Words.survey), Table.Column("respondent", Words.respondent),
        Table.Column("asked", Words.asked, .number),
        Table.Column("answered", Words.answered, .number),
        Table.Column("rate", Words.rate, .number), Table.Column("unasked", Words.unasked, .number),
      ],
      rows: delivery.responses.map { response in
        [
          .text(response.form), .text(response.respondent.rawValue), .integer(response.asked),
          .integer(response.answered),
          .number(
            response.rate.map { 100 * $0 }, digits: 0, orMissing: Words.nobodyAsked),
          .integer(response.unasked),
        ]
      })
  }

  /// The words of these tables.
  private enum Words {
    static let status = LocalizedText(en: "status", km: "ស្ថានភាព")
    static let modules = LocalizedText(en: "modules", km: "ម៉ូឌុល")
    static let module = LocalizedText(en: "module", km: "ម៉ូឌុល")
    static let generation = LocalizedText(en: "generation", km: "ជំនាន់")
    static let step = LocalizedText(en: "step of the delivery path", km: "ជំហាននៃការអនុវត្ត")
    static let venue = LocalizedText(en: "place", km: "ទីកន្លែង")
    static let province = LocalizedText(en: "province", km: "ខេត្ត")
    static let from = LocalizedText(en: "first day", km: "ថ្ងៃដំបូង")
    static let to = LocalizedText(en: "last day", km: "ថ្ងៃចុងក្រោយ")
    static let taughtIn = LocalizedText(en: "language of the teaching", km: "ភាសាបង្រៀន")
    static let teachingBegan = LocalizedText(
      en: "teaching began (UTC)", km: "ការបង្រៀនចាប់ផ្តើម (UTC)")
    static let declined = LocalizedText(
      en: "learners who declined", km: "សិក្ខាកាមដែលមិនយល់ព្រម")
    static let occasion = LocalizedText(en: "test", km: "តេស្ត")
    static let form = LocalizedText(en: "form", km: "វិញ្ញាសា")
    static let started = LocalizedText(en: "begun", km: "ចាប់ផ្តើម")
    static let submitted = LocalizedText(en: "handed in", km: "បានប្រគល់")
    static let fate = LocalizedText(en: "counts", km: "ការរាប់")
    static let marks = LocalizedText(en: "marks", km: "សញ្ញា")
    static let attempt = LocalizedText(en: "attempt", km: "ការធ្វើតេស្ត")
    static let day = LocalizedText(en: "day", km: "ថ្ងៃទី")
    static let full = LocalizedText(en: "all day", km: "ពេញមួយថ្ងៃ")
    static let half = LocalizedText(en: "half the day", km: "កន្លះថ្ងៃ")
    static let absent = LocalizedText(en: "absent", km: "អវត្តមាន")
    static let unknown = LocalizedText(en: "not recorded", km: "មិនបានកត់ត្រា")
    static let role = LocalizedText(en: "role", km: "តួនាទី")
    static let days = LocalizedText(en: "days", km: "ថ្ងៃ")
    static let certified = LocalizedText(en: "certified for", km: "មានវិញ្ញាបនបត្រសម្រាប់")
    static let observed = LocalizedText(en: "observations", km: "ការសង្កេត")
    static let team = LocalizedText(en: "team", km: "ក្រុម")
    static let members = LocalizedText(en: "members", km: "សមាជិក")
    static let trainer = LocalizedText(en: "trainer", km: "គ្រូឧទ្ទេស")
    static let observer = LocalizedText(en: "observer", km: "អ្នកសង្កេត")
    static let rubric = LocalizedText(en: "rubric", km: "តារាងវាយតម្លៃ")
    static let levels = LocalizedText(en: "levels", km: "កម្រិត")
    static let calibrated = LocalizedText(en: "calibrated", km: "បានផ្ទៀងការវាយតម្លៃ")
    static let yes = LocalizedText(en: "yes", km: "បាទ/ចាស")
    static let no = LocalizedText(en: "no", km: "ទេ")
    static let survey = LocalizedText(en: "survey form", km: "កម្រងសំណួរ")
    static let respondent = LocalizedText(en: "who answers", km: "អ្នកឆ្លើយ")
    static let asked = LocalizedText(en: "asked", km: "បានសួរ")
    static let answered = LocalizedText(en: "answered", km: "បានឆ្លើយ")
    static let rate = LocalizedText(en: "response rate, %", km: "អត្រាឆ្លើយតប %")
    static let unasked = LocalizedText(
      en: "answered without being asked", km: "ឆ្លើយដោយមិនបានសួរ")
    static let nobodyAsked = LocalizedText(en: "nobody was asked", km: "មិនបានសួរនរណា")

    static func fate(_ fate: EvaluatedAttempts.Fate) -> LocalizedText {
      switch fate {
      case .counted: LocalizedText(en: "counts", km: "រាប់")
      case .retake: LocalizedText(en: "taken again, not counted", km: "ធ្វើម្តងទៀត មិនរាប់")
      case .afterTeaching:
        LocalizedText(en: "after teaching began, not counted", km: "ក្រោយការបង្រៀនចាប់ផ្តើម មិនរាប់")
      case .setAside: LocalizedText(en: "set aside", km: "ត្រូវបានដកចេញ")
      case .declined: LocalizedText(en: "declined", km: "មិនយល់ព្រម")
      case .awaiting: LocalizedText(en: "waits for a judgement", km: "រង់ចាំការវាយតម្លៃ")
      case .unfinished: LocalizedText(en: "not handed in", km: "មិនទាន់ប្រគល់")
      }
    }
  }
}
