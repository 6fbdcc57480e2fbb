import Psychometrics
import Text

/// What in the figures of a question calls for somebody to look at it.
enum ItemFlag: Sendable, Hashable, CaseIterable {
  /// Those who know more win it less.
  case negative
  /// It hardly tells those who know more from others.
  case weak
  /// Fewer than a fifth of the points were won.
  case hard
  /// More than nine tenths of the points were won.
  case easy
  /// A wrong option draws those who know more.
  case strongDistractor
  /// A wrong option that nobody chose.
  case unusedDistractor

  /// Below so much, discrimination is weak.
  ///
  /// Source: Ebel and Frisbie (1991), Essentials of Educational Measurement, chapter 13.
  static let weakBelow = 0.2

  /// Returns the flags of a question.
  static func flags(
    difficulty: Double?, discrimination: Double?,
    options: [(isKey: Bool, count: Int, pointBiserial: Double?)]
  ) -> [ItemFlag] {
    var flags: [ItemFlag] = []
    if let discrimination {
      if discrimination < 0 {
        flags.append(.negative)
      } else if discrimination < weakBelow {
        flags.append(.weak)
      }
    }
    if let difficulty {
      if difficulty < 0.2 { flags.append(.hard) }
      if difficulty > 0.9 { flags.append(.easy) }
    }
    let wrong = options.filter { !$0.isKey }
    if wrong.contains(where: { $0.count >= 5 && ($0.pointBiserial ?? 0) > 0.05 }) {
      flags.append(.strongDistractor)
    }
    if wrong.contains(where: { $0.count == 0 }) { flags.append(.unusedDistractor) }
    return flags
  }

  var words: LocalizedText {
    switch self {
    case .negative:
      LocalizedText(en: "those who know more win it less", km: "អ្នកចេះច្រើនបានពិន្ទុតិចជាង")
    case .weak: LocalizedText(en: "tells people apart weakly", km: "បែងចែកកម្រិតមនុស្សបានខ្សោយ")
    case .hard: LocalizedText(en: "very hard", km: "ពិបាកខ្លាំង")
    case .easy: LocalizedText(en: "very easy", km: "ងាយខ្លាំង")
    case .strongDistractor:
      LocalizedText(
        en: "a wrong option draws those who know more", km: "ជម្រើសខុសមួយទាក់ទាញអ្នកចេះច្រើន")
    case .unusedDistractor:
      LocalizedText(en: "a wrong option nobody chose", km: "មានជម្រើសខុសដែលគ្មាននរណាជ្រើស")
    }
  }

  /// A wrong option without takers is common in short tests and no reason to mark the question.
  var isMark: Bool { self != .unusedDistractor && self != .easy }
}
