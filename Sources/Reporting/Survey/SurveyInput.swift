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

    /// Creates a form.
    package init(title: LocalizedText, isFollowUp: Bool, questions: [Question]) {
      self.title = title
      self.isFollowUp = isFollowUp
      self.questions = questions
    }
  }

  /// A question of such a form.
  package struct Question: Sendable, Hashable {
    /// The id.
    package var id: String
    /// What is asked.
    package var text: LocalizedText
    /// What the values of a scale or the options mean, by the value; empty for words.
    package var levels: [String: LocalizedText]

    /// Creates a question.
    package init(id: String, text: LocalizedText, levels: [String: LocalizedText] = [:]) {
      self.id = id
      self.text = text
      self.levels = levels
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

  /// Tells whether a form asks about work after the training; of an unknown form its id decides.
  func isFollowUp(_ form: String) -> Bool {
    forms[form]?.isFollowUp
      ?? ["behaviour", "behavior", "follow", "transfer"].contains { form.lowercased().contains($0) }
  }
}
