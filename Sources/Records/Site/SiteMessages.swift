import Text

/// The messages about sites, their keys and signatures.
enum SiteMessages {
  static func siteExists(_ site: SiteRecord) -> RecordsError {
    RecordsError(
      "site-exists",
      LocalizedText(
        en: "The store has a key already: \(site.current?.fingerprint ?? "").",
        km: "ថតកំណត់ត្រានេះមានសោរួចហើយ៖ \(site.current?.fingerprint ?? "")។"),
      remedy: LocalizedText(
        en: "Give it a new one with 'sala site init --rotate'; what the old one signed stays "
          + "valid.",
        km: "សូមប្តូរសោថ្មីដោយ 'sala site init --rotate'។ អ្វីដែលសោចាស់បានចុះហត្ថលេខានៅមានសុពលភាព។"))
  }

  static func noSite(_ folder: String) -> RecordsError {
    RecordsError(
      "no-site",
      LocalizedText(
        en: "'\(folder)' has no key to sign with.",
        km: "'\(folder)' គ្មានសោសម្រាប់ចុះហត្ថលេខាទេ។"),
      remedy: LocalizedText(
        en: "Make one with 'sala site init'.", km: "សូមបង្កើតដោយ 'sala site init'។"))
  }

  static func badSecret() -> RecordsError {
    RecordsError(
      "bad-secret",
      LocalizedText(
        en: "The secret of a key has 32 bytes.", km: "សោសម្ងាត់មាន ៣២ បៃ។"),
      remedy: reportIt)
  }

  static func badFile(_ path: String) -> RecordsError {
    RecordsError(
      "bad-site",
      LocalizedText(
        en: "'\(path)' was changed or damaged, or a newer Sala wrote it.",
        km: "'\(path)' ត្រូវបានកែ ឬខូច ឬ Sala កំណែថ្មីជាងបានសរសេរ។"),
      remedy: LocalizedText(
        en: "Put it back from a copy; without it nothing is signed here.",
        km: "សូមយកវាពីច្បាប់ចម្លងមកវិញ។ បើគ្មានវា គ្មានអ្វីត្រូវបានចុះហត្ថលេខានៅទីនេះទេ។"))
  }

  static func notSigned(_ reason: String) -> RecordsError {
    RecordsError(
      "not-signed",
      LocalizedText(
        en: "It could not be signed: \(reason).", km: "មិនអាចចុះហត្ថលេខាបានទេ៖ \(reason)។"),
      remedy: reportIt)
  }

  static func noSeal(_ path: String, seal: String) -> RecordsError {
    RecordsError(
      "no-seal",
      LocalizedText(
        en: "'\(path)' has no seal: '\(seal)' is missing.",
        km: "'\(path)' គ្មានត្រាទេ៖ ខ្វះ '\(seal)'។"),
      remedy: LocalizedText(
        en: "Export with 'sala results export --signed --out FILE', and keep the two files "
          + "together.",
        km: "សូមនាំចេញដោយ 'sala results export --signed --out FILE' ហើយរក្សាឯកសារទាំងពីរជាមួយគ្នា។"))
  }

  private static let reportIt = LocalizedText(
    en: "Please report this to whoever maintains Sala.",
    km: "សូមរាយការណ៍បញ្ហានេះទៅអ្នកថែទាំ Sala។")

  // MARK: Findings

  static func keyMissing(_ site: SiteRecord, folder: String) -> Diagnostic {
    Diagnostic(
      "site-key-missing", .warning, at: SourceLocation(file: folder),
      LocalizedText(
        en: "The private key \(site.current?.fingerprint ?? "") is not here; nothing was signed.",
        km: "គ្មានសោសម្ងាត់ \(site.current?.fingerprint ?? "") នៅទីនេះទេ។ គ្មានអ្វីត្រូវបានចុះហត្ថលេខាទេ។"),
      remedy: LocalizedText(
        en: "Put the key back, or make a new one with 'sala site init --rotate'.",
        km: "សូមដាក់សោវិញ ឬបង្កើតសោថ្មីដោយ 'sala site init --rotate'។"))
  }

  static func keyOpen(_ folder: String) -> Diagnostic {
    Diagnostic(
      "site-key-open", .warning, at: SourceLocation(file: folder),
      LocalizedText(
        en: "Other people on this machine can read the private key, and so forge its signatures.",
        km: "អ្នកផ្សេងនៅលើម៉ាស៊ីននេះអាចអានសោសម្ងាត់ ដូច្នេះអាចក្លែងហត្ថលេខាបាន។"),
      remedy: LocalizedText(
        en: "Take their right away with chmod 600, and make a new key with 'sala site init "
          + "--rotate'.",
        km: "សូមដកសិទ្ធិនោះដោយ chmod 600 ហើយបង្កើតសោថ្មីដោយ 'sala site init --rotate'។"))
  }

