import Assessment
import Source
import Testing
import Text

@testable import Curriculum

@Suite("Beginnings of new parts")
struct ScaffoldTests {
  /// Returns the example's tree after a plan, and what is read from it.
  private func applied(
    language: Language = .english, _ plan: (Scaffold) throws -> Scaffold.Plan
  ) throws -> (plan: Scaffold.Plan, tree: MemoryTree, loaded: LoadedCurriculum) {
    var tree = ExampleCurriculum.tree
    let before = CurriculumLoading.load(ExampleCurriculum.id, from: tree)
    let curriculum = try #require(before.curriculum)
    let plan = try plan(Scaffold(curriculum: curriculum, tree: tree, language: language))
    for file in plan.files {
      #expect(tree.exists(file.path) != file.isNew, "\(file.path)")
      tree.files[file.path] = Array(file.text.utf8)
    }
    return (plan, tree, CurriculumLoading.load(ExampleCurriculum.id, from: tree))
  }

  private func errors(_ loaded: LoadedCurriculum) -> [String] {
    loaded.diagnostics.filter { $0.severity == .error }.map {
      "\($0.location.file):\($0.location.line) \($0.code) \($0.message.en)"
    }
  }

  @Test("A new module is read without errors, and is the last one", arguments: Language.allCases)
  func module(_ language: Language) throws {
    let (plan, _, loaded) = try applied(language: language) { try $0.module("local-budgets") }
    #expect(errors(loaded).filter { !$0.contains("outcome") }.isEmpty, "\(errors(loaded))")
    let module = try #require(loaded.curriculum?.modules.last)
    #expect(module.folder == "02-local-budgets" && module.id == plan.ids.first)
    #expect(module.minutes == 60 && module.sessions.count == 1 && module.lessons.count == 1)
    #expect(loaded.curriculum?.items.contains { $0.id == "\(module.id)-001" } == true)
    // The comments are in the language asked for.
    let yaml = try #require(plan.files.first { $0.path.hasSuffix("module.yaml") }?.text)
    #expect(yaml.contains("# the sum of the sessions") == (language == .english))
  }

  @Test("A new session adds its minutes, keeps what people wrote, and takes the next id")
  func session() throws {
    let (plan, tree, loaded) = try applied { try $0.session(in: "aaa") }
    #expect(errors(loaded).isEmpty, "\(errors(loaded))")
    let module = try #require(loaded.curriculum?.module("aaa"))
    #expect(module.sessions.map(\.id) == ["aaa-s1", "aaa-s2"] && plan.ids == ["aaa-s2"])
    #expect(module.minutes == 60 + ScaffoldTemplates.sessionMinutes)
    let before = String(
      decoding: ExampleCurriculum.tree.files[ExampleCurriculum.module] ?? [], as: UTF8.self)
    let after = String(decoding: tree.files[ExampleCurriculum.module] ?? [], as: UTF8.self)
    let kept = Set(after.split(separator: "\n"))
    #expect(before.split(separator: "\n").filter { !kept.contains($0) }.count == 1, "only minutes")
  }

  @Test("A new lesson is listed in its session and read in both languages")
  func lesson() throws {
    let (_, _, loaded) = try applied { try $0.lesson("asking", in: "01-first", session: nil) }
    #expect(errors(loaded).isEmpty, "\(errors(loaded))")
    let module = try #require(loaded.curriculum?.module("aaa"))
    #expect(module.sessions.last?.lessons.map(\.value).last == "asking")
    let lesson = try #require(module.lessons.first { $0.slug == "asking" })
    #expect(lesson.title.isComplete && lesson.blocks.count == 2)
    #expect(lesson.blocks.allSatisfy { $0.text.isComplete })
  }

  @Test("A new question of every kind is read as that kind", arguments: InteractionKind.allCases)
  func question(_ kind: InteractionKind) throws {
    let (plan, _, loaded) = try applied {
      try $0.question(kind, in: "aaa", outcome: nil, pool: .practice)
    }
    let found = errors(loaded)
    // What a human judges names a rubric that the person has yet to write.
    #expect(found.allSatisfy { $0.contains("rubric") }, "\(found)")
    let item = try #require(loaded.curriculum?.items.first { $0.id == plan.ids[0] })
    #expect(plan.ids[0].hasPrefix("aaa-0") && item.interaction.kind == kind)
    #expect(item.stem.isComplete && !item.stem.en.contains("<!--"))
    #expect(item.pool == (kind.isScored ? .practice : .survey))
  }

