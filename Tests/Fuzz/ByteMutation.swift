import Text

/// Changes of bytes at places that a seed chooses.
struct ByteMutation {
  /// What the format at hand stumbles over, beside random bytes.
  let pieces: [[UInt8]]

  /// Returns the bytes with one to six changes.
  func changed(_ good: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = good
    for _ in 0...generator.index(below: 6) {
      let at = generator.index(below: bytes.count + 1)
      switch generator.index(below: 6) {
      case 0 where at < bytes.count: bytes[at] = UInt8(generator.index(below: 256))
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + generator.index(below: 40)))
      case 2:
        bytes.insert(contentsOf: (0..<4).map { _ in UInt8(generator.index(below: 256)) }, at: at)
      case 3:
        let piece = pieces[generator.index(below: pieces.count)]
        for _ in 0...generator.index(below: 4) { bytes.insert(contentsOf: piece, at: at) }
      case 4:
        let end = min(bytes.count, at + generator.index(below: 200))
        bytes.insert(
          contentsOf: Array(bytes[at..<end]), at: generator.index(below: bytes.count + 1))
      default: if generator.index(below: 8) == 0 { bytes.removeLast(bytes.count - at) }
      }
    }
    return bytes
  }
}
