import Text

/// The messages about QTI 2.1 and 2.2.
enum QTI2Messages {
  // MARK: Losses

  static let table = LocalizedText(
    en: "a table (its text is kept)", km: "តារាង (អត្ថបទក្នុងនោះត្រូវបានរក្សាទុក)")
  static let formula = LocalizedText(
    en: "a formula (its letters are kept)", km: "រូបមន្ត (តួអក្សរត្រូវបានរក្សាទុក)")
  static let rubricBlock = LocalizedText(
    en: "instructions that learners do not see", km: "ការណែនាំដែលសិក្ខាកាមមើលមិនឃើញ")
  static let feedbackInText = LocalizedText(
    en: "feedback within the text", km: "យោបល់ត្រឡប់នៅក្នុងអត្ថបទ")
  static let feedback = LocalizedText(
    en: "feedback that belongs neither to an option nor to every answer",
    km: "យោបល់ត្រឡប់ដែលមិនមែនជារបស់ជម្រើសណាមួយ ឬរបស់ចម្លើយទាំងអស់")
  static let stylesheet = LocalizedText(en: "a style sheet", km: "សន្លឹករចនាប័ទ្ម")
  static let choiceLimit = LocalizedText(
    en: "how many options may be chosen", km: "ចំនួនជម្រើសដែលអាចរើស")
  static let fixedOption = LocalizedText(
    en: "an option that keeps its place", km: "ជម្រើសដែលនៅកន្លែងដដែល")
  static let responseProcessing = LocalizedText(
    en: "response processing", km: "ការដាក់ពិន្ទុចម្លើយ")
  static let key = LocalizedText(
    en: "the key: no answer wins points", km: "ចម្លើយត្រឹមត្រូវ៖ គ្មានចម្លើយណាបានពិន្ទុទេ")
  static let wordLimit = LocalizedText(en: "limit of words", km: "ចំនួនពាក្យអតិបរមា")
  static let patternMask = LocalizedText(
    en: "the pattern that an answer has to follow", km: "គំរូដែលចម្លើយត្រូវគោរព")
  static let inlineMarkup = LocalizedText(
    en: "emphasis within an option of a blank", km: "អក្សរសង្កត់ធ្ងន់ក្នុងជម្រើសនៃចន្លោះ")
  static let matchLimit = LocalizedText(
    en: "pairs beyond one for each source", km: "គូលើសពីមួយសម្រាប់ប្រភពនីមួយៗ")

  static func picture(_ source: String) -> LocalizedText {
    LocalizedText(en: "the picture '\(source)'", km: "រូបភាព '\(source)'")
  }

  static func file(_ name: String) -> LocalizedText {
    LocalizedText(en: "the embedded file '\(name)'", km: "ឯកសារបង្កប់ '\(name)'")
  }

  static func element(_ name: String) -> LocalizedText {
    LocalizedText(en: "the form of '\(name)'", km: "ទម្រង់ '\(name)'")
  }

  static func whole(_ kind: String) -> LocalizedText {
    LocalizedText(
      en: "the whole question: Sala has no kind '\(kind)'",
      km: "សំណួរទាំងមូល៖ Sala គ្មានប្រភេទ '\(kind)' ទេ")
  }

  static let unreadable = LocalizedText(
    en: "the whole question: its file cannot be read",
    km: "សំណួរទាំងមូល៖ មិនអាចអានឯកសាររបស់វាបានទេ")

  // MARK: Findings

  static func unknownKind(_ id: String, _ kind: String) -> LocalizedText {
    LocalizedText(
      en: "The question '\(id)' is of the kind '\(kind)', which Sala does not have.",
      km: "សំណួរ '\(id)' ជាប្រភេទ '\(kind)' ដែល Sala មិនមាន។")
  }

  static let unknownKindRemedy = LocalizedText(
    en: "Write it again as a choice, a match, an order, a number or a text.",
    km: "សូមសរសេរវាឡើងវិញជាសំណួរជ្រើសរើស ផ្គូផ្គង តម្រៀបលំដាប់ ចំនួន ឬអត្ថបទ។")

  static func otherVersion(_ found: String, _ asked: String) -> LocalizedText {
    LocalizedText(
      en: "The file is of \(found), not of \(asked); it is read all the same.",
      km: "ឯកសារនេះជា \(found) មិនមែន \(asked) ទេ ប៉ុន្តែវាត្រូវបានអានដដែល។")
  }

  static func otherVersionRemedy(_ format: String) -> LocalizedText {
    LocalizedText(en: "Say '--from \(format)'.", km: "សូមសរសេរ '--from \(format)'។")
  }

  static func unknownNamespace(_ uri: String) -> LocalizedText {
    LocalizedText(
      en: "'\(uri)' is no namespace of QTI 2; the file is read all the same.",
      km: "'\(uri)' មិនមែនជា namespace របស់ QTI 2 ទេ ប៉ុន្តែឯកសារត្រូវបានអានដដែល។")
  }

  static let unknownNamespaceRemedy = LocalizedText(
    en: "Write the namespace of QTI 2.1 or 2.2 on the outermost element.",
    km: "សូមសរសេរ namespace របស់ QTI 2.1 ឬ 2.2 នៅធាតុក្រៅបង្អស់។")

  static func notQTI(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' is no question, test or manifest of QTI 2; it is passed over.",
      km: "'\(name)' មិនមែនជាសំណួរ តេស្ត ឬ manifest របស់ QTI 2 ទេ ដូច្នេះវាត្រូវបានរំលង។")
  }

  static let notQTIRemedy = LocalizedText(
    en: "Give files whose outermost element is assessmentItem or assessmentTest.",
    km: "សូមផ្តល់ឯកសារដែលធាតុក្រៅបង្អស់ជា assessmentItem ឬ assessmentTest។")

  static let nothing = LocalizedText(
    en: "There is no question of QTI 2 here.", km: "នៅទីនេះគ្មានសំណួរ QTI 2 ទេ។")

  static func missingFile(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "The file '\(path)' that is named here is not there.",
      km: "ឯកសារ '\(path)' ដែលបានរៀបរាប់នៅទីនេះ មិនមានទេ។")
  }

  static let missingFileRemedy = LocalizedText(
    en: "Add the file to the package, or take its name out.",
    km: "សូមបន្ថែមឯកសារទៅក្នុងកញ្ចប់ ឬដកឈ្មោះរបស់វាចេញ។")

  static func unsupported(_ id: String, _ names: String) -> LocalizedText {
    LocalizedText(
      en: "The scores of '\(id)' cannot be carried over\(names).",
      km: "មិនអាចយកការដាក់ពិន្ទុនៃ '\(id)' មកប្រើបានទេ\(names)។")
  }

  static let unsupportedRemedy = LocalizedText(
    en: "Look at the question's key and points before you use it.",
    km: "សូមពិនិត្យចម្លើយត្រឹមត្រូវ និងពិន្ទុនៃសំណួរ មុននឹងប្រើវា។")
}
