import Text

/// The words for each rule about a manifest of SCORM 1.2.
enum SCORM12Messages {
  /// Returns what is wrong and what to do; `value` is what stands in the manifest.
  static func words(
    _ rule: SCORM12Rule, _ value: String
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    switch rule {
    case .noManifest, .wrongRoot, .controlDocument, .schemaName, .schemaVersion:
      ofPackage(rule, value)
    case .noOrganization, .defaultOrganization, .noItems, .identifier, .duplicateIdentifier,
      .noTitle, .longTitle:
      ofOrganization(rule, value)
    case .itemReference, .itemWithoutResource, .parentLaunches, .parameters:
      ofItem(rule, value)
    case .resourceType, .scormType, .noLaunchFile, .launchFile, .dependency:
      ofResource(rule, value)
    case .unsafePath, .missingFile, .unlistedFile: ofFile(rule, value)
    case .masteryScore, .launchData, .timeLimit, .timeLimitAction, .prerequisites, .twice:
      ofExtension(rule, value)
    }
  }

  private typealias Words = (message: LocalizedText, remedy: LocalizedText)

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofPackage(_ rule: SCORM12Rule, _ value: String) -> Words {
    switch rule {
    case .noManifest:
      (
        both(
          "There is no imsmanifest.xml at the root of the package.",
          "គ្មាន imsmanifest.xml នៅឫសនៃកញ្ចប់មេរៀនទេ។"),
        both(
          "Put the manifest at the root, not into a folder.",
          "សូមដាក់បញ្ជីកញ្ចប់នៅឫស មិនមែនក្នុងថតទេ។")
      )
    case .wrongRoot:
      (
        both(
          "The manifest is not in the namespace of SCORM 1.2, but in '\(value)'.",
          "បញ្ជីកញ្ចប់នេះមិនស្ថិតក្នុងលំហឈ្មោះរបស់ SCORM 1.2 ទេ គឺស្ថិតក្នុង '\(value)'។"),
        both(
          "Begin with 'manifest' in http://www.imsproject.org/xsd/imscp_rootv1p1p2.",
          "សូមចាប់ផ្តើមដោយ 'manifest' ក្នុង http://www.imsproject.org/xsd/imscp_rootv1p1p2។")
      )
    case .controlDocument:
      (
        both(
          "The control document '\(value)' is not at the root of the package.",
          "ឯកសារគ្រោងការណ៍ '\(value)' មិនមាននៅឫសនៃកញ្ចប់មេរៀនទេ។"),
        both(
          "Put the schema document beside the manifest.",
          "សូមដាក់ឯកសារគ្រោងការណ៍នៅជិតបញ្ជីកញ្ចប់។")
      )
    case .schemaName:
      (
        both(
          "The schema is '\(value)', not 'ADL SCORM'.", "schema គឺ '\(value)' មិនមែន 'ADL SCORM' ទេ។"),
        both(
          "Write <schema>ADL SCORM</schema> in the metadata of the manifest.",
          "សូមសរសេរ <schema>ADL SCORM</schema> ក្នុង metadata នៃបញ្ជីកញ្ចប់។")
      )
    default:
      (
        both(
          "The schemaversion is '\(value)', not '1.2'.",
          "schemaversion គឺ '\(value)' មិនមែន '1.2' ទេ។"),
        both(
          "Write <schemaversion>1.2</schemaversion> in the metadata of the manifest.",
          "សូមសរសេរ <schemaversion>1.2</schemaversion> ក្នុង metadata នៃបញ្ជីកញ្ចប់។")
      )
    }
  }

