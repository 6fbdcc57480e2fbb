import Analysis
import Document
import Psychometrics
import Records
import Text

/// The sentences of reports.
extension ReportingMessages {
  // MARK: Headline

  static func headline(
    _ n: Int, pre: Double, post: Double, gain: Double, interval: ConfidenceInterval?
  ) -> Statement {
    let row = RowReference(table: "headline", row: 0)
    let (before, after) = (Prose.number(pre), Prose.number(post))
    let change = Prose.number(gain, isSigned: true)
    var statement = Statement(
      en: "\(n == 1 ? "1 person" : "\(n) people", from: row) took both tests. The mean was "
        + "\(before.en, from: row) % of the points before and \(after.en, from: row) % after: a "
        + "change of \(change.en, from: row) percentage points",
      km: "សិក្ខាកាម \(Prose.count(n).km, from: row) នាក់បានធ្វើតេស្តទាំងពីរ។ មធ្យមភាគគឺ "
        + "\(before.km, from: row)% នៃពិន្ទុមុនវគ្គ និង \(after.km, from: row)% ក្រោយវគ្គ ពោលគឺប្រែប្រួល "
        + "\(change.km, from: row) ចំណុចភាគរយ")
    if let interval {
      let (low, high) = (Prose.number(interval.low), Prose.number(interval.high))
      statement.en =
        statement.en
        + " (95 % confidence interval \(low.en, from: row) to \(high.en, from: row))"
      statement.km =
        statement.km + " (ចន្លោះជឿជាក់ ៩៥% ពី \(low.km, from: row) ដល់ \(high.km, from: row))"
    }
    statement.en = statement.en + "."
    statement.km = statement.km + "។"
    return statement
  }

  static let changeOnly = LocalizedText(
    en: "This is change. Without a comparison group it cannot be attributed to the training: "
      + "nobody knows how the same people would have done without it.",
    km: "នេះជាបម្រែបម្រួល។ ដោយគ្មានក្រុមប្រៀបធៀប មិនអាចសន្និដ្ឋានថាបម្រែបម្រួលនេះកើតពីការបណ្តុះបណ្តាលបានទេ "
      + "ព្រោះគ្មាននរណាដឹងថាលទ្ធផលរបស់សិក្ខាកាមដដែលនឹងទៅជាយ៉ាងណា បើគ្មានការបណ្តុះបណ្តាលនោះ។")

  static func fewPeople(_ n: Int) -> LocalizedText {
    LocalizedText(
      en: "Only \(n) people took both tests. So few say little about anybody else; the figures may "
        + "change much with one more person.",
      km: "មានសិក្ខាកាមតែ \(Prose.count(n).km) នាក់ប៉ុណ្ណោះដែលបានធ្វើតេស្តទាំងពីរ។ ចំនួនតិចបែបនេះបញ្ជាក់បានតិចតួចអំពីអ្នកដទៃ "
        + "ហើយតួលេខអាចប្រែប្រួលច្រើន ដោយបន្ថែមមនុស្សតែម្នាក់។")
  }

  static func singlePeople(_ n: Int) -> LocalizedText {
    let people = n == 1 ? "1 person" : "\(n) people"
    return LocalizedText(
      en: "Only \(people) took both tests. The figures show the results of single people: "
        + "draw no conclusion from them, and do not pass them on.",
      km: "មានសិក្ខាកាមតែ \(Prose.count(n).km) នាក់ប៉ុណ្ណោះដែលបានធ្វើតេស្តទាំងពីរ។ តួលេខទាំងនេះបង្ហាញលទ្ធផលរបស់បុគ្គលម្នាក់ៗ៖ "
        + "សូមកុំទាញសេចក្តីសន្និដ្ឋាន និងកុំផ្សព្វផ្សាយ។")
  }

  static let sameForm = LocalizedText(
    en: "Everybody took the same form twice. Having met the same questions before may be part of "
      + "the change.",
    km: "សិក្ខាកាមទាំងអស់បានធ្វើវិញ្ញាសាដដែលពីរដង។ ការធ្លាប់ជួបសំណួរដដែលអាចជាផ្នែកមួយនៃបម្រែបម្រួល។")

