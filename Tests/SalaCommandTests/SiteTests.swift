import Testing

@testable import SalaCommand

@Suite("Signed results")
struct SiteTests {
  /// A bench with a key, a learner and a test that was handed in.
  private func ready(signs: Bool = true) throws -> (Bench, Bench.Learner) {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    if signs { #expect(bench.sala("site", "init", "--name", "សាលា Kampot").code == 0) }
    #expect(try bench.take(learner, learner.pre, right: 4).code == 0)
    return (bench, learner)
  }

  private func fingerprint(_ bench: Bench) -> String {
    let shown = bench.sala("site", "show", "--format", "json")
    return shown.out.firstMatch(of: /[0-9a-f]{4}(-[0-9a-f]{4}){4}/).map { String($0.output.0) }
      ?? ""
  }

  @Test("a site is made once, shown in every format, and rotated")
  func site() throws {
    let bench = Bench()
    bench.event()
    let none = bench.sala("site", "show")
    #expect(none.code == 1 && none.err.contains("sala site init"))
    #expect(bench.sala("site", "sign").code == 1)
    #expect(bench.sala("site", "init", "--rotate").code == 2)
    let made = bench.sala("site", "init", "--name", "Kampot")
    #expect(made.code == 0 && made.out.contains("Kampot"), "\(made)")
    #expect(made.err.contains("Whoever holds it can forge"))
    let again = bench.sala("site", "init")
    #expect(again.code == 2 && again.err.contains("--rotate"))
    let first = fingerprint(bench)
    for format in ["text", "json", "csv", "html"] {
      let shown = bench.sala("site", "show", "--format", format)
      #expect(shown.code == 0 && shown.out.contains(first), "\(format)")
    }
    #expect(UsageTests.hasKhmer(bench.sala("site", "show", "--language", "km").out))
    #expect(bench.sala("site", "sign").code == 0)
    #expect(bench.sala("site", "sign").out.contains("Nothing came in"))
    let rotated = bench.sala("site", "init", "--rotate", "--format", "csv")
    #expect(rotated.code == 0 && rotated.out.contains(first))
    #expect(bench.sala("site", "init", "--rotate", "--name", "x").code == 2)
    // The old signing key is gone; the box that bundles are sealed to stays.
    let keys = Files.names(bench.store + "/keys")
    #expect(keys.count { $0.hasSuffix(".key") } == 1 && keys.count { $0.hasSuffix(".box") } == 1)
    #expect(bench.sala("results", "verify").code == 0)
    for name in ["", " ", "a\nb", String(repeating: "x", count: 81)] {
      #expect(Bench().sala("site", "init", "--name", name).code == 2)
    }
  }

  @Test("verify says what is signed, and by whom; without a key it says that nothing is")
  func verify() throws {
    let (bench, _) = try ready()
    let run = bench.sala("results", "verify")
    #expect(run.code == 0 && run.out.contains("signed by \(fingerprint(bench)) (សាលា Kampot)"))
    let khmer = bench.sala("results", "verify", "--language", "km")
    #expect(khmer.code == 0 && khmer.out.contains("ចុះហត្ថលេខាដោយ"))
    #expect(bench.sala("results", "verify", "--key", fingerprint(bench).uppercased()).code == 0)
    let other = bench.sala("results", "verify", "--key", "0000-0000-0000-0000-0000")
    #expect(other.code == 1 && other.err.contains("not signed to its end"))
    let json = bench.sala("results", "verify", "--format", "json")
    #expect(json.code == 0 && json.out.contains("\"signed\""))
    #expect(bench.sala("results", "verify", bench.store).code == 0)
    let journal = try RecordsTests.journal(bench)
    #expect(bench.sala("results", "verify", journal).code == 0)
    let (plain, _) = try ready(signs: false)
    let unsigned = plain.sala("results", "verify")
    #expect(unsigned.code == 0 && unsigned.out.contains("not signed"))
    #expect(plain.sala("results", "verify", "--key", "x").code == 1)
    for missing in [bench.path("nowhere"), ""] {
      #expect(bench.sala("results", "verify", missing).code == 2)
    }
    #expect(bench.sala("results", "verify", "--store", bench.path("none")).code == 2)
  }

  @Test("a report says whether what it rests on is signed")
  func report() throws {
    let bench = Bench()
    bench.sala("synthetic", "cohort", "--people", "12", "--seed", "4", "--curriculum", "example")
    func said(_ language: String = "en") -> String {
      bench.sala("report", "pre-post", "--language", language).out
    }
    #expect(said().contains("not signed") && said("km").contains("មិនបានចុះហត្ថលេខា"))
    #expect(bench.sala("site", "init").code == 0 && bench.sala("site", "sign").code == 0)
    #expect(said().contains("Signatures of the records") && !said().contains("not signed"))
  }

  @Test("the first changed record is named, with whom it is about")
  func changed() throws {
    let (bench, learner) = try ready()
    let journal = try RecordsTests.journal(bench)
    let bytes = Files.bytes(journal)
    let text = String(decoding: bytes, as: UTF8.self)
    let place = try #require(
      text.utf8.split(separator: 0x0A).firstIndex { line in
        String(line)?.contains("answer-given") == true
      })
    var changed = bytes
    let line = bytes.split(separator: 0x0A)[place]
    changed[line.endIndex - 1] ^= 0x01
    try Files.write(changed, to: journal)
    for format in ["text", "json", "csv"] {
      let run = bench.sala("results", "verify", "--format", format)
      #expect(run.code == 1, "\(run)")
      #expect(run.out.contains(learner.code) && run.out.contains("aaa-"), "\(run.out)")
    }
    let run = bench.sala("results", "verify")
    #expect(run.out.contains("record bench-\(place), line \(place + 1), byte \(line.startIndex)"))
    #expect(run.out.contains("NOT SOUND"))
    let khmer = bench.sala("results", "verify", "--language", "km")
    #expect(khmer.code == 1 && khmer.out.contains("មិនត្រឹមត្រូវ"))
    try Files.write(bytes, to: journal)
    #expect(bench.sala("results", "verify").code == 0)
  }

