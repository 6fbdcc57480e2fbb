import Assessment
import Document
import Text

/// Forms as tables.
enum FormDocuments {
  // MARK: One form

  static func form(_ form: TestForm, showsKey: Bool) -> Document {
    var columns = [
      Table.Column("place", LocalizedText(en: "no.", km: "ល.រ."), .number),
      Table.Column("item", LocalizedText(en: "question", km: "សំណួរ")),
      Table.Column("kind", LocalizedText(en: "kind", km: "ប្រភេទ")),
      Table.Column("outcome", LocalizedText(en: "outcome", km: "លទ្ធផល")),
      Table.Column("cognitive", LocalizedText(en: "level", km: "កម្រិតនៃការយល់ដឹង")),
      Table.Column("points", LocalizedText(en: "points", km: "ពិន្ទុ"), .number),
      Table.Column("anchor", LocalizedText(en: "anchor", km: "សំណួររួម")),
      Table.Column("status", LocalizedText(en: "status", km: "ស្ថានភាព")),
      Table.Column("difficulty", LocalizedText(en: "difficulty", km: "កម្រិតលំបាក"), .number),
      Table.Column(
        "discrimination", LocalizedText(en: "discrimination", km: "កម្រិតបែងចែក"), .number),
    ]
    if showsKey { columns.append(Table.Column("key", LocalizedText(en: "key", km: "គន្លឹះចម្លើយ"))) }
    let rows = FormTable.rows(form).map { row -> [Table.Cell] in
      let cells: [Table.Cell] = [
        .integer(row.place), .text(row.item), .text(row.kind.rawValue), .text(row.outcome),
        row.cognitive.map { .text($0.rawValue) } ?? .empty,
        .number(row.points, digits: row.points == row.points.rounded() ? 0 : 2),
        row.isAnchor ? .localized(LocalizedText(en: "yes", km: "បាទ/ចាស")) : .empty,
        .text(row.status.rawValue), row.difficulty.map { .number($0, digits: 2) } ?? .empty,
        row.discrimination.map { .number($0, digits: 2) } ?? .empty,
      ]
      return showsKey ? cells + [.text(form.item(row.item).map(self.key) ?? "")] : cells
    }
    let table = Table(
      id: "items",
      caption: LocalizedText(
        en: "Form \(form.id), version \(form.version)", km: "វិញ្ញាសា \(form.id) កំណែ \(form.version)"),
      columns: columns, rows: rows, footnotes: [])
    return Document(
      title: form.title,
      blocks: [
        .table(table), .table(summaries([FormSummary(form)])), .table(counts(FormSummary(form))),
      ])
  }

  /// The right answer in its one text form, as far as there is one.
  private static func key(_ item: Item) -> String {
    switch item.interaction {
    case .choice(let choice): choice.correctIDs.joined(separator: ",")
    case .order(let order): order.options.map(\.id).joined(separator: ",")
    case .match(let match): Response.pairs(match.key).encoded
    case .numeric(let numeric):
      numeric.answers.map { answer in
        let value = Response.number(answer.value).encoded
        return answer.tolerance == 0
          ? value : "\(value) +- \(Response.number(answer.tolerance).encoded)"
      }.joined(separator: " | ")
    case .text(let text): text.accepted.joined(separator: " | ")
    case .blanks(let blanks):
      blanks.blanks.map { "\($0.id)=\(entry($0.entry))" }.joined(separator: ";")
    case .rating, .essay, .performance: ""
    }
  }

  private static func entry(_ entry: BlanksInteraction.Entry) -> String {
    switch entry {
    case .text(let text): text.accepted.first ?? ""
    case .numeric(let numeric):
      numeric.answers.first.map { Response.number($0.value).encoded } ?? ""
    case .choice(let choice): choice.correctIDs.joined(separator: ",")
    }
  }

  // MARK: An assembly

  static func assembly(_ report: AssemblyReport, blueprint: Blueprint) -> Document {
    var blocks: [Document.Block] = []
    if !report.forms.isEmpty {
      blocks.append(.table(summaries(report.forms.map(FormSummary.init))))
      blocks.append(.table(membership(report.forms)))
    }
    blocks.append(.table(unmet(report)))
    return Document(title: blueprint.title, blocks: blocks)
  }

