import Archive
import Inspection
import Testing
import Text

@Suite("Judging packages")
struct InspectionTests {
  @Test("A package without a manifest says so")
  func withoutManifest() {
    let files = [ArchiveEntry(path: "a.html", bytes: [])]
    #expect(
      Inspection.findings(in: files, standard: .scorm12).map(\.code) == ["manifest-missing"])
  }
}
