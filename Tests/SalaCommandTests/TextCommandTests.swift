import Testing

@testable import SalaCommand

/// `sala text` reads standard input and writes one line for each.
@Suite("sala text")
struct TextCommandTests {
  @Test("Words, syllables and the normal form of each line")
  func tasks() {
    let bench = Bench()
    #expect(
      bench.sala("text", "syllables", input: ["ស្ត្រីក្នុង", "សង្គ្រាម"]).out
        == "ស្ត្រី|ក្នុ|ង\nស|ង្គ្រា|ម\n")
    #expect(bench.sala("text", "segment", input: ["ប្រជាពលរដ្ឋ ២", ""]).out == "ប្រជាពលរដ្ឋ| |២\n\n")
    let typed = "\u{1780}\u{17C1}\u{17B8}"
    let normal = bench.sala("text", "normalize", input: [typed])
    #expect(normal.code == 0)
    #expect(normal.out.unicodeScalars.elementsEqual("\u{1780}\u{17BE}\n".unicodeScalars))
  }

  @Test("A check names faults with their place, writes nothing and exits with 1")
  func check() {
    let bench = Bench()
    let wrong = bench.sala("text", "normalize", "--check", input: ["ល្អ", "\u{1780}\u{17D2}"])
    #expect(wrong.code == 1 && wrong.out.isEmpty)
    #expect(wrong.err.contains("-:2:2:") && wrong.err.contains("coeng-without-letter"))
    let right = bench.sala("text", "normalize", "--check", input: ["ល្អ"])
    #expect(right.code == 0 && right.out.isEmpty && right.err.isEmpty)
  }

  @Test("Terms of a file are not divided, and a file that is missing is an error")
  func terms() throws {
    let bench = Bench()
    let file = try bench.write("វណ្ណារិទ្ធសុខុម\n", to: "terms.txt")
    let run = bench.sala("text", "segment", "--terms", file, input: ["លោកវណ្ណារិទ្ធសុខុមមក"])
    #expect(run.out == "លោក|វណ្ណារិទ្ធសុខុម|មក\n")
    let missing = bench.sala("text", "segment", "--terms", bench.path("none"), input: ["ក"])
    #expect(missing.code == 2 && missing.out.isEmpty)
  }
}