  private static func summaries(_ summaries: [FormSummary]) -> Table {
    Table(
      id: "forms", caption: LocalizedText(en: "Balance", km: "តុល្យភាព"),
      columns: [
        Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
        Table.Column("questions", LocalizedText(en: "questions", km: "សំណួរ"), .number),
        Table.Column("points", LocalizedText(en: "points", km: "ពិន្ទុ"), .number),
        Table.Column("anchors", LocalizedText(en: "anchors", km: "សំណួររួម"), .number),
        Table.Column(
          "withStatistics", LocalizedText(en: "with statistics", km: "មានស្ថិតិ"), .number),
        Table.Column(
          "meanDifficulty", LocalizedText(en: "mean difficulty", km: "កម្រិតលំបាកមធ្យម"), .number),
      ],
      rows: summaries.map { summary in
        [
          .text(summary.form), .number(summary.items, digits: 0),
          .number(summary.points, digits: summary.points == summary.points.rounded() ? 0 : 2),
          .integer(summary.anchors), .integer(summary.withStatistics),
          summary.meanDifficulty.map { .number($0, digits: 3) } ?? .empty,
        ]
      }, footnotes: [])
  }

  private static func counts(_ summary: FormSummary) -> Table {
    func rows(_ title: LocalizedText, _ counts: [FormSummary.Count]) -> [[Table.Cell]] {
      counts.map { count in
        [
          .localized(title), .text(count.id), .number(count.items, digits: 0),
          .number(count.points, digits: count.points == count.points.rounded() ? 0 : 2),
        ]
      }
    }
    return Table(
      id: "content", caption: LocalizedText(en: "Content", km: "ខ្លឹមសារ"),
      columns: [
        Table.Column("by", LocalizedText(en: "by", km: "តាម")),
        Table.Column("id", LocalizedText(en: "id", km: "លេខសម្គាល់")),
        Table.Column("questions", LocalizedText(en: "questions", km: "សំណួរ"), .number),
        Table.Column("points", LocalizedText(en: "points", km: "ពិន្ទុ"), .number),
      ],
      rows: rows(LocalizedText(en: "outcome", km: "លទ្ធផល"), summary.byOutcome)
        + rows(LocalizedText(en: "level", km: "កម្រិតនៃការយល់ដឹង"), summary.byCognitive)
        + rows(LocalizedText(en: "kind", km: "ប្រភេទ"), summary.byKind), footnotes: [])
  }

  private static func membership(_ forms: [TestForm]) -> Table {
    Table(
      id: "items", caption: LocalizedText(en: "Questions of the forms", km: "សំណួរនៃវិញ្ញាសា"),
      columns: [
        Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
        Table.Column("place", LocalizedText(en: "no.", km: "ល.រ."), .number),
        Table.Column("item", LocalizedText(en: "question", km: "សំណួរ")),
        Table.Column("outcome", LocalizedText(en: "outcome", km: "លទ្ធផល")),
        Table.Column("anchor", LocalizedText(en: "anchor", km: "សំណួររួម")),
      ],
      rows: forms.flatMap { form in
        FormTable.rows(form).map { row -> [Table.Cell] in
          [
            .text(form.id), .integer(row.place), .text(row.item), .text(row.outcome),
            row.isAnchor ? .localized(LocalizedText(en: "yes", km: "បាទ/ចាស")) : .empty,
          ]
        }
      }, footnotes: [])
  }

  private static func unmet(_ report: AssemblyReport) -> Table {
    let caption =
      report.isMet
      ? LocalizedText(
        en: "Every constraint is met (\(report.nodes) choices tried).",
        km: "លក្ខខណ្ឌទាំងអស់ត្រូវបានបំពេញ (សាកល្បង \(report.nodes) ជម្រើស)។")
      : report.isExact
        ? LocalizedText(
          en: "Not met, and no other draw could do better",
          km: "មិនអាចបំពេញបាន ហើយគ្មានការជ្រើសណាល្អជាងនេះទេ")
        : LocalizedText(
          en: "Not met within the limit of the search (\(report.nodes) choices tried)",
          km: "មិនទាន់បំពេញក្នុងដែនកំណត់នៃការស្វែងរក (សាកល្បង \(report.nodes) ជម្រើស)")
    return Table(
      id: "unmet", caption: caption,
      columns: [
        Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
        Table.Column("constraint", LocalizedText(en: "constraint", km: "លក្ខខណ្ឌ")),
        Table.Column("least", LocalizedText(en: "least", km: "យ៉ាងតិច"), .number),
        Table.Column("most", LocalizedText(en: "most", km: "យ៉ាងច្រើន"), .number),
        Table.Column("found", LocalizedText(en: "found", km: "រកឃើញ"), .number),
      ],
      rows: report.unmet.map { unmet in
        [
          .text(unmet.form ?? ""), .localized(unmet.message),
          unmet.least.map { .number($0, digits: 2) } ?? .empty,
          unmet.most.map { .number($0, digits: 2) } ?? .empty, .number(unmet.found, digits: 2),
        ]
      }, footnotes: [])
  }
}
