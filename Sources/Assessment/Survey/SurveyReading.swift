package import Source
package import Text

/// Reads forms about reaction and behaviour from `surveys/<id>.yaml`.
package enum SurveyReading {
  /// The keys of a form's file, beside `format`.
  static let keys = [
    "id", "title", "introduction", "respondents", "months", "scales", "questions", "review",
    "approval",
  ]

  /// The kinds of questions, as they are written.
  private enum KindName: String, CaseIterable {
    case scale, text, choice
  }

  /// Returns a form with its file's map, or adds findings and gives `nil`.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - format: The newest format that is known.
  ///   - collector: Receives the findings.
  /// - Returns: The form, or `nil` where its parts cannot be read; nothing where the file is no
  ///   YAML of a known format.
  package static func read(
    _ file: SourceFile, format: Int, collector: DiagnosticCollector
  ) -> (survey: SurveyForm?, map: YAMLMap)? {
    guard let map = YAMLReading.map(file, keys: keys, format: format, collector: collector)
    else { return nil }
    return (survey(map), map)
  }

  private static func survey(_ map: YAMLMap) -> SurveyForm? {
    let scales = scales(map)
    let questions = map.maps(
      "questions", keys: ["id", "competency", "kind", "scale", "options", "text"]
    ).compactMap { question($0, scales: scales) }
    let respondents = map.texts("respondents").compactMap { name -> SurveyForm.Respondent? in
      if let known = SurveyForm.Respondent(rawValue: name.value) { return known }
      map.report(
        "unknown-value", at: "respondents", SurveyMessages.noRespondent(name.value),
        remedy: SurveyMessages.respondents)
      return nil
    }
    guard let id = map.text("id"), let title = map.localized("title") else { return nil }
    var seen: Set<String> = []
    for question in questions where !seen.insert(question.id).inserted {
      map.report(
        "duplicate-id", at: "questions", SurveyMessages.questionTwice(question.id),
        remedy: SurveyMessages.otherID)
    }
    if map.has("questions"), questions.isEmpty {
      map.report(
        "no-questions", at: "questions", SurveyMessages.noQuestions,
        remedy: SurveyMessages.writeQuestions)
    }
    let review = Set(
      map.texts("review", required: false).compactMap { Language(rawValue: $0.value) })
    return SurveyForm(
      id: id, title: title,
      introduction: map.localized("introduction", required: false) ?? LocalizedText(same: ""),
      respondents: respondents, months: months(map), questions: questions, review: review,
      location: map.location(of: "id"))
  }

  private static func months(_ map: YAMLMap) -> ClosedRange<Int>? {
    guard let own = map.map("months", keys: ["from", "to"], required: false),
      let from = own.integer("from", in: 0...60), let to = own.integer("to", in: 0...60)
    else { return nil }
    guard from <= to else {
      own.report(
        "bad-months", at: "to", SurveyMessages.badMonths, remedy: SurveyMessages.monthsRemedy)
      return nil
    }
    return from...to
  }

  private static func scales(_ map: YAMLMap) -> [String: [SurveyForm.Level]] {
    let scales = map.maps("scales", keys: ["id", "levels"], required: false).compactMap {
      scale -> (String, [SurveyForm.Level])? in
      let levels = scale.maps("levels", keys: ["value", "text"]).compactMap {
        level -> SurveyForm.Level? in
        guard let value = level.integer("value", in: 0...100), let text = level.localized("text")
        else { return nil }
        return SurveyForm.Level(value: value, text: text)
      }
      guard let id = scale.text("id") else { return nil }
      if Set(levels.map(\.value)).count < max(2, levels.count) {
        scale.report(
          "bad-scale", at: "levels", SurveyMessages.badScale(id),
          remedy: SurveyMessages.scaleRemedy)
      }
      return (id, levels)
    }
    return Dictionary(scales, uniquingKeysWith: { first, _ in first })
  }

  private static func question(
    _ map: YAMLMap, scales: [String: [SurveyForm.Level]]
  ) -> SurveyForm.Question? {
    guard let id = map.text("id"), let text = map.localized("text"),
      let name = map.choice("kind", as: KindName.self)
    else { return nil }
    let kind: SurveyForm.Kind
    switch name {
    case .text: kind = .text
    case .scale:
      guard let scale = map.text("scale") else { return nil }
      guard let levels = scales[scale] else {
        map.report(
          "unknown-scale", at: "scale", SurveyMessages.noScale(scale),
          remedy: SurveyMessages.scales(scales.keys.sorted()))
        return nil
      }
      kind = .scale(levels)
    case .choice:
      kind = .choice(
        map.maps("options", keys: ["id", "text"]).compactMap { option in
          guard let id = option.text("id"), let text = option.localized("text") else { return nil }
          return SurveyForm.Option(id: id, text: text)
        })
    }
    return SurveyForm.Question(
      id: id, competency: map.located("competency", required: false), text: text, kind: kind)
  }
}

/// The messages about surveys.
enum SurveyMessages {
  static func noRespondent(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' is nobody who answers a survey.",
      km: "'\(name)' មិនមែនជាអ្នកឆ្លើយកម្រងសំណួរទេ។")
  }

  static let respondents = LocalizedText(
    en: "Write participant, supervisor or counterpart.",
    km: "សូមសរសេរ participant (សិក្ខាកាម), supervisor (ថ្នាក់លើ) ឬ counterpart (ដៃគូការងារ)។")

  static func questionTwice(_ id: String) -> LocalizedText {
    LocalizedText(en: "The question '\(id)' stands twice.", km: "សំណួរ '\(id)' មានពីរដង។")
  }

  static let otherID = LocalizedText(
    en: "Give one of the two another id.", km: "សូមដាក់លេខសម្គាល់ផ្សេងឱ្យមួយក្នុងចំណោមពីរ។")
  static let noQuestions = LocalizedText(
    en: "The survey has no question that can be read.", km: "កម្រងសំណួរនេះគ្មានសំណួរដែលអាចអានបានទេ។")
  static let writeQuestions = LocalizedText(
    en: "Write at least one, with 'id', 'kind' and 'text'.",
    km: "សូមសរសេរយ៉ាងតិចមួយ ដោយមាន 'id', 'kind' និង 'text'។")
  static let badMonths = LocalizedText(
    en: "The months end before they begin.", km: "ចំនួនខែបញ្ចប់មុនចាប់ផ្តើម។")
  static let monthsRemedy = LocalizedText(
    en: "Write 'months: {from: 3, to: 6}'.", km: "សូមសរសេរ 'months: {from: 3, to: 6}'។")

  static func badScale(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The scale '\(id)' has fewer than two levels, or two of the same value.",
      km: "មាត្រដ្ឋាន '\(id)' មានកម្រិតតិចជាងពីរ ឬមានកម្រិតពីរដែលលេខដូចគ្នា។")
  }

  static let scaleRemedy = LocalizedText(
    en: "Give each level a number of its own.", km: "សូមដាក់លេខរៀងៗខ្លួនឱ្យកម្រិតនីមួយៗ។")

  static func noScale(_ id: String) -> LocalizedText {
    LocalizedText(en: "There is no scale '\(id)'.", km: "គ្មានមាត្រដ្ឋាន '\(id)' ទេ។")
  }

  static func scales(_ known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    return LocalizedText(
      en: "Write it under 'scales:'; there are: \(list).",
      km: "សូមសរសេរវាក្រោម 'scales:'។ មានស្រាប់៖ \(list)។")
  }
}
