import Assessment
import Document
import Records
import Text

/// What a rescoring changes, as a table.
enum RescoreTable {
  static func document(
    _ rescoring: Rescoring, item: String, reason: String, isDryRun: Bool, isSynthetic: Bool
  ) -> Document {
    let summary = RescoreWords.summary(
      item, affected: rescoring.changes.count, of: rescoring.attempts,
      decisions: rescoring.changes.count(where: \.changesDecision), isDryRun: isDryRun)
    var blocks: [Document.Block] = [
      .table(
        Table(
          id: "rescored", caption: summary, columns: columns, rows: rescoring.changes.map(row),
          footnotes: [RescoreWords.reasonLine(reason)]))
    ]
    if !rescoring.left.isEmpty { blocks.append(.table(left(rescoring.left))) }
    return Document(
      title: LocalizedText(en: "Scored again: \(item)", km: "ដាក់ពិន្ទុឡើងវិញ៖ \(item)"),
      blocks: blocks, isSynthetic: isSynthetic)
  }

  private static var places: [Table.Column] {
    [
      Table.Column("code", LocalizedText(en: "code", km: "កូដ")),
      Table.Column("event", LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍")),
      Table.Column("occasion", LocalizedText(en: "occasion", km: "តេស្ត")),
      Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
    ]
  }

  private static func place(_ attempt: ScoredAttempt) -> [Table.Cell] {
    [
      .text(attempt.code), .text(attempt.event ?? ""), .text(attempt.occasion.rawValue),
      .text(attempt.form),
    ]
  }

  private static var columns: [Table.Column] {
    places + [
      Table.Column("oldScore", LocalizedText(en: "old points", km: "ពិន្ទុចាស់"), .number),
      Table.Column("newScore", LocalizedText(en: "new points", km: "ពិន្ទុថ្មី"), .number),
      Table.Column("oldTotal", LocalizedText(en: "old total", km: "សរុបចាស់"), .number),
      Table.Column("newTotal", LocalizedText(en: "new total", km: "សរុបថ្មី"), .number),
      Table.Column("maximum", LocalizedText(en: "of", km: "លើ"), .number),
      Table.Column("oldPercent", LocalizedText(en: "old %", km: "ភាគរយចាស់"), .number),
      Table.Column("newPercent", LocalizedText(en: "new %", km: "ភាគរយថ្មី"), .number),
      Table.Column("oldDecision", LocalizedText(en: "before", km: "មុន")),
      Table.Column("newDecision", LocalizedText(en: "now", km: "ឥឡូវ")),
      Table.Column(
        "decisionChanged", LocalizedText(en: "decision changed", km: "ការសម្រេចផ្លាស់ប្តូរ")),
      Table.Column("oldKey", LocalizedText(en: "old key", km: "គន្លឹះចាស់")),
      Table.Column("newKey", LocalizedText(en: "new key", km: "គន្លឹះថ្មី")),
    ]
  }

  private static func row(_ change: Rescoring.Change) -> [Table.Cell] {
    place(change.attempt) + [
      .number(change.old.score, digits: 2), .number(change.new.score, digits: 2),
      .number(change.oldTotal, digits: 2), .number(change.newTotal, digits: 2),
      .number(change.newMaximum, digits: 2), .number(change.oldPercent, digits: 1),
      .number(change.newPercent, digits: 1),
      .localized(RescoreWords.decision(change.wasPassed, change)),
      .localized(RescoreWords.decision(change.isPassed, change)),
      .localized(change.changesDecision ? RescoreWords.yes : RescoreWords.no),
      .text(change.old.keyVersion), .text(change.new.keyVersion),
    ]
  }

  private static func left(_ left: [Rescoring.Left]) -> Table {
    Table(
      id: "left", caption: RescoreWords.leftCaption(left.count),
      columns: places + [Table.Column("reason", LocalizedText(en: "why", km: "មូលហេតុ"))],
      rows: left.map { place($0.attempt) + [.localized(RescoreWords.left($0.reason))] },
      footnotes: [])
  }
}

/// The words of `sala results rescore`.
enum RescoreWords {
  static let noReason = LocalizedText(
    en: "--reason is empty: write why the question is scored again; reports repeat it.",
    km: "--reason ទទេ៖ សូមសរសេរមូលហេតុនៃការដាក់ពិន្ទុឡើងវិញ។ របាយការណ៍នឹងបង្ហាញវា។")
  static let yes = LocalizedText(en: "yes", km: "បាទ/ចាស")
  static let no = LocalizedText(en: "no", km: "ទេ")

