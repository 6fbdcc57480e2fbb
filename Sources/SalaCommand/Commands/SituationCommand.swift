import ArgumentParser
import Curriculum
import Document
import Situation
import Source
import Terminal
import Text

/// `sala situation`: branching exercises for a room of people.
struct SituationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "situation",
    abstract: both(
      "Check, test or play a situation exercise.", "ពិនិត្យ សាកល្បង ឬធ្វើលំហាត់ស្ថានភាព។"),
    subcommands: [SituationCheck.self, SituationTest.self, SituationPlayCommand.self])
}

/// What all commands about a script take.
struct SituationOptions: ParsableArguments {
  @Argument(
    help: help(
      "The script (….situation.en.md); its Khmer sibling is read too.",
      "ឯកសារលំហាត់ (….situation.en.md)។ ឯកសារជាភាសាខ្មែរដែលនៅជាគូ ក៏ត្រូវបានអានដែរ។"))
  var file: String

  @OptionGroup var common: CommonOptions

  /// Reads the script in both languages.
  func read() -> (situation: Situation?, diagnostics: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let english = SiblingPath.path(file, in: .english)
    let khmer = SiblingPath.path(file, in: .khmer)
    let files = [english, khmer].map { path in
      path == file || FileReading.exists(path)
        ? FileReading.file(path, collector: collector) : nil
    }
    let situation = SituationReading.read(
      english: files[0], khmer: english == khmer ? nil : files[1], languages: Language.allCases,
      collector: collector)
    return (situation, collector.diagnostics.inReadingOrder)
  }

  /// Reads the script, or fails with what is wrong with it.
  func playable(_ console: Console, _ language: Language) throws -> Situation {
    let (situation, diagnostics) = read()
    guard let situation, !diagnostics.hasErrors else {
      console.report(diagnostics, in: language)
      throw CommandFailure(SituationWords.notPlayable(file), code: situation == nil ? 2 : 1)
    }
    return situation
  }
}

/// `sala situation check`.
struct SituationCheck: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: both(
      "Find what is wrong with a script: dead ends, unreachable sections, unknown names.",
      "រកកំហុសក្នុងលំហាត់៖ ផ្លូវទាល់ ផ្នែកដែលមិនអាចទៅដល់ និងឈ្មោះដែលមិនស្គាល់។"))

  @OptionGroup var options: SituationOptions
  @Option(help: formatHelp)
  var format: OutputFormat = .text

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(options.common.language)
    let (situation, diagnostics) = options.read()
    let counts = [
      ("sections", situation?.sections.count ?? 0), ("endings", situation?.endings.count ?? 0),
      ("roles", situation?.roles.count ?? 0),
      ("choices", situation?.sections.reduce(0) { $0 + $1.choices.count } ?? 0),
    ]
    if format == .json {
      let findings = diagnostics.map { FindingCount.json($0, in: language) }
      let members = counts.map { JSONObject.Member($0.0, .int($0.1)) }
      console.line(
        JSONValue.object(["findings": .array(findings), "counts": .object(JSONObject(members))])
          .encoded(indented: true))
    } else if format != .text {
      let entries = counts.map { (key: $0.0, title: SituationWords.count($0.0), count: $0.1) }
      let document = FindingTable.document(diagnostics, counts: entries, language: language)
      console.write(
        try rendered(document, as: format, language: language, console: console))
    } else {
      for diagnostic in diagnostics {
        console.note(DiagnosticRendering.text(diagnostic, in: language))
      }
      for (name, count) in counts {
        console.line(
          CommandMessages.named(SituationWords.count(name), number: count).text(in: language))
      }
      console.line(FindingCount.summary(diagnostics).text(in: language))
    }
    return situation == nil ? 2 : diagnostics.hasErrors ? 1 : 0
  }
}

