import ArgumentParser
import FoundationEssentials

/// A command as ArgumentParser describes it: its words, what it takes, the commands below it.
struct CommandModel: Decodable, Sendable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandModel]?
  var arguments: [Argument]?

  /// What a command takes: a word in its place, an option with a value, or a flag.
  struct Argument: Decodable, Sendable {
    enum Kind: String, Decodable, Sendable {
      case positional
      case option
      case flag
    }

    var kind: Kind
    var shouldDisplay: Bool?
    var isOptional: Bool?
    var isRepeating: Bool?
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    /// The values it may have, where they can be counted.
    var allValues: [String]?
    var abstract: String?

    /// Whether a call without it cannot run.
    var isRequired: Bool { kind != .flag && isOptional != true }
    /// Whether every command has it, so that it need not be shown each time.
    var isEverywhere: Bool { ["help", "version"].contains(preferredName?.name ?? "") }
    /// The name as it is typed; for a positional argument, its value's name.
    var typedName: String { preferredName?.typed ?? "<\(valueName ?? "")>" }
  }

  /// A name of an option or flag.
  struct Name: Decodable, Sendable {
    var kind: String
    var name: String

    /// The name with its hyphens.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  /// The program itself; `nil` only if ArgumentParser changed how it describes commands.
  static let root: CommandModel? = {
    struct Tool: Decodable { var command: CommandModel }
    let dump = SalaRoot._dumpHelp()
    return try? JSONDecoder().decode(Tool.self, from: Data(dump.utf8)).command
  }()

  /// The commands below it that a person may type.
  var commands: [CommandModel] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
  }

  /// Whether it only leads to other commands.
  var isGroup: Bool { !commands.isEmpty }

  var positionals: [Argument] { (arguments ?? []).filter { $0.kind == .positional } }
  var options: [Argument] { (arguments ?? []).filter { $0.kind != .positional } }

  /// Returns the option or flag of a name as it is typed, such as `--format` or `-o`.
  func option(_ typed: String) -> Argument? {
    options.first { $0.names?.contains { $0.typed == typed } == true }
  }

  /// Returns the command below this one with a name.
  func command(_ name: String) -> CommandModel? { commands.first { $0.commandName == name } }
}
