import Text

/// The messages about bundles and backups.
enum BundleMessages {
  // MARK: Bundles

  static func missing(_ path: String) -> RecordsError {
    RecordsError(
      "no-file",
      LocalizedText(en: "There is no file '\(path)'.", km: "គ្មានឯកសារ '\(path)' ទេ។"),
      remedy: LocalizedText(en: "Check the name.", km: "សូមពិនិត្យឈ្មោះឯកសារ។"))
  }

  static func notABundle(_ path: String) -> RecordsError {
    RecordsError(
      "not-a-bundle",
      LocalizedText(
        en: "'\(path)' is no bundle of records.", km: "'\(path)' មិនមែនជាកញ្ចប់កំណត់ត្រាទេ។"),
      remedy: LocalizedText(
        en:
          "Ask for the file that 'sala records bundle' wrote; mail and chat programs may change it.",
        km: "សូមស្នើសុំឯកសារដែល 'sala records bundle' បានសរសេរ។ កម្មវិធីផ្ញើសារអាចកែវាបាន។"))
  }

  static func newer(_ path: String, _ format: Int) -> RecordsError {
    RecordsError(
      "newer-bundle",
      LocalizedText(
        en: "A newer Sala made '\(path)' (format \(format)); nothing was taken in.",
        km: "Sala កំណែថ្មីជាងបានបង្កើត '\(path)' (ទម្រង់ \(format))។ គ្មានអ្វីត្រូវបានបញ្ចូលទេ។"),
      remedy: LocalizedText(
        en: "Use a newer Sala on this machine.",
        km: "សូមប្រើ Sala កំណែថ្មីជាងនេះនៅលើម៉ាស៊ីននេះ។"))
  }

  static func cut(_ path: String, has: Int, says: Int) -> RecordsError {
    RecordsError(
      "bundle-cut",
      LocalizedText(
        en: has < says
          ? "'\(path)' was cut short: \(has) of \(says) bytes are there; nothing was taken in."
          : "'\(path)' has \(has - says) bytes too many; nothing was taken in.",
        km: Khmer.withKhmerDigits(
          has < says
            ? "'\(path)' ត្រូវបានកាត់ផ្តាច់៖ មានតែ \(has) ក្នុងចំណោម \(says) បៃ។ គ្មានអ្វីត្រូវបានបញ្ចូលទេ។"
            : "'\(path)' មានលើស \(has - says) បៃ។ គ្មានអ្វីត្រូវបានបញ្ចូលទេ។")),
      remedy: again)
  }

  static func changed(_ path: String) -> RecordsError {
    RecordsError(
      "bundle-changed",
      LocalizedText(
        en: "'\(path)' was changed after it was made; nothing was taken in.",
        km: "'\(path)' ត្រូវបានកែក្រោយពេលបង្កើត។ គ្មានអ្វីត្រូវបានបញ្ចូលទេ។"),
      remedy: again)
  }

  static func otherRecipient(_ path: String, _ recipient: String) -> RecordsError {
    RecordsError(
      "other-recipient",
      LocalizedText(
        en: "'\(path)' is encrypted to another site, whose key is \(recipient).",
        km: "'\(path)' ត្រូវបានអ៊ិនគ្រីបសម្រាប់ទីតាំងផ្សេង ដែលមានសោ \(recipient)។"),
      remedy: LocalizedText(
        en: "Give the sender the file of 'sala site export-key' of this store.",
        km: "សូមផ្តល់ឯកសារពី 'sala site export-key' នៃថតកំណត់ត្រានេះឱ្យអ្នកផ្ញើ។"))
  }

  static func tooLarge() -> RecordsError {
    RecordsError(
      "bundle-too-large",
      LocalizedText(
        en: "A bundle or backup has at most 1 GiB.",
        km: Khmer.withKhmerDigits("កញ្ចប់កំណត់ត្រា ឬច្បាប់បម្រុងទុក មានទំហំមិនលើស 1 GiB ទេ។")),
      remedy: LocalizedText(
        en: "Merge the folder of the store itself, from a disk.",
        km: "សូមបញ្ចូលថតកំណត់ត្រាដោយផ្ទាល់ពីថាស។"))
  }

