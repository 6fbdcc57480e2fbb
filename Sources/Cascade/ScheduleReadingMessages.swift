import Text

/// What can be wrong in a file for the schedule, in words.
enum ScheduleReadingMessages {
  static let whole = "$"
  static let anObject = LocalizedText(en: "an object", km: "វត្ថុ (object)")
  static let aList = LocalizedText(en: "a list", km: "បញ្ជី")
  static let aFlag = LocalizedText(en: "true or false", km: "true ឬ false")
  static let notJSON = LocalizedText(
    en: "The file is not JSON, or names a key twice.", km: "ឯកសារនេះមិនមែនជា JSON ឬមានឈ្មោះដដែលពីរដង។")
  static let jsonRemedy = LocalizedText(
    en: "Write it as docs/cascade-schedule.md shows.",
    km: "សូមសរសេរតាមគំរូក្នុង docs/cascade-schedule.md។")
  static let formatRemedy = LocalizedText(
    en: "docs/cascade-schedule.md names every key with its range.",
    km: "docs/cascade-schedule.md រៀបរាប់ឈ្មោះនីមួយៗ និងដែនកំណត់របស់វា។")
  static let sizeRemedy = LocalizedText(
    en: "Split the task, for example by region.", km: "សូមបំបែកកិច្ចការ ឧទាហរណ៍តាមតំបន់។")
  static let tooLarge = LocalizedText(
    en: "The task is too large: too many weeks, modules, provinces and trainers together.",
    km: "កិច្ចការនេះធំពេក៖ ចំនួនសប្តាហ៍ ម៉ូឌុល ខេត្ត និងគ្រូឧទ្ទេសរួមគ្នាច្រើនពេក។")
  static let duplicateRemedy = LocalizedText(
    en: "Write each one once.", km: "សូមសរសេរតែម្តងសម្រាប់នីមួយៗ។")
  static let weekRemedy = LocalizedText(
    en: "It is left aside; lengthen the calendar if it counts.",
    km: "សប្តាហ៍នេះត្រូវបានទុកចោល។ សូមបន្ថែមសប្តាហ៍ក្នុងប្រតិទិន បើវាសំខាន់។")
  static let sexRemedy = LocalizedText(
    en: "Write \"female\", \"male\" or \"other\".", km: "សូមសរសេរ \"female\" \"male\" ឬ \"other\"។")
  static let distanceRemedy = LocalizedText(
    en: "It counts as 0; write null where the trainer cannot go.",
    km: "ចម្ងាយនេះរាប់ជា ០។ សូមសរសេរ null នៅកន្លែងដែលគ្រូឧទ្ទេសមិនអាចទៅបាន។")
  static let lockRemedy = LocalizedText(
    en: "Settled sessions stay as they are: change this one or the rule.",
    km: "វគ្គដែលបានកំណត់រួចត្រូវរក្សាទុកដដែល៖ សូមកែវគ្គនេះ ឬកែវិធាន។")

