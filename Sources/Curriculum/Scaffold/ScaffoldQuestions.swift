import Assessment
import Text

extension ScaffoldTemplates {
  /// Returns the beginning of a bank file.
  func bank(_ half: Language) -> String {
    let about =
      language == .english
      ? [
        "each '## id {…}' is a question; the same ids and marks stand in both languages",
        "pool=test is kept for tests, pool=practice is given with feedback, pool=survey asks opinions",
      ]
      : [
        "រាល់ '## id {…}' ជាសំណួរមួយ។ ភាសាទាំងពីរមានលេខសម្គាល់ និងសញ្ញាដូចគ្នា",
        "pool=test ទុកសម្រាប់តេស្ត pool=practice សម្រាប់ហាត់ដោយមានយោបល់ត្រឡប់ pool=survey សួរមតិ",
      ]
    return "---\nformat: 1\nreview: [\(half.rawValue)]\n"
      + about.map { "# \($0)\n" }.joined() + "---\n"
  }

  /// Returns a question of a kind, ready to be filled in.
  func question(
    _ id: String, _ kind: InteractionKind, outcome: String, cognitive: CognitiveLevel,
    pool: ItemPool = .test, _ half: Language
  ) -> String {
    let extra =
      switch kind {
      case .trueFalse, .likert, .selfRating: " kind=\(kind.rawValue)"
      case .essay: " kind=essay lines=8"
      case .performance: " kind=performance rubric=\(id)"
      case .matching, .ordering, .blanks: " scoring=parts"
      case .singleChoice, .multipleChoice, .numeric, .shortText: ""
      }
    let heading =
      "## \(id) {outcome=\(outcome) cognitive=\(cognitive.rawValue) points=1 pool=\(pool.rawValue)"
      + " status=draft\(extra)}"
    let comments = guidance(kind).map { "<!-- \(language == .english ? $0.en : $0.km) -->" }
    return ([heading] + comments + body(kind, half)).joined(separator: "\n") + "\n"
  }

  private func text(_ half: Language, _ en: String, _ km: String) -> String {
    "\(Scaffold.mark) " + (half == .english ? en : km)
  }

  private func guidance(_ kind: InteractionKind) -> [LocalizedText] {
    switch kind {
    case .singleChoice, .multipleChoice:
      [
        LocalizedText(
          en: "( ) for one right answer, [ ] for several; x marks what is right, '>' says why",
          km: "( ) សម្រាប់ចម្លើយត្រូវតែមួយ [ ] សម្រាប់ច្រើន។ x បញ្ជាក់ចម្លើយត្រូវ '>' ពន្យល់មូលហេតុ")
      ]
    case .trueFalse:
      [
        LocalizedText(
          en: "a statement; the first option is true, the second false",
          km: "សេចក្តីថ្លែងមួយ។ ជម្រើសទីមួយគឺត្រូវ ទីពីរគឺខុស")
      ]
    case .numeric:
      [
        LocalizedText(
          en: "a number and how far an answer may lie from it",
          km: "ចំនួនមួយ និងកម្រិតលម្អៀងដែលអនុញ្ញាត")
      ]
    case .shortText:
      [LocalizedText(en: "one accepted text a line", km: "ចម្លើយដែលទទួលយកមួយក្នុងមួយបន្ទាត់")]
    case .matching:
      [
        LocalizedText(
          en: "pairs; a target without a source is written '- => text'",
          km: "គូចម្លើយ។ គូដែលគ្មានប្រភពសរសេរថា '- => អត្ថបទ'")
      ]
    case .ordering:
      [LocalizedText(en: "written in the right order", km: "សរសេរតាមលំដាប់ត្រឹមត្រូវ")]
    case .blanks:
      [
        LocalizedText(
          en: "[[a]] stands in the text; below, what is right in it",
          km: "[[a]] ស្ថិតក្នុងអត្ថបទ។ ខាងក្រោមជាចម្លើយត្រឹមត្រូវ")
      ]
    case .likert, .selfRating:
      [LocalizedText(en: "from the lowest to the highest", km: "ពីទាបទៅខ្ពស់")]
    case .essay:
      [
        LocalizedText(
          en: "a human judges it; rubric=id names the file in rubrics/",
          km: "មនុស្សជាអ្នកវាយតម្លៃ។ rubric=id ជាឈ្មោះឯកសារក្នុង rubrics/")
      ]
    case .performance:
      [
        LocalizedText(
          en: "what a trainer watches; write rubrics/<id>.yaml too",
          km: "អ្វីដែលគ្រូឧទ្ទេសសង្កេត។ សូមសរសេរ rubrics/<id>.yaml ផង")
      ]
    }
  }

