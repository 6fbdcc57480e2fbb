package import Text

/// Finds what cannot have happened as the records say: not a broken file, but a word that somebody
/// should look at.
package enum DeliveryFindings {
  /// Looks through all events; a pure function of its arguments.
  ///
  /// Found are trainers who taught modules before they were certified for them, or before they were
  /// taught them; trainers and learners at two places on one day; classes above a limit; attendance
  /// outside the dates of its event, of people who are not enrolled, or at an event that was
  /// cancelled; and circles of links. Whether anybody is certified is asked only where the records
  /// hold a certification at all. Days are days of the calendar only where an event takes at most a
  /// week; of a longer one, such as one a day a week, single days are not known.
  ///
  /// - Parameters:
  ///   - events: The events.
  ///   - statements: What facts say beside tests.
  ///   - classLimit: The most learners of one event; `nil` without a limit.
  /// - Returns: Warnings in the order of events; the place of each is the event or the code.
  package static func findings(
    _ events: [EventSummary], statements: Statements, classLimit: Int? = nil
  ) -> [Diagnostic] {
    let links = CodeLinks(statements.links.map(\.record))
    let grouped = grouped(statements)
    let all = events.map { event in
      Held(
        event: event, delivery: EventDelivery(event.id, grouped[event.id] ?? Statements()),
        links: links)
    }
    let certifications = Dictionary(
      grouping: statements.certifications.map(\.record), by: { links.person($0.code) })
    var found: [Diagnostic] = links.circles.map(DeliveryFindingMessages.circle)
    for held in all {
      if let classLimit, held.learners.count > classLimit, !held.isCancelled {
        found.append(
          DeliveryFindingMessages.classAbove(held.event.id, held.learners.count, classLimit))
      }
      found += attendance(held)
      if !certifications.isEmpty { found += uncertified(held, certifications) }
      found += untaught(held, all)
    }
    return found + twoPlaces(all)
  }

  /// An event with what is known of it.
  private struct Held {
    let event: EventSummary
    let delivery: EventDelivery
    let learners: Set<String>
    let days: EventDays?

    init(event: EventSummary, delivery: EventDelivery, links: CodeLinks) {
      self.event = event
      self.delivery = delivery
      learners = Set(event.learners.map { links.person($0.code) })
      days = EventDays(delivery.details)
    }

    var isCancelled: Bool { delivery.details.status == .cancelled }
  }

  /// Statements by the event that they are about, with all links in each, so that an event is
  /// joined without looking through those of all others.
  private static func grouped(_ all: Statements) -> [String: Statements] {
    var result: [String: Statements] = [:]
    func add<Record>(
      _ list: [Said<Record>], _ event: (Record) -> String,
      _ path: WritableKeyPath<Statements, [Said<Record>]>
    ) {
      for said in list {
        result[event(said.record), default: Statements()][keyPath: path].append(said)
      }
    }
    add(all.details, \.event, \.details)
    add(all.assignments, \.event, \.assignments)
    add(all.attendance, \.event, \.attendance)
    for key in result.keys { result[key]?.links = all.links }
    return result
  }

  // MARK: One event

  private static func attendance(_ held: Held) -> [Diagnostic] {
    let id = held.event.id
    let there = held.delivery.attendance.mapValues { day in
      Set(day.filter { $0.value != .absent }.keys)
    }
    var found: [Diagnostic] = []
    let outside = there.filter { day, codes in
      !codes.isEmpty && !(1...(held.days?.count ?? 366)).contains(day)
    }
    for day in outside.keys.sorted() {
      found.append(
        DeliveryFindingMessages.dayOutside(id, day, count: held.days?.count ?? 366))
    }
    let strangers = there.values.reduce(into: Set<String>()) { $0.formUnion($1) }
      .subtracting(held.learners)
    for code in strangers.sorted() {
      found.append(DeliveryFindingMessages.notEnrolled(id, code))
    }
    if held.isCancelled, there.values.contains(where: { !$0.isEmpty }) {
      found.append(DeliveryFindingMessages.cancelled(id))
    }
    return found
  }

  private static func uncertified(
    _ held: Held, _ certifications: [String: [CertificationRecord]]
  ) -> [Diagnostic] {
    guard !held.isCancelled, let day = held.delivery.details.from else { return [] }
    return held.delivery.trainers.flatMap { trainer in
      let own = certifications[trainer.code] ?? []
      let missing = (held.delivery.details.modules ?? []).filter { module in
        !isCertified(own.filter { $0.modules.contains(module) }, on: day)
      }
      guard !missing.isEmpty else { return [Diagnostic]() }
      return [
        DeliveryFindingMessages.uncertified(held.event.id, trainer.code, missing, day: day)
      ]
    }
  }

  /// Tells whether a trainer was certified on a day by the latest word that begins by then.
  private static func isCertified(_ records: [CertificationRecord], on day: String) -> Bool {
    guard let last = records.last(where: { $0.from <= day }) else { return false }
    return last.withdrawn != true && (last.until.map { day <= $0 } ?? true)
  }

  /// Trainers who teach an event before the one at which they learned the same ended.
  private static func untaught(_ held: Held, _ all: [Held]) -> [Diagnostic] {
    guard !held.isCancelled, let days = held.days else { return [] }
    let modules = Set(held.delivery.details.modules ?? [])
    return held.delivery.trainers.flatMap { trainer in
      let own = all.filter { other in
        other.event.id != held.event.id && !other.isCancelled && other.days != nil
          && other.learners.contains(trainer.code)
          && (modules.isEmpty || other.delivery.details.modules == nil
            || !modules.isDisjoint(with: other.delivery.details.modules ?? []))
      }
      // One that ended in time suffices.
      guard let first = own.min(by: { ($0.days?.last ?? 0) < ($1.days?.last ?? 0) }),
        let ended = first.days?.last, ended > days.first
      else { return [Diagnostic]() }
      return [
        DeliveryFindingMessages.untaught(held.event.id, trainer.code, learnedAt: first.event.id)
      ]
    }
  }

  // MARK: Two events

  /// Whoever teaches or is there at two events on one day, unless both are at one place.
  private static func twoPlaces(_ all: [Held]) -> [Diagnostic] {
    struct Stay {
      var event: String
      var place: [String?]
    }
    var stays: [String: [Int: [Stay]]] = [:]
    for held in all where !held.isCancelled {
      guard let days = held.days else { continue }
      let stay = Stay(
        event: held.event.id, place: [held.delivery.details.venue, held.delivery.details.province])
      var present: [String: Set<Int>] = [:]
      for trainer in held.delivery.trainers {
        present[trainer.code, default: []].formUnion(days.calendar(trainer.days))
      }
      for (day, codes) in held.delivery.attendance {
        for (code, presence) in codes where presence == .full {
          present[code, default: []].formUnion(days.calendar([day]))
        }
      }
      for (code, days) in present {
        for day in days { stays[code, default: [:]][day, default: []].append(stay) }
      }
    }
    var found: [Diagnostic] = []
    for (code, days) in stays.sorted(by: { $0.key < $1.key }) {
      var pairs: Set<[String]> = []
      for (_, day) in days.sorted(by: { $0.key < $1.key }) where day.count > 1 {
        for (index, one) in day.enumerated() {
          for other in day[(index + 1)...] {
            let isOnePlace = one.place.contains { $0 != nil } && one.place == other.place
            let pair = [one.event, other.event].sorted()
            if !isOnePlace, pairs.insert(pair).inserted {
              found.append(DeliveryFindingMessages.twoPlaces(code, pair))
            }
          }
        }
      }
    }
    return found
  }
}

