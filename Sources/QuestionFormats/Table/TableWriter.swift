import Assessment
import Source
import Text

/// Makes the rows of a table out of items.
enum TableWriter {
  /// Returns the header and one row for each item that has a text, all of the same length; the same
  /// items give the same cells.
  static func rows(_ items: [Item]) -> (rows: [[String]], lost: [QuestionLoss]) {
    var made: [(Item, [TableCells])] = []
    var lost: [QuestionLoss] = []
    for item in items {
      if item.stem.isEmpty {
        lost.append(
          QuestionLoss(
            item: item.id, what: FormatMessages.noText, isWhole: true, location: item.location))
      } else {
        made.append((item, TableItem(item: item).parts))
      }
    }
    let most = made.map(\.1.count).max() ?? 0
    return ([header(most)] + made.map { row($0.0, $0.1, most) }, lost)
  }

  private static let fields: [TableField] = [
    .outcome, .cognitive, .points, .pool, .status, .scoring, .floor, .order, .case, .units, .table,
    .rubric, .lines, .words,
  ]

  private static func header(_ most: Int) -> [String] {
    var header = ["id", "kind", "title.en", "title.km", "question.en", "question.km"]
    for number in 0..<most {
      let number = number + 1
      header += [
        "option \(number).en", "option \(number).km", "feedback \(number).en",
        "feedback \(number).km",
      ]
    }
    return header + ["answer", "weights", "feedback.en", "feedback.km"] + fields.map(\.rawValue)
  }

  private static func row(_ item: Item, _ parts: [TableCells], _ most: Int) -> [String] {
    var row = [
      item.id, item.interaction.kind.rawValue, item.title.en, item.title.km, item.stem.en,
      item.stem.km,
    ]
    for part in parts { row += [part.text.en, part.text.km, part.feedback.en, part.feedback.km] }
    row += [String](repeating: "", count: 4 * (most - parts.count))
    let own = TableItem(item: item)
    row += [own.answer, weights(parts), item.feedback.en, item.feedback.km]
    return row + fields.map(own.cell)
  }

  private static func weights(_ parts: [TableCells]) -> String {
    guard parts.contains(where: { $0.weight != nil }) else { return "" }
    return parts.map { $0.weight.map(TableMarks.number) ?? "" }.joined(separator: ";")
  }
}

/// What stands in the cells of one option.
struct TableCells {
  var text: LocalizedText
  var feedback = LocalizedText(en: "", km: "")
  var weight: Double?
}

/// One item as cells.
private struct TableItem {
  let item: Item

  var parts: [TableCells] {
    switch item.interaction {
    case .choice(let choice) where choice.isTrueFalse:
      return choice.options.map {
        TableCells(text: LocalizedText(en: "", km: ""), feedback: $0.feedback, weight: $0.weight)
      }
    case .choice, .order, .rating: return item.interaction.options.map(option)
    case .numeric(let numeric): return numbers(numeric)
    case .text(let text): return texts(text)
    case .match(let match): return pairs(match)
    case .blanks(let blanks): return blanks.blanks.flatMap(blank)
    case .essay, .performance: return []
    }
  }

  var answer: String {
    guard case .choice(let choice) = item.interaction else { return "" }
    if choice.isTrueFalse { return choice.options.first?.isCorrect == true ? "true" : "false" }
    return choice.correctIDs.joined(separator: ",")
  }

  func cell(_ field: TableField) -> String {
    switch field {
    case .outcome: item.outcome.value
    case .cognitive: item.cognitive?.rawValue ?? ""
    case .points: TableMarks.number(item.points)
    case .pool: item.pool.rawValue
    case .status: item.status.rawValue
    case .scoring: item.scoring.rule.rawValue
    case .floor: item.scoring.floor == 0 ? "" : TableMarks.number(item.scoring.floor)
    case .order: keepsOrder ? "fixed" : ""
    case .case: isCaseSensitive ? "sensitive" : ""
    case .units: units
    case .table:
      TableMarks.list(
        item.scoring.table.sorted { $0.key < $1.key }
          .map { "\($0.key) = \(TableMarks.number($0.value))" })
    case .rubric: item.rubric?.value ?? ""
    case .lines, .words: length(field)
    case .id, .kind, .answer, .weights: ""
    }
  }

