/// A record whose text was erased, named by its place in the chain.
package struct ErasedRecord: Sendable, Hashable, Codable {
  /// The device.
  package var device: String
  /// Its number in the journal of the device.
  package var seq: Int
  /// The hash of its line, which stays.
  package var hash: String
}

/// A line of a journal from which what was said of a person was erased.
///
/// The hash stays, so that the chain and every signature after it still fit, and so does the
/// length, so that nothing moves: `<hash> {"erased":"<code>","more":…,"seq":…,"time":…}`, filled up
/// with spaces. The hash no longer proves the text; that the line may stand there is what a
/// `person-forgotten` fact says that names it.
struct ErasedLine {
  var code: String
  var hash: String
  var time: String
  var more: Int

  private struct Envelope: Codable {
    var erased: String
    var more: Int?
    var seq: Int
    var time: String
  }

  /// Reads a line without its end; `nil` for any line that is not of this one form.
  init?(_ line: ArraySlice<UInt8>, seq: Int) {
    let start = line.startIndex + JournalLine.hashLength
    guard line.count > JournalLine.hashLength + 1, line[start] == 0x20 else { return nil }
    hash = String(decoding: line[..<start], as: UTF8.self)
    var json = line[(start + 1)...]
    guard json.starts(with: Array("{\"erased\":".utf8)) else { return nil }
    while json.last == 0x20 { json.removeLast() }
    guard Hex.bytes(hash) != nil,
      let envelope = try? CanonicalJSON.value(Envelope.self, from: json), envelope.seq == seq,
      Timestamp.isValid(envelope.time), let form = try? CanonicalJSON.bytes(envelope),
      json.elementsEqual(form)
    else { return nil }
    code = envelope.erased
    time = envelope.time
    more = envelope.more ?? 0
  }

  /// The fact that is left of it.
  func recorded(_ head: JournalHead) -> RecordedFact {
    RecordedFact(
      device: head.device, seq: head.seq, time: time, orderTime: head.time,
      fact: .personDescribed(PersonAttributes(code: code)), hash: hash, isErased: true)
  }

  /// Returns what takes the place of a line that describes the person behind a code.
  ///
  /// - Parameters:
  ///   - line: The line without its end, as it was written.
  ///   - code: The code.
  /// - Returns: As many bytes; `nil` for a line about anything else.
  static func erasing(_ line: ArraySlice<UInt8>, code: String) -> [UInt8]? {
    let json = line.dropFirst(JournalLine.hashLength + 1)
    guard let envelope = try? CanonicalJSON.value(JournalEnvelope.self, from: json),
      case .personDescribed(let person) = envelope.fact, person.code == code,
      let erased = try? CanonicalJSON.bytes(
        Envelope(erased: code, more: envelope.more, seq: envelope.seq, time: envelope.time)),
      erased.count <= json.count
    else { return nil }
    return Array(line.prefix(JournalLine.hashLength + 1)) + erased
      + [UInt8](repeating: 0x20, count: json.count - erased.count)
  }
}
