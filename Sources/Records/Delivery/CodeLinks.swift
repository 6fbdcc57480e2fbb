/// Which codes are one person's: chains of links followed to their end.
///
/// The latest word about a code holds. Two stores may each link the other's code; such a circle is
/// one person, whose code is the smallest of the circle, the same wherever it is merged.
package struct CodeLinks: Sendable, Hashable {
  private var targets: [String: String] = [:]

  /// Joins links in the order of facts; a link of a code to itself takes the one before back.
  package init(_ records: [LinkRecord] = []) {
    for record in records {
      targets[record.from] = record.to == record.from ? nil : record.to
    }
  }

  /// Whether no code is another's.
  package var isEmpty: Bool { targets.isEmpty }

  /// The codes that are another's, in order.
  package var linked: [String] { targets.keys.sorted() }

  /// Returns the code that a code was linked to, or `nil`.
  package func target(of code: String) -> String? { targets[code] }

  /// Returns the code of the person behind a code; that code itself where it is no other's.
  package func person(_ code: String) -> String {
    guard targets[code] != nil else { return code }
    let chain = chain(code)
    return chain.circle.min() ?? chain.codes.last ?? code
  }

  /// Returns every code of the person behind a code, that one included, in order.
  package func codes(of code: String) -> [String] {
    let person = person(code)
    let own = targets.keys.filter { self.person($0) == person }
    return Set(own + [person, code]).sorted()
  }

  /// Tells whether a link from one code to another would close a circle.
  package func wouldCircle(from: String, to: String) -> Bool {
    chain(to).codes.contains(from)
  }

  /// The circles, each in the order of its codes.
  package var circles: [[String]] {
    Set(linked.map { chain($0).circle.sorted() }).filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The way from a code along its links, and the circle that it ends in, if any.
  private func chain(_ code: String) -> (codes: [String], circle: [String]) {
    var codes = [code]
    var seen: Set<String> = [code]
    while let last = codes.last, let next = targets[last] {
      guard seen.insert(next).inserted else {
        let start = codes.firstIndex(of: next) ?? codes.startIndex
        return (codes, Array(codes[start...]))
      }
      codes.append(next)
    }
    return (codes, [])
  }
}

extension PersonAttributes {
  /// Joins what is known of the codes of each person: the person's own words go before those of
  /// codes that were linked to it.
  ///
  /// - Parameters:
  ///   - people: What is known by code.
  ///   - links: Which codes are one person's.
  /// - Returns: One entry for each person, in the order of codes.
  package static func joined(
    _ people: [PersonAttributes], by links: CodeLinks
  ) -> [PersonAttributes] {
    guard !links.isEmpty else { return people }
    var result: [String: PersonAttributes] = [:]
    let others = people.filter { links.person($0.code) != $0.code }
    let own = people.filter { links.person($0.code) == $0.code }
    for person in others + own {
      let code = links.person(person.code)
      let before = result[code] ?? PersonAttributes(code: code)
      result[code] = before.updated(with: person)
    }
    return result.values.sorted { $0.code < $1.code }
  }
}