  static func notSealed(_ reason: String) -> RecordsError {
    RecordsError(
      "not-sealed",
      LocalizedText(
        en: "The records could not be encrypted: \(reason).",
        km: "មិនអាចអ៊ិនគ្រីបកំណត់ត្រាបានទេ៖ \(reason)។"),
      remedy: LocalizedText(
        en: "Free some memory and do it again.", km: "សូមបង្កើនអង្គចងចាំទំនេរ រួចធ្វើម្តងទៀត។"))
  }

  static func unknownRecipient(_ name: String, count: Int, known: [String]) -> RecordsError {
    let list = known.filter { !$0.isEmpty }.joined(separator: ", ")
    return RecordsError(
      "unknown-recipient",
      count > 1
        ? LocalizedText(
          en: "Several sites are called '\(name)'.", km: "មានទីតាំងច្រើនឈ្មោះ '\(name)'។")
        : LocalizedText(
          en: "No site '\(name)' is known here."
            + (list.isEmpty ? "" : " Known are: \(list)."),
          km: "មិនស្គាល់ទីតាំង '\(name)' នៅទីនេះទេ។" + (list.isEmpty ? "" : " ស្គាល់តែ៖ \(list)។")),
      remedy: LocalizedText(
        en: "Know its key with 'sala site trust FILE', or name its file with --recipient.",
        km: "សូមទទួលស្គាល់សោរបស់វាដោយ 'sala site trust FILE' ឬបញ្ជាក់ឯកសាររបស់វាដោយ --recipient។"))
  }

  static func noBox(_ name: String) -> RecordsError {
    RecordsError(
      "no-box-key",
      LocalizedText(
        en: "Of '\(name)' only the key that signs is known, not the one to encrypt to.",
        km: "អំពី '\(name)' ស្គាល់តែសោសម្រាប់ចុះហត្ថលេខា មិនស្គាល់សោសម្រាប់អ៊ិនគ្រីបទេ។"),
      remedy: LocalizedText(
        en: "Ask the site for the file of 'sala site export-key', then 'sala site trust FILE'.",
        km: "សូមសុំឯកសារពី 'sala site export-key' ពីទីតាំងនោះ រួចប្រើ 'sala site trust FILE'។"))
  }

  static func badKeyFile(_ path: String) -> RecordsError {
    RecordsError(
      "bad-key-file",
      LocalizedText(
        en: "'\(path)' holds no public key of a site, or was changed.",
        km: "'\(path)' គ្មានសោសាធារណៈរបស់ទីតាំង ឬត្រូវបានកែ។"),
      remedy: LocalizedText(
        en: "Ask the site for the file of 'sala site export-key'.",
        km: "សូមសុំឯកសារពី 'sala site export-key' ពីទីតាំងនោះ។"))
  }

  static func otherFingerprint(_ path: String, _ found: String) -> RecordsError {
    RecordsError(
      "other-fingerprint",
      LocalizedText(
        en: "The key in '\(path)' has another fingerprint: \(found).",
        km: "សោក្នុង '\(path)' មានស្នាមសោផ្សេង៖ \(found)។"),
      remedy: LocalizedText(
        en: "Ask the site again; if it does not say this fingerprint, the file is not its own.",
        km: "សូមសួរទីតាំងនោះម្តងទៀត។ បើស្នាមសោមិនដូចនេះ ឯកសារនេះមិនមែនជារបស់ទីតាំងនោះទេ។"))
  }

  static func keyChanged(_ site: SiteRecord) -> RecordsError {
    RecordsError(
      "key-changed",
      LocalizedText(
        en: "The site '\(site.name)' is known here by another key than "
          + "\(site.current?.fingerprint ?? ""); nothing was taken in.",
        km: "ទីតាំង '\(site.name)' ត្រូវបានស្គាល់នៅទីនេះដោយសោផ្សេងពី "
          + "\(site.current?.fingerprint ?? "")។ គ្មានអ្វីត្រូវបានបញ្ចូលទេ។"),
      remedy: LocalizedText(
        en:
          "Compare fingerprints with the site itself, then 'sala site trust FINGERPRINT --from FILE'.",
        km: "សូមប្រៀបធៀបស្នាមសោជាមួយទីតាំងនោះ រួចប្រើ 'sala site trust FINGERPRINT --from FILE'។"))
  }

