import Text

/// The words for the rules about sequencing of SCORM 2004.
enum SCORM2004SequencingMessages {
  /// Returns what is wrong and what to do.
  static func words(
    _ rule: SCORM2004Rule, _ value: String, _ name: String
  ) -> SCORM2004Messages.Words {
    switch rule {
    case .sequencingID, .sequencingReference, .actionPlace, .caution:
      ofSequencing(rule, value, name)
    default: ofObjectives(rule, value, name)
    }
  }

  private static func both(_ en: String, _ km: String) -> LocalizedText {
    LocalizedText(en: en, km: km)
  }

  private static func ofSequencing(
    _ rule: SCORM2004Rule, _ value: String, _ name: String
  ) -> SCORM2004Messages.Words {
    switch rule {
    case .sequencingID:
      (
        both(
          "The name '\(value)' of the sequencing is missing, stands twice, or is at the wrong place.",
          "ឈ្មោះ '\(value)' នៃ sequencing នេះខ្វះ មានពីរដង ឬនៅខុសកន្លែង។"),
        both(
          "Give an ID of its own to each sequencing of the collection, and IDRef only to those of items.",
          "សូមដាក់ ID ផ្ទាល់ឱ្យ sequencing នីមួយៗក្នុង sequencingCollection ហើយដាក់ IDRef តែលើ sequencing នៃធាតុ។")
      )
    case .sequencingReference:
      (
        both(
          "There is no sequencing '\(value)' in the collection.",
          "គ្មាន sequencing '\(value)' ក្នុង sequencingCollection ទេ។"),
        both(
          "Name in IDRef the ID of a sequencing of the collection.",
          "សូមដាក់ក្នុង IDRef នូវ ID នៃ sequencing មួយក្នុង sequencingCollection។")
      )
    case .actionPlace:
      (
        both(
          "The action '\(value)' stands in the organization, which has nothing above or before it.",
          "សកម្មភាព '\(value)' ស្ថិតក្នុងរចនាសម្ព័ន្ធមេរៀន ដែលគ្មានអ្វីនៅខាងលើ ឬខាងមុខវាទេ។"),
        both(
          "Move the rule into an item, or write another action.",
          "សូមផ្លាស់វិធាននេះទៅក្នុងធាតុ ឬសរសេរសកម្មភាពផ្សេង។")
      )
    default:
      (
        both(
          "ADL advises against '\(name)', because LMSs differ in it.",
          "ADL ណែនាំកុំឱ្យប្រើ '\(name)' ព្រោះ LMS អនុវត្តវាខុសគ្នា។"),
        both("Do without it where you can.", "សូមជៀសវាងវា បើអាចធ្វើបាន។")
      )
    }
  }

  private static func ofObjectives(
    _ rule: SCORM2004Rule, _ value: String, _ name: String
  ) -> SCORM2004Messages.Words {
    switch rule {
    case .primaryObjective:
      (
        both(
          "The objectives have \(value) primary objectives, not one.",
          "បញ្ជីគោលបំណងមានគោលបំណងចម្បង \(value) មិនមែនមួយទេ។"),
        both(
          "Write exactly one <primaryObjective>, and the others as <objective>.",
          "សូមសរសេរ <primaryObjective> តែមួយ និងគោលបំណងផ្សេងទៀតជា <objective>។")
      )
    case .unnamedObjective:
      (
        both(
          "The primary objective is mapped to a global one, but has no objectiveID.",
          "គោលបំណងចម្បងភ្ជាប់ទៅគោលបំណងរួម តែគ្មាន objectiveID ទេ។"),
        both("Give it an objectiveID.", "សូមដាក់ objectiveID ឱ្យវា។")
      )
    case .duplicateObjective:
      (
        both(
          "The objective '\(value)' stands twice in one item.",
          "គោលបំណង '\(value)' មានពីរដងក្នុងធាតុតែមួយ។"),
        both(
          "Give each objective of the item a name of its own.",
          "សូមដាក់ឈ្មោះផ្ទាល់ឱ្យគោលបំណងនីមួយៗនៃធាតុ។")
      )
    case .objectiveReference:
      (
        both(
          "There is no objective '\(value)' in the item.", "គ្មានគោលបំណង '\(value)' ក្នុងធាតុនេះទេ។"),
        both(
          "Name an objective of the same item, in the same spelling.",
          "សូមដាក់ឈ្មោះគោលបំណងមួយនៃធាតុដដែល ដោយសរសេរដូចគ្នា។")
      )
    case .readTwice:
      (
        both(
          "The objective has '\(name)' from more than one global objective.",
          "គោលបំណងនេះមាន '\(name)' ពីគោលបំណងរួមច្រើនជាងមួយ។"),
        both(
          "Write \(name)=\"true\" in one mapInfo only.",
          "សូមសរសេរ \(name)=\"true\" ក្នុង mapInfo តែមួយ។")
      )
    case .writtenTwice:
      (
        both(
          "Two objectives of the item write to '\(value)' with '\(name)'.",
          "គោលបំណងពីរនៃធាតុនេះសរសេរទៅ '\(value)' ដោយ '\(name)'។"),
        both(
          "Write \(name)=\"true\" in one of them only.", "សូមសរសេរ \(name)=\"true\" តែក្នុងមួយ។")
      )
    case .neverWritten:
      (
        both(
          "The global objective '\(value)' is read, but nothing in the package writes it.",
          "គោលបំណងរួម '\(value)' ត្រូវបានអាន តែគ្មានអ្វីក្នុងកញ្ចប់សរសេរវាទេ។"),
        both(
          "Look whether the name is spelt the same everywhere.",
          "សូមពិនិត្យថាឈ្មោះនេះសរសេរដូចគ្នាគ្រប់កន្លែងឬទេ។")
      )
    default:
      (
        both(
          "The measure '\(value)' has no effect, because satisfiedByMeasure is not true.",
          "កម្រិត '\(value)' គ្មានប្រសិទ្ធភាពទេ ព្រោះ satisfiedByMeasure មិនមែន true។"),
        both(
          "Write satisfiedByMeasure=\"true\" in the objective.",
          "សូមសរសេរ satisfiedByMeasure=\"true\" ក្នុងគោលបំណង។")
      )
    }
  }
}
