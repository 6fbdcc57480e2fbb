import ArgumentParser
import Terminal
import Testing
import Text

@testable import SalaCommand

@Suite("How the program is called")
struct UsageTests {
  /// The commands with the names that lead to them, the program itself first.
  static func commands(
    _ type: any ParsableCommand.Type = SalaRoot.self, _ path: [String] = []
  ) -> [(type: any ParsableCommand.Type, path: [String])] {
    [(type, path)]
      + type.configuration.subcommands.flatMap { sub in
        commands(sub, path + [sub.configuration.commandName ?? ""])
      }
  }

  static let paths = commands().map { $0.path.joined(separator: " ") }

  @Test("there are the commands of the contract")
  func tree() {
    for path in [
      "check", "rules", "translation status", "translation stamp", "package", "quiz", "event new",
      "event roster",
      "event open", "event close", "event status", "results import", "results export",
      "records check", "records merge", "report pre-post", "cascade plan", "cascade schedule",
      "situation check", "situation test", "situation play", "synthetic cohort",
    ] {
      #expect(Self.paths.contains(path), "\(path)")
    }
  }

  @Test("every command has a help page in both languages", arguments: paths)
  func helpPages(_ path: String) {
    let bench = Bench()
    let names = path.split(separator: " ").map(String.init)
    let english = bench.run(names + ["--help"])
    let khmer = bench.run(names + ["--help", "--language", "km"])
    for page in [english, khmer] {
      #expect(page.code == 0 && page.err.isEmpty)
      #expect(page.out.contains("sala" + (path.isEmpty ? "" : " ") + path))
      #expect(page.out.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }
    #expect(!Self.hasKhmer(english.out.replacing("សាលា", with: "")))
    #expect(Self.hasKhmer(khmer.out) && khmer.out.contains("របៀបប្រើ៖"))
    #expect(english.out.contains("Usage:"))
    #expect(english.lines.allSatisfy { DisplayWidth.columns(of: $0) <= 80 }, "\(english.out)")
  }

  @Test("every abstract and every argument speaks Khmer too")
  func everyTextHasBothHalves() {
    for (type, path) in Self.commands() {
      let configuration = type.configuration
      let texts = [configuration.abstract] + [configuration.discussion].filter { !$0.isEmpty }
      for text in texts {
        let english = HelpText.half(text, in: .english)
        #expect(!english.isEmpty && !Self.hasKhmer(english.replacing("សាលា", with: "")), "\(path)")
        #expect(Self.hasKhmer(HelpText.half(text, in: .khmer)), "\(path): \(english)")
      }
    }
    let dump = JSON(SalaRoot._dumpHelp())
    var count = 0
    Self.walk(dump["command"]) { command, argument in
      count += 1
      let name = argument["valueName"].string ?? ""
      guard name != "help", name != "version" else { return }
      let abstract = argument["abstract"].string ?? ""
      #expect(
        Self.hasKhmer(HelpText.half(abstract, in: .khmer)), "\(command) \(name): \(abstract)")
      #expect(!HelpText.half(abstract, in: .english).isEmpty, "\(command) \(name)")
    }
    #expect(count > 50)
  }

  private static func walk(_ command: JSON, _ visit: (String, JSON) -> Void) {
    let name = command["commandName"].string ?? ""
    guard name != "help" else { return }
    for argument in command["arguments"].array { visit(name, argument) }
    for sub in command["subcommands"].array { walk(sub, visit) }
  }

