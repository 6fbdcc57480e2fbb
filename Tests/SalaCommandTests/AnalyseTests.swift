import Testing

@Suite("sala analyse")
struct AnalyseTests {
  private func table(_ bench: Bench, _ name: String, _ text: String) throws -> String {
    let path = bench.folder.path + "/" + name
    try Files.write(text, to: path)
    return path
  }

  @Test("items: every format, mistakes 1, no file 2")
  func items() throws {
    let bench = Bench()
    let answers = try table(bench, "r.csv", "id,q1,q2\na,A,B\nb,A,C\nc,C,B\nd,C,C\n")
    let key = try table(bench, "k.csv", "item,key\nq1,A\nq2,B\n")
    let json = bench.sala("analyse", "items", answers, "--key", key, "--format", "json")
    #expect(json.code == 0)
    #expect(json.err.isEmpty)
    #expect(json.json["n"].number == 4)
    #expect(json.json["missing"].string == "zero")
    for format in ["text", "csv", "html"] {
      let run = bench.sala("analyse", "items", answers, "--key", key, "--format", format)
      #expect(run.code == 0)
      #expect(run.out.contains("q2"))
    }
    let khmer = bench.sala("analyse", "items", answers, "--key", key, "--language", "km")
    #expect(khmer.out.contains("ការវិភាគសំណួរ"))
    let bad = bench.sala("analyse", "items", answers)
    #expect(bad.code == 1)
    #expect(bad.err.contains("bad-number"))
    #expect(bench.sala("analyse", "items", "/no/such.csv").code == 2)
  }

  @Test("change: groups, and wrong calls")
  func change() throws {
    let bench = Bench()
    let scores = try table(
      bench, "s.csv", "id,sex,pre,post\na,F,1,3\nb,F,2,5\nc,M,3,4\nd,M,2,2\ne,M,1,\n")
    let call = ["analyse", "change", scores, "--pre", "pre", "--post", "post"]
    let run = bench.run(call + ["--by", "sex", "--format", "json"])
    #expect(run.code == 0)
    #expect(run.json["matched"].number == 4)
    #expect(run.json["groups"][0]["by"]["sex"].string == "F")
    #expect(bench.run(call + ["--by", "sex"]).out.contains("1.50"))
    #expect(bench.run(call + ["--by", "sexe"]).code == 1)
    #expect(bench.run(call + ["--bootstrap", "-1"]).code == 2)
    #expect(bench.run(call + ["--reliability", "1.5"]).code == 2)
    #expect(bench.run(call + ["--language-pre", "sex"]).code == 2)
    #expect(bench.sala("analyse", "change", scores, "--pre", "pre").code == 2)
  }
}
