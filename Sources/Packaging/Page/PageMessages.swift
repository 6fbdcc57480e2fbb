import Assessment
import Curriculum
import Text

/// The words of a page that are not the curriculum's own.
enum PageMessages {
  // MARK: Frame

  static let skip = LocalizedText(en: "Skip to the content", km: "រំលងទៅខ្លឹមសារ")
  static let language = LocalizedText(en: "Language", km: "ភាសា")
  static let noScript = LocalizedText(
    en: "This page needs JavaScript to keep answers and progress.",
    km: "ទំព័រនេះត្រូវការ JavaScript ដើម្បីរក្សាទុកចម្លើយ និងវឌ្ឍនភាព។")

  /// A language's name in that language, so that whoever wants it can read it.
  static func ownName(_ language: Language) -> String {
    switch language {
    case .english: "English"
    case .khmer: "ខ្មែរ"
    }
  }

  // MARK: List

  static let toList = LocalizedText(en: "All pages", km: "ទំព័រទាំងអស់")
  static let pages = LocalizedText(en: "Pages", km: "ទំព័រ")
  static let aboutThisFolder = LocalizedText(en: "About this folder", km: "អំពីថតនេះ")
  static let keptInBrowser = LocalizedText(
    en:
      "Your answers and your place are kept in this browser, on this device alone. Another browser or device does not have them, a private window forgets them when it is closed, and whoever uses this browser can open them.",
    km:
      "ចម្លើយ និងកន្លែងដែលអ្នកអានដល់ ត្រូវបានរក្សាទុកក្នុងកម្មវិធីរុករកនេះ លើឧបករណ៍នេះតែប៉ុណ្ណោះ។ កម្មវិធីរុករក ឬឧបករណ៍ផ្សេងមិនមានទិន្នន័យទាំងនេះទេ។ បង្អួចឯកជននឹងលុបវាចោលពេលបិទ ហើយអ្នកដែលប្រើកម្មវិធីរុករកនេះអាចបើកមើលបាន។"
  )
  static let fileForTrainer = LocalizedText(
    en:
      "Nothing is sent anywhere. At the end of a test, save the result file and give it to your trainer: only then is your result counted.",
    km:
      "គ្មានទិន្នន័យណាត្រូវបានផ្ញើចេញទេ។ នៅចុងបញ្ចប់នៃតេស្ត សូមរក្សាទុកឯកសារលទ្ធផល ហើយប្រគល់ឱ្យគ្រូឧទ្ទេស៖ មានតែពេលនោះទើបលទ្ធផលរបស់អ្នកត្រូវបានរាប់បញ្ចូល។"
  )

  // MARK: Lesson

  static let purpose = LocalizedText(en: "Purpose", km: "គោលបំណង")
  static let outcomes = LocalizedText(
    en: "After this module you can", km: "ក្រោយពីបញ្ចប់ម៉ូឌុលនេះ អ្នកអាច")
  static let contents = LocalizedText(en: "Contents", km: "មាតិកា")
  static let goOnAt = LocalizedText(
    en: "Go on where you stopped:", km: "បន្តពីកន្លែងដែលអ្នកបានឈប់៖")
  static let practice = LocalizedText(en: "Practice", km: "លំហាត់អនុវត្ត")
  static let practiceNote = LocalizedText(
    en: "These questions are for learning: they are not scored, and you may try again.",
    km: "សំណួរទាំងនេះសម្រាប់ការរៀន មិនដាក់ពិន្ទុទេ ហើយអ្នកអាចសាកល្បងម្តងទៀតបាន។")
  static let check = LocalizedText(en: "Check my answer", km: "ពិនិត្យចម្លើយរបស់ខ្ញុំ")
  static let sources = LocalizedText(en: "Sources", km: "ឯកសារយោង")
  static let endTitle = LocalizedText(en: "End of the module", km: "ចុងបញ្ចប់នៃម៉ូឌុល")
  static let endNote = LocalizedText(
    en: "When you have read the lessons and tried the practice, say so here.",
    km: "នៅពេលអ្នកបានអានមេរៀន និងធ្វើលំហាត់រួចហើយ សូមបញ្ជាក់នៅទីនេះ។")
  static let finish = LocalizedText(
    en: "I have finished this module", km: "ខ្ញុំបានបញ្ចប់ម៉ូឌុលនេះ")
  static let moduleDone = LocalizedText(
    en: "You have finished this module.", km: "អ្នកបានបញ្ចប់ម៉ូឌុលនេះហើយ។")

