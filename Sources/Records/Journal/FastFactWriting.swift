/// Writes the rows of an import as `CanonicalJSON` does, byte for byte, many times as fast.
enum FastFactWriting {
  /// Adds the JSON of a row to `bytes`; where it holds what this does not write, adds nothing and
  /// returns `false`.
  static func append(_ row: RowRecord, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    let isWritten = write(row, to: &bytes)
    if !isWritten { bytes.removeSubrange(start...) }
    return isWritten
  }

  private static func write(_ row: RowRecord, to bytes: inout [UInt8]) -> Bool {
    guard row.accommodation == nil else { return false }
    add(#"{"answers":["#, to: &bytes)
    for place in row.answers.indices {
      if place > 0 { bytes.append(0x2C) }
      guard string(row.answers[place], to: &bytes) else { return false }
    }
    add(#"],"batch":"#, to: &bytes)
    guard string(row.batch, to: &bytes) else { return false }
    add(#","code":"#, to: &bytes)
    guard string(row.code, to: &bytes) else { return false }
    if let elapsed = row.elapsed {
      add(#","elapsed":"#, to: &bytes)
      integer(elapsed, to: &bytes)
    }
    add(#","kind":"row-imported""#, to: &bytes)
    if let largePrint = row.largePrint {
      add(largePrint ? #","largePrint":true"# : #","largePrint":false"#, to: &bytes)
    }
    if let repetition = row.repetition {
      add(#","repetition":"#, to: &bytes)
      integer(repetition, to: &bytes)
    }
    if let time = row.startedAt {
      add(#","startedAt":"#, to: &bytes)
      guard string(time, to: &bytes) else { return false }
    }
    if let time = row.submittedAt {
      add(#","submittedAt":"#, to: &bytes)
      guard string(time, to: &bytes) else { return false }
    }
    add(#","won":["#, to: &bytes)
    for place in row.won.indices {
      if place > 0 { bytes.append(0x2C) }
      guard let points = row.won[place] else {
        add("null", to: &bytes)
        continue
      }
      guard points.isFinite else { return false }
      if points.sign == .plus, points < 10, points == points.rounded() {
        bytes.append(0x30 + UInt8(points))
      } else {
        // The shortest text that gives the number again, a whole one without `.0`.
        let text = points.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
      }
    }
    add("]}", to: &bytes)
    return true
  }

  /// Adds the rest of a record around the JSON of its fact, which begins after `{"fact":`.
  static func finish(
    seq: Int, time: String, more: Int, salt: String?, to bytes: inout [UInt8]
  ) {
    if more > 0 {
      add(#","more":"#, to: &bytes)
      integer(more, to: &bytes)
    }
    // Neither a salt nor a timestamp has anything to be escaped.
    if let salt {
      add(#","salt":""#, to: &bytes)
      bytes.append(contentsOf: salt.utf8)
      add("\"", to: &bytes)
    }
    add(#","seq":"#, to: &bytes)
    integer(seq, to: &bytes)
    add(#","time":""#, to: &bytes)
    bytes.append(contentsOf: time.utf8)
    add("\"}", to: &bytes)
  }

  static func add(_ literal: StaticString, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  private static func string(_ text: String, to bytes: inout [UInt8]) -> Bool {
    bytes.append(0x22)
    for byte in text.utf8 {
      guard byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F else { return false }
      bytes.append(byte)
    }
    bytes.append(0x22)
    return true
  }

  private static func integer(_ number: Int, to bytes: inout [UInt8]) {
    if (0..<10).contains(number) {
      bytes.append(0x30 + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }
}
