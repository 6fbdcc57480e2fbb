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
    var console = console
    let (spoken, own) = withoutLeadingLanguage(arguments)
    if let spoken { console.environment["SALA_LANGUAGE"] = spoken.rawValue }
    if own.isEmpty, console.isInteractive { return MenuAtConsole(console).run() }
    let isHelp = own.isEmpty || wantsHelp(own)
    // The language that some commands are given is that of what they write; messages follow the
    // locale.
    let asked = !isHelp && isContentLanguage(own) ? nil : askedLanguage(own)
    let language = console.language(asked)
    if isHelp { return showHelp(own, language: language, console: console) }
    if hasRepeatedOption(own), let root = CommandModel.root {
      let diagnosis = UsageDiagnosis(arguments, root: root)
      if diagnosis.findings.contains(where: { $0.code == "option-twice" }) {
        UsageReport.write(diagnosis, arguments, in: language, to: console)
        return 2
      }
    }
    let command: any ParsableCommand
    do {
      command = try SalaRoot.parseAsRoot(own)
    } catch {
      return explain(error, arguments, language: language, console: console)
    }
    return run(command, own, arguments, language: language, console: console)
  }

  private static func run(
    _ command: any ParsableCommand, _ own: [String], _ arguments: [String], language: Language,
    console: Console
  ) -> Int32 {
    guard let command = command as? any SalaCommand else {
      return showHelp(own, language: language, console: console)
    }
    do {
      return try command.run(console)
    } catch let failure as CommandFailure {
      if let usage = failure.usage, let root = CommandModel.root {
        var diagnosis = UsageDiagnosis(arguments, root: root)
        diagnosis.add(usage.kind, option: usage.option)
        UsageReport.write(diagnosis, arguments, in: language, to: console)
        return failure.code
      }
      console.note(HelpText.visible(failure.message.text(in: language)))
      return failure.code
    } catch let failure as RecordsError {
      console.note(failure.message.text(in: language))
      console.note("  → " + failure.remedy.text(in: language))
      return 2
    } catch {
      console.note(HelpText.visible(CommandMessages.unexpected("\(error)").text(in: language)))
      return 2
    }
  }

  /// Shows the page of the command that the words lead to, or says which of them is no command.
  private static func showHelp(
    _ own: [String], language: Language, console: Console
  ) -> Int32 {
    let path = own.prefix { !$0.hasPrefix("-") }.filter { $0 != "help" }
    if let root = CommandModel.root {
      let diagnosis = UsageDiagnosis(Array(path), root: root)
      if diagnosis.findings.first?.code == "unknown-command" {
        UsageReport.write(diagnosis, Array(path), in: language, to: console)
        return 2
      }
    }
    console.write(HelpPage.text(path: Array(path), language: language, width: console.width))
    return 0
  }

  /// Reports a call that ArgumentParser refused (2), or writes what was asked of it (0).
  private static func explain(
    _ error: any Error, _ arguments: [String], language: Language, console: Console
  ) -> Int32 {
    if SalaRoot.exitCode(for: error) == .success {
      console.line(HelpText.withoutKhmer(SalaRoot.fullMessage(for: error)))
      return 0
    }
    if let root = CommandModel.root {
      var diagnosis = UsageDiagnosis(arguments, root: root)
      diagnosis.explain(error)
      UsageReport.write(diagnosis, arguments, in: language, to: console)
    }
    return 2
  }

  /// Takes off a language that stands before the command, which is that of all messages.
  private static func withoutLeadingLanguage(
    _ arguments: [String]
  ) -> (language: Language?, own: [String]) {
    guard let first = arguments.first else { return (nil, arguments) }
    let (name, attached) = UsageDiagnosis.split(first)
    guard name == "--language" else { return (nil, arguments) }
    let value = attached ?? arguments.dropFirst().first ?? ""
    guard let language = Language(rawValue: value) else { return (nil, arguments) }
    return (language, Array(arguments.dropFirst(attached == nil ? 2 : 1)))
  }

  private static func hasRepeatedOption(_ arguments: [String]) -> Bool {
    var seen: Set<String> = []
    return arguments.prefix { $0 != "--" }.contains { word in
      UsageDiagnosis.isOption(word) && !seen.insert(UsageDiagnosis.split(word).name).inserted
    }
  }

  private static func isContentLanguage(_ arguments: [String]) -> Bool {
    ["package", "print"].contains(arguments.first ?? "")
      || arguments.starts(with: ["items", "convert"])
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
  /// What is wrong with the call, where that is the reason: the option, and its fault.
  var usage: (option: String, kind: UsageFinding.Kind)?

  init(_ message: LocalizedText, code: Int32 = 2) {
    self.message = message
    self.code = code
  }

  /// Refuses the number of an option that is outside of what it may be.
  static func unless(_ number: Int?, isIn range: ClosedRange<Int>, option: String) throws {
    guard let number, !range.contains(number) else { return }
    var failure = CommandFailure(CommandMessages.outOfRange(option, range))
    failure.usage = (option, .outOfRange("\(number)", of: option, range))
    throw failure
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
      SituationCommand.self, ItemsCommand.self, TextCommand.self,
      FormCommand.self, PrintCommand.self,
      EventCommand.self, QuizCommand.self, ResultsCommand.self, RecordsCommand.self,
      SiteCommand.self,
      SyntheticCommand.self, PackageCommand.self, InspectCommand.self, PreviewCommand.self,
      CompetenciesCommand.self, AnalyseCommand.self, ReportCommand.self,
      CascadeCommand.self,
    ])
}
