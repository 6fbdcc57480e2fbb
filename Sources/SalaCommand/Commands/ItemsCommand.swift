import Archive
import ArgumentParser
import Document
import FoundationEssentials
import QuestionFormats
import Source
import Terminal
import Text

extension QuestionFormat: ExpressibleByArgument {}

/// `sala items`: questions in and out of other systems.
struct ItemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items",
    abstract: both(
      "Bring questions in from other systems, and take them out.",
      "នាំសំណួរចូលពីប្រព័ន្ធផ្សេង និងនាំចេញ។"),
    subcommands: [ItemsConvert.self, ItemsCheck.self])
}

/// `sala items convert`: from one question format to another, with nothing lost unsaid.
struct ItemsConvert: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: both(
      "Convert questions; whatever the new format cannot carry is named, question by question.",
      "បម្លែងសំណួរពីទម្រង់មួយទៅទម្រង់មួយ។ អ្វីដែលទម្រង់ថ្មីមិនអាចផ្ទុក ត្រូវបានរាយតាមសំណួរនីមួយៗ។"),
    discussion: both(
      "Formats: sala gift aiken moodle-xml qti12 qti21 qti22 text2qti csv xlsx. If something would be lost, nothing is written and the exit code is 1, unless --allow-loss is given.",
      "ទម្រង់៖ sala gift aiken moodle-xml qti12 qti21 qti22 text2qti csv xlsx។ បើមានអ្វីត្រូវបាត់បង់ នឹងមិនសរសេរអ្វីទេ ហើយលេខកូដបញ្ចប់គឺ 1 លើកលែងតែមាន --allow-loss។"
    ))

  @Argument(help: help("A file, a folder or an archive.", "ឯកសារ ថត ឬឯកសារបង្ហាប់។"))
  var input: String
  @Option(
    help: help("The format of what is read, or auto.", "ទម្រង់នៃប្រភព ឬ auto។"))
  var from = "auto"
  @Option(help: help("The format to write.", "ទម្រង់ដែលត្រូវសរសេរ។"))
  var to: QuestionFormat
  @Option(
    name: [.customShort("o"), .customLong("out")],
    help: help(
      "A file, a folder, or an archive whose name ends in .zip.",
      "ឯកសារ ថត ឬឯកសារបង្ហាប់ដែលឈ្មោះបញ្ចប់ដោយ .zip។"))
  var out: String
  @Flag(
    name: .customLong("allow-loss"),
    help: help("Write even where something is lost.", "សរសេរ ទោះបីមានអ្វីបាត់បង់ក៏ដោយ។"))
  var allowsLoss = false
  @Option(
    name: .customLong("report"),
    help: formatHelp)
  var report: OutputFormat = .text
  @Option(
    name: .customLong("language"),
    help: help(
      "The language to write where the format carries one: en or km. Without it, a folder gets both.",
      "ភាសាដែលត្រូវសរសេរ បើទម្រង់ផ្ទុកបានតែមួយ៖ en ឬ km។ បើមិនបញ្ជាក់ ថតនឹងទទួលទាំងពីរ។"))
  var content: Language?

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(nil)
    let source: QuestionFormat? = try sourceFormat()
    let collector = DiagnosticCollector()
    guard let read = try ItemsInput.read(input, collector: collector) else {
      console.report(collector.diagnostics, in: language)
      return 1
    }
    let target = ItemsTarget(path: out, format: to, language: content)
    try target.refuse(input: input)
    let result = target.convert(read, from: source)
    let findings = (collector.diagnostics + result.findings).inReadingOrder
    console.report(findings, in: language)
    let isWritten = !findings.hasErrors && (result.isLossless || allowsLoss)
    if isWritten { try target.write(result.files) }
    let summary = ItemsReport(
      result: result, findings: findings, isWritten: isWritten, language: language)
    switch report {
    case .json: console.line(summary.json.encoded(indented: true))
    case .csv, .html:
      console.write(
        try rendered(summary.document, as: report, language: language, console: console))
    case .text: summary.write(to: console, out: out)
    }
    return isWritten ? 0 : 1
  }

  private func sourceFormat() throws -> QuestionFormat? { try QuestionFormat.named(from) }
}

extension QuestionFormat {
  /// Returns the format of a name, `nil` for `auto`.
  static func named(_ name: String) throws -> QuestionFormat? {
    if name == "auto" { return nil }
    if let format = QuestionFormat(rawValue: name) { return format }
    throw CommandFailure(ItemsWords.unknownFormat(name))
  }
}

/// `sala items check`: what is wrong with questions, in whatever format.
struct ItemsCheck: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: both(
      "Read questions and name everything that is wrong with them; nothing is written.",
      "អានសំណួរ ហើយរាយកំហុសទាំងអស់ ដោយមិនសរសេរឯកសារអ្វី។"))

  @Argument(help: help("A file, a folder or an archive.", "ឯកសារ ថត ឬឯកសារបង្ហាប់។"))
  var input: String
  @Option(help: help("The format of what is read, or auto.", "ទម្រង់នៃប្រភព ឬ auto។")) var from = "auto"
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let source = try QuestionFormat.named(from)
    let collector = DiagnosticCollector()
    guard let read = try ItemsInput.read(input, collector: collector) else {
      console.report(collector.diagnostics, in: language)
      return 1
    }
    let checked = Conversion.check(read, from: source)
    let findings = (collector.diagnostics + checked.findings).inReadingOrder
    let counts = [
      (
        key: "questions", title: LocalizedText(en: "questions", km: "សំណួរ"),
        count: checked.count
      ),
      (
        key: "readable", title: LocalizedText(en: "readable questions", km: "សំណួរដែលអានបាន"),
        count: checked.items
      ),
    ]
    switch format {
    case .json:
      console.line(
        JSONValue.object([
          "format": checked.format.map { .string($0.rawValue) } ?? .null,
          "findings": .array(findings.map { FindingCount.json($0, in: language) }),
          "lost": .array(
            checked.lost.map { loss in
              .object([
                "item": .string(loss.item), "what": .string(loss.what.text(in: language)),
                "whole": .bool(loss.isWhole),
              ])
            }),
          "counts": .object([
            "questions": .int(checked.count), "readable": .int(checked.items),
          ]),
        ]).encoded(indented: true))
    case .csv, .html:
      console.write(
        try rendered(
          FindingTable.document(findings, counts: counts, language: language), as: format,
          language: language, console: console))
    case .text:
      console.report(findings, in: language)
      for loss in checked.lost {
        console.line("\(loss.item): \(loss.what.text(in: language))")
      }
      console.line(
        ItemsWords.counted(
          checked.count, items: checked.items, format: checked.format?.rawValue ?? "?"
        ).text(in: language))
    }
    return findings.hasErrors ? 1 : 0
  }
}
