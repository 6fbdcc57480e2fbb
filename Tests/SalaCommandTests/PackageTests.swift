import Testing
import Text

@testable import SalaCommand

@Suite("Packages from the command line")
struct PackageTests {
  @Test("a package is named after what is in it, and two runs give the same bytes")
  func whole() {
    let bench = Bench()
    let out = bench.path("exports")
    let run = bench.sala("package", "example", "--language", "en", "--out", out)
    #expect(run.code == 0, "\(run.err)")
    #expect(Files.names(out) == ["example-scorm12-en.zip"])
    #expect(run.out.contains(out + "/example-scorm12-en.zip: ") && run.out.contains(" KiB"))
    let bytes = Files.bytes(out + "/example-scorm12-en.zip")
    #expect(bytes.starts(with: Array("PK".utf8)))
    // At another time, with other chance, over the file that is there.
    bench.ticker = Ticker(1_950_000_000)
    #expect(bench.sala("package", "example", "--language", "en", "--out", out).code == 0)
    #expect(Files.bytes(out + "/example-scorm12-en.zip") == bytes)
    #expect(Files.names(out).count == 1, "nothing is left beside it")
  }

  @Test("the real curriculum makes a package of one module in one province's words")
  func real() {
    let bench = Bench()
    let out = bench.path("exports")
    bench.environment["SALA_LANGUAGE"] = "km"
    let run = bench.sala(
      "package", Bench.real, "--language", "en", "--modules", "cse", "--context", "kampot",
      "--out", out)
    #expect(run.code == 0, "\(run.err)")
    #expect(Files.names(out) == ["innovation-for-local-administration-scorm12-en-kampot.zip"])
    #expect(run.out.contains("ឯកសារ"), "the course is English, the messages are the trainer's")
  }

  @Test("an unknown module, context or curriculum is an error, and nothing is written")
  func refusals() throws {
    let bench = Bench()
    let out = bench.path("exports")
    let module = bench.sala("package", "example", "--modules", "aaa,bbb", "--out", out)
    #expect(module.code == 1 && module.out.isEmpty && module.err.contains("bbb"), "\(module)")
    let context = bench.sala("package", "example", "--context", "kampong", "--out", out)
    #expect(context.code == 1 && context.err.contains("kampong"))
    #expect(bench.sala("package", "nowhere", "--out", out).code == 2)
    bench.environment["SALA_LANGUAGE"] = "km"
    let khmer = bench.sala("package", "nowhere", "--language", "en", "--out", out)
    #expect(UsageTests.hasKhmer(khmer.err), "messages keep to the reader's language")
    #expect(Files.names(out).isEmpty)
  }

  @Test("a curriculum with errors makes no package; a place that cannot be written gives 2")
  func broken() throws {
    let bench = Bench()
    let blocked = try bench.write("a file, not a folder", to: "blocked")
    let run = bench.sala("package", "example", "--out", blocked + "/exports")
    #expect(run.code == 2 && run.out.isEmpty && run.err.contains("cannot be written"))
    try bench.write("", to: "folder/example-scorm12-both.zip/in-the-way")
    let taken = bench.sala("package", "example", "--out", bench.path("folder"))
    #expect(taken.code == 2 && taken.err.contains("cannot be written"), "\(taken)")
    try bench.course.writeItems { $0.replacing("outcome=AAA-1", with: "outcome=AAA-9") }
    let broken = bench.sala("package", "example", "--out", bench.path("exports"))
    #expect(broken.code == 1 && broken.err.contains("nothing was written"))
    #expect(Files.names(bench.path("exports")).isEmpty)
  }

  @Test("split, one archive is written for each test and module, and each is a line")
  func split() {
    let bench = Bench()
    let out = bench.path("exports")
    let run = bench.sala(
      "package", "example", "--format", "scorm2004", "--language", "en", "--split", "--forms", "a",
      "--out", out)
    #expect(run.code == 0, "\(run.err)")
    let names = ["example-aaa", "example-post-test", "example-pre-test"]
      .map { "\($0)-scorm2004-en.zip" }
    #expect(Files.names(out) == names)
    #expect(run.out.split(separator: "\n").count == 3)
  }

  @Test(
    "control documents come from a folder; one that is missing there is an error, no folder is 2")
  func controlDocuments() throws {
    let bench = Bench()
    let out = bench.path("exports")
    let none = bench.sala(
      "package", "example", "--control-documents", bench.path("none"), "--out", out)
    #expect(none.code == 2 && none.out.isEmpty && none.err.contains("none"))
    for name in ["imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd"] {
      try bench.write("<schema/>", to: "documents/\(name)")
    }
    let folder = bench.path("documents")
    let missing = bench.sala("package", "example", "--control-documents", folder, "--out", out)
    #expect(missing.code == 1 && missing.err.contains("imsmd_rootv1p2p1.xsd"), "\(missing)")
    #expect(Files.names(out).isEmpty)
    try bench.write(
      "<schema><include schemaLocation='more/part.xsd'/></schema>",
      to: "documents/imsmd_rootv1p2p1.xsd")
    try bench.write("<schema/>", to: "documents/more/part.xsd")
    let whole = bench.sala(
      "package", "example", "--organization", "single", "--control-documents", folder, "--out", out)
    #expect(whole.code == 0, "\(whole.err)")
    #expect(Files.names(out) == ["example-scorm12-both.zip"])
  }

  @Test("an option that changes nothing is a warning, and the package is made")
  func withoutEffect() {
    let bench = Bench()
    let run = bench.sala("package", "example", "--skip-mastered", "--out", bench.path("exports"))
    #expect(run.code == 0 && run.err.contains("--skip-mastered"), "\(run)")
  }

  @Test("an archive that cannot be made is said in both languages")
  func words() {
    #expect(PackageWords.noArchive("x").isComplete && PackageWords.mendFirst.isComplete)
  }
}