  private func body(_ kind: InteractionKind, _ half: Language) -> [String] {
    let stem = text(half, "Write the question here.", "សូមសរសេរសំណួរនៅទីនេះ។")
    let right = text(half, "A right answer", "ចម្លើយត្រឹមត្រូវ")
    let why = text(half, "Why it is right.", "មូលហេតុដែលចម្លើយនេះត្រឹមត្រូវ។")
    let wrong = text(half, "What somebody believes who is mistaken", "អ្វីដែលអ្នកយល់ច្រឡំគិត")
    let mistake = text(half, "What the mistake is.", "កំហុសនោះជាអ្វី។")
    switch kind {
    case .singleChoice:
      return [
        stem, "- (x) \(right)", "  > \(why)", "- ( ) \(wrong)", "  > \(mistake)",
        "- ( ) \(wrong) (2)", "  > \(mistake)",
      ]
    case .multipleChoice:
      return [
        stem, "- [x] \(right)", "  > \(why)", "- [x] \(right) (2)", "  > \(why)",
        "- [ ] \(wrong)", "  > \(mistake)", "- [ ] \(wrong) (2)", "  > \(mistake)",
      ]
    case .trueFalse:
      let statement = text(half, "Write a statement here.", "សូមសរសេរសេចក្តីថ្លែងនៅទីនេះ។")
      let names = [ChoiceInteraction.trueText[half], ChoiceInteraction.falseText[half]]
      return [
        statement, "- (x) \(names[0])", "  > \(why)", "- ( ) \(names[1])", "  > \(mistake)",
      ]
    case .numeric: return [stem, "= 12 +- 0.5"]
    case .shortText: return [stem, "~ \(right)"]
    case .matching:
      let left = text(half, "Left", "ឆ្វេង")
      let other = text(half, "Right", "ស្តាំ")
      return [stem] + (1...3).map { "- \(left) \($0) => \(other) \($0)" }
    case .ordering:
      let step = text(half, "Step", "ជំហាន")
      return [stem] + (1...3).map { "\($0). \(step) \($0)" }
    case .blanks:
      return [
        text(half, "The council decides in [[a]].", "ក្រុមប្រឹក្សាសម្រេចនៅ [[a]]។"), "[[a]] ~ \(right)",
      ]
    case .likert, .selfRating:
      let scale =
        kind == .likert
        ? [
          LocalizedText(en: "Strongly disagree", km: "មិនយល់ស្របទាល់តែសោះ"),
          LocalizedText(en: "Disagree", km: "មិនយល់ស្រប"),
          LocalizedText(en: "Neither", km: "មិនយល់ស្រប ហើយមិនប្រកែក"),
          LocalizedText(en: "Agree", km: "យល់ស្រប"),
          LocalizedText(en: "Strongly agree", km: "យល់ស្របទាំងស្រុង"),
        ]
        : [
          LocalizedText(en: "I cannot do it", km: "ខ្ញុំធ្វើមិនបាន"),
          LocalizedText(en: "With help", km: "ធ្វើបានដោយមានជំនួយ"),
          LocalizedText(en: "Alone, in usual cases", km: "ធ្វើបានម្នាក់ឯងក្នុងករណីធម្មតា"),
          LocalizedText(en: "Also in new cases", km: "ធ្វើបានក្នុងករណីថ្មីផងដែរ"),
          LocalizedText(en: "I can teach it", km: "ខ្ញុំអាចបង្រៀនអ្នកដទៃ"),
        ]
      let statement = text(half, "Write the statement here.", "សូមសរសេរសេចក្តីថ្លែងនៅទីនេះ។")
      return [statement] + scale.map { "- ( ) \($0[half])" }
    case .essay, .performance:
      return [text(half, "Write the task here.", "សូមសរសេរកិច្ចការនៅទីនេះ។")]
    }
  }
}
