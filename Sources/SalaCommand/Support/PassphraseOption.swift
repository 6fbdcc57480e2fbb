import ArgumentParser
import Records
import Source
import Terminal
import Text

/// Where a passphrase comes from: a file, the environment, or the person at the terminal; never an
/// argument, which everybody on the machine can read.
struct PassphraseOption: ParsableArguments {
  @Option(
    help: help(
      "File whose first line is the passphrase; else SALA_PASSPHRASE; else it is asked for.",
      "ឯកសារដែលបន្ទាត់ទីមួយជាឃ្លាសម្ងាត់។ បើមិនបញ្ជាក់ ប្រើ SALA_PASSPHRASE ឬសួរ។"))
  var passphraseFile: String?

  /// Returns the passphrase of something that has one.
  func known(_ what: String, _ console: Console, _ language: Language) throws -> String {
    try given(console)
      ?? typed(PassphraseWords.ask(what), console, language)
  }

  /// Returns a passphrase for something new; one that is typed is typed twice.
  func new(_ what: String, _ console: Console, _ language: Language) throws -> String {
    if let given = try given(console) { return given }
    return try Self.chosen(what, console, language)
  }

  /// Asks for a new passphrase, twice.
  static func chosen(_ what: String, _ console: Console, _ language: Language) throws -> String {
    let option = PassphraseOption()
    let first = try option.typed(PassphraseWords.choose(what), console, language)
    let second = try option.typed(PassphraseWords.again, console, language)
    guard first == second else { throw CommandFailure(PassphraseWords.differ, code: 1) }
    return first
  }

  private func given(_ console: Console) throws -> String? {
    if let passphraseFile { return try Self.firstLine(passphraseFile) }
    guard let named = console.environment["SALA_PASSPHRASE"], !named.isEmpty else { return nil }
    return named
  }

  /// The first line of a file, without its end.
  static func firstLine(_ path: String) throws -> String {
    let collector = DiagnosticCollector()
    guard let file = FileReading.file(path, collector: collector) else {
      throw CommandFailure(CommandMessages.missingFile(path))
    }
    let line = file.lines.first.map { String($0) } ?? ""
    guard !line.isEmpty else { throw CommandFailure(PassphraseWords.emptyFile(path)) }
    return line
  }

  private func typed(
    _ prompt: LocalizedText, _ console: Console, _ language: Language
  ) throws -> String {
    guard let typed = console.readSecret(prompt.text(in: language)), !typed.isEmpty else {
      throw CommandFailure(PassphraseWords.none)
    }
    return typed
  }
}

/// The words about passphrases.
enum PassphraseWords {
  static func ask(_ what: String) -> LocalizedText {
    LocalizedText(en: "Passphrase of '\(what)': ", km: "ឃ្លាសម្ងាត់របស់ '\(what)'៖ ")
  }

  static func choose(_ what: String) -> LocalizedText {
    LocalizedText(
      en: "New passphrase for '\(what)': ", km: "ឃ្លាសម្ងាត់ថ្មីសម្រាប់ '\(what)'៖ ")
  }

  static let again = LocalizedText(en: "Once more: ", km: "វាយម្តងទៀត៖ ")

  static let differ = LocalizedText(
    en: "The two are not the same; nothing was changed.",
    km: "ឃ្លាសម្ងាត់ទាំងពីរមិនដូចគ្នាទេ។ គ្មានអ្វីត្រូវបានប្តូរទេ។")

  static let none = LocalizedText(
    en:
      "A passphrase is needed. Type it at the terminal, or name a file with --passphrase-file, or set SALA_PASSPHRASE.",
    km:
      "ត្រូវការឃ្លាសម្ងាត់។ សូមវាយវានៅស្ថានីយកុំព្យូទ័រ ឬបញ្ជាក់ឯកសារដោយ --passphrase-file ឬកំណត់ SALA_PASSPHRASE។")

  static func emptyFile(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "The first line of '\(path)' is empty; it must be the passphrase.",
      km: "បន្ទាត់ទីមួយនៃ '\(path)' ទទេ។ បន្ទាត់នោះត្រូវជាឃ្លាសម្ងាត់។")
  }
}
