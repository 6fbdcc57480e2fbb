package import Source
package import Text

/// Reads the three files that say how a curriculum reaches people.
package enum ProgrammeLoading {
  /// The newest `format:` of these files that is read.
  package static let format = 1
  /// The names of the files in a curriculum's folder: cascade, delivery, results framework.
  package static let fileNames = ["cascade.yaml", "delivery.yaml", "results-framework.yaml"]

  /// Reads the files of a folder on disk; a file that is not there is no finding.
  ///
  /// - Parameters:
  ///   - folder: The curriculum's folder.
  ///   - shown: The folder as findings show it.
  ///   - collector: Receives the findings, also about what does not agree between the files.
  /// - Returns: What could be read.
  package static func load(
    folder: String, shownAs shown: String, collector: DiagnosticCollector
  ) -> Programme {
    let files = fileNames.map { name -> SourceFile? in
      guard FileReading.exists(folder + "/" + name) else { return nil }
      return FileReading.file(
        folder + "/" + name, shownAs: shown + "/" + name, collector: collector)
    }
    return read(
      cascade: files[0], delivery: files[1], results: files[2], collector: collector)
  }

  /// Reads the files from texts.
  ///
  /// - Parameters:
  ///   - cascade: The file `cascade.yaml`, if there is one.
  ///   - delivery: The file `delivery.yaml`, if there is one.
  ///   - results: The file `results-framework.yaml`, if there is one.
  ///   - collector: Receives the findings, also about what does not agree between the files.
  /// - Returns: What could be read.
  package static func read(
    cascade: SourceFile?, delivery: SourceFile?, results: SourceFile?,
    collector: DiagnosticCollector
  ) -> Programme {
    let plan = cascade.flatMap { CascadeReading.read($0, collector: collector) }
    let steps = delivery.flatMap { DeliveryReading.read($0, collector: collector) }
    let framework = results.flatMap { ResultsReading.read($0, collector: collector) }
    let programme = Programme(
      cascade: plan?.plan, delivery: steps?.plan, results: framework?.framework,
      files: [plan?.status, steps?.status, framework?.status].compactMap { $0 })
    collector.add(
      contentsOf: ProgrammeRules.findings(
        programme, files: [cascade, delivery, results].compactMap { $0 }))
    return programme
  }

  /// Reads a cascade alone, such as the plan that a person names on the command line.
  ///
  /// What other files would have to confirm, such as the steps of the delivery path, is not asked.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - collector: Receives the findings.
  /// - Returns: The plan, or `nil` where nothing can be planned.
  package static func cascade(
    _ file: SourceFile, collector: DiagnosticCollector
  ) -> CascadePlan? {
    CascadeReading.read(file, collector: collector)?.plan
  }
}
