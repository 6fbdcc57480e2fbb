import Assessment
import Document
import Records
import Text

/// The words and tables of `sala results rate`.
enum RateWords {
  static let which = LocalizedText(
    en: "Say which answer with --learner and --item.",
    km: "សូមបញ្ជាក់ចម្លើយដោយ --learner និង --item។")
  static let whoRates = LocalizedText(
    en: "Say who judges with --rater, by a code or initials.",
    km: "សូមបញ្ជាក់អ្នកវាយតម្លៃដោយ --rater ជាកូដ ឬអក្សរកាត់។")
  static let known = LocalizedText(
    en: "The same was recorded before; nothing was added.",
    km: "ការវាយតម្លៃដូចគ្នានេះបានកត់ត្រារួចហើយ។ មិនបានបន្ថែមអ្វីទេ។")

  static func noLearner(_ typed: String) -> LocalizedText {
    LocalizedText(
      en: "The records know no learner '\(typed)'.", km: "គ្មានសិក្ខាកាម '\(typed)' ក្នុងកំណត់ត្រាទេ។")
  }

  static func notJudged(_ id: String) -> LocalizedText {
    LocalizedText(
      en: "'\(id)' is scored by its key; only essays and deeds are judged by a human.",
      km: "'\(id)' ត្រូវដាក់ពិន្ទុតាមគន្លឹះ។ មានតែសំណេរ និងការអនុវត្តទេ ដែលមនុស្សវាយតម្លៃ។")
  }

  static func noRubric(_ id: String, _ rubric: String?) -> LocalizedText {
    guard let rubric else {
      return LocalizedText(
        en: "'\(id)' names no rubric; add 'rubric=…' and write 'rubrics/….yaml'.",
        km: "'\(id)' មិនបញ្ជាក់តារាងវាយតម្លៃទេ។ សូមបន្ថែម 'rubric=…' ហើយសរសេរ 'rubrics/….yaml'។")
    }
    return LocalizedText(
      en: "The rubric '\(rubric)' of '\(id)' cannot be read; 'sala check' says why.",
      km: "មិនអាចអានតារាងវាយតម្លៃ '\(rubric)' នៃ '\(id)' បានទេ។ 'sala check' នឹងប្រាប់មូលហេតុ។")
  }

  static func several(_ places: [String]) -> LocalizedText {
    let list = places.joined(separator: "; ")
    return LocalizedText(
      en: "There are several; say which with --event and --occasion: \(list).",
      km: "មានច្រើន។ សូមបញ្ជាក់ដោយ --event និង --occasion៖ \(list)។")
  }

  static func noAttempt(_ learner: String, item: String) -> LocalizedText {
    LocalizedText(
      en: "'\(learner)' handed in no test that holds '\(item)'.",
      km: "'\(learner)' មិនបានប្រគល់តេស្តដែលមាន '\(item)' ទេ។")
  }

  static func leftOut(_ learner: String, item: String) -> LocalizedText {
    LocalizedText(
      en: "'\(learner)' left '\(item)' out; it counts as no points and needs no judgement.",
      km: "'\(learner)' មិនបានឆ្លើយ '\(item)' ទេ។ គ្មានពិន្ទុ ហើយមិនចាំបាច់វាយតម្លៃ។")
  }

  static func points(_ outcome: Outcome, item: Item) -> LocalizedText {
    let won = NumberText.fixed(outcome.score, digits: 2)
    let most = NumberText.fixed(outcome.maximum, digits: 2)
    return LocalizedText(
      en: "\(item.id): \(won) of \(most) points.",
      km: "\(item.id)៖ \(Khmer.withKhmerDigits("\(won) លើ \(most)")) ពិន្ទុ។")
  }

  // MARK: Documents

