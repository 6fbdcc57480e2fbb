import ArgumentParser
import Testing
import Text

@testable import SalaCommand

@Suite("Help pages")
struct HelpPageTests {
  private static func page(_ path: String, _ language: Language, width: Int) -> String {
    HelpPage.text(
      path: path.split(separator: " ").map(String.init), language: language, width: width)
  }

  @Test(
    "the pages fit terminals of 40 and of 80 columns, in both languages",
    arguments: UsageTests.paths)
  func fit(_ path: String) {
    for language in Language.allCases {
      for width in [40, 60, 80] {
        let page = Self.page(path, language, width: width)
        for line in page.split(separator: "\n") {
          #expect(DisplayWidth.columns(of: line) <= width, "\(path) \(width): \(line)")
        }
      }
    }
  }

  @Test("the pages are well formed Khmer, and end their sentences", arguments: UsageTests.paths)
  func wellFormed(_ path: String) {
    let page = Self.page(path, .khmer, width: 80)
    #expect(Khmer.firstAbnormality(in: page) == nil)
    #expect(!page.contains("\u{200B}"))
    for english in [
      "Usage", "Options", "Commands", "Arguments", "Examples", "default", "Exit codes",
    ] {
      #expect(!page.contains(english), "\(path)")
    }
  }

  @Test("every value that an option may have stands on its page", arguments: UsageTests.paths)
  func values(_ path: String) throws {
    var command = try #require(CommandModel.root)
    for name in path.split(separator: " ") { command = try #require(command.command(String(name))) }
    for language in Language.allCases {
      let page = Self.page(path, language, width: 80)
      for argument in command.arguments ?? [] {
        for value in argument.allValues ?? [] {
          #expect(page.contains(value), "\(path) \(argument.typedName) \(value)")
        }
      }
      for heading in [HelpMessages.usage, HelpMessages.exitCodes] {
        #expect(page.contains(heading.text(in: language)))
      }
    }
  }

  @Test("every value has a name in both languages")
  func valueNames() throws {
    var names: Set<String> = []
    func learn(_ command: CommandModel) {
      for argument in command.arguments ?? [] where argument.kind != .flag {
        names.insert(argument.valueName ?? "")
      }
      command.commands.forEach(learn)
    }
    learn(try #require(CommandModel.root))
    #expect(names.count > 30)
    for name in names {
      let text = ValueNames.text(name)
      #expect(UsageTests.hasKhmer(text.km), "\(name)")
      #expect(!UsageTests.hasKhmer(text.en), "\(name)")
    }
    #expect(Set(ValueNames.all.keys).subtracting(names).isEmpty, "no name is left over")
  }

  @Test("every example is a call that can be read, of the command whose page it is on")
  func examples() throws {
    let root = try #require(CommandModel.root)
    for name in [
      "check", "package", "quiz", "event", "results import", "report pre-post", "inspect",
      "preview", "items convert", "translation status",
    ] {
      #expect(HelpExamples.all[name]?.isEmpty == false, "\(name)")
    }
    for (path, examples) in HelpExamples.all {
      #expect(UsageTests.paths.contains(path), "\(path)")
      for example in examples {
        let call = example.arguments
        #expect(UsageDiagnosis(call, root: root).findings.isEmpty, "\(call)")
        let own = call.first == "--language" ? Array(call.dropFirst(2)) : call
        #expect(throws: Never.self) { _ = try SalaRoot.parseAsRoot(own) }
        #expect(own.starts(with: path.split(separator: " ").map(String.init)), "\(call)")
        #expect(UsageTests.hasKhmer(example.text.km) && example.text.km.hasSuffix("៖"))
        #expect(example.text.en.hasSuffix(":"))
      }
      for language in Language.allCases {
        #expect(
          Self.page(path, language, width: 80).contains(HelpMessages.examples.text(in: language)))
      }
    }
  }

  @Test("a usage line is broken between its parts, never within an option")
  func usage() {
    for width in [40, 60, 80] {
      let page = Self.page("package", .english, width: width)
      for option in ["--control-documents", "--skip-mastered", "[--split]"] {
        #expect(page.contains(option), "\(page)")
      }
    }
    #expect(Self.page("translation stamp", .english, width: 80).contains("<files> ..."))
  }

  @Test("the exit codes of the contract stand on every page", arguments: UsageTests.paths)
  func exitCodes(_ path: String) {
    let page = Self.page(path, .english, width: 80)
    for line in ["\n  0  Done", "\n  1  Errors were found", "\n  2  It could not run"] {
      #expect(page.contains(line), "\(page)")
    }
  }
}