  static func firstSeen(_ site: SiteRecord, at path: String) -> Diagnostic {
    Diagnostic(
      "site-first-seen", .note, at: SourceLocation(file: path),
      LocalizedText(
        en: "The key \(site.current?.fingerprint ?? "") of \(named(site).en) is seen here for the "
          + "first time, and known from now on.",
        km: "សោ \(site.current?.fingerprint ?? "") របស់\(named(site).km) ត្រូវបានឃើញជាលើកដំបូងនៅទីនេះ"
          + " ហើយត្រូវបានចងចាំចាប់ពីពេលនេះ។"),
      remedy: LocalizedText(
        en: "Compare it with what the site itself shows with 'sala site show'.",
        km: "សូមប្រៀបធៀបវាជាមួយអ្វីដែលទីតាំងនោះបង្ហាញដោយ 'sala site show'។"))
  }

  static func unknownSigner(_ signer: VerifiedFile.Signer, at path: String) -> Diagnostic {
    Diagnostic(
      "unknown-signer", .warning, at: SourceLocation(file: path),
      LocalizedText(
        en: "The key \(signer.key) is not known here; anybody can make one and call it "
          + "'\(signer.name)'.",
        km: "មិនស្គាល់សោ \(signer.key) នៅទីនេះទេ។ នរណាក៏អាចបង្កើតសោមួយ ហើយដាក់ឈ្មោះ '\(signer.name)' បាន។"),
      remedy: LocalizedText(
        en: "Compare it with what the site itself shows with 'sala site show', or demand it with "
          + "--key.",
        km: "សូមប្រៀបធៀបវាជាមួយអ្វីដែលទីតាំងនោះបង្ហាញដោយ 'sala site show' ឬទាមទារវាដោយ --key។"))
  }

  static func notKept(_ path: String) -> Diagnostic {
    Diagnostic(
      "trust-not-kept", .warning, at: SourceLocation(file: path),
      LocalizedText(
        en: "What was seen cannot be kept for the next time: '\(path)' cannot be written.",
        km: "មិនអាចរក្សាអ្វីដែលបានឃើញសម្រាប់លើកក្រោយបានទេ៖ មិនអាចសរសេរ '\(path)'។"),
      remedy: LocalizedText(
        en: "Verify a copy that can be written to.", km: "សូមផ្ទៀងផ្ទាត់ច្បាប់ចម្លងដែលអាចសរសេរបាន។"))
  }

  /// Says why the journal of another store is not taken in.
  static func faulty(_ file: VerifiedFile, _ fault: VerificationFault) -> Diagnostic {
    Diagnostic(
      "signature-wrong", at: SourceLocation(file: file.path, line: fault.line ?? 1),
      LocalizedText(
        en: "A signature, or a word about what was erased, does not fit the journal here.",
        km: "ហត្ថលេខា ឬកំណត់ត្រាអំពីអ្វីដែលបានលុប មិនត្រូវនឹងកំណត់ហេតុនៅទីនេះទេ។"),
      remedy: LocalizedText(
        en: "Look at it with 'sala results verify', and ask where it was changed.",
        km: "សូមពិនិត្យវាដោយ 'sala results verify' ហើយសួរថាវាត្រូវបានកែនៅឯណា។"))
  }

  static func refused(_ file: VerifiedFile, _ fault: VerificationFault) -> Diagnostic {
    let isKey = fault.kind == .keyChanged
    return Diagnostic(
      isKey ? "site-key-changed" : "signature-wrong",
      at: SourceLocation(file: file.path, line: fault.line ?? 1),
      isKey
        ? LocalizedText(
          en: "The site signs with a key to which none that is known here leads; the journal is "
            + "not taken in.",
          km: "ទីតាំងនេះប្រើសោដែលគ្មានសោណាដែលស្គាល់នៅទីនេះបញ្ជាក់ទេ ដូច្នេះកំណត់ហេតុមិនត្រូវបានបញ្ចូលទេ។")
        : LocalizedText(
          en: "A signature does not fit what the journal says; it is not taken in.",
          km: "ហត្ថលេខាមិនត្រូវនឹងកំណត់ហេតុទេ ដូច្នេះវាមិនត្រូវបានបញ្ចូលទេ។"),
      remedy: isKey
        ? LocalizedText(
          en: "Ask the site for its fingerprint; if it agrees, 'sala site trust FINGERPRINT --from "
            + "STORE'.",
          km: "សូមសួរស្នាមសោពីទីតាំងនោះ។ បើត្រូវគ្នា សូមប្រើ 'sala site trust FINGERPRINT --from STORE'។")
        : LocalizedText(
          en: "Look at it with 'sala results verify', and ask where it was changed.",
          km: "សូមពិនិត្យវាដោយ 'sala results verify' ហើយសួរថាវាត្រូវបានកែនៅឯណា។"))
  }

  static func named(_ site: SiteRecord) -> LocalizedText {
    site.name.isEmpty
      ? LocalizedText(en: "a site without a name", km: "ទីតាំងគ្មានឈ្មោះ")
      : LocalizedText(en: "'\(site.name)'", km: "'\(site.name)'")
  }
}
