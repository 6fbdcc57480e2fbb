import Assessment
import Text

/// Reads and scores the cells of one question, each different cell once.
///
/// A file of a hundred thousand tests has twelve million cells and a few hundred different ones.
struct AnswerCells {
  /// What a cell means.
  enum Reading {
    /// Nothing was answered, or an answer with its one text form and its points.
    case answer(text: String, points: Double?)
    /// No answer, with what would be one.
    case notUnderstood(LocalizedText)
  }

  let item: Item
  /// What an empty cell means.
  let omitted: Reading
  private let isWritten: Bool
  private var single = [Int](repeating: -1, count: 256)
  private var longer: [String: Int] = [:]
  private var readings: [Reading] = []

  /// How many different cells are remembered; texts differ from person to person.
  private static let mostRemembered = 4096

  /// - Parameters:
  ///   - item: The question.
  ///   - isWritten: Whether programs filled in the table, which name parts by their ids.
  init(_ item: Item, isWritten: Bool) {
    self.item = item
    self.isWritten =
      switch item.interaction {
      case .match, .order: isWritten
      default: true
      }
    omitted = Self.scored(item, nil)
  }

  /// Returns what a cell means.
  mutating func reading(_ cell: ArraySlice<UInt8>) -> Reading {
    if cell.isEmpty { return omitted }
    if cell.count == 1, let byte = cell.first {
      if single[Int(byte)] >= 0 { return readings[single[Int(byte)]] }
      let reading = read(String(decoding: cell, as: UTF8.self))
      single[Int(byte)] = readings.count
      readings.append(reading)
      return reading
    }
    let text = String(decoding: cell, as: UTF8.self)
    if let known = longer[text] { return readings[known] }
    let reading = read(text)
    if longer.count < Self.mostRemembered {
      longer[text] = readings.count
      readings.append(reading)
    }
    return reading
  }

  private func read(_ typed: String) -> Reading {
    if isWritten, let response = Response(encoded: typed, to: item), !response.isEmpty {
      return Self.scored(item, response)
    }
    switch AnswerInput.read(typed, item: item, seed: "") {
    case .response(let response): return Self.scored(item, response)
    case .notUnderstood(let remedy): return .notUnderstood(remedy)
    }
  }

  private static func scored(_ item: Item, _ response: Response?) -> Reading {
    let outcome = RecordedScoring.outcome(item, response)
    let text = response.map { $0.isEmpty ? "" : $0.encoded } ?? ""
    return .answer(text: text, points: outcome.isPending ? nil : outcome.score)
  }
}
