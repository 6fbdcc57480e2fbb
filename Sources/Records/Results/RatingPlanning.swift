package import Assessment
package import Text

/// Plans judgements of humans; pure functions from what is known to what to record.
package enum RatingPlanning {
  /// What a judgement is to record.
  package struct Plan: Sendable, Hashable {
    /// What to append; empty where there is an error, or nothing new.
    package var facts: [Fact] = []
    /// What was found.
    package var findings: [Diagnostic] = []
    /// The outcome; `nil` where there is an error.
    package var outcome: Outcome?
    /// Whether the same person judged the same as before, and nobody else since.
    package var isKnown = false
  }

  /// Plans a judgement of one answer.
  ///
  /// - Parameters:
  ///   - item: The item; it needs a human's judgement.
  ///   - attempt: The attempt, handed in, with the item among its outcomes.
  ///   - rubric: The rubric of the item.
  ///   - typed: The levels as they were typed: `criterion=N`, the place of the level from 1 on, in
  ///     Latin or Khmer digits.
  ///   - rater: The code of whoever judges.
  ///   - option: What the levels were typed after: the place of the findings.
  /// - Returns: The plan; refused are criteria that the rubric does not have, levels that are not
  ///   there, a criterion twice or left out, and a rater that is no code.
  package static func plan(
    _ item: Item, of attempt: ScoredAttempt, rubric: Rubric, typed: [String], rater: String,
    option: String
  ) -> Plan {
    var plan = Plan()
    let (levels, wrong) = levels(typed, rubric: rubric, option: option)
    plan.findings = wrong
    if !isCode(rater) { plan.findings.append(RatingMessages.badRater(rater)) }
    guard plan.findings.isEmpty else { return plan }
    let outcome = RubricScoring.outcome(item, rubric: rubric, ratings: levels)
    plan.outcome = outcome
    let last = attempt.ratings.last { $0.item == item.id }
    plan.isKnown =
      last?.rater == rater && last?.levels == levels
      && last?.rubricVersion == rubric.scaleVersion
      && attempt.outcomes.contains(outcome)
    if !plan.isKnown {
      plan.facts = [
        .ratingGiven(
          RatingRecord(
            attempt: attempt.id, rubric: rubric, levels: levels, rater: rater, outcome: outcome,
            revision: (attempt.revisions[item.id] ?? 0) + 1))
      ]
    }
    return plan
  }

  /// Reads levels as they are typed, one for each criterion of a rubric.
  ///
  /// - Parameters:
  ///   - typed: `criterion=N` each, the place of the level from 1 on.
  ///   - rubric: The rubric.
  ///   - option: What they were typed after: the place of the findings.
  /// - Returns: The place of each level from 0 on, by criterion, and what was not understood.
  static func levels(
    _ typed: [String], rubric: Rubric, option: String
  ) -> (levels: [String: Int], findings: [Diagnostic]) {
    let place = SourceLocation(file: option)
    var levels: [String: Int] = [:]
    var findings: [Diagnostic] = []
    for text in typed {
      switch level(text, rubric: rubric, place: place) {
      case .failure(let finding): findings.append(finding.diagnostic)
      case .success(let (criterion, _)) where levels[criterion] != nil:
        findings.append(RatingMessages.criterionTwice(place, criterion))
      case .success(let (criterion, level)): levels[criterion] = level
      }
    }
    let missing = rubric.criteria.filter { levels[$0.id] == nil }
    if !missing.isEmpty, findings.isEmpty {
      findings.append(RatingMessages.missing(place, missing.map(\.id)))
    }
    return (levels, findings)
  }

  /// Tells whether a text can stand for whoever judges or grants, as a name has no place in a
  /// journal.
  ///
  /// It has 1 to 64 Latin letters, digits, hyphens, underscores and points.
  package static func isCode(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
      }
  }

  private struct Refusal: Error {
    var diagnostic: Diagnostic
  }

  private static func level(
    _ text: String, rubric: Rubric, place: SourceLocation
  ) -> Result<(String, Int), Refusal> {
    let scalars = text.unicodeScalars
    guard let mark = scalars.lastIndex(of: "=") else {
      return .failure(Refusal(diagnostic: RatingMessages.notALevel(place, text)))
    }
    let id = TextInteraction.normalised(String(scalars[..<mark]), isCaseSensitive: true)
    let digits = TextInteraction.normalised(String(scalars[scalars.index(after: mark)...]))
    guard let criterion = rubric.criteria.first(where: { $0.id == id }) else {
      return .failure(
        Refusal(
          diagnostic: RatingMessages.unknownCriterion(place, id, known: rubric.criteria.map(\.id)))
      )
    }
    guard let number = Int(digits), (1...max(1, criterion.levels.count)).contains(number),
      !criterion.levels.isEmpty
    else {
      return .failure(
        Refusal(
          diagnostic: RatingMessages.unknownLevel(place, text, count: criterion.levels.count)))
    }
    return .success((id, number - 1))
  }
}

