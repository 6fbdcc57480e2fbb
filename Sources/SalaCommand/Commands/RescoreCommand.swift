import ArgumentParser
import Assessment
import Curriculum
import Document
import Records
import Terminal
import Text

/// `sala results rescore`: scores one question of every recorded test again, with today's key.
struct ResultsRescoreCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescore",
    abstract: both(
      "Score a question again with its mended key: who is affected, and what changes for them.",
      "ដាក់ពិន្ទុសំណួរមួយឡើងវិញដោយគន្លឹះចម្លើយដែលបានកែ៖ នរណារងផល ហើយអ្វីផ្លាស់ប្តូរ។"),
    discussion: both(
      "The old result stays in the journal; the new one is added beside it, with the reason. Reports use the latest.",
      "លទ្ធផលចាស់នៅក្នុងកំណត់ត្រា។ លទ្ធផលថ្មីត្រូវបានបន្ថែមពីក្រោយ ព្រមទាំងមូលហេតុ។ របាយការណ៍ប្រើលទ្ធផលចុងក្រោយ។"))

  @Option(help: help("The question, by id.", "សំណួរ តាមលេខសម្គាល់។")) var item: String
  @Option(help: help("Why it is scored again.", "មូលហេតុនៃការដាក់ពិន្ទុឡើងវិញ។")) var reason: String
  @Option(help: help("Only this event.", "តែព្រឹត្តិការណ៍នេះ។")) var event: String?
  @Flag(
    name: .customLong("dry-run"),
    help: help("Only show what would change.", "បង្ហាញតែអ្វីដែលនឹងផ្លាស់ប្តូរ។"))
  var isDryRun = false
  @Option(help: help("text, json, csv or html.", "text, json, csv ឬ html។"))
  var format: OutputFormat = .text
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let why = TextInteraction.normalised(reason, isCaseSensitive: true)
    guard !why.isEmpty else { throw CommandFailure(RescoreWords.noReason) }
    let store = try store.open(console, language, creates: false)
    if let event { _ = try EventFinding.event(event, in: store) }
    let named = Set(try store.events().map(\.curriculum))
    let course = try LoadedForms.load(
      curriculum ?? (named.count == 1 ? named.first : nil), console: console
    ).curriculum
    guard let item = course.items.first(where: { $0.id == item }) else {
      throw CommandFailure(
        RescoreWords.noItem(
          item, suggestion: Suggestion.nearest(to: item, in: course.items.map(\.id))),
        code: 1)
    }
    let rescoring = Rescoring(item, in: try store.attempts(event: event), forms: course.forms)
    if !isDryRun { try store.append(rescoring.facts(reason: reason)) }
    let document = RescoreTable.document(rescoring, item: item.id, isDryRun: isDryRun)
    console.write(try rendered(document, as: format, language: language, console: console))
    for attempt in rescoring.unreadable {
      console.note(RescoreWords.unreadable(attempt).text(in: language))
    }
    if store.isSynthetic { console.note(ResultsWords.synthetic.text(in: language)) }
    return 0
  }
}

