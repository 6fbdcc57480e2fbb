import Psychometrics
import Text

/// The words of equating.
enum EquatingWords {
  static func title(_ method: String) -> LocalizedText {
    LocalizedText(en: "Equating: \(method)", km: "ការធ្វើឱ្យពិន្ទុសមមូល៖ \(method)")
  }

  static let caption = LocalizedText(
    en: "What a score on X is worth on Y", km: "ពិន្ទុលើវិញ្ញាសា X មានតម្លៃប៉ុណ្ណាលើវិញ្ញាសា Y")
  static let scoreX = LocalizedText(en: "score on X", km: "ពិន្ទុលើ X")
  static let scoreY = LocalizedText(en: "worth on Y", km: "តម្លៃលើ Y")
  static let peopleX = LocalizedText(en: "people with X", km: "ចំនួនមនុស្សធ្វើ X")
  static let peopleY = LocalizedText(en: "people with Y", km: "ចំនួនមនុស្សធ្វើ Y")
  static let intercept = LocalizedText(en: "worth of no point", km: "តម្លៃនៃពិន្ទុសូន្យ")
  static let slope = LocalizedText(en: "worth of a point", km: "តម្លៃនៃមួយពិន្ទុ")
  static let scaleSlope = LocalizedText(en: "scale, slope A", km: "មាត្រដ្ឋាន មេគុណ A")
  static let scaleShift = LocalizedText(en: "scale, shift B", km: "មាត្រដ្ឋាន ការរំកិល B")
  static let anchor = LocalizedText(en: "anchor items", km: "សំណួររួម")
  static let isInternal = LocalizedText(
    en: "anchor is part of the total", km: "សំណួររួមរាប់ក្នុងពិន្ទុសរុប")
  static let divisor = LocalizedText(en: "variances divide by", km: "វ៉ារ្យង់ចែកនឹង")
  static let weight = LocalizedText(en: "weight of the group with X", km: "ទម្ងន់នៃក្រុមដែលធ្វើ X")
  static let zero = LocalizedText(en: "scores that nobody has", km: "ពិន្ទុដែលគ្មាននរណាបាន")
  static let smoothing = LocalizedText(en: "smoothing", km: "ការធ្វើឱ្យរលោង")
  static let middlePoint = LocalizedText(en: "middle point by", km: "ចំណុចកណ្តាលតាម")
  static let model = LocalizedText(en: "model", km: "ម៉ូដែល")
  static let scores = LocalizedText(en: "kind of scores", km: "ប្រភេទពិន្ទុ")
  static let gridPoints = LocalizedText(en: "points of the criterion", km: "ចំនួនចំណុចនៃលក្ខណៈវិនិច្ឆ័យ")
  static let gridLimit = LocalizedText(
    en: "they go from minus to plus", km: "ចំណុចចាប់ពីដក ដល់បូក")
  static let gridWeights = LocalizedText(en: "their weights", km: "ទម្ងន់របស់ចំណុច")
  static let symmetric = LocalizedText(en: "compared on both scales", km: "ប្រៀបធៀបលើមាត្រដ្ឋានទាំងពីរ")
  static let highestX = LocalizedText(en: "highest score on X", km: "ពិន្ទុខ្ពស់បំផុតលើ X")
  static let highestY = LocalizedText(en: "highest score on Y", km: "ពិន្ទុខ្ពស់បំផុតលើ Y")
  static let bootstrap = LocalizedText(
    en: "errors from so many draws", km: "កំហុសស្តង់ដារពីការចាប់សំណាកឡើងវិញ")
  static let seed = LocalizedText(en: "seed", km: "លេខចាប់ផ្តើម")
  static let yes = LocalizedText(en: "yes", km: "បាទ/ចាស")
  static let no = LocalizedText(en: "no", km: "ទេ")

