import Text

/// A text that is being typed, with a cursor that never stands inside a syllable.
struct TextField: Sendable, Hashable {
  /// The most scalars that fit; what is typed beyond them is refused.
  static let most = 20_000

  private(set) var text: String
  /// The scalars before the cursor.
  private(set) var cursor: Int
  let isMultiline: Bool

  init(_ text: String = "", isMultiline: Bool = false) {
    self.text = ""
    self.isMultiline = isMultiline
    cursor = 0
    insert(text)
  }

  /// What a key did to the text.
  enum Effect {
    case changed
    case moved
    /// The key has no meaning here.
    case unused
  }

  mutating func insert(_ typed: String) {
    let room = Self.most - text.unicodeScalars.count
    guard room > 0 else { return }
    let added = typed.unicodeScalars.prefix(room).compactMap(kept)
    var scalars = Array(text.unicodeScalars)
    scalars.insert(contentsOf: added, at: cursor)
    set(scalars)
    cursor += added.count
  }

  /// The scalar as it is kept, or `nil` for one that a terminal must not be given: it may count a
  /// zero-width space as a column, and a sign of direction turns the row round.
  private func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\n": return isMultiline ? scalar : " "
    case "\u{200C}", "\u{200D}": return scalar
    case "\u{2028}", "\u{2029}": return isMultiline ? "\n" : " "
    default:
      let category = scalar.properties.generalCategory
      return category == .format || category == .control ? nil : scalar
    }
  }

  mutating func take(_ key: Key) -> Effect {
    switch key {
    case .scalar(let scalar):
      insert(String(scalar))
      return .changed
    case .paste(let pasted):
      insert(pasted)
      return .changed
    case .enter where isMultiline:
      insert("\n")
      return .changed
    case .backspace: return remove(from: stop(before: cursor), to: cursor)
    case .delete: return remove(from: cursor, to: stop(after: cursor))
    case .control("u"): return remove(from: 0, to: cursor)
    case .left: return move(to: stop(before: cursor))
    case .right: return move(to: stop(after: cursor))
    case .home: return move(to: lineStart)
    case .end: return move(to: lineEnd)
    default: return .unused
    }
  }

  /// Moves the cursor to the stop at or before an offset.
  mutating func move(near offset: Int) {
    cursor = stops.last { $0 <= offset } ?? 0
  }

  private mutating func move(to offset: Int) -> Effect {
    cursor = offset
    return .moved
  }

  private mutating func remove(from start: Int, to end: Int) -> Effect {
    guard start < end else { return .moved }
    var scalars = Array(text.unicodeScalars)
    scalars.removeSubrange(start..<end)
    set(scalars)
    cursor = start
    return .changed
  }

  private mutating func set(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
  }

  /// The places where the cursor may stand, from 0 to the end.
  private var stops: [Int] {
    Clusters.of(text).reduce(into: [0]) { stops, part in
      stops.append(stops[stops.count - 1] + part.unicodeScalars.count)
    }
  }

  private func stop(before offset: Int) -> Int { stops.last { $0 < offset } ?? 0 }
  private func stop(after offset: Int) -> Int {
    stops.first { $0 > offset } ?? text.unicodeScalars.count
  }

  private var lineStart: Int {
    let before = Array(text.unicodeScalars.prefix(cursor))
    return before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    let scalars = Array(text.unicodeScalars)
    return scalars[cursor...].firstIndex(of: "\n") ?? scalars.count
  }
}

/// A text as rows of a width, each with the scalars of the text that it shows.
struct FieldLayout: Hashable {
  /// A row.
  struct Line: Hashable {
    var text: String
    /// The offset of its first scalar in the whole text.
    var start: Int
    /// The offset after its last scalar.
    var end: Int
  }

  private(set) var lines: [Line] = []

  /// Breaks at spaces where there are any, else between syllables.
  init(_ text: String, width: Int) {
    var offset = 0
    for paragraph in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      add(String(paragraph), from: offset, width: max(4, width))
      offset += paragraph.count + 1
    }
  }

  private mutating func add(_ paragraph: String, from start: Int, width: Int) {
    let parts = Clusters.of(paragraph)
    var begin = 0
    var beginOffset = start
    var columns = 0
    var lastSpace: Int?
    var index = 0
    func count(_ from: Int, _ to: Int) -> Int {
      parts[from..<to].reduce(0) { $0 + $1.unicodeScalars.count }
    }
    while index < parts.count {
      let wide = DisplayWidth.columns(of: parts[index])
      if columns + wide > width, index > begin {
        let cut = lastSpace.map { $0 + 1 } ?? index
        let length = count(begin, cut)
        lines.append(
          Line(
            text: parts[begin..<cut].joined(), start: beginOffset, end: beginOffset + length))
        begin = cut
        beginOffset += length
        columns = parts[begin..<index].reduce(0) { $0 + DisplayWidth.columns(of: $1) }
        lastSpace = nil
        continue
      }
      if parts[index] == " " { lastSpace = index }
      columns += wide
      index += 1
    }
    lines.append(
      Line(
        text: parts[begin...].joined(), start: beginOffset,
        end: beginOffset + count(begin, parts.count)))
  }

  /// The row in which a cursor stands, and how many scalars of it stand before.
  func place(of cursor: Int) -> (line: Int, offset: Int) {
    let index = lines.lastIndex { $0.start <= cursor } ?? 0
    return (index, min(cursor, lines[index].end) - lines[index].start)
  }

  /// The offset in the text that stands in a row at or before a place in it.
  func offset(line: Int, column: Int) -> Int {
    let row = lines[line]
    // The place after the last scalar of a row that goes on in the next one is the next one's.
    let goesOn = line + 1 < lines.count && lines[line + 1].start == row.end
    return min(row.start + column, max(row.start, goesOn ? row.end - 1 : row.end))
  }
}
