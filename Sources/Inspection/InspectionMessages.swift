import Archive
import Text

/// The words about a package before the rules of its standard.
enum InspectionMessages {
  private typealias Words = (message: LocalizedText, remedy: LocalizedText)

  /// Returns what is wrong and what to do; `value` is what stands there.
  static func words(
    _ rule: InspectionRule, _ value: String
  ) -> (message: LocalizedText, remedy: LocalizedText) {
    switch rule {
    case .noManifest, .nestedManifest, .manifestCase, .twoManifests, .notAManifest, .manifestOnly,
      .encoding, .tooComplex:
      ofManifest(rule, value)
    case .unknownNamespace, .unknownStandard, .editionNotJudged, .mixedSignals, .moreFindings:
      ofClaim(rule, value)
    case .folderLink, .folderSpecial, .folderUnreadable, .folderTooLarge, .fileTooLarge:
      ofSource(rule, value)
    }
  }

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofManifest(_ rule: InspectionRule, _ value: String) -> Words {
    switch rule {
    case .noManifest:
      (
        both(
          "There is neither imsmanifest.xml nor cmi5.xml at the root of the package.",
          "គ្មាន imsmanifest.xml ឬ cmi5.xml នៅឫសនៃកញ្ចប់មេរៀនទេ។"),
        both(
          "Give an archive or folder that a course program exported.",
          "សូមផ្តល់ឯកសារបង្ហាប់ ឬថតដែលកម្មវិធីបង្កើតមេរៀនបាននាំចេញ។")
      )
    case .nestedManifest:
      (
        both(
          "The manifest '\(value)' is in a folder, not at the root of the package.",
          "បញ្ជីកញ្ចប់ '\(value)' ស្ថិតក្នុងថតមួយ មិនមែននៅឫសនៃកញ្ចប់មេរៀនទេ។"),
        both(
          "Compress what is in the folder, not the folder itself.",
          "សូមបង្រួមអ្វីដែលនៅក្នុងថត មិនមែនបង្រួមថតផ្ទាល់ទេ។")
      )
    case .manifestCase:
      (
        both(
          "The manifest is called '\(value)'; its name has small letters alone.",
          "បញ្ជីកញ្ចប់មានឈ្មោះ '\(value)' ប៉ុន្តែឈ្មោះវាត្រូវមានតែអក្សរតូច។"),
        both(
          "Rename it to '\(value.lowercased())'.", "សូមប្តូរឈ្មោះវាទៅជា '\(value.lowercased())'។")
      )
    case .twoManifests:
      (
        both(
          "There is an imsmanifest.xml and a cmi5.xml; '\(value)' is judged.",
          "មានទាំង imsmanifest.xml និង cmi5.xml។ បានពិនិត្យតែ '\(value)' ប៉ុណ្ណោះ។"),
        both(
          "Make a package for each standard, or judge cmi5.xml alone too.",
          "សូមបង្កើតកញ្ចប់មួយសម្រាប់ស្តង់ដារនីមួយៗ ឬពិនិត្យ cmi5.xml ដាច់ដោយឡែកផងដែរ។")
      )
    case .notAManifest:
      (
        both(
          "The document begins with '\(value)', so it is no manifest.",
          "ឯកសារនេះចាប់ផ្តើមដោយ '\(value)' ដូច្នេះវាមិនមែនជាបញ្ជីកញ្ចប់ទេ។"),
        both(
          "Give a manifest, or the package that holds it.",
          "សូមផ្តល់បញ្ជីកញ្ចប់ ឬកញ្ចប់ដែលមានវា។")
      )
    case .manifestOnly:
      (
        both(
          "Only a manifest was given, so nothing is said about files.",
          "បានផ្តល់តែបញ្ជីកញ្ចប់ ដូច្នេះមិនបានពិនិត្យឯកសារទេ។"),
        both(
          "Give the whole package to have its files judged too.",
          "សូមផ្តល់កញ្ចប់ទាំងមូល ដើម្បីឱ្យពិនិត្យឯកសារផងដែរ។")
      )
    case .encoding:
      (
        both(
          "The manifest is in the encoding '\(value)', which not every LMS reads.",
          "បញ្ជីកញ្ចប់ប្រើការអ៊ិនកូដ '\(value)' ដែល LMS ខ្លះមិនអាចអានបាន។"),
        both("Write it in UTF-8.", "សូមសរសេរវាជា UTF-8។")
      )
    default:
      (
        both(
          "The manifest has \(value) tags or lists as many files; no course needs so many.",
          "បញ្ជីកញ្ចប់មានស្លាក ឬរាយឯកសារចំនួន \(value) ដែលលើសពីតម្រូវការនៃវគ្គមួយ។"),
        both("Divide the course into several packages.", "សូមបំបែកវគ្គជាកញ្ចប់ច្រើន។")
      )
    }
  }

