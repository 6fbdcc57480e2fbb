package import Assessment
package import Text

/// The ids of a curriculum that words about events may name.
package struct CourseIDs: Sendable, Hashable {
  /// The id of each module, by every name that it goes by.
  package var modules: [String: String]
  /// The ids of the modules in their order.
  package var moduleOrder: [String]
  /// The ids of the steps of the delivery path; empty where there is none.
  package var steps: [String]
  /// The ids of the forms about reaction and behaviour.
  package var surveys: [SurveyForm]
  /// The rubrics.
  package var rubrics: [Rubric]

  /// Creates ids.
  ///
  /// - Parameters:
  ///   - modules: The id of each module with the other names that it goes by.
  ///   - steps: The ids of the steps of the delivery path.
  ///   - surveys: The forms about reaction and behaviour.
  ///   - rubrics: The rubrics.
  package init(
    modules: [(id: String, names: [String])] = [], steps: [String] = [],
    surveys: [SurveyForm] = [], rubrics: [Rubric] = []
  ) {
    moduleOrder = modules.map(\.id)
    self.modules = [:]
    for module in modules {
      for name in [module.id] + module.names { self.modules[name] = module.id }
    }
    self.steps = steps
    self.surveys = surveys
    self.rubrics = rubrics
  }

  /// Returns the ids of modules typed with commas or spaces between, and a finding for each that
  /// is none; `all` stands for all.
  package func modules(
    _ text: String, option: String
  ) -> (ids: [String], findings: [Diagnostic]) {
    var ids: [String] = []
    var findings: [Diagnostic] = []
    for part in text.split(whereSeparator: { ",;|".contains($0) || $0.isWhitespace }) {
      let name = String(part)
      let own = name == "all" ? moduleOrder : modules[name].map { [$0] } ?? []
      if own.isEmpty {
        findings.append(
          DeliveryMessages.unknown(
            SourceLocation(file: option), "unknown-module", DeliveryMessages.module, name,
            known: moduleOrder))
      }
      for id in own where !ids.contains(id) { ids.append(id) }
    }
    if ids.isEmpty, findings.isEmpty {
      findings.append(DeliveryMessages.empty(SourceLocation(file: option)))
    }
    return (ids, findings)
  }
}