  // MARK: Findings

  static func future(_ path: String, made: String, here: String) -> Diagnostic {
    Diagnostic(
      "bundle-from-future", .warning, at: SourceLocation(file: path),
      LocalizedText(
        en:
          "The bundle was made at \(made), but it is \(here) here: one of the two clocks is wrong.",
        km: "កញ្ចប់នេះបង្កើតនៅ \(made) តែឥឡូវនៅទីនេះ \(here)៖ នាឡិកាមួយក្នុងចំណោមពីរខុស។"),
      remedy: LocalizedText(
        en: "Set the clock; what was written under a wrong one keeps its dates.",
        km: "សូមកែនាឡិកា។ អ្វីដែលបានសរសេរក្រោមនាឡិកាខុស រក្សាកាលបរិច្ឆេទដដែល។"))
  }

  static func repeated(_ path: String) -> Diagnostic {
    Diagnostic(
      "bundle-repeated", .note, at: SourceLocation(file: path),
      LocalizedText(
        en: "Everything in the bundle was here already.",
        km: "អ្វីៗទាំងអស់ក្នុងកញ្ចប់នេះមាននៅទីនេះរួចហើយ។"),
      remedy: LocalizedText(en: "Nothing needs to be done.", km: "មិនចាំបាច់ធ្វើអ្វីទេ។"))
  }

  static func otherRegister(_ event: String, folder: String) -> Diagnostic {
    Diagnostic(
      "register-kept", .warning, at: SourceLocation(file: folder),
      LocalizedText(
        en: "The bundle has another register of '\(event)'; the one here stays.",
        km: "កញ្ចប់នេះមានបញ្ជីឈ្មោះផ្សេងនៃ '\(event)'។ បញ្ជីនៅទីនេះត្រូវបានរក្សាទុក។"),
      remedy: LocalizedText(
        en: "Ask for the names as a table, and take them in with 'sala register import'.",
        km: "សូមសុំឈ្មោះជាតារាង រួចបញ្ចូលដោយ 'sala register import'។"))
  }

  // MARK: Backups

  static func backup(_ failure: PassphraseBox.Failure, at path: String) -> RecordsError {
    switch failure {
    case .newerFormat(let format): newer(path, format)
    case .damaged:
      RecordsError(
        "backup-damaged",
        LocalizedText(
          en: "'\(path)' is no backup, or was changed or cut short.",
          km: "'\(path)' មិនមែនជាច្បាប់បម្រុងទុក ឬត្រូវបានកែ ឬកាត់ផ្តាច់។"),
        remedy: LocalizedText(
          en: "Take an older backup.", km: "សូមប្រើច្បាប់បម្រុងទុកចាស់ជាងនេះ។"))
    case .wrongPassphrase: RegisterMessages.failure(.wrongPassphrase, at: path)
    }
  }

  static func notEmpty(_ folder: String) -> RecordsError {
    RecordsError(
      "not-empty",
      LocalizedText(
        en: "'\(folder)' holds something already; a backup is restored into a new folder.",
        km: "'\(folder)' មានឯកសាររួចហើយ។ ច្បាប់បម្រុងទុកត្រូវស្តារទៅក្នុងថតថ្មី។"),
      remedy: LocalizedText(
        en: "Name a new folder; then 'sala records merge' brings the two together.",
        km: "សូមបញ្ជាក់ថតថ្មី រួចប្រើ 'sala records merge' ដើម្បីបញ្ចូលគ្នា។"))
  }

  private static let again = LocalizedText(
    en: "Ask for it again, on another stick or by another way.",
    km: "សូមសុំវាម្តងទៀត តាម USB ផ្សេង ឬមធ្យោបាយផ្សេង។")
}
