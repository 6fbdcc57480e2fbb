import Assessment
import Source
import Text

/// The messages about the delivery of events.
enum DeliveryMessages {
  static let module = LocalizedText(en: "module", km: "ម៉ូឌុល")
  static let step = LocalizedText(en: "step of the delivery path", km: "ជំហាននៃការអនុវត្ត")
  static let province = LocalizedText(en: "province", km: "ខេត្ត")
  static let language = LocalizedText(en: "language", km: "ភាសា")
  static let code = LocalizedText(en: "code in these records", km: "កូដក្នុងកំណត់ត្រានេះ")
  static let attempt = LocalizedText(en: "attempt", km: "ការធ្វើតេស្ត")
  static let survey = LocalizedText(en: "survey form", km: "កម្រងសំណួរ")
  static let rubric = LocalizedText(en: "rubric", km: "តារាងវាយតម្លៃ")
  static let event = LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍")
  static let question = LocalizedText(en: "question", km: "សំណួរ")

  private static let nothingToDo = LocalizedText(
    en: "Nothing needs to be done.", km: "មិនចាំបាច់ធ្វើអ្វីទេ។")
  private static let makeSure = LocalizedText(
    en: "Make sure that it is meant; the records keep it.",
    km: "សូមពិនិត្យថាជាបំណងពិត។ កំណត់ត្រារក្សាទុកវា។")

  // MARK: Ids and codes

  static func unknown(
    _ place: SourceLocation, _ code: String, _ kind: LocalizedText, _ id: String, known: [String]
  ) -> Diagnostic {
    let list = known.prefix(30).joined(separator: ", ")
    let nearest = Suggestion.nearest(to: id.lowercased(), in: known)
    let guess = nearest.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = nearest.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return Diagnostic(
      code, at: place,
      LocalizedText(en: "There is no \(kind.en) '\(id)'.", km: "គ្មាន\(kind.km) '\(id)' ទេ។"),
      remedy: known.isEmpty
        ? LocalizedText(
          en: "Compare it with what you meant to name.", km: "សូមផ្ទៀងវាជាមួយអ្វីដែលចង់បញ្ជាក់។")
        : LocalizedText(
          en: "\(guess)Known are: \(list).", km: "\(guessKhmer)អាចប្រើបាន៖ \(list)។"))
  }

  static let noCode = LocalizedText(
    en: "A code has Latin letters, digits, '-', '_' and '.' alone; names have no place in records.",
    km: "កូដមានតែអក្សរឡាតាំង លេខ '-', '_' និង '.' ប៉ុណ្ណោះ។ កំណត់ត្រាមិនរក្សាឈ្មោះទេ។")

