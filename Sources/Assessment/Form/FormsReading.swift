package import Source
package import Text

/// What `forms.yaml` holds.
package struct FormsFile: Sendable, Hashable {
  /// The blueprint of the parallel forms; `nil` where there is none, or after findings.
  package var blueprint: Blueprint?
  /// The other forms, in order.
  package var tests: [FormSpecification]
}

/// Reads `forms.yaml`.
package enum FormsReading {
  /// The newest format this reader knows.
  package static let format = 1

  private static let keys =
    [
      "id", "title", "seed", "minutes", "mastery", "statuses", "blueprint", "constraints", "forms",
      "tests", "approval", "review",
    ] + policyKeys
  static let policyKeys = ["mode", "attempts", "feedback", "shuffle", "grace"]
  static let limitKeys = ["min", "max"]

  /// Returns the blueprint of a file, or `nil` after findings.
  package static func blueprint(_ file: SourceFile, collector: DiagnosticCollector) -> Blueprint? {
    read(file, collector: collector)?.blueprint
  }

  /// Returns what a file holds, or `nil` after findings that leave nothing to read.
  ///
  /// A file with `tests:` needs no blueprint; one without must have it.
  package static func read(_ file: SourceFile, collector: DiagnosticCollector) -> FormsFile? {
    guard let map = YAMLReading.map(file, keys: keys, format: format, collector: collector)
    else { return nil }
    let statuses = statuses(map) ?? [.operational]
    let hasBlueprint =
      !map.has("tests") || map.has("blueprint") || map.has("forms") || map.has("constraints")
    let blueprint = hasBlueprint ? blueprint(map, statuses: statuses) : nil
    let common = FormSpecification.Common(
      seed: map.integer("seed", in: 0...999_999_999, required: false) ?? 0,
      masteryPercent: map.integer("mastery", in: 0...100, required: false) ?? 0,
      statuses: statuses)
    let tests = map.maps("tests", keys: SpecificationReading.keys, required: false)
      .compactMap { SpecificationReading.form($0, common: common) }
    return FormsFile(blueprint: blueprint, tests: tests)
  }

  private static func blueprint(_ map: YAMLMap, statuses: [ItemStatus]) -> Blueprint? {
    guard let id = map.text("id"), let title = map.localized("title"),
      let seed = map.integer("seed", in: 0...999_999_999),
      let minutes = map.integer("minutes", in: 1...600),
      let mastery = map.integer("mastery", in: 0...100)
    else { return nil }
    let constraints = ConstraintsReading.constraints(map)
    let isFree = constraints?.items != nil
    let cells = distinct(
      map.maps(
        "blueprint", keys: ["outcome", "cognitive", "count", "anchors"], required: !isFree
      ).compactMap(cell), map)
    let forms = map.maps("forms", keys: ["id", "title"]).compactMap { form in
      if let id = form.located("id"), let title = form.localized("title") {
        return Blueprint.FormName(id: id.value, title: title, location: id.location)
      }
      return nil
    }
    if cells.isEmpty, !isFree {
      map.report(
        "missing-key", at: "blueprint", FormMessages.nothingToAsk,
        remedy: FormMessages.nothingToAskRemedy)
    }
    guard !cells.isEmpty || isFree, !forms.isEmpty else { return nil }
    return Blueprint(
      id: id, title: title, seed: seed, minutes: minutes, masteryPercent: mastery,
      statuses: statuses, cells: cells, forms: forms,
      policy: policy(map, minutes: minutes, isScored: true), constraints: constraints,
      location: map.location)
  }

  private static func cell(_ map: YAMLMap) -> Blueprint.Cell? {
    guard let outcome = map.located("outcome"),
      let cognitive = map.choice("cognitive", as: CognitiveLevel.self),
      let count = map.integer("count", in: 1...500),
      let anchors = map.integer("anchors", in: 0...count)
    else { return nil }
    return Blueprint.Cell(outcome: outcome, cognitive: cognitive, count: count, anchors: anchors)
  }

  /// Leaves out a second cell for the same thing, with a finding.
  private static func distinct(_ cells: [Blueprint.Cell], _ map: YAMLMap) -> [Blueprint.Cell] {
    var seen: Set<String> = []
    return cells.filter { cell in
      if seen.insert("\(cell.cognitive.rawValue) \(cell.outcome.value)").inserted { return true }
      let place = cell.outcome.location
      map.collectFinding(
        "duplicate-cell", at: place, length: cell.outcome.value.unicodeScalars.count,
        FormMessages.duplicateCell(cell.outcome.value, cell.cognitive.rawValue),
        remedy: FormMessages.duplicateCellRemedy)
      return false
    }
  }

  /// Returns the statuses that are written, or `nil` where none is.
  static func statuses(_ map: YAMLMap) -> [ItemStatus]? {
    let read = values(map, "statuses", as: ItemStatus.self)
    return read.isEmpty ? nil : read
  }

  /// Returns the cases that a list names.
  static func values<Choice: RawRepresentable & CaseIterable>(
    _ map: YAMLMap, _ key: String, as type: Choice.Type
  ) -> [Choice] where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    return map.texts(key, required: false).compactMap { text -> Choice? in
      if let value = Choice(rawValue: text.value) { return value }
      map.report(
        "unknown-value", at: key, ItemMessages.unknownValue(text.value, key: key),
        remedy: ItemMessages.useOneOf(
          known, suggestion: Suggestion.nearest(to: text.value, in: known)))
      return nil
    }
  }

  /// What `shuffle:` may name.
  private enum Shuffled: String, CaseIterable {
    case items
    case options
  }

  /// Returns how a form is taken; what is not written is as usual for its mode, and a form that
  /// `isScored`, as those of a blueprint are, is no survey.
  static func policy(_ map: YAMLMap, minutes: Int?, isScored: Bool = false) -> FormPolicy {
    var mode = map.choice("mode", as: FormMode.self, required: false) ?? .exam
    if isScored, mode == .survey {
      map.report(
        "unknown-value", at: "mode", ItemMessages.unknownValue("survey", key: "mode"),
        remedy: ItemMessages.useOneOf(["exam", "practice"], suggestion: nil))
      mode = .exam
    }
    var policy = FormPolicy.standard(mode, minutes: minutes)
    policy.attempts = map.integer("attempts", in: 1...100, required: false)
    policy.feedback =
      map.choice("feedback", as: FeedbackTime.self, required: false) ?? policy.feedback
    policy.graceMinutes = map.integer("grace", in: 0...60, required: false) ?? 0
    if map.has("shuffle") {
      let shuffled = values(map, "shuffle", as: Shuffled.self)
      policy.shufflesItems = shuffled.contains(.items)
      policy.shufflesOptions = shuffled.contains(.options)
    }
    return policy
  }
}

extension YAMLMap {
  /// Adds a finding at a place of this file.
  func collectFinding(
    _ code: String, at place: SourceLocation, length: Int, _ message: LocalizedText,
    remedy: LocalizedText
  ) {
    add(
      file.diagnostic(
        code, line: place.line, column: place.column, length: length, message, remedy: remedy))
  }
}