  @Test("an exported table is sealed, and any change of it is found")
  func export() throws {
    let (bench, learner) = try ready()
    let file = bench.path("results.csv")
    let run = bench.sala("results", "export", "--signed", "--out", file)
    #expect(run.code == 0 && run.out.contains(file + ".sig"), "\(run)")
    #expect(run.err.contains("Signed with the key \(fingerprint(bench))"))
    #expect(Files.text(file) == bench.sala("results", "export").out)
    let sound = bench.sala("results", "verify", file)
    #expect(sound.code == 0 && sound.out.contains("11 lines, whole, signed by"), "\(sound)")
    #expect(sound.err.isEmpty)
    // Elsewhere nobody knows the key.
    let elsewhere = Bench()
    let strange = elsewhere.sala("results", "verify", file)
    #expect(strange.code == 0 && strange.err.contains("[unknown-signer]"))
    #expect(elsewhere.sala("results", "verify", file, "--key", fingerprint(bench)).code == 0)
    let bytes = Files.bytes(file)
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var changed = bytes
      changed[place] ^= 0x04
      try Files.write(changed, to: file)
      #expect(bench.sala("results", "verify", file).code == 1, "byte \(place)")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    try Files.write(text.replacing("scored", with: "Scored", maxReplacements: 1), to: file)
    let named = bench.sala("results", "verify", file)
    #expect(named.code == 1 && named.out.contains("row 2") && named.out.contains(learner.code))
    try Files.write(bytes, to: file)
    // Excel's mark is sealed with the rest.
    #expect(bench.sala("results", "export", "--signed", "--excel", "--out", file).code == 0)
    #expect(bench.sala("results", "verify", file).code == 0)
    // A table that is written again without a seal keeps no seal of another one.
    #expect(bench.sala("results", "export", "--out", file).code == 0)
    let unsealed = bench.sala("results", "verify", file)
    #expect(unsealed.code == 2 && unsealed.err.contains("has no seal"))
    #expect(bench.sala("results", "export", "--signed").code == 2)
    #expect(bench.sala("results", "export", "--out", "").code == 2)
    #expect(bench.sala("results", "export", "--out", bench.path("no/where.csv")).code == 2)
  }

  @Test("without a key a table is sealed by digests alone, and that is said")
  func unsigned() throws {
    let (bench, _) = try ready(signs: false)
    let file = bench.path("r.csv")
    let run = bench.sala("results", "export", "--signed", "--out", file)
    #expect(run.code == 0 && run.err.contains("not signed"))
    let verified = bench.sala("results", "verify", file)
    #expect(verified.code == 0 && verified.out.contains("whole; not signed"))
  }

  @Test("another laptop's key is known after the merge, refused when it changes, trusted on demand")
  func merge() throws {
    let (bench, _) = try ready()
    let centre = Bench()
    centre.environment["SALA_DEVICE"] = "centre"
    let merged = centre.sala("records", "merge", bench.store)
    #expect(merged.code == 0 && merged.err.contains("[site-first-seen]"))
    #expect(centre.sala("results", "verify").out.contains("signed by \(fingerprint(bench))"))
    #expect(Files.names(centre.store + "/keys").isEmpty)
    // The private key is lost; the new one has nobody's word.
    for name in Files.names(bench.store + "/keys") { Files.remove(bench.store + "/keys/" + name) }
    let rotated = bench.sala("site", "init", "--rotate")
    #expect(rotated.code == 0 && rotated.err.contains("sala site trust"))
    #expect(bench.sala("site", "sign").code == 0)
    let refused = centre.sala("records", "merge", bench.store)
    #expect(refused.code == 1 && refused.err.contains("[site-key-changed]"), "\(refused)")
    let key =
      bench.sala("site", "show", "--format", "json").json["facts"]["site"]["fingerprint"].string
      ?? ""
    #expect(centre.sala("site", "trust", key).code == 1)
    #expect(centre.sala("site", "trust", key, "--from", bench.path("none")).code == 2)
    #expect(centre.sala("site", "trust", key, "--from", bench.store).code == 0, "\(key)")
    #expect(centre.sala("records", "merge", bench.store).code == 0)
    #expect(centre.sala("results", "verify").code == 0)
  }
}