  static func reasonLine(_ reason: String) -> LocalizedText {
    LocalizedText(en: "Reason: \(reason)", km: "មូលហេតុ៖ \(reason)")
  }

  static func noItem(_ id: String, suggestion: String?) -> LocalizedText {
    LocalizedText(
      en: "There is no question '\(id)'.\(suggestion.map { " Did you mean '\($0)'?" } ?? "")",
      km: "គ្មានសំណួរ '\(id)' ទេ។\(suggestion.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? "")")
  }

  static func itemGone(_ id: String, attempts: Int) -> LocalizedText {
    LocalizedText(
      en:
        "The question '\(id)' is not in the curriculum any more, so nothing can score it again. "
        + "The \(attempts) recorded tests that hold it keep their results.",
      km:
        "សំណួរ '\(id)' លែងមានក្នុងកម្មវិធីសិក្សាទៀតហើយ ដូច្នេះមិនអាចដាក់ពិន្ទុឡើងវិញបានទេ។ "
        + "តេស្ត \(Khmer.withKhmerDigits("\(attempts)")) ដែលមានសំណួរនេះ រក្សាលទ្ធផលដដែល។")
  }

  static func opinion(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "'\(id)' asks for an opinion, which is never scored.",
      km: "'\(id)' សួរយោបល់ ដែលមិនដាក់ពិន្ទុទេ។")
  }

  static func decision(_ isPassed: Bool, _ change: Rescoring.Change) -> LocalizedText {
    guard change.isDecided else { return LocalizedText(same: "–") }
    return isPassed
      ? LocalizedText(en: "passed", km: "ជាប់") : LocalizedText(en: "not passed", km: "មិនជាប់")
  }

  static func summary(
    _ item: String, affected: Int, of attempts: Int, decisions: Int, isDryRun: Bool
  ) -> LocalizedText {
    if affected == 0 {
      return LocalizedText(
        en: "\(item): the key changes none of the \(attempts) recorded tests that hold it.",
        km:
          "\(item)៖ គន្លឹះចម្លើយមិនផ្លាស់ប្តូរតេស្តណាមួយក្នុងចំណោមតេស្ត \(Khmer.withKhmerDigits("\(attempts)")) ដែលមានសំណួរនេះទេ។"
      )
    }
    let english = isDryRun ? "would change" : "changed"
    let khmer = isDryRun ? "នឹងផ្លាស់ប្តូរ" : "បានផ្លាស់ប្តូរ"
    return LocalizedText(
      en: "\(item): \(affected) of \(attempts) tests \(english), \(decisions) decisions with them.",
      km: "\(item)៖ "
        + Khmer.withKhmerDigits(
          "តេស្ត \(affected) ក្នុងចំណោម \(attempts) \(khmer) រួមទាំងការសម្រេចជាប់ ឬមិនជាប់ \(decisions)។"))
  }

  static func leftCaption(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) tests cannot be scored again; their results stay.",
      km: "មិនអាចដាក់ពិន្ទុតេស្ត \(Khmer.withKhmerDigits("\(count)")) ឡើងវិញបានទេ។ លទ្ធផលនៅដដែល។")
  }

  static func left(_ reason: Rescoring.Left.Reason) -> LocalizedText {
    switch reason {
    case .answerDoesNotFit:
      LocalizedText(
        en: "the answer does not fit the question as it is now",
        km: "ចម្លើយមិនត្រូវនឹងសំណួរបច្ចុប្បន្នទេ")
    case .otherRubric:
      LocalizedText(
        en: "the rubric by which it was judged changed or is gone",
        km: "តារាងវាយតម្លៃដែលបានប្រើ ត្រូវបានកែ ឬលែងមាន")
    }
  }
}
