import Psychometrics
import Source
import Text

/// The words about what really happened.
enum StatusMessages {
  static let title = LocalizedText(
    en: "What happened in the cascade", km: "អ្វីដែលបានកើតឡើងក្នុងការបណ្តុះបណ្តាលបន្តគ្នា")

  static func introduction(_ events: Int, _ date: String) -> LocalizedText {
    LocalizedText(
      en: "From the facts of \(events) events in the records, as of \(date). People stand by code; "
        + "nobody is ranked.",
      km: Khmer.withKhmerDigits("តាមកំណត់ត្រានៃព្រឹត្តិការណ៍ \(events) គិតត្រឹម ")
        + "\(date)។ មនុស្សបង្ហាញតាមកូដ ហើយមិនមានចំណាត់ថ្នាក់ទេ។")
  }

  // MARK: Headings and captions

  static let plannedHeld = LocalizedText(en: "Planned and held", km: "ផែនការ និងការអនុវត្តពិត")
  static let plannedCaption = LocalizedText(
    en: "Events and people by generation", km: "ព្រឹត្តិការណ៍ និងចំនួនមនុស្ស តាមជំនាន់")
  static let dropOff = LocalizedText(
    en: "From enrolment to certificate", km: "ពីការចុះឈ្មោះដល់វិញ្ញាបនបត្រ")
  static let dropOffCaption = LocalizedText(
    en: "People who are left after each stage", km: "ចំនួនមនុស្សដែលនៅសល់ក្រោយដំណាក់កាលនីមួយៗ")
  static let learning = LocalizedText(en: "What was learned", km: "អ្វីដែលបានរៀន")
  static let learningCaption = LocalizedText(
    en: "People who took both tests, by generation",
    km: "អ្នកដែលបានធ្វើតេស្តទាំងពីរ តាមជំនាន់")
  static let groupCaption = LocalizedText(
    en: "People who took both tests, by group", km: "អ្នកដែលបានធ្វើតេស្តទាំងពីរ តាមក្រុម")
  static let decay = LocalizedText(
    en: "What one generation passes on", km: "អ្វីដែលជំនាន់មួយបន្តទៅជំនាន់បន្ទាប់")
  static let trainers = LocalizedText(
    en: "Trainers and their learners' gains", km: "គ្រូឧទ្ទេស និងការកើនឡើងនៃសិក្ខាកាម")
  static let trainersCaption = LocalizedText(
    en: "Differences from the generation's mean gain, in the order of codes",
    km: "គម្លាតពីការកើនឡើងមធ្យមនៃជំនាន់ តាមលំដាប់កូដ")
  static let fidelity = LocalizedText(
    en: "Delivery as observed and gain", km: "ការបង្រៀនតាមការសង្កេត និងការកើនឡើង")
  static let support = LocalizedText(
    en: "Who needs support or refreshing", km: "អ្នកដែលត្រូវការជំនួយ ឬការរំឭកមេរៀន")
  static let endingCaption = LocalizedText(
    en: "Certificates that end within 90 days or have ended",
    km: "វិញ្ញាបនបត្រដែលផុតកំណត់ក្នុងរយៈពេល ៩០ ថ្ងៃ ឬផុតកំណត់ហើយ")
  static let refreshCaption = LocalizedText(
    en: "Trainers whose last training lies too far back",
    km: "គ្រូឧទ្ទេសដែលវគ្គចុងក្រោយកន្លងទៅយូរពេក")
  static let weakCaption = LocalizedText(
    en: "Trainers whose descendants learned less than the floor",
    km: "គ្រូឧទ្ទេសដែលសិក្ខាកាមបន្តគ្នារៀនបានក្រោមកម្រិតអប្បបរមា")
  static let lineage = LocalizedText(en: "Who was taught by whom", km: "អ្នកណាបង្រៀនអ្នកណា")
  static let lineageCaption = LocalizedText(
    en: "Trainers and how many they reached", km: "គ្រូឧទ្ទេស និងចំនួនអ្នកទទួលបាន")
  static let findings = LocalizedText(
    en: "What cannot have happened as recorded", km: "អ្វីដែលមិនអាចកើតឡើងតាមកំណត់ត្រា")
  static let noFindings = LocalizedText(
    en: "Nothing impossible was found.", km: "រកមិនឃើញអ្វីដែលមិនអាចកើតឡើងទេ។")
  static let finding = LocalizedText(en: "Finding", km: "ការរកឃើញ")
  static let place = LocalizedText(en: "Event or person", km: "ព្រឹត្តិការណ៍ ឬមនុស្ស")
  static let message = LocalizedText(en: "What is odd", km: "អ្វីដែលចម្លែក")

