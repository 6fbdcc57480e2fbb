import Text

/// The messages about stores and journals.
enum RecordsMessages {
  // MARK: Errors

  static func ioFailed(_ path: String, reason: String) -> RecordsError {
    RecordsError(
      "io-failed",
      LocalizedText(
        en: "'\(path)' cannot be read or written: \(reason).",
        km: "មិនអាចអាន ឬសរសេរ '\(path)' បានទេ៖ \(reason)។"),
      remedy: LocalizedText(
        en: "Check that the folder exists, that you may write to it, and that the disk is well.",
        km: "សូមពិនិត្យថាថតនេះមាន អ្នកមានសិទ្ធិសរសេរ ហើយថាសមិនខូច។"))
  }

  static func diskFull(_ path: String) -> RecordsError {
    RecordsError(
      "disk-full",
      LocalizedText(
        en: "The disk is full; nothing was added to '\(path)'.",
        km: "ថាសពេញហើយ គ្មានអ្វីត្រូវបានបន្ថែមទៅ '\(path)' ទេ។"),
      remedy: LocalizedText(
        en: "Free some space and do it again; what was recorded before is safe.",
        km: "សូមបង្កើនទំហំទំនេរ រួចធ្វើម្តងទៀត។ អ្វីដែលបានកត់ត្រាពីមុននៅសុវត្ថិភាព។"))
  }

  static func notEncodable(_ reason: String) -> RecordsError {
    RecordsError(
      "not-encodable",
      LocalizedText(
        en: "A fact cannot be written as JSON: \(reason).",
        km: "មិនអាចសរសេរព័ត៌មានជា JSON បានទេ៖ \(reason)។"),
      remedy: reportIt)
  }

  static func indexFailed(_ reason: String) -> RecordsError {
    RecordsError(
      "index-failed",
      LocalizedText(
        en: "The index of the records cannot be used: \(reason).",
        km: "មិនអាចប្រើលិបិក្រមនៃកំណត់ត្រាបានទេ៖ \(reason)។"),
      remedy: LocalizedText(
        en: "Remove 'index.sqlite' in the store; it is made again from the journals.",
        km: "សូមលុប 'index.sqlite' ក្នុងថតកំណត់ត្រា វានឹងត្រូវបង្កើតឡើងវិញពីកំណត់ហេតុ។"))
  }

  static func noStore(_ folder: String) -> RecordsError {
    RecordsError(
      "no-store",
      LocalizedText(
        en: "'\(folder)' holds no records.", km: "'\(folder)' គ្មានកំណត់ត្រាទេ។"),
      remedy: LocalizedText(
        en: "Name the folder of a store with --store, or create an event first.",
        km: "សូមបញ្ជាក់ថតកំណត់ត្រាដោយ --store ឬបង្កើតព្រឹត្តិការណ៍ជាមុនសិន។"))
  }

  static func notAStore(_ folder: String) -> RecordsError {
    RecordsError(
      "not-a-store",
      LocalizedText(
        en: "'\(folder)' holds other files and is no store of records.",
        km: "'\(folder)' មានឯកសារផ្សេង ហើយមិនមែនជាថតកំណត់ត្រាទេ។"),
      remedy: LocalizedText(
        en: "Name an empty or new folder.", km: "សូមបញ្ជាក់ថតទទេ ឬថតថ្មី។"))
  }

  static func badManifest(_ path: String) -> RecordsError {
    RecordsError(
      "bad-store",
      LocalizedText(
        en: "'\(path)' cannot be read.", km: "មិនអាចអាន '\(path)' បានទេ។"),
      remedy: LocalizedText(
        en: "Put the file back from a copy, or merge the journals into a new store.",
        km: "សូមយកឯកសារនេះពីច្បាប់ចម្លងមកវិញ ឬបញ្ចូលកំណត់ហេតុទៅក្នុងថតកំណត់ត្រាថ្មី។"))
  }

  static func newerStore(_ format: Int, known: Int) -> RecordsError {
    RecordsError(
      "newer-store",
      LocalizedText(
        en: "The store has format \(format); this Sala reads format \(known) and older.",
        km: "ថតកំណត់ត្រានេះមានទម្រង់ \(format)។ Sala នេះអានបានតែទម្រង់ \(known) និងចាស់ជាងនេះ។"),
      remedy: newerRemedy)
  }