/// `sala situation test`.
struct SituationTest: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: both(
      "Play a script many times at random and count its endings.",
      "សាកធ្វើលំហាត់ដោយចៃដន្យច្រើនដង ហើយរាប់ចំនួនការបញ្ចប់នីមួយៗ។"))

  @OptionGroup var options: SituationOptions
  @Option(help: help("How many plays.", "ចំនួនដងដែលត្រូវសាក។")) var runs = 1000
  @Option(help: help("Where the random numbers begin.", "លេខចាប់ផ្តើមនៃលេខចៃដន្យ។ លេខដដែលផ្តល់លទ្ធផលដដែល។"))
  var seed: UInt64 = 1
  @Option(help: formatHelp)
  var format: OutputFormat = .text

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(options.common.language)
    try CommandFailure.unless(runs, isIn: 1...10_000_000, option: "--runs")
    let situation = try options.playable(console, language)
    let result = SituationTesting.run(situation, runs: runs, seed: seed)
    if format == .json {
      let endings = result.endings.map { ending in
        JSONValue.object([
          "id": .string(ending.id), "count": .int(ending.count), "share": .double(ending.share),
        ])
      }
      console.line(
        JSONValue.object([
          "runs": .int(result.runs), "seed": .int(Int(clamping: seed)), "endings": .array(endings),
          "unreached": .array(result.unreached.map(JSONValue.string)),
          "unfinished": .int(result.unfinished), "longest": .int(result.longest),
        ]).encoded(indented: true))
      return 0
    }
    if format != .text {
      let document = SituationWords.document(result, of: situation, seed: seed)
      console.write(
        try rendered(document, as: format, language: language, console: console))
      return 0
    }
    console.line(SituationWords.plays(result.runs, seed: seed).text(in: language))
    for ending in result.endings {
      let share = NumberText.fixed(100 * ending.share, digits: 1)
      let title = situation.section(ending.id)?.title.text(in: language) ?? ending.id
      console.line("  \(DisplayWidth.paddedLeft(share, to: 5)) %  \(ending.id)  \(title)")
    }
    console.line(SituationWords.unreached(result.unreached).text(in: language))
    console.line(SituationWords.longest(result.longest).text(in: language))
    return 0
  }
}

/// `sala situation play`.
struct SituationPlayCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: both(
      "Play a script: one section at a time, choices by number or letter.",
      "ធ្វើលំហាត់៖ បង្ហាញម្តងមួយផ្នែក ហើយជ្រើសរើសតាមលេខ ឬអក្សរ។"))

  @OptionGroup var options: SituationOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(options.common.language)
    let situation = try options.playable(console, language)
    guard var play = SituationPlay(situation) else {
      throw CommandFailure(SituationWords.notPlayable(options.file), code: 1)
    }
    console.line(situation.title.text(in: language))
    if situation.approvals.isEmpty {
      console.line(Approval.draftNotice.text(in: language))
    }
    wrap(situation.purpose.text(in: language), console)
    for role in situation.roles {
      wrap("- \(role.title.text(in: language)): \(role.brief.text(in: language))", console)
    }
    while true {
      show(play, console, language)
      if play.isOver { break }
      guard let next = choose(play, console, language) else {
        console.line(SituationWords.stopped.text(in: language))
        return 0
      }
      play = next
    }
    if !play.debrief.isEmpty {
      console.line()
      console.line(SituationWords.debrief.text(in: language))
      for note in play.debrief { wrap("- " + PlainText.text(note.text(in: language)), console) }
    }
    return 0
  }

  private func show(_ play: SituationPlay, _ console: Console, _ language: Language) {
    let state = play.situation.state.map { value in
      "\(value.title.text(in: language)): \(play.state[value.name] ?? value.start)"
    }
    console.line()
    console.line(
      "== \(play.section.title.text(in: language))"
        + (state.isEmpty ? "" : "  (\(state.joined(separator: ", ")))"))
    if let role = play.decidingRole {
      console.line(SituationWords.decides(role.title).text(in: language))
    }
    for line in PlainText.lines(play.section.text.text(in: language), width: console.width) {
      console.line(line)
    }
    if let ending = play.ending {
      console.line(SituationWords.ending(ending.title).text(in: language))
    }
    for (index, choice) in play.availableChoices.enumerated() {
      wrap("  \(index + 1)) \(choice.text.text(in: language))", console, indent: "     ")
    }
  }

  private func choose(_ play: SituationPlay, _ console: Console, _ language: Language)
    -> SituationPlay?
  {
    let choices = play.availableChoices
    while true {
      console.write(SituationWords.prompt.text(in: language))
      guard let line = console.readLine() else { return nil }
      let typed = Console.withoutControls(line)
      if [".", "។", "stop", "ឈប់"].contains(typed) { return nil }
      if let index = index(typed, count: choices.count) {
        return play.after(choice: choices[index].number)
      }
      console.line(SituationWords.typeNumber(choices.count).text(in: language))
    }
  }

  private func index(_ typed: String, count: Int) -> Int? {
    let latin = Khmer.withLatinDigits(typed).lowercased()
    if let number = Int(latin) { return (1...count).contains(number) ? number - 1 : nil }
    if let letter = Khmer.optionLetters.firstIndex(of: latin) {
      return letter < count ? letter : nil
    }
    guard latin.utf8.count == 1, let byte = latin.utf8.first, byte >= 0x61 else { return nil }
    return Int(byte) - 0x61 < count ? Int(byte) - 0x61 : nil
  }

  private func wrap(_ text: String, _ console: Console, indent: String = "  ") {
    for line in LineWrapping.lines(text, width: min(100, console.width), indent: indent) {
      console.line(line)
    }
  }
}

