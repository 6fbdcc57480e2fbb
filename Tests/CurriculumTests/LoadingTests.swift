import Assessment
import Markup
import Situation
import Source
import Testing
import Text

@testable import Curriculum

/// Returns the example curriculum after changes of its files, read.
func loaded(_ changes: [(path: String, original: String, replacement: String)]) -> LoadedCurriculum
{
  var tree = ExampleCurriculum.tree
  for (path, original, replacement) in changes {
    let text = String(decoding: tree.files[path] ?? [], as: UTF8.self)
    tree.files[path] = Array(
      (original.isEmpty ? replacement : text.replacing(original, with: replacement)).utf8)
  }
  return CurriculumLoading.load(ExampleCurriculum.id, from: tree)
}

@Suite("Reading a curriculum")
struct LoadingTests {
  @Test("Every part of the example is read, in both languages")
  func example() throws {
    let loaded = CurriculumLoading.load(ExampleCurriculum.id, from: ExampleCurriculum.tree)
    let curriculum = try #require(loaded.curriculum)
    #expect(curriculum.id == "example" && curriculum.version == "0.1.0")
    #expect(curriculum.title.isComplete && curriculum.purpose.isComplete)
    #expect(curriculum.institution.isComplete && curriculum.languages == Language.allCases)
    #expect(curriculum.approval == nil)
    let competency = try #require(curriculum.competency("ENG"))
    #expect(competency.proficiency.map(\.level) == ProficiencyLevel.allCases)
    #expect(curriculum.competency("XYZ") == nil)
    let module = try #require(curriculum.module("aaa"))
    #expect(module.folder == "01-first" && module.minutes == 60)
    #expect(module.outcomes.map(\.assessed) == [[.test], [.product]])
    #expect(curriculum.module("zzz") == nil)
    let found = try #require(curriculum.outcome("AAA-2"))
    #expect(found.module.id == "aaa" && found.outcome.cognitive == .create)
    #expect(curriculum.outcome("AAA-9") == nil)
    let session = try #require(module.sessions.first)
    #expect(session.activities.map(\.minutes) == [25, 35])
    #expect(session.activities.map(\.method) == [.discussion, .groupWork])
    #expect(session.activities.map(\.groupSize) == [0, 5])
    #expect(session.activities[0].materials == [LocalizedText(en: "paper", km: "ក្រដាស")])
    let lesson = try #require(module.lessons.first)
    #expect(lesson.slug == "listening" && lesson.title.isComplete && lesson.review == [.khmer])
    #expect(lesson.blocks.map(\.id) == ["why-listen", "who-decides"])
    #expect(lesson.blocks.allSatisfy { $0.text.isComplete && $0.documents.count == 2 })
    #expect(lesson.blocks[0].documents[.english]?.citations.map(\.name) == ["law-2001"])
    #expect(curriculum.sources.map(\.id) == ["law-2001"])
    #expect(curriculum.forms.map(\.id) == ["example-a", "example-b"])
    #expect(ProficiencyLevel.foundation < .leading)
  }

  @Test("The counts are those of what was read")
  func counts() {
    let counts = CurriculumLoading.load(ExampleCurriculum.id, from: ExampleCurriculum.tree).counts
    #expect(counts.files == 9 && counts.modules == 1 && counts.sessions == 1)
    #expect(counts.lessons == 1 && counts.outcomes == 2 && counts.competencies == 1)
    #expect(counts.questions == 6 && counts.situations == 0 && counts.forms == 3)
    #expect(counts.contexts == 1 && counts.stale == 0 && counts.untranslated == 0)
    // Nothing of the example is approved: main file, module, two lessons, two overlays, two banks.
    #expect(counts.drafts == 8)
    let other = loaded([
      (ExampleCurriculum.lessonEnglish, "comes first", "is first"),
      (ExampleCurriculum.main, ", km: ការស្តាប់}", "}"),
    ])
    #expect(other.counts.stale == 1 && other.counts.untranslated == 1)
  }

