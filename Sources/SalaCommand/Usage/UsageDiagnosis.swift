import Text

/// Reads a command line by the description of the commands and names what is wrong with it.
///
/// ArgumentParser decides whether a call runs; where it refuses one, its reason is in English and
/// names the first fault alone. This reading finds all of them, with their places.
struct UsageDiagnosis {
  /// The command that the line leads to.
  private(set) var command: CommandModel
  /// The names that lead to it, the program's first.
  private(set) var path: [String]
  private(set) var findings: [UsageFinding] = []

  private let arguments: [String]
  private var next = 0
  private var positionals: [Int] = []
  private var given: [String: String] = [:]
  /// Options whose names were typed wrongly: that they are missing needs no second finding.
  private var meant: Set<String> = []

  /// Reads a command line.
  ///
  /// - Parameters:
  ///   - arguments: The words after the program's name.
  ///   - root: The program.
  init(_ arguments: [String], root: CommandModel) {
    self.arguments = arguments
    command = root
    path = [root.commandName]
    readCommand()
    if findings.isEmpty, !command.isGroup { readRest() }
  }

  // MARK: Which command

  private mutating func readCommand() {
    readLeadingLanguage()
    while findings.isEmpty, command.isGroup, next < arguments.count {
      let word = arguments[next]
      guard !Self.isOption(word) else { return readOptionOfGroup(word) }
      guard let found = command.command(word) else {
        let known = command.commands.map(\.commandName)
        // Some type a flag as if it were a command.
        let flag = command.option("--" + word).map(\.typedName)
        return add(
          .unknownCommand(
            word, known: known, suggestion: flag ?? Suggestion.nearest(to: word, in: known)),
          at: next)
      }
      command = found
      path.append(word)
      next += 1
    }
  }

  /// The language of all messages may stand before the command.
  private mutating func readLeadingLanguage() {
    guard let first = arguments.first, Self.split(first).name == "--language" else { return }
    let known = Language.allCases.map(\.rawValue)
    let attached = Self.split(first).value
    guard let value = attached ?? (arguments.count > 1 ? arguments[1] : nil) else {
      return add(.missingValue(option: first, value: "language", looksLikeOption: nil), at: 0)
    }
    let place = attached == nil ? 1 : 0
    if known.contains(value) {
      next = place + 1
    } else {
      add(
        .wrongValue(
          value, of: "--language", allowed: known,
          suggestion: Suggestion.nearest(to: value.lowercased(), in: known)), at: place)
    }
  }

  /// An option where a command is expected: only the program itself has some.
  private mutating func readOptionOfGroup(_ word: String) {
    let (name, attached) = Self.split(word)
    if name == "--generate-completion-script", path.count == 1 {
      let value = attached ?? (next + 1 < arguments.count ? arguments[next + 1] : "")
      let place = attached == nil && next + 1 < arguments.count ? next + 1 : next
      return add(
        .wrongValue(
          value, of: name, allowed: ["bash", "zsh", "fish"],
          suggestion: Suggestion.nearest(to: value, in: ["bash", "zsh", "fish"])), at: place)
    }
    guard command.option(name) == nil else { return add(.notUnderstood, at: next) }
    let below = Self.leaves(command).contains { $0.option(name) != nil }
    let own = command.options.compactMap { $0.preferredName?.typed }
    add(
      below
        ? .optionBeforeCommand(name)
        : .unknownOption(name, suggestion: Suggestion.nearest(to: name, in: own)), at: next)
  }

  private static func leaves(_ command: CommandModel) -> [CommandModel] {
    command.isGroup ? command.commands.flatMap(leaves) : [command]
  }

  // MARK: Its options and arguments

  private mutating func readRest() {
    var isTerminated = false
    while next < arguments.count {
      let word = arguments[next]
      if !isTerminated, word == "--" {
        isTerminated = true
      } else if !isTerminated, Self.isOption(word) {
        readOption(word)
      } else {
        positionals.append(next)
      }
      next += 1
    }
    checkPositionals()
    for option in command.options
    where option.isRequired && given[option.typedName] == nil && !meant.contains(option.typedName) {
      add(
        .missingOption(
          option.typedName, value: option.valueName ?? "", allowed: option.allValues ?? []),
        at: nil)
    }
  }

  private mutating func readOption(_ word: String) {
    let place = next
    let (name, attached) = Self.split(word)
    guard let option = command.option(name) else { return readUnknown(name, attached) }
    guard option.kind == .option else {
      given[option.typedName] = ""
      if let attached { add(.unexpectedValue(flag: name, value: attached), at: place) }
      return
    }
    var valuePlace = place
    let value: String
    if let attached {
      value = attached
    } else if place + 1 < arguments.count, !Self.isOption(arguments[place + 1]) {
      next += 1
      valuePlace = next
      value = arguments[next]
    } else {
      meant.insert(option.typedName)
      let following = place + 1 < arguments.count ? arguments[place + 1] : nil
      let isNumber = following.map { Double(Khmer.withLatinDigits($0)) != nil } ?? false
      if isNumber { next += 1 }
      return add(
        .missingValue(
          option: name, value: option.valueName ?? "", looksLikeOption: isNumber ? following : nil),
        at: isNumber ? next : place)
    }
    if let first = given[option.typedName], option.isRepeating != true, first != value {
      add(.optionTwice(name, first: first, second: value), at: place)
    }
    given[option.typedName] = value
    if let allowed = option.allValues, !allowed.isEmpty, !allowed.contains(value) {
      let guess = Suggestion.nearest(to: value.lowercased(), in: allowed)
      add(.wrongValue(value, of: name, allowed: allowed, suggestion: guess), at: valuePlace)
    }
  }

