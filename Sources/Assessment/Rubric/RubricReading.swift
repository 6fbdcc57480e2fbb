package import Source
package import Text

/// Reads rubrics from `rubrics/<id>.yaml`.
package enum RubricReading {
  /// The keys of a rubric's file, beside `format`.
  static let keys = ["id", "title", "criteria", "review", "approval"]

  /// Returns a rubric with its file's map, or adds findings and gives `nil`.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - format: The newest format that is known.
  ///   - collector: Receives the findings.
  /// - Returns: The rubric, or `nil` where its parts cannot be read; nothing where the file is no
  ///   YAML of a known format.
  package static func read(_ file: SourceFile, format: Int, collector: DiagnosticCollector) -> (
    rubric: Rubric?, map: YAMLMap
  )? {
    guard let map = YAMLReading.map(file, keys: keys, format: format, collector: collector)
    else { return nil }
    return (rubric(map), map)
  }

  private static func rubric(_ map: YAMLMap) -> Rubric? {
    let criteria = map.maps("criteria", keys: ["id", "title", "levels"])
      .compactMap { criterion($0) }
    guard let id = map.text("id"), let title = map.localized("title") else { return nil }
    if map.has("criteria"), criteria.isEmpty {
      map.report(
        "bad-rubric", at: "criteria", RubricMessages.noCriteria,
        remedy: RubricMessages.criteriaRemedy)
    }
    var seen: Set<String> = []
    for criterion in criteria where !seen.insert(criterion.id).inserted {
      map.report(
        "bad-rubric", at: "criteria", RubricMessages.criterionTwice(criterion.id),
        remedy: RubricMessages.criteriaRemedy)
    }
    let review = Set(
      map.texts("review", required: false).compactMap { Language(rawValue: $0.value) })
    return Rubric(
      id: id, title: title, criteria: criteria, review: review, location: map.location(of: "id"))
  }

  private static func criterion(_ map: YAMLMap) -> Rubric.Criterion? {
    let levels = map.maps("levels", keys: ["points", "text"]).compactMap {
      level -> Rubric.Level? in
      guard let points = level.number("points", in: 0...1000), let text = level.localized("text")
      else { return nil }
      return Rubric.Level(points: points, text: text)
    }
    guard let id = map.text("id"), let title = map.localized("title") else { return nil }
    if Set(levels.map(\.points)).count < 2 {
      map.report(
        "bad-rubric", at: "levels", RubricMessages.fewLevels(id),
        remedy: RubricMessages.levelsRemedy)
    }
    return Rubric.Criterion(
      id: id, title: title, levels: levels, location: map.location(of: "id"))
  }
}

/// The messages about rubrics.
enum RubricMessages {
  static let noCriteria = LocalizedText(
    en: "The rubric has no criteria.", km: "តារាងវាយតម្លៃនេះគ្មានលក្ខណៈវិនិច្ឆ័យទេ។")

  static func criterionTwice(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The criterion '\(id)' stands twice.", km: "លក្ខណៈវិនិច្ឆ័យ '\(id)' មានពីរដង។")
  }

  static let criteriaRemedy = LocalizedText(
    en: "Write at least one criterion, each with an id of its own.",
    km: "សូមសរសេរលក្ខណៈវិនិច្ឆ័យយ៉ាងតិចមួយ ដោយមានលេខសម្គាល់រៀងៗខ្លួន។")

  static func fewLevels(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The criterion '\(id)' has fewer than two levels of different points.",
      km: "លក្ខណៈវិនិច្ឆ័យ '\(id)' មានកម្រិតដែលពិន្ទុខុសគ្នាតិចជាងពីរ។")
  }

  static let levelsRemedy = LocalizedText(
    en: "Write levels such as '{points: 0, text: …}' and '{points: 2, text: …}'.",
    km: "សូមសរសេរកម្រិត ដូចជា '{points: 0, text: …}' និង '{points: 2, text: …}'។")
}