  @Test("A recorded approval is read and takes a text off the drafts")
  func approval() {
    let approval = "approval: {by: A council, date: 2026-11-23, reference: Letter 1}\n"
    let loaded = loaded([
      (ExampleCurriculum.main, "version: 0.1.0\n", "version: 0.1.0\n" + approval)
    ])
    #expect(loaded.diagnostics.isEmpty)
    #expect(
      loaded.curriculum?.approval
        == Approval(by: "A council", date: "2026-11-23", reference: "Letter 1"))
    #expect(loaded.counts.drafts == 7)
    #expect(Approval.draftNotice.isComplete)
  }

  @Test("A missing curriculum is one finding and no curriculum")
  func missing() {
    let loaded = CurriculumLoading.load("nobody", from: ExampleCurriculum.tree)
    #expect(loaded.curriculum == nil)
    #expect(loaded.diagnostics.map(\.code) == ["unreadable"])
    #expect(loaded.counts == LoadedCurriculum.Counts())
    #expect(CurriculumLoading.ids(in: ExampleCurriculum.tree) == ["example"])
    #expect(CurriculumLoading.ids(in: MemoryTree([:])) == [])
  }

  @Test(
    "What is wrong in a file is found in that file",
    arguments: [
      (ExampleCurriculum.main, "languages: [en, km]", "languages: [en, fr]", "unknown-value"),
      (ExampleCurriculum.main, "id: example", "id: sample", "wrong-id"),
      (ExampleCurriculum.main, "version: 0.1.0", "version: 0.1.0\nreview: [fr]", "unknown-value"),
      (ExampleCurriculum.main, "format: 1", "format: 2", "newer-format"),
      (ExampleCurriculum.module, "assessed: [test]", "assessed: [tests]", "unknown-value"),
      (ExampleCurriculum.module, "    minutes: 60", "    minutes: soon", "wrong-kind"),
      (ExampleCurriculum.lessonEnglish, "---\n## Why", "---\nEarly.\n## Why", "text-before-block"),
      (ExampleCurriculum.lessonEnglish, " {#why-listen}", "", "missing-id"),
      (ExampleCurriculum.lessonEnglish, "The council", "<b>The</b> council", "raw-html"),
      (ExampleCurriculum.lessonEnglish, "title: Listening\n", "", "missing-key"),
      (
        ExampleCurriculum.lessonEnglish, "", "## Why {#why-listen}\nText.\n", "missing-front-matter"
      ),
      (
        ExampleCurriculum.lessonKhmer, "translates:", "translates:\n  other: abc",
        "unknown-reference"
      ),
      (
        ExampleCurriculum.itemsEnglish, "## aaa-001", "---\nformat: 2\n---\n## aaa-001",
        "newer-format"
      ),
      (
        ExampleCurriculum.itemsEnglish,
        "- ( ) Print a notice\n  > A notice reaches readers only.\n", "", "bad-key"
      ),
      (ExampleCurriculum.forms, "seed: 7", "seed: seven", "wrong-kind"),
    ])
  func findings(_ path: String, _ original: String, _ replacement: String, _ code: String) {
    let found = loaded([(path, original, replacement)]).diagnostics
    let first = found.first { $0.code == code && $0.location.file == path }
    #expect(first != nil, "\(found.map { "\($0.code) \($0.location)" })")
    #expect((first?.location.line ?? 0) >= 1)
    #expect(first?.message.isComplete == true && first?.remedy.isComplete == true)
  }

  @Test("A folder that is not listed is a warning, and its files are not read")
  func strayFolder() {
    let loaded = loaded([("curricula/example/modules/02-other/module.yaml", "", "id: other\n")])
    #expect(loaded.diagnostics.map(\.code) == ["unlisted-module"])
    #expect(loaded.diagnostics.map(\.severity) == [.warning] && loaded.counts.modules == 1)
  }

  @Test("A lesson in one language is kept, and the other file is asked for")
  func oneLanguage() {
    var tree = ExampleCurriculum.tree
    tree.files[ExampleCurriculum.lessonEnglish] = nil
    let khmer = CurriculumLoading.load(ExampleCurriculum.id, from: tree)
    let missing = khmer.diagnostics.first { $0.code == "missing-translation" }
    #expect(missing?.remedy.en == "Write \(ExampleCurriculum.lessonEnglish).")
    #expect(khmer.curriculum?.modules.first?.lessons.first?.title.km == "ការស្តាប់")
    #expect(khmer.curriculum?.modules.first?.lessons.first?.blocks.count == 2)
    tree = ExampleCurriculum.tree
    tree.files[ExampleCurriculum.overlayKhmer] = nil
    let overlay = CurriculumLoading.load(ExampleCurriculum.id, from: tree).diagnostics
    #expect(overlay.map(\.code) == ["missing-translation"])
  }

  @Test("Blocks in another order are found at the first that moved")
  func order() {
    let khmer = """
      ---
      title: ការស្តាប់
      ---
      ## អ្នកណាសម្រេច {#who-decides}
      ក្រុមប្រឹក្សាសម្រេច។

      ## ហេតុអ្វីស្តាប់ {#why-listen}
      ការស្តាប់មកមុន។[^law-2001]

      """
    let found = loaded([(ExampleCurriculum.lessonKhmer, "", khmer)]).diagnostics
    let order = found.first { $0.code == "languages-differ" }
    #expect(
      order?.location == SourceLocation(file: ExampleCurriculum.lessonKhmer, line: 4, column: 4))
  }

  @Test("A lesson that no session uses comes after those that are used")
  func unusedLesson() {
    let english = "---\ntitle: Another\noutcomes: [AAA-1]\n---\n## A {#a}\nText.\n"
    let khmer = "---\ntitle: មួយទៀត\n---\n## ក {#a}\nអត្ថបទ។\n"
    let base = "curricula/example/modules/01-first/lessons/another"
    let loaded = loaded([("\(base).en.md", "", english), ("\(base).km.md", "", khmer)])
    #expect(loaded.curriculum?.modules.first?.lessons.map(\.slug) == ["listening", "another"])
    #expect(Set(loaded.diagnostics.map(\.code)) == ["lesson-not-used", "stale-translation"])
  }

  @Test("Files of a disk are found under a root and under the current folder")
  func disk() {
    let folder = String(#filePath.dropLast("/LoadingTests.swift".count))
    let tree = DiskTree(root: folder)
    #expect(tree.names(in: ".").contains("LoadingTests.swift"))
    #expect(tree.exists("LoadingTests.swift") && !tree.exists("nothing"))
    let collector = DiagnosticCollector()
    #expect(tree.file("LoadingTests.swift", collector: collector) != nil)
    #expect(tree.file("nothing", collector: collector) == nil)
    #expect(collector.diagnostics.map(\.location.file) == [folder + "/nothing"])
    _ = DiskTree(root: ".").file("no/such/file", collector: collector)
    #expect(collector.diagnostics.last?.location.file == "no/such/file")
  }

  @Test("A tree in memory lists each folder once, in the order of the bytes")
  func memory() {
    let tree = MemoryTree(["b/x/1": "", "b/x/2": "", "b/a": "", "c": "ក"])
    #expect(tree.names(in: "b") == ["a", "x"] && tree.names(in: "z") == [])
    #expect(tree.exists("b") && tree.exists("c") && !tree.exists("a"))
    let collector = DiagnosticCollector()
    #expect(tree.file("c", collector: collector)?.text == "ក")
    #expect(tree.file("d", collector: collector) == nil)
    #expect(collector.diagnostics.map(\.code) == ["unreadable"])
  }
}