  // MARK: Fields

  private var keepsOrder: Bool {
    if case .choice(let choice) = item.interaction {
      choice.keepsOrder && !choice.isTrueFalse
    } else {
      false
    }
  }

  private var isCaseSensitive: Bool {
    switch item.interaction {
    case .text(let text): text.isCaseSensitive
    case .blanks(let blanks):
      blanks.blanks.contains {
        if case .text(let text) = $0.entry { text.isCaseSensitive } else { false }
      }
    default: false
    }
  }

  private var units: String {
    var numbers: [NumericInteraction] = []
    switch item.interaction {
    case .numeric(let numeric): numbers = [numeric]
    case .blanks(let blanks):
      numbers = blanks.blanks.compactMap {
        if case .numeric(let numeric) = $0.entry { numeric } else { nil }
      }
    default: break
    }
    let units = numbers.first { !$0.units.isEmpty }?.units ?? []
    return TableMarks.list(
      units.map { unit in
        let isPlain = unit.factor == 1 && !unit.symbol.utf8.contains(UInt8(ascii: "="))
        return isPlain ? unit.symbol : "\(unit.symbol) = \(TableMarks.number(unit.factor))"
      })
  }

  private func length(_ field: TableField) -> String {
    guard case .essay(let essay) = item.interaction else { return "" }
    if field == .words { return essay.mostWords.map(String.init) ?? "" }
    return essay.lines == 8 ? "" : String(essay.lines)
  }

  // MARK: Options

  private func option(_ option: ChoiceOption) -> TableCells {
    TableCells(text: option.text, feedback: option.feedback, weight: option.weight)
  }

  /// The same text in the languages that the question has.
  private func both(_ text: String) -> LocalizedText {
    LocalizedText(
      en: item.stem.en.isEmpty ? "" : text, km: item.stem.km.isEmpty ? "" : text)
  }

  private func numbers(_ numeric: NumericInteraction) -> [TableCells] {
    numeric.answers.map { answer in
      TableCells(
        text: both(TableMarks.tolerance(answer)), feedback: answer.feedback,
        weight: answer.weight == 100 ? nil : answer.weight)
    }
  }

  private func texts(_ text: TextInteraction) -> [TableCells] {
    text.answers.map { answer in
      TableCells(
        text: answer.language.map { LocalizedText(answer.text, in: $0) } ?? both(answer.text),
        feedback: answer.feedback, weight: answer.weight == 100 ? nil : answer.weight)
    }
  }

  private func pairs(_ match: MatchInteraction) -> [TableCells] {
    let texts = Dictionary(
      match.targets.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    let used = Set(match.sources.map(\.target))
    func cells(_ left: LocalizedText, _ right: LocalizedText) -> TableCells {
      TableCells(
        text: LocalizedText(
          en: TableMarks.pair(left.en, right.en), km: TableMarks.pair(left.km, right.km)))
    }
    let nothing = LocalizedText(en: "", km: "")
    return match.sources.map { cells($0.text, texts[$0.target] ?? nothing) }
      + match.targets.filter { !used.contains($0.id) }.map { cells(nothing, $0.text) }
  }

  private func blank(_ blank: BlanksInteraction.Blank) -> [TableCells] {
    func marked(_ cells: TableCells, _ mark: TableMarks.Blank.Mark) -> TableCells {
      var cells = cells
      for language in Language.allCases where !cells.text[language].isEmpty {
        cells.text[language] =
          TableMarks.Blank(id: blank.id, mark: mark, text: cells.text[language]).cell
      }
      return cells
    }
    switch blank.entry {
    case .text(let text): return texts(text).map { marked($0, .text) }
    case .numeric(let numeric): return numbers(numeric).map { marked($0, .number) }
    case .choice(let choice):
      return choice.options.map { marked(option($0), $0.isCorrect ? .right : .wrong) }
    }
  }
}
