import Testing
import Text

@testable import Inspection
@testable import SalaCommand

@Suite("Packages judged from the command line")
struct InspectTests {
  private static let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="synthetic" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
      <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
      <organizations default="o"><organization identifier="o"><title>T</title>
        <item identifier="i" identifierref="r"><title>Page</title></item>
      </organization></organizations>
      <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="a.html">
        <file href="a.html"/></resource></resources>
    </manifest>

    """

  private func folder(_ bench: Bench, _ manifest: String = manifest) throws -> String {
    try bench.write(manifest, to: "course/imsmanifest.xml")
    try bench.write("synthetic", to: "course/a.html")
    return bench.path("course")
  }

  @Test("what Sala packages is conformant, in text and in JSON")
  func own() {
    let bench = Bench()
    let out = bench.path("exports")
    #expect(bench.sala("package", "example", "--language", "en", "--out", out).code == 0)
    let archive = out + "/example-scorm12-en.zip"
    let json = bench.sala("inspect", archive, "--format", "json")
    #expect(json.code == 0 && json.err.isEmpty, "\(json.err)")
    #expect(json.json["standard"].string == "scorm12")
    #expect(json.json["edition"].string == "1.2")
    #expect(json.json["verdict"].string == "conformant")
    #expect(json.json["findings"].array.isEmpty && json.json["manifestOnly"].bool == false)
    #expect((json.json["files"].number) > 5 && (json.json["bytes"].number) > 1000)
    let text = bench.sala("inspect", archive)
    #expect(text.code == 0 && text.lines.contains("verdict: conformant"), "\(text.out)")
    #expect(text.lines.contains("standard: SCORM 1.2"))
    let khmer = bench.sala("inspect", archive, "--language", "km")
    #expect(khmer.code == 0 && UsageTests.hasKhmer(khmer.out))
  }

  @Test("findings have the keys of the contract; warnings alone leave a folder conformant")
  func folders() throws {
    let bench = Bench()
    let good = bench.sala("inspect", try folder(bench), "--format", "json")
    #expect(good.code == 0 && good.json["verdict"].string == "conformant", "\(good.out)")
    // The schema documents of the standard are not there, which most LMSs do not mind.
    #expect(Set(good.json["findings"].array.compactMap { $0["severity"].string }) == ["warning"])
    let first = good.json["findings"][0]
    #expect(
      first.keys == ["code", "file", "line", "message", "remedy", "requirement", "severity"])
    #expect(first["code"].string == "control-document-missing")
    #expect(first["requirement"].string == "control documents")
    let bad = try folder(
      bench, Self.manifest.replacing("identifierref=\"r\"", with: "identifierref=\"x\""))
    let json = bench.sala("inspect", bad, "--format", "json")
    #expect(json.code == 1 && json.json["verdict"].string == "not conformant")
    let error = try #require(json.json["findings"].array.first { $0["severity"].string == "error" })
    #expect(error["code"].string == "item-reference" && error["line"].number == 6)
    #expect(error["file"].string == "imsmanifest.xml")
    let text = bench.sala("inspect", bad)
    #expect(text.code == 1 && text.err.contains("imsmanifest.xml:6: error [item-reference]"))
    #expect(text.err.contains("(items)") && text.lines.contains("verdict: not conformant"))
    let csv = bench.sala("inspect", bad, "--format", "csv")
    #expect(
      csv.code == 1 && csv.out.contains("item-reference,items,error,imsmanifest.xml,6,"),
      "\(csv.out)")
    let html = bench.sala("inspect", bad, "--format", "html", "--language", "km")
    #expect(html.code == 1 && html.out.contains("item-reference") && UsageTests.hasKhmer(html.out))
  }

  @Test("a manifest alone says that files were not judged")
  func manifestOnly() throws {
    let bench = Bench()
    let run = bench.sala("inspect", try folder(bench) + "/imsmanifest.xml", "--format", "json")
    #expect(run.code == 0 && run.json["manifestOnly"].bool == true)
    #expect(run.json["findings"].array.map { $0["code"].string } == ["manifest-only"])
    #expect(run.json["files"].number == 0)
    let text = bench.sala("inspect", bench.path("course/imsmanifest.xml"))
    #expect(text.lines.contains("files: not judged: a manifest alone"))
  }

  @Test("what is no package gives 1, what cannot be read 2")
  func refusals() throws {
    let bench = Bench()
    let broken = try bench.write("no archive", to: "broken.zip")
    let run = bench.sala("inspect", broken, "--format", "json")
    #expect(run.code == 1 && run.json["verdict"].string == "not a package")
    #expect(run.json["standard"] == .null && run.json["edition"] == .null)
    #expect(run.json["findings"][0]["code"].string == "zip-broken")
    let doctype = try bench.write(
      "<!DOCTYPE a [<!ENTITY a 'a'>]><manifest/>", to: "imsmanifest.xml")
    let refused = bench.sala("inspect", doctype)
    #expect(refused.code == 1 && refused.err.contains("[doctype]"))
    #expect(refused.lines.contains("standard: none known"))
    for path in ["", bench.path("none"), "/dev/null"] {
      let missing = bench.sala("inspect", path)
      #expect(missing.code == 2 && missing.out.isEmpty && missing.err.contains("cannot be read"))
    }
    #expect(bench.sala("inspect").code == 2)
  }

  @Test("every standard and verdict has a name in both languages")
  func words() {
    for standard in [nil] + PackageStandard.allCases.map(Optional.some) {
      #expect(InspectWords.standard(standard).isComplete)
    }
    for verdict in InspectionVerdict.allCases {
      #expect(InspectWords.verdict(verdict).isComplete)
    }
  }
}
