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
      "ដាក់ពិន្ទុសំណួរមួយឡើងវិញដោយគន្លឹះចម្លើយដែលបានកែ៖ អ្នកណាពាក់ព័ន្ធ និងអ្វីដែលផ្លាស់ប្តូរ។"),
    discussion: both(
      "The old result stays in the journal; the new one is added beside it, with the reason. Reports use the latest.",
      "លទ្ធផលចាស់នៅក្នុងកំណត់ត្រា។ លទ្ធផលថ្មីត្រូវបានបន្ថែមពីក្រោយ ព្រមទាំងមូលហេតុ។ របាយការណ៍ប្រើលទ្ធផលចុងក្រោយ។"))

  @Option(help: help("The question, by id.", "លេខសម្គាល់សំណួរ។")) var item: String
  @Option(help: help("Why it is scored again.", "មូលហេតុនៃការដាក់ពិន្ទុឡើងវិញ។")) var reason: String
  @Option(help: help("Only this event.", "យកតែព្រឹត្តិការណ៍នេះ។")) var event: String?
  @Option(help: help("Only this form.", "យកតែវិញ្ញាសានេះ។")) var form: String?
  @Flag(
    name: .customLong("dry-run"),
    help: help("Only show what would change.", "បង្ហាញតែអ្វីដែលនឹងផ្លាស់ប្តូរ។"))
  var isDryRun = false
  @Option(help: formatHelp)
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
    let attempts = try attempts(in: store, course: course)
    guard let item = course.items.first(where: { $0.id == item }) else {
      throw CommandFailure(unknownItem(course, attempts), code: 1)
    }
    guard item.interaction.kind.isScored else {
      throw CommandFailure(RescoreWords.opinion(item.id), code: 1)
    }
    let rescoring = Rescoring(
      item, in: attempts, forms: course.forms + course.tests, rubrics: course.rubrics)
    if !isDryRun { try store.append(rescoring.facts(reason: why)) }
    let document = RescoreTable.document(
      rescoring, item: item.id, reason: why, isDryRun: isDryRun, isSynthetic: store.isSynthetic)
    console.write(try rendered(document, as: format, language: language, console: console))
    if store.isSynthetic { console.note(ResultsWords.synthetic.text(in: language)) }
    return 0
  }

  private func attempts(in store: Store, course: Curriculum) throws -> [ScoredAttempt] {
    let all = try store.attempts(event: event)
    guard let form else { return all }
    let own = all.filter { $0.form == form }
    if own.isEmpty, course.form(form) == nil {
      let known = Set((course.forms + course.tests).map(\.id) + all.map(\.form)).sorted()
      throw CommandFailure(
        FormWords.noForm(
          form, known: known, suggestion: Suggestion.nearest(to: form, in: known)), code: 1)
    }
    return own
  }

  /// Says that there is no such question, or none any more: then what was scored by it stays.
  private func unknownItem(_ course: Curriculum, _ attempts: [ScoredAttempt]) -> LocalizedText {
    let holding = attempts.count { $0.outcomes.contains { $0.item == item } }
    if holding > 0 { return RescoreWords.itemGone(item, attempts: holding) }
    return RescoreWords.noItem(
      item, suggestion: Suggestion.nearest(to: item, in: course.items.map(\.id)))
  }
}
