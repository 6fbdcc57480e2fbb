import Document
package import Psychometrics
package import Text

/// Asks whether items are harder for one group than for equally able people of another (DIF).
package struct FairnessAnalysis: Sendable {
  /// What is asked for.
  package struct Request: Sendable {
    /// What classes are taken from.
    package var method: ItemFairness.Method
    /// Whether items that differ are taken out of the matching score.
    package var purifies: Bool
    /// The label of the group that the others are compared with; `nil` for the largest.
    package var reference: String?
    /// The fewest people of a group; `nil` for what the literature says.
    package var fewest: Int?

    /// Creates a request.
    package init(
      method: ItemFairness.Method = .mantelHaenszel, purifies: Bool = false,
      reference: String? = nil, fewest: Int? = nil
    ) {
      self.method = method
      self.purifies = purifies
      self.reference = reference
      self.fewest = fewest
    }
  }

  /// The comparison of one group with the reference.
  struct Comparison {
    var focal: String
    var result: ItemFairness
  }

  let input: ItemTable
  let request: Request

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - input: The scores, with a column of groups.
  ///   - request: What is asked for.
  ///   - language: The language of what programs read as text.
  ///   - collector: Receives what is wrong with the data.
  /// - Returns: The answer, or `nil` where the data cannot be compared.
  package static func answer(
    _ input: ItemTable, _ request: Request, language: Language, collector: DiagnosticCollector
  ) -> AnalysisAnswer? {
    let analysis = FairnessAnalysis(input: input, request: request)
    guard analysis.checkScores(collector) else { return nil }
    return analysis.answer(language, collector)
  }

  private func checkScores(_ collector: DiagnosticCollector) -> Bool {
    let isWhole = request.method == .standardization
    let odd = input.names.enumerated().filter { item, _ in
      let isGood =
        input.values(item)?.allSatisfy { value in
          isWhole ? value >= 0 && value <= 63 && value.rounded() == value : value == 0 || value == 1
        } ?? false
      return !isGood
    }.map(\.element)
    guard odd.isEmpty else {
      collector.add(
        isWhole
          ? StatisticsMessages.notWhole(odd, input.table.path)
          : StatisticsMessages.notZeroOrOne(odd, input.table.path))
      return false
    }
    guard input.names.count > 1 else {
      collector.add(FairnessWords.oneItem(input.table.path))
      return false
    }
    return true
  }

  /// The people with all scores and a group.
  private struct Groups {
    var counts: [String: Int] = [:]
    /// For each kept person the group.
    var labels: [String] = []
    /// For each item the kept people's scores.
    var columns: [[UInt8]] = []
    var withoutGroup = 0
    var withoutScore = 0
  }

  private func groups() -> Groups {
    var groups = Groups()
    guard let column = input.group else { return groups }
    let labels = input.table.labels(column)
    let numbers = input.items.map { input.table.numbers($0) }
    groups.columns = numbers.map { _ in [] }
    for row in 0..<input.table.rowCount {
      let label = labels.texts[Int(labels.codes[row])]
      guard !label.isEmpty, label != "NA" else {
        groups.withoutGroup += 1
        continue
      }
      guard numbers.allSatisfy({ $0.codes[row] != 0 }) else {
        groups.withoutScore += 1
        continue
      }
      groups.labels.append(label)
      groups.counts[label, default: 0] += 1
      for (place, own) in numbers.enumerated() {
        groups.columns[place].append(UInt8(own.values[Int(own.codes[row]) - 1]))
      }
    }
    return groups
  }

  /// The reference group: the one that was named, one that is called so, or the largest; of equal
  /// ones the first by its bytes.
  private func reference(_ counts: [String: Int]) -> String? {
    if let named = request.reference { return counts[named] == nil ? nil : named }
    let called = counts.keys.filter { ["reference", "ref"].contains($0.lowercased()) }
    if let only = called.first, called.count == 1 { return only }
    let isFocal = { (label: String) in label.lowercased() == "focal" }
    return counts.sorted { one, two in
      if isFocal(one.key) != isFocal(two.key) { return isFocal(two.key) }
      if one.value != two.value { return one.value > two.value }
      return Array(one.key.utf8).lexicographicallyPrecedes(Array(two.key.utf8))
    }.first?.key
  }

  private func answer(_ language: Language, _ collector: DiagnosticCollector) -> AnalysisAnswer? {
    let path = input.table.path
    let groups = groups()
    guard let reference = reference(groups.counts) else {
      collector.add(
        FairnessWords.noReference(request.reference ?? "", groups.counts.keys.sorted(), path))
      return nil
    }
    let fewest = request.fewest ?? ItemFairness.fewest
    var notes = AnswerNotes()
    if groups.withoutGroup > 0 {
      notes.add("no-group", .info, FairnessWords.withoutGroup(groups.withoutGroup))
    }
    if groups.withoutScore > 0 {
      notes.add("missing", .info, FairnessWords.withoutScore(groups.withoutScore))
    }
    let others = groups.counts.keys.filter { $0 != reference }.sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
    guard !others.isEmpty else {
      collector.add(FairnessWords.oneGroup(reference, path))
      return nil
    }
    let small = groups.counts.filter { $0.value < fewest }.sorted { $0.key < $1.key }
    let compared =
      groups.counts[reference] ?? 0 < fewest
      ? []
      : others.filter {
        groups.counts[$0] ?? 0 >= fewest
      }
    let refusal =
      small.isEmpty ? nil : FairnessWords.tooSmall(small.map { ($0.key, $0.value) }, fewest, path)
    if let refusal { notes.add("too-small", .warning, refusal.message) }
    let few = compared.filter { label in
      min(groups.counts[label] ?? 0, groups.counts[reference] ?? 0) < ItemFairness.advised
    }
    if !few.isEmpty { notes.add("few-people", .warning, FairnessWords.few(few)) }
    let comparisons = compared.map { focal in
      let rows = groups.labels.indices.filter {
        groups.labels[$0] == focal || groups.labels[$0] == reference
      }
      return Comparison(
        focal: focal,
        result: ItemFairness(
          columns: groups.columns.map { column in rows.map { column[$0] } }, items: input.names,
          isFocal: rows.map { groups.labels[$0] == focal }, method: request.method,
          purifies: request.purifies))
    }
    if comparisons.contains(where: { !$0.result.isSettled }) {
      notes.add("not-settled", .warning, FairnessWords.notSettled)
    }
    let view = FairnessView(
      names: input.names, groupColumn: input.group.map { input.table.header[$0] } ?? "",
      request: request, reference: reference, counts: groups.counts, comparisons: comparisons,
      notes: notes)
    return AnalysisAnswer(json: view.json(language), document: view.document, refusal: refusal)
  }
}
