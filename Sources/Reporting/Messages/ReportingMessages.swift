import Assessment
import Psychometrics
import Text

/// The words of reports: headings, columns and the names of things.
enum ReportingMessages {
  static let title = LocalizedText(
    en: "Change between pre-test and post-test",
    km: "បម្រែបម្រួលរវាងតេស្តមុនវគ្គ និងតេស្តក្រោយវគ្គ")

  // MARK: Headings

  static let headlineHeading = LocalizedText(en: "What changed", km: "អ្វីដែលបានប្រែប្រួល")
  static let formsHeading = LocalizedText(
    en: "The two forms", km: "វិញ្ញាសាទាំងពីរ")
  static let endsHeading = LocalizedText(
    en: "The ends of the test", km: "ចុងទាំងពីរនៃពិន្ទុតេស្ត")
  static let peopleHeading = LocalizedText(
    en: "Who is in this report, and who is not",
    km: "អ្នកដែលមានក្នុងរបាយការណ៍នេះ និងអ្នកដែលគ្មាន")
  static let originHeading = LocalizedText(
    en: "What the figures rest on", km: "មូលដ្ឋាននៃតួលេខ")

  static func groupsHeading(_ groupings: [Grouping]) -> LocalizedText {
    let names = Prose.series(groupings.map(grouping))
    return LocalizedText(
      en: "By \(names.en.lowercased())", km: "តាម\(names.km)")
  }

  // MARK: Columns

  static let people = LocalizedText(en: "People", km: "សិក្ខាកាម")
  static let everybody = LocalizedText(
    en: "Everybody with both tests", km: "សិក្ខាកាមទាំងអស់ដែលមានតេស្តទាំងពីរ")
  static let numberOfPeople = LocalizedText(en: "People", km: "ចំនួនសិក្ខាកាម")
  static let pairs = LocalizedText(en: "n (pairs)", km: "n (គូ)")
  static let meanPre = LocalizedText(en: "Mean before, %", km: "មធ្យមភាគមុនវគ្គ, %")
  static let meanPost = LocalizedText(en: "Mean after, %", km: "មធ្យមភាគក្រោយវគ្គ, %")
  static let gain = LocalizedText(en: "Gain, % points", km: "ការកើនឡើង, ចំណុចភាគរយ")
  static let interval = LocalizedText(en: "95 % interval", km: "ចន្លោះជឿជាក់ ៩៥%")
  static let df = LocalizedText(en: "df", km: "df (ដឺក្រេសេរី)")
  static let pAdjusted = LocalizedText(en: "p adjusted", km: "p កែតម្រូវ")
  static let wilcoxonP = LocalizedText(en: "Wilcoxon p", km: "p តាម Wilcoxon")
  static let hedgesG = LocalizedText(en: "Hedges g", km: "g តាម Hedges")
  static let classGain = LocalizedText(
    en: "Share of possible gain", km: "ភាគនៃការកើនឡើងដែលអាចមាន")
  static let classGainInterval = LocalizedText(
    en: "95 % interval of the share", km: "ចន្លោះជឿជាក់ ៩៥% នៃភាគនេះ")
  static let adjustedGainShort = LocalizedText(
    en: "Gain freed from forms", km: "ការកើនឡើងដោយដកភាពខុសគ្នានៃវិញ្ញាសា")
  static let adjustedInterval = LocalizedText(
    en: "95 % interval, freed from forms", km: "ចន្លោះជឿជាក់ ៩៥% ដោយដកភាពខុសគ្នានៃវិញ្ញាសា")
  static let quantity = LocalizedText(en: "Figure", km: "តួលេខ")
  static let id = LocalizedText(en: "Id", km: "លេខសម្គាល់")
  static let points = LocalizedText(en: "% points", km: "ចំណុចភាគរយ")
  static let preForm = LocalizedText(en: "Pre-test form", km: "វិញ្ញាសាតេស្តមុនវគ្គ")
  static let postForm = LocalizedText(en: "Post-test form", km: "វិញ្ញាសាតេស្តក្រោយវគ្គ")
  static let test = LocalizedText(en: "Test", km: "តេស្ត")
  static let atFloor = LocalizedText(en: "At 0 %, share in %", km: "ភាគរយអ្នកបាន ០%")
  static let atCeiling = LocalizedText(en: "At 100 %, share in %", km: "ភាគរយអ្នកបាន ១០០%")
  static let curriculum = LocalizedText(en: "Curriculum", km: "កម្មវិធីសិក្សា")
  static let curriculumVersion = LocalizedText(
    en: "Curriculum version", km: "កំណែកម្មវិធីសិក្សា")
  static let eventVersions = LocalizedText(
    en: "Version taught at the events", km: "កំណែដែលបានបង្រៀនក្នុងព្រឹត្តិការណ៍")
  static let signatures = LocalizedText(en: "Signatures of the records", km: "ហត្ថលេខាលើកំណត់ត្រា")
  static let form = LocalizedText(en: "Form", km: "វិញ្ញាសា")
  static let forms = LocalizedText(en: "Forms", km: "វិញ្ញាសា")
  static let versions = LocalizedText(en: "Versions seen", km: "កំណែដែលបានឃើញ")
  static let questionCount = LocalizedText(en: "Questions", km: "ចំនួនសំណួរ")
  static let maximum = LocalizedText(en: "Most points", km: "ពិន្ទុអតិបរមា")
  static let countedTests = LocalizedText(en: "Tests counted", km: "តេស្តដែលរាប់")
  static let enrolled = LocalizedText(en: "Enrolled", km: "ចុះឈ្មោះ")

