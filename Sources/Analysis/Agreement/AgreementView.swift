import Document
import Psychometrics
import Text

/// A measure of agreement, for programs and for people.
struct AgreementView {
  let request: AgreementAnalysis.Request
  let language: Language
  let raters: Int
  var subjects = 0
  var categories: [String] = []
  private var leftOut = 0
  private var notes = AnswerNotes()

  init(request: AgreementAnalysis.Request, language: Language, raters: Int) {
    self.request = request
    self.language = language
    self.raters = raters
  }

  /// Notes how many subjects lack a rating that the measure needs.
  mutating func leaveOut(_ count: Int) {
    leftOut = count
    if count > 0 { notes.add("missing", .info, AgreementWords.leftOut(count)) }
  }

  private var base: JSONObject {
    var json: JSONObject = ["statistic": .string(request.statistic.rawValue)]
    if request.statistic == .kappa { json["weights"] = .string(request.weights.rawValue) }
    if request.statistic == .krippendorff {
      json["metric"] = .string(request.metric.rawValue)
      json["bootstrap"] = .int(request.samples)
      json["seed"] = .string("\(request.seed)")
    }
    json["subjects"] = .int(subjects - leftOut)
    json["leftOut"] = .int(leftOut)
    json["raters"] = .int(raters)
    if !categories.isEmpty { json["categories"] = .array(categories.map { .string($0) }) }
    return json
  }

  /// Answers with one value.
  func answer(
    _ value: Estimate<Double>, _ interval: Estimate<ConfidenceInterval>,
    _ more: [(key: String, title: LocalizedText, value: Double?)]
  ) -> AnalysisAnswer {
    var json = base
    json["value"] = JSONValue(number: value.value)
    json["interval"] =
      interval.value.map { [JSONValue(number: $0.low), JSONValue(number: $0.high)] } ?? .null
    for entry in more { json[entry.key] = JSONValue(number: entry.value) }
    if let reason = value.reason ?? interval.reason {
      json["reason"] = .string(AgreementWords.reason(reason).text(in: language))
    }
    json["notes"] = notes.json(language)
    let reason = AgreementWords.reason(value.reason ?? .noVariation)
    var row: [Table.Cell] = [
      .localized(AgreementWords.name(request.statistic)),
      .number(value.value, digits: 4, orMissing: reason),
    ]
    if let ends = interval.value {
      row.append(.interval(low: ends.low, high: ends.high, digits: 4))
    } else {
      row.append(.missing(AgreementWords.reason(interval.reason ?? .noVariation)))
    }
    let table = Table(
      id: "agreement", caption: AgreementWords.caption,
      columns: [
        Table.Column("statistic", AgreementWords.statistic),
        Table.Column("value", AgreementWords.value, .number),
        Table.Column("interval", AgreementWords.interval, .interval),
      ], rows: [row])
    let facts = more.map { entry in
      KeyValues.Item(
        key: entry.key, title: entry.title,
        value: .number(entry.value, digits: 4, orMissing: reason))
    }
    return AnalysisAnswer(json: json, document: document(table, facts))
  }

  /// Answers with the six intraclass correlations.
  func answer(_ values: Estimate<[IntraclassCorrelation.Value]>) -> AnalysisAnswer {
    var json = base
    let reason = AgreementWords.reason(values.reason ?? .noVariation)
    json["values"] = .array(
      IntraclassCorrelation.Form.allCases.map { form in
        guard let own = values.value?.first(where: { $0.form == form }) else {
          return [
            "type": .string(form.rawValue), "value": .null, "interval": .null,
            "reason": .string(reason.text(in: language)),
          ]
        }
        return [
          "type": .string(form.rawValue), "value": JSONValue(number: own.value),
          "interval": [
            JSONValue(number: own.interval.low), JSONValue(number: own.interval.high),
          ],
          "f": JSONValue(number: own.f), "p": JSONValue(number: own.p),
        ]
      })
    json["notes"] = notes.json(language)
    let rows = IntraclassCorrelation.Form.allCases.map { form -> [Table.Cell] in
      let meaning = Table.Cell.localized(AgreementWords.meaning(form))
      guard let own = values.value?.first(where: { $0.form == form }) else {
        return [
          .text(form.rawValue), meaning, .missing(reason), .missing(reason), .missing(reason),
        ]
      }
      return [
        .text(form.rawValue), meaning, .number(own.value, digits: 4),
        .interval(low: own.interval.low, high: own.interval.high, digits: 4), .probability(own.p),
      ]
    }
    let table = Table(
      id: "agreement", caption: AgreementWords.caption,
      columns: [
        Table.Column("type", AgreementWords.statistic),
        Table.Column("meaning", AgreementWords.meaningTitle),
        Table.Column("value", AgreementWords.value, .number),
        Table.Column("interval", AgreementWords.interval, .interval),
        Table.Column("p", LocalizedText(same: "p"), .number),
      ], rows: rows)
    return AnalysisAnswer(json: json, document: document(table, []))
  }

  private func document(_ table: Table, _ more: [KeyValues.Item]) -> Document {
    let facts =
      [
        KeyValues.Item(
          key: "subjects", title: AgreementWords.subjects, value: .integer(subjects - leftOut)),
        KeyValues.Item(key: "raters", title: AgreementWords.raters, value: .integer(raters)),
      ] + more
    var blocks: [Document.Block] =
      notes.blocks + [
        .keyValues(KeyValues(id: "data", items: facts)), .table(table),
      ]
    if request.statistic == .kappa, request.weights != .unweighted {
      blocks.append(.paragraph(AgreementWords.order(categories)))
    }
    blocks.append(.paragraph(AgreementWords.source(request)))
    return Document(title: AgreementWords.title, blocks: blocks)
  }
}
