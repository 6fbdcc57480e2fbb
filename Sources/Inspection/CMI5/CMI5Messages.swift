import Text

/// The words for each rule about a cmi5 course structure.
enum CMI5Messages {
  private typealias Words = PackagingMessages.Words

  /// Returns what is wrong and what to do; `value` is what stands in the structure.
  static func words(
    _ rule: CMI5Rule, _ value: String
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    switch rule {
    case .noCourse, .noParts, .emptyBlock, .identifier, .duplicateIdentifier:
      ofStructure(rule, value)
    case .noTitle, .noDescription, .emptyDescription, .noLanguageText, .noLanguage, .language,
      .languageTwice:
      ofText(rule, value)
    case .noAddress, .address, .reservedParameter, .relativeAlone: ofAddress(rule, value)
    case .masteryScore, .precision, .moveOn, .launchMethod, .activityType: ofUnit(rule, value)
    case .objective, .objectiveTwice, .noObjectives: ofObjectives(rule, value)
    }
  }

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofStructure(_ rule: CMI5Rule, _ value: String) -> Words {
    switch rule {
    case .noCourse:
      (
        both(
          "The course structure does not describe a course.",
          "រចនាសម្ព័ន្ធវគ្គនេះមិនបានពណ៌នាអំពីវគ្គទេ។"),
        both(
          "Begin with a <course> that has an id, a title and a description.",
          "សូមចាប់ផ្តើមដោយ <course> ដែលមាន id ចំណងជើង និងការពណ៌នា។")
      )
    case .noParts:
      (
        both(
          "The course has neither a unit nor a block.", "វគ្គនេះគ្មានទាំង au ទាំង block ទេ។"),
        both("Give it at least one <au>.", "សូមបន្ថែម <au> យ៉ាងតិចមួយ។")
      )
    case .emptyBlock:
      (
        both(
          "The block '\(value)' holds neither a unit nor a block.",
          "block '\(value)' គ្មានទាំង au ទាំង block ក្នុងវាទេ។"),
        both(
          "Put an <au> into it, or take the block out.", "សូមដាក់ <au> ក្នុងវា ឬដក block នេះចេញ។")
      )
    case .identifier:
      (
        both(
          "The id '\(value)' is not an IRI with a scheme.",
          "id '\(value)' មិនមែនជា IRI ដែលមាន scheme ទេ។"),
        both(
          "Write a globally unique one, such as https://example.org/course/1.",
          "សូមសរសេរ IRI តែមួយគត់ ដូចជា https://example.org/course/1។")
      )
    default:
      (
        both("The id '\(value)' stands twice.", "id '\(value)' មានពីរដង។"),
        both(
          "Give each course, objective, block and unit an id of its own.",
          "សូមដាក់ id ផ្ទាល់ឱ្យវគ្គ គោលបំណង block និង au នីមួយៗ។")
      )
    }
  }

  private static func ofText(_ rule: CMI5Rule, _ value: String) -> Words {
    switch rule {
    case .noTitle: SCORM12Messages.words(.noTitle, value)
    case .noDescription:
      (
        both("'\(value)' has no description.", "'\(value)' គ្មានការពណ៌នាទេ។"),
        both(
          "Add a <description> with a <langstring> behind the title.",
          "សូមបន្ថែម <description> ដែលមាន <langstring> ក្រោយចំណងជើង។")
      )
    case .emptyDescription:
      (
        both("The description of '\(value)' is empty.", "ការពណ៌នានៃ '\(value)' គឺទទេ។"),
        both(
          "Say in a sentence what it is about.", "សូមសរសេរមួយប្រយោគអំពីខ្លឹមសាររបស់វា។")
      )
    case .noLanguageText:
      (
        both("The <\(value)> has no <langstring>.", "<\(value)> គ្មាន <langstring> ទេ។"),
        both(
          "Write the text into <langstring lang=\"en\">.",
          "សូមសរសេរអត្ថបទក្នុង <langstring lang=\"km\">។")
      )
    case .noLanguage:
      (
        both(
          "The text does not say which language it is in.",
          "អត្ថបទនេះមិនបញ្ជាក់ថាជាភាសាអ្វីទេ។"),
        both(
          "Add lang=\"km\" or lang=\"en\".", "សូមបន្ថែម lang=\"km\" ឬ lang=\"en\"។")
      )
    case .language:
      (
        both("'\(value)' is not a language tag.", "'\(value)' មិនមែនជាស្លាកភាសាទេ។"),
        both(
          "Write a tag of BCP 47, such as km or en-US.",
          "សូមសរសេរស្លាកតាម BCP 47 ដូចជា km ឬ en-US។")
      )
    default:
      (
        both(
          "The text stands twice in the language '\(value)'; an LMS shows one of them.",
          "អត្ថបទនេះមានពីរដងក្នុងភាសា '\(value)'។ LMS បង្ហាញតែមួយ។"),
        both("Keep one of the two.", "សូមទុកតែមួយ។")
      )
    }
  }