  static func questions(on form: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Questions, \(form.en)", km: "ចំនួនសំណួរ \(form.text(in: .khmer))")
  }

  // MARK: Captions

  static let headlineCaption = LocalizedText(
    en: "Change of everybody with both tests",
    km: "បម្រែបម្រួលរបស់សិក្ខាកាមទាំងអស់ដែលមានតេស្តទាំងពីរ")
  static let crossoverCaption = LocalizedText(
    en: "The change freed from the forms, and the difference between the forms",
    km: "បម្រែបម្រួលដោយដកភាពខុសគ្នានៃវិញ្ញាសា និងភាពខុសគ្នារវាងវិញ្ញាសា")
  static let ordersCaption = LocalizedText(
    en: "Orders in which the forms were taken", km: "លំដាប់នៃការធ្វើវិញ្ញាសា")
  static let endsCaption = LocalizedText(
    en: "People with no points and with all points", km: "សិក្ខាកាមដែលគ្មានពិន្ទុ និងបានពិន្ទុពេញ")
  static let attritionCaption = LocalizedText(
    en: "People by the tests that they handed in", km: "សិក្ខាកាមតាមតេស្តដែលបានប្រគល់")
  static let attemptsCaption = LocalizedText(
    en: "What became of the tests", km: "ការចាត់ចែងតេស្តទាំងអស់")
  static let modesCaption = LocalizedText(
    en: "How the people with both tests took them",
    km: "របៀប និងភាសាដែលសិក្ខាកាមដែលមានតេស្តទាំងពីរបានធ្វើតេស្ត")
  static let eventsCaption = LocalizedText(en: "Events", km: "ព្រឹត្តិការណ៍បណ្តុះបណ្តាល")
  static let formsCaption = LocalizedText(en: "Forms", km: "វិញ្ញាសា")

  static func groupsCaption(_ groupings: [Grouping]) -> LocalizedText {
    let names = Prose.series(groupings.map(grouping))
    return LocalizedText(
      en: "Change of the same people, by \(names.en.lowercased())",
      km: "បម្រែបម្រួលរបស់សិក្ខាកាមដដែល តាម\(names.km)")
  }

  // MARK: Names of things

  static func grouping(_ grouping: Grouping) -> LocalizedText {
    switch grouping {
    case .province: LocalizedText(en: "Province", km: "ខេត្ត")
    case .sex: LocalizedText(en: "Sex", km: "ភេទ")
    case .organisation: LocalizedText(en: "Organisation", km: "អង្គភាព")
    case .role: LocalizedText(en: "Role", km: "តួនាទី")
    case .born: LocalizedText(en: "Age band (born in)", km: "ក្រុមអាយុ (ទសវត្សកំណើត)")
    case .disability: LocalizedText(en: "Disability", km: "ពិការភាព")
    case .ethnicity: LocalizedText(en: "Ethnicity", km: "ជនជាតិ")
    case .office: LocalizedText(en: "Office", km: "ការិយាល័យ")
    case .sector: LocalizedText(en: "Sector", km: "វិស័យ")
    case .event: LocalizedText(en: "Event", km: "ព្រឹត្តិការណ៍បណ្តុះបណ្តាល")
    case .form: LocalizedText(en: "Order of forms", km: "លំដាប់វិញ្ញាសា")
    case .language: LocalizedText(en: "Language", km: "ភាសា")
    case .competency: LocalizedText(en: "Competency", km: "សមត្ថភាព")
    case .module: LocalizedText(en: "Module", km: "ម៉ូឌុល")
    }
  }

  static let notStated = LocalizedText(en: "not stated", km: "មិនបានបញ្ជាក់")
  static let noEvent = LocalizedText(en: "outside any event", km: "ក្រៅព្រឹត្តិការណ៍បណ្តុះបណ្តាល")
  static let preTest = LocalizedText(en: "Pre-test", km: "តេស្តមុនវគ្គ")
  static let postTest = LocalizedText(en: "Post-test", km: "តេស្តក្រោយវគ្គ")