  /// What waits for a judgement.
  static func waiting(
    _ attempts: [ScoredAttempt], item: String?, isSynthetic: Bool
  ) -> Document {
    let rows = attempts.flatMap { attempt in
      attempt.outcomes.filter { $0.isPending && (item == nil || $0.item == item) }
        .map { outcome -> [Table.Cell] in
          [
            .text(attempt.code), .text(attempt.event ?? ""), .text(attempt.occasion.rawValue),
            .text(attempt.form), .text(outcome.item), .text(attempt.submittedAt ?? ""),
          ]
        }
    }
    let table = Table(
      id: "waiting",
      caption: LocalizedText(
        en: "\(rows.count) answers wait for a human's judgement",
        km: "ចម្លើយ \(Khmer.withKhmerDigits("\(rows.count)")) រង់ចាំការវាយតម្លៃរបស់មនុស្ស"),
      columns: [
        Table.Column("code", EventWords.code),
        Table.Column("event", LocalizedText(en: "event", km: "ព្រឹត្តិការណ៍")),
        Table.Column("occasion", LocalizedText(en: "occasion", km: "តេស្ត")),
        Table.Column("form", LocalizedText(en: "form", km: "វិញ្ញាសា")),
        Table.Column("item", LocalizedText(en: "question", km: "សំណួរ")),
        Table.Column("submitted", LocalizedText(en: "handed in", km: "បានប្រគល់")),
      ], rows: rows, footnotes: [])
    return Document(
      title: LocalizedText(en: "Judgements", km: "ការវាយតម្លៃ"), blocks: [.table(table)],
      isSynthetic: isSynthetic)
  }

  /// One answer with its rubric and the judgements so far.
  static func answer(
    _ item: Item, _ attempt: ScoredAttempt, _ rubric: Rubric, isSynthetic: Bool
  ) -> Document {
    var blocks: [Document.Block] = [
      .paragraph(item.stem),
      .keyValues(
        KeyValues(
          id: "answer",
          items: [
            KeyValues.Item(key: "code", title: EventWords.code, value: .text(attempt.code)),
            KeyValues.Item(
              key: "item", title: LocalizedText(en: "question", km: "សំណួរ"),
              value: .text(item.id)),
            KeyValues.Item(
              key: "answer", title: LocalizedText(en: "answer", km: "ចម្លើយ"),
              value: attempt.answers[item.id].map { .text($0) } ?? .empty),
          ])),
      .table(levels(rubric)),
    ]
    let ratings = attempt.ratings.filter { $0.item == item.id }
    if !ratings.isEmpty { blocks.append(.table(past(ratings))) }
    return Document(title: rubric.title, blocks: blocks, isSynthetic: isSynthetic)
  }

  private static func levels(_ rubric: Rubric) -> Table {
    Table(
      id: "rubric", caption: rubric.title,
      columns: [
        Table.Column("criterion", LocalizedText(en: "criterion", km: "លក្ខណៈវិនិច្ឆ័យ")),
        Table.Column("title", LocalizedText(en: "what is judged", km: "អ្វីដែលវាយតម្លៃ")),
        Table.Column("level", LocalizedText(en: "level", km: "កម្រិត"), .number),
        Table.Column("points", LocalizedText(en: "points", km: "ពិន្ទុ"), .number),
        Table.Column("text", LocalizedText(en: "what it looks like", km: "លក្ខណៈនៃកម្រិត")),
      ],
      rows: rubric.criteria.flatMap { criterion in
        criterion.levels.enumerated().map { place, level -> [Table.Cell] in
          [
            .text(criterion.id), .localized(criterion.title), .integer(place + 1),
            .number(level.points, digits: level.points == level.points.rounded() ? 0 : 2),
            .localized(level.text),
          ]
        }
      }, footnotes: [])
  }

  private static func past(_ ratings: [PastRating]) -> Table {
    Table(
      id: "ratings",
      caption: LocalizedText(
        en: "Judgements so far; the last one counts", km: "ការវាយតម្លៃកន្លងមក។ ចុងក្រោយត្រូវបានរាប់"),
      columns: [
        Table.Column("time", LocalizedText(en: "recorded", km: "បានកត់ត្រា")),
        Table.Column("rater", LocalizedText(en: "judged by", km: "អ្នកវាយតម្លៃ")),
        Table.Column("levels", LocalizedText(en: "levels", km: "កម្រិត")),
        Table.Column("points", LocalizedText(en: "points", km: "ពិន្ទុ"), .number),
      ],
      rows: ratings.map { rating in
        let levels = rating.levels.sorted { $0.key < $1.key }
          .map { "\($0.key)=\($0.value + 1)" }.joined(separator: " ")
        return [
          .text(rating.time), .text(rating.rater), .text(levels),
          .number(rating.score, digits: 2),
        ]
      }, footnotes: [])
  }
}
