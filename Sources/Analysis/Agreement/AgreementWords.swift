import Psychometrics
import Text

/// The words of agreement.
enum AgreementWords {
  static let title = LocalizedText(en: "Agreement of raters", km: "ភាពស្របគ្នានៃអ្នកវាយតម្លៃ")
  static let caption = LocalizedText(
    en: "Agreement beyond chance", km: "ភាពស្របគ្នាលើសពីចៃដន្យ")
  static let statistic = LocalizedText(en: "measure", km: "រង្វាស់")
  static let value = LocalizedText(en: "value", km: "តម្លៃ")
  static let interval = LocalizedText(en: "95 % interval", km: "ចន្លោះជឿជាក់ ៩៥%")
  static let meaningTitle = LocalizedText(en: "meaning", km: "អត្ថន័យ")
  static let subjects = LocalizedText(en: "subjects", km: "ចំនួនវត្ថុវាយតម្លៃ")
  static let raters = LocalizedText(en: "raters", km: "ចំនួនអ្នកវាយតម្លៃ")
  static let observed = LocalizedText(en: "observed agreement", km: "ភាពស្របគ្នាដែលឃើញ")
  static let expected = LocalizedText(en: "agreement by chance", km: "ភាពស្របគ្នាដោយចៃដន្យ")

  static func name(_ statistic: AgreementAnalysis.Statistic) -> LocalizedText {
    switch statistic {
    case .kappa: LocalizedText(en: "Cohen's kappa", km: "kappa របស់ Cohen")
    case .fleiss: LocalizedText(en: "Fleiss' kappa", km: "kappa របស់ Fleiss")
    case .krippendorff: LocalizedText(en: "Krippendorff's alpha", km: "alpha របស់ Krippendorff")
    case .icc: LocalizedText(en: "intraclass correlation", km: "សហសម្ព័ន្ធក្នុងថ្នាក់")
    }
  }

  static func meaning(_ form: IntraclassCorrelation.Form) -> LocalizedText {
    switch form {
    case .single1:
      LocalizedText(en: "one rater, others for each subject", km: "អ្នកវាយតម្លៃម្នាក់ ផ្សេងគ្នាតាមវត្ថុ")
    case .single2:
      LocalizedText(
        en: "one rater of many, absolute agreement", km: "អ្នកវាយតម្លៃម្នាក់ក្នុងចំណោមច្រើន ស្របគ្នាដាច់ខាត")
    case .single3:
      LocalizedText(en: "one of these raters, consistency", km: "ម្នាក់ក្នុងអ្នកវាយតម្លៃទាំងនេះ ភាពស៊ីសង្វាក់")
    case .mean1:
      LocalizedText(en: "mean of raters, others for each subject", km: "មធ្យមនៃអ្នកវាយតម្លៃ ផ្សេងគ្នាតាមវត្ថុ")
    case .mean2:
      LocalizedText(en: "mean of raters, absolute agreement", km: "មធ្យមនៃអ្នកវាយតម្លៃ ស្របគ្នាដាច់ខាត")
    case .mean3:
      LocalizedText(en: "mean of these raters, consistency", km: "មធ្យមនៃអ្នកវាយតម្លៃទាំងនេះ ភាពស៊ីសង្វាក់")
    }
  }

  static func reason(_ reason: UndefinedReason) -> LocalizedText {
    switch reason {
    case .noVariation:
      LocalizedText(
        en: "the ratings do not vary enough to disagree by chance",
        km: "ការវាយតម្លៃមិនប្រែប្រួលគ្រប់គ្រាន់ដើម្បីខុសគ្នាដោយចៃដន្យ")
    case .tooFew:
      LocalizedText(
        en: "too few subjects have the ratings that are needed",
        km: "វត្ថុដែលមានការវាយតម្លៃគ្រប់មានចំនួនតិចពេក")
    default: StatisticsMessages.reason(reason)
    }
  }

