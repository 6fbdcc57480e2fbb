import Text

/// A rule of SCORM 1.2 that Sala's own packages cannot break, for their manifests have no such part;
/// the raw value is the code of its finding.
enum SCORM12DetailRule: String, CaseIterable {
  case manifestVersion = "manifest-version"
  case subManifest = "sub-manifest"
  case metadataFile = "metadata-file-missing"
  case metadataStructure = "metadata-structure"
  case metadataLanguage = "metadata-language"
  case metadataLong = "metadata-long"
  case metadataWord = "metadata-vocabulary"
  case noResources = "resources-missing"
  case visibility = "item-visibility"
  case unknownExtension = "extension-unknown"
  case misplacedExtension = "extension-misplaced"
  case extensionWithoutSCO = "extension-without-sco"
  case prerequisiteReference = "prerequisites-reference"
  case baseSlash = "base-slash"
  case fileTwice = "file-twice"
  case fileCase = "file-case"
  case nameNotASCII = "path-not-ascii"

  /// The requirement of SCORM 1.2 that the rule belongs to.
  var requirement: String {
    switch self {
    case .manifestVersion, .subManifest: "manifest"
    case .metadataFile: "metadata"
    case .metadataStructure, .metadataLanguage, .metadataLong, .metadataWord: "LOM"
    case .noResources: "resource"
    case .visibility: "items"
    case .unknownExtension, .misplacedExtension, .extensionWithoutSCO, .prerequisiteReference:
      "launch data / time"
    case .baseSlash, .fileTwice, .fileCase, .nameNotASCII: "files"
    }
  }

  /// How much a break of the rule matters: with a warning, LMSs still open the package.
  var severity: Severity {
    switch self {
    case .manifestVersion, .subManifest, .metadataLanguage, .metadataLong, .metadataWord,
      .extensionWithoutSCO, .prerequisiteReference, .fileTwice, .nameNotASCII:
      .warning
    default: .error
    }
  }

  /// Returns the finding that the rule is broken; `value` is what stands there.
  func finding(at place: SourceLocation, _ value: String) -> Diagnostic {
    let words = SCORM12DetailMessages.words(self, ManifestValue.shown(value))
    return Diagnostic(
      rawValue, severity, at: place, words.message, remedy: words.remedy, requirement: requirement)
  }
}

/// The words for each of these rules.
enum SCORM12DetailMessages {
  private typealias Words = (message: LocalizedText, remedy: LocalizedText)

  /// Returns what is wrong and what to do; `value` is what stands in the manifest.
  static func words(
    _ rule: SCORM12DetailRule, _ value: String
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    switch rule {
    case .manifestVersion, .subManifest, .metadataFile, .noResources:
      ofManifest(rule, value)
    case .metadataStructure, .metadataLanguage, .metadataLong, .metadataWord:
      ofMetadata(rule, value)
    case .visibility, .unknownExtension, .misplacedExtension, .extensionWithoutSCO,
      .prerequisiteReference:
      ofItem(rule, value)
    case .baseSlash, .fileTwice, .fileCase, .nameNotASCII: ofFile(rule, value)
    }
  }

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofManifest(_ rule: SCORM12DetailRule, _ value: String) -> Words {
    switch rule {
    case .manifestVersion:
      (
        both(
          "The version '\(value)' of the manifest has more than 20 characters.",
          "កំណែ '\(value)' នៃបញ្ជីកញ្ចប់មានលើសពី 20 តួអក្សរ។"),
        both("Shorten it.", "សូមបំព្រួញវា។")
      )
    case .subManifest:
      (
        both(
          "There is a manifest '\(value)' inside the manifest; LMSs pass over it, and it was not judged.",
          "មានបញ្ជីកញ្ចប់ '\(value)' នៅក្នុងបញ្ជីកញ្ចប់។ LMS រំលងវា ហើយវាមិនបានវាយតម្លៃទេ។"),
        both(
          "Move its items and resources into the outer manifest.",
          "សូមផ្លាស់ធាតុ និងធនធានរបស់វាទៅបញ្ជីកញ្ចប់ខាងក្រៅ។")
      )
    case .metadataFile:
      (
        both(
          "The metadata is said to be in '\(value)', which is not in the package.",
          "metadata ត្រូវបានបញ្ជាក់ថានៅក្នុង '\(value)' ដែលមិនមានក្នុងកញ្ចប់មេរៀនទេ។"),
        both(
          "Put the file into the package, or take adlcp:location out.",
          "សូមដាក់ឯកសារក្នុងកញ្ចប់ ឬដក adlcp:location ចេញ។")
      )
    default:
      (
        both("The manifest has no resources.", "បញ្ជីកញ្ចប់នេះគ្មានធនធានទេ។"),
        both(
          "List in <resources> the pages that the items launch.",
          "សូមរាយក្នុង <resources> នូវទំព័រដែលធាតុបើក។")
      )
    }
  }