  static func repeatedPeople(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count == 1 ? "1 person is" : "\(count) people are") counted at more than one event; the "
        + "intervals take each pair for another person and are too narrow.",
      km: "សិក្ខាកាម \(Prose.count(count).km) នាក់ត្រូវបានរាប់ក្នុងព្រឹត្តិការណ៍លើសពីមួយ។ ចន្លោះជឿជាក់ចាត់ទុកគូនីមួយៗជាមនុស្សផ្សេងគ្នា "
        + "ហេតុនេះចង្អៀតពេក។")
  }

  static let severalEvents = LocalizedText(
    en: "The people come from several events. Those of one event resemble each other, so the real "
      + "uncertainty is larger than the intervals say.",
    km: "សិក្ខាកាមមកពីព្រឹត្តិការណ៍បណ្តុះបណ្តាលច្រើន។ អ្នកនៅព្រឹត្តិការណ៍តែមួយមានលក្ខណៈស្រដៀងគ្នា "
      + "ដូច្នេះភាពមិនប្រាកដពិតប្រាកដធំជាងចន្លោះជឿជាក់។")

  static func seed(_ seed: Int) -> LocalizedText {
    LocalizedText(
      en:
        "The data of this report were made by a program with seed \(seed). They are about nobody.",
      km: "ទិន្នន័យក្នុងរបាយការណ៍នេះបង្កើតដោយកម្មវិធី ដោយប្រើលេខចាប់ផ្តើម \(seed)។ វាមិនមែនអំពីមនុស្សពិតណាម្នាក់ទេ។")
  }

  // MARK: Footnotes

  static let changeFootnotes = [
    LocalizedText(
      en: "Gain: after − before, of the same people, in percentage points. Interval, t, df and p: "
        + "Student, paired, two-sided.",
      km: "ការកើនឡើង៖ ក្រោយវគ្គ − មុនវគ្គ របស់សិក្ខាកាមដដែល គិតជាចំណុចភាគរយ។ ចន្លោះជឿជាក់, t, df និង p៖ "
        + "តេស្តគូតាម Student ទ្វេទិស។"),
    LocalizedText(
      en: "Hedges g: gain ÷ √((s² before + s² after) ÷ 2) × J(df), df = n − 1. Wilcoxon: signed "
        + "ranks, two-sided, zero differences dropped, exact up to 50 of them.",
      km:
        "g តាម Hedges៖ ការកើនឡើង ÷ √((s² មុន + s² ក្រោយ) ÷ 2) × J(df), df = n − 1។ Wilcoxon៖ តេស្តលំដាប់មានសញ្ញា "
        + "ទ្វេទិស ដោយលុបភាពខុសគ្នាស្មើសូន្យ និងគណនាពិតប្រាកដរហូតដល់ ៥០ ករណី។"),
  ]

  static let classNote = LocalizedText(
    en: "Share of possible gain: gain ÷ (100 − mean before).",
    km: "ភាគនៃការកើនឡើងដែលអាចមាន៖ ការកើនឡើង ÷ (100 − មធ្យមភាគមុនវគ្គ)។")
  static let holmNote = LocalizedText(
    en: "p adjusted: by Holm, over the rows of this table.",
    km: "p កែតម្រូវ៖ តាមវិធី Holm លើជួរទាំងអស់នៃតារាងនេះ។")
  static let adjustedNote = LocalizedText(
    en: "Gain freed from forms: the mean of the mean gains of the two orders of forms, interval by "
      + "Welch. Where a group is out of balance, only this gain is given.",
    km: "ការកើនឡើងដោយដកភាពខុសគ្នានៃវិញ្ញាសា៖ មធ្យមភាគនៃមធ្យមភាគការកើនឡើងរបស់លំដាប់វិញ្ញាសាទាំងពីរ ចន្លោះជឿជាក់តាម Welch។ "
      + "ក្រុមដែលមិនមានតុល្យភាព បង្ហាញតែការកើនឡើងនេះ។")
  static let byFormNote = LocalizedText(
    en: "Each row has one order of forms: the difference between the forms is part of its gain, up "
      + "in one order and down in the other.",
    km: "ជួរនីមួយៗមានលំដាប់វិញ្ញាសាតែមួយ៖ ភាពខុសគ្នារវាងវិញ្ញាសាជាផ្នែកមួយនៃការកើនឡើង ដោយបូកក្នុងលំដាប់មួយ និងដកក្នុងលំដាប់មួយទៀត។")

  static func suppressionNote(_ minimum: Int) -> LocalizedText {
    LocalizedText(
      en: "Groups of fewer than \(minimum) people are hidden, and with them as many others as keep "
        + "their figures from being worked out.",
      km:
        "ក្រុមដែលមានតិចជាង \(Prose.count(minimum).km) នាក់ត្រូវបានលាក់ ព្រមទាំងក្រុមផ្សេងទៀតតាមចាំបាច់ ដើម្បីកុំឱ្យគេអាចគណនារកតួលេខនោះបាន។")
  }

  static func attritionNote(_ minimum: Int) -> LocalizedText {
    LocalizedText(
      en: "A mean of fewer than \(minimum) people would show single results.",
      km: "មធ្យមភាគរបស់មនុស្សតិចជាង \(Prose.count(minimum).km) នាក់ នឹងបង្ហាញលទ្ធផលរបស់បុគ្គលម្នាក់ៗ។")
  }

  // MARK: Reasons in cells

  static func tooFewPeople(_ minimum: Int) -> LocalizedText {
    LocalizedText(
      en: "fewer than \(minimum) people", km: "មានតិចជាង \(Prose.count(minimum).km) នាក់")
  }

  static let complementary = LocalizedText(
    en: "hidden so that a smaller group's figures cannot be worked out",
    km: "លាក់ ដើម្បីកុំឱ្យគេអាចគណនារកតួលេខរបស់ក្រុមតូចជាង")
  static let groupOutOfBalance = LocalizedText(
    en: "the two orders of forms are out of balance in this group",
    km: "លំដាប់វិញ្ញាសាទាំងពីរមិនមានតុល្យភាពក្នុងក្រុមនេះ")
  static let notMeasured = LocalizedText(
    en: "not measured by this test", km: "មិនបានវាស់ដោយតេស្តនេះ")
  static let notOnBothForms = LocalizedText(
    en: "one of the forms has no question on it", km: "វិញ្ញាសាមួយគ្មានសំណួរអំពីចំណុចនេះ")
  static let notReckoned = LocalizedText(en: "not reckoned", km: "មិនបានគណនា")

  static func tooFewQuestions(_ minimum: Int) -> LocalizedText {
    LocalizedText(
      en: "fewer than \(minimum) questions on a form",
      km: "វិញ្ញាសាមួយមានសំណួរតិចជាង \(Prose.count(minimum).km)")
  }

  /// Why a figure does not exist for these data.
  static func undefined(_ reason: UndefinedReason) -> LocalizedText {
    switch reason {
    case .tooFew(let needed):
      needed == 1
        ? LocalizedText(en: "there is nobody", km: "គ្មានសិក្ខាកាម")
        : LocalizedText(
          en: "fewer than \(needed) people", km: "មានតិចជាង \(Prose.count(needed).km) នាក់")
    case .noVariation:
      LocalizedText(
        en: "everybody has the same value, so there is no spread to compare with",
        km: "គ្រប់គ្នាមានតម្លៃដូចគ្នា ដូច្នេះគ្មានគម្លាតសម្រាប់ប្រៀបធៀប")
    case .noDifferences:
      LocalizedText(en: "nobody's score changed", km: "ពិន្ទុរបស់គ្រប់គ្នាមិនប្រែប្រួល")
    case .notFinite:
      LocalizedText(
        en: "a value is too large or no number", km: "តម្លៃមួយធំពេក ឬមិនមែនជាចំនួន")
    case .unequalLengths:
      LocalizedText(en: "the pairs are incomplete", km: "គូមិនពេញលេញ")
    case .noRoom:
      LocalizedText(
        en: "everybody had all the points before", km: "គ្រប់គ្នាបានពិន្ទុពេញតាំងពីមុនវគ្គ")
    case .noSolution, .notRightOrWrong, .slopesDiffer, .tooFewClusters, .notAsked:
      ReasonWords.text(reason)
    }
  }

  // MARK: Forms

  static func crossover(_ a: LocalizedText, _ b: LocalizedText) -> LocalizedText {
    let (aKhmer, bKhmer) = (a.text(in: .khmer), b.text(in: .khmer))
    return LocalizedText(
      en: "About half of the people took \(a.en) before and \(b.en) after, the others the reverse. "
        + "So the difference between the forms can be told from the change.",
      km: "សិក្ខាកាមប្រហែលពាក់កណ្តាលបានធ្វើ \(aKhmer) មុនវគ្គ និង \(bKhmer) ក្រោយវគ្គ ឯអ្នកដទៃធ្វើផ្ទុយពីនេះ។ "
        + "ដូច្នេះអាចញែកភាពខុសគ្នារវាងវិញ្ញាសាចេញពីបម្រែបម្រួលបាន។")
  }

  static let crossoverNote = LocalizedText(
    en:
      "Freed from the forms: half the sum of the two mean gains. Difference between the forms: half "
      + "their difference. Interval, t, df and p by Welch; crossover after Hills and Armitage (1979).",
    km: "ដោយដកភាពខុសគ្នានៃវិញ្ញាសា៖ ពាក់កណ្តាលនៃផលបូកមធ្យមភាគការកើនឡើងទាំងពីរ។ ភាពខុសគ្នារវាងវិញ្ញាសា៖ "
      + "ពាក់កណ្តាលនៃផលដករបស់វា។ ចន្លោះជឿជាក់, t, df និង p តាម Welch។ ការរចនាឆ្លាស់តាម Hills និង Armitage (1979)។")

  static func lopsided(_ event: LocalizedText) -> LocalizedText {
    LocalizedText(
      en:
        "At '\(event.en)' everybody took the forms in the same order. There, the difference between "
        + "the forms cannot be told from what is special about the event.",
      km: "នៅ '\(event.text(in: .khmer))' គ្រប់គ្នាបានធ្វើវិញ្ញាសាតាមលំដាប់ដដែល។ នៅទីនោះ មិនអាចញែកភាពខុសគ្នារវាងវិញ្ញាសា "
        + "ចេញពីលក្ខណៈពិសេសរបស់ព្រឹត្តិការណ៍បានទេ។")
  }

  /// Why a change is not given, and what would make it reportable.
  static func refusal(
    _ reason: ReportRefusal.Reason
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    switch reason {
    case .noMatchedPairs:
      (
        LocalizedText(
          en:
            "No change can be given: nobody handed in both a pre-test and a post-test of the same "
            + "event under the same code.",
          km: "មិនអាចបង្ហាញបម្រែបម្រួលបានទេ៖ គ្មាននរណាបានប្រគល់ទាំងតេស្តមុនវគ្គ និងតេស្តក្រោយវគ្គ "
            + "នៃព្រឹត្តិការណ៍តែមួយដោយប្រើកូដដដែលទេ។"),
        LocalizedText(
          en:
            "It becomes reportable when the post-test is taken, and both are recorded under the same "
            + "code, event and the right occasion.",
          km: "អាចរាយការណ៍បាន ពេលតេស្តក្រោយវគ្គត្រូវបានធ្វើ ហើយតេស្តទាំងពីរត្រូវបានកត់ត្រាក្រោមកូដ "
            + "ព្រឹត្តិការណ៍ និងវគ្គតេស្តត្រឹមត្រូវ។")
      )
    case .nothingToReport:
      (
        LocalizedText(
          en: "There is nothing to report: the records hold no, or too few, answers for it.",
          km: "គ្មានអ្វីត្រូវរាយការណ៍ទេ៖ កំណត់ត្រាគ្មានចម្លើយសម្រាប់របាយការណ៍នេះ ឬមានតិចពេក។"),
        LocalizedText(
          en: "Record more answers, or merge the records of other events into these.",
          km: "សូមកត់ត្រាចម្លើយបន្ថែម ឬបញ្ចូលកំណត់ត្រានៃព្រឹត្តិការណ៍ផ្សេងទៀត។")
      )
    case .oneSequenceOnly:
      (
        LocalizedText(
          en:
            "No change is given: everybody took one form before and the other form after, in the same "
            + "order. A change could just as well be a difference between the forms.",
          km: "មិនបង្ហាញបម្រែបម្រួលទេ៖ គ្រប់គ្នាបានធ្វើវិញ្ញាសាមួយមុនវគ្គ និងវិញ្ញាសាមួយទៀតក្រោយវគ្គ តាមលំដាប់ដដែល។ "
            + "បម្រែបម្រួលអាចគ្រាន់តែជាភាពខុសគ្នារវាងវិញ្ញាសាប៉ុណ្ណោះ។"),
        allocationRemedy
      )
    case .sequencesOutOfBalance(let first, let second):
      (
        LocalizedText(
          en:
            "No change is given: of the people with both tests \(first) took the forms in one order "
            + "and \(second) in the other. That is too far from balance (more than a tenth of the "
            + "people), and a difference between the forms would stay in the change.",
          km: "មិនបង្ហាញបម្រែបម្រួលទេ៖ ក្នុងចំណោមសិក្ខាកាមដែលមានតេស្តទាំងពីរ \(Prose.count(first).km) នាក់បានធ្វើវិញ្ញាសាតាមលំដាប់មួយ "
            + "និង \(Prose.count(second).km) នាក់តាមលំដាប់មួយទៀត។ នេះឆ្ងាយពីតុល្យភាពពេក (លើសមួយភាគដប់នៃចំនួនសិក្ខាកាម) "
            + "ហើយភាពខុសគ្នារវាងវិញ្ញាសានឹងនៅក្នុងបម្រែបម្រួល។"),
        allocationRemedy
      )
    case .mixedForms:
      (
        LocalizedText(
          en:
            "No change is given: the people with both tests took different sets of forms (more than "
            + "two forms, or some the same form twice), so their gains do not measure the same thing.",
          km: "មិនបង្ហាញបម្រែបម្រួលទេ៖ សិក្ខាកាមដែលមានតេស្តទាំងពីរបានធ្វើសំណុំវិញ្ញាសាខុសគ្នា (លើសពីពីរវិញ្ញាសា "
            + "ឬអ្នកខ្លះធ្វើវិញ្ញាសាដដែលពីរដង) ដូច្នេះការកើនឡើងរបស់ពួកគាត់មិនវាស់អ្វីដូចគ្នាទេ។"),
        LocalizedText(
          en:
            "It becomes reportable for each event alone, where its people took the two forms in both "
            + "orders, or all took one form twice.",
          km: "អាចរាយការណ៍បានសម្រាប់ព្រឹត្តិការណ៍នីមួយៗដាច់ដោយឡែក បើសិក្ខាកាមនៅទីនោះធ្វើវិញ្ញាសាទាំងពីរតាមលំដាប់ទាំងពីរ "
            + "ឬទាំងអស់គ្នាធ្វើវិញ្ញាសាតែមួយពីរដង។")
      )
    }
  }

  private static let allocationRemedy = LocalizedText(
    en:
      "It becomes reportable when half of the people, chosen by chance, take the forms in one order "
      + "and half in the other, as the roster of an event allots them; or when everybody takes the "
      + "same form twice.",
    km: "អាចរាយការណ៍បាន ពេលសិក្ខាកាមពាក់កណ្តាលដែលជ្រើសរើសដោយចៃដន្យ ធ្វើវិញ្ញាសាតាមលំដាប់មួយ និងពាក់កណ្តាលទៀតតាមលំដាប់ផ្ទុយ "
      + "ដូចដែលបញ្ជីរបស់ព្រឹត្តិការណ៍បានបែងចែក ឬពេលគ្រប់គ្នាធ្វើវិញ្ញាសាដដែលពីរដង។")

  // MARK: Topics

  static let topicsIntroduction = LocalizedText(
    en:
      "The same people, scored on some of the questions only. What no question asks about, such as "
      + "facilitating, this test does not measure.",
    km: "សិក្ខាកាមដដែល ដោយគិតពិន្ទុតែលើសំណួរមួយចំនួន។ អ្វីដែលគ្មានសំណួរសួរ ដូចជាការសម្របសម្រួល តេស្តនេះមិនវាស់ទេ។")

  static func fewQuestions(_ topics: [LocalizedText], minimum: Int) -> LocalizedText {
    let names = Prose.list(topics)
    return LocalizedText(
      en: "Fewer than \(minimum) questions on a form: \(names.en). Their means are a hint where to "
        + "look; neither interval nor test is given.",
      km: "វិញ្ញាសាមួយមានសំណួរតិចជាង \(Prose.count(minimum).km)៖ \(names.km)។ មធ្យមភាគទាំងនេះគ្រាន់តែណែនាំកន្លែងដែលគួរពិនិត្យ "
        + "ហើយមិនបង្ហាញចន្លោះជឿជាក់ ឬតេស្តស្ថិតិទេ។")
  }

  static func unknownQuestions(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count == 1 ? "1 question that was" : "\(count) questions that were") asked cannot be "
        + "placed in this curriculum and \(count == 1 ? "is" : "are") left out of this table.",
      km: "សំណួរ \(Prose.count(count).km) ដែលបានសួរ មិនអាចរកកន្លែងក្នុងកម្មវិធីសិក្សានេះបានទេ ហើយមិនរាប់ក្នុងតារាងនេះ។")
  }

  // MARK: Ends

  static func ceiling(_ test: LocalizedText, percent: Double) -> LocalizedText {
    let share = Prose.number(percent)
    return LocalizedText(
      en:
        "\(test.en): \(share.en) % of the people won all points. How much more they knew is not seen; "
        + "the change may be larger than shown, and groups must not be ranked by it.",
      km: "\(test.km)៖ សិក្ខាកាម \(share.km)% បានពិន្ទុពេញ។ មិនអាចមើលឃើញថាពួកគាត់ចេះលើសពីនេះប៉ុនណាទេ "
        + "ហេតុនេះបម្រែបម្រួលពិតអាចធំជាងតួលេខ ហើយមិនត្រូវដាក់ចំណាត់ថ្នាក់ក្រុមតាមវាទេ។")
  }

  static func floor(_ test: LocalizedText, percent: Double) -> LocalizedText {
    let share = Prose.number(percent)
    return LocalizedText(
      en:
        "\(test.en): \(share.en) % of the people won no point. The test was too hard for them to show "
        + "what they knew.",
      km: "\(test.km)៖ សិក្ខាកាម \(share.km)% គ្មានពិន្ទុសោះ។ តេស្តពិបាកពេក មិនអាចបង្ហាញអ្វីដែលពួកគាត់ចេះបានទេ។")
  }

  // MARK: People

  static func leavers(_ difference: Double, interval: ConfidenceInterval?) -> LocalizedText {
    let size = Prose.number(difference, isSigned: true)
    let range = interval.map { ends in
      let (low, high) = (Prose.number(ends.low), Prose.number(ends.high))
      return LocalizedText(
        en: " (95 % confidence interval \(low.en) to \(high.en))",
        km: " (ចន្លោះជឿជាក់ ៩៥% ពី \(low.km) ដល់ \(high.km))")
    }
    return LocalizedText(
      en:
        "Those who took only the pre-test differed in it by \(size.en) percentage points from those "
        + "with both tests\(range?.en ?? "").",
      km: "អ្នកដែលធ្វើតែតេស្តមុនវគ្គ មានមធ្យមភាគក្នុងតេស្តនោះខុសពីអ្នកដែលធ្វើតេស្តទាំងពីរ \(size.km) ចំណុចភាគរយ\(range?.km ?? "")។")
  }

  static let leaversDiffer = LocalizedText(
    en:
      "They began differently from the others. The change of those who stayed may not be the change "
      + "of everybody.",
    km: "ពួកគាត់ចាប់ផ្តើមខុសពីអ្នកដទៃ។ បម្រែបម្រួលរបស់អ្នកដែលនៅរហូតដល់ចប់ អាចមិនមែនជាបម្រែបម្រួលរបស់ទាំងអស់គ្នាទេ។")

  static func changedLanguage(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count == 1 ? "1 person" : "\(count) people") took the two tests in different languages; "
        + "part of their change may be the language.",
      km: "សិក្ខាកាម \(Prose.count(count).km) នាក់បានធ្វើតេស្តទាំងពីរជាភាសាខុសគ្នា។ ផ្នែកមួយនៃបម្រែបម្រួលរបស់ពួកគាត់អាចមកពីភាសា។")
  }

  static func changedMode(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count == 1 ? "1 person" : "\(count) people") took the two tests by different means, such as "
        + "paper and page.",
      km: "សិក្ខាកាម \(Prose.count(count).km) នាក់បានធ្វើតេស្តទាំងពីរតាមមធ្យោបាយខុសគ្នា ដូចជាលើក្រដាស និងក្នុងទំព័រអេឡិចត្រូនិក។")
  }

  static let firstCounts = LocalizedText(
    en: "Of each person, event and test the first one handed in counts.",
    km: "សម្រាប់សិក្ខាកាមម្នាក់ ព្រឹត្តិការណ៍មួយ និងតេស្តមួយ រាប់តែតេស្តដំបូងដែលបានប្រគល់។")

  static func otherOccasions(followUps: Int, practices: Int) -> LocalizedText {
    LocalizedText(
      en: "Not part of this report: follow-up tests \(followUps), practice \(practices).",
      km:
        "មិនរាប់ក្នុងរបាយការណ៍នេះ៖ តេស្តតាមដាន \(Prose.count(followUps).km) និងការអនុវត្តសាកល្បង \(Prose.count(practices).km)។"
    )
  }

  // MARK: Origin

  static let percentNote = LocalizedText(
    en: "Scores are percent of the most points of the form that was taken.",
    km: "ពិន្ទុគិតជាភាគរយនៃពិន្ទុអតិបរមារបស់វិញ្ញាសាដែលបានធ្វើ។")
  static let rescoringsCaption = LocalizedText(
    en: "Questions that were scored again", km: "សំណួរដែលបានដាក់ពិន្ទុឡើងវិញ")
  static let rescoredItem = LocalizedText(en: "question", km: "សំណួរ")
  static let oldKeys = LocalizedText(en: "old key", km: "គន្លឹះចាស់")
  static let newKey = LocalizedText(en: "new key", km: "គន្លឹះថ្មី")
  static let rescoringReason = LocalizedText(en: "reason", km: "មូលហេតុ")
  static let rescoredForms = LocalizedText(en: "forms", km: "វិញ្ញាសា")
  static let firstRescored = LocalizedText(en: "first recorded", km: "កត់ត្រាដំបូង")
  static let rescoredOn = LocalizedText(en: "last recorded", km: "កត់ត្រាចុងក្រោយ")
  static let ratingsCaption = LocalizedText(
    en: "Answers that humans judged", km: "ចម្លើយដែលមនុស្សបានវាយតម្លៃ")
  static let ratedRubric = LocalizedText(en: "rubric", km: "តារាងវាយតម្លៃ")
  static let raters = LocalizedText(en: "people who judged", km: "ចំនួនអ្នកវាយតម្លៃ")
  static let judgements = LocalizedText(en: "judgements", km: "ចំនួនការវាយតម្លៃ")
  static let ratingsNote = LocalizedText(
    en: "The last judgement of an answer counts; the earlier ones stay in the records.",
    km: "ការវាយតម្លៃចុងក្រោយនៃចម្លើយមួយត្រូវបានរាប់។ ការវាយតម្លៃមុនៗនៅក្នុងកំណត់ត្រា។")

  static func accommodated(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: count == 1
        ? "1 test was taken with more time or large print."
        : "\(count) tests were taken with more time or large print.",
      km: "តេស្ត \(Prose.count(count).km) ត្រូវបានធ្វើដោយមានពេលបន្ថែម ឬអក្សរធំ។")
  }

  static func paperMarks(blank: Int, unclear: Int, double: Int) -> LocalizedText {
    LocalizedText(
      en:
        "Tests on paper without an answer: \(blank) left blank, \(unclear) that cannot be read, \(double) with more marked than is allowed. All count as unanswered.",
      km:
        "សំណួរលើក្រដាសដែលគ្មានចម្លើយ៖ ទុកទទេ \(Prose.count(blank).km) មិនអាចអានបាន \(Prose.count(unclear).km) គូសច្រើនហួស \(Prose.count(double).km)។ ទាំងអស់រាប់ថាមិនបានឆ្លើយ។"
    )
  }

  static func signatures(_ state: VerifiedFile.State) -> LocalizedText {
    switch state {
    case .signed: LocalizedText(en: "signed", km: "បានចុះហត្ថលេខា")
    case .signedInPart: LocalizedText(en: "signed in part", km: "បានចុះហត្ថលេខាមួយផ្នែក")
    case .notSigned: LocalizedText(en: "not signed", km: "មិនបានចុះហត្ថលេខា")
    case .failed: LocalizedText(en: "verification failed", km: "ការផ្ទៀងផ្ទាត់មិនជោគជ័យ")
    }
  }

  static let notSound = LocalizedText(
    en: "The records were changed after they were written; 'sala results verify' says where.",
    km: "កំណត់ត្រាត្រូវបានកែក្រោយពេលសរសេរ។ 'sala results verify' បង្ហាញកន្លែង។")

  static func awaitRater(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) tests wait for a human to judge an answer; they do not count yet.",
      km: "តេស្ត \(count) កំពុងរង់ចាំមនុស្សវាយតម្លៃចម្លើយ ដូច្នេះមិនទាន់រាប់បញ្ចូលទេ។")
  }

  static let severalVersions = LocalizedText(
    en: "The events taught different versions of the curriculum.",
    km: "ព្រឹត្តិការណ៍ទាំងនេះបានបង្រៀនកំណែខុសគ្នានៃកម្មវិធីសិក្សា។")
  static let otherKeys = LocalizedText(
    en: "Some questions were scored by another key than the curriculum has now.",
    km: "សំណួរខ្លះត្រូវបានដាក់ពិន្ទុតាមចម្លើយត្រឹមត្រូវដែលខុសពីកម្មវិធីសិក្សាបច្ចុប្បន្ន។")

  static func formVersions(_ form: LocalizedText) -> LocalizedText {
    LocalizedText(
      en:
        "\(form.en) was used in several versions: its results are not comparable with each other.",
      km: "\(form.text(in: .khmer)) ត្រូវបានប្រើក្នុងកំណែច្រើន៖ លទ្ធផលមិនអាចប្រៀបធៀបគ្នាបានទេ។")
  }

  static func twoKeys(_ items: [String]) -> LocalizedText {
    let shown = items.prefix(5).joined(separator: ", ") + (items.count > 5 ? " …" : "")
    return LocalizedText(
      en:
        "Scored by different keys at different times, so not comparable: \(shown). Score them again "
        + "with one key.",
      km: "ត្រូវបានដាក់ពិន្ទុតាមចម្លើយត្រឹមត្រូវខុសគ្នានៅពេលខុសគ្នា ដូច្នេះមិនអាចប្រៀបធៀបបាន៖ \(shown)។ សូមដាក់ពិន្ទុឡើងវិញតាមចម្លើយត្រឹមត្រូវតែមួយ។")
  }

  // MARK: Plots

  static let slopesTitle = LocalizedText(
    en: "Mean before and after", km: "មធ្យមភាគមុនវគ្គ និងក្រោយវគ្គ")
  static let individualsTitle = LocalizedText(
    en: "Each person before and after", km: "សិក្ខាកាមម្នាក់ៗ មុនវគ្គ និងក្រោយវគ្គ")
  static let groupSlopesSummary = LocalizedText(
    en: "For each group a line from its mean before to its mean after; the values stand beside it.",
    km: "ក្រុមនីមួយៗមានបន្ទាត់មួយពីមធ្យមភាគមុនវគ្គ ទៅមធ្យមភាគក្រោយវគ្គ ដោយមានតម្លៃនៅក្បែរ។")

  static func individualsSummary(up: Int, same: Int, down: Int) -> LocalizedText {
    LocalizedText(
      en: "\(up) rose, \(same) stayed the same, \(down) fell.",
      km:
        "កើនឡើង \(Prose.count(up).km) នាក់ នៅដដែល \(Prose.count(same).km) នាក់ ថយចុះ \(Prose.count(down).km) នាក់។"
    )
  }

  static let intervalsSummary = LocalizedText(
    en: "For each row its change and the 95 % interval around it; zero means no change.",
    km: "ជួរនីមួយៗបង្ហាញបម្រែបម្រួល និងចន្លោះជឿជាក់ ៩៥% ជុំវិញវា។ សូន្យមានន័យថាគ្មានបម្រែបម្រួល។")
  static let changePlotTitle = LocalizedText(
    en: "Change with its 95 % interval", km: "បម្រែបម្រួល និងចន្លោះជឿជាក់ ៩៥%")
  static let adjustedPlotTitle = LocalizedText(
    en: "Change freed from the forms, with its 95 % interval",
    km: "បម្រែបម្រួលដោយដកភាពខុសគ្នានៃវិញ្ញាសា និងចន្លោះជឿជាក់ ៩៥%")
  static let percentAxis = LocalizedText(en: "percent of points", km: "ភាគរយនៃពិន្ទុ")
  static let pointsAxis = LocalizedText(en: "percentage points", km: "ចំណុចភាគរយ")

  static func topicPlotTitle(_ kind: Grouping) -> LocalizedText {
    let name = grouping(kind)
    return LocalizedText(
      en: "Change by \(name.en.lowercased()), with its 95 % interval",
      km: "បម្រែបម្រួលតាម\(name.km) និងចន្លោះជឿជាក់ ៩៥%")
  }

  // MARK: Findings

  static func unknownGrouping(
    _ name: String, option: String, known groupings: [Grouping]
  ) -> Diagnostic {
    let known = groupings.map(\.rawValue)
    let list = known.joined(separator: ", ")
    let nearest = Suggestion.nearest(to: name, in: known)
    return Diagnostic(
      "unknown-grouping", at: SourceLocation(file: option),
      LocalizedText(
        en: "A report cannot be broken down by '\(name)'.",
        km: "មិនអាចបំបែករបាយការណ៍តាម '\(name)' បានទេ។"),
      remedy: nearest.map {
        LocalizedText(en: "Did you mean '\($0)'?", km: "តើអ្នកចង់សរសេរ '\($0)' មែនទេ?")
      } ?? LocalizedText(en: "Use one of: \(list).", km: "សូមប្រើមួយក្នុងចំណោម៖ \(list)។"))
  }
}
