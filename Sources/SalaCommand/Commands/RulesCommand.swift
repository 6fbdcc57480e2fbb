import ArgumentParser
import Curriculum
import Document
import Terminal
import Text

/// `sala rules`: what a curriculum must keep, with examples.
struct RulesCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: both(
      "List the rules of 'sala check' with their reasons and examples.",
      "បង្ហាញវិធានរបស់ 'sala check' ព្រមទាំងហេតុផល និងឧទាហរណ៍។"))

  @Argument(help: help("Only the rule that gives this code.", "បង្ហាញតែវិធានដែលមានកូដនេះ។"))
  var code: String?

  @Option(help: formatHelp)
  var format: OutputFormat = .text

  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let rules = Rules.all.filter { rule in code.map(rule.codes.contains) ?? true }
    guard !rules.isEmpty else {
      let codes = Rules.all.flatMap(\.codes)
      throw CommandFailure(
        RulesMessages.unknown(
          code ?? "", suggestion: Suggestion.nearest(to: code ?? "", in: codes)))
    }
    if format == .json {
      console.line(JSONValue.array(rules.map { json($0, language) }).encoded(indented: true))
    } else if format != .text {
      console.write(
        try rendered(
          RulesMessages.document(rules), as: format, language: language, console: console))
    } else {
      console.write(rules.map { text($0, language) }.joined(separator: "\n"))
    }
    return 0
  }

  private func text(_ rule: any Rule, _ language: Language) -> String {
    var lines = [rule.codes.joined(separator: ", ")]
    lines.append("  " + rule.summary.text(in: language))
    lines.append("  " + rule.reason.text(in: language))
    for example in rule.examples {
      let head =
        example.code.map { RulesMessages.fails($0) } ?? RulesMessages.passes
      lines.append("  \(head.text(in: language)) (\(example.path))")
      lines += fragment(example.original, sign: "-")
      lines += fragment(example.replacement, sign: "+")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fragment(_ text: String, sign: String) -> [String] {
    text.split(separator: "\n").prefix(6).map { "    \(sign) \($0)" }
  }

  private func json(_ rule: any Rule, _ language: Language) -> JSONValue {
    .object([
      "codes": .array(rule.codes.map(JSONValue.string)),
      "summary": .string(rule.summary.text(in: language)),
      "reason": .string(rule.reason.text(in: language)),
      "examples":
        .array(
          rule.examples.map { example in
            .object([
              "code": example.code.map(JSONValue.string) ?? .null,
              "path": .string(example.path),
              "from": .string(example.original),
              "to": .string(example.replacement),
            ])
          }),
    ])
  }
}

/// The messages of `sala rules`.
enum RulesMessages {
  static func fails(_ code: String) -> LocalizedText {
    LocalizedText(en: "fails with \(code):", km: "មិនគោរព (\(code))៖")
  }

  static let passes = LocalizedText(en: "passes:", km: "គោរព៖")

  /// The rules as a table.
  static func document(_ rules: [any Rule]) -> Document {
    let table = Table(
      id: "rules",
      caption: LocalizedText(en: "Rules of 'sala check'", km: "វិធានរបស់ 'sala check'"),
      columns: [
        Table.Column("codes", LocalizedText(en: "codes", km: "កូដ"), .text),
        Table.Column("summary", LocalizedText(en: "rule", km: "វិធាន"), .text),
        Table.Column("reason", LocalizedText(en: "reason", km: "ហេតុផល"), .text),
      ],
      rows: rules.map { rule in
        [
          .text(rule.codes.joined(separator: ", ")), .localized(rule.summary),
          .localized(rule.reason),
        ]
      }, footnotes: [])
    return Document(
      title: LocalizedText(en: "Rules", km: "វិធាន"), blocks: [.table(table)])
  }

  static func unknown(_ code: String, suggestion: String?) -> LocalizedText {
    let guess = suggestion.map { " Did you mean '\($0)'?" } ?? ""
    let guessKhmer = suggestion.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""
    return LocalizedText(
      en: "No rule gives the code '\(code)'.\(guess)",
      km: "គ្មានវិធានណាមានកូដ '\(code)' ទេ។\(guessKhmer)")
  }
}
