package import Assessment
package import Records
package import Text

/// Everything that a report on reaction or behaviour is made from.
package struct SurveyInput: Sendable, Hashable {
  /// The answers.
  package var answers: [SurveyRecord]
  /// Who was asked.
  package var requests: [SurveyRequest]
  /// The forms by id, as far as they are known; a question that is not known shows its id.
  package var forms: [String: Form]

  /// A form that measures no knowledge.
  package struct Form: Sendable, Hashable {
    /// The title.
    package var title: LocalizedText
    /// Whether it asks about work after the training; else about the training itself.
    package var isFollowUp: Bool
    /// The questions in order.
    package var questions: [Question]
    /// The version of the questions; answers to another one are counted apart. `nil` for unknown.
    package var version: String?

    /// Creates a form.
    package init(
      title: LocalizedText, isFollowUp: Bool, questions: [Question], version: String? = nil
    ) {
      self.title = title
      self.isFollowUp = isFollowUp
      self.questions = questions
      self.version = version
    }
  }

  /// A question of such a form.
  package struct Question: Sendable, Hashable {
    /// The id.
    package var id: String
    /// What is asked.
    package var text: LocalizedText
    /// How it is answered; `nil` where no form tells, and the answers decide.
    package var kind: SurveyForm.Kind?

    /// Creates a question.
    package init(id: String, text: LocalizedText, kind: SurveyForm.Kind? = nil) {
      self.id = id
      self.text = text
      self.kind = kind
    }
  }

  /// Creates the input.
  package init(
    answers: [SurveyRecord] = [], requests: [SurveyRequest] = [], forms: [String: Form] = [:]
  ) {
    self.answers = answers
    self.requests = requests
    self.forms = forms
  }

  /// Creates the input with the forms of a curriculum.
  ///
  /// A form that is asked within months after an event asks about work (Kirkpatrick's level 3);
  /// one that is asked at the event, about the event (level 1).
  ///
  /// - Parameters:
  ///   - answers: The answers.
  ///   - requests: Who was asked.
  ///   - surveys: The forms.
  package init(
    answers: [SurveyRecord], requests: [SurveyRequest], surveys: [SurveyForm]
  ) {
    let forms = surveys.map { survey in
      let questions = survey.questions.map {
        Question(id: $0.id, text: $0.text, kind: $0.kind)
      }
      return (
        survey.id,
        Form(
          title: survey.title, isFollowUp: survey.months != nil, questions: questions,
          version: survey.version)
      )
    }
    self.init(
      answers: answers, requests: requests,
      forms: Dictionary(forms, uniquingKeysWith: { first, _ in first }))
  }

  /// Tells whether a form asks about work after the training; of an unknown form its id decides.
  func isFollowUp(_ form: String) -> Bool {
    forms[form]?.isFollowUp
      ?? ["behaviour", "behavior", "follow", "transfer"].contains { form.lowercased().contains($0) }
  }
}
