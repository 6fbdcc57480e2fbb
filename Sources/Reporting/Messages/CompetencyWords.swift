import Text

/// The words of the report by competency.
enum CompetencyWords {
  static let introduction = LocalizedText(
    en:
      "What people could do before and after, competency by competency. The two rows of a competency "
      + "are about everybody who took that test, not only about those who took both; for the change "
      + "of the same people see the report of change.",
    km: "អ្វីដែលសិក្ខាកាមធ្វើបានមុន និងក្រោយវគ្គ តាមសមត្ថភាពនីមួយៗ។ ជួរទាំងពីរនៃសមត្ថភាពមួយនិយាយអំពីអ្នកដែលបានធ្វើតេស្តនោះទាំងអស់ "
      + "មិនមែនតែអ្នកដែលធ្វើតេស្តទាំងពីរទេ។ ចំពោះបម្រែបម្រួលរបស់មនុស្សដដែល សូមមើលរបាយការណ៍អំពីបម្រែបម្រួល។")
  static let caption = LocalizedText(
    en: "Scores by competency and test", km: "ពិន្ទុតាមសមត្ថភាព និងតេស្ត")
  static let questions = LocalizedText(
    en: "Questions (fewest of any form)", km: "ចំនួនសំណួរ (តិចបំផុតក្នុងវិញ្ញាសា)")
  static let mean = LocalizedText(en: "Mean, % of points", km: "មធ្យមភាគ, % នៃពិន្ទុ")
  static let reliability = LocalizedText(
    en: "Reliability (lowest alpha)", km: "ភាពជឿទុកចិត្ត (អាល់ហ្វាទាបបំផុត)")
  static let claim = LocalizedText(en: "What may be said", km: "អ្វីដែលអាចនិយាយបាន")
  static let noReliability = LocalizedText(
    en: "too few people or questions, or no spread", km: "មនុស្ស ឬសំណួរតិចពេក ឬគ្មានគម្លាត")
  static let notEverybody = LocalizedText(
    en: "not everybody was asked", km: "មិនបានសួរគ្រប់គ្នា")
  static let plotSummary = LocalizedText(
    en:
      "For each competency and test the mean and the 95 % interval around it; competencies with too "
      + "few questions are left out.",
    km: "សម្រាប់សមត្ថភាព និងតេស្តនីមួយៗ៖ មធ្យមភាគ និងចន្លោះជឿជាក់ ៩៥%។ សមត្ថភាពដែលមានសំណួរតិចពេកមិនបង្ហាញទេ។")

  static func claim(_ score: CompetencyStudy.Score) -> LocalizedText {
    guard score.hasEnoughQuestions else {
      return LocalizedText(
        en: "nothing yet: a hint where to look", km: "មិនទាន់មានអ្វី៖ គ្រាន់តែជាចំណុចគួរពិនិត្យ")
    }
    guard let reliability = score.reliability, reliability >= CompetencyReport.leastReliability
    else {
      return LocalizedText(
        en: "the mean of this group on these questions", km: "មធ្យមភាគរបស់ក្រុមនេះ លើសំណួរទាំងនេះ")
    }
    return LocalizedText(
      en: "the group's level in this competency; not single people's",
      km: "កម្រិតរបស់ក្រុមក្នុងសមត្ថភាពនេះ មិនមែនរបស់បុគ្គលម្នាក់ៗ")
  }

  static func groupsCaption(_ groupings: [Grouping], _ test: LocalizedText) -> LocalizedText {
    let names = Prose.series(groupings.map(ReportingMessages.grouping))
    return LocalizedText(
      en: "Mean percent by competency and \(names.en.lowercased()), \(test.en.lowercased())",
      km: "ភាគរយមធ្យមតាមសមត្ថភាព និង\(names.km) \(test.km)")
  }

  static let note = LocalizedText(
    en:
      "Below \(TopicChange.minimumQuestions) questions on a form no interval is given. Reliability: "
      + "Cronbach's alpha within the questions of the competency, the lowest of the forms.",
    km: "បើវិញ្ញាសាមួយមានសំណួរតិចជាង \(Prose.count(TopicChange.minimumQuestions).km) មិនបង្ហាញចន្លោះជឿជាក់ទេ។ ភាពជឿទុកចិត្ត៖ "
      + "អាល់ហ្វាតាម Cronbach ក្នុងសំណួរនៃសមត្ថភាពនេះ យកតម្លៃទាបបំផុតក្នុងចំណោមវិញ្ញាសា។")

  static let notes = [
    LocalizedText(
      en:
        "A competency with few questions leans on each of them: another question could change the "
        + "picture. So the number of questions and their agreement stand beside every mean.",
      km: "សមត្ថភាពដែលមានសំណួរតិច ពឹងលើសំណួរនីមួយៗខ្លាំង៖ សំណួរផ្សេងអាចផ្លាស់ប្តូរលទ្ធផល។ "
        + "ដូច្នេះចំនួនសំណួរ និងភាពស៊ីគ្នារបស់វា បង្ហាញក្បែរមធ្យមភាគនីមួយៗ។"),
    LocalizedText(
      en: "From a reliability of 0.7 on, the score is taken as one of the competency (Nunnally and "
        + "Bernstein 1994). Nothing here is a statement about single people.",
      km: "ចាប់ពីភាពជឿទុកចិត្ត ០,៧ ពិន្ទុត្រូវចាត់ទុកជាពិន្ទុនៃសមត្ថភាព (Nunnally and Bernstein 1994)។ "
        + "គ្មានអ្វីនៅទីនេះនិយាយអំពីបុគ្គលម្នាក់ៗទេ។"),
    LocalizedText(
      en: "What people say of themselves is never mixed into these scores.",
      km: "អ្វីដែលសិក្ខាកាមវាយតម្លៃខ្លួនឯង មិនដែលបញ្ចូលក្នុងពិន្ទុទាំងនេះទេ។"),
  ]
}
