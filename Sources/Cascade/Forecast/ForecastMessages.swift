import Text

/// The words of a forecast.
enum ForecastMessages {
  static let title = LocalizedText(
    en: "Forecast of a training-of-trainers cascade", km: "ការព្យាករណ៍ការបណ្តុះបណ្តាលគ្រូបង្គោលបន្តគ្នា")

  static func titled(_ plan: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Forecast: \(plan.text(in: .english))", km: "ការព្យាករណ៍៖ \(plan.text(in: .khmer))")
  }

  static func introduction(_ runs: Int, seed: Int) -> LocalizedText {
    LocalizedText(
      en:
        "The plan was played \(NumberText.grouped(runs, in: .english)) times with seed \(seed). Each time, what nobody knows "
        + "exactly was drawn anew: who comes, who stays, who is certified, who goes on to teach.",
      km: Khmer.withKhmerDigits(
        "ផែនការត្រូវបានសាកល្បងគណនា \(runs) ដង ដោយលេខចាប់ផ្តើម \(seed)។ រាល់ដង អ្វីដែលគ្មាននរណាដឹងច្បាស់ត្រូវបានចាប់"
          + "ជាថ្មី៖ អ្នកណាមក អ្នកណានៅដល់ចប់ អ្នកណាទទួលវិញ្ញាបនបត្រ និងអ្នកណាបន្តទៅបង្រៀន។"))
  }

