import ArgumentParser
import Document
import Inspection
import Terminal
import Text

/// `sala inspect`: what is wrong with a package that anybody may have made.
struct InspectCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: both(
      "Judge a course package, whoever made it: its standard, a verdict, and every rule it breaks.",
      "ពិនិត្យកញ្ចប់មេរៀន ទោះអ្នកណាបង្កើតក៏ដោយ៖ ស្តង់ដារ សេចក្តីសន្និដ្ឋាន និងវិធានដែលមិនបានគោរព។"),
    discussion: both(
      "Known are SCORM 1.2, SCORM 2004 3rd and 4th Edition, cmi5, Common Cartridge 1.1 and QTI packages. Nothing is unpacked to disk or fetched. The exit code is 0 for a conformant package and 1 otherwise.",
      "ស្គាល់ SCORM 1.2, SCORM 2004 3rd និង 4th Edition, cmi5, Common Cartridge 1.1 និងកញ្ចប់ QTI។ មិនពន្លាឯកសារទៅថាស និងមិនទាញយកអ្វីពីបណ្តាញទេ។ លេខកូដបញ្ចប់គឺ 0 បើកញ្ចប់អនុលោមតាម និង 1 បើមិនអនុលោម។"
    ))

  @Argument(
    help: help(
      "An archive (.zip or .imscc), a folder, or imsmanifest.xml or cmi5.xml alone.",
      "ឯកសារបង្ហាប់ (.zip ឬ .imscc) ថត ឬតែ imsmanifest.xml ឬ cmi5.xml។"))
  var package: String

  @Option(help: formatHelp)
  var format: OutputFormat = .text

  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard !package.isEmpty, let source = InspectionSource.read(package) else {
      throw CommandFailure(CommandMessages.missingFile(package))
    }
    let report = Inspection.inspect(source)
    switch format {
    case .json: console.line(InspectWords.json(report, in: language).encoded(indented: true))
    case .csv:
      let document = Document(
        title: InspectWords.title, blocks: [.table(InspectWords.findings(report))])
      console.write(try rendered(document, as: format, language: language, console: console))
    case .html:
      let document = Document(
        title: InspectWords.title,
        blocks: [.table(InspectWords.summary(report)), .table(InspectWords.findings(report))])
      console.write(try rendered(document, as: format, language: language, console: console))
    case .text:
      for finding in report.findings {
        var shown = finding
        // The clause stands behind the message, where there is one.
        if !finding.requirement.isEmpty {
          shown.message = InspectWords.withRequirement(finding)
        }
        console.note(HelpText.visible(DiagnosticRendering.text(shown, in: language)))
      }
      for line in InspectWords.lines(report) {
        console.line(
          line.title.text(in: language) + (language == .khmer ? "៖ " : ": ")
            + HelpText.visible(line.value.text(in: language)))
      }
      console.line(FindingCount.summary(report.findings).text(in: language))
    }
    return report.verdict == .conformant ? 0 : 1
  }
}

/// The words of `sala inspect`.
enum InspectWords {
  static let title = LocalizedText(en: "Inspection", km: "ការវាយតម្លៃកញ្ចប់")

  static func standard(_ standard: PackageStandard?) -> LocalizedText {
    guard let standard else { return LocalizedText(en: "none known", km: "មិនស្គាល់") }
    let name =
      switch standard {
      case .scorm12: "SCORM 1.2"
      case .scorm2004Third, .scorm2004Fourth: "SCORM 2004"
      case .cmi5: "cmi5"
      case .commonCartridge: "Common Cartridge"
      case .qti: "QTI"
      }
    return LocalizedText(en: name, km: name)
  }

  static func verdict(_ verdict: InspectionVerdict) -> LocalizedText {
    switch verdict {
    case .conformant: LocalizedText(en: "conformant", km: "អនុលោមតាមស្តង់ដារ")
    case .notConformant: LocalizedText(en: "not conformant", km: "មិនអនុលោមតាមស្តង់ដារ")
    case .notAPackage: LocalizedText(en: "not a package", km: "មិនមែនជាកញ្ចប់មេរៀន")
    }
  }

