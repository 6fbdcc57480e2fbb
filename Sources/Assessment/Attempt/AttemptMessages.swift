import Text

/// The messages about answers.
enum AttemptMessages {
  static let typeAText = LocalizedText(
    en: "Type a word or a short text.", km: "សូមវាយពាក្យ ឬអត្ថបទខ្លី។")

  static let nothingToType = LocalizedText(
    en: "A trainer observes this; there is nothing to type.",
    km: "គ្រូឧទ្ទេសជាអ្នកសង្កេតការងារនេះ មិនចាំបាច់វាយចម្លើយទេ។")

  static func typeANumber(units: [String]) -> LocalizedText {
    guard !units.isEmpty else {
      return LocalizedText(
        en: "Type a number, such as 12 or 12.5.", km: "សូមវាយចំនួន ដូចជា ១២ ឬ ១២.៥។")
    }
    let list = units.joined(separator: ", ")
    return LocalizedText(
      en: "Type a number, alone or with its unit (\(list)), such as 12.5 \(units[0]).",
      km: "សូមវាយចំនួន តែឯង ឬជាមួយឯកតា (\(list)) ដូចជា ១២.៥ \(units[0])។")
  }

  static func typeAnOption(count: Int, several: Bool) -> LocalizedText {
    let last = latin(count)
    let khmerLast = khmerLetter(count)
    let number = khmer(count)
    if several {
      return LocalizedText(
        en: "Type one or more of a to \(last) or 1 to \(count), such as 'a, c'.",
        km: "សូមវាយមួយ ឬច្រើន ពី ក ដល់ \(khmerLast) ឬពី ១ ដល់ \(number) ដូចជា 'ក, គ'។")
    }
    return LocalizedText(
      en: "Type one of a to \(last) or 1 to \(count).",
      km: "សូមវាយមួយ ពី ក ដល់ \(khmerLast) ឬពី ១ ដល់ \(number)។")
  }

  static func typeAnOrder(count: Int) -> LocalizedText {
    let letters = (0..<max(1, count)).reversed()
    let english = letters.map { latin($0 + 1) }.joined(separator: " ")
    let khmer = letters.map { khmerLetter($0 + 1) }.joined(separator: " ")
    return LocalizedText(
      en: "Type all letters from a to \(latin(count)), each once, in the right order, such as "
        + "'\(english)'.",
      km: "សូមវាយអក្សរទាំងអស់ ពី ក ដល់ \(khmerLetter(count)) មួយដងៗ តាមលំដាប់ត្រឹមត្រូវ ដូចជា '\(khmer)'។")
  }

  static func typePairs(sources: Int, targets: Int) -> LocalizedText {
    LocalizedText(
      en: "Type a letter from a to \(latin(sources)) with a number from 1 to \(targets) for each "
        + "pair, such as 'a2 b1'.",
      km: "សូមវាយអក្សរ ពី ក ដល់ \(khmerLetter(sources)) ជាមួយលេខ ពី ១ ដល់ \(khmer(targets)) សម្រាប់គូនីមួយៗ"
        + " ដូចជា 'ក២ ខ១'។")
  }

  static func typeBlanks(count: Int) -> LocalizedText {
    guard count > 1 else {
      return LocalizedText(
        en: "Type what belongs in the blank.", km: "សូមវាយអ្វីដែលត្រូវបំពេញក្នុងចន្លោះ។")
    }
    return LocalizedText(
      en: "Type what belongs in the \(count) blanks, one after another between semicolons, or with "
        + "their letters, such as 'a=…; b=…'.",
      km: "សូមវាយអ្វីដែលត្រូវបំពេញក្នុងចន្លោះទាំង \(khmer(count)) តាមលំដាប់ ដោយខណ្ឌចែកដោយសញ្ញា ;"
        + " ឬជាមួយអក្សររបស់វា ដូចជា 'ក=…; ខ=…'។")
  }

  /// Says which of several blanks a remedy is about.
  static func inBlank(_ id: String, _ remedy: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Blank \(id): \(remedy.en)", km: "ចន្លោះ \(id)៖ \(remedy.km)")
  }

  private static func latin(_ place: Int) -> String { ChoiceOption.id(at: max(0, place - 1)) }

  private static func khmerLetter(_ place: Int) -> String {
    Khmer.optionLetters.dropFirst(max(0, place - 1)).first ?? latin(place)
  }

  private static func khmer(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }
}