/// The messages about judgements.
enum RatingMessages {
  static func notALevel(_ place: SourceLocation, _ text: String) -> Diagnostic {
    Diagnostic(
      "not-a-level", at: place,
      LocalizedText(
        en: "'\(text)' does not say a criterion and its level.",
        km: "'\(text)' មិនបញ្ជាក់លក្ខណៈវិនិច្ឆ័យ និងកម្រិតទេ។"),
      remedy: LocalizedText(
        en: "Write the criterion, '=', and the number of the level, such as 'clear=2'.",
        km: "សូមសរសេរលក្ខណៈវិនិច្ឆ័យ '=' និងលេខកម្រិត ដូចជា 'clear=2'។"))
  }

  static func unknownCriterion(
    _ place: SourceLocation, _ id: String, known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    let nearest = Suggestion.nearest(to: id, in: known)
    let guess = nearest.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = nearest.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return Diagnostic(
      "unknown-criterion", at: place,
      LocalizedText(
        en: "The rubric has no criterion '\(id)'.", km: "តារាងវាយតម្លៃគ្មានលក្ខណៈវិនិច្ឆ័យ '\(id)' ទេ។"),
      remedy: LocalizedText(
        en: "\(guess)It has: \(list).", km: "\(guessKhmer)អ្វីដែលមាន៖ \(list)។"))
  }

  static func unknownLevel(_ place: SourceLocation, _ text: String, count: Int) -> Diagnostic {
    Diagnostic(
      "unknown-level", at: place,
      LocalizedText(
        en: "'\(text)' names no level of the criterion.",
        km: "'\(text)' មិនមែនជាកម្រិតនៃលក្ខណៈវិនិច្ឆ័យនេះទេ។"),
      remedy: LocalizedText(
        en: "Its levels are numbered from 1 to \(count), in the order of the rubric.",
        km: "កម្រិតមានលេខពី 1 ដល់ \(count) តាមលំដាប់ក្នុងតារាងវាយតម្លៃ។"))
  }

  static func criterionTwice(_ place: SourceLocation, _ id: String) -> Diagnostic {
    Diagnostic(
      "criterion-twice", at: place,
      LocalizedText(
        en: "The criterion '\(id)' got two levels.", km: "លក្ខណៈវិនិច្ឆ័យ '\(id)' មានកម្រិតពីរ។"),
      remedy: LocalizedText(en: "Give it one.", km: "សូមដាក់កម្រិតតែមួយ។"))
  }

  static func missing(_ place: SourceLocation, _ ids: [String]) -> Diagnostic {
    let list = ids.joined(separator: ", ")
    return Diagnostic(
      "criterion-missing", at: place,
      LocalizedText(
        en: "These criteria got no level: \(list).",
        km: "លក្ខណៈវិនិច្ឆ័យទាំងនេះគ្មានកម្រិតទេ៖ \(list)។"),
      remedy: LocalizedText(
        en: "Give every criterion a level; an answer is judged whole.",
        km: "សូមដាក់កម្រិតឱ្យលក្ខណៈវិនិច្ឆ័យនីមួយៗ ព្រោះចម្លើយត្រូវវាយតម្លៃទាំងមូល។"))
  }

  static func badRater(_ rater: String) -> Diagnostic {
    Diagnostic(
      "bad-rater", at: SourceLocation(file: "--rater"),
      LocalizedText(
        en: "'\(rater)' cannot stand for whoever judges.",
        km: "មិនអាចប្រើ '\(rater)' ជំនួសអ្នកវាយតម្លៃបានទេ។"),
      remedy: LocalizedText(
        en: "Use a code or initials of Latin letters, digits, '-', '_' and '.'; never a name.",
        km: "សូមប្រើកូដ ឬអក្សរកាត់ជាអក្សរឡាតាំង លេខ '-', '_' និង '.' ហើយកុំប្រើឈ្មោះ។"))
  }
}
