import Assessment
import Document
import Records
import Text

/// The papers of an event as tables.
enum PapersDocument {
  static func document(
    _ states: [PaperState], forms: [TestForm], attempts: [ScoredAttempt], isSynthetic: Bool
  ) -> Document {
    func form(_ state: PaperState) -> TestForm? { forms.first { $0.id == state.first.form } }
    let rows = states.map { state -> [Table.Cell] in
      let form = form(state)
      let differing = state.differences(form).count
      let marks = state.marks(form) ?? state.first.marks
      func count(_ mark: PaperEntryRecord.Mark.State) -> Table.Cell {
        .integer(marks.values.count { $0.state == mark })
      }
      let isScored = attempts.contains {
        $0.code == state.code && $0.occasion == state.occasion && $0.mode == .paper
          && $0.isHandedIn
      }
      return [
        .text(state.code), .text(state.occasion.rawValue), .text(state.first.form),
        .localized(stage(state.stage(form), isScored: isScored)), .text(state.first.by),
        state.second.map { .text($0.by) } ?? .empty,
        state.second == nil ? .empty : .integer(differing),
        state.settled.map { .text($0.by) } ?? .empty, count(.blank), count(.unclear),
        count(.double),
      ]
    }
    let table = Table(
      id: "papers",
      caption: LocalizedText(en: "Papers that were keyed", km: "ក្រដាសដែលបានបញ្ចូល"),
      columns: [
        Table.Column("code", EventWords.code),
        Table.Column("occasion", LocalizedText(en: "test", km: "តេស្ត")),
        Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
        Table.Column("state", LocalizedText(en: "state", km: "ស្ថានភាព")),
        Table.Column("first", LocalizedText(en: "first by", km: "លើកទី ១ ដោយ")),
        Table.Column("second", LocalizedText(en: "second by", km: "លើកទី ២ ដោយ")),
        Table.Column("differences", LocalizedText(en: "differ in", km: "ខុសគ្នា"), .number),
        Table.Column("settled", LocalizedText(en: "settled by", km: "ដោះស្រាយដោយ")),
        Table.Column("blank", PaperEntryWords.state(.blank), .number),
        Table.Column("unclear", PaperEntryWords.state(.unclear), .number),
        Table.Column("double", PaperEntryWords.state(.double), .number),
      ], rows: rows, footnotes: [])
    let twice = states.filter { $0.second != nil }
    let compared = twice.reduce(0) { $0 + $1.compared }
    let differing = twice.reduce(0) { $0 + $1.differences(form($1)).count }
    let none = LocalizedText(
      en: "no paper was keyed twice", km: "គ្មានក្រដាសណាត្រូវបានបញ្ចូលពីរដងទេ")
    let rate = compared > 0 ? Double(differing) * 100 / Double(compared) : nil
    let values = KeyValues(
      id: "agreement",
      items: [
        .init(
          key: "papers", title: LocalizedText(en: "papers", km: "ក្រដាស"),
          value: .integer(states.count)),
        .init(
          key: "keyedTwice", title: LocalizedText(en: "keyed twice", km: "បញ្ចូលពីរដង"),
          value: .integer(twice.count)),
        .init(
          key: "marksCompared",
          title: LocalizedText(en: "answers compared", km: "ចម្លើយដែលបានប្រៀបធៀប"),
          value: .integer(compared)),
        .init(
          key: "marksDiffering",
          title: LocalizedText(en: "answers that differ", km: "ចម្លើយដែលខុសគ្នា"),
          value: .integer(differing)),
        .init(
          key: "errorPercent",
          title: LocalizedText(
            en: "error rate between entries, per cent", km: "អត្រាកំហុសរវាងការបញ្ចូល គិតជាភាគរយ"),
          value: .number(rate, digits: 2, orMissing: none)),
      ])
    return Document(
      title: LocalizedText(en: "Papers", km: "ក្រដាសចម្លើយ"),
      blocks: [.table(table), .keyValues(values)], isSynthetic: isSynthetic)
  }

  private static func stage(_ stage: PaperState.Stage, isScored: Bool) -> LocalizedText {
    if isScored { return LocalizedText(en: "scored", km: "ដាក់ពិន្ទុរួច") }
    return switch stage {
    case .keyedOnce: LocalizedText(en: "keyed once", km: "បញ្ចូលម្តង")
    case .differing: LocalizedText(en: "differing", km: "ខុសគ្នា")
    case .agreed: LocalizedText(en: "agreed, not scored", km: "ត្រូវគ្នា មិនទាន់ដាក់ពិន្ទុ")
    case .settled: LocalizedText(en: "settled, not scored", km: "ដោះស្រាយរួច មិនទាន់ដាក់ពិន្ទុ")
    }
  }
}
