package import Assessment

/// Scores and answers of many tests, each item a column: bytes instead of outcomes, so that a
/// hundred thousand tests fit into a few megabytes.
package struct ResponseTable: Sendable, Hashable {
  /// The ids of the items, in the order in which forms first name them.
  package private(set) var items: [String] = []
  /// The most points of each item that any of the tests could win.
  package private(set) var maxima: [Double] = []
  /// Whose tests they are, and where: one for each row.
  package private(set) var rows: [Row] = []
  /// Where rows come from: event, occasion, form.
  package private(set) var groups: [Group] = []
  /// How many tests were left out because their person has an earlier one of the same occasion.
  package private(set) var later = 0

  /// For each item the points that its level bytes stand for.
  package private(set) var levels: [[Double]] = []
  /// For each item the texts that its answer numbers stand for; the first is the empty one.
  package private(set) var texts: [[String]] = []
  private var scores: [[UInt8]] = []
  private var chosen: [[UInt16]] = []

  /// A test.
  package struct Row: Sendable, Hashable {
    /// The learner's code.
    package var code: String
    /// The place of its group.
    package var group: Int
  }

  /// What many tests have in common.
  package struct Group: Sendable, Hashable {
    /// The event; empty outside any.
    package var event: String
    /// The occasion.
    package var occasion: Occasion
    /// The id of the form.
    package var form: String
  }

  /// The level byte of an item that the form of a test does not have.
  package static let absent: UInt8 = 255
  /// The level byte of an answer that a human has still to judge.
  package static let waiting: UInt8 = 254
  /// The answer number of an item that the form of a test does not have, and of a text beyond the
  /// most that are numbered.
  package static let unnumbered = UInt16.max

  /// Returns the points of a test for an item; `nil` where its form does not have the item or a
  /// human has still to judge.
  package func score(row: Int, item: Int) -> Double? {
    let level = scores[item][row]
    return level < Self.waiting ? levels[item][Int(level)] : nil
  }

  /// Returns the level byte of a test for an item: an index of `levels`, `waiting` or `absent`.
  package func level(row: Int, item: Int) -> UInt8 { scores[item][row] }

  /// Returns the text form of the answer; empty where none was given, `nil` where the form does not
  /// have the item.
  package func answer(row: Int, item: Int) -> String? {
    let number = chosen[item][row]
    return number == Self.unnumbered ? nil : texts[item][Int(number)]
  }

  /// Returns the level bytes of an item, one a test.
  package func column(_ item: Int) -> [UInt8] { scores[item] }

  /// Returns the answer numbers of an item, one a test: indexes of `texts`, or `unnumbered`.
  package func answers(_ item: Int) -> [UInt16] { chosen[item] }
}

/// Puts tests into a table.
struct ResponseTableBuilder {
  private(set) var table = ResponseTable()
  private var columns: [String: Int] = [:]
  private var levelNumbers: [[UInt64: UInt8]] = []
  private var textNumbers: [[String: UInt16]] = []
  /// The numbers of answers of one byte, 256 an item; 0 for none yet.
  private var singles: [UInt16] = []
  /// For each item the level bytes of whole points below 32; 255 for none yet.
  private var wholes: [UInt8] = []
  private var places: [Key: Int] = [:]
  private var starts: [(time: String, id: String)] = []

  private struct Key: Hashable {
    var code: String
    var event: Int
  }

  private var events: [String: Int] = [:]

  /// Returns the column of an item, making it where it is new.
  mutating func column(_ item: String, maximum: Double) -> Int {
    if let known = columns[item] {
      table.raise(known, to: maximum)
      return known
    }
    let column = table.addColumn(item, maximum: maximum)
    columns[item] = column
    levelNumbers.append([:])
    textNumbers.append(["": 0])
    singles += [UInt16](repeating: 0, count: 256)
    wholes += [UInt8](repeating: 255, count: 32)
    return column
  }

  /// Returns the number of a group.
  mutating func group(event: String, occasion: Occasion, form: String) -> Int {
    table.group(.init(event: event, occasion: occasion, form: form))
  }