  static func newerJournal(_ path: String, what: String) -> RecordsError {
    RecordsError(
      "newer-journal",
      LocalizedText(
        en: "A newer Sala wrote '\(path)': \(what) is not known here.",
        km: "Sala កំណែថ្មីជាងបានសរសេរ '\(path)'៖ មិនស្គាល់ \(what) នៅទីនេះទេ។"),
      remedy: newerRemedy)
  }

  static func syntheticMismatch(_ path: String, isSynthetic: Bool) -> RecordsError {
    RecordsError(
      "synthetic-mismatch",
      isSynthetic
        ? LocalizedText(
          en: "'\(path)' holds made-up records; real ones are wanted here.",
          km: "'\(path)' មានកំណត់ត្រាសំយោគ តែទីនេះត្រូវការកំណត់ត្រាពិត។")
        : LocalizedText(
          en: "'\(path)' holds real records; made-up ones are wanted here.",
          km: "'\(path)' មានកំណត់ត្រាពិត តែទីនេះត្រូវការកំណត់ត្រាសំយោគ។"),
      remedy: LocalizedText(
        en: "Keep the two apart: use another folder for one of them.",
        km: "សូមរក្សាវាដាច់ពីគ្នា៖ ប្រើថតផ្សេងសម្រាប់មួយក្នុងចំណោមវា។"))
  }

  static func badClock(_ time: String) -> RecordsError {
    RecordsError(
      "bad-clock",
      LocalizedText(
        en: "'\(time)' is no time in UTC as RFC 3339 writes it.",
        km: "'\(time)' មិនមែនជាពេលវេលា UTC តាម RFC 3339 ទេ។"),
      remedy: reportIt)
  }

  static func badDeviceID(_ id: String) -> RecordsError {
    RecordsError(
      "bad-device",
      LocalizedText(
        en: "'\(id)' cannot be the id of a new device.",
        km: "'\(id)' មិនអាចធ្វើជាលេខសម្គាល់ឧបករណ៍ថ្មីបានទេ។"),
      remedy: LocalizedText(
        en: "Use 4 to 32 lower-case letters and digits that no other device has.",
        km: "សូមប្រើអក្សរតូច និងលេខ ពី ៤ ដល់ ៣២ តួ ដែលមិនដូចឧបករណ៍ផ្សេង។"))
  }

  private static let reportIt = LocalizedText(
    en: "Please report this to whoever maintains Sala.",
    km: "សូមរាយការណ៍បញ្ហានេះទៅអ្នកថែទាំ Sala។")

  private static let newerRemedy = LocalizedText(
    en: "Use a newer Sala on this machine.", km: "សូមប្រើ Sala កំណែថ្មីជាងនេះនៅលើម៉ាស៊ីននេះ។")

  // MARK: Findings

