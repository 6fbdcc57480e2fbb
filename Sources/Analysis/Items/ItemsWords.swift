import Psychometrics
import Text

/// The words of the analysis of items.
enum ItemsWords {
  static let title = LocalizedText(en: "Item analysis", km: "ការវិភាគសំណួរ")
  static let people = LocalizedText(en: "People", km: "ចំនួនសិក្ខាកាម")
  static let items = LocalizedText(en: "Items", km: "ចំនួនសំណួរ")
  static let item = LocalizedText(en: "Item", km: "សំណួរ")
  static let rule = LocalizedText(en: "Missing answers", km: "ចម្លើយដែលខ្វះ")
  static let mean = LocalizedText(en: "Mean of totals", km: "មធ្យមភាគនៃពិន្ទុសរុប")
  static let deviation = LocalizedText(en: "Standard deviation", km: "គម្លាតស្តង់ដារ")
  static let alpha = LocalizedText(en: "Alpha", km: "អាល់ហ្វា")
  static let alphaInterval = LocalizedText(
    en: "95 % interval of alpha", km: "ចន្លោះជឿជាក់ ៩៥% នៃអាល់ហ្វា")
  static let omega = LocalizedText(en: "Omega", km: "អូមេហ្គា")
  static let sem = LocalizedText(
    en: "Standard error of measurement, points", km: "កំហុសស្តង់ដារនៃការវាស់ គិតជាពិន្ទុ")
  static let difficulty = LocalizedText(en: "Difficulty (mean)", km: "កម្រិតលំបាក (មធ្យមភាគ)")
  static let discrimination = LocalizedText(
    en: "Discrimination (item-rest r)", km: "កម្រិតបែងចែក (r ជាមួយសំណួរដទៃ)")
  static let index = LocalizedText(
    en: "Upper less lower 27 %", km: "២៧% ខ្ពស់បំផុត ដក ២៧% ទាបបំផុត")
  static let alphaIfDeleted = LocalizedText(en: "Alpha without it", km: "អាល់ហ្វាបើគ្មានសំណួរនេះ")
  static let omitted = LocalizedText(en: "No answer", km: "គ្មានចម្លើយ")
  static let option = LocalizedText(en: "Answer", km: "ចម្លើយ")
  static let key = LocalizedText(en: "Key or score", km: "កូនសោ ឬពិន្ទុ")
  static let right = LocalizedText(en: "right", km: "ត្រូវ")
  static let noAnswer = LocalizedText(en: "(none)", km: "(គ្មាន)")
  static let proportion = LocalizedText(en: "Share", km: "ភាគ")
  static let pointBiserial = LocalizedText(
    en: "r with the other items", km: "r ជាមួយសំណួរដទៃ")
  static let remark = LocalizedText(en: "Remark", km: "កំណត់សម្គាល់")
  static let suspect = LocalizedText(en: "better people choose this", km: "អ្នកពូកែជ្រើសចម្លើយនេះ")
  static let itemCaption = LocalizedText(en: "Items", km: "សំណួរ")
  static let optionCaption = LocalizedText(
    en: "Answers and distractors", km: "ចម្លើយ និងជម្រើសបញ្ឆោត")
  static let plotTitle = LocalizedText(
    en: "How well each item tells good results from poor ones",
    km: "តើសំណួរនីមួយៗបែងចែកលទ្ធផលល្អ និងខ្សោយបានប៉ុនណា")
  static let plotSummary = LocalizedText(
    en: "A bar for each item: its correlation with the sum of the other items.",
    km: "របារមួយសម្រាប់សំណួរនីមួយៗ៖ ទំនាក់ទំនងរវាងសំណួរនោះ និងផលបូកនៃសំណួរដទៃ។")

  static let itemNotes = [
    LocalizedText(
      en: "Discrimination: the correlation of the item with the sum of the other items. Below 0.2 "
        + "an item adds little; below zero it works against the test.",
      km: "កម្រិតបែងចែក៖ ទំនាក់ទំនងរវាងសំណួរ និងផលបូកនៃសំណួរដទៃ។ ក្រោម ០,២ សំណួរជួយបានតិច "
        + "ហើយក្រោមសូន្យវាប្រឆាំងនឹងតេស្ត។"),
    LocalizedText(
      en: "Standard deviations divide by n − 1. Omega: one factor, fitted by least squares to the "
        + "correlations (MINRES).",
      km: "គម្លាតស្តង់ដារចែកនឹង n − 1។ អូមេហ្គា៖ កត្តាតែមួយ គណនាតាមការ៉េតូចបំផុតលើមេគុណទំនាក់ទំនង (MINRES)។"),
  ]
  static let optionNote = LocalizedText(
    en:
      "A right answer should go with good results on the other items (r above zero), a distractor "
      + "with poor ones.",
    km: "ចម្លើយត្រូវគួរទៅជាមួយលទ្ធផលល្អលើសំណួរដទៃ (r លើសសូន្យ) ឯជម្រើសបញ្ឆោតគួរទៅជាមួយលទ្ធផលខ្សោយ។")

