import Assessment
import Source
import Terminal
import Text

/// The words of `sala quiz` around the questions.
enum QuizWords {
  static let notice = LocalizedText(
    en:
      "Your answers are kept under your code, without your name. They show what the course changed and have no effect on your post.",
    km: "ចម្លើយរបស់អ្នករក្សាទុកក្រោមកូដ ដោយគ្មានឈ្មោះ។ វាបង្ហាញពីការផ្លាស់ប្តូរក្រោយវគ្គ ហើយមិនប៉ះពាល់ដល់តួនាទីរបស់អ្នកទេ។")
  static let notNow = LocalizedText(
    en: "The test cannot be taken now; ask the trainer.",
    km: "មិនអាចធ្វើតេស្តឥឡូវនេះបានទេ។ សូមសួរគ្រូឧទ្ទេស។")
  static let formChanged = LocalizedText(
    en:
      "The questions changed since this test was begun, so it cannot go on. Its answers are kept; ask the trainer.",
    km: "សំណួរបានផ្លាស់ប្តូរ ក្រោយពេលចាប់ផ្តើមតេស្តនេះ ដូច្នេះមិនអាចបន្តបានទេ។ ចម្លើយត្រូវបានរក្សាទុក សូមសួរគ្រូឧទ្ទេស។")
  static let writeTheTextForm = LocalizedText(
    en:
      "Write it as 'sala results export' does: ids joined by commas, 'a=2,b=1' for pairs, 'a=…;b=…' for blanks.",
    km:
      "សូមសរសេរដូច 'sala results export'៖ លេខសម្គាល់បំបែកដោយក្បៀស 'a=2,b=1' សម្រាប់គូ 'a=…;b=…' សម្រាប់ចន្លោះ។")
  static let submitted = LocalizedText(
    en: "Handed in. Thank you.", km: "បានប្រគល់ហើយ។ សូមអរគុណ។")

  static let notHandedIn = LocalizedText(
    en: "Not handed in. Your answers are saved; the same command goes on where you stopped.",
    km: "មិនទាន់ប្រគល់ទេ។ ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុក។ ពាក្យបញ្ជាដដែលនឹងបន្តពីកន្លែងដែលអ្នកបានឈប់។")

  static func otherForm(_ asked: String, allocated: String) -> LocalizedText {
    LocalizedText(
      en: "The code is allocated '\(allocated)' now, not '\(asked)'. Leave the form out.",
      km: "កូដនេះត្រូវធ្វើវិញ្ញាសា '\(allocated)' មិនមែន '\(asked)' ទេ។ សូមកុំបញ្ជាក់វិញ្ញាសា។")
  }

  static func otherVersion(_ found: String, event: String) -> LocalizedText {
    LocalizedText(
      en: "The curriculum here has version \(found); the event was created with \(event).",
      km: "កម្មវិធីសិក្សានៅទីនេះមានកំណែ \(found) តែព្រឹត្តិការណ៍ត្រូវបានបង្កើតជាមួយកំណែ \(event)។")
  }

  static func whichForm(_ forms: [String]) -> LocalizedText {
    let list = forms.joined(separator: ", ")
    return LocalizedText(
      en: "Outside an event the form must be named: \(list).",
      km: "ក្រៅព្រឹត្តិការណ៍ ត្រូវបញ្ជាក់វិញ្ញាសា៖ \(list)។")
  }

  static func whichEvent(_ events: [String]) -> LocalizedText {
    let list = events.joined(separator: ", ")
    return LocalizedText(
      en: "The code has open tests in several events; name one with --event: \(list).",
      km: "កូដនេះមានតេស្តបើកក្នុងព្រឹត្តិការណ៍ច្រើន។ សូមបញ្ជាក់ដោយ --event៖ \(list)។")
  }

  static func whichOccasion(_ open: [Occasion]) -> LocalizedText {
    let list = open.map(\.rawValue).joined(separator: ", ")
    return LocalizedText(
      en: "Say which test with --occasion: \(list).", km: "សូមបញ្ជាក់តេស្តដោយ --occasion៖ \(list)។")
  }

  static func nothingOpen(_ code: String) -> LocalizedText {
    LocalizedText(
      en:
        "No test is open for '\(code)'. The trainer opens one with 'sala event open'; to practise, add --occasion practice.",
      km:
        "គ្មានតេស្តបើកសម្រាប់ '\(code)' ទេ។ គ្រូឧទ្ទេសបើកដោយ 'sala event open'។ ដើម្បីហាត់ សូមបន្ថែម --occasion practice។")
  }