  static func damaged(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      "journal-damaged", at: SourceLocation(file: path, line: line),
      LocalizedText(
        en: "The journal was changed or damaged here; what follows cannot be verified.",
        km: "កំណត់ហេតុត្រូវបានកែ ឬខូចនៅទីនេះ។ មិនអាចផ្ទៀងផ្ទាត់អ្វីដែលនៅបន្ទាប់បានទេ។"),
      remedy: fromCopy)
  }

  static func otherDevice(_ path: String, device: String) -> Diagnostic {
    Diagnostic(
      "journal-renamed", at: SourceLocation(file: path, line: 1),
      LocalizedText(
        en: "The journal belongs to the device '\(device)', but its file has another name.",
        km: "កំណត់ហេតុនេះជារបស់ឧបករណ៍ '\(device)' តែឯកសារមានឈ្មោះផ្សេង។"),
      remedy: LocalizedText(
        en: "Give the file its name back: '\(device).journal'.",
        km: "សូមដាក់ឈ្មោះឯកសារវិញ៖ '\(device).journal'។"))
  }

  static func torn(_ path: String, bytes: Int) -> Diagnostic {
    Diagnostic(
      "journal-torn", .warning, at: SourceLocation(file: path),
      LocalizedText(
        en: "The journal ends in \(bytes) bytes of a write that was cut short.",
        km: "កំណត់ហេតុបញ្ចប់ដោយ \(bytes) បៃ នៃការសរសេរដែលត្រូវបានកាត់ផ្តាច់។"),
      remedy: LocalizedText(
        en: "Nothing acknowledged was lost; the next write moves these bytes to '….torn'.",
        km: "គ្មានអ្វីដែលបានបញ្ជាក់ត្រូវបាត់ទេ។ ការសរសេរបន្ទាប់នឹងផ្លាស់បៃទាំងនេះទៅ '….torn'។"))
  }

  static func repaired(_ path: String, bytes: Int) -> Diagnostic {
    Diagnostic(
      "journal-repaired", .note, at: SourceLocation(file: path),
      LocalizedText(
        en: "\(bytes) bytes of a write that was cut short were moved to '….torn'.",
        km: "\(bytes) បៃ នៃការសរសេរដែលត្រូវបានកាត់ផ្តាច់ ត្រូវបានផ្លាស់ទៅ '….torn'។"),
      remedy: LocalizedText(
        en: "Nothing needs to be done: they were never acknowledged.",
        km: "មិនចាំបាច់ធ្វើអ្វីទេ៖ វាមិនធ្លាប់ត្រូវបានបញ្ជាក់ឡើយ។"))
  }

  static func shortened(_ path: String, records: Int) -> Diagnostic {
    Diagnostic(
      "journal-shortened", at: SourceLocation(file: path),
      LocalizedText(
        en: "The journal once held \(records) records and no longer holds the last of them.",
        km: "កំណត់ហេតុនេះធ្លាប់មាន \(records) កំណត់ត្រា តែឥឡូវបាត់កំណត់ត្រាចុងក្រោយ។"),
      remedy: fromCopy)
  }

  static func newJournal(_ path: String) -> Diagnostic {
    Diagnostic(
      "journal-begun", .warning, at: SourceLocation(file: path),
      LocalizedText(
        en: "The journal of this machine is damaged, so a new one was begun.",
        km: "កំណត់ហេតុរបស់ម៉ាស៊ីននេះខូច ដូច្នេះកំណត់ហេតុថ្មីត្រូវបានចាប់ផ្តើម។"),
      remedy: LocalizedText(
        en: "Go on working; look at the old one with 'sala records check'.",
        km: "សូមបន្តធ្វើការ ហើយពិនិត្យកំណត់ហេតុចាស់ដោយ 'sala records check'។"))
  }

  static func diverged(_ path: String, kept: String) -> Diagnostic {
    Diagnostic(
      "journals-diverged", at: SourceLocation(file: path),
      LocalizedText(
        en: "Two journals of the same device contradict each other; the other is in '\(kept)'.",
        km: "កំណត់ហេតុពីររបស់ឧបករណ៍តែមួយផ្ទុយគ្នា។ កំណត់ហេតុម្ខាងទៀតនៅក្នុង '\(kept)'។"),
      remedy: LocalizedText(
        en: "Find out which of the two is right before anything is reported.",
        km: "សូមរកឱ្យដឹងថាមួយណាត្រឹមត្រូវ មុននឹងធ្វើរបាយការណ៍។"))
  }

  static func indexDiffers(_ path: String) -> Diagnostic {
    Diagnostic(
      "index-differs", at: SourceLocation(file: path),
      LocalizedText(
        en: "The index does not say what the journals say.",
        km: "លិបិក្រមមិនដូចនឹងកំណត់ហេតុទេ។"),
      remedy: LocalizedText(
        en: "Remove it; it is made again from the journals.",
        km: "សូមលុបវា វានឹងត្រូវបង្កើតឡើងវិញពីកំណត់ហេតុ។"))
  }

  static func indexRebuilt(_ path: String) -> Diagnostic {
    Diagnostic(
      "index-rebuilt", .warning, at: SourceLocation(file: path),
      LocalizedText(
        en: "The index did not say what the journals say, and was made again from them.",
        km: "លិបិក្រមមិនដូចនឹងកំណត់ហេតុ ដូច្នេះវាត្រូវបានបង្កើតឡើងវិញ។"),
      remedy: LocalizedText(
        en: "Make reports again that were made before.",
        km: "សូមធ្វើរបាយការណ៍ដែលបានធ្វើពីមុនឡើងវិញ។"))
  }

  static func madePrivate(_ path: String, files: Int) -> Diagnostic {
    Diagnostic(
      "made-private", .note, at: SourceLocation(file: path),
      LocalizedText(
        en: "Others could read \(files) files or folders of the store; now only their owner can.",
        km: Khmer.withKhmerDigits(
          "អ្នកផ្សេងអាចអានឯកសារ ឬថតចំនួន \(files) នៃថតកំណត់ត្រា។ ឥឡូវមានតែម្ចាស់ទេដែលអាចអាន។")),
      remedy: LocalizedText(
        en: "A stick with FAT keeps no permissions; do not leave a store on one.",
        km: "USB ប្រភេទ FAT មិនរក្សាសិទ្ធិទេ។ សូមកុំទុកកំណត់ត្រានៅលើវា។"))
  }

  static func indexRemade(_ path: String) -> Diagnostic {
    Diagnostic(
      "index-remade", .note, at: SourceLocation(file: path),
      LocalizedText(
        en: "The index could not be used and was made again from the journals.",
        km: "មិនអាចប្រើលិបិក្រមបាន ដូច្នេះវាត្រូវបានបង្កើតឡើងវិញពីកំណត់ហេតុ។"),
      remedy: LocalizedText(en: "Nothing needs to be done.", km: "មិនចាំបាច់ធ្វើអ្វីទេ។"))
  }

  static func orphanAnswers(_ attempt: String, folder: String) -> Diagnostic {
    Diagnostic(
      "orphan-answers", at: SourceLocation(file: folder),
      LocalizedText(
        en: "There are answers to the attempt '\(attempt)', which nobody began.",
        km: "មានចម្លើយសម្រាប់ការធ្វើតេស្ត '\(attempt)' ដែលគ្មាននរណាចាប់ផ្តើម។"),
      remedy: mergeMissing)
  }

  static func orphanEvent(_ what: String, event: String, folder: String) -> Diagnostic {
    Diagnostic(
      "orphan-event", .warning, at: SourceLocation(file: folder),
      LocalizedText(
        en: "'\(what)' belongs to the event '\(event)', which is not in these records.",
        km: "'\(what)' ជារបស់ព្រឹត្តិការណ៍ '\(event)' ដែលគ្មានក្នុងកំណត់ត្រានេះ។"),
      remedy: mergeMissing)
  }

  static func eventTwice(_ event: String, folder: String) -> Diagnostic {
    Diagnostic(
      "event-twice", .warning, at: SourceLocation(file: folder),
      LocalizedText(
        en: "The event '\(event)' was created twice, differently; the earlier creation holds.",
        km: "ព្រឹត្តិការណ៍ '\(event)' ត្រូវបានបង្កើតពីរដងខុសគ្នា។ ការបង្កើតមុនគេត្រូវបានប្រើ។"),
      remedy: LocalizedText(
        en: "Give each event an id of its own; ask which of the two was meant.",
        km: "សូមដាក់លេខសម្គាល់ផ្សេងគ្នាឱ្យព្រឹត្តិការណ៍នីមួយៗ ហើយសួរថាមួយណាត្រឹមត្រូវ។"))
  }

  private static let mergeMissing = LocalizedText(
    en: "Merge the store of the machine where it was begun.",
    km: "សូមបញ្ចូលថតកំណត់ត្រារបស់ម៉ាស៊ីនដែលបានចាប់ផ្តើមវា។")

  private static let fromCopy = LocalizedText(
    en: "Put the journal back from a copy of the store, and find out what happened to this one.",
    km: "សូមយកកំណត់ហេតុពីច្បាប់ចម្លងមកវិញ ហើយរកមូលហេតុដែលកំណត់ហេតុនេះខូច។")
}
