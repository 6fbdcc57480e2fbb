import Text

/// The words of this module.
enum CascadeMessages {
  static let title = LocalizedText(
    en: "Training-of-trainers cascade", km: "ការបណ្តុះបណ្តាលគ្រូបង្គោលបន្តគ្នា")
  static let introduction = LocalizedText(
    en: "What the plan comes to if its figures hold. It is arithmetic, not a forecast.",
    km: "លទ្ធផលនៃផែនការ ប្រសិនបើតួលេខរបស់វាត្រឹមត្រូវ។ នេះជាការគណនា មិនមែនជាការព្យាករណ៍ទេ។")

  static func assumptions(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) of \(total) figures are assumptions; replace them by what is known.",
      km: Khmer.withKhmerDigits(
        "តួលេខ \(count) ក្នុងចំណោម \(total) ជាការសន្មត។ សូមជំនួសដោយតួលេខពិត។"))
  }

  // MARK: Columns

  static let generations = LocalizedText(en: "Generations", km: "ជំនាន់")
  static let generationsCaption = LocalizedText(
    en: "Classes, trainers and reach by generation", km: "ថ្នាក់ គ្រូ និងចំនួនអ្នកទទួលបាន តាមជំនាន់")
  static let generation = LocalizedText(en: "Generation", km: "ជំនាន់")
  static let who = LocalizedText(en: "Who is trained", km: "អ្នកដែលត្រូវបណ្តុះបណ្តាល")
  static let target = LocalizedText(en: "Target", km: "គោលដៅ")
  static let trainers = LocalizedText(en: "Trainers", km: "គ្រូ")
  static let active = LocalizedText(en: "Active", km: "គ្រូសកម្ម")
  static let needed = LocalizedText(en: "Classes needed", km: "ថ្នាក់ដែលត្រូវការ")
  static let held = LocalizedText(en: "Classes held", km: "ថ្នាក់ដែលធ្វើបាន")
  static let trainerDays = LocalizedText(en: "Trainer-days", km: "ថ្ងៃគ្រូ")
  static let load = LocalizedText(en: "Days per trainer", km: "ថ្ងៃក្នុងគ្រូម្នាក់")
  static let reach = LocalizedText(en: "Reach", km: "ចំនួនអ្នកទទួលបាន")
  static let cumulative = LocalizedText(en: "Cumulative reach", km: "ចំនួនអ្នកទទួលបានបូកបន្ត")
  static let next = LocalizedText(en: "New trainers", km: "គ្រូថ្មី")
  static let women = LocalizedText(en: "Women at least", km: "ស្ត្រីយ៉ាងតិច")
  static let binds = LocalizedText(en: "What binds", km: "អ្វីជាកម្រិតកំណត់")
  static let bindsIn = LocalizedText(en: "In generation", km: "នៅជំនាន់")
  static let people = LocalizedText(en: "people", km: "នាក់")

  static let formulas = LocalizedText(
    en: "Classes needed: target / (class size × show-up), rounded up for each group. Trainer-days: "
      + "classes × trainers in a class × days. Classes held: at most active trainers × classes "
      + "each / trainers in a class. New trainers: reach × share certified.",
    km: "ថ្នាក់ដែលត្រូវការ៖ គោលដៅ / (ទំហំថ្នាក់ × ចំណែកអ្នកមក) បង្គត់ឡើងសម្រាប់ក្រុមនីមួយៗ។ ថ្ងៃគ្រូ៖ "
      + "ថ្នាក់ × គ្រូក្នុងមួយថ្នាក់ × ថ្ងៃ។ ថ្នាក់ដែលធ្វើបាន៖ យ៉ាងច្រើន គ្រូសកម្ម × ថ្នាក់ក្នុងគ្រូម្នាក់ / "
      + "គ្រូក្នុងមួយថ្នាក់។ គ្រូថ្មី៖ ចំនួនអ្នកទទួលបាន × ចំណែកអ្នកទទួលវិញ្ញាបនបត្រ។")
  static let workingDays = LocalizedText(
    en: "Dates count Monday to Friday; public holidays are not taken off.",
    km: "កាលបរិច្ឆេទរាប់ពីថ្ងៃច័ន្ទដល់ថ្ងៃសុក្រ ដោយមិនបានដកថ្ងៃឈប់សម្រាកសាធារណៈទេ។")
  static let nobodyActive = LocalizedText(
    en: "no trainer is active", km: "គ្មានគ្រូណាសកម្មទេ")

  static let totalTarget = LocalizedText(en: "People to reach", km: "ចំនួនអ្នកដែលត្រូវបណ្តុះបណ្តាល")
  static let totalReach = LocalizedText(en: "People reached", km: "ចំនួនអ្នកដែលបណ្តុះបណ្តាលបាន")
  static let totalClasses = LocalizedText(en: "Classes held", km: "ថ្នាក់ដែលធ្វើបាន")
  static let totalTrainerDays = LocalizedText(
    en: "Trainer-days of the classes held", km: "ថ្ងៃគ្រូនៃថ្នាក់ដែលធ្វើបាន")

  static func generationName(_ number: Int) -> LocalizedText {
    LocalizedText(en: "Generation \(number)", km: Khmer.withKhmerDigits("ជំនាន់ទី \(number)"))
  }

  static func optional(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "\(title.text(in: .english)) (optional)", km: "\(title.text(in: .khmer)) (ជាជម្រើស)")
  }

  static func plotSummary(_ reach: Int, _ target: Int) -> LocalizedText {
    LocalizedText(
      en: "\(reach) of \(target) people are reached by the last generation.",
      km: Khmer.withKhmerDigits(
        "បណ្តុះបណ្តាលបានមនុស្ស \(reach) នាក់ ក្នុងចំណោម \(target) នាក់ គិតត្រឹមជំនាន់ចុងក្រោយ។"))
  }

  // MARK: What binds

  static let whatBinds = LocalizedText(en: "Which limit binds", km: "កម្រិតកំណត់ណាដែលរារាំង")

  static func name(_ limit: CascadeReport.Limit) -> LocalizedText {
    switch limit {
    case .trainers: LocalizedText(en: "the number of trainers", km: "ចំនួនគ្រូ")
    case .classesPerTrainer:
      LocalizedText(en: "how many classes each trainer leads", km: "ចំនួនថ្នាក់ដែលគ្រូម្នាក់ដឹកនាំ")
    case .classSize: LocalizedText(en: "the largest class allowed", km: "ទំហំថ្នាក់អតិបរមា")
    case .dates: LocalizedText(en: "the dates", km: "កាលបរិច្ឆេទ")
    }
  }

  static func met(_ number: Int, target: Int) -> LocalizedText {
    LocalizedText(
      en: "Generation \(number): all \(target) people can be reached; no limit binds.",
      km: Khmer.withKhmerDigits(
        "ជំនាន់ទី \(number)៖ អាចបណ្តុះបណ្តាលបានទាំង \(target) នាក់ ដោយគ្មានកម្រិតកំណត់ណារារាំងទេ។"))
  }

  static func nothingToDo(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "Generation \(number): nobody is to be trained.",
      km: Khmer.withKhmerDigits("ជំនាន់ទី \(number)៖ គ្មានអ្នកត្រូវបណ្តុះបណ្តាលទេ។"))
  }

  static func missed(
    _ number: Int, reach: Int, target: Int, needed: Int, held: Int, limit: CascadeReport.Limit
  ) -> LocalizedText {
    let name = name(limit)
    return LocalizedText(
      en: "Generation \(number): \(reach) of \(target) people. \(needed) classes are needed and "
        + "\(held) can be held; what binds is \(name.en).",
      km: Khmer.withKhmerDigits(
        "ជំនាន់ទី \(number)៖ \(reach) នាក់ ក្នុងចំណោម \(target) នាក់។ ត្រូវការ \(needed) ថ្នាក់ "
          + "តែធ្វើបាន \(held) ថ្នាក់។ អ្វីដែលរារាំងគឺ\(name.km)។"))
  }

  static let allMet = LocalizedText(
    en: "Overall: every generation can meet its target.",
    km: "សរុប៖ គ្រប់ជំនាន់អាចសម្រេចគោលដៅរបស់ខ្លួន។")

  static func overall(_ number: Int, _ limit: CascadeReport.Limit) -> LocalizedText {
    let name = name(limit)
    return LocalizedText(
      en: "Overall: the first target that is missed is that of generation \(number), and what "
        + "binds there is \(name.en). Generations after it have fewer trainers for that reason.",
      km: Khmer.withKhmerDigits(
        "សរុប៖ គោលដៅដែលខកខានមុនគេ គឺជំនាន់ទី \(number) ហើយអ្វីដែលរារាំងនៅទីនោះគឺ\(name.km)។ "
          + "ដោយសារហេតុនេះ ជំនាន់បន្ទាប់ៗមានគ្រូតិចជាង។"))
  }

  static func overloaded(_ number: Int, load: Double, limit: Double) -> LocalizedText {
    let days = NumberText.fixed(load, digits: 1)
    let most = NumberText.fixed(limit, digits: 1)
    return LocalizedText(
      en: "The target of generation \(number) asks \(days) days of each active trainer; the limit "
        + "is \(most).",
      km: Khmer.withKhmerDigits(
        "គោលដៅនៃជំនាន់ទី \(number) ត្រូវការ \(days) ថ្ងៃពីគ្រូសកម្មម្នាក់ៗ តែកម្រិតកំណត់គឺ \(most) ថ្ងៃ។"))
  }

  static func tooDeep(_ number: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      en: "Generation \(number) lies beyond generation \(limit), the last that the plan allows.",
      km: Khmer.withKhmerDigits(
        "ជំនាន់ទី \(number) ហួសជំនាន់ទី \(limit) ដែលជាជំនាន់ចុងក្រោយដែលផែនការអនុញ្ញាត។"))
  }

  // MARK: Illustration

  static let illustration = LocalizedText(
    en: "Illustration: content passed on", km: "ឧទាហរណ៍បង្ហាញ៖ ខ្លឹមសារដែលបន្តទៅ")
  static let illustrationCaption = LocalizedText(
    en: "Illustration of a rule of thumb, not a measurement",
    km: "ការបង្ហាញវិធានប្រហាក់ប្រហែល មិនមែនជាការវាស់វែងទេ")
  static let content = LocalizedText(en: "Share of the content", km: "ចំណែកនៃខ្លឹមសារ")
  static let noRule = LocalizedText(en: "the plan names no rule", km: "ផែនការមិនបានបញ្ជាក់វិធានទេ")

  static func illustrated(_ share: Double, source: LocalizedText) -> LocalizedText {
    let percent = NumberText.fixed(100 * share, digits: 0)
    return LocalizedText(
      en: "A rule of thumb says that \(percent) percent of the content passes from one generation "
        + "to the next (\(source.text(in: .english))). It illustrates why cascades are kept "
        + "short. It is no finding about this programme; its own test results are.",
      km: "វិធានប្រហាក់ប្រហែលមួយពោលថា \(Khmer.withKhmerDigits(percent)) ភាគរយនៃខ្លឹមសារ បន្តពីជំនាន់មួយទៅជំនាន់មួយ "
        + "(\(source.text(in: .khmer)))។ វាបង្ហាញថាហេតុអ្វីការបណ្តុះបណ្តាលបន្តគ្នាត្រូវមានជំនាន់តិច។ វាមិនមែនជាលទ្ធផល"
        + "អំពីកម្មវិធីនេះទេ មានតែលទ្ធផលតេស្តរបស់កម្មវិធីប៉ុណ្ណោះដែលអាចប្រាប់បាន។")
  }

  // MARK: Figures

  static let figures = LocalizedText(en: "Figures of the plan", km: "តួលេខនៃផែនការ")
  static let figuresCaption = LocalizedText(
    en: "Every figure with where it comes from", km: "តួលេខនីមួយៗ និងទីដែលវាបានមក")
  static let figure = LocalizedText(en: "Figure", km: "តួលេខ")
  static let value = LocalizedText(en: "Value", km: "តម្លៃ")
  static let basis = LocalizedText(en: "Where it comes from", km: "បានមកពី")
  static let assumption = LocalizedText(en: "assumption", km: "ការសន្មត")
  static let classSize = LocalizedText(en: "Class size", km: "ទំហំថ្នាក់")
  static let showUp = LocalizedText(en: "Share who come", km: "ចំណែកអ្នកមក")
  static let facilitators = LocalizedText(en: "Trainers in a class", km: "គ្រូក្នុងមួយថ្នាក់")
  static let days = LocalizedText(en: "Days of a class", km: "ចំនួនថ្ងៃនៃថ្នាក់")
  static let activeShare = LocalizedText(
    en: "Share of trainers active", km: "ចំណែកគ្រូសកម្ម")
  static let classesPerTrainer = LocalizedText(
    en: "Classes each trainer leads", km: "ចំនួនថ្នាក់ក្នុងគ្រូម្នាក់")
  static let window = LocalizedText(en: "Dates", km: "កាលបរិច្ឆេទ")
  static let certified = LocalizedText(
    en: "Share certified", km: "ចំណែកអ្នកទទួលវិញ្ញាបនបត្រ")
  static let womenShare = LocalizedText(
    en: "Least share of women", km: "ចំណែកស្ត្រីអប្បបរមា")
  static let largestClass = LocalizedText(en: "Largest class", km: "ថ្នាក់ធំបំផុត")
  static let largestLoad = LocalizedText(
    en: "Most days of a trainer", km: "ចំនួនថ្ងៃច្រើនបំផុតរបស់គ្រូ")
  static let lastGeneration = LocalizedText(en: "Last generation", km: "ជំនាន់ចុងក្រោយ")

  static func targetOf(_ group: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "People: \(group.text(in: .english))", km: "ចំនួនមនុស្ស៖ \(group.text(in: .khmer))")
  }
}