  static func context(_ province: LocalizedText) -> LocalizedText {
    LocalizedText(en: "\(province.en) province", km: "ខេត្ត\(province.km)")
  }

  static func checked(_ date: String) -> LocalizedText {
    LocalizedText(
      en: "checked \(date)", km: "បានពិនិត្យ \(Khmer.withKhmerDigits(date))")
  }

  static func approved(_ approval: Approval) -> LocalizedText {
    LocalizedText(
      en: "Approved by \(approval.by), \(approval.date), \(approval.reference)",
      km: "បានឯកភាពដោយ \(approval.by) ថ្ងៃទី \(Khmer.withKhmerDigits(approval.date))"
        + " \(approval.reference)")
  }

  // MARK: Test

  static func testTitle(_ test: LocalizedText, isPostTest: Bool) -> LocalizedText {
    let en = test.text(in: .english)
    let km = test.text(in: .khmer)
    return isPostTest
      ? LocalizedText(en: "Post-test: \(en)", km: "តេស្តក្រោយវគ្គ៖ \(km)")
      : LocalizedText(en: "Pre-test: \(en)", km: "តេស្តមុនវគ្គ៖ \(km)")
  }

  static let beforeYouStart = LocalizedText(en: "Before you start", km: "មុនពេលចាប់ផ្តើម")

  static func length(questions: Int, minutes: Int) -> LocalizedText {
    LocalizedText(
      en: "\(questions) questions; plan \(minutes) minutes.",
      km: "សំណួរចំនួន \(digits(questions)) សូមគិតទុករយៈពេល \(digits(minutes)) នាទី។")
  }

  static let mayChange = LocalizedText(
    en: "Every answer is kept at once. You may change it until you hand in.",
    km: "ចម្លើយនីមួយៗត្រូវបានរក្សាទុកភ្លាមៗ។ អ្នកអាចកែចម្លើយបាន រហូតដល់ពេលប្រគល់។")
  static let preTestPurpose = LocalizedText(
    en: "This test shows what you know before the course. It gives no mark.",
    km: "តេស្តនេះបង្ហាញពីចំណេះដឹងរបស់អ្នកមុនវគ្គ។ វាមិនដាក់ពិន្ទុទេ។")

  static func masteryNeeded(_ percent: Int) -> LocalizedText {
    LocalizedText(
      en: "You pass with \(percent) percent of the points.",
      km: "អ្នកជាប់ ប្រសិនបើទទួលបានពិន្ទុ \(digits(percent)) ភាគរយ។")
  }

  static let learnerCode = LocalizedText(en: "Your learner code", km: "កូដសិក្ខាកាមរបស់អ្នក")
  static let eventCode = LocalizedText(
    en: "Event code, if you were given one", km: "កូដព្រឹត្តិការណ៍ ប្រសិនបើមាន")
  static let codeMissing = LocalizedText(
    en: "Type your learner code.", km: "សូមវាយកូដសិក្ខាកាមរបស់អ្នក។")
  static let start = LocalizedText(en: "Start", km: "ចាប់ផ្តើម")
  static let back = LocalizedText(en: "Back", km: "ថយក្រោយ")
  static let next = LocalizedText(en: "Next", km: "បន្ទាប់")
  static let clear = LocalizedText(en: "Take my answer back", km: "ដកចម្លើយវិញ")
  static let toReview = LocalizedText(en: "Review and hand in", km: "ពិនិត្យឡើងវិញ និងប្រគល់")
  static let reviewTitle = LocalizedText(
    en: "Review your answers", km: "ពិនិត្យចម្លើយរបស់អ្នកឡើងវិញ")
  static let toQuestions = LocalizedText(en: "Back to the questions", km: "ត្រឡប់ទៅសំណួរ")
  static let handIn = LocalizedText(en: "Hand in", km: "ប្រគល់")
  static let confirmYes = LocalizedText(en: "Yes, hand in", km: "បាទ/ចាស ប្រគល់")
  static let confirmNo = LocalizedText(en: "No, go on", km: "ទេ បន្តធ្វើ")
  static let handedIn = LocalizedText(en: "Your test is handed in", km: "តេស្តរបស់អ្នកត្រូវបានប្រគល់ហើយ")
  static let download = LocalizedText(en: "Save the result file", km: "រក្សាទុកឯកសារលទ្ធផល")
  static let again = LocalizedText(en: "Take the test again", km: "ធ្វើតេស្តម្តងទៀត")