  @Test("A new situation is read and can be played")
  func situation() throws {
    let (_, _, loaded) = try applied(language: .khmer) { try $0.situation("market-day") }
    #expect(errors(loaded).isEmpty, "\(errors(loaded))")
    #expect(loaded.curriculum?.situations.count == 1)
  }

  @Test("Whatever is left of a template is named, each place once")
  func leftovers() throws {
    let (plan, _, loaded) = try applied { try $0.lesson("asking", in: "aaa", session: nil) }
    let marks = plan.files.filter(\.isNew).map { file in
      file.text.split(separator: "\n").count { $0.contains(Scaffold.mark) }
    }
    let named = loaded.diagnostics.filter { $0.code == "to-write" }
    #expect(named.count == marks.reduce(0, +) && named.allSatisfy { $0.severity == .warning })
  }

  @Test("Names that cannot be, parts that exist and parts that do not are refused")
  func refusals() throws {
    let tree = ExampleCurriculum.tree
    let loaded = CurriculumLoading.load(ExampleCurriculum.id, from: tree)
    let curriculum = try #require(loaded.curriculum)
    let scaffold = Scaffold(curriculum: curriculum, tree: tree, language: .english)
    for name in ["", "Two", "a b", "-a", "a/b", "ខ្មែរ", "..", String(repeating: "a", count: 61)] {
      #expect(throws: Scaffold.Refusal.badName(name)) { try scaffold.module(name) }
      #expect(throws: Scaffold.Refusal.badName(name)) { try scaffold.situation(name) }
    }
    #expect(throws: Scaffold.Refusal.exists("curricula/example/modules/01-first")) {
      try scaffold.module("first")
    }
    #expect(throws: Scaffold.Refusal.exists(ExampleCurriculum.lessonEnglish)) {
      try scaffold.lesson("listening", in: "aaa", session: nil)
    }
    #expect(throws: Scaffold.Refusal.noModule("bbb", known: ["aaa"])) {
      try scaffold.session(in: "bbb")
    }
    #expect(throws: Scaffold.Refusal.noSession("aaa-s9", known: ["aaa-s1"])) {
      try scaffold.lesson("asking", in: "aaa", session: "aaa-s9")
    }
    #expect(throws: Scaffold.Refusal.noOutcome("AAA-9", known: ["AAA-1", "AAA-2"])) {
      try scaffold.question(.numeric, in: "aaa", outcome: "AAA-9", pool: .test)
    }
  }

  @Test("Ids are short, made from the name, and never taken twice")
  func names() {
    #expect(ScaffoldNames.moduleID("local-budgets", taken: []) == "loc")
    #expect(ScaffoldNames.moduleID("ways-to-listen", taken: []) == "wtl")
    #expect(ScaffoldNames.moduleID("local-budgets", taken: ["loc"]) == "loa")
    #expect(ScaffoldNames.moduleID("ab", taken: []) == "abx")
    #expect(
      ScaffoldNames.next("cse-", width: 3, taken: ["cse-009", "cse-x", "dle-100"]) == "cse-010")
    #expect(ScaffoldNames.next("cse-s", width: 1, taken: []) == "cse-s1")
  }

  @Test("A list is added to where it ends, and text laid out otherwise is left alone")
  func insertion() {
    let text = "modules:\n  - one # first\n  # later\nsources:\n  - id: x\n"
    #expect(
      YAMLInsertion.appending("- two", toList: "modules", in: text)
        == "modules:\n  - one # first\n  - two\n  # later\nsources:\n  - id: x\n")
    #expect(
      YAMLInsertion.appending("- two", toList: "modules", in: "modules: [one] # all\n")
        == "modules: [one, two] # all\n")
    #expect(
      YAMLInsertion.appending("- id: x\n  y: z", toList: "modules", in: "modules: [one]\n") == nil)
    #expect(YAMLInsertion.appending("- two", toList: "none", in: text) == nil)
    #expect(
      YAMLInsertion.replacing("minutes", with: "90", in: "a: 1\nminutes: 60 # sum\n")
        == "a: 1\nminutes: 90 # sum\n")
    #expect(YAMLInsertion.replacing("minutes", with: "90", in: "a: 1\n") == nil)
    let sessions = "sessions:\n  - id: s1\n    lessons: []\n  - id: s2\n    lessons: [a] # slugs\n"
    #expect(
      YAMLInsertion.listing(lesson: "b", session: "s1", in: sessions)?
        .contains("- id: s1\n    lessons: [b]\n") == true)
    #expect(
      YAMLInsertion.listing(lesson: "b", session: "s2", in: sessions)?
        .contains("lessons: [a, b] # slugs") == true)
    #expect(YAMLInsertion.listing(lesson: "b", session: "s3", in: sessions) == nil)
  }
}
