import Assessment

/// How one event was delivered: of every kind of word the latest, under the codes of the people.
package struct EventDelivery: Sendable, Hashable {
  /// The id of the event.
  package var event: String
  /// What became known of it.
  package var details: EventDetails
  /// When teaching began; `nil` before.
  package var teachingBegan: String?
  /// Who teaches: leads first, then in the order of codes.
  package var trainers: [AssignmentRecord] = []
  /// How much of each day each person was there, by the number of the day and the code.
  package var attendance: [Int: [String: AttendanceRecord.Presence]] = [:]
  /// The teams that have members, in the order of their ids.
  package var teams: [TeamRecord] = []
  /// What observers saw, in the order of facts.
  package var observations: [ObservationRecord] = []
  /// Whether people let results into reports, by the code; who said nothing is not there.
  package var participation: [String: Bool] = [:]
  /// Who was asked by which form, each once.
  package var requests: [SurveyRequest] = []
  /// What was answered, in the order of facts.
  package var answers: [SurveyRecord] = []

  /// Joins what facts say of one event.
  package init(_ event: String, _ statements: Statements) {
    let links = CodeLinks(statements.links.map(\.record))
    self.event = event
    details = EventDetails(event: event)
    for said in statements.details where said.record.event == event {
      details = details.updated(with: said.record)
    }
    teachingBegan = statements.teaching.last { $0.record.event == event }?.record.began
    var assigned: [String: AssignmentRecord] = [:]
    for said in statements.assignments where said.record.event == event {
      assigned[links.person(said.record.code)] = said.record.under(links)
    }
    trainers = assigned.values.filter { $0.withdrawn != true }
      .sorted { ($0.role == .lead ? 0 : 1, $0.code) < ($1.role == .lead ? 0 : 1, $1.code) }
    for said in statements.attendance where said.record.event == event {
      attendance[said.record.day, default: [:]][links.person(said.record.code)] =
        said.record.presence
    }
    var formed: [String: TeamRecord] = [:]
    for said in statements.teams where said.record.event == event {
      formed[said.record.team] = said.record
    }
    teams = formed.values.filter { !$0.members.isEmpty }.sorted { $0.team < $1.team }
      .map { team in
        var team = team
        team.members = team.members.map(links.person)
        return team
      }
    observations = statements.observations.map(\.record).filter { $0.event == event }
    for scope in [nil, event] {
      for said in statements.participation where said.record.event == scope {
        participation[links.person(said.record.code)] = said.record.included
      }
    }
    var seen: Set<SurveyRequest> = []
    requests = statements.requests.map(\.record).filter { $0.event == event }
      .map { request in
        var request = request
        request.code = links.person(request.code)
        return request
      }
      .filter { request in
        var key = request
        key.date = ""
        return seen.insert(key).inserted
      }
    answers = statements.surveys.map(\.record).filter { $0.event == event }
      .map { answer in
        var answer = answer
        answer.code = links.person(answer.code)
        return answer
      }
  }

  /// How many were asked by a form and how many of those answered.
  package struct Response: Sendable, Hashable {
    /// The id of the form.
    package var form: String
    /// Who was asked.
    package var respondent: SurveyRecord.Respondent
    /// The people about whom it was asked.
    package var asked: Int
    /// Of those, about how many there is an answer.
    package var answered: Int
    /// The answers about people about whom nobody was asked, which no rate counts.
    package var unasked: Int

    /// The share of those asked who answered, 0 to 1; `nil` where nobody was asked.
    package var rate: Double? { asked > 0 ? Double(answered) / Double(asked) : nil }
  }

  /// The responses to each form, by form and respondent.
  package var responses: [Response] {
    struct Place: Hashable {
      var form: String
      var respondent: SurveyRecord.Respondent
    }
    let asked = Dictionary(grouping: requests) { Place(form: $0.form, respondent: $0.respondent) }
      .mapValues { Set($0.map(\.code)) }
    let answered = Dictionary(grouping: answers) {
      Place(form: $0.form, respondent: $0.respondent)
    }.mapValues { Set($0.map(\.code)) }
    return Set(asked.keys).union(answered.keys)
      .sorted {
        ($0.form, Self.rank($0.respondent)) < ($1.form, Self.rank($1.respondent))
      }
      .map { place in
        let (wanted, given) = (asked[place] ?? [], answered[place] ?? [])
        return Response(
          form: place.form, respondent: place.respondent, asked: wanted.count,
          answered: wanted.intersection(given).count, unasked: given.subtracting(wanted).count)
      }
  }

  private static func rank(_ respondent: SurveyRecord.Respondent) -> Int {
    SurveyRecord.Respondent.allCases.firstIndex(of: respondent) ?? 0
  }
}

extension EventDetails {
  /// Returns these details with whatever `later` knows in place of what was known.
  package func updated(with later: EventDetails) -> EventDetails {
    EventDetails(
      event: event, modules: later.modules ?? modules, generation: later.generation ?? generation,
      step: later.step ?? step, venue: later.venue ?? venue, province: later.province ?? province,
      from: later.from ?? from, to: later.to ?? to, language: later.language ?? language,
      status: later.status ?? status)
  }

  /// Returns what these details say beyond `known`; `nil` for nothing.
  package func news(beyond known: EventDetails) -> EventDetails? {
    func new<Value: Equatable>(_ value: Value?, _ old: Value?) -> Value? {
      value == old ? nil : value
    }
    let news = EventDetails(
      event: event, modules: new(modules, known.modules),
      generation: new(generation, known.generation), step: new(step, known.step),
      venue: new(venue, known.venue), province: new(province, known.province),
      from: new(from, known.from), to: new(to, known.to), language: new(language, known.language),
      status: new(status, known.status))
    return news == EventDetails(event: event) ? nil : news
  }
}

extension AssignmentRecord {
  /// Returns the assignment under the code of its person.
  func under(_ links: CodeLinks) -> AssignmentRecord {
    var own = self
    own.code = links.person(code)
    return own
  }
}
