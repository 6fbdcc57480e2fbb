import ArgumentParser
import Testing
import Text

@testable import SalaCommand

@Suite("The menu")
struct MenuTests {
  private static func choice(_ id: String) -> MenuChoice {
    MenuChoice(value: id, title: LocalizedText(en: "Title \(id)", km: "ចំណងជើង \(id)"))
  }

  private static func surroundings(
    curricula: [String] = ["one"], modules: [String] = ["aaa", "bbb"],
    provinces: [String] = ["kampot"], packages: [String] = [], events: [String] = []
  ) -> MenuSurroundings {
    MenuSurroundings(
      curricula: { curricula.map(choice) }, modules: { _ in modules.map(choice) },
      provinces: { _ in provinces.map(choice) }, packages: { packages.map(choice) },
      events: { events.map(choice) })
  }

  private static func menu(
    _ surroundings: MenuSurroundings = surroundings(), _ language: Language = .english
  ) -> Menu { Menu(language: language, surroundings: surroundings) }

  /// Types lines and returns what the last one led to.
  private static func type(_ menu: inout Menu, _ lines: [String]) -> Menu.Effect {
    var last = Menu.Effect.show
    for line in lines { last = menu.read(line) }
    return last
  }

  /// A code that is well formed.
  private static func code() throws -> String {
    let bench = Bench()
    bench.event()
    return try #require(bench.roster(1).first).code
  }

  @Test("a task is chosen by number, in either script, or by letter")
  func typed() {
    for line in ["3", "៣", "c", "C", "គ"] {
      var menu = Self.menu()
      #expect(menu.read(line) == .run(["check"]), "\(line)")
    }
    for line in ["0", "9", "99999999999999999999", "z", "ញ", "check it", "-1", "1.5", "🙂"] {
      var menu = Self.menu()
      #expect(menu.read(line) == .refuse(MenuWords.typeNumber(8)), "\(line)")
      #expect(menu.state == .tasks)
    }
    var menu = Self.menu()
    #expect(menu.read("") == .show)
  }

  @Test("a full stop leaves the tasks, and a question for the tasks")
  func stop() {
    for line in [".", "។", "q", "8", "h"] {
      var menu = Self.menu()
      #expect(menu.read(line) == .leave, "\(line)")
    }
    var menu = Self.menu()
    #expect(Self.type(&menu, ["1", "."]) == .show)
    #expect(menu.state == .tasks)
    #expect(menu.read(".") == .leave)
  }

  @Test("a test asks for nothing but a code, and refuses one that cannot be")
  func test() throws {
    let code = try Self.code()
    var menu = Self.menu()
    #expect(menu.read("1") == .show)
    guard case .refuse = menu.read("x") else {
      Issue.record("'x' is no code")
      return
    }
    #expect(menu.read("") == .refuse(MenuWords.typeSomething))
    #expect(menu.read(code) == .run(["quiz", "--learner", code]))
    #expect(menu.state == .tasks, "it starts anew")
  }

