import Text

/// The words of the reports on questions and forms.
enum ItemWords {
  static let item = LocalizedText(en: "Question", km: "សំណួរ")
  static let people = LocalizedText(en: "n (people)", km: "n (នាក់)")
  static let difficulty = LocalizedText(
    en: "Share of points won (difficulty)", km: "ភាគពិន្ទុដែលបាន (កម្រិតលំបាក)")
  static let discrimination = LocalizedText(
    en: "Correlation with the other questions", km: "សហសម្ព័ន្ធជាមួយសំណួរផ្សេង")
  static let alphaWithout = LocalizedText(en: "Alpha without it", km: "អាល់ហ្វា បើគ្មានសំណួរនេះ")
  static let omitted = LocalizedText(en: "Left empty by", km: "ចំនួនអ្នកមិនបានឆ្លើយ")
  static let toLookAt = LocalizedText(en: "To look at", km: "គួរពិនិត្យ")
  static let option = LocalizedText(en: "Option", km: "ជម្រើស")
  static let isKey = LocalizedText(en: "Right", km: "ត្រឹមត្រូវ")
  static let chosenBy = LocalizedText(en: "Chosen by", km: "ចំនួនអ្នកជ្រើស")
  static let share = LocalizedText(en: "Share, %", km: "ភាគរយ")
  static let pointBiserial = LocalizedText(
    en: "Correlation with the rest", km: "សហសម្ព័ន្ធជាមួយពិន្ទុផ្សេង")
  static let yes = LocalizedText(en: "yes", km: "បាទ/ចាស")
  static let allOrNone = LocalizedText(
    en: "everybody or nobody chose it", km: "គ្រប់គ្នាជ្រើស ឬគ្មាននរណាជ្រើស")
  static let mean = LocalizedText(en: "Mean, points", km: "មធ្យមភាគ ជាពិន្ទុ")
  static let deviation = LocalizedText(en: "SD, points", km: "គម្លាតគំរូ ជាពិន្ទុ")
  static let alpha = LocalizedText(en: "Alpha", km: "អាល់ហ្វា")
  static let measurementError = LocalizedText(
    en: "Error of one person's score, points", km: "កម្រិតលម្អៀងនៃពិន្ទុម្នាក់ ជាពិន្ទុ")
  static let formsCaption = LocalizedText(en: "The forms as a whole", km: "វិញ្ញាសានីមួយៗជារួម")
  static let level = LocalizedText(
    en: "level of people and questions (Rasch, logits)",
    km: "កម្រិតរបស់មនុស្ស និងសំណួរ (Rasch, logit)")
  static let information = LocalizedText(en: "information of the form", km: "ព័ត៌មានដែលវិញ្ញាសាផ្តល់")
  static let informationTitle = LocalizedText(
    en: "Where the form measures well, and where its people stand",
    km: "កម្រិតដែលវិញ្ញាសាវាស់បានច្បាស់ និងកម្រិតដែលមនុស្សស្ថិតនៅ")
  static let informationSummary = LocalizedText(
    en:
      "The curve is high where the form tells people apart well; the bars count the people there.",
    km: "ខ្សែកោងខ្ពស់នៅកន្លែងដែលវិញ្ញាសាបែងចែកកម្រិតមនុស្សបានល្អ។ របារបង្ហាញចំនួនមនុស្សនៅកន្លែងនោះ។")
  static let scoresTitle = LocalizedText(
    en: "People by percent of points", km: "ចំនួនមនុស្សតាមភាគរយនៃពិន្ទុ")
  static let curvesHeading = LocalizedText(
    en: "Who chose what", km: "នរណាជ្រើសជម្រើសណា")
  static let curvesIntroduction = LocalizedText(
    en:
      "From left to right people with more and more points. A good question: the line of the right "
      + "option rises, the others fall.",
    km: "ពីឆ្វេងទៅស្តាំ មនុស្សមានពិន្ទុកាន់តែច្រើន។ សំណួរល្អ៖ ខ្សែនៃជម្រើសត្រឹមត្រូវឡើង ខ្សែផ្សេងទៀតចុះ។")

  /// Below so much alpha, the scores of single people say little.
  ///
  /// Source: Nunnally and Bernstein (1994), Psychometric Theory, 3rd edition, 264–265.
  static let modestAlpha = 0.7

  static func itemsCaption(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Questions of \(title.en)", km: "សំណួរនៃ\(title.km)")
  }

  static func optionsCaption(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Options of the questions of \(title.en)", km: "ជម្រើសនៃសំណួរក្នុង\(title.km)")
  }

  static func mapTitle(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Map of the questions of \(title.en)", km: "ផែនទីសំណួរនៃ\(title.km)")
  }

