package import Assessment

/// Answers to a form that measures no knowledge: reaction, or behaviour at follow-up; every answer
/// stays.
package struct SurveyRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The code of the participant whom it is about.
  package var code: String
  /// Who answers.
  package var respondent: Respondent
  /// The id of the form.
  package var form: String
  /// The version of the form.
  package var formVersion: String
  /// The answer to each question, by its id.
  package var answers: [String: RecordedResponse]
  /// The day, as `2026-11-25`.
  package var date: String

  /// Creates a record.
  package init(
    event: String, code: String, respondent: Respondent, form: String, formVersion: String,
    answers: [String: RecordedResponse], date: String
  ) {
    self.event = event
    self.code = code
    self.respondent = respondent
    self.form = form
    self.formVersion = formVersion
    self.answers = answers
    self.date = date
  }

  /// Who answers a survey.
  package typealias Respondent = SurveyForm.Respondent
}

/// A form was sent out, so that response rates are known.
package struct SurveyRequest: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The code of the participant whom it is about.
  package var code: String
  /// Who is asked.
  package var respondent: SurveyRecord.Respondent
  /// The id of the form.
  package var form: String
  /// The day, as `2026-11-25`.
  package var date: String

  /// Creates a record.
  package init(
    event: String, code: String, respondent: SurveyRecord.Respondent, form: String, date: String
  ) {
    self.event = event
    self.code = code
    self.respondent = respondent
    self.form = form
    self.date = date
  }
}
