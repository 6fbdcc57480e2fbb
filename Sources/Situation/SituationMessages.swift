import Text

/// The words of this module.
enum SituationMessages {
  // MARK: Endings

  static let excellent = LocalizedText(en: "Excellent", km: "ល្អប្រសើរ")
  static let good = LocalizedText(en: "Good", km: "ល្អ")
  static let mixed = LocalizedText(en: "Mixed", km: "មធ្យម")
  static let poor = LocalizedText(en: "Poor", km: "ខ្សោយ")

  // MARK: Reading

  static let missingFrontMatter = LocalizedText(
    en: "The script has no front matter.", km: "ស្គ្រីបនេះគ្មានផ្នែកក្បាលឯកសារទេ។")
  static let frontMatterRemedy = LocalizedText(
    en: "Begin the file with '---', the keys 'format', 'title', 'purpose', …, and '---'.",
    km: "សូមចាប់ផ្តើមឯកសារដោយ '---' បន្ទាប់មកពាក្យគន្លឹះ 'format' 'title' 'purpose' … រួច '---'។")

  static let textBeforeSections = LocalizedText(
    en: "There is text before the first section.", km: "មានអត្ថបទនៅមុនផ្នែកទីមួយ។")
  static let textBeforeRemedy = LocalizedText(
    en: "Put a line ':: id' above it, or move it to 'purpose:'.",
    km: "សូមដាក់បន្ទាត់ ':: id' ពីលើវា ឬផ្លាស់ទីវាទៅក្នុង 'purpose:'។")

