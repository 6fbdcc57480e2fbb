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
    guard var command = CommandModel.root else { return "" }
    var names = [command.commandName]
    for name in path {
      guard let next = command.command(name) else { break }
      command = next
      names.append(next.commandName)
    }
    return page(command, names: names, language: language, width: min(100, max(40, width)))
  }

  // MARK: Layout

  /// Returns text in lines that break at spaces and between Khmer words, never within a name such as
  /// `--dry-run` or `siem-reap`, which is copied as it stands.
  static func wrapped(_ text: String, width: Int, indent: String = "") -> [String] {
    LineWrapping.lines(text.replacing("-", with: "\u{2011}"), width: width, indent: indent)
      .map { $0.replacing("\u{2011}", with: "-") }
  }

  private static func page(
    _ command: CommandModel, names: [String], language: Language, width: Int
  ) -> String {
    var lines: [String] = []
    func wrap(_ text: String, indent: String = "") {
      lines += wrapped(indent + text, width: width, indent: indent)
    }
    if let abstract = command.abstract { wrap(HelpText.half(abstract, in: language)) }
    if let discussion = command.discussion, !discussion.isEmpty {
      lines.append("")
      wrap(HelpText.half(discussion, in: language))
    }
    lines.append("")
    lines += usageLines(command, names: names, language: language, width: width)
    let shown = command.arguments?.filter { $0.shouldDisplay != false } ?? []
    let positional = shown.filter { $0.kind == .positional }
    var options = shown.filter { $0.kind != .positional }.map { entry($0, language) }
    if names.count == 1 {
      options.insert(
        ("--language <en|km>", HelpMessages.languageOfAll.text(in: language)), at: 0)
    }
    section(HelpMessages.arguments, positional.map { entry($0, language) }, language, &lines, width)
    section(
      HelpMessages.commands,
      command.commands.map { ($0.commandName, HelpText.half($0.abstract ?? "", in: language)) },
      language, &lines, width)
    section(HelpMessages.options, options, language, &lines, width)
    examples(HelpExamples.of(names), language, &lines, width)
    section(
      HelpMessages.exitCodes,
      HelpMessages.exitCodeMeanings.map { ($0.code, $0.meaning.text(in: language)) },
      language, &lines, width)
    if command.isGroup {
      lines.append("")
      wrap(HelpMessages.helpOfCommand(names.joined(separator: " ")).text(in: language))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns how a command is called, under its heading, broken between its parts.
  static func usageLines(
    _ command: CommandModel, names: [String], language: Language, width: Int
  ) -> [String] {
    var lines = [HelpMessages.usage.text(in: language)]
    var line = "  " + names.joined(separator: " ")
    for part in usage(command, isRoot: names.count == 1, language: language) {
      if DisplayWidth.columns(of: line) + 1 + DisplayWidth.columns(of: part) > width {
        lines.append(line)
        line = "    " + part
      } else {
        line += " " + part
      }
    }
    return lines + [line]
  }

  private static func section(
    _ title: LocalizedText, _ entries: [(String, String)], _ language: Language,
    _ lines: inout [String], _ width: Int
  ) {
    guard !entries.isEmpty else { return }
    lines += ["", title.text(in: language)]
    // On a narrow terminal the text stands below its name, not in what is left beside it.
    let widest = (entries.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0) + 4
    let column = width < 60 && widest > 12 ? 6 : min(28, widest)
    let indent = String(repeating: " ", count: column)
    for (name, text) in entries {
      let wrapped = wrapped(text, width: width - column)
      let head = "  " + name
      if DisplayWidth.columns(of: head) + 1 >= column {
        lines += headLines(head, width: width)
        lines += wrapped.map { indent + $0 }
      } else {
        lines.append(DisplayWidth.padded(head, to: column) + (wrapped.first ?? ""))
        lines += wrapped.dropFirst().map { indent + $0 }
      }
    }
  }

  /// Returns the names of an option; a value's name that does not fit goes below.
  private static func headLines(_ head: String, width: Int) -> [String] {
    guard DisplayWidth.columns(of: head) > width,
      let space = head.unicodeScalars.lastIndex(of: " ")
    else { return [head] }
    return [String(head[..<space]), "     " + String(head[space...])]
  }

  private static func examples(
    _ examples: [HelpExample], _ language: Language, _ lines: inout [String], _ width: Int
  ) {
    guard !examples.isEmpty else { return }
    lines += ["", HelpMessages.examples.text(in: language)]
    for example in examples {
      lines += wrapped("  " + example.text.text(in: language), width: width, indent: "  ")
      var line = "    sala"
      for word in example.words {
        // A backslash lets the shell read on, so a broken line can be copied as it stands.
        if line.utf8.count + 1 + word.utf8.count > width - 2, line != "    sala" {
          lines.append(line + " \\")
          line = "      " + word
        } else {
          line += " " + word
        }
      }
      lines.append(line)
    }
  }

  // MARK: Parts

  private static func usage(
    _ command: CommandModel, isRoot: Bool, language: Language
  ) -> [String] {
    var parts: [String] = []
    if isRoot { parts.append("[--language <en|km>]") }
    for argument in command.arguments ?? []
    where argument.shouldDisplay != false && (isRoot || !argument.isEverywhere) {
      let value = ValueNames.text(argument.valueName ?? "value").text(in: language)
      let text: String
      switch argument.kind {
      case .positional: text = "<\(value)>" + (argument.isRepeating == true ? " ..." : "")
      case .option:
        text =
          "\(argument.typedName) <\(value)>" + (argument.isRepeating == true ? " ..." : "")
      case .flag: text = argument.typedName
      }
      parts.append(argument.isRequired ? text : "[\(text)]")
    }
    if command.isGroup {
      parts.append("<\(HelpMessages.commandName.text(in: language))>")
    }
    return parts
  }

  private static func entry(
    _ argument: CommandModel.Argument, _ language: Language
  ) -> (String, String) {
    var text = HelpText.half(argument.abstract ?? "", in: language)
    switch argument.preferredName?.name {
    case "help": text = HelpMessages.showHelp.text(in: language)
    case "version": text = HelpMessages.showVersion.text(in: language)
    default: break
    }
    if let values = argument.allValues, !values.isEmpty, !isNaming(values, in: text) {
      text += " " + HelpMessages.values(values).text(in: language)
    }
    if let value = argument.defaultValue, !value.isEmpty {
      text += " (\(HelpMessages.standard(value).text(in: language)))"
    }
    let name = ValueNames.text(argument.valueName ?? "value").text(in: language)
    if argument.kind == .positional { return ("<\(name)>", text) }
    let names = (argument.names ?? []).map(\.typed)
    let value = argument.kind == .option ? " <\(name)>" : ""
    return (names.joined(separator: ", ") + value, text)
  }

  /// Tells whether a text names all values already, with what each is for.
  private static func isNaming(_ values: [String], in text: String) -> Bool {
    let words = Set(
      text.unicodeScalars.split { scalar in
        !(scalar.properties.isAlphabetic && scalar.value < 0x80)
          && !("0"..."9").contains(scalar) && scalar != "-"
      }.map { String(String.UnicodeScalarView($0)) })
    return values.allSatisfy(words.contains)
  }
}