  static func rule(_ rule: MissingRule) -> LocalizedText {
    switch rule {
    case .listwise:
      LocalizedText(
        en: "listwise: people with any missing answer are left out",
        km: "listwise៖ ទុកចោលអ្នកដែលខ្វះចម្លើយណាមួយ")
    case .pairwise:
      LocalizedText(
        en: "pairwise: each figure uses the answers that are there",
        km: "pairwise៖ តួលេខនីមួយៗប្រើចម្លើយដែលមាន")
    case .zero:
      LocalizedText(en: "zero: no answer scores zero", km: "zero៖ គ្មានចម្លើយបានសូន្យពិន្ទុ")
    }
  }

  static func summary(_ result: ItemsResult) -> LocalizedText {
    let s = result.statistics
    let (n, items) = (Say.count(s.n), Say.count(s.items.count))
    var en = "\(n.en) people answered \(items.en) items."
    var km = "សិក្ខាកាម \(n.km) នាក់បានឆ្លើយសំណួរ \(items.km)។"
    if let alpha = s.alpha.value {
      let value = Say.number(alpha)
      let (en1, km1) =
        alpha >= 0.8
        ? (
          "enough to compare groups, and single people with care",
          "ល្មមសម្រាប់ប្រៀបធៀបក្រុម និងបុគ្គលដោយប្រុងប្រយ័ត្ន"
        )
        : alpha >= 0.6
          ? ("enough to compare groups, not single people", "ល្មមសម្រាប់ប្រៀបធៀបក្រុម តែមិនមែនបុគ្គលទេ")
          : ("too little to compare people", "តិចពេកសម្រាប់ប្រៀបធៀបមនុស្ស")
      en += " The reliability (alpha) is \(value.en): \(en1)."
      km += " ភាពអាចទុកចិត្តបាន (អាល់ហ្វា) គឺ \(value.km)៖ \(km1)។"
    }
    if let sem = s.standardError.value {
      let value = Say.number(sem)
      en += " A total is uncertain by about ±\(value.en) points (one standard error)."
      km += " ពិន្ទុសរុបមានភាពមិនប្រាកដប្រហែល ±\(value.km) ពិន្ទុ (កំហុសស្តង់ដារមួយ)។"
    }
    return LocalizedText(en: en, km: km)
  }

  // MARK: Notes

  static func leftOut(_ count: Int, of people: Int) -> LocalizedText {
    let (some, all) = (Say.count(count), Say.count(people))
    return LocalizedText(
      en: "\(some.en) of \(all.en) people are left out because an answer is missing.",
      km: "សិក្ខាកាម \(some.km) ក្នុងចំណោម \(all.km) នាក់ត្រូវបានទុកចោល ព្រោះខ្វះចម្លើយ។")
  }

  static func fewPeople(_ n: Int) -> LocalizedText {
    let count = Say.count(n)
    return LocalizedText(
      en:
        "With \(count.en) people these figures are a first look: one more person may change them.",
      km: "ជាមួយសិក្ខាកាម \(count.km) នាក់ តួលេខទាំងនេះគ្រាន់តែជាការមើលដំបូង៖ មនុស្សម្នាក់ទៀតអាចប្តូរវាបាន។")
  }

  static let negativeAlpha = LocalizedText(
    en: "Alpha is below zero: the items contradict each other. Look for keys that are wrong or "
      + "scores that run the other way.",
    km: "អាល់ហ្វាទាបជាងសូន្យ៖ សំណួរផ្ទុយគ្នា។ សូមរកកូនសោដែលខុស ឬពិន្ទុដែលរាប់បញ្ច្រាស។")

  static func checkKeys(_ ids: [String]) -> LocalizedText {
    let list = self.list(ids)
    return LocalizedText(
      en: "Check the key of \(list): good people choose another answer more than the keyed one.",
      km: "សូមពិនិត្យកូនសោនៃ \(list)៖ អ្នកពូកែជ្រើសចម្លើយផ្សេងច្រើនជាងចម្លើយកូនសោ។")
  }

