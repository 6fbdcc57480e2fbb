import ArgumentParser
import Glibc
import Records
package import Terminal
import Text

/// The program as a function: arguments and a console in, an exit code out.
package enum Sala {
  /// The version of the program.
  package static let version = "0.1.0"

  /// Runs the program in this process and ends it.
  package static func main() -> Never {
    signal(SIGPIPE, SIG_IGN)
    let console = Console.process(environment: processEnvironment())
    exit(run(Array(CommandLine.arguments.dropFirst()), console: console))
  }

  /// Runs one command.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the program's name.
  ///   - console: What the command may touch.
  /// - Returns: 0 done, 1 error findings, 2 could not run.
  package static func run(_ arguments: [String], console: Console) -> Int32 {
    let isHelp = arguments.isEmpty || wantsHelp(arguments)
    // The language that some commands are given is that of what they write; messages follow the
    // locale.
    let asked = !isHelp && isContentLanguage(arguments) ? nil : askedLanguage(arguments)
    let language = console.language(asked)
    if isHelp {
      let path = arguments.prefix { !$0.hasPrefix("-") }.filter { $0 != "help" }
      if let unknown = HelpPage.unknownName(in: path) {
        console.note(
          HelpMessages.unknownCommand(
            HelpText.visible(unknown.name), suggestion: unknown.suggestion
          )
          .text(in: language))
        return 2
      }
      console.write(HelpPage.text(path: Array(path), language: language, width: console.width))
      return 0
    }
    do {
      var command = try SalaRoot.parseAsRoot(arguments)
      if let command = command as? any SalaCommand { return try command.run(console) }
      if command is SalaRoot || isGroup(command) {
        let path = arguments.prefix { !$0.hasPrefix("-") }
        console.write(HelpPage.text(path: Array(path), language: language, width: console.width))
        return 0
      }
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      console.note(HelpText.visible(failure.message.text(in: language)))
      return failure.code
    } catch let failure as RecordsError {
      console.note(failure.message.text(in: language))
      console.note("  → " + failure.remedy.text(in: language))
      return 2
    } catch {
      return explain(error, language: language, console: console)
    }
  }

  /// Reports what ArgumentParser has to say: a wrong call (2), or a page that was asked for (0).
  private static func explain(_ error: any Error, language: Language, console: Console) -> Int32 {
    let text = HelpText.withoutKhmer(SalaRoot.fullMessage(for: error))
    guard SalaRoot.exitCode(for: error) == .success else {
      console.note(text)
      console.note(CommandMessages.wrongUsage.text(in: language))
      return 2
    }
    console.line(text)
    return 0
  }

  private static func isContentLanguage(_ arguments: [String]) -> Bool {
    arguments.first == "package" || arguments.starts(with: ["items", "convert"])
  }

  private static func isGroup(_ command: any ParsableCommand) -> Bool {
    !type(of: command).configuration.subcommands.isEmpty
  }

  private static func wantsHelp(_ arguments: [String]) -> Bool {
    let own = arguments.prefix { $0 != "--" }
    return own.contains("--help") || own.contains("-h") || own.first == "help"
  }

  private static func askedLanguage(_ arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--language", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1])
      }
      if argument.hasPrefix("--language=") {
        return Language(rawValue: String(argument.dropFirst("--language=".count)))
      }
    }
    return nil
  }
}

/// A command that runs on a console and gives an exit code.
protocol SalaCommand: ParsableCommand {
  func run(_ console: Console) throws -> Int32
}

/// Why a command could not do its work.
struct CommandFailure: Error {
  /// What to tell the person.
  var message: LocalizedText
  /// The exit code: 1 for what a person wrote wrong, 2 where the command could not run.
  var code: Int32

  init(_ message: LocalizedText, code: Int32 = 2) {
    self.message = message
    self.code = code
  }

  /// Refuses the number of an option that is outside of what it may be.
  static func unless(_ number: Int?, isIn range: ClosedRange<Int>, option: String) throws {
    guard let number, !range.contains(number) else { return }
    throw CommandFailure(CommandMessages.outOfRange(option, range))
  }
}

/// The commands.
struct SalaRoot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sala",
    abstract: both(
      "Sala: one plain-text curriculum becomes course packages, quizzes and evidence of learning.",
      "សាលា៖ កម្មវិធីសិក្សាជាអត្ថបទតែមួយ ក្លាយជាកញ្ចប់មេរៀន តេស្ត និងភស្តុតាងនៃការរៀន។"),
    version: Sala.version,
    subcommands: [
      NewCommand.self, CheckCommand.self, RulesCommand.self, TranslationCommand.self,
      SituationCommand.self, ItemsCommand.self,
      FormCommand.self,
      EventCommand.self, QuizCommand.self, ResultsCommand.self, RecordsCommand.self,
      SiteCommand.self,
      SyntheticCommand.self, PackageCommand.self, InspectCommand.self, PreviewCommand.self,
      CompetenciesCommand.self, ReportCommand.self,
      CascadeCommand.self,
    ])
}
