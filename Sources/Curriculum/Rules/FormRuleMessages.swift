import Text

/// The findings of the rules about forms.
enum FormRuleMessages {
  static func unknownItem(_ id: String) -> LocalizedText {
    LocalizedText(en: "There is no question '\(id)'.", km: "គ្មានសំណួរ '\(id)' ទេ។")
  }

  static func unknownItemRemedy(_ suggestion: String?) -> LocalizedText {
    let guess = suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return LocalizedText(
      en: "\(guess)Write the question, or take the id out here.",
      km: "\(guessKhmer)សូមសរសេរសំណួរនេះ ឬដកលេខសម្គាល់ចេញពីទីនេះ។")
  }

  static func sectionLacks(_ section: String, lacking: Int) -> LocalizedText {
    LocalizedText(
      en: "The section '\(section)' lacks \(lacking) questions.",
      km: "ផ្នែក '\(section)' ខ្វះសំណួរ \(lacking)។")
  }

  static let sectionRemedy = LocalizedText(
    en: "Name questions of its pool with an allowed status that no section before it asks.",
    km: "សូមដាក់សំណួរក្នុងបណ្តុំរបស់វា ដែលមានស្ថានភាពអនុញ្ញាត និងមិនទាន់សួរក្នុងផ្នែកមុន។")

  static func unequalDraw(_ section: String) -> LocalizedText {
    LocalizedText(
      en: "The section '\(section)' draws from questions of different points.",
      km: "ផ្នែក '\(section)' ចាប់យកពីសំណួរដែលមានពិន្ទុខុសគ្នា។")
  }

  static let unequalDrawRemedy = LocalizedText(
    en: "Make a section for each number of points.", km: "សូមធ្វើផ្នែកមួយសម្រាប់ពិន្ទុនីមួយៗ។")

  static func timeShort(_ form: String, minutes: Int, items: Int) -> LocalizedText {
    LocalizedText(
      en: "The form '\(form)' gives \(minutes) minutes for \(items) questions.",
      km: "វិញ្ញាសា '\(form)' ឱ្យពេល \(minutes) នាទីសម្រាប់សំណួរ \(items)។")
  }

  static let timeRemedy = LocalizedText(
    en: "Give at least 20 seconds for each question.",
    km: "សូមឱ្យពេលយ៉ាងតិច ២០ វិនាទីសម្រាប់សំណួរមួយ។")

  static func wrongSection(_ section: String, _ pool: String, mode: String) -> LocalizedText {
    LocalizedText(
      en: "The section '\(section)' asks from the pool '\(pool)' in a form of mode '\(mode)'.",
      km: "ផ្នែក '\(section)' សួរពីបណ្តុំ '\(pool)' ក្នុងវិញ្ញាសាប្រភេទ '\(mode)'។")
  }

  static let wrongSectionRemedy = LocalizedText(
    en: "Take 'pool:' out, or make another form of it; only 'pool: survey' may stand in any form.",
    km: "សូមដក 'pool:' ចេញ ឬធ្វើជាវិញ្ញាសាផ្សេង។ មានតែ 'pool: survey' ដែលអាចនៅក្នុងវិញ្ញាសាណាក៏បាន។")

  static func wrongPool(_ item: String, _ pool: String, asked: String) -> LocalizedText {
    LocalizedText(
      en: "'\(item)' is in the pool '\(pool)', but this section asks from '\(asked)'.",
      km: "'\(item)' ស្ថិតក្នុងបណ្តុំ '\(pool)' តែផ្នែកនេះសួរពី '\(asked)'។")
  }

  static let wrongPoolRemedy = LocalizedText(
    en: "Name another question, or move this one with 'pool='.",
    km: "សូមដាក់សំណួរផ្សេង ឬផ្លាស់សំណួរនេះដោយ 'pool='។")

  static func itemTwice(_ item: String, _ form: String) -> LocalizedText {
    LocalizedText(
      en: "The form '\(form)' asks '\(item)' twice.", km: "វិញ្ញាសា '\(form)' សួរ '\(item)' ពីរដង។")
  }

  static let itemTwiceRemedy = LocalizedText(
    en: "Take one of them out.", km: "សូមដកមួយចេញ។")

  static func enemiesTogether(_ items: [String], _ form: String) -> LocalizedText {
    let list = items.joined(separator: ", ")
    return LocalizedText(
      en: "The form '\(form)' can ask \(list) together, which may not be.",
      km: "វិញ្ញាសា '\(form)' អាចសួរ \(list) ជាមួយគ្នា ដែលមិនត្រូវធ្វើ។")
  }

  static let enemiesRemedy = LocalizedText(
    en: "Keep only one of them in its sections.", km: "សូមទុកតែមួយក្នុងផ្នែករបស់វា។")
  static let enemiesHere = LocalizedText(
    en: "they are named here", km: "សំណួរទាំងនេះត្រូវបានរាយនៅទីនេះ")

  static func noStatistics(_ item: String, _ status: String) -> LocalizedText {
    LocalizedText(
      en: "'\(item)' is \(status), but nothing is known of its difficulty.",
      km: "'\(item)' មានស្ថានភាព \(status) តែគ្មានអ្វីបញ្ជាក់ពីកម្រិតលំបាករបស់វាទេ។")
  }

  static let noStatisticsRemedy = LocalizedText(
    en: "Add its line to statistics.csv, or set its status back to draft.",
    km: "សូមបន្ថែមបន្ទាត់របស់វាក្នុង statistics.csv ឬកំណត់ស្ថានភាពទៅ draft វិញ។")
}
