package import Text

/// A table of one row a person whose columns are items, but for those that are named otherwise.
package struct ItemTable: Sendable {
  /// The table.
  package let table: NumberTable
  /// The columns that are items.
  package let items: [Int]
  /// The column of the people's codes, or `nil`.
  package let id: Int?
  /// The column of groups, or `nil`.
  package let group: Int?

  /// Which columns are no items.
  package struct Roles: Sendable {
    /// The column of codes; a column called `id` is one without being named.
    package var id: String?
    /// The column of groups.
    package var group: String?
    /// Columns to pass over.
    package var ignored: [String]
    /// Columns that need not be there; passed over where they are.
    package var optional: [String]

    /// Creates roles.
    package init(
      id: String? = nil, group: String? = nil, ignored: [String] = [], optional: [String] = []
    ) {
      self.id = id
      self.group = group
      self.ignored = ignored
      self.optional = optional
    }
  }

  /// Reads a file; gives `nil` with findings where it is missing or holds what is no score.
  package static func read(
    _ path: String, _ roles: Roles, collector: DiagnosticCollector
  ) -> ItemTable? {
    guard let file = TableFile.open(path, collector: collector) else { return nil }
    return read(file, roles, collector: collector)
  }

  /// Reads the rows of a file whose header is known.
  package static func read(
    _ file: TableFile, _ roles: Roles, collector: DiagnosticCollector
  ) -> ItemTable? {
    let group = roles.group.flatMap {
      file.columns([$0], option: "--group", collector: collector).first
    }
    let ignored =
      file.columns(roles.ignored, option: "--ignore", collector: collector)
      + roles.optional.compactMap(file.column)
    let id: Int?
    if let name = roles.id {
      id = file.columns([name], option: "--id", collector: collector).first
    } else {
      id = file.column("id").flatMap { $0 == group || ignored.contains($0) ? nil : $0 }
    }
    guard !collector.diagnostics.hasErrors else { return nil }
    var kinds = [ColumnKind](repeating: .number, count: file.header.count)
    for place in ignored { kinds[place] = .skipped }
    // What R and pandas write before the rows is the number of the row.
    for (place, name) in file.header.enumerated() where name.isEmpty { kinds[place] = .skipped }
    if let group { kinds[group] = .label }
    if let id { kinds[id] = .id }
    let items = kinds.indices.filter { kinds[$0] == .number }
    guard !items.isEmpty else {
      collector.add(StatisticsMessages.noItems(file.path))
      return nil
    }
    guard let table = file.read(kinds, collector: collector) else { return nil }
    if let id, let twice = table.repeated(id) {
      let labels = table.labels(id)
      let person = labels.texts[Int(labels.codes[twice.first])]
      collector.add(ChangeWords.idTwice(person, rows: twice, file.path))
      return nil
    }
    return ItemTable(table: table, items: items, id: id, group: group)
  }

  /// The names of the items.
  package var names: [String] { items.map { table.header[$0] } }

  /// Returns the code of a row's person; the number of the row, counted from 1, where it has none.
  package func person(_ row: Int) -> String {
    guard let id else { return "\(row + 1)" }
    let labels = table.labels(id)
    return labels.texts[Int(labels.codes[row])]
  }

  /// The different scores of an item in ascending order, or `nil` where there are more than 250.
  package func values(_ item: Int) -> [Double]? {
    let numbers = table.numbers(items[item])
    return numbers.isCompact ? numbers.values : nil
  }

  /// Returns all scores row after row, each turned by its item's table.
  ///
  /// - Parameter tables: For each kept item its place and, by the code of `NumberTable.Numbers`,
  ///   what its cells become.
  /// - Returns: `rows × tables.count` bytes.
  package func cells(_ tables: [(item: Int, bytes: [UInt8])]) -> [UInt8] {
    let width = tables.count
    var result = [UInt8](repeating: 0, count: table.rowCount * width)
    let columns = tables.map { table.numbers(items[$0.item]).codes }
    // Some thousand rows at a time, so that what is written stays near.
    for start in stride(from: 0, to: table.rowCount, by: 2048) {
      let rows = start..<min(table.rowCount, start + 2048)
      for (place, entry) in tables.enumerated() {
        let column = columns[place]
        let bytes = entry.bytes
        var target = start * width + place
        for row in rows {
          result[target] = bytes[Int(column[row])]
          target += width
        }
      }
    }
    return result
  }
}
