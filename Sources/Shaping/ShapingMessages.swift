import Text

/// What this module says when it cannot draw.
enum ShapingMessages {
  static func noLibrary(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "Khmer cannot be drawn in this terminal: the library \(name) is not installed.",
      km: "មិនអាចគូរអក្សរខ្មែរក្នុង Terminal នេះបានទេ៖ មិនទាន់បានដំឡើងបណ្ណាល័យ \(name)។")
  }

  static func noFunction(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "Khmer cannot be drawn in this terminal: the installed Pango is too old (no \(name)).",
      km: "មិនអាចគូរអក្សរខ្មែរក្នុង Terminal នេះបានទេ៖ Pango ដែលបានដំឡើងចាស់ពេក (គ្មាន \(name))។")
  }

  static let noFont = LocalizedText(
    en: "Khmer cannot be drawn in this terminal: no installed font has the Khmer letters.",
    km: "មិនអាចគូរអក្សរខ្មែរក្នុង Terminal នេះបានទេ៖ គ្មានពុម្ពអក្សរខ្មែរក្នុងម៉ាស៊ីននេះទេ។")

  static let noMemory = LocalizedText(
    en: "Khmer cannot be drawn in this terminal: there is no memory left.",
    km: "មិនអាចគូរអក្សរខ្មែរក្នុង Terminal នេះបានទេ៖ អស់អង្គចងចាំ។")

  static let libraryRemedy = LocalizedText(
    en: "Install it (Debian: apt install libpangocairo-1.0-0), or open the test in a browser.",
    km: "សូមដំឡើងវា (Debian៖ apt install libpangocairo-1.0-0) ឬបើកតេស្តក្នុងកម្មវិធីរុករក។")

  static let fontRemedy = LocalizedText(
    en: "Install one (Debian: apt install fonts-noto-core), or open the test in a browser.",
    km: "សូមដំឡើងមួយ (Debian៖ apt install fonts-noto-core) ឬបើកតេស្តក្នុងកម្មវិធីរុករក។")

  static let memoryRemedy = LocalizedText(
    en: "Close other programs, or open the test in a browser.",
    km: "សូមបិទកម្មវិធីផ្សេងៗ ឬបើកតេស្តក្នុងកម្មវិធីរុករក។")
}

/// The names of the styles.
enum ShapingWords {
  static let sextants = LocalizedText(en: "Drawn letters", km: "អក្សរគូរ")
  static let small = LocalizedText(en: "Drawn letters, small", km: "អក្សរគូរ តូច")
  static let large = LocalizedText(en: "Drawn letters, large", km: "អក្សរគូរ ធំ")
  static let quadrants = LocalizedText(
    en: "Drawn letters, of simple blocks", km: "អក្សរគូរ ដោយប្លុកធម្មតា")
  static let braille = LocalizedText(en: "Drawn letters, of dots", km: "អក្សរគូរ ដោយចំណុច")
}
