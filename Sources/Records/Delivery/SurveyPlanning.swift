package import Assessment
package import Source
import Text

/// Plans who is asked by a form about reaction or behaviour, and takes in what they answered; pure
/// functions from what is known to what to record.
package enum SurveyPlanning {
  /// The columns of a table of answers beside the questions.
  package static let columns = ["code", "form", "respondent", "date"]

  /// Plans that people are asked; who was asked already is not asked again.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - respondent: Who is asked.
  ///   - codes: About whom.
  ///   - date: The day.
  ///   - delivery: What is known of the event.
  /// - Returns: The plan; refused are a respondent whom the form is not for and a day that is none.
  ///   A day outside the form's months after the event is a warning.
  package static func ask(
    _ form: SurveyForm, respondent: SurveyForm.Respondent, codes: [String], date: String,
    delivery: EventDelivery
  ) -> FactPlan {
    var findings: [Diagnostic] = []
    if !form.respondents.contains(respondent) {
      findings.append(SurveyPlanMessages.notFor(respondent, form))
    }
    guard let day = CalendarDay.number(date) else {
      return FactPlan(
        facts: [],
        findings: findings + [DeliveryMessages.badDay(SourceLocation(file: "--date"), date)])
    }
    if let months = form.months, let end = delivery.details.to.flatMap(CalendarDay.number) {
      let passed = Double(day - end) / 30.44
      if passed < Double(months.lowerBound) - 0.5 || passed > Double(months.upperBound) + 0.5 {
        findings.append(SurveyPlanMessages.outsideMonths(months))
      }
    }
    let asked = Set(
      delivery.requests.filter { $0.form == form.id && $0.respondent == respondent }.map(\.code))
    let news = codes.filter { !asked.contains($0) }
    if news.isEmpty, !findings.hasErrors {
      findings.append(DeliveryMessages.known(SourceLocation(file: "--learner")))
    }
    return FactPlan(
      facts: news.map {
        .surveySent(
          SurveyRequest(
            event: delivery.event, code: $0, respondent: respondent, form: form.id, date: date))
      }, findings: findings)
  }

  /// Plans answers out of a table: one row a respondent, one column a question.
  ///
  /// - Parameters:
  ///   - table: The table; `form`, `respondent` and `date` may be left out where they are given
  ///     here or follow from the form.
  ///   - form: The id of the form of rows that name none.
  ///   - date: The day of rows that name none.
  ///   - surveys: The forms that there are.
  ///   - event: The event as it stands.
  ///   - delivery: What is known of the event.
  ///   - links: Which codes are one person's.
  /// - Returns: The plan. Two respondents may answer alike, so a row that stands in the table once
  ///   more than in the records is new.
  package static func answers(
    _ table: CSVTable, form: String?, date: String, surveys: [SurveyForm], event: EventSummary,
    delivery: EventDelivery, links: CodeLinks
  ) -> RecordsImport.Plan {
    var plan = RecordsImport.Plan()
    plan.rows = table.rows.count
    var reading = RowReading(
      table, columns: columns, required: ["code"],
      others: Set(surveys.flatMap { $0.questions.map(\.id) }))
    guard reading.isReadable else {
      plan.findings = reading.findings
      return plan
    }
    var recorded: [SurveyRecord: Int] = [:]
    for answer in delivery.answers { recorded[answer, default: 0] += 1 }
    let enrolled = Set(event.learners.map { links.person($0.code) })
    for row in table.rows {
      guard
        let record = record(
          row, &reading, form: form, date: date, surveys: surveys, event: event.id,
          enrolled: enrolled, links: links)
      else { continue }
      if let count = recorded[record], count > 0 {
        recorded[record] = count - 1
        plan.known += 1
      } else {
        plan.facts.append(.surveyAnswered(record))
      }
    }
    plan.findings = reading.findings
    if plan.findings.hasErrors { plan.facts = [] }
    return plan
  }

  private static func record(
    _ row: CSVTable.Row, _ reading: inout RowReading, form: String?, date: String,
    surveys: [SurveyForm], event: String, enrolled: Set<String>, links: CodeLinks
  ) -> SurveyRecord? {
    let before = reading.findings.count
    let id = reading.cell("form", row) ?? form ?? ""
    guard let survey = surveys.first(where: { $0.id == id }) else {
      reading.add(
        DeliveryMessages.unknown(
          SourceLocation(file: "--form"), "unknown-form", DeliveryMessages.survey, id,
          known: surveys.map(\.id)), row)
      return nil
    }
    let code = reading.learner("code", row).map(links.person)
    if let code, !enrolled.contains(code) {
      reading.add(
        DeliveryMessages.notEnrolled(SourceLocation(file: "--code"), code, event: event), row)
    }
    let name = reading.cell("respondent", row)?.lowercased() ?? ""
    let respondent =
      name.isEmpty && survey.respondents.count == 1
      ? survey.respondents.first : survey.respondents.first { $0.rawValue == name }
    if respondent == nil {
      reading.unknown("respondent", name, known: survey.respondents.map(\.rawValue), row)
    }
    let day = reading.day("date", row) ?? date
    var answers: [String: RecordedResponse] = [:]
    for question in survey.questions {
      guard let typed = reading.cell(question.id, row) else { continue }
      guard let response = question.response(typed) else {
        reading.unknown(
          question.id, typed,
          known: question.answers.split(separator: ",").map {
            String($0).trimmed
          }, row)
        continue
      }
      answers[question.id] = RecordedResponse(response)
    }
    for name in reading.filled(row)
    where !columns.contains(name) && survey.question(name) == nil {
      reading.add(SurveyPlanMessages.otherForm(name, survey.id), row)
    }
    guard reading.findings.count == before, let code, let respondent else { return nil }
    if answers.isEmpty {
      reading.add(SurveyPlanMessages.noAnswers(), row)
      return nil
    }
    return SurveyRecord(
      event: event, code: code, respondent: respondent, form: survey.id,
      formVersion: survey.version, answers: answers, date: day)
  }
}

