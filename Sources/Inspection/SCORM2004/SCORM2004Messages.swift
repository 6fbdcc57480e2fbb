import Text

/// The words for each rule about a manifest of SCORM 2004.
enum SCORM2004Messages {
  typealias Words = (message: LocalizedText, remedy: LocalizedText)

  /// Returns what is wrong and what to do; `value` is what stands in the manifest, `name` the element
  /// or attribute, and `allowed` what may stand there.
  static func words(
    _ rule: SCORM2004Rule, value: String, name: String, allowed: LocalizedText
  ) -> Words {
    if let rule = asInSCORM12(rule) { return SCORM12Messages.words(rule, value) }
    switch rule {
    case .wrongRoot, .subManifest, .schemaVersion, .schemaVersionSpaces, .olderEdition,
      .metadataOrder, .edition:
      return ofPackage(rule, value, name)
    case .parentLaunches, .parameters, .idleParameters, .resourceType, .scormType, .idleResource,
      .base:
      return ofItem(rule, value)
    case .unknownElement, .elementPlace, .missingElement, .twice, .unknownAttribute,
      .missingAttribute, .attributeValue, .hiddenControl, .normalizedMeasure:
      return ofStructure(rule, value, name, allowed)
    case .launchData, .completionThreshold, .scoOnly, .leafOnly:
      return ofExtension(rule, value, name, allowed)
    default: return SCORM2004SequencingMessages.words(rule, value, name)
    }
  }

  static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  /// The rule of SCORM 1.2 that says the same in the same words.
  private static func asInSCORM12(_ rule: SCORM2004Rule) -> SCORM12Rule? {
    switch rule {
    case .controlDocument: .controlDocument
    case .schemaName: .schemaName
    case .noOrganization: .noOrganization
    case .defaultOrganization: .defaultOrganization
    case .noItems: .noItems
    case .identifier: .identifier
    case .duplicateIdentifier: .duplicateIdentifier
    case .noTitle: .noTitle
    case .longTitle: .longTitle
    case .itemReference: .itemReference
    case .itemWithoutResource: .itemWithoutResource
    case .noLaunchFile: .noLaunchFile
    case .launchFile: .launchFile
    case .dependency: .dependency
    case .unsafePath: .unsafePath
    case .missingFile: .missingFile
    case .unlistedFile: .unlistedFile
    case .timeLimitAction: .timeLimitAction
    default: nil
    }
  }

  private static func ofPackage(_ rule: SCORM2004Rule, _ value: String, _ name: String) -> Words {
    switch rule {
    case .wrongRoot:
      (
        both(
          "The manifest is not in the namespace of SCORM 2004, but in '\(value)'.",
          "បញ្ជីកញ្ចប់នេះមិនស្ថិតក្នុងលំហឈ្មោះរបស់ SCORM 2004 ទេ គឺស្ថិតក្នុង '\(value)'។"),
        both(
          "Begin with 'manifest' in http://www.imsglobal.org/xsd/imscp_v1p1.",
          "សូមចាប់ផ្តើមដោយ 'manifest' ក្នុង http://www.imsglobal.org/xsd/imscp_v1p1។")
      )
    case .subManifest:
      (
        both(
          "There is a manifest '\(value)' inside the manifest; SCORM 2004 does not use what stands in it.",
          "មានបញ្ជីកញ្ចប់ '\(value)' នៅក្នុងបញ្ជីកញ្ចប់។ SCORM 2004 មិនប្រើអ្វីដែលមានក្នុងនោះទេ។"),
        both(
          "Move its items and resources into the manifest itself.",
          "សូមផ្លាស់ធាតុ និងធនធានរបស់វាមកក្នុងបញ្ជីកញ្ចប់ផ្ទាល់។")
      )
    case .schemaVersion:
      (
        both(
          "The schemaversion is '\(value)', not '\(name)'.",
          "schemaversion គឺ '\(value)' មិនមែន '\(name)' ទេ។"),
        both(
          "Write <schemaversion>\(name)</schemaversion> in the metadata of the manifest.",
          "សូមសរសេរ <schemaversion>\(name)</schemaversion> ក្នុង metadata នៃបញ្ជីកញ្ចប់។")
      )
    case .schemaVersionSpaces:
      (
        both(
          "There are spaces around the schemaversion; some LMSs then take the package for SCORM 1.2.",
          "មានដកឃ្លាជុំវិញ schemaversion។ LMS ខ្លះនឹងយល់ថាកញ្ចប់នេះជា SCORM 1.2។"),
        both("Take the spaces out.", "សូមលុបដកឃ្លាទាំងនោះចេញ។")
      )
    case .olderEdition:
      (
        both(
          "The schemaversion 'CAM 1.3' is that of an older edition; the package is judged as one of the 3rd Edition.",
          "schemaversion 'CAM 1.3' ជារបស់កំណែចាស់។ កញ្ចប់នេះត្រូវបានវិនិច្ឆ័យតាមកំណែទី 3។"),
        both(
          "Write '2004 3rd Edition' or '2004 4th Edition', whose rules the package follows.",
          "សូមសរសេរ '2004 3rd Edition' ឬ '2004 4th Edition' តាមវិធានដែលកញ្ចប់នេះអនុវត្ត។")
      )
    case .metadataOrder:
      (
        both(
          "The metadata of the manifest does not begin with schema and schemaversion.",
          "metadata នៃបញ្ជីកញ្ចប់មិនចាប់ផ្តើមដោយ schema និង schemaversion ទេ។"),
        both(
          "Put <schema> first and <schemaversion> second, each once.",
          "សូមដាក់ <schema> មុនគេ និង <schemaversion> បន្ទាប់ ដោយសរសេរតែម្តងៗ។")
      )
    default:
      (
        both(
          "'\(name)' belongs to the 4th Edition; the package says that it is of the 3rd.",
          "'\(name)' ជារបស់កំណែទី 4 តែកញ្ចប់នេះសរសេរថាជាកំណែទី 3។"),
        both(
          "Take it out, or write <schemaversion>2004 4th Edition</schemaversion>.",
          "សូមដកវាចេញ ឬសរសេរ <schemaversion>2004 4th Edition</schemaversion>។")
      )
    }
  }