  static func wrongKind(_ place: String, _ kind: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "\(place) is not \(kind.en).", km: "\(place) មិនមែនជា\(kind.text(in: .khmer))ទេ។")
  }
  static func tooMany(_ place: String, _ count: Int, most: Int) -> LocalizedText {
    LocalizedText(
      en: "\(place) has \(count) entries; at most \(most) are read.",
      km: "\(place) មាន " + Khmer.withKhmerDigits("\(count) ធាតុ។ អាចអានបានច្រើនបំផុត \(most)។"))
  }
  static func notWhole(_ place: String, _ low: Int, _ high: Int) -> LocalizedText {
    LocalizedText(
      en: "\(place) is not a whole number from \(low) to \(high).",
      km: "\(place) " + Khmer.withKhmerDigits("មិនមែនជាចំនួនគត់ពី \(low) ដល់ \(high) ទេ។"))
  }
  static func notNumber(_ place: String) -> LocalizedText {
    LocalizedText(
      en: "\(place) is not a number from 0 to 1,000,000.",
      km: "\(place) មិនមែនជាចំនួនពី ០ ដល់ ១,០០០,០០០ ទេ។")
  }
  static func notWeek(_ place: String) -> LocalizedText {
    LocalizedText(
      en: "\(place) holds something that is no week; weeks count from 1.",
      km: "\(place) មានអ្វីមួយដែលមិនមែនជាសប្តាហ៍។ សប្តាហ៍រាប់ចាប់ពី ១។")
  }
  static func weekOutside(_ place: String, _ week: Int, last: Int) -> LocalizedText {
    LocalizedText(
      en: "\(place) names week \(week); the calendar ends with week \(last).",
      km: "\(place) " + Khmer.withKhmerDigits("មានសប្តាហ៍ទី \(week) តែប្រតិទិនចប់ត្រឹមសប្តាហ៍ទី \(last)។"))
  }
  static func unknownKey(_ place: String, _ key: String) -> LocalizedText {
    LocalizedText(
      en: "\(place) has a key \"\(key)\" that means nothing here.",
      km: "\(place) មានឈ្មោះ \"\(key)\" ដែលគ្មានន័យនៅទីនេះ។")
  }
  static func unknownRemedy(_ nearest: String?) -> LocalizedText {
    guard let nearest else {
      return LocalizedText(en: "It is left aside.", km: "វាត្រូវបានទុកចោល។")
    }
    return LocalizedText(
      en: "It is left aside; did you mean \"\(nearest)\"?",
      km: "វាត្រូវបានទុកចោល។ តើអ្នកចង់និយាយថា \"\(nearest)\" ឬ?")
  }
  static func noId(_ place: String) -> LocalizedText {
    LocalizedText(
      en: "\(place) has no id of 1 to 200 bytes.",
      km: "\(place) គ្មានលេខសម្គាល់ប្រវែង ១ ដល់ ២០០ បៃទេ។")
  }
  static func duplicate(_ place: String, _ id: String) -> LocalizedText {
    LocalizedText(en: "\(place) names \(id) twice.", km: "\(place) មាន \(id) ពីរដង។")
  }
  static func empty(_ place: String) -> LocalizedText {
    LocalizedText(en: "\(place) is empty.", km: "\(place) ទទេ។")
  }
  static func moreWomen(_ women: Int, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: "The rules ask for \(women) women among \(count) trainers.",
      km: Khmer.withKhmerDigits("វិធានទាមទារស្ត្រី \(women) នាក់ ក្នុងចំណោមគ្រូឧទ្ទេស \(count) នាក់។"))
  }
  static func noSex(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "Trainer \(id) has no sex written and does not count for the rule of women.",
      km: "គ្រូឧទ្ទេស \(id) មិនបានបញ្ជាក់ភេទ ហើយមិនរាប់សម្រាប់វិធានអំពីស្ត្រីទេ។")
  }
  static func unknownSex(_ place: String) -> LocalizedText {
    LocalizedText(en: "\(place).sex is not known.", km: "\(place).sex មិនស្គាល់ទេ។")
  }
  static func noDistance(_ id: String, _ province: String) -> LocalizedText {
    LocalizedText(
      en: "Trainer \(id) has no distance to \(province).",
      km: "គ្រូឧទ្ទេស \(id) គ្មានចម្ងាយទៅ \(province) ទេ។")
  }
  static func unknownId(_ place: String, _ id: String) -> LocalizedText {
    LocalizedText(
      en: "\(place) names \"\(id)\", which is not in the instance.",
      km: "\(place) មាន \"\(id)\" ដែលមិនមានក្នុងកិច្ចការទេ។")
  }
  static func referenceRemedy(_ nearest: String?) -> LocalizedText {
    guard let nearest else { return formatRemedy }
    return LocalizedText(
      en: "Did you mean \"\(nearest)\"?", km: "តើអ្នកចង់និយាយថា \"\(nearest)\" ឬ?")
  }

  // MARK: Settled sessions

  static func lock(
    _ province: String, _ module: String, _ week: Int, _ fault: LocalizedText
  ) -> LocalizedText {
    LocalizedText(
      en: "The settled session of \(module) in \(province), week \(week): \(fault.en).",
      km: "វគ្គដែលបានកំណត់រួចនៃ \(module) នៅ \(province) សប្តាហ៍ទី "
        + "\(Khmer.withKhmerDigits(String(week)))៖ \(fault.text(in: .khmer))។")
  }
  static let closed = LocalizedText(
    en: "the province is closed in that week", km: "ខេត្តបិទនៅសប្តាហ៍នោះ")
  static let tooManyTrainers = LocalizedText(en: "too many trainers", km: "គ្រូឧទ្ទេសច្រើនពេក")
  static let tooFewWomen = LocalizedText(
    en: "no room is left for the women that the rule asks for",
    km: "គ្មានកន្លែងនៅសល់សម្រាប់ស្ត្រីតាមវិធាន")
  static func notCompetent(_ id: String) -> LocalizedText {
    LocalizedText(en: "\(id) cannot teach the module", km: "\(id) មិនអាចបង្រៀនម៉ូឌុលនេះទេ")
  }
  static func notFree(_ id: String) -> LocalizedText {
    LocalizedText(en: "\(id) is not free then", km: "\(id) មិនទំនេរនៅពេលនោះទេ")
  }
  static func noWay(_ id: String) -> LocalizedText {
    LocalizedText(en: "\(id) cannot go there", km: "\(id) មិនអាចទៅទីនោះបានទេ")
  }
  static func tooOften(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "\(id) has too many sessions in that week", km: "\(id) មានវគ្គច្រើនពេកនៅសប្តាហ៍នោះ")
  }
  static func outOfOrder(_ module: String) -> LocalizedText {
    LocalizedText(
      en: "it is not in order with \(module)", km: "វាមិនស្របតាមលំដាប់ជាមួយ \(module) ទេ")
  }
}
