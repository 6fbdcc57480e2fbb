import Text

/// The words for each rule of packages of QTI.
enum QTIMessages {
  private typealias Words = PackagingMessages.Words

  /// Returns what is wrong and what to do; `value` is what stands in the package.
  static func words(
    _ rule: QTIRule, _ value: String
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    switch rule {
    case .noSchema, .noQuestions, .versions: ofManifest(rule, value)
    case .attribute, .variable, .response, .answer, .media: ofItem(rule, value)
    default: ofTest(rule, value)
    }
  }

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofManifest(_ rule: QTIRule, _ value: String) -> Words {
    switch rule {
    case .noSchema:
      (
        both(
          "The manifest does not say which standard it follows.",
          "បញ្ជីកញ្ចប់នេះមិនបញ្ជាក់ថាអនុវត្តតាមស្តង់ដារអ្វីទេ។"),
        both(
          "Write <schema>QTIv2.1 Package</schema> and its schemaversion into the metadata.",
          "សូមសរសេរ <schema>QTIv2.1 Package</schema> និង schemaversion ក្នុង metadata។")
      )
    case .noQuestions:
      (
        both(
          "The package lists neither a question nor a test.",
          "កញ្ចប់នេះមិនរាយសំណួរ ឬតេស្តណាមួយទេ។"),
        both(
          "Add a resource of the type imsqti_item_xmlv2p1.",
          "សូមបន្ថែមធនធានប្រភេទ imsqti_item_xmlv2p1។")
      )
    default:
      (
        both(
          "'\(value)' is of another version of QTI than the rest of the package.",
          "'\(value)' ជាកំណែ QTI ផ្សេងពីផ្នែកដទៃនៃកញ្ចប់នេះ។"),
        both(
          "Put the versions into packages of their own.",
          "សូមដាក់កំណែនីមួយៗក្នុងកញ្ចប់ផ្ទាល់របស់វា។")
      )
    }
  }

  private static func ofItem(_ rule: QTIRule, _ value: String) -> Words {
    switch rule {
    case .attribute:
      (
        both("The attribute '\(value)' is missing.", "គ្មានលក្ខណៈ '\(value)' ទេ។"),
        both("Write it; QTI requires it here.", "សូមសរសេរវា ព្រោះ QTI តម្រូវនៅទីនេះ។")
      )
    case .variable:
      (
        both("The variable '\(value)' is declared twice.", "អថេរ '\(value)' ប្រកាសពីរដង។"),
        both("Give each variable a name of its own.", "សូមដាក់ឈ្មោះផ្ទាល់ឱ្យអថេរនីមួយៗ។")
      )
    case .response:
      (
        both(
          "The response '\(value)' is not declared.", "ចម្លើយ '\(value)' មិនបានប្រកាសទេ។"),
        both(
          "Add a responseDeclaration with this identifier.",
          "សូមបន្ថែម responseDeclaration ដែលមានលេខសម្គាល់នេះ។")
      )
    case .answer:
      (
        both(
          "The key '\(value)' is not among the options of the question.",
          "ចម្លើយត្រឹមត្រូវ '\(value)' មិនមានក្នុងចំណោមជម្រើសនៃសំណួរទេ។"),
        both(
          "Name the identifier of an option.", "សូមដាក់លេខសម្គាល់នៃជម្រើសមួយ។")
      )
    default:
      (
        both(
          "The question shows '\(value)', which is not in the package.",
          "សំណួរនេះបង្ហាញ '\(value)' ដែលមិនមានក្នុងកញ្ចប់ទេ។"),
        both(
          "Put the file into the package and list it.", "សូមដាក់ឯកសារក្នុងកញ្ចប់ ហើយរាយវា។")
      )
    }
  }

  private static func ofTest(_ rule: QTIRule, _ value: String) -> Words {
    switch rule {
    case .mode:
      (
        both(
          "\(value) is no way to go through a test.",
          "\(value) មិនមែនជារបៀបធ្វើតេស្តទេ។"),
        both(
          "Write navigationMode linear or nonlinear, submissionMode individual or simultaneous.",
          "សូមសរសេរ navigationMode linear ឬ nonlinear និង submissionMode individual ឬ "
            + "simultaneous។")
      )
    case .emptyTest:
      (
        both("The test '\(value)' has no question.", "តេស្ត '\(value)' គ្មានសំណួរទេ។"),
        both(
          "Name its questions in assessmentItemRef.", "សូមដាក់សំណួររបស់វាក្នុង assessmentItemRef។")
      )
    case .reference:
      (
        both(
          "The identifier '\(value)' stands twice in the test.",
          "លេខសម្គាល់ '\(value)' មានពីរដងក្នុងតេស្តនេះ។"),
        both(
          "Give each part, section and question an identifier of its own.",
          "សូមដាក់លេខសម្គាល់ផ្ទាល់ឱ្យផ្នែក ក្រុម និងសំណួរនីមួយៗ។")
      )
    case .itemFile:
      (
        both(
          "The test asks '\(value)', which is not in the package.",
          "តេស្តនេះសួរ '\(value)' ដែលមិនមានក្នុងកញ្ចប់ទេ។"),
        both(
          "Put the question into the package, or mend the path.",
          "សូមដាក់សំណួរក្នុងកញ្ចប់ ឬកែផ្លូវ។")
      )
    case .itemResource:
      (
        both(
          "The test asks '\(value)', which no resource of the manifest shows as a question.",
          "តេស្តនេះសួរ '\(value)' ដែលគ្មានធនធានណាក្នុងបញ្ជីកញ្ចប់បង្ហាញជាសំណួរទេ។"),
        both(
          "Add a resource of the type of an item, with this file as its href.",
          "សូមបន្ថែមធនធានប្រភេទ item ដែលមានឯកសារនេះជា href។")
      )
    default:
      (
        both(
          "The test asks '\(value)', but its resource does not say that it needs it.",
          "តេស្តនេះសួរ '\(value)' តែធនធានរបស់វាមិនបញ្ជាក់ថាត្រូវការវាទេ។"),
        both(
          "Add a <dependency> to the resource of the test.",
          "សូមបន្ថែម <dependency> ក្នុងធនធាននៃតេស្តនេះ។")
      )
    }
  }
}