  static let simplerMethod = LocalizedText(
    en: "Use a method of totals: with few people mean or circle-arc; or --model rasch; --fewest "
      + "sets another limit.",
    km: "សូមប្រើវិធីលើពិន្ទុសរុប៖ បើមនុស្សតិច ប្រើ mean ឬ circle-arc ឬ --model rasch។ --fewest កំណត់ចំនួនផ្សេង។")

  static let noErrors = LocalizedText(
    en: "Standard errors by drawing people anew are not made for methods that fit a model.",
    km: "មិនគណនាកំហុសស្តង់ដារដោយចាប់សំណាកឡើងវិញ សម្រាប់វិធីដែលប៉ាន់ស្មានម៉ូដែលទេ។")

  static func leftOut(_ x: Int, _ y: Int) -> LocalizedText {
    LocalizedText(
      en: "People with a missing score, left out: \(x) with X, \(y) with Y.",
      km: "មនុស្សដែលខ្វះពិន្ទុ ហើយត្រូវទុកចោល៖ \(Khmer.withKhmerDigits("\(x)")) នាក់ធ្វើ X, "
        + "\(Khmer.withKhmerDigits("\(y)")) នាក់ធ្វើ Y។")
  }

  /// With fewer people an equating is best kept simple.
  ///
  /// Source: Kolen and Brennan (2014), section 8.4.
  static let advised = 100