/// Plans words about the delivery of events; pure functions from what is known to what to record.
///
/// The place of each finding is the option that it is about, such as `--modules`.
package enum DeliveryPlanning {
  /// Plans what is said of an event beyond its creation.
  ///
  /// - Parameters:
  ///   - said: What is said; the ids of modules are those of the curriculum.
  ///   - before: What was known.
  ///   - course: What the curriculum knows.
  /// - Returns: The plan, with what is new alone; refused are days that are none, an end before the
  ///   beginning, a province, a step or a language that is none, and a generation outside 0 to 20.
  package static func describe(
    _ said: EventDetails, before: EventDetails, course: CourseIDs
  ) -> FactPlan {
    var findings: [Diagnostic] = []
    func at(_ option: String) -> SourceLocation { SourceLocation(file: option) }
    if let generation = said.generation, !(0...20).contains(generation) {
      findings.append(DeliveryMessages.badNumber(at("--generation"), 0...20))
    }
    if let step = said.step, !course.steps.isEmpty, !course.steps.contains(step) {
      findings.append(
        DeliveryMessages.unknown(
          at("--step"), "unknown-step", DeliveryMessages.step, step, known: course.steps))
    }
    if let province = said.province, ProvinceNames.known(province) != province {
      findings.append(
        DeliveryMessages.unknown(
          at("--province"), "unknown-province", DeliveryMessages.province, province,
          known: CambodianProvinces.all.map(\.id)))
    }
    if let language = said.language, Language(rawValue: language) == nil {
      findings.append(
        DeliveryMessages.unknown(
          at("--taught-in"), "unknown-language", DeliveryMessages.language, language,
          known: Language.allCases.map(\.rawValue)))
    }
    for (option, day) in [("--from", said.from), ("--to", said.to)] {
      if let day, CalendarDay.number(day) == nil {
        findings.append(DeliveryMessages.badDay(at(option), day))
      }
    }
    let after = before.updated(with: said)
    if findings.isEmpty, let from = after.from, let to = after.to, from > to {
      findings.append(DeliveryMessages.endsBefore(at(said.to == nil ? "--from" : "--to"), from, to))
    }
    guard findings.isEmpty else { return FactPlan(facts: [], findings: findings) }
    guard let news = said.news(beyond: before) else {
      return FactPlan(facts: [], findings: [DeliveryMessages.known(at(said.event))])
    }
    return FactPlan(facts: [.eventDescribed(news)], findings: [])
  }

  /// Plans the moment when teaching began.
  ///
  /// - Parameters:
  ///   - record: The moment.
  ///   - before: The moment that was said before, or `nil`.
  ///   - now: The time of the clock, in seconds since 1970.
  /// - Returns: The plan; refused are a time that is none or lies in the future. Another moment
  ///   than before is a warning, as it changes which tests are pre-tests.
  package static func teach(
    _ record: TeachingRecord, before: String?, now: Double
  ) -> FactPlan {
    let place = SourceLocation(file: "--at")
    guard let seconds = Timestamp.seconds(record.began) else {
      return FactPlan(facts: [], findings: [DeliveryMessages.badTime(place, record.began)])
    }
    // A minute, as clocks of laptops differ.
    if seconds > now + 60 {
      return FactPlan(facts: [], findings: [DeliveryMessages.inFuture(place, record.began)])
    }
    if record.began == before {
      return FactPlan(facts: [], findings: [DeliveryMessages.known(place)])
    }
    let findings = before.map { [DeliveryMessages.taughtBefore(place, $0)] } ?? []
    return FactPlan(
      facts: [.teachingBegan(record)], findings: findings + by(record.by))
  }

  /// Plans who teaches an event, or does so no more.
  ///
  /// - Parameters:
  ///   - record: The assignment.
  ///   - held: What holds of this trainer, or `nil`.
  ///   - others: What holds of the other trainers of the event.
  ///   - event: The event as it stands.
  ///   - days: The days of the event, where they are known.
  /// - Returns: The plan; refused are days outside the event and a withdrawal of nothing. A second
  ///   lead, and a trainer who is a learner of the same event, are warnings.
  package static func assign(
    _ record: AssignmentRecord, held: AssignmentRecord?, others: [AssignmentRecord],
    event: EventSummary, days: EventDays?
  ) -> FactPlan {
    var findings: [Diagnostic] = []
    let place = SourceLocation(file: "--trainer")
    for day in record.days ?? [] where !(1...(days?.count ?? 366)).contains(day) {
      findings.append(
        DeliveryMessages.dayOutside(SourceLocation(file: "--days"), day, days: days))
    }
    if record.withdrawn == true, held == nil || held?.withdrawn == true {
      findings.append(DeliveryMessages.notAssigned(place, record.code, event: event.id))
    }
    if findings.isEmpty, held == record {
      return FactPlan(facts: [], findings: [DeliveryMessages.known(place)])
    }
    if record.withdrawn != true {
      if record.role == .lead,
        let lead = others.first(where: { $0.role == .lead && $0.code != record.code })
      {
        findings.append(DeliveryMessages.twoLeads(SourceLocation(file: "--role"), lead.code))
      }
      if event.learner(record.code) != nil {
        findings.append(DeliveryMessages.learnerTeaches(place, record.code))
      }
    }
    return FactPlan(facts: [.trainerAssigned(record)], findings: findings)
  }

  /// Plans who was there on a day; what holds already adds nothing.
  ///
  /// - Parameters:
  ///   - records: Who was there; one word for each code and day.
  ///   - delivery: What is known of the event.
  /// - Returns: The plan; refused is a day outside the event.
  package static func attend(
    _ records: [AttendanceRecord], delivery: EventDelivery
  ) -> FactPlan {
    let days = EventDays(delivery.details)
    var findings: [Diagnostic] = []
    for day in Set(records.map(\.day)).sorted() where !(1...(days?.count ?? 366)).contains(day) {
      findings.append(
        DeliveryMessages.dayOutside(SourceLocation(file: "--day"), day, days: days))
    }
    let news = records.filter { delivery.attendance[$0.day]?[$0.code] != $0.presence }
    findings += by(records.first?.by)
    if findings.isEmpty, news.isEmpty {
      findings.append(DeliveryMessages.known(SourceLocation(file: delivery.event)))
    }
    return FactPlan(facts: news.map { .attendanceRecorded($0) }, findings: findings)
  }

  /// Plans a team of an event, or with no members its end.
  ///
  /// - Parameters:
  ///   - record: The team; its members are enrolled.
  ///   - teams: The teams that there are.
  ///   - people: What is known about people, for the sides that members stand on.
  /// - Returns: The plan; refused is an id that is none. Members who stand on one side alone, and
  ///   a member of another team, are warnings.
  package static func team(
    _ record: TeamRecord, teams: [TeamRecord], people: [PersonAttributes]
  ) -> FactPlan {
    let place = SourceLocation(file: "--members")
    var findings: [Diagnostic] = []
    if !EventPlanning.isID(record.team) {
      findings.append(DeliveryMessages.badTeam(SourceLocation(file: record.team)))
    }
    if teams.first(where: { $0.team == record.team })?.members == record.members {
      return FactPlan(facts: [], findings: findings + [DeliveryMessages.known(place)])
    }
    for other in teams where other.team != record.team {
      for code in record.members where other.members.contains(code) {
        findings.append(DeliveryMessages.inTwoTeams(place, code, other: other.team))
      }
    }
    let members = Set(record.members)
    let sides = Set(people.filter { members.contains($0.code) }.compactMap(\.sector))
    if record.members.count > 1, sides.count == 1, let side = sides.first {
      findings.append(DeliveryMessages.notMixed(place, record.team, side: side))
    }
    return FactPlan(facts: [.teamFormed(record)], findings: findings)
  }

  /// Plans what an observer saw.
  ///
  /// - Parameters:
  ///   - record: The observation; its rubric's version and its levels are filled in.
  ///   - rubric: The rubric.
  ///   - typed: The levels as they were typed: `criterion=N`, from 1 on.
  ///   - delivery: What is known of the event.
  /// - Returns: The plan; refused are levels that are none and a day outside the event. A trainer
  ///   who is not assigned, one who observes herself and an observer who was not calibrated are
  ///   warnings.
  package static func observe(
    _ record: ObservationRecord, rubric: Rubric, typed: [String], delivery: EventDelivery
  ) -> FactPlan {
    let (levels, wrong) = RatingPlanning.levels(typed, rubric: rubric, option: "--level")
    var record = record
    record.rubric = rubric.id
    record.rubricVersion = rubric.scaleVersion
    record.levels = levels
    var findings = wrong
    let days = EventDays(delivery.details)
    if let day = record.day, !(1...(days?.count ?? 366)).contains(day) {
      findings.append(
        DeliveryMessages.dayOutside(SourceLocation(file: "--day"), day, days: days))
    }
    guard findings.isEmpty else { return FactPlan(facts: [], findings: findings) }
    if delivery.observations.contains(record) {
      return FactPlan(
        facts: [], findings: [DeliveryMessages.known(SourceLocation(file: delivery.event))])
    }
    let place = SourceLocation(file: "--trainer")
    if !delivery.trainers.contains(where: { $0.code == record.trainer }) {
      findings.append(
        DeliveryMessages.trainerNotAssigned(place, record.trainer, event: delivery.event))
    }
    if record.trainer == record.observer { findings.append(DeliveryMessages.observesSelf(place)) }
    if !record.calibrated {
      findings.append(DeliveryMessages.notCalibrated(SourceLocation(file: "--calibrated")))
    }
    return FactPlan(facts: [.observationGiven(record)], findings: findings)
  }

  /// A finding where whoever says something is named by more than a code.
  static func by(_ by: String?) -> [Diagnostic] {
    guard let by, !RatingPlanning.isCode(by) else { return [] }
    return [DeliveryMessages.badBy(by)]
  }
}