  static func guessed(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) of \(total) uncertain shares rest on a guess, of the share or of its range.",
      km: Khmer.withKhmerDigits(
        "ចំណែកមិនប្រាកដ \(count) ក្នុងចំណោម \(total) ផ្អែកលើការប៉ាន់ស្មាន ទាំងតម្លៃ ឬចន្លោះរបស់វា។"))
  }

  static let generations = LocalizedText(en: "By generation", km: "តាមជំនាន់")
  static let generationsCaption = LocalizedText(
    en: "People who stay to the end, by generation", km: "ចំនួនអ្នកដែលនៅដល់ចប់វគ្គ តាមជំនាន់")
  static let provinces = LocalizedText(en: "By province", km: "តាមខេត្ត")
  static let provincesCaption = LocalizedText(
    en: "People who stay to the end, by province", km: "ចំនួនអ្នកដែលនៅដល់ចប់វគ្គ តាមខេត្ត")
  static let province = LocalizedText(en: "Province", km: "ខេត្ត")
  static let runs = LocalizedText(en: "Runs", km: "ចំនួនដង")
  static let seed = LocalizedText(en: "Seed", km: "លេខចាប់ផ្តើម")
  static let low = LocalizedText(en: "Reach, 5th percentile", km: "ចំនួនអ្នកទទួលបាន ភាគរយទី ៥")
  static let high = LocalizedText(en: "Reach, 95th percentile", km: "ចំនួនអ្នកទទួលបាន ភាគរយទី ៩៥")
  static let median = LocalizedText(en: "Median", km: "មេដ្យាន")
  static let mean = LocalizedText(en: "Mean", km: "មធ្យម")
  static let meetsTarget = LocalizedText(
    en: "Probability that the target is met", km: "ប្រូបាបដែលសម្រេចគោលដៅ")
  static let meetsAll = LocalizedText(
    en: "Probability that every generation meets its target",
    km: "ប្រូបាបដែលគ្រប់ជំនាន់សម្រេចគោលដៅ")
  static let lastDay = LocalizedText(en: "By", km: "ត្រឹមថ្ងៃ")
  static let classes = LocalizedText(en: "Classes held, median", km: "ថ្នាក់ដែលធ្វើបាន មេដ្យាន")
  static let competent = LocalizedText(
    en: "People who pass, median", km: "ចំនួនអ្នកជាប់តេស្ត មេដ្យាន")
  static let content = LocalizedText(
    en: "Share of learning that arrives", km: "ចំណែកនៃការរៀនដែលទៅដល់")
  static let range = LocalizedText(en: "Nine times in ten", km: "ប្រាំបួនដងក្នុងដប់")
  static let keepsFloor = LocalizedText(
    en: "Probability that the floor is kept", km: "ប្រូបាបដែលរក្សាបានកម្រិតអប្បបរមា")
  static let noPass = LocalizedText(
    en: "the plan does not say how many pass", km: "ផែនការមិនបញ្ជាក់ថាប៉ុន្មាននាក់ជាប់")
  static let noFidelity = LocalizedText(
    en: "the plan does not say how much learning passes on", km: "ផែនការមិនបញ្ជាក់ថាការរៀនបន្តទៅបានប៉ុន្មាន")
  static let noFloor = LocalizedText(en: "the plan sets no floor", km: "ផែនការមិនកំណត់កម្រិតអប្បបរមា")
  static let spreadExplained = LocalizedText(
    en: "In 5 of 100 runs the number is below the 5th percentile, in 5 of 100 above the 95th.",
    km: "ក្នុង ៥ ដងនៃ ១០០ ចំនួនទាបជាងភាគរយទី ៥ ហើយក្នុង ៥ ដងនៃ ១០០ ខ្ពស់ជាងភាគរយទី ៩៥។")
  static let byItsDate = LocalizedText(
    en: "A class that does not fit into the dates of its generation is not held.",
    km: "ថ្នាក់ដែលមិនអាចធ្វើបានក្នុងកាលបរិច្ឆេទនៃជំនាន់របស់វា មិនត្រូវបានរាប់ទេ។")
  static let fan = LocalizedText(en: "How reach may grow", km: "ចំនួនអ្នកទទួលបានអាចកើនឡើងយ៉ាងណា")
  static let day = LocalizedText(en: "Day", km: "ថ្ងៃ")

  static func fanSummary(_ low: Int, _ high: Int) -> LocalizedText {
    LocalizedText(
      en: "By the last day, between \(low) and \(high) people are reached in nine of ten runs.",
      km: Khmer.withKhmerDigits(
        "ត្រឹមថ្ងៃចុងក្រោយ មនុស្សពី \(low) ទៅ \(high) នាក់ត្រូវបានបណ្តុះបណ្តាល ក្នុងប្រាំបួនដងនៃដប់។"))
  }

  static let map = LocalizedText(
    en: "Probability that each province meets its target", km: "ប្រូបាបដែលខេត្តនីមួយៗសម្រេចគោលដៅ")
  static let mapSummary = LocalizedText(
    en: "For each province the share of runs in which its last generation meets its target.",
    km: "សម្រាប់ខេត្តនីមួយៗ៖ ចំណែកនៃចំនួនដងដែលជំនាន់ចុងក្រោយសម្រេចគោលដៅ។")
  static let percentAxis = LocalizedText(en: "percent of the runs", km: "ភាគរយនៃចំនួនដង")
  static let tornado = LocalizedText(en: "What matters most", km: "អ្វីដែលមានឥទ្ធិពលជាងគេ")
  static let tornadoExplained = LocalizedText(
    en: "How far the mean reach moves when one share stays at its 10th or its 90th percentile and "
      + "all others are drawn as before.",
    km: "មធ្យមនៃចំនួនអ្នកទទួលបានប្រែប្រួលប៉ុណ្ណា នៅពេលចំណែកមួយស្ថិតនៅភាគរយទី ១០ ឬទី ៩០ ឯចំណែកផ្សេងទៀតចាប់ដូចមុន។")

  static func tornadoSummary(_ first: LocalizedText?) -> LocalizedText {
    guard let first else { return LocalizedText(en: "Nothing is uncertain.", km: "គ្មានអ្វីមិនប្រាកដទេ។") }
    return LocalizedText(
      en: "The strongest is: \(first.text(in: .english)).",
      km: "អ្វីដែលមានឥទ្ធិពលជាងគេគឺ៖ \(first.text(in: .khmer))។")
  }

  static let share = LocalizedText(en: "What is uncertain", km: "អ្វីដែលមិនប្រាកដ")
  static let kind = LocalizedText(en: "Kind", km: "ប្រភេទ")
  static let reachAtLow = LocalizedText(en: "Reach when low", km: "ចំនួនអ្នកទទួលបានពេលទាប")
  static let reachAtHigh = LocalizedText(en: "Reach when high", km: "ចំនួនអ្នកទទួលបានពេលខ្ពស់")
  static let span = LocalizedText(en: "Difference", km: "គម្លាត")
  static let shares = LocalizedText(en: "What is uncertain, and why", km: "អ្វីដែលមិនប្រាកដ និងមូលហេតុ")
  static let sharesCaption = LocalizedText(
    en: "Every uncertain share with where it comes from", km: "ចំណែកមិនប្រាកដនីមួយៗ និងទីដែលវាបានមក")
  static let weight = LocalizedText(en: "Counts as cases", km: "រាប់ជាករណី")
  static let rangeBasis = LocalizedText(en: "Its range", km: "ចន្លោះរបស់វា")
  static let given = LocalizedText(en: "given by the plan", km: "ផែនការបញ្ជាក់")
  static let supposed = LocalizedText(en: "supposed", km: "ការសន្មត")
  static let weightExplained = LocalizedText(
    en: "A share without a range counts as if 15 cases stood behind it, and at least three of "
      + "either kind: a guess. Write low and high in the plan to replace it.",
    km: "ចំណែកដែលគ្មានចន្លោះ រាប់ដូចជាមាន ១៥ ករណីគាំទ្រ ហើយយ៉ាងតិចបីក្នុងប្រភេទនីមួយៗ៖ នេះជាការប៉ាន់ស្មាន។ សូមសរសេរ "
      + "low និង high ក្នុងផែនការដើម្បីជំនួស។")

  static func p(_ percent: Int) -> LocalizedText {
    LocalizedText(
      en: "\(percent)th percentile", km: Khmer.withKhmerDigits("ភាគរយទី \(percent)"))
  }

  static func at(_ percent: Int) -> LocalizedText { p(percent) }

  static func name(_ share: UncertainShare) -> LocalizedText {
    let name = name(share.kind)
    guard let generation = share.generation else { return name }
    return LocalizedText(
      en: "\(name.en), generation \(generation)",
      km: Khmer.withKhmerDigits("\(name.km) ជំនាន់ទី \(generation)"))
  }

  static func name(_ kind: UncertainShare.Kind) -> LocalizedText {
    switch kind {
    case .active: LocalizedText(en: "trainers who teach", km: "គ្រូដែលបង្រៀន")
    case .showUp: LocalizedText(en: "invited people who come", km: "អ្នកបានអញ្ជើញដែលមក")
    case .dropOut: LocalizedText(en: "people who leave early", km: "អ្នកដែលចាកចេញមុន")
    case .certified: LocalizedText(en: "people who are certified", km: "អ្នកដែលទទួលវិញ្ញាបនបត្រ")
    case .pass: LocalizedText(en: "people who pass", km: "អ្នកដែលជាប់តេស្ត")
    case .passed: LocalizedText(en: "learning that passes on", km: "ការរៀនដែលបន្តទៅ")
    case .monthlyLoss:
      LocalizedText(en: "learning lost in a month", km: "ការរៀនដែលបាត់បង់ក្នុងមួយខែ")
    }
  }
}