  static func withRequirement(_ finding: Diagnostic) -> LocalizedText {
    LocalizedText(
      en: "\(finding.message.en) (\(finding.requirement))",
      km: "\(finding.message.km) (\(finding.requirement))")
  }

  /// What a report says beside its findings.
  static func lines(
    _ report: InspectionReport
  ) -> [(key: String, title: LocalizedText, value: LocalizedText)] {
    let edition = report.edition.isEmpty ? "–" : report.edition
    let files =
      report.isManifestOnly
      ? LocalizedText(en: "not judged: a manifest alone", km: "មិនបានពិនិត្យ៖ មានតែបញ្ជីកញ្ចប់")
      : LocalizedText(en: "\(report.fileCount)", km: "\(report.fileCount)")
    return [
      ("standard", LocalizedText(en: "standard", km: "ស្តង់ដារ"), standard(report.standard)),
      (
        "edition", LocalizedText(en: "edition", km: "កំណែ"), LocalizedText(en: edition, km: edition)
      ),
      ("verdict", LocalizedText(en: "verdict", km: "សេចក្តីសន្និដ្ឋាន"), verdict(report.verdict)),
      ("files", LocalizedText(en: "files", km: "ឯកសារ"), files),
    ]
  }

  static func json(_ report: InspectionReport, in language: Language) -> JSONValue {
    .object([
      "standard": report.standard.map { .string($0.rawValue) } ?? .null,
      "edition": report.edition.isEmpty ? .null : .string(report.edition),
      "verdict": .string(report.verdict.rawValue),
      "manifestOnly": .bool(report.isManifestOnly),
      "files": .int(report.fileCount),
      "bytes": .int(report.byteCount),
      "findings": .array(
        report.findings.map { finding in
          .object([
            "code": .string(finding.code),
            "requirement": .string(finding.requirement),
            "severity": .string(finding.severity.rawValue),
            "file": .string(finding.location.file),
            "line": .int(finding.location.line),
            "message": .string(finding.message.text(in: language)),
            "remedy": .string(finding.remedy.text(in: language)),
          ])
        }),
    ])
  }

  static func summary(_ report: InspectionReport) -> Table {
    Table(
      id: "summary", caption: title,
      columns: [
        Table.Column("key", LocalizedText(en: "what", km: "ខ្លឹមសារ"), .text),
        Table.Column("value", LocalizedText(en: "value", km: "តម្លៃ"), .text),
      ],
      rows: lines(report).map { [.localized($0.title), .localized($0.value)] }, footnotes: [])
  }

  static func findings(_ report: InspectionReport) -> Table {
    Table(
      id: "findings", caption: FindingCount.summary(report.findings),
      columns: [
        Table.Column("code", LocalizedText(en: "code", km: "កូដ"), .text),
        Table.Column("requirement", LocalizedText(en: "requirement", km: "លក្ខខណ្ឌតម្រូវ"), .text),
        Table.Column("severity", LocalizedText(en: "severity", km: "កម្រិត"), .text),
        Table.Column("file", LocalizedText(en: "file", km: "ឯកសារ"), .text),
        Table.Column("line", LocalizedText(en: "line", km: "បន្ទាត់"), .number),
        Table.Column("message", LocalizedText(en: "finding", km: "បញ្ហាដែលរកឃើញ"), .text),
        Table.Column("remedy", LocalizedText(en: "remedy", km: "វិធីកែតម្រូវ"), .text),
      ],
      rows: report.findings.map { finding in
        [
          .text(finding.code), .text(finding.requirement), .text(finding.severity.rawValue),
          .text(finding.location.file), .integer(finding.location.line),
          .localized(finding.message), .localized(finding.remedy),
        ]
      }, footnotes: [])
  }
}