  static func noMoreAttempts(_ form: String, used: Int) -> LocalizedText {
    LocalizedText(
      en:
        "'\(form)' may be taken \(used == 1 ? "once" : "\(used) times") on this occasion, and was. Ask the trainer.",
      km: Khmer.withKhmerDigits(
        "អាចធ្វើ '\(form)' បាន \(used) ដងប៉ុណ្ណោះក្នុងឱកាសនេះ ហើយបានធ្វើរួចហើយ។ សូមសួរគ្រូឧទ្ទេស។"))
  }

  static func badCode(_ typed: String, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "'\(typed)' is not a learner code. \(reason.en)",
      km: "'\(typed)' មិនមែនជាកូដសិក្ខាកាមទេ។ \(reason.km)")
  }

  static func badName(_ typed: String) -> LocalizedText {
    LocalizedText(
      en: "'\(typed)' cannot stand for a learner; use Latin letters, digits, '-', '_' and '.'.",
      km: "មិនអាចប្រើ '\(typed)' ជំនួសសិក្ខាកាមបានទេ។ សូមប្រើអក្សរឡាតាំង លេខ '-', '_' និង '.'។")
  }

  static func answersRead(_ count: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) answers to \(total) questions recorded.",
      km: Khmer.withKhmerDigits("បានកត់ត្រាចម្លើយ \(count) សម្រាប់សំណួរ \(total)។"))
  }

  static func score(_ points: String, _ maximum: String, _ percent: String) -> LocalizedText {
    LocalizedText(
      en: "Score: \(points) of \(maximum) points (\(percent) %).",
      km: Khmer.withKhmerDigits("ពិន្ទុ៖ \(points) លើ \(maximum) (\(percent) %)។"))
  }

  /// Says what a person may know at the end: in practice the score, in a test that it is in.
  static func finish(
    _ outcomes: [Outcome], setting: QuizSetting, console: Console, language: Language
  ) {
    console.line(submitted.text(in: language))
    guard setting.occasion.showsFeedback else { return }
    // What waits for a human is in neither number.
    let judged = outcomes.filter { !$0.isPending }
    let points = judged.reduce(0) { $0 + $1.score }
    let maximum = judged.reduce(0) { $0 + $1.maximum }
    // Opinions win no points, so a form of nothing else has no score.
    guard maximum > 0 else { return }
    func number(_ value: Double) -> String {
      NumberText.fixed(value, digits: value == value.rounded() ? 0 : 2)
    }
    console.line(
      score(
        number(points), number(maximum), NumberText.fixed(100 * points / maximum, digits: 0)
      ).text(in: language))
  }

  // MARK: Findings in an answers file

  static func notAnswers(_ file: SourceFile) -> Diagnostic {
    file.diagnostic(
      "not-answers", line: 1,
      LocalizedText(
        en: "The file holds no 'item,answer' lines.", km: "ឯកសារនេះគ្មានបន្ទាត់ 'item,answer' ទេ។"),
      remedy: LocalizedText(
        en: "Write one line an item, such as 'cse-001,b'.",
        km: "សូមសរសេរមួយបន្ទាត់សម្រាប់សំណួរមួយ ដូចជា 'cse-001,b'។"))
  }

  static func unknownItem(
    _ file: SourceFile, line: Int, _ id: String, form: TestForm
  ) -> Diagnostic {
    let nearest = Suggestion.nearest(to: id, in: form.items.map(\.id))
    let guess = nearest.map { "Did you mean '\($0)'? " } ?? ""
    let guessKhmer = nearest.map { "តើអ្នកចង់សរសេរ '\($0)' មែនទេ? " } ?? ""
    return file.diagnostic(
      "unknown-item", line: line,
      LocalizedText(
        en: "The form '\(form.id)' has no item '\(id)'.",
        km: "វិញ្ញាសា '\(form.id)' គ្មានសំណួរ '\(id)' ទេ។"),
      remedy: LocalizedText(
        en: "\(guess)Use the ids of the form.", km: "\(guessKhmer)សូមប្រើលេខសម្គាល់របស់វិញ្ញាសា។"))
  }

  static func answeredTwice(_ file: SourceFile, line: Int, _ id: String) -> Diagnostic {
    file.diagnostic(
      "answered-twice", line: line,
      LocalizedText(en: "'\(id)' is answered twice.", km: "'\(id)' មានចម្លើយពីរដង។"),
      remedy: LocalizedText(en: "Keep one answer.", km: "សូមទុកចម្លើយតែមួយ។"))
  }

  static func badAnswer(
    _ file: SourceFile, line: Int, _ typed: String, remedy: LocalizedText
  ) -> Diagnostic {
    file.diagnostic(
      "bad-answer", line: line,
      LocalizedText(
        en: "'\(typed)' is no answer to this item.", km: "'\(typed)' មិនមែនជាចម្លើយសម្រាប់សំណួរនេះទេ។"),
      remedy: remedy)
  }
}
