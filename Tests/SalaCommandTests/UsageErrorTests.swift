import Testing
import Text

@testable import SalaCommand

@Suite("Calls that cannot be understood")
struct UsageErrorTests {
  /// A wrong call, the code of its first finding, and what the caret stands under.
  struct Wrong: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var code: String
    var marked: String
    var says: String

    init(_ call: String, _ code: String, _ marked: String, _ says: String = "") {
      arguments = call.split(separator: " ").map(String.init)
      self.code = code
      self.marked = marked
      self.says = says
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let wrong = [
    Wrong("chek", "unknown-command", "chek", "Did you mean 'check'?"),
    Wrong("event opem e1", "unknown-command", "opem", "Did you mean 'open'?"),
    Wrong("event nonsense", "unknown-command", "nonsense", "Known are: new, describe"),
    Wrong("--format json check", "option-before-command", "--format", "Name the command first"),
    Wrong("event --occasion pre", "option-before-command", "--occasion"),
    Wrong("--nonsense", "unknown-option", "--nonsense"),
    Wrong("check --frmat json", "unknown-option", "--frmat", "Did you mean '--format'?"),
    Wrong("check --lang km", "unknown-option", "--lang", "Did you mean '--language'?"),
    Wrong("version", "unknown-command", "version", "Did you mean '--version'?"),
    Wrong("items convert a --to csv -ob", "unknown-option", "-ob", "Did you mean '-o b'?"),
    Wrong("check -x", "unknown-option", "-x", "one of the options below"),
    Wrong("quiz --learner", "missing-value", "--learner", "'--learner <learner>'"),
    Wrong("quiz --learner --event e1", "missing-value", "--learner"),
    Wrong("event roster e1 --count -3", "missing-value", "-3", "'--count=-3'"),
    Wrong("package --split=yes", "unexpected-value", "--split=yes", "Write '--split' alone"),
    Wrong("check --format yaml", "wrong-value", "yaml", "text, json, csv, html"),
    Wrong("check --format=JSN", "wrong-value", "--format=JSN", "Did you mean 'json'?"),
    Wrong("event open e1 --occasion before", "wrong-value", "before", "pre, post, follow-up"),
    Wrong("event roster e1 --count many", "no-number", "many", "such as 12"),
    Wrong("event roster e1 --count=១២", "no-number", "--count=១២", "'12'"),
    Wrong("synthetic cohort --seed 99999999999999999999", "no-number", "99999999999999999999"),
    Wrong("event accommodate e1 --time-factor x", "no-number", "x"),
    Wrong("event roster e1 --count 0", "out-of-range", "0", "from 1 to 10000"),
    Wrong("synthetic cohort --seed=-1", "out-of-range", "--seed=-1"),
    Wrong("event open e1", "missing-option", "", "Add '--occasion <occasion>'"),
    Wrong("event new", "missing-argument", "", "<event> is missing"),
    Wrong("check a b", "unexpected-argument", "b"),
    Wrong("records check x", "unexpected-argument", "x", "takes no argument"),
    Wrong("check --format json --format csv", "option-twice", "--format", "'json' and as 'csv'"),
    Wrong("--language fr check", "wrong-value", "fr", "en, km"),
    Wrong("--language", "missing-value", "--language"),
    Wrong("--generate-completion-script tcsh", "wrong-value", "tcsh", "bash, zsh, fish"),
  ]

  @Test(
    "each kind has its code, its caret, its remedy and the way to the help page", arguments: wrong)
  func kinds(_ wrong: Wrong) {
    let run = Bench().run(wrong.arguments)
    #expect(run.code == 2 && run.out.isEmpty)
    #expect(run.err.hasPrefix("sala: error [\(wrong.code)] "), "\(run.err)")
    #expect(Self.marked(run.err) == wrong.marked, "\(run.err)")
    let flowing = run.err.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flowing.contains(wrong.says), "\(run.err)")
    #expect(run.err.contains("\n  → ") && run.err.contains("Usage:\n  sala"))
    #expect(run.err.contains("--help' explains everything it takes."))
    for english in ["Error:", "See 'sala", "Unknown option", "Missing expected"] {
      #expect(!run.err.contains(english))
    }
  }