  static func nobodyRight(_ ids: [String]) -> LocalizedText {
    let list = self.list(ids)
    return LocalizedText(
      en: "Nobody gave the keyed answer of \(list); answers and keys must be spelt alike, capitals "
        + "too.",
      km: "គ្មាននរណាឆ្លើយតាមកូនសោនៃ \(list) ទេ។ ចម្លើយ និងកូនសោត្រូវសរសេរដូចគ្នា ទាំងអក្សរធំ។")
  }

  static func against(_ ids: [String]) -> LocalizedText {
    let list = self.list(ids)
    return LocalizedText(
      en: "\(list): good people do worse on it than poor ones.",
      km: "\(list)៖ អ្នកពូកែធ្វើបានខ្សោយជាងអ្នកខ្សោយ។")
  }

  static func constant(_ ids: [String]) -> LocalizedText {
    let list = self.list(ids)
    return LocalizedText(
      en: "\(list): everybody has the same score, so it tells nobody apart.",
      km: "\(list)៖ គ្រប់គ្នាបានពិន្ទុដូចគ្នា ដូច្នេះវាមិនបែងចែកនរណាទេ។")
  }

  private static func list(_ ids: [String]) -> String {
    ids.prefix(10).joined(separator: ", ") + (ids.count > 10 ? ", …" : "")
  }

  // MARK: Findings

  static func noItems(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-items", at: SourceLocation(file: path, line: 1),
      LocalizedText(en: "The table has no column that is an item.", km: "តារាងនេះគ្មានជួរឈរណាជាសំណួរទេ។"),
      remedy: LocalizedText(
        en: "Give it one column for each item, and name no item with --ignore.",
        km: "សូមឱ្យវាមានជួរឈរមួយសម្រាប់សំណួរនីមួយៗ ហើយកុំដាក់ឈ្មោះសំណួរក្នុង --ignore។"))
  }

  static func keyWithoutColumn(
    _ name: String, path: String, suggestion: String?
  ) -> Diagnostic {
    let guess = suggestion.map { " Did you mean '\($0)'?" } ?? ""
    let guessKhmer = suggestion.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""
    return Diagnostic(
      "key-without-column", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "The key names an item '\(name)' that the table does not have.",
        km: "កូនសោដាក់ឈ្មោះសំណួរ '\(name)' ដែលតារាងនេះគ្មាន។"),
      remedy: LocalizedText(
        en: "Mend the name in the key or in the header.\(guess)",
        km: "សូមកែឈ្មោះក្នុងកូនសោ ឬក្នុងបឋមកថា។\(guessKhmer)"))
  }

  static func keyColumns(_ path: String) -> Diagnostic {
    Diagnostic(
      "key-columns", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "The table of keys lacks the columns 'item' and 'key'.",
        km: "តារាងកូនសោខ្វះជួរឈរ 'item' និង 'key'។"),
      remedy: LocalizedText(
        en: "Begin it with the line item,key.", km: "សូមចាប់ផ្តើមវាដោយបន្ទាត់ item,key។"))
  }

  static func emptyKey(_ place: SourceLocation, excerpt: String) -> Diagnostic {
    Diagnostic(
      "empty-key", at: place,
      LocalizedText(en: "An item or its key is empty.", km: "សំណួរ ឬកូនសោរបស់វាទទេ។"),
      remedy: LocalizedText(
        en: "Write the item's name and its right answer.",
        km: "សូមសរសេរឈ្មោះសំណួរ និងចម្លើយត្រូវរបស់វា។"), excerpt: excerpt)
  }

  static func keyTwice(
    _ name: String, _ place: SourceLocation, excerpt: String
  ) -> Diagnostic {
    Diagnostic(
      "key-twice", at: place,
      LocalizedText(en: "'\(name)' has two keys.", km: "'\(name)' មានកូនសោពីរ។"),
      remedy: LocalizedText(
        en: "Keep one row; several right answers are parted by '|'.",
        km: "សូមទុកជួរតែមួយ ហើយបំបែកចម្លើយត្រូវច្រើនដោយ '|'។"), excerpt: excerpt)
  }

  static func noKeys(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-keys", at: SourceLocation(file: path),
      LocalizedText(en: "The table of keys has no rows.", km: "តារាងកូនសោគ្មានជួរទេ។"),
      remedy: LocalizedText(
        en: "Write one row for each item: its name and its right answer.",
        km: "សូមសរសេរជួរមួយសម្រាប់សំណួរនីមួយៗ៖ ឈ្មោះ និងចម្លើយត្រូវ។"))
  }
}