  static func few(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Only \(count) people took one of the forms. With fewer than \(advised) only the methods "
        + "mean and circle-arc are advised (Livingston and Kim 2009).",
      km: "មានតែ \(Khmer.withKhmerDigits("\(count)")) នាក់ដែលធ្វើវិញ្ញាសាមួយ។ បើតិចជាង "
        + "\(Khmer.withKhmerDigits("\(advised)")) នាក់ គួរប្រើតែវិធី mean និង circle-arc "
        + "(Livingston និង Kim ២០០៩)។")
  }

  static func source(_ method: EquatingAnalysis.Method) -> LocalizedText {
    switch method {
    case .circleArc:
      LocalizedText(
        en: "Simplified circle-arc method (Livingston and Kim 2009).",
        km: "វិធីធ្នូរង្វង់សាមញ្ញ (Livingston និង Kim ២០០៩)។")
    case .meanMean, .meanSigma, .haebara, .stockingLord:
      LocalizedText(
        en: "Each form is fitted by itself, X's scale of ability is put on Y's by the anchor, and "
          + "true scores are equated (Kolen and Brennan 2014, chapter 6).",
        km: "វិញ្ញាសានីមួយៗត្រូវប៉ាន់ស្មានដោយឡែក រួចដាក់មាត្រដ្ឋាន X លើមាត្រដ្ឋាន Y តាមសំណួររួម "
          + "ហើយធ្វើឱ្យពិន្ទុពិតសមមូល (Kolen និង Brennan ២០១៤ ជំពូក ៦)។")
    default:
      LocalizedText(
        en: "Formulas as in Kolen and Brennan (2014), Test Equating, Scaling, and Linking.",
        km: "រូបមន្តតាម Kolen និង Brennan (២០១៤)។")
    }
  }

  // MARK: Findings

  static func noAnchor(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-anchor", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "The two files have no item in common, which this method needs.",
        km: "ឯកសារទាំងពីរគ្មានសំណួររួម ដែលវិធីនេះត្រូវការ។"),
      remedy: LocalizedText(
        en: "Name the common columns with --anchor, or use mean, linear, equipercentile or "
          + "circle-arc for groups made by lot.",
        km: "សូមដាក់ឈ្មោះជួរឈររួមដោយ --anchor ឬប្រើ mean, linear, equipercentile ឬ circle-arc "
          + "សម្រាប់ក្រុមដែលបែងចែកដោយចាប់ឆ្នោត។"))
  }

  static func tooFewPeople(_ path: String) -> Diagnostic {
    Diagnostic(
      "too-few-people", at: SourceLocation(file: path),
      LocalizedText(
        en: "Fewer than two people have all scores.", km: "មានមនុស្សតិចជាងពីរនាក់ដែលមានពិន្ទុគ្រប់។"),
      remedy: LocalizedText(
        en: "Give the scores of more people.", km: "សូមដាក់ពិន្ទុរបស់មនុស្សបន្ថែម។"))
  }

  static func aboveHighest(_ highest: Int, _ path: String) -> Diagnostic {
    let number = "\(highest)"
    return Diagnostic(
      "above-highest", at: SourceLocation(file: path),
      LocalizedText(
        en: "Somebody has more than the \(number) points of --highest.",
        km: "មានអ្នកបានលើសពី \(Khmer.withKhmerDigits(number)) ពិន្ទុរបស់ --highest។"),
      remedy: LocalizedText(
        en: "Give the highest score that the form allows.",
        km: "សូមដាក់ពិន្ទុខ្ពស់បំផុតដែលវិញ្ញាសាអនុញ្ញាត។"))
  }

  static func outOfRange(_ path: String) -> Diagnostic {
    Diagnostic(
      "score-range", at: SourceLocation(file: path),
      LocalizedText(
        en: "Totals must lie between 0 and 10,000.", km: "ពិន្ទុសរុបត្រូវនៅចន្លោះ ០ និង ១០ ០០០។"),
      remedy: LocalizedText(
        en: "Give points that start at 0.", km: "សូមដាក់ពិន្ទុដែលចាប់ពី ០។"))
  }

  static func notWhole(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-whole", at: SourceLocation(file: path),
      LocalizedText(
        en: "This method needs whole scores.", km: "វិធីនេះត្រូវការពិន្ទុជាចំនួនគត់។"),
      remedy: LocalizedText(
        en: "Give whole points, or use a linear method.",
        km: "សូមដាក់ពិន្ទុជាចំនួនគត់ ឬប្រើវិធីបន្ទាត់។"))
  }

  static func needsItems(_ path: String) -> Diagnostic {
    Diagnostic(
      "needs-items", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "This method needs the scores of each item; the table has totals.",
        km: "វិធីនេះត្រូវការពិន្ទុនៃសំណួរនីមួយៗ តែតារាងនេះមានពិន្ទុសរុប។"),
      remedy: LocalizedText(
        en: "Give one column for each item and no column called total.",
        km: "សូមដាក់ជួរឈរមួយសម្រាប់សំណួរនីមួយៗ ដោយគ្មានជួរឈរឈ្មោះ total។"))
  }

  static func cannotFit(_ items: [String], _ path: String) -> Diagnostic {
    let list = StatisticsMessages.list(items)
    return Diagnostic(
      "cannot-fit", at: SourceLocation(file: path),
      LocalizedText(
        en: "No curve can be fitted to these items, since they lack a score, or have others than "
          + "the model takes: \(list).",
        km: "មិនអាចប៉ាន់ស្មានខ្សែកោងនៃសំណួរទាំងនេះបានទេ ព្រោះខ្វះពិន្ទុខ្លះ ឬមានពិន្ទុដែលម៉ូដែលមិនទទួល៖ \(list)។"),
      remedy: LocalizedText(
        en: "Pass them over with --ignore in both files, or choose another --model.",
        km: "សូមរំលងដោយ --ignore ក្នុងឯកសារទាំងពីរ ឬជ្រើស --model ផ្សេង។"))
  }

  static func notEquated(_ reason: LocalizedText, _ path: String) -> Diagnostic {
    Diagnostic(
      "not-equated", at: SourceLocation(file: path),
      LocalizedText(
        en: "The forms cannot be equated: \(reason.en).", km: "មិនអាចធ្វើឱ្យវិញ្ញាសាសមមូលបានទេ៖ \(reason.km)។"),
      remedy: LocalizedText(
        en: "Look at the scores, or choose a simpler method.",
        km: "សូមពិនិត្យពិន្ទុ ឬជ្រើសវិធីសាមញ្ញជាងនេះ។"))
  }
}
