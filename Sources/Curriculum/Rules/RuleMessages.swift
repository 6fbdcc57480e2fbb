import Assessment
import Text

/// The findings of the rules.
enum RuleMessages {
  static func duplicateID(_ id: String) -> LocalizedText {
    LocalizedText(en: "The id '\(id)' stands twice.", km: "លេខសម្គាល់ '\(id)' មានពីរដង។")
  }

  static let duplicateIDRemedy = LocalizedText(
    en: "Give one of the two another id.", km: "សូមដាក់លេខសម្គាល់ផ្សេងឱ្យមួយក្នុងចំណោមពីរ។")
  static let firstStandsHere = LocalizedText(
    en: "the first one stands here", km: "លេខទីមួយស្ថិតនៅទីនេះ")

  static func unknown(_ kind: LocalizedText, _ id: String) -> LocalizedText {
    LocalizedText(
      en: "There is no \(kind.en) '\(id)'.", km: "គ្មាន\(kind.km) '\(id)' ទេ។")
  }

  static let competency = LocalizedText(en: "competency", km: "សមត្ថភាព")
  static let outcome = LocalizedText(en: "learning outcome", km: "លទ្ធផលសិក្សា")
  static let module = LocalizedText(en: "module", km: "ម៉ូឌុល")
  static let province = LocalizedText(en: "province of the programme", km: "ខេត្តនៃកម្មវិធី")
  static let lesson = LocalizedText(en: "lesson", km: "មេរៀន")
  static let situation = LocalizedText(en: "situation exercise", km: "លំហាត់ស្ថានភាព")
  static let source = LocalizedText(en: "source", km: "ប្រភព")

  static let addOrMend = LocalizedText(
    en: "Write it, or mend the name here.", km: "សូមសរសេរវា ឬកែឈ្មោះនៅទីនេះ។")

  static func didYouMean(_ suggestion: String?, known: [String]) -> LocalizedText {
    guard !known.isEmpty else { return addOrMend }
    return CurriculumMessages.oneOf(known, suggestion: suggestion)
  }