  // MARK: Columns

  static let classes = LocalizedText(en: "Classes needed", km: "ថ្នាក់ដែលត្រូវការ")
  static let planned = LocalizedText(en: "Events to come", km: "ព្រឹត្តិការណ៍ខាងមុខ")
  static let held = LocalizedText(en: "Events held", km: "ព្រឹត្តិការណ៍ដែលបានធ្វើ")
  static let cancelled = LocalizedText(en: "Cancelled", km: "បានលុបចោល")
  static let reached = LocalizedText(en: "People reached", km: "ចំនួនអ្នកទទួលបាន")
  static let ofTarget = LocalizedText(en: "% of target", km: "% នៃគោលដៅ")
  static let group = LocalizedText(en: "Group", km: "ក្រុម")
  static let everybody = LocalizedText(en: "Everybody", km: "ទាំងអស់")
  static let unknown = LocalizedText(en: "not known", km: "មិនដឹង")
  static let enrolled = LocalizedText(en: "Enrolled", km: "បានចុះឈ្មោះ")
  static let attended = LocalizedText(en: "Attended", km: "បានចូលរួម")
  static let tested = LocalizedText(en: "Post-test", km: "តេស្តក្រោយវគ្គ")
  static let certified = LocalizedText(en: "Certified", km: "មានវិញ្ញាបនបត្រ")
  static let pairs = LocalizedText(en: "Pairs", km: "ចំនួនគូ")
  static let events = LocalizedText(en: "Events", km: "ព្រឹត្តិការណ៍")
  static let before = LocalizedText(en: "Before, %", km: "មុនវគ្គ %")
  static let after = LocalizedText(en: "After, %", km: "ក្រោយវគ្គ %")
  static let gain = LocalizedText(en: "Gain, points", km: "ការកើនឡើង (ពិន្ទុ)")
  static let interval = LocalizedText(en: "95 % interval", km: "ចន្លោះជឿជាក់ ៩៥ %")
  static let overCut = LocalizedText(en: "% over the cut score", km: "% លើពិន្ទុកំណត់")
  static let figure = LocalizedText(en: "Figure", km: "តួលេខ")
  static let value = LocalizedText(en: "Value", km: "តម្លៃ")
  static let trainer = LocalizedText(en: "Trainer", km: "គ្រូឧទ្ទេស")
  static let learners = LocalizedText(en: "Learners", km: "សិក្ខាកាម")
  static let observed = LocalizedText(en: "As measured", km: "តាមទិន្នន័យ")
  static let shrunken = LocalizedText(en: "Drawn to the mean", km: "ទាញទៅរកមធ្យម")
  static let kept = LocalizedText(en: "Share kept", km: "ចំណែកដែលរក្សា")
  static let direct = LocalizedText(en: "Taught directly", km: "បង្រៀនផ្ទាល់")
  static let all = LocalizedText(en: "Reached in all", km: "ទទួលបានសរុប")
  static let code = LocalizedText(en: "Code", km: "កូដ")
  static let until = LocalizedText(en: "Ends on", km: "ផុតកំណត់នៅ")
  static let daysLeft = LocalizedText(en: "Days left", km: "ថ្ងៃនៅសល់")
  static let last = LocalizedText(en: "Last training", km: "វគ្គចុងក្រោយ")
  static let months = LocalizedText(en: "Months ago", km: "ខែកន្លងមក")
  static let left = LocalizedText(en: "Share left", km: "ចំណែកនៅសល់")
  static let people = LocalizedText(en: "People", km: "ចំនួនមនុស្ស")
  static let share = LocalizedText(en: "Share of the first gain", km: "ចំណែកនៃការកើនឡើងដំបូង")

