import Assessment
import Markup
import Situation
import Source
import Testing
import Text

@testable import Curriculum

/// The curriculum that Sala carries, read from the repository's own folders.
@Suite("The curriculum Innovation for Local Administration")
struct RealCurriculumTests {
  static let id = "innovation-for-local-administration"
  /// The root of the repository, two folders above this one.
  static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  static let loaded = CurriculumLoading.load(id, from: DiskTree(root: root))

  static var curriculum: Curriculum {
    get throws { try #require(loaded.curriculum) }
  }

  @Test("It has no errors")
  func errors() {
    let errors = Self.loaded.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.isEmpty,
      "\(errors.map { DiagnosticRendering.text($0, in: .english) }.joined(separator: "\n"))")
    #expect(CurriculumLoading.ids(in: DiskTree(root: Self.root)).contains(Self.id))
  }

  @Test("What tests stand on is the same without the rest")
  func tests() throws {
    let whole = try Self.curriculum
    let part = try #require(
      CurriculumLoading.load(Self.id, from: DiskTree(root: Self.root), scope: .tests).curriculum)
    #expect(!part.forms.isEmpty)
    #expect(part.forms == whole.forms)
    #expect(part.forms.map(\.version) == whole.forms.map(\.version))
    #expect(part.tests == whole.tests)
    #expect(part.items == whole.items)
    #expect(part.rubrics == whole.rubrics)
    #expect(part.competencies.map(\.id) == whole.competencies.map(\.id))
    #expect(part.version == whole.version)
    #expect(
      part.modules.map { $0.outcomes.map(\.id) } == whole.modules.map { $0.outcomes.map(\.id) })
    #expect(part.modules.allSatisfy { $0.lessons.isEmpty })
    #expect(part.situations.isEmpty && part.contexts.isEmpty)
  }

  @Test("Both languages are complete and in step")
  func languages() throws {
    #expect(Self.loaded.counts.untranslated == 0 && Self.loaded.counts.stale == 0)
    let curriculum = try Self.curriculum
    #expect(curriculum.languages == Language.allCases)
    for lesson in curriculum.modules.flatMap(\.lessons) {
      #expect(lesson.title.isComplete, "\(lesson.slug)")
      #expect(lesson.blocks.allSatisfy { $0.title.isComplete && $0.text.isComplete })
    }
    for item in curriculum.items {
      #expect(item.stem.isComplete, "\(item.id)")
      #expect(item.interaction.options.allSatisfy { $0.text.isComplete }, "\(item.id)")
    }
    for section in curriculum.situations.flatMap(\.sections) {
      #expect(section.text.isComplete, "\(section.id)")
    }
  }

  @Test("All six modules are there, each with outcomes, sessions and lessons")
  func modules() throws {
    let modules = try Self.curriculum.modules
    #expect(modules.map(\.id) == ["cse", "dle", "sys", "prb", "sta", "inn"])
    for module in modules {
      #expect(module.outcomes.count >= 3 && !module.sessions.isEmpty, "\(module.id)")
      #expect(!module.lessons.isEmpty && module.minutes > 0, "\(module.id)")
    }
  }

  @Test("Every lesson takes 400 to 900 English words to read")
  func lessonLength() throws {
    for lesson in try Self.curriculum.modules.flatMap(\.lessons) {
      let words = lesson.blocks.reduce(0) {
        $0 + ($1.documents[.english]?.wordCount(in: .english) ?? 0)
      }
      #expect((400...900).contains(words), "\(lesson.slug): \(words)")
    }
  }

  @Test("Each module has at least fourteen questions, and every option says why")
  func questions() throws {
    let curriculum = try Self.curriculum
    for module in curriculum.modules {
      let outcomes = Set(module.outcomes.map(\.id))
      let items = curriculum.items.filter { outcomes.contains($0.outcome.value) }
      #expect(items.count >= 14, "\(module.id): \(items.count)")
    }
    for item in curriculum.items {
      guard case .choice(let choice) = item.interaction else { continue }
      #expect(choice.options.allSatisfy { $0.feedback.isComplete }, "\(item.id) lacks feedback")
    }
  }

  @Test("A reaction form of four opinions and two open questions belongs to no module")
  func reaction() throws {
    let items = try Self.curriculum.items.filter { $0.outcome.value.isEmpty }
    #expect(items.map(\.id) == (1...6).map { "rea-00\($0)" })
    #expect(items.allSatisfy { $0.pool == .survey && $0.cognitive == nil && $0.stem.isComplete })
    #expect(items.map(\.interaction.kind) == [.likert, .likert, .likert, .likert, .essay, .essay])
    #expect(items.prefix(4).allSatisfy { $0.interaction.options.count == 5 })
  }

  @Test("Two forms of thirty questions share twelve")
  func forms() throws {
    let forms = try Self.curriculum.forms
    #expect(forms.map(\.id) == ["ila-a", "ila-b"])
    #expect(forms.allSatisfy { $0.items.count == 30 && $0.anchors.count == 12 })
    let sets = forms.map { Set($0.items.map(\.id)) }
    if sets.count == 2 {
      #expect(sets[0].intersection(sets[1]) == forms[0].anchors)
    }
  }

  @Test("The two forms are those that results were recorded with")
  func formsStay() throws {
    let forms = try Self.curriculum.forms
    let items = forms.map { $0.items.map(\.id).joined(separator: " ") }
    let first = """
      cse-002 cse-001 cse-006 cse-007 cse-010 dle-003 dle-002 dle-005 dle-007 dle-010 sys-001 \
      sys-002 sys-005 sys-007 sys-009 prb-001 prb-002 prb-007 prb-008 prb-010 sta-003 sta-002 \
      sta-008 sta-005 sta-009 inn-004 inn-001 inn-005 inn-008 inn-009
      """
    let second = """
      cse-002 cse-004 cse-006 cse-008 cse-009 dle-003 dle-001 dle-005 dle-006 dle-009 sys-001 \
      sys-004 sys-005 sys-008 sys-010 prb-001 prb-004 prb-007 prb-005 prb-009 sta-003 sta-001 \
      sta-008 sta-007 sta-010 inn-004 inn-003 inn-005 inn-007 inn-010
      """
    let anchors = """
      cse-002 cse-006 dle-003 dle-005 inn-004 inn-005 prb-001 prb-007 sta-003 sta-008 sys-001 \
      sys-005
      """
    #expect(items == [first, second])
    #expect(forms.map(\.version) == ["a8011da0eaaba4a0", "c101b0a32b0c546b"])
    #expect(forms.first?.anchors.sorted().joined(separator: " ") == anchors)
    let assembly = try #require(try Self.curriculum.assembly)
    #expect(assembly.isMet && assembly.isExact && assembly.nodes == 0)
    #expect(forms.allSatisfy { $0.policy == FormPolicy(minutes: 45) })
  }

  @Test("Four provinces overlay the common text")
  func contexts() throws {
    let curriculum = try Self.curriculum
    #expect(curriculum.contexts.map(\.id) == Province.all.map(\.id))
    for context in curriculum.contexts {
      #expect(!context.blocks.isEmpty, "\(context.id)")
      let own = curriculum.inContext(context.id).modules.flatMap { $0.lessons.flatMap(\.blocks) }
      #expect(own.count { $0.context == context.id } == context.blocks.count)
    }
  }

  @Test("At least one situation has twelve sections or more and three endings or more")
  func situations() throws {
    let situations = try Self.curriculum.situations
    #expect(situations.contains { $0.sections.count >= 12 && $0.endings.count >= 3 })
  }

  @Test("Cascade, delivery path and results framework are read")
  func programme() throws {
    let programme = try Self.curriculum.programme
    let cascade = try #require(programme.cascade)
    #expect(cascade.generations.count >= 2 && cascade.title.isComplete)
    #expect(programme.delivery?.steps.isEmpty == false)
    let results = try #require(programme.results)
    #expect(!results.outputs.isEmpty && !results.indicators.isEmpty)
    #expect(programme.files.count == 3)
  }

  @Test("Nothing is said to be approved that no one approved, and the Khmer awaits a reader")
  func drafts() throws {
    #expect(try Self.curriculum.approval == nil)
    #expect(Self.loaded.counts.drafts > 0 && Self.loaded.counts.toReview > 0)
  }
}