  private static func ofClaim(_ rule: InspectionRule, _ value: String) -> Words {
    switch rule {
    case .unknownNamespace:
      (
        both(
          "No known standard has the namespace '\(value)'.",
          "គ្មានស្តង់ដារណាដែលស្គាល់ ប្រើលំហឈ្មោះ '\(value)' ទេ។"),
        both(
          "Write the namespace of the standard, letter for letter.",
          "សូមសរសេរលំហឈ្មោះរបស់ស្តង់ដារឱ្យត្រូវតាមអក្សរនីមួយៗ។")
      )
    case .unknownStandard:
      (
        both(
          "The manifest is one of IMS, but names no standard that is known; its schema is '\(value)'.",
          "បញ្ជីកញ្ចប់នេះជារបស់ IMS តែមិនបានបញ្ជាក់ស្តង់ដារដែលស្គាល់ទេ។ schema គឺ '\(value)'។"),
        both(
          "Write the name of the standard in <schema> and its version in <schemaversion>.",
          "សូមសរសេរឈ្មោះស្តង់ដារក្នុង <schema> និងកំណែរបស់វាក្នុង <schemaversion>។")
      )
    case .editionNotJudged:
      (
        both(
          "The package follows \(value), whose rules are not known here; it was not judged.",
          "កញ្ចប់នេះអនុលោមតាម \(value) ដែលមិនទាន់ស្គាល់បទបញ្ញត្តិនៅទីនេះ ដូច្នេះមិនបានវាយតម្លៃទេ។"),
        both(
          "Export it as SCORM 1.2, SCORM 2004 3rd or 4th Edition, cmi5, Common Cartridge 1.1, or QTI 2.1 or 2.2.",
          "សូមនាំចេញវាជា SCORM 1.2, SCORM 2004 3rd ឬ 4th Edition, cmi5, Common Cartridge 1.1 ឬ QTI 2.1 ឬ 2.2។"
        )
      )
    case .mixedSignals:
      (
        both(
          "The manifest mixes signs of several standards: its namespace does not go with '\(value)'.",
          "បញ្ជីកញ្ចប់នេះលាយសញ្ញានៃស្តង់ដារច្រើន៖ លំហឈ្មោះរបស់វាមិនត្រូវគ្នានឹង '\(value)' ទេ។"),
        both(
          "Keep to one standard; it was judged by its namespace.",
          "សូមប្រើស្តង់ដារតែមួយ។ វាត្រូវបានវាយតម្លៃតាមលំហឈ្មោះ។")
      )
    default:
      (
        both(
          "There are \(value) more findings; they are not listed.",
          "មានអ្វីដែលរកឃើញ \(value) ទៀត ដែលមិនបានរាយនៅទីនេះ។"),
        both("Mend what is listed, and judge again.", "សូមកែអ្វីដែលបានរាយ រួចពិនិត្យម្តងទៀត។")
      )
    }
  }

  private static func ofSource(_ rule: InspectionRule, _ value: String) -> Words {
    let most = ZipLimits()
    return switch rule {
    case .folderLink:
      (
        both(
          "'\(value)' is a link and was not followed; it counts as missing.",
          "'\(value)' ជាតំណ ហើយមិនត្រូវបានបើកតាមទេ។ វាចាត់ទុកថាមិនមាន។"),
        both(
          "Put the file itself into the folder.", "សូមដាក់ឯកសារផ្ទាល់ទៅក្នុងថត។")
      )
    case .folderSpecial:
      (
        both(
          "'\(value)' is neither a file nor a folder, or its name cannot be a path.",
          "'\(value)' មិនមែនជាឯកសារ ឬថតទេ ឬឈ្មោះវាមិនអាចជាផ្លូវបាន។"),
        both("Take it out of the folder.", "សូមដកវាចេញពីថត។")
      )
    case .folderUnreadable:
      (
        both("'\(value)' cannot be read.", "មិនអាចអាន '\(value)' បានទេ។"),
        both("Check that you may read it.", "សូមពិនិត្យថាអ្នកមានសិទ្ធិអានវា។")
      )
    case .folderTooLarge:
      (
        both(
          "With '\(value)' the folder is larger than a package may be.",
          "ដោយមាន '\(value)' ថតនេះធំជាងអ្វីដែលកញ្ចប់មួយអាចមាន។"),
        both(
          "Give the folder of the package alone: at most \(most.entries) files and folders, "
            + "\(most.entryBytes >> 20) MiB in a file and \(most.totalBytes >> 20) MiB in all.",
          "សូមផ្តល់តែថតនៃកញ្ចប់៖ ច្រើនបំផុតឯកសារ និងថត \(most.entries) ក្នុងមួយឯកសារ "
            + "\(most.entryBytes >> 20) MiB និងសរុប \(most.totalBytes >> 20) MiB។")
      )
    default:
      (
        both(
          "The file has more than the \(value) MiB that a package may have.",
          "ឯកសារនេះធំជាង \(value) MiB ដែលកញ្ចប់មួយអាចមាន។"),
        both("Take large files out of it.", "សូមដកឯកសារធំៗចេញពីវា។")
      )
    }
  }
}
