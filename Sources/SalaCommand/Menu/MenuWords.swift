import Text

/// The words of the menu.
enum MenuWords {
  static let greeting = LocalizedText(
    en: "Sala: curricula, courses, tests and evidence of learning.",
    km: "សាលា៖ កម្មវិធីសិក្សា មេរៀន តេស្ត និងភស្តុតាងនៃការរៀនសូត្រ។")
  static let whatToDo = LocalizedText(
    en: "What would you like to do?", km: "តើអ្នកចង់ធ្វើអ្វី?")
  static let alsoType = LocalizedText(en: "You could also type:", km: "អ្នកក៏អាចវាយថា៖")
  static let typeSomething = LocalizedText(
    en: "Type an answer, or '.' to go back.", km: "សូមវាយចម្លើយ ឬ '.' ដើម្បីត្រឡប់ក្រោយ។")

  static func typeNumber(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Type a number from 1 to \(count).",
      km: "សូមវាយលេខពី ១ ដល់ \(Khmer.withKhmerDigits("\(count)"))។")
  }

  /// The prompt: what Enter and a full stop do.
  static func prompt(standard: Int?, isTop: Bool) -> LocalizedText {
    let stop =
      isTop
      ? LocalizedText(en: "'.' leaves", km: "'.' ចាកចេញ")
      : LocalizedText(en: "'.' goes back", km: "'.' ត្រឡប់ក្រោយ")
    guard let standard else {
      return LocalizedText(en: "(\(stop.en)) > ", km: "(\(stop.km)) > ")
    }
    return LocalizedText(
      en: "(Enter: \(standard); \(stop.en)) > ",
      km: "(Enter៖ \(Khmer.withKhmerDigits("\(standard)")), \(stop.km)) > ")
  }

  static func task(_ task: MenuTask, in language: Language) -> String {
    switch task {
    case .test: LocalizedText(en: "Take a test", km: "ធ្វើតេស្ត").text(in: language)
    case .practise:
      LocalizedText(en: "Practise", km: "ហាត់ធ្វើសំណួរ").text(in: language)
    case .check:
      LocalizedText(en: "Check a curriculum", km: "ពិនិត្យកម្មវិធីសិក្សា").text(in: language)
    case .package:
      LocalizedText(en: "Write a course package", km: "បង្កើតកញ្ចប់មេរៀន").text(in: language)
    case .preview:
      LocalizedText(en: "Look at a course package", km: "មើលកញ្ចប់មេរៀនជាមុន").text(in: language)
    case .report:
      LocalizedText(en: "Report what changed", km: "របាយការណ៍អំពីការផ្លាស់ប្តូរ").text(in: language)
    // Who cannot read this language has to find the other one.
    case .language: language == .khmer ? "English" : "ភាសាខ្មែរ (Khmer)"
    case .leave: LocalizedText(en: "Leave", km: "ចាកចេញ").text(in: language)
    }
  }

  // MARK: Questions

  static let learnerCode = LocalizedText(
    en: "Your learner code, from the trainer's list:", km: "កូដសិក្ខាកាមរបស់អ្នក ក្នុងបញ្ជីរបស់គ្រូឧទ្ទេស៖")
  static let learnerName = LocalizedText(
    en: "Your learner code, or a short name in Latin letters:",
    km: "កូដសិក្ខាកាមរបស់អ្នក ឬឈ្មោះខ្លីជាអក្សរឡាតាំង៖")
  static let whichCurriculum = LocalizedText(en: "Which curriculum?", km: "កម្មវិធីសិក្សាមួយណា?")
  static let whichModule = LocalizedText(en: "Which module?", km: "ម៉ូឌុលមួយណា?")
  static let allModules = LocalizedText(en: "all modules", km: "ម៉ូឌុលទាំងអស់")
  static let whichFormat = LocalizedText(
    en: "Where will the package be used?", km: "តើកញ្ចប់នេះនឹងត្រូវប្រើនៅទីណា?")
  static let whichLanguages = LocalizedText(
    en: "The language of the package?", km: "ភាសានៃកញ្ចប់មេរៀន?")
  static let whichProvince = LocalizedText(
    en: "With the examples of a province?", km: "ប្រើឧទាហរណ៍ពីខេត្តណា?")
  static let noProvince = LocalizedText(
    en: "none: the same for all", km: "មិនប្រើ៖ ដូចគ្នាសម្រាប់គ្រប់ខេត្ត")
  static let whichPackage = LocalizedText(
    en: "Which package? A number, or the path of another one:",
    km: "កញ្ចប់មេរៀនមួយណា? សូមវាយលេខ ឬទីតាំងនៃកញ្ចប់ផ្សេង៖")
  static let packagePath = LocalizedText(
    en: "The path of the package, a ZIP file or a folder:",
    km: "ទីតាំងនៃកញ្ចប់មេរៀន ជាឯកសារ ZIP ឬថត៖")
  static let whichEvent = LocalizedText(en: "Which event?", km: "ព្រឹត្តិការណ៍មួយណា?")
  static let allEvents = LocalizedText(en: "all events", km: "ព្រឹត្តិការណ៍ទាំងអស់")
  static let whichGrouping = LocalizedText(en: "Broken down by?", km: "បំបែកលទ្ធផលតាមអ្វី?")

  static let formats = [
    MenuChoice(
      value: "scorm12",
      title: LocalizedText(
        en: "nearly every LMS, Moodle too (scorm12)",
        km: "LMS ស្ទើរទាំងអស់ រួមទាំង Moodle (scorm12)")),
    MenuChoice(
      value: "scorm2004",
      title: LocalizedText(
        en: "an LMS with SCORM 2004 (scorm2004)", km: "LMS ដែលស្គាល់ SCORM 2004 (scorm2004)")),
    MenuChoice(
      value: "cmi5",
      title: LocalizedText(
        en: "an LMS with cmi5 and xAPI (cmi5)", km: "LMS ដែលស្គាល់ cmi5 និង xAPI (cmi5)")),
    MenuChoice(
      value: "common-cartridge",
      title: LocalizedText(
        en: "a course that can be edited there (common-cartridge)",
        km: "វគ្គដែលអាចកែបាននៅទីនោះ (common-cartridge)")),
    MenuChoice(
      value: "web",
      title: LocalizedText(en: "a browser, without an LMS (web)", km: "កម្មវិធីរុករក ដោយគ្មាន LMS (web)")),
  ]

  static let contentLanguages = [
    MenuChoice(value: "both", title: LocalizedText(en: "both", km: "ទាំងពីរ")),
    MenuChoice(value: "km", title: LocalizedText(en: "Khmer", km: "ខ្មែរ")),
    MenuChoice(value: "en", title: LocalizedText(en: "English", km: "អង់គ្លេស")),
  ]

  static let groupings = [
    MenuChoice(
      value: "", title: LocalizedText(en: "nothing: everybody together", km: "មិនបំបែក៖ រួមគ្នាទាំងអស់")),
    MenuChoice(value: "sex", title: LocalizedText(en: "sex", km: "ភេទ")),
    MenuChoice(value: "province", title: LocalizedText(en: "province", km: "ខេត្ត")),
    MenuChoice(value: "sex,province", title: LocalizedText(en: "sex and province", km: "ភេទ និងខេត្ត")),
    MenuChoice(value: "organisation", title: LocalizedText(en: "organisation", km: "អង្គភាព")),
    MenuChoice(value: "role", title: LocalizedText(en: "role", km: "តួនាទី")),
    MenuChoice(value: "module", title: LocalizedText(en: "module", km: "ម៉ូឌុល")),
    MenuChoice(value: "competency", title: LocalizedText(en: "competency", km: "សមត្ថភាព")),
  ]
}
