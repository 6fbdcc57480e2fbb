import Assessment

/// What was granted, as words for machines joined by spaces: `time-factor=1.5 large-print`.
enum AccommodationText {
  private static let factor = "time-factor="
  private static let minutes = "extra-minutes="
  private static let noLimit = "no-limit"
  private static let largePrint = "large-print"

  /// What a text may be made of, for remedies.
  static let words = [factor + "1.5", minutes + "15", noLimit, largePrint]

  static func encoded(_ time: Accommodation.Time?, _ hasLargePrint: Bool) -> String {
    var words: [String] = []
    switch time {
    case .factor(let value): words.append(factor + Response.number(value).encoded)
    case .extraMinutes(let extra): words.append(minutes + "\(extra)")
    case .noLimit: words.append(noLimit)
    case nil: break
    }
    if hasLargePrint { words.append(largePrint) }
    return words.joined(separator: " ")
  }

  /// Returns what a text says; `nil` where it says anything else, or two times.
  static func decoded(_ text: String) -> (time: Accommodation.Time?, hasLargePrint: Bool)? {
    var time: Accommodation.Time?
    var hasLargePrint = false
    for word in text.split(separator: " ").map(String.init) {
      if word == largePrint {
        hasLargePrint = true
        continue
      }
      guard time == nil else { return nil }
      if word == noLimit {
        time = .noLimit
      } else if word.hasPrefix(factor), let value = Double(word.dropFirst(factor.count)),
        value > AccommodationPlanning.factors.lowerBound,
        value <= AccommodationPlanning.factors.upperBound
      {
        time = .factor(value)
      } else if word.hasPrefix(minutes), let value = Int(word.dropFirst(minutes.count)),
        AccommodationPlanning.minutes.contains(value)
      {
        time = .extraMinutes(value)
      } else {
        return nil
      }
    }
    return (time, hasLargePrint)
  }
}
