import Text

/// The messages about forms and their assembly.
enum FormMessages {
  // MARK: Statistics

  static func badStatistic(_ column: String, _ value: String) -> LocalizedText {
    LocalizedText(
      en: "'\(value)' cannot stand under '\(column)'.",
      km: "'\(value)' មិនអាចដាក់ក្រោម '\(column)' បានទេ។")
  }

  static func statisticRemedy(_ column: String) -> LocalizedText {
    switch column {
    case "item":
      LocalizedText(en: "Write the id of a question.", km: "សូមសរសេរលេខសម្គាល់សំណួរ។")
    case "n":
      LocalizedText(
        en: "Write how many people answered, a whole number from 1 on.",
        km: "សូមសរសេរចំនួនអ្នកឆ្លើយ ជាចំនួនគត់ចាប់ពី 1។")
    case "date":
      LocalizedText(
        en: "Write a date such as 2026-11-23.", km: "សូមសរសេរកាលបរិច្ឆេទ ដូចជា 2026-11-23។")
    case "discrimination":
      LocalizedText(
        en: "Write a number from -1 to 1, or leave it empty.",
        km: "សូមសរសេរចំនួនពី -1 ដល់ 1 ឬទុកឱ្យទទេ។")
    default:
      LocalizedText(en: "Write a number from 0 to 1.", km: "សូមសរសេរចំនួនពី 0 ដល់ 1។")
    }
  }

  static func missingColumn(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The table has no column '\(name)'.", km: "តារាងនេះគ្មានជួរឈរ '\(name)' ទេ។")
  }

  static func missingColumnRemedy(_ columns: [String]) -> LocalizedText {
    let list = columns.joined(separator: ",")
    return LocalizedText(
      en: "Begin the table with '\(list)'.", km: "សូមចាប់ផ្តើមតារាងដោយ '\(list)'។")
  }

  // MARK: Reading

  static func duplicateCell(_ outcome: String, _ cognitive: String) -> LocalizedText {
    LocalizedText(
      en: "The blueprint asks twice for '\(outcome)', \(cognitive).",
      km: "ប្លង់វិញ្ញាសាសុំ '\(outcome)' កម្រិត \(cognitive) ពីរដង។")
  }

  static let duplicateCellRemedy = LocalizedText(
    en: "Join the two lines into one and add up their counts.",
    km: "សូមបញ្ចូលបន្ទាត់ទាំងពីរទៅជាមួយ ហើយបូកចំនួនរបស់វា។")

  static func emptyLimits(_ key: String) -> LocalizedText {
    LocalizedText(
      en: "'\(key)' sets no limit that can be kept.",
      km: "'\(key)' មិនបានកំណត់ដែនណាដែលអាចគោរពបានទេ។")
  }

  static let limitsRemedy = LocalizedText(
    en: "Write 'min:', 'max:' or both, the first no larger than the second.",
    km: "សូមសរសេរ 'min:' ឬ 'max:' ឬទាំងពីរ ដោយតម្លៃទីមួយមិនធំជាងទីពីរ។")

  static let oneDimension = LocalizedText(
    en: "A total counts by exactly one thing.", km: "ចំនួនសរុបមួយត្រូវរាប់តាមអ្វីតែមួយគត់។")
  static let oneDimensionRemedy = LocalizedText(
    en: "Write one of competency, module, outcome, cognitive or kind; use a line for each.",
    km: "សូមសរសេរមួយក្នុងចំណោម competency, module, outcome, cognitive ឬ kind ដោយមួយបន្ទាត់សម្រាប់មួយ។")

  static let tooFewEnemies = LocalizedText(
    en: "Enemies are at least two questions.", km: "សំណួរដែលមិនត្រូវនៅជាមួយគ្នា ត្រូវមានយ៉ាងតិចពីរ។")
  static let tooFewEnemiesRemedy = LocalizedText(
    en: "Write '- {items: [cse-001, cse-014]}'.", km: "សូមសរសេរ '- {items: [cse-001, cse-014]}'។")

  static let nothingToAsk = LocalizedText(
    en: "The blueprint asks for no questions.", km: "ប្លង់វិញ្ញាសាមិនបានសុំសំណួរណាទេ។")
  static let nothingToAskRemedy = LocalizedText(
    en: "Write cells under 'blueprint:', or 'items:' under 'constraints:'.",
    km: "សូមសរសេរក្រឡាក្រោម 'blueprint:' ឬ 'items:' ក្រោម 'constraints:'។")

  static let mixedSection = LocalizedText(
    en: "A section either lists its questions or draws them.",
    km: "ផ្នែកមួយត្រូវរាយសំណួរ ឬចាប់យកសំណួរ មិនមែនទាំងពីរទេ។")
  static let mixedSectionRemedy = LocalizedText(
    en: "Write 'items:' alone, or 'pick:' with 'outcome:', 'cognitive:' or 'ids:'.",
    km: "សូមសរសេរតែ 'items:' ឬ 'pick:' ជាមួយ 'outcome:', 'cognitive:' ឬ 'ids:'។")

  // MARK: Assembly