  private static func ofOrganization(_ rule: SCORM12Rule, _ value: String) -> Words {
    switch rule {
    case .noOrganization:
      (
        both("The manifest has no organization.", "បញ្ជីកញ្ចប់នេះគ្មានរចនាសម្ព័ន្ធមេរៀនទេ។"),
        both(
          "Give it one organization with the items of the course.",
          "សូមបន្ថែមរចនាសម្ព័ន្ធមេរៀនមួយដែលមានធាតុនៃវគ្គ។")
      )
    case .defaultOrganization:
      (
        both(
          "The default organization '\(value)' is not one of the organizations.",
          "រចនាសម្ព័ន្ធលំនាំដើម '\(value)' មិនមានក្នុងចំណោមរចនាសម្ព័ន្ធមេរៀនទេ។"),
        both(
          "Name in 'default' the identifier of an organization.",
          "សូមដាក់ក្នុង 'default' នូវលេខសម្គាល់នៃរចនាសម្ព័ន្ធមេរៀនមួយ។")
      )
    case .noItems:
      (
        both("The organization has no item.", "រចនាសម្ព័ន្ធមេរៀននេះគ្មានធាតុទេ។"),
        both("Give it an item for each page.", "សូមដាក់ធាតុមួយសម្រាប់ទំព័រនីមួយៗ។")
      )
    case .identifier:
      (
        both(
          "'\(value)' cannot be an identifier.", "'\(value)' មិនអាចជាលេខសម្គាល់បានទេ។"),
        both(
          "Begin with a letter, and go on with letters, digits, hyphens and dots.",
          "សូមចាប់ផ្តើមដោយអក្សរ រួចប្រើអក្សរ លេខ សហសញ្ញា និងសញ្ញាចុច។")
      )
    case .duplicateIdentifier:
      (
        both("The identifier '\(value)' stands twice.", "លេខសម្គាល់ '\(value)' មានពីរដង។"),
        both(
          "Give each element an identifier of its own.", "សូមដាក់លេខសម្គាល់ផ្ទាល់ឱ្យធាតុនីមួយៗ។")
      )
    case .noTitle:
      (
        both("'\(value)' has no title.", "'\(value)' គ្មានចំណងជើងទេ។"),
        both(
          "Write a title: the LMS shows it in its list.",
          "សូមសរសេរចំណងជើង ព្រោះ LMS បង្ហាញវាក្នុងបញ្ជី។")
      )
    default:
      (
        both(
          "The title has \(value) characters; more than \(ManifestValue.titleLimit) may be cut.",
          "ចំណងជើងនេះមាន \(value) តួអក្សរ។ លើសពី \(ManifestValue.titleLimit) អាចត្រូវកាត់ចេញ។"),
        both("Write a shorter title.", "សូមសរសេរចំណងជើងខ្លីជាងនេះ។")
      )
    }
  }

  private static func ofItem(_ rule: SCORM12Rule, _ value: String) -> Words {
    switch rule {
    case .itemReference:
      (
        both(
          "The item launches '\(value)', which is no resource.",
          "ធាតុនេះបើក '\(value)' ដែលមិនមែនជាធនធានទេ។"),
        both(
          "Name in 'identifierref' the identifier of a resource.",
          "សូមដាក់ក្នុង 'identifierref' នូវលេខសម្គាល់នៃធនធានមួយ។")
      )
    case .itemWithoutResource:
      (
        both(
          "The item '\(value)' has neither a resource nor items in it.",
          "ធាតុ '\(value)' គ្មានទាំងធនធាន ទាំងធាតុរងទេ។"),
        both(
          "Name a resource in 'identifierref', or take the item out.",
          "សូមដាក់ឈ្មោះធនធានក្នុង 'identifierref' ឬដកធាតុនេះចេញ។")
      )
    case .parentLaunches:
      (
        both(
          "The item '\(value)' launches a page and holds items; many LMSs show only one of both.",
          "ធាតុ '\(value)' បើកទំព័រផង និងមានធាតុរងផង។ LMS ជាច្រើនបង្ហាញតែមួយប៉ុណ្ណោះ។"),
        both(
          "Move the page into an item of its own.", "សូមផ្លាស់ទំព័រទៅក្នុងធាតុផ្ទាល់របស់វា។")
      )
    default:
      (
        both(
          "The parameters of the item are longer than 1000 characters, or hold spaces.",
          "ប៉ារ៉ាម៉ែត្រនៃធាតុនេះវែងជាង 1000 តួអក្សរ ឬមានដកឃ្លា។"),
        both(
          "Write them as a query of a web address.", "សូមសរសេរវាតាមទម្រង់សំណើនៃអាសយដ្ឋានវែប។")
      )
    }
  }

  private static func ofResource(_ rule: SCORM12Rule, _ value: String) -> Words {
    switch rule {
    case .resourceType:
      (
        both(
          "The type of the resource is '\(value)', not 'webcontent'.",
          "ប្រភេទនៃធនធានគឺ '\(value)' មិនមែន 'webcontent' ទេ។"),
        both("Write type=\"webcontent\".", "សូមសរសេរ type=\"webcontent\"។")
      )
    case .scormType:
      (
        both(
          "The resource does not say whether it is a SCO; it says '\(value)'.",
          "ធនធាននេះមិនបញ្ជាក់ថាវាជា SCO ឬអត់។ វាសរសេរ '\(value)'។"),
        both(
          "Write adlcp:scormtype=\"sco\" or \"asset\", with a small 't'.",
          "សូមសរសេរ adlcp:scormtype=\"sco\" ឬ \"asset\" ដោយប្រើ 't' តូច។")
      )
    case .noLaunchFile:
      (
        both(
          "The resource '\(value)' is launched, but has no 'href'.",
          "ធនធាន '\(value)' ត្រូវបានបើក តែគ្មាន 'href' ទេ។"),
        both("Name its page in 'href'.", "សូមដាក់ឈ្មោះទំព័ររបស់វាក្នុង 'href'។")
      )
    case .launchFile:
      (
        both(
          "The page '\(value)' is not among the files of its resource, nor of those it needs.",
          "ទំព័រ '\(value)' មិនមានក្នុងចំណោមឯកសារនៃធនធានរបស់វា ឬធនធានដែលវាត្រូវការទេ។"),
        both(
          "List it as a <file> of the resource.", "សូមដាក់វាជា <file> នៃធនធាននេះ។")
      )
    default:
      (
        both(
          "The resource needs '\(value)', which is no resource.",
          "ធនធាននេះត្រូវការ '\(value)' ដែលមិនមែនជាធនធានទេ។"),
        both(
          "Name in the dependency the identifier of a resource.",
          "សូមដាក់ក្នុង dependency នូវលេខសម្គាល់នៃធនធានមួយ។")
      )
    }
  }

