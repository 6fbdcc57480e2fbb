package import Source
package import Text

/// A form about reaction or behaviour: it measures no knowledge, has no right answers and makes no
/// score.
package struct SurveyForm: Sendable, Hashable {
  /// The id, which is also the name of its file.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// What stands above the questions.
  package var introduction: LocalizedText
  /// Who may answer.
  package var respondents: [Respondent]
  /// The months after an event within which it is asked; `nil` at the event itself.
  package var months: ClosedRange<Int>?
  /// The questions in order.
  package var questions: [Question]
  /// The languages that a native reader should still review.
  package var review: Set<Language>
  /// Where it is written.
  package var location: SourceLocation

  /// Who answers a survey.
  package enum Respondent: String, Sendable, Hashable, CaseIterable, Codable {
    /// The participant.
    case participant
    /// The participant's supervisor.
    case supervisor
    /// Somebody whom the participant works with, such as a member of an organisation.
    case counterpart
  }

  /// One question.
  package struct Question: Sendable, Hashable {
    /// The id, unique in the form.
    package var id: String
    /// The competency whose use in daily work it asks about; `nil` for none.
    package var competency: Located<String>?
    /// What is asked.
    package var text: LocalizedText
    /// How it is answered.
    package var kind: Kind

    /// Creates a question.
    package init(
      id: String, competency: Located<String>? = nil, text: LocalizedText, kind: Kind
    ) {
      self.id = id
      self.competency = competency
      self.text = text
      self.kind = kind
    }
  }

  /// How a question is answered.
  package enum Kind: Sendable, Hashable {
    /// One level of a scale.
    case scale([Level])
    /// Words.
    case text
    /// One option.
    case choice([Option])
  }

  /// One level of a scale.
  package struct Level: Sendable, Hashable {
    /// The number that stands for it.
    package var value: Int
    /// What it means.
    package var text: LocalizedText

    /// Creates a level.
    package init(value: Int, text: LocalizedText) {
      self.value = value
      self.text = text
    }
  }

  /// One option.
  package struct Option: Sendable, Hashable {
    /// The id.
    package var id: String
    /// What it means.
    package var text: LocalizedText

    /// Creates an option.
    package init(id: String, text: LocalizedText) {
      self.id = id
      self.text = text
    }
  }

  /// Creates a form.
  package init(
    id: String, title: LocalizedText, introduction: LocalizedText = LocalizedText(same: ""),
    respondents: [Respondent], months: ClosedRange<Int>? = nil, questions: [Question],
    review: Set<Language> = [], location: SourceLocation = SourceLocation(file: "")
  ) {
    self.id = id
    self.title = title
    self.introduction = introduction
    self.respondents = respondents
    self.months = months
    self.questions = questions
    self.review = review
    self.location = location
  }

  /// Returns a question by its id.
  package func question(_ id: String) -> Question? { questions.first { $0.id == id } }

  /// The version: a hash of the questions in order with the values that they may have.
  ///
  /// Wording that is mended leaves it as it is.
  package var version: String {
    let parts = questions.map { question in
      let values: String =
        switch question.kind {
        case .scale(let levels): levels.map { "\($0.value)" }.joined(separator: ",")
        case .text: "text"
        case .choice(let options): options.map(\.id).joined(separator: ",")
        }
      return "\(question.id)=\(values)"
    }
    return StableHash.hex64("\(id)|" + parts.joined(separator: ";"))
  }
}

extension SurveyForm.Question {
  /// Returns the answer that a person typed, or `nil` where the question has no such answer.
  ///
  /// A level is given by its number, in Latin or Khmer digits, an option by its id; words are taken
  /// as they are.
  package func response(_ typed: String) -> Response? {
    switch kind {
    case .scale(let levels):
      let number = Int(Khmer.withLatinDigits(typed).trimmingSpaces())
      guard let level = levels.first(where: { $0.value == number }) else { return nil }
      return .number(Double(level.value))
    case .choice(let options):
      let id = typed.trimmingSpaces().lowercased()
      return options.contains { $0.id == id } ? .chosen([id]) : nil
    case .text: return .text(typed)
    }
  }

  /// What may be typed, for a remedy.
  package var answers: String {
    switch kind {
    case .scale(let levels): levels.map { "\($0.value)" }.joined(separator: ", ")
    case .choice(let options): options.map(\.id).joined(separator: ", ")
    case .text: "…"
    }
  }
}