/// The messages about plans of surveys.
enum SurveyPlanMessages {
  static func notFor(_ respondent: SurveyForm.Respondent, _ form: SurveyForm) -> Diagnostic {
    let list = form.respondents.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      "wrong-respondent", at: SourceLocation(file: "--respondent"),
      LocalizedText(
        en: "The form '\(form.id)' is not for a \(respondent.rawValue).",
        km: "កម្រងសំណួរ '\(form.id)' មិនមែនសម្រាប់ \(respondent.rawValue) ទេ។"),
      remedy: LocalizedText(en: "It is for: \(list).", km: "វាសម្រាប់៖ \(list)។"))
  }

  static func outsideMonths(_ months: ClosedRange<Int>) -> Diagnostic {
    let (low, high) = (months.lowerBound, months.upperBound)
    return Diagnostic(
      "outside-months", .warning, at: SourceLocation(file: "--date"),
      LocalizedText(
        en: "The form is meant for \(low) to \(high) months after the event.",
        km: Khmer.withKhmerDigits("កម្រងសំណួរនេះសម្រាប់រយៈពេល \(low) ទៅ \(high) ខែក្រោយព្រឹត្តិការណ៍។")),
      remedy: LocalizedText(
        en: "Answers at another time cannot be compared with those of other events.",
        km: "ចម្លើយនៅពេលផ្សេងមិនអាចប្រៀបធៀបជាមួយព្រឹត្តិការណ៍ដទៃបានទេ។"))
  }

  static func otherForm(_ question: String, _ form: String) -> Diagnostic {
    Diagnostic(
      "question-of-another-form", at: SourceLocation(file: "--" + question),
      LocalizedText(
        en: "The form '\(form)' has no question '\(question)', but the cell is filled.",
        km: "កម្រងសំណួរ '\(form)' គ្មានសំណួរ '\(question)' ទេ តែក្រឡានេះមានទិន្នន័យ។"),
      remedy: LocalizedText(
        en: "Mend the form of the row, or empty the cell.",
        km: "សូមកែកម្រងសំណួរនៃជួរ ឬទុកក្រឡាឱ្យទទេ។"))
  }

  static func noAnswers() -> Diagnostic {
    Diagnostic(
      "no-answers", at: SourceLocation(file: "--code"),
      LocalizedText(en: "The row has no answer.", km: "ជួរនេះគ្មានចម្លើយទេ។"),
      remedy: LocalizedText(en: "Take the row out.", km: "សូមដកជួរនេះចេញ។"))
  }
}
