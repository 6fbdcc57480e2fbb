import FoundationEssentials

/// JSON in one form: keys in order, slashes as they are, no line ends.
enum CanonicalJSON {
  static func bytes(_ value: some Encodable) throws(RecordsError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      throw RecordsMessages.notEncodable("\(error)")
    }
  }

  static func value<Value: Decodable>(
    _ type: Value.Type, from bytes: some Sequence<UInt8>
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
