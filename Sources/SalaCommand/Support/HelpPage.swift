import ArgumentParser
import FoundationEssentials
import Text

/// Writes help pages in the reader's language from what ArgumentParser knows of the commands.
enum HelpPage {
  /// Returns the help page of the command that a path of names leads to.
  ///
  /// - Parameters:
  ///   - path: The names after `sala`; names that lead to no command are passed over.
  ///   - language: The language of the page.
  ///   - width: The columns of the terminal.
  /// - Returns: The page.
  static func text(path: [String], language: Language, width: Int) -> String {
    guard let root = root() else { return "" }
    var command = root
    var names = [root.commandName]
    for name in path {
      guard let next = command.subcommands?.first(where: { $0.commandName == name }) else { break }
      command = next
      names.append(next.commandName)
    }
    return page(command, names: names, language: language, width: min(100, max(40, width)))
  }

  /// Returns the first name of a path that is no command, with the nearest one that is.
  ///
  /// - Parameter path: The names after `sala`; what follows a command without commands of its own
  ///   is an argument and not looked at.
  /// - Returns: The name and the suggestion, or `nil` where all names are commands.
  static func unknownName(in path: [String]) -> (name: String, suggestion: String?)? {
    guard var command = root() else { return nil }
    for name in path {
      let known = (command.subcommands ?? []).filter { $0.commandName != "help" }
      if known.isEmpty { return nil }
      guard let next = known.first(where: { $0.commandName == name }) else {
        return (name, Suggestion.nearest(to: name, in: known.map(\.commandName)))
      }
      command = next
    }
    return nil
  }

  // MARK: Layout

  private static func page(
    _ command: Command, names: [String], language: Language, width: Int
  ) -> String {
    var lines: [String] = []
    func wrap(_ text: String, indent: String = "") {
      lines += LineWrapping.lines(indent + text, width: width, indent: indent)
    }
    if let abstract = command.abstract { wrap(HelpText.half(abstract, in: language)) }
    if let discussion = command.discussion, !discussion.isEmpty {
      lines.append("")
      wrap(HelpText.half(discussion, in: language))
    }
    lines += ["", HelpMessages.usage.text(in: language)]
    wrap("  " + usage(command, names: names), indent: "")
    let shown = command.arguments?.filter { $0.shouldDisplay != false } ?? []
    let positional = shown.filter { $0.kind == "positional" }
    let options = shown.filter { $0.kind != "positional" }
    section(HelpMessages.arguments, positional.map { entry($0, language) }, language, &lines, width)
    let subcommands = (command.subcommands ?? []).filter {
      $0.commandName != "help" && $0.shouldDisplay != false
    }
    section(
      HelpMessages.commands,
      subcommands.map { ($0.commandName, HelpText.half($0.abstract ?? "", in: language)) },
      language, &lines, width)
    section(HelpMessages.options, options.map { entry($0, language) }, language, &lines, width)
    if names.count == 1 {
      lines += [""] + LineWrapping.lines(HelpMessages.exitCodes.text(in: language), width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(
    _ title: LocalizedText, _ entries: [(String, String)], _ language: Language,
    _ lines: inout [String], _ width: Int
  ) {
    guard !entries.isEmpty else { return }
    lines += ["", title.text(in: language)]
    let column = min(28, (entries.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0) + 4)
    let indent = String(repeating: " ", count: column)
    for (name, text) in entries {
      let wrapped = LineWrapping.lines(text, width: width - column)
      let head = "  " + name
      if DisplayWidth.columns(of: head) + 1 >= column {
        lines.append(head)
        lines += wrapped.map { indent + $0 }
      } else {
        lines.append(DisplayWidth.padded(head, to: column) + (wrapped.first ?? ""))
        lines += wrapped.dropFirst().map { indent + $0 }
      }
    }
  }

  private static func usage(_ command: Command, names: [String]) -> String {
    var parts = names
    for argument in command.arguments ?? [] where argument.shouldDisplay != false {
      let value = argument.valueName ?? "value"
      let isOptional = argument.isOptional ?? false
      let text: String
      switch argument.kind {
      case "positional": text = "<\(value)>" + (argument.isRepeating == true ? " ..." : "")
      case "option": text = "\(optionName(argument)) <\(value)>"
      default: text = optionName(argument)
      }
      parts.append(isOptional || argument.kind == "flag" ? "[\(text)]" : text)
    }
    if command.subcommands?.contains(where: { $0.commandName != "help" }) == true {
      parts.append("<command>")
    }
    return parts.joined(separator: " ")
  }

  private static func entry(_ argument: Argument, _ language: Language) -> (String, String) {
    var text = HelpText.half(argument.abstract ?? "", in: language)
    switch argument.preferredName?.name {
    case "help": text = HelpMessages.showHelp.text(in: language)
    case "version": text = HelpMessages.showVersion.text(in: language)
    default: break
    }
    if let value = argument.defaultValue, !value.isEmpty {
      text += " (\(HelpMessages.standard.text(in: language)): \(value))"
    }
    if argument.kind == "positional" { return ("<\(argument.valueName ?? "")>", text) }
    let names = (argument.names ?? []).map { $0.kind == "short" ? "-\($0.name)" : "--\($0.name)" }
    let value = argument.kind == "option" ? " <\(argument.valueName ?? "value")>" : ""
    return (names.joined(separator: ", ") + value, text)
  }

  private static func optionName(_ argument: Argument) -> String {
    guard let name = argument.preferredName else { return "" }
    return name.kind == "short" ? "-\(name.name)" : "--\(name.name)"
  }

  // MARK: What ArgumentParser tells

  private struct Tool: Decodable {
    var command: Command
  }

  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  private struct Argument: Decodable {
    var kind: String
    var shouldDisplay: Bool?
    var isOptional: Bool?
    var isRepeating: Bool?
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?
  }

  private struct Name: Decodable {
    var kind: String
    var name: String
  }

  private static func root() -> Command? {
    let dump = SalaRoot._dumpHelp()
    return try? JSONDecoder().decode(Tool.self, from: Data(dump.utf8)).command
  }
}

/// The words of help pages that are not a command's own.
enum HelpMessages {
  static let usage = LocalizedText(en: "Usage:", km: "របៀបប្រើ៖")
  static let arguments = LocalizedText(en: "Arguments:", km: "ធាតុ៖")
  static let options = LocalizedText(en: "Options:", km: "ជម្រើស៖")
  static let commands = LocalizedText(en: "Commands:", km: "ពាក្យបញ្ជា៖")
  static let standard = LocalizedText(en: "default", km: "លំនាំដើម")
  static let showHelp = LocalizedText(en: "Show this help.", km: "បង្ហាញជំនួយនេះ។")
  static let showVersion = LocalizedText(en: "Show the version.", km: "បង្ហាញកំណែ។")
  static func unknownCommand(_ name: String, suggestion: String?) -> LocalizedText {
    let guess = suggestion.map { " Did you mean '\($0)'?" } ?? ""
    let guessKhmer = suggestion.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""
    return LocalizedText(
      en: "There is no command '\(name)'.\(guess)",
      km: "គ្មានពាក្យបញ្ជា '\(name)' ទេ។\(guessKhmer)")
  }

  static let exitCodes = LocalizedText(
    en: "Exit codes: 0 done (warnings allowed), 1 errors found, 2 could not run.",
    km: "លេខបញ្ចប់៖ 0 រួចរាល់ (អាចមានការព្រមាន), 1 មានកំហុស, 2 មិនអាចដំណើរការបាន។")
}
