/// What a column of a table is read as.
package enum ColumnKind: Sendable, Hashable {
  /// Passed over.
  case skipped
  /// Numbers, or nothing where a cell is empty.
  case number
  /// One of few answers, such as A to D, or nothing where a cell is empty.
  case option
  /// A name of a group.
  case label
  /// A code of a person, different in every row.
  case id
}

/// A mistake in a row, by where it is in the file's bytes.
struct CellFault: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case cellCount(Int)
    case badNumber(column: Int)
    case strayQuote
    case openQuote
    case tooManyOptions(column: Int)
  }
  var kind: Kind
  var row: Int
  var at: Int
  var end: Int
}

/// What one part of a file's rows holds.
struct ChunkColumns: Sendable {
  /// How many rows there are.
  var rows = 0
  /// The space for rows in `codes` and `numbers`.
  var capacity = 0
  /// One byte for each cell of the options and numbers, column after column: 0 for an empty cell,
  /// or the number of its text and one.
  var codes: [UInt8] = []
  /// The texts of each of these columns.
  var texts: [TextPool] = []
  /// The numbers of the columns that hold too many different ones for a byte; NaN where missing.
  var wide: [Int: [Double]] = [:]
  /// For each column of labels the numbers of the texts.
  var labels: [[UInt32]] = []
  /// The texts of each of these columns; the empty text is one of them.
  var labelTexts: [TextPool] = []
  /// The first mistakes.
  var faults: [CellFault] = []
  /// How many mistakes there are.
  var faultCount = 0
}

/// Reads rows byte by byte; no cell becomes a text of its own.
struct ChunkReader {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  /// The numbers of texts that fit a byte beside 0 for missing and 255 for unknown.
  static let mostTexts = 250
  static let mostFaults = 20
  /// Of bad numbers in one column so many are shown.
  static let mostAlike = 3

  let separator: UInt8
  let kinds: [ColumnKind]
  /// For each column its place among the compact ones or among the labels, or −1.
  private let compactPlaces: [Int]
  private let labelPlaces: [Int]
  private(set) var columns: ChunkColumns
  /// For each compact column the code of every text of one byte, 255 where not met.
  private var direct: [UInt8]
  private var scratch: [UInt8] = []

  init(separator: UInt8, kinds: [ColumnKind], capacity: Int) {
    self.separator = separator
    self.kinds = kinds
    var compact = 0
    var labels = 0
    compactPlaces = kinds.map { kind in
      guard kind == .number || kind == .option else { return -1 }
      compact += 1
      return compact - 1
    }
    labelPlaces = kinds.map { kind in
      guard kind == .label || kind == .id else { return -1 }
      labels += 1
      return labels - 1
    }
    columns = ChunkColumns()
    columns.capacity = capacity
    columns.codes = [UInt8](repeating: 0, count: compact * capacity)
    columns.texts = [TextPool](repeating: TextPool(), count: compact)
    columns.labels = [[UInt32]](repeating: [], count: labels)
    columns.labelTexts = [TextPool](repeating: TextPool(), count: labels)
    for place in 0..<labels { columns.labels[place].reserveCapacity(capacity) }
    direct = [UInt8](repeating: 255, count: compact * 256)
  }

  /// Reads the rows of `span` from `start` up to `end`, where a row ends.
  mutating func read(_ span: Span<UInt8>, _ start: Int, _ end: Int) {
    var at = start
    while at < end {
      let first = span[at]
      if first == Self.lineFeed {
        at += 1
      } else if first == 0x0D, at + 1 < end, span[at + 1] == Self.lineFeed {
        at += 2
      } else {
        at = row(span, at, end)
      }
    }
  }

  /// Reads one row and returns where the next one begins.
  private mutating func row(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let count = kinds.count
    let capacity = columns.capacity
    let row = columns.rows
    let separator = separator
    var at = start
    var column = 0
    while true {
      // Most cells are one letter or digit: look it up and go on.
      if at + 1 < end, column < count {
        let first = span[at]
        let next = span[at + 1]
        if next == separator || next == Self.lineFeed, first > 0x22, first != separator {
          let place = compactPlaces[column]
          if place >= 0 {
            let code = direct[place << 8 | Int(first)]
            if code != 255 {
              columns.codes[place * capacity + row] = code
              column += 1
              at += 2
              if next == Self.lineFeed { break }
              continue
            }
          }
        }
      }
      let (next, isLast) = cell(span, at, end, column: column, row: start)
      column += 1
      at = next
      if isLast { break }
    }
    if column == count {
      columns.rows += 1
    } else {
      fault(.cellCount(column), row: start, at: start, end: start)
      // Its cells are taken back: a row that does not fit says nothing.
      for place in columns.labels.indices where columns.labels[place].count > columns.rows {
        columns.labels[place].removeLast()
      }
      for place in columns.texts.indices { columns.codes[place * capacity + row] = 0 }
      for place in columns.wide.keys { columns.wide[place]?[row] = .nan }
    }
    return at
  }

  /// Reads one cell; returns where the next one begins, and whether that is in the next row.
  private mutating func cell(
    _ span: Span<UInt8>, _ start: Int, _ end: Int, column: Int, row: Int
  ) -> (next: Int, isLast: Bool) {
    var at = start
    while at < end, span[at] == 0x20 { at += 1 }
    if at < end, span[at] == Self.quote {
      return quoted(span, at, end, column: column, row: row)
    }
    let first = at
    while at < end {
      let byte = span[at]
      if byte == separator || byte == Self.lineFeed { break }
      if byte == Self.quote { fault(.strayQuote, row: row, at: at, end: at + 1) }
      at += 1
    }
    let isLast = at >= end || span[at] == Self.lineFeed
    var last = at
    if isLast, last > first, span[last - 1] == 0x0D { last -= 1 }
    while last > first, span[last - 1] == 0x20 || span[last - 1] == 0x09 { last -= 1 }
    store(span, first, last, column: column, row: row, at: first)
    return (min(end, at + 1), isLast)
  }

