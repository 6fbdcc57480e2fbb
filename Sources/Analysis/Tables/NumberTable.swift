import Psychometrics
import Source
package import Text

/// A table of numbers, answers and names, each column kept as compactly as its values allow.
///
/// The columns stand in the order of the file and the rows too. Findings say where a cell is no
/// number; a table with such cells is not made, so nothing is skipped in silence.
package struct NumberTable: Sendable {
  /// The path of the file, as findings show it.
  package let path: String
  /// The names of the columns.
  package let header: [String]
  /// How many rows there are.
  package let rowCount: Int
  /// The columns in the order of the header.
  package let columns: [Column]

  /// One column.
  package enum Column: Sendable {
    /// A column that was passed over.
    case skipped
    /// Numbers.
    case numbers(Numbers)
    /// Answers of few kinds.
    case options(Options)
    /// Names of groups, or codes of people.
    case labels(Labels)
  }

  /// A column of numbers: a byte for each cell where there are at most 250 different ones.
  package struct Numbers: Sendable {
    /// The different numbers, ascending; empty where `wide` holds the cells.
    package let values: [Double]
    /// For each row 0 where the cell is empty, or the place of its number in `values` and one;
    /// empty where `wide` holds the cells.
    package let codes: [UInt8]
    /// The numbers of the rows, NaN where a cell is empty; empty where `codes` holds the cells.
    package let wide: [Double]

    /// Whether the cells are bytes.
    package var isCompact: Bool { wide.isEmpty }

    /// The number of a row, or NaN where its cell is empty.
    package subscript(row: Int) -> Double {
      guard isCompact else { return wide[row] }
      let code = Int(codes[row])
      return code == 0 ? .nan : values[code - 1]
    }

    /// All numbers, NaN where a cell is empty.
    package var expanded: [Double] {
      guard isCompact else { return wide }
      let table = [Double.nan] + values
      return codes.map { table[Int($0)] }
    }

    /// How many cells are empty.
    package var missingCount: Int {
      isCompact ? codes.count { $0 == 0 } : wide.count { $0.isNaN }
    }
  }

  /// A column of answers.
  package struct Options: Sendable {
    /// The different answers in the order of their bytes, at most 250.
    package let texts: [String]
    /// For each row 0 where the cell is empty, or the place of its answer in `texts` and one.
    package let codes: [UInt8]
  }

  /// A column of names.
  package struct Labels: Sendable {
    /// The different names; of groups in the order of their bytes, of people as they come.
    package let texts: [String]
    /// For each row the place of its name in `texts`.
    package let codes: [UInt32]
  }

  /// The numbers of a column; none where it was not read as such.
  package func numbers(_ column: Int) -> Numbers {
    if case .numbers(let numbers) = columns[column] { return numbers }
    return Numbers(values: [], codes: [], wide: [])
  }

  /// The answers of a column; none where it was not read as such.
  package func options(_ column: Int) -> Options {
    if case .options(let options) = columns[column] { return options }
    return Options(texts: [], codes: [])
  }

  /// The names of a column; none where it was not read as such.
  package func labels(_ column: Int) -> Labels {
    if case .labels(let labels) = columns[column] { return labels }
    return Labels(texts: [], codes: [])
  }

  /// The first row whose name in a column of codes stood before, with that one, or `nil`.
  package func repeated(_ column: Int) -> (first: Int, second: Int)? {
    let labels = labels(column)
    guard labels.texts.count < rowCount else { return nil }
    var rows = [Int](repeating: -1, count: labels.texts.count)
    for (row, code) in labels.codes.enumerated() {
      if rows[Int(code)] >= 0, !labels.texts[Int(code)].isEmpty { return (rows[Int(code)], row) }
      rows[Int(code)] = row
    }
    return nil
  }
}

extension TableFile {
  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - kinds: What each column of the header is read as.
  ///   - collector: Receives a finding for each of the first mistakes, and their number.
  /// - Returns: The table, or `nil` where there is a mistake.
  package func read(_ kinds: [ColumnKind], collector: DiagnosticCollector) -> NumberTable? {
    let pieces = pieces()
    let chunks = Parallel.map(pieces.count) { place -> ChunkColumns in
      let piece = pieces[place]
      var reader = ChunkReader(separator: separator, kinds: kinds, capacity: piece.capacity)
      reader.read(bytes.span, piece.start, piece.end)
      return reader.columns
    }
    guard !reportFaults(chunks, collector) else { return nil }
    let rows = chunks.reduce(0) { $0 + $1.rows }
    var compact = -1
    var label = -1
    let jobs = kinds.map { kind -> Int in
      switch kind {
      case .skipped: return -1
      case .number, .option:
        compact += 1
        return compact
      case .label, .id:
        label += 1
        return label
      }
    }
    let hasDecimalComma = separator == 0x3B
    let columns = Parallel.map(kinds.count) { column -> NumberTable.Column in
      switch kinds[column] {
      case .skipped: .skipped
      case .number:
        .numbers(Joining.numbers(chunks, jobs[column], rows, hasDecimalComma: hasDecimalComma))
      case .option: .options(Joining.options(chunks, jobs[column], rows))
      case .label: .labels(Joining.labels(chunks, jobs[column], rows, isSorted: true))
      case .id: .labels(Joining.labels(chunks, jobs[column], rows, isSorted: false))
      }
    }
    for (column, content) in zip(header, columns) {
      if case .options(let options) = content, options.texts.count > ChunkReader.mostTexts {
        collector.add(TableMessages.tooManyOptions(column, SourceLocation(file: path)))
      }
    }
    guard !collector.diagnostics.hasErrors else { return nil }
    return NumberTable(path: path, header: header, rowCount: rows, columns: columns)
  }