  private static func ofFile(_ rule: SCORM12Rule, _ value: String) -> Words {
    switch rule {
    case .unsafePath:
      (
        both(
          "The path '\(value)' leads out of the package, or is no path.",
          "ផ្លូវ '\(value)' នាំចេញក្រៅកញ្ចប់មេរៀន ឬមិនមែនជាផ្លូវទេ។"),
        both(
          "Write paths from the root of the package with '/', without '..'.",
          "សូមសរសេរផ្លូវចាប់ពីឫសនៃកញ្ចប់ដោយប្រើ '/' និងគ្មាន '..'។")
      )
    case .missingFile:
      (
        both(
          "The file '\(value)' is listed, but is not in the package.",
          "ឯកសារ '\(value)' មានក្នុងបញ្ជី តែមិនមានក្នុងកញ្ចប់មេរៀនទេ។"),
        both(
          "Put the file into the package, or take it off the list.",
          "សូមដាក់ឯកសារក្នុងកញ្ចប់ ឬដកវាចេញពីបញ្ជី។")
      )
    default:
      (
        both(
          "The file '\(value)' is in the package, but in no resource.",
          "ឯកសារ '\(value)' មានក្នុងកញ្ចប់មេរៀន តែមិនមានក្នុងធនធានណាមួយទេ។"),
        both(
          "List it as a <file> of the resource that uses it.",
          "សូមដាក់វាជា <file> នៃធនធានដែលប្រើវា។")
      )
    }
  }

  private static func ofExtension(_ rule: SCORM12Rule, _ value: String) -> Words {
    switch rule {
    case .masteryScore:
      (
        both(
          "The mastery score is '\(value)', not a number from 0 to 100.",
          "ពិន្ទុជាប់គឺ '\(value)' មិនមែនជាចំនួនពី 0 ដល់ 100 ទេ។"),
        both("Write a number such as 70.", "សូមសរសេរចំនួនមួយ ដូចជា 70។")
      )
    case .launchData:
      (
        both(
          "The launch data has \(value) characters; at most 255 are allowed.",
          "ទិន្នន័យបើកមេរៀនមាន \(value) តួអក្សរ តែអនុញ្ញាតត្រឹម 255 ប៉ុណ្ណោះ។"),
        both("Shorten it.", "សូមបំព្រួញវា។")
      )
    case .timeLimit:
      (
        both(
          "The time limit '\(value)' is not written as HHHH:MM:SS.",
          "រយៈពេលកំណត់ '\(value)' មិនសរសេរតាមទម្រង់ HHHH:MM:SS ទេ។"),
        both("Write it as 00:45:00.", "សូមសរសេរវាដូចជា 00:45:00។")
      )
    case .timeLimitAction:
      (
        both(
          "'\(value)' is not what may happen at the end of the time.",
          "'\(value)' មិនមែនជាអ្វីដែលអាចធ្វើនៅពេលអស់ម៉ោងទេ។"),
        both(
          "Write exit or continue, a comma, and message or no message.",
          "សូមសរសេរ exit ឬ continue សញ្ញាក្បៀស រួច message ឬ no message។")
      )
    case .prerequisites:
      (
        both(
          "The prerequisites are of the type '\(value)', or longer than 200 characters.",
          "លក្ខខណ្ឌមុនមានប្រភេទ '\(value)' ឬវែងជាង 200 តួអក្សរ។"),
        both(
          "Write them in type=\"aicc_script\".", "សូមសរសេរវាជា type=\"aicc_script\"។")
      )
    default:
      (
        both("The element '\(value)' stands twice here.", "ធាតុ '\(value)' មានពីរដងនៅទីនេះ។"),
        both("Keep one of the two.", "សូមទុកតែមួយ។")
      )
    }
  }
}