  static func badID(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "'\(id)' cannot be an id.", km: "'\(id)' មិនអាចជាលេខសម្គាល់បានទេ។")
  }

  static let idRemedy = LocalizedText(
    en: "Make ids of lower-case letters, digits and '-', such as ':: first-call'.",
    km: "សូមសរសេរលេខសម្គាល់ដោយអក្សរឡាតាំងតូច លេខ និង '-' ដូចជា ':: first-call'។")

  static func badName(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' cannot name a number of the script.",
      km: "'\(name)' មិនអាចជាឈ្មោះតួលេខនៃស្គ្រីបបានទេ។")
  }

  static let nameRemedy = LocalizedText(
    en: "Make names of lower-case letters, then also digits and '_', such as 'trust'.",
    km: "សូមសរសេរឈ្មោះដោយអក្សរឡាតាំងតូច បន្ទាប់មកអាចមានលេខ និង '_' ដូចជា 'trust'។")

  static func emptySection(_ id: String) -> LocalizedText {
    LocalizedText(en: "The section '\(id)' has no text.", km: "ផ្នែក '\(id)' គ្មានអត្ថបទទេ។")
  }

  static let emptySectionRemedy = LocalizedText(
    en: "Write what happens there, above its choices.",
    km: "សូមសរសេរអ្វីដែលកើតឡើងនៅទីនោះ ពីលើជម្រើស។")

  static let strayText = LocalizedText(
    en: "Text stands after the first choice of a section.",
    km: "មានអត្ថបទនៅក្រោយជម្រើសទីមួយនៃផ្នែក។")
  static let strayTextRemedy = LocalizedText(
    en: "Move it above the choices, or begin it with '> ' to make it a debrief note.",
    km: "សូមផ្លាស់ទីវាទៅពីលើជម្រើស ឬចាប់ផ្តើមវាដោយ '> ' ដើម្បីធ្វើជាកំណត់សម្គាល់សម្រាប់ការពិភាក្សាក្រោយលេង។")

  static let badChoice = LocalizedText(
    en: "This choice cannot be read.", km: "មិនអាចអានជម្រើសនេះបានទេ។")
  static let choiceRemedy = LocalizedText(
    en: "Write '[[What to do -> section-id]] {trust +1, if time >= 2}' on one line.",
    km: "សូមសរសេរ '[[អ្វីដែលត្រូវធ្វើ -> section-id]] {trust +1, if time >= 2}' លើបន្ទាត់តែមួយ។")

  static func badRule(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is neither an effect nor a condition.",
      km: "'\(text)' មិនមែនជាឥទ្ធិពល ហើយក៏មិនមែនជាលក្ខខណ្ឌដែរ។")
  }

  static let ruleRemedy = LocalizedText(
    en: "Write effects as 'trust +1', 'trust -1' or 'trust = 4', conditions as 'if trust >= 3', "
      + "and commas between them.",
    km: "សូមសរសេរឥទ្ធិពលជា 'trust +1' 'trust -1' ឬ 'trust = 4' និងលក្ខខណ្ឌជា 'if trust >= 3' "
      + "ដោយដាក់សញ្ញាក្បៀសនៅចន្លោះ។")

  static func unknownEnding(_ value: String) -> LocalizedText {
    LocalizedText(
      en: "'\(value)' is not a quality of an ending.",
      km: "'\(value)' មិនមែនជាគុណភាពនៃការបញ្ចប់ទេ។")
  }

  static func unknownLanguage(_ value: String) -> LocalizedText {
    LocalizedText(
      en: "'\(value)' is not a language of Sala.", km: "'\(value)' មិនមែនជាភាសារបស់ Sala ទេ។")
  }

  static func known(_ known: [String], suggestion: String?) -> LocalizedText {
    let list = known.isEmpty ? "–" : known.joined(separator: ", ")
    let guess = suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return LocalizedText(
      en: "\(guess)Known are: \(list).", km: "\(guessKhmer)អាចប្រើបាន៖ \(list)។")
  }

  static func duplicateID(_ id: String) -> LocalizedText {
    LocalizedText(en: "The id '\(id)' is used twice.", km: "លេខសម្គាល់ '\(id)' ត្រូវបានប្រើពីរដង។")
  }

  static let duplicateRemedy = LocalizedText(
    en: "Give one of the two another id.", km: "សូមដាក់លេខសម្គាល់ផ្សេងឱ្យមួយក្នុងចំណោមពីរ។")
  static let firstHere = LocalizedText(en: "the first one is here", km: "ទីមួយនៅទីនេះ")

  static func startOutOfBounds(_ name: String, _ start: Int, least: Int, most: Int)
    -> LocalizedText
  {
    LocalizedText(
      en: "'\(name)' begins at \(start), which is not between \(least) and \(most).",
      km: "'\(name)' ចាប់ផ្តើមពី \(start) ដែលមិនស្ថិតនៅចន្លោះ \(least) និង \(most) ទេ។")
  }

  static let startRemedy = LocalizedText(
    en: "Make 'min' the least, 'max' the most, and 'start' one of the numbers between.",
    km: "សូមដាក់ 'min' ជាលេខតូចបំផុត 'max' ជាលេខធំបំផុត និង 'start' ជាលេខនៅចន្លោះនោះ។")

  // MARK: Languages

  static func noTwin(_ language: Language) -> LocalizedText {
    LocalizedText(
      en: "The script has no \(language == .khmer ? "Khmer" : "English") version.",
      km: "ស្គ្រីបនេះគ្មានជាភាសា\(language == .khmer ? "ខ្មែរ" : "អង់គ្លេស")ទេ។")
  }

  static func addTwin(_ path: String) -> LocalizedText {
    LocalizedText(en: "Write \(path).", km: "សូមសរសេរ \(path)។")
  }

  static func missingTwin(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "'\(id)' stands in one language only.", km: "'\(id)' មានតែក្នុងភាសាមួយប៉ុណ្ណោះ។")
  }

  static func addToTwin(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "Add it to \(path), or take it out here.",
      km: "សូមបន្ថែមវាក្នុង \(path) ឬដកវាចេញពីទីនេះ។")
  }

  static func different(_ id: String, _ what: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "The two languages of '\(id)' differ in \(what.en).",
      km: "ភាសាទាំងពីររបស់ '\(id)' ខុសគ្នាត្រង់\(what.km)។")
  }

  static let differentRemedy = LocalizedText(
    en: "Make both files say the same; only the words are translated.",
    km: "សូមធ្វើឱ្យឯកសារទាំងពីរដូចគ្នា ដោយបកប្រែតែពាក្យប៉ុណ្ណោះ។")
  static let otherLanguage = LocalizedText(
    en: "the section in the other language", km: "ផ្នែកនេះជាភាសាម្ខាងទៀត")
  static let attributes = LocalizedText(en: "their attributes", km: "លក្ខណៈ")
  static let headings = LocalizedText(en: "whether they have a heading", km: "ចំណងជើង")
  static let choiceCount = LocalizedText(en: "the number of choices", km: "ចំនួនជម្រើស")
  static let sectionNotes = LocalizedText(
    en: "whether they have debrief notes", km: "កំណត់សម្គាល់សម្រាប់ការពិភាក្សាក្រោយលេង")

  static func targetOf(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "where choice \(number) leads", km: "ទិសដៅនៃជម្រើសទី \(number)")
  }

  static func rulesOf(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "the effects or conditions of choice \(number)",
      km: "ឥទ្ធិពល ឬលក្ខខណ្ឌនៃជម្រើសទី \(number)")
  }

  static func notesOf(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "whether choice \(number) has debrief notes",
      km: "កំណត់សម្គាល់នៃជម្រើសទី \(number)")
  }

  static func stale(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The English '\(id)' changed after it was translated.",
      km: "'\(id)' ជាភាសាអង់គ្លេសបានផ្លាស់ប្តូរ ក្រោយពេលបកប្រែ។")
  }

  static let staleFrontMatter = LocalizedText(
    en: "Title, purpose, roles or names of values changed in English after they were translated.",
    km: "ចំណងជើង គោលបំណង តួនាទី ឬឈ្មោះតម្លៃជាភាសាអង់គ្លេស បានផ្លាស់ប្តូរក្រោយពេលបកប្រែ។")

  static func staleRemedy(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "Look over the Khmer, then run 'sala translation stamp \(path)'.",
      km: "សូមពិនិត្យអត្ថបទខ្មែរឡើងវិញ រួចដំណើរការ 'sala translation stamp \(path)'។")
  }
}
