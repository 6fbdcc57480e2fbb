import Psychometrics
import Text

/// What is said about data that a model or a test cannot be made of.
enum StatisticsMessages {
  static func noItems(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-items", at: SourceLocation(file: path, line: 1),
      LocalizedText(en: "The table has no columns of items.", km: "តារាងនេះគ្មានជួរឈរសំណួរទេ។"),
      remedy: LocalizedText(
        en: "Give each item a column of scores, one row for each person.",
        km: "សូមឱ្យសំណួរនីមួយៗមានជួរឈរពិន្ទុ ដោយជួរមួយសម្រាប់មនុស្សម្នាក់។"))
  }

  static func notRightOrWrong(_ items: [String], _ path: String) -> Diagnostic {
    let names = list(items)
    return Diagnostic(
      "not-right-or-wrong", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "Not every score is 0 or 1: \(names).", km: "ពិន្ទុមិនមែនសុទ្ធតែ 0 ឬ 1 ទេ៖ \(names)។"),
      remedy: LocalizedText(
        en: "Choose --model pcm or grm for scores of more than one point, or pass the columns over "
          + "with --ignore.",
        km: "សូមជ្រើស --model pcm ឬ grm សម្រាប់ពិន្ទុលើសពីមួយ ឬរំលងជួរឈរទាំងនេះដោយ --ignore។"))
  }

  static func notZeroOrOne(_ items: [String], _ path: String) -> Diagnostic {
    let names = list(items)
    return Diagnostic(
      "not-right-or-wrong", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "Not every score is 0 or 1: \(names).", km: "ពិន្ទុមិនមែនសុទ្ធតែ 0 ឬ 1 ទេ៖ \(names)។"),
      remedy: LocalizedText(
        en: "Choose --method standardization for whole points, or pass the columns over with "
          + "--ignore.",
        km: "សូមជ្រើស --method standardization សម្រាប់ពិន្ទុគត់ ឬរំលងជួរឈរទាំងនេះដោយ --ignore។"))
  }

  static func notWhole(_ items: [String], _ path: String) -> Diagnostic {
    let names = list(items)
    return Diagnostic(
      "not-whole", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "Scores must be whole numbers from 0 to 63: \(names).",
        km: "ពិន្ទុត្រូវតែជាចំនួនគត់ពី 0 ដល់ 63៖ \(names)។"),
      remedy: LocalizedText(
        en: "Give whole points, or pass the columns over with --ignore.",
        km: "សូមដាក់ពិន្ទុជាចំនួនគត់ ឬរំលងជួរឈរទាំងនេះដោយ --ignore។"))
  }

  static func conditionalIsRasch(_ path: String) -> Diagnostic {
    Diagnostic(
      "cml-is-rasch", at: SourceLocation(file: path),
      LocalizedText(
        en: "--method cml fits the Rasch model only.", km: "--method cml ប្រើបានតែជាមួយម៉ូដែល Rasch ប៉ុណ្ណោះ។"),
      remedy: LocalizedText(
        en: "Use --model rasch, or --method mml.", km: "សូមប្រើ --model rasch ឬ --method mml។"))
  }

  static func notFitted(_ reason: LocalizedText, _ path: String) -> Diagnostic {
    Diagnostic(
      "not-fitted", at: SourceLocation(file: path),
      LocalizedText(
        en: "The model cannot be fitted: \(reason.en).", km: "មិនអាចប៉ាន់ស្មានម៉ូដែលបានទេ៖ \(reason.km)។"),
      remedy: LocalizedText(
        en: "See the classical figures of sala analyse items, or bring more answers.",
        km: "សូមមើលតួលេខបុរាណរបស់ sala analyse items ឬរកចម្លើយបន្ថែម។"))
  }

  static func notConverged(_ gradient: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "not-converged", at: SourceLocation(file: path),
      LocalizedText(
        en: "The search for the highest likelihood did not end; the largest derivative left is "
          + "\(gradient). Do not use these figures.",
        km: "ការស្វែងរកតម្លៃខ្ពស់បំផុតមិនបានបញ្ចប់ទេ។ ដេរីវេធំបំផុតដែលនៅសល់គឺ \(Khmer.withKhmerDigits(gradient))។ "
          + "សូមកុំប្រើតួលេខទាំងនេះ។"),
      remedy: LocalizedText(
        en: "Take a simpler model, or items that more people answered.",
        km: "សូមប្រើម៉ូដែលសាមញ្ញជាងនេះ ឬសំណួរដែលមានអ្នកឆ្លើយច្រើនជាងនេះ។"))
  }

  // MARK: Reasons

  /// Why a figure does not exist.
  static func reason(_ reason: UndefinedReason) -> LocalizedText {
    switch reason {
    case .tooFew(let needed):
      LocalizedText(
        en: "needs at least \(needed)",
        km: "ត្រូវការយ៉ាងតិច \(Khmer.withKhmerDigits("\(needed)"))")
    case .noVariation:
      LocalizedText(en: "there is no variation", km: "គ្មានភាពខុសគ្នា")
    case .notFinite:
      LocalizedText(en: "the numbers are too large", km: "ចំនួនធំពេក")
    case .unequalLengths:
      LocalizedText(en: "the data do not fit together", km: "ទិន្នន័យមិនត្រូវគ្នា")
    default:
      LocalizedText(en: "the data do not allow it", km: "ទិន្នន័យមិនអនុញ្ញាត")
    }
  }

  /// At most eight names, and that there are more.
  static func list(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
  }
}

/// Numbers in running text and in cells.
enum Figures {
  static func number(_ value: Double, _ digits: Int) -> LocalizedText {
    let text = NumberText.fixed(value.magnitude, digits: digits)
    let sign = value < 0 && text.contains { $0 != "0" && $0 != "." } ? "−" : ""
    return LocalizedText(en: sign + text, km: Khmer.withKhmerDigits(sign + text))
  }

  static func count(_ value: Int) -> LocalizedText {
    LocalizedText(en: "\(value)", km: Khmer.withKhmerDigits("\(value)"))
  }

  /// A small number as a power of ten, such as 4.7e-05.
  static func small(_ value: Double) -> String {
    guard value > 0, value.isFinite else { return "0" }
    var exponent = 0
    var rest = value
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    return NumberText.fixed(rest, digits: 1) + "e" + "\(exponent)"
  }
}
