package import Curriculum
import Document
import Psychometrics
package import Records
import Text

/// What was reached of what the programme wants to reach (Kirkpatrick's level 4 as far as records
/// go): each indicator with its baseline, its target and its value, for everybody, each sex and each
/// province.
///
/// Unique people stand apart from participations: who comes to three events is one person and three
/// participations. Counts of people are shown however small; figures of scores are hidden as in
/// every report.
package enum ResultsReport {
  /// Returns the report.
  ///
  /// - Parameters:
  ///   - framework: The indicators.
  ///   - attendance: Who was there on which day.
  ///   - input: Attempts, people and events, in any order.
  ///   - groupings: Attributes of people beside sex and province, each for itself.
  /// - Returns: The report; refused where the framework has no indicator.
  package static func report(
    _ framework: ResultsFramework, attendance: [AttendanceRecord], _ input: PrePostInput,
    by groupings: [Grouping] = []
  ) -> Report {
    var document = ReportFrame.document(.resultsFramework, input)
    guard !framework.indicators.isEmpty else { return ReportFrame.refused(document) }
    document.blocks.append(.paragraph(framework.title))
    let attributes =
      [Grouping.sex, .province]
      + groupings.filter { $0.isOfPerson && $0 != .sex && $0 != .province }
    document.blocks.append(
      .table(
        Table(
          id: "indicators", caption: ResultsWords.indicatorsCaption, columns: columns,
          rows: framework.indicators.flatMap { indicator in
            ResultsReckoning(indicator, attendance, input, by: attributes).rows
          }, footnotes: ResultsWords.footnotes)))
    let others = framework.indicators.filter { $0.formula == nil }
    if !others.isEmpty {
      document.blocks += [
        .heading(ResultsWords.elsewhereHeading), .paragraph(ResultsWords.elsewhere),
        .list(others.map(ResultsWords.source)),
      ]
    }
    document.blocks += ReportFrame.leftOut(input)
    document.blocks += [.heading(ResultsWords.meaningHeading), .table(meanings(framework))]
    return Report(document: document)
  }

  private static let columns = [
    Table.Column("indicator", ResultsWords.indicator), Table.Column("group", ResultsWords.group),
    Table.Column("value", ResultsWords.value, .number),
    Table.Column("unit", ResultsWords.unit),
    Table.Column("participations", ResultsWords.participations, .number),
    Table.Column("baseline", ResultsWords.baseline, .number),
    Table.Column("target", ResultsWords.target, .number),
    Table.Column("reached", ResultsWords.reached, .number),
  ]

  /// What each indicator means and where its figures come from.
  private static func meanings(_ framework: ResultsFramework) -> Table {
    Table(
      id: "meanings", caption: ResultsWords.meaningHeading,
      columns: [
        Table.Column("indicator", ResultsWords.indicator), Table.Column("text", ResultsWords.text),
        Table.Column("measures", ResultsWords.measures),
        Table.Column("formula", ResultsWords.formula), Table.Column("source", ResultsWords.method),
        Table.Column("period", ResultsWords.period),
      ],
      rows: framework.indicators.map { indicator in
        [
          .text(indicator.id), .localized(indicator.text), .text(indicator.measuredID),
          .localized(indicator.formula.map(ResultsWords.formula) ?? ResultsWords.byHand),
          .localized(indicator.method),
          indicator.period.map { .text("\($0.value.from.text) – \($0.value.to.text)") } ?? .empty,
        ]
      })
  }
}

/// The rows of one indicator.
struct ResultsReckoning {
  private let indicator: ResultsFramework.Indicator
  private let study: PrePostStudy
  private let present: Set<Participation>
  private let people: [String: PersonAttributes]
  private let attributes: [Grouping]

  /// A person at an event.
  private struct Participation: Hashable {
    var event: String
    var code: String
  }

  init(
    _ indicator: ResultsFramework.Indicator, _ attendance: [AttendanceRecord],
    _ input: PrePostInput, by attributes: [Grouping]
  ) {
    self.indicator = indicator
    self.attributes = attributes
    var input = input
    if let period = indicator.period?.value {
      input.attempts = input.attempts.filter { attempt in
        let day = (attempt.submittedAt ?? attempt.startedAt).prefix(10)
        return CalendarDate(String(day)).map { period.from <= $0 && $0 <= period.to } ?? false
      }
    }
    study = PrePostStudy(input)
    var latest: [Participation: [Int: AttendanceRecord.Presence]] = [:]
    for record in attendance {
      let code = input.rules.links.person(record.code)
      latest[Participation(event: record.event, code: code), default: [:]][record.day] =
        record.presence
    }
    present = Set(latest.filter { $0.value.values.contains { $0 != .absent } }.keys)
    people = input.knownPeople
  }

  var rows: [[Table.Cell]] {
    let head = [everybody]
    guard indicator.formula != nil else { return head.map { row($0) } }
    return (head + attributes.flatMap(groups)).map { row($0) }
  }

