import Assessment
import FoundationEssentials

/// A row of a batch as an index keeps it: answers and points of all items in two runs of bytes.
struct PackedRow {
  var order: String
  var id: String
  var code: String
  var repetition: Int
  var startedAt: String
  var submittedAt: String
  var elapsed: Int?
  var accommodation: TimeGrant?
  var hasLargePrint: Bool
  /// Whether the table did not say when it was handed in.
  var isUntimed: Bool
  /// The texts of the answers, each after its length: a byte below 255, or 255 and four bytes, the
  /// lowest first.
  var answers: [UInt8]
  /// The points: `bytes` and a byte an item, 255 for one that waits for a human, where all are
  /// whole and below 255; else `numbers` and the eight bytes of a number an item, the lowest first,
  /// not a number for one that waits.
  var won: [UInt8]

  static let bytes: UInt8 = 0
  static let numbers: UInt8 = 1
  static let waiting: UInt8 = 255

  var answersData: Data { Data(answers) }
  var wonData: Data { Data(won) }

  init(
    order: String, id: String, code: String, repetition: Int, startedAt: String,
    submittedAt: String, elapsed: Int?, accommodation: TimeGrant?, hasLargePrint: Bool,
    isUntimed: Bool, answers: [UInt8], won: [UInt8]
  ) {
    self.order = order
    self.id = id
    self.code = code
    self.repetition = repetition
    self.startedAt = startedAt
    self.submittedAt = submittedAt
    self.elapsed = elapsed
    self.accommodation = accommodation
    self.hasLargePrint = hasLargePrint
    self.isUntimed = isUntimed
    self.answers = answers
    self.won = won
  }

  /// Packs a row.
  init(_ row: RowRecord, _ fact: RecordedFact) {
    order = fact.order
    id = fact.id
    code = row.code
    repetition = row.repetition ?? 1
    startedAt = row.startedAt ?? fact.time
    submittedAt = row.submittedAt ?? fact.time
    elapsed = row.elapsed
    accommodation = row.accommodation
    hasLargePrint = row.largePrint == true
    isUntimed = row.submittedAt == nil
    answers = Self.packed(row.answers)
    won = Self.packed(row.won)
  }

  private static func packed(_ answers: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(answers.count * 2)
    for answer in answers {
      let count = answer.utf8.count
      if count < 255 {
        bytes.append(UInt8(count))
      } else {
        bytes.append(255)
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
      }
      bytes.append(contentsOf: answer.utf8)
    }
    return bytes
  }

  private static func packed(_ won: [Double?]) -> [UInt8] {
    var bytes: [UInt8] = [Self.bytes]
    bytes.reserveCapacity(won.count + 1)
    for points in won {
      guard let points else {
        bytes.append(waiting)
        continue
      }
      guard points >= 0, points < 255, points == points.rounded(), points.sign == .plus else {
        return numbers(won)
      }
      bytes.append(UInt8(points))
    }
    return bytes
  }

  private static func numbers(_ won: [Double?]) -> [UInt8] {
    var bytes: [UInt8] = [numbers]
    for points in won {
      let pattern = (points ?? .nan).bitPattern
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: pattern >> (8 * UInt64(shift)))) }
    }
    return bytes
  }

  /// Calls `body` with the text of each answer, as bytes in place; returns how many there are.
  static func forEachAnswer(
    in bytes: UnsafeRawBufferPointer, _ body: (Int, UnsafeRawBufferPointer) -> Void
  ) -> Int {
    var place = 0
    var index = 0
    while place < bytes.count {
      var count = Int(bytes[place])
      place += 1
      if count == 255 {
        guard place + 4 <= bytes.count else { break }
        count = (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        place += 4
      }
      guard place + count <= bytes.count else { break }
      body(index, UnsafeRawBufferPointer(rebasing: bytes[place..<place + count]))
      place += count
      index += 1
    }
    return index
  }

  /// Returns the points of an item; `nil` where a human has still to judge.
  static func points(_ item: Int, in bytes: UnsafeRawBufferPointer) -> Double? {
    if bytes.first == Self.bytes {
      guard item + 1 < bytes.count else { return nil }
      return bytes[item + 1] == waiting ? nil : Double(bytes[item + 1])
    }
    let start = 1 + item * 8
    guard start + 8 <= bytes.count else { return nil }
    let pattern = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
    let points = Double(bitPattern: pattern)
    return points.isNaN ? nil : points
  }

  /// Returns the row as its fact said it, without its batch.
  func unpacked(batch: String, items: Int) -> RowRecord {
    var texts: [String] = []
    answers.withUnsafeBytes { bytes in
      _ = Self.forEachAnswer(in: bytes) { _, text in
        texts.append(String(decoding: text, as: UTF8.self))
      }
    }
    let won = won.withUnsafeBytes { bytes in (0..<items).map { Self.points($0, in: bytes) } }
    var row = RowRecord(batch: batch, code: code, answers: texts, won: won)
    row.startedAt = startedAt
    row.submittedAt = submittedAt
    row.elapsed = elapsed
    row.repetition = repetition == 1 ? nil : repetition
    row.accommodation = accommodation
    row.largePrint = hasLargePrint ? true : nil
    return row
  }

  /// Returns everything that is known of the attempt.
  func attempt(_ batch: BatchRecord) -> AttemptRows {
    let row = unpacked(batch: batch.batch, items: batch.items.count)
    let record = batch.attempt(row)
    var rows = AttemptRows(
      id: id, order: order, record: record, startedAt: startedAt,
      importKey: [
        batch.sha256, code, batch.event ?? "", batch.occasion.rawValue, batch.form,
        "\(repetition)",
      ].joined(separator: "|"), repetition: repetition, isUntimed: isUntimed)
    rows.answers = batch.answers(row).map { (order, $0.item, $0.response, nil) }
    rows.submission = (order, submittedAt, elapsed)
    rows.score = (order, batch.formVersion, batch.outcomes(row))
    rows.scorings = 1
    return rows
  }
}
