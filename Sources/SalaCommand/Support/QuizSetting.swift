import Assessment
import Curriculum
import Records
import Source
import Terminal
import Text

/// What a person asked for.
struct QuizRequest {
  var form: String?
  var learner: String
  var event: String?
  var occasion: Occasion?
  var curriculum: String?
}

/// Who takes which form, why, and in which event.
struct QuizSetting {
  let code: String
  let event: EventSummary?
  let occasion: Occasion
  var form: TestForm
  let curriculum: Curriculum
  let isSynthetic: Bool
  /// What the learner was granted: more time, large print or both; `nil` for nothing.
  let accommodation: Accommodation?

  /// The time limit of this learner, in minutes; practice has none.
  var minutes: Int? {
    occasion == .practice ? nil : form.policy.minutes(for: accommodation)
  }

  /// What tells one session of practice from another, so that no place of an option is learned by
  /// heart; `nil` in a test.
  var session: String?
  /// Whether this learner reads large print: shaped text a size larger, pages at
  /// `Accommodation.largePrintScale`.
  var hasLargePrint: Bool { accommodation?.hasLargePrint ?? false }

  /// What fixes the order of options for this learner.
  var optionSeed: String {
    (["\(code)/\(form.id)/\(occasion.rawValue)"] + [session].compactMap(\.self))
      .joined(separator: "/")
  }

  func record(language: Language, mode: AttemptMode) -> AttemptRecord {
    AttemptRecord(
      event: event?.id, code: code, occasion: occasion, form: form, language: language, mode: mode,
      optionSeed: optionSeed,
      accommodation: accommodation?.time.map { TimeGrant($0) }, largePrint: hasLargePrint)
  }

  /// Fails where the learner took the form as often as it may be taken.
  func checkLimit(in store: Store) throws {
    let previous = try store.attempts(event: event?.id ?? "", occasion: occasion)
      .filter { $0.code == code && $0.form == form.id }
    guard let limit = form.policy.attempts,
      !AttemptLimit.mayBegin(previous: previous, limit: limit)
    else { return }
    throw CommandFailure(QuizWords.noMoreAttempts(form.id, used: limit), code: 1)
  }

  /// Finds the setting, or fails with what the trainer has to do.
  static func find(
    _ request: QuizRequest, store: Store, console: Console, language: Language
  ) throws -> QuizSetting {
    let events = try store.events()
    let event = try event(request, events: events)
    let code = try code(request.learner, inEvent: event != nil)
    let occasion = try occasion(request, event: event, code: code)
    let loaded = try LoadedForms.load(request.curriculum ?? event?.curriculum, console: console)
    var formID = request.form
    if let event {
      switch EventPlanning.admission(code: code, event: event, occasion: occasion) {
      case .refused(let diagnostic):
        console.report([diagnostic], in: language)
        throw CommandFailure(QuizWords.notNow, code: 1)
      case .anyForm: break
      case .form(let allocated):
        if let asked = request.form, asked != allocated {
          throw CommandFailure(QuizWords.otherForm(asked, allocated: allocated), code: 1)
        }
        formID = allocated
      }
      if loaded.curriculum.version != event.curriculumVersion {
        throw CommandFailure(
          QuizWords.otherVersion(loaded.curriculum.version, event: event.curriculumVersion),
          code: 1)
      }
    }
    guard let id = formID ?? (occasion == .practice ? "practice" : nil) else {
      throw CommandFailure(QuizWords.whichForm(loaded.curriculum.forms.map(\.id)), code: 1)
    }
    // The same learner draws the same questions, so that a stopped form goes on with them.
    let form = FormDraw.form(
      try loaded.form(id, occasion: occasion), learnerSeed: "\(code)/\(id)")
    return QuizSetting(
      code: code, event: event, occasion: occasion, form: form, curriculum: loaded.curriculum,
      isSynthetic: store.isSynthetic,
      accommodation: try accommodation(of: code, in: event, store: store))
  }

  /// What the learner was granted in the event, or everywhere; practice outside any has no limit.
  private static func accommodation(
    of code: String, in event: EventSummary?, store: Store
  ) throws -> Accommodation? {
    guard let event else { return nil }
    let own = try store.accommodations().filter { $0.code == code }
    return (own.last { $0.event == event.id } ?? own.last { $0.event == nil })?.accommodation
  }

  private static func event(_ request: QuizRequest, events: [EventSummary]) throws
    -> EventSummary?
  {
    if let id = request.event {
      if let event = events.first(where: { $0.id == id }) { return event }
      throw CommandFailure(
        EventWords.noEvent(id, suggestion: Suggestion.nearest(to: id, in: events.map(\.id))),
        code: 1)
    }
    if request.occasion == .practice { return nil }
    guard case .code(let code) = LearnerCode.parse(request.learner) else { return nil }
    let open = events.filter { event in
      event.learner(code) != nil && (event.openOccasions.contains { $0 != .practice })
        && (request.occasion.map(event.openOccasions.contains) ?? true)
    }
    if open.count > 1 { throw CommandFailure(QuizWords.whichEvent(open.map(\.id)), code: 1) }
    return open.first
  }

  /// Within an event a code must be one that Sala gave; outside, any short name will do.
  private static func code(_ typed: String, inEvent: Bool) throws -> String {
    switch LearnerCode.parse(typed) {
    case .code(let code): return code
    case .wrong(let reason):
      if inEvent { throw CommandFailure(QuizWords.badCode(typed, reason), code: 1) }
    }
    let isName =
      (1...64).contains(typed.utf8.count)
      && typed.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
      }
    guard isName else { throw CommandFailure(QuizWords.badName(typed), code: 1) }
    return typed
  }

  private static func occasion(_ request: QuizRequest, event: EventSummary?, code: String) throws
    -> Occasion
  {
    if let occasion = request.occasion { return occasion }
    guard let event else {
      if request.form == nil { throw CommandFailure(QuizWords.nothingOpen(code), code: 1) }
      throw CommandFailure(QuizWords.whichOccasion(Occasion.allCases), code: 1)
    }
    let open = event.openOccasions
    if open.count > 1 { throw CommandFailure(QuizWords.whichOccasion(open), code: 1) }
    guard let only = open.first else { throw CommandFailure(QuizWords.nothingOpen(code), code: 1) }
    return only
  }
}
