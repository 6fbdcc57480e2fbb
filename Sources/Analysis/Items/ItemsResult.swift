package import Document
package import Psychometrics
package import Text

/// What `sala analyse items` found, to be written as JSON or shown.
package struct ItemsResult: Sendable {
  /// The path of the table.
  package let path: String
  /// How many rows the table has.
  package let people: Int
  /// The right answers of each item, or `nil` where cells were scores.
  package let keys: [String: [String]]?
  /// The figures.
  package let statistics: ItemStatistics

  /// The fewest people whose item figures are worth more than a first look.
  static let fewPeople = 50

  // MARK: JSON

  /// Returns the figures for programs, with the keys of the contract first.
  package func json(in language: Language) -> JSONValue {
    var whole = FigureObject(language)
    whole["n"] = .int(statistics.n)
    whole.set("alpha", statistics.alpha)
    whole.set("sem", statistics.standardError)
    whole["missing"] = .string(statistics.missing.rawValue)
    whole["items"] = .array(statistics.items.map { item($0, language) })
    whole["rows"] = .int(people)
    whole["leftOut"] = .int(statistics.leftOut)
    whole["missingAnswers"] = .int(statistics.missingAnswers)
    whole.set("mean", statistics.meanTotal)
    whole.set("sd", statistics.deviationTotal)
    whole.set("alphaInterval", statistics.alphaInterval)
    whole.set("kr20", statistics.kr20)
    whole.set("omega", statistics.omega.value)
    whole["omegaMethod"] = "one factor, MINRES on correlations, model-implied total variance"
    whole["notes"] = .array(
      notes.map { note in
        ["kind": .string(note.kind.rawValue), "text": .string(note.text.text(in: language))]
      })
    return whole.value
  }

  private func item(_ item: ItemStatistics.Item, _ language: Language) -> JSONValue {
    var object = FigureObject(language)
    object["id"] = .string(item.id)
    object.set("difficulty", item.difficulty)
    object.set("discrimination", item.discrimination)
    object.set("alphaIfDeleted", item.alphaIfDeleted)
    object["options"] = .array(
      item.options.map { option in
        self.option(option, language, isKey: keys?[item.id]?.contains(option.text))
      })
    object["n"] = .int(item.n)
    object.set("sd", item.deviation)
    object.set("itemTotal", item.itemTotal)
    object.set("discriminationIndex", item.discriminationIndex)
    object["omitted"] = option(item.omitted, language, isKey: nil, isNamed: false)
    return object.value
  }

  private func option(
    _ option: ItemStatistics.Option, _ language: Language, isKey: Bool?, isNamed: Bool = true
  ) -> JSONValue {
    var object = FigureObject(language)
    if isNamed { object["option"] = .string(option.text) }
    object.set("proportion", option.proportion)
    object.set("pointBiserial", option.pointBiserial)
    object["count"] = .int(option.count)
    if let isKey { object["key"] = .bool(isKey) }
    return object.value
  }

  // MARK: Notes

  struct Note {
    var kind: Document.NoteKind
    var text: LocalizedText
  }

  var notes: [Note] {
    var notes: [Note] = []
    if statistics.leftOut > 0 {
      notes.append(Note(kind: .warning, text: ItemsWords.leftOut(statistics.leftOut, of: people)))
    }
    if statistics.n < Self.fewPeople {
      notes.append(Note(kind: .warning, text: ItemsWords.fewPeople(statistics.n)))
    }
    if let alpha = statistics.alpha.value, alpha < 0 {
      notes.append(Note(kind: .warning, text: ItemsWords.negativeAlpha))
    }
    let unused = statistics.items.filter { item in
      guard let key = keys?[item.id], statistics.n > 0 else { return false }
      return item.options.allSatisfy { !key.contains($0.text) || $0.count == 0 }
    }
    if !unused.isEmpty {
      notes.append(Note(kind: .warning, text: ItemsWords.nobodyRight(unused.map(\.id))))
    }
    let suspects = statistics.items.filter { suspect($0) != nil }
    if !suspects.isEmpty {
      notes.append(Note(kind: .warning, text: ItemsWords.checkKeys(suspects.map(\.id))))
    }
    let against = statistics.items.filter { item in
      suspect(item) == nil && (item.discrimination.value ?? 0) < 0
    }
    if !against.isEmpty {
      notes.append(Note(kind: .warning, text: ItemsWords.against(against.map(\.id))))
    }
    let constant = statistics.items.filter { $0.discrimination.reason == .noVariation }
    if !constant.isEmpty {
      notes.append(Note(kind: .info, text: ItemsWords.constant(constant.map(\.id))))
    }
    return notes
  }

  /// The wrong answer that goes with good results more than the right one does, chosen by at least
  /// one person in twenty.
  private func suspect(_ item: ItemStatistics.Item) -> ItemStatistics.Option? {
    guard let key = keys?[item.id] else { return nil }
    let best =
      item.options.filter { key.contains($0.text) }.compactMap(\.pointBiserial.value).max() ?? 0
    return item.options.filter { option in
      !key.contains(option.text) && (option.proportion.value ?? 0) >= 0.05
        && (option.pointBiserial.value ?? -1) > max(0, best)
    }.max { ($0.pointBiserial.value ?? -1) < ($1.pointBiserial.value ?? -1) }
  }

  // MARK: Document

  /// The figures for people.
  package var document: Document {
    var blocks: [Document.Block] = [.paragraph(ItemsWords.summary(self))]
    blocks += notes.map { .note($0.kind, $0.text) }
    blocks.append(.keyValues(facts))
    blocks.append(.table(itemTable))
    if statistics.items.contains(where: { $0.discrimination.value != nil }) {
      blocks.append(.plot(plot))
    }
    blocks.append(.table(optionTable))
    return Document(title: ItemsWords.title, blocks: blocks)
  }

  private var facts: KeyValues {
    let s = statistics
    return KeyValues(
      id: "test",
      items: [
        .init(key: "n", title: ItemsWords.people, value: .integer(s.n)),
        .init(key: "items", title: ItemsWords.items, value: .integer(s.items.count)),
        .init(
          key: "missing", title: ItemsWords.rule, value: .localized(ItemsWords.rule(s.missing))),
        .init(key: "mean", title: ItemsWords.mean, value: FigureCell.number(s.meanTotal, 2)),
        .init(
          key: "sd", title: ItemsWords.deviation, value: FigureCell.number(s.deviationTotal, 2)),
        .init(key: "alpha", title: ItemsWords.alpha, value: FigureCell.number(s.alpha, 3)),
        .init(
          key: "alphaInterval", title: ItemsWords.alphaInterval,
          value: FigureCell.interval(s.alphaInterval, 3)),
        .init(key: "omega", title: ItemsWords.omega, value: FigureCell.number(s.omega.value, 3)),
        .init(key: "sem", title: ItemsWords.sem, value: FigureCell.number(s.standardError, 2)),
      ])
  }

  private var itemTable: Table {
    // Everybody is in every row, unless figures use the answers that are there.
    let hasCounts = statistics.missing == .pairwise
    var columns: [Table.Column] = [.init("id", ItemsWords.item)]
    if hasCounts { columns.append(.init("n", ItemsWords.people, .number)) }
    columns += [
      .init("difficulty", ItemsWords.difficulty, .number),
      .init("sd", ItemsWords.deviation, .number),
      .init("discrimination", ItemsWords.discrimination, .number),
      .init("discriminationIndex", ItemsWords.index, .number),
      .init("alphaIfDeleted", ItemsWords.alphaIfDeleted, .number),
      .init("omitted", ItemsWords.omitted, .number),
    ]
    return Table(
      id: "items", caption: ItemsWords.itemCaption, columns: columns,
      rows: statistics.items.map { item in
        [.text(item.id)] + (hasCounts ? [.integer(item.n)] : []) + [
          FigureCell.number(item.difficulty, 3), FigureCell.number(item.deviation, 3),
          FigureCell.number(item.discrimination, 3),
          FigureCell.number(item.discriminationIndex, 3),
          FigureCell.number(item.alphaIfDeleted, 3), .integer(item.omitted.count),
        ]
      }, footnotes: ItemsWords.itemNotes)
  }

  private var plot: Plot {
    Plot(
      id: "discrimination", title: ItemsWords.plotTitle, summary: ItemsWords.plotSummary,
      axis: ItemsWords.discrimination, digits: 2,
      content: .bars(
        statistics.items.prefix(60).compactMap { item in
          item.discrimination.value.map { Plot.Bar(label: LocalizedText(same: item.id), value: $0) }
        }))
  }

  private var optionTable: Table {
    Table(
      id: "options", caption: ItemsWords.optionCaption,
      columns: [
        .init("item", ItemsWords.item), .init("option", ItemsWords.option),
        .init("key", ItemsWords.key), .init("count", ItemsWords.people, .number),
        .init("proportion", ItemsWords.proportion, .number),
        .init("pointBiserial", ItemsWords.pointBiserial, .number),
        .init("remark", ItemsWords.remark),
      ],
      rows: statistics.items.flatMap { item in
        let suspect = suspect(item)
        return (item.options + (item.omitted.count > 0 ? [item.omitted] : [])).map { option in
          let isKey = keys?[item.id]?.contains(option.text) ?? false
          return [
            .text(item.id),
            option.text.isEmpty ? .localized(ItemsWords.noAnswer) : .text(option.text),
            keys == nil
              ? .number(option.score, digits: 2) : isKey ? .localized(ItemsWords.right) : .empty,
            .integer(option.count), FigureCell.number(option.proportion, 3),
            FigureCell.number(option.pointBiserial, 3),
            option == suspect ? .localized(ItemsWords.suspect) : .empty,
          ]
        }
      }, footnotes: [ItemsWords.optionNote])
  }
}