  /// A group of people: everybody, a sex or a province.
  private struct Group {
    var attribute: String?
    var value: String
    var title: LocalizedText
    var verdict = Suppression.Verdict.shown
  }

  private var everybody: Group {
    Group(attribute: nil, value: "", title: ResultsWords.everybody)
  }

  private func groups(_ grouping: Grouping) -> [Group] {
    let attribute = grouping.rawValue
    let names = PeopleGrouping(attributes: [grouping], input: study.input)
    let wanted = indicator.groupTargets.filter { $0.attribute == attribute }.map(\.value)
    let values = Set(participations.map { self.value($0.code, attribute) } + wanted)
      .sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
    let counts: [(values: [String], count: Int)] = values.map { value in
      (
        [value],
        Set(study.pairs.map(\.pre.code)).count { self.value($0, attribute) == value }
      )
    }
    let verdicts = Suppression.verdicts(counts.filter { $0.count > 0 })
    let hidden = Dictionary(
      zip(counts.filter { $0.count > 0 }.map(\.values), verdicts),
      uniquingKeysWith: { first, _ in first })
    return values.map { value in
      Group(
        attribute: attribute, value: value, title: title(grouping, names.title(grouping, value)),
        verdict: hidden[[value]] ?? .tooFew)
    }
  }

  /// A name alone says enough of a sex and a province; of `yes` it does not.
  private func title(_ grouping: Grouping, _ name: LocalizedText) -> LocalizedText {
    guard grouping != .sex, grouping != .province else { return name }
    let attribute = ReportingMessages.grouping(grouping)
    return LocalizedText(
      en: "\(attribute.en): \(name.en)", km: "\(attribute.km)៖ \(name.text(in: .khmer))")
  }

  private func value(_ code: String, _ attribute: String) -> String {
    PlainText.trimmed(people[code]?[attribute] ?? "")
  }

  private func contains(_ group: Group, _ code: String) -> Bool {
    group.attribute.map { value(code, $0) == group.value } ?? true
  }

  /// The participations that the formula counts.
  private var participations: [Participation] {
    switch indicator.formula {
    case .peopleEnrolled:
      Array(
        Set(
          study.input.events.flatMap { event in
            event.learners.map {
              Participation(event: event.id, code: study.input.rules.links.person($0.code))
            }
          }))
    case .peopleAttended: Array(present)
    case .peopleCompleted, .shareOfWomen, .meanChange:
      study.pairs.map { Participation(event: $0.event ?? "", code: $0.pre.code) }
    case nil: []
    }
  }

  private func row(_ group: Group) -> [Table.Cell] {
    let value = self.value(of: group)
    let target = target(of: group)
    let reached: Table.Cell =
      switch (value, target) {
      case (.number(let value, _), let target?) where target > 0:
        .number(100 * value / target, digits: 1)
      case (.integer(let value), let target?) where target > 0:
        .number(100 * Double(value) / target, digits: 1)
      default: .empty
      }
    let own = participations.filter { contains(group, $0.code) }
    return [
      .text(indicator.id), .localized(group.title), value, .localized(indicator.unit),
      indicator.formula == nil ? .empty : .integer(own.count),
      group.attribute == nil
        ? .number(indicator.baseline?.value, digits: 1, orMissing: ResultsWords.notSet) : .empty,
      .number(target, digits: 1, orMissing: ResultsWords.notSet), reached,
    ]
  }

  private func target(of group: Group) -> Double? {
    guard let attribute = group.attribute else { return indicator.target?.value }
    return indicator.groupTargets.first { $0.attribute == attribute && $0.value == group.value }?
      .target.value
  }

  private func value(of group: Group) -> Table.Cell {
    let codes = Set(participations.map(\.code).filter { contains(group, $0) })
    switch indicator.formula {
    case nil: return .missing(ResultsWords.byHand)
    case .peopleEnrolled, .peopleAttended, .peopleCompleted: return .integer(codes.count)
    case .shareOfWomen:
      guard group.attribute != "sex" else { return .empty }
      let known = codes.filter { !value($0, "sex").isEmpty }
      let women = known.count { value($0, "sex") == "female" }
      return .number(
        known.isEmpty ? nil : 100 * Double(women) / Double(known.count), digits: 1,
        orMissing: ResultsWords.sexNotKnown)
    case .meanChange:
      if let refusal = study.design.refusal { return .missing(refusal.message) }
      guard group.attribute == nil || group.verdict == .shown else {
        return .missing(
          group.verdict == .tooFew
            ? ReportingMessages.tooFewPeople(Suppression.minimum)
            : ReportingMessages.complementary)
      }
      let pairs = study.pairs.filter { contains(group, $0.pre.code) }
      if group.attribute != nil, !study.design.allowsRawGain(pairs) {
        return .missing(ReportingMessages.groupOutOfBalance)
      }
      return ChangeCells.number(
        PairedChange(pre: pairs.map(\.prePercent), post: pairs.map(\.postPercent)).gain, digits: 1)
    }
  }
}
