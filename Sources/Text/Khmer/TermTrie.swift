/// Terms that are kept whole, compiled once, to be found where they begin.
struct TermTrie: Sendable {
  private var next: [UInt64: Int32] = [:]
  private var isEnd: [Bool] = [false]

  /// Compiles terms; what stands between spaces is a term of its own.
  init(_ terms: some Sequence<String>) {
    for term in terms {
      let scalars = Khmer.normalised(term).unicodeScalars
      for part in scalars.split(whereSeparator: { $0.properties.isWhitespace || $0 == "\u{200B}" })
      where part.contains(where: \.isKhmerLetter) {
        add(part.map { $0 })
      }
    }
  }

  /// Whether it holds no term.
  var isEmpty: Bool { isEnd.count == 1 }

  private mutating func add(_ scalars: [Unicode.Scalar]) {
    var node: Int32 = 0
    for scalar in scalars {
      let key = Self.key(node, scalar.value)
      if let known = next[key] {
        node = known
      } else {
        let new = Int32(isEnd.count)
        isEnd.append(false)
        next[key] = new
        node = new
      }
    }
    isEnd[Int(node)] = true
  }

  /// Calls `found` with the end of each term that begins at `start` and ends before `limit`.
  ///
  /// The subscript of ដ counts as that of ត, which looks the same.
  func ends(
    _ scalars: [Unicode.Scalar], from start: Int, limit: Int, _ found: (Int) -> Void
  ) {
    guard !isEmpty else { return }
    var node: Int32 = 0
    var before: UInt32 = 0
    for index in start..<limit {
      var value = scalars[index].value
      if value == 0x178A, before == 0x17D2 { value = 0x178F }
      guard let following = next[Self.key(node, value)] else { return }
      node = following
      before = value
      if isEnd[Int(node)] { found(index + 1) }
    }
  }

  private static func key(_ node: Int32, _ value: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(value)
  }
}