  private func reportFaults(
    _ chunks: [ChunkColumns], _ collector: DiagnosticCollector
  ) -> Bool {
    var alike: [CellFault.Kind: Int] = [:]
    let faults = chunks.flatMap(\.faults).filter { fault in
      guard case .badNumber = fault.kind else { return true }
      alike[fault.kind, default: 0] += 1
      return alike[fault.kind, default: 0] <= ChunkReader.mostAlike
    }.prefix(ChunkReader.mostFaults)
    collector.add(contentsOf: faults.map(finding))
    let more = chunks.reduce(0) { $0 + $1.faultCount } - faults.count
    if more > 0 { collector.add(TableMessages.moreFaults(more, path)) }
    if faults.isEmpty, chunks.allSatisfy({ $0.rows == 0 }) {
      collector.add(TableMessages.noRows(path))
      return true
    }
    return !faults.isEmpty
  }
}

/// Puts the pieces of a column together; codes are given anew, so that they do not depend on where
/// the file was cut.
enum Joining {
  static func numbers(
    _ chunks: [ChunkColumns], _ place: Int, _ rows: Int, hasDecimalComma: Bool
  ) -> NumberTable.Numbers {
    let parsed = chunks.map { chunk -> [Double] in
      let pool = chunk.texts[place]
      return (0..<pool.count).map { number in
        guard
          case .number(let value) = CellNumber.read(pool[number], hasDecimalComma: hasDecimalComma)
        else { return .nan }
        // One zero, whatever its sign.
        return value == 0 ? 0 : value
      }
    }
    let different = Array(Set(parsed.joined()).filter { !$0.isNaN }).sorted()
    let isWide = chunks.contains { $0.wide[place] != nil } || different.count > 250
    if isWide {
      var wide: [Double] = []
      wide.reserveCapacity(rows)
      for (chunk, values) in zip(chunks, parsed) {
        if let numbers = chunk.wide[place] {
          wide += numbers.prefix(chunk.rows)
        } else {
          let table = [Double.nan] + values
          for row in 0..<chunk.rows {
            wide.append(table[Int(chunk.codes[place * chunk.capacity + row])])
          }
        }
      }
      return NumberTable.Numbers(values: [], codes: [], wide: wide)
    }
    let maps = parsed.map { values -> [UInt8] in
      [0] + values.map { value in UInt8((different.firstIndex(of: value) ?? -1) + 1) }
    }
    return NumberTable.Numbers(
      values: different, codes: codes(chunks, place, rows, maps), wide: [])
  }

  static func options(
    _ chunks: [ChunkColumns], _ place: Int, _ rows: Int
  ) -> NumberTable.Options {
    let pools = chunks.map { $0.texts[place] }
    let (texts, maps) = joined(pools, isSorted: true)
    // What R writes for no answer.
    let missing = texts.firstIndex(of: "NA")
    let kept = texts.filter { $0 != "NA" }
    guard kept.count <= ChunkReader.mostTexts else {
      return NumberTable.Options(texts: kept, codes: [])
    }
    let bytes = maps.map { map -> [UInt8] in
      [0]
        + map.map { number in
          guard let missing else { return UInt8(number + 1) }
          return number == missing ? 0 : UInt8(number < missing ? number + 1 : number)
        }
    }
    return NumberTable.Options(texts: kept, codes: codes(chunks, place, rows, bytes))
  }

  static func labels(
    _ chunks: [ChunkColumns], _ place: Int, _ rows: Int, isSorted: Bool
  ) -> NumberTable.Labels {
    let (texts, maps) = joined(chunks.map { $0.labelTexts[place] }, isSorted: isSorted)
    var codes: [UInt32] = []
    codes.reserveCapacity(rows)
    for (chunk, map) in zip(chunks, maps) {
      for number in chunk.labels[place].prefix(chunk.rows) {
        codes.append(UInt32(map[Int(number)]))
      }
    }
    return NumberTable.Labels(texts: texts, codes: codes)
  }

  private static func codes(
    _ chunks: [ChunkColumns], _ place: Int, _ rows: Int, _ maps: [[UInt8]]
  ) -> [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(rows)
    for (chunk, map) in zip(chunks, maps) {
      // A whole table of bytes, so that no look-up needs to ask whether it is inside.
      let table = map + [UInt8](repeating: 0, count: 256 - map.count)
      let start = place * chunk.capacity
      for at in start..<(start + chunk.rows) { codes.append(table[Int(chunk.codes[at])]) }
    }
    return codes
  }

  /// Returns the texts of all pools without repeats, and for each pool the new numbers of its own.
  private static func joined(
    _ pools: [TextPool], isSorted: Bool
  ) -> (texts: [String], maps: [[Int]]) {
    var all = TextPool()
    var maps = pools.map { pool in (0..<pool.count).map { all.number(of: pool[$0]) } }
    var order = Array(0..<all.count)
    if isSorted {
      order.sort { all[$0].lexicographicallyPrecedes(all[$1]) }
      var ranks = order
      for (rank, number) in order.enumerated() { ranks[number] = rank }
      maps = maps.map { $0.map { ranks[$0] } }
    }
    return (order.map { String(decoding: all[$0], as: UTF8.self) }, maps)
  }
}