  private static func ofItem(_ rule: SCORM2004Rule, _ value: String) -> Words {
    switch rule {
    case .parentLaunches:
      (
        both(
          "The item '\(value)' launches a page and holds items.",
          "ធាតុ '\(value)' បើកទំព័រផង និងមានធាតុរងផង។"),
        both(
          "Move the page into an item of its own.", "សូមផ្លាស់ទំព័រទៅក្នុងធាតុផ្ទាល់របស់វា។")
      )
    case .parameters:
      (
        both(
          "The parameters '\(value)' are not of the form ?name=value&name=value, or longer than 1000 characters.",
          "ប៉ារ៉ាម៉ែត្រ '\(value)' មិនមានទម្រង់ ?name=value&name=value ឬវែងជាង 1000 តួអក្សរ។"),
        both(
          "Write names with values, and other signs than letters and digits as %41.",
          "សូមសរសេរឈ្មោះជាមួយតម្លៃ និងសរសេរសញ្ញាក្រៅពីអក្សរ និងលេខ ជា %41។")
      )
    case .idleParameters:
      (
        both(
          "The item '\(value)' has parameters but launches nothing.",
          "ធាតុ '\(value)' មានប៉ារ៉ាម៉ែត្រ តែមិនបើកអ្វីទេ។"),
        both("Take the parameters out.", "សូមដកប៉ារ៉ាម៉ែត្រចេញ។")
      )
    case .resourceType:
      (
        both(
          "The type of the resource is '\(value)'; LMSs launch 'webcontent'.",
          "ប្រភេទនៃធនធានគឺ '\(value)' តែ LMS បើកតែ 'webcontent'។"),
        both("Write type=\"webcontent\".", "សូមសរសេរ type=\"webcontent\"។")
      )
    case .scormType:
      (
        both(
          "The resource does not say whether it is a SCO; it says '\(value)'.",
          "ធនធាននេះមិនបញ្ជាក់ថាវាជា SCO ឬអត់។ វាសរសេរ '\(value)'។"),
        both(
          "Write adlcp:scormType=\"sco\" or \"asset\", with a capital 'T'.",
          "សូមសរសេរ adlcp:scormType=\"sco\" ឬ \"asset\" ដោយប្រើ 'T' ធំ។")
      )
    case .idleResource:
      (
        both(
          "No item launches the resource '\(value)', and no resource needs it.",
          "គ្មានធាតុណាបើកធនធាន '\(value)' ហើយគ្មានធនធានណាត្រូវការវាទេ។"),
        both(
          "Name it in an item or a dependency, or take it out.",
          "សូមដាក់ឈ្មោះវាក្នុងធាតុ ឬ dependency ណាមួយ ឬដកវាចេញ។")
      )
    default:
      (
        both(
          "The xml:base '\(value)' is not the path of a folder in the package.",
          "xml:base '\(value)' មិនមែនជាផ្លូវទៅថតក្នុងកញ្ចប់មេរៀនទេ។"),
        both(
          "Write it from the root of the package, with '/' at its end and not at its start.",
          "សូមសរសេរវាចាប់ពីឫសនៃកញ្ចប់ ដោយមាន '/' នៅចុង មិនមែននៅដើមទេ។")
      )
    }
  }