  static func leftOut(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Subjects without enough ratings, left out: \(count).",
      km: "វត្ថុដែលខ្វះការវាយតម្លៃ ហើយត្រូវទុកចោល៖ \(Khmer.withKhmerDigits("\(count)"))។")
  }

  static func order(_ categories: [String]) -> LocalizedText {
    let list = StatisticsMessages.list(categories)
    return LocalizedText(
      en: "The order of the categories is taken to be: \(list).",
      km: "លំដាប់នៃប្រភេទត្រូវសន្មតថា៖ \(list)។")
  }

  static func source(_ request: AgreementAnalysis.Request) -> LocalizedText {
    switch request.statistic {
    case .kappa:
      LocalizedText(
        en: "Cohen (1960, 1968), weights: \(request.weights.rawValue); large-sample interval "
          + "(Fleiss, Cohen and Everitt 1969).",
        km: "Cohen (១៩៦០, ១៩៦៨) ទម្ងន់៖ \(request.weights.rawValue)។ ចន្លោះជឿជាក់សម្រាប់សំណាកធំ "
          + "(Fleiss, Cohen និង Everitt ១៩៦៩)។")
    case .fleiss:
      LocalizedText(
        en: "Fleiss (1971); large-sample interval (Gwet 2021).",
        km: "Fleiss (១៩៧១)។ ចន្លោះជឿជាក់សម្រាប់សំណាកធំ (Gwet ២០២១)។")
    case .krippendorff:
      LocalizedText(
        en: "Krippendorff (2011), metric: \(request.metric.rawValue); interval by drawing subjects "
          + "anew \(request.samples) times, seed \(request.seed).",
        km: "Krippendorff (២០១១) រង្វាស់ចម្ងាយ៖ \(request.metric.rawValue)។ ចន្លោះជឿជាក់ដោយចាប់វត្ថុឡើងវិញ "
          + "\(Khmer.withKhmerDigits("\(request.samples)")) ដង លេខចាប់ផ្តើម "
          + "\(Khmer.withKhmerDigits("\(request.seed)"))។")
    case .icc:
      LocalizedText(
        en: "Shrout and Fleiss (1979); intervals by F.", km: "Shrout និង Fleiss (១៩៧៩)។ ចន្លោះជឿជាក់តាម F។")
    }
  }

  // MARK: Findings

  static func oneRater(_ path: String, isTransposed: Bool) -> Diagnostic {
    Diagnostic(
      "one-rater", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "There is only one rater; agreement needs two.",
        km: "មានអ្នកវាយតម្លៃតែម្នាក់ តែភាពស្របគ្នាត្រូវការពីរនាក់។"),
      remedy: LocalizedText(
        en: isTransposed
          ? "Give one row for each rater." : "Give one column for each rater, or say --transpose.",
        km: isTransposed
          ? "សូមដាក់ជួរមួយសម្រាប់អ្នកវាយតម្លៃម្នាក់ៗ។"
          : "សូមដាក់ជួរឈរមួយសម្រាប់អ្នកវាយតម្លៃម្នាក់ៗ ឬប្រើ --transpose។"))
  }

  static func notTwoRaters(_ count: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "not-two-raters", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "Cohen's kappa compares two raters; the table has \(count).",
        km: "kappa របស់ Cohen ប្រៀបធៀបអ្នកវាយតម្លៃពីរនាក់ តែតារាងនេះមាន "
          + "\(Khmer.withKhmerDigits("\(count)")) នាក់។"),
      remedy: LocalizedText(
        en: "Use --statistic fleiss or krippendorff, or pass columns over with --ignore.",
        km: "សូមប្រើ --statistic fleiss ឬ krippendorff ឬរំលងជួរឈរដោយ --ignore។"))
  }

  static func notNumbers(_ texts: [String], _ path: String) -> Diagnostic {
    let list = StatisticsMessages.list(texts)
    return Diagnostic(
      "bad-number", at: SourceLocation(file: path),
      LocalizedText(
        en: "This measure needs numbers; the table has: \(list).",
        km: "រង្វាស់នេះត្រូវការចំនួន តែតារាងនេះមាន៖ \(list)។"),
      remedy: LocalizedText(
        en: "Write the ratings as numbers, or use --metric nominal.",
        km: "សូមសរសេរការវាយតម្លៃជាចំនួន ឬប្រើ --metric nominal។"))
  }
}
