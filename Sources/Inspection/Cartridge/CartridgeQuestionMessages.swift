import Text

/// The words for each rule about the questions of a cartridge.
enum CartridgeQuestionMessages {
  private typealias Words = CartridgeMessages.Words

  /// Returns what is wrong and what to do; `value` is what stands in the question.
  static func words(
    _ rule: CartridgeRule, _ value: String
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    switch rule {
    case .question, .field, .fieldTwice, .fieldValue, .noProfile: ofFields(rule, value)
    case .response, .cardinality, .options, .fewOptions, .comparison: ofKind(rule, value)
    case .noKey, .responseReference, .answerReference: ofKey(rule, value)
    default: ofFeedback(rule, value)
    }
  }

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofFields(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .question:
      (
        both("Two questions are called '\(value)'.", "សំណួរពីរមានឈ្មោះ '\(value)' ដូចគ្នា។"),
        both(
          "Give each question an 'ident' of its own.", "សូមដាក់ 'ident' ផ្ទាល់ឱ្យសំណួរនីមួយៗ។")
      )
    case .field:
      (
        both(
          "The standard has no metadata field called '\(value)' here.",
          "ស្តង់ដារនេះគ្មានវាលទិន្នន័យឈ្មោះ '\(value)' នៅទីនេះទេ។"),
        both("Take the field out.", "សូមដកវាលនេះចេញ។")
      )
    case .fieldTwice:
      (
        both("The metadata field '\(value)' stands twice.", "វាលទិន្នន័យ '\(value)' មានពីរដង។"),
        both("Keep one of the two.", "សូមទុកតែមួយ។")
      )
    case .fieldValue:
      (
        both(
          "The metadata field has a value that the standard does not know: '\(value)'.",
          "វាលទិន្នន័យនេះមានតម្លៃដែលស្តង់ដារមិនស្គាល់៖ '\(value)'។"),
        both("Write one of the values of the standard.", "សូមសរសេរតម្លៃមួយរបស់ស្តង់ដារ។")
      )
    default:
      (
        both(
          "The question '\(value)' does not say of which kind it is.",
          "សំណួរ '\(value)' មិនបញ្ជាក់ថាជាប្រភេទអ្វីទេ។"),
        both(
          "Add the metadata field cc_profile, such as cc.multiple_choice.v0p1.",
          "សូមបន្ថែមវាលទិន្នន័យ cc_profile ដូចជា cc.multiple_choice.v0p1។")
      )
    }
  }

  private static func ofKind(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .response:
      (
        both(
          "A question of this kind is not answered by '\(value)'.",
          "សំណួរប្រភេទនេះមិនឆ្លើយដោយ '\(value)' ទេ។"),
        both(
          "Use response_lid with render_choice for options, response_str with render_fib for text.",
          "សូមប្រើ response_lid ជាមួយ render_choice សម្រាប់ជម្រើស និង response_str ជាមួយ "
            + "render_fib សម្រាប់អត្ថបទ។")
      )
    case .cardinality:
      (
        both(
          "The cardinality '\(value)' does not fit this kind of question.",
          "rcardinality '\(value)' មិនត្រូវនឹងប្រភេទសំណួរនេះទេ។"),
        both(
          "Write Multiple where several options may be chosen, otherwise Single.",
          "សូមសរសេរ Multiple បើអាចជ្រើសរើសច្រើន ក្រៅពីនោះ Single។")
      )
    case .options:
      (
        both(
          "A question of this kind cannot have \(value) options.",
          "សំណួរប្រភេទនេះមិនអាចមានជម្រើស \(value) បានទេ។"),
        both(
          "Give true or false two options, and a choice at least two.",
          "សូមដាក់ជម្រើសពីរសម្រាប់ត្រូវ ឬខុស និងយ៉ាងតិចពីរសម្រាប់ការជ្រើសរើស។")
      )
    case .fewOptions:
      (
        both(
          "The choice '\(value)' has two options; the standard wants more, or true or false.",
          "ការជ្រើសរើស '\(value)' មានជម្រើសពីរ។ ស្តង់ដារតម្រូវឱ្យមានច្រើនជាងនេះ ឬប្រភេទត្រូវ ឬខុស។"),
        both(
          "Add an option, or write cc.true_false.v0p1.",
          "សូមបន្ថែមជម្រើសមួយ ឬសរសេរ cc.true_false.v0p1។")
      )
    default:
      (
        both(
          "Answers to a question of this kind are not compared by '\(value)'.",
          "ចម្លើយនៃសំណួរប្រភេទនេះមិនប្រៀបធៀបដោយ '\(value)' ទេ។"),
        both(
          "Use varequal; varsubstring is for cc.pattern_match.v0p1, and an essay has neither.",
          "សូមប្រើ varequal។ varsubstring សម្រាប់ cc.pattern_match.v0p1 ហើយសំណេរគ្មានទាំងពីរ។")
      )
    }
  }

  private static func ofKey(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .noKey:
      (
        both("The question '\(value)' has no key.", "សំណួរ '\(value)' គ្មានចម្លើយត្រឹមត្រូវទេ។"),
        both(
          "Add a respcondition that compares the response.",
          "សូមបន្ថែម respcondition ដែលប្រៀបធៀបចម្លើយ។")
      )
    case .responseReference:
      (
        both(
          "'\(value)' is not a response of this question.",
          "'\(value)' មិនមែនជា response នៃសំណួរនេះទេ។"),
        both(
          "Name the 'ident' of the response.", "សូមដាក់ 'ident' នៃ response នោះ។")
      )
    default:
      (
        both(
          "'\(value)' is not an option of this question.",
          "'\(value)' មិនមែនជាជម្រើសនៃសំណួរនេះទេ។"),
        both(
          "Name the 'ident' of an option.", "សូមដាក់ 'ident' នៃជម្រើសមួយ។")
      )
    }
  }

  private static func ofFeedback(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .feedbackReference:
      (
        both(
          "The question has no feedback called '\(value)'.",
          "សំណួរនេះគ្មានយោបល់ត្រឡប់ឈ្មោះ '\(value)' ទេ។"),
        both(
          "Name the 'ident' of a feedback of this question.",
          "សូមដាក់ 'ident' នៃយោបល់ត្រឡប់មួយរបស់សំណួរនេះ។")
      )
    case .feedbackKind:
      (
        both(
          "What is shown here is no feedback of the type '\(value)'.",
          "អ្វីដែលបង្ហាញនៅទីនេះមិនមែនជាយោបល់ត្រឡប់ប្រភេទ '\(value)' ទេ។"),
        both(
          "Use Solution for a solution, Hint for a hint, and Response for all else.",
          "សូមប្រើ Solution សម្រាប់ដំណោះស្រាយ Hint សម្រាប់ព័ត៌មានជំនួយ និង Response ក្រៅពីនេះ។")
      )
    default:
      (
        both(
          "The feedback '\(value)' is never shown.", "យោបល់ត្រឡប់ '\(value)' មិនដែលបង្ហាញទេ។"),
        both(
          "Show it by a displayfeedback, or take it out.",
          "សូមបង្ហាញវាដោយ displayfeedback ឬដកវាចេញ។")
      )
    }
  }
}
