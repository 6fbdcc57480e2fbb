import Text

/// The messages of this module.
enum ArchiveMessages {
  static func failure(
    _ failure: ZipDirectory.Failure, _ place: SourceLocation, limits: ZipLimits
  ) -> Diagnostic {
    switch failure {
    case .broken: broken(place)
    case .tooLarge: tooLarge(place, place.file, limit: limits.totalBytes)
    case .tooMany(let count): tooMany(place, count, limit: limits.entries)
    }
  }

  static func broken(_ place: SourceLocation, _ name: String? = nil) -> Diagnostic {
    Diagnostic(
      "zip-broken", at: place,
      LocalizedText(
        en: name.map { "The file '\($0)' in the archive is damaged." }
          ?? "The file is not a sound ZIP archive.",
        km: name.map { "ឯកសារ '\($0)' ក្នុងឯកសារបង្ហាប់ខូច។" }
          ?? "ឯកសារនេះមិនមែនជាឯកសារបង្ហាប់ ZIP ត្រឹមត្រូវទេ។"),
      remedy: LocalizedText(
        en: "Fetch it again, or make it again with the program that wrote it.",
        km: "សូមទាញយកវាម្តងទៀត ឬបង្កើតវាម្តងទៀតដោយកម្មវិធីដែលបានសរសេរវា។"))
  }

  static func tooMany(_ place: SourceLocation, _ count: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      "zip-too-many", at: place,
      LocalizedText(
        en: "The archive has \(count) entries; at most \(limit) are allowed.",
        km: "ឯកសារបង្ហាប់នេះមាន \(count) ធាតុ ប៉ុន្តែអនុញ្ញាតត្រឹម \(limit) ប៉ុណ្ណោះ។"),
      remedy: LocalizedText(
        en: "Divide it into several archives.", km: "សូមបំបែកវាជាឯកសារបង្ហាប់ច្រើន។"))
  }

  static func tooLarge(_ place: SourceLocation, _ name: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "zip-too-large", at: place,
      LocalizedText(
        en: "'\(name)' unpacks to more than the \(limit >> 20) MiB that are allowed.",
        km: "'\(name)' ពន្លាទៅធំជាង \(limit >> 20) MiB ដែលអនុញ្ញាត។"),
      remedy: LocalizedText(
        en: "Take large files out of the archive.", km: "សូមដកឯកសារធំៗចេញពីឯកសារបង្ហាប់។"))
  }

  static func ratio(_ place: SourceLocation, _ name: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "zip-ratio", at: place,
      LocalizedText(
        en: "'\(name)' would unpack to more than \(limit) times its size, as a ZIP bomb does.",
        km: "'\(name)' នឹងពន្លាលើសពី \(limit) ដងនៃទំហំរបស់វា ដូចគ្រាប់បែក ZIP។"),
      remedy: LocalizedText(
        en: "Do not open the archive unless you know who made it.",
        km: "សូមកុំបើកឯកសារបង្ហាប់នេះ លើកលែងតែអ្នកស្គាល់អ្នកដែលបានបង្កើតវា។"))
  }

  static func unsafePath(_ place: SourceLocation, _ name: String) -> Diagnostic {
    Diagnostic(
      "zip-path", at: place,
      LocalizedText(
        en: "The path '\(shown(name))' leads out of the archive, or cannot be a path.",
        km: "ផ្លូវ '\(shown(name))' នាំចេញក្រៅឯកសារបង្ហាប់ ឬមិនអាចជាផ្លូវបាន។"),
      remedy: LocalizedText(
        en: "Use paths from the archive's root with '/', without '..'.",
        km: "សូមប្រើផ្លូវចាប់ពីឫសនៃឯកសារបង្ហាប់ដោយ '/' និងគ្មាន '..'។"))
  }

  static func duplicate(_ place: SourceLocation, _ name: String) -> Diagnostic {
    Diagnostic(
      "zip-duplicate", at: place,
      LocalizedText(
        en: "The path '\(name)' stands twice, but for capitals, or is a file and a folder.",
        km: "ផ្លូវ '\(name)' មានពីរដង (មិនគិតអក្សរធំតូច) ឬជាទាំងឯកសារទាំងថត។"),
      remedy: LocalizedText(
        en: "Give each file a path of its own.", km: "សូមដាក់ផ្លូវផ្ទាល់ខ្លួនឱ្យឯកសារនីមួយៗ។"))
  }

  static func special(_ place: SourceLocation, _ name: String) -> Diagnostic {
    Diagnostic(
      "zip-special", at: place,
      LocalizedText(
        en: "'\(name)' is a link or a device, not a file.",
        km: "'\(name)' ជាតំណ ឬឧបករណ៍ មិនមែនជាឯកសារទេ។"),
      remedy: LocalizedText(
        en: "Put the file itself into the archive.", km: "សូមដាក់ឯកសារផ្ទាល់ទៅក្នុងឯកសារបង្ហាប់។"))
  }

  static func encrypted(_ place: SourceLocation, _ name: String) -> Diagnostic {
    Diagnostic(
      "zip-encrypted", at: place,
      LocalizedText(
        en: "'\(name)' is locked with a password.", km: "'\(name)' ត្រូវបានចាក់សោដោយពាក្យសម្ងាត់។"),
      remedy: LocalizedText(
        en: "Make the archive without a password.", km: "សូមបង្កើតឯកសារបង្ហាប់ដោយគ្មានពាក្យសម្ងាត់។"))
  }

  static func compression(_ place: SourceLocation, _ name: String) -> Diagnostic {
    Diagnostic(
      "zip-compression", at: place,
      LocalizedText(
        en: "'\(name)' is compressed in a way that few programs read.",
        km: "'\(name)' ត្រូវបានបង្ហាប់តាមវិធីដែលកម្មវិធីតិចតួចអាចអានបាន។"),
      remedy: LocalizedText(
        en: "Make the archive with the method 'deflate'.",
        km: "សូមបង្កើតឯកសារបង្ហាប់ដោយប្រើវិធី 'deflate'។"))
  }

  static func size(_ place: SourceLocation, _ name: String) -> Diagnostic {
    Diagnostic(
      "zip-size", at: place,
      LocalizedText(
        en: "'\(name)' does not have the size that the archive says.",
        km: "'\(name)' មិនមានទំហំដូចដែលឯកសារបង្ហាប់បានបញ្ជាក់ទេ។"),
      remedy: LocalizedText(
        en: "Do not trust the archive; ask for it again from whoever made it.",
        km: "សូមកុំទុកចិត្តឯកសារបង្ហាប់នេះ ហើយសុំវាម្តងទៀតពីអ្នកដែលបានបង្កើតវា។"))
  }

  static func nameEncoding(_ place: SourceLocation, _ name: String) -> Diagnostic {
    Diagnostic(
      "zip-name", .warning, at: place,
      LocalizedText(
        en: "A name in the archive is not UTF-8 and was guessed to be '\(name)'.",
        km: "ឈ្មោះមួយក្នុងឯកសារបង្ហាប់មិនមែនជា UTF-8 ទេ ហើយត្រូវបានស្មានថាជា '\(name)'។"),
      remedy: LocalizedText(
        en: "Make the archive with a program that writes UTF-8 names.",
        km: "សូមបង្កើតឯកសារបង្ហាប់ដោយកម្មវិធីដែលសរសេរឈ្មោះជា UTF-8។"))
  }

  /// A name without characters that would disturb a terminal.
  private static func shown(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      result.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}
