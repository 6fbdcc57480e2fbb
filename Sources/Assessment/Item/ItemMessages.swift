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
    km: "សូមសរសេរសំណួរ នៅចន្លោះចំណងជើងសំណួរ និងចម្លើយ។")

  static let noAnswer = LocalizedText(
    en: "The question has no answers.", km: "សំណួរនេះគ្មានចម្លើយទេ។")
  static let noAnswerRemedy = LocalizedText(
    en:
      "Write '- ( ) …' and '- (x) …', or '= 12 +- 0.5', '~ text', '- left => right', '1. first', or '[[a]] ~ text'.",
    km:
      "សូមសរសេរ '- ( ) …' និង '- (x) …' ឬ '= 12 +- 0.5' '~ អត្ថបទ' '- ឆ្វេង => ស្តាំ' '1. ទីមួយ' ឬ '[[a]] ~ អត្ថបទ'។"
  )

  static let answersOfJudged = LocalizedText(
    en: "What a human judges has no right answers.", km: "អ្វីដែលមនុស្សវាយតម្លៃ គ្មានចម្លើយត្រឹមត្រូវទេ។")
  static let answersOfJudgedRemedy = LocalizedText(
    en: "Take the answers out, or take 'kind=' out of the heading; feedback begins with '>'.",
    km: "សូមលុបចម្លើយ ឬលុប 'kind=' ចេញពីចំណងជើងសំណួរ។ យោបល់ត្រឡប់ចាប់ផ្តើមដោយ '>'។")

  static func wrongKind(_ kind: InteractionKind, _ found: InteractionKind) -> LocalizedText {
    LocalizedText(
      en: "The heading says '\(kind.rawValue)', the answers are those of '\(found.rawValue)'.",
      km: "ចំណងជើងសំណួរថា '\(kind.rawValue)' តែចម្លើយជារបស់ '\(found.rawValue)'។")
  }
  static let wrongKindRemedy = LocalizedText(
    en: "Change 'kind=', or write the answers in the form of that kind.",
    km: "សូមកែ 'kind=' ឬសរសេរចម្លើយតាមទម្រង់នៃប្រភេទនោះ។")

  static let keyOfOpinion = LocalizedText(
    en: "An opinion has no right answer.", km: "មតិគ្មានចម្លើយត្រឹមត្រូវទេ។")
  static let keyOfOpinionRemedy = LocalizedText(
    en: "Write '- ( )' before every point of the scale, from the lowest to the highest.",
    km: "សូមសរសេរ '- ( )' មុខចំណុចនីមួយៗនៃមាត្រដ្ឋាន ពីទាបទៅខ្ពស់។")

  static let trueFalse = LocalizedText(
    en: "A statement has two options, true and then false, and one of them is right.",
    km: "សេចក្តីថ្លែងមានជម្រើសពីរ គឺត្រូវ រួចខុស ហើយមួយក្នុងចំណោមនោះត្រឹមត្រូវ។")
  static let trueFalseRemedy = LocalizedText(
    en: "Write '- (x) True' and '- ( ) False', or the other way about.",
    km: "សូមសរសេរ '- (x) ត្រូវ' និង '- ( ) ខុស' ឬផ្ទុយមកវិញ។")

  static func blanksDiffer(stem: [String], answers: [String]) -> LocalizedText {
    let left = stem.map { "[[\($0)]]" }.joined(separator: " ")
    let right = answers.map { "[[\($0)]]" }.joined(separator: " ")
    return LocalizedText(
      en: "The text has the blanks \(left.isEmpty ? "—" : left), the answers are for \(right).",
      km: "អត្ថបទមានចន្លោះ \(left.isEmpty ? "—" : left) តែចម្លើយសម្រាប់ \(right)។")
  }
  static let blanksDifferRemedy = LocalizedText(
    en: "Write every blank once in the text, and at least one answer line for it.",
    km: "សូមសរសេរចន្លោះនីមួយៗម្តងក្នុងអត្ថបទ និងចម្លើយយ៉ាងហោចណាស់មួយបន្ទាត់។")

  static func badSetting(_ key: String) -> LocalizedText {
    LocalizedText(
      en: "The setting '@\(key)' cannot be read, or stands twice.",
      km: "មិនអាចអានការកំណត់ '@\(key)' បានទេ ឬវាមានពីរដង។")
  }

  static func unknownSetting(_ key: String) -> LocalizedText {
    LocalizedText(en: "There is no setting '@\(key)'.", km: "គ្មានការកំណត់ '@\(key)' ទេ។")
  }

  static func settingRemedy(_ suggestion: String?) -> LocalizedText {
    let guess = suggestion.map { "Did you mean '@\($0)'? " } ?? ""
    let guessKhmer = suggestion.map { "តើអ្នកចង់សរសេរ '@\($0)' មែនទេ? " } ?? ""
    return LocalizedText(
      en:
        "\(guess)Write '@title …', '@unit km', '@unit m = 0.001' or '@score c,a,b = 2'; a text that begins with '@' stands behind a '\\'.",
      km:
        "\(guessKhmer)សូមសរសេរ '@title …' '@unit km' '@unit m = 0.001' ឬ '@score c,a,b = 2'។ អត្ថបទដែលចាប់ផ្តើមដោយ '@' ត្រូវមាន '\\' នៅមុខ។"
    )
  }

  static let tableRemedy = LocalizedText(
    en: "'scoring=table' goes with '@score' lines, and they with no other rule.",
    km: "'scoring=table' ត្រូវមានបន្ទាត់ '@score' ហើយបន្ទាត់នោះមិនប្រើជាមួយវិធានផ្សេងទេ។")

  static let badFloor = LocalizedText(
    en: "The floor is a percentage from -100 to 0.", km: "ពិន្ទុទាបបំផុតជាភាគរយពី -100 ដល់ 0។")

  static func numberIn(_ range: ClosedRange<Int>) -> LocalizedText {
    LocalizedText(
      en: "Write a whole number from \(range.lowerBound) to \(range.upperBound).",
      km: "សូមសរសេរចំនួនគត់ពី \(range.lowerBound) ដល់ \(range.upperBound)។")
  }

  static let mixedAnswers = LocalizedText(
    en: "The answers are of different kinds.", km: "ចម្លើយទាំងនេះមានប្រភេទខុសគ្នា។")
  static let mixedAnswersRemedy = LocalizedText(
    en: "Use ( ) for one right answer, [ ] for several, and do not mix them.",
    km: "សូមប្រើ ( ) សម្រាប់ចម្លើយត្រឹមត្រូវតែមួយ និង [ ] សម្រាប់ចម្លើយច្រើន ដោយមិនលាយគ្នា។")

  static func badAnswer(_ line: String) -> LocalizedText {
    LocalizedText(
      en: "This line is no answer and no feedback: '\(line)'.",
      km: "បន្ទាត់នេះមិនមែនជាចម្លើយ ហើយក៏មិនមែនជាយោបល់ត្រឡប់ដែរ៖ '\(line)'។")
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
  static let scoring = LocalizedText(en: "how it is scored", km: "របៀបដាក់ពិន្ទុ")
  static let pairs = LocalizedText(en: "which pairs are right", km: "គូចម្លើយដែលត្រឹមត្រូវ")
  static let blanks = LocalizedText(en: "their blanks", km: "ចន្លោះត្រូវបំពេញ")
}
