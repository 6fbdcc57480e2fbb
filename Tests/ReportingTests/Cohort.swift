import Assessment
import Document
import Records
import Text

@testable import Reporting

/// Made-up tests and people.
enum Cohort {
  static let title = LocalizedText(en: "Course under test", km: "វគ្គសាកល្បង")

  static func event(
    _ id: String = "kampot-1", forms: [String] = ["ila-a", "ila-b"], learners: [String] = [],
    version: String = "1.0", isSynthetic: Bool = false
  ) -> EventSummary {
    EventSummary(
      record: EventRecord(
        id: id, title: LocalizedText(en: "Event \(id)", km: "ព្រឹត្តិការណ៍ \(id)"),
        curriculum: "ila", curriculumVersion: version, forms: forms, seed: 1),
      createdAt: "2026-01-01T00:00:00.000Z",
      learners: learners.enumerated().map {
        .init(code: $0.element, sequence: .firstThenSecond, number: $0.offset + 1)
      }, isSynthetic: isSynthetic)
  }

  /// An attempt that wins `right` of `count` points, on questions named after the form.
  static func attempt(
    _ code: String, _ occasion: Occasion, _ form: String, _ right: Int, of count: Int,
    event: String? = "kampot-1", submitted: String? = "2026-02-01T08:00:00.000Z",
    language: Language = .khmer, mode: AttemptMode = .terminal, key: String = "k1",
    formVersion: String = "v1", suffix: String = ""
  ) -> ScoredAttempt {
    let items = (1...count).map { "\(form)-q\($0)" }
    return ScoredAttempt(
      id: "\(code)-\(occasion.rawValue)-\(form)\(suffix)",
      record: AttemptRecord(
        event: event, code: code, occasion: occasion, form: form, formVersion: formVersion,
        items: items, language: language, mode: mode, optionSeed: ""),
      startedAt: "2026-02-01T07:00:00.000Z", submittedAt: submitted,
      outcomes: items.enumerated().map {
        Outcome(
          item: $0.element, score: $0.offset < right ? 1 : 0, maximum: 1, isAnswered: true,
          keyVersion: key)
      }, answers: [:])
  }

  /// A pre- and a post-test; form `ila-a` has 20 points and `ila-b` 25.
  static func pair(
    _ code: String, _ pre: (form: String, right: Int), _ post: (form: String, right: Int),
    event: String? = "kampot-1"
  ) -> [ScoredAttempt] {
    [
      attempt(code, .pre, pre.form, pre.right, of: points(pre.form), event: event),
      attempt(code, .post, post.form, post.right, of: points(post.form), event: event),
    ]
  }

  static func points(_ form: String) -> Int { form == "ila-b" ? 25 : 20 }

  /// Questions 1 to 10 of each form stand for ENG and module cse, 11 to 13 for EVI and module dle,
  /// the others for SYS and module sys; nothing stands for FAC and module fac.
  static let content: TestContent = {
    func topic(_ id: String, _ en: String, _ km: String) -> TestContent.Topic {
      TestContent.Topic(id: id, title: LocalizedText(en: en, km: km))
    }
    var content = TestContent(
      title: title, version: "1.0",
      competencies: [
        topic("ENG", "Engagement", "ការចូលរួម"), topic("EVI", "Evidence", "ភស្តុតាង"),
        topic("SYS", "Systems", "ប្រព័ន្ធ"), topic("FAC", "Facilitation", "ការសម្របសម្រួល"),
      ],
      modules: [
        topic("cse", "Module one", "ម៉ូឌុលទី១"), topic("dle", "Module two", "ម៉ូឌុលទី២"),
        topic("sys", "Module three", "ម៉ូឌុលទី៣"), topic("fac", "Module four", "ម៉ូឌុលទី៤"),
      ],
      forms: [
        "ila-a": .init(title: LocalizedText(en: "Form A", km: "វិញ្ញាសា ក"), version: "v1"),
        "ila-b": .init(title: LocalizedText(en: "Form B", km: "វិញ្ញាសា ខ"), version: "v1"),
      ])
    for form in ["ila-a", "ila-b"] {
      for number in 1...25 {
        let topic = number <= 10 ? ("ENG", "cse") : number <= 13 ? ("EVI", "dle") : ("SYS", "sys")
        content.questions["\(form)-q\(number)"] = .init(
          competency: topic.0, module: topic.1, keyVersion: "k1")
      }
    }
    return content
  }()

  static func input(
    _ attempts: [ScoredAttempt], people: [PersonAttributes] = [],
    events: [EventSummary] = [event()], seed: Int? = nil
  ) -> PrePostInput {
    PrePostInput(
      attempts: attempts, people: people, events: events, content: content, seed: seed)
  }

  /// Half of `n` people take A then B, half B then A; provinces and sexes by chance.
  static func random(_ n: Int, seed: UInt64, provinces: [String] = ["a", "b", "c", "d", ""])
    -> PrePostInput
  {
    var generator = SeededGenerator(seed: seed, purpose: "cohort")
    var attempts: [ScoredAttempt] = []
    var people: [PersonAttributes] = []
    for number in 0..<n {
      let code = "P\(number)"
      let (first, second) = number % 2 == 0 ? ("ila-a", "ila-b") : ("ila-b", "ila-a")
      attempts += pair(
        code, (first, generator.index(below: points(first) + 1)),
        (second, generator.index(below: points(second) + 1)))
      people.append(
        PersonAttributes(
          code: code, sex: generator.index(below: 2) == 0 ? "female" : "male",
          province: provinces[generator.index(below: provinces.count)]))
    }
    return input(attempts, people: people)
  }
}

extension Document {
  func table(_ id: String) -> Table? { tables.first { $0.id == id } }

  /// The notes in one language.
  func notes(_ language: Language = .english) -> [String] {
    blocks.compactMap {
      if case .note(_, let text) = $0 { text.text(in: language) } else { nil }
    }
  }

}

extension Table {
  /// Returns a cell, or `nil` where there is no such row or column.
  func cell(_ key: String, row: Int = 0) -> Cell? {
    guard let place = columns.firstIndex(where: { $0.key == key }), rows.indices.contains(row),
      rows[row].indices.contains(place)
    else { return nil }
    return rows[row][place]
  }

  /// Returns the number in a cell, or NaN, which equals nothing.
  func number(_ key: String, row: Int = 0) -> Double {
    switch cell(key, row: row) {
    case .integer(let value): Double(value)
    case .number(let value, _), .probability(let value): value
    default: .nan
    }
  }

  /// Returns the ends in a cell, or NaN, which equals nothing.
  func ends(_ key: String, row: Int = 0) -> (low: Double, high: Double) {
    if case .interval(let low, let high, _) = cell(key, row: row) {
      (low, high)
    } else {
      (.nan, .nan)
    }
  }

  /// Returns the words in a cell.
  func words(_ key: String, row: Int = 0) -> String? {
    switch cell(key, row: row) {
    case .text(let text): text
    case .localized(let text): text.en
    default: nil
    }
  }

  /// Returns why a cell is empty.
  func reason(_ key: String, row: Int = 0) -> LocalizedText? {
    if case .missing(let reason) = cell(key, row: row) { reason } else { nil }
  }
}

func near(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-6) -> Bool {
  (value - expected).magnitude <= tolerance
}