  // MARK: Reasons

  static let tooFew = LocalizedText(
    en: "hidden: fewer than 5 people, or it would tell of such a group",
    km: "មិនបង្ហាញ៖ តិចជាង ៥ នាក់ ឬអាចបង្ហាញអំពីក្រុមបែបនេះ")
  static let notPlanned = LocalizedText(en: "not in the plan", km: "គ្មានក្នុងផែនការ")
  static let noInterval = LocalizedText(
    en: "fewer than two events, or no variation", km: "តិចជាងពីរព្រឹត្តិការណ៍ ឬគ្មានគម្លាត")
  static let noCut = LocalizedText(en: "no cut score", km: "គ្មានពិន្ទុកំណត់")
  static let noCorrelation = LocalizedText(
    en: "too few observed events, or no variation", km: "ព្រឹត្តិការណ៍ដែលសង្កេតតិចពេក ឬគ្មានគម្លាត")

  // MARK: Notes

  static let fewClusters = LocalizedText(
    en: "Intervals take people of one event as a cluster (CR2, Satterthwaite). With fewer than 10 "
      + "events they are not to be relied upon.",
    km: "ចន្លោះជឿជាក់ចាត់ទុកអ្នកនៃព្រឹត្តិការណ៍មួយជាចង្កោមមួយ (CR2, Satterthwaite)។ "
      + "បើតិចជាង ១០ ព្រឹត្តិការណ៍ មិនគួរពឹងផ្អែកលើវាទេ។")
  static let noEffect = LocalizedText(
    en: "A gain is no effect: without a comparison group nobody knows what would have happened "
      + "anyway.",
    km: "ការកើនឡើងមិនមែនជាប្រសិទ្ធភាពទេ៖ បើគ្មានក្រុមប្រៀបធៀប គ្មាននរណាដឹងថានឹងមានអ្វីកើតឡើងដែរ។")
  static let decayModel = LocalizedText(
    en: "Gain = A × q^generation, by least squares, with events as clusters. It describes; the "
      + "generations differ in more than their trainers.",
    km: "ការកើនឡើង = A × q^ជំនាន់ តាមវិធីការេតូចបំផុត ដោយយកព្រឹត្តិការណ៍ជាចង្កោម។ វាពិពណ៌នាប៉ុណ្ណោះ ព្រោះ"
      + "ជំនាន់ខុសគ្នាច្រើនជាងត្រឹមគ្រូ។")
  static let trainerModel = LocalizedText(
    en: "Each difference is drawn towards the mean as far as chance could have moved it "
      + "(DerSimonian and Laird). What a class brings along counts to its lead trainer here; it is "
      + "a reason to visit, not a judgement.",
    km: "គម្លាតនីមួយៗត្រូវទាញទៅរកមធ្យម តាមកម្រិតដែលចៃដន្យអាចបង្កើត (DerSimonian និង Laird)។ លក្ខណៈ"
      + "នៃថ្នាក់ត្រូវរាប់ចូលគ្រូនាំមុខនៅទីនេះ។ វាជាហេតុផលសម្រាប់ទៅជួប មិនមែនជាការវិនិច្ឆ័យទេ។")
  static let observedShare = LocalizedText(
    en: "Delivery: the mean share of the most points of each criterion, by event; of rubrics "
      + "that the plan's curriculum does not have, of the highest level seen.",
    km: "ការបង្រៀន៖ ចំណែកមធ្យមនៃពិន្ទុខ្ពស់បំផុតក្នុងលក្ខណៈវិនិច្ឆ័យនីមួយៗ តាមព្រឹត្តិការណ៍។ ចំពោះតារាងវាយតម្លៃ"
      + "ដែលកម្មវិធីសិក្សានៃផែនការគ្មាន យកកម្រិតខ្ពស់បំផុតដែលបានឃើញ។")
  static let hiddenNote = LocalizedText(
    en: "People count once in a group, and in each group where they were.",
    km: "មនុស្សម្នាក់រាប់ម្តងក្នុងក្រុមមួយ និងក្នុងគ្រប់ក្រុមដែលគាត់បានចូលរួម។")

