import Assessment
import Text

/// How often a form may be taken, by what the records hold.
package enum AttemptLimit {
  /// Tells whether a person may begin a form once more.
  ///
  /// - Parameters:
  ///   - previous: The person's attempts at the form on the occasion; those that were not handed
  ///     in use up nothing, as they can be gone on with.
  ///   - limit: The most attempts, at least 1; `nil` without a limit.
  /// - Returns: Whether another attempt may begin.
  package static func mayBegin(previous: [ScoredAttempt], limit: Int?) -> Bool {
    AttemptPolicy(most: limit).mayBegin(
      previous: previous.filter { $0.submittedAt != nil }
        .map { Attempt(items: $0.items).after(.submitted) })
  }
}

/// Plans accommodations; pure functions from what is known to what to record.
package enum AccommodationPlanning {
  /// The factors that may be granted.
  package static let factors = 1.0...10.0
  /// The minutes that may be granted.
  package static let minutes = 1...FormPolicy.mostMinutes

  /// Plans a grant, or its withdrawal.
  ///
  /// - Parameters:
  ///   - record: What to record.
  ///   - event: The event as it stands.
  ///   - current: The accommodations that hold.
  /// - Returns: The plan; refused are a code that is not enrolled, a factor that is not above 1 and
  ///   at most 10, minutes outside 1 to 1440, a grantor that is no code and a withdrawal where
  ///   nothing is granted. What holds already is a note, and nothing is recorded.
  package static func plan(
    _ record: AccommodationRecord, event: EventSummary, current: [AccommodationRecord]
  ) -> FactPlan {
    let place = SourceLocation(file: event.id)
    var findings: [Diagnostic] = []
    if event.learner(record.code) == nil {
      findings.append(EventMessages.notEnrolled(place, record.code))
    }
    switch record.grant?.time {
    case .factor(let factor) where !(factor > factors.lowerBound && factor <= factors.upperBound):
      findings.append(AccommodationMessages.badFactor())
    case .extraMinutes(let extra) where !minutes.contains(extra):
      findings.append(AccommodationMessages.badMinutes())
    default: break
    }
    if let by = record.by, !RatingPlanning.isCode(by) {
      findings.append(AccommodationMessages.badGrantor(by))
    }
    let held = current.last { $0.event == record.event && $0.code == record.code }
    if record.isWithdrawal, held == nil {
      findings.append(AccommodationMessages.nothingGranted(place, record.code))
    }
    if findings.isEmpty, record == held {
      return FactPlan(facts: [], findings: [AccommodationMessages.known(place, record.code)])
    }
    return FactPlan(facts: [.accommodationGranted(record)], findings: findings)
  }
}

/// The messages about accommodations.
enum AccommodationMessages {
  static func badFactor() -> Diagnostic {
    Diagnostic(
      "bad-factor", at: SourceLocation(file: "--time-factor"),
      LocalizedText(
        en: "The factor must be above 1 and at most 10.", km: "មេគុណត្រូវធំជាង ១ ហើយមិនលើស ១០។"),
      remedy: LocalizedText(
        en: "Write '--time-factor 1.5' for half as much time again.",
        km: "សូមសរសេរ '--time-factor 1.5' សម្រាប់ពេលបន្ថែមពាក់កណ្តាល។"))
  }

  static func badMinutes() -> Diagnostic {
    Diagnostic(
      "bad-minutes", at: SourceLocation(file: "--extra-minutes"),
      LocalizedText(
        en: "The minutes must be between 1 and \(FormPolicy.mostMinutes).",
        km: Khmer.withKhmerDigits("នាទីត្រូវនៅចន្លោះ 1 និង \(FormPolicy.mostMinutes)។")),
      remedy: LocalizedText(
        en: "Write '--no-limit' where the person may take any time.",
        km: "សូមសរសេរ '--no-limit' បើមិនកំណត់ពេល។"))
  }

  static func badGrantor(_ by: String) -> Diagnostic {
    Diagnostic(
      "bad-grantor", at: SourceLocation(file: "--by"),
      LocalizedText(
        en: "'\(by)' cannot stand for whoever grants it.",
        km: "មិនអាចប្រើ '\(by)' ជំនួសអ្នកអនុញ្ញាតបានទេ។"),
      remedy: LocalizedText(
        en: "Use a code or initials of Latin letters, digits, '-', '_' and '.'; never a name.",
        km: "សូមប្រើកូដ ឬអក្សរកាត់ជាអក្សរឡាតាំង លេខ '-', '_' និង '.' ហើយកុំប្រើឈ្មោះ។"))
  }

  static func nothingGranted(_ place: SourceLocation, _ code: String) -> Diagnostic {
    Diagnostic(
      "nothing-granted", at: place,
      LocalizedText(
        en: "Nothing is granted to '\(code)' that could be withdrawn.",
        km: "គ្មានការអនុញ្ញាតសម្រាប់ '\(code)' ដែលអាចដកវិញបានទេ។"),
      remedy: LocalizedText(
        en: "Compare the code with the roster.", km: "សូមផ្ទៀងកូដជាមួយបញ្ជី។"))
  }

  static func known(_ place: SourceLocation, _ code: String) -> Diagnostic {
    Diagnostic(
      "known-accommodation", .note, at: place,
      LocalizedText(
        en: "The same is granted to '\(code)' already; nothing was added.",
        km: "'\(code)' បានទទួលការអនុញ្ញាតដូចគ្នារួចហើយ។ មិនបានបន្ថែមអ្វីទេ។"),
      remedy: LocalizedText(en: "Nothing needs to be done.", km: "មិនចាំបាច់ធ្វើអ្វីទេ។"))
  }
}
