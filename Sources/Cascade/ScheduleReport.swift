package import Document
package import Scheduling
package import Text

/// What a search for a schedule found, for people and programs.
package struct ScheduleReport {
  private let instance: ScheduleInstance
  private let answer: ScheduleAnswer
  private let explanation: ScheduleExplanation?
  private let isSynthetic: Bool

  private typealias Words = ScheduleWords

  /// Creates a report; an explanation belongs to an answer that there is no schedule.
  package init(
    instance: ScheduleInstance, answer: ScheduleAnswer, explanation: ScheduleExplanation?,
    isSynthetic: Bool = false
  ) {
    self.instance = instance
    self.answer = answer
    self.explanation = explanation
    self.isSynthetic = isSynthetic
  }

  /// One line about how far the search is.
  package static func progress(_ progress: ScheduleProgress, seconds: Double) -> LocalizedText {
    ScheduleWords.progress(progress, seconds: seconds)
  }

  /// Why there is no schedule, one text for each reason; empty where there is one.
  package var reasons: [LocalizedText] {
    explanation.map { Words.reasons($0, of: instance) } ?? []
  }

  /// Single changes that would be enough.
  package var remedies: [LocalizedText] {
    explanation?.remedies.map { Words.remedy($0, of: instance) } ?? []
  }

  /// What differs from the earlier schedule; empty where there was none.
  package var changes: [ScheduleChange] {
    instance.earlier.map { ScheduleChange.between($0, answer.sessions) } ?? []
  }

  // MARK: JSON

  /// Returns the answer with the keys `status`, `objective`, `bound` and `sessions`, and more.
  package func json(language: Language) -> JSONValue {
    var object: JSONObject = [
      "status": .string(answer.status.rawValue), "objective": number(answer.objective),
      "bound": number(answer.bound),
      "sessions": .array(
        answer.sessions.map { session in
          [
            "province": .string(instance.provinces[session.province].id),
            "module": .string(instance.modules[session.module]), "week": .int(session.week),
            "trainers": .array(session.trainers.map { .string(instance.trainers[$0].id) }),
          ]
        }),
    ]
    if answer.objective == nil {
      object["reason"] = .string(Words.status(answer.status).text(in: language))
    } else if answer.bound == nil {
      object["reason"] = .string(Words.noBound.text(in: language))
    }
    if instance.earlier != nil {
      object["changes"] = .array(
        changes.map { .string(Words.change($0, of: instance).text(in: language)) })
    }
    if explanation != nil {
      object["reasons"] = .array(reasons.map { .string($0.text(in: language)) })
      object["remedies"] = .array(remedies.map { .string($0.text(in: language)) })
    }
    object["moves"] = .int(answer.moves)
    object["evaluations"] = .int(answer.evaluations)
    return .object(object)
  }

  private func number(_ value: Double?) -> JSONValue {
    guard let value else { return .null }
    if let whole = Int(exactly: value) { return .int(whole) }
    return JSONValue(number: value)
  }

  // MARK: Document

  /// Returns the schedule as a document.
  package func document() -> Document {
    var items: [KeyValues.Item] = [
      .init(key: "status", title: Words.status, value: .localized(Words.status(answer.status)))
    ]
    if let objective = answer.objective {
      items.append(.init(key: "objective", title: Words.cost, value: cell(objective)))
      items.append(
        .init(
          key: "bound", title: Words.bound,
          value: answer.bound.map(cell) ?? .missing(Words.noBound)))
      items.append(
        .init(key: "largest-load", title: Words.largestLoad, value: .integer(loads.max() ?? 0)))
    }
    var blocks: [Document.Block] = [.keyValues(KeyValues(id: "schedule", items: items))]
    if explanation != nil {
      blocks += [.heading(Words.reasons), .list(reasons), .heading(Words.remedies)]
      blocks.append(remedies.isEmpty ? .paragraph(Words.noRemedy) : .list(remedies))
    }
    if instance.earlier != nil, !answer.sessions.isEmpty {
      let texts = changes.map { Words.change($0, of: instance) }
      blocks += [
        .heading(Words.changesTitle),
        texts.isEmpty ? .paragraph(Words.noChange) : .list(texts),
      ]
    }
    if !answer.sessions.isEmpty {
      blocks += [.table(sessions()), .table(timetable()), .table(trainers())]
    }
    return Document(title: Words.title, blocks: blocks, isSynthetic: isSynthetic)
  }

  /// Returns the sessions alone, for a table that a program reads.
  package func sessionDocument() -> Document {
    Document(title: Words.title, blocks: [.table(sessions())], isSynthetic: isSynthetic)
  }

  private var loads: [Int] {
    var loads = instance.trainers.map { _ in 0 }
    for session in answer.sessions { session.trainers.forEach { loads[$0] += 1 } }
    return loads
  }

  private func cell(_ value: Double) -> Table.Cell {
    Int(exactly: value).map { .integer($0) } ?? .number(value, digits: 1)
  }

  private func sessions() -> Table {
    Table(
      id: "sessions", caption: Words.sessionsCaption,
      columns: [
        .init("province", Words.province), .init("module", Words.module),
        .init("week", Words.week, .number), .init("trainers", Words.trainers),
      ],
      rows: answer.sessions.map { session in
        [
          .text(instance.provinces[session.province].id), .text(instance.modules[session.module]),
          .integer(session.week),
          .text(session.trainers.map { instance.trainers[$0].id }.joined(separator: " ")),
        ]
      })
  }

  private func timetable() -> Table {
    var weeks: [[Int]: Int] = [:]
    for session in answer.sessions { weeks[[session.province, session.module]] = session.week }
    return Table(
      id: "timetable", caption: Words.timetable,
      columns: [.init("province", Words.province)]
        + instance.modules.enumerated().map {
          .init("m\($0.offset + 1)", LocalizedText(same: $0.element), .number)
        },
      rows: instance.provinces.enumerated().map { index, province in
        [.text(province.id)]
          + instance.modules.indices.map { module in
            weeks[[index, module]].map { .integer($0) } ?? .empty
          }
      })
  }

  private func trainers() -> Table {
    let loads = loads
    return Table(
      id: "trainers", caption: Words.loads,
      columns: [
        .init("trainer", Words.trainer), .init("sessions", Words.sessions, .number),
        .init("km", Words.travel, .number), .init("weeks", Words.weeks),
      ],
      rows: instance.trainers.enumerated().map { index, trainer in
        let own = answer.sessions.filter { $0.trainers.contains(index) }
        let travel = own.reduce(0.0) { $0 + (trainer.travel[$1.province] ?? 0) }
        return [
          .text(trainer.id), .integer(loads[index]), cell(travel),
          .text(ScheduleWords.list(own.map(\.week).sorted())),
        ]
      })
  }
}