/// The messages about what cannot have happened.
enum DeliveryFindingMessages {
  private static let lookAgain = LocalizedText(
    en: "Find out which word is wrong, and say the right one; both stay in the records.",
    km: "សូមរកឱ្យដឹងថាព័ត៌មានណាខុស ហើយបញ្ចូលព័ត៌មានត្រឹមត្រូវ។ ទាំងពីរនៅក្នុងកំណត់ត្រា។")

  private static func warning(
    _ code: String, _ place: String, _ text: LocalizedText
  ) -> Diagnostic {
    Diagnostic(code, .warning, at: SourceLocation(file: place), text, remedy: lookAgain)
  }

  static func circle(_ codes: [String]) -> Diagnostic {
    let list = codes.joined(separator: ", ")
    return warning(
      "link-circle", codes.first ?? "",
      LocalizedText(
        en: "These codes are each linked to the next: \(list); they count as one person.",
        km: "កូដទាំងនេះភ្ជាប់គ្នាវិលជុំ៖ \(list)។ វារាប់ជាមនុស្សម្នាក់។"))
  }

  static func classAbove(_ event: String, _ count: Int, _ limit: Int) -> Diagnostic {
    warning(
      "class-above-limit", event,
      LocalizedText(
        en: "\(count) learners are enrolled in '\(event)'; the limit of a class is \(limit).",
        km: Khmer.withKhmerDigits("សិក្ខាកាម \(count) នាក់ចុះឈ្មោះក្នុង ")
          + "'\(event)'" + Khmer.withKhmerDigits("។ ចំនួនអតិបរមានៃថ្នាក់គឺ \(limit)។")))
  }