  static func badCode(
    _ place: SourceLocation, _ typed: String, _ reason: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      "bad-code", at: place,
      LocalizedText(
        en: "'\(typed)' is no code. \(reason.en)", km: "'\(typed)' មិនមែនជាកូដទេ។ \(reason.km)"),
      remedy: LocalizedText(
        en: "Compare it with the list of the event.", km: "សូមប្រៀបធៀបវាជាមួយបញ្ជីរបស់ព្រឹត្តិការណ៍។"))
  }

  static func badBy(_ by: String) -> Diagnostic {
    Diagnostic(
      "bad-by", at: SourceLocation(file: "--by"),
      LocalizedText(
        en: "'\(by)' cannot stand for whoever says it.",
        km: "មិនអាចប្រើ '\(by)' ជំនួសអ្នកបញ្ជាក់បានទេ។"),
      remedy: LocalizedText(
        en: "Use a code or initials of Latin letters, digits, '-', '_' and '.'; never a name.",
        km: "សូមប្រើកូដ ឬអក្សរកាត់ជាអក្សរឡាតាំង លេខ '-', '_' និង '.' ហើយកុំប្រើឈ្មោះ។"))
  }

  static func noNumber(_ place: SourceLocation, _ word: String, event: EventSummary) -> Diagnostic {
    let numbers = event.learners.map(\.number)
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    return Diagnostic(
      "unknown-number", at: place,
      LocalizedText(
        en: "Not all of '\(word)' are numbers of the roster.",
        km: "'\(word)' មិនមែនសុទ្ធតែជាលេខក្នុងបញ្ជីទេ។"),
      remedy: LocalizedText(
        en: "The roster of '\(event.id)' goes from \(low) to \(high).",
        km: Khmer.withKhmerDigits("បញ្ជីមានលេខពី \(low) ដល់ \(high)។")))
  }

  static func notEnrolled(_ place: SourceLocation, _ code: String, event: String) -> Diagnostic {
    Diagnostic(
      "not-enrolled", at: place,
      LocalizedText(
        en: "'\(code)' is not enrolled in the event '\(event)'.",
        km: "'\(code)' មិនបានចុះឈ្មោះក្នុងព្រឹត្តិការណ៍ '\(event)' ទេ។"),
      remedy: LocalizedText(
        en: "Compare the code with the list, or enrol it with 'sala event roster'.",
        km: "សូមប្រៀបធៀបកូដជាមួយបញ្ជី ឬចុះបញ្ជីវាដោយ 'sala event roster'។"))
  }

  static func nobody(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "nobody", at: place,
      LocalizedText(en: "Nobody is named.", km: "មិនបានបញ្ជាក់នរណាទេ។"),
      remedy: LocalizedText(
        en: "Write codes, numbers of the roster such as 3-7, or 'all'.",
        km: "សូមសរសេរកូដ លេខក្នុងបញ្ជី ដូចជា 3-7 ឬ 'all'។"))
  }

  static func empty(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "empty-value", at: place,
      LocalizedText(en: "Nothing is named.", km: "មិនបានបញ្ជាក់អ្វីទេ។"),
      remedy: LocalizedText(
        en: "Write at least one, with commas between several.",
        km: "សូមសរសេរយ៉ាងតិចមួយ ដោយដាក់សញ្ញាក្បៀសនៅចន្លោះ។"))
  }

  static func known(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "known-already", .note, at: place,
      LocalizedText(
        en: "The records say so already; nothing was added.",
        km: "កំណត់ត្រាមានព័ត៌មាននេះរួចហើយ។ មិនបានបន្ថែមអ្វីទេ។"), remedy: nothingToDo)
  }

  static func noReason(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-reason", at: place,
      LocalizedText(en: "The reason is missing.", km: "ខ្វះមូលហេតុ។"),
      remedy: LocalizedText(
        en: "Say why in a few words that name nobody.",
        km: "សូមបញ្ជាក់មូលហេតុដោយពាក្យខ្លី ដោយមិនបញ្ជាក់ឈ្មោះនរណាទេ។"))
  }

  // MARK: Days, times, numbers

  static func badDay(_ place: SourceLocation, _ typed: String) -> Diagnostic {
    Diagnostic(
      "bad-day", at: place,
      LocalizedText(en: "'\(typed)' is no day.", km: "'\(typed)' មិនមែនជាកាលបរិច្ឆេទទេ។"),
      remedy: LocalizedText(
        en: "Write year, month and day, such as 2026-11-25.",
        km: "សូមសរសេរឆ្នាំ ខែ ថ្ងៃ ដូចជា 2026-11-25។"))
  }

  static func endsBefore(_ place: SourceLocation, _ from: String, _ to: String) -> Diagnostic {
    Diagnostic(
      "ends-before", at: place,
      LocalizedText(
        en: "It ends on \(to), before it begins on \(from).",
        km: Khmer.withKhmerDigits("បញ្ចប់ថ្ងៃ \(to) មុនចាប់ផ្តើមថ្ងៃ \(from)។")),
      remedy: LocalizedText(en: "Mend one of the two days.", km: "សូមកែកាលបរិច្ឆេទមួយក្នុងចំណោមពីរ។"))
  }

  static func badTime(_ place: SourceLocation, _ typed: String) -> Diagnostic {
    Diagnostic(
      "bad-time", at: place,
      LocalizedText(en: "'\(typed)' is no time.", km: "'\(typed)' មិនមែនជាពេលវេលាទេ។"),
      remedy: LocalizedText(
        en: "Write the hour of today, such as 08:30, or a time in UTC, 2026-11-25T01:30:00Z.",
        km: "សូមសរសេរម៉ោងថ្ងៃនេះ ដូចជា 08:30 ឬពេលវេលា UTC ដូចជា 2026-11-25T01:30:00Z។"))
  }

  static func inFuture(_ place: SourceLocation, _ typed: String) -> Diagnostic {
    Diagnostic(
      "in-future", at: place,
      LocalizedText(
        en: "'\(typed)' has not come yet by the clock of this machine.",
        km: "'\(typed)' មិនទាន់មកដល់តាមនាឡិកាម៉ាស៊ីននេះទេ។"),
      remedy: LocalizedText(
        en: "Look at the clock, or say it when it happened.",
        km: "សូមពិនិត្យនាឡិកា ឬបញ្ជាក់នៅពេលវាកើតឡើង។"))
  }

  static func badNumber(_ place: SourceLocation, _ range: ClosedRange<Int>) -> Diagnostic {
    let (low, high) = (range.lowerBound, range.upperBound)
    return Diagnostic(
      "bad-number", at: place,
      LocalizedText(
        en: "It must be a whole number from \(low) to \(high).",
        km: Khmer.withKhmerDigits("ត្រូវជាចំនួនគត់ពី \(low) ដល់ \(high)។")),
      remedy: LocalizedText(en: "Mend the number.", km: "សូមកែលេខនេះ។"))
  }

  static func dayOutside(_ place: SourceLocation, _ day: Int, days: EventDays?) -> Diagnostic {
    let count = days?.count ?? 366
    return Diagnostic(
      "day-outside", at: place,
      LocalizedText(
        en: "There is no day \(day); the event has \(count).",
        km: Khmer.withKhmerDigits("គ្មានថ្ងៃទី \(day) ទេ។ ព្រឹត្តិការណ៍មាន \(count) ថ្ងៃ។")),
      remedy: LocalizedText(
        en: "Days are counted from 1; 'sala event describe' changes the dates of the event.",
        km: "ថ្ងៃរាប់ចាប់ពី ១។ 'sala event describe' កែកាលបរិច្ឆេទនៃព្រឹត្តិការណ៍។"))
  }

  static func taughtBefore(_ place: SourceLocation, _ before: String) -> Diagnostic {
    Diagnostic(
      "teaching-again", .warning, at: place,
      LocalizedText(
        en: "The records said that teaching began at \(before); the new time holds from now on.",
        km: "កំណត់ត្រាធ្លាប់បញ្ជាក់ថាការបង្រៀនចាប់ផ្តើមនៅ \(before)។ ចាប់ពីពេលនេះ ប្រើពេលថ្មី។"),
      remedy: LocalizedText(
        en: "Look again at the pre-tests in 'sala event status': which count may have changed.",
        km: "សូមពិនិត្យតេស្តមុនវគ្គក្នុង 'sala event status' ព្រោះតេស្តដែលរាប់អាចបានប្តូរ។"))
  }

  // MARK: Trainers

  static func notAssigned(_ place: SourceLocation, _ code: String, event: String) -> Diagnostic {
    Diagnostic(
      "not-assigned", at: place,
      LocalizedText(
        en: "'\(code)' does not teach '\(event)', so nothing can be taken back.",
        km: "'\(code)' មិនបង្រៀន '\(event)' ទេ ដូច្នេះគ្មានអ្វីត្រូវដកវិញ។"),
      remedy: LocalizedText(
        en: "'sala event status \(event)' lists the trainers.",
        km: "'sala event status \(event)' បង្ហាញបញ្ជីគ្រូឧទ្ទេស។"))
  }

  static func trainerNotAssigned(
    _ place: SourceLocation, _ code: String, event: String
  ) -> Diagnostic {
    Diagnostic(
      "trainer-not-assigned", .warning, at: place,
      LocalizedText(
        en: "'\(code)' is observed, but the records do not say that '\(code)' teaches '\(event)'.",
        km: "'\(code)' ត្រូវបានសង្កេត តែកំណត់ត្រាមិនបញ្ជាក់ថា '\(code)' បង្រៀន '\(event)' ទេ។"),
      remedy: LocalizedText(
        en: "Say so with 'sala event assign', or mend the code.",
        km: "សូមបញ្ជាក់ដោយ 'sala event assign' ឬកែកូដ។"))
  }

  static func twoLeads(_ place: SourceLocation, _ code: String) -> Diagnostic {
    Diagnostic(
      "two-leads", .warning, at: place,
      LocalizedText(
        en: "'\(code)' leads the event too.", km: "'\(code)' ក៏ជាអ្នកដឹកនាំព្រឹត្តិការណ៍នេះដែរ។"),
      remedy: LocalizedText(
        en: "One should answer for it; make the other 'co'.",
        km: "គួរមានអ្នកទទួលខុសត្រូវតែម្នាក់។ សូមដាក់ម្នាក់ទៀតជា 'co'។"))
  }

  static func learnerTeaches(_ place: SourceLocation, _ code: String) -> Diagnostic {
    Diagnostic(
      "learner-teaches", .warning, at: place,
      LocalizedText(
        en: "'\(code)' is a learner of the same event.",
        km: "'\(code)' ជាសិក្ខាកាមនៃព្រឹត្តិការណ៍ដដែល។"), remedy: makeSure)
  }

  static func observesSelf(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "observes-self", .warning, at: place,
      LocalizedText(
        en: "The trainer and the observer have the same code.",
        km: "គ្រូឧទ្ទេស និងអ្នកសង្កេតមានកូដដូចគ្នា។"), remedy: makeSure)
  }

  static func notCalibrated(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-calibrated", .warning, at: place,
      LocalizedText(
        en: "The observer was not calibrated on this rubric; the observation is kept and says so.",
        km: "អ្នកសង្កេតមិនបានផ្ទៀងការវាយតម្លៃតាមតារាងនេះទេ។ ការសង្កេតត្រូវបានរក្សាទុកដោយបញ្ជាក់ដូច្នេះ។"),
      remedy: LocalizedText(
        en:
          "Add --calibrated where the observer judged practice sessions together with others first.",
        km: "សូមបន្ថែម --calibrated បើអ្នកសង្កេតបានអនុវត្តវាយតម្លៃជាមួយអ្នកដទៃជាមុន។"))
  }

  // MARK: Teams and roles

  static func badTeam(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-id", at: place,
      LocalizedText(
        en: "'\(place.file)' cannot be the id of a team.",
        km: "'\(place.file)' មិនអាចធ្វើជាលេខសម្គាល់ក្រុមបានទេ។"),
      remedy: LocalizedText(
        en: "Use 1 to 64 lower-case letters, digits and hyphens, such as 'team-1'.",
        km: "សូមប្រើអក្សរឡាតាំងតូច លេខ និងសញ្ញា '-' ពី ១ ដល់ ៦៤ តួ ដូចជា 'team-1'។"))
  }

  static func inTwoTeams(_ place: SourceLocation, _ code: String, other: String) -> Diagnostic {
    Diagnostic(
      "in-two-teams", .warning, at: place,
      LocalizedText(
        en: "'\(code)' is a member of the team '\(other)' too.",
        km: "'\(code)' ក៏ជាសមាជិកក្រុម '\(other)' ដែរ។"), remedy: makeSure)
  }

  static func notMixed(_ place: SourceLocation, _ team: String, side: String) -> Diagnostic {
    Diagnostic(
      "team-not-mixed", .warning, at: place,
      LocalizedText(
        en: "All members of '\(team)' whose side is known are '\(side)'.",
        km: "សមាជិកទាំងអស់នៃ '\(team)' ដែលមានព័ត៌មាន សុទ្ធតែជា '\(side)'។"),
      remedy: LocalizedText(
        en: "A team of the programme mixes officials and members of organisations.",
        km: "ក្រុមនៃកម្មវិធីត្រូវមានទាំងមន្ត្រី និងសមាជិកអង្គការ។"))
  }

  static func noSuchRole(_ place: SourceLocation, _ code: String) -> Diagnostic {
    Diagnostic(
      "no-such-role", at: place,
      LocalizedText(
        en: "'\(code)' does not have this role.", km: "'\(code)' គ្មានតួនាទីនេះទេ។"),
      remedy: LocalizedText(en: "Compare the code.", km: "សូមផ្ទៀងកូដ។"))
  }

  // MARK: Links and attempts

  static func circle(_ place: SourceLocation, _ from: String, _ to: String) -> Diagnostic {
    Diagnostic(
      "link-circle", at: place,
      LocalizedText(
        en: "'\(to)' is linked to '\(from)' already; a link back would close a circle.",
        km: "'\(to)' បានភ្ជាប់ទៅ '\(from)' រួចហើយ។ ការភ្ជាប់ត្រឡប់នឹងវិលជុំ។"),
      remedy: LocalizedText(
        en: "Take the other link back first: the same code after --from and --to.",
        km: "សូមដកការភ្ជាប់មុនជាមុនសិន ដោយដាក់កូដដដែលក្រោយ --from និង --to។"))
  }

  static func notLinked(_ place: SourceLocation, _ code: String) -> Diagnostic {
    Diagnostic(
      "not-linked", at: place,
      LocalizedText(
        en: "'\(code)' is linked to no other code, so nothing can be taken back.",
        km: "'\(code)' មិនបានភ្ជាប់ទៅកូដណាទេ ដូច្នេះគ្មានអ្វីត្រូវដកវិញ។"),
      remedy: LocalizedText(en: "Compare the code.", km: "សូមផ្ទៀងកូដ។"))
  }

  static func differ(_ place: SourceLocation, _ names: [String]) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      "people-differ", .warning, at: place,
      LocalizedText(
        en: "The two differ in what is known of them: \(list).",
        km: "កូដទាំងពីរមានព័ត៌មានខុសគ្នា៖ \(list)។"),
      remedy: LocalizedText(
        en: "If they are two people, take the link back: the same code after --from and --to.",
        km: "បើជាមនុស្សពីរនាក់ សូមដកការភ្ជាប់វិញ ដោយដាក់កូដដដែលក្រោយ --from និង --to។"))
  }

  static func bothTook(_ place: SourceLocation, _ count: Int) -> Diagnostic {
    Diagnostic(
      "both-took", .warning, at: place,
      LocalizedText(
        en: "Under both codes the same test was handed in (\(count)); the first one counts.",
        km: Khmer.withKhmerDigits("តេស្តដដែលត្រូវបានប្រគល់ក្រោមកូដទាំងពីរ (\(count))។ រាប់តែតេស្តដំបូង។")),
      remedy: makeSure)
  }

  static func notSetAside(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-set-aside", at: place,
      LocalizedText(
        en: "The attempt '\(place.file)' is not set aside.",
        km: "ការធ្វើតេស្ត '\(place.file)' មិនត្រូវបានដកចេញទេ។"), remedy: nothingToDo)
  }
}
