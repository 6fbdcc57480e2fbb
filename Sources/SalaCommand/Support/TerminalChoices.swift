import FoundationEssentials
import Source
import Text

/// What people chose for a terminal, so that they are asked once: how questions are drawn, and the
/// language.
///
/// It is a convenience of one machine and no result: it lies outside the journals, in the user's own
/// configuration folder, and a file that cannot be read is passed over.
struct TerminalChoices: Equatable {
  /// How questions are drawn; shaped Khmer by the id of its style.
  enum Drawing: String, Codable, CaseIterable {
    /// Drawn as sextants.
    case sextants
    /// Drawn as quadrants.
    case quadrants
    /// Drawn small.
    case small
    /// Drawn large.
    case large
    /// Drawn as dots of braille.
    case braille
    /// As the terminal shows text.
    case plain
    /// In a page of the browser.
    case page
  }

  /// What tells one kind of terminal from another.
  struct Key: Hashable, Codable {
    var term: String
    var program: String
    var vte: String

    init(term: String, program: String, vte: String) {
      self.term = term
      self.program = program
      self.vte = vte
    }

    /// The terminal that an environment describes.
    init(_ environment: [String: String]) {
      term = environment["TERM"] ?? ""
      program = environment["TERM_PROGRAM"] ?? ""
      vte = environment["VTE_VERSION"] ?? ""
    }
  }

  /// What was chosen for one terminal.
  struct Choice: Equatable {
    var drawing: Drawing?
    var language: Language?
  }

  static let format = 1
  /// The most terminals that are remembered; the one that was chosen for longest ago goes first.
  static let most = 50

  /// The terminals, the latest choice last.
  private(set) var entries: [(key: Key, choice: Choice)] = []

  static func == (left: TerminalChoices, right: TerminalChoices) -> Bool {
    left.entries.map(\.key) == right.entries.map(\.key)
      && left.entries.map(\.choice) == right.entries.map(\.choice)
  }

  /// What was chosen for a terminal; nothing where nothing was.
  subscript(key: Key) -> Choice {
    get { entries.last { $0.key == key }?.choice ?? Choice() }
    set {
      entries.removeAll { $0.key == key }
      if newValue != Choice() { entries.append((key, newValue)) }
      if entries.count > Self.most { entries.removeFirst(entries.count - Self.most) }
    }
  }
}

// MARK: Bytes

extension TerminalChoices {
  private struct File: Codable {
    var format: Int
    var terminals: [Entry]
  }

  private struct Entry: Codable {
    var term: String
    var program: String
    var vte: String
    var drawing: String?
    var language: String?
  }

  /// What a file of choices turned out to be.
  enum Reading: Equatable {
    /// It was read.
    case choices(TerminalChoices)
    /// It is broken, and is passed over and written anew.
    case broken
    /// A newer Sala wrote it, and it is left as it is.
    case newer(Int)
  }

  /// Reads the bytes of a file; a choice that this Sala does not know is none.
  static func decoded(_ bytes: [UInt8]) -> Reading {
    struct Format: Decodable { var format: Int }
    let data = Data(bytes)
    guard let format = try? JSONDecoder().decode(Format.self, from: data).format, format > 0 else {
      return .broken
    }
    if format > Self.format { return .newer(format) }
    guard let file = try? JSONDecoder().decode(File.self, from: data) else { return .broken }
    var choices = TerminalChoices()
    for entry in file.terminals {
      choices[Key(term: entry.term, program: entry.program, vte: entry.vte)] = Choice(
        drawing: entry.drawing.flatMap { Drawing(rawValue: $0) },
        language: entry.language.flatMap { Language(rawValue: $0) })
    }
    return .choices(choices)
  }

  /// The bytes of the file: the same choices give the same bytes.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let file = File(
      format: Self.format,
      terminals: entries.map { key, choice in
        Entry(
          term: key.term, program: key.program, vte: key.vte, drawing: choice.drawing?.rawValue,
          language: choice.language?.rawValue)
      })
    return Array(try encoder.encode(file)) + [0x0A]
  }
}

// MARK: The file

extension TerminalChoices {
  /// The file of a user; `nil` where the environment names no folder for it.
  ///
  /// As the XDG Base Directory Specification says, `XDG_CONFIG_HOME` counts only as an absolute path,
  /// and `~/.config` stands in for it.
  static func path(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/sala/terminals.json"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.config/sala/terminals.json"
  }

  /// Returns what the user chose in the terminal at hand, with a note where the file was passed over.
  static func load(_ environment: [String: String]) -> (choice: Choice, note: LocalizedText?) {
    guard let path = path(environment), FileReading.exists(path) else { return (Choice(), nil) }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      return (Choice(), brokenNote(path))
    }
    switch decoded(Array(data)) {
    case .choices(let choices): return (choices[Key(environment)], nil)
    case .broken: return (Choice(), brokenNote(path))
    case .newer: return (Choice(), newerNote(path))
    }
  }

  /// Remembers a choice for the terminal at hand, whole or not at all.
  ///
  /// - Parameters:
  ///   - choice: What was chosen.
  ///   - environment: Says which terminal it is and where the file lies.
  /// - Returns: Why it is not remembered; `nil` where it is. A quiz goes on in either case.
  static func remember(_ choice: Choice, _ environment: [String: String]) -> LocalizedText? {
    guard let path = path(environment) else { return noPlace }
    var choices = TerminalChoices()
    if let data = try? Data(contentsOf: URL(filePath: path)) {
      switch decoded(Array(data)) {
      case .choices(let known): choices = known
      case .broken: break
      case .newer: return newerNote(path)
      }
    }
    choices[Key(environment)] = choice
    do {
      let folder = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
      try FileWriting.makeFolder(folder)
      try FileWriting.write(try choices.encoded(), to: path)
      return nil
    } catch {
      return CommandMessages.cannotWrite(path)
    }
  }

  private static let noPlace = LocalizedText(
    en: "The choice is not remembered: neither XDG_CONFIG_HOME nor HOME names a folder.",
    km: "ជម្រើសមិនត្រូវបានចងចាំទេ៖ XDG_CONFIG_HOME និង HOME មិនបញ្ជាក់ថតទេ។")

  private static func brokenNote(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' cannot be read and is passed over; the next choice writes it anew.",
      km: "មិនអាចអាន '\(path)' បាន ដូច្នេះវាត្រូវបានរំលង។ ជម្រើសបន្ទាប់នឹងសរសេរវាថ្មី។")
  }

  private static func newerNote(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "A newer Sala wrote '\(path)'; it is left as it is.",
      km: "Sala កំណែថ្មីជាងបានសរសេរ '\(path)'។ វាត្រូវបានទុកដដែល។")
  }
}
