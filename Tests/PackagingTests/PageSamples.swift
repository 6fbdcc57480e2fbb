import Assessment
import Curriculum
import FoundationEssentials
import Source
import Text

@testable import Packaging

/// A small curriculum that holds every kind of question and what a lesson may hold; synthetic.
enum PageSamples {
  static let languages: [(name: String, languages: [Language])] = [
    ("en", [.english]), ("km", [.khmer]), ("both", [.khmer, .english]),
  ]

  static func loaded(isApproved: Bool = false) -> LoadedCurriculum {
    var tree = ExampleCurriculum.tree
    var texts = texts
    if isApproved {
      let approval = "approval: {by: An office, date: 2026-11-23, reference: Letter 1}\n"
      tree.files["curricula/example/curriculum.yaml"]?.append(contentsOf: approval.utf8)
      texts[lesson + "en.md"] = texts[lesson + "en.md"]?
        .replacing("outcomes: [AAA-1]\n", with: "outcomes: [AAA-1]\n" + approval)
    }
    for (path, text) in texts { tree.files[path] = Array(text.utf8) }
    for (english, khmer) in [
      (lesson + "en.md", lesson + "km.md"), (items + "en.md", items + "km.md"),
    ] {
      let stamped = Translation.stamped(
        SourceFile(path: khmer, text: texts[khmer] ?? ""),
        from: SourceFile(path: english, text: texts[english] ?? ""), mark: "## ")
      tree.files[khmer] = Array(stamped.utf8)
    }
    return CurriculumLoading.load(ExampleCurriculum.id, from: tree)
  }

  /// The files of a package of pages, by name, without a manifest.
  static func files(_ curriculum: Curriculum, options: PageOptions) -> [(String, [UInt8])] {
    var files = PageAssets.files.map { ($0.name, $0.bytes) }
    let context = options.province.map(curriculum.inContext) ?? curriculum
    for module in context.modules {
      files.append(
        ("\(module.id).html", Array(LessonPage.html(module, in: context, options: options).utf8)))
    }
    for kind in QuizPage.Kind.allCases {
      let page = QuizPage.html(
        forms: curriculum.forms, kind: kind, in: curriculum, options: options)
      files.append(("\(kind.rawValue)-test.html", Array(page.utf8)))
    }
    return files
  }

  /// The curriculum with a question of every kind: in one form, and to practise with.
  static func withEveryKind(_ curriculum: Curriculum) -> Curriculum {
    var whole = curriculum
    let form = TestForm(
      id: "kinds", title: LocalizedText(en: "Every kind", km: "គ្រប់ប្រភេទ"),
      items: PageKinds.items(pool: .test), anchors: [], minutes: 20, masteryPercent: 70)
    whole.items += PageKinds.items(pool: .practice)
    whole.forms = [form]
    return whole
  }

  /// Where the browser tests want the pages, if they do.
  static var folder: String? { ProcessInfo.processInfo.environment["SALA_PAGES_OUT"] }

  /// What the engine makes of answers, for the page to make the same: typed numbers, typed texts,
  /// and points for random answers to each form.
  static func vectors(_ forms: [TestForm], count: Int) -> PageJSON {
    var generator = SeededGenerator(seed: 20_261_123, purpose: "page vectors")
    let pieces = [
      "1", "2", "0", "១", "៥", "៩", ".", ",", " ", "-", "+", "e", "\u{200B}", "x", "\u{A0}", "000",
      "កំពត", "ខេត្ត", "Kampot", " Province", "É", "e\u{301}", "\t", "\u{2060}",
    ]
    func typed(_ limit: Int) -> String {
      (0..<generator.index(below: limit)).map { _ in pieces[generator.index(below: pieces.count)] }
        .joined()
    }
    let numbers = (0..<count).map { _ -> PageJSON in
      let text = typed(6)
      let number = Response.number(text)
      return .array([
        .string(text), number.map(PageJSON.number) ?? .string("none"),
        .string(number.map { Response.number($0).encoded } ?? "none"),
      ])
    }
    let texts = (0..<count).map { _ -> PageJSON in
      let text = typed(5)
      return .array([.string(text), .string(TextInteraction.normalised(text))])
    }
    let scores = (0..<count).flatMap { _ in
      forms.map { form -> PageJSON in
        var won = 0.0
        let answers = form.items.compactMap { item -> (String, PageJSON)? in
          let answer = answer(to: item, &generator)
          won +=
            ResponseProcessing.score(item, answer.flatMap { Response(encoded: $0, to: item) })
            .score
          return answer.map { (item.id, .string($0)) }
        }
        return .object([
          ("form", .string(form.id)), ("answers", .object(answers)), ("won", .number(won)),
        ])
      }
    }
    return .object([
      ("numbers", .array(numbers)), ("texts", .array(texts)), ("scores", .array(scores)),
      ("kinds", PageKinds.vectors(count: count)),
    ])
  }

