import Assessment
import Records
import Source
import Terminal
import Text

/// Whether the results of a person go into reports: what the notice asks before the first question.
struct QuizParticipation {
  let setting: QuizSetting
  let store: Store
  let language: Language
  /// What was said on the command line; `nil` for nothing.
  var said: Bool?
  private let notice = ParticipationNotice.current

  init(_ setting: QuizSetting, _ store: Store, _ language: Language, said: Bool? = nil) {
    self.setting = setting
    self.store = store
    self.language = language
    self.said = said
  }

  /// Whether the person has still to decide; practice asks nobody, and a decision about the event
  /// holds for all its tests.
  func isOpen() throws -> Bool {
    guard setting.occasion != .practice else { return false }
    return try !store.statements().participation.contains { said in
      said.record.code == setting.code
        && (said.record.event == nil || said.record.event == setting.event?.id)
    }
  }

  /// Records a decision.
  func record(_ included: Bool) throws {
    try store.append(
      .participationDecided(
        ParticipationRecord(
          event: setting.event?.id, code: setting.code, included: included,
          notice: notice.version)))
  }

  /// Takes what was said on the command line; the latest word holds.
  func recordWhatWasSaid() throws {
    guard let said, setting.occasion != .practice else { return }
    let last = try store.statements().participation.last {
      $0.record.code == setting.code && $0.record.event == setting.event?.id
    }
    if last?.record.included != said { try record(said) }
  }

  /// Shows the notice and asks; where nobody sits at the terminal, it is only shown.
  ///
  /// - Returns: Whether the test goes on: `false` where the person left.
  func ask(_ console: Console) throws -> Bool {
    try recordWhatWasSaid()
    guard try isOpen() else { return true }
    show(console)
    guard console.isInteractive else { return true }
    while true {
      console.write(QuizParticipationWords.prompt.text(in: language))
      guard let line = console.readLine() else {
        console.line()
        return false
      }
      switch Khmer.withLatinDigits(Console.withoutControls(line)).trimmingSpaces() {
      case "1":
        try record(true)
        return true
      case "2":
        try record(false)
        return true
      case ".", "។": return false
      default: break
      }
    }
  }

  private func show(_ console: Console) {
    func wrap(_ text: LocalizedText, indent: String = "") {
      for line in LineWrapping.lines(
        text.text(in: language), width: min(100, console.width), indent: indent)
      {
        console.line(line)
      }
    }
    wrap(notice.title)
    for paragraph in notice.paragraphs { wrap(paragraph) }
    guard console.isInteractive else { return }
    let numbers = language == .khmer ? ["១", "២"] : ["1", "2"]
    for (number, choice) in zip(numbers, [notice.agree, notice.decline]) {
      wrap(
        LocalizedText(
          en: "  \(number). \(choice.en)", km: "  \(number). \(choice.km)"), indent: "     ")
    }
  }
}

/// The words around the notice.
enum QuizParticipationWords {
  static let prompt = LocalizedText(
    en: "Type 1 or 2; a full stop leaves: ", km: "សូមវាយ ១ ឬ ២។ វាយ «.» ដើម្បីចាកចេញ៖ ")
  static let both = LocalizedText(
    en: "Give --agree or --decline, not both.", km: "សូមផ្តល់ --agree ឬ --decline តែមួយ។")
}