@Suite("What a province overlays")
struct ContextTests {
  @Test("A province replaces exactly its blocks")
  func replaces() throws {
    let curriculum = try #require(
      CurriculumLoading.load(ExampleCurriculum.id, from: ExampleCurriculum.tree).curriculum)
    #expect(curriculum.contexts.map(\.id) == ["kampot"])
    #expect(curriculum.contexts.first?.title == LocalizedText(en: "Kampot", km: "កំពត"))
    let kampot = curriculum.inContext("kampot")
    let (common, own) = (
      curriculum.modules[0].lessons[0].blocks, kampot.modules[0].lessons[0].blocks
    )
    #expect(own.map(\.id) == common.map(\.id))
    #expect(own.map(\.context) == [nil, "kampot"] && common.allSatisfy { $0.context == nil })
    #expect(own[0].text == common[0].text)
    #expect(own[1].text.en == "The council in Kampot decides.")
    #expect(own[1].title.km == "អ្នកណាសម្រេចនៅកំពត")
    #expect(kampot.items == curriculum.items && kampot.forms == curriculum.forms)
    #expect(kampot.modules[0].lessons[0].title == curriculum.modules[0].lessons[0].title)
  }

  @Test("A province without an overlay teaches the common text")
  func none() throws {
    let curriculum = try #require(
      CurriculumLoading.load(ExampleCurriculum.id, from: ExampleCurriculum.tree).curriculum)
    let blocks = curriculum.inContext("siem-reap").modules[0].lessons[0].blocks
    #expect(blocks.map(\.text) == curriculum.modules[0].lessons[0].blocks.map(\.text))
  }

  @Test("An overlay of a lesson or of a province that does not exist is found")
  func misses() {
    let base = "curricula/example/contexts"
    let block = "## Who {#who-decides}\nSomebody.\n"
    let lesson = loaded([
      ("\(base)/kampot/modules/01-first/lessons/hearing.en.md", "", block),
      ("\(base)/kampot/modules/01-first/lessons/hearing.km.md", "", block),
    ]).diagnostics
    #expect(lesson.contains { $0.code == "overlay-misses" && $0.location.line == 1 })
    let province = loaded([
      ("\(base)/kampoth/modules/01-first/lessons/listening.en.md", "", block),
      ("\(base)/kampoth/modules/01-first/lessons/listening.km.md", "", block),
    ])
    let unknown = province.diagnostics.first { $0.code == "unknown-reference" }
    #expect(unknown?.remedy.en.contains("'kampot'") == true)
    #expect(Province.title("kampoth") == LocalizedText(same: "kampoth"))
  }

  @Test("A choice of modules is by id or folder and leaves the test whole")
  func modules() throws {
    let curriculum = try #require(
      CurriculumLoading.load(ExampleCurriculum.id, from: ExampleCurriculum.tree).curriculum)
    #expect(curriculum.with(modules: ["aaa"]).modules.count == 1)
    #expect(curriculum.with(modules: ["01-first"]).modules.count == 1)
    let none = curriculum.with(modules: ["zzz"])
    #expect(none.modules.isEmpty && none.forms == curriculum.forms)
  }
}