  static func hasKhmer(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x1780...0x17FF).contains($0.value) }
  }

  @Test("without arguments, with 'help' and on a group's name the help page is shown")
  func shortWaysToHelp() {
    let bench = Bench()
    let page = bench.sala("--help")
    #expect(bench.sala().out == page.out)
    #expect(bench.sala("help").out == page.out)
    #expect(bench.sala("-h").out == page.out)
    #expect(page.out.contains("Exit codes:\n  0"))
    for group in ["event", "situation", "results", "records", "report", "cascade", "synthetic"] {
      let run = bench.sala(group)
      #expect(run.code == 0 && run.out == bench.sala("help", group).out)
      #expect(run.out.contains("Commands:"))
    }
    #expect(bench.sala("--help", "--language=km").out.contains("លេខកូដបញ្ចប់៖"))
  }

  @Test("--version says the version and nothing else")
  func version() {
    let run = Bench().sala("--version")
    #expect(run.code == 0 && run.err.isEmpty)
    #expect(run.out == Sala.version + "\n")
  }

  @Test(
    "a wrong call gives 2, says why on standard error and leaves standard output empty",
    arguments: [
      ["chek"], ["check", "--frmat", "json"], ["check", "--format", "yaml"], ["check", "a", "b"],
      ["quiz"], ["quiz", "--learner"], ["event", "new"], ["event", "nonsense"],
      ["event", "open", "e1"], ["event", "open", "e1", "--occasion", "before"],
      ["event", "roster", "e1"], ["event", "roster", "e1", "r.csv", "--count", "3"],
      ["event", "roster", "e1", "--count", "0"], ["event", "roster", "e1", "--count=-3"],
      ["event", "roster", "e1", "--count", "many"],
      ["package", "--format", "zip"], ["package", "--language", "fr"],
      ["package", "--forms", "c"], ["package", "--organization", "flat"],
      ["translation", "stamp"], ["records", "merge"], ["cascade", "plan"],
      ["cascade", "schedule"], ["cascade", "schedule", "task.json", "--format", "xml"],
      ["situation", "test", "x.situation.en.md", "--runs", "0"],
      ["synthetic", "cohort", "--people", "1"], ["synthetic", "cohort", "--seed=-1"],
      ["records", "check", "--store", ""],
    ])
  func wrongCalls(_ arguments: [String]) {
    let bench = Bench()
    let run = bench.run(arguments)
    #expect(run.code == 2, "\(run)")
    #expect(run.out.isEmpty)
    #expect(run.err.contains("sala") || run.err.contains("--"))
    #expect(run.err.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(Files.names(bench.store).isEmpty, "nothing was made")
    let khmer = bench.run(arguments + ["--language=km"])
    #expect(khmer.code == 2 && khmer.out.isEmpty)
  }

  @Test("a wrong call ends with a Khmer hint for a Khmer reader")
  func wrongCallInKhmer() {
    let bench = Bench()
    bench.environment["SALA_LANGUAGE"] = "km"
    let run = bench.sala("chek")
    #expect(run.code == 2 && run.err.contains("សូមវាយ 'sala --help'"))
  }

  @Test("help for a command that is none names the nearest one", arguments: ["en", "km"])
  func helpForNone(_ language: String) {
    let bench = Bench()
    bench.environment["SALA_LANGUAGE"] = language
    for arguments in [["chek", "--help"], ["help", "chek"]] {
      let run = bench.run(arguments)
      #expect(run.code == 2 && run.out.isEmpty && run.err.contains("'check'"))
    }
    #expect(bench.sala("event", "opem", "--help").err.contains("'open'"))
    #expect(bench.sala("check", "some-path", "--help").code == 0, "a path is no command")
  }

  @Test("the language is that of --language, then SALA_LANGUAGE, then the locale")
  func language() {
    let bench = Bench()
    bench.environment["LANG"] = "km_KH.UTF-8"
    #expect(bench.sala("check", "nowhere").err.contains("រកមិនឃើញ"))
    bench.environment["SALA_LANGUAGE"] = "en"
    #expect(bench.sala("check", "nowhere").err.contains("No curriculum"))
    #expect(bench.sala("check", "nowhere", "--language", "km").err.contains("រកមិនឃើញ"))
  }

  @Test("completion scripts are written, in English", arguments: ["bash", "zsh", "fish"])
  func completion(_ shell: String) {
    let run = Bench().sala("--generate-completion-script", shell)
    #expect(run.code == 0 && run.err.isEmpty)
    #expect(run.out.contains("roster") && run.out.contains("curriculum"))
    #expect(!run.out.unicodeScalars.contains { $0 == "\u{1E}" || $0 == "\u{1F}" })
    #expect(!Self.hasKhmer(run.out.replacing("សាលា", with: "")))
    #expect(!run.out.contains("\\u{1") && !run.out.contains("\\x1"))
    let unknown = Bench().sala("--generate-completion-script", "tcsh")
    #expect(unknown.code == 2 && unknown.out.isEmpty)
  }

  @Test("the two halves of a help text come apart again, also within a longer text")
  func halves() {
    let text = both("Plan.", "ផែនការ។")
    #expect(HelpText.half(text, in: .english) == "Plan.")
    #expect(HelpText.half(text, in: .khmer) == "ផែនការ។")
    #expect(HelpText.half("only English", in: .khmer) == "only English")
    #expect(HelpText.withoutKhmer("a '\(text)'\nb '\(text)'") == "a 'Plan.'\nb 'Plan.'")
    #expect(HelpText.half("", in: .khmer).isEmpty)
  }
}