  private static func answer(to item: Item, _ generator: inout SeededGenerator) -> String? {
    if generator.unit() < 0.2 { return nil }
    switch item.interaction {
    case .choice(let choice) where choice.isMultiple:
      let chosen = choice.options.filter { _ in generator.unit() < 0.5 }.map(\.id)
      return chosen.isEmpty ? nil : chosen.joined(separator: ",")
    case .choice(let choice): return choice.options[generator.index(below: choice.options.count)].id
    case .numeric:
      return ["14.4", "14.5", "15", "15.5", "15.6", "១៥", "15,5"][generator.index(below: 7)]
    case .text:
      return ["Kampot", " ខេត្តកំពត", "kampot  PROVINCE", "Siem Reap"][generator.index(below: 4)]
    default: return nil
    }
  }

  private static let lesson = "curricula/example/modules/01-first/lessons/listening."
  private static let items = "assessments/example/01-first.items."

  private static let texts: [String: String] = [
    lesson + "en.md": """
    ---
    title: Listening & <hearing>
    outcomes: [AAA-1]
    ---
    ## Why listen {#why-listen}
    Listening comes first.[^law-2001] It costs **time** and saves more of it: whoever was heard once
    comes back with what the council did not know.

    - Ask who is missing.
    - Go to where they meet.
      1. In the market, before it opens.
      2. At the pagoda, after the ceremony.

    > You said it, so we wrote it down.

    | Village | Households | Came to the meeting | What they asked for |
    |---|---:|---:|---|
    | Village A (synthetic) | 120 | 18 | A road that holds in the rainy season |
    | Village B (synthetic) | 95 | 40 | Water, and who decides about it |

    ## Who decides {#who-decides}
    The council decides, and says why. A [meeting](#why-listen) that nobody may disagree in is a
    speech.

    """,
    lesson + "km.md": """
    ---
    title: ការស្តាប់ & <ការឮ>
    review: [km]
    ---
    ## ហេតុអ្វីត្រូវស្តាប់ {#why-listen}
    ការស្តាប់មកមុនគេ។[^law-2001] វាត្រូវការ **ពេលវេលា** តែសន្សំពេលវេលាបានច្រើនជាង ព្រោះអ្នកដែលធ្លាប់បានគេស្តាប់ នឹងត្រឡប់មកវិញដោយនាំមកនូវអ្វីដែលក្រុមប្រឹក្សាឃុំ សង្កាត់មិនទាន់បានដឹង។

    - សួររកអ្នកដែលអវត្តមាន។
    - ទៅកន្លែងដែលគាត់ជួបជុំគ្នា។
      1. នៅផ្សារ មុនពេលបើក។
      2. នៅវត្ត ក្រោយពិធីបុណ្យ។

    > អ្នកបានលើកឡើង យើងបានកត់ត្រាទុក។

    | ភូមិ | គ្រួសារ | អ្នកមកប្រជុំ | សំណូមពរ |
    |---|---:|---:|---|
    | ភូមិ ក (ទិន្នន័យសំយោគ) | ១២០ | ១៨ | ផ្លូវដែលប្រើបាននៅរដូវវស្សា |
    | ភូមិ ខ (ទិន្នន័យសំយោគ) | ៩៥ | ៤០ | ទឹក និងអ្នកដែលសម្រេចអំពីទឹក |

    ## អ្នកណាជាអ្នកសម្រេច {#who-decides}
    ក្រុមប្រឹក្សាជាអ្នកសម្រេច ហើយពន្យល់ហេតុផល។ [កិច្ចប្រជុំ](#why-listen)ដែលគ្មានអ្នកណាអាចជំទាស់បាន គឺជាសុន្ទរកថា។

    """,
    "assessments/example/forms.yaml": """
    format: 1
    id: example
    title: {en: Listening, km: ការស្តាប់}
    seed: 7
    minutes: 10
    mastery: 70
    statuses: [draft]
    blueprint:
      - {outcome: AAA-1, cognitive: understand, count: 2, anchors: 1}
      - {outcome: AAA-1, cognitive: apply, count: 1, anchors: 1}
      - {outcome: AAA-1, cognitive: remember, count: 1, anchors: 1}
      - {outcome: AAA-1, cognitive: analyse, count: 1, anchors: 1}
    forms:
      - {id: example-a, title: {en: Form A, km: វិញ្ញាសា ក}}
      - {id: example-b, title: {en: Form B, km: វិញ្ញាសា ខ}}

    """,
    items + "en.md": """
    ## aaa-001 {outcome=AAA-1 cognitive=understand}
    A meeting is half empty. What comes first?
    - (x) Ask who is absent, and why
      > It is where listening begins.
    - ( ) Print a notice & hang it up
      > A notice reaches readers only.
    - ( ) Hold the meeting again, louder
      > The same people will come.

    ## aaa-002 {outcome=AAA-1 cognitive=understand}
    Nobody speaks. What helps?
    - ( ) Speak louder
      > It silences more.
    - (x) Wait, then ask one person
      > A pause invites.

    ## aaa-004 {outcome=AAA-1 cognitive=understand}
    Somebody disagrees. What do you do?
    - ( ) Close the meeting
      > Then it was a speech.
    - (x) Ask what they would do instead
      > It makes a proposal of it.

    ## aaa-005 {outcome=AAA-1 cognitive=apply points=2}
    Who should be asked about a new road?
    - [x] Those who live along it
      > They live with it.
    - [x] Those who walk it to school
      > They are the ones who fall.
    - [ ] Only those who can pay
      > Then it is their road.

    ## aaa-006 {outcome=AAA-1 cognitive=remember}
    Of 120 households 18 came. How many in a hundred is that?
    = 15 +- 0.5
    > 18 of 120 is 15 of 100.

    ## aaa-007 {outcome=AAA-1 cognitive=analyse}
    Which province has the overlay of this example?
    ~ Kampot
    ~ Kampot province
    > It is Kampot.

    ## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice}
    Which of these is listening?
    - (x) Saying back what was said
      > It shows that you heard.
    - ( ) Preparing the answer meanwhile
      > Then you hear yourself.

    ## aaa-008 {outcome=AAA-1 cognitive=understand pool=practice}
    What makes a meeting *open*?
    - [x] Everybody knows when it is
      > Who does not know cannot come.
    - [x] Everybody may speak
      > Else it is a speech.
    - [ ] It has many chairs
      > Chairs alone say nothing.

    ## aaa-009 {outcome=AAA-1 cognitive=understand pool=practice}
    Of 95 households 40 came. How many did not come?
    = 55
    > 95 less 40 is 55.

    """,
    items + "km.md": """
    ---
    review: [km]
    ---
    ## aaa-001 {outcome=AAA-1 cognitive=understand}
    កិច្ចប្រជុំមានមនុស្សមកតែពាក់កណ្តាល។ តើត្រូវធ្វើអ្វីមុនគេ?
    - (x) សួររកអ្នកដែលអវត្តមាន និងមូលហេតុ
      > ការស្តាប់ចាប់ផ្តើមពីទីនោះ។
    - ( ) បោះពុម្ពសេចក្តីជូនដំណឹង & បិទផ្សាយ
      > វាទៅដល់តែអ្នកចេះអានប៉ុណ្ណោះ។
    - ( ) រៀបចំកិច្ចប្រជុំម្តងទៀតដោយប្រើឧបករណ៍បំពងសំឡេង
      > មនុស្សដដែលនឹងមក។

    ## aaa-002 {outcome=AAA-1 cognitive=understand}
    គ្មានអ្នកណានិយាយ។ តើអ្វីអាចជួយបាន?
    - ( ) និយាយឱ្យខ្លាំង
      > វាធ្វើឱ្យគេរឹតតែស្ងៀម។
    - (x) រង់ចាំ រួចសួរម្នាក់
      > ការផ្អាកជាការអញ្ជើញ។

    ## aaa-004 {outcome=AAA-1 cognitive=understand}
    មានអ្នកម្នាក់មិនយល់ស្រប។ តើអ្នកត្រូវធ្វើអ្វី?
    - ( ) បិទកិច្ចប្រជុំ
      > បែបនេះវាជាសុន្ទរកថា។
    - (x) សួរគាត់ថា គាត់ចង់ធ្វើអ្វីជំនួស
      > វាក្លាយជាសំណើមួយ។

    ## aaa-005 {outcome=AAA-1 cognitive=apply points=2}
    តើគួរសួរអ្នកណាអំពីផ្លូវថ្មី?
    - [x] អ្នកដែលរស់នៅតាមដងផ្លូវ
      > គាត់រស់នៅជាមួយផ្លូវនោះ។
    - [x] អ្នកដែលដើរតាមផ្លូវនោះទៅសាលារៀន
      > គាត់ជាអ្នកដែលដួល។
    - [ ] តែអ្នកដែលអាចបង់ប្រាក់បានប៉ុណ្ណោះ
      > បែបនេះវាជាផ្លូវរបស់គាត់។

    ## aaa-006 {outcome=AAA-1 cognitive=remember}
    ក្នុងចំណោម ១២០ គ្រួសារ មាន ១៨ បានមក។ តើស្មើនឹងប៉ុន្មានភាគរយ?
    = 15 +- 0.5
    > ១៨ ក្នុងចំណោម ១២០ គឺ ១៥ ភាគរយ។

    ## aaa-007 {outcome=AAA-1 cognitive=analyse}
    តើខេត្តណាមានឧទាហរណ៍ផ្ទាល់ខ្លួនក្នុងគំរូនេះ?
    ~ កំពត
    ~ ខេត្តកំពត
    > គឺខេត្តកំពត។

    ## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice}
    តើមួយណាជាការស្តាប់?
    - (x) និយាយឡើងវិញនូវអ្វីដែលបានឮ
      > វាបង្ហាញថាអ្នកបានឮ។
    - ( ) រៀបចំចម្លើយក្នុងពេលនោះ
      > ពេលនោះអ្នកឮតែខ្លួនឯង។

    ## aaa-008 {outcome=AAA-1 cognitive=understand pool=practice}
    តើអ្វីធ្វើឱ្យកិច្ចប្រជុំក្លាយជាកិច្ចប្រជុំ*បើកចំហ*?
    - [x] គ្រប់គ្នាដឹងពីពេលវេលា
      > អ្នកមិនដឹង មិនអាចមកបានទេ។
    - [x] គ្រប់គ្នាអាចនិយាយបាន
      > បើមិនដូច្នេះទេ វាជាសុន្ទរកថា។
    - [ ] មានកៅអីច្រើន
      > កៅអីតែម្យ៉ាងមិនបញ្ជាក់អ្វីឡើយ។

    ## aaa-009 {outcome=AAA-1 cognitive=understand pool=practice}
    ក្នុងចំណោម ៩៥ គ្រួសារ មាន ៤០ បានមក។ តើប៉ុន្មានមិនបានមក?
    = 55
    > ៩៥ ដក ៤០ គឺ ៥៥។

    """,
  ]
}
