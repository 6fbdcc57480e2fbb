import Text

/// The words about what goes wrong when a script is played.
extension SituationMessages {
  static func unknownSection(_ id: String) -> LocalizedText {
    LocalizedText(en: "There is no section '\(id)'.", km: "គ្មានផ្នែក '\(id)' ទេ។")
  }

  static func unknownRole(_ id: String) -> LocalizedText {
    LocalizedText(en: "There is no role '\(id)'.", km: "គ្មានតួនាទី '\(id)' ទេ។")
  }

  static func unknownState(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The script has no number '\(name)'.", km: "ស្គ្រីបនេះគ្មានតួលេខ '\(name)' ទេ។")
  }

  static func unusedRole(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The role '\(id)' never decides anything.",
      km: "តួនាទី '\(id)' មិនដែលសម្រេចអ្វីទេ។")
  }

  static let unusedRoleRemedy = LocalizedText(
    en: "Give it a section with '{role=…}', or take it out.",
    km: "សូមឱ្យវានូវផ្នែកមួយដោយ '{role=…}' ឬដកវាចេញ។")

  static func unusedState(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "No choice changes or asks for '\(name)'.",
      km: "គ្មានជម្រើសណាប្តូរ ឬសួររក '\(name)' ទេ។")
  }

  static let unusedStateRemedy = LocalizedText(
    en: "Use it in a choice, or take it out.", km: "សូមប្រើវាក្នុងជម្រើសមួយ ឬដកវាចេញ។")

  static let noEnding = LocalizedText(
    en: "The script has no ending.", km: "ស្គ្រីបនេះគ្មានការបញ្ចប់ទេ។")
  static let noEndingRemedy = LocalizedText(
    en: "Mark at least one section with '{ending=good}'.",
    km: "សូមដាក់ '{ending=good}' លើផ្នែកយ៉ាងតិចមួយ។")

  static func deadEnd(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The section '\(id)' has no choice and is no ending.",
      km: "ផ្នែក '\(id)' គ្មានជម្រើស ហើយក៏មិនមែនជាការបញ្ចប់ដែរ។")
  }

  static let deadEndRemedy = LocalizedText(
    en: "Add a choice '[[… -> id]]', or mark it with '{ending=…}'.",
    km: "សូមបន្ថែមជម្រើស '[[… -> id]]' ឬដាក់ '{ending=…}'។")

  static func endingWithChoices(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The section '\(id)' ends the play and still offers a choice.",
      km: "ផ្នែក '\(id)' បញ្ចប់ការលេង តែនៅមានជម្រើស។")
  }

  static let endingRemedy = LocalizedText(
    en: "Take out the choice or the 'ending='.", km: "សូមដកជម្រើស ឬ 'ending=' ចេញ។")

  static func unreachable(_ id: String, isEnding: Bool) -> LocalizedText {
    LocalizedText(
      en: "No play reaches the \(isEnding ? "ending" : "section") '\(id)'.",
      km: "គ្មានការលេងណាទៅដល់\(isEnding ? "ការបញ្ចប់" : "ផ្នែក") '\(id)' ទេ។")
  }

  static let unreachableRemedy = LocalizedText(
    en: "Let a choice lead there under conditions that can hold, or take it out.",
    km: "សូមឱ្យមានជម្រើសមួយនាំទៅទីនោះ ក្រោមលក្ខខណ្ឌដែលអាចពិតបាន ឬដកវាចេញ។")

  static func neverAvailable(_ number: Int, _ id: String) -> LocalizedText {
    LocalizedText(
      en: "No play is ever offered choice \(number) of '\(id)'.",
      km: "គ្មានការលេងណាមានជម្រើសទី \(number) នៃ '\(id)' ទេ។")
  }

  static let neverAvailableRemedy = LocalizedText(
    en: "Loosen its conditions, or take it out.",
    km: "សូមបន្ធូរលក្ខខណ្ឌរបស់វា ឬដកវាចេញ។")

  static func overrun(_ name: String, _ number: Int) -> LocalizedText {
    LocalizedText(
      en: "In some plays choice \(number) takes '\(name)' past its bounds, where it is held.",
      km: "ក្នុងការលេងខ្លះ ជម្រើសទី \(number) ធ្វើឱ្យ '\(name)' ហួសព្រំដែន ហើយវាត្រូវបានរក្សាត្រឹមព្រំដែននោះ។")
  }

  static let overrunRemedy = LocalizedText(
    en: "Widen 'min' or 'max', make the effect smaller, or add a condition.",
    km: "សូមពង្រីក 'min' ឬ 'max' បន្ថយឥទ្ធិពល ឬបន្ថែមលក្ខខណ្ឌ។")

  static func stuck(_ id: String, _ state: String) -> LocalizedText {
    LocalizedText(
      en: "In '\(id)' nothing can be chosen\(state.isEmpty ? "" : " when \(state)").",
      km: "ក្នុង '\(id)' គ្មានអ្វីអាចជ្រើសបានទេ\(state.isEmpty ? "" : " នៅពេល \(state)")។")
  }

  static let stuckRemedy = LocalizedText(
    en: "Add a choice without conditions.", km: "សូមបន្ថែមជម្រើសមួយដែលគ្មានលក្ខខណ្ឌ។")

  static func endless(_ id: String, _ state: String) -> LocalizedText {
    LocalizedText(
      en: "From '\(id)' no ending can be reached any more\(state.isEmpty ? "" : " when \(state)").",
      km: "ពី '\(id)' មិនអាចទៅដល់ការបញ្ចប់ណាមួយទៀតទេ\(state.isEmpty ? "" : " នៅពេល \(state)")។")
  }

  static let endlessRemedy = LocalizedText(
    en: "Add a choice that leads out of the loop.",
    km: "សូមបន្ថែមជម្រើសមួយដែលនាំចេញពីរង្វិលនេះ។")

  static func tooManyStates(_ limit: Int) -> LocalizedText {
    LocalizedText(
      en: "The script can be in more than \(limit) states, so its plays were not all followed.",
      km: "ស្គ្រីបនេះអាចស្ថិតក្នុងស្ថានភាពជាង \(limit) ដូច្នេះមិនបានពិនិត្យការលេងទាំងអស់ទេ។")
  }

  static let tooManyStatesRemedy = LocalizedText(
    en: "Use fewer numbers, or narrower bounds.", km: "សូមប្រើតួលេខតិចជាងនេះ ឬព្រំដែនតូចជាងនេះ។")

  static func habitWins(_ habit: SituationHabit) -> LocalizedText {
    switch habit {
    case .first:
      LocalizedText(
        en: "Always taking the first choice reaches the best ending.",
        km: "ការជ្រើសជម្រើសទីមួយជានិច្ច ទៅដល់ការបញ្ចប់ល្អបំផុត។")
    case .last:
      LocalizedText(
        en: "Always taking the last choice reaches the best ending.",
        km: "ការជ្រើសជម្រើសចុងក្រោយជានិច្ច ទៅដល់ការបញ្ចប់ល្អបំផុត។")
    case .longestEnglish:
      LocalizedText(
        en: "Always taking the longest choice in English reaches the best ending.",
        km: "ការជ្រើសជម្រើសវែងបំផុតជាភាសាអង់គ្លេសជានិច្ច ទៅដល់ការបញ្ចប់ល្អបំផុត។")
    case .longestKhmer:
      LocalizedText(
        en: "Always taking the longest choice in Khmer reaches the best ending.",
        km: "ការជ្រើសជម្រើសវែងបំផុតជាភាសាខ្មែរជានិច្ច ទៅដល់ការបញ្ចប់ល្អបំផុត។")
    }
  }

  static let habitRemedy = LocalizedText(
    en: "Change the order or the length of some choices, so that players must think.",
    km: "សូមប្តូរលំដាប់ ឬប្រវែងនៃជម្រើសខ្លះ ដើម្បីឱ្យអ្នកលេងត្រូវគិត។")
}
