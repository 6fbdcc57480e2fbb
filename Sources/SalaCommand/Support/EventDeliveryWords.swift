import Assessment
import Records
import Text

/// The words of the commands about the delivery of events.
enum EventDeliveryWords {
  static let oneLearner = LocalizedText(
    en: "Name one learner.", km: "សូមបញ្ជាក់សិក្ខាកាមតែម្នាក់។")
  static let nothingSaid = LocalizedText(
    en: "Say at least one thing, such as --from or --venue.",
    km: "សូមបញ្ជាក់យ៉ាងតិចមួយ ដូចជា --from ឬ --venue។")
  static let attendHow = LocalizedText(
    en: "Give either a table, or --day with --present, --half or --absent.",
    km: "សូមផ្តល់តារាង ឬ --day ជាមួយ --present, --half ឬ --absent។")
  static let teamHow = LocalizedText(
    en: "Give either --members or --dissolve.", km: "សូមផ្តល់ --members ឬ --dissolve។")

  // MARK: Questions

  static let interview = LocalizedText(
    en: "Press Enter where you do not know yet; 'sala event describe' adds it later.",
    km: "សូមចុច Enter បើមិនទាន់ដឹង។ 'sala event describe' អាចបន្ថែមពេលក្រោយ។")
  static let askTitle = LocalizedText(en: "Title in English:", km: "ចំណងជើងជាភាសាអង់គ្លេស៖")
  static let askTitleKm = LocalizedText(en: "Title in Khmer:", km: "ចំណងជើងជាភាសាខ្មែរ៖")
  static let askModules = LocalizedText(
    en: "Modules, with commas between ('all' for all):",
    km: "ម៉ូឌុល ដោយដាក់សញ្ញាក្បៀសនៅចន្លោះ ('all' សម្រាប់ទាំងអស់)៖")
  static let askFrom = LocalizedText(
    en: "First day, such as 2026-11-25:", km: "ថ្ងៃដំបូង ដូចជា 2026-11-25៖")
  static let askTo = LocalizedText(en: "Last day:", km: "ថ្ងៃចុងក្រោយ៖")
  static let askVenue = LocalizedText(en: "Place:", km: "ទីកន្លែង៖")
  static let askProvince = LocalizedText(en: "Province:", km: "ខេត្ត៖")

  // MARK: Done

  static func described(_ event: String) -> LocalizedText {
    LocalizedText(
      en: "Recorded what is new about '\(event)'.", km: "បានកត់ត្រាព័ត៌មានថ្មីអំពី '\(event)'។")
  }

  static func taught(_ event: String, _ time: String) -> LocalizedText {
    LocalizedText(
      en: "Teaching of '\(event)' began at \(time) (UTC).",
      km: "ការបង្រៀននៃ '\(event)' បានចាប់ផ្តើមនៅ \(time) (UTC)។")
  }

  static func assigned(_ event: String, _ record: AssignmentRecord) -> LocalizedText {
    if record.withdrawn == true {
      return LocalizedText(
        en: "'\(record.code)' does not teach '\(event)' any more.",
        km: "'\(record.code)' លែងបង្រៀន '\(event)'។")
    }
    return record.role == .lead
      ? LocalizedText(
        en: "'\(record.code)' leads '\(event)'.", km: "'\(record.code)' ដឹកនាំ '\(event)'។")
      : LocalizedText(
        en: "'\(record.code)' teaches '\(event)' beside the lead.",
        km: "'\(record.code)' ជាគ្រូឧទ្ទេសរួមនៃ '\(event)'។")
  }

  static func attended(_ day: Int, _ records: [AttendanceRecord]) -> LocalizedText {
    func count(_ presence: AttendanceRecord.Presence) -> Int {
      records.count { $0.presence == presence }
    }
    let (full, half, absent) = (count(.full), count(.half), count(.absent))
    return LocalizedText(
      en: "Day \(day): \(full) all day, \(half) half the day, \(absent) absent.",
      km: Khmer.withKhmerDigits(
        "ថ្ងៃទី \(day)៖ ពេញមួយថ្ងៃ \(full) នាក់ កន្លះថ្ងៃ \(half) នាក់ អវត្តមាន \(absent) នាក់។"))
  }

  static func namedTwice(_ code: String) -> Diagnostic {
    Diagnostic(
      "named-twice", at: SourceLocation(file: "--present"),
      LocalizedText(
        en: "'\(code)' is named in two of the lists.", km: "'\(code)' មានក្នុងបញ្ជីពីរ។"),
      remedy: LocalizedText(
        en: "Name everybody in one of --present, --half and --absent.",
        km: "សូមបញ្ជាក់ម្នាក់ៗក្នុងបញ្ជីតែមួយ៖ --present, --half ឬ --absent។"))
  }

  static func noRubric(_ id: String, known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    return LocalizedText(
      en: "There is no rubric '\(id)'; known are: \(list).",
      km: "គ្មានតារាងវាយតម្លៃ '\(id)' ទេ។ អាចប្រើបាន៖ \(list)។")
  }