  static func unmet(_ unmet: UnmetConstraint) -> LocalizedText {
    let name = name(unmet.constraint)
    let digits = hasDecimals(unmet.constraint) ? 3 : 0
    func text(_ value: Double) -> String {
      let whole = digits == 0 && value == value.rounded()
      return NumberText.fixed(value, digits: whole ? 0 : max(1, digits))
    }
    let found = text(unmet.found)
    let form = unmet.form.map { LocalizedText(en: " in '\($0)'", km: " ក្នុង '\($0)'") }
    let needed: LocalizedText
    switch (unmet.least, unmet.most) {
    case (let least?, let most?):
      needed = LocalizedText(
        en: "\(text(least)) to \(text(most)) needed", km: "ត្រូវការពី \(text(least)) ដល់ \(text(most))"
      )
    case (let least?, nil):
      needed = LocalizedText(
        en: "at least \(text(least)) needed", km: "ត្រូវការយ៉ាងតិច \(text(least))")
    case (nil, let most):
      let most = text(most ?? 0)
      needed = LocalizedText(en: "at most \(most) allowed", km: "អនុញ្ញាតយ៉ាងច្រើន \(most)")
    }
    let cause = cause(unmet.cause)
    return LocalizedText(
      en: "\(name.en)\(form?.en ?? ""): \(needed.en), \(found) found; \(cause.en).",
      km: "\(name.km)\(form?.km ?? "")៖ \(needed.km) តែមាន \(found) ព្រោះ\(cause.km)។")
  }

  static func unmetRemedy(_ unmet: UnmetConstraint) -> LocalizedText {
    switch unmet.cause {
    case .bank:
      LocalizedText(
        en: "Write more questions of an allowed pool and status, or ask for less.",
        km: "សូមសរសេរសំណួរបន្ថែមក្នុងបណ្តុំ និងស្ថានភាពដែលអនុញ្ញាត ឬកាត់បន្ថយតម្រូវការ។")
    case .together:
      LocalizedText(
        en: "Loosen this constraint or another one.",
        km: "សូមបន្ធូរលក្ខខណ្ឌនេះ ឬលក្ខខណ្ឌមួយផ្សេងទៀត។")
    case .notFound:
      LocalizedText(
        en: "Try another 'seed:', loosen a constraint, or write more questions.",
        km: "សូមសាក 'seed:' ផ្សេង បន្ធូរលក្ខខណ្ឌ ឬសរសេរសំណួរបន្ថែម។")
    }
  }

  private static func cause(_ cause: UnmetConstraint.Cause) -> LocalizedText {
    switch cause {
    case .bank:
      LocalizedText(
        en: "the bank cannot give it", km: "ធនាគារសំណួរមិនអាចបំពេញបាន")
    case .together:
      LocalizedText(
        en: "all constraints together cannot be met", km: "លក្ខខណ្ឌទាំងអស់មិនអាចបំពេញព្រមគ្នាបាន")
    case .notFound:
      LocalizedText(
        en: "no way was found before the search ended",
        km: "រកវិធីមិនឃើញ មុនពេលការស្វែងរកចប់")
    }
  }

  private static func hasDecimals(_ constraint: FormConstraint) -> Bool {
    switch constraint {
    case .meanDifficulty, .balancedDifficulty: true
    default: false
    }
  }

  private static func name(_ constraint: FormConstraint) -> LocalizedText {
    switch constraint {
    case .cell(let outcome, let cognitive):
      LocalizedText(
        en: "Questions for '\(outcome)', \(cognitive.rawValue)",
        km: "សំណួរសម្រាប់ '\(outcome)' កម្រិត \(cognitive.rawValue)")
    case .items: LocalizedText(en: "Questions of the forms", km: "ចំនួនសំណួរនៃវិញ្ញាសា")
    case .total(let dimension, let id):
      LocalizedText(
        en: "Questions of \(dimension.rawValue) '\(id)'",
        km: "សំណួរតាម \(dimension.rawValue) '\(id)'")
    case .points: LocalizedText(en: "Points", km: "ពិន្ទុ")
    case .enemies(let ids):
      LocalizedText(
        en: "Questions that may not stand together (\(ids.joined(separator: ", ")))",
        km: "សំណួរដែលមិនត្រូវនៅជាមួយគ្នា (\(ids.joined(separator: ", ")))")
    case .overlap:
      LocalizedText(en: "Questions that two forms share", km: "សំណួររួមរវាងវិញ្ញាសាពីរ")
    case .meanDifficulty: LocalizedText(en: "Mean difficulty", km: "កម្រិតលំបាកមធ្យម")
    case .itemDifficulty:
      LocalizedText(
        en: "Questions outside the limits of difficulty", km: "សំណួរក្រៅដែនកម្រិតលំបាក")
    case .balancedPoints:
      LocalizedText(en: "Points between the forms", km: "គម្លាតពិន្ទុរវាងវិញ្ញាសា")
    case .balancedDifficulty:
      LocalizedText(
        en: "Mean difficulty between the forms", km: "គម្លាតកម្រិតលំបាកមធ្យមរវាងវិញ្ញាសា")
    }
  }
}