  static func sex(_ value: String) -> LocalizedText {
    switch value {
    case "female": LocalizedText(en: "female", km: "ស្រី")
    case "male": LocalizedText(en: "male", km: "ប្រុស")
    case "other": LocalizedText(en: "other", km: "ផ្សេងទៀត")
    default: LocalizedText(same: value)
    }
  }

  static func sector(_ value: String) -> LocalizedText {
    switch value {
    case "official": LocalizedText(en: "administration", km: "រដ្ឋបាល")
    case "cso": LocalizedText(en: "civil society", km: "សង្គមស៊ីវិល")
    case "other": LocalizedText(en: "other", km: "ផ្សេងទៀត")
    default: LocalizedText(same: value)
    }
  }

  static func yesOrNo(_ value: String) -> LocalizedText {
    switch value {
    case "yes": LocalizedText(en: "yes", km: "មាន")
    case "no": LocalizedText(en: "no", km: "គ្មាន")
    default: LocalizedText(same: value)
    }
  }

  static func language(_ language: Language) -> LocalizedText {
    switch language {
    case .english: LocalizedText(en: "English", km: "ភាសាអង់គ្លេស")
    case .khmer: LocalizedText(en: "Khmer", km: "ភាសាខ្មែរ")
    }
  }

  static func inLanguage(_ language: Language) -> LocalizedText {
    let name = self.language(language)
    return LocalizedText(en: "in \(name.en)", km: "ជា\(name.km)")
  }

  static func mode(_ mode: AttemptMode) -> LocalizedText {
    switch mode {
    case .terminal: LocalizedText(en: "in a terminal", km: "ក្នុងស្ថានីយកុំព្យូទ័រ")
    case .page: LocalizedText(en: "in a page", km: "ក្នុងទំព័រអេឡិចត្រូនិក")
    case .paper: LocalizedText(en: "on paper", km: "លើក្រដាស")
    }
  }

  // MARK: Rows

  static let matched = LocalizedText(
    en: "Both tests (matched pairs)", km: "តេស្តទាំងពីរ (គូមុន និងក្រោយរបស់មនុស្សតែមួយ)")
  static let preOnly = LocalizedText(en: "Pre-test only", km: "មានតែតេស្តមុនវគ្គ")
  static let postOnly = LocalizedText(en: "Post-test only", km: "មានតែតេស្តក្រោយវគ្គ")
  static let unfinishedOnly = LocalizedText(
    en: "Began, but handed in neither", km: "បានចាប់ផ្តើម តែមិនបានប្រគល់តេស្តណាមួយ")
  static let neverBegan = LocalizedText(
    en: "Enrolled, but began neither", km: "បានចុះឈ្មោះ តែមិនបានចាប់ផ្តើមតេស្តណាមួយ")
  static let counted = LocalizedText(
    en: "Counted: the first one handed in", km: "តេស្តដែលរាប់៖ តេស្តដំបូងដែលបានប្រគល់")
  static let retakes = LocalizedText(
    en: "Taken again, not counted (retakes)", km: "ធ្វើម្តងទៀត មិនរាប់")
  static let unfinished = LocalizedText(
    en: "Not handed in or not scored", km: "មិនបានប្រគល់ ឬមិនទាន់មានពិន្ទុ")
  static let awaiting = LocalizedText(
    en: "Waiting for a human's judgement", km: "កំពុងរង់ចាំការវាយតម្លៃរបស់មនុស្ស")
  static let inPairs = LocalizedText(
    en: "Counted, of people with both tests", km: "តេស្តដែលរាប់ របស់សិក្ខាកាមដែលមានតេស្តទាំងពីរ")

  static let adjustedGain = LocalizedText(
    en: "Change freed from the forms", km: "បម្រែបម្រួលដោយដកភាពខុសគ្នានៃវិញ្ញាសា")

  static func order(_ first: LocalizedText, _ second: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "Mean gain, \(first.en) then \(second.en)",
      km: "មធ្យមភាគនៃការកើនឡើង \(first.text(in: .khmer)) រួច \(second.text(in: .khmer))")
  }

  static func formDifference(_ a: LocalizedText, _ b: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "How much easier \(b.en) is than \(a.en)",
      km: "\(b.text(in: .khmer)) ងាយជាង \(a.text(in: .khmer)) ប៉ុនណា")
  }

  static func peopleCount(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: count == 1 ? "1 person" : "\(count) people", km: "សិក្ខាកាម \(Prose.count(count).km) នាក់")
  }
}