  static func minutes(_ stated: Int, sum: Int, of parts: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "It says \(stated) minutes, but its \(parts.en) add up to \(sum).",
      km: "នៅទីនេះសរសេរ \(stated) នាទី តែ\(parts.km)សរុប \(sum) នាទី។")
  }

  static let sessions = LocalizedText(en: "sessions", km: "វគ្គ")
  static let activities = LocalizedText(en: "activities", km: "សកម្មភាព")
  static let minutesRemedy = LocalizedText(
    en: "Change the total or the parts until they agree.",
    km: "សូមកែចំនួនសរុប ឬផ្នែកនីមួយៗ ឱ្យត្រូវគ្នា។")

  static func notTaught(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "No session teaches the outcome '\(id)'.", km: "គ្មានវគ្គណាបង្រៀនលទ្ធផល '\(id)' ទេ។")
  }

  static let notTaughtRemedy = LocalizedText(
    en: "Name it under 'outcomes:' of the session that teaches it.",
    km: "សូមដាក់ឈ្មោះវាក្រោម 'outcomes:' នៃវគ្គដែលបង្រៀនវា។")

  static func unusedLesson(_ slug: String) -> LocalizedText {
    LocalizedText(
      en: "No session uses the lesson '\(slug)'.", km: "គ្មានវគ្គណាប្រើមេរៀន '\(slug)' ទេ។")
  }

  static let unusedLessonRemedy = LocalizedText(
    en: "Name it under 'lessons:' of a session.", km: "សូមដាក់ឈ្មោះវាក្រោម 'lessons:' នៃវគ្គណាមួយ។")

  static func notAssessed(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The outcome '\(id)' does not say how it is assessed.",
      km: "លទ្ធផល '\(id)' មិនបានបញ្ជាក់ពីវិធីវាយតម្លៃទេ។")
  }

  static let notAssessedRemedy = LocalizedText(
    en: "Write 'assessed: [test]', or rubric, observation or product.",
    km: "សូមសរសេរ 'assessed: [test]' ឬ rubric, observation, product។")

  static func noItems(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "The outcome '\(id)' is assessed by test, but no question of the test pool asks for it.",
      km: "លទ្ធផល '\(id)' វាយតម្លៃដោយតេស្ត តែគ្មានសំណួរតេស្តណាសួរពីវាទេ។")
  }

  static let noItemsRemedy = LocalizedText(
    en: "Write questions with 'outcome=' of it, or assess it otherwise.",
    km: "សូមសរសេរសំណួរដែលមាន 'outcome=' នេះ ឬវាយតម្លៃតាមវិធីផ្សេង។")

  static func onlyDoing(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "'\(id)' can only be shown by doing, but it is claimed from questions.",
      km: "'\(id)' អាចបង្ហាញបានតែតាមការអនុវត្ត តែនៅទីនេះវាយតម្លៃដោយសំណួរ។")
  }

  static let onlyDoingRemedy = LocalizedText(
    en: "Assess it by rubric, observation or product.",
    km: "សូមវាយតម្លៃវាដោយ rubric, observation ឬ product។")

  static func itemOfUntested(_ item: String, _ outcome: String) -> LocalizedText {
    LocalizedText(
      en: "The test question '\(item)' asks for '\(outcome)', which is not assessed by test.",
      km: "សំណួរតេស្ត '\(item)' សួរពី '\(outcome)' ដែលមិនវាយតម្លៃដោយតេស្ត។")
  }

  static let itemOfUntestedRemedy = LocalizedText(
    en: "Give it another outcome, or keep it for practice with 'pool=practice'.",
    km: "សូមដាក់លទ្ធផលផ្សេង ឬទុកវាសម្រាប់ហាត់ដោយ 'pool=practice'។")

  static func noRightAnswer(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "The question '\(item)' has no right answer.",
      km: "សំណួរ '\(item)' គ្មានចម្លើយត្រឹមត្រូវទេ។")
  }

  static func severalRightAnswers(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "The question '\(item)' allows one answer but has several right ones.",
      km: "សំណួរ '\(item)' អនុញ្ញាតចម្លើយតែមួយ តែមានចម្លើយត្រឹមត្រូវច្រើន។")
  }

  static func tooFewOptions(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "The question '\(item)' has fewer than two options.",
      km: "សំណួរ '\(item)' មានជម្រើសតិចជាងពីរ។")
  }

  static func duplicateOption(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "The option '\(text)' stands twice in one question.",
      km: "ជម្រើស '\(text)' មានពីរដងក្នុងសំណួរតែមួយ។")
  }

  static let keyRemedy = LocalizedText(
    en: "Mark exactly the right answers with (x), or use [x] where several are right.",
    km: "សូមដាក់សញ្ញា (x) តែលើចម្លើយត្រឹមត្រូវ ឬប្រើ [x] បើមានចម្លើយត្រឹមត្រូវច្រើន។")
  static let optionRemedy = LocalizedText(
    en: "Write options that differ.", km: "សូមសរសេរជម្រើសឱ្យខុសគ្នា។")

  static func keyPosition(_ letter: String, share: Int, count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(share) % of \(count) single choices have their right answer at '\(letter)'.",
      km: "\(share) % នៃសំណួរជ្រើសរើស \(count) មានចម្លើយត្រឹមត្រូវនៅ '\(letter)'។")
  }

  static let keyPositionRemedy = LocalizedText(
    en: "Move right answers to other places, so that guessing a place does not pay.",
    km: "សូមប្តូរទីតាំងចម្លើយត្រឹមត្រូវ ដើម្បីកុំឱ្យការទាយទីតាំងបានផល។")

  static func missingFeedback(_ item: String, option: String) -> LocalizedText {
    LocalizedText(
      en: "The option '\(option)' of '\(item)' has no feedback.",
      km: "ជម្រើស '\(option)' នៃ '\(item)' គ្មានយោបល់ត្រឡប់ទេ។")
  }

  static let missingFeedbackRemedy = LocalizedText(
    en: "Say below it, after '>', why it is right or wrong.",
    km: "សូមសរសេរខាងក្រោមវា ក្រោយ '>' ថាហេតុអ្វីត្រូវ ឬខុស។")

  static func samePools(_ item: String, _ other: String) -> LocalizedText {
    LocalizedText(
      en: "'\(item)' and '\(other)' ask the same thing in the test and in practice.",
      km: "'\(item)' និង '\(other)' សួររឿងដដែលក្នុងតេស្ត និងក្នុងការហាត់។")
  }

  static let samePoolsRemedy = LocalizedText(
    en: "Rewrite one of them; what was practised cannot be tested.",
    km: "សូមសរសេរមួយឡើងវិញ។ អ្វីដែលបានហាត់ មិនអាចយកមកធ្វើតេស្តបានទេ។")

  static let notNormal = LocalizedText(
    en: "The Khmer text is not in normal Unicode form here.",
    km: "អត្ថបទខ្មែរត្រង់នេះមិនត្រឹមត្រូវតាមទម្រង់ Unicode ទេ។")
  static let notNormalRemedy = LocalizedText(
    en: "Type the syllable again: consonant, subscripts, vowel, signs.",
    km: "សូមវាយព្យាង្គនេះឡើងវិញ៖ ព្យញ្ជនៈ ជើង ស្រៈ រួចសញ្ញា។")

  static let toWrite = LocalizedText(
    en: "A text of the template still stands here.", km: "អត្ថបទគំរូនៅស្ថិតនៅទីនេះនៅឡើយ។")
  static let toWriteRemedy = LocalizedText(
    en: "Write your own, and take the mark out.", km: "សូមសរសេរអត្ថបទរបស់អ្នក ហើយលុបសញ្ញាចេញ។")

  // MARK: Kinds of questions

  static let rubric = LocalizedText(en: "rubric", km: "តារាងវាយតម្លៃ")

  /// Returns the texts that stand twice, in either language.
  static func repeated(in texts: [LocalizedText]) -> [String] {
    Language.allCases.flatMap { language -> [String] in
      var seen: Set<String> = []
      return texts.map { $0[language] }.filter { text in
        let normal = TextInteraction.normalised(text)
        return !normal.isEmpty && !seen.insert(normal).inserted
      }
    }
  }

  static let acceptedRemedy = LocalizedText(
    en: "Write at least one accepted answer, '~ text' or '= 12'.",
    km: "សូមសរសេរចម្លើយដែលទទួលយកយ៉ាងតិចមួយ '~ អត្ថបទ' ឬ '= 12'។")

  static func noFullWeight(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "The best answer to '\(item)' does not win exactly 100 % of the points.",
      km: "ចម្លើយល្អបំផុតរបស់ '\(item)' មិនបានពិន្ទុ 100 % គត់ទេ។")
  }

  static let fullWeightRemedy = LocalizedText(
    en: "Change the weights so that the best answer has 100 %.",
    km: "សូមកែទម្ងន់ ឱ្យចម្លើយល្អបំផុតបាន 100 %។")

  static func needlessFloor(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "'floor' can never apply to '\(item)', which is scored exactly.",
      km: "'floor' មិនអាចអនុវត្តចំពោះ '\(item)' ដែលដាក់ពិន្ទុទាំងមូលទេ។")
  }

  static func badScore(_ answer: String, _ item: String) -> LocalizedText {
    LocalizedText(
      en:
        "'@score \(answer)' is no answer to '\(item)' in its text form, or gives more than its points.",
      km: "'@score \(answer)' មិនមែនជាចម្លើយរបស់ '\(item)' ឬឱ្យពិន្ទុលើសពិន្ទុរបស់សំណួរ។")
  }

  static let scoringRemedy = LocalizedText(
    en: "Write 'scoring=parts' beside a floor, and '@score a,b = 2' with ids in order.",
    km: "សូមសរសេរ 'scoring=parts' ជាមួយ floor និង '@score a,b = 2' ដោយមានលេខសម្គាល់តាមលំដាប់។")

  static func wrongPool(_ item: String, isSurvey: Bool) -> LocalizedText {
    isSurvey
      ? LocalizedText(
        en: "'\(item)' stands in the pool 'survey' but asks for no opinion.",
        km: "'\(item)' ស្ថិតក្នុងបណ្តុំ 'survey' តែមិនសួររកមតិទេ។")
      : LocalizedText(
        en: "'\(item)' asks for an opinion but does not stand in the pool 'survey'.",
        km: "'\(item)' សួររកមតិ តែមិនស្ថិតក្នុងបណ្តុំ 'survey' ទេ។")
  }

  static func testedInSurvey(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "'\(item)' stands in the survey bank but not in the pool 'survey'.",
      km: "'\(item)' ស្ថិតក្នុងឯកសារកម្រងមតិ តែមិនស្ថិតក្នុងបណ្តុំ 'survey' ទេ។")
  }

  static let poolRemedy = LocalizedText(
    en: "Change 'pool=' or 'kind='.", km: "សូមកែ 'pool=' ឬ 'kind='។")

  static func noRubric(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "'\(item)' is judged by a human but names no rubric.",
      km: "'\(item)' វាយតម្លៃដោយមនុស្ស តែមិនបញ្ជាក់តារាងវាយតម្លៃទេ។")
  }

  static let rubricRemedy = LocalizedText(
    en: "Write 'rubrics/<id>.yaml' and add 'rubric=<id>' between the braces.",
    km: "សូមសរសេរ 'rubrics/<id>.yaml' ហើយបន្ថែម 'rubric=<id>' ក្នុងវង់ដង្កៀប { }។")
}