/// What a rescoring changes, as a table.
enum RescoreTable {
  static func document(_ rescoring: Rescoring, item: String, isDryRun: Bool) -> Document {
    let columns = [
      Table.Column("code", LocalizedText(en: "code", km: "លេខកូដ")),
      Table.Column("event", LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍")),
      Table.Column("occasion", LocalizedText(en: "occasion", km: "តេស្ត")),
      Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
      Table.Column("oldScore", LocalizedText(en: "old points", km: "ពិន្ទុចាស់"), .number),
      Table.Column("newScore", LocalizedText(en: "new points", km: "ពិន្ទុថ្មី"), .number),
      Table.Column("oldPercent", LocalizedText(en: "old %", km: "ភាគរយចាស់"), .number),
      Table.Column("newPercent", LocalizedText(en: "new %", km: "ភាគរយថ្មី"), .number),
      Table.Column("oldDecision", LocalizedText(en: "before", km: "មុន")),
      Table.Column("newDecision", LocalizedText(en: "now", km: "ឥឡូវ")),
      Table.Column("decisionChanged", LocalizedText(en: "changed", km: "ផ្លាស់ប្តូរ")),
      Table.Column("oldKey", LocalizedText(en: "old key", km: "គន្លឹះចាស់")),
      Table.Column("newKey", LocalizedText(en: "new key", km: "គន្លឹះថ្មី")),
    ]
    let rows = rescoring.changes.map { change -> [Table.Cell] in
      [
        .text(change.attempt.code), .text(change.attempt.event ?? ""),
        .text(change.attempt.occasion.rawValue), .text(change.attempt.form),
        .number(change.old.score, digits: 2), .number(change.new.score, digits: 2),
        .number(change.oldPercent, digits: 1), .number(change.newPercent, digits: 1),
        .localized(RescoreWords.decision(change.wasPassed, change)),
        .localized(RescoreWords.decision(change.isPassed, change)),
        .localized(change.changesDecision ? RescoreWords.yes : RescoreWords.no),
        .text(change.old.keyVersion), .text(change.new.keyVersion),
      ]
    }
    let table = Table(
      id: "rescored",
      caption: RescoreWords.summary(
        item, affected: rows.count, of: rescoring.attempts,
        decisions: rescoring.changes.count(where: \.changesDecision), isDryRun: isDryRun),
      columns: columns, rows: rows, footnotes: [])
    return Document(
      title: LocalizedText(en: "Scored again: \(item)", km: "ដាក់ពិន្ទុឡើងវិញ៖ \(item)"),
      blocks: [.table(table)])
  }
}

/// The words of `sala results rescore`.
enum RescoreWords {
  static let noReason = LocalizedText(
    en: "--reason is empty: write why the question is scored again; reports repeat it.",
    km: "--reason ទទេ៖ សូមសរសេរមូលហេតុនៃការដាក់ពិន្ទុឡើងវិញ។ របាយការណ៍នឹងបង្ហាញវា។")
  static let yes = LocalizedText(en: "yes", km: "បាទ/ចាស")
  static let no = LocalizedText(en: "no", km: "ទេ")

  static func noItem(_ id: String, suggestion: String?) -> LocalizedText {
    LocalizedText(
      en: "There is no question '\(id)'.\(suggestion.map { " Did you mean '\($0)'?" } ?? "")",
      km: "គ្មានសំណួរ '\(id)' ទេ។\(suggestion.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? "")")
  }

  static func decision(_ isPassed: Bool, _ change: Rescoring.Change) -> LocalizedText {
    if change.attempt.occasion == .practice || change.masteryPercent == 0 {
      return LocalizedText(same: "–")
    }
    return isPassed
      ? LocalizedText(en: "passed", km: "ជាប់") : LocalizedText(en: "not passed", km: "មិនជាប់")
  }

  static func summary(
    _ item: String, affected: Int, of attempts: Int, decisions: Int, isDryRun: Bool
  ) -> LocalizedText {
    if affected == 0 {
      return LocalizedText(
        en: "\(item): the key changes none of the \(attempts) recorded tests that hold it.",
        km: "\(item)៖ គន្លឹះចម្លើយមិនផ្លាស់ប្តូរតេស្តណាមួយក្នុងចំណោម \(attempts) ដែលមានសំណួរនេះទេ។")
    }
    let english = isDryRun ? "would change" : "changed"
    let khmer = isDryRun ? "នឹងផ្លាស់ប្តូរ" : "បានផ្លាស់ប្តូរ"
    return LocalizedText(
      en: "\(item): \(affected) of \(attempts) tests \(english), \(decisions) decisions with them.",
      km: "\(item)៖ តេស្ត \(affected) ក្នុងចំណោម \(attempts) \(khmer) រួមទាំងការសម្រេច \(decisions)។")
  }

  static func unreadable(_ attempt: ScoredAttempt) -> LocalizedText {
    LocalizedText(
      en:
        "\(attempt.code), \(attempt.occasion.rawValue): the answer does not fit the question as it is now; its result stays.",
      km: "\(attempt.code), \(attempt.occasion.rawValue)៖ ចម្លើយមិនត្រូវនឹងសំណួរបច្ចុប្បន្នទេ។ លទ្ធផលនៅដដែល។"
    )
  }
}
