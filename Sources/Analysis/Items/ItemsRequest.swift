package import Psychometrics
import Source
package import Text

/// What `sala analyse items` is asked.
package struct ItemsRequest: Sendable {
  /// The table: a row for each person, a column for each item.
  package var path: String
  /// The table of keys, `item,key`; without it the cells are scores.
  package var key: String?
  /// Columns that are no items.
  package var ignored: [String]
  /// What to do with missing answers; `nil` means zero with a key and listwise without.
  package var missing: MissingRule?

  /// Creates a request.
  package init(
    path: String, key: String? = nil, ignored: [String] = [], missing: MissingRule? = nil
  ) {
    self.path = path
    self.key = key
    self.ignored = ignored
    self.missing = missing
  }

  /// Reads the tables and reckons; gives `nil` with findings where that cannot be.
  package func run(_ collector: DiagnosticCollector) -> ItemsResult? {
    guard let file = TableFile.open(path, collector: collector) else { return nil }
    let ignored = Set(file.columns(ignored, option: "--ignore", collector: collector))
    var keys: [String: [String]]?
    if let key {
      keys = AnswerKey.read(key, collector: collector)
      if keys == nil { return nil }
    }
    let kinds = kinds(file, ignored, keys, collector)
    guard !collector.diagnostics.hasErrors,
      let table = file.read(kinds, collector: collector)
    else { return nil }
    let places = kinds.indices.filter { kinds[$0] == .option || kinds[$0] == .number }
    guard !places.isEmpty else {
      collector.add(ItemsWords.noItems(path))
      return nil
    }
    var items: [CodedItem] = []
    for place in places {
      let name = file.header[place]
      if let keys {
        items.append(Self.keyed(name, table.options(place), keys[name] ?? []))
      } else {
        let numbers = table.numbers(place)
        guard numbers.isCompact else {
          collector.add(TableMessages.tooManyOptions(name, SourceLocation(file: path)))
          continue
        }
        items.append(
          CodedItem(
            id: name, options: numbers.values.map(Self.plain), scores: numbers.values,
            codes: numbers.codes))
      }
    }
    guard !collector.diagnostics.hasErrors else { return nil }
    let rule = missing ?? (keys == nil ? .listwise : .zero)
    return ItemsResult(
      path: path, people: table.rowCount, keys: keys,
      statistics: ItemStatistics(items, missing: rule))
  }

  private func kinds(
    _ file: TableFile, _ ignored: Set<Int>, _ keys: [String: [String]]?,
    _ collector: DiagnosticCollector
  ) -> [ColumnKind] {
    if let keys {
      for name in keys.keys.sorted() where !file.header.contains(name) {
        collector.add(
          ItemsWords.keyWithoutColumn(
            name, path: path, suggestion: Suggestion.nearest(to: name, in: file.header)))
      }
    }
    return file.header.enumerated().map { place, name in
      if ignored.contains(place) || name.isEmpty || name.lowercased() == "id" { return .skipped }
      if let keys { return keys[name] == nil ? .skipped : .option }
      return .number
    }
  }

  /// Returns an item by its key; a keyed answer that nobody gave is an option too.
  private static func keyed(
    _ name: String, _ column: NumberTable.Options, _ key: [String]
  ) -> CodedItem {
    let options = column.texts + key.filter { !column.texts.contains($0) }
    return CodedItem(
      id: name, options: options, scores: options.map { key.contains($0) ? 1 : 0 },
      codes: column.codes)
  }

  /// Returns a score without needless decimals.
  private static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

/// The table of keys.
enum AnswerKey {
  /// Returns the right answers of each item; several are parted by `|`.
  static func read(_ path: String, collector: DiagnosticCollector) -> [String: [String]]? {
    guard let file = FileReading.file(path, collector: collector),
      let table = CSVTable(file, collector: collector)
    else { return nil }
    guard let item = table.column("item"), let key = table.column("key") else {
      collector.add(ItemsWords.keyColumns(path))
      return nil
    }
    var keys: [String: [String]] = [:]
    for row in table.rows {
      let answers = row.cells[key].split(separator: "|").map { text in
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let place = file.location(row.line)
      if row.cells[item].isEmpty || answers.isEmpty {
        collector.add(ItemsWords.emptyKey(place, excerpt: file.line(row.line)))
      } else if keys.updateValue(answers, forKey: row.cells[item]) != nil {
        collector.add(
          ItemsWords.keyTwice(row.cells[item], place, excerpt: file.line(row.line)))
      }
    }
    if keys.isEmpty, !collector.diagnostics.hasErrors { collector.add(ItemsWords.noKeys(path)) }
    return collector.diagnostics.hasErrors ? nil : keys
  }
}