  private static func ofStructure(
    _ rule: SCORM2004Rule, _ value: String, _ name: String, _ allowed: LocalizedText
  ) -> Words {
    switch rule {
    case .unknownElement:
      (
        both("SCORM 2004 has no element '\(name)'.", "SCORM 2004 គ្មានធាតុ XML ឈ្មោះ '\(name)' ទេ។"),
        both(
          "Look for capital letters and misspelling, or take it out.",
          "សូមពិនិត្យអក្សរធំតូច និងការសរសេរ ឬដកវាចេញ។")
      )
    case .elementPlace:
      (
        both(
          "'\(name)' may stand only in: \(allowed.en).", "'\(name)' អាចស្ថិតតែក្នុង៖ \(allowed.km)។"),
        both("Move it there, or take it out.", "សូមផ្លាស់វាទៅទីនោះ ឬដកវាចេញ។")
      )
    case .missingElement:
      (
        both("There is no '\(name)' in '\(value)'.", "គ្មាន '\(name)' ក្នុង '\(value)' ទេ។"),
        both("Add it.", "សូមបន្ថែមវា។")
      )
    case .twice:
      (
        both("'\(name)' stands twice here.", "'\(name)' មានពីរដងនៅទីនេះ។"),
        both("Keep one of the two.", "សូមទុកតែមួយ។")
      )
    case .unknownAttribute:
      (
        both(
          "There is no attribute '\(name)' of '\(value)' in SCORM 2004.",
          "SCORM 2004 គ្មានគុណលក្ខណៈ '\(name)' នៃ '\(value)' ទេ។"),
        both(
          "Look for capital letters and misspelling, or take it out.",
          "សូមពិនិត្យអក្សរធំតូច និងការសរសេរ ឬដកវាចេញ។")
      )
    case .missingAttribute:
      (
        both(
          "The attribute '\(name)' of '\(value)' is missing.",
          "ខ្វះគុណលក្ខណៈ '\(name)' នៃ '\(value)'។"), both("Add it.", "សូមបន្ថែមវា។")
      )
    default:
      (
        both("'\(name)' is '\(value)'.", "'\(name)' គឺ '\(value)'។"),
        both("Allowed: \(allowed.en).", "អនុញ្ញាត៖ \(allowed.km)។")
      )
    }
  }

  private static func ofExtension(
    _ rule: SCORM2004Rule, _ value: String, _ name: String, _ allowed: LocalizedText
  ) -> Words {
    switch rule {
    case .launchData:
      (
        both(
          "The launch data has \(value) characters; at most 4000 are kept by every LMS.",
          "ទិន្នន័យបើកមេរៀនមាន \(value) តួអក្សរ តែ LMS ទាំងអស់រក្សាទុកត្រឹម 4000 ប៉ុណ្ណោះ។"),
        both("Shorten it.", "សូមបំព្រួញវា។")
      )
    case .completionThreshold where allowed.en.isEmpty:
      (
        both(
          "The completion threshold holds the text '\(value)'; in the 4th Edition it has attributes only.",
          "កម្រិតនៃការបញ្ចប់មានអត្ថបទ '\(value)' តែក្នុងកំណែទី 4 វាមានតែគុណលក្ខណៈប៉ុណ្ណោះ។"),
        both(
          "Write completedByMeasure=\"true\" and minProgressMeasure with the number.",
          "សូមសរសេរ completedByMeasure=\"true\" និង minProgressMeasure ជាមួយចំនួននោះ។")
      )
    case .completionThreshold:
      (
        both(
          "The completion threshold is '\(value)'.", "កម្រិតនៃការបញ្ចប់គឺ '\(value)'។"),
        both("Allowed: \(allowed.en).", "អនុញ្ញាត៖ \(allowed.km)។")
      )
    case .scoOnly:
      (
        both(
          "'\(name)' stands in an item that launches no SCO.",
          "'\(name)' ស្ថិតក្នុងធាតុដែលមិនបើក SCO ទេ។"),
        both(
          "Move it into an item whose resource has adlcp:scormType=\"sco\".",
          "សូមផ្លាស់វាទៅក្នុងធាតុដែលធនធានរបស់វាមាន adlcp:scormType=\"sco\"។")
      )
    default:
      (
        both(
          "'\(name)' stands in an item that launches nothing.",
          "'\(name)' ស្ថិតក្នុងធាតុដែលមិនបើកអ្វីទេ។"),
        both(
          "Move it into an item that launches a resource.",
          "សូមផ្លាស់វាទៅក្នុងធាតុដែលបើកធនធានមួយ។")
      )
    }
  }
}
