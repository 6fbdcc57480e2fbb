import Assessment
import Document
import Records
import Text

/// What the figures rest on: curriculum, events, forms and keys.
struct OriginSection {
  let study: PrePostStudy

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = [.heading(ReportingMessages.originHeading)]
    blocks += warnings.map { .note(.warning, $0) }
    if hasOtherKeys { blocks.append(.note(.info, ReportingMessages.otherKeys)) }
    blocks.append(.keyValues(facts))
    if !events.isEmpty { blocks.append(.table(eventTable)) }
    if !tests.isEmpty { blocks.append(.table(formTable)) }
    if !rescorings.isEmpty { blocks.append(.table(rescoringTable)) }
    blocks += LeftOut(study.matching, study.input.rules).blocks
    if !rated.isEmpty { blocks.append(.table(ratingTable)) }
    let accommodated = tests.count(where: \.isAccommodated)
    if accommodated > 0 {
      blocks.append(.note(.info, ReportingMessages.accommodated(accommodated)))
    }
    let marks = tests.flatMap { $0.paperMarks.values }
    if !marks.isEmpty {
      blocks.append(
        .note(
          .info,
          ReportingMessages.paperMarks(
            blank: marks.count { $0 == .blank }, unclear: marks.count { $0 == .unclear },
            double: marks.count { $0 == .double })))
    }
    return blocks
  }

  private var content: TestContent { study.input.content }

  /// The tests that count, of people in pairs and out of them.
  private var tests: [ScoredAttempt] {
    study.pairs.flatMap { [$0.pre, $0.post] } + study.matching.preOnly + study.matching.postOnly
  }

  private var facts: KeyValues {
    KeyValues(
      id: "curriculum",
      items: [
        KeyValues.Item(
          key: "title", title: ReportingMessages.curriculum, value: .localized(content.title)),
        KeyValues.Item(
          key: "version", title: ReportingMessages.curriculumVersion, value: .text(content.version)),
        KeyValues.Item(
          key: "eventVersions", title: ReportingMessages.eventVersions,
          value: versions.isEmpty ? .empty : .text(versions.joined(separator: ", "))),
      ]
        + [study.input.signatures].compactMap { state in
          state.map {
            KeyValues.Item(
              key: "signatures", title: ReportingMessages.signatures,
              value: .localized(ReportingMessages.signatures($0)))
          }
        })
  }

  // MARK: Events

  private var events: [EventSummary] {
    let ids = Set(tests.compactMap(\.event))
    return study.input.events.filter { ids.contains($0.id) || !$0.learners.isEmpty }
      .sorted { $0.id < $1.id }
  }

  private var versions: [String] { Set(events.map(\.curriculumVersion)).sorted() }

  private var eventTable: Table {
    Table(
      id: "events", caption: ReportingMessages.eventsCaption,
      columns: [
        Table.Column("event", ReportingMessages.grouping(.event)),
        Table.Column("id", ReportingMessages.id),
        Table.Column("curriculumVersion", ReportingMessages.curriculumVersion),
        Table.Column("forms", ReportingMessages.forms),
        Table.Column("enrolled", ReportingMessages.enrolled, .number),
      ],
      rows: events.map { event in
        [
          .localized(event.title.isEmpty ? LocalizedText(same: event.id) : event.title),
          .text(event.id), .text(event.curriculumVersion),
          .text(event.forms.joined(separator: ", ")), .integer(enrolled(event)),
        ]
      })
  }

  /// How many people are enrolled; codes that are linked are one person.
  private func enrolled(_ event: EventSummary) -> Int {
    Set(event.learners.map { study.input.rules.links.person($0.code) }).count
  }

  // MARK: Forms

  private var formTable: Table {
    let byForm = Dictionary(grouping: tests, by: \.form).sorted { $0.key < $1.key }
    return Table(
      id: "forms", caption: ReportingMessages.formsCaption,
      columns: [
        Table.Column("form", ReportingMessages.form), Table.Column("id", ReportingMessages.id),
        Table.Column("versions", ReportingMessages.versions),
        Table.Column("questions", ReportingMessages.questionCount),
        Table.Column("maximum", ReportingMessages.maximum),
        Table.Column("tests", ReportingMessages.countedTests, .number),
      ],
      rows: byForm.map { form, tests in
        [
          .localized(content.formTitle(form)), .text(form),
          .text(Set(tests.map(\.formVersion)).sorted().joined(separator: ", ")),
          .text(Self.list(tests.map { test in Double(test.outcomes.count { $0.maximum > 0 }) })),
          .text(Self.list(tests.map(\.maximum))), .integer(tests.count),
        ]
      }, footnotes: [ReportingMessages.percentNote])
  }

  /// Returns the different numbers in order, such as `29, 30`; whole ones without decimals.
  private static func list(_ numbers: [Double]) -> String {
    Set(numbers).sorted()
      .map { NumberText.fixed($0, digits: $0 == $0.rounded() ? 0 : 2) }
      .joined(separator: ", ")
  }

  // MARK: Keys

  private var warnings: [LocalizedText] {
    var warnings: [LocalizedText] = []
    if study.input.signatures == .failed { warnings.append(ReportingMessages.notSound) }
    if versions.count > 1 { warnings.append(ReportingMessages.severalVersions) }
    for (form, tests) in Dictionary(grouping: tests, by: \.form).sorted(by: { $0.key < $1.key })
    where Set(tests.map(\.formVersion)).count > 1 {
      warnings.append(ReportingMessages.formVersions(content.formTitle(form)))
    }
    let twice = keys.filter { $0.value.count > 1 }.keys.sorted()
    if !twice.isEmpty { warnings.append(ReportingMessages.twoKeys(twice)) }
    let waiting = study.input.attempts.count {
      $0.awaitsRater && ($0.occasion == .pre || $0.occasion == .post)
    }
    if waiting > 0 { warnings.append(ReportingMessages.awaitRater(waiting)) }
    return warnings
  }

  // MARK: Rescorings

  /// A rescoring with the form of its test.
  private struct Rescored {
    var form: String
    var past: PastRescoring
  }

  /// The questions that were scored again in the tests that count, each key with its reason.
  private var rescorings: [[Rescored]] {
    let all = tests.flatMap { test in
      test.rescorings.map { Rescored(form: test.form, past: $0) }
    }
    return Dictionary(grouping: all) { [$0.past.item, $0.past.newKey, $0.past.reason] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private var rescoringTable: Table {
    Table(
      id: "rescorings", caption: ReportingMessages.rescoringsCaption,
      columns: [
        Table.Column("item", ReportingMessages.rescoredItem),
        Table.Column("oldKeys", ReportingMessages.oldKeys),
        Table.Column("newKey", ReportingMessages.newKey),
        Table.Column("reason", ReportingMessages.rescoringReason),
        Table.Column("forms", ReportingMessages.rescoredForms),
        Table.Column("first", ReportingMessages.firstRescored),
        Table.Column("last", ReportingMessages.rescoredOn),
        Table.Column("tests", ReportingMessages.countedTests, .number),
      ],
      rows: rescorings.compactMap { same in
        guard let one = same.first?.past else { return nil }
        let times = same.map(\.past.time)
        return [
          .text(one.item),
          .text(Set(same.compactMap(\.past.oldKey)).sorted().joined(separator: ", ")),
          .text(one.newKey), .text(one.reason),
          .text(Set(same.map(\.form)).sorted().joined(separator: ", ")),
          .text(times.min() ?? ""), .text(times.max() ?? ""), .integer(same.count),
        ]
      })
  }

  // MARK: Ratings

  /// The judgements of each question by each rubric in the tests that count.
  private var rated: [(item: String, rubric: String, tests: [[PastRating]])] {
    let byTest = tests.flatMap { test in
      Dictionary(grouping: test.ratings) { [$0.item, $0.rubric] }.map { ($0.key, $0.value) }
    }
    return Dictionary(grouping: byTest, by: \.0)
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { ($0.key.first ?? "", $0.key.last ?? "", $0.value.map(\.1)) }
  }

  private var ratingTable: Table {
    Table(
      id: "ratings", caption: ReportingMessages.ratingsCaption,
      columns: [
        Table.Column("item", ReportingMessages.rescoredItem),
        Table.Column("rubric", ReportingMessages.ratedRubric),
        Table.Column("tests", ReportingMessages.countedTests, .number),
        Table.Column("judgements", ReportingMessages.judgements, .number),
        Table.Column("raters", ReportingMessages.raters, .number),
      ],
      rows: rated.map { item, rubric, tests in
        let all = tests.flatMap(\.self)
        return [
          .text(item), .text(rubric), .integer(tests.count), .integer(all.count),
          .integer(Set(all.map(\.rater)).count),
        ]
      }, footnotes: [ReportingMessages.ratingsNote])
  }

  /// The versions of the key that each question was scored by.
  private var keys: [String: Set<String>] {
    tests.flatMap(\.outcomes).filter { $0.maximum > 0 }
      .reduce(into: [:]) { $0[$1.item, default: []].insert($1.keyVersion) }
  }

  /// Whether a question was scored by a key that is not the curriculum's any more.
  private var hasOtherKeys: Bool {
    keys.contains { item, versions in
      content.questions[item].map { !versions.isSubset(of: [$0.keyVersion]) } ?? false
    }
  }
}