  @Test("the same calls are explained in Khmer and nothing but Khmer", arguments: wrong)
  func khmer(_ wrong: Wrong) {
    let bench = Bench()
    bench.environment["SALA_LANGUAGE"] = "km"
    let run = bench.run(wrong.arguments)
    #expect(run.code == 2 && run.out.isEmpty)
    #expect(run.err.hasPrefix("sala: កំហុស [\(wrong.code)] "), "\(run.err)")
    #expect(Self.marked(run.err) == wrong.marked, "\(run.err)")
    #expect(Self.foreign(run.err, typed: wrong.arguments).isEmpty, "\(run.err)")
    #expect(Khmer.firstAbnormality(in: run.err) == nil)
  }

  @Test("every command with every kind of slip speaks Khmer", arguments: UsageTests.paths)
  func everyCommand(_ path: String) throws {
    let names = path.split(separator: " ").map(String.init)
    var command = try #require(CommandModel.root)
    for name in names { command = try #require(command.command(name)) }
    let bench = Bench()
    bench.environment["SALA_LANGUAGE"] = "km"
    for slip in Self.slips(command) {
      let run = bench.run(names + slip)
      #expect(run.code == 2 && run.out.isEmpty, "\(names + slip): \(run)")
      #expect(run.err.hasPrefix("sala: កំហុស ["), "\(names + slip): \(run.err)")
      #expect(!run.err.contains("[not-understood]"), "\(names + slip)")
      let foreign = Self.foreign(run.err, typed: names + slip)
      #expect(foreign.isEmpty, "\(names + slip): \(foreign)\n\(run.err)")
    }
    #expect(Files.names(bench.store).isEmpty, "nothing was made")
  }

  /// Everything that can be wrong in a call of a command.
  private static func slips(_ command: CommandModel) -> [[String]] {
    if command.isGroup { return [["nonsense"], ["--nonsense"]] }
    var slips = [["--nonsense"], ["--nonsense", "x"], ["-x"], ["--nonsense=x"]]
    if command.positionals.contains(where: \.isRequired)
      || command.options.contains(where: \.isRequired)
    {
      slips.append([])
    }
    if command.positionals.last?.isRepeating != true {
      slips.append(Array(repeating: "x", count: command.positionals.count + 1))
    }
    for option in command.options where !["--help", "--version", "-h"].contains(option.typedName) {
      let name = option.typedName
      if option.kind == .flag {
        slips.append(["\(name)=x"])
        continue
      }
      slips += [[name], [name, "--nonsense"]]
      if option.allValues != nil { slips += [[name, "nonsense"], ["\(name)="]] }
      if option.isRepeating != true { slips.append([name, "a", name, "b"]) }
    }
    return slips
  }

  /// Returns the Latin words of a text that are no names of commands, options and values, and were
  /// not typed.
  private static func foreign(_ text: String, typed: [String]) -> [String] {
    var known: Set<String> = [
      "sala", "en", "km", "language", "help", "version", "bash", "zsh", "fish",
    ]
    func learn(_ command: CommandModel) {
      known.insert(command.commandName)
      for argument in command.arguments ?? [] {
        known.formUnion((argument.names ?? []).map(\.name))
        known.formUnion(argument.allValues ?? [])
      }
      for sub in command.commands { learn(sub) }
    }
    if let root = CommandModel.root { learn(root) }
    known.formUnion(typed.flatMap(words))
    known.formUnion(wrong.map(\.code))
    // A long call is shown from its middle on, and there a word may be cut.
    let lines = text.split(separator: "\n").map { line in
      line.firstRange(of: "… ").map { cut in
        line[..<cut.lowerBound] + line[cut.upperBound...].drop { $0 != " " }
      } ?? line
    }
    return lines.flatMap { words(String($0)) }.filter { !known.contains($0) }
  }

  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      !(("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || scalar == "-")
    }
    .map { part in String(String.UnicodeScalarView(part.drop { $0 == "-" })) }
    .filter { word in word.unicodeScalars.contains { !("0"..."9").contains($0) && $0 != "-" } }
  }

  /// Returns what the first caret of a text stands under, by display width.
  static func marked(_ text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let index = lines.firstIndex(where: { line in
        line.contains("^") && line.allSatisfy { $0 == " " || $0 == "^" }
      }), index > 0
    else { return nil }
    let start = lines[index].prefix { $0 == " " }.count
    let end = lines[index].count
    var column = 0
    var result = String.UnicodeScalarView()
    for scalar in lines[index - 1].unicodeScalars {
      if column >= start, column < end { result.append(scalar) }
      column += DisplayWidth.columns(of: scalar)
    }
    return String(result)
  }

  @Test("the caret stands under Khmer words by their width, and quotes are shown as typed")
  func width() {
    let run = Bench().run(["check", "ខេត្តកំពង់ចាម", "ភ្នំពេញ"])
    #expect(Self.marked(run.err)?.hasPrefix("ភ្នំពេញ") == true, "\(run.err)")
    let quoted = Bench().run(["check", "a b", "it's"])
    #expect(quoted.err.contains(#"sala check 'a b' 'it'\''s'"#), "\(quoted.err)")
    #expect(Self.marked(quoted.err) == #"'it'\''s'"#)
  }

  @Test(
    "a call that is longer than the terminal is cut around the bad word", arguments: [24, 40, 80])
  func long(_ width: Int) {
    let bench = Bench()
    bench.width = width
    let words = (0..<40).map { "word\($0)" }
    for run in [
      bench.run(["check"] + words), bench.run(["check"] + words + ["--frmat", "x"] + words),
      bench.run(["check", String(repeating: "ក", count: 500), "b"]),
      bench.run(["check", "--" + String(repeating: "x", count: 500)]),
      bench.run(["event", "open", String(repeating: "e", count: 200)]),
    ] {
      #expect(run.code == 2)
      let lines = run.err.split(separator: "\n").map(String.init)
      #expect(Self.marked(run.err) != nil, "\(run.err)")
      #expect(DisplayWidth.columns(of: lines[1]) <= max(40, width), "\(lines[1])")
    }
  }

  @Test("several slips are named in one go, one slip once")
  func several() {
    let run = Bench().run(["event", "open", "--occasion", "befor", "--frmat"])
    for code in ["[wrong-value]", "[unknown-option]", "[missing-argument]"] {
      #expect(run.err.contains(code), "\(run.err)")
    }
    let one = Bench().run(["quiz", "--lerner", "abc"])
    #expect(one.err.split(separator: "error [").count == 2, "\(one.err)")
    #expect(!one.err.contains("missing-option"), "\(one.err)")
  }

  @Test("control characters in a wrong call reach no terminal")
  func controls() {
    let run = Bench().run(["check", "a", "\u{1B}[31mred\u{7}"])
    #expect(run.code == 2)
    #expect(run.err.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("an option twice with the same value is no slip, and one that may repeat never is")
  func twice() {
    let bench = Bench()
    #expect(bench.sala("rules", "unknown-key", "--format", "csv", "--format", "csv").code == 0)
    #expect(bench.sala("rules", "unknown-key", "--language", "km", "--format", "csv").code == 0)
    let same = bench.sala(
      "translation", "status", "example", "--state", "missing", "--state", "stale")
    #expect(same.code == 0, "\(same.err)")
  }

  @Test("--language before the command is the language of all messages")
  func leadingLanguage() {
    let bench = Bench()
    #expect(bench.sala("--language", "km", "check", "nowhere").err.contains("រកមិនឃើញ"))
    #expect(bench.sala("--language=km", "rules", "nowhere").err.contains("គ្មានវិធាន"))
    #expect(bench.sala("--language", "km").out.contains("របៀបប្រើ៖"))
    #expect(bench.sala("--language", "km", "check", "--help").out.contains("របៀបប្រើ៖"))
    #expect(bench.sala("--language", "km", "chek").err.contains("តើអ្នកចង់សរសេរ 'check' មែនទេ?"))
    let package = bench.sala("--language", "km", "package", "none", "--language", "en")
    #expect(package.err.contains("រកមិនឃើញ"), "the second one is that of the package")
  }
}
