package import Source
package import Text

/// Reads `statistics.yaml` and `statistics.csv`: what is known of each item.
package enum StatisticsReading {
  /// The newest format this reader knows.
  package static let format = 1
  /// The columns of the table, and the keys of an entry.
  package static let columns = ["item", "n", "difficulty", "discrimination", "form", "date"]
  private static let mostPeople = 10_000_000

  /// One record.
  package struct Record: Sendable, Hashable {
    /// The item.
    package var item: Located<String>
    /// What was found.
    package var statistics: ItemStatistics
  }

  /// Returns the records of a YAML file; entries with a mistake are findings and left out.
  package static func yaml(_ file: SourceFile, collector: DiagnosticCollector) -> [Record] {
    guard
      let map = YAMLReading.map(
        file, keys: ["statistics"], format: format, collector: collector)
    else { return [] }
    return map.maps("statistics", keys: columns).compactMap { entry in
      guard let item = entry.located("item"), let n = entry.integer("n", in: 1...mostPeople),
        let difficulty = entry.number("difficulty", in: 0...1)
      else { return nil }
      let hasDiscrimination = entry.has("discrimination")
      let discrimination = entry.number("discrimination", in: -1...1, required: false)
      if hasDiscrimination, discrimination == nil { return nil }
      let date = entry.text("date", required: false) ?? ""
      guard date.isEmpty || isDate(date) else {
        entry.report(
          "wrong-kind", at: "date", FormMessages.badStatistic("date", date),
          remedy: FormMessages.statisticRemedy("date"))
        return nil
      }
      return Record(
        item: item,
        statistics: ItemStatistics(
          n: n, difficulty: difficulty, discrimination: discrimination,
          source: entry.text("form", required: false) ?? "", date: date))
    }
  }

  /// Returns the records of a CSV file with the columns `item`, `n` and `difficulty`, and if need
  /// be `discrimination`, `form` and `date`; rows with a mistake are findings and left out.
  package static func csv(_ file: SourceFile, collector: DiagnosticCollector) -> [Record] {
    guard let table = CSVTable(file, collector: collector) else { return [] }
    let missing = columns.prefix(3).filter { table.column($0) == nil }
    guard missing.isEmpty else {
      for name in missing {
        collector.add(
          file.diagnostic(
            "missing-column", line: 1, FormMessages.missingColumn(name),
            remedy: FormMessages.missingColumnRemedy(columns)))
      }
      return []
    }
    let places = columns.map { table.column($0) }
    return table.rows.compactMap { row in
      let cells = places.map { $0.map { row.cells[$0] } ?? "" }
      return record(cells, line: row.line, file: file, collector: collector)
    }
  }

  private static func record(
    _ cells: [String], line: Int, file: SourceFile, collector: DiagnosticCollector
  ) -> Record? {
    var wrong: Int?
    func number(_ column: Int, in range: ClosedRange<Double>) -> Double? {
      if let number = Response.number(cells[column]), range.contains(number) { return number }
      wrong = wrong ?? column
      return nil
    }
    if cells[0].isEmpty { wrong = 0 }
    let n = number(1, in: 1...Double(mostPeople))
    if let n, n != n.rounded() { wrong = wrong ?? 1 }
    let difficulty = number(2, in: 0...1)
    let discrimination = cells[3].isEmpty ? nil : number(3, in: -1...1)
    if !cells[5].isEmpty, !isDate(cells[5]) { wrong = wrong ?? 5 }
    if let wrong {
      collector.add(
        file.diagnostic(
          "wrong-kind", line: line, FormMessages.badStatistic(columns[wrong], cells[wrong]),
          remedy: FormMessages.statisticRemedy(columns[wrong])))
      return nil
    }
    guard let n, let difficulty else { return nil }
    return Record(
      item: Located(cells[0], at: file.location(line, 1)),
      statistics: ItemStatistics(
        n: Int(n), difficulty: difficulty, discrimination: discrimination, source: cells[4],
        date: cells[5]))
  }

  /// Returns the bank with its statistics, those of one item pooled.
  package static func attach(_ records: [Record], to bank: [Item]) -> [Item] {
    guard !records.isEmpty else { return bank }
    let byItem = Dictionary(grouping: records, by: \.item.value)
    return bank.map { item in
      guard let found = byItem[item.id] else { return item }
      var item = item
      item.statistics = ItemStatistics.pooled(found.map(\.statistics))
      return item
    }
  }

  /// Tells whether a text is a date such as `2026-11-23`, by its shape and the range of its parts.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