  @Test("practice asks who and which module; Enter takes all")
  func practise() {
    var menu = Self.menu()
    #expect(
      Self.type(&menu, ["2", "sok", ""])
        == .run(["quiz", "practice", "--learner", "sok", "--occasion", "practice"]))
    #expect(
      Self.type(&menu, ["2", "-sok", "៣"])
        == .run(["quiz", "bbb", "--learner=-sok", "--occasion", "practice"]))
    var several = Self.menu(Self.surroundings(curricula: ["one", "two"]))
    #expect(
      Self.type(&several, ["2", "sok", "two", "1"])
        == .run([
          "quiz", "practice", "--learner", "sok", "--occasion", "practice", "--curriculum", "two",
        ]))
  }

  @Test("checking asks which curriculum only where there are several")
  func check() {
    var several = Self.menu(Self.surroundings(curricula: ["one", "two"]))
    #expect(Self.type(&several, ["3", "2"]) == .run(["check", "two"]))
    var none = Self.menu(Self.surroundings(curricula: []))
    #expect(none.read("3") == .run(["check"]), "the command says what is missing")
  }

  @Test("a package asks where it is used, the language and the province")
  func package() {
    var menu = Self.menu()
    #expect(
      Self.type(&menu, ["4", "", "", ""])
        == .run(["package", "--format", "scorm12", "--language", "both"]))
    #expect(
      Self.type(&menu, ["4", "web", "km", "kampot"])
        == .run(["package", "--format", "web", "--language", "km", "--context", "kampot"]))
    #expect(menu.read("4") == .show)
    #expect(menu.read("zip") == .refuse(MenuWords.typeNumber(5)))
  }

  @Test("the choices of the menu are values that the commands know")
  func values() throws {
    let root = try #require(CommandModel.root)
    let package = try #require(root.command("package"))
    #expect(
      Set(MenuWords.formats.map(\.value))
        == Set(try #require(package.option("--format")?.allValues)))
    #expect(
      Set(MenuWords.contentLanguages.map(\.value))
        == Set(try #require(package.option("--language")?.allValues)))
  }

  @Test("a package to look at is one that was written, or any path")
  func preview() {
    var menu = Self.menu(Self.surroundings(packages: ["exports/a.zip"]))
    #expect(Self.type(&menu, ["5", "1"]) == .run(["preview", "exports/a.zip"]))
    #expect(Self.type(&menu, ["5", "my course.zip"]) == .run(["preview", "my course.zip"]))
    #expect(Self.type(&menu, ["5", "-x.zip"]) == .run(["preview", "./-x.zip"]))
    var empty = Self.menu()
    #expect(Self.type(&empty, ["5", "7"]) == .run(["preview", "7"]))
  }

  @Test("a report asks which event only where there are several, and how to break down")
  func report() {
    var menu = Self.menu(Self.surroundings(events: ["e1", "e2"]))
    #expect(Self.type(&menu, ["6", "", ""]) == .run(["report", "pre-post"]))
    #expect(
      Self.type(&menu, ["6", "3", "4"])
        == .run(["report", "pre-post", "--event", "e2", "--by", "sex,province"]))
    var one = Self.menu(Self.surroundings(events: ["e1"]))
    #expect(Self.type(&one, ["6", "2"]) == .run(["report", "pre-post", "--by", "sex"]))
  }

  @Test("every command line that the menu makes can be read")
  func commandLines() throws {
    let root = try #require(CommandModel.root)
    for lines in [
      ["2", "sok", ""], ["3"], ["4", "", "", "2"], ["5", "x.zip"], ["6", "2"], ["6", "8"],
    ] {
      var menu = Self.menu()
      guard case .run(let arguments) = Self.type(&menu, lines) else {
        Issue.record("\(lines) runs nothing")
        continue
      }
      #expect(UsageDiagnosis(arguments, root: root).findings.isEmpty, "\(arguments)")
      #expect(throws: Never.self) { _ = try SalaRoot.parseAsRoot(arguments) }
    }
  }

  @Test("the language changes at once, and its name stands in itself")
  func language() {
    var menu = Self.menu()
    #expect(menu.lines(width: 80).contains { $0.contains("ភាសាខ្មែរ") })
    #expect(menu.read("7") == .show)
    #expect(menu.language == .khmer)
    let lines = menu.lines(width: 80)
    #expect(lines[0] == "តើអ្នកចង់ធ្វើអ្វី?" && lines[1].contains("១) ធ្វើតេស្ត"))
    #expect(lines.contains { $0.contains("English") })
  }

  @Test("lines keep to the width of the terminal", arguments: [24, 40, 80])
  func narrow(_ width: Int) {
    for language in Language.allCases {
      for path in [[], ["1"], ["2", "a"], ["4"], ["4", ""], ["4", "", ""], ["6"]] {
        var menu = Self.menu(Self.surroundings(), language)
        _ = Self.type(&menu, path)
        for line in menu.lines(width: width) {
          #expect(DisplayWidth.columns(of: line) <= max(24, width), "\(line)")
        }
        #expect(menu.prompt.hasSuffix("> "))
      }
    }
  }

  // MARK: At a console

  private static func bench() -> Bench {
    let bench = Bench()
    bench.isInteractive = true
    return bench
  }

  @Test("at a terminal the menu runs commands, says how to type them, and leaves with 0")
  func console() {
    let bench = Self.bench()
    let run = bench.run([], input: ["3", "."])
    #expect(run.code == 0)
    #expect(run.out.contains("What would you like to do?"))
    #expect(run.out.contains("You could also type:\n  sala check\n"))
    #expect(run.out.contains("\nmodules: "), "the command ran")
    #expect(run.out.split(separator: "What would you like to do?").count == 3, "and came back")
    #expect(run.out.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("the end of the input leaves with 0, anywhere")
  func endOfInput() {
    for input in [[], ["1"], ["4", ""], ["nonsense"], ["2", "sok"]] {
      #expect(Self.bench().run([], input: input).code == 0, "\(input)")
    }
  }

  @Test("in a pipe the help page is shown instead")
  func pipe() {
    let bench = Bench()
    #expect(bench.run([], input: ["3"]).out == bench.sala("--help").out)
  }

  @Test("the other language is part of the command line that is shown")
  func spoken() {
    let run = Self.bench().run([], input: ["៧", "៣", "។"])
    #expect(run.out.contains("អ្នកក៏អាចវាយថា៖\n  sala --language km check\n"), "\(run.out)")
    #expect(run.out.contains("\nម៉ូឌុល៖ "))
    let bench = Self.bench()
    bench.environment["SALA_LANGUAGE"] = "km"
    #expect(bench.run([], input: ["3"]).out.contains("អ្នកក៏អាចវាយថា៖\n  sala check\n"))
    #expect(Self.bench().run(["--language", "km"], input: []).out.contains("តើអ្នកចង់ធ្វើអ្វី?"))
  }

  @Test("a test is taken from the menu, with the form of the event")
  func takesTest() throws {
    let bench = Self.bench()
    bench.event()
    let learner = try #require(bench.roster(1).first)
    bench.sala("event", "open", "e1", "--occasion", "pre")
    let run = bench.run([], input: ["1", learner.code, "y", "1"])
    #expect(run.code == 0)
    #expect(run.out.contains("sala quiz --learner \(learner.code)"), "\(run.out)")
    #expect(run.out.contains("without your name"), "the quiz began")
  }

  @Test("what a command says is wrong is shown, and the menu goes on")
  func failing() {
    let run = Self.bench().run([], input: ["5", "none.zip", "."])
    #expect(run.code == 0 && run.err.contains("none.zip"))
    #expect(run.out.split(separator: "What would you like to do?").count == 3)
  }

  @Test("keys that send control sequences and huge lines do no harm")
  func hostile() {
    let run = Self.bench().run(
      [],
      input: [
        "\u{1B}[A", "\u{1B}OP3", String(repeating: "9", count: 100_000), "\u{0}", "5", "\u{0}", ".",
        ".",
      ])
    #expect(run.code == 0)
    #expect(!run.out.contains("\u{1B}") && !run.err.contains("\u{1B}"))
  }
}
