/// One item's answers, a byte a person.
package struct CodedItem: Sendable {
  /// The item's id.
  package let id: String
  /// The different answers; the answer of code c is `options[c − 1]`.
  package let options: [String]
  /// The score of each answer.
  package let scores: [Double]
  /// For each person the code of the answer, 0 where there is none.
  package let codes: [UInt8]

  /// Creates an item.
  ///
  /// - Parameters:
  ///   - id: The item's id.
  ///   - options: The different answers, at most 250.
  ///   - scores: The score of each, finite and smaller than 1e100.
  ///   - codes: For each person 0, or the place of the answer in `options` and one.
  package init(id: String, options: [String], scores: [Double], codes: [UInt8]) {
    self.id = id
    self.options = options
    self.scores = scores
    self.codes = codes
  }

  /// Creates an item whose cells are scores.
  ///
  /// - Parameters:
  ///   - id: The item's id.
  ///   - scores: For each person the score, `nil` where it is missing; at most 250 different ones.
  package init(id: String, scores: [Double?]) {
    let values = Array(Set(scores.compactMap(\.self))).sorted()
    self.init(
      id: id, options: values.map { "\($0)" }, scores: values,
      codes: scores.map { score in
        score.flatMap(values.firstIndex).map { UInt8($0 + 1) } ?? 0
      })
  }

  /// The score of every code; that of a missing answer is zero.
  var table: [Double] {
    [0] + scores + [Double](repeating: 0, count: 255 - scores.count)
  }

  /// Returns the item of the people at `rows` alone.
  func kept(_ rows: [Int]) -> CodedItem {
    CodedItem(id: id, options: options, scores: scores, codes: rows.map { codes[$0] })
  }
}

/// What is done with missing answers; there is no silent choice.
package enum MissingRule: String, Sendable, Hashable, CaseIterable {
  /// People with any missing answer are left out.
  case listwise
  /// Every figure uses the people whose answers it needs.
  case pairwise
  /// A missing answer scores zero: the question was put and not answered.
  case zero
}
