import Testing
import Text

@testable import SalaCommand

@Suite("Questions in and out of other systems")
struct ItemsTests {
  static let gift = """
    // [id:cse-901] [tag:outcome:CSE-1] [tag:cognitive:apply]
    ::cse-901::[markdown]Who is missing? {
    \t~The council#It is here.
    \t=Those who work by day#Right.
    }

    Describe the village.

    """

  @Test("an import is counted in and out, and lacks are warnings")
  func convert() throws {
    let bench = Bench()
    let file = try bench.write(
      "::one::Which? {~a =b}\n\n::two::True? {T}\n", to: "bank.gift")
    let out = bench.path("bank.items.en.md")
    let run = bench.sala(
      "items", "convert", file, "--to", "sala", "-o", out, "--report", "json")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.json["read"].number == 2 && run.json["written"].number == 2)
    #expect(run.json["lost"].array.isEmpty)
    let codes = run.json["findings"].array.compactMap { $0["code"].string }
    #expect(codes.sorted() == ["no-outcome", "no-outcome", "no-translation", "no-translation"])
    #expect(Files.text(out).contains("## one {") && Files.text(out).contains("- (x) b"))
    let back = bench.path("back.gift")
    #expect(bench.sala("items", "convert", out, "--to", "gift", "-o", back).code == 0)
    #expect(Files.text(back).contains("=b"))
  }

  @Test("what would be lost is named item by item, and nothing is written without leave")
  func losses() throws {
    let bench = Bench()
    let file = try bench.write(Self.gift, to: "bank.gift")
    let out = bench.path("bank.txt")
    let arguments = ["items", "convert", file, "--to", "aiken", "-o", out]
    let refused = bench.run(arguments)
    #expect(refused.code == 1 && !Files.names(bench.folder.path).contains("bank.txt"))
    #expect(refused.out.contains("cse-901: feedback of options"), "\(refused.out)")
    #expect(refused.err.contains("--allow-loss"))
    let json = bench.run(arguments + ["--report", "json"]).json
    #expect(json["read"].number == 2 && json["written"].number == 0)
    #expect(json["lost"].array.contains { $0["whole"].bool == true })
    let allowed = bench.run(arguments + ["--allow-loss", "--report", "json"])
    #expect(allowed.code == 0 && allowed.json["written"].number == 1)
    let wholes = allowed.json["lost"].array.count { $0["whole"].bool == true }
    #expect(allowed.json["read"].number == allowed.json["written"].number + Double(wholes))
    #expect(
      Files.text(out) == "Who is missing?\nA. The council\nB. Those who work by day\nANSWER: B\n")
  }

  @Test("a folder gets both languages, a file one of them, an archive is made whole")
  func languages() throws {
    let bench = Bench()
    let bank = bench.course.folder + "/assessments/example"
    let folder = bench.path("out")
    let both = bench.sala(
      "items", "convert", bank, "--to", "gift", "-o", folder + "/", "--allow-loss")
    #expect(both.code == 0, "\(both.err)")
    #expect(
      Files.names(folder) == ["questions-en.gift", "questions-km.gift"]
        || Files.names(folder) == ["out-en.gift", "out-km.gift"])
    let one = bench.path("one.gift")
    let refused = bench.sala("items", "convert", bank, "--to", "gift", "-o", one)
    #expect(refused.code == 1 && refused.out.contains("the other language"), "\(refused.out)")
    let khmer = bench.sala(
      "items", "convert", bank, "--to", "gift", "-o", one, "--language", "km", "--allow-loss")
    #expect(khmer.code == 0 && UsageTests.hasKhmer(Files.text(one)))
    let zip = bench.path("bank.zip")
    let archive = bench.sala(
      "items", "convert", bank, "--to", "qti21", "-o", zip, "--language", "en", "--allow-loss")
    #expect(archive.code == 0, "\(archive.err)")
    #expect(Files.bytes(zip).starts(with: Array("PK".utf8)))
    let read = bench.sala("items", "check", zip, "--format", "json")
    #expect(read.code == 0 && read.json["format"].string == "qti21", "\(read.err)")
    #expect(read.json["counts"]["questions"].number == 21)
  }

  @Test("wrong calls, missing files and unknown content are told apart")
  func refusals() throws {
    let bench = Bench()
    let file = try bench.write(Self.gift, to: "bank.gift")
    #expect(bench.sala("items", "convert", file, "--to", "gift", "-o", file).code == 2)
    let format = bench.sala("items", "convert", file, "--from", "gitf", "--to", "gift", "-o", "x")
    #expect(format.code == 2 && format.err.contains("Did you mean 'gift'"))
    #expect(bench.sala("items", "check", bench.path("nowhere")).code == 2)
    let empty = try bench.write("nothing to see\n", to: "notes.md")
    let unknown = bench.sala("items", "check", empty)
    #expect(unknown.code == 1 && unknown.err.contains("unknown-format"))
    let several = bench.sala(
      "items", "convert", file, "--to", "qti21", "-o", bench.path("one.xml"), "--allow-loss")
    #expect(several.code == 2 && several.err.contains(".zip"))
    let broken = try bench.write("Which? {=a ~b\n\n::x::Next {=a ~b}\n", to: "broken.gift")
    let found = bench.sala("items", "check", broken, "--format", "csv")
    #expect(
      found.code == 1 && found.out.contains("no-brace") && found.out.contains(",1,8,"),
      "\(found.out)")
  }
}
