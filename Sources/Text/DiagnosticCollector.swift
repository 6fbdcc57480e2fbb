/// Gathers the findings of one pass over somebody's files.
///
/// A reader hands it down instead of throwing, so that one run reports every mistake.
package final class DiagnosticCollector {
  /// What was found so far, in the order of finding.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Creates an empty collector.
  package init() {}

  /// Adds one finding.
  package func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Adds several findings.
  package func add(contentsOf more: some Sequence<Diagnostic>) {
    diagnostics.append(contentsOf: more)
  }
}