  static func few(_ codes: [String]) -> LocalizedText {
    let list = codes.joined(separator: ", ")
    return LocalizedText(
      en: "Too few learners with both tests to show: \(list).",
      km: "សិក្ខាកាមដែលធ្វើតេស្តទាំងពីរតិចពេក មិនអាចបង្ហាញ៖ \(list)។")
  }

  static func refused(_ refusal: GenerationDecay.Refusal) -> LocalizedText {
    switch refusal {
    case .generations(let count):
      LocalizedText(
        en: "Not estimated: at least 2 generations with two events each are needed; there are "
          + "\(count).",
        km: Khmer.withKhmerDigits(
          "មិនបានប៉ាន់ប្រមាណ៖ ត្រូវការយ៉ាងតិច 2 ជំនាន់ ដែលមួយៗមានពីរព្រឹត្តិការណ៍។ មាន \(count)។"))
    case .clusters(let count):
      LocalizedText(
        en: "Not estimated: at least 6 events with both tests are needed; there are \(count).",
        km: Khmer.withKhmerDigits(
          "មិនបានប៉ាន់ប្រមាណ៖ ត្រូវការយ៉ាងតិច 6 ព្រឹត្តិការណ៍ដែលមានតេស្តទាំងពីរ។ មាន \(count)។"))
    case .noGain:
      LocalizedText(
        en: "Not estimated: nothing was gained of which a share could be passed on.",
        km: "មិនបានប៉ាន់ប្រមាណ៖ គ្មានការកើនឡើងដែលអាចបន្តមួយចំណែកបានទេ។")
    case .noSolution, .notFinite:
      LocalizedText(
        en: "Not estimated: the gains do not decide the share.",
        km: "មិនបានប៉ាន់ប្រមាណ៖ ការកើនឡើងមិនអាចកំណត់ចំណែកនេះបានទេ។")
    }
  }

  static func refresh(_ months: Double) -> LocalizedText {
    let text = "\((months * 10).rounded() / 10)"
    return LocalizedText(
      en: "By the plan's monthly loss its floor is reached after \(text) months without training.",
      km: Khmer.withKhmerDigits(
        "តាមការបាត់បង់ប្រចាំខែនៃផែនការ កម្រិតអប្បបរមាត្រូវដល់ក្រោយ \(text) ខែដោយគ្មានវគ្គ។"))
  }
  static let noRefresh = LocalizedText(
    en: "The plan states no monthly loss with a floor, so that nobody can be named for refreshing.",
    km: "ផែនការមិនបានបញ្ជាក់ការបាត់បង់ប្រចាំខែ និងកម្រិតអប្បបរមាទេ ដូច្នេះមិនអាចបញ្ជាក់អ្នកត្រូវរំឭកមេរៀន។")
  static func lineages(_ enough: Int, _ few: Int) -> LocalizedText {
    LocalizedText(
      en: "\(enough) lineages have at least 5 people with both tests; \(few) have too few.",
      km: Khmer.withKhmerDigits(
        "ខ្សែបណ្តុះបណ្តាល \(enough) មានយ៉ាងតិច 5 នាក់ដែលធ្វើតេស្តទាំងពីរ។ \(few) មានតិចពេក។"))
  }

