import Text

/// Turns a document into one JSON object for programs.
///
/// Keys, in this order: `title`, `language`, `synthetic`, `notes` (each with `kind` and `text`),
/// `facts` (by group and key), `tables` (by id, each with `caption`, `columns`, `rows` and
/// `footnotes`) and `plots` (by id, each with its `kind` and the rows of its numbers as `points`). Numbers are raw; an interval is an array of two. A value that
/// cannot be given is `null`, and its row or group has a `reasons` object that says why. Running
/// text is for people and left out.
struct DocumentJSON {
  let language: Language

  func value(_ document: Document) -> JSONValue {
    var notes: [JSONValue] = []
    var facts = JSONObject()
    var tables = JSONObject()
    var plots = JSONObject()
    for block in document.blocks {
      switch block {
      case .note(let kind, let text):
        notes.append(["kind": .string(kind.rawValue), "text": string(text)])
      case .keyValues(let group):
        facts[group.id] = named(group.items.map { ($0.key, $0.value) })
      case .table(let table): tables[table.id] = value(table)
      case .plot(let plot): plots[plot.id] = value(plot)
      case .heading, .paragraph, .statement, .list: break
      }
    }
    return [
      "title": string(document.title), "language": .string(language.rawValue),
      "synthetic": .bool(document.isSynthetic), "notes": .array(notes), "facts": .object(facts),
      "tables": .object(tables), "plots": .object(plots),
    ]
  }

  private func string(_ text: LocalizedText) -> JSONValue {
    .string(text.text(in: language))
  }

  private func value(_ table: Table) -> JSONValue {
    [
      "caption": string(table.caption),
      "columns": .array(
        table.columns.map {
          ["key": .string($0.key), "title": string($0.title), "kind": .string($0.kind.rawValue)]
        }),
      "rows": .array(
        table.rows.map { row in
          named(
            table.columns.indices.map {
              (table.columns[$0].key, $0 < row.count ? row[$0] : .empty)
            })
        }),
      "footnotes": .array(table.footnotes.map(string)),
    ]
  }

  private func named(_ cells: [(key: String, cell: Table.Cell)]) -> JSONValue {
    var object = JSONObject(cells.map { JSONObject.Member($0.key, value($0.cell)) })
    let reasons = cells.compactMap { key, cell -> JSONObject.Member? in
      if case .missing(let reason) = cell { JSONObject.Member(key, string(reason)) } else { nil }
    }
    if !reasons.isEmpty { object["reasons"] = .object(JSONObject(reasons)) }
    return .object(object)
  }

  private func value(_ cell: Table.Cell) -> JSONValue {
    switch cell {
    case .empty, .missing: .null
    case .text(let text): .string(text)
    case .localized(let text): string(text)
    case .integer(let value): .int(value)
    case .number(let value, _), .probability(let value): JSONValue(number: value)
    case .interval(let low, let high, _): [JSONValue(number: low), JSONValue(number: high)]
    }
  }

  private func value(_ plot: Plot) -> JSONValue {
    let points: [JSONValue]
    let kind: String
    switch plot.content {
    case .intervals(let intervals):
      kind = "intervals"
      points = intervals.map {
        [
          "label": string($0.label), "value": JSONValue(number: $0.value),
          "low": JSONValue(number: $0.low), "high": JSONValue(number: $0.high),
        ]
      }
    case .slopes(let slopes, _, _):
      kind = "slopes"
      points = slopes.map {
        [
          "label": string($0.label), "first": JSONValue(number: $0.first),
          "second": JSONValue(number: $0.second),
        ]
      }
    case .bars(let bars):
      kind = "bars"
      points = bars.map { ["label": string($0.label), "value": JSONValue(number: $0.value)] }
    default:
      let data = plot.data
      kind = plot.picture?.kind ?? ""
      points = data.rows.map { row in named(zip(data.columns.map(\.key), row).map { ($0, $1) }) }
    }
    return [
      "title": string(plot.title), "axis": string(plot.axis), "kind": .string(kind),
      "points": .array(points),
    ]
  }
}
