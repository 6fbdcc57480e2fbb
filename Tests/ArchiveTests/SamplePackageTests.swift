import FoundationEssentials
import Testing
import Text

@testable import Archive

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("Packages that other programs wrote", .enabled(if: reference != nil))
struct SamplePackageTests {
  @Test("They are read without findings, and written again they hold the same")
  func samples() throws {
    let folder = "\(reference ?? "")/samples/scorm"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".zip") }
    #expect(!names.isEmpty)
    for name in names {
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
      let (entries, findings) = ZipReading.entries(Array(data), file: name)
      #expect(findings == [], "\(name)")
      #expect(!entries.isEmpty, "\(name)")
      let again = ZipReading.entries(try ZipWriting.archive(entries), file: name)
      #expect(again.0 == entries && again.1.isEmpty, "\(name)")
    }
  }
}
