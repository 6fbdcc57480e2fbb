/// Reads requests out of the bytes of a connection (RFC 9112), strictly and within limits.
///
/// What two readers could read in two ways is refused: both a length and chunks, two lengths, folded
/// fields, spaces before a colon, bare line feeds within the head.
package struct HTTPReading {
  /// The most bytes of a request line and its fields.
  static let mostHead = 32 << 10
  /// The most bytes of a body where nobody says less.
  package static let mostBody = 4 << 20

  /// The most bytes of a body of this connection.
  let mostBody: Int

  /// The most bytes that wait to be read: a body in small chunks takes more than itself.
  var mostBuffer: Int { 3 * mostBody + Self.mostHead }

  /// Why a connection cannot be read any further: the status to answer before it is closed.
  struct Refusal: Error, Hashable {
    let status: Int
  }

  private var bytes: [UInt8] = []
  /// The bytes at the start that hold no end of a head, so that none is searched twice.
  private var searched = 0

  /// Creates a reading of a connection from its beginning.
  init(mostBody: Int = Self.mostBody) {
    self.mostBody = mostBody
  }

  /// Whether a request has begun.
  var isWaiting: Bool { !bytes.isEmpty }

  /// Takes up what came in.
  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Returns the next whole request, or `nil` where more bytes have to come.
  mutating func next() throws(Refusal) -> HTTPRequest? {
    if bytes.count > mostBuffer { throw Refusal(status: 413) }
    guard let end = endOfHead() else {
      if bytes.count > Self.mostHead { throw Refusal(status: 431) }
      return nil
    }
    guard end <= Self.mostHead else { throw Refusal(status: 431) }
    var request = try Self.head(bytes[..<(end - 4)])
    guard let (body, last) = try body(of: request, from: end) else { return nil }
    request.body = body
    bytes.removeSubrange(..<last)
    searched = 0
    return request
  }

  /// Where the head's empty line ends.
  private mutating func endOfHead() -> Int? {
    let mark: [UInt8] = [13, 10, 13, 10]
    var at = max(0, searched - 3)
    while at + 4 <= bytes.count {
      if bytes[at] == 13, bytes[at..<(at + 4)].elementsEqual(mark) {
        searched = at
        return at + 4
      }
      at += 1
    }
    searched = bytes.count
    return nil
  }

  // MARK: Head

  private static func head(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> HTTPRequest {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(status: 400) }
    var lines: [String.UTF8View.SubSequence] = []
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      lines.append(line.last == 13 ? line.dropLast() : line)
    }
    // Each line but the last ended in CR LF, and nothing else may end one.
    guard bytes.count(where: { $0 == 13 }) == lines.count - 1,
      text.utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        .allSatisfy({ $0.last == 13 }),
      let first = lines.first
    else { throw Refusal(status: 400) }
    let parts = first.split(separator: 0x20, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard parts.count == 3, isToken(parts[0]), parts[1].utf8.first == UInt8(ascii: "/"),
      parts[1].utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0"
    else { throw Refusal(status: 400) }
    var request = HTTPRequest(parts[0], parts[1])
    for line in lines.dropFirst() { try add(line, to: &request) }
    if parts[2] == "HTTP/1.0" { request.fields["connection"] = "close" }
    return request
  }

  private static func add(
    _ line: String.UTF8View.SubSequence, to request: inout HTTPRequest
  ) throws(Refusal) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw Refusal(status: 400) }
    let name = String(Substring(line[..<colon])).lowercased()
    var value = line[line.index(after: colon)...]
    while let byte = value.first, byte == 0x20 || byte == 0x09 { value = value.dropFirst() }
    while let byte = value.last, byte == 0x20 || byte == 0x09 { value = value.dropLast() }
    guard isToken(name), value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
      throw Refusal(status: 400)
    }
    let text = String(Substring(value))
    guard let known = request.fields[name] else {
      request.fields[name] = text
      return
    }
    guard !["content-length", "host", "transfer-encoding"].contains(name) else {
      throw Refusal(status: 400)
    }
    request.fields[name] = "\(known), \(text)"
  }

  /// Tells whether a text is a token (RFC 9110, 5.6.2).
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  // MARK: Body

  /// Returns the body and where it ends, or `nil` where more has to come.
  private func body(
    of request: HTTPRequest, from start: Int
  ) throws(Refusal) -> ([UInt8], Int)? {
    let length = request.fields["content-length"]
    if let coding = request.fields["transfer-encoding"] {
      guard length == nil else { throw Refusal(status: 400) }
      guard coding.lowercased() == "chunked" else { throw Refusal(status: 501) }
      return try chunks(from: start)
    }
    guard let length else { return ([], start) }
    guard !length.isEmpty, length.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Refusal(status: 400)
    }
    guard let count = Int(length), count <= mostBody else { throw Refusal(status: 413) }
    guard bytes.count - start >= count else { return nil }
    return (Array(bytes[start..<(start + count)]), start + count)
  }

  private func chunks(from start: Int) throws(Refusal) -> ([UInt8], Int)? {
    var body: [UInt8] = []
    var at = start
    while true {
      guard let end = try lineEnd(from: at) else { return nil }
      let digits = bytes[at..<end].prefix { PercentCoding.digit($0) != nil }
      guard !digits.isEmpty, digits.count <= 7,
        digits.endIndex == end || bytes[digits.endIndex] == UInt8(ascii: ";")
      else { throw Refusal(status: 400) }
      let count = digits.reduce(0) { $0 << 4 | Int(PercentCoding.digit($1) ?? 0) }
      at = end + 2
      if count == 0 { break }
      guard body.count + count <= mostBody else { throw Refusal(status: 413) }
      guard bytes.count >= at + count + 2 else { return nil }
      body += bytes[at..<(at + count)]
      guard bytes[at + count] == 13, bytes[at + count + 1] == 10 else {
        throw Refusal(status: 400)
      }
      at += count + 2
    }
    // Fields after the body are passed over.
    while true {
      guard let end = try lineEnd(from: at) else { return nil }
      if end == at { return (body, at + 2) }
      at = end + 2
    }
  }

  private func lineEnd(from start: Int) throws(Refusal) -> Int? {
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == 13, bytes[at + 1] == 10 { return at }
      guard at - start < 1024 else { throw Refusal(status: 400) }
      at += 1
    }
    return nil
  }
}
