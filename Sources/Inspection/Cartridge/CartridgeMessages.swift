import Text

/// The words for each rule of Common Cartridge 1.1.
enum CartridgeMessages {
  typealias Words = PackagingMessages.Words

  /// Returns what is wrong and what to do; `value` is what stands in the cartridge.
  static func words(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .noMetadata, .noOrganization, .organizations, .structure, .root, .rootTitle,
      .rootReference, .itemWithoutResource, .itemBank:
      ofOrganization(rule, value)
    case .forbiddenHref, .fileCount, .intendedUse, .forbiddenDependency, .banks:
      ofResource(rule, value)
    case .noAuthorization, .access, .unusedAuthorization: ofAuthorization(rule, value)
    case .linkAddress, .attachment, .toolLaunch: ofContent(rule, value)
    default: CartridgeQuestionMessages.words(rule, value)
    }
  }

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofOrganization(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .noMetadata:
      (
        both(
          "The cartridge does not describe itself.", "កញ្ចប់មេរៀននេះមិនពណ៌នាអំពីខ្លួនវាទេ។"),
        both(
          "Add a <lom> with at least a title to the metadata of the manifest.",
          "សូមបន្ថែម <lom> ដែលមានចំណងជើងយ៉ាងតិច ក្នុង metadata នៃបញ្ជីកញ្ចប់។")
      )
    case .noOrganization: SCORM12Messages.words(.noOrganization, value)
    case .organizations:
      (
        both(
          "There is more than one organization.", "មានរចនាសម្ព័ន្ធមេរៀនលើសពីមួយ។"),
        both("Keep one of them.", "សូមទុកតែមួយ។")
      )
    case .structure:
      (
        both(
          "The structure of the organization is '\(value)', not 'rooted-hierarchy'.",
          "structure នៃរចនាសម្ព័ន្ធមេរៀនគឺ '\(value)' មិនមែន 'rooted-hierarchy' ទេ។"),
        both(
          "Write structure=\"rooted-hierarchy\".",
          "សូមសរសេរ structure=\"rooted-hierarchy\"។")
      )
    case .root:
      (
        both(
          "The organization has \(value) root items, not one.",
          "រចនាសម្ព័ន្ធមេរៀននេះមានធាតុឫស \(value) មិនមែនមួយទេ។"),
        both(
          "Put all items into one item without a title.",
          "សូមដាក់ធាតុទាំងអស់ក្នុងធាតុមួយដែលគ្មានចំណងជើង។")
      )
    case .rootTitle:
      (
        both("The root item has a title.", "ធាតុឫសមានចំណងជើង។"),
        both("Take the title out.", "សូមដកចំណងជើងនេះចេញ។")
      )
    case .rootReference:
      (
        both("The root item shows '\(value)'.", "ធាតុឫសបង្ហាញ '\(value)'។"),
        both(
          "Move it into an item below the root.", "សូមផ្លាស់វាទៅក្នុងធាតុក្រោមឫស។")
      )
    case .itemWithoutResource: SCORM12Messages.words(.itemWithoutResource, value)
    default:
      (
        both(
          "The item shows the question bank '\(value)', which is for trainers alone.",
          "ធាតុនេះបង្ហាញធនាគារសំណួរ '\(value)' ដែលសម្រាប់តែគ្រូឧទ្ទេស។"),
        both("Take the item out.", "សូមដកធាតុនេះចេញ។")
      )
    }
  }

  private static func ofResource(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .forbiddenHref:
      (
        both(
          "A resource of this type has no 'href', but this has '\(value)'.",
          "ធនធានប្រភេទនេះគ្មាន 'href' ទេ តែមួយនេះមាន '\(value)'។"),
        both(
          "Name the file in <file> alone.", "សូមដាក់ឈ្មោះឯកសារតែក្នុង <file> ប៉ុណ្ណោះ។")
      )
    case .fileCount:
      (
        both(
          "A resource of this type has one file, but this has \(value).",
          "ធនធានប្រភេទនេះមានឯកសារតែមួយ តែមួយនេះមាន \(value)។"),
        both(
          "Give it one <file>, and put the others into resources that it needs.",
          "សូមដាក់ <file> តែមួយ ហើយដាក់ឯកសារផ្សេងក្នុងធនធានដែលវាត្រូវការ។")
      )
    case .intendedUse:
      (
        both("intendeduse cannot be '\(value)'.", "intendeduse មិនអាចជា '\(value)' បានទេ។"),
        both(
          "Write lessonplan, syllabus or unspecified.",
          "សូមសរសេរ lessonplan, syllabus ឬ unspecified។")
      )
    case .forbiddenDependency:
      (
        both(
          "A resource of this type must not need '\(value)'.",
          "ធនធានប្រភេទនេះមិនអាចត្រូវការ '\(value)' បានទេ។"),
        both(
          "Take the dependency out; a page may need other pages only.",
          "សូមដក dependency នេះចេញ។ ទំព័រអាចត្រូវការតែទំព័រផ្សេងប៉ុណ្ណោះ។")
      )
    default:
      (
        both(
          "'\(value)' is a second question bank; a cartridge has one.",
          "'\(value)' ជាធនាគារសំណួរទីពីរ តែកញ្ចប់មេរៀនមានតែមួយ។"),
        both(
          "Put all questions into one bank.", "សូមដាក់សំណួរទាំងអស់ក្នុងធនាគារតែមួយ។")
      )
    }
  }

  private static func ofAuthorization(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .noAuthorization:
      (
        both(
          "The resource '\(value)' is protected, but the cartridge has no authorization.",
          "ធនធាន '\(value)' ត្រូវបានការពារ តែកញ្ចប់មេរៀនគ្មានការអនុញ្ញាតទេ។"),
        both(
          "Add <authorizations> at the end of the manifest, or write protected=\"false\".",
          "សូមបន្ថែម <authorizations> នៅចុងបញ្ជីកញ្ចប់ ឬសរសេរ protected=\"false\"។")
      )
    case .access:
      (
        both(
          "The access of the authorization is '\(value)'.",
          "access នៃការអនុញ្ញាតគឺ '\(value)'។"),
        both("Write cartridge or resource.", "សូមសរសេរ cartridge ឬ resource។")
      )
    default:
      (
        both(
          "The authorization is for single resources, but none is protected.",
          "ការអនុញ្ញាតនេះសម្រាប់ធនធានមួយៗ តែគ្មានធនធានណាត្រូវបានការពារទេ។"),
        both(
          "Write protected=\"true\" at a resource, or take the authorization out.",
          "សូមសរសេរ protected=\"true\" នៅធនធានមួយ ឬដកការអនុញ្ញាតចេញ។")
      )
    }
  }

  private static func ofContent(_ rule: CartridgeRule, _ value: String) -> Words {
    switch rule {
    case .linkAddress:
      (
        both("'\(value)' is not a web address.", "'\(value)' មិនមែនជាអាសយដ្ឋានវែបទេ។"),
        both(
          "Write the full address, with https:// at its beginning.",
          "សូមសរសេរអាសយដ្ឋានពេញ ដោយមាន https:// នៅខាងដើម។")
      )
    case .attachment:
      (
        both(
          "The attachment '\(value)' is not in the package.",
          "ឯកសារភ្ជាប់ '\(value)' មិនមានក្នុងកញ្ចប់មេរៀនទេ។"),
        both(
          "Put the file into the package, or take the attachment out.",
          "សូមដាក់ឯកសារក្នុងកញ្ចប់ ឬដកឯកសារភ្ជាប់នេះចេញ។")
      )
    default:
      (
        both(
          "The tool is launched at '\(value)', which is no web address.",
          "ឧបករណ៍នេះបើកនៅ '\(value)' ដែលមិនមែនជាអាសយដ្ឋានវែបទេ។"),
        both(
          "Write an address with https:// into launch_url or secure_launch_url.",
          "សូមសរសេរអាសយដ្ឋានដែលមាន https:// ក្នុង launch_url ឬ secure_launch_url។")
      )
    }
  }
}