  static func levels(_ rubric: Rubric) -> LocalizedText {
    func lines(_ language: Language) -> String {
      ([rubric.title.text(in: language)]
        + rubric.criteria.flatMap { criterion in
          ["\(criterion.id): \(criterion.title.text(in: language))"]
            + criterion.levels.enumerated().map { place, level in
              "  \(criterion.id)=\(place + 1)  \(level.text.text(in: language))"
            }
        }).joined(separator: "\n")
    }
    return LocalizedText(en: lines(.english), km: lines(.khmer))
  }

  static func observed(_ trainer: String) -> LocalizedText {
    LocalizedText(
      en: "Recorded what was seen of '\(trainer)'.", km: "បានកត់ត្រាការសង្កេតលើ '\(trainer)'។")
  }

  static func formed(_ record: TeamRecord) -> LocalizedText {
    if record.members.isEmpty {
      return LocalizedText(
        en: "The team '\(record.team)' is dissolved.", km: "ក្រុម '\(record.team)' ត្រូវបានរំលាយ។")
    }
    let count = record.members.count
    return LocalizedText(
      en: "The team '\(record.team)' has \(count) members.",
      km: "ក្រុម '\(record.team)' មានសមាជិក \(Khmer.withKhmerDigits("\(count)")) នាក់។")
  }

  static func certified(_ record: CertificationRecord) -> LocalizedText {
    let list = record.modules.joined(separator: ", ")
    if record.withdrawn == true {
      return LocalizedText(
        en: "'\(record.code)' may not teach \(list) any more.",
        km: "'\(record.code)' លែងអាចបង្រៀន \(list)។")
    }
    return LocalizedText(
      en:
        "'\(record.code)' may teach \(list) from \(record.from)\(record.until.map { " to \($0)" } ?? " on").",
      km:
        "'\(record.code)' អាចបង្រៀន \(list) ចាប់ពី \(record.from)\(record.until.map { " ដល់ \($0)" } ?? " ទៅ")។"
    )
  }

  static func role(_ record: RoleRecord) -> LocalizedText {
    record.withdrawn == true
      ? LocalizedText(
        en: "'\(record.code)' is no \(record.role.rawValue) any more.",
        km: "'\(record.code)' លែងជា \(record.role.rawValue)។")
      : LocalizedText(
        en: "'\(record.code)' is \(record.role.rawValue) now.",
        km: "'\(record.code)' ជា \(record.role.rawValue)។")
  }

  static func decided(_ record: ParticipationRecord) -> LocalizedText {
    record.included
      ? LocalizedText(
        en: "Results of '\(record.code)' count in reports.",
        km: "លទ្ធផលរបស់ '\(record.code)' រាប់ក្នុងរបាយការណ៍។")
      : LocalizedText(
        en: "Results of '\(record.code)' stay out of every report.",
        km: "លទ្ធផលរបស់ '\(record.code)' មិនរាប់ក្នុងរបាយការណ៍ណាមួយទេ។")
  }

  static func noSurvey(_ id: String, known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    return LocalizedText(
      en: "There is no survey form '\(id)'; known are: \(list).",
      km: "គ្មានកម្រងសំណួរ '\(id)' ទេ។ អាចប្រើបាន៖ \(list)។")
  }

  static func whoAnswers(_ known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    return LocalizedText(
      en: "Say who is asked with --respondent: \(list).",
      km: "សូមបញ្ជាក់អ្នកឆ្លើយដោយ --respondent៖ \(list)។")
  }

  static func asked(_ count: Int, _ form: String) -> LocalizedText {
    LocalizedText(
      en: "Asked about \(count) more learners with '\(form)'.",
      km: "បានសួរអំពីសិក្ខាកាម \(Khmer.withKhmerDigits("\(count)")) នាក់ថែមទៀត ដោយ '\(form)'។")
  }

  static func imported(_ plan: RecordsImport.Plan) -> LocalizedText {
    let (rows, known, facts) = (plan.rows, plan.known, plan.facts.count)
    return LocalizedText(
      en: "Read \(rows) rows: \(facts) new facts; \(known) rows say nothing new.",
      km: Khmer.withKhmerDigits(
        "បានអាន \(rows) ជួរ៖ កំណត់ត្រាថ្មី \(facts)។ \(known) ជួរគ្មានព័ត៌មានថ្មីទេ។"))
  }

  static func linked(_ record: LinkRecord) -> LocalizedText {
    record.from == record.to
      ? LocalizedText(
        en: "'\(record.from)' is a code of its own again.",
        km: "'\(record.from)' ជាកូដដោយឡែកវិញ។")
      : LocalizedText(
        en: "What was recorded of '\(record.from)' belongs to '\(record.to)'.",
        km: "អ្វីដែលកត់ត្រាក្រោម '\(record.from)' ជារបស់ '\(record.to)'។")
  }

  static func setAside(_ record: SetAsideRecord) -> LocalizedText {
    record.restored == true
      ? LocalizedText(
        en: "The attempt '\(record.attempt)' counts again.",
        km: "ការធ្វើតេស្ត '\(record.attempt)' រាប់វិញ។")
      : LocalizedText(
        en: "The attempt '\(record.attempt)' counts in no report.",
        km: "ការធ្វើតេស្ត '\(record.attempt)' មិនរាប់ក្នុងរបាយការណ៍ណាមួយទេ។")
  }
}
