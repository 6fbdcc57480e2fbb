import Text

/// The messages about items.
enum ItemMessages {
  static let missingID = LocalizedText(
    en: "The question has no id.", km: "សំណួរនេះគ្មានលេខសម្គាល់ទេ។")
  static let badID = LocalizedText(
    en: "An id is made of lower-case letters, digits and '-'.",
    km: "លេខសម្គាល់ត្រូវមានតែអក្សរឡាតាំងតូច លេខ និង '-' ប៉ុណ្ណោះ។")
  static let idRemedy = LocalizedText(
    en: "Write '## cse-001 {outcome=… cognitive=…}'.",
    km: "សូមសរសេរ '## cse-001 {outcome=… cognitive=…}'។")

  static func missingAttribute(_ key: String) -> LocalizedText {
    LocalizedText(
      en: "The question does not say its '\(key)'.", km: "សំណួរនេះមិនបានបញ្ជាក់ '\(key)' ទេ។")
  }

  static func addAttribute(_ key: String, _ values: String) -> LocalizedText {
    LocalizedText(
      en: "Add '\(key)=…' between the braces; \(values).",
      km: "សូមបន្ថែម '\(key)=…' ក្នុងវង់ដង្កៀប { }។ \(values)។")
  }

  static func unknownValue(_ value: String, key: String) -> LocalizedText {
    LocalizedText(
      en: "'\(value)' is not a value of '\(key)'.",
      km: "'\(value)' មិនមែនជាតម្លៃរបស់ '\(key)' ទេ។")
  }

  static func useOneOf(_ values: [String], suggestion: String?) -> LocalizedText {
    let list = values.joined(separator: ", ")
    let guess = suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return LocalizedText(
      en: "\(guess)Use one of: \(list).", km: "\(guessKhmer)សូមប្រើមួយក្នុងចំណោម៖ \(list)។")
  }

  static let badPoints = LocalizedText(
    en: "Points are a number above 0 and at most 1000.", km: "ពិន្ទុត្រូវជាចំនួនធំជាង 0 និងមិនលើសពី 1000។")

  static let emptyStem = LocalizedText(
    en: "The question has no text.", km: "សំណួរនេះគ្មានអត្ថបទទេ។")
  static let emptyStemRemedy = LocalizedText(
    en: "Write the question between its heading and its answers.",
    km: "សូមសរសេរសំណួរ នៅចន្លោះក្បាលសំណួរ និងចម្លើយ។")

  static let noAnswer = LocalizedText(
    en: "The question has no answers.", km: "សំណួរនេះគ្មានចម្លើយទេ។")
  static let noAnswerRemedy = LocalizedText(
    en: "Write '- ( ) …' and '- (x) …', or '= 12 +- 0.5', or '~ text'.",
    km: "សូមសរសេរ '- ( ) …' និង '- (x) …' ឬ '= 12 +- 0.5' ឬ '~ អត្ថបទ'។")

  static let mixedAnswers = LocalizedText(
    en: "The answers are of different kinds.", km: "ចម្លើយទាំងនេះមានប្រភេទខុសគ្នា។")
  static let mixedAnswersRemedy = LocalizedText(
    en: "Use ( ) for one right answer, [ ] for several, and do not mix them.",
    km: "សូមប្រើ ( ) សម្រាប់ចម្លើយត្រឹមត្រូវតែមួយ និង [ ] សម្រាប់ចម្លើយច្រើន ដោយមិនលាយគ្នា។")

  static func badAnswer(_ line: String) -> LocalizedText {
    LocalizedText(
      en: "This line is no answer and no feedback: '\(line)'.",
      km: "បន្ទាត់នេះមិនមែនជាចម្លើយ ហើយក៏មិនមែនជាមតិកែលម្អដែរ៖ '\(line)'។")
  }

  static let badNumber = LocalizedText(
    en: "This is not a number with a tolerance.", km: "នេះមិនមែនជាចំនួនដែលមានកម្រិតលម្អៀងទេ។")
  static let badNumberRemedy = LocalizedText(
    en: "Write '= 12' or '= 12 +- 0.5'.", km: "សូមសរសេរ '= 12' ឬ '= 12 +- 0.5'។")

  static func noTwin(_ id: String, _ language: Language) -> LocalizedText {
    let name = language == .khmer ? "Khmer" : "English"
    let khmer = language == .khmer ? "ខ្មែរ" : "អង់គ្លេស"
    return LocalizedText(
      en: "The question '\(id)' has no \(name) version.",
      km: "សំណួរ '\(id)' គ្មានជាភាសា\(khmer)ទេ។")
  }

  static func addTwin(_ file: String) -> LocalizedText {
    LocalizedText(en: "Add it to \(file).", km: "សូមបន្ថែមវាក្នុង \(file)។")
  }

  static func different(_ id: String, _ what: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "The two languages of '\(id)' differ in \(what.en).",
      km: "ភាសាទាំងពីររបស់ '\(id)' ខុសគ្នាត្រង់\(what.km)។")
  }

  static let differentRemedy = LocalizedText(
    en: "Make both files say the same; only the words are translated.",
    km: "សូមធ្វើឱ្យឯកសារទាំងពីរដូចគ្នា ដោយបកប្រែតែពាក្យប៉ុណ្ណោះ។")

  static let attributes = LocalizedText(en: "their attributes", km: "លក្ខណៈ")
  static let optionCount = LocalizedText(en: "the number of answers", km: "ចំនួនចម្លើយ")
  static let keyMarks = LocalizedText(en: "which answers are right", km: "ចម្លើយដែលត្រឹមត្រូវ")
  static let numericKey = LocalizedText(en: "the right number", km: "ចំនួនដែលត្រឹមត្រូវ")
  static let kind = LocalizedText(en: "the kind of question", km: "ប្រភេទសំណួរ")
}