  /// An unknown option; what follows it is taken for its value, so that one slip is one finding.
  private mutating func readUnknown(_ name: String, _ attached: String?) {
    let place = next
    // '-ob' is '-o' with its value, which has to stand apart.
    let short = String(name.unicodeScalars.prefix(2))
    if !name.hasPrefix("--"), attached == nil, let option = command.option(short),
      option.kind == .option
    {
      meant.insert(option.typedName)
      let value = String(name.unicodeScalars.dropFirst(2))
      return add(.unknownOption(name, suggestion: "\(short) \(value)"), at: place)
    }
    let known = command.options.flatMap { $0.names ?? [] }.map(\.typed).filter {
      $0.hasPrefix("--")
    }
    let beginnings = known.filter { $0.hasPrefix(name) && name.utf8.count > 3 }
    let guess =
      beginnings.count == 1 ? beginnings.first : Suggestion.nearest(to: name, in: known)
    let option = guess.flatMap(command.option)
    if let option { meant.insert(option.typedName) }
    let takesValue = option.map { $0.kind == .option } ?? (name.hasPrefix("--"))
    if takesValue, attached == nil, place + 1 < arguments.count,
      !Self.isOption(arguments[place + 1]), option != nil || needsNoMore(after: place + 1)
    {
      next += 1
    }
    add(.unknownOption(name, suggestion: guess), at: place)
  }

  /// Tells whether the command has its arguments without the word at `place`.
  private func needsNoMore(after place: Int) -> Bool {
    let words = arguments[(place + 1)...].filter { !Self.isOption($0) }.count + positionals.count
    return words >= command.positionals.count { $0.isRequired }
  }

  private mutating func checkPositionals() {
    let wanted = command.positionals
    let required = wanted.filter(\.isRequired)
    for missing in required.dropFirst(positionals.count) {
      add(.missingArgument(missing.valueName ?? ""), at: nil)
    }
    for (index, place) in positionals.enumerated() {
      let argument = index < wanted.count ? wanted[index] : wanted.last
      guard let argument, index < wanted.count || argument.isRepeating == true else {
        return add(.unexpectedArgument(arguments[place], atMost: wanted.count), at: place)
      }
      if let allowed = argument.allValues, !allowed.isEmpty, !allowed.contains(arguments[place]) {
        add(
          .wrongValue(
            arguments[place], of: argument.typedName, allowed: allowed,
            suggestion: Suggestion.nearest(to: arguments[place], in: allowed)), at: place)
      }
    }
  }

  // MARK: Words

  private mutating func add(_ kind: UsageFinding.Kind, at word: Int?) {
    findings.append(UsageFinding(kind: kind, word: word))
  }

  /// Tells whether a word is an option; a hyphen alone is a value, which stands for a stream.
  static func isOption(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.first == UInt8(ascii: "-")
  }

  /// Returns the name of an option, and the value that is joined to it by '='.
  static func split(_ word: String) -> (name: String, value: String?) {
    let scalars = word.unicodeScalars
    guard let equals = scalars.firstIndex(of: "=") else { return (word, nil) }
    return (String(scalars[..<equals]), String(scalars[scalars.index(after: equals)...]))
  }
}

extension UsageDiagnosis {
  /// Adds what a command found wrong with the value of one of its options.
  mutating func add(_ kind: UsageFinding.Kind, option: String) {
    let place = arguments.lastIndex { Self.split($0).name == option }
    guard let place else { return add(kind, at: nil) }
    let isJoined = Self.split(arguments[place]).value != nil
    add(kind, at: isJoined || place + 1 >= arguments.count ? place : place + 1)
  }

  /// Adds what ArgumentParser alone knows: which value is no number, or at least that it refused.
  ///
  /// - Parameter error: Why it refused the call.
  mutating func explain(_ error: any Error) {
    guard findings.isEmpty else { return }
    guard let value = Self.unreadableValue(error) else { return add(.notUnderstood, at: nil) }
    for (place, word) in arguments.enumerated() {
      if word == value {
        let before = place > 0 ? Self.split(arguments[place - 1]).name : ""
        let name = command.option(before)?.typedName
        return add(.noNumber(value, of: name ?? before), at: place)
      }
      let (name, attached) = Self.split(word)
      if attached == value { return add(.noNumber(value, of: name), at: place) }
    }
    add(.notUnderstood, at: nil)
  }

  /// Returns the value that ArgumentParser could not read; its errors are not public, but can be
  /// looked into.
  private static func unreadableValue(_ error: any Error) -> String? {
    func child(_ value: Any, _ label: String) -> Any? {
      Mirror(reflecting: value).children.first { $0.label == label }?.value
    }
    let inner = child(error, "parserError") ?? error
    guard let payload = child(inner, "unableToParseValue") else { return nil }
    return Mirror(reflecting: payload).children.lazy.compactMap { $0.value as? String }.first
  }
}
