import Source

/// What is to be overwritten: kept on the disk before the first byte, so that a crash in between
/// leaves nothing half erased.
private struct ErasingPlan: Codable {
  static let format = 1

  var format = Self.format
  var lines: [Line]

  struct Line: Codable {
    var file: String
    var offset: Int
    var text: String
  }
}

extension StoreFiles {
  private var erasing: String { "\(folder)/erasing.json" }

  /// Overwrites lines of journals in place; whoever opens the store after a crash finishes it.
  ///
  /// - Parameter lines: Where, in a file below the folder, and with what.
  func erase(
    _ lines: [(file: String, offset: Int, line: [UInt8])]
  ) throws(RecordsError) {
    guard !lines.isEmpty else { return }
    let plan = ErasingPlan(
      lines: lines.map {
        ErasingPlan.Line(
          file: $0.file, offset: $0.offset, text: String(decoding: $0.line, as: UTF8.self))
      })
    try PosixFile.replace(erasing, with: try CanonicalJSON.bytes(plan) + [0x0A])
    try carryOut(plan)
  }

  /// Finishes what a crash interrupted.
  func finishErasing() throws(RecordsError) {
    guard FileReading.exists(erasing) else { return }
    try locked { () throws(RecordsError) -> Void in
      guard FileReading.exists(erasing) else { return }
      let bytes = try PosixFile(erasing, .read).read(from: 0)
      guard let plan = try? CanonicalJSON.value(ErasingPlan.self, from: bytes),
        plan.format <= ErasingPlan.format
      else { throw RecordsMessages.badManifest(erasing) }
      try carryOut(plan)
    }
  }

  private func carryOut(_ plan: ErasingPlan) throws(RecordsError) {
    for line in plan.lines {
      let parts = line.file.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, ["journals", "diverged"].contains(parts[0]),
        FileReading.exists("\(folder)/\(line.file)")
      else { continue }
      let file = try PosixFile("\(folder)/\(line.file)", .update)
      try file.lock()
      defer { file.unlock() }
      let text = Array(line.text.utf8)
      let there = try file.read(from: line.offset, limit: text.count + 1)
      // The same record, to its last byte; anything else is not what the plan was made for.
      guard there.count == text.count + 1, there.last == 0x0A,
        there.prefix(JournalLine.hashLength).elementsEqual(text.prefix(JournalLine.hashLength))
      else { continue }
      try file.write(text, at: line.offset)
      try file.sync()
    }
    try PosixFile.remove(erasing)
  }
}
