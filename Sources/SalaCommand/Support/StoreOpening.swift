import ArgumentParser
import FoundationEssentials
import Records
import Terminal
import Text

/// The option that names a store of records.
struct StoreOption: ParsableArguments {
  @Option(
    help: help(
      "Folder of the records; else SALA_STORE, else ./records.",
      "ថតកំណត់ត្រា។ បើមិនបញ្ជាក់ ប្រើ SALA_STORE ឬ ./records។"))
  var store: String?

  /// Returns the folder that is meant.
  func folder(_ console: Console) throws -> String {
    if let store {
      // Paths under an empty name would lie at the root of the machine.
      guard !store.isEmpty else { throw CommandFailure(CommandMessages.emptyStore) }
      return store
    }
    if let named = console.environment["SALA_STORE"], !named.isEmpty { return named }
    return "records"
  }

  /// Opens the store and reports what is wrong with it.
  func open(
    _ console: Console, _ language: Language, kind: StoreOptions.Kind = .any, creates: Bool = true
  ) throws -> Store {
    let store = try Store.open(
      try folder(console), options: Self.options(console, kind: kind, creates: creates))
    if !store.findings.isEmpty { console.report(store.findings, in: language) }
    return store
  }

  /// Returns options whose time and chance come from the console.
  static func options(
    _ console: Console, kind: StoreOptions.Kind, creates: Bool
  ) -> StoreOptions {
    let machine =
      (try? Data(contentsOf: URL(filePath: "/etc/machine-id"))).map {
        String(decoding: $0, as: UTF8.self)
      } ?? ""
    let clock = console.clock
    guard let device = console.environment["SALA_DEVICE"] else {
      return StoreOptions(clock: clock, machine: machine, kind: kind, createsIfMissing: creates)
    }
    return StoreOptions(
      clock: clock, makeDeviceID: { device }, machine: machine, kind: kind,
      createsIfMissing: creates)
  }
}

extension Console {
  /// Returns the time of the console as journals write it.
  var clock: @Sendable () -> String {
    let now = now
    return { Timestamp.text(unixMilliseconds: Int((now() * 1000).rounded(.down))) }
  }
}

extension FactPlan {
  /// Reports the findings and appends the facts.
  func carryOut(in store: Store, _ console: Console, _ language: Language) throws -> Int32 {
    console.report(findings, in: language)
    if findings.hasErrors { return 1 }
    try store.append(facts)
    return 0
  }

  /// Carries the plan out and says what was recorded, where anything was; an error among the
  /// findings `after` which it comes lets nothing be recorded.
  func carryOut(
    in store: Store, _ console: Console, _ language: Language, after wrong: [Diagnostic] = [],
    saying words: LocalizedText
  ) throws -> Int32 {
    let code = try FactPlan(facts: facts, findings: wrong + findings)
      .carryOut(in: store, console, language)
    if code == 0, !facts.isEmpty { console.line(words.text(in: language)) }
    return code
  }
}
