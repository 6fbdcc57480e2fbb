import Archive
import Testing
import Text

@testable import Inspection

/// One change to a good package that breaks one rule.
struct PackageChange: Sendable, CustomTestStringConvertible {
  let code: String
  let file: String
  let original: String
  let replacement: String
  let severity: Severity
  private var more: [(String, String)] = []

  init(
    _ code: String, in file: String, _ original: String, _ replacement: String,
    severity: Severity = .error
  ) {
    self.code = code
    self.file = file
    self.original = original
    self.replacement = replacement
    self.severity = severity
  }

  var testDescription: String { "\(code): \(original) → \(replacement)" }

  /// Returns the change with a second place of the same file.
  func and(_ original: String, _ replacement: String) -> PackageChange {
    var result = self
    result.more.append((original, replacement))
    return result
  }

  /// Returns the files with the change.
  func apply(to files: [ArchiveEntry]) throws -> [ArchiveEntry] {
    let entry = try #require(files.first { $0.path == file })
    var text = String(decoding: entry.bytes, as: UTF8.self)
    for (original, replacement) in [(original, replacement)] + more {
      let place = try #require(text.firstRange(of: original), "not in \(file): \(original)")
      text.replaceSubrange(place, with: replacement)
    }
    return files.map { entry in
      entry.path == file ? sample(file, text) : entry
    }
  }

  /// Expects that the change is found, and that an error is one.
  func expectFound(in files: [ArchiveEntry], standard: PackageStandard) throws {
    let findings = Inspection.findings(in: try apply(to: files), standard: standard)
    let found = findings.first { $0.code == code }
    #expect(found != nil, "\(findings.map(\.code))")
    #expect(found?.severity == severity)
    #expect(findings.hasErrors == (severity == .error), "\(findings.map(\.code))")
    for finding in findings where finding.code != "xml-schema" && finding.code != "xml-syntax" {
      #expect(!finding.requirement.isEmpty || finding.code == "doctype")
      #expect(finding.message.en != finding.message.km)
      #expect(finding.remedy.en != finding.remedy.km)
    }
  }
}

/// Makes a file of a sample.
func sample(_ path: String, _ text: String) -> ArchiveEntry {
  ArchiveEntry(path: path, bytes: Array(text.utf8))
}
