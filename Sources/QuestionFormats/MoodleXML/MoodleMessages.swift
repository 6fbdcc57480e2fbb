import Assessment
import Text

/// The messages of reading and writing Moodle's XML.
enum MoodleMessages {
  static let notQuiz = LocalizedText(
    en: "This XML holds no Moodle questions: its outermost element is not 'quiz'.",
    km: "XML នេះគ្មានសំណួររបស់ Moodle ទេ៖ ធាតុក្រៅបំផុតមិនមែនជា 'quiz' ទេ។")
  static let notQuizRemedy = LocalizedText(
    en: "Export the questions from Moodle's question bank as 'Moodle XML format'.",
    km: "សូមនាំសំណួរចេញពីធនាគារសំណួររបស់ Moodle ជា 'Moodle XML format'។")

  static func unknownType(_ type: String) -> LocalizedText {
    LocalizedText(
      en: "Questions of the type '\(type)' cannot be read.",
      km: "សំណួរប្រភេទ '\(type)' មិនអាចអានបានទេ។")
  }
  static let unknownTypeRemedy = LocalizedText(
    en: "Write it again as a choice, a number, a short text, pairs, an order, blanks or an essay.",
    km: "សូមសរសេរវាឡើងវិញជាជម្រើស លេខ អត្ថបទខ្លី គូចម្លើយ លំដាប់ ចន្លោះ ឬអត្ថបទវែង។")

  static func broken(_ what: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "This question cannot be read: \(what.en).", km: "មិនអាចអានសំណួរនេះបានទេ៖ \(what.km)។")
  }
  static let brokenRemedy = LocalizedText(
    en: "Mend the question in Moodle and export it again.",
    km: "សូមកែសំណួរនេះក្នុង Moodle រួចនាំចេញម្តងទៀត។")

  static func fraction(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is not one of Moodle's grades for answers.",
      km: "'\(text)' មិនមែនជាភាគពិន្ទុចម្លើយរបស់ Moodle ទេ។")
  }
  static let fractionRemedy = LocalizedText(
    en: "Write a grade that Moodle offers, such as 33.33333 for a third.",
    km: "សូមសរសេរភាគពិន្ទុដែល Moodle មាន ដូចជា 33.33333 សម្រាប់មួយភាគបី។")

  static let noKey = LocalizedText(
    en: "No answer of this question wins points.", km: "គ្មានចម្លើយណាមួយនៃសំណួរនេះបានពិន្ទុទេ។")
  static let noKeyRemedy = LocalizedText(
    en: "Give the right answer the grade 100.", km: "សូមឱ្យភាគពិន្ទុ 100 ដល់ចម្លើយត្រឹមត្រូវ។")

  static func categories(_ names: [String]) -> LocalizedText {
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return LocalizedText(
      en: "Moodle's categories are not kept: \(shown).",
      km: "ប្រភេទរបស់ Moodle មិនត្រូវបានរក្សាទុកទេ៖ \(shown)។")
  }
  static let categoriesRemedy = LocalizedText(
    en: "Give each question its learning outcome instead.",
    km: "សូមកំណត់លទ្ធផលសិក្សានៃសំណួរនីមួយៗជំនួសវិញ។")

  // MARK: What is lost

  static let wholeOnly = LocalizedText(
    en: "all-or-nothing scoring: parts win points", km: "ការដាក់ពិន្ទុទាំងមូល៖ ផ្នែកនីមួយៗបានពិន្ទុ")
  static func tag(_ name: String) -> LocalizedText {
    LocalizedText(en: "HTML '\(name)'", km: "HTML '\(name)'")
  }
  static func file(_ name: String) -> LocalizedText {
    LocalizedText(en: "the file '\(name)'", km: "ឯកសារ '\(name)'")
  }
  static func label(_ name: String) -> LocalizedText {
    LocalizedText(en: "the tag '\(name)'", km: "ស្លាក '\(name)'")
  }
  static let hints = LocalizedText(
    en: "hints and the penalty for each try", km: "តម្រុយ និងការកាត់ពិន្ទុក្នុងការព្យាយាមនីមួយៗ")
  static let combinedFeedback = LocalizedText(
    en: "feedback to right, partly right and wrong answers",
    km: "យោបល់ត្រឡប់ចំពោះចម្លើយត្រូវ ត្រូវមួយផ្នែក និងខុស")
  static let graderNotes = LocalizedText(
    en: "notes for whoever grades", km: "កំណត់សម្គាល់សម្រាប់អ្នកដាក់ពិន្ទុ")
  static let template = LocalizedText(
    en: "the beginning given to the answer", km: "គំរូដើមនៃចម្លើយ")
  static let attachments = LocalizedText(
    en: "files attached to the answer", km: "ឯកសារភ្ជាប់នឹងចម្លើយ")
  static let fewestWords = LocalizedText(
    en: "the fewest words of the answer", km: "ចំនួនពាក្យតិចបំផុតនៃចម្លើយ")
  static let wildcards = LocalizedText(
    en: "accepted answers with '*'", km: "ចម្លើយដែលទទួលយកដែលមាន '*'")
  static let otherFeedback = LocalizedText(
    en: "feedback to any other answer", km: "យោបល់ត្រឡប់ចំពោះចម្លើយផ្សេងទៀត")
  static let unitPenalty = LocalizedText(
    en: "the penalty for a wrong unit", km: "ការកាត់ពិន្ទុចំពោះឯកតាខុស")
  static let scoring = LocalizedText(
    en: "scoring: Moodle's way of counting places", km: "ការដាក់ពិន្ទុ៖ របៀបរាប់ទីតាំងរបស់ Moodle")
  static let subset = LocalizedText(
    en: "drawing a few of the parts", km: "ការចាប់យកផ្នែកខ្លះ")
  static let partWeights = LocalizedText(
    en: "different weights of the blanks", km: "ទម្ងន់ខុសគ្នានៃចន្លោះ")
  static let noPoints = LocalizedText(en: "points: none", km: "ពិន្ទុ៖ គ្មាន")
  static let repeatedBlank = LocalizedText(
    en: "a blank that stands twice or nowhere", km: "ចន្លោះដែលមានពីរដង ឬគ្មាន")

  static let noAnswers = LocalizedText(en: "it has no answers", km: "វាគ្មានចម្លើយ")
  static let noText = LocalizedText(en: "it has no text", km: "វាគ្មានអត្ថបទ")
  static let severalInBlank = LocalizedText(
    en: "a blank takes several options", km: "ចន្លោះមួយទទួលយកជម្រើសច្រើន")
}