  /// Returns the row for a test, cleared, or `nil` where the person has an earlier one of the same
  /// event and occasion.
  ///
  /// - Parameters:
  ///   - code: The learner's code.
  ///   - group: The number of the group.
  ///   - time: When it was begun; the earliest counts, then the least id.
  ///   - id: The id of the attempt.
  /// - Returns: The row.
  mutating func row(_ code: String, group: Int, time: String, id: String) -> Int? {
    let place = table.groups[group]
    let name = "\(place.event)|\(place.occasion.rawValue)"
    let event = events[name] ?? events.count
    events[name] = event
    let key = Key(code: code, event: event)
    if let known = places[key] {
      table.countLater()
      guard (time, id) < starts[known] else { return nil }
      starts[known] = (time, id)
      table.clear(known, group: group)
      return known
    }
    let row = table.addRow(.init(code: code, group: group))
    places[key] = row
    starts.append((time, id))
    return row
  }

  /// Puts one answer with its points into a row.
  mutating func set(row: Int, column: Int, points: Double?, text: UnsafeRawBufferPointer) {
    table.set(
      row: row, column: column, level: level(points, column), answer: number(text, column))
  }

  private mutating func level(_ points: Double?, _ column: Int) -> UInt8 {
    guard let points else { return ResponseTable.waiting }
    let isWhole = points >= 0 && points < 32 && points == points.rounded()
    let slot = isWhole ? column * 32 + Int(points) : -1
    if slot >= 0, wholes[slot] != 255 { return wholes[slot] }
    if let known = levelNumbers[column][points.bitPattern] { return known }
    // More than 254 different points of one item are no level any more; the nearest stands for it.
    let level = table.addLevel(points, column: column)
    levelNumbers[column][points.bitPattern] = level
    if slot >= 0 { wholes[slot] = level }
    return level
  }

  private mutating func number(_ text: UnsafeRawBufferPointer, _ column: Int) -> UInt16 {
    guard let first = text.first else { return 0 }
    let slot = column * 256 + Int(first)
    if text.count == 1, singles[slot] != 0 { return singles[slot] }
    let word = String(decoding: text, as: UTF8.self)
    if let known = textNumbers[column][word] { return known }
    guard let number = table.addText(word, column: column) else {
      return ResponseTable.unnumbered
    }
    textNumbers[column][word] = number
    if text.count == 1 { singles[slot] = number }
    return number
  }
}

extension ResponseTable {
  fileprivate mutating func addColumn(_ item: String, maximum: Double) -> Int {
    items.append(item)
    maxima.append(maximum)
    levels.append([])
    texts.append([""])
    scores.append([UInt8](repeating: Self.absent, count: rows.count))
    chosen.append([UInt16](repeating: Self.unnumbered, count: rows.count))
    return items.count - 1
  }

  fileprivate mutating func raise(_ column: Int, to maximum: Double) {
    maxima[column] = max(maxima[column], maximum)
  }

  fileprivate mutating func group(_ group: Group) -> Int {
    if let known = groups.firstIndex(of: group) { return known }
    groups.append(group)
    return groups.count - 1
  }

  fileprivate mutating func addRow(_ row: Row) -> Int {
    rows.append(row)
    for column in items.indices {
      scores[column].append(Self.absent)
      chosen[column].append(Self.unnumbered)
    }
    return rows.count - 1
  }

  fileprivate mutating func countLater() { later += 1 }

  fileprivate mutating func clear(_ row: Int, group: Int) {
    rows[row].group = group
    for column in items.indices {
      scores[column][row] = Self.absent
      chosen[column][row] = Self.unnumbered
    }
  }

  fileprivate mutating func set(row: Int, column: Int, level: UInt8, answer: UInt16) {
    scores[column][row] = level
    chosen[column][row] = answer
  }

  fileprivate mutating func addLevel(_ points: Double, column: Int) -> UInt8 {
    guard levels[column].count < Int(Self.waiting) else {
      let nearest = levels[column].indices.min {
        abs(levels[column][$0] - points) < abs(levels[column][$1] - points)
      }
      return UInt8(nearest ?? 0)
    }
    levels[column].append(points)
    return UInt8(levels[column].count - 1)
  }

  fileprivate mutating func addText(_ text: String, column: Int) -> UInt16? {
    guard texts[column].count < Int(Self.unnumbered) else { return nil }
    texts[column].append(text)
    return UInt16(texts[column].count - 1)
  }
}
