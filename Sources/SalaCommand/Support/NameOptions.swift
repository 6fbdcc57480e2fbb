import ArgumentParser
import Records
import Source
import Terminal
import Text

/// Where the names come from that are printed; they are never recorded beside codes.
struct NameOptions: ParsableArguments {
  @Option(
    help: help(
      "A table of names outside the records: code,khmer-name,latin-name.",
      "តារាងឈ្មោះនៅក្រៅកំណត់ត្រា៖ code,khmer-name,latin-name។"))
  var names: String?
  @Flag(
    help: help(
      "Take the names from the event's register, which asks for its passphrase.",
      "យកឈ្មោះពីបញ្ជីឈ្មោះនៃព្រឹត្តិការណ៍ ដែលត្រូវការឃ្លាសម្ងាត់។"))
  var register = false
  @OptionGroup var passphrase: PassphraseOption

  /// Returns the names by code: those of the register, then those of the table in their place.
  func names(
    of event: EventSummary, _ store: Store, _ console: Console, _ language: Language
  ) throws -> [String: PersonName] {
    var found: [String: PersonName] = [:]
    if register {
      let secret = try passphrase.known(event.id, console, language)
      found = try store.register(event.id, passphrase: secret).names
    }
    guard let path = names else { return found }
    let collector = DiagnosticCollector()
    guard let source = FileReading.file(path, collector: collector) else {
      console.report(collector.diagnostics, in: language)
      throw CommandFailure(
        CommandMessages.missingFile(path), code: FileReading.exists(path) ? 1 : 2)
    }
    if let table = CSVTable(source, collector: collector) {
      let read = RegisterReading.names(
        table, enrolled: Set(event.learners.map(\.code)), collector: collector)
      found.merge(read) { $1 }
    }
    console.report(collector.diagnostics, in: language)
    if collector.diagnostics.hasErrors {
      throw CommandFailure(CertificateWords.mendNames(path), code: 1)
    }
    return found
  }
}
