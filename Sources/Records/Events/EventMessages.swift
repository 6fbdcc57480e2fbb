import Assessment
import Source
import Text

/// The messages about events, rosters and learner codes.
enum EventMessages {
  // MARK: Codes

  static let codeMissing = LocalizedText(
    en: "A learner code is missing.", km: "ខ្វះកូដសិក្ខាកាម។")

  static func codeCharacter(_ character: String) -> LocalizedText {
    LocalizedText(
      en: "'\(character)' is in no learner code; they hold 2 to 9 and letters without I, L and O.",
      km: "គ្មាន '\(character)' ក្នុងកូដសិក្ខាកាមទេ។ កូដមានតែលេខ ២ ដល់ ៩ និងអក្សរឡាតាំង លើកលែង I, L និង O។")
  }

  static func codeLength(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "A learner code has 8 characters, such as K7M4-QX2P without its hyphen; here are \(count).",
      km: "កូដសិក្ខាកាមមាន ៨ តួ មិនរាប់សញ្ញា '-' តែនៅទីនេះមាន \(Khmer.withKhmerDigits("\(count)")) តួ។")
  }

  static let codeCheck = LocalizedText(
    en: "The check character does not agree: a character is wrong, or two are swapped.",
    km: "តួអក្សរផ្ទៀងផ្ទាត់មិនត្រូវគ្នាទេ៖ មានតួអក្សរមួយខុស ឬតួអក្សរពីរឆ្លាស់កន្លែងគ្នា។")

  static func badCode(
    _ file: SourceFile, line: Int, _ typed: String, _ reason: LocalizedText
  ) -> Diagnostic {
    file.diagnostic(
      "bad-code", line: line,
      LocalizedText(
        en: "'\(typed)' is no learner code. \(reason.en)",
        km: "'\(typed)' មិនមែនជាកូដសិក្ខាកាមទេ។ \(reason.km)"),
      remedy: LocalizedText(
        en: "Compare it with the list of the event.",
        km: "សូមប្រៀបធៀបវាជាមួយបញ្ជីរបស់ព្រឹត្តិការណ៍។"))
  }

  // MARK: Events

  static func badID(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-id", at: place,
      LocalizedText(
        en: "'\(place.file)' cannot be the id of an event.",
        km: "'\(place.file)' មិនអាចធ្វើជាលេខសម្គាល់ព្រឹត្តិការណ៍បានទេ។"),
      remedy: LocalizedText(
        en: "Use 1 to 64 lower-case letters, digits and hyphens, such as 'kampot-2026-1'.",
        km: "សូមប្រើអក្សរឡាតាំងតូច លេខ និងសញ្ញា '-' ពី ១ ដល់ ៦៤ តួ ដូចជា 'kampot-2026-1'។"))
  }

  static func idTaken(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "id-taken", at: place,
      LocalizedText(
        en: "There is an event '\(place.file)' already.",
        km: "មានព្រឹត្តិការណ៍ '\(place.file)' រួចហើយ។"),
      remedy: LocalizedText(
        en: "Choose another id.", km: "សូមជ្រើសរើសលេខសម្គាល់ផ្សេង។"))
  }

  static func noTitle(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-title", at: place,
      LocalizedText(en: "The event has no title.", km: "ព្រឹត្តិការណ៍នេះគ្មានចំណងជើងទេ។"),
      remedy: LocalizedText(en: "Give it one.", km: "សូមដាក់ចំណងជើងឱ្យវា។"))
  }

  static func badForms(_ place: SourceLocation, _ forms: [String]) -> Diagnostic {
    Diagnostic(
      "bad-forms", at: place,
      LocalizedText(
        en:
          "An event has one test form or two different ones, not: \(forms.joined(separator: ", ")).",
        km: "ព្រឹត្តិការណ៍មួយមានវិញ្ញាសាមួយ ឬពីរខុសគ្នា មិនមែន៖ \(forms.joined(separator: ", "))។"),
      remedy: LocalizedText(
        en: "Name form A and form B.", km: "សូមបញ្ជាក់វិញ្ញាសា ក និងវិញ្ញាសា ខ។"))
  }

  static func alreadyOpen(_ place: SourceLocation, _ occasion: Occasion) -> Diagnostic {
    Diagnostic(
      "already-open", at: place,
      LocalizedText(
        en: "The \(name(occasion).en) is open already.", km: "\(name(occasion).km)បើករួចហើយ។"),
      remedy: LocalizedText(en: "Nothing needs to be done.", km: "មិនចាំបាច់ធ្វើអ្វីទេ។"))
  }

  static func notOpen(_ place: SourceLocation, _ occasion: Occasion) -> Diagnostic {
    Diagnostic(
      "not-open", at: place,
      LocalizedText(
        en: "The \(name(occasion).en) is not open.", km: "\(name(occasion).km)មិនបើកទេ។"),
      remedy: LocalizedText(
        en: "The trainer opens it: sala event open \(place.file) --occasion \(occasion.rawValue)",
        km: "គ្រូឧទ្ទេសត្រូវបើកវា៖ sala event open \(place.file) --occasion \(occasion.rawValue)"))
  }

  static func reopened(_ place: SourceLocation, _ occasion: Occasion) -> Diagnostic {
    Diagnostic(
      "reopened", .warning, at: place,
      LocalizedText(
        en: "The \(name(occasion).en) was open before and is opened again.",
        km: "\(name(occasion).km)ធ្លាប់បើកពីមុន ហើយត្រូវបានបើកម្តងទៀត។"),
      remedy: whatWasMeant)
  }

  static func bothOpen(
    _ place: SourceLocation, _ occasion: Occasion, _ other: Occasion
  ) -> Diagnostic {
    Diagnostic(
      "both-open", .warning, at: place,
      LocalizedText(
        en: "The \(name(other).en) is still open beside the \(name(occasion).en).",
        km: "\(name(other).km)នៅបើក ក្នុងពេលជាមួយ\(name(occasion).km)។"),
      remedy: LocalizedText(
        en: "Close it when all have handed in, so that nobody takes the wrong one.",
        km: "សូមបិទវា ពេលអ្នកទាំងអស់បានប្រគល់ ដើម្បីកុំឱ្យនរណាម្នាក់ធ្វើខុស។"))
  }

  static func outOfOrder(
    _ place: SourceLocation, _ occasion: Occasion, after later: Occasion
  ) -> Diagnostic {
    Diagnostic(
      "out-of-order", .warning, at: place,
      LocalizedText(
        en: "The \(name(later).en) was opened before; the \(name(occasion).en) comes after it.",
        km: "\(name(later).km)ត្រូវបានបើកមុន ហើយ\(name(occasion).km)មកក្រោយ។"),
      remedy: whatWasMeant)
  }

  static func skipped(
    _ place: SourceLocation, _ earlier: Occasion, before occasion: Occasion
  ) -> Diagnostic {
    Diagnostic(
      "occasion-skipped", .warning, at: place,
      LocalizedText(
        en: "The \(name(earlier).en) was never opened; the \(name(occasion).en) has no match.",
        km: "\(name(earlier).km)មិនធ្លាប់បើកទេ ដូច្នេះ\(name(occasion).km)គ្មានអ្វីប្រៀបធៀប។"),
      remedy: whatWasMeant)
  }

  static func noLearners(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-learners", .warning, at: place,
      LocalizedText(
        en: "Nobody is enrolled in the event.", km: "គ្មាននរណាចុះឈ្មោះក្នុងព្រឹត្តិការណ៍នេះទេ។"),
      remedy: LocalizedText(
        en: "Enrol people with 'sala event roster'.",
        km: "សូមចុះបញ្ជីមនុស្សដោយ 'sala event roster'។"))
  }

  static func underWay(_ place: SourceLocation, _ count: Int) -> Diagnostic {
    Diagnostic(
      "under-way", .warning, at: place,
      LocalizedText(
        en: "\(count) attempts were begun and not handed in.",
        km: "មានការធ្វើតេស្ត \(Khmer.withKhmerDigits("\(count)")) បានចាប់ផ្តើម តែមិនទាន់ប្រគល់។"),
      remedy: LocalizedText(
        en: "Open the occasion again if they should be finished.",
        km: "សូមបើកវាម្តងទៀត បើគួរបញ្ចប់ការធ្វើតេស្តទាំងនោះ។"))
  }

  static func notEnrolled(_ place: SourceLocation, _ code: String) -> Diagnostic {
    Diagnostic(
      "not-enrolled", at: place,
      LocalizedText(
        en: "'\(code)' is not enrolled in the event '\(place.file)'.",
        km: "'\(code)' មិនបានចុះឈ្មោះក្នុងព្រឹត្តិការណ៍ '\(place.file)' ទេ។"),
      remedy: LocalizedText(
        en: "Compare the code with the list, or enrol it with 'sala event roster'.",
        km: "សូមប្រៀបធៀបកូដជាមួយបញ្ជី ឬចុះបញ្ជីវាដោយ 'sala event roster'។"))
  }

  // MARK: Rosters

  static func namesNotStored(_ file: SourceFile, column: String) -> Diagnostic {
    file.diagnostic(
      "names-not-stored", line: 1,
      LocalizedText(
        en: "The column '\(column)' tells who people are; the records keep codes, no names.",
        km: "ជួរឈរ '\(column)' បង្ហាញអត្តសញ្ញាណមនុស្ស តែកំណត់ត្រារក្សាទុកតែកូដ មិនរក្សាឈ្មោះទេ។"),
      remedy: LocalizedText(
        en:
          "Take the column out; write the names by hand on the cards of 'sala event cards', and keep your own list in row order.",
        km:
          "សូមដកជួរឈរនេះចេញ។ សូមសរសេរឈ្មោះដោយដៃលើប័ណ្ណពី 'sala event cards' ហើយរក្សាបញ្ជីដោយខ្លួនឯង តាមលំដាប់ជួរ។"
      ))
  }

  static func unknownColumn(_ file: SourceFile, _ name: String, known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    let nearest = Suggestion.nearest(to: name.lowercased(), in: known)
    return file.diagnostic(
      "unknown-column", line: 1,
      LocalizedText(
        en: "The column '\(name)' is not known here.", km: "មិនស្គាល់ជួរឈរ '\(name)' នៅទីនេះទេ។"),
      remedy: nearest.map {
        LocalizedText(
          en: "Did you mean '\($0)'? Known are: \(list).",
          km: "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? អាចប្រើបាន៖ \(list)។")
      }
        ?? LocalizedText(
          en: "Take it out; known are: \(list).", km: "សូមដកវាចេញ។ អាចប្រើបាន៖ \(list)។"))
  }

  static func columnTwice(_ file: SourceFile, _ name: String) -> Diagnostic {
    file.diagnostic(
      "column-twice", line: 1,
      LocalizedText(
        en: "The column '\(name)' stands twice.", km: "ជួរឈរ '\(name)' មានពីរដង។"),
      remedy: LocalizedText(en: "Keep one of the two.", km: "សូមទុកតែមួយ។"))
  }

  static func noRows(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "no-rows", line: 1,
      LocalizedText(
        en: "The table has no row below its header.", km: "តារាងនេះគ្មានជួរនៅក្រោមបឋមកថាទេ។"),
      remedy: LocalizedText(
        en: "Give it one row a person.", km: "សូមដាក់មួយជួរសម្រាប់មនុស្សម្នាក់។"))
  }

  static func enrolledTwice(_ file: SourceFile, line: Int, _ code: String) -> Diagnostic {
    file.diagnostic(
      "enrolled-twice", line: line,
      LocalizedText(
        en: "'\(code)' is enrolled already, or stands twice in the table.",
        km: "'\(code)' បានចុះឈ្មោះរួចហើយ ឬមានពីរដងក្នុងតារាង។"),
      remedy: LocalizedText(en: "Take the row out.", km: "សូមដកជួរនេះចេញ។"))
  }

  static func contradiction(
    _ file: SourceFile, line: Int, code: String, name: String, said: String, before: String
  ) -> Diagnostic {
    file.diagnostic(
      "contradiction", .warning, line: line,
      LocalizedText(
        en:
          "The \(name) of '\(code)' is '\(said)' here and '\(before)' in the records, which stays.",
        km: "\(name) របស់ '\(code)' គឺ '\(said)' នៅទីនេះ តែ '\(before)' ក្នុងកំណត់ត្រា ដែលត្រូវរក្សាទុក។"),
      remedy: LocalizedText(
        en: "Find out which of the two is right, and whether the code is.",
        km: "សូមរកឱ្យដឹងថាមួយណាត្រឹមត្រូវ ហើយកូដត្រឹមត្រូវឬទេ។"))
  }

  /// Returns the name of an occasion.
  static func name(_ occasion: Occasion) -> LocalizedText {
    switch occasion {
    case .pre: LocalizedText(en: "pre-test", km: "តេស្តមុនវគ្គ")
    case .post: LocalizedText(en: "post-test", km: "តេស្តក្រោយវគ្គ")
    case .followUp: LocalizedText(en: "follow-up test", km: "តេស្តតាមដាន")
    case .practice: LocalizedText(en: "practice", km: "ការហាត់អនុវត្ត")
    }
  }

  private static let whatWasMeant = LocalizedText(
    en: "Close it again if that was not meant.", km: "សូមបិទវាវិញ បើមិនមែនជាបំណង។")
}
