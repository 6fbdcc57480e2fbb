import Document
import Psychometrics
import Text

/// An equating, for programs and for people.
struct EquatingView {
  let request: EquatingAnalysis.Request
  let x: EquatingAnalysis.Form
  let y: EquatingAnalysis.Form
  let result: EquatingAnalysis.Result

  func answer(_ language: Language) -> AnalysisAnswer {
    var notes = result.notes
    if x.leftOut + y.leftOut > 0 {
      notes.add("missing", .info, EquatingWords.leftOut(x.leftOut, y.leftOut))
    }
    let few = min(x.totals.count, y.totals.count)
    if few < EquatingWords.advised {
      notes.add("few-people", .warning, EquatingWords.few(few))
    }
    if request.method.linking != nil, request.samples > 1 {
      notes.add("no-errors", .info, EquatingWords.noErrors)
    }
    return AnalysisAnswer(json: json(notes, language), document: document(notes))
  }

  private var isLinear: Bool { result.line != nil }

  private var usesWeight: Bool {
    [.tucker, .levine, .braunHolland, .frequencyEstimation].contains(request.method)
  }

  private var usesDivisor: Bool {
    [.linear, .tucker, .levine, .levineTrue, .chained].contains(request.method)
      || (request.method == .circleArc && request.anchor != nil)
  }

  private var usesAnchor: Bool {
    request.method.needsAnchor || (request.method == .circleArc && request.anchor != nil)
  }

  /// What was chosen, by key; all that changes a digit.
  private var conventions: [(key: String, title: LocalizedText, value: JSONValue)] {
    var list: [(key: String, title: LocalizedText, value: JSONValue)] = []
    func add(_ key: String, _ title: LocalizedText, _ value: JSONValue) {
      list.append((key, title, value))
    }
    if usesAnchor {
      add("anchor", EquatingWords.anchor, .array(x.anchorNames.map { .string($0) }))
      if request.method.linking == nil {
        add("internal", EquatingWords.isInternal, .bool(request.isInternal))
      }
    }
    if usesDivisor {
      add("divisor", EquatingWords.divisor, .string(request.divisor.rawValue))
    }
    if usesWeight { add("weight", EquatingWords.weight, JSONValue(number: request.weight)) }
    if request.method.needsWholeScores, request.method != .braunHolland {
      add("zeroFrequencies", EquatingWords.zero, .string(request.zero.rawValue))
      add("smoothing", EquatingWords.smoothing, .string("none"))
    }
    if request.method == .circleArc {
      add(
        "middlePoint", EquatingWords.middlePoint,
        .string(request.anchor == nil ? "means" : "chained linear"))
    }
    if request.method.linking != nil {
      add("model", EquatingWords.model, .string(request.model.rawValue))
      add("scores", EquatingWords.scores, .string("true"))
    }
    if request.method == .haebara || request.method == .stockingLord {
      add("gridPoints", EquatingWords.gridPoints, .int(request.grid.count))
      add("gridLimit", EquatingWords.gridLimit, JSONValue(number: request.grid.limit))
      add("gridWeights", EquatingWords.gridWeights, .string(request.grid.weighting.rawValue))
      add("symmetric", EquatingWords.symmetric, .bool(request.grid.isSymmetric))
    }
    add("highestX", EquatingWords.highestX, JSONValue(number: x.highest))
    add("highestY", EquatingWords.highestY, JSONValue(number: y.highest))
    if result.errors != nil {
      add("bootstrap", EquatingWords.bootstrap, .int(result.samplesUsed))
      add("seed", EquatingWords.seed, .string("\(request.seed)"))
    }
    return list
  }

  private func json(_ notes: AnswerNotes, _ language: Language) -> JSONObject {
    var json: JSONObject = [
      "method": .string(request.method.rawValue),
      "conventions": .object(
        JSONObject(conventions.map { JSONObject.Member($0.key, $0.value) })),
      "n": ["x": .int(x.totals.count), "y": .int(y.totals.count)],
    ]
    if let line = result.line {
      json["intercept"] = JSONValue(number: line.intercept)
      json["slope"] = JSONValue(number: line.slope)
    }
    if let linking = result.linking {
      json["linking"] = [
        "A": JSONValue(number: linking.slope), "B": JSONValue(number: linking.intercept),
        "criterion": JSONValue(number: linking.criterion),
      ]
    }
    json["table"] = .array(
      result.table.enumerated().map { score, equated in
        var row: JSONObject = ["score": .int(score), "equated": JSONValue(number: equated)]
        if let errors = result.errors { row["standardError"] = JSONValue(number: errors[score]) }
        return .object(row)
      })
    json["notes"] = notes.json(language)
    return json
  }

  private func document(_ notes: AnswerNotes) -> Document {
    var facts = [
      KeyValues.Item(key: "nX", title: EquatingWords.peopleX, value: .integer(x.totals.count)),
      KeyValues.Item(key: "nY", title: EquatingWords.peopleY, value: .integer(y.totals.count)),
    ]
    if let line = result.line {
      facts.append(
        KeyValues.Item(
          key: "intercept", title: EquatingWords.intercept,
          value: .number(line.intercept, digits: 4)))
      facts.append(
        KeyValues.Item(
          key: "slope", title: EquatingWords.slope, value: .number(line.slope, digits: 4)))
    }
    if let linking = result.linking {
      facts.append(
        KeyValues.Item(
          key: "A", title: EquatingWords.scaleSlope, value: .number(linking.slope, digits: 4)))
      facts.append(
        KeyValues.Item(
          key: "B", title: EquatingWords.scaleShift, value: .number(linking.intercept, digits: 4)))
    }
    for convention in conventions {
      facts.append(
        KeyValues.Item(
          key: convention.key, title: convention.title, value: Self.cell(convention.value)))
    }
    var columns = [
      Table.Column("score", EquatingWords.scoreX, .number),
      Table.Column("equated", EquatingWords.scoreY, .number),
    ]
    if result.errors != nil {
      columns.append(Table.Column("standardError", ItemResponseWords.error, .number))
    }
    let table = Table(
      id: "equating", caption: EquatingWords.caption, columns: columns,
      rows: result.table.enumerated().map { score, equated in
        var row: [Table.Cell] = [.integer(score), .number(equated, digits: 3)]
        if let errors = result.errors { row.append(.number(errors[score], digits: 3)) }
        return row
      })
    return Document(
      title: EquatingWords.title(request.method.rawValue),
      blocks: notes.blocks + [
        .keyValues(KeyValues(id: "conventions", items: facts)), .table(table),
        .paragraph(EquatingWords.source(request.method)),
      ])
  }

  private static func cell(_ value: JSONValue) -> Table.Cell {
    switch value {
    case .bool(let isTrue): .localized(isTrue ? EquatingWords.yes : EquatingWords.no)
    case .int(let number): .integer(number)
    case .double(let number): .number(number, digits: 2)
    case .string(let text): .text(text)
    case .array(let list): .text(StatisticsMessages.list(list.compactMap(\.stringValue)))
    case .null, .object: .empty
    }
  }
}
