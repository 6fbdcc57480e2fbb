import Source
import Text

/// A small curriculum without findings, which the examples of the rules change.
package enum ExampleCurriculum {
  /// Its id.
  package static let id = "example"
  static let main = "curricula/example/curriculum.yaml"
  static let module = "curricula/example/modules/01-first/module.yaml"
  static let lessonEnglish = "curricula/example/modules/01-first/lessons/listening.en.md"
  static let lessonKhmer = "curricula/example/modules/01-first/lessons/listening.km.md"
  static let overlayEnglish =
    "curricula/example/contexts/kampot/modules/01-first/lessons/listening.en.md"
  static let overlayKhmer =
    "curricula/example/contexts/kampot/modules/01-first/lessons/listening.km.md"
  static let itemsEnglish = "assessments/example/01-first.items.en.md"
  static let itemsKhmer = "assessments/example/01-first.items.km.md"
  static let surveyEnglish = "assessments/example/survey.items.en.md"
  static let forms = "assessments/example/forms.yaml"
  static let statistics = "assessments/example/statistics.csv"

  /// The files, with the translations stamped.
  package static var tree: MemoryTree {
    var texts = sources
    for (english, khmer) in [
      (lessonEnglish, lessonKhmer), (overlayEnglish, overlayKhmer), (itemsEnglish, itemsKhmer),
    ] {
      texts[khmer] = Translation.stamped(
        .init(path: khmer, text: texts[khmer] ?? ""),
        from: .init(path: english, text: texts[english] ?? ""), mark: "## ")
    }
    return MemoryTree(texts)
  }

  /// Returns the files after the change of an example.
  package static func tree(changedBy example: RuleExample) -> MemoryTree {
    var tree = tree
    let text = String(decoding: tree.files[example.path] ?? [], as: UTF8.self)
    let changed =
      example.original.isEmpty
      ? example.replacement : replaceFirst(example.original, with: example.replacement, in: text)
    tree.files[example.path] = Array(changed.utf8)
    return tree
  }

  /// Returns a bank of single choices whose right answers stand at the given places.
  static func bank(keys: [Int]) -> String {
    keys.enumerated().map { number, key in
      let options = (0..<2).map { place in
        "- (\(place == key ? "x" : " ")) Option \(place) of \(number)\n  > Why."
      }
      return """
        ## aaa-\(100 + number) {outcome=AAA-1 cognitive=understand}
        Question \(number)?
        \(options.joined(separator: "\n"))
        """
    }.joined(separator: "\n\n") + "\n"
  }

  /// Returns a bank of one question.
  static func item(_ answers: String, _ attributes: String = "", stem: String = "Why?") -> String {
    "## aaa-001 {outcome=AAA-1 cognitive=understand \(attributes)}\n\(stem)\n\(answers)\n"
  }

  /// Plain replacement by scalars: `Character` would split Khmer syllables elsewhere than authors.
  private static func replaceFirst(_ part: String, with other: String, in text: String) -> String {
    let whole = Array(text.utf8)
    let sought = Array(part.utf8)
    guard whole.count >= sought.count else { return text }
    for start in 0...(whole.count - sought.count)
    where Array(whole[start..<(start + sought.count)]) == sought {
      let bytes = whole[..<start] + Array(other.utf8) + whole[(start + sought.count)...]
      return String(decoding: bytes, as: UTF8.self)
    }
    return text
  }

  private static let sources: [String: String] = [
    main: """
    format: 1
    id: example
    version: 0.1.0
    title: {en: Listening, km: ការស្តាប់}
    purpose: {en: To listen well., km: ដើម្បីស្តាប់ឱ្យបានល្អ។}
    institution: {en: A school, km: សាលាមួយ}
    languages: [en, km]
    competencies:
      - id: ENG
        title: {en: Engagement, km: ការចូលរួម}
        description: {en: Hears people., km: ស្តាប់ប្រជាពលរដ្ឋ។}
        proficiency:
          foundation: {en: With help., km: ដោយមានជំនួយ។}
          practitioner: {en: Alone., km: ដោយខ្លួនឯង។}
          leading: {en: Teaches it., km: បង្រៀនអ្នកដទៃ។}
    modules: [01-first]
    sources:
      - id: law-2001
        title: {en: "A law, 2001", km: "ច្បាប់មួយ ២០០១"}
        checked: 2026-11-23

    """,
    module: """
    format: 1
    id: aaa
    title: {en: Listening, km: ការស្តាប់}
    purpose: {en: To listen., km: ដើម្បីស្តាប់។}
    minutes: 60
    outcomes:
      - id: AAA-1
        verb: explain
        text: {en: Explains listening., km: ពន្យល់ពីការស្តាប់។}
        cognitive: understand
        competency: ENG
        proficiency: foundation
        assessed: [test]
      - id: AAA-2
        verb: design
        text: {en: Designs a meeting., km: រៀបចំកិច្ចប្រជុំ។}
        cognitive: create
        competency: ENG
        proficiency: foundation
        assessed: [product]
    sessions:
      - id: aaa-s1
        title: {en: First session, km: វគ្គទីមួយ}
        minutes: 60
        outcomes: [AAA-1, AAA-2]
        lessons: [listening]
        activities:
          - id: aaa-s1-a1
            title: {en: Talk, km: ពិភាក្សា}
            minutes: 25
            method: discussion
            group: 0
            materials:
              - {en: paper, km: ក្រដាស}
            notes: {en: Ask., km: សូមសួរ។}
          - id: aaa-s1-a2
            title: {en: Plan, km: ផែនការ}
            minutes: 35
            method: group-work
            group: 5
            notes: {en: Watch., km: សូមតាមដាន។}

    """,
    lessonEnglish: """
    ---
    title: Listening
    outcomes: [AAA-1]
    ---
    ## Why listen {#why-listen}
    Listening comes first.[^law-2001]

    ## Who decides {#who-decides}
    The council decides.

    """,
    lessonKhmer: """
    ---
    title: ការស្តាប់
    review: [km]
    ---
    ## ហេតុអ្វីស្តាប់ {#why-listen}
    ការស្តាប់មកមុន។[^law-2001]

    ## អ្នកណាសម្រេច {#who-decides}
    ក្រុមប្រឹក្សាសម្រេច។

    """,
    overlayEnglish: """
    ## Who decides in Kampot {#who-decides}
    The council in Kampot decides.

    """,
    overlayKhmer: """
    ---
    review: [km]
    ---
    ## អ្នកណាសម្រេចនៅកំពត {#who-decides}
    ក្រុមប្រឹក្សានៅកំពតសម្រេច។

    """,
    itemsEnglish: """
    ## aaa-001 {outcome=AAA-1 cognitive=understand}
    A meeting is half empty. What comes first?
    - (x) Ask who is absent
      > It is where listening begins.
    - ( ) Print a notice
      > A notice reaches readers only.

    ## aaa-002 {outcome=AAA-1 cognitive=understand}
    Nobody speaks. What helps?
    - ( ) Speak louder
      > It silences more.
    - (x) Wait, then ask one person
      > A pause invites.

    ## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice}
    Which of these is listening?
    - (x) Saying back what was said
      > It shows that you heard.
    - ( ) Preparing the answer meanwhile
      > Then you hear yourself.

    ## aaa-004 {outcome=AAA-1 cognitive=understand pool=practice}
    What does a good question do?
    - ( ) It holds the answer
      > Then nobody needs to think.
    - (x) It opens the talk
      > People say what they know.

    ## aaa-005 {outcome=AAA-1 cognitive=understand pool=practice}
    What does silence mean?
    - (x) That one may wait a little
      > Thinking takes time.
    - ( ) That all agree
      > Nobody has said so.

    ## aaa-006 {outcome=AAA-1 cognitive=understand pool=practice}
    When does one take notes?
    - ( ) While looking at the paper alone
      > The speaker sees no face.
    - (x) When a thought is complete
      > First listen, then write.

    """,
    itemsKhmer: """
    ---
    review: [km]
    ---
    ## aaa-001 {outcome=AAA-1 cognitive=understand}
    កិច្ចប្រជុំមានមនុស្សតែពាក់កណ្តាល។ តើត្រូវធ្វើអ្វីមុនគេ?
    - (x) សួរអ្នកដែលអវត្តមាន
      > ការស្តាប់ចាប់ផ្តើមពីទីនោះ។
    - ( ) បោះពុម្ពសេចក្តីជូនដំណឹង
      > វាទៅដល់តែអ្នកចេះអានប៉ុណ្ណោះ។

    ## aaa-002 {outcome=AAA-1 cognitive=understand}
    គ្មានអ្នកណានិយាយ។ តើអ្វីអាចជួយបាន?
    - ( ) និយាយឱ្យខ្លាំង
      > វាធ្វើឱ្យគេរឹតតែស្ងៀម។
    - (x) រង់ចាំ រួចសួរម្នាក់
      > ការផ្អាកជាការអញ្ជើញ។

    ## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice}
    តើមួយណាជាការស្តាប់?
    - (x) និយាយឡើងវិញនូវអ្វីដែលបានឮ
      > វាបង្ហាញថាអ្នកបានឮ។
    - ( ) រៀបចំចម្លើយក្នុងពេលនោះ
      > ពេលនោះអ្នកឮតែខ្លួនឯង។

    ## aaa-004 {outcome=AAA-1 cognitive=understand pool=practice}
    តើសំណួរល្អធ្វើអ្វី?
    - ( ) មានចម្លើយនៅក្នុងខ្លួន
      > ដូច្នេះគ្មានអ្នកណាត្រូវគិតទេ។
    - (x) បើកការពិភាក្សា
      > ប្រជាពលរដ្ឋនិយាយអ្វីដែលគេដឹង។

    ## aaa-005 {outcome=AAA-1 cognitive=understand pool=practice}
    តើភាពស្ងៀមស្ងាត់មានន័យដូចម្តេច?
    - (x) អាចរង់ចាំបន្តិច
      > ការគិតត្រូវការពេល។
    - ( ) គ្រប់គ្នាយល់ព្រម
      > គ្មានអ្នកណាបាននិយាយដូច្នេះទេ។

    ## aaa-006 {outcome=AAA-1 cognitive=understand pool=practice}
    តើត្រូវកត់ត្រានៅពេលណា?
    - ( ) ពេលមើលតែក្រដាស
      > អ្នកនិយាយមើលមិនឃើញមុខអ្នកទេ។
    - (x) ពេលគំនិតមួយចប់
      > ស្តាប់សិន រួចសរសេរ។

    """,
    forms: """
    format: 1
    id: example
    title: {en: Test, km: តេស្ត}
    seed: 7
    minutes: 10
    mastery: 70
    statuses: [draft]
    blueprint:
      - {outcome: AAA-1, cognitive: understand, count: 1, anchors: 0}
    forms:
      - {id: example-a, title: {en: Form A, km: វិញ្ញាសា ក}}
      - {id: example-b, title: {en: Form B, km: វិញ្ញាសា ខ}}
    tests:
      - id: example-practice
        title: {en: Practice, km: ការអនុវត្តសាកល្បង}
        mode: practice
        minutes: 5
        sections:
          - {id: listen, items: [aaa-003]}
          - {id: repeat, pick: 1, ids: [aaa-004, aaa-005]}

    """,
  ]
}