  private static func ofMetadata(_ rule: SCORM12DetailRule, _ value: String) -> Words {
    switch rule {
    case .metadataStructure:
      (
        both(
          "'\(value)' is empty, unknown, or does not belong here in the metadata.",
          "'\(value)' ទទេ មិនស្គាល់ ឬមិនត្រូវនៅទីនេះក្នុង metadata ទេ។"),
        both(
          "Write the parts of IMS Meta-data 1.2.1 in their order, each text in <langstring>.",
          "សូមសរសេរផ្នែកនៃ IMS Meta-data 1.2.1 តាមលំដាប់ ដោយអត្ថបទនីមួយៗនៅក្នុង <langstring>។")
      )
    case .metadataLanguage:
      (
        both(
          "A text of '\(value)' does not say its language.",
          "អត្ថបទនៃ '\(value)' មិនបញ្ជាក់ភាសារបស់វាទេ។"),
        both(
          "Write xml:lang, such as xml:lang=\"km\".", "សូមសរសេរ xml:lang ដូចជា xml:lang=\"km\"។")
      )
    case .metadataLong:
      (
        both(
          "The text has more than \(value) characters and may be cut.",
          "អត្ថបទនេះមានលើសពី \(value) តួអក្សរ ហើយអាចត្រូវកាត់ចេញ។"),
        both("Shorten it.", "សូមបំព្រួញវា។")
      )
    default:
      (
        both(
          "'\(value)' is not a word of the list LOMv1.0.",
          "'\(value)' មិនមែនជាពាក្យក្នុងបញ្ជី LOMv1.0 ទេ។"),
        both(
          "Write one of its words, with their capitals, or name another list.",
          "សូមសរសេរពាក្យមួយក្នុងបញ្ជីនោះតាមអក្សរធំតូច ឬបញ្ជាក់បញ្ជីផ្សេង។")
      )
    }
  }

  private static func ofItem(_ rule: SCORM12DetailRule, _ value: String) -> Words {
    switch rule {
    case .visibility:
      (
        both(
          "isvisible is '\(value)', neither true nor false.",
          "isvisible គឺ '\(value)' មិនមែន true ឬ false ទេ។"),
        both("Write true or false, in small letters.", "សូមសរសេរ true ឬ false ជាអក្សរតូច។")
      )
    case .unknownExtension:
      (
        both(
          "SCORM 1.2 has no element '\(value)'.", "SCORM 1.2 គ្មានធាតុ '\(value)' ទេ។"),
        both(
          "Write its name in small letters, such as adlcp:masteryscore, or take it out.",
          "សូមសរសេរឈ្មោះវាជាអក្សរតូច ដូចជា adlcp:masteryscore ឬដកវាចេញ។")
      )
    case .misplacedExtension:
      (
        both(
          "The element '\(value)' does not belong here.", "ធាតុ '\(value)' មិនត្រូវនៅទីនេះទេ។"),
        both(
          "Put it into the item that it is about; adlcp:location belongs into <metadata>.",
          "សូមដាក់វាក្នុងធាតុ (item) ដែលវាពាក់ព័ន្ធ។ adlcp:location ត្រូវនៅក្នុង <metadata>។")
      )
    case .extensionWithoutSCO:
      (
        both(
          "'\(value)' stands in an item that launches no SCO, so nothing reads it.",
          "'\(value)' ស្ថិតក្នុងធាតុដែលមិនបើក SCO ទេ ដូច្នេះគ្មានអ្វីអានវាទេ។"),
        both("Move it to the item of a SCO.", "សូមផ្លាស់វាទៅធាតុនៃ SCO។")
      )
    default:
      (
        both(
          "The prerequisites name '\(value)', which is no item.",
          "លក្ខខណ្ឌមុនដាក់ឈ្មោះ '\(value)' ដែលមិនមែនជាធាតុទេ។"),
        both(
          "Name identifiers of items, joined by & and |.",
          "សូមដាក់លេខសម្គាល់នៃធាតុ ដោយភ្ជាប់នឹង & និង |។")
      )
    }
  }

  private static func ofFile(_ rule: SCORM12DetailRule, _ value: String) -> Words {
    switch rule {
    case .baseSlash:
      (
        both(
          "xml:base is '\(value)', which does not end with '/'.",
          "xml:base គឺ '\(value)' ដែលមិនបញ្ចប់ដោយ '/' ទេ។"),
        both("Write the folder with '/' at its end.", "សូមសរសេរថតដោយមាន '/' នៅចុង។")
      )
    case .fileTwice:
      (
        both(
          "The file '\(value)' is listed twice in its resource.",
          "ឯកសារ '\(value)' មានពីរដងក្នុងធនធានរបស់វា។"),
        both("Keep one of the two.", "សូមទុកតែមួយ។")
      )
    case .fileCase:
      (
        both(
          "The file '\(value)' is in the package only with other capitals.",
          "ឯកសារ '\(value)' មានក្នុងកញ្ចប់មេរៀន តែប្រើអក្សរធំតូចខុសគ្នា។"),
        both(
          "Write the name as the file has it; many servers tell capitals apart.",
          "សូមសរសេរឈ្មោះដូចឯកសារ ព្រោះម៉ាស៊ីនមេជាច្រើនញែកអក្សរធំតូច។")
      )
    default:
      (
        both(
          "The name '\(value)' is not ASCII; some LMSs decode it wrongly.",
          "ឈ្មោះ '\(value)' មិនមែនជា ASCII ទេ។ LMS ខ្លះបកវាខុស។"),
        both(
          "Use Latin letters without accents, digits, hyphens and dots.",
          "សូមប្រើអក្សរឡាតាំងគ្មានសញ្ញា លេខ សហសញ្ញា និងសញ្ញាចុច។")
      )
    }
  }
}
