import ArgumentParser
import Curriculum
import Document
import FoundationEssentials
import Source
import Terminal
import Text

extension Language: ExpressibleByArgument {}

/// The option that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: help("Language of messages: en or km.", "ភាសានៃសារ៖ en (អង់គ្លេស) ឬ km (ខ្មែរ)។"))
  var language: Language?
}

/// How a result is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
  case html
}

/// Finds curricula on disk.
enum CurriculumFinding {
  /// A curriculum's place: the tree, and its id in it.
  struct Place {
    var tree: DiskTree
    var id: String
  }

  /// Returns the curriculum that a path or id means.
  ///
  /// - Parameters:
  ///   - path: A folder with `curriculum.yaml`, a folder with `curricula/`, or the id of a
  ///     curriculum; `nil` means the only one of the current folder, or else the one that came
  ///     with the program.
  ///   - console: Gives the folder of the program.
  /// - Returns: The place.
  /// - Throws: `CommandFailure` where there is none, or more than one.
  static func place(_ path: String?, console: Console) throws -> Place {
    // An empty text is a variable that a script forgot to set, not the current folder.
    if path?.isEmpty == true { throw CommandFailure(CommandMessages.noCurriculum("")) }
    for root in roots(path, console: console) {
      let tree = DiskTree(root: root)
      let ids = CurriculumLoading.ids(in: tree)
      if let path, ids.contains(path) { return Place(tree: tree, id: path) }
      if path == nil || root == path {
        if ids.count > 1 { throw CommandFailure(CommandMessages.severalCurricula(ids)) }
        if let id = ids.first { return Place(tree: tree, id: id) }
      }
    }
    if let path, FileReading.exists(path + "/curriculum.yaml") { return try direct(path) }
    throw CommandFailure(CommandMessages.noCurriculum(path ?? "."))
  }

  /// Returns the ids of the curricula that a call without a path may mean.
  static func ids(_ console: Console) -> [String] {
    // Without a path the first folder that has any is the one that is meant.
    roots(nil, console: console).lazy.map { CurriculumLoading.ids(in: DiskTree(root: $0)) }
      .first { !$0.isEmpty } ?? []
  }

  /// Returns the place of a folder that holds `curriculum.yaml` and lies in `curricula/`.
  private static func direct(_ path: String) throws -> Place {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    while parts.last == "" || parts.last == "." { parts.removeLast() }
    guard let id = parts.popLast(), parts.popLast() == "curricula" else {
      throw CommandFailure(CommandMessages.noCurriculum(path))
    }
    let root = parts.joined(separator: "/")
    return Place(tree: DiskTree(root: path.hasPrefix("/") && root.isEmpty ? "/" : root), id: id)
  }

  private static func roots(_ path: String?, console: Console) -> [String] {
    var roots = ["."]
    if let home = console.environment["SALA_HOME"] { roots.append(home) }
    if let program = console.programFolder { roots.append(program) }
    return path.map { [$0] + roots } ?? roots
  }
}

extension Console {
  /// The folder of the running program, or `nil` where the system does not tell.
  var programFolder: String? {
    guard let path = environment["SALA_PROGRAM"] else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return String(path[..<slash])
  }

  /// Writes findings to standard error, and their count after them.
  func report(_ diagnostics: [Diagnostic], in language: Language) {
    for diagnostic in diagnostics {
      note(DiagnosticRendering.text(diagnostic, in: language))
    }
    guard !diagnostics.isEmpty else { return }
    note(FindingCount.summary(diagnostics).text(in: language))
  }
}

/// Counts findings by severity.
enum FindingCount {
  static func summary(_ diagnostics: [Diagnostic]) -> LocalizedText {
    func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
    return CommandMessages.findings(
      errors: count(.error), warnings: count(.warning), notes: count(.note))
  }

  /// Returns one finding as JSON, with the keys of the contract.
  static func json(_ diagnostic: Diagnostic, in language: Language) -> JSONValue {
    .object([
      "code": .string(diagnostic.code),
      "severity": .string(diagnostic.severity.rawValue),
      "file": .string(diagnostic.location.file),
      "line": .int(diagnostic.location.line),
      "column": .int(diagnostic.location.column),
      "message": .string(diagnostic.message.text(in: language)),
      "remedy": .string(diagnostic.remedy.text(in: language)),
    ])
  }
}

/// Findings and counts as tables.
enum FindingTable {
  static func document(
    _ diagnostics: [Diagnostic], counts: [(key: String, title: LocalizedText, count: Int)],
    language: Language
  ) -> Document {
    let columns = [
      Table.Column("code", LocalizedText(en: "code", km: "កូដ"), .text),
      Table.Column("severity", LocalizedText(en: "severity", km: "កម្រិត"), .text),
      Table.Column("file", LocalizedText(en: "file", km: "ឯកសារ"), .text),
      Table.Column("line", LocalizedText(en: "line", km: "បន្ទាត់"), .number),
      Table.Column("column", LocalizedText(en: "column", km: "ទីតាំងតួអក្សរ"), .number),
      Table.Column("message", LocalizedText(en: "finding", km: "បញ្ហាដែលរកឃើញ"), .text),
      Table.Column("remedy", LocalizedText(en: "remedy", km: "វិធីកែតម្រូវ"), .text),
    ]
    let rows = diagnostics.map { finding -> [Table.Cell] in
      [
        .text(finding.code), .text(finding.severity.rawValue), .text(finding.location.file),
        .integer(finding.location.line), .integer(finding.location.column),
        .localized(finding.message), .localized(finding.remedy),
      ]
    }
    let title = FindingCount.summary(diagnostics)
    let findings = Table(
      id: "findings", caption: title, columns: columns, rows: rows, footnotes: [])
    let counted = Table(
      id: "counts", caption: LocalizedText(en: "What was read", km: "អ្វីដែលបានអាន"),
      columns: [
        Table.Column("key", LocalizedText(en: "key", km: "ឈ្មោះ"), .text),
        Table.Column("what", LocalizedText(en: "what", km: "ខ្លឹមសារ"), .text),
        Table.Column("count", LocalizedText(en: "count", km: "ចំនួន"), .number),
      ], rows: counts.map { [.text($0.key), .localized($0.title), .integer($0.count)] },
      footnotes: [])
    return Document(
      title: LocalizedText(en: "Check", km: "ការពិនិត្យ"), blocks: [.table(findings), .table(counted)])
  }
}

/// Writes files whole or not at all.
enum FileWriting {
  /// Writes bytes to a new file beside `path`, then renames it over `path`.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure(CommandMessages.cannotWrite(path))
    }
  }

  /// Removes a file where it exists.
  static func remove(_ path: String) throws {
    guard FileReading.exists(path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw CommandFailure(CommandMessages.cannotWrite(path))
    }
  }

  /// Makes a folder with those above it.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(CommandMessages.cannotWrite(path))
    }
  }
}