/// The words of the commands about situations.
enum SituationWords {
  static let prompt = LocalizedText(en: "Choice ('.' stops)> ", km: "ជម្រើស ('.' ឈប់)> ")
  static let stopped = LocalizedText(en: "Stopped.", km: "បានឈប់។")
  static let debrief = LocalizedText(
    en: "To talk about afterwards:", km: "ចំណុចសម្រាប់ពិភាក្សាក្រោយធ្វើលំហាត់៖")

  static func typeNumber(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Type a number from 1 to \(count).",
      km: "សូមវាយលេខពី ១ ដល់ \(Khmer.withKhmerDigits("\(count)"))។")
  }

  static func decides(_ role: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Decides: \(role.en)", km: "អ្នកសម្រេច៖ \(role.km)")
  }

  static func ending(_ quality: LocalizedText) -> LocalizedText {
    LocalizedText(en: "The end: \(quality.en)", km: "ចប់៖ \(quality.km)")
  }

  static func notPlayable(_ file: String) -> LocalizedText {
    LocalizedText(
      en: "'\(file)' cannot be played before it is mended.",
      km: "ត្រូវកែ '\(file)' ជាមុនសិន ទើបអាចធ្វើលំហាត់បាន។")
  }

  static func plays(_ runs: Int, seed: UInt64) -> LocalizedText {
    LocalizedText(
      en: "\(runs) random plays (seed \(seed)):",
      km: "ការធ្វើលំហាត់ដោយចៃដន្យ \(Khmer.withKhmerDigits("\(runs)")) ដង (លេខចាប់ផ្តើម \(seed))៖")
  }

  /// The endings as a table.
  static func document(
    _ result: SituationTesting.Result, of situation: Situation, seed: UInt64
  ) -> Document {
    let rows = result.endings.map { ending -> [Table.Cell] in
      [
        .text(ending.id),
        .localized(situation.section(ending.id)?.title ?? LocalizedText(same: "")),
        .integer(ending.count), .number(ending.share, digits: 4),
      ]
    }
    let table = Table(
      id: "endings", caption: plays(result.runs, seed: seed),
      columns: [
        Table.Column("id", LocalizedText(en: "ending", km: "ការបញ្ចប់"), .text),
        Table.Column("title", LocalizedText(en: "title", km: "ចំណងជើង"), .text),
        Table.Column("count", LocalizedText(en: "plays", km: "ចំនួនដង"), .number),
        Table.Column("share", LocalizedText(en: "share", km: "ចំណែក"), .number),
      ], rows: rows, footnotes: [unreached(result.unreached), longest(result.longest)])
    return Document(title: situation.title, blocks: [.table(table)])
  }

  static func unreached(_ ids: [String]) -> LocalizedText {
    guard !ids.isEmpty else {
      return LocalizedText(
        en: "Every section was reached.", km: "បានទៅដល់គ្រប់ផ្នែកទាំងអស់។")
    }
    let list = ids.joined(separator: ", ")
    return LocalizedText(en: "Never reached: \(list).", km: "មិនធ្លាប់ទៅដល់៖ \(list)។")
  }

  static func longest(_ steps: Int) -> LocalizedText {
    LocalizedText(
      en: "The longest play took \(steps) choices.",
      km: Khmer.withKhmerDigits("ការធ្វើលំហាត់វែងបំផុតមានការជ្រើសរើស \(steps) ដង។"))
  }

  static func count(_ name: String) -> LocalizedText {
    switch name {
    case "sections": LocalizedText(en: "sections", km: "ផ្នែក")
    case "endings": LocalizedText(en: "endings", km: "ការបញ្ចប់")
    case "roles": LocalizedText(en: "roles", km: "តួនាទី")
    default: LocalizedText(en: "choices", km: "ជម្រើស")
    }
  }
}
