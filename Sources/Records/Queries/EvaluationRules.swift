package import Assessment

/// What decides which attempts an evaluation counts: links of codes, when teaching began, what was
/// set aside, who declined, who is to be forgotten.
package struct EvaluationRules: Sendable, Hashable {
  /// Which codes are one person's.
  package var links = CodeLinks()
  /// When teaching began, in seconds since 1970, by the id of the event.
  package var teachingBegan: [String: Double] = [:]
  /// When each occasion was first closed, in seconds since 1970, by the id of the event.
  package var firstClosed: [String: [Occasion: Double]] = [:]
  /// The attempts that count in no report, with the reason.
  package var setAside: [String: String] = [:]
  /// Whether people let their results into reports, by the id of the event and the person's code;
  /// an empty id stands for all events.
  package var participation: [String: [String: Bool]] = [:]
  /// The people who are to be forgotten; their results stay, without a word of who they are.
  package var forgotten: Set<String> = []
  /// Whether a pre-test that was handed in after teaching began counts as a pre-test.
  package var includesLatePreTests = false

  /// Creates rules by which nothing is special.
  package init() {}

  /// Joins what facts say: of each attempt, person and event the latest word holds.
  ///
  /// - Parameters:
  ///   - statements: What facts say beside tests.
  ///   - events: The events, for when their occasions were closed.
  ///   - includesLatePreTests: Whether a pre-test handed in after teaching began counts.
  package init(
    _ statements: Statements, events: [EventSummary], includesLatePreTests: Bool = false
  ) {
    links = CodeLinks(statements.links.map(\.record))
    self.includesLatePreTests = includesLatePreTests
    for said in statements.teaching {
      teachingBegan[said.record.event] = Timestamp.seconds(said.record.began)
    }
    for event in events {
      for closing in event.firstClosed {
        firstClosed[event.id, default: [:]][closing.occasion] = Timestamp.seconds(closing.time)
      }
    }
    for said in statements.setAside {
      setAside[said.record.attempt] = said.record.restored == true ? nil : said.record.reason
    }
    for said in statements.participation {
      participation[said.record.event ?? "", default: [:]][links.person(said.record.code)] =
        said.record.included
    }
    forgotten = Set(statements.tombstones.map { links.person($0.record.code) })
  }

  /// Tells whether a person lets the results of an event into no report: what was said of the event
  /// goes before what was said of all. The code is that of the person, links followed.
  package func hasDeclined(_ person: String, event: String?) -> Bool {
    let word = event.flatMap { participation[$0]?[person] } ?? participation[""]?[person]
    return word == false
  }
}