  static func dayOutside(_ event: String, _ day: Int, count: Int) -> Diagnostic {
    warning(
      "attendance-outside", event,
      LocalizedText(
        en: "There is attendance on day \(day) of '\(event)', which has \(count).",
        km: "មានវត្តមាននៅថ្ងៃទី \(Khmer.withKhmerDigits("\(day)")) នៃ '\(event)' ដែលមាន "
          + Khmer.withKhmerDigits("\(count) ថ្ងៃ។")))
  }

  static func notEnrolled(_ event: String, _ code: String) -> Diagnostic {
    warning(
      "attendance-not-enrolled", event,
      LocalizedText(
        en: "'\(code)' was at '\(event)' and is not enrolled there.",
        km: "'\(code)' មានវត្តមាននៅ '\(event)' តែមិនបានចុះឈ្មោះទេ។"))
  }

  static func cancelled(_ event: String) -> Diagnostic {
    warning(
      "attendance-cancelled", event,
      LocalizedText(
        en: "There is attendance at '\(event)', which was cancelled.",
        km: "មានវត្តមាននៅ '\(event)' ដែលត្រូវបានលុបចោល។"))
  }

  static func uncertified(
    _ event: String, _ code: String, _ modules: [String], day: String
  ) -> Diagnostic {
    let list = modules.joined(separator: ", ")
    return warning(
      "taught-uncertified", event,
      LocalizedText(
        en: "'\(code)' taught '\(event)' on \(day) without being certified then for: \(list).",
        km:
          "'\(code)' បានបង្រៀន '\(event)' នៅថ្ងៃ \(Khmer.withKhmerDigits(day)) ដោយមិនទាន់មានវិញ្ញាបនបត្រសម្រាប់៖ \(list)។"
      ))
  }

  static func untaught(_ event: String, _ code: String, learnedAt: String) -> Diagnostic {
    warning(
      "taught-before-learned", event,
      LocalizedText(
        en: "'\(code)' taught '\(event)' before '\(learnedAt)' ended, where '\(code)' learned it.",
        km: "'\(code)' បានបង្រៀន '\(event)' មុន '\(learnedAt)' បញ្ចប់ ដែលជាកន្លែង '\(code)' បានរៀន។"))
  }

  static func twoPlaces(_ code: String, _ events: [String]) -> Diagnostic {
    let list = events.joined(separator: ", ")
    return warning(
      "two-places", code,
      LocalizedText(
        en: "'\(code)' was at two places on one day: \(list).",
        km: "'\(code)' នៅកន្លែងពីរក្នុងថ្ងៃតែមួយ៖ \(list)។"))
  }
}