  private static func ofAddress(_ rule: CMI5Rule, _ value: String) -> Words {
    switch rule {
    case .noAddress:
      (
        both(
          "The unit '\(value)' does not say where it is launched.",
          "au '\(value)' មិនបញ្ជាក់ទីតាំងបើកទេ។"),
        both(
          "Write its page or its web address into <url>.",
          "សូមសរសេរទំព័រ ឬអាសយដ្ឋានវែបរបស់វាក្នុង <url>។")
      )
    case .address:
      (
        both("'\(value)' is not a web address.", "'\(value)' មិនមែនជាអាសយដ្ឋានវែបទេ។"),
        both(
          "Write spaces and special signs as %20 and the like.",
          "សូមសរសេរដកឃ្លា និងសញ្ញាពិសេសជា %20 ជាដើម។")
      )
    case .reservedParameter:
      (
        both(
          "The address has a parameter '\(value)', which the LMS itself adds at launch.",
          "អាសយដ្ឋាននេះមានប៉ារ៉ាម៉ែត្រ '\(value)' ដែល LMS ខ្លួនវាបន្ថែមពេលបើក។"),
        both("Give the parameter another name.", "សូមដាក់ឈ្មោះផ្សេងឱ្យប៉ារ៉ាម៉ែត្រនេះ។")
      )
    default:
      (
        both(
          "The address '\(value)' is relative, which works inside a ZIP package only.",
          "អាសយដ្ឋាន '\(value)' ជាអាសយដ្ឋានធៀប ដែលប្រើបានតែក្នុងកញ្ចប់ ZIP ប៉ុណ្ណោះ។"),
        both(
          "Hand the course structure over in its package, or write the full address.",
          "សូមផ្ញើរចនាសម្ព័ន្ធវគ្គក្នុងកញ្ចប់របស់វា ឬសរសេរអាសយដ្ឋានពេញ។")
      )
    }
  }

  private static func ofUnit(_ rule: CMI5Rule, _ value: String) -> Words {
    switch rule {
    case .masteryScore:
      (
        both(
          "The mastery score is '\(value)', not a number from 0 to 1.",
          "ពិន្ទុជាប់គឺ '\(value)' មិនមែនជាចំនួនពី 0 ដល់ 1 ទេ។"),
        both("Write a number such as 0.7.", "សូមសរសេរចំនួនមួយ ដូចជា 0.7។")
      )
    case .precision:
      (
        both(
          "The mastery score '\(value)' has more than four decimals.",
          "ពិន្ទុជាប់ '\(value)' មានលើសពីបួនខ្ទង់ក្រោយក្បៀស។"),
        both("Round it to four decimals.", "សូមបង្គត់វាត្រឹមបួនខ្ទង់ក្រោយក្បៀស។")
      )
    case .moveOn:
      (
        both("moveOn cannot be '\(value)'.", "moveOn មិនអាចជា '\(value)' បានទេ។"),
        both(
          "Write Passed, Completed, CompletedAndPassed, CompletedOrPassed or NotApplicable.",
          "សូមសរសេរ Passed, Completed, CompletedAndPassed, CompletedOrPassed ឬ NotApplicable។")
      )
    case .launchMethod:
      (
        both("launchMethod cannot be '\(value)'.", "launchMethod មិនអាចជា '\(value)' បានទេ។"),
        both("Write AnyWindow or OwnWindow.", "សូមសរសេរ AnyWindow ឬ OwnWindow។")
      )
    default:
      (
        both(
          "The activityType '\(value)' is not an IRI with a scheme.",
          "activityType '\(value)' មិនមែនជា IRI ដែលមាន scheme ទេ។"),
        both(
          "Write one such as http://adlnet.gov/expapi/activities/lesson.",
          "សូមសរសេរ IRI ដូចជា http://adlnet.gov/expapi/activities/lesson។")
      )
    }
  }

  private static func ofObjectives(_ rule: CMI5Rule, _ value: String) -> Words {
    switch rule {
    case .objective:
      (
        both(
          "'\(value)' is not one of the objectives of the course.",
          "'\(value)' មិនមែនជាគោលបំណងមួយនៃវគ្គនេះទេ។"),
        both(
          "Name in 'idref' the id of an objective that the course lists.",
          "សូមដាក់ក្នុង 'idref' នូវ id នៃគោលបំណងដែលវគ្គបានរាយ។")
      )
    case .objectiveTwice:
      (
        both("The objective '\(value)' is named twice.", "គោលបំណង '\(value)' ត្រូវបានដាក់ពីរដង។"),
        both("Name it once.", "សូមដាក់វាតែម្តង។")
      )
    default:
      (
        both("The list of objectives is empty.", "បញ្ជីគោលបំណងនេះទទេ។"),
        both(
          "Put an <objective> into it, or take the list out.",
          "សូមដាក់ <objective> ក្នុងវា ឬដកបញ្ជីនេះចេញ។")
      )
    }
  }
}
