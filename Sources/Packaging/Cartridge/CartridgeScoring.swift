import Assessment
import Text

/// What wins all points of an item, for a profile that knows all points or none.
///
/// The engine that scores the item everywhere else says which answers those are, so that the
/// cartridge cannot score otherwise.
enum CartridgeScoring {
  /// The most options whose every combination is tried.
  private static let mostOptions = 12
  /// The most combinations that may win.
  private static let mostWinners = 64

  /// Returns the options of which one wins; `nil` where one wins a part, or none wins.
  static func options(_ item: Item, _ choice: ChoiceInteraction) -> Set<String>? {
    let points = choice.options.map { ResponseProcessing.points(item, .chosen([$0.id])) }
    guard points.allSatisfy({ $0 == 0 || $0 == item.points }) else { return nil }
    let winners = zip(choice.options, points).filter { $0.1 == item.points }.map(\.0.id)
    return winners.isEmpty ? nil : Set(winners)
  }

  /// Returns the combinations of options that win; `nil` where one wins a part, or none wins.
  static func combinations(_ item: Item, _ choice: ChoiceInteraction) -> [Set<String>]? {
    let ids = choice.options.map(\.id)
    if item.scoring.rule == .exact {
      let right = Set(choice.correctIDs)
      return right.isEmpty ? nil : [right]
    }
    guard ids.count <= mostOptions else { return nil }
    var winners: [Set<String>] = []
    for bits in 1..<(1 << ids.count) {
      let chosen = ids.indices.filter { bits >> $0 & 1 == 1 }.map { ids[$0] }
      let points = ResponseProcessing.points(item, .chosen(chosen))
      guard points == 0 || points == item.points else { return nil }
      if points == item.points { winners.append(Set(chosen)) }
      guard winners.count <= mostWinners else { return nil }
    }
    return winners.isEmpty ? nil : winners
  }

  /// Returns the texts that win, each in one spelling; `nil` where one wins a part, or none wins.
  static func texts(_ text: TextInteraction) -> [String]? {
    var seen: Set<String> = []
    var winners: [String] = []
    for answer in text.answers {
      let form = text.normalised(answer.text)
      let weight = text.answer(to: answer.text)?.weight ?? 0
      guard weight == 0 || weight == 100 else { return nil }
      if weight == 100, !form.isEmpty, seen.insert(form).inserted { winners.append(answer.text) }
    }
    return winners.isEmpty ? nil : winners
  }

  /// Returns the ways to type the numbers that win; `nil` where they are not whole, may lie within
  /// a tolerance, carry a unit or win a part.
  ///
  /// A field of the type `Integer` takes whole numbers alone, so it scores as the item does. From a
  /// million on there are too many ways to set the digits apart.
  static func numbers(_ numeric: NumericInteraction) -> [String]? {
    guard numeric.units.isEmpty else { return nil }
    var spellings: [String] = []
    for answer in numeric.answers {
      guard answer.weight == 100, answer.tolerance == 0, answer.value.magnitude < 1e6,
        let whole = Int(exactly: answer.value)
      else { return nil }
      for spelling in Self.spellings(whole) {
        for digits in [spelling, Khmer.withKhmerDigits(spelling)] where !spellings.contains(digits)
        {
          spellings.append(digits)
        }
      }
    }
    return spellings.isEmpty ? nil : spellings
  }

  private static func spellings(_ number: Int) -> [String] {
    let plain = "\(number)"
    guard number.magnitude >= 1000 else { return [plain] }
    let sign = number < 0 ? "-" : ""
    let rest = "\(number.magnitude % 1000)"
    let tail = String(repeating: "0", count: 3 - rest.utf8.count) + rest
    let head = "\(sign)\(number.magnitude / 1000)"
    return [plain, "\(head),\(tail)", "\(head) \(tail)"]
  }

  /// Returns a weight from 1 to 99 for each item of a quiz, in the proportion of their points;
  /// `nil` for one whose points do not fit into it.
  ///
  /// `cc_weighting` knows whole numbers alone, so halves and tenths are counted in a smaller unit.
  static func weights(_ items: [Item]) -> [Int?] {
    let scale = (1...100).first { scale in
      items.allSatisfy { weight($0.points, scale: scale) != nil }
    }
    return items.map { weight($0.points, scale: scale ?? 1) }
  }

  private static func weight(_ points: Double, scale: Int) -> Int? {
    let scaled = points * Double(scale)
    let whole = scaled.rounded()
    guard (scaled - whole).magnitude < 1e-9, (1...99).contains(whole) else { return nil }
    return Int(whole)
  }
}