  /// Reads a cell in quotes; `start` is that of the first one.
  private mutating func quoted(
    _ span: Span<UInt8>, _ start: Int, _ end: Int, column: Int, row: Int
  ) -> (next: Int, isLast: Bool) {
    var at = start + 1
    var hasDouble = false
    while at < end {
      if span[at] == Self.quote {
        guard at + 1 < end, span[at + 1] == Self.quote else { break }
        hasDouble = true
        at += 1
      }
      at += 1
    }
    let close = at
    if close >= end { fault(.openQuote, row: row, at: start, end: start + 1) }
    if hasDouble {
      var text: [UInt8] = []
      var from = start + 1
      while from < close {
        text.append(span[from])
        from += span[from] == Self.quote ? 2 : 1
      }
      let inner = text.span
      store(inner, 0, inner.count, column: column, row: row, at: start)
    } else {
      store(span, start + 1, min(close, end), column: column, row: row, at: start)
    }
    at = min(end, close + 1)
    while at < end, span[at] == 0x20 || span[at] == 0x0D { at += 1 }
    if at < end, span[at] != separator, span[at] != Self.lineFeed {
      fault(.strayQuote, row: row, at: at, end: at + 1)
      while at < end, span[at] != separator, span[at] != Self.lineFeed { at += 1 }
    }
    return (min(end, at + 1), at >= end || span[at] == Self.lineFeed)
  }

  // MARK: Keeping cells

  private mutating func store(
    _ span: Span<UInt8>, _ start: Int, _ end: Int, column: Int, row: Int, at: Int
  ) {
    guard column < kinds.count else { return }
    switch kinds[column] {
    case .skipped: return
    case .label, .id:
      let place = labelPlaces[column]
      let number = columns.labelTexts[place].number(of: span, start, end)
      columns.labels[place].append(UInt32(number))
    case .number, .option:
      let place = compactPlaces[column]
      guard start < end else { return }
      if columns.wide[place] != nil {
        storeWide(span, start, end, place: place, column: column, row: row, at: at)
        return
      }
      let number = columns.texts[place].number(of: span, start, end)
      if number >= Self.mostTexts {
        if kinds[column] == .option {
          if number == Self.mostTexts {
            fault(.tooManyOptions(column: column), row: row, at: at, end: at + 1)
          }
        } else {
          widen(place)
          storeWide(span, start, end, place: place, column: column, row: row, at: at)
        }
        return
      }
      let code = UInt8(number + 1)
      if end - start == 1 { direct[place << 8 | Int(span[start])] = code }
      columns.codes[place * columns.capacity + columns.rows] = code
      if kinds[column] == .number, isNew(number, place) {
        check(columns.texts[place][number], column, row: row, at: at, end: at + (end - start))
      }
    }
  }

  /// How many texts of each column were checked to be numbers.
  private var checked: [Int] = []

  private mutating func isNew(_ number: Int, _ place: Int) -> Bool {
    if checked.isEmpty { checked = [Int](repeating: 0, count: columns.texts.count) }
    guard number >= checked[place] else { return false }
    checked[place] = number + 1
    return true
  }

  private mutating func check(
    _ text: ArraySlice<UInt8>, _ column: Int, row: Int, at: Int, end: Int
  ) {
    if CellNumber.read(text, hasDecimalComma: separator == UInt8(ascii: ";")) == .bad {
      fault(.badNumber(column: column), row: row, at: at, end: end)
    }
  }

  /// Turns a column of codes into one of numbers, for it has too many different ones.
  private mutating func widen(_ place: Int) {
    let pool = columns.texts[place]
    let isComma = separator == UInt8(ascii: ";")
    let values = (0..<min(pool.count, Self.mostTexts)).map { number -> Double in
      if case .number(let value) = CellNumber.read(pool[number], hasDecimalComma: isComma) {
        value
      } else {
        .nan
      }
    }
    var numbers = [Double](repeating: .nan, count: columns.capacity)
    for row in 0..<columns.rows {
      let code = Int(columns.codes[place * columns.capacity + row])
      if code > 0 { numbers[row] = values[code - 1] }
    }
    columns.wide[place] = numbers
    // No cell of this column may take the short way from here on.
    for byte in 0..<256 { direct[place << 8 | byte] = 255 }
  }

  private mutating func storeWide(
    _ span: Span<UInt8>, _ start: Int, _ end: Int, place: Int, column: Int, row: Int, at: Int
  ) {
    scratch.removeAll(keepingCapacity: true)
    for from in start..<end { scratch.append(span[from]) }
    switch CellNumber.read(scratch[...], hasDecimalComma: separator == UInt8(ascii: ";")) {
    case .number(let value): columns.wide[place]?[columns.rows] = value
    case .missing: columns.wide[place]?[columns.rows] = .nan
    case .bad: fault(.badNumber(column: column), row: row, at: at, end: at + (end - start))
    }
  }

  private mutating func fault(_ kind: CellFault.Kind, row: Int, at: Int, end: Int) {
    columns.faultCount += 1
    guard columns.faults.count < Self.mostFaults else { return }
    // A column of words has a fault in every row; a few of them say so.
    if case .badNumber = kind, columns.faults.count(where: { $0.kind == kind }) >= Self.mostAlike {
      return
    }
    columns.faults.append(CellFault(kind: kind, row: row, at: at, end: end))
  }
}