  static func reachSummary(_ reached: Int, _ target: Int) -> LocalizedText {
    LocalizedText(
      en: "\(reached) people were reached of \(target) in the plan.",
      km: Khmer.withKhmerDigits("ទទួលបាន \(reached) នាក់ ក្នុងចំណោម \(target) នាក់នៃផែនការ។"))
  }
  static let byProvince = LocalizedText(
    en: "People who attended, by province", km: "អ្នកចូលរួម តាមខេត្ត")
  static let provinceSummary = LocalizedText(
    en: "A crossed-out province has nobody, or too few to be shown.",
    km: "ខេត្តដែលគូសខ្វែងគ្មាននរណា ឬមានតិចពេកមិនអាចបង្ហាញ។")
  static let lineageSummary = LocalizedText(
    en: "Trainers under the trainer of whom they learned; a person with several stands under the "
      + "first by code.",
    km: "គ្រូស្ថិតក្រោមគ្រូដែលបានបង្រៀនខ្លួន។ អ្នកដែលមានគ្រូច្រើន ស្ថិតក្រោមគ្រូដំបូងតាមកូដ។")
  static let belowFloor = LocalizedText(
    en: "descendants learned less than the floor", km: "សិក្ខាកាមបន្តគ្នារៀនបានក្រោមកម្រិតអប្បបរមា")
  static func reachedBy(_ direct: Int, _ all: Int) -> LocalizedText {
    LocalizedText(
      en: "\(direct) taught, \(all) in all",
      km: Khmer.withKhmerDigits("បង្រៀន \(direct) នាក់ សរុប \(all) នាក់"))
  }
  static func generationName(_ number: Int) -> LocalizedText {
    CascadeMessages.generationName(number)
  }

  // MARK: Findings

  private static let lookAgain = LocalizedText(
    en: "Find out which word is wrong, and say the right one; both stay in the records.",
    km: "សូមរកឱ្យដឹងថាព័ត៌មានណាខុស ហើយបញ្ចូលព័ត៌មានត្រឹមត្រូវ។ ទាំងពីរនៅក្នុងកំណត់ត្រា។")

  private static func warning(
    _ code: String, _ place: String, _ text: LocalizedText
  ) -> Diagnostic {
    Diagnostic(code, .warning, at: SourceLocation(file: place), text, remedy: lookAgain)
  }

  static func circle(_ codes: [String]) -> Diagnostic {
    let list = codes.prefix(20).joined(separator: ", ")
    return warning(
      "lineage-circle", codes.first ?? "",
      LocalizedText(
        en: "These people taught each other in a circle: \(list).",
        km: "អ្នកទាំងនេះបានបង្រៀនគ្នាវិលជុំ៖ \(list)។"))
  }

  static func bothSides(_ code: String, _ event: String) -> Diagnostic {
    warning(
      "teaches-and-learns", code,
      LocalizedText(
        en: "'\(code)' is a trainer and a learner of '\(event)'.",
        km: "'\(code)' ជាគ្រូឧទ្ទេសផង និងជាសិក្ខាកាមផងក្នុង '\(event)'។"))
  }

  static func noTrainer(_ event: String) -> Diagnostic {
    warning(
      "event-without-trainer", event,
      LocalizedText(
        en: "'\(event)' was held, and no trainer is entered; its people have no lineage.",
        km: "'\(event)' បានធ្វើ តែគ្មានគ្រូឧទ្ទេសក្នុងកំណត់ត្រា។ អ្នកចូលរួមគ្មានខ្សែបណ្តុះបណ្តាលទេ។"))
  }

  static func generation(_ event: String, _ entered: Int, _ lowest: Int) -> Diagnostic {
    warning(
      "generation-against-lineage", event,
      LocalizedText(
        en: "'\(event)' is entered as training generation \(entered), and its trainers are of "
          + "generation \(lowest) themselves.",
        km: "'\(event)' បញ្ចូលថាបណ្តុះបណ្តាលជំនាន់ទី" + Khmer.withKhmerDigits("\(entered)")
          + " តែគ្រូរបស់វាខ្លួនឯងជាជំនាន់ទី" + Khmer.withKhmerDigits("\(lowest)") + "។"))
  }
}