  static func mapSummary(_ count: Int, flagged: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) questions by how easy they are and how well they tell people apart; \(flagged) "
        + "should be looked at.",
      km:
        "សំណួរ \(Prose.count(count).km) តាមកម្រិតងាយ និងសមត្ថភាពបែងចែក។ សំណួរ \(Prose.count(flagged).km) គួរពិនិត្យ។"
    )
  }

  static func curveTitle(_ item: String) -> LocalizedText {
    LocalizedText(en: "Question \(item)", km: "សំណួរ \(item)")
  }

  static func curveSummary(_ flags: [ItemFlag]) -> LocalizedText {
    guard !flags.isEmpty else {
      return LocalizedText(
        en: "The share of each fifth or third of people that chose each option.",
        km: "ភាគរយនៃក្រុមនីមួយៗដែលជ្រើសជម្រើសនីមួយៗ។")
    }
    let words = ReportFrame.joined(flags.map(\.words))
    return LocalizedText(en: "To look at: \(words.en).", km: "គួរពិនិត្យ៖ \(words.km)។")
  }

  static func scoreGroups(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: count == 5 ? "fifths of people by points" : "thirds of people by points",
      km: "មនុស្សមួយភាគ\(count == 5 ? "ប្រាំ" : "បី")ៗ តាមពិន្ទុ")
  }

  /// Returns the consonant that stands for a Latin option letter.
  static func khmerOption(_ id: String) -> String {
    guard let letter = id.utf8.first, id.utf8.count == 1, letter >= 97,
      Int(letter) - 97 < Khmer.optionLetters.count
    else { return id }
    return Khmer.optionLetters[Int(letter) - 97]
  }

  static func band(_ low: Int) -> LocalizedText {
    let text = low == 90 ? "90–100 %" : "\(low)–\(low + 9) %"
    return LocalizedText(en: text, km: Khmer.withKhmerDigits(text))
  }

  static func scoresSummary(_ bins: [Int]) -> LocalizedText {
    let most = bins.max() ?? 0
    let step = (bins.firstIndex(of: most) ?? 0) * 10
    let band = self.band(step)
    return LocalizedText(
      en: "Most people, \(most), have \(band.en) of the points.",
      km: "មនុស្សច្រើនជាងគេ \(Prose.count(most).km) នាក់ បាន \(band.km) នៃពិន្ទុ។")
  }

  static func basis(_ people: Int, _ items: Int) -> LocalizedText {
    LocalizedText(
      en: "\(items) questions, answered by \(people) people: the first test of each that counts.",
      km:
        "សំណួរ \(Prose.count(items).km) ដែលមនុស្ស \(Prose.count(people).km) នាក់បានឆ្លើយ៖ តេស្តដំបូងដែលរាប់របស់ម្នាក់ៗ។")
  }

  static func unsteady(_ n: Int) -> LocalizedText {
    LocalizedText(
      en:
        "Only \(n) people: the figures of questions may look quite different with others. Take them "
        + "as a hint where to look, not as a verdict.",
      km: "មានមនុស្សតែ \(Prose.count(n).km) នាក់៖ តួលេខនៃសំណួរអាចខុសច្រើន បើជាមនុស្សផ្សេង។ "
        + "សូមទុកវាជាចំណុចគួរពិនិត្យ មិនមែនជាការសម្រេចទេ។")
  }

  static func unsteadyForm(_ form: LocalizedText, _ n: Int) -> LocalizedText {
    LocalizedText(
      en: "\(form.en): only \(n) people; alpha may be quite different with others.",
      km: "\(form.km)៖ មានមនុស្សតែ \(Prose.count(n).km) នាក់។ អាល់ហ្វាអាចខុសច្រើន បើជាមនុស្សផ្សេង។")
  }

  static func lowAlpha(_ form: LocalizedText, _ alpha: Double) -> LocalizedText {
    let text = NumberText.fixed(alpha, digits: 2)
    return LocalizedText(
      en:
        "\(form.en): alpha is \(text). Scores of single people are too unsure for any decision; means "
        + "of groups are less touched by it.",
      km: "\(form.km)៖ អាល់ហ្វាគឺ \(Khmer.withKhmerDigits(text))។ ពិន្ទុរបស់បុគ្គលម្នាក់ៗមិនច្បាស់គ្រប់គ្រាន់សម្រាប់សម្រេចអ្វីទេ។ "
        + "មធ្យមភាគរបស់ក្រុមរងឥទ្ធិពលតិចជាង។")
  }

  static func groupsCaption(_ title: LocalizedText, _ groupings: [Grouping]) -> LocalizedText {
    let names = Prose.series(groupings.map(ReportingMessages.grouping))
    return LocalizedText(
      en: "Points by \(names.en.lowercased()): \(title.en)", km: "ពិន្ទុតាម\(names.km)៖ \(title.km)")
  }

  static func difficultyGroupsCaption(
    _ title: LocalizedText, _ groupings: [Grouping]
  ) -> LocalizedText {
    let names = Prose.series(groupings.map(ReportingMessages.grouping))
    return LocalizedText(
      en: "Difficulty by \(names.en.lowercased()): \(title.en)",
      km: "\(difficulty.km) តាម\(names.km)៖ \(title.km)")
  }

  static func leftOut(_ items: [String]) -> LocalizedText {
    let list = items.joined(separator: ", ")
    return LocalizedText(
      en: "Not asked of everybody, or scored by different keys, and left out: \(list).",
      km: "មិនបានសួរគ្រប់គ្នា ឬដាក់ពិន្ទុតាមគន្លឹះខុសគ្នា ហើយមិនបានរាប់៖ \(list)។")
  }

  static func tooFewPeople(_ names: [LocalizedText]) -> LocalizedText {
    let list = ReportFrame.joined(names)
    return LocalizedText(
      en: "Fewer than \(FormAnalysis.fewest) people, and no figures for that: \(list.en).",
      km: "មានមនុស្សតិចជាង \(Prose.count(FormAnalysis.fewest).km) នាក់ ដូច្នេះគ្មានតួលេខ៖ \(list.km)។")
  }

  static let itemsNote = LocalizedText(
    en:
      "An empty answer wins no point and counts. Correlation: with the points on the other questions "
      + "(Henrysson 1963). Alpha without it above alpha: the others agree better alone.",
    km: "ចម្លើយទទេមិនបានពិន្ទុ ហើយត្រូវរាប់។ សហសម្ព័ន្ធ៖ ជាមួយពិន្ទុនៃសំណួរផ្សេង (Henrysson 1963)។ "
      + "បើអាល់ហ្វាដោយគ្មានសំណួរនេះខ្ពស់ជាង សំណួរផ្សេងស៊ីគ្នាល្អជាង។")
  static let optionsNote = LocalizedText(
    en:
      "Correlation of having chosen the option with the points on the other questions: above 0 for the "
      + "right option, below 0 for wrong ones.",
    km: "សហសម្ព័ន្ធរវាងការជ្រើសជម្រើសនេះ និងពិន្ទុនៃសំណួរផ្សេង៖ គួរលើស ០ សម្រាប់ជម្រើសត្រឹមត្រូវ និងក្រោម ០ សម្រាប់ជម្រើសខុស។")
  static let formsNote = LocalizedText(
    en:
      "Alpha: Cronbach (1951). Error of one person's score: SD × √(1 − alpha) (Lord and Novick 1968).",
    km: "អាល់ហ្វា៖ Cronbach (1951)។ កម្រិតលម្អៀងនៃពិន្ទុម្នាក់៖ គម្លាតគំរូ × √(1 − អាល់ហ្វា) (Lord and Novick 1968)។")

  static let notes = [
    LocalizedText(
      en:
        "A question that nearly everybody, or nearly nobody, wins tells little about anybody; that can "
        + "still be right for a pre-test of new content.",
      km: "សំណួរដែលស្ទើរគ្រប់គ្នា ឬស្ទើរគ្មាននរណាធ្វើបាន ប្រាប់តិចតួចអំពីមនុស្ស។ ក៏ប៉ុន្តែវាអាចត្រឹមត្រូវ "
        + "សម្រាប់តេស្តមុនវគ្គលើខ្លឹមសារថ្មី។"),
    LocalizedText(
      en:
        "A correlation below 0.2 is weak (Ebel and Frisbie 1991); below 0, look at the key first.",
      km: "សហសម្ព័ន្ធក្រោម ០,២ ខ្សោយ (Ebel and Frisbie 1991)។ បើក្រោម ០ សូមពិនិត្យគន្លឹះជាមុន។"),
    LocalizedText(
      en: "No figure replaces reading the question with somebody who teaches it.",
      km: "គ្មានតួលេខណាជំនួសការអានសំណួរជាមួយអ្នកបង្រៀនបានទេ។"),
  ]
  static let formNotes = [
    LocalizedText(
      en:
        "Alpha says how well the questions of a form agree with each other; a negative one means that "
        + "they contradict each other, and is shown so.",
      km: "អាល់ហ្វាប្រាប់ថាសំណួរក្នុងវិញ្ញាសាស៊ីគ្នាប៉ុនណា។ អាល់ហ្វាអវិជ្ជមានមានន័យថាសំណួរផ្ទុយគ្នា ហើយបង្ហាញតាមនោះ។"),
    LocalizedText(
      en:
        "The information curve is that of the Rasch model (Rasch 1960), fitted by conditional maximum "
        + "likelihood (Andersen 1972) where at least \(FormAnalysis.steady) people answered.",
      km: "ខ្សែកោងព័ត៌មានគឺតាមម៉ូដែល Rasch (Rasch 1960) គណនាតាម Andersen (1972) ពេលមានមនុស្សយ៉ាងតិច "
        + "\(Prose.count(FormAnalysis.steady).km) នាក់បានឆ្លើយ។"),
  ]
}