  // MARK: What the script says

  /// The messages that the script fills in, by name; `{name}` stands for a value.
  static let runtime: [(String, LocalizedText)] = [
    ("place", LocalizedText(en: "Question {number} of {total}", km: "សំណួរទី{number} ក្នុងចំណោម {total}")),
    (
      "progress",
      LocalizedText(en: "{count} of {total} answered", km: "បានឆ្លើយ {count} ក្នុងចំណោម {total}")
    ),
    ("listOpen", LocalizedText(en: "Question {number}: not answered", km: "សំណួរទី{number}៖ មិនទាន់ឆ្លើយ")),
    (
      "listObserved",
      LocalizedText(
        en: "Question {number}: observed by your trainer", km: "សំណួរទី{number}៖ គ្រូឧទ្ទេសជាអ្នកសង្កេត")
    ),
    ("listAnswered", LocalizedText(en: "Question {number}: answered", km: "សំណួរទី{number}៖ បានឆ្លើយ")),
    (
      "allAnswered",
      LocalizedText(en: "You have answered every question.", km: "អ្នកបានឆ្លើយសំណួរទាំងអស់ហើយ។")
    ),
    ("left", LocalizedText(en: "Questions not answered yet: {count}", km: "សំណួរដែលមិនទាន់ឆ្លើយ៖ {count}")),
    (
      "confirm",
      LocalizedText(
        en: "Hand in? You cannot change anything after that.",
        km: "តើអ្នកចង់ប្រគល់មែនទេ? ក្រោយពីប្រគល់ អ្នកមិនអាចកែអ្វីបានឡើយ។")
    ),
    (
      "confirmOpen",
      LocalizedText(
        en: "Questions not answered: {count}. Hand in all the same?",
        km: "សំណួរដែលមិនទាន់ឆ្លើយ៖ {count}។ តើអ្នកនៅតែចង់ប្រគល់មែនទេ?")
    ),
    ("cleared", LocalizedText(en: "The answer is taken back.", km: "ចម្លើយត្រូវបានដកវិញហើយ។")),
    ("goOn", LocalizedText(en: "Go on", km: "បន្ត")),
    (
      "resumed",
      LocalizedText(
        en: "Your answers from last time are here: {count}",
        km: "ចម្លើយរបស់អ្នកពីលើកមុនត្រូវបានរក្សាទុក៖ {count}")
    ),
    ("score", LocalizedText(en: "Your score: {percent}%", km: "ពិន្ទុរបស់អ្នក៖ {percent}%")),
    (
      "passed",
      LocalizedText(
        en: "Passed (the pass mark is {mastery}%).", km: "ជាប់ (ពិន្ទុជាប់គឺ {mastery}%)។")
    ),
    (
      "failed",
      LocalizedText(
        en: "Not passed yet (the pass mark is {mastery}%).",
        km: "មិនទាន់ជាប់ទេ (ពិន្ទុជាប់គឺ {mastery}%)។")
    ),
    (
      "mayClose",
      LocalizedText(
        en: "Everything is stored. You may close this page.",
        km: "ទិន្នន័យទាំងអស់ត្រូវបានរក្សាទុក។ អ្នកអាចបិទទំព័រនេះបាន។")
    ),
    (
      "giveFile",
      LocalizedText(
        en: "Save the result file and give it to your trainer.",
        km: "សូមរក្សាទុកឯកសារលទ្ធផល ហើយប្រគល់ឱ្យគ្រូឧទ្ទេសរបស់អ្នក។")
    ),
    (
      "before",
      LocalizedText(
        en: "You handed in this test on an earlier visit; its result stands.",
        km: "អ្នកបានប្រគល់តេស្តនេះពីលើកមុនរួចហើយ លទ្ធផលនៅដដែល។")
    ),
    ("downloaded", LocalizedText(en: "The result file is saved.", km: "ឯកសារលទ្ធផលត្រូវបានរក្សាទុក។")),
    ("right", LocalizedText(en: "✓ Right.", km: "✓ ត្រឹមត្រូវ។")),
    ("wrong", LocalizedText(en: "✗ Not right yet.", km: "✗ មិនទាន់ត្រឹមត្រូវទេ។")),
    (
      "partly",
      LocalizedText(
        en: "◐ Partly right: {won} of {total} points.",
        km: "◐ ត្រឹមត្រូវមួយផ្នែក៖ {won} ក្នុងចំណោម {total} ពិន្ទុ។")
    ),
    (
      "forTrainer",
      LocalizedText(
        en: "Your text is kept. A trainer judges it.",
        km: "អត្ថបទរបស់អ្នកត្រូវបានរក្សាទុក។ គ្រូឧទ្ទេសនឹងវាយតម្លៃ។")
    ),
    (
      "opinion",
      LocalizedText(en: "Thank you for your opinion.", km: "សូមអរគុណចំពោះយោបល់របស់អ្នក។")
    ),
    (
      "pending",
      LocalizedText(
        en: "Questions that your trainer will judge: {count}. No score counts them yet.",
        km: "សំណួរដែលគ្រូឧទ្ទេសនឹងវាយតម្លៃ៖ {count}។ សំណួរទាំងនេះមិនទាន់រាប់ក្នុងពិន្ទុទេ។")
    ),
    (
      "moved",
      LocalizedText(en: "Now line {number} of {total}.", km: "ឥឡូវនៅបន្ទាត់ទី{number} ក្នុងចំណោម {total}។")
    ),
    ("orderGiven", FieldWords.orderGiven),
    ("answerFirst", LocalizedText(en: "Give an answer first.", km: "សូមឆ្លើយជាមុនសិន។")),
    ("moduleDone", moduleDone),
    ("codeMissing", codeMissing),
    ("numberWanted", FieldWords.numberWanted),
    (
      "notStored",
      LocalizedText(
        en:
          "The learning system did not store this. Keep the page open; it is tried again with your next answer.",
        km: "ប្រព័ន្ធសិក្សាមិនបានរក្សាទុកទេ។ សូមកុំបិទទំព័រ វានឹងព្យាយាមម្តងទៀតពេលអ្នកឆ្លើយសំណួរបន្ទាប់។")
    ),
    (
      "handInFailed",
      LocalizedText(
        en:
          "The learning system did not store your test. Try again, or save the result file and give it to your trainer.",
        km: "ប្រព័ន្ធសិក្សាមិនបានរក្សាទុកតេស្តរបស់អ្នកទេ។ សូមព្យាយាមម្តងទៀត ឬរក្សាទុកឯកសារលទ្ធផល ហើយប្រគល់ឱ្យគ្រូបណ្តុះបណ្តាល។")
    ),
    (
      "refused",
      LocalizedText(
        en: "The learning system does not answer. What you do is kept in this browser only.",
        km: "ប្រព័ន្ធសិក្សាមិនឆ្លើយតបទេ។ អ្វីដែលអ្នកធ្វើត្រូវបានរក្សាទុកតែក្នុងកម្មវិធីរុករកនេះប៉ុណ្ណោះ។")
    ),
    (
      "notSent",
      LocalizedText(
        en:
          "The network does not answer. Your answers are kept in this browser and are sent as soon as it does; you may go on.",
        km: "បណ្តាញមិនឆ្លើយតបទេ។ ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុកក្នុងកម្មវិធីរុករកនេះ ហើយនឹងត្រូវបានផ្ញើនៅពេលបណ្តាញដំណើរការវិញ។ អ្នកអាចបន្តបាន។"
      )
    ),
    (
      "sessionOver",
      LocalizedText(
        en:
          "This visit has ended, so answers are not stored. Open the page again from the learning system to go on.",
        km: "ការចូលមើលលើកនេះបានបញ្ចប់ហើយ ចម្លើយមិនត្រូវបានរក្សាទុកទេ។ ដើម្បីបន្ត សូមបើកទំព័រនេះម្តងទៀតពីប្រព័ន្ធសិក្សា។")
    ),
    ("goBack", LocalizedText(en: "Back to the learning system", km: "ត្រឡប់ទៅប្រព័ន្ធសិក្សា")),
    ("toNext", LocalizedText(en: "Go on to the next part", km: "បន្តទៅផ្នែកបន្ទាប់")),
    (
      "readOnly",
      LocalizedText(
        en: "You are only looking: answers are not stored.",
        km: "អ្នកកំពុងមើលតែប៉ុណ្ណោះ ចម្លើយមិនត្រូវបានរក្សាទុកទេ។")
    ),
    (
      "tooLong",
      LocalizedText(
        en:
          "Typed answers too long to be kept between visits: {count}. Hand in before you close the page.",
        km: "ចម្លើយដែលវាយវែងពេក មិនអាចរក្សាទុករវាងលើកនីមួយៗ៖ {count}។ សូមប្រគល់មុនពេលបិទទំព័រ។")
    ),
    (
      "lost",
      LocalizedText(
        en:
          "Typed answers from your last visit that were too long to be kept: {count}. Please write them again.",
        km: "ចម្លើយដែលអ្នកបានវាយពីលើកមុន ហើយវែងពេកមិនអាចរក្សាទុកបាន៖ {count}។ សូមសរសេរម្តងទៀត។")
    ),
    (
      "notKept",
      LocalizedText(
        en:
          "This browser keeps no progress: its storage is forbidden or full. What you do lasts until you close the page.",
        km:
          "កម្មវិធីរុករកនេះមិនរក្សាទុកវឌ្ឍនភាពទេ ព្រោះកន្លែងផ្ទុករបស់វាត្រូវបានហាមឃាត់ ឬពេញ។ អ្វីដែលអ្នកធ្វើនៅមានរហូតដល់អ្នកបិទទំព័រ។"
      )
    ),
    (
      "notKeptTest",
      LocalizedText(
        en:
          "This browser keeps no answers: its storage is forbidden or full. Hand in and save the result file before you close the page.",
        km:
          "កម្មវិធីរុករកនេះមិនរក្សាទុកចម្លើយទេ ព្រោះកន្លែងផ្ទុករបស់វាត្រូវបានហាមឃាត់ ឬពេញ។ សូមប្រគល់ ហើយរក្សាទុកឯកសារលទ្ធផល មុនពេលបិទទំព័រ។"
      )
    ),
    (
      "newer",
      LocalizedText(
        en:
          "Your earlier answers were kept by a newer version of this page and cannot be read here.",
        km: "ចម្លើយពីលើកមុនត្រូវបានរក្សាទុកដោយទំព័រជំនាន់ថ្មីជាងនេះ ហើយមិនអាចអាននៅទីនេះបានទេ។")
    ),
    (
      "changed",
      LocalizedText(
        en: "The questions have changed since your last visit; please begin anew.",
        km: "សំណួរបានផ្លាស់ប្តូរតាំងពីលើកមុន សូមចាប់ផ្តើមសាជាថ្មី។")
    ),
    (
      "unreadable",
      LocalizedText(
        en: "Your earlier answers could not be read; please begin anew.",
        km: "មិនអាចអានចម្លើយពីលើកមុនបានទេ សូមចាប់ផ្តើមសាជាថ្មី។")
    ),
  ]

  private static func digits(_ number: Int) -> String { Khmer.withKhmerDigits("\(number)") }
}
